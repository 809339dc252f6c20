//! Which venues an activity fits into, and if none, which of its needs is the cause – told while the form is still being filled in.
//!
//! This looks at what a venue is, not at who has it when: that is the board's affair.

use super::{Event, Needs};
use crate::venues::{Holidays, Venue};

/// By how long set-up and clearing may reach outside the hours of a venue, each (I-42).
pub const OUTSIDE: i64 = 60;

/// One thing an activity asks of a venue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    Feature(String),
    /// Room for so many at once.
    Room {
        peak: i64,
    },
    /// So many minutes within the opening hours of one day of the event.
    Hours {
        minutes: i64,
    },
}

/// How an activity fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Codes of the venues that offer all it needs, those in the districts it wishes for first.
    pub venues: Vec<String>,
    /// How many of them lie there; all of them if no district is wished for.
    pub wanted: usize,
    /// If there is none: needs, and how many venues there would be without each one, most first. Empty if no single one would do.
    pub causes: Vec<(Need, usize)>,
    /// Its own premises take no more than so many.
    pub own_too_small: Option<i64>,
}

impl Fit {
    pub fn is_hopeless(&self) -> bool {
        self.venues.is_empty()
    }
}

/// Whether a venue gives one need.
fn gives(venue: &Venue, need: &Need, event: &Event, holidays: &Holidays) -> bool {
    match need {
        Need::Feature(code) => venue.features.contains(code),
        Need::Room { peak } => venue.capacity >= *peak,
        Need::Hours { minutes } => event
            .days()
            .into_iter()
            .any(|day| venue.hours(day, holidays).is_some_and(|hours| i64::from(hours.closes) - i64::from(hours.opens) >= *minutes)),
    }
}

/// Everything asked, one by one.
pub fn needs(of: &Needs) -> Vec<Need> {
    let beyond = |minutes: i64| (minutes - OUTSIDE).max(0);
    let minutes = of.minutes + beyond(of.setup) + beyond(of.teardown);
    let features = of.features.iter().cloned().map(Need::Feature);
    features.chain([Need::Room { peak: of.peak }, Need::Hours { minutes }]).collect()
}

/// Fits the needs of an activity against every venue there is. A department's own premises are the only ones it can have, and stand
/// for no other's.
pub fn fit(of: &Needs, districts: &[String], venues: &[Venue], event: &Event, holidays: &Holidays) -> Fit {
    let asked = needs(of);
    let pool: Vec<&Venue> = match &of.own_venue {
        Some(own) => venues.iter().filter(|it| it.code == *own).collect(),
        None => venues.iter().filter(|it| !it.is_premises()).collect(),
    };
    let without = |left_out: Option<usize>| {
        let kept: Vec<&Need> = asked.iter().enumerate().filter(|(at, _)| Some(*at) != left_out).map(|(_, need)| need).collect();
        pool.iter().copied().filter(|venue| kept.iter().all(|need| gives(venue, need, event, holidays))).collect::<Vec<&Venue>>()
    };
    let mut fitting = without(None);
    let is_wanted = |venue: &&Venue| districts.is_empty() || districts.contains(&venue.district);
    // Stable: within each half they stay in the order they came.
    fitting.sort_by_key(|venue| !is_wanted(venue));
    let mut causes = Vec::new();
    if fitting.is_empty() {
        causes = (0..asked.len()).map(|at| (asked[at].clone(), without(Some(at)).len())).filter(|(_, count)| *count > 0).collect();
        causes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    }
    let own_too_small = of.own_venue.as_ref().and_then(|_| pool.first()).map(|it| it.capacity).filter(|capacity| *capacity < of.peak);
    Fit {
        wanted: fitting.iter().filter(|it| is_wanted(it)).count(),
        venues: fitting.into_iter().map(|it| it.code.clone()).collect(),
        causes,
        own_too_small,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Event, activity::*},
        *,
    };
    use crate::{
        base::{text::Bi, time::Day},
        venues::Hours,
    };

    fn event() -> Event {
        let day = |d| Day::new(2002, 1, d).unwrap();
        let closes = Day::new(2001, 11, 15).unwrap().at(17, 0);
        Event {
            code: "SC".into(),
            name: Bi::default(),
            starts: day(11),
            ends: day(20),
            closes,
            target_departments: 50,
            target_activities: 200,
            version: 1,
            plan: 0,
            enquiries: String::new(),
        }
    }

    fn venue(code: &str, district: &str, capacity: i64, features: &[&str]) -> Venue {
        let hours = Hours::parse("09:00-18:00");
        Venue {
            code: code.into(),
            name: Bi::default(),
            district: district.into(),
            district_name: Bi::default(),
            kind: "hall".into(),
            managed_by: "LCSD".into(),
            capacity,
            pitches: 1,
            features: features.iter().map(|it| (*it).into()).collect(),
            weekday: hours,
            saturday: hours,
            holiday: None,
        }
    }

    fn asking(peak: i64, minutes: i64, features: &[&str]) -> Needs {
        Needs {
            own_venue: None,
            minutes,
            sessions: 1,
            setup: 30,
            teardown: 30,
            expected: peak,
            peak,
            crowd: Crowd::Seated,
            features: features.iter().map(|it| (*it).into()).collect(),
        }
    }

    fn fitted(of: &Needs, districts: &[&str], venues: &[Venue]) -> Fit {
        let districts: Vec<String> = districts.iter().map(|it| (*it).into()).collect();
        fit(of, &districts, venues, &event(), &Holidays::default())
    }

    #[test]
    fn venues_in_the_districts_wished_for_come_first() {
        let all = [venue("A", "ST", 100, &["power"]), venue("B", "TP", 100, &["power"]), venue("C", "TP", 100, &[])];
        let fit = fitted(&asking(50, 60, &["power"]), &["TP"], &all);
        assert_eq!((fit.venues, fit.wanted, fit.causes), (vec!["B".to_owned(), "A".into()], 1, vec![]));
    }

    #[test]
    fn the_film_show_in_the_open_air_needs_two_things_that_no_venue_has_together() {
        let all = [
            venue("PARK", "ST", 900, &["outdoor", "pa"]),
            venue("HALL", "ST", 900, &["projector", "pa"]),
            venue("ROOM", "ST", 900, &["projector", "pa"]),
        ];
        let fit = fitted(&asking(400, 120, &["outdoor", "pa", "projector"]), &[], &all);
        assert!(fit.is_hopeless());
        assert_eq!(fit.causes, [(Need::Feature("outdoor".into()), 2), (Need::Feature("projector".into()), 1)]);
    }

    #[test]
    fn own_premises_that_are_too_small_are_said_with_both_numbers() {
        let own = Needs { own_venue: Some("P-HKO".into()), ..asking(63, 360, &["outdoor"]) };
        let fit = fitted(&own, &[], &[venue("P-HKO", "YTM", 60, &["outdoor"]), venue("PARK", "ST", 900, &["outdoor"])]);
        assert_eq!((fit.venues.len(), fit.own_too_small), (0, Some(60)), "no other venue stands in for it");
    }

    #[test]
    fn clearing_may_reach_an_hour_past_the_hours_and_no_more() {
        let all = [venue("A", "ST", 100, &[])];
        let long = |minutes, setup| Needs { setup, teardown: 60, ..asking(10, minutes, &[]) };
        assert!(!fitted(&long(540, 60), &[], &all).is_hopeless());
        assert_eq!(fitted(&long(541, 60), &[], &all).causes, [(Need::Hours { minutes: 541 }, 1)]);
        assert!(fitted(&long(500, 101), &[], &all).is_hopeless());
    }
}
