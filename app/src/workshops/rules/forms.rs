//! What people type into forms, as it travels: texts, still to be read.

use serde::{Deserialize, Serialize};

use super::Attendance;

/// One member of a team as typed into the form.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Member {
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub post: String,
}

impl Member {
    /// Nothing was typed in this row.
    pub fn is_blank(&self) -> bool {
        self.email.trim().is_empty() && self.name.trim().is_empty() && self.post.trim().is_empty()
    }
}

/// A workshop as typed into the organiser's form. Times are Hong Kong wall-clock time, `2002-03-20T09:00`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub code: String,
    pub series: String,
    pub kind: String,
    pub title_en: String,
    pub title_zh: String,
    pub summary_en: String,
    pub summary_zh: String,
    pub audience_en: String,
    pub audience_zh: String,
    pub starts: String,
    pub ends: String,
    pub venue: String,
    pub capacity: String,
    pub minimum: String,
    pub quota: String,
    pub team_min: String,
    pub team_max: String,
    pub language: String,
    pub co_organiser: String,
    pub opens: String,
    pub closes: String,
    pub endorsed: String,
    pub day_off: String,
    /// The version that was read; nothing is overwritten that somebody else has changed since.
    pub version: String,
}

/// What the door says, in words of the officer's language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkAnswer {
    /// `ok`, `again`, `wait` or `refused`: the four colours.
    pub colour: String,
    /// The word and the reason.
    pub words: String,
    pub participant: String,
    pub mark: Attendance,
    pub present: usize,
    pub expected: usize,
}
