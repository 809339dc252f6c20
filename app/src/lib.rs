//! Accolade 嘉許, the whole application as a library.
//!
//! **Slices.** One folder for each thing people say aloud. The order of the `pub mod` lines below is the order of dependence:
//! a slice uses only slices above it. What everybody needs moves up; an earlier slice never calls a later one.
//!
//! **Six files in every slice**, read top to bottom: `rules` (the vocabulary and the decisions, pure) → `store` (the database, no
//! decisions, private) → `acts` (what people do: who may → load and lock → decide → save → tell) → `api` (what a browser can
//! call, three lines each) → `pages` (server-rendered) → `islands` (the few places that change under the hand).
//!
//! **Three shapes of this crate.** No feature: rules alone, tested in seconds. `hydrate`: what the browser gets, with
//! the islands of `desk` or of `booth`. `ssr`: everything.
//! The compiler keeps them apart; `cfg(feature = …)` stands on `mod` lines.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that panics has failed"))]

pub mod base;
pub mod ui;

pub mod people;
pub mod venues;
pub mod surveys;
pub mod workshops;
pub mod awards;
pub mod voting;
pub mod showcase;
pub mod calendar;
pub mod letters;
pub mod home;

#[cfg(feature = "ssr")]
pub mod checks;
#[cfg(feature = "ssr")]
pub mod duty;
#[cfg(feature = "ssr")]
pub mod shell;

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "recount")]
mod recount;
