//! What an award scheme is, when what may be done in it, and which of its rules can no longer change. Pure: `now` comes in.
//!
//! Entries are in [`entry`] and [`texts`], their files in [`material`], their likeness to others in [`likeness`]; who may be
//! short-listed is in [`eligibility`]; the panel in [`panel`], who judges what in [`assignment`], scores in [`sheet`], what the
//! scores say in [`statistics`], [`leniency`] and [`agreement`], laid on one table in [`deliberation`]; and who wins in [`fraction`],
//! [`combine`] and [`decision`].

use serde::{Deserialize, Serialize};

use crate::{
    base::{
        ids::PersonId,
        text::Bi,
        time::{Day, Moment},
    },
    stored,
};

pub mod agreement;
pub mod assignment;
pub mod combine;
pub mod decision;
pub mod deliberation;
pub mod eligibility;
pub mod entry;
pub mod forms;
pub mod fraction;
pub mod leniency;
pub mod likeness;
pub mod material;
pub mod panel;
pub mod presentation;
mod refusal;
pub mod setup;
pub mod sheet;
pub mod statistics;
pub mod texts;

pub use combine::{Combination, TieStep};
pub use decision::Placing;
pub use entry::{Endorsement, Entry, EntryState, Partner};
pub use forms::{AwardForm, CriterionForm, DecisionForm, DeclarationForm, EntryForm, SchemeForm, SheetSaved};
pub use material::{Attachment, AttachmentKind};
pub use panel::{Access, Declaration, JudgingRound, PanelSeat, RoundState, Stance};
pub use refusal::Refusal;
pub use sheet::{Points, Score, ScoreSheet, SheetState};

/// How entries come into a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryMode {
    /// Every organisation with a published pledge is entered, in every award (I-13).
    AutoEnrol,
    /// Organisations enter themselves, leading at most two entries (I-14).
    Nomination,
}

/// Who competes for an award of the scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Admits {
    /// Entries made for this award.
    Entered,
    /// Every entry short-listed for another award, as with a prize of the public alone.
    Shortlisted,
}

/// What the secretary has decided. Where a scheme is within its calendar goes by the clock; see [`Phase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemeState {
    Draft,
    Published,
    Announced,
}

/// What a person sees of a scheme: the state and the clock together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Draft,
    /// Published; entries open later.
    Upcoming,
    Entries,
    /// Entries are in; they are checked and short-listed.
    Checking,
    Voting,
    /// Votes or the shortlist are in; the panel meets later.
    BeforeJudging,
    Judging,
    /// The panel is done; the results are under embargo (I-24).
    Embargo,
    Announced,
}

/// Whether the leniency of judges is taken out of the scores, chosen before scoring opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adjustment {
    /// Scores count as given: right where all judges score all entries.
    Raw,
    /// The shrunk model of [`leniency`], for a long list of which each judge sees a part.
    Shrunk,
}

stored!(EntryMode: AutoEnrol = "auto_enrol", Nomination = "nomination");
stored!(Admits: Entered = "entered", Shortlisted = "shortlisted");
stored!(SchemeState: Draft = "draft", Published = "published", Announced = "announced");
stored!(Phase: Draft = "draft", Upcoming = "upcoming", Entries = "entries", Checking = "checking", Voting = "voting",
    BeforeJudging = "before_judging", Judging = "judging", Embargo = "embargo", Announced = "announced");
stored!(Adjustment: Raw = "raw", Shrunk = "shrunk");

/// One measure by which an award is judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub key: String,
    pub name: Bi,
    /// Whole percent of the panel's part.
    pub weight: i64,
}

/// One prize of a scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Award {
    pub code: String,
    pub name: Bi,
    pub admits: Admits,
    /// In the order of the rules page: the first one breaks ties.
    pub criteria: Vec<Criterion>,
    /// Whole percent of the final score that the public's votes give.
    pub public_weight: i64,
    /// Whole percent of the final score that the panel gives.
    pub panel_weight: i64,
    pub votes_per_ballot: i64,
}

