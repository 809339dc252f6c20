//! A stop of a roving exhibition: where, when, and whether it can be there (I-35, I-36).

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::{
    base::{
        problem::{Answer, Complaints, Problem},
        text::Bi,
        time::{Day, Moment},
    },
    venues::{Holidays, Hours, Venue},
};

/// What the officers have decided about a stop; where it is within its days goes by the clock, see [`Stop::phase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopState {
    Planned,
    Confirmed,
    Cancelled,
}

/// What a visitor sees of a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopPhase {
    Planned,
    Coming,
    Live,
    Over,
    Cancelled,
}

crate::stored!(StopState: Planned = "planned", Confirmed = "confirmed", Cancelled = "cancelled");
crate::stored!(StopPhase: Planned = "planned", Coming = "coming", Live = "live", Over = "over", Cancelled = "cancelled");

/// One stop of a tour.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub code: String,
    /// The tour; with a poll, the scheme's code.
    pub series: String,
    /// What is voted on; none where panels are only shown.
    pub scheme: Option<String>,
    pub name: Bi,
    pub venue: String,
    pub starts: Day,
    pub ends: Day,
    /// Every day, in minutes since midnight.
    pub hours: Hours,
    pub kiosks: i64,
    pub note: Bi,
    /// How to get there without steps.
    pub access: Bi,
    pub roster: String,
    pub state: StopState,
    /// Raised when its place or days change, for calendars.
    pub sequence: i64,
    pub version: i64,
    pub changed: Moment,
}

impl Stop {
    /// Its days, first to last.
    pub fn days(&self) -> impl Iterator<Item = Day> + use<> {
        let (first, count) = (self.starts, self.starts.days_until(self.ends).max(0) as u64);
        (0..=count).map(move |n| first.plus(n))
    }

    /// From when to when it is open on one of its days.
    pub fn span(&self, day: Day) -> (Moment, Moment) {
        let midnight = day.at(0, 0);
        (midnight.plus_minutes(self.hours.opens.into()), midnight.plus_minutes(self.hours.closes.into()))
    }

    pub fn phase(&self, now: Moment) -> StopPhase {
        match self.state {
            StopState::Cancelled => StopPhase::Cancelled,
            StopState::Planned => StopPhase::Planned,
            StopState::Confirmed if now < self.span(self.starts).0 => StopPhase::Coming,
            StopState::Confirmed if now < self.span(self.ends).1 => StopPhase::Live,
            StopState::Confirmed => StopPhase::Over,
        }
    }

