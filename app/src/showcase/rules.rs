//! The Showcase, decided without a database: what departments file, where it fits, and how far it has come. Pure: `now` comes in.
//!
//! The event is in [`event`], an activity in [`activity`], where it fits in [`fit`], what is typed and sent as a file in [`proposal`], piece by piece
//! in [`typed`]; [`solver`] places the sessions of an event in venues and time, and [`timetable`] is what comes of it, to be worked on
//! by hand in one of several [`plan`]s; [`hold`] is how far the organiser has come with a venue; [`publication`] is what the public was told of it, [`programme`] how it is looked through,
//! and [`booking`] who has a place.

pub mod activity;
pub mod booking;
pub mod event;
pub mod fit;
pub mod hold;
pub mod levels;
pub mod moving;
pub mod plan;
pub mod programme;
pub mod proposal;
pub mod publication;
mod refusal;
pub mod solver;
pub mod timetable;
pub mod typed;

pub use activity::{Activity, ActivityKind, ActivityState, Crowd, DayWish, Needs, TimeWish, WetWeather, Wishes};
pub use event::{Event, EventForm, Meter};
pub use fit::{Fit, Need};
pub use levels::{BoardRule, Level, Levels};
pub use plan::{Change, Drawn, Keeps, Only, PlanState, Standing, Way};
pub use programme::Programme;
pub use proposal::ProposalForm;
pub use publication::{Published, Turn, Version};
pub use refusal::Refusal;
pub use timetable::{At, Slot, Timetable};