impl Award {
    /// Judges score it; else the public alone decides.
    pub fn is_judged(&self) -> bool {
        self.panel_weight > 0
    }

    pub fn is_voted(&self) -> bool {
        self.public_weight > 0
    }

    /// A short-listed entry competes for it.
    pub fn takes(&self, entry: &Entry) -> bool {
        self.admits == Admits::Shortlisted || entry.awards.contains(&self.code)
    }
}

/// One edition of an award scheme.
///
/// Weights stand on each award, not here: one edition may hold a prize of the panel alone beside one of the public alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    pub code: String,
    pub edition: i64,
    pub name: Bi,
    pub mode: EntryMode,
    pub eligibility: Bi,
    /// The text of the rules page.
    pub rules: Bi,
    pub awards: Vec<Award>,
    pub entry_opens: Moment,
    pub entry_closes: Moment,
    /// Minutes after closing in which an entry is still taken, its lateness on record.
    pub grace_minutes: i64,
    pub voting_opens: Option<Moment>,
    pub voting_closes: Option<Moment>,
    pub judging_from: Day,
    pub judging_to: Day,
    pub announce_at: Moment,
    /// The fewest submitted sheets on which an entry may be decided (I-19).
    pub min_judges: i64,
    /// How many entries of an award go on the shortlist; ties at the cut come on top.
    pub shortlist: i64,
    pub combination: Combination,
    pub adjustment: Adjustment,
    /// The ladder for equal finals; what it leaves equal shares the award.
    pub ties: Vec<TieStep>,
    /// May not approve the decisions (I-23).
    pub set_up_by: PersonId,
    pub state: SchemeState,
    /// Since when its rules may not change: the first submission or ballot (I-15).
    pub frozen: Option<Moment>,
    /// Since when its shortlist stands.
    pub sealed: Option<Moment>,
    /// Raised by every change, so that two people do not overwrite each other.
    pub version: i64,
}

impl Scheme {
    pub fn phase(&self, now: Moment) -> Phase {
        let votes_end = self.voting_closes.unwrap_or(self.entry_closes);
        match self.state {
            SchemeState::Draft => Phase::Draft,
            SchemeState::Announced => Phase::Announced,
            _ if now < self.entry_opens => Phase::Upcoming,
            _ if now < self.entry_closes => Phase::Entries,
            _ if now >= self.judging_to.next().at(0, 0) => Phase::Embargo,
            _ if now >= self.judging_from.at(0, 0) => Phase::Judging,
            _ if self.voting_opens.is_some_and(|opens| now >= opens && now < votes_end) => Phase::Voting,
            _ if self.voting_opens.is_none_or(|opens| now < opens) => Phase::Checking,
            _ => Phase::BeforeJudging,
        }
    }

    /// The awards that entries are made for; an enrolled organisation competes in all of them (I-13).
    pub fn entered_awards(&self) -> impl Iterator<Item = &Award> {
        self.awards.iter().filter(|award| award.admits == Admits::Entered)
    }

    /// The awards in which the panel scores an entry.
    pub fn judged_awards(&self, entry: &Entry) -> impl Iterator<Item = &Award> {
        self.awards.iter().filter(|award| award.is_judged() && award.takes(entry))
    }

    pub fn award(&self, code: &str) -> Option<&Award> {
        self.awards.iter().find(|award| award.code == code)
    }

    /// Placings, votes and scores may be shown to everybody (I-24): announced, and not before the time that was promised.
    pub fn shows_results(&self, now: Moment) -> bool {
        self.state == SchemeState::Announced && now >= self.announce_at
    }

    /// What anybody outside the secretariat and the panel may know of where an entry stands (I-24).
    pub fn told(&self, state: EntryState, now: Moment) -> EntryState {
        if self.shows_results(now) { state } else { state.before_announcement() }
    }

