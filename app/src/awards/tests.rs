//! Acts of the award slice on both databases, with a clock in the hand.

mod entries;
mod judging;
mod officers;
mod setup;
mod world;
