//! When the house reminds, and of what; and when it writes one letter of many. Pure.

use crate::{
    base::{
        problem::{Answer, Complaints, OrUnknown, Problem},
        roles::Action,
        time::Moment,
    },
    stored,
};

/// What a reminder is relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// Registration for a workshop opens: to all training co-ordinators.
    WorkshopOpens,
    /// It closes: to co-ordinators with registrations to endorse.
    WorkshopCloses,
    /// The workshop starts: to those with a place.
    WorkshopStarts,
    /// The last moment to submit an entry: to departments that have not.
    EntriesClose,
    /// The last moment to submit sheets: to judges who have not.
    SheetsDue,
    /// The last moment to file activities: to departments with drafts.
    ActivitiesClose,
    /// A session of the Showcase starts: to visitors with places.
    ActivityStarts,
}

stored!(Anchor: WorkshopOpens = "workshop-opens", WorkshopCloses = "workshop-closes", WorkshopStarts = "workshop-starts",
    EntriesClose = "entries-close", SheetsDue = "sheets-due", ActivitiesClose = "activities-close", ActivityStarts = "activity-starts");

impl Anchor {
    /// Whoever does this decides when it is reminded of.
    pub fn kept_by(self) -> Action {
        match self {
            Anchor::WorkshopOpens | Anchor::WorkshopCloses | Anchor::WorkshopStarts => Action::RunWorkshops,
            Anchor::EntriesClose | Anchor::SheetsDue => Action::SetUpSchemes,
            Anchor::ActivitiesClose | Anchor::ActivityStarts => Action::PlaceActivities,
        }
    }
}

/// The longest before, in days.
pub const MOST_DAYS: i64 = 60;
/// A reminder that could not be written within so many minutes is left out: late reminders confuse.
const WITHIN: i64 = 24 * 60;

/// A rule: so many days before, at a full hour in Hong Kong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub anchor: Anchor,
    pub days: i64,
    pub hour: i64,
    pub active: bool,
}

impl Rule {
    /// When it falls due for something that begins or ends at `at`.
    pub fn falls(self, at: Moment) -> Moment {
        at.plus_days(-self.days).day().at(u32::try_from(self.hour).unwrap_or(9), 0)
    }

    /// Whether it is due now: its hour has come, not long ago, and what it speaks of is still ahead. An opening may have come.
    pub fn is_due(self, at: Moment, now: Moment) -> bool {
        let falls = self.falls(at);
        let ahead = now < at || self.anchor == Anchor::WorkshopOpens;
        self.active && falls <= now && now < falls.plus_minutes(WITHIN) && ahead
    }
}

/// Reads a rule as somebody typed it.
pub fn read(anchor: &str, days: &str, hour: &str) -> Answer<Rule> {
    let mut wrong = Complaints::default();
    let mut number = |field: &str, text: &str, least: i64, most: i64| {
        let read = text.trim().parse::<i64>().ok().filter(|it| (least..=most).contains(it));
        if read.is_none() {
            wrong.add(Problem::rule("letters-number-wrong").with("least", least).with("most", most).on(field));
        }
        read.unwrap_or_default()
    };
    let (days, hour) = (number("days", days, 0, MOST_DAYS), number("hour", hour, 7, 20));
    let anchor = Anchor::of_code(anchor);
    if anchor.is_none() {
        wrong.add(Problem::rule("letters-anchor-unknown").on("anchor"));
    }
    wrong.check()?;
    Ok(Rule { anchor: anchor.or_unknown()?, days, hour, active: true })
}

/// The one letter of the morning is written at half past eight.
pub fn morning(now: Moment) -> Option<Moment> {
    let at = now.day().at(8, 30);
    (now >= at).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_reminder_falls_due_at_its_hour_for_one_day_and_never_after_what_it_speaks_of() {
        let rule = Rule { anchor: Anchor::WorkshopStarts, days: 1, hour: 9, active: true };
        let starts = at("2001-11-15T14:00:00+08:00");
        assert_eq!(rule.falls(starts), at("2001-11-14T09:00:00+08:00"));
        for (now, due) in [
            ("2001-11-14T08:59:59+08:00", false),
            ("2001-11-14T09:00:00+08:00", true),
            ("2001-11-15T08:59:00+08:00", true),
            ("2001-11-15T09:00:00+08:00", false),
        ] {
            assert_eq!(rule.is_due(starts, at(now)), due, "{now}");
        }
        let same_day = Rule { days: 0, hour: 9, ..rule };
        assert!(!same_day.is_due(at("2001-11-15T09:00:00+08:00"), at("2001-11-15T09:00:00+08:00")), "it has begun");
        assert!(!Rule { active: false, ..rule }.is_due(starts, at("2001-11-14T10:00:00+08:00")));
    }

    #[test]
    fn a_rule_is_read_and_what_is_wrong_is_said_beside_its_field() {
        assert_eq!(read("sheets-due", " 3 ", "9").unwrap(), Rule { anchor: Anchor::SheetsDue, days: 3, hour: 9, active: true });
        let wrong = read("x", "61", "3").unwrap_err();
        let fields: Vec<String> = wrong.complaints.into_iter().map(|it| it.field).collect();
        assert_eq!(fields, ["days", "hour", "anchor"]);
    }
}
