//! Calendars in: an iCalendar file, by the crate `ical` with what it lacks on top. Bytes are unfolded and checked before it sees them, since
//! it joins lines wrongly at blanks and stops at what it does not know; text is unescaped after. Every refusal names the line.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use ::ical::{PropertyParser, property::Property};

use super::{
    problem::{Answer, Problem},
    time::{Day, Moment},
};

/// More is not read.
const MOST_BYTES: usize = 1_000_000;
const MOST: usize = 2_000;
/// Nothing lasts longer than a century, in minutes: so no sum of durations is too large to count with.
const LONGEST: i64 = 100 * 366 * 24 * 60;
/// The years that are written with four digits.
const YEARS: RangeInclusive<i32> = 1..=9_999;

/// Zones whose clocks are Hong Kong's, as calendar programs call them.
const LIKE_HONG_KONG: [&str; 12] = [
    "Asia/Hong_Kong",
    "Hongkong",
    "China Standard Time",
    "Asia/Shanghai",
    "Asia/Macau",
    "Asia/Taipei",
    "Taipei Standard Time",
    "Asia/Singapore",
    "Singapore Standard Time",
    "Asia/Manila",
    "Australia/Perth",
    "W. Australia Standard Time",
];

/// One thing that a file says happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it begins in the file, from 1.
    pub line: usize,
    pub uid: String,
    pub starts: Moment,
    pub ends: Moment,
    pub summary: String,
    pub is_cancelled: bool,
    /// It keeps nobody busy (TRANSP:TRANSPARENT).
    pub is_free: bool,
}

fn no(key: &str, line: usize) -> Problem {
    Problem::rule(key).with("line", line as i64).on("file")
}

/// Reads every event of a file, in its order. What repeats is laid out from `from` on.
pub fn read(bytes: &[u8], from: Moment) -> Answer<Vec<Entry>> {
    if bytes.len() > MOST_BYTES {
        return Err(no("calendar-in-large", 1));
    }
    let mut open: Vec<String> = Vec::new();
    let mut offsets: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    let (mut zone, mut drafts, mut event) = (String::new(), Vec::new(), None::<Draft>);
    let lines = lines(bytes)?;
    let Some((_, first)) = lines.first() else { return Err(no("calendar-in-none", 1)) };
    if !first.eq_ignore_ascii_case("BEGIN:VCALENDAR") {
        return Err(no("calendar-in-none", 1));
    }
    for (line, text) in &lines {
        let property =
            PropertyParser::from_reader(text.as_bytes()).next().and_then(Result::ok).ok_or_else(|| no("calendar-in-line", *line))?;
        let (name, value) = (property.name.to_ascii_uppercase(), value_of(text));
        match name.as_str() {
            "BEGIN" => {
                open.push(value.trim().to_ascii_uppercase());
                match open.last().map(String::as_str) {
                    Some("VEVENT") if event.is_some() => return Err(no("calendar-in-nested", *line)),
                    Some("VEVENT") => event = Some(Draft { line: *line, ..Draft::default() }),
                    Some("VTIMEZONE") => zone.clear(),
                    _ => {}
                }
            }
            "END" => {
                if open.pop().as_deref() != Some(value.trim().to_ascii_uppercase().as_str()) {
                    return Err(no("calendar-in-end", *line));
                }
                if value.trim().eq_ignore_ascii_case("VEVENT")
                    && let Some(draft) = event.take()
                {
                    drafts.push(draft);
                    if drafts.len() > MOST {
                        return Err(no("calendar-in-many", *line));
                    }
                }
            }
            "TZID" if open.last().is_some_and(|it| it == "VTIMEZONE") => zone = value,
            "TZOFFSETTO" => offsets.entry(zone.clone()).or_default().push(offset(&value).ok_or_else(|| no("calendar-in-zone", *line))?),
            _ if open.last().is_some_and(|it| it == "VEVENT") => {
                if let Some(draft) = &mut event {
                    draft.take(&name, property, value, *line)?;
                }
            }
            _ => {}
        }
    }
    if !open.is_empty() {
        return Err(no("calendar-in-end", lines.last().map_or(1, |it| it.0)));
    }
    // A zone may stand below the events that are said in it, and what stands instead of one repetition below all of them.
    let mut instead: BTreeSet<(String, Moment)> = BTreeSet::new();
    for it in &drafts {
        if let Some(of) = &it.instead_of {
            instead.insert((it.uid.clone(), of.read(&offsets)?.at));
        }
    }
    let mut all = Vec::new();
    for draft in drafts {
        let laid_out = draft.entries(&offsets, from)?;
        let is_one = draft.repeats.is_none();
        all.extend(laid_out.into_iter().filter(|it| is_one || !instead.contains(&(it.uid.clone(), it.starts))));
        if all.len() > MOST {
            return Err(no("calendar-in-many", draft.line));
        }
    }
    Ok(all)
}

