//! What is on a ballot, in which order it is shown, what a voter may choose, and the receipt.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Refusal, code::ALPHABET};
use crate::base::text::Bi;

/// What can be voted for in one poll. Its identity is its codes: a corrected word makes no other ballot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BallotPaper {
    /// The code of the scheme.
    pub scheme: String,
    pub name: Bi,
    pub awards: Vec<BallotAward>,
}

/// One award on the ballot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BallotAward {
    pub code: String,
    pub name: Bi,
    /// The most entries one ballot may choose.
    pub votes: usize,
    /// On display, by their codes.
    pub entries: Vec<BallotEntry>,
}

/// One entry on display.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BallotEntry {
    pub code: String,
    pub title: Bi,
    pub department: Bi,
    pub summary: Bi,
}

/// What was chosen, by award. An award that is not there, or has none, was left blank.
pub type Choices = BTreeMap<String, Vec<String>>;

impl BallotPaper {
    /// Choices may be cast: no more than allowed, each once, each on display in its award, and not blank in all (I-28).
    pub fn check(&self, choices: &Choices) -> Result<(), Refusal> {
        for (code, chosen) in choices {
            let award = self.awards.iter().find(|it| it.code == *code).ok_or_else(|| Refusal::NotOnBallot { code: code.clone() })?;
            award.check(chosen)?;
        }
        if choices.values().all(Vec::is_empty) { Err(Refusal::Blank) } else { Ok(()) }
    }

    /// Choices in one fixed form: every award of the ballot, what was chosen sorted.
    pub fn canonical(&self, choices: &Choices) -> Choices {
        let of = |award: &BallotAward| {
            let mut chosen = choices.get(&award.code).cloned().unwrap_or_default();
            chosen.sort();
            (award.code.clone(), chosen)
        };
        self.awards.iter().map(of).collect()
    }
}

impl BallotAward {
    /// What is chosen in this award alone may stand.
    pub fn check(&self, chosen: &[String]) -> Result<(), Refusal> {
        if chosen.len() > self.votes {
            return Err(Refusal::TooMany { award: self.code.clone(), most: self.votes });
        }
        if chosen.iter().collect::<BTreeSet<_>>().len() < chosen.len() {
            return Err(Refusal::Twice { award: self.code.clone() });
        }
        match chosen.iter().find(|it| !self.entries.iter().any(|entry| entry.code == **it)) {
            Some(code) => Err(Refusal::NotOnBallot { code: code.clone() }),
            None => Ok(()),
        }
    }

    /// The quarter of the list, 0 to 3, in which an entry stood for a voter with this seed: coarse enough to say nothing of the
    /// voter, fine enough to test after the close whether the order mattered.
    pub fn quarter(&self, seed: u64, entry: &str) -> u8 {
        let places = order(seed, &self.code, self.entries.len());
        let place = places.iter().position(|at| self.entries.get(*at).is_some_and(|it| it.code == entry)).unwrap_or(0);
        (place * 4 / places.len().max(1)) as u8
    }
}

/// In which order the entries of an award are shown to one voter: a shuffle by the seed of their ballot, the same each time it
/// is asked for, so that neither a refresh nor another language moves anything.
///
/// Fisher–Yates over splitmix64; over many seeds each entry stands first as often as any other (I-33).
pub fn order(seed: u64, award: &str, count: usize) -> Vec<usize> {
    // Each award has its own order: its code goes into the seed (FNV-1a).
    let mut state = award.bytes().fold(seed ^ 0xCBF2_9CE4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3));
    let mut places: Vec<usize> = (0..count).collect();
    for left in (1..count).rev() {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        // The upper half of the product is even enough: the bias is below 2⁻⁵⁰ for any list a screen can show.
        places.swap(left, ((u128::from(z) * (left as u128 + 1)) >> 64) as usize);
    }
    places
}

/// The receipt of a ballot: sixteen characters made of the voter's key alone, so that a machine without a line can show it, and
/// nothing in it is a function of the choice.
pub fn receipt(key: &str) -> String {
    let hash = Sha256::digest(format!("accolade receipt\n{key}"));
    let bits = hash.iter().take(10).fold(0u128, |sum, byte| sum << 8 | u128::from(*byte));
    (0..16).map(|place| char::from(ALPHABET[(bits >> (5 * (15 - place)) & 31) as usize])).collect()
}

/// A receipt as it was typed: without hyphens and spaces, with the characters a receipt can have.
pub fn read_receipt(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '\u{3000}'))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    (plain.len() == 16 && plain.bytes().all(|b| ALPHABET.contains(&b))).then_some(plain)
}

/// A receipt as it is shown: `7QK4-MX2P-9RTB-00AZ`.
pub fn spoken_receipt(receipt: &str) -> String {
    receipt.as_bytes().chunks(4).map(|it| String::from_utf8_lossy(it).into_owned()).collect::<Vec<_>>().join("-")
}

