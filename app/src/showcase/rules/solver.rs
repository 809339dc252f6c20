//! Places items (sessions of activities) in spaces and time, and says why.
//!
//! Two builders make one [`Problem`]: [`format`] from a file of the benchmark `showcase/1`, [`event`] from an event of the house
//! (I-38 to I-48). [`solve`] is an any-time local search over it, repeatable for the same problem, seeds and tries: the caller
//! decides how long, by its own clock. [`score`] counts a whole plan anew, by rule; [`reasons`] say why an item is here, why not
//! there and why nowhere; [`check`] finds what cannot work before anything is searched.
//!
//! A problem is compiled once into the flat arrays of [`ground`]; [`board`] is a plan that knows what a change costs;
//! [`moves`] proposes changes and [`search`] accepts them or not.

mod board;
pub mod check;
mod conflicts;
mod dice;
pub mod event;
pub mod format;
mod ground;
mod moves;
pub mod problem;
pub mod reasons;
pub mod score;
mod search;
mod solve;
#[cfg(test)]
mod tests;

pub use problem::{Place, Plan, Problem, Rule, Soft};
pub use score::Score;
pub use solve::{Progress, solve};
