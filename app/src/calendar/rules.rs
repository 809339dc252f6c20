//! Which of the things that happen stand in a feed or on a page of the calendar. Pure: `now` comes in.

use crate::{
    base::{
        happening::{Happening, Happens, Sure},
        problem::{Answer, Problem},
        time::{Day, Moment},
    },
    stored,
};

/// For so many days what was cancelled stays in a feed, cancelled: a client that polls once a week learns of it (I-55).
pub const KEPT_DAYS: i64 = 30;
/// The longest span of a feed.
pub const MOST_DAYS: i64 = 400;
/// How far back a feed goes if nobody says otherwise.
const PAST_DAYS: i64 = 90;

/// What a public feed is of. Its name is the address: `district-ST` at `/cal/district-ST.ics`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    All,
    District(String),
    Department(String),
    /// A series of workshops.
    Series(String),
    Venue(String),
    /// An exhibition's tour.
    Tour(String),
    /// The dates of an award scheme.
    Scheme(String),
    /// Every session of a Showcase.
    Event(String),
    /// One workshop, stop or activity.
    One(String),
}

impl Choice {
    pub fn read(name: &str) -> Option<Choice> {
        if name == "all" {
            return Some(Choice::All);
        }
        let (what, code) = name.split_once('-').filter(|(_, code)| !code.is_empty())?;
        let code = code.to_owned();
        Some(match what {
            "district" => Choice::District(code),
            "department" => Choice::Department(code),
            "series" => Choice::Series(code),
            "venue" => Choice::Venue(code),
            "tour" => Choice::Tour(code),
            "scheme" => Choice::Scheme(code),
            "event" => Choice::Event(code),
            "one" => Choice::One(code),
            _ => return None,
        })
    }

    pub fn name(&self) -> String {
        match self {
            Choice::All => "all".into(),
            Choice::District(code) => format!("district-{code}"),
            Choice::Department(code) => format!("department-{code}"),
            Choice::Series(code) => format!("series-{code}"),
            Choice::Venue(code) => format!("venue-{code}"),
            Choice::Tour(code) => format!("tour-{code}"),
            Choice::Scheme(code) => format!("scheme-{code}"),
            Choice::Event(code) => format!("event-{code}"),
            Choice::One(code) => format!("one-{code}"),
        }
    }

    pub fn takes(&self, it: &Happening) -> bool {
        let of_series = |code: &str, kinds: &[Happens]| it.series == *code && kinds.contains(&it.happens);
        match self {
            Choice::All => true,
            Choice::District(code) => it.place.as_ref().is_some_and(|place| place.district == *code),
            Choice::Department(code) => it.organisation == *code,
            Choice::Series(code) => of_series(code, &[Happens::Workshop]),
            Choice::Venue(code) => it.place.as_ref().is_some_and(|place| place.venue == *code),
            Choice::Tour(code) => of_series(code, &[Happens::Exhibition]),
            Choice::Scheme(code) => of_series(code, &[Happens::Deadline, Happens::Judging, Happens::Announcement, Happens::Presentation]),
            Choice::Event(code) => of_series(code, &[Happens::Activity]),
            Choice::One(code) => it.code == *code,
        }
    }
}

/// From the start of one day to the end of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: Day,
    pub to: Day,
}

impl Span {
    /// What the address asks for; if nothing, from three months ago to the end of four hundred days.
    pub fn read(from: Option<&str>, to: Option<&str>, now: Moment) -> Answer<Span> {
        let day = |text: Option<&str>| match text {
            Some(text) => Day::parse(text).map(Some).ok_or_else(|| Problem::rule("calendar-day")),
            None => Ok(None),
        };
        let (from, to) = (day(from)?, day(to)?);
        let from = from.unwrap_or_else(|| match to {
            Some(to) => to.at(0, 0).plus_days(-MOST_DAYS + 1).day(),
            None => now.plus_days(-PAST_DAYS).day(),
        });
        let to = to.unwrap_or_else(|| from.plus(MOST_DAYS as u64 - 1));
        if !(0..MOST_DAYS).contains(&from.days_until(to)) {
            return Err(Problem::rule("calendar-range").with("most", MOST_DAYS));
        }
        Ok(Span { from, to })
    }

