//! Workshops: series, registration alone or as a team, endorsement, waiting list, attendance, records.
//!
//! A workshop here is anything people register for to learn: workshop, seminar or briefing.

mod rules;
pub use rules::*;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "web")]
pub mod api;
#[cfg(any(feature = "ssr", feature = "desk"))]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod store;
#[cfg(all(test, feature = "ssr"))]
pub(crate) mod tests;
