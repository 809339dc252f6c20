//! Ballots on paper, for when the power fails: read by two officers, each on their own, and taken when both read the same (FT-13).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{BallotPaper, Choices, Refusal};
use crate::base::problem::{Answer, Complaints, Problem};

/// What one officer read: how many ballots, and the votes on them by award and entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperReturn {
    /// Valid ballots.
    pub ballots: i64,
    pub spoilt: i64,
    /// By award and entry; entries without a vote are left out.
    pub votes: BTreeMap<String, BTreeMap<String, i64>>,
}

/// The same as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperForm {
    pub stop: String,
    pub day: String,
    pub ballots: String,
    pub spoilt: String,
    pub votes: BTreeMap<String, BTreeMap<String, String>>,
}

fn count(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() { Some(0) } else { text.parse::<u32>().ok().filter(|n| *n < 100_000).map(i64::from) }
}

impl PaperForm {
    /// Reads it against the ballot: no more votes in an award than its ballots can carry, no more ballots than slips left.
    pub fn read(&self, paper: &BallotPaper, slips: i64) -> Answer<PaperReturn> {
        let mut wrong = Complaints::default();
        let mut number = |field: String, text: &str| {
            count(text).unwrap_or_else(|| {
                wrong.add(Problem::rule("voting-number-bad").on(field));
                0
            })
        };
        let (ballots, spoilt) = (number("ballots".into(), &self.ballots), number("spoilt".into(), &self.spoilt));
        let mut votes = BTreeMap::new();
        for award in &paper.awards {
            let typed = self.votes.get(&award.code);
            let mut of = BTreeMap::new();
            for entry in &award.entries {
                let text = typed.and_then(|it| it.get(&entry.code)).map_or("", String::as_str);
                let n = number(format!("votes[{}][{}]", award.code, entry.code), text);
                if n > 0 {
                    of.insert(entry.code.clone(), n);
                }
            }
            votes.insert(award.code.clone(), of);
        }
        for award in &paper.awards {
            let of = votes.get(&award.code);
            let sum: i64 = of.map_or(0, |of| of.values().sum());
            let one = of.is_some_and(|of| of.values().any(|n| *n > ballots));
            if sum > ballots * award.votes as i64 || one {
                wrong.add(Problem::from(Refusal::PaperVotes { award: award.code.clone(), most: ballots * award.votes as i64 }));
            }
        }
        if ballots + spoilt > slips {
            wrong.add(Problem::from(Refusal::PaperAboveSlips { slips }).on("ballots"));
        }
        wrong.check()?;
        Ok(PaperReturn { ballots, spoilt, votes })
    }
}

impl PaperReturn {
    /// The ballots of a return, each with its choices. Which vote in one award stood beside which in another is not known and not
    /// needed: the record never joins them.
    pub fn ballots(&self, paper: &BallotPaper) -> Vec<Choices> {
        let mut all: Vec<Choices> = vec![Choices::new(); self.ballots.max(0) as usize];
        for award in &paper.awards {
            let Some(of) = self.votes.get(&award.code) else { continue };
            // Dealt out in turn: as no entry has more votes than there are ballots, none meets itself on one ballot.
            let mut at = 0;
            for (entry, votes) in of {
                for _ in 0..*votes {
                    let count = all.len().max(1);
                    if let Some(ballot) = all.get_mut(at % count) {
                        ballot.entry(award.code.clone()).or_default().push(entry.clone());
                    }
                    at += 1;
                }
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        base::text::Bi,
        voting::rules::{BallotAward, BallotEntry},
    };

    fn paper() -> BallotPaper {
        let entry = |code: &str| BallotEntry { code: code.into(), title: Bi::default(), department: Bi::default(), summary: Bi::default() };
        let award = |code: &str, votes| BallotAward {
            code: code.into(),
            name: Bi::default(),
            votes,
            entries: ["A", "B", "C", "D"].map(entry).to_vec(),
        };
        BallotPaper { scheme: "S".into(), name: Bi::default(), awards: vec![award("DES", 1), award("PC", 3)] }
    }

    fn form(ballots: i64, spoilt: i64, votes: &[(&str, &str, i64)]) -> PaperForm {
        let mut form = PaperForm { ballots: ballots.to_string(), spoilt: spoilt.to_string(), ..PaperForm::default() };
        for (award, entry, n) in votes {
            form.votes.entry((*award).into()).or_default().insert((*entry).into(), n.to_string());
        }
        form
    }

    #[test]
    fn a_return_cannot_hold_more_than_its_ballots_or_its_slips() {
        let key = |form: PaperForm| form.read(&paper(), 15).map_err(|no| no.key().to_owned());
        assert!(key(form(14, 1, &[("DES", "A", 10), ("DES", "B", 4), ("PC", "C", 14)])).is_ok());
        assert_eq!(key(form(14, 2, &[])), Err("voting-paper-above-slips".into()));
        assert_eq!(key(form(3, 0, &[("DES", "A", 2), ("DES", "B", 2)])), Err("voting-paper-votes".into()));
        assert_eq!(key(form(3, 0, &[("PC", "A", 4)])), Err("voting-paper-votes".into()), "an entry twice on one ballot");
        assert_eq!(key(PaperForm { ballots: "x".into(), ..form(0, 0, &[]) }), Err("voting-number-bad".into()));
    }

    proptest! {
        #[test]
        fn the_ballots_of_a_return_say_just_what_it_says(ballots in 1..30i64, shares in prop::collection::vec(0..30i64, 4)) {
            let votes: BTreeMap<String, i64> =
                ["A", "B", "C", "D"].iter().zip(&shares).map(|(it, n)| (it.to_string(), (*n).min(ballots))).filter(|(_, n)| *n > 0).collect();
            prop_assume!(votes.values().sum::<i64>() <= ballots * 3);
            let it = PaperReturn { ballots, spoilt: 0, votes: BTreeMap::from([("PC".to_owned(), votes.clone())]) };
            let all = it.ballots(&paper());
            let mut counted: BTreeMap<String, i64> = BTreeMap::new();
            for ballot in &all {
                let chosen = ballot.get("PC").cloned().unwrap_or_default();
                prop_assert!(paper().awards[1].check(&chosen).is_ok(), "{:?}", chosen);
                chosen.iter().for_each(|it| *counted.entry(it.clone()).or_default() += 1);
            }
            prop_assert_eq!(all.len() as i64, ballots);
            prop_assert_eq!(counted, votes);
        }
    }
}
