//! The lines of a record file, one JSON value each. Whoever has the ballots calls these in the order of the file; long lists
//! are cut, so no line grows with the size of a batch.

use serde::Serialize;

use super::{BallotLeaf, Decision, Hash, Turnout};
use crate::{
    base::text::Bi,
    voting::{BallotAward, BallotPaper},
};

/// What the first line says the file is.
pub const KIND: &str = "accolade-record/1";

/// The most items of a list in one line.
pub const ITEMS: usize = 1000;

#[derive(Serialize)]
struct HeaderLine<'a> {
    record: &'a str,
    scheme: &'a str,
    name: &'a Bi,
    key: String,
    awards: Vec<AwardLine<'a>>,
}

#[derive(Serialize)]
struct AwardLine<'a> {
    code: &'a str,
    name: &'a Bi,
    votes: usize,
    entries: Vec<EntryLine<'a>>,
}

#[derive(Serialize)]
struct EntryLine<'a> {
    code: &'a str,
    title: &'a Bi,
    department: &'a Bi,
}

impl AwardLine<'_> {
    fn of(it: &BallotAward) -> AwardLine<'_> {
        let entries = it.entries.iter().map(|it| EntryLine { code: &it.code, title: &it.title, department: &it.department }).collect();
        AwardLine { code: &it.code, name: &it.name, votes: it.votes, entries }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Line<'a> {
    Checkpoint(&'a str),
    Turnout(&'a [Turnout]),
    Decision(&'a Decision),
    Result(&'a str),
}

fn line(value: &impl Serialize) -> String {
    // Strings, numbers and lists only: nothing in a line can fail to become JSON.
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

/// The first line: what could be voted for, and the key that signs.
pub fn header(paper: &BallotPaper, key: &[u8; 32]) -> String {
    line(&HeaderLine {
        record: KIND,
        scheme: &paper.scheme,
        name: &paper.name,
        key: hex::encode(key),
        awards: paper.awards.iter().map(AwardLine::of).collect(),
    })
}

/// The receipts of a batch, each as its [`receipt_hash`](super::receipt_hash), in the order of the log.
pub fn inclusion(batch: u64, receipts: &[Hash]) -> String {
    let head = format!("{{\"batch\":{batch},\"inclusion\":[");
    lists(&head, receipts, |hash, text| quoted(text, &hex::encode(hash)))
}

/// The choices of a batch in one award, opened, in the order of the log.
pub fn ballots(batch: u64, award: &str, leaves: &[BallotLeaf]) -> String {
    let head = format!("{{\"batch\":{batch},\"award\":{},\"ballots\":[", json(award));
    lists(&head, leaves, |leaf, text| {
        text.push('[');
        text.push_str(&json(&leaf.choice));
        text.push(',');
        text.push_str(&json(&leaf.class));
        text.push_str(&format!(",{},", leaf.quarter));
        quoted(text, &hex::encode(leaf.nonce));
        text.push(']');
    })
}

/// The same before the announcement: the hash of each leaf and nothing else.
pub fn hidden(batch: u64, award: &str, leaves: &[Hash]) -> String {
    let head = format!("{{\"batch\":{batch},\"award\":{},\"leaves\":[", json(award));
    lists(&head, leaves, |hash, text| quoted(text, &hex::encode(hash)))
}

/// The signed note of a checkpoint, after the lines of its batch.
pub fn checkpoint(note: &str) -> String {
    line(&Line::Checkpoint(note))
}

/// How the poll days balanced; after the last checkpoint.
pub fn turnout(days: &[Turnout]) -> String {
    days.chunks(ITEMS).map(|days| line(&Line::Turnout(days))).collect()
}

/// What was decided about one class or day.
pub fn decision(decision: &Decision) -> String {
    line(&Line::Decision(decision))
}

/// The signed note of the result: the last line.
pub fn result(note: &str) -> String {
    line(&Line::Result(note))
}

fn lists<T>(head: &str, items: &[T], item: impl Fn(&T, &mut String)) -> String {
    let mut text = String::new();
    for part in items.chunks(ITEMS) {
        text.push_str(head);
        for (at, it) in part.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            item(it, &mut text);
        }
        text.push_str("]}\n");
    }
    text
}

fn quoted(text: &mut String, plain: &str) {
    text.push('"');
    text.push_str(plain);
    text.push('"');
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut_and_each_line_is_json() {
        let text = inclusion(7, &vec![[0xAB; 32]; 2 * ITEMS + 1]);
        assert!(text.ends_with('\n'));
        let lines: Vec<serde_json::Value> = text.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
        let counts: Vec<usize> = lines.iter().map(|it| it["inclusion"].as_array().unwrap().len()).collect();
        assert_eq!(counts, [ITEMS, ITEMS, 1]);
        assert!(lines.iter().all(|it| it["batch"] == 7));
        assert_eq!(inclusion(7, &[]), "");
    }

    #[test]
    fn a_ballot_is_choice_class_quarter_and_nonce() {
        let leaf = |choice: &str| BallotLeaf {
            award: "A".into(),
            choice: choice.into(),
            class: "S:2001-09-14:am:kiosk".into(),
            batch: 2,
            quarter: 0,
            nonce: [1; 32],
        };
        let nonce = "01".repeat(32);
        let expected = format!(
            "{{\"batch\":2,\"award\":\"A\",\"ballots\":[[\"E1\",\"S:2001-09-14:am:kiosk\",0,\"{nonce}\"],[\"\",\"S:2001-09-14:am:kiosk\",0,\"{nonce}\"]]}}\n"
        );
        assert_eq!(ballots(2, "A", &[leaf("E1"), leaf("")]), expected);
    }
}
