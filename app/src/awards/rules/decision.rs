//! What the panel resolves. The ranking proposes; people decide, and say why where they depart from it (I-23).

use serde::{Deserialize, Serialize};

use crate::base::problem::{Complaints, Problem};

use super::combine::Ranking;

/// What an entry receives in one award, the highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placing {
    Winner,
    Merit,
    NotAwarded,
}

crate::stored!(Placing: Winner = "winner", Merit = "merit", NotAwarded = "not_awarded");

/// What is resolved about one entry in one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub award: String,
    pub entry: String,
    pub placing: Placing,
    /// Why it departs from the ranking; empty where it does not.
    pub reason: String,
}

/// The chair's record of the panel's meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deliberation {
    /// [`Ranking::record`] as it lay on the table.
    pub table: String,
    pub notes: String,
}

/// The decisions that the ranking alone would not give, by entry.
///
/// The ranking gives the award to the first place, shared if it is shared, and nothing more to a lower place than to a
/// higher or equal one. How many merit awards there are is the panel's to say.
pub fn departures<'a>(ranking: &Ranking, decisions: &'a [Decision]) -> Vec<&'a str> {
    let place = |it: &Decision| ranking.place(&it.entry).unwrap_or(usize::MAX);
    decisions
        .iter()
        .filter(|it| {
            let is_first = place(it) == 1;
            let passes_by = decisions.iter().any(|other| place(other) <= place(it) && other.placing > it.placing);
            is_first != (it.placing == Placing::Winner) || passes_by
        })
        .map(|it| it.entry.as_str())
        .collect()
}

/// The resolution may stand: each ranked entry once, each departure with its reason, each on enough sheets (I-19, I-23).
///
/// `sheets` are the submitted sheets by entry; none are needed where the public alone decides (`least` 0).
pub fn check(ranking: &Ranking, decisions: &[Decision], sheets: &[(String, usize)], least: usize) -> Result<(), Problem> {
    let mut wrong = Complaints::default();
    for line in &ranking.lines {
        let field = format!("decisions[{}]", line.entry);
        match decisions.iter().filter(|it| it.entry == line.entry).count() {
            0 => wrong.add(Problem::rule("awards-undecided").with("entry", line.entry.clone()).on(field)),
            1 => {}
            _ => wrong.add(Problem::rule("awards-decided-twice").with("entry", line.entry.clone()).on(field)),
        }
        let submitted = sheets.iter().find(|(entry, _)| *entry == line.entry).map_or(0, |(_, n)| *n);
        if submitted < least {
            let few = Problem::clash("awards-sheets-few").with("entries", line.entry.clone()).with("least", least);
            wrong.add(few.on(format!("decisions[{}]", line.entry)));
        }
    }
    for it in decisions.iter().filter(|it| ranking.place(&it.entry).is_none()) {
        wrong.add(Problem::rule("awards-not-ranked").with("entry", it.entry.clone()).on(format!("decisions[{}]", it.entry)));
    }
    let departing = departures(ranking, decisions);
    for it in decisions.iter().filter(|it| departing.contains(&it.entry.as_str()) && it.reason.trim().is_empty()) {
        let missing = Problem::rule("awards-departs").with("entry", it.entry.clone());
        wrong.add(missing.on(format!("decisions[{}][reason]", it.entry)));
    }
    wrong.check()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            combine::{Combination, Contender, TieStep, rank},
            fraction::Fraction,
        },
        *,
    };

    fn ranking(panel: &[(&str, i64)]) -> Ranking {
        let list: Vec<Contender> = panel
            .iter()
            .map(|(entry, panel)| Contender { entry: entry.to_string(), panel: Fraction::whole(*panel), first: Fraction::ZERO, votes: 0 })
            .collect();
        rank(Combination::MostVoted, 100, 0, TieStep::ALL, &list)
    }

    fn decided(rows: &[(&str, Placing)]) -> Vec<Decision> {
        rows.iter()
            .map(|(entry, placing)| Decision { award: "A".into(), entry: entry.to_string(), placing: *placing, reason: String::new() })
            .collect()
    }

    use Placing::*;

    #[test]
    fn i_23_a_decision_that_follows_the_ranking_needs_no_reason() {
        let table = ranking(&[("A", 90), ("B", 80), ("C", 70)]);
        for rows in [[Winner, NotAwarded, NotAwarded], [Winner, Merit, NotAwarded], [Winner, Merit, Merit]] {
            let rows: Vec<_> = ["A", "B", "C"].into_iter().zip(rows).collect();
            assert_eq!(departures(&table, &decided(&rows)), [""; 0]);
        }
        let shared = ranking(&[("A", 90), ("B", 90)]);
        assert!(departures(&shared, &decided(&[("A", Winner), ("B", Winner)])).is_empty());
    }

    #[test]
    fn i_23_a_decision_that_departs_from_the_ranking_needs_a_reason() {
        let table = ranking(&[("A", 90), ("B", 80), ("C", 70)]);
        for (rows, departing) in [
            ([Merit, Winner, NotAwarded], vec!["A", "B"]),
            ([NotAwarded, NotAwarded, NotAwarded], vec!["A"]),
            ([Winner, Winner, NotAwarded], vec!["B"]),
            ([Winner, NotAwarded, Merit], vec!["C"]),
        ] {
            let rows: Vec<_> = ["A", "B", "C"].into_iter().zip(rows).collect();
            let mut decisions = decided(&rows);
            assert_eq!(departures(&table, &decisions), departing);
            let problem = check(&table, &decisions, &[], 0).unwrap_err();
            let fields: Vec<String> = problem.complaints.iter().map(|it| it.field.clone()).collect();
            let expected: Vec<String> = departing.iter().map(|it| format!("decisions[{it}][reason]")).collect();
            assert_eq!((problem.status(), fields), (422, expected));
            decisions.iter_mut().for_each(|it| it.reason = "The panel found the evidence stronger.".into());
            assert_eq!(check(&table, &decisions, &[], 0), Ok(()));
        }
    }

    #[test]
    fn i_19_every_ranked_entry_is_decided_once_and_on_enough_sheets() {
        let table = ranking(&[("A", 90), ("B", 80)]);
        let sheets = [("A".to_owned(), 3), ("B".to_owned(), 2)];
        let keys = |rows: &[(&str, Placing)], least| match check(&table, &decided(rows), &sheets, least) {
            Ok(()) => vec![],
            Err(problem) => problem.complaints.into_iter().map(|it| it.key).collect(),
        };
        assert_eq!(keys(&[("A", Winner), ("B", NotAwarded)], 2), [""; 0]);
        assert_eq!(keys(&[("A", Winner), ("B", NotAwarded)], 3), ["awards-sheets-few"]);
        assert_eq!(keys(&[("A", Winner)], 2), ["awards-undecided"]);
        assert_eq!(keys(&[("A", Winner), ("B", Merit), ("B", Merit), ("Z", NotAwarded)], 2), ["awards-decided-twice", "awards-not-ranked"]);
    }
}
