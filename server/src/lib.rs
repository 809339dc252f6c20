//! The server: it opens the database, builds the site, and carries requests, letters and the passing of time to `app`.
//!
//! It decides nothing: no SQL, no page and no rule stands here. `main.rs` is the binary; the rest is a library so that the
//! tests can hold the whole router in their hands, with no network between.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that panics has failed"))]

pub mod assets;
pub mod clock;
pub mod commands;
pub mod config;
pub mod demo;
pub mod jobs;
pub mod mail;
pub mod mailer;
pub mod meter;
pub mod passage;
pub mod proxy;
pub mod recount;
pub mod router;
pub mod schedule;
pub mod serve;
pub mod site;
pub mod stage;
pub mod stop;

/// What a command gives: done, or the sentence its user reads.
pub type Outcome<T> = Result<T, String>;

/// A sentence about what could not be done, with its cause.
pub fn because<E: std::fmt::Display>(what: impl std::fmt::Display) -> impl FnOnce(E) -> String {
    move |cause| format!("{what}: {cause}")
}

/// The same for a fault of the database.
pub fn faulty(what: impl std::fmt::Display) -> impl FnOnce(app::base::db::Fault) -> String {
    move |fault| format!("{what}: {}", fault.0)
}