/// What is signed and handed out with a receipt: a promise, not a proof of what was chosen.
pub fn promise(scheme: &str, receipt: &str, awards: &[&str], deadline: &str) -> String {
    format!("accolade receipt\n{scheme}\n{receipt}\n{}\nin the record by {deadline}\n", awards.join(" "))
}

/// What a machine hands in for a ballot; also what a kiosk seals into its journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cast {
    pub code: String,
    /// From the client, random: the same ballot sent twice is one ballot (I-34).
    pub key: String,
    /// Of the order in which the entries stood.
    pub seed: u64,
    pub choices: Choices,
}

/// A receipt as a program is given it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promised {
    pub receipt: String,
    /// What is signed, see [`promise`].
    pub text: String,
    /// Ed25519, hexadecimal.
    pub signature: String,
}

/// What became of an entry of a machine's journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Counted,
    /// The slip had been used on another machine: the first ballot counts, this one is told as a duplicate.
    Duplicate,
    /// No slip of ours, or one that could never be voted with.
    Refused,
}

/// The answer to a machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deposited {
    pub state: Fate,
    pub receipt: String,
    pub text: String,
    pub signature: String,
    /// The receipt's address as a picture, for the screen; empty where there is none.
    pub qr: String,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    pub fn paper() -> BallotPaper {
        let entry = |n: usize| BallotEntry {
            code: format!("E{n:02}"),
            title: Bi::new(format!("Entry {n}"), format!("作品{n}")),
            department: Bi::new("Department", "部門"),
            summary: Bi::default(),
        };
        let award = |code: &str, votes: usize, count: usize| BallotAward {
            code: code.into(),
            name: Bi::new(code, code),
            votes,
            entries: (1..=count).map(entry).collect(),
        };
        BallotPaper { scheme: "S".into(), name: Bi::new("Scheme", "計劃"), awards: vec![award("DES", 1, 24), award("PC", 3, 8)] }
    }

    fn choices(of: &[(&str, &[&str])]) -> Choices {
        of.iter().map(|(award, chosen)| (award.to_string(), chosen.iter().map(|it| it.to_string()).collect())).collect()
    }

    #[test]
    fn i_28_choices_are_few_enough_different_and_on_display() {
        let paper = paper();
        let check = |of: &[(&str, &[&str])]| paper.check(&choices(of));
        assert_eq!(check(&[("DES", &["E01"]), ("PC", &["E01", "E02", "E03"])]), Ok(()));
        assert_eq!(check(&[("DES", &["E24"])]), Ok(()), "one award may be left blank");
        assert_eq!(check(&[("DES", &["E01", "E02"])]), Err(Refusal::TooMany { award: "DES".into(), most: 1 }));
        assert_eq!(check(&[("PC", &["E01", "E01"])]), Err(Refusal::Twice { award: "PC".into() }));
        assert_eq!(check(&[("PC", &["E09"])]), Err(Refusal::NotOnBallot { code: "E09".into() }), "that one is in the other award");
        assert_eq!(check(&[("XX", &["E01"])]), Err(Refusal::NotOnBallot { code: "XX".into() }));
        assert_eq!(check(&[("DES", &[]), ("PC", &[])]), Err(Refusal::Blank));
        assert_eq!(check(&[]), Err(Refusal::Blank));
    }

    #[test]
    fn i_33_over_a_thousand_ballots_each_entry_stands_first_as_often_as_any_other() {
        let (sessions, entries) = (1000u64, 24usize);
        let mut first = vec![0u32; entries];
        for session in 0..sessions {
            first[order(session.wrapping_mul(0x9E37_79B9_7F4A_7C15), "DES", entries)[0]] += 1;
        }
        let expected = sessions as f64 / entries as f64;
        let error = (sessions as f64 * (1.0 / entries as f64) * (1.0 - 1.0 / entries as f64)).sqrt();
        for (entry, count) in first.iter().enumerate() {
            assert!((f64::from(*count) - expected).abs() <= 5.0 * error, "entry {entry} stood first {count} times of {sessions}");
        }
    }

    #[test]
    fn a_receipt_is_read_back_as_people_type_it() {
        let it = receipt("00112233445566778899aabbccddeeff");
        assert_eq!(read_receipt(&spoken_receipt(&it).to_lowercase()), Some(it.clone()));
        assert_eq!(read_receipt(&it[1..]), None);
        assert_ne!(it, receipt("00112233445566778899aabbccddeefe"));
    }

    proptest! {
        #[test]
        fn an_order_has_every_entry_once_and_stays_still(seed: u64, count in 0..60usize) {
            let places = order(seed, "DES", count);
            let mut sorted = places.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..count).collect::<Vec<_>>());
            prop_assert_eq!(order(seed, "DES", count), places);
        }

        #[test]
        fn the_quarter_is_where_the_entry_stood(seed: u64, place in 0..24usize) {
            let paper = paper();
            let award = &paper.awards[0];
            let entry = &award.entries[order(seed, &award.code, 24)[place]].code;
            prop_assert_eq!(usize::from(award.quarter(seed, entry)), place / 6);
        }
    }
}
