//! The timetable under work: every session of what was accepted, where it is, and what would be in the way of another place (FT-20).
//!
//! It gives the house's things to the [`solver`](super::solver) and its answers back in the house's terms. Pure.

use super::{
    Activity, DayWish, Event, Keeps, Levels, Only, Refusal, TimeWish,
    solver::{Place, Plan, Problem, event as asked},
};
use crate::{
    base::{
        text::Bi,
        time::{Day, Moment},
    },
    venues::{self, Holidays, Taken, Venue},
};

mod bottleneck;
mod why;

pub use bottleneck::{Bottleneck, Short};
pub use why::{Asking, Nowhere, Offer, Swap, WhyNot};

/// Sessions begin on a quarter of an hour.
pub const QUARTER: i64 = 15;
/// How many sessions an organisation runs at once (I-44).
pub const TEAMS: u16 = 2;
/// A venue with this feature is kept quiet for whoever needs it, and this one means loudspeakers (I-45).
const QUIET: &str = "quiet";
const AMPLIFIED: &str = "pa";

/// Where and when the public is let in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub venue: String,
    pub starts: Moment,
}

/// One session of an activity, and where it is; nowhere if it waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub activity: String,
    /// From 1.
    pub session: i64,
    pub at: Option<At>,
    /// Never moved by auto-placing (I-48).
    pub locked: bool,
    /// Raised by every change to it; 0 before the first.
    pub version: i64,
}

/// What a timetable is made of.
#[derive(Clone, Debug)]
pub struct Parts {
    pub event: Event,
    pub venues: Vec<Venue>,
    pub holidays: Holidays,
    /// Code and name of everything a venue can have.
    pub features: Vec<(String, Bi)>,
    pub levels: Levels,
    /// Closures and holds within the event, by venue.
    pub taken: Vec<(String, Taken)>,
    pub activities: Vec<Activity>,
    /// Those that are known; the others wait.
    pub slots: Vec<Slot>,
    /// Where the public was told a session is, by activity and session.
    pub told: Vec<(String, i64, At)>,
}

/// A timetable.
pub struct Timetable {
    pub event: Event,
    pub days: Vec<Day>,
    pub venues: Vec<Venue>,
    pub taken: Vec<(String, Taken)>,
    pub levels: Levels,
    pub activities: Vec<Activity>,
    /// Every session of every activity, by code and number.
    pub slots: Vec<Slot>,
    /// Which activity each slot is of.
    of: Vec<usize>,
    holidays: Holidays,
    features: Vec<(String, Bi)>,
    asked: asked::Event,
    /// Without locks: a lock keeps a session from being moved, it does not make a place good.
    problem: Problem,
    plan: Plan,
}

/// Which of its wishes a place meets; none where nothing was wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Met {
    pub district: Option<bool>,
    pub day: Option<bool>,
    pub time: Option<bool>,
}

/// A plan in numbers of sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub sessions: usize,
    pub placed: usize,
    pub locked: usize,
    /// Placed, but in another district, on another kind of day, at another time of day than was wished.
    pub elsewhere: usize,
    pub other_day: usize,
    pub other_time: usize,
}

impl Timetable {
    pub fn of(parts: Parts, now: Moment) -> Result<Timetable, Refusal> {
        let Parts { event, venues, holidays, features, levels, taken, mut activities, slots, told } = parts;
        activities.retain(|it| it.state.counts());
        activities.sort_by(|a, b| a.code.cmp(&b.code));
        let days = event.days();
        let (mut all, mut of) = (Vec::new(), Vec::new());
        for (index, activity) in activities.iter().enumerate() {
            for session in 1..=activity.needs.sessions {
                let known = slots.iter().find(|it| it.activity == activity.code && it.session == session).cloned();
                let waits = Slot { activity: activity.code.clone(), session, at: None, locked: false, version: 0 };
                all.push(known.unwrap_or(waits));
                of.push(index);
            }
        }
        let mut table = Timetable {
            event,
            days,
            venues,
            taken,
            levels,
            activities,
            slots: all,
            of,
            holidays,
            features,
            asked: asked::Event::default(),
            problem: Problem::default(),
            plan: Vec::new(),
        };
        table.asked = table.ask(&told, now);
        table.problem = table.asked.problem().map_err(|unfit| table.unfit(unfit))?;
        table.plan = table.slots.iter().map(|it| it.at.as_ref().and_then(|at| table.place(at))).collect();
        Ok(table)
    }

