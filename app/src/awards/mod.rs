//! Awards: schemes and their rules, entries, eligibility and shortlist, the panel, score sheets, ranking and decision.
//!
//! The public's votes are counted elsewhere and arrive here as certified totals.

mod rules;
pub use rules::*;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "web")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
