//! Voting: exhibition stops, ballot slips and their codes, ballots, the public record and its recount.
//!
//! Nothing here joins a slip to a ballot. Choices go to awards as certified totals, and only when everything is counted.

mod rules;
pub use rules::*;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
pub mod api;
#[cfg(any(feature = "ssr", feature = "booth"))]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
pub mod testing;
#[cfg(all(test, feature = "ssr"))]
mod tests;
