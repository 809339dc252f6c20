//! Test ballots: what staff are to cast is drawn, and committed to, when their slips are printed; what the record holds in the end
//! must be just that. They try the whole way of a ballot, and are counted for nobody.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{BallotPaper, Choices};

/// Votes by award and entry; those not used under an empty entry.
pub type Table = BTreeMap<String, BTreeMap<String, i64>>;

/// What is to be cast with the slips of one batch, first to last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script(pub Vec<Choices>);

impl Script {
    /// Every entry comes up in turn, and so does leaving an award blank, from a place that chance gives; no ballot is all blank.
    pub fn draw(paper: &BallotPaper, slips: usize, chance: u64) -> Script {
        let ballot = |n: usize| {
            let mut choices = Choices::new();
            for (at, award) in paper.awards.iter().enumerate() {
                // One more than there are entries: the last leaves the award blank. Awards are out of step, or all would be blank at once.
                let from = ((chance % 1000) as usize + at + n) % (award.entries.len() + 1);
                let chosen = award.entries.iter().skip(from).take(award.votes).map(|it| it.code.clone());
                choices.insert(award.code.clone(), chosen.collect());
            }
            if choices.values().all(Vec::is_empty)
                && let Some(award) = paper.awards.iter().find(|it| !it.entries.is_empty())
            {
                choices.insert(award.code.clone(), award.entries.iter().take(1).map(|it| it.code.clone()).collect());
            }
            paper.canonical(&choices)
        };
        Script((0..slips).map(ballot).collect())
    }

    /// What these of its ballots, counted from 0, must give.
    pub fn expected(&self, paper: &BallotPaper, cast: impl IntoIterator<Item = usize>) -> Table {
        let mut table = Table::new();
        for choices in cast.into_iter().filter_map(|at| self.0.get(at)) {
            for award in &paper.awards {
                let chosen = choices.get(&award.code).map_or(&[][..], Vec::as_slice);
                let row = table.entry(award.code.clone()).or_default();
                for entry in chosen {
                    *row.entry(entry.clone()).or_default() += 1;
                }
                let blank = award.votes.saturating_sub(chosen.len()) as i64;
                if blank > 0 {
                    *row.entry(String::new()).or_default() += blank;
                }
            }
        }
        table
    }
}

/// One number that is not what was committed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    pub award: String,
    /// Empty: votes not used.
    pub entry: String,
    pub expected: i64,
    pub found: i64,
}

/// The test ballots of one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Test slips that were voted with.
    pub cast: i64,
    /// Of them, not sealed yet: nothing is known of them.
    pub waiting: i64,
    pub odd: Vec<Odd>,
}

impl Trial {
    /// Compares what was cast with what the record holds.
    pub fn compare(cast: i64, waiting: i64, expected: &Table, found: &Table) -> Trial {
        let number = |table: &Table, award: &str, entry: &str| table.get(award).and_then(|it| it.get(entry)).copied().unwrap_or(0);
        let mut keys: Vec<(&String, &String)> =
            [expected, found].into_iter().flatten().flat_map(|(award, row)| row.keys().map(move |entry| (award, entry))).collect();
        keys.sort();
        keys.dedup();
        let odd = |(award, entry): (&String, &String)| {
            let (expected, found) = (number(expected, award, entry), number(found, award, entry));
            (expected != found).then(|| Odd { award: award.clone(), entry: entry.clone(), expected, found })
        };
        Trial { cast, waiting, odd: if waiting > 0 { Vec::new() } else { keys.into_iter().filter_map(odd).collect() } }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{BallotAward, BallotEntry},
        *,
    };

    fn paper(entries: usize, votes: usize) -> BallotPaper {
        let entry =
            |n: usize| BallotEntry { code: format!("E{n}"), title: <_>::default(), department: <_>::default(), summary: <_>::default() };
        let award = |code: &str| BallotAward { code: code.into(), name: <_>::default(), votes, entries: (0..entries).map(entry).collect() };
        BallotPaper { scheme: "S".into(), name: <_>::default(), awards: vec![award("A"), award("B")] }
    }

    proptest! {
        #[test]
        fn every_ballot_of_a_script_may_be_cast(entries in 1usize..9, votes in 1usize..4, chance: u64) {
            let paper = paper(entries, votes);
            for choices in Script::draw(&paper, 30, chance).0 {
                prop_assert_eq!(paper.check(&choices), Ok(()));
            }
        }

        #[test]
        fn a_script_tries_every_entry_and_the_blank(entries in 1usize..9, chance: u64) {
            let paper = paper(entries, 1);
            let table = Script::draw(&paper, 60, chance).expected(&paper, 0..60);
            for row in table.values() {
                prop_assert_eq!(row.len(), entries + 1);
                prop_assert_eq!(row.values().sum::<i64>(), 60);
            }
        }
    }

    #[test]
    fn a_ballot_that_came_out_as_another_is_named() {
        let paper = paper(3, 1);
        let script = Script::draw(&paper, 4, 0);
        let expected = script.expected(&paper, [0, 1, 2]);
        assert_eq!(Trial::compare(3, 0, &expected, &expected), Trial { cast: 3, waiting: 0, odd: vec![] });
        let mut found = expected.clone();
        let row = found.get_mut("A").unwrap();
        *row.get_mut("E0").unwrap() -= 1;
        *row.entry("E1".into()).or_default() += 1;
        let odd = Trial::compare(3, 0, &expected, &found).odd;
        assert_eq!(odd.iter().map(|it| (it.entry.as_str(), it.expected, it.found)).collect::<Vec<_>>(), [("E0", 1, 0), ("E1", 1, 2)]);
        assert!(Trial::compare(3, 1, &expected, &Table::new()).odd.is_empty(), "nothing is known before it is sealed");
    }
}