    fn takes(self, it: &Happening) -> bool {
        it.starts < self.to.next().at(0, 0) && it.ends >= self.from.at(0, 0)
    }
}

/// Cancelled, and for so long that clients have heard of it.
fn is_gone(it: &Happening, now: Moment) -> bool {
    it.sure == Sure::Cancelled && it.changed.plus_days(KEPT_DAYS) <= now
}

/// What stands in a feed, by time.
pub fn chosen<'a>(all: &'a [Happening], choice: &Choice, span: Span, now: Moment) -> Vec<&'a Happening> {
    let mut found: Vec<&Happening> = all.iter().filter(|it| choice.takes(it) && span.takes(it) && !is_gone(it, now)).collect();
    found.sort_by(|a, b| (a.starts, &a.uid).cmp(&(b.starts, &b.uid)));
    found
}

/// When a feed last changed: with what is in it, or because something left it. It never goes back, for Apple asks again by date only.
pub fn last_change<'a>(all: impl Iterator<Item = &'a Happening>, now: Moment) -> Moment {
    let of = |it: &Happening| if is_gone(it, now) { it.changed.plus_days(KEPT_DAYS) } else { it.changed };
    all.map(of).filter(|at| *at <= now).max().unwrap_or(Moment(0))
}

/// Whose private feed it is, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Own {
    /// What one is registered for.
    Mine,
    /// What one's department's people have places in.
    Department,
    /// What one has to judge, and until when.
    Judge,
    /// The scheduler's book of venues.
    Holds,
}

stored!(Own: Mine = "mine", Department = "department", Judge = "judge", Holds = "holds");

/// How the calendar is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    List,
    Day,
    Week,
    Month,
}

stored!(Layout: List = "list", Day = "day", Week = "week", Month = "month");

/// The days a layout shows around a day: whole weeks from Sunday for a month, as calendars in Hong Kong are printed; thirty for a list.
pub fn days(layout: Layout, on: Day) -> Vec<Day> {
    let week = |day: Day| {
        let mut first = day;
        while !first.is_sunday() {
            first = first.previous();
        }
        first
    };
    let run = |first: Day, n: u64| (0..n).map(|it| first.plus(it)).collect::<Vec<_>>();
    match layout {
        Layout::List => run(on, 30),
        Layout::Day => run(on, 1),
        Layout::Week => run(week(on), 7),
        Layout::Month => {
            let first = Day::new(on.year(), on.month(), 1).unwrap_or(on);
            let mut days = run(week(first), 28);
            while days.last().is_some_and(|last| (last.next().year(), last.next().month()) == (on.year(), on.month())) {
                let next = days[days.len() - 1].next();
                days.extend(run(next, 7));
            }
            days
        }
    }
}

