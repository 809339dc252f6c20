//! Awards: schemes and their rules, entries, eligibility and shortlist, the panel, score sheets, ranking and decision.
//!
//! The public's votes are counted elsewhere and arrive here as certified totals.

mod rules;
pub use rules::*;
