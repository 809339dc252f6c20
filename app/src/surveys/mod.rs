//! One survey engine: here as far as the evaluation of a workshop needs it.
//!
//! Who answered and what was answered are kept apart, without time or order, so nobody can be joined to their words.

mod rules;
pub use rules::*;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
mod store;
