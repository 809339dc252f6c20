//! What an entry is, how it moves, and what makes it fit to be handed in.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::{
    ids::PersonId,
    problem::{Complaints, Problem},
    text::Bi,
    time::{Day, Moment},
};

use super::{Attachment, AttachmentKind, EntryMode, Placing, Refusal, Scheme, material::IMAGES, texts::Texts};

/// The most live entries one organisation may lead in a nomination scheme (I-14).
pub const MOST_LED: usize = 2;

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    Draft,
    /// Entered by the register of pledges; its material is still to be confirmed.
    Enrolled,
    Submitted,
    Returned,
    Eligible,
    Ineligible,
    Shortlisted,
    NotShortlisted,
    OnDisplay,
    Judged,
    Winner,
    Merit,
    NotAwarded,
    Withdrawn,
    Disqualified,
}

crate::stored!(EntryState: Draft = "draft", Enrolled = "enrolled", Submitted = "submitted", Returned = "returned", Eligible = "eligible",
    Ineligible = "ineligible", Shortlisted = "shortlisted", NotShortlisted = "not_shortlisted", OnDisplay = "on_display",
    Judged = "judged", Winner = "winner", Merit = "merit", NotAwarded = "not_awarded", Withdrawn = "withdrawn",
    Disqualified = "disqualified");

impl EntryState {
    /// The legal next states. Until the shortlist an entry may be withdrawn; after that it can only be disqualified.
    pub fn next(self) -> &'static [EntryState] {
        use EntryState::*;
        match self {
            Draft => &[Submitted, Withdrawn],
            Enrolled => &[Eligible],
            Submitted => &[Returned, Eligible, Ineligible, Withdrawn],
            Returned => &[Submitted, Withdrawn],
            Ineligible => &[Eligible],
            Eligible => &[Shortlisted, NotShortlisted, Withdrawn],
            Shortlisted => &[OnDisplay, Disqualified],
            OnDisplay => &[Judged, Disqualified],
            Judged => &[Winner, Merit, NotAwarded, Disqualified],
            NotShortlisted | Winner | Merit | NotAwarded | Withdrawn | Disqualified => &[],
        }
    }

    pub fn may_become(self, next: EntryState) -> Result<EntryState, Refusal> {
        if self.next().contains(&next) { Ok(next) } else { Err(Refusal::EntryMove { from: self, to: next }) }
    }

    /// Counts against the two an organisation may lead. An ineligible one does too: it may come back on appeal.
    pub fn is_live(self) -> bool {
        !matches!(self, EntryState::Withdrawn | EntryState::Disqualified)
    }

    /// Its words may still be changed by the department.
    pub fn is_editable(self) -> bool {
        matches!(self, EntryState::Draft | EntryState::Enrolled | EntryState::Returned)
    }

    /// What anybody outside the secretariat and the panel may know of it before the announcement (I-24).
    pub fn before_announcement(self) -> EntryState {
        use EntryState::*;
        if matches!(self, Judged | Winner | Merit | NotAwarded) { OnDisplay } else { self }
    }

    /// Where an entry stands by its placings in all its awards: as high as the highest of them.
    pub fn by_placings(placings: &[Placing]) -> EntryState {
        match placings.iter().min() {
            Some(Placing::Winner) => EntryState::Winner,
            Some(Placing::Merit) => EntryState::Merit,
            _ => EntryState::NotAwarded,
        }
    }
}

/// A department that takes part in an entry led by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    pub organisation: String,
    pub agreed_at: Option<Moment>,
}

/// The head of department stands behind the entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsement {
    /// The name of the post, not of the person.
    pub post: Bi,
    pub on: Day,
}

