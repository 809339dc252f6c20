//! Which entries may compete, and which go on the shortlist: two officers, one appeal, a cut that never divides equals.

use serde::{Deserialize, Serialize};

use crate::{
    base::{ids::PersonId, text::Bi, time::Moment},
    venues::Holidays,
};

use super::Refusal;

/// What two officers look at in every entry, by name.
pub const CHECKLIST: [&str; 5] = ["may_enter", "right_award", "within_period", "evidence_opens", "no_personal_particulars"];

/// Working days in which a department may appeal.
pub const APPEAL_DAYS: u32 = 5;

/// One officer's answers, in the order of [`CHECKLIST`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub by: PersonId,
    pub answers: [bool; CHECKLIST.len()],
    /// How well it meets the criteria, from 0 to 20 half points. The two together go into the cut.
    pub halves: i64,
}

impl Check {
    pub fn is_passed(&self) -> bool {
        self.answers.iter().all(|yes| *yes)
    }
}

/// What the head of the section says where the two officers differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    pub by: PersonId,
    pub eligible: bool,
}

/// Where the checking of one entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// So many officers have still to look.
    Waiting { officers: usize },
    /// Both answered every question alike.
    Agreed { eligible: bool },
    /// They differ in these questions: for the head of the section.
    Disputed { questions: Vec<&'static str> },
    /// They differed and the head of the section has said.
    Ruled { eligible: bool },
}

impl Finding {
    /// Yes, no, or not known yet.
    pub fn eligible(&self) -> Option<bool> {
        match self {
            Finding::Agreed { eligible } | Finding::Ruled { eligible } => Some(*eligible),
            Finding::Waiting { .. } | Finding::Disputed { .. } => None,
        }
    }
}

/// What the checks and the ruling say together.
pub fn finding(checks: &[Check], ruling: Option<&Ruling>) -> Finding {
    let [first, second, ..] = checks else { return Finding::Waiting { officers: 2 - checks.len() } };
    let questions: Vec<&str> =
        CHECKLIST.iter().enumerate().filter(|(i, _)| first.answers[*i] != second.answers[*i]).map(|(_, q)| *q).collect();
    match ruling {
        _ if questions.is_empty() => Finding::Agreed { eligible: first.is_passed() },
        Some(ruling) => Finding::Ruled { eligible: ruling.eligible },
        None => Finding::Disputed { questions },
    }
}

/// An officer may add a check: two are enough, and one person does not make both.
pub fn may_check(checks: &[Check], officer: PersonId) -> Result<(), Refusal> {
    if checks.iter().any(|check| check.by == officer) {
        return Err(Refusal::SameOfficer);
    }
    if checks.len() >= 2 { Err(Refusal::AlreadyChecked) } else { Ok(()) }
}

/// The head of the section may rule: on a dispute, and not on their own check.
pub fn may_rule(checks: &[Check], head: PersonId) -> Result<(), Refusal> {
    if checks.iter().any(|check| check.by == head) {
        return Err(Refusal::SameOfficer);
    }
    match finding(checks, None) {
        Finding::Disputed { .. } => Ok(()),
        _ => Err(Refusal::NotDisputed),
    }
}

/// A department that may not compete is told why, in both languages.
pub fn check_reason(reason: &Bi) -> Result<(), Refusal> {
    if reason.is_whole() { Ok(()) } else { Err(Refusal::ReasonBothLanguages) }
}

/// Until when an appeal may be made against what was decided at this moment.
pub fn appeal_until(decided_at: Moment, holidays: &Holidays) -> Moment {
    holidays.working_days_after(decided_at, APPEAL_DAYS)
}

/// One appeal, in time.
pub fn may_appeal(decided_at: Moment, appealed: bool, now: Moment, holidays: &Holidays) -> Result<(), Refusal> {
    if appealed {
        return Err(Refusal::AlreadyAppealed);
    }
    let until = appeal_until(decided_at, holidays);
    if now >= until { Err(Refusal::AppealClosed { since: until }) } else { Ok(()) }
}

/// Who goes on a shortlist of so many: the highest, and everybody equal to the last of them. In the order of the codes.
///
/// Scores are whole numbers or exact fractions, so that "equal" means equal.
pub fn cut<T: Ord>(scores: &[(String, T)], size: usize) -> Vec<String> {
    let mut ranked: Vec<&T> = scores.iter().map(|(_, score)| score).collect();
    ranked.sort_by(|a, b| b.cmp(a));
    let last = size.checked_sub(1).and_then(|last| ranked.get(last).or(ranked.last()));
    let mut through: Vec<String> =
        scores.iter().filter(|(_, score)| last.is_some_and(|last| score >= *last)).map(|(code, _)| code.clone()).collect();
    through.sort();
    through
}

