//! The Showcase, decided without a database: what departments file, where it fits, and how far it has come. Pure: `now` comes in.
//!
//! The event is in [`event`], an activity in [`activity`], where it fits in [`fit`], what is typed and sent as a file in [`proposal`], piece by piece
//! in [`typed`]; [`solver`] places the sessions of an event in venues and time.

pub mod activity;
pub mod event;
pub mod fit;
pub mod proposal;
mod refusal;
pub mod solver;
pub mod typed;

pub use activity::{Activity, ActivityKind, ActivityState, Crowd, DayWish, Needs, TimeWish, WetWeather, Wishes};
pub use event::{Event, EventForm, Meter};
pub use fit::{Fit, Need};
pub use proposal::ProposalForm;
pub use refusal::Refusal;
