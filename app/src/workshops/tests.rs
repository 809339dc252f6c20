//! Acts of workshops on both databases, told in sentences.

mod chain;
mod door;
mod journeys;
mod organising;
mod race;
mod random;
pub mod story;
