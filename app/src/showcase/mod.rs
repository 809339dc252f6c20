//! The Showcase: the programme of a public event, so far as it is decided. What is placed where and when is found by the solver.

mod rules;
pub use rules::*;
