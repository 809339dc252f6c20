//! What the measurements and the kill test stand on: a running server, a small client, a crowd of people, and databases to
//! fill and to copy. It measures nothing and judges nothing.

pub mod bare;
pub mod child;
pub mod client;
pub mod crowd;
pub mod place;
pub mod raw;
pub mod round;
pub mod voters;

/// Done, or what went wrong.
pub type Done<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