    /// An entry may be handed in now: so many minutes late, or why not.
    ///
    /// `reopened_until` is the deadline of this entry alone, given with a reason; it does not count as late.
    pub fn entry_window(&self, now: Moment, reopened_until: Option<Moment>) -> Result<i64, Refusal> {
        if self.state == SchemeState::Draft || now < self.entry_opens {
            return Err(Refusal::NotOpen { opens: self.entry_opens });
        }
        if now < self.entry_closes || reopened_until.is_some_and(|until| now < until) {
            return Ok(0);
        }
        if now < self.entry_closes.plus_minutes(self.grace_minutes) {
            return Ok(now.minutes_since(self.entry_closes).max(1));
        }
        Err(Refusal::Closed { since: reopened_until.map_or(self.entry_closes, |until| until.max(self.entry_closes)) })
    }

    /// Makes the rules page public; whether the scheme is fit for it is in [`setup`].
    pub fn publish(&self) -> Result<SchemeState, Refusal> {
        if self.state == SchemeState::Draft { Ok(SchemeState::Published) } else { Err(Refusal::SchemeNotDraft) }
    }

    /// Makes the results public, given where the rounds of its awards stand: all approved, and the promised time has come.
    pub fn announce(&self, rounds: &[RoundState], now: Moment) -> Result<SchemeState, Refusal> {
        if self.state != SchemeState::Published {
            return Err(Refusal::SchemeNotPublished);
        }
        if rounds.iter().any(|it| !matches!(it, RoundState::Approved | RoundState::Announced)) {
            return Err(Refusal::NotApproved);
        }
        if now < self.announce_at { Err(Refusal::Embargo { until: self.announce_at }) } else { Ok(SchemeState::Announced) }
    }

    /// The rules that may not change under the feet of those who entered or voted, in one fixed form (I-15).
    ///
    /// Equal texts mean equal rules and different rules give different texts, so that a hash of this can be kept and
    /// published. Awards are in the order of their codes; criteria in their own order, since the first one breaks ties.
    pub fn fingerprint_text(&self) -> String {
        let quoted = |text: &str| text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
        let mut lines = vec![format!("scheme\t{}\t{}", quoted(&self.code), self.edition)];
        let mut awards: Vec<&Award> = self.awards.iter().collect();
        awards.sort_by(|a, b| a.code.cmp(&b.code));
        for award in awards {
            lines.push(format!(
                "award\t{}\t{}\tpublic {}\tpanel {}\tvotes {}",
                quoted(&award.code),
                award.admits.code(),
                award.public_weight,
                award.panel_weight,
                award.votes_per_ballot
            ));
            for it in &award.criteria {
                lines.push(format!("criterion\t{}\t{}\t{}\t{}", quoted(&it.key), it.weight, quoted(&it.name.en), quoted(&it.name.zh)));
            }
        }
        let ties: Vec<&str> = self.ties.iter().map(|step| step.code()).collect();
        lines.push(format!("ties\t{}\tshared", ties.join("\t")));
        lines.push(format!("method\t{}\t{}", self.combination.code(), self.adjustment.code()));
        lines.join("\n") + "\n"
    }
}

/// Criteria, weights, votes, ties and method may be edited: until the first entry is submitted or the first ballot cast (I-15).
pub fn may_edit_rules(frozen: Option<Moment>) -> Result<(), Refusal> {
    frozen.map_or(Ok(()), |since| Err(Refusal::RulesFrozen { since }))
}

/// After freezing, an edit passes only if it leaves the frozen text as it was.
pub fn check_frozen(frozen: Option<Moment>, before: &Scheme, after: &Scheme) -> Result<(), Refusal> {
    if before.fingerprint_text() == after.fingerprint_text() { Ok(()) } else { may_edit_rules(frozen) }
}

#[cfg(test)]
pub(crate) mod tests;
