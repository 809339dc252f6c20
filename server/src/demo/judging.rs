//! The panel of the demo: who sits on it, what they declared, how they scored, what was decided, as dated deeds for the stage.
//!
//! Scores come from the tables and from arithmetic, never from chance: the same sheets every time.

use std::collections::BTreeMap;

use app::{
    awards::{DeclarationForm, acts::score::Written},
    base::{
        problem::{Answer, OrUnknown},
        time::{Day, Moment},
    },
};

use super::{
    awards::AwardDeed,
    story::{Deed, What},
    table,
};

const SCHEME: &str = "BPP2";
const SECRETARY: &str = "secretary@demo.example";
const SECRETARY2: &str = "secretary2@demo.example";
const CHAIR: &str = "chair@demo.example";

/// A judge: persona, departments they advise, how strict in half points, entries a day, and the first evening.
struct Judge {
    persona: &'static str,
    advises: &'static str,
    strict: i64,
    a_day: usize,
    first: u32,
}

/// Five from outside and the chair. By preset b some have done much and one has not begun.
const JUDGES: [Judge; 6] = [
    Judge { persona: "chair", advises: "", strict: 0, a_day: 2, first: 12 },
    Judge { persona: "judge1", advises: "AFCD", strict: 1, a_day: 2, first: 9 },
    Judge { persona: "judge2", advises: "", strict: -1, a_day: 3, first: 10 },
    Judge { persona: "judge3", advises: "", strict: 2, a_day: 3, first: 12 },
    Judge { persona: "judge4", advises: "", strict: 0, a_day: 6, first: 9 },
    Judge { persona: "judge5", advises: "", strict: -2, a_day: 4, first: 22 },
];

/// Interests that were declared: judge, entry, stance, and what the chair should know.
const DECLARED: [(&str, &str, &str, &str); 3] = [
    ("judge2", "BPP2-E12", "unsure", "A cousin works at an enquiry centre of this department, not on the pledge."),
    ("judge4", "BPP2-E13", "interest", ""),
    ("judge5", "BPP2-E19", "unsure", "I sat on a reading committee of the libraries until 1998."),
];

/// What judges write: the same few things, in turn.
const COMMENTS: [&str; 6] = [
    "Clear from two metres away; the standard stands where the eye falls first.",
    "The two languages say the same, which is rarer than it should be.",
    "Measurable throughout. I would have liked last year’s results beside each standard.",
    "標準清楚易明，但未有說明未能達標時市民可如何跟進。",
    "版面開揚，字體夠大，長者亦容易閱讀。",
    "A pledge one would keep on the refrigerator. The way to complain is hard to find.",
];

/// Everything about the panel of the first scheme, from its round to its decision.
pub fn deeds() -> Answer<Vec<Deed>> {
    let day = |month, day| Day::new(2001, month, day).or_unknown();
    let deed = |at: Moment, who: &str, what: AwardDeed| Deed { at, who: who.into(), what: What::Award(what) };
    let entries: Vec<(String, String)> = table::read("entries", include_str!("../../demo/entries.csv"))?
        .iter()
        .filter(|row| row.get("scheme_code") == SCHEME)
        .map(|row| (row.get("code").to_owned(), row.get("dept_code").to_owned()))
        .collect();
    let set = day(9, 24)?.at(15, 0);
    let scheme = || SCHEME.to_owned();
    let mut all =
        vec![deed(set, SECRETARY, AwardDeed::Round { scheme: scheme(), opens: day(10, 8)?.at(9, 0), closes: day(11, 16)?.at(18, 0) })];
    for judge in &JUDGES {
        let (email, organisations, is_chair) = (address(judge.persona), judge.advises.to_owned(), judge.persona == "chair");
        all.push(deed(set.plus_minutes(10), SECRETARY, AwardDeed::Seat { scheme: scheme(), email, organisations, is_chair }));
    }
    all.push(deed(day(10, 2)?.at(9, 0), SECRETARY, AwardDeed::OpenRound(scheme())));
    for (number, judge) in (0..).zip(&JUDGES) {
        let at = day(10, 2)?.at(19, 30).plus_days(number % 4);
        all.push(deed(at, &address(judge.persona), AwardDeed::Declare { scheme: scheme(), forms: declared(judge, &entries) }));
    }
    for (judge, entry, ruling) in [("judge2", "BPP2-E12", "cleared"), ("judge5", "BPP2-E19", "barred")] {
        let (judge, entry, ruling) = (address(judge), entry.to_owned(), ruling.to_owned());
        all.push(deed(day(10, 6)?.at(11, 0), CHAIR, AwardDeed::RuleInterest { scheme: scheme(), judge, entry, ruling }));
    }
    all.push(deed(day(10, 8)?.at(9, 30), SECRETARY, AwardDeed::Assign(scheme())));
    all.push(deed(day(10, 8)?.at(9, 40), SECRETARY, AwardDeed::BeginScoring(scheme())));
    all.push(deed(day(11, 12)?.at(10, 0), SECRETARY, AwardDeed::Chase(scheme())));
    for (number, judge) in JUDGES.iter().enumerate() {
        all.extend(scores(number, judge, &entries)?);
    }
    all.extend([
        deed(day(11, 19)?.at(9, 30), CHAIR, AwardDeed::Lock(scheme())),
        deed(day(11, 19)?.at(14, 30), CHAIR, AwardDeed::Deliberate(scheme())),
        deed(day(11, 19)?.at(17, 0), CHAIR, AwardDeed::Decide(scheme())),
        deed(day(11, 21)?.at(10, 0), SECRETARY2, AwardDeed::Approve(scheme())),
    ]);
    Ok(all)
}

