//! The public vote of the demo: eight stops in September 2001 with their slips, visitors, balances and count, and the stops that
//! are only planned; as dated deeds for the stage.
//!
//! How many came and what they liked is worked out here, without chance: the same ballots every time, told to nobody before the
//! announcement.

use app::{
    base::{
        problem::{Answer, OrUnknown},
        time::{Day, Moment},
    },
    voting::{Choices, PaperForm, StopForm},
};

use super::{
    story::{Deed, HOUSE, What},
    table::{self, Row},
};

/// What is done about stops, slips and ballots.
pub enum VoteDeed {
    Plan(Box<StopForm>),
    Confirm(String),
    SetUp {
        stop: String,
        number: i64,
    },
    Print {
        stop: String,
        size: i64,
    },
    Issue {
        stop: String,
        number: i64,
    },
    Open {
        stop: String,
        day: Day,
    },
    /// Visitors vote with slips of a batch, from one place in it on.
    Cast {
        stop: String,
        number: i64,
        from: usize,
        count: usize,
        first: usize,
    },
    Paper(Box<PaperForm>),
    /// Closes a day: so many slips came back, and of so many nothing is known.
    Close {
        stop: String,
        day: Day,
        unused: i64,
        missing: i64,
    },
    Reconcile {
        stop: String,
        day: Day,
    },
    Count(String),
    Certify(String),
}

/// Who votes: no persona, and nobody signed in.
pub const VISITORS: &str = "visitors";

const OFFICER: &str = "exhibition@demo.example";
const OFFICER2: &str = "exhibition2@demo.example";
const SECRETARY: &str = "secretary@demo.example";
const SECRETARY2: &str = "secretary2@demo.example";
const SCHEME: &str = "BPP2";

/// When visitors come, and how many of a hundred; the slips of the afternoon's batch from the third time on.
const HOURS: [((u32, u32), usize); 6] = [((11, 5), 12), ((11, 50), 13), ((13, 40), 20), ((15, 40), 24), ((17, 30), 20), ((19, 20), 11)];

/// The day of the power cut at Tuen Mun: ballots with a code, on paper, spoilt, not used.
const POWER_CUT: (&str, usize, i64, i64, i64) = ("EX-BPP2-4", 193, 14, 1, 4);

fn deed(at: Moment, who: &str, what: VoteDeed) -> Deed {
    Deed { at, who: who.into(), what: What::Vote(what) }
}

/// Everything about the exhibitions; whoever plays it puts it in order.
pub fn deeds() -> Answer<Vec<Deed>> {
    let day = |y, m, d| Day::new(y, m, d).or_unknown();
    let mut all = Vec::new();
    let mut voters = 0;
    for row in table::read("exhibitions", include_str!("../../demo/exhibitions.csv"))? {
        let code = row.get("code").to_owned();
        let planned = match row.get("series") {
            SCHEME => day(2001, 7, 3)?,
            "SHW" => day(2001, 8, 28)?,
            _ => day(2002, 5, 20)?,
        };
        let minutes = all.len() as i64 % 90;
        all.push(deed(planned.at(10, 0).plus_minutes(minutes), OFFICER, VoteDeed::Plan(Box::new(form(&row)))));
        if row.get("series") != SCHEME {
            continue;
        }
        all.push(deed(day(2001, 8, 14)?.at(11, 0).plus_minutes(minutes), OFFICER, VoteDeed::Confirm(code)));
        all.extend(held(&row, &mut voters)?);
    }
    all.push(deed(day(2001, 10, 4)?.at(16, 0), SECRETARY, VoteDeed::Count(SCHEME.into())));
    all.push(deed(day(2001, 10, 5)?.at(10, 0), SECRETARY2, VoteDeed::Certify(SCHEME.into())));
    Ok(all)
}

fn form(row: &Row) -> StopForm {
    let has_poll = row.get("public_poll") == "Y";
    let get = |column: &str| row.get(column).to_owned();
    StopForm {
        code: get("code"),
        series: get("series"),
        scheme: if has_poll { get("series") } else { String::new() },
        name_en: get("name_en"),
        name_zh: get("name_zh"),
        venue: get("venue_code"),
        starts: get("starts_on"),
        ends: get("ends_on"),
        opens: get("daily_open"),
        closes: get("daily_close"),
        kiosks: get("kiosks"),
        note_en: get("note_en"),
        note_zh: get("note_zh"),
        access_en: String::new(),
        access_zh: String::new(),
        roster: if has_poll { "Early: Clerical Officer (Exhibition)1\nLate: Clerical Officer (Exhibition)2".into() } else { String::new() },
        version: String::new(),
    }
}

