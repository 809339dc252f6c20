//! Working days, opening hours and who has a room when. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::{
    happening::Place,
    text::Bi,
    time::{Day, Moment},
};

/// The general holidays of Hong Kong, by day.
#[derive(Clone, Debug, Default)]
pub struct Holidays(pub BTreeMap<Day, Bi>);

impl Holidays {
    pub fn name(&self, day: Day) -> Option<&Bi> {
        self.0.get(&day)
    }

    /// Monday to Friday and no general holiday. Saturday morning is worked too, but as half a day it counts for no deadline.
    pub fn is_working(&self, day: Day) -> bool {
        !day.is_saturday() && !day.is_sunday() && self.name(day).is_none()
    }

    /// The first working day after `day`.
    pub fn next_working(&self, day: Day) -> Day {
        let mut next = day.next();
        while !self.is_working(next) {
            next = next.next();
        }
        next
    }

    /// `count` working days before `day`: its start is the last moment of a deadline "until `count` working days before".
    pub fn working_days_before(&self, day: Day, count: u32) -> Day {
        let mut left = count;
        let mut it = day;
        while left > 0 {
            it = it.previous();
            if self.is_working(it) {
                left -= 1;
            }
        }
        it
    }

    /// The end of office hours, 5 pm, `count` working days after a moment.
    pub fn working_days_after(&self, from: Moment, count: u32) -> Moment {
        let mut day = from.day();
        for _ in 0..count {
            day = self.next_working(day);
        }
        day.at(17, 0)
    }
}

/// Opening hours on one kind of day, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub opens: u32,
    pub closes: u32,
}

impl Hours {
    /// Reads `09:00-18:00`; anything else means closed.
    pub fn parse(text: &str) -> Option<Hours> {
        let minutes = |part: &str| {
            let (hour, minute) = part.trim().split_once(':')?;
            Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
        };
        let (opens, closes) = text.split_once('-')?;
        Some(Hours { opens: minutes(opens)?, closes: minutes(closes)? })
    }
}

/// A place where things are held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Venue {
    pub code: String,
    pub name: Bi,
    pub district: String,
    pub district_name: Bi,
    pub kind: String,
    pub managed_by: String,
    pub capacity: i64,
    /// How many activities it takes side by side; one pitch means one holder at a time.
    pub pitches: i64,
    pub features: Vec<String>,
    pub weekday: Option<Hours>,
    pub saturday: Option<Hours>,
    pub holiday: Option<Hours>,
}

impl Venue {
    /// As a calendar says it.
    pub fn place(&self) -> Place {
        Place {
            venue: self.code.clone(),
            name: self.name.clone(),
            district: self.district.clone(),
            district_name: self.district_name.clone(),
        }
    }

    /// Opening hours on a day; none if it is closed.
    pub fn hours(&self, day: Day, holidays: &Holidays) -> Option<Hours> {
        if day.is_sunday() || holidays.name(day).is_some() {
            self.holiday
        } else if day.is_saturday() {
            self.saturday
        } else {
            self.weekday
        }
    }

    /// A department's own place: its own activities are held there and nobody else's (I-38).
    pub fn is_premises(&self) -> bool {
        self.kind == "department_premises"
    }

    fn has(&self, feature: &str) -> bool {
        self.features.iter().any(|it| it == feature)
    }

    /// There is a way in without steps.
    pub fn is_step_free(&self) -> bool {
        self.has("stepfree")
    }

    pub fn is_open_air(&self) -> bool {
        self.has("outdoor")
    }

    pub fn is_open(&self, from: Moment, to: Moment, holidays: &Holidays) -> bool {
        let day = from.day();
        to.day() == day && self.hours(day, holidays).is_some_and(|h| h.opens <= from.minute_of_day() && to.minute_of_day() <= h.closes)
    }
}

/// A span in which a venue is not free, and for whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub starts: Moment,
    pub ends: Moment,
    /// `closure`, or the purpose of a hold as `workshop:PM-2002-3`.
    pub purpose: String,
    pub label: Bi,
}

/// Whether two spans share a moment; touching ends do not.
pub fn overlap(a: (Moment, Moment), b: (Moment, Moment)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holidays() -> Holidays {
        let day = |m, d| Day::new(2002, m, d).unwrap();
        Holidays(BTreeMap::from([(day(2, 12), Bi::new("Lunar New Year's Day", "農曆年初一")), (day(2, 13), Bi::default())]))
    }

    #[test]
    fn two_working_days_before_a_monday_is_the_thursday() {
        let monday = Day::new(2002, 3, 18).unwrap();
        assert_eq!(holidays().working_days_before(monday, 2).iso(), "2002-03-14");
    }

    #[test]
    fn holidays_and_weekends_do_not_count() {
        // Friday 8 February; Lunar New Year falls on Tuesday and Wednesday.
        let friday = Day::new(2002, 2, 8).unwrap().at(15, 0);
        assert_eq!(holidays().working_days_after(friday, 2).to_rfc3339(), "2002-02-14T17:00:00+08:00");
        assert_eq!(holidays().next_working(Day::new(2002, 2, 11).unwrap()).iso(), "2002-02-14");
    }

    #[test]
    fn one_event_may_begin_when_another_ends() {
        let at = |h| Day::new(2002, 3, 20).unwrap().at(h, 0);
        assert!(!overlap((at(9), at(12)), (at(12), at(13))));
        assert!(overlap((at(9), at(13)), (at(12), at(14))));
        assert!(overlap((at(9), at(17)), (at(9), at(17))));
    }

    #[test]
    fn hours_are_read_or_mean_closed() {
        assert_eq!(Hours::parse("09:00-18:30"), Some(Hours { opens: 540, closes: 1110 }));
        assert_eq!(Hours::parse("closed"), None);
        assert_eq!(Hours::parse(""), None);
    }
}