/// What competes.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub code: String,
    pub scheme: String,
    pub lead: String,
    pub partners: Vec<Partner>,
    pub awards: Vec<String>,
    pub texts: Texts,
    pub attachments: Vec<Attachment>,
    /// Who is asked to endorse it.
    pub endorser: Option<PersonId>,
    pub endorsement: Option<Endorsement>,
    pub state: EntryState,
    /// A deadline of its own, given by the secretary with a reason.
    pub reopened_until: Option<Moment>,
    pub submitted_at: Option<Moment>,
    /// Minutes after closing at which it was taken; 0 when in time.
    pub minutes_late: i64,
    /// It shows the published pledge, because nobody confirmed anything by the deadline.
    pub default_material: bool,
    /// Why it may not compete, for the department to read.
    pub reason: Option<Bi>,
    /// When its eligibility was decided: an appeal counts from here.
    pub decided_at: Option<Moment>,
    /// What the department said against that, once.
    pub appeal: Option<String>,
    /// The appeal is not answered yet.
    pub appeal_open: bool,
    /// What the secretariat saw when it visited: for the judges, not for the department.
    pub visit_note: String,
    /// Raised by every change of its words.
    pub version: i64,
    pub changed_at: Moment,
}

impl Entry {
    /// An entry of which nothing is written yet.
    pub fn new(code: &str, scheme: &str, lead: &str, state: EntryState) -> Entry {
        Entry {
            code: code.into(),
            scheme: scheme.into(),
            lead: lead.into(),
            partners: Vec::new(),
            awards: Vec::new(),
            texts: Texts::default(),
            attachments: Vec::new(),
            endorser: None,
            endorsement: None,
            state,
            reopened_until: None,
            submitted_at: None,
            minutes_late: 0,
            default_material: false,
            reason: None,
            decided_at: None,
            appeal: None,
            appeal_open: false,
            visit_note: String::new(),
            version: 1,
            changed_at: Moment::default(),
        }
    }

    /// Its department may change it: while it is a draft, enrolled, or returned.
    pub fn may_write(&self) -> Result<(), Refusal> {
        if self.state.is_editable() { Ok(()) } else { Err(Refusal::EntryMove { from: self.state, to: EntryState::Draft }) }
    }

