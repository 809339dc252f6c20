//! The Showcase itself: its name, its days, until when departments may file, and what it set out to have. Pure.

use serde::{Deserialize, Serialize};

use super::{
    Activity, Refusal,
    typed::{both, number},
};
use crate::base::{
    problem::{Answer, Complaints, Problem},
    text::Bi,
    time::{Day, Moment},
};

/// An event of some days at many places.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stands before the codes of its activities: `SC-WSD-01`.
    pub code: String,
    pub name: Bi,
    pub starts: Day,
    pub ends: Day,
    /// Until when departments may file.
    pub closes: Moment,
    pub target_departments: i64,
    pub target_activities: i64,
    /// Raised by every change.
    pub version: i64,
    /// The plan on the board; 0 before there is one.
    pub plan: i64,
    /// The telephone number for questions about the programme; empty if there is none.
    pub enquiries: String,
}

impl Event {
    /// The days of the event, first to last.
    pub fn days(&self) -> Vec<Day> {
        std::iter::successors(Some(self.starts), |day| (*day < self.ends).then(|| day.next())).collect()
    }

    /// Departments may file now.
    pub fn may_file(&self, now: Moment) -> Result<(), Refusal> {
        if now < self.closes { Ok(()) } else { Err(Refusal::FilingClosed { since: self.closes }) }
    }
}

/// An event as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    pub code: String,
    pub name_en: String,
    pub name_zh: String,
    pub starts: String,
    pub ends: String,
    pub closes: String,
    pub target_departments: String,
    pub target_activities: String,
    pub enquiries: String,
    /// The version that was read; empty for a new event.
    pub version: String,
}

/// An event is short: a month at most.
const MOST_DAYS: u64 = 31;

/// Says what is wrong with a period.
pub(super) fn check_period(wrong: &mut Complaints, starts: Day, ends: Day) {
    if ends < starts {
        wrong.add(Problem::rule("showcase-ends-first").on("ends"));
    } else if starts.plus(MOST_DAYS) <= ends {
        wrong.add(Problem::rule("showcase-too-many-days").with("most", MOST_DAYS as i64).on("ends"));
    }
}

impl EventForm {
    /// Reads the form; everything that is wrong with it is said at once, beside its field.
    pub fn read(&self) -> Answer<Event> {
        let mut wrong = Complaints::default();
        let code = self.code.trim().to_uppercase();
        if !(2..=8).contains(&code.len()) || !code.bytes().all(|c| c.is_ascii_alphanumeric()) {
            wrong.add(Problem::rule("showcase-event-code").on("code"));
        }
        let name = both(&mut wrong, "name", (&self.name_en, &self.name_zh), 120, true);
        let day = |wrong: &mut Complaints, field: &str, text: &str| {
            let read = Day::parse(text.trim());
            if read.is_none() {
                wrong.add(Problem::rule("problem-day").on(field));
            }
            read
        };
        let (starts, ends) = (day(&mut wrong, "starts", &self.starts), day(&mut wrong, "ends", &self.ends));
        let closes = Moment::parse_local(self.closes.trim());
        if closes.is_none() {
            wrong.add(Problem::rule("problem-moment").on("closes"));
        }
        let target_departments = number(&mut wrong, "target_departments", &self.target_departments, (1, 10_000));
        let target_activities = number(&mut wrong, "target_activities", &self.target_activities, (1, 10_000));
        if let (Some(starts), Some(ends)) = (starts, ends) {
            check_period(&mut wrong, starts, ends);
            if closes.is_some_and(|closes| closes >= starts.at(0, 0)) {
                wrong.add(Problem::rule("showcase-closes-late").on("closes"));
            }
        }
        let enquiries = self.enquiries.trim().to_owned();
        if enquiries.chars().count() > 40 || !enquiries.chars().all(|it| it.is_ascii_digit() || " +()-/".contains(it)) {
            wrong.add(Problem::rule("showcase-enquiries-number").on("enquiries"));
        }
        wrong.check()?;
        let (Some(starts), Some(ends), Some(closes)) = (starts, ends, closes) else { return Err(Problem::form("problem-form")) };
        let version = self.version.trim().parse().unwrap_or(0);
        Ok(Event { code, name, starts, ends, closes, target_departments, target_activities, version, plan: 0, enquiries })
    }
}

/// "50 departments, more than 200 activities": what is accepted so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    /// Different ones with something accepted.
    pub departments: usize,
    pub activities: usize,
    pub sessions: i64,
}

impl Meter {
    pub fn of<'a>(activities: impl IntoIterator<Item = &'a Activity>) -> Meter {
        let counted: Vec<&Activity> = activities.into_iter().filter(|it| it.state.counts()).collect();
        let mut departments: Vec<&str> = counted.iter().map(|it| it.organisation.as_str()).collect();
        departments.sort_unstable();
        departments.dedup();
        Meter { departments: departments.len(), activities: counted.len(), sessions: counted.iter().map(|it| it.needs.sessions).sum() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> EventForm {
        EventForm {
            code: "SC".into(),
            name_en: "Serving the Community Showcase".into(),
            name_zh: "服務市民巡禮".into(),
            starts: "2002-01-11".into(),
            ends: "2002-01-20".into(),
            closes: "2001-11-15T17:00".into(),
            target_departments: "50".into(),
            target_activities: "200".into(),
            enquiries: "2810 0000".into(),
            version: String::new(),
        }
    }

    #[test]
    fn an_event_of_ten_days_has_ten_days_and_takes_proposals_until_it_closes() {
        let event = form().read().unwrap();
        let days = event.days();
        assert_eq!((days.len(), days[0], days[9]), (10, event.starts, event.ends));
        assert!(event.may_file(event.closes.plus_minutes(-1)).is_ok());
        assert_eq!(event.may_file(event.closes), Err(Refusal::FilingClosed { since: event.closes }));
        let one_day = EventForm { ends: "2002-01-11".into(), ..form() }.read().unwrap();
        assert_eq!(one_day.days(), [one_day.starts]);
    }

    #[test]
    fn an_event_that_cannot_be_is_refused_with_everything_that_is_wrong() {
        let wrong = |form: EventForm| form.read().unwrap_err().complaints.into_iter().map(|it| (it.field, it.key)).collect::<Vec<_>>();
        let all = EventForm {
            enquiries: "call us".into(),
            code: "s c".into(),
            name_zh: " ".into(),
            starts: "soon".into(),
            closes: String::new(),
            ..form()
        };
        let fields: Vec<String> = wrong(all).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["code", "name_zh", "starts", "closes", "enquiries"]);
        let back = EventForm { ends: "2002-01-10".into(), ..form() };
        assert_eq!(wrong(back), [("ends".to_owned(), "showcase-ends-first".to_owned())]);
        let long = EventForm { ends: "2002-02-11".into(), ..form() };
        assert_eq!(wrong(long), [("ends".to_owned(), "showcase-too-many-days".to_owned())]);
        let late = EventForm { closes: "2002-01-11T00:00".into(), ..form() };
        assert_eq!(wrong(late), [("closes".to_owned(), "showcase-closes-late".to_owned())]);
    }
}
