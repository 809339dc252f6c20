//! An activity of the Showcase as its department files it: what it is, what it needs, and how far it has come (FT-18). Pure.

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::{
    base::{text::Bi, time::Moment},
    stored,
};

/// What is shown. Closed list: it is a filter of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    Exhibit,
    Demonstration,
    Talk,
    Advice,
    Handson,
    Visit,
    Performance,
    Game,
    OpenDay,
    Screening,
    Competition,
}

stored!(ActivityKind: Exhibit = "exhibit", Demonstration = "demonstration", Talk = "talk", Advice = "advice", Handson = "handson",
    Visit = "visit", Performance = "performance", Game = "game", OpenDay = "open_day", Screening = "screening",
    Competition = "competition");

/// Whether people come for the whole of a session, or when they like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Crowd {
    Seated,
    DropIn,
}

stored!(Crowd: Seated = "seated", DropIn = "drop_in");

impl Crowd {
    /// How many are there at once when nobody has said: all who are expected, or a quarter of those who drop in.
    pub fn peak(self, expected: i64) -> i64 {
        match self {
            Crowd::Seated => expected,
            Crowd::DropIn => (expected + 3) / 4,
        }
    }
}

/// The days a department would like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayWish {
    #[default]
    Any,
    Weekday,
    /// Saturdays, Sundays and general holidays.
    Weekend,
}

stored!(DayWish: Any = "any", Weekday = "weekday", Weekend = "weekend");

/// The part of the day a department would like its sessions to begin in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeWish {
    #[default]
    Any,
    /// Before 12:00.
    Am,
    /// From 12:00 to 18:00.
    Pm,
    /// From 18:00.
    Eve,
}

stored!(TimeWish: Any = "any", Am = "am", Pm = "pm", Eve = "eve");

/// What happens in the open air when it rains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WetWeather {
    NotAffected,
    Cancel,
    MoveIndoors,
}

stored!(WetWeather: NotAffected = "not_affected", Cancel = "cancel", MoveIndoors = "move_indoors");

/// Languages an activity can be in.
pub const LANGUAGES: [&str; 3] = ["yue", "eng", "cmn"];

/// Open air: the need that asks for a plan for rain (I-37).
pub const OUTDOOR: &str = "outdoor";

/// How far an activity has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityState {
    Draft,
    Proposed,
    Returned,
    Accepted,
    Scheduled,
    Confirmed,
    Published,
    Held,
    Cancelled,
}

stored!(ActivityState: Draft = "draft", Proposed = "proposed", Returned = "returned", Accepted = "accepted", Scheduled = "scheduled",
    Confirmed = "confirmed", Published = "published", Held = "held", Cancelled = "cancelled");

impl ActivityState {
    /// The legal next states.
    pub fn next(self) -> &'static [ActivityState] {
        use ActivityState::*;
        match self {
            Draft | Returned => &[Proposed, Cancelled],
            Proposed => &[Returned, Accepted, Cancelled],
            Accepted => &[Scheduled, Returned, Cancelled],
            Scheduled => &[Confirmed, Accepted, Cancelled],
            Confirmed => &[Published, Accepted, Cancelled],
            Published => &[Held, Cancelled],
            Held | Cancelled => &[],
        }
    }

    pub fn may_become(self, next: ActivityState) -> Result<ActivityState, Refusal> {
        if self.next().contains(&next) { Ok(next) } else { Err(Refusal::ActivityMove { from: self, to: next }) }
    }

    /// The department may still change its words and needs.
    pub fn is_open(self) -> bool {
        matches!(self, ActivityState::Draft | ActivityState::Returned)
    }

    /// Counts towards "50 departments, more than 200 activities".
    pub fn counts(self) -> bool {
        use ActivityState::*;
        matches!(self, Accepted | Scheduled | Confirmed | Published | Held)
    }
}

/// What an activity asks of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Needs {
    /// The department's own premises; none: a venue of the pool.
    pub own_venue: Option<String>,
    /// Of one session, in minutes, without what comes before and after.
    pub minutes: i64,
    pub sessions: i64,
    pub setup: i64,
    pub teardown: i64,
    /// Over a whole session, and at once.
    pub expected: i64,
    pub peak: i64,
    pub crowd: Crowd,
    /// Feature codes, sorted.
    pub features: Vec<String>,
}

/// What a department would like, and gets where it can.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// District codes, as given.
    pub districts: Vec<String>,
    pub days: DayWish,
    pub time: TimeWish,
}

/// An activity.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    pub code: String,
    pub event: String,
    pub organisation: String,
    pub title: Bi,
    /// One line for the programme; both languages or neither.
    pub line: Bi,
    pub kind: ActivityKind,
    pub needs: Needs,
    pub wishes: Wishes,
    pub languages: Vec<String>,
    /// Visitors book a place.
    pub booking: bool,
    pub wet: WetWeather,
    pub state: ActivityState,
    /// What the scheduler wrote when it was returned, or why it was cancelled.
    pub comment: Bi,
    /// Raised by every change; nothing is overwritten that somebody else has changed since.
    pub version: i64,
    pub changed: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_of_an_activity_are_those_of_the_book() {
        use ActivityState::*;
        for (from, to) in [
            (Draft, Proposed),
            (Proposed, Returned),
            (Returned, Proposed),
            (Proposed, Accepted),
            (Accepted, Scheduled),
            (Confirmed, Published),
            (Published, Held),
        ] {
            assert_eq!(from.may_become(to), Ok(to));
        }
        for (from, to) in [(Draft, Accepted), (Held, Cancelled), (Returned, Accepted), (Cancelled, Proposed), (Published, Draft)] {
            assert_eq!(from.may_become(to), Err(Refusal::ActivityMove { from, to }));
        }
    }

    #[test]
    fn of_those_who_drop_in_a_quarter_is_there_at_once() {
        assert_eq!((Crowd::Seated.peak(60), Crowd::DropIn.peak(250), Crowd::DropIn.peak(1)), (60, 63, 1));
    }
}
