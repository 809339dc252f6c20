//! Moving a whole event to other days, or giving it another name: what becomes of every session, and what is told (FT-21, I-50, I-52).
//! Pure.

use serde::{Deserialize, Serialize};

use super::{At, Event, Refusal, Slot, event::check_period, timetable::WhyNot, typed::both};
use crate::{
    base::{
        problem::{Answer, Complaints, Problem},
        text::Bi,
        time::{Day, Moment},
    },
    venues::{Holidays, Taken, Venue},
};

/// What was changed of an event itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub number: i64,
    pub at: Moment,
    /// By post.
    pub by: Bi,
    pub reason: Bi,
    pub name_was: Bi,
    pub starts_was: Day,
    pub ends_was: Day,
    pub kept: i64,
    pub to_decide: i64,
    pub dropped: i64,
}

/// A new period or a new name, as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    pub starts: String,
    pub ends: String,
    pub name_en: String,
    pub name_zh: String,
    pub reason_en: String,
    pub reason_zh: String,
    /// The version of the event that was read.
    pub version: String,
}

impl MoveForm {
    /// The event as it would be; what is left empty stays.
    pub fn read(&self, before: &Event) -> Answer<Event> {
        let mut wrong = Complaints::default();
        let mut day = |field: &str, text: &str, was: Day| match (text.trim(), Day::parse(text.trim())) {
            ("", _) => was,
            (_, Some(day)) => day,
            _ => {
                wrong.add(Problem::rule("problem-day").on(field));
                was
            }
        };
        let starts = day("starts", &self.starts, before.starts);
        let ends = day("ends", &self.ends, before.ends);
        check_period(&mut wrong, starts, ends);
        let named = !self.name_en.trim().is_empty() || !self.name_zh.trim().is_empty();
        let name = if named { both(&mut wrong, "name", (&self.name_en, &self.name_zh), 120, true) } else { before.name.clone() };
        wrong.check()?;
        let event = Event { starts, ends, name, ..before.clone() };
        if event == *before { Err(Refusal::Nothing.into()) } else { Ok(event) }
    }

    /// Why, in both languages: everybody reads it.
    pub fn reason(&self) -> Answer<Bi> {
        let mut wrong = Complaints::default();
        let reason = both(&mut wrong, "reason", (&self.reason_en, &self.reason_zh), 500, true);
        wrong.check()?;
        Ok(reason)
    }
}

/// Every session on the day of the new period that has the number its own day had, at the same hour in the same venue. Whatever has
/// no such day waits. Locks hold no longer: they were for other days.
pub fn shifted(slots: &[Slot], from: &[Day], to: &[Day]) -> Vec<Slot> {
    let place = |at: &At| {
        let day = to.get(from.iter().position(|day| *day == at.starts.day())?)?;
        Some(At { venue: at.venue.clone(), starts: day.at(0, 0).plus_minutes(at.starts.minute_of_day().into()) })
    };
    slots.iter().map(|it| Slot { at: it.at.as_ref().and_then(place), locked: false, ..it.clone() }).collect()
}

/// What becomes of the sessions that had a place: kept + to decide + dropped is all of them (I-50).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Impact {
    /// By activity and session.
    pub kept: Vec<(String, i64)>,
    /// They have a place on paper, and what is wrong with it.
    pub to_decide: Vec<(String, i64, Vec<WhyNot>)>,
    pub dropped: Vec<(String, i64)>,
}

/// Sorts what had a place into the three lists: where it would be now, and what is wrong there.
pub fn impact(before: &[Slot], after: &[Slot], wrong: &[(String, i64, Vec<WhyNot>)]) -> Impact {
    let mut impact = Impact::default();
    for slot in before.iter().filter(|it| it.at.is_some()) {
        let key = (slot.activity.clone(), slot.session);
        let placed = after.iter().any(|it| (&it.activity, it.session) == (&key.0, key.1) && it.at.is_some());
        match wrong.iter().find(|it| (&it.0, it.1) == (&key.0, key.1)) {
            _ if !placed => impact.dropped.push(key),
            Some(no) => impact.to_decide.push(no.clone()),
            None => impact.kept.push(key),
        }
    }
    impact
}