    /// What is filed of one kind, in order.
    pub fn filed(&self, kind: AttachmentKind) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |it| it.kind == kind)
    }

    /// Every organisation in it: the lead first.
    pub fn organisations(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.lead.as_str()).chain(self.partners.iter().map(|partner| partner.organisation.as_str()))
    }

    /// Hands the entry in, or in again: legal, in time, complete. Gives the minutes it is late.
    ///
    /// `confirmed`: the texts that seem to be in the wrong language's box are meant so.
    pub fn submit(&self, scheme: &Scheme, now: Moment, confirmed: bool) -> Result<i64, Problem> {
        self.state.may_become(EntryState::Submitted)?;
        let late = scheme.entry_window(now, self.reopened_until)?;
        self.check_complete(scheme, confirmed)?;
        Ok(late)
    }

    /// The department confirms the material of an enrolled entry: in time, both languages, every image described.
    pub fn confirm_material(&self, scheme: &Scheme, now: Moment, confirmed: bool) -> Result<i64, Problem> {
        if self.state != EntryState::Enrolled {
            return Err(Refusal::EntryMove { from: self.state, to: EntryState::Eligible }.into());
        }
        let late = scheme.entry_window(now, self.reopened_until)?;
        let mut wrong = Complaints::default();
        self.texts.complain(confirmed, &mut wrong);
        self.complain_of_files(&mut wrong);
        wrong.check()?;
        Ok(late)
    }

    /// After the deadline an enrolled entry is shown with its published pledge; it is never dropped (I-13).
    pub fn takes_default_material(&self, scheme: &Scheme, now: Moment) -> bool {
        self.state == EntryState::Enrolled && matches!(scheme.entry_window(now, self.reopened_until), Err(Refusal::Closed { .. }))
    }

    /// Gives the entry up: until it is short-listed, and never where the register enters everybody (I-13).
    pub fn withdraw(&self, mode: EntryMode) -> Result<EntryState, Refusal> {
        if mode == EntryMode::AutoEnrol {
            return Err(Refusal::EntryStays);
        }
        self.state.may_become(EntryState::Withdrawn)
    }

    /// Sends the entry back with what is to be changed.
    pub fn give_back(&self, comment: &str) -> Result<EntryState, Refusal> {
        if comment.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        self.state.may_become(EntryState::Returned)
    }

    /// Takes a short-listed entry out: by the chair, with a reason.
    pub fn disqualify(&self, by_chair: bool, reason: &str) -> Result<EntryState, Refusal> {
        if !by_chair {
            return Err(Refusal::ChairOnly);
        }
        if reason.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        self.state.may_become(EntryState::Disqualified)
    }

    /// Everything that stands in the way of handing in, said at once.
    pub fn check_complete(&self, scheme: &Scheme, confirmed: bool) -> Result<(), Problem> {
        let mut wrong = Complaints::default();
        self.texts.complain(confirmed, &mut wrong);
        if self.awards.is_empty() || self.awards.iter().any(|code| !scheme.entered_awards().any(|award| award.code == *code)) {
            wrong.add(Problem::rule("awards-award-missing").on("awards"));
        }
        self.complain_of_files(&mut wrong);
        for (i, partner) in self.partners.iter().enumerate() {
            let field = format!("partners[{i}][organisation]");
            if partner.organisation == self.lead || self.partners[..i].iter().any(|other| other.organisation == partner.organisation) {
                wrong.add(Problem::rule("awards-partner-twice").with("organisation", partner.organisation.clone()).on(field));
            } else if partner.agreed_at.is_none() {
                wrong.add(Problem::rule("awards-partner-silent").with("organisation", partner.organisation.clone()).on(field));
            }
        }
        if !self.endorsement.as_ref().is_some_and(|it| it.post.is_whole()) {
            wrong.add(Problem::rule("awards-endorsement-missing").on("endorsement"));
        }
        wrong.check()
    }

    fn complain_of_files(&self, wrong: &mut Complaints) {
        if self.filed(AttachmentKind::Image).count() > IMAGES {
            wrong.add(Problem::rule("awards-images-many").with("limit", IMAGES).on("images"));
        }
        for (i, image) in self.filed(AttachmentKind::Image).enumerate() {
            if !image.title.is_whole() {
                wrong.add(Problem::rule("awards-image-undescribed").with("name", image.name.clone()).on(format!("images[{i}][title_zh]")));
            }
        }
        for (i, link) in self.filed(AttachmentKind::Link).enumerate() {
            if let Err(refusal) = link.check() {
                wrong.add(Problem::from(refusal).on(format!("links[{i}][name]")));
            }
        }
    }
}

/// The organisation may begin another entry, given the codes and states of those it leads in the scheme (I-14).
///
/// Asked again on handing in would change nothing: a draft counts from its first day.
pub fn may_lead_another(led: &[(String, EntryState)]) -> Result<(), Refusal> {
    let mut live: Vec<&str> = led.iter().filter(|(_, state)| state.is_live()).map(|(code, _)| code.as_str()).collect();
    live.sort_unstable();
    match live[..] {
        [first, second, ..] => Err(Refusal::LedTooMany { first: first.into(), second: second.into() }),
        _ => Ok(()),
    }
}

/// Whom to enrol now: every organisation with a published pledge that leads no entry of the scheme yet (I-13).
///
/// Doing it again enrols only those who are new; an organisation entered once is never entered twice.
pub fn to_enrol(pledging: &[String], existing: &[String]) -> Vec<String> {
    let entered: BTreeSet<&String> = existing.iter().collect();
    let wanted: BTreeSet<&String> = pledging.iter().collect();
    wanted.difference(&entered).map(|it| it.to_string()).collect()
}

/// An organisation enters an auto-enrol scheme only by its pledge.
pub fn may_enrol(organisation: &str, has_pledge: bool) -> Result<(), Refusal> {
    if has_pledge { Ok(()) } else { Err(Refusal::NoPledge { organisation: organisation.into() }) }
}

#[cfg(test)]
mod tests;
