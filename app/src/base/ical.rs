//! Calendars out: iCalendar (RFC 5545, 5546, 7986) for feeds, downloads and letters.
//!
//! Built on the components and the emitter of the crate `ical`. What it gets wrong stays away from it: text arrives
//! escaped, parameters arrive inside the property's name, and its lines are folded anew by octets. Nothing here asks what
//! time it is: the stamp of an event is its last change, so the same events always give the same bytes.

use ical::{
    generator::{Emitter, Property},
    parser::ical::component::{IcalCalendar, IcalEvent, IcalTimeZone, IcalTimeZoneTransition, IcalTimeZoneTransitionType},
};

use super::{
    happening::{Happening, Sure},
    time::Moment,
    words::Words,
};

/// What a calendar is sent for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A feed or a download: it has no METHOD line, which would change what DTSTAMP means.
    Publish,
    /// By letter: put this into your calendar, or change what is there.
    Request,
    /// By letter: take this out again.
    Cancel,
}

/// One entry of a calendar. From midnight to midnight it is whole days (a deadline) and keeps nobody busy.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    /// Born with the occasion and kept for ever.
    pub uid: String,
    /// Raised whenever time, place or state changes.
    pub sequence: i64,
    pub created: Moment,
    /// The last change, not the download.
    pub changed: Moment,
    pub starts: Moment,
    pub ends: Moment,
    pub summary: String,
    pub description: String,
    pub location: String,
    pub categories: Vec<String>,
    pub url: String,
    pub state: Sure,
    /// Name and e-mail address; only letters carry it, feeds never do.
    pub attendee: Option<(String, String)>,
}

impl Occasion {
    /// A thing that happens, in one language, with the other below in its description. What is cancelled says so before its title:
    /// Outlook shows a cancelled entry as if it were alive.
    pub fn of(it: &Happening, w: Words, public_url: &str) -> Occasion {
        let url = format!("{public_url}/{}{}", w.lang.path(), it.page);
        let (title, other) = (w.pick(&it.title), w.other());
        let parts = [w.pick(&it.text), other.pick(&it.title), other.pick(&it.text), url.clone()];
        let said: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        Occasion {
            uid: it.uid.clone(),
            sequence: it.sequence,
            created: it.created.min(it.changed),
            changed: it.changed,
            starts: it.starts,
            ends: it.ends,
            summary: if it.sure == Sure::Cancelled { crate::t!(w, "calendar-cancelled", title = title) } else { title },
            description: said.join("\n\n"),
            location: it.place.as_ref().map(|place| w.located(&place.name, &place.district_name)).unwrap_or_default(),
            categories: vec![crate::t!(w, &format!("happens-{}", it.happens.code()))],
            url,
            state: it.sure,
            attendee: None,
        }
    }
}

/// The calendar round the occasions.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    pub name: String,
    /// The language of the texts, as a BCP 47 tag.
    pub tag: &'static str,
    /// The address the feed can be fetched from again.
    pub source: Option<String>,
    /// Name and e-mail address; letters need one.
    pub organizer: Option<(String, String)>,
}

const ZONE: &str = "Asia/Hong_Kong";

/// The whole calendar, lines ending in CRLF and none longer than 75 octets.
pub fn calendar(feed: &Feed, method: Method, occasions: &[Occasion]) -> String {
    let whole = IcalCalendar {
        properties: head(feed, method),
        timezones: vec![hong_kong()],
        events: occasions.iter().map(|occasion| event(feed, method, occasion)).collect(),
        ..IcalCalendar::new()
    };
    refold(&whole.generate())
}

fn head(feed: &Feed, method: Method) -> Vec<Property> {
    let mut head =
        vec![line("VERSION", "2.0"), line("PRODID", format!("-//Accolade//Accolade//{}", feed.tag)), line("CALSCALE", "GREGORIAN")];
    match method {
        Method::Request => head.push(line("METHOD", "REQUEST")),
        Method::Cancel => head.push(line("METHOD", "CANCEL")),
        // A letter with a calendar's name makes some programs found a new calendar for it; so only feeds have one.
        Method::Publish => {
            head.extend([
                line("NAME", text(&feed.name)),
                line("X-WR-CALNAME", text(&feed.name)),
                line("X-WR-TIMEZONE", ZONE),
                line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
                line("X-PUBLISHED-TTL", "PT1H"),
                line("COLOR", "mediumvioletred"),
            ]);
            head.extend(feed.source.as_deref().map(|source| line("SOURCE;VALUE=URI", address(source))));
        }
    }
    head
}