fn address(persona: &str) -> String {
    format!("{persona}@demo.example")
}

fn declared(judge: &Judge, entries: &[(String, String)]) -> BTreeMap<String, DeclarationForm> {
    entries
        .iter()
        .map(|(code, _)| {
            let said = DECLARED.iter().find(|(who, entry, ..)| *who == judge.persona && entry == code);
            let (stance, note) = said.map_or(("none", ""), |(_, _, stance, note)| (stance, note));
            (code.clone(), DeclarationForm { stance: stance.into(), note: note.into() })
        })
        .collect()
}

/// A judge scores so many entries an evening, skipping those they may not open, until all are done.
fn scores(number: usize, judge: &Judge, entries: &[(String, String)]) -> Answer<Vec<Deed>> {
    let barred = |code: &str, department: &str| {
        department == judge.advises || DECLARED.iter().any(|(who, entry, ..)| *who == judge.persona && *entry == code && (*who != "judge2"))
    };
    let mine: Vec<(usize, &str)> = entries
        .iter()
        .enumerate()
        .filter(|(_, (code, department))| !barred(code, department))
        .map(|(i, (code, _))| (i, code.as_str()))
        .collect();
    let first = Day::new(2001, 10, judge.first).or_unknown()?;
    let mut all = Vec::new();
    for (turn, (index, entry)) in mine.into_iter().enumerate() {
        let at = first.at(20, 15).plus_days((turn / judge.a_day) as i64);
        for (award, keys) in AWARDS {
            let sheet = Written {
                entry: entry.into(),
                award: award.into(),
                version: "1".into(),
                scores: keys.iter().enumerate().map(|(k, key)| (key.to_string(), score(index, number, k, award, judge.strict))).collect(),
                comment: Some(COMMENTS[(index * 5 + number) % COMMENTS.len()].into()),
            };
            all.push(Deed { at, who: address(judge.persona), what: What::Award(AwardDeed::Score(Box::new(sheet))) });
        }
    }
    Ok(all)
}

const AWARDS: [(&str, &[&str]); 2] = [
    ("BPP2-DES", &["legibility", "layout", "bilingual_parity", "access", "originality"]),
    ("BPP2-CON", &["relevance", "measurability", "plain_language", "redress"]),
];

/// From 4 to 9.5: each entry has its own height in each award, each criterion its own, each judge their own strictness and whims.
fn score(entry: usize, judge: usize, criterion: usize, award: &str, strict: i64) -> String {
    let design = award.ends_with("DES");
    let height = ((entry * if design { 7 } else { 11 } + if design { 3 } else { 5 }) % 24) as i64 / 3;
    let whim = ((entry * 13 + judge * 17 + criterion * 29) % 5) as i64 - 2;
    let halves = (10 + height + whim - strict).clamp(7, 19);
    format!("{}.{}", halves / 2, if halves % 2 == 0 { 0 } else { 5 })
}
