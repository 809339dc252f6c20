//! Whatever bytes come in: no panic, a refusal names a line of the file, and what is taken means the same when it is written and read
//! again. A second in `cargo test`, a minute in the gate, an hour by `make fuzz` (`BOLERO_RANDOM_TEST_TIME_MS`).

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{
    super::{
        happening::Sure,
        ical::{Feed, Method, Occasion, calendar},
        problem::Value,
    },
    *,
};

/// Pieces that together are often a calendar.
const LEGAL: [&str; 32] = [
    "DTSTART:20020112T010000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYDAY=-1SA,2MO;UNTIL=20020601\r\n",
    "RRULE:FREQ=DAILY\r\nEXDATE:20020113T010000Z\r\n",
    "RECURRENCE-ID:20020114T010000Z\r\n",
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Here:00010101T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYYEARDAY=366,-1;INTERVAL=7\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20020112T090000\r\nDTEND:20020112T100000\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\nDTSTART;TZID=Here:20020112T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20020112\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\nDTSTART:99991231T235959Z\r\nDURATION:P1W\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\nDTSTART;TZID=Here:00010101\r\nDTEND:00010101T000001\r\nEND:VEVENT\r\n",
    "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
    "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:DAYLIGHT\r\nTZOFFSETTO:-9959\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n",
    "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n",
    "DTSTART;VALUE=DATE:20020112\r\n",
    "DTSTART:20020112T010000Z\r\n",
    "DTSTART;TZID=\"China Standard Time\":20020112T090000\r\n",
    "DTSTART;TZID=Asia/Hong_Kong;X=\"a:b\":20020112T235960\r\n",
    "DTEND;VALUE=DATE:20020115\r\n",
    "DTEND:20020112T103000\r\n",
    "DURATION:P1DT2H30M\r\n",
    "DURATION:P5000W\r\n",
    "UID:k7f2@accolade.example\r\n",
    "SUMMARY:Closed\\, cleaning\\nAll day\r\n",
    "SUMMARY:衞生 \r\n 清潔\r\n",
    "SUMMARY:\r\n\t\r\n",
    "DESCRIPTION:A\\;B\\\\\r\n",
    "STATUS:CANCELLED\r\n",
    "ATTENDEE;CN=\"CHAN, Tai-man\":mailto:tm@dept.example\r\n",
    "X-ALT-DESC;FMTTYPE=text/html:<p>\r\n",
    "\r\n",
    "\r\n ",
];

/// Pieces that break one.
const ILLEGAL: [&[u8]; 32] = [
    b"BEGIN:VCALENDAR\r\n",
    b"END:VCALENDAR\r\n",
    b"END:VALARM\r\n",
    b"begin:vevent\n",
    b"BEGIN:\r\n",
    b"BEGIN",
    b"\xEF\xBB\xBF",
    b"SUMMARY:caf\xE9\r\n",
    b"SUMMARY:\xE8\r\n \xA1\x9E\r\n",
    b"RRULE:FREQ=WEEKLY;COUNT=99999999999999999999\r\n",
    b"RDATE:20020113T090000\r\n",
    b"DTSTART:-0010101\r\n",
    b"DTSTART:20020112T+9+0+0\r\n",
    b"DTSTART:20020230\r\n",
    b"DTSTART:99999999999999999999T999999Z\r\n",
    b"DTSTART;TZID=Nowhere/At_All:20020112T090000\r\n",
    b"DTSTART;TZID=:20020112T090000\r\n",
    b"DTSTART;TZID=\":20020112\r\n",
    b"DTEND:20020112T080000ZZ\r\n",
    b"DURATION:-PT1H\r\n",
    b"DURATION:P\r\n",
    b"DURATION:P100000W100000W100000W100000W100000W100000W\r\n",
    b"DURATION:PT99999999999999999999S\r\n",
    b"TZOFFSETTO:+99\r\n",
    b"TZOFFSETTO:\xE2\x88\x9207\r\n",
    b"TZID\r\n",
    b"SUMMARY\r\n",
    b";=\":,\\",
    b"\r",
    b"\0",
    b"\xC2",
    b" ",
];

/// A file of pieces: the first byte says how many and of which sort, every further one names a piece, or cuts the end off.
fn glued(bytes: &[u8]) -> Vec<u8> {
    let Some((sort, rest)) = bytes.split_first() else { return Vec::new() };
    let mut file = if sort & 1 == 0 { b"BEGIN:VCALENDAR\r\n".to_vec() } else { Vec::new() };
    for byte in rest.iter().take(usize::from(sort >> 3)) {
        let n = usize::from(byte % 32);
        match (byte / 32, sort & 6) {
            (7, 6) => file.truncate(file.len().saturating_sub(n)),
            (4..=6, 4 | 6) => file.extend_from_slice(ILLEGAL[n]),
            _ => file.extend_from_slice(LEGAL[n].as_bytes()),
        }
    }
    if sort & 1 == 0 {
        file.extend_from_slice(b"END:VCALENDAR\r\n");
    }
    file
}

/// What must hold of any file. Gives how many entries were taken.
fn judged(file: &[u8]) -> usize {
    let lines = file.split(|it| *it == b'\n').count();
    match read(file, Moment(1_009_843_200_000_000)) {
        Err(no) => {
            for complaint in &no.complaints {
                let line = complaint.values.iter().find(|it| it.0 == "line").map(|it| &it.1);
                assert!(matches!(line, Some(Value::Number(n)) if (1..=lines as i64).contains(n)), "{complaint:?} of {lines} lines");
            }
            0
        }
        Ok(all) => {
            let occasions: Vec<Occasion> = all.iter().map(occasion).collect();
            let feed = Feed { name: String::new(), tag: "en-HK", source: None, organizer: None };
            let again = read(calendar(&feed, Method::Publish, &occasions).as_bytes(), Moment(0)).unwrap();
            let meant = |all: &[Entry]| all.iter().map(|it| (it.starts, it.ends, it.is_cancelled)).collect::<Vec<_>>();
            assert_eq!(meant(&again), meant(&all));
            all.len()
        }
    }
}

fn occasion(it: &Entry) -> Occasion {
    Occasion {
        uid: it.uid.clone(),
        sequence: 0,
        created: it.starts,
        changed: it.starts,
        starts: it.starts,
        ends: it.ends,
        summary: it.summary.clone(),
        description: String::new(),
        location: String::new(),
        categories: Vec::new(),
        url: String::new(),
        state: if it.is_cancelled { Sure::Cancelled } else { Sure::Confirmed },
        attendee: None,
    }
}

#[test]
fn any_bytes_are_read_or_refused_by_a_line_of_theirs() {
    bolero::check!().for_each(|bytes: &[u8]| {
        judged(bytes);
    });
}

#[test]
fn pieces_of_calendars_glued_anyhow_are_refused_by_a_line_or_mean_the_same_when_written_again() {
    let (files, entries) = (AtomicUsize::new(0), AtomicUsize::new(0));
    bolero::check!().for_each(|bytes: &[u8]| {
        let taken = judged(&glued(bytes));
        files.fetch_add(usize::from(taken > 0), Ordering::Relaxed);
        entries.fetch_add(taken, Ordering::Relaxed);
    });
    assert!(files.load(Ordering::Relaxed) > 10, "it is vacuous if hardly any file is a calendar");
    println!("{files:?} files with {entries:?} entries were taken");
}