/// The day from which the layout before or after is drawn.
pub fn step(layout: Layout, on: Day, forward: bool) -> Day {
    let days = days(layout, on);
    match (layout, forward) {
        (Layout::Month, true) => on.plus(31 - u64::from(on.day()).min(28) + 1).at(0, 0).day(),
        (Layout::Month, false) => Day::new(on.year(), on.month(), 1).unwrap_or(on).previous(),
        (_, true) => days.last().map_or(on, |last| last.next()),
        (_, false) => on.at(0, 0).plus_days(-(days.len() as i64)).day(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{happening::Place, text::Bi};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn it(uid: &str, on: &str, sure: Sure, changed: &str) -> Happening {
        Happening {
            uid: uid.into(),
            sequence: 0,
            created: Moment(0),
            changed: day(changed).at(9, 0),
            starts: day(on).at(10, 0),
            ends: day(on).at(11, 0),
            title: Bi::new("Talk", "講座"),
            text: Bi::default(),
            place: Some(Place { venue: "HALL".into(), name: Bi::default(), district: "ST".into(), district_name: Bi::default() }),
            happens: Happens::Activity,
            series: "SC".into(),
            organisation: "WSD".into(),
            code: "SC-WSD-01".into(),
            page: "/showcase/programme/SC-WSD-01".into(),
            sure,
        }
    }

    #[test]
    fn every_feed_has_a_name_that_is_read_back_and_takes_what_it_says() {
        let one = it("a", "2002-01-12", Sure::Confirmed, "2001-12-05");
        for (name, takes) in [
            ("all", true),
            ("district-ST", true),
            ("district-WC", false),
            ("department-WSD", true),
            ("venue-HALL", true),
            ("one-SC-WSD-01", true),
            ("series-SC", false),
            ("tour-SC", false),
            ("scheme-SC", false),
        ] {
            let choice = Choice::read(name).unwrap();
            assert_eq!((choice.name().as_str(), choice.takes(&one)), (name, takes), "{name}");
        }
        for no in ["", "everything", "district-", "person-1"] {
            assert_eq!(Choice::read(no), None, "{no}");
        }
    }

    #[test]
    fn i_55_what_is_cancelled_stays_thirty_days_and_the_last_change_never_goes_back() {
        let all = [it("a", "2002-01-12", Sure::Confirmed, "2001-12-05"), it("b", "2002-01-12", Sure::Cancelled, "2002-01-08")];
        let mut last = Moment(0);
        for n in 0..60 {
            let now = day("2002-01-08").at(9, 0).plus_days(n);
            let span = Span::read(Some("2002-01-01"), None, now).unwrap();
            let feed = chosen(&all, &Choice::All, span, now);
            assert_eq!(feed.len(), if n < 30 { 2 } else { 1 }, "after {n} days");
            let change = last_change(all.iter(), now);
            assert!(change >= last && change <= now, "after {n} days");
            last = change;
        }
        assert_eq!(last, day("2002-02-07").at(9, 0), "it left the feed on the thirtieth day");
    }

    #[test]
    fn a_span_of_more_than_four_hundred_days_is_refused_and_so_is_one_that_ends_before_it_begins() {
        let now = day("2002-01-12").at(9, 0);
        let read = |from: &str, to: &str| Span::read(Some(from), Some(to), now).map_err(|no| no.status());
        assert!(read("2002-01-01", "2003-02-04").is_ok());
        assert_eq!(read("2002-01-01", "2003-02-05"), Err(422));
        assert_eq!(read("2002-01-02", "2002-01-01"), Err(422));
        assert_eq!(read("yesterday", "2002-01-01"), Err(422));
        let usual = Span::read(None, None, now).unwrap();
        assert_eq!((usual.from, usual.from.days_until(usual.to)), (day("2001-10-14"), 399));
    }

    #[test]
    fn a_month_is_whole_weeks_from_sunday_and_steps_into_its_neighbours() {
        for (on, first, last, weeks) in [
            ("2002-01-31", "2001-12-30", "2002-02-02", 5),
            ("2002-02-01", "2002-01-27", "2002-03-02", 5),
            ("2002-06-30", "2002-05-26", "2002-07-06", 6),
        ] {
            let days = days(Layout::Month, day(on));
            assert_eq!((days[0], days[days.len() - 1], days.len()), (day(first), day(last), weeks * 7), "{on}");
        }
        for on in ["2002-01-01", "2002-01-31", "2002-02-28", "2002-12-15"] {
            let on = day(on);
            let (before, after) = (step(Layout::Month, on, false), step(Layout::Month, on, true));
            let months = |day: Day| day.year() * 12 + day.month() as i32;
            assert_eq!((months(before), months(after)), (months(on) - 1, months(on) + 1), "{}", on.iso());
        }
        assert_eq!(days(Layout::Week, day("2002-01-12")), days(Layout::Week, day("2002-01-06")));
        assert_eq!(step(Layout::Week, day("2002-01-06"), true), day("2002-01-13"));
    }
}