/// The lines as they were before folding, each with its number. Bytes are joined before they are text: a fold may cut a character.
fn lines(bytes: &[u8]) -> Answer<Vec<(usize, String)>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut raw: Vec<(usize, Vec<u8>)> = Vec::new();
    for (n, line) in bytes.split(|it| *it == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line.first(), raw.last_mut()) {
            (Some(b' ' | b'\t'), Some((_, whole))) => whole.extend_from_slice(&line[1..]),
            (None, _) => {}
            _ => raw.push((n + 1, line.to_vec())),
        }
    }
    let text = |(n, line): (usize, Vec<u8>)| String::from_utf8(line).map(|text| (n, text)).map_err(|_| no("calendar-in-letters", n));
    raw.into_iter().map(text).collect()
}

/// A moment as it is meant.
struct Meant {
    at: Moment,
    /// The same digits on the clock of the file, taken for Hong Kong's.
    wall: Moment,
    is_whole: bool,
}

/// A moment as a property says it: its value, whether it is a whole day, and in which zone.
#[derive(Clone, Debug, Default)]
struct When {
    line: usize,
    value: String,
    zone: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Draft {
    line: usize,
    uid: String,
    summary: String,
    starts: Option<When>,
    ends: Option<When>,
    duration: Option<i64>,
    is_cancelled: bool,
    is_free: bool,
    /// The line of the rule, and the rule.
    repeats: Option<(usize, String)>,
    left_out: Vec<When>,
    instead_of: Option<When>,
}

impl Draft {
    fn take(&mut self, name: &str, property: Property, value: String, line: usize) -> Answer<()> {
        let parameters = property.params.unwrap_or_default();
        let zone = parameters.iter().find(|it| it.0.eq_ignore_ascii_case("TZID")).and_then(|it| it.1.first().cloned());
        match name {
            "UID" => self.uid = unescaped(&value),
            "SUMMARY" => self.summary = unescaped(&value),
            "STATUS" => self.is_cancelled = value.trim().eq_ignore_ascii_case("CANCELLED"),
            "TRANSP" => self.is_free = value.trim().eq_ignore_ascii_case("TRANSPARENT"),
            "DTSTART" => self.starts = Some(When { line, value, zone }),
            "DTEND" => self.ends = Some(When { line, value, zone }),
            "DURATION" => self.duration = Some(duration(value.trim()).ok_or_else(|| no("calendar-in-time", line))?),
            "RRULE" if self.repeats.is_none() => self.repeats = Some((line, value)),
            "EXDATE" => self.left_out.extend(value.split(',').map(|it| When { line, value: it.to_owned(), zone: zone.clone() })),
            // Of this and all after it: not read.
            "RECURRENCE-ID" if !parameters.iter().any(|it| it.0.eq_ignore_ascii_case("RANGE")) => {
                self.instead_of = Some(When { line, value, zone });
            }
            "RRULE" | "RDATE" | "EXRULE" | "RECURRENCE-ID" => return Err(no("calendar-in-repeats", line)),
            _ => {}
        }
        Ok(())
    }

