//! How the lines of a record look to a reader. Texts are borrowed from the line, since there are millions of them.
//!
//! What a reader does not know it refuses: a key more, a key twice, a null. A record leaves nothing unexplained.

use serde::{Deserialize, Deserializer};

use super::{Decision, Turnout};
use crate::base::text::Bi;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub record: String,
    pub scheme: String,
    pub name: Bi,
    pub key: String,
    pub awards: Vec<HeaderAward>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeaderAward {
    pub code: String,
    pub name: Bi,
    pub votes: u64,
    pub entries: Vec<HeaderEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeaderEntry {
    pub code: String,
    pub title: Bi,
    pub department: Bi,
}

/// Choice, class, quarter, nonce.
pub(super) type Row<'a> = (&'a str, &'a str, u8, &'a str);

/// A line after the first.
pub(super) enum Line<'a> {
    Inclusion { batch: u64, receipts: Vec<&'a str> },
    Ballots { batch: u64, award: &'a str, rows: Vec<Row<'a>> },
    Hidden { batch: u64, award: &'a str, leaves: Vec<&'a str> },
    Checkpoint(String),
    Turnout(Vec<Turnout>),
    Decision(Decision),
    Result(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys<'a> {
    #[serde(default, deserialize_with = "there")]
    batch: Option<u64>,
    #[serde(borrow, default, deserialize_with = "there")]
    award: Option<&'a str>,
    #[serde(borrow, default, deserialize_with = "there")]
    inclusion: Option<Vec<&'a str>>,
    #[serde(borrow, default, deserialize_with = "there")]
    ballots: Option<Vec<Row<'a>>>,
    #[serde(borrow, default, deserialize_with = "there")]
    leaves: Option<Vec<&'a str>>,
    #[serde(default, deserialize_with = "there")]
    checkpoint: Option<String>,
    #[serde(default, deserialize_with = "there")]
    turnout: Option<Vec<Turnout>>,
    #[serde(default, deserialize_with = "there")]
    decision: Option<Decision>,
    #[serde(default, deserialize_with = "there")]
    result: Option<String>,
}

/// A key that is there has a value.
fn there<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

impl<'a> Line<'a> {
    pub fn parse(text: &'a str) -> Result<Line<'a>, String> {
        let keys: Keys<'a> = serde_json::from_str(text).map_err(|why| why.to_string())?;
        let Keys { batch, award, inclusion, ballots, leaves, checkpoint, turnout, decision, result } = keys;
        match (batch, award, inclusion, ballots, leaves, checkpoint, turnout, decision, result) {
            (Some(batch), None, Some(receipts), None, None, None, None, None, None) => Ok(Line::Inclusion { batch, receipts }),
            (Some(batch), Some(award), None, Some(rows), None, None, None, None, None) => Ok(Line::Ballots { batch, award, rows }),
            (Some(batch), Some(award), None, None, Some(leaves), None, None, None, None) => Ok(Line::Hidden { batch, award, leaves }),
            (None, None, None, None, None, Some(note), None, None, None) => Ok(Line::Checkpoint(note)),
            (None, None, None, None, None, None, Some(days), None, None) => Ok(Line::Turnout(days)),
            (None, None, None, None, None, None, None, Some(decision), None) => Ok(Line::Decision(decision)),
            (None, None, None, None, None, None, None, None, Some(note)) => Ok(Line::Result(note)),
            _ => Err("its keys do not belong together".into()),
        }
    }
}