/// Hong Kong as it has been since 1979. Without a zone Outlook shifts; with the whole history Outlook on the web breaks.
fn hong_kong() -> IcalTimeZone {
    let mut standard = IcalTimeZoneTransition::new(IcalTimeZoneTransitionType::STANDARD);
    standard.properties =
        vec![line("DTSTART", "19791021T033000"), line("TZOFFSETFROM", "+0900"), line("TZOFFSETTO", "+0800"), line("TZNAME", "HKT")];
    IcalTimeZone { properties: vec![line("TZID", ZONE)], transitions: vec![standard] }
}

fn event(feed: &Feed, method: Method, it: &Occasion) -> IcalEvent {
    let state = if method == Method::Cancel { Sure::Cancelled } else { it.state };
    let whole_days = it.starts < it.ends && it.starts.minute_of_day() == 0 && it.ends.minute_of_day() == 0;
    let (status, mut busy) = match state {
        Sure::Tentative => ("TENTATIVE", "TENTATIVE"),
        Sure::Confirmed => ("CONFIRMED", "BUSY"),
        Sure::Cancelled => ("CANCELLED", "FREE"),
    };
    if whole_days {
        busy = "FREE";
    }
    let mut properties = vec![
        line("UID", text(&it.uid)),
        line("SEQUENCE", it.sequence.to_string()),
        line("DTSTAMP", it.changed.to_ical_utc()),
        line("LAST-MODIFIED", it.changed.to_ical_utc()),
        line("CREATED", it.created.to_ical_utc()),
        when("DTSTART", it.starts, whole_days),
        when("DTEND", it.ends, whole_days),
        line("SUMMARY", text(&it.summary)),
    ];
    let mut unless_empty = |name: &str, value: String| {
        if !value.is_empty() {
            properties.push(line(name, value));
        }
    };
    unless_empty("LOCATION", text(&it.location));
    unless_empty("DESCRIPTION", text(&it.description));
    unless_empty("CATEGORIES", it.categories.iter().map(|c| text(c)).collect::<Vec<_>>().join(","));
    unless_empty("URL;VALUE=URI", address(&it.url));
    properties.extend([
        line("STATUS", status),
        line("TRANSP", if busy == "FREE" { "TRANSPARENT" } else { "OPAQUE" }),
        line("X-MICROSOFT-CDO-BUSYSTATUS", busy),
        line("CLASS", "PUBLIC"),
    ]);
    properties.extend(feed.organizer.as_ref().map(|who| person("ORGANIZER", "", who)));
    if method != Method::Publish {
        // Whoever gets the letter has asked for the place already: no answer is awaited.
        let standing = ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE";
        properties.extend(it.attendee.as_ref().map(|who| person("ATTENDEE", standing, who)));
    }
    IcalEvent { properties, alarms: Vec::new() }
}

/// A property whose parameters stand in its name: the crate's writer of parameters panics on an empty or Chinese one.
fn line(name: &str, value: impl Into<String>) -> Property {
    Property { name: name.into(), params: None, value: Some(value.into()) }
}

fn when(name: &str, moment: Moment, whole_days: bool) -> Property {
    if whole_days {
        let day = moment.day().iso().replace('-', "");
        return line(&format!("{name};VALUE=DATE"), day);
    }
    line(&format!("{name};TZID={ZONE}"), moment.to_ical_local())
}

fn person(name: &str, parameters: &str, (called, email): &(String, String)) -> Property {
    line(&format!("{name};CN={}{parameters}", quoted(called)), format!("mailto:{}", address(email)))
}

