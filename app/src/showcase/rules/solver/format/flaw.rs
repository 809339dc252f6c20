//! What is wrong with an instance or a schedule, and where: a sentence for whoever wrote the file.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// As `activities a0007, allowed_days`; empty for the file as a whole.
    pub at: String,
    pub what: Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not JSON, or a field is missing or of another kind.
    Unreadable(String),
    Format(String),
    /// There must be at least one.
    None,
    /// More than the solver takes.
    Many {
        most: usize,
    },
    Unknown(String),
    Twice(String),
    /// A number that cannot be meant.
    Range {
        said: String,
        least: usize,
        most: usize,
    },
    /// A span of day, from and to that is not within the days and slots, or is empty.
    Span {
        day: u32,
        from: u32,
        to: u32,
    },
    /// The travel table is not square over the venues.
    Table {
        due: usize,
        found: usize,
    },
    /// An activity cannot come before itself.
    Itself(String),
}

impl Flaw {
    pub(super) fn new(at: impl Into<String>, what: Wrong) -> Flaw {
        Flaw { at: at.into(), what }
    }

    pub(super) fn unreadable(why: impl fmt::Display) -> Flaw {
        Flaw::new("", Wrong::Unreadable(harmless(&why.to_string())))
    }
}

/// Cut, and without what moves a terminal's cursor.
fn harmless(text: &str) -> String {
    text.chars().take(200).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

impl std::error::Error for Flaw {}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.is_empty() {
            write!(f, "{}: ", harmless(&self.at))?;
        }
        match &self.what {
            Wrong::Unreadable(why) => write!(f, "it is not of the format showcase/1 ({why})"),
            Wrong::Format(format) => write!(f, "the format is {:?}, not \"showcase/1\"", harmless(format)),
            Wrong::None => write!(f, "there is none"),
            Wrong::Many { most } => write!(f, "there are more than {most}"),
            Wrong::Unknown(id) => write!(f, "there is no {:?}", harmless(id)),
            Wrong::Twice(id) => write!(f, "{:?} is there twice", harmless(id)),
            Wrong::Range { said, least, most } => write!(f, "{said} is not within {least} and {most}"),
            Wrong::Span { day, from, to } => write!(f, "[{day}, {from}, {to}] is not a span of slots within a day of the showcase"),
            Wrong::Table { due, found } => write!(f, "there should be {due}, one for each venue, not {found}"),
            Wrong::Itself(id) => write!(f, "{:?} cannot come before itself", harmless(id)),
        }
    }
}
