//! What other programs write is read, and every refusal names its line.

use proptest::prelude::*;

use super::*;

const AT: Moment = Moment(1_009_843_200_000_000);

fn file(events: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n").into_bytes()
}

fn event(lines: &str) -> Vec<u8> {
    file(&format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\n"))
}

fn span(lines: &str) -> (String, String) {
    let it = read(&event(lines), AT).unwrap().remove(0);
    (it.starts.to_rfc3339(), it.ends.to_rfc3339())
}

fn refused(bytes: &[u8]) -> (String, String) {
    let no = read(bytes, AT).unwrap_err();
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
        assert_eq!(read(&file(&calendar), AT).unwrap()[0].starts.to_rfc3339(), "2002-01-12T09:00:00+08:00", "it may stand below");
    }
    let summer = "BEGIN:DAYLIGHT\r\nDTSTART:19700401T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+1000\r\nEND:DAYLIGHT\r\n";
    assert_eq!(refused(&file(&(zone(summer) + event))).0, "calendar-in-zone");
}

#[test]
fn what_other_programs_write_is_read() {
    let mut bom = b"\xEF\xBB\xBF".to_vec();
    bom.extend(event("DTSTART;VALUE=DATE:20020112\nSUMMARY:Closed\\, cleaning\\nAll day\n"));
    let it = read(&bom, AT).unwrap().remove(0);
    assert_eq!(it.summary, "Closed, cleaning\nAll day");
    // Folded inside a character and at a blank; lower case; components of others.
    let raw = "begin:vevent\r\nuid:1\r\ndtstart;value=date:20020112\r\nsummary:衞生 \r\n 清潔\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nDTSTART:nonsense\r\nEND:VALARM\r\nend:vevent\r\n";
    let mut bytes = file(&format!("X-WR-CALNAME:Hall\r\n{raw}BEGIN:VTODO\r\nSUMMARY:Buy paint\r\nEND:VTODO\r\n"));
    let at = bytes.windows(3).position(|it| it == "衞".as_bytes()).unwrap() + 1;
    bytes.splice(at..at, b"\r\n ".iter().copied());
    let all = read(&bytes, AT).unwrap();
    assert_eq!(all.iter().map(|it| it.summary.as_str()).collect::<Vec<_>>(), ["衞生 清潔"]);
}

#[test]
fn what_repeats_is_laid_out_day_by_day_on_the_clock_of_the_file() {
    let starts =
        |bytes: &[u8]| -> Vec<String> { read(bytes, AT).unwrap().iter().map(|it| it.starts.to_rfc3339()[..16].to_owned()).collect() };
    let mondays = "DTSTART;TZID=Asia/Hong_Kong:20020107T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20020128T010000Z\r\n";
    assert_eq!(starts(&event(mondays)), ["2002-01-07T09:00", "2002-01-14T09:00", "2002-01-21T09:00", "2002-01-28T09:00"]);
    let but = format!("{mondays}EXDATE;TZID=Asia/Hong_Kong:20020114T090000,20020128T090000\r\n");
    assert_eq!(starts(&event(&but)), ["2002-01-07T09:00", "2002-01-21T09:00"]);
    // Sunday evening in UTC is Monday morning here: the rule speaks of the file's clock.
    let utc = "DTSTART:20020106T230000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=2\r\n";
    assert_eq!(starts(&event(utc)), ["2002-01-07T07:00", "2002-01-14T07:00"]);
    let whole = "DTSTART;VALUE=DATE:20020131\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20020331\r\n";
    assert_eq!(starts(&event(whole)), ["2002-01-31T00:00", "2002-02-28T00:00", "2002-03-31T00:00"]);
    // One of them is at another time; one is off.
    let moved = "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;TZID=Asia/Hong_Kong:20020114T090000\r\nDTSTART:20020114T150000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
    let both = file(&format!("{moved}BEGIN:VEVENT\r\nUID:1\r\n{mondays}END:VEVENT\r\n"));
    assert_eq!(starts(&both), ["2002-01-14T15:00", "2002-01-07T09:00", "2002-01-21T09:00", "2002-01-28T09:00"]);
    // For ever, begun long ago: from now on, for four hundred days, what has begun included.
    let daily = starts(&event("DTSTART:19900101T070000\r\nDURATION:PT2H\r\nRRULE:FREQ=DAILY\r\n"));
    assert_eq!((daily.len(), daily[0].as_str(), daily[399].as_str()), (400, "2002-01-01T07:00", "2003-02-04T07:00"));
}

#[test]
fn a_refusal_names_the_line() {
    let at = |lines: &str| refused(&event(lines));
    assert_eq!(at("DTSTART:yesterday\r\n"), ("calendar-in-time".into(), "Number(5)".into()));
    assert_eq!(at("SUMMARY:x\r\nDTSTART:20020112T259900\r\n").1, "Number(6)");
    assert_eq!(at("SUMMARY:x\r\n"), ("calendar-in-start".into(), "Number(3)".into()));
    assert_eq!(at("DTSTART:20020112T090000\r\nDTEND:20020112T080000\r\n").0, "calendar-in-ends");
    for rule in ["FREQ=HOURLY", "FREQ=SOMETIMES", "FREQ=DAILY;UNTIL=soon", "", "FREQ=DAILY;INTERVAL=0;BYDAY=XX"] {
        let lines = format!("DTSTART:20020112T090000\r\nDURATION:PT1H\r\nRRULE:{rule}\r\n");
        assert_eq!(at(&lines), ("calendar-in-repeats".into(), "Number(7)".into()), "{rule}");
    }
    assert_eq!(at("DTSTART:20020112T090000\r\nRDATE:20020113T090000\r\n"), ("calendar-in-repeats".into(), "Number(6)".into()));
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
        read(&bytes, AT).ok();
    }

    #[test]
    fn no_lines_break_it(lines in prop::collection::vec("(BEGIN:|END:|DTSTART|DTEND|DURATION|TZID|UID|[;:=\"])?(VEVENT|VCALENDAR|;TZID=x:|:P[0-9]{0,9}[DTHMSW]|:2002[0-9T]{0,12}Z?|\\PC{0,8})", 0..30)) {
        read(&file(&(lines.join("\r\n") + "\r\n")), AT).ok();
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
        let all = read(calendar(&feed, Method::Publish, &[occasion]).as_bytes(), AT).unwrap();
        prop_assert_eq!(all.len(), 1);
        prop_assert_eq!((all[0].starts, all[0].ends), (starts, starts.plus_minutes(length)));
        let wanted: String = summary.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        prop_assert_eq!(&all[0].summary, &wanted.replace(['\u{2028}', '\u{2029}'], "\n"));
    }
}
