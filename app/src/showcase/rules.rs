//! The Showcase, decided without a database. Pure: clock, chance and words stay outside.
//!
//! So far this is the [`solver`], which places the sessions of an event in venues and time.

pub mod solver;