/// A TEXT value: escaped, so that no title can begin a new line, let alone a new property.
fn text(raw: &str) -> String {
    let mut safe = String::with_capacity(raw.len());
    for c in newlines(raw).chars() {
        match c {
            '\\' | ';' | ',' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            '\t' => safe.push(c),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// A parameter's value: quoted, with the circumflex escapes of RFC 6868.
fn quoted(raw: &str) -> String {
    let mut safe = String::from("\"");
    for c in newlines(raw).chars() {
        match c {
            '^' => safe.push_str("^^"),
            '"' => safe.push_str("^'"),
            '\n' => safe.push_str("^n"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe + "\""
}

/// An address is not text and is not escaped; what could end its line is left out.
fn address(raw: &str) -> String {
    raw.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

/// Every way of ending a line as `\n`, the Unicode separators among them: some readers split lines there.
fn newlines(raw: &str) -> String {
    raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n")
}

/// Joins the lines the emitter has folded by characters, and folds them by octets.
fn refold(emitted: &str) -> String {
    emitted.replace("\r\n ", "").split_terminator("\r\n").map(fold).collect()
}

/// One line in pieces of at most 75 octets, each with its CRLF.
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 24 + 2);
    let mut rest = line;
    let mut room = 75;
    while rest.len() > room {
        let (piece, more) = rest.split_at(break_before(rest, room));
        folded.push_str(piece);
        folded.push_str("\r\n ");
        (rest, room) = (more, 74); // the space of a continuation counts
    }
    folded + rest + "\r\n"
}

/// The last place up to `room` that cuts neither a character nor an escape, and if it can be had no blank either:
/// readers are known that lose a blank beside a fold.
fn break_before(line: &str, room: usize) -> usize {
    let (mut possible, mut good) = (0, 0);
    let (mut backslash, mut caret, mut after_blank) = (false, false, false);
    for (at, c) in line.char_indices().take_while(|(at, _)| *at <= room) {
        if !backslash && !caret {
            possible = at;
            if !after_blank && !c.is_whitespace() {
                good = at;
            }
        }
        backslash = c == '\\' && !backslash;
        caret = c == '^' && !caret;
        after_blank = c.is_whitespace();
    }
    if good > room / 2 { good } else { possible }
}

#[cfg(test)]
mod tests {
    use ::ical::IcalParser;
    use proptest::prelude::*;

    use super::*;
    use crate::base::time::Day;

    /// The lines as they were before folding, the way RFC 5545 says to join them.
    fn unfolded(calendar: &str) -> Vec<String> {
        calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    fn value(calendar: &str, name: &str) -> String {
        let lines = unfolded(calendar);
        let line = lines.iter().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..].to_owned()
    }

    fn unescaped(text: &str) -> String {
        let mut plain = String::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            plain.push(match c {
                '\\' => match chars.next().unwrap() {
                    'n' | 'N' => '\n',
                    c => c,
                },
                c => c,
            });
        }
        plain
    }

    fn feed() -> Feed {
        Feed {
            name: "Workshops, 工作坊".into(),
            tag: "en-HK",
            source: Some("https://accolade.example/en/workshops.ics?token=abc".into()),
            organizer: Some(("Efficiency Unit; \"EU\": 效率促進組".into(), "awards@eu.example".into())),
        }
    }

    fn occasion(summary: &str) -> Occasion {
        let day = Day::new(2002, 3, 20).unwrap();
        Occasion {
            uid: "k7f2@accolade.example".into(),
            sequence: 3,
            created: day.at(0, 1),
            changed: day.at(0, 5),
            starts: day.at(9, 0),
            ends: day.at(17, 30),
            summary: summary.into(),
            description: "Bring a pen.\n帶備文具。".into(),
            location: "Lecture Hall, 鰂魚涌".into(),
            categories: vec!["Training, basic".into(), "培訓".into()],
            url: "https://accolade.example/en/workshops/PM-1?a=1,2;b".into(),
            state: Sure::Confirmed,
            attendee: Some(("CHAN Tai-man 陳大文".into(), "tm@dept.example".into())),
        }
    }

    fn fits(calendar: &str) -> bool {
        calendar.ends_with("\r\n") && calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n']))
    }

    proptest! {
        #[test]
        fn any_text_comes_back_whole(raw in "(\\PC|[ ,;:\\\\^\"\n\r\t衞着埗鰂𨋢😀]){0,200}") {
            let got = calendar(&feed(), Method::Publish, &[occasion(&raw)]);
            prop_assert!(fits(&got));
            let wanted: String = newlines(&raw).chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
            prop_assert_eq!(unescaped(&value(&got, "SUMMARY:")), wanted);
        }

        #[test]
        fn a_fold_cuts_neither_a_character_nor_an_escape(raw in "([\\\\n,;衞😀 a^'\"]){60,400}") {
            let escaped = format!("X:{}", text(&raw));
            let folded = fold(&escaped);
            prop_assert!(fits(&folded));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("{escaped}\r\n"));
            // Every piece is whole by itself: an odd run of backslashes at its end would be half an escape.
            for piece in folded.split("\r\n ") {
                let run = piece.trim_end_matches("\r\n").chars().rev().take_while(|c| *c == '\\').count();
                prop_assert_eq!(run % 2, 0, "{}", piece);
            }
        }

        #[test]
        fn no_text_anywhere_adds_a_line(raw in "(\\PC|[\r\n\"\u{2028}\u{85};:,]){0,80}") {
            let mut it = occasion(&raw);
            (it.uid, it.location, it.url, it.categories) = (raw.clone(), format!("x{raw}"), format!("x{raw}"), vec![format!("x{raw}")]);
            it.attendee = Some((raw.clone(), raw.clone()));
            let feed = Feed { name: raw.clone(), source: Some(raw.clone()), organizer: Some((raw.clone(), raw)), ..feed() };
            for method in [Method::Publish, Method::Request] {
                let got = calendar(&feed, method, &[it.clone()]);
                prop_assert!(fits(&got));
                prop_assert_eq!(unfolded(&got).len(), unfolded(&calendar(&self::feed(), method, &[occasion("x")])).len());
            }
        }
    }

    #[test]
    fn the_crate_itself_reads_what_it_wrote() {
        let long = "Process mapping 工序圖 ".repeat(12);
        let got = calendar(&feed(), Method::Publish, &[occasion(long.trim()), occasion("Second")]);
        let read = IcalParser::new(got.as_bytes()).next().unwrap().unwrap();
        assert_eq!((read.events.len(), read.timezones.len()), (2, 1));
        let summary = read.events[0].properties.iter().find(|p| p.name == "SUMMARY").unwrap();
        assert_eq!(summary.value.as_deref(), Some(long.trim()));
    }

    #[test]
    fn a_feed_names_nobody_and_has_no_method() {
        let got = calendar(&feed(), Method::Publish, &[occasion("Kaizen")]);
        assert!(!got.contains("METHOD") && !got.contains("ATTENDEE") && !got.contains("LANGUAGE="));
        assert_eq!(value(&got, "X-WR-CALNAME:"), "Workshops\\, 工作坊");
        assert_eq!(value(&got, "DTSTART;TZID=Asia/Hong_Kong:"), "20020320T090000");
        assert_eq!(value(&got, "DTSTAMP:"), value(&got, "LAST-MODIFIED:"));
        assert_eq!(value(&got, "CATEGORIES:"), "Training\\, basic,培訓");
        assert_eq!(value(&got, "URL;VALUE=URI:"), "https://accolade.example/en/workshops/PM-1?a=1,2;b");
    }

    #[test]
    fn a_letter_names_both_sides_and_a_withdrawal_is_cancelled() {
        let got = calendar(&feed(), Method::Request, &[occasion("Kaizen")]);
        assert_eq!((value(&got, "METHOD:").as_str(), value(&got, "STATUS:").as_str()), ("REQUEST", "CONFIRMED"));
        assert_eq!(value(&got, "ORGANIZER;"), "CN=\"Efficiency Unit; ^'EU^': 效率促進組\":mailto:awards@eu.example");
        assert!(value(&got, "ATTENDEE;CN=\"CHAN Tai-man 陳大文\"").ends_with(":mailto:tm@dept.example"));
        assert!(!got.contains("CALNAME"));
        let got = calendar(&feed(), Method::Cancel, &[occasion("Kaizen")]);
        assert_eq!(["METHOD:", "STATUS:", "TRANSP:"].map(|name| value(&got, name)), ["CANCEL", "CANCELLED", "TRANSPARENT"]);
    }

    #[test]
    fn from_midnight_to_midnight_is_a_day_and_keeps_nobody_busy() {
        let day = Day::new(2002, 3, 20).unwrap();
        let deadline = Occasion { starts: day.at(0, 0), ends: day.next().at(0, 0), ..occasion("Entries close") };
        let got = calendar(&feed(), Method::Publish, &[deadline]);
        assert_eq!((value(&got, "DTSTART;VALUE=DATE:"), value(&got, "DTEND;VALUE=DATE:")), ("20020320".into(), "20020321".into()));
        assert_eq!((value(&got, "TRANSP:").as_str(), value(&got, "STATUS:").as_str()), ("TRANSPARENT", "CONFIRMED"));
    }
}
