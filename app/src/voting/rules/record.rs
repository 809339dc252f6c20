//! The public record of a vote: what is sealed, what is published, and how anybody recounts it.
//!
//! A record is two kinds of log that only grow, as RFC 6962 trees: one of receipts, and one of choices for each award, in
//! independent random orders so that nothing joins a receipt to a choice. After every batch a signed checkpoint says how large
//! each log is and what its root is; the checkpoints are chained. [`write`] makes the lines of the published file, [`Recount`]
//! reads them back and believes none of them. The format is written down in [`FORMAT`] so that others can write a recounter.

pub mod checkpoint;
pub mod flaw;
pub mod leaf;
pub mod merkle;
pub mod note;
pub mod outcome;
mod reading;
pub mod recount;
pub mod report;
pub mod sample;
mod shape;
mod table;
pub mod write;
#[cfg(test)]
mod tests;

pub use checkpoint::Checkpoint;
pub use flaw::{Flaw, What};
pub use leaf::{BallotLeaf, Class, receipt_hash};
pub use merkle::{Frontier, Hash};
pub use outcome::{Decision, DecisionKind, Outcome, Turnout};
pub use recount::Recount;
pub use report::Report;
pub use table::{AwardCount, ClassCount, EntryCount};

use sha2::{Digest, Sha256};

/// The format of a record, so complete that somebody writes another recounter from it alone.
pub const FORMAT: &str = include_str!("record/FORMAT.md");

/// SHA-256, as everything in a record is hashed.
pub fn digest(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// A hash of 64 lower-case hex digits, and nothing that merely reads like one: a record has one spelling.
pub fn read_hex(text: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    let lower = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    (lower && hex::decode_to_slice(text, &mut hash).is_ok()).then_some(hash)
}

/// A whole number as it is printed: no sign, no zero in front.
fn read_number(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// A code that can stand in a line of words and in a string without a backslash.
fn is_code(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\\'))
}

/// `2001-09-14`, as far as its shape goes.
fn is_day(text: &str) -> bool {
    let shape = |(at, b): (usize, u8)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}
