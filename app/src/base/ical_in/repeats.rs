//! Entries that repeat, laid out one by one by the crate `rrule` (RFC 5545, 3.3.10). Clocks here have one offset all year, so a rule is laid
//! out on the clock of the file, as if it were UTC, and moved afterwards.

use chrono::{DateTime, TimeZone};
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};

use super::{MOST, When};
use crate::base::time::Moment;

/// A repetition without an end is laid out for so many days.
const AHEAD: i64 = 400;
/// In minutes: clocks on the wall are kept as Hong Kong's.
const HONG_KONG: i64 = 8 * 60;

fn as_utc(wall: Moment) -> Option<DateTime<Tz>> {
    Tz::UTC.timestamp_micros(wall.plus_minutes(HONG_KONG).0).single()
}

/// When a repeating entry starts from `from` on, on the clock of the file; none if the rule cannot be read, repeats within a day, or too
/// often. `shift` is from that clock to Hong Kong's, in minutes.
pub fn starts(rule: &str, first: Moment, shift: i64, from: Moment) -> Option<Vec<Moment>> {
    let rule: RRule<Unvalidated> = with_utc_end(rule, shift)?.parse().ok()?;
    if matches!(rule.get_freq(), Frequency::Secondly | Frequency::Minutely | Frequency::Hourly) {
        return None;
    }
    let until = first.max(from).plus_days(AHEAD);
    let set = RRuleSet::new(as_utc(first)?).rrule(rule.validate(as_utc(first)?).ok()?);
    let found = set.after(as_utc(from)?).before(as_utc(until)?).all(u16::try_from(MOST).ok()?);
    let wall = |it: DateTime<Tz>| Moment(it.timestamp_micros()).plus_minutes(-HONG_KONG);
    (!found.limited).then(|| found.dates.into_iter().map(wall).collect())
}

/// The rule with its last moment in UTC, as the crate wants it: files say it in UTC, on their own clock, or as a day.
fn with_utc_end(rule: &str, shift: i64) -> Option<String> {
    let parts: Option<Vec<String>> = rule
        .trim()
        .to_ascii_uppercase()
        .split(';')
        .map(|part| {
            let Some(value) = part.strip_prefix("UNTIL=") else { return Some(part.to_owned()) };
            let said = When { line: 0, value: value.to_owned(), zone: None }.read(&Default::default()).ok()?;
            let wall = if said.is_whole {
                said.at.plus_minutes(24 * 60 - 1)
            } else if value.ends_with('Z') {
                said.at.plus_minutes(-shift)
            } else {
                said.at
            };
            Some(format!("UNTIL={}Z", wall.to_ical_local()))
        })
        .collect();
    Some(parts?.join(";"))
}