/// The shortlist may be sealed: every check is resolved, and the first stop has not opened.
pub fn may_seal(findings: &[(String, Finding)], first_stop: Option<Moment>, now: Moment) -> Result<(), Refusal> {
    let mut open: Vec<String> = findings.iter().filter(|(_, finding)| finding.eligible().is_none()).map(|(code, _)| code.clone()).collect();
    if !open.is_empty() {
        open.sort();
        return Err(Refusal::ChecksOpen { entries: open });
    }
    match first_stop {
        Some(opens) if now >= opens => Err(Refusal::StopOpen { since: opens }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::base::{problem::Problem, time::Day};

    fn check(by: i64, answers: [bool; 5]) -> Check {
        Check { by: PersonId(by), answers, halves: 0 }
    }

    const YES: [bool; 5] = [true; 5];
    const NO: [bool; 5] = [true, false, true, true, true];

    #[test]
    fn two_officers_who_agree_decide_and_two_who_differ_ask_the_head() {
        assert_eq!(finding(&[], None), Finding::Waiting { officers: 2 });
        assert_eq!(finding(&[check(1, YES)], None), Finding::Waiting { officers: 1 });
        assert_eq!(finding(&[check(1, YES), check(2, YES)], None), Finding::Agreed { eligible: true });
        assert_eq!(finding(&[check(1, NO), check(2, NO)], None), Finding::Agreed { eligible: false });
        let differ = [check(1, YES), check(2, NO)];
        assert_eq!(finding(&differ, None), Finding::Disputed { questions: vec!["right_award"] });
        assert_eq!(finding(&differ, Some(&Ruling { by: PersonId(3), eligible: true })), Finding::Ruled { eligible: true });
    }

    #[test]
    fn nobody_checks_twice_or_rules_on_their_own_check() {
        let differ = [check(1, YES), check(2, NO)];
        assert_eq!(may_check(&differ[..1], PersonId(1)), Err(Refusal::SameOfficer));
        assert_eq!(may_check(&differ[..1], PersonId(2)), Ok(()));
        assert_eq!(may_check(&differ, PersonId(3)), Err(Refusal::AlreadyChecked));
        assert_eq!(may_rule(&differ, PersonId(2)), Err(Refusal::SameOfficer));
        assert_eq!(may_rule(&differ, PersonId(3)), Ok(()));
        assert_eq!(may_rule(&[check(1, YES), check(2, YES)], PersonId(3)), Err(Refusal::NotDisputed));
    }

    #[test]
    fn an_appeal_is_made_once_and_within_five_working_days() {
        // Friday 21 December 2001; 25, 26 December and 1 January are holidays.
        let day = |m, d| Day::new(if m == 12 { 2001 } else { 2002 }, m, d).unwrap();
        let holidays = Holidays(
            [(12, 25), (12, 26), (1, 1)].map(|(m, d)| (day(m, d), Bi::new("Holiday", "假期"))).into_iter().collect::<BTreeMap<_, _>>(),
        );
        let decided = day(12, 21).at(11, 0);
        let until = day(1, 2).at(17, 0);
        assert_eq!(appeal_until(decided, &holidays), until);
        assert_eq!(may_appeal(decided, false, until.plus_minutes(-1), &holidays), Ok(()));
        assert_eq!(may_appeal(decided, true, until.plus_minutes(-1), &holidays), Err(Refusal::AlreadyAppealed));
        let late = may_appeal(decided, false, until, &holidays).unwrap_err();
        assert_eq!(Problem::from(late).status(), 410);
        assert!(check_reason(&Bi::new("Not within the period", "")).is_err());
    }

    #[test]
    fn equals_at_the_cut_all_go_through() {
        let scores = [("C", 80), ("A", 70), ("B", 70), ("D", 60)].map(|(code, score)| (code.to_owned(), score));
        assert_eq!(cut(&scores, 2), ["A", "B", "C"]);
        assert_eq!(cut(&scores, 1), ["C"]);
        assert_eq!(cut(&scores, 9).len(), 4);
        assert!(cut(&scores, 0).is_empty());
    }

    #[test]
    fn nothing_is_sealed_while_a_check_is_open_or_once_a_stop_has_opened() {
        let findings = [("B".to_owned(), Finding::Waiting { officers: 1 }), ("A".to_owned(), Finding::Disputed { questions: vec![] })];
        let no = may_seal(&findings, None, Moment(0)).unwrap_err();
        assert_eq!(no, Refusal::ChecksOpen { entries: vec!["A".into(), "B".into()] });
        assert_eq!(Problem::from(no).status(), 409);
        let agreed = [("A".to_owned(), Finding::Agreed { eligible: false })];
        assert_eq!(may_seal(&agreed, Some(Moment(10)), Moment(9)), Ok(()));
        assert_eq!(may_seal(&agreed, Some(Moment(10)), Moment(10)), Err(Refusal::StopOpen { since: Moment(10) }));
    }

    proptest! {
        #[test]
        fn the_cut_leaves_nobody_out_who_scored_as_well_as_somebody_in(scores in prop::collection::vec(0i64..20, 0..30), size in 0usize..12) {
            let scores: Vec<(String, i64)> = scores.into_iter().enumerate().map(|(i, score)| (format!("E{i:02}"), score)).collect();
            let through = cut(&scores, size);
            prop_assert!(through.len() >= size.min(scores.len()));
            let lowest_in = scores.iter().filter(|(code, _)| through.contains(code)).map(|(_, score)| *score).min();
            let highest_out = scores.iter().filter(|(code, _)| !through.contains(code)).map(|(_, score)| *score).max();
            if let (Some(lowest_in), Some(highest_out)) = (lowest_in, highest_out) {
                prop_assert!(lowest_in > highest_out);
            }
            // Only the equals of the last are extra.
            let above = lowest_in.map_or(0, |lowest| scores.iter().filter(|(_, score)| *score > lowest).count());
            prop_assert!(above < size.max(1));
        }
    }
}
