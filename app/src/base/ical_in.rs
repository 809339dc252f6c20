//! Calendars in: an iCalendar file, by the crate `ical` with what it lacks on top. Bytes are unfolded and checked before it sees them, since
//! it joins lines wrongly at blanks and stops at what it does not know; text is unescaped after. Every refusal names the line.

use std::{collections::BTreeMap, ops::RangeInclusive};

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
}

fn no(key: &str, line: usize) -> Problem {
    Problem::rule(key).with("line", line as i64).on("file")
}

/// Reads every event of a file, in its order.
pub fn read(bytes: &[u8]) -> Answer<Vec<Entry>> {
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
    // A zone may stand below the events that are said in it.
    drafts.into_iter().map(|it| it.entry(&offsets)).collect()
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
}

impl Draft {
    fn take(&mut self, name: &str, property: Property, value: String, line: usize) -> Answer<()> {
        let zone = property
            .params
            .unwrap_or_default()
            .into_iter()
            .find(|it| it.0.eq_ignore_ascii_case("TZID"))
            .and_then(|it| it.1.into_iter().next());
        match name {
            "UID" => self.uid = unescaped(&value),
            "SUMMARY" => self.summary = unescaped(&value),
            "STATUS" => self.is_cancelled = value.trim().eq_ignore_ascii_case("CANCELLED"),
            "DTSTART" => self.starts = Some(When { line, value, zone }),
            "DTEND" => self.ends = Some(When { line, value, zone }),
            "DURATION" => self.duration = Some(duration(value.trim()).ok_or_else(|| no("calendar-in-time", line))?),
            // A hall that is shut every Monday has to be said as Mondays.
            "RRULE" | "RDATE" => return Err(no("calendar-in-repeats", line)),
            _ => {}
        }
        Ok(())
    }

    fn entry(self, offsets: &BTreeMap<String, Vec<i64>>) -> Answer<Entry> {
        let starts = self.starts.ok_or_else(|| no("calendar-in-start", self.line))?;
        let (from, whole) = starts.read(offsets)?;
        let to = match (self.ends, self.duration) {
            (Some(ends), _) => ends.read(offsets)?.0,
            (None, Some(minutes)) => from.plus_minutes(minutes),
            (None, None) if whole => from.plus_days(1),
            (None, None) => from,
        };
        if to <= from {
            return Err(no("calendar-in-ends", self.line));
        }
        if ![from, to].iter().all(|it| YEARS.contains(&it.day().year())) {
            return Err(no("calendar-in-time", starts.line));
        }
        Ok(Entry { line: self.line, uid: self.uid, starts: from, ends: to, summary: self.summary, is_cancelled: self.is_cancelled })
    }
}

