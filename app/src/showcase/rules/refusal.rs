//! Why not: numbers, no prose. Each becomes a sentence and a status at the edge.

use super::ActivityState;
use crate::base::{problem::Problem, time::Moment};

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
        }
    }
}
