//! What happens when, as any slice tells it: one thing that can stand in a calendar. Pure.

use super::{
    text::Bi,
    time::{Day, Moment},
};
use crate::stored;

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    Tentative,
    Confirmed,
    Cancelled,
}

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happens {
    Workshop,
    /// The last day to do something.
    Deadline,
    /// A day of an exhibition at a stop of its tour.
    Exhibition,
    /// Days of a judging panel.
    Judging,
    /// A session of an activity of the Showcase.
    Activity,
    Announcement,
    /// Prizes are presented.
    Presentation,
    /// A venue that is asked for, held or confirmed.
    Hold,
}

stored!(Happens: Workshop = "workshop", Deadline = "deadline", Exhibition = "exhibition", Judging = "judging", Activity = "activity",
    Announcement = "announcement", Presentation = "presentation", Hold = "hold");

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub venue: String,
    pub name: Bi,
    pub district: String,
    pub district_name: Bi,
}

/// One thing that happens. From midnight to midnight it is whole days and keeps nobody busy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Born with it and kept for ever (I-55).
    pub uid: String,
    /// Raised by every change of time, place or state, in the transaction that makes it; never lower.
    pub sequence: i64,
    pub created: Moment,
    /// The last change.
    pub changed: Moment,
    pub starts: Moment,
    pub ends: Moment,
    pub title: Bi,
    /// What else is to be said of it.
    pub text: Bi,
    pub place: Option<Place>,
    pub happens: Happens,
    /// The series of workshops, the tour, the scheme or the event it belongs to.
    pub series: String,
    /// Code of the department whose it is.
    pub organisation: String,
    /// The thing it is an occurrence of, as `SC-WSD-01` or `PM-2002-3`.
    pub code: String,
    /// Its page without language, as `/workshops/PM-2002-3`.
    pub page: String,
    pub sure: Sure,
}

impl Happening {
    pub fn is_whole_days(&self) -> bool {
        self.starts < self.ends && self.starts.minute_of_day() == 0 && self.ends.minute_of_day() == 0
    }

    /// Whether it takes up some of a day.
    pub fn is_on(&self, day: Day) -> bool {
        self.starts < day.next().at(0, 0) && (self.ends > day.at(0, 0) || self.starts == self.ends && self.starts.day() == day)
    }
}