    fn unfit(&self, unfit: asked::Unfit) -> Refusal {
        let code = match unfit {
            asked::Unfit::Size => self.event.code.clone(),
            asked::Unfit::Venue(venue) => self.venues[venue].code.clone(),
            asked::Unfit::Activity(activity) => self.activities[activity].code.clone(),
        };
        Refusal::CannotPlan { code }
    }

    pub fn activity(&self, slot: usize) -> &Activity {
        &self.activities[self.of[slot]]
    }

    pub fn venue(&self, code: &str) -> Option<&Venue> {
        self.venues.iter().find(|it| it.code == code)
    }

    /// Which slot this session is.
    pub fn slot(&self, activity: &str, session: i64) -> Option<usize> {
        self.slots.iter().position(|it| it.activity == activity && it.session == session)
    }

    /// When a session at a place begins and ends for the public.
    pub fn span(&self, slot: usize, at: &At) -> (Moment, Moment) {
        (at.starts, at.starts.plus_minutes(self.activity(slot).needs.minutes))
    }

    /// Those of a day, by venue and time.
    pub fn on(&self, day: Day) -> Vec<(usize, &At)> {
        let mut found: Vec<_> = self.placed().filter(|(_, at)| at.starts.day() == day).collect();
        found.sort_by_key(|(slot, at)| (&at.venue, at.starts, *slot));
        found
    }

    pub fn placed(&self) -> impl Iterator<Item = (usize, &At)> {
        self.slots.iter().enumerate().filter_map(|(slot, it)| Some((slot, it.at.as_ref()?)))
    }

    /// Those that wait.
    pub fn waiting(&self) -> impl Iterator<Item = usize> {
        self.slots.iter().enumerate().filter(|(_, it)| it.at.is_none()).map(|(slot, _)| slot)
    }

    /// When the doors of a venue are open on a day.
    pub fn hours(&self, venue: &Venue, day: Day) -> Option<venues::Hours> {
        venue.hours(day, &self.holidays)
    }

    /// Which wishes a place meets.
    pub fn met(&self, slot: usize, at: &At) -> Met {
        let wishes = &self.activity(slot).wishes;
        let district = self.venue(&at.venue).map_or("", |it| it.district.as_str());
        let rest = matches!(self.kind(at.starts.day()), asked::DayKind::Saturday | asked::DayKind::Holiday);
        let hour = at.starts.minute_of_day() / 60;
        Met {
            district: (!wishes.districts.is_empty()).then(|| wishes.districts.iter().any(|it| it == district)),
            day: match wishes.days {
                DayWish::Any => None,
                DayWish::Weekday => Some(!rest),
                DayWish::Weekend => Some(rest),
            },
            time: match wishes.time {
                TimeWish::Any => None,
                TimeWish::Am => Some(hour < 12),
                TimeWish::Pm => Some((12..18).contains(&hour)),
                TimeWish::Eve => Some(hour >= 18),
            },
        }
    }

    pub fn tally(&self) -> Tally {
        let mut tally = Tally { sessions: self.slots.len(), ..Tally::default() };
        for (slot, at) in self.placed() {
            let met = self.met(slot, at);
            tally.placed += 1;
            tally.locked += usize::from(self.slots[slot].locked);
            tally.elsewhere += usize::from(met.district == Some(false));
            tally.other_day += usize::from(met.day == Some(false));
            tally.other_time += usize::from(met.time == Some(false));
        }
        tally
    }

