//! What people type into forms, as it travels: texts, still to be read.

use serde::{Deserialize, Serialize};

/// An entry as typed by its department.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryForm {
    pub code: String,
    pub title_en: String,
    pub title_zh: String,
    pub summary_en: String,
    pub summary_zh: String,
    /// Codes of awards; what is not ticked does not come.
    pub awards: Vec<String>,
    /// Codes of organisations; empty ones are left out.
    pub partners: Vec<String>,
    /// The choices that the page began with, codes separated by spaces: what others have chosen since is kept. Without them, what is
    /// chosen here stands.
    pub base_awards: Option<String>,
    pub base_partners: Option<String>,
    /// The version that was read: what others have written since is kept.
    pub version: String,
}

/// One line of an award's criteria.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CriterionForm {
    /// Under which scores are kept; given by the house to a new line.
    pub key: String,
    pub name_en: String,
    pub name_zh: String,
    pub weight: String,
}

impl CriterionForm {
    pub fn is_blank(&self) -> bool {
        [&self.name_en, &self.name_zh, &self.weight].iter().all(|text| text.trim().is_empty())
    }
}

/// One award of a scheme as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AwardForm {
    pub code: String,
    pub name_en: String,
    pub name_zh: String,
    pub admits: String,
    pub public_weight: String,
    pub panel_weight: String,
    pub votes_per_ballot: String,
    pub criteria: Vec<CriterionForm>,
}

impl AwardForm {
    pub fn is_blank(&self) -> bool {
        [&self.code, &self.name_en, &self.name_zh].iter().all(|text| text.trim().is_empty())
    }
}

/// A scheme as typed by the award secretary. Times are Hong Kong wall-clock time, `2002-05-27T09:00`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SchemeForm {
    pub code: String,
    pub edition: String,
    pub name_en: String,
    pub name_zh: String,
    pub mode: String,
    pub eligibility_en: String,
    pub eligibility_zh: String,
    pub rules_en: String,
    pub rules_zh: String,
    pub awards: Vec<AwardForm>,
    pub entry_opens: String,
    pub entry_closes: String,
    pub grace_minutes: String,
    pub voting_opens: String,
    pub voting_closes: String,
    pub judging_from: String,
    pub judging_to: String,
    pub announce_at: String,
    pub min_judges: String,
    pub shortlist: String,
    pub combination: String,
    pub adjustment: String,
    pub ties: Vec<String>,
    pub version: String,
}

/// What a judge says of one entry, as typed: a stance, and for *unsure* what the chair should know.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DeclarationForm {
    pub stance: String,
    pub note: String,
}

/// What the chair records of one entry in one award, as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    pub placing: String,
    pub reason: String,
}

/// What a judge's page or telephone learns when a sheet was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSaved {
    /// The version that is now kept: the next save starts from it.
    pub version: i64,
    /// Sheets submitted, of all this judge has.
    pub done: usize,
    pub of: usize,
}
