//! Why not: numbers, no prose. Each becomes a sentence and a status at the edge.

use super::ActivityState;
use crate::base::{
    problem::Problem,
    time::{Day, Moment},
};

#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    FilingClosed {
        since: Moment,
    },
    ActivityMove {
        from: ActivityState,
        to: ActivityState,
    },
    /// It cannot be written in this state.
    ActivityStays {
        state: ActivityState,
    },
    /// More are there at once than the department's own premises take.
    OwnTooSmall {
        peak: i64,
        capacity: i64,
    },
    NotOwnPremises,
    NoRainPlan,
    /// No venue offers all it needs.
    NoVenue {
        code: String,
    },
    /// Somebody has changed it since it was read.
    Changed,
    /// What it says cannot be planned with: the event, a venue or an activity.
    CannotPlan {
        code: String,
    },
    /// A plan is being made already.
    AlreadyMaking,
    /// The plan is not ready to be worked on.
    NotReady,
    /// There is nothing of one's own to undo, or to do again.
    NothingToUndo,
    /// It is so already.
    Nothing,
    /// The programme says already what the board says.
    NothingToPublish,
    SessionBegan {
        since: Moment,
    },
    /// The whole session has no more places than that.
    GroupTooLarge {
        places: i64,
    },
    /// So many places are left; one may wait.
    NoRoom {
        left: i64,
    },
    /// The same contact has a booking of this session.
    BookedAlready,
    /// On this day everything is shut.
    Blackout {
        day: Day,
    },
    /// A department's own premises are not booked.
    NotForHire,
    /// The public was told that so many sessions are there.
    StillPublished {
        sessions: i64,
    },
    /// That is changed by moving the event, with a reason.
    MoveInstead,
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Problem {
        use Refusal::*;
        match refusal {
            FilingClosed { since } => Problem::closed("showcase-filing-closed").with("since", since),
            ActivityMove { from, to } => Problem::clash("showcase-activity-move").with("from", from.code()).with("to", to.code()),
            ActivityStays { state } => Problem::clash("showcase-activity-stays").with("state", state.code()),
            OwnTooSmall { peak, capacity } => {
                Problem::rule("showcase-own-too-small").with("peak", peak).with("capacity", capacity).on("peak")
            }
            NotOwnPremises => Problem::rule("showcase-not-own-premises").on("own_venue"),
            NoRainPlan => Problem::rule("showcase-no-rain-plan").on("wet"),
            NoVenue { code } => Problem::rule("showcase-no-venue").with("code", code),
            Changed => Problem::clash("showcase-changed"),
            CannotPlan { code } => Problem::rule("showcase-cannot-plan").with("code", code),
            AlreadyMaking => Problem::clash("showcase-already-making"),
            NotReady => Problem::clash("showcase-plan-not-ready"),
            NothingToUndo => Problem::clash("showcase-nothing-to-undo"),
            Nothing => Problem::clash("showcase-nothing-changes"),
            NothingToPublish => Problem::clash("showcase-nothing-to-publish"),
            SessionBegan { since } => Problem::closed("showcase-session-began").with("since", since).on("session"),
            GroupTooLarge { places } => Problem::rule("showcase-group-too-large").with("places", places).on("people"),
            NoRoom { left } => Problem::rule("showcase-no-room").with("left", left).on("people"),
            Blackout { day } => Problem::rule("showcase-blackout").with("day", day).on("starts"),
            NotForHire => Problem::rule("showcase-not-for-hire").on("venue"),
            StillPublished { sessions } => Problem::clash("showcase-still-published").with("n", sessions).on("state"),
            MoveInstead => Problem::clash("showcase-move-instead"),
            BookedAlready => Problem::clash("showcase-booked-already").on("contact"),
        }
    }
}