    /// The entry, or each of its repetitions.
    fn entries(&self, offsets: &BTreeMap<String, Vec<i64>>, after: Moment) -> Answer<Vec<Entry>> {
        let starts = self.starts.as_ref().ok_or_else(|| no("calendar-in-start", self.line))?;
        let Meant { at: from, wall, is_whole } = starts.read(offsets)?;
        let to = match (&self.ends, self.duration) {
            (Some(ends), _) => ends.read(offsets)?.at,
            (None, Some(minutes)) => from.plus_minutes(minutes),
            (None, None) if is_whole => from.plus_days(1),
            (None, None) => from,
        };
        if to < from {
            return Err(no("calendar-in-ends", self.line));
        }
        // Some programs make entries without length; nothing is shut and nobody busy then.
        if to == from {
            return Ok(Vec::new());
        }
        if ![from, to].iter().all(|it| YEARS.contains(&it.day().year())) {
            return Err(no("calendar-in-time", starts.line));
        }
        let one = |starts: Moment| Entry {
            line: self.line,
            uid: self.uid.clone(),
            starts,
            ends: starts.plus_minutes(to.minutes_since(from)),
            summary: self.summary.clone(),
            is_cancelled: self.is_cancelled,
            is_free: self.is_free,
        };
        let Some((line, rule)) = &self.repeats else { return Ok(vec![one(from)]) };
        let mut left_out = BTreeSet::new();
        for it in &self.left_out {
            left_out.insert(it.read(offsets)?.at);
        }
        let shift = from.minutes_since(wall);
        let reach = after.plus_minutes(-shift - to.minutes_since(from));
        let all = repeats::starts(rule, wall, shift, reach).ok_or_else(|| no("calendar-in-repeats", *line))?;
        Ok(all.into_iter().map(|it| it.plus_minutes(shift)).filter(|it| !left_out.contains(it)).map(one).collect())
    }
}

impl When {
    /// The moment that is meant. Without a zone it is meant here.
    fn read(&self, offsets: &BTreeMap<String, Vec<i64>>) -> Answer<Meant> {
        let wrong = || no("calendar-in-time", self.line);
        let text = self.value.trim();
        // Where a digit belongs, a reader of numbers takes a sign too.
        let day =
            text.get(..8).filter(|it| is_digits(it)).and_then(|it| Some(format!("{}-{}-{}", it.get(..4)?, it.get(4..6)?, it.get(6..8)?)));
        let day = day.as_deref().and_then(Day::parse).ok_or_else(wrong)?;
        let Some(time) = text.get(8..).filter(|it| !it.is_empty()) else {
            return Ok(Meant { at: day.at(0, 0), wall: day.at(0, 0), is_whole: true });
        };
        let time = time.strip_prefix('T').ok_or_else(wrong)?;
        let (digits, is_utc) = time.strip_suffix('Z').map_or((time, false), |it| (it, true));
        let part = |from: usize| digits.get(from..from + 2).and_then(|it| it.parse::<u32>().ok());
        let (Some(hour), Some(minute), Some(second)) = (part(0), part(2), part(4)) else { return Err(wrong()) };
        if digits.len() != 6 || !is_digits(digits) || hour > 23 || minute > 59 || second > 60 {
            return Err(wrong());
        }
        let here = day.at(hour, minute);
        let meant = |minutes: i64| Meant { at: here.plus_minutes(minutes), wall: here, is_whole: false };
        if is_utc {
            return Ok(meant(8 * 60));
        }
        let Some(zone) = self.zone.as_deref() else { return Ok(meant(0)) };
        if LIKE_HONG_KONG.iter().any(|it| zone == *it || zone.ends_with(&format!("/{it}"))) {
            return Ok(meant(0));
        }
        // A zone that the file itself says has always one offset.
        match offsets.get(zone).map(Vec::as_slice) {
            Some([one, rest @ ..]) if rest.iter().all(|it| it == one) => Ok(meant(8 * 60 - one)),
            _ => Err(no("calendar-in-zone", self.line)),
        }
    }
}

/// What stands after the first colon outside quotation marks. The crate loses a colon with which a value begins.
fn value_of(line: &str) -> String {
    let mut quoted = false;
    let colon = line.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    });
    colon.map_or_else(String::new, |at| line[at + 1..].to_owned())
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_digit())
}

/// `+0530` in minutes.
fn offset(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = text.strip_prefix('-').map_or_else(|| (1, text.strip_prefix('+').unwrap_or(text)), |it| (-1, it));
    let part = |from: usize| digits.get(from..from + 2).filter(|it| is_digits(it))?.parse::<i64>().ok();
    Some(sign * (part(0)? * 60 + part(2)?))
}

/// `P1DT2H30M` or `P2W` in minutes; none if it cannot be read, goes backwards or is longer than a century.
fn duration(text: &str) -> Option<i64> {
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (mut minutes, mut number, mut in_day) = (0_i64, String::new(), false);
    for c in text.chars() {
        let unit = match c {
            'T' => {
                in_day = true;
                continue;
            }
            '0'..='9' => {
                number.push(c);
                continue;
            }
            'W' => 7 * 24 * 60,
            'D' => 24 * 60,
            'H' if in_day => 60,
            'M' if in_day => 1,
            'S' if in_day => 0,
            _ => return None,
        };
        let n: i64 = std::mem::take(&mut number).parse().ok().filter(|n| *n <= 100_000)?;
        minutes += n * unit;
        if minutes > LONGEST {
            return None;
        }
    }
    number.is_empty().then_some(minutes)
}

/// TEXT as it was meant.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n' | 'N')) => plain.push('\n'),
            ('\\', Some(other)) => plain.push(other),
            ('\\', None) => {}
            (c, _) => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod fuzz;
mod repeats;

#[cfg(test)]
mod tests;
