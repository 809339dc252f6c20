//! Who sits on the panel, what each judge may open, and how a round of judging moves.
//!
//! A declared, ruled or evident interest is a wall, not a note: there is no way to hand such an entry to that judge.

use serde::{Deserialize, Serialize};

use crate::base::{
    ids::{PersonId, SeatId},
    time::Moment,
};

use super::{Refusal, entry::Entry};

/// Where a round of judging stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    SetUp,
    Declaring,
    Scoring,
    Locked,
    Deliberating,
    Decided,
    Approved,
    Announced,
}

/// What a judge says of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    None,
    Interest,
    /// The chair has to rule.
    Unsure,
}

/// What the chair says where a judge is unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclarationRuling {
    Cleared,
    Barred,
}

crate::stored!(RoundState: SetUp = "set_up", Declaring = "declaring", Scoring = "scoring", Locked = "locked",
    Deliberating = "deliberating", Decided = "decided", Approved = "approved", Announced = "announced");
crate::stored!(Stance: None = "none", Interest = "interest", Unsure = "unsure");
crate::stored!(DeclarationRuling: Cleared = "cleared", Barred = "barred");

impl RoundState {
    /// The one way on; from locked there is also the way back to scoring.
    pub fn may_become(self, next: RoundState) -> Result<RoundState, Refusal> {
        use RoundState::*;
        let legal = matches!(
            (self, next),
            (SetUp, Declaring)
                | (Declaring, Scoring)
                | (Scoring, Locked)
                | (Locked, Scoring | Deliberating)
                | (Deliberating, Decided)
                | (Decided, Approved)
                | (Approved, Announced)
        );
        if legal { Ok(next) } else { Err(Refusal::RoundMove { from: self, to: next }) }
    }

    /// Judges see what the public voted only when their own scores can no longer follow it.
    pub fn shows_votes_to_judges(self) -> bool {
        !matches!(self, RoundState::SetUp | RoundState::Declaring | RoundState::Scoring)
    }
}

/// One judge's place in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelSeat {
    pub id: SeatId,
    pub judge: PersonId,
    /// Organisations the judge serves in or advises: their entries are barred without asking (I-18).
    pub organisations: Vec<String>,
    pub is_chair: bool,
}

/// What one judge has declared about one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    pub seat: SeatId,
    pub entry: String,
    pub stance: Stance,
    pub ruling: Option<DeclarationRuling>,
}

/// Why a judge may not open an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The judge serves in, or advises, this organisation, which leads the entry or is a partner in it (I-18).
    OwnOrganisation(String),
    Interest,
    /// The chair has ruled.
    Ruled,
    /// Unsure; the chair has not ruled yet.
    AwaitsRuling,
    /// So many entries of the round are still undeclared (I-17).
    Undeclared(usize),
}

/// What a judge may do with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    Open,
    Barred(Bar),
}

impl PanelSeat {
    /// The organisation that bars this judge from the entry, if one does (I-18).
    pub fn own_organisation<'a>(&self, entry: &'a Entry) -> Option<&'a str> {
        entry.organisations().find(|organisation| self.organisations.iter().any(|own| own == organisation))
    }

    /// The entries on which this judge has still to declare. Those of the judge's own organisations need no declaration.
    pub fn undeclared<'a>(&self, entries: &'a [Entry], declarations: &[Declaration]) -> Vec<&'a str> {
        entries
            .iter()
            .filter(|entry| self.own_organisation(entry).is_none())
            .filter(|entry| !declarations.iter().any(|it| it.seat == self.id && it.entry == entry.code))
            .map(|entry| entry.code.as_str())
            .collect()
    }

    /// The wall between this judge and this entry, whatever else is still to be declared.
    pub fn bar(&self, entry: &Entry, declarations: &[Declaration]) -> Option<Bar> {
        if let Some(organisation) = self.own_organisation(entry) {
            return Some(Bar::OwnOrganisation(organisation.into()));
        }
        let declared = declarations.iter().find(|it| it.seat == self.id && it.entry == entry.code)?;
        match (declared.stance, declared.ruling) {
            (Stance::Interest, _) => Some(Bar::Interest),
            (_, Some(DeclarationRuling::Barred)) => Some(Bar::Ruled),
            (Stance::Unsure, None) => Some(Bar::AwaitsRuling),
            (Stance::None, _) | (Stance::Unsure, Some(DeclarationRuling::Cleared)) => None,
        }
    }

    /// Whether this judge may open and score the entry: declared on all, barred from none of it (I-17, I-18).
    pub fn access(&self, entry: &Entry, entries: &[Entry], declarations: &[Declaration]) -> Access {
        if let Some(bar) = self.bar(entry, declarations) {
            return Access::Barred(bar);
        }
        match self.undeclared(entries, declarations).len() {
            0 => Access::Open,
            left => Access::Barred(Bar::Undeclared(left)),
        }
    }
}

impl Access {
    pub fn check(self) -> Result<(), Refusal> {
        match self {
            Access::Open => Ok(()),
            Access::Barred(bar) => Err(Refusal::Barred(bar)),
        }
    }
}

