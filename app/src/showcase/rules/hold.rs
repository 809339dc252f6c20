//! How far the organiser has come with a venue of the pool: asked, held for a while, confirmed; and until when venues can be booked (FT-19). Pure.

use serde::{Deserialize, Serialize};

use super::{Event, Refusal, typed};
use crate::{
    base::{
        problem::{Answer, Complaints, Problem},
        time::Day,
    },
    stored,
};

/// Months before the event; halls take ordinary bookings three to seven months ahead.
pub const LEAD_MONTHS: i64 = 3;
/// Days before the last day to book, and before the last day of holding, on which the scheduler is reminded.
pub const REMIND_LEAD: u64 = 14;
pub const REMIND_HELD: u64 = 7;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HoldState {
    Asked,
    /// The venue keeps it until a day, and then lets it go.
    Held,
    Confirmed,
    /// Let go, by whichever side.
    Released,
}

stored!(HoldState: Asked = "asked", Held = "held", Confirmed = "confirmed", Released = "released");

/// A venue, for the whole of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VenueHold {
    pub venue: String,
    pub state: HoldState,
    pub since: Day,
    /// The last day of holding; with `Held` only.
    pub until: Option<Day>,
    /// A number to call, a reference: for colleagues.
    pub note: String,
    pub version: i64,
}

/// The lead time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    pub months: i64,
    /// The last day to book of which somebody was reminded.
    pub reminded: Option<Day>,
}

impl Default for Lead {
    fn default() -> Lead {
        Lead { months: LEAD_MONTHS, reminded: None }
    }
}

impl Lead {
    /// The last day on which venues of an event can be booked in the ordinary way.
    pub fn book_by(self, event: &Event) -> Day {
        event.starts.minus_months(self.months.clamp(0, 24) as u32)
    }

    /// Whether now is the time to remind of it: from two weeks before until the event begins, once for each such day.
    pub fn reminds(self, event: &Event, today: Day) -> bool {
        let by = self.book_by(event);
        today.plus(REMIND_LEAD) >= by && today < event.starts && self.reminded != Some(by)
    }

    pub fn read(text: &str) -> Answer<i64> {
        let mut wrong = Complaints::default();
        let months = typed::number(&mut wrong, "months", text, (0, 12));
        wrong.check()?;
        Ok(months)
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HoldForm {
    #[serde(default)]
    pub venue: String,
    #[serde(default)]
    pub state: String,
    #[serde(default)]
    pub until: String,
    #[serde(default)]
    pub note: String,
    /// The version it was read at; 0 or nothing for the first.
    #[serde(default)]
    pub version: String,
}

impl HoldForm {
    /// The hold it stands for, from today on if its state is another than `before`'s.
    pub fn read(&self, before: Option<&VenueHold>, event: &Event, today: Day) -> Answer<VenueHold> {
        let version = before.map_or(0, |it| it.version);
        if self.version.trim().parse().unwrap_or(0) != version {
            return Err(Refusal::Changed.into());
        }
        let mut wrong = Complaints::default();
        let state = HoldState::of_code(self.state.trim());
        if state.is_none() {
            wrong.add(Problem::rule("showcase-choose").on("state"));
        }
        let until = Day::parse(&self.until).filter(|day| (today..=event.ends).contains(day));
        if state == Some(HoldState::Held) && until.is_none() {
            wrong.add(Problem::rule("showcase-held-until").with("from", today).with("to", event.ends).on("until"));
        }
        let note = self.note.trim().to_owned();
        if note.chars().count() > 300 {
            wrong.add(Problem::rule("problem-too-long").with("limit", 300_i64).on("note"));
        }
        wrong.check()?;
        let state = state.unwrap_or(HoldState::Asked);
        let since = before.filter(|it| it.state == state).map_or(today, |it| it.since);
        let until = until.filter(|_| state == HoldState::Held);
        Ok(VenueHold { venue: self.venue.clone(), state, since, until, note, version: version + 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn event() -> Event {
        let form = super::super::EventForm {
            code: "SC".into(),
            name_en: "Showcase".into(),
            name_zh: "巡禮".into(),
            starts: "2002-01-11".into(),
            ends: "2002-01-20".into(),
            closes: "2001-11-15T17:00".into(),
            target_departments: "2".into(),
            target_activities: "3".into(),
            ..Default::default()
        };
        form.read().unwrap()
    }

    #[test]
    fn the_scheduler_is_reminded_once_in_the_two_weeks_before_the_last_day_to_book() {
        let (event, lead) = (event(), Lead::default());
        assert_eq!(lead.book_by(&event), day("2001-10-11"));
        assert!(!lead.reminds(&event, day("2001-09-26")));
        assert!(lead.reminds(&event, day("2001-09-27")));
        assert!(lead.reminds(&event, day("2002-01-10")), "late is better than never");
        assert!(!lead.reminds(&event, day("2002-01-11")));
        let told = Lead { reminded: Some(day("2001-10-11")), ..lead };
        assert!(!told.reminds(&event, day("2001-10-01")));
        assert!(Lead { months: 4, ..told }.reminds(&event, day("2001-09-01")), "another day to book is another reminder");
    }

    #[test]
    fn what_is_held_is_held_until_a_day_and_what_somebody_changed_is_not_overwritten() {
        let (event, today) = (event(), day("2001-09-03"));
        let form = HoldForm { venue: "HALL".into(), state: "held".into(), ..HoldForm::default() };
        assert_eq!(form.read(None, &event, today).unwrap_err().complaints[0].field, "until");
        for until in ["2001-09-02", "2002-01-21", "soon"] {
            assert!(HoldForm { until: until.into(), ..form.clone() }.read(None, &event, today).is_err(), "{until}");
        }
        let held = HoldForm { until: "2001-10-01".into(), ..form.clone() }.read(None, &event, today).unwrap();
        assert_eq!((held.until, held.since, held.version), (Some(day("2001-10-01")), today, 1));
        let later = day("2001-09-20");
        let longer = HoldForm { until: "2001-10-08".into(), version: "1".into(), ..form.clone() }.read(Some(&held), &event, later).unwrap();
        assert_eq!(longer.since, today, "it has been held since then");
        let sure = HoldForm { state: "confirmed".into(), until: "2001-10-08".into(), version: "1".into(), ..form.clone() };
        let sure = sure.read(Some(&held), &event, later).unwrap();
        assert_eq!((sure.since, sure.until), (later, None));
        assert_eq!(HoldForm { state: "asked".into(), ..form }.read(Some(&held), &event, later).unwrap_err().status(), 409);
    }
}