impl When {
    /// The moment, and whether it is a whole day. Without a zone it is meant here.
    fn read(&self, offsets: &BTreeMap<String, Vec<i64>>) -> Answer<(Moment, bool)> {
        let wrong = || no("calendar-in-time", self.line);
        let text = self.value.trim();
        // Where a digit belongs, a reader of numbers takes a sign too.
        let day =
            text.get(..8).filter(|it| is_digits(it)).and_then(|it| Some(format!("{}-{}-{}", it.get(..4)?, it.get(4..6)?, it.get(6..8)?)));
        let day = day.as_deref().and_then(Day::parse).ok_or_else(wrong)?;
        let Some(time) = text.get(8..).filter(|it| !it.is_empty()) else { return Ok((day.at(0, 0), true)) };
        let time = time.strip_prefix('T').ok_or_else(wrong)?;
        let (digits, is_utc) = time.strip_suffix('Z').map_or((time, false), |it| (it, true));
        let part = |from: usize| digits.get(from..from + 2).and_then(|it| it.parse::<u32>().ok());
        let (Some(hour), Some(minute), Some(second)) = (part(0), part(2), part(4)) else { return Err(wrong()) };
        if digits.len() != 6 || !is_digits(digits) || hour > 23 || minute > 59 || second > 60 {
            return Err(wrong());
        }
        let here = day.at(hour, minute);
        if is_utc {
            return Ok((here.plus_minutes(8 * 60), false));
        }
        let Some(zone) = self.zone.as_deref() else { return Ok((here, false)) };
        if LIKE_HONG_KONG.iter().any(|it| zone == *it || zone.ends_with(&format!("/{it}"))) {
            return Ok((here, false));
        }
        // A zone that the file itself says has always one offset.
        match offsets.get(zone).map(Vec::as_slice) {
            Some([one, rest @ ..]) if rest.iter().all(|it| it == one) => Ok((here.plus_minutes(8 * 60 - one), false)),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file(events: &str) -> Vec<u8> {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n").into_bytes()
    }

    fn event(lines: &str) -> Vec<u8> {
        file(&format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\n"))
    }

    fn span(lines: &str) -> (String, String) {
        let it = read(&event(lines)).unwrap().remove(0);
        (it.starts.to_rfc3339(), it.ends.to_rfc3339())
    }

    fn refused(bytes: &[u8]) -> (String, String) {
        let no = read(bytes).unwrap_err();
        let line = no.complaints[0].values.iter().find(|it| it.0 == "line").map(|it| format!("{:?}", it.1)).unwrap();
        (no.key().to_owned(), line)
    }

    #[test]
    fn moments_are_read_in_every_way_they_are_written() {
        let day = |n: u32| format!("2002-01-{n:02}T00:00:00+08:00");
        assert_eq!(span("DTSTART;VALUE=DATE:20020112\r\n"), (day(12), day(13)), "a day alone is the whole of it");
        assert_eq!(span("DTSTART;VALUE=DATE:20020112\r\nDTEND;VALUE=DATE:20020115\r\n"), (day(12), day(15)));
        let nine = ("2002-01-12T09:00:00+08:00".to_owned(), "2002-01-12T10:30:00+08:00".to_owned());
        assert_eq!(span("DTSTART:20020112T010000Z\r\nDTEND:20020112T023000Z\r\n"), nine);
        assert_eq!(span("DTSTART;TZID=Asia/Hong_Kong:20020112T090000\r\nDURATION:PT1H30M\r\n"), nine);
        assert_eq!(span("DTSTART;TZID=\"China Standard Time\":20020112T090000\r\nDTEND:20020112T103000\r\n"), nine, "Windows calls it so");
        assert_eq!(span("DTSTART;TZID=/mozilla.org/20070129_1/Asia/Hong_Kong:20020112T090000\r\nDURATION:PT90M\r\n"), nine);
        assert_eq!(span("DTSTART:20020112T090000\r\nDURATION:P1DT1H\r\n").1, "2002-01-13T10:00:00+08:00");
    }

    #[test]
    fn a_zone_with_one_offset_is_taken_from_the_file_and_one_with_two_is_refused_by_its_line() {
        let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Here:20020112T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
        let zone = |more: &str| {
            format!(
                "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\n{more}END:VTIMEZONE\r\n"
            )
        };
        for calendar in [zone("") + event, event.to_owned() + &zone("")] {
            assert_eq!(read(&file(&calendar)).unwrap()[0].starts.to_rfc3339(), "2002-01-12T09:00:00+08:00", "it may stand below");
        }
        let summer = "BEGIN:DAYLIGHT\r\nDTSTART:19700401T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+1000\r\nEND:DAYLIGHT\r\n";
        assert_eq!(refused(&file(&(zone(summer) + event))).0, "calendar-in-zone");
    }

    #[test]
    fn what_other_programs_write_is_read() {
        let mut bom = b"\xEF\xBB\xBF".to_vec();
        bom.extend(event("DTSTART;VALUE=DATE:20020112\nSUMMARY:Closed\\, cleaning\\nAll day\n"));
        let it = read(&bom).unwrap().remove(0);
        assert_eq!(it.summary, "Closed, cleaning\nAll day");
        // Folded inside a character and at a blank; lower case; components of others.
        let raw = "begin:vevent\r\nuid:1\r\ndtstart;value=date:20020112\r\nsummary:衞生 \r\n 清潔\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nDTSTART:nonsense\r\nEND:VALARM\r\nend:vevent\r\n";
        let mut bytes = file(&format!("X-WR-CALNAME:Hall\r\n{raw}BEGIN:VTODO\r\nSUMMARY:Buy paint\r\nEND:VTODO\r\n"));
        let at = bytes.windows(3).position(|it| it == "衞".as_bytes()).unwrap() + 1;
        bytes.splice(at..at, b"\r\n ".iter().copied());
        let all = read(&bytes).unwrap();
        assert_eq!(all.iter().map(|it| it.summary.as_str()).collect::<Vec<_>>(), ["衞生 清潔"]);
    }

    #[test]
    fn a_refusal_names_the_line() {
        let at = |lines: &str| refused(&event(lines));
        assert_eq!(at("DTSTART:yesterday\r\n"), ("calendar-in-time".into(), "Number(5)".into()));
        assert_eq!(at("SUMMARY:x\r\nDTSTART:20020112T259900\r\n").1, "Number(6)");
        assert_eq!(at("SUMMARY:x\r\n"), ("calendar-in-start".into(), "Number(3)".into()));
        assert_eq!(at("DTSTART:20020112T090000\r\nDTEND:20020112T080000\r\n").0, "calendar-in-ends");
        assert_eq!(at("DTSTART:20020112T090000\r\nRRULE:FREQ=WEEKLY\r\n"), ("calendar-in-repeats".into(), "Number(6)".into()));
        assert_eq!(at("DTSTART:20020112T090000\r\nSUMMARY\r\n").0, "calendar-in-line");
        for odd in ["-0010101", "20020112T+9+0+0", "20020112T090000ZZ", "99991231T200000Z"] {
            let lines = format!("DTSTART:{odd}\r\nDURATION:PT1H\r\n");
            assert_eq!(at(&lines), ("calendar-in-time".into(), "Number(5)".into()), "{odd}");
        }
        let centuries = format!("DTSTART:20020112T090000\r\nDURATION:P{}\r\n", "100000W".repeat(20_000));
        assert_eq!(at(&centuries), ("calendar-in-time".into(), "Number(6)".into()));
        let folded = b"BEGIN:VCALENDAR\r\nX-NOTE:a\r\n b\r\n c\r\nBEGIN:VEVENT\r\n";
        assert_eq!(refused(folded), ("calendar-in-end".into(), "Number(5)".into()), "a line is counted as it stands in the file");
        assert_eq!(refused(b"").0, "calendar-in-none");
        assert_eq!(refused(b"name,day\r\n").0, "calendar-in-none");
        assert_eq!(refused(b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n").0, "calendar-in-end");
        assert_eq!(refused(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n").0, "calendar-in-end");
        assert_eq!(refused(b"BEGIN:VCALENDAR\r\nX-NOTE:caf\xE9\r\nEND:VCALENDAR\r\n"), ("calendar-in-letters".into(), "Number(2)".into()));
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            read(&bytes).ok();
        }

        #[test]
        fn no_lines_break_it(lines in prop::collection::vec("(BEGIN:|END:|DTSTART|DTEND|DURATION|TZID|UID|[;:=\"])?(VEVENT|VCALENDAR|;TZID=x:|:P[0-9]{0,9}[DTHMSW]|:2002[0-9T]{0,12}Z?|\\PC{0,8})", 0..30)) {
            read(&file(&(lines.join("\r\n") + "\r\n"))).ok();
        }

        #[test]
        fn what_is_written_is_read_again(day in 0_i64..4_000, minute in 0_i64..1_439, length in 1_i64..6_000, summary in "(\\PC|[,;\\\\\n]){0,80}") {
            use super::super::ical::{Feed, Method, Occasion, calendar};
            let starts = Day::new(2001, 1, 1).unwrap().at(0, 0).plus_days(day).plus_minutes(minute);
            let occasion = Occasion {
                uid: "a@b".into(), sequence: 0, created: starts, changed: starts, starts, ends: starts.plus_minutes(length), summary: summary.clone(),
                description: String::new(), location: String::new(), categories: vec![], url: String::new(),
                state: super::super::happening::Sure::Confirmed, attendee: None,
            };
            let feed = Feed { name: "x".into(), tag: "en-HK", source: None, organizer: None };
            let all = read(calendar(&feed, Method::Publish, &[occasion]).as_bytes()).unwrap();
            prop_assert_eq!(all.len(), 1);
            prop_assert_eq!((all[0].starts, all[0].ends), (starts, starts.plus_minutes(length)));
            let wanted: String = summary.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            prop_assert_eq!(&all[0].summary, &wanted.replace(['\u{2028}', '\u{2029}'], "\n"));
        }
    }
}