impl Declaration {
    /// The chair rules on an *unsure*, and nobody on their own.
    pub fn rule(&self, seat: &PanelSeat, by: PersonId) -> Result<(), Refusal> {
        if by == seat.judge {
            return Err(Refusal::OwnDeclaration);
        }
        if self.stance == Stance::Unsure && self.ruling.is_none() { Ok(()) } else { Err(Refusal::NothingToRule) }
    }
}

/// The round of judging of a scheme, over all the awards that are judged in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgingRound {
    pub scheme: String,
    pub min_judges: usize,
    pub opens: Moment,
    pub closes: Moment,
    pub state: RoundState,
}

impl JudgingRound {
    /// Judges begin to declare: the panel is large enough, has one chair, and the entries are sealed.
    pub fn open(&self, seats: &[PanelSeat], entries_sealed: bool) -> Result<RoundState, Refusal> {
        let next = self.state.may_become(RoundState::Declaring)?;
        if seats.len() < self.min_judges {
            return Err(Refusal::PanelSmall { seats: seats.len(), least: self.min_judges });
        }
        if seats.iter().filter(|seat| seat.is_chair).count() != 1 {
            return Err(Refusal::OneChair);
        }
        if !entries_sealed {
            return Err(Refusal::NotSealed);
        }
        Ok(next)
    }

    /// A judge may declare, or declare otherwise, until scoring begins. After that somebody who joined late declares for the first
    /// time, and anybody may still step aside: it is never too late to own to an interest. What the chair has ruled on stands.
    pub fn may_declare(&self, before: Option<&Declaration>, stance: Stance) -> Result<(), Refusal> {
        let steps_aside = stance == Stance::Interest;
        match self.state {
            RoundState::Declaring | RoundState::Scoring if steps_aside || before.is_none() => Ok(()),
            RoundState::Declaring if before.is_some_and(|it| it.ruling.is_some()) => Err(Refusal::AlreadyRuled),
            RoundState::Declaring => Ok(()),
            _ => Err(Refusal::NotDeclaring),
        }
    }

    /// Seats may be given, changed and taken away: until the scores are locked.
    pub fn may_seat(&self) -> Result<(), Refusal> {
        match self.state {
            RoundState::SetUp | RoundState::Declaring | RoundState::Scoring => Ok(()),
            state => Err(Refusal::RoundMove { from: state, to: RoundState::SetUp }),
        }
    }

    /// Scoring begins: all have declared on all, and nothing waits for the chair (I-17).
    pub fn begin_scoring(&self, seats: &[PanelSeat], entries: &[Entry], declarations: &[Declaration]) -> Result<RoundState, Refusal> {
        let next = self.state.may_become(RoundState::Scoring)?;
        let undeclared: usize = seats.iter().map(|seat| seat.undeclared(entries, declarations).len()).sum();
        let unruled = seats
            .iter()
            .flat_map(|seat| entries.iter().map(|entry| seat.bar(entry, declarations)))
            .filter(|bar| *bar == Some(Bar::AwaitsRuling))
            .count();
        if undeclared + unruled > 0 { Err(Refusal::DeclarationsOpen { undeclared, unruled }) } else { Ok(next) }
    }

    /// Scores may be set and sheets submitted now.
    pub fn may_score(&self, now: Moment) -> Result<(), Refusal> {
        match self.state {
            RoundState::SetUp | RoundState::Declaring => Err(Refusal::NotScoring { opens: self.opens }),
            RoundState::Scoring if now < self.opens => Err(Refusal::NotScoring { opens: self.opens }),
            RoundState::Scoring if now < self.closes => Ok(()),
            _ => Err(Refusal::ScoringClosed { since: self.closes }),
        }
    }

    /// Locks the scores: every entry has its submitted sheets (I-19). `sheets` are the submitted ones, by entry.
    pub fn lock(&self, sheets: &[(String, usize)]) -> Result<RoundState, Refusal> {
        let next = self.state.may_become(RoundState::Locked)?;
        let mut few: Vec<String> = sheets.iter().filter(|(_, n)| *n < self.min_judges).map(|(entry, _)| entry.clone()).collect();
        few.sort();
        if few.is_empty() { Ok(next) } else { Err(Refusal::SheetsFew { entries: few, least: self.min_judges }) }
    }

    /// Opens the scores again: the chair, with a reason.
    pub fn reopen(&self, by_chair: bool, reason: &str) -> Result<RoundState, Refusal> {
        let next = self.state.may_become(RoundState::Scoring)?;
        if !by_chair {
            return Err(Refusal::ChairOnly);
        }
        if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(next) }
    }

    /// Another person approves: not the chair, and not whoever set the scheme up (I-23).
    pub fn approve(&self, by: PersonId, chair: PersonId, set_up_by: PersonId) -> Result<RoundState, Refusal> {
        if by == chair {
            return Err(Refusal::ApproverIsChair);
        }
        if by == set_up_by {
            return Err(Refusal::ApproverSetUp);
        }
        self.state.may_become(RoundState::Approved)
    }

    /// The results become public: approved, and not before the time that was promised (I-24).
    pub fn announce(&self, announce_at: Moment, now: Moment) -> Result<RoundState, Refusal> {
        let next = self.state.may_become(RoundState::Announced)?;
        if now < announce_at { Err(Refusal::Embargo { until: announce_at }) } else { Ok(next) }
    }
}

#[cfg(test)]
mod tests;