/// One stop of the election, day by day.
fn held(row: &Row, voters: &mut usize) -> Answer<Vec<Deed>> {
    let (code, slips) = (row.get("code").to_owned(), row.number("ballot_slips")? as usize);
    let (first, last) = (row.day("starts_on")?, row.day("ends_on")?);
    let clock = |text: &str| -> Option<(u32, u32)> {
        let (hour, minute) = text.split_once(':')?;
        Some((hour.parse().ok()?, minute.parse().ok()?))
    };
    let (opens, closes) = (
        clock(row.get("daily_open")).ok_or_else(|| row.wrong("daily_open"))?,
        clock(row.get("daily_close")).ok_or_else(|| row.wrong("daily_close"))?,
    );
    let days = first.days_until(last) as usize + 1;
    let mut all = Vec::new();
    for number in 1..=row.number("kiosks")? {
        all.push(deed(first.at(9, 20), OFFICER, VoteDeed::SetUp { stop: code.clone(), number }));
    }
    let mut batch = 0;
    for n in 0..days {
        let day = first.plus(n as u64);
        // Weekends draw more; every stop has its own pull.
        let pull = 38 + (n * 17 + code.len() * 7 + code.as_bytes().last().map_or(0, |b| usize::from(*b)) * 5) % 19;
        let busy = if day.is_saturday() || day.is_sunday() { 12 } else { 0 };
        let power_cut = code == POWER_CUT.0 && n == 0;
        let total = if power_cut { POWER_CUT.1 } else { slips / days * (pull + busy) / 100 };
        let size = (total * 6 / 10 + 20) as i64;
        for number in [batch + 1, batch + 2] {
            all.push(deed(day.at(9, 25), OFFICER, VoteDeed::Print { stop: code.clone(), size }));
            let given = if number == batch + 1 { day.at(9, 40) } else { day.at(13, 5) };
            all.push(deed(given, OFFICER, VoteDeed::Issue { stop: code.clone(), number }));
        }
        all.push(deed(day.at(opens.0, opens.1), OFFICER, VoteDeed::Open { stop: code.clone(), day }));
        let (mut cast, mut here) = (0, [0usize; 2]);
        for (step, ((hour, minute), share)) in HOURS.into_iter().enumerate() {
            let wanted = if step == HOURS.len() - 1 { total - cast } else { total * share / 100 };
            let at = day.at(hour, minute);
            // The morning's batch first; whatever it does not hold comes from the afternoon's.
            let which = usize::from(step >= 2);
            let count = wanted.min(size as usize - here[which]);
            let parts = [(which, count), (1 - which, wanted - count)];
            for (which, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
                let number = batch + 1 + which as i64;
                let ballots = VoteDeed::Cast { stop: code.clone(), number, from: here[which], count, first: *voters };
                all.push(deed(at, VISITORS, ballots));
                here[which] += count;
                *voters += count;
            }
            cast += wanted;
            all.push(Deed { at: at.plus_minutes(16), who: HOUSE.into(), what: What::Tick });
        }
        batch += 2;
        let end = day.at(closes.0, closes.1);
        all.push(Deed { at: end, who: HOUSE.into(), what: What::Tick });
        let unused = if power_cut { POWER_CUT.4 } else { (total % 7) as i64 };
        // One day ended with two slips that nobody could find.
        let missing = if code == "EX-BPP2-2" && n == 1 { 2 } else { 0 };
        if power_cut {
            for (minutes, who) in [(-200, OFFICER), (25, OFFICER2)] {
                all.push(deed(end.plus_minutes(minutes), who, VoteDeed::Paper(Box::new(paper(&code, day)))));
            }
        }
        all.push(deed(end.plus_minutes(15), OFFICER, VoteDeed::Close { stop: code.clone(), day, unused, missing }));
        all.push(deed(end.plus_minutes(35), OFFICER2, VoteDeed::Reconcile { stop: code.clone(), day }));
        all.push(Deed { at: end.plus_minutes(40), who: HOUSE.into(), what: What::Tick });
    }
    Ok(all)
}

/// What was on the fourteen ballots of the power cut.
fn paper(stop: &str, day: Day) -> PaperForm {
    let votes = |of: &[(&str, i64)]| of.iter().map(|(entry, n)| (format!("{SCHEME}-{entry}"), n.to_string())).collect();
    PaperForm {
        stop: stop.into(),
        day: day.iso(),
        ballots: POWER_CUT.2.to_string(),
        spoilt: POWER_CUT.3.to_string(),
        votes: [
            (format!("{SCHEME}-DES"), votes(&[("E03", 4), ("E05", 3), ("E11", 2), ("E14", 3), ("E24", 1)])),
            (format!("{SCHEME}-CON"), votes(&[("E02", 3), ("E05", 4), ("E09", 2), ("E14", 4)])),
        ]
        .into(),
    }
}

/// What the so-manieth voter chose: some entries are loved, none is forgotten, and some voters leave one award blank.
pub fn choices(voter: usize, awards: &[(String, Vec<String>)]) -> Choices {
    let mixed = |salt: u64| {
        let mut z = (voter as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ salt.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 30)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let blank = mixed(99) % 23;
    awards
        .iter()
        .enumerate()
        .map(|(n, (award, entries))| {
            let weight = |index: usize| 38 + (index * if n == 0 { 89 } else { 61 } + 17) % 211 + if index % 9 == 4 { 170 } else { 0 };
            let all: usize = (0..entries.len()).map(weight).sum();
            let mut left = mixed(n as u64) as usize % all.max(1);
            let chosen = entries.iter().enumerate().find(|(index, _)| {
                let here = weight(*index);
                let hit = left < here;
                left = left.saturating_sub(here);
                hit
            });
            let chosen = chosen.map(|(_, it)| it.clone()).filter(|_| blank != n as u64);
            (award.clone(), chosen.into_iter().collect())
        })
        .collect()
}
