//! A poll day: when it takes ballots, and what must balance before it is closed for good (I-27, I-29, I-30).

use serde::{Deserialize, Serialize};

use super::{Refusal, trial::Trial};
use crate::base::{
    ids::PersonId,
    text::Bi,
    time::{Day, Moment},
};

/// Where a poll day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    Planned,
    Open,
    Paused,
    /// Shut by weather: there is no poll that day.
    Suspended,
    Closed,
    Reconciled,
    /// Two officers have decided, with a reason, that it will not balance.
    WrittenOff,
}

crate::stored!(DayState: Planned = "planned", Open = "open", Paused = "paused", Suspended = "suspended", Closed = "closed",
    Reconciled = "reconciled", WrittenOff = "written_off");

impl DayState {
    /// The legal next states.
    pub fn next(self) -> &'static [DayState] {
        use DayState::*;
        match self {
            Planned => &[Open, Suspended, Closed],
            Open => &[Paused, Suspended, Closed],
            Paused => &[Open, Suspended, Closed],
            // A day of typhoon on which slips had been given out before the signal still has to balance.
            Suspended => &[Open, Closed],
            Closed => &[Reconciled, WrittenOff],
            Reconciled | WrittenOff => &[],
        }
    }

    pub fn may_become(self, next: DayState) -> Result<DayState, Refusal> {
        if self.next().contains(&next) { Ok(next) } else { Err(Refusal::DayMove { from: self, to: next }) }
    }

    /// Nothing more can be added to it.
    pub fn is_final(self) -> bool {
        matches!(self, DayState::Reconciled | DayState::WrittenOff)
    }
}

/// One day of a stop.
#[derive(Clone, Debug, PartialEq)]
pub struct PollDay {
    pub stop: String,
    pub day: Day,
    pub opens: Moment,
    pub closes: Moment,
    pub state: DayState,
    /// Why it is shut.
    pub notice: Bi,
    pub balance: Balance,
    pub explanation: String,
    pub closed_by: Option<PersonId>,
    pub explained_by: Option<PersonId>,
    pub reconciled_by: Option<PersonId>,
}

impl PollDay {
    /// It takes ballots now: an officer has opened it, and the clock is within its hours (I-27).
    pub fn takes(&self, now: Moment) -> bool {
        self.state == DayState::Open && self.opens <= now && now < self.closes
    }

    /// A ballot that was cast while it took ballots, and reaches us only now: until the day is balanced.
    pub fn takes_late(&self) -> bool {
        matches!(self.state, DayState::Open | DayState::Paused | DayState::Suspended | DayState::Closed)
    }

    /// Nobody votes any more: what is in the urn is sealed, however little it is.
    pub fn is_over(&self, now: Moment) -> bool {
        now >= self.closes || matches!(self.state, DayState::Closed | DayState::Reconciled | DayState::WrittenOff)
    }
}

/// Slips and ballots of a day, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// Slips that reached visitors.
    pub issued: i64,
    /// Slips that went back to the office.
    pub returned: i64,
    /// Slips made void before, and after, they reached a visitor.
    pub void_unissued: i64,
    pub void_issued: i64,
    /// Ballots cast with a code, at a kiosk or on a phone.
    pub used: i64,
    /// Valid ballots on paper.
    pub paper: i64,
    pub spoilt: i64,
    /// Slips that visitors gave back or left lying.
    pub unused: i64,
}

impl Balance {
    /// Slips given out of which nothing is known; below nothing, ballots for which there was no slip.
    pub fn difference(&self) -> i64 {
        self.issued - self.used - self.paper - self.spoilt - self.unused - self.void_issued
    }

    /// Codes that were given out and not voted with.
    pub fn lapsed(&self) -> i64 {
        self.issued - self.used - self.void_issued
    }
}

