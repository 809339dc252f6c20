//! The kiosk at an exhibition stop: what it is given when it is set up, and (in [`Booth`]) what a voter can do at it.

use super::{BallotAward, BallotEntry, BallotPaper};
use crate::base::text::{Bi, Lang};

mod given;
mod state;
#[cfg(test)]
mod tests;
mod words;

pub use given::{BETWEEN, Given};
pub use state::{Ask, Booth, Checked, Event, Fault, Screen, Standing};
pub use words::{BoothWords, Say};

/// One text in the three languages of the screen: a kiosk without a line can ask nobody for the third.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tri {
    pub en: String,
    pub tc: String,
    pub sc: String,
}

impl Tri {
    pub fn new(of: impl Fn(Lang) -> String) -> Tri {
        Tri { en: of(Lang::En), tc: of(Lang::Tc), sc: of(Lang::Sc) }
    }

    /// A written text, with what derives its third form.
    pub fn of(text: &Bi, simplified: &impl Fn(&str) -> String) -> Tri {
        Tri { en: text.en.clone(), tc: text.zh.clone(), sc: simplified(&text.zh) }
    }

    pub fn pick(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Tc => &self.tc,
            Lang::Sc => &self.sc,
        }
    }
}

/// A ballot paper as a kiosk shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoothPaper {
    /// The code of the scheme.
    pub scheme: String,
    pub name: Tri,
    pub awards: Vec<BoothAward>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoothAward {
    pub code: String,
    pub name: Tri,
    pub votes: usize,
    pub entries: Vec<BoothEntry>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoothEntry {
    pub code: String,
    pub title: Tri,
    pub department: Tri,
    pub summary: Tri,
}

impl BoothPaper {
    pub fn of(paper: &BallotPaper, simplified: impl Fn(&str) -> String) -> BoothPaper {
        let tri = |text: &Bi| Tri::of(text, &simplified);
        let entry = |it: &BallotEntry| BoothEntry {
            code: it.code.clone(),
            title: tri(&it.title),
            department: tri(&it.department),
            summary: tri(&it.summary),
        };
        let award = |it: &BallotAward| BoothAward {
            code: it.code.clone(),
            name: tri(&it.name),
            votes: it.votes,
            entries: it.entries.iter().map(entry).collect(),
        };
        BoothPaper { scheme: paper.scheme.clone(), name: tri(&paper.name), awards: paper.awards.iter().map(award).collect() }
    }
}

/// Where a kiosk stands, and to whom it seals what it keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoothPlace {
    /// The key by which the server knows the machine; also the last part of the page's address.
    pub device: String,
    /// The number on the machine.
    pub number: u32,
    /// The code of the stop, as it goes into what seals a ballot.
    pub stop: String,
    pub stop_name: Tri,
    pub day: Tri,
    /// X25519, 32 bytes in hexadecimal: ballots are sealed to it.
    pub box_public: String,
    /// Ed25519, 32 bytes in hexadecimal: receipts are signed with its twin.
    pub sign_public: String,
    /// By when a ballot is in the published record.
    pub deadline: Tri,
    /// The language the kiosk goes back to.
    pub lang: Lang,
}