/// The first of these days on which every venue of the pool is shut: no event can be then.
pub fn blackout(days: &[Day], venues: &[Venue], taken: &[(String, Taken)], holidays: &Holidays) -> Option<Day> {
    let shut = |venue: &Venue, day: Day| {
        let Some(hours) = venue.hours(day, holidays) else { return true };
        let (opens, closes) = (day.at(0, 0).plus_minutes(hours.opens.into()), day.at(0, 0).plus_minutes(hours.closes.into()));
        let closed =
            |(code, it): &(String, Taken)| *code == venue.code && it.purpose == "closure" && it.starts <= opens && closes <= it.ends;
        taken.iter().any(closed)
    };
    days.iter().copied().find(|day| venues.iter().filter(|it| !it.is_premises()).all(|venue| shut(venue, *day)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days(first: u32, n: u32) -> Vec<Day> {
        (first..first + n).map(|day| Day::new(2002, 1, day).unwrap()).collect()
    }

    proptest! {
        #[test]
        fn i_50_after_any_postponement_kept_and_to_decide_and_dropped_are_all_there_were(
            placed in proptest::collection::vec(proptest::option::of((0usize..10, 9i64..18)), 1..30),
            (first, n) in (1u32..20, 1u32..12),
            wrong in proptest::collection::vec(any::<bool>(), 30)
        ) {
            let (from, to) = (days(3, 10), days(first, n));
            let slot = |(session, it): (usize, &Option<(usize, i64)>)| Slot {
                activity: "A".into(),
                session: session as i64,
                at: it.map(|(day, hour)| At { venue: "V".into(), starts: from[day].at(0, 0).plus_minutes(hour * 60) }),
                locked: session % 3 == 0,
                version: 1,
            };
            let before: Vec<Slot> = placed.iter().enumerate().map(slot).collect();
            let after = shifted(&before, &from, &to);
            let wrong: Vec<(String, i64, Vec<WhyNot>)> =
                after.iter().filter(|it| it.at.is_some() && wrong[it.session as usize]).map(|it| ("A".to_owned(), it.session, vec![WhyNot::Closed])).collect();
            let impact = impact(&before, &after, &wrong);
            let had = before.iter().filter(|it| it.at.is_some()).count();
            prop_assert_eq!(impact.kept.len() + impact.to_decide.len() + impact.dropped.len(), had);
            for (before, after) in before.iter().zip(&after) {
                if let (Some(before), Some(after)) = (&before.at, &after.at) {
                    prop_assert_eq!(before.starts.minute_of_day(), after.starts.minute_of_day());
                    prop_assert_eq!(from[0].days_until(before.starts.day()), to[0].days_until(after.starts.day()));
                }
            }
            for (activity, session) in &impact.dropped {
                let was = before.iter().find(|it| (&it.activity, it.session) == (activity, *session)).unwrap();
                let day = from[0].days_until(was.at.as_ref().unwrap().starts.day());
                prop_assert!(day >= n.into(), "only what has no day any more is dropped");
            }
        }
    }

    #[test]
    fn a_day_on_which_everything_is_shut_is_no_day_for_an_event() {
        let hours = crate::venues::Hours { opens: 540, closes: 1_080 };
        let venue = |code: &str, kind: &str| Venue {
            code: code.into(),
            name: Bi::default(),
            district: "ST".into(),
            district_name: Bi::default(),
            kind: kind.into(),
            managed_by: "LCSD".into(),
            capacity: 10,
            pitches: 1,
            features: vec![],
            weekday: Some(hours),
            saturday: Some(hours),
            holiday: None,
        };
        let venues = [venue("HALL", "hall"), venue("ROOM", "hall"), venue("P-WSD", "department_premises")];
        let closed = |code: &str, day: Day| {
            (code.to_owned(), Taken { starts: day.at(0, 0), ends: day.next().at(0, 0), purpose: "closure".into(), label: Bi::default() })
        };
        let all = days(7, 7); // Monday to Sunday
        let none = Holidays::default();
        assert_eq!(blackout(&all, &venues, &[], &none), Some(all[6]), "on Sundays nothing is open");
        assert_eq!(blackout(&all[..6], &venues, &[closed("HALL", all[2])], &none), None);
        assert_eq!(blackout(&all[..6], &venues, &[closed("HALL", all[2]), closed("ROOM", all[2])], &none), Some(all[2]));
    }
}