/// The day may be closed for good: nothing is open, and what was found agrees – slips with ballots, test ballots with what was
/// committed to – or is explained by another officer than the one who agrees to it (I-30).
pub fn may_reconcile(day: &PollDay, paper_agrees: bool, trial: &Trial, officer: PersonId) -> Result<DayState, Refusal> {
    let next = day.state.may_become(DayState::Reconciled)?;
    if !paper_agrees {
        return Err(Refusal::PaperOpen);
    }
    if day.closed_by == Some(officer) {
        return Err(Refusal::SameOfficer);
    }
    if trial.waiting > 0 {
        return Err(Refusal::TestsWaiting { ballots: trial.waiting });
    }
    if day.balance.difference() != 0 || !trial.odd.is_empty() {
        match day.explained_by {
            None if !trial.odd.is_empty() => return Err(Refusal::TestsOdd),
            None => return Err(Refusal::Unexplained { difference: day.balance.difference() }),
            Some(by) if by == officer => return Err(Refusal::SameOfficer),
            Some(_) => {}
        }
    }
    Ok(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::trial::Odd, *};

    fn day(state: DayState) -> PollDay {
        let day = Day::new(2001, 9, 14).unwrap();
        PollDay {
            stop: "EX".into(),
            day,
            opens: day.at(10, 0),
            closes: day.at(20, 0),
            state,
            notice: Bi::default(),
            balance: Balance { issued: 212, used: 193, paper: 14, spoilt: 1, unused: 4, ..Balance::default() },
            explanation: String::new(),
            closed_by: Some(PersonId(1)),
            explained_by: None,
            reconciled_by: None,
        }
    }

    #[test]
    fn i_27_ballots_are_taken_while_the_day_is_open_and_within_its_hours() {
        let at = |h, m| Day::new(2001, 9, 14).unwrap().at(h, m);
        assert!(day(DayState::Open).takes(at(10, 0)) && day(DayState::Open).takes(at(19, 59)));
        assert!(!day(DayState::Open).takes(at(9, 59)) && !day(DayState::Open).takes(at(20, 0)));
        for state in DayState::ALL.iter().filter(|it| **it != DayState::Open) {
            assert!(!day(*state).takes(at(12, 0)), "{state:?}");
        }
        assert!(day(DayState::Closed).takes_late() && !day(DayState::Reconciled).takes_late());
    }

    #[test]
    fn the_day_of_the_town_hall_balances() {
        assert_eq!(day(DayState::Closed).balance.difference(), 0);
        assert_eq!(may_reconcile(&day(DayState::Closed), true, &Trial::default(), PersonId(2)), Ok(DayState::Reconciled));
    }

    #[test]
    fn i_30_a_difference_needs_a_word_from_one_officer_and_the_agreement_of_another() {
        let mut it = day(DayState::Closed);
        it.balance.unused = 2;
        assert_eq!(may_reconcile(&it, true, &Trial::default(), PersonId(2)), Err(Refusal::Unexplained { difference: 2 }));
        it.explained_by = Some(PersonId(2));
        assert_eq!(may_reconcile(&it, true, &Trial::default(), PersonId(2)), Err(Refusal::SameOfficer));
        assert_eq!(may_reconcile(&it, true, &Trial::default(), PersonId(3)), Ok(DayState::Reconciled));
        assert_eq!(
            may_reconcile(&it, true, &Trial::default(), PersonId(1)),
            Err(Refusal::SameOfficer),
            "whoever closed it does not check it"
        );
        assert_eq!(may_reconcile(&it, false, &Trial::default(), PersonId(3)), Err(Refusal::PaperOpen));
        let fine = day(DayState::Closed);
        let odd = Odd { award: "A".into(), entry: "E".into(), expected: 1, found: 0 };
        let trial = Trial { cast: 1, waiting: 0, odd: vec![odd] };
        assert_eq!(may_reconcile(&fine, true, &trial, PersonId(3)), Err(Refusal::TestsOdd), "a test ballot came out as another");
        let explained = PollDay { explained_by: Some(PersonId(2)), ..fine.clone() };
        assert_eq!(may_reconcile(&explained, true, &trial, PersonId(3)), Ok(DayState::Reconciled));
        let waiting = Trial { cast: 1, waiting: 1, odd: vec![] };
        assert_eq!(may_reconcile(&fine, true, &waiting, PersonId(3)), Err(Refusal::TestsWaiting { ballots: 1 }));
        assert!(may_reconcile(&day(DayState::Open), true, &Trial::default(), PersonId(3)).is_err());
    }

    proptest! {
        #[test]
        fn i_29_every_slip_given_out_was_used_lapsed_or_made_void(issued in 0..500i64, used in 0..500i64, void in 0..50i64) {
            let it = Balance { issued, used, void_issued: void, ..Balance::default() };
            prop_assert_eq!(it.issued, it.used + it.lapsed() + it.void_issued);
        }
    }
}
