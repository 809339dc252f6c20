//! Acts of the vote on both databases, with a clock in the hand.

mod casting;
mod counting;
mod days;
mod machines;
mod secrecy;
mod stops;
