//! A plan: where and when every session is, one of several that can be compared; and what was changed in it by hand. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::{Activity, At, Refusal, Slot};
use crate::{
    base::{
        ids::PersonId,
        text::Bi,
        time::{Day, Moment},
    },
    stored,
};

/// How a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    Ready,
    /// It is being made by itself.
    Making,
    /// It was told to stop, and keeps the best that was found.
    Stopping,
    Failed,
}

stored!(PlanState: Ready = "ready", Making = "making", Stopping = "stopping", Failed = "failed");

/// What stays where it is while a plan is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// All that has a place without conflict: only what waits, or lost its place, is placed.
    Placed,
    /// Only what is locked.
    Locked,
    /// Nothing was searched: the whole event went to other days.
    Moved,
    /// All but what was chosen: see [`Only`].
    Rest,
}

stored!(Keeps: Placed = "placed", Locked = "locked", Moved = "moved", Rest = "rest");

/// What alone is placed anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Only {
    Activity(String),
    Department(String),
    Day(Day),
}

impl Only {
    /// Reads `activity:SC-WSD-01`, `department:WSD` or `day:2002-01-12`.
    pub fn read(text: &str) -> Option<Only> {
        let (what, which) = text.split_once(':').filter(|(_, which)| !which.is_empty())?;
        match what {
            "activity" => Some(Only::Activity(which.into())),
            "department" => Some(Only::Department(which.into())),
            "day" => Day::parse(which).map(Only::Day),
            _ => None,
        }
    }

    pub fn text(&self) -> String {
        match self {
            Only::Activity(code) => format!("activity:{code}"),
            Only::Department(code) => format!("department:{code}"),
            Only::Day(day) => format!("day:{}", day.iso()),
        }
    }

    pub fn takes(&self, activity: &Activity, at: Option<&At>) -> bool {
        match self {
            Only::Activity(code) => activity.code == *code,
            Only::Department(code) => activity.organisation == *code,
            Only::Day(day) => at.is_some_and(|at| at.starts.day() == *day),
        }
    }
}

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub number: i64,
    pub made: Moment,
    /// By post.
    pub by: Bi,
    pub state: PlanState,
    /// What it began with: that plan, as it was at that version. 0: with nothing.
    pub base: i64,
    pub base_version: i64,
    pub keeps: Keeps,
    /// What was chosen; with [`Keeps::Rest`] only.
    pub only: Option<Only>,
    pub seed: i64,
    /// How far it is, in thousandths, and how many sessions wait so far.
    pub progress: i64,
    pub unplaced: i64,
    /// Whoever makes it says before this moment that they are still at it.
    pub alive_until: Moment,
    /// Raised by every change.
    pub version: i64,
}

impl Drawn {
    /// It makes itself right now. A server that fell silent makes nothing any more.
    pub fn is_making(&self, now: Moment) -> bool {
        matches!(self.state, PlanState::Making | PlanState::Stopping) && now < self.alive_until
    }

    /// It can be worked on.
    pub fn is_ready(&self) -> Result<(), Refusal> {
        if self.state == PlanState::Ready { Ok(()) } else { Err(Refusal::NotReady) }
    }
}

/// Where a session is and whether it may be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub at: Option<At>,
    pub locked: bool,
}

impl Standing {
    pub fn of(slot: &Slot) -> Standing {
        Standing { at: slot.at.clone(), locked: slot.locked }
    }
}

/// One change by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub number: i64,
    pub at: Moment,
    pub person: PersonId,
    pub by: Bi,
    pub activity: String,
    pub session: i64,
    pub was: Standing,
    pub now: Standing,
    pub undone: bool,
}

/// What becomes of a change one goes back on, or comes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Back,
    Again,
}

/// Whose change is next on the way back, or again: one's own only, the last that was done or the first that was undone.
pub fn next_change(changes: &[Change], person: PersonId, way: Way) -> Result<&Change, Refusal> {
    let mut own = changes.iter().filter(|it| it.person == person);
    match way {
        Way::Back => own.rfind(|it| !it.undone),
        Way::Again => own.find(|it| it.undone),
    }
    .ok_or(Refusal::NothingToUndo)
}

/// How two plans differ in one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub activity: String,
    pub session: i64,
    pub one: Option<At>,
    pub other: Option<At>,
}

/// Every session that is elsewhere, or only in one of them.
pub fn differences(one: &[Slot], other: &[Slot]) -> Vec<Difference> {
    let places = |slots: &[Slot]| -> BTreeMap<(String, i64), Option<At>> {
        slots.iter().map(|it| ((it.activity.clone(), it.session), it.at.clone())).collect()
    };
    let (one, other) = (places(one), places(other));
    let sessions: BTreeSet<&(String, i64)> = one.keys().chain(other.keys()).collect();
    let difference = |key: &(String, i64)| {
        let (one, other) = (one.get(key).cloned().flatten(), other.get(key).cloned().flatten());
        (one != other).then(|| Difference { activity: key.0.clone(), session: key.1, one, other })
    };
    sessions.into_iter().filter_map(difference).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(number: i64, person: i64, undone: bool) -> Change {
        let nowhere = Standing { at: None, locked: false };
        Change {
            number,
            at: Moment(0),
            person: PersonId(person),
            by: Bi::default(),
            activity: "SC-WSD-01".into(),
            session: 1,
            was: nowhere.clone(),
            now: nowhere,
            undone,
        }
    }

    #[test]
    fn one_goes_back_on_ones_own_last_change_and_comes_back_to_the_first_undone() {
        let all = [change(1, 7, false), change(2, 8, false), change(3, 7, true), change(4, 7, true)];
        let next = |person, way| next_change(&all, PersonId(person), way).map(|it| it.number);
        assert_eq!(next(7, Way::Back), Ok(1));
        assert_eq!(next(7, Way::Again), Ok(3));
        assert_eq!(next(8, Way::Back), Ok(2));
        assert_eq!(next(8, Way::Again), Err(Refusal::NothingToUndo));
        assert_eq!(next(9, Way::Back), Err(Refusal::NothingToUndo));
    }

    #[test]
    fn two_plans_differ_where_a_session_is_elsewhere_or_in_one_only() {
        let at = |venue: &str| Some(At { venue: venue.into(), starts: Moment(0) });
        let slot = |session, at| Slot { activity: "A".into(), session, at, locked: false, version: 1 };
        let one = [slot(1, at("HALL")), slot(2, at("HALL")), slot(3, None)];
        let other = [slot(1, at("HALL")), slot(2, at("PARK")), slot(4, at("PARK"))];
        let sessions: Vec<i64> = differences(&one, &other).iter().map(|it| it.session).collect();
        assert_eq!(sessions, [2, 4]);
    }
}
