//! The public vote, decided without a database: what may be chosen, when a code works, and what must balance. Pure.
//!
//! The slip is in [`code`], the ballot and its receipt in [`ballot`], the kiosk in [`booth`].

pub mod ballot;
pub mod booth;
pub mod code;
mod refusal;

pub use ballot::{BallotAward, BallotEntry, BallotPaper, Cast, Choices};
pub use code::{Code, CodeFault};
pub use refusal::Refusal;