    /// The one set of panels has to be taken down, moved and put up: a clear day lies between two stops of a scheme (I-35). Displays
    /// without a poll may follow each other, and overlap.
    pub fn clear_of<'a>(&self, others: impl IntoIterator<Item = &'a Stop>) -> Result<(), Refusal> {
        let too_near = |it: &&Stop| {
            self.scheme.is_some()
                && it.scheme == self.scheme
                && it.code != self.code
                && it.state != StopState::Cancelled
                && self.starts.days_until(it.ends) >= -1
                && it.starts.days_until(self.ends) >= -1
        };
        match others.into_iter().find(too_near) {
            Some(other) => Err(Refusal::StopTooNear { other: other.name.clone(), from: other.starts, to: other.ends }),
            None => Ok(()),
        }
    }

    /// Its hours lie within those of the venue on every one of its days, holidays as holidays (I-36).
    pub fn fits(&self, venue: &Venue, holidays: &Holidays) -> Result<(), Refusal> {
        for day in self.days() {
            match venue.hours(day, holidays) {
                None => return Err(Refusal::VenueClosed { day }),
                Some(of) if of.opens > self.hours.opens || of.closes < self.hours.closes => {
                    return Err(Refusal::OutsideHours { day, opens: clock(of.opens), closes: clock(of.closes) });
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}

/// `10:00`.
pub fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A stop as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StopForm {
    pub code: String,
    pub series: String,
    /// Empty where there is no poll.
    pub scheme: String,
    pub name_en: String,
    pub name_zh: String,
    pub venue: String,
    pub starts: String,
    pub ends: String,
    pub opens: String,
    pub closes: String,
    pub kiosks: String,
    pub note_en: String,
    pub note_zh: String,
    pub access_en: String,
    pub access_zh: String,
    pub roster: String,
    /// The version that was read; empty for a new stop.
    pub version: String,
}

/// Longer than any tour has ever stayed in one place.
const MOST_DAYS: i64 = 60;

impl StopForm {
    /// What was typed, as a stop; everything that is wrong with it at once.
    pub fn read(&self, now: Moment) -> Answer<Stop> {
        let mut wrong = Complaints::default();
        let code = self.code.trim().to_uppercase();
        let is_plain = (3..=24).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_plain {
            wrong.add(Problem::rule("exhibitions-code-bad").on("code"));
        }
        let name = Bi::new(self.name_en.trim(), self.name_zh.trim());
        for (field, text) in [("name_en", &name.en), ("name_zh", &name.zh)] {
            if text.is_empty() {
                wrong.add(Problem::rule("problem-both-languages").on(field));
            }
        }
        let (note, access) = (Bi::new(self.note_en.trim(), self.note_zh.trim()), Bi::new(self.access_en.trim(), self.access_zh.trim()));
        for (field, text) in [("note_en", &note), ("access_en", &access)] {
            if text.en.is_empty() != text.zh.is_empty() {
                wrong.add(Problem::rule("problem-both-languages").on(field));
            }
        }
        let mut day = |field: &str, text: &str| {
            let read = Day::parse(text);
            if read.is_none() {
                wrong.add(Problem::rule("exhibitions-day-bad").on(field));
            }
            read
        };
        let (starts, ends) = (day("starts", &self.starts), day("ends", &self.ends));
        let hours = Hours::parse(&format!("{}-{}", self.opens, self.closes)).filter(|it| it.opens < it.closes && it.closes <= 24 * 60);
        if hours.is_none() {
            wrong.add(Problem::rule("exhibitions-hours-bad").on("opens"));
        }
        let kiosks = self.kiosks.trim().parse::<i64>().ok().filter(|n| (0..=40).contains(n));
        if kiosks.is_none() {
            wrong.add(Problem::rule("exhibitions-kiosks-bad").on("kiosks"));
        }
        if let (Some(starts), Some(ends)) = (starts, ends)
            && !(0..MOST_DAYS).contains(&starts.days_until(ends))
        {
            wrong.add(Problem::rule("exhibitions-ends-first").on("ends"));
        }
        for (field, text) in [("roster", &self.roster), ("note_en", &self.note_en), ("access_en", &self.access_en)] {
            if crate::base::text::holds_identity_card(text) {
                wrong.add(Problem::rule("problem-identity-card").on(field));
            }
            if text.chars().count() > 2000 {
                wrong.add(Problem::rule("problem-too-long").with("limit", 2000i64).on(field));
            }
        }
        wrong.check()?;
        let (Some(starts), Some(ends), Some(hours), Some(kiosks)) = (starts, ends, hours, kiosks) else {
            return Err(Problem::form("problem-form"));
        };
        let scheme = Some(self.scheme.trim().to_owned()).filter(|it| !it.is_empty());
        let series = scheme.clone().unwrap_or_else(|| self.series.trim().to_uppercase());
        Ok(Stop {
            code,
            series,
            scheme,
            name,
            venue: self.venue.trim().into(),
            starts,
            ends,
            hours,
            kiosks,
            note,
            access,
            roster: self.roster.trim().into(),
            state: StopState::Planned,
            sequence: 0,
            version: self.version.trim().parse().unwrap_or(0),
            changed: now,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn day(d: u32) -> Day {
        Day::new(2001, 9, d).unwrap()
    }

    pub fn stop(code: &str, from: u32, to: u32) -> Stop {
        Stop {
            code: code.into(),
            series: "BPP2".into(),
            scheme: Some("BPP2".into()),
            name: Bi::new(code, code),
            venue: "TMTH-EG".into(),
            starts: day(from),
            ends: day(to),
            hours: Hours { opens: 600, closes: 1200 },
            kiosks: 3,
            note: Bi::default(),
            access: Bi::default(),
            roster: String::new(),
            state: StopState::Confirmed,
            sequence: 0,
            version: 1,
            changed: Moment(0),
        }
    }

    #[test]
    fn i_35_stops_of_one_tour_leave_a_clear_day_for_moving() {
        let first = stop("A", 7, 9);
        assert!(stop("B", 11, 12).clear_of([&first]).is_ok(), "the tenth is free for moving");
        assert!(stop("B", 3, 5).clear_of([&first]).is_ok());
        for (from, to) in [(10, 11), (9, 10), (8, 8), (1, 6), (1, 20)] {
            let refused = stop("B", from, to).clear_of([&first]);
            assert!(matches!(refused, Err(Refusal::StopTooNear { ref other, .. }) if other.en == "A"), "{from}–{to}: {refused:?}");
        }
        assert!(Stop { scheme: Some("EEA2".into()), ..stop("B", 8, 8) }.clear_of([&first]).is_ok(), "another set of panels");
        assert!(stop("B", 8, 8).clear_of([&Stop { state: StopState::Cancelled, ..first.clone() }]).is_ok());
        assert!(stop("A", 8, 10).clear_of([&first]).is_ok(), "it is not in its own way");
    }

    #[test]
    fn i_36_hours_lie_within_the_venues_on_weekdays_saturdays_and_holidays() {
        let venue = Venue {
            code: "V".into(),
            name: Bi::default(),
            district: "TM".into(),
            district_name: Bi::default(),
            kind: "hall".into(),
            managed_by: "LCSD".into(),
            capacity: 100,
            pitches: 1,
            features: vec![],
            weekday: Hours::parse("09:00-22:00"),
            saturday: Hours::parse("10:00-20:00"),
            holiday: Hours::parse("10:00-18:00"),
        };
        let none = Holidays::default();
        assert_eq!(stop("A", 14, 15).fits(&venue, &none), Ok(()), "Friday and Saturday");
        let late = Refusal::OutsideHours { day: day(16), opens: "10:00".into(), closes: "18:00".into() };
        assert_eq!(stop("A", 14, 16).fits(&venue, &none), Err(late), "Sunday closes at six");
        let holiday = Holidays(BTreeMap::from([(day(14), Bi::new("A holiday", "假期"))]));
        assert!(stop("A", 14, 14).fits(&venue, &holiday).is_err(), "a Friday that is a holiday has the hours of a Sunday");
        assert_eq!(stop("A", 16, 16).fits(&Venue { holiday: None, ..venue }, &none), Err(Refusal::VenueClosed { day: day(16) }));
    }

    #[test]
    fn a_form_says_everything_that_is_wrong_at_once() {
        let form = StopForm { code: "x".into(), starts: "2001-09-14".into(), ends: "2001-09-12".into(), ..StopForm::default() };
        let problem = form.read(Moment(0)).unwrap_err();
        let fields: Vec<&str> = problem.complaints.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(fields, ["code", "name_en", "name_zh", "opens", "kiosks", "ends"]);
        assert_eq!(problem.status(), 422);
    }
}