    /// What may be asked of it: what is in the way of places, and which are free.
    pub fn asking(&self) -> Asking<'_> {
        Asking::of(self)
    }

    /// For auto-placing: what is locked stays, and what a plan keeps besides.
    pub fn problem(&self, keeps: Keeps, only: Option<&Only>) -> Result<Problem, Refusal> {
        self.with_locks(keeps, only).problem().map_err(|unfit| self.unfit(unfit))
    }

    /// What a plan for [`Timetable::problem`] means: for each slot its place.
    pub fn read(&self, plan: Plan, keeps: Keeps, only: Option<&Only>) -> Vec<Option<At>> {
        let at = |slot: asked::Slot| At {
            venue: self.venues[slot.venue].code.clone(),
            starts: self.days[slot.day].at(0, 0).plus_minutes(slot.minute.into()),
        };
        // In the order of time, but for activities of which somebody has placed something by hand.
        let asked = self.with_locks(keeps, only);
        asked.slots(&asked.in_order(plan)).into_iter().map(|slot| slot.map(at)).collect()
    }

    fn is_chosen(&self, slot: usize, only: Option<&Only>) -> bool {
        only.is_some_and(|only| only.takes(self.activity(slot), self.slots[slot].at.as_ref()))
    }

    fn with_locks(&self, keeps: Keeps, only: Option<&Only>) -> asked::Event {
        let wrong: Vec<usize> =
            if keeps == Keeps::Placed { self.asking().conflicts().into_iter().map(|(slot, _)| slot).collect() } else { Vec::new() };
        let kept = |slot: usize| match keeps {
            Keeps::Placed => !wrong.contains(&slot),
            Keeps::Rest => !self.is_chosen(slot, only),
            Keeps::Locked | Keeps::Moved => false,
        };
        let stays = |slot: usize| self.slots[slot].locked || kept(slot);
        let mut asked = self.asked.clone();
        for (slot, session) in asked.activities.iter_mut().flat_map(|it| &mut it.sessions).enumerate() {
            session.locked = self.slots[slot].at.as_ref().filter(|_| stays(slot)).and_then(|at| self.spot(at));
            session.waits = keeps == Keeps::Rest && self.slots[slot].at.is_none() && kept(slot);
        }
        asked
    }

    fn kind(&self, day: Day) -> asked::DayKind {
        if day.is_sunday() || self.holidays.name(day).is_some() {
            asked::DayKind::Holiday
        } else if day.is_saturday() {
            asked::DayKind::Saturday
        } else {
            asked::DayKind::Weekday
        }
    }

    /// A place in the solver's terms; none if it is not within the event.
    fn spot(&self, at: &At) -> Option<asked::Slot> {
        let venue = self.venues.iter().position(|it| it.code == at.venue)?;
        let day = self.days.iter().position(|day| *day == at.starts.day())?;
        Some(asked::Slot { venue, day, minute: at.starts.minute_of_day() as u16 })
    }

    fn place(&self, at: &At) -> Option<Place> {
        let spot = self.spot(at)?;
        Some(Place { space: spot.venue as u16, day: spot.day as u8, start: (i64::from(spot.minute) / QUARTER) as u8 })
    }

    fn at(&self, place: Place) -> At {
        let starts = self.days[usize::from(place.day)].at(0, 0).plus_minutes(i64::from(place.start) * QUARTER);
        At { venue: self.venues[usize::from(place.space)].code.clone(), starts }
    }

    fn ask(&self, told: &[(String, i64, At)], now: Moment) -> asked::Event {
        let mut districts: Vec<&str> = self.venues.iter().map(|it| it.district.as_str()).collect();
        districts.sort_unstable();
        districts.dedup();
        let mut organisations: Vec<&str> = self.activities.iter().map(|it| it.organisation.as_str()).collect();
        organisations.sort_unstable();
        organisations.dedup();
        let index = |list: &[&str], code: &str| list.iter().position(|it| *it == code).unwrap_or(0);
        let features = |codes: &[String]| codes.iter().filter_map(|code| self.features.iter().position(|(it, _)| it == code)).collect();
        let hours = |it: Option<venues::Hours>| {
            let it = it.filter(|it| it.opens < it.closes && it.closes <= 24 * 60)?;
            Some(asked::Hours { from: it.opens as u16, until: it.closes as u16 })
        };
        let venues = self.venues.iter().map(|it| asked::Venue {
            district: index(&districts, &it.district),
            capacity: it.capacity.clamp(0, i64::from(u32::MAX)) as u32,
            pitches: it.pitches.clamp(1, 1_000) as u16,
            features: features(&it.features),
            pool: !it.is_premises(),
            hours: [hours(it.weekday), hours(it.saturday), hours(it.holiday)],
            away: self.away(&it.code),
        });
        let activities = self.activities.iter().map(|it| asked::Activity {
            organisation: index(&organisations, &it.organisation),
            own: it.needs.own_venue.as_ref().and_then(|code| self.venues.iter().position(|it| it.code == *code)),
            minutes: it.needs.minutes as u16,
            setup: it.needs.setup as u16,
            clearing: it.needs.teardown as u16,
            peak_persons: it.needs.peak as u32,
            features: features(&it.needs.features),
            quiet: it.needs.features.iter().any(|it| it == QUIET),
            amplified: it.needs.features.iter().any(|it| it == AMPLIFIED),
            districts: it.wishes.districts.iter().filter_map(|code| districts.binary_search(&code.as_str()).ok()).collect(),
            day: match it.wishes.days {
                DayWish::Any => asked::DayWish::Any,
                DayWish::Weekday => asked::DayWish::Weekday,
                DayWish::Weekend => asked::DayWish::Weekend,
            },
            time: match it.wishes.time {
                TimeWish::Any => asked::TimeWish::Any,
                TimeWish::Am => asked::TimeWish::Morning,
                TimeWish::Pm => asked::TimeWish::Afternoon,
                TimeWish::Eve => asked::TimeWish::Evening,
            },
            sessions: (1..=it.needs.sessions)
                .map(|session| {
                    let told = told.iter().find(|(code, number, _)| *code == it.code && *number == session);
                    asked::Session { locked: None, published: told.and_then(|(.., at)| self.spot(at)), waits: false }
                })
                .collect(),
        });
        let today = now.day();
        asked::Event {
            days: self.days.iter().map(|day| self.kind(*day)).collect(),
            first_day: self.days.iter().filter(|day| **day < today).count(),
            venues: venues.collect(),
            parallel: vec![TEAMS; organisations.len()],
            activities: activities.collect(),
            weights: asked::Weights::default(),
        }
    }

    /// Closures of a venue and what others hold there; what the event itself holds is in no session's way.
    fn others(&self, venue: &str) -> impl Iterator<Item = &Taken> {
        self.taken.iter().filter(move |(code, it)| code == venue && !it.purpose.starts_with("showcase:")).map(|(_, it)| it)
    }

    /// Closures and others' holds of a venue, day by day.
    fn away(&self, venue: &str) -> Vec<(usize, asked::Hours)> {
        let mut all = Vec::new();
        for taken in self.others(venue) {
            for (index, day) in self.days.iter().enumerate() {
                let (midnight, next) = (day.at(0, 0), day.next().at(0, 0));
                if !venues::overlap((taken.starts, taken.ends), (midnight, next)) {
                    continue;
                }
                let from = taken.starts.minutes_since(midnight).max(0) as u16;
                let until = taken.ends.minutes_since(midnight).min(24 * 60) as u16;
                if from < until {
                    all.push((index, asked::Hours { from, until }));
                }
            }
        }
        all
    }
}
