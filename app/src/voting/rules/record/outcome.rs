//! What is added to a record at the announcement: how the days balanced, what the officers decided, and the signed result.

use std::{collections::BTreeMap, fmt::Write};

use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};

use super::{Hash, is_code, note, read_hex, read_number};
use crate::base::text::Bi;

const TITLE: &str = "accolade record result";

/// One poll day of one stop as it was reconciled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turnout {
    pub stop: String,
    pub day: String,
    /// Codes spent that day, but for tests.
    pub used: u64,
    /// Ballots on paper that were counted.
    pub paper: u64,
    /// Ballots with which the machines were tried.
    pub test: u64,
    pub spoilt: u64,
    pub void: u64,
    /// Ballots with a code that was already spent on another machine: not in the logs.
    pub duplicates: u64,
}

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// A class that had been set aside.
    Class,
    /// A day that could not be reconciled and is written off with a reason.
    WriteOff,
    /// A batch of slips made void.
    VoidBatch,
}

/// What two officers decided, with their reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub kind: DecisionKind,
    /// A class, or the words it begins with: `EX-1`, `EX-1:2001-09-14`.
    pub object: String,
    /// Whether the ballots of these classes are counted. Of several decisions about one class the last stands.
    pub counted: bool,
    pub reason: Bi,
    /// The posts that decided.
    pub by: Vec<String>,
    /// When, RFC 3339.
    pub at: String,
}

/// The certified result: the last line of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub scheme: String,
    /// The SHA-256 of the first line with its newline: nobody changes the names beside the numbers.
    pub header: Hash,
    /// The number of the last checkpoint and the SHA-256 of its whole note.
    pub last: (u64, Hash),
    /// The SHA-256 of all lines of turnout and decisions, with their newlines.
    pub statements: Hash,
    /// Votes by award and entry, of every entry on the ballot.
    pub totals: BTreeMap<(String, String), u64>,
    /// Votes not used, by award.
    pub blank: BTreeMap<String, u64>,
}

impl Outcome {
    pub fn text(&self) -> String {
        let (seq, last) = (self.last.0, hex::encode(self.last.1));
        let (header, statements) = (hex::encode(self.header), hex::encode(self.statements));
        let mut text = format!("{TITLE}\nscheme {}\nheader {header}\nlast {seq} {last}\nstatements {statements}\n", self.scheme);
        for ((award, entry), votes) in &self.totals {
            let _ = writeln!(text, "total {award} {entry} {votes}");
        }
        for (award, votes) in &self.blank {
            let _ = writeln!(text, "blank {award} {votes}");
        }
        text
    }

    /// Reads a text that this program could have written, and no other.
    pub fn parse(text: &str) -> Option<Outcome> {
        let mut lines = text.split_terminator('\n');
        lines.next().filter(|it| *it == TITLE)?;
        let scheme = lines.next()?.strip_prefix("scheme ").filter(|it| is_code(it))?.to_owned();
        let header = lines.next()?.strip_prefix("header ").and_then(read_hex)?;
        let (seq, last) = lines.next()?.strip_prefix("last ")?.split_once(' ')?;
        let statements = lines.next()?.strip_prefix("statements ").and_then(read_hex)?;
        let last = (read_number(seq)?, read_hex(last)?);
        let mut read = Outcome { scheme, header, last, statements, totals: BTreeMap::new(), blank: BTreeMap::new() };
        for line in lines {
            match line.split(' ').collect::<Vec<_>>()[..] {
                ["total", award, entry, votes] => read.totals.insert((award.to_owned(), entry.to_owned()), read_number(votes)?),
                ["blank", award, votes] => read.blank.insert(award.to_owned(), read_number(votes)?),
                _ => return None,
            };
        }
        (read.text() == text).then_some(read)
    }

    /// The signed note as it is published.
    pub fn sign(&self, key: &SigningKey) -> String {
        note::sign(&note::signer(&self.scheme), key, &self.text())
    }

    /// The result in a note, if it is of this scheme and signed with this key.
    pub fn open(scheme: &str, public: &[u8; 32], note: &str) -> Option<Outcome> {
        Outcome::parse(note::verify(&note::signer(scheme), public, note)?).filter(|it| it.scheme == scheme)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_reads_back_as_it_was_written_and_in_no_other_order() {
        let totals = [("A", "E1", 5), ("A", "E2", 0), ("B", "E1", 3)];
        let it = Outcome {
            scheme: "S".into(),
            header: [3; 32],
            last: (3, [1; 32]),
            statements: [2; 32],
            totals: totals.iter().map(|(award, entry, votes)| ((award.to_string(), entry.to_string()), *votes)).collect(),
            blank: [("A".into(), 1), ("B".into(), 0)].into(),
        };
        let text = it.text();
        assert!(text.ends_with("total A E1 5\ntotal A E2 0\ntotal B E1 3\nblank A 1\nblank B 0\n"), "{text}");
        assert_eq!(Outcome::parse(&text), Some(it));
        for (from, to) in [
            ("A E1 5\ntotal A E2 0", "A E2 0\ntotal A E1 5"),
            ("E1 5", "E1 05"),
            ("blank B 0\n", "blank B 0\n\n"),
            ("scheme S", "scheme  S"),
        ] {
            assert_eq!(Outcome::parse(&text.replace(from, to)), None, "{to}");
        }
    }
}
