//! The ceremony at which the prizes of a scheme are presented: when, and where. Pure.

use super::Scheme;
use crate::base::{
    problem::{Answer, Complaints, Problem},
    time::Moment,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    pub scheme: String,
    pub starts: Moment,
    pub ends: Moment,
    /// Code of the venue.
    pub venue: String,
    pub is_off: bool,
    /// Of the calendar entry; raised by every change.
    pub sequence: i64,
    pub created: Moment,
    pub changed: Moment,
}

/// Reads when it is as somebody typed it: ahead, on one day, and not before the results are known.
pub fn read(scheme: &Scheme, starts: &str, ends: &str, now: Moment) -> Answer<(Moment, Moment)> {
    let mut wrong = Complaints::default();
    let mut moment = |field: &str, text: &str| {
        Moment::parse_local(text.trim()).unwrap_or_else(|| {
            wrong.add(Problem::rule("problem-moment").on(field));
            Moment::default()
        })
    };
    let (starts, ends) = (moment("starts", starts), moment("ends", ends));
    wrong.check()?;
    let mut wrong = Complaints::default();
    if starts < scheme.announce_at {
        wrong.add(Problem::rule("presentation-too-soon").with("announced", scheme.announce_at).on("starts"));
    } else if starts <= now {
        wrong.add(Problem::rule("presentation-past").on("starts"));
    }
    if ends <= starts || ends.day() != starts.day() {
        wrong.add(Problem::rule("presentation-ends").on("ends"));
    }
    wrong.check()?;
    Ok((starts, ends))
}
