//! The public vote, decided without a database: where it is held, when a code works, what may be chosen, and what must balance.
//! Pure: `now`, chance and keys come in.
//!
//! Stops are in [`exhibition`], slips in [`slip`] and their codes in [`code`], the day in [`day`], paper in [`paper`], the ballot and
//! its receipt in [`ballot`], ballots that try the machines in [`trial`], the kiosk's screens in [`booth`], the published record and its recount in [`record`].

use crate::stored;

pub mod ballot;
pub mod booth;
pub mod code;
pub mod day;
pub mod exhibition;
pub mod paper;
pub mod record;
mod refusal;
pub mod slip;
pub mod trial;

pub use ballot::{BallotAward, BallotEntry, BallotPaper, Cast, Choices};
pub use code::{Code, CodeFault};
pub use day::{Balance, DayState, PollDay};
pub use exhibition::{Stop, StopForm, StopPhase, StopState};
pub use paper::{PaperForm, PaperReturn};
pub use refusal::Refusal;
pub use slip::{Batch, BatchState, Channel, CodeState, Part, Slip};

/// How far the poll of a scheme has come. Whether it is open at all is said by its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PollState {
    Collecting,
    Counted,
    Certified,
    Published,
}

stored!(PollState: Collecting = "collecting", Counted = "counted", Certified = "certified", Published = "published");
