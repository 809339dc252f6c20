//! An event of the house as the solver's problem, and the plan back as sessions in venues (I-38 to I-48).
//!
//! The caller fills [`Event`] from what it keeps; things refer to each other by their place in its lists. Only accepted activities
//! belong in it (I-39). The solver works in quarters of an hour: what lies between is rounded so that no rule is broken by it.

use super::problem::{
    Fixed, Item, MOST_DAYS, MOST_ITEMS, MOST_SPACES, MoveCosts, Noise, Place, Plan, Problem, Soft, Space, Team, Variety, Why, Window,
};

/// Minutes of a slot, and slots of a day.
const QUARTER: u16 = 15;
const SLOTS: usize = 96;
/// Set-up and clearing may lie outside a venue's hours by at most so many minutes (I-42).
const MARGIN: u16 = 60;
/// An organisation should be seen in so many districts, if it has as many sessions.
const DISTRICTS: usize = 3;

/// All that is asked of the solver.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// The days of the event, first to last (I-46).
    pub days: Vec<DayKind>,
    /// Days before this one are over: they stay as published, and nothing is added to them.
    pub first_day: usize,
    pub venues: Vec<Venue>,
    /// For each organisation, how many sessions it can run at once (I-44).
    pub parallel: Vec<u16>,
    pub activities: Vec<Activity>,
    pub weights: Weights,
}

/// Venues keep different hours on these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    Weekday,
    Saturday,
    /// A Sunday or a public holiday.
    Holiday,
}

/// Minutes since midnight, the end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub from: u16,
    pub until: u16,
}

#[derive(Clone, Debug, Default)]
pub struct Venue {
    pub district: usize,
    /// Peak persons at once, over everything that runs there (I-41).
    pub capacity: u32,
    /// Activities at once (I-41).
    pub pitches: u16,
    pub features: Vec<usize>,
    /// Open to every activity, not only to those that own it.
    pub pool: bool,
    /// On weekdays, on Saturdays, on Sundays and holidays; none where it is closed.
    pub hours: [Option<Hours>; 3],
    /// Closures and holds: the day, and which hours of it (I-43).
    pub away: Vec<(usize, Hours)>,
}

#[derive(Clone, Debug, Default)]
pub struct Activity {
    pub organisation: usize,
    /// Its own premises, if it is held there and nowhere else (I-38).
    pub own: Option<usize>,
    /// Minutes the public is there, and minutes of set-up and clearing.
    pub minutes: u16,
    pub setup: u16,
    pub clearing: u16,
    pub peak_persons: u32,
    /// What the venue must have (I-40).
    pub features: Vec<usize>,
    /// Whether it needs quiet, and whether it is loud (I-45).
    pub quiet: bool,
    pub amplified: bool,
    /// Districts wished for; none if any will do.
    pub districts: Vec<usize>,
    pub day: DayWish,
    pub time: TimeWish,
    pub sessions: Vec<Session>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayWish {
    #[default]
    Any,
    Weekday,
    /// Saturdays, Sundays and holidays.
    Weekend,
}

/// When it begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeWish {
    #[default]
    Any,
    /// Before noon.
    Morning,
    /// From noon, before six.
    Afternoon,
    /// From six.
    Evening,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// Never moved (I-48).
    pub locked: Option<Slot>,
    /// Where the public was told it is: it is moved only if that is worth it.
    pub published: Option<Slot>,
    /// It is given no place, and nothing is kept free for it.
    pub waits: bool,
}

/// Where and when the public is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub venue: usize,
    pub day: usize,
    /// Minutes since midnight.
    pub minute: u16,
}

/// What a wish not met costs, each session of it. The figures are ours: a district or kind of day matters more than the hour, and
/// what was published matters most.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    pub district: i32,
    pub day: i32,
    pub time: i32,
    /// Two sessions of one activity on the same day.
    pub same_day: i32,
    /// A district too few for an organisation.
    pub spread: i32,
    pub moved_day: i32,
    pub moved_time: i32,
    pub moved_venue: i32,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights { district: 10, day: 10, time: 4, same_day: 2, spread: 1, moved_day: 30, moved_time: 15, moved_venue: 12 }
    }
}

/// Why an event is no problem for the solver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No days, or more days, venues or sessions than it takes.
    Size,
    /// The venue's hours end before they begin, or a day is not of the event.
    Venue(usize),
    /// It lasts no time or more than a day, or speaks of a venue, day or organisation that is not in the lists.
    Activity(usize),
}

impl Event {
    /// Activity and session of every item of the problem.
    pub fn sessions(&self) -> impl Iterator<Item = (usize, usize)> {
        self.activities.iter().enumerate().flat_map(|(activity, it)| (0..it.sessions.len()).map(move |session| (activity, session)))
    }

    /// What the solver is given.
    pub fn problem(&self) -> Result<Problem, Unfit> {
        let (days, sessions) = (self.days.len(), self.sessions().count());
        if days == 0 || days > MOST_DAYS || self.venues.len() > MOST_SPACES || sessions > MOST_ITEMS {
            return Err(Unfit::Size);
        }
        let spaces = (0..self.venues.len()).map(|venue| self.space(venue)).collect::<Result<Vec<_>, _>>()?;
        let items = self.sessions().map(|(activity, session)| self.item(activity, session, &spaces)).collect::<Result<_, _>>()?;
        // No more than one of an activity's own sessions at once (I-47).
        let crews = self.parallel.iter().copied().chain(self.activities.iter().map(|_| 1)).collect();
        Ok(Problem {
            days,
            slots: SLOTS,
            items,
            travel: vec![vec![0; spaces.len()]; spaces.len()],
            spaces,
            teams: vec![Team { available: (0..days).map(|day| (day as u8, 0, SLOTS as u8)).collect() }],
            people: 0,
            crews,
            groups: Vec::new(),
            orders: Vec::new(),
            opening: None,
            first_day: self.first_day,
            by_day: Variety { soft: Soft::SessionDays, lines: self.activities.iter().map(|it| self.same_day(it.sessions.len())).collect() },
            by_site: Variety { soft: Soft::TeamSites, lines: Vec::new() },
            by_district: Variety { soft: Soft::Districts, lines: (0..self.parallel.len()).map(|it| self.spread(it)).collect() },
            day_costs: Vec::new(),
            person_slots: 0,
            person_weight: 0,
        })
    }

    /// Activities' sessions as they are placed, in the order of [`Event::sessions`].
    pub fn slots(&self, plan: &Plan) -> Vec<Option<Slot>> {
        let slot = |at: Place| Slot { venue: at.space.into(), day: at.day.into(), minute: u16::from(at.start) * QUARTER };
        plan.iter().map(|at| at.map(slot)).collect()
    }

    /// The same plan with the sessions of each activity in the order of time, so that the first is first; those of an activity
    /// that has any locked or published stay as they are.
    pub fn in_order(&self, mut plan: Plan) -> Plan {
        let mut first = 0;
        for activity in &self.activities {
            let mine = &mut plan[first..first + activity.sessions.len()];
            first += mine.len();
            if activity.sessions.iter().all(|it| *it == Session::default()) {
                mine.sort_by_key(|at| at.map_or((true, 0, 0), |at| (false, at.day, at.start)));
            }
        }
        plan
    }

    fn space(&self, number: usize) -> Result<Space, Unfit> {
        let venue = &self.venues[number];
        let unfit = |hours: &Hours| hours.from >= hours.until || hours.until > 24 * 60;
        if venue.hours.iter().flatten().any(unfit) || venue.away.iter().any(|(day, hours)| unfit(hours) || *day >= self.days.len()) {
            return Err(Unfit::Venue(number));
        }
        Ok(Space {
            // Nobody travels here, so what a site is does not matter.
            site: number,
            district: venue.district,
            capacity: venue.capacity,
            pitches: venue.pitches,
            features: venue.features.clone(),
            windows: (0..self.days.len()).flat_map(|day| self.windows(venue, day)).collect(),
        })
    }

    /// The hours of a day, with what is closed or held cut out of them and of the margin around them.
    fn windows(&self, venue: &Venue, day: usize) -> Vec<Window> {
        let Some(hours) = venue.hours[self.days[day] as usize] else { return Vec::new() };
        let mut away: Vec<Hours> = venue.away.iter().filter(|(on, _)| *on == day).map(|(_, hours)| *hours).collect();
        away.sort_by_key(|it| it.from);
        let end = (hours.until + MARGIN).min(24 * 60);
        away.push(Hours { from: end, until: end });
        let mut from = hours.from.saturating_sub(MARGIN);
        let mut windows = Vec::new();
        for hole in away {
            let (until, next) = (hole.from.min(end), hole.until);
            let window = Window {
                day: day as u8,
                from: from.div_ceil(QUARTER) as u8,
                opens: from.max(hours.from).div_ceil(QUARTER) as u8,
                closes: (until.min(hours.until) / QUARTER) as u8,
                until: (until / QUARTER) as u8,
            };
            if window.opens < window.closes {
                windows.push(window);
            }
            from = from.max(next);
        }
        windows
    }

    fn item(&self, activity: usize, session: usize, spaces: &[Space]) -> Result<Item, Unfit> {
        let it = &self.activities[activity];
        let known = |slot: &Slot| slot.venue < self.venues.len() && slot.day < self.days.len() && slot.minute < 24 * 60;
        let session = it.sessions[session];
        let whole = u32::from(it.minutes) + u32::from(it.setup) + u32::from(it.clearing);
        let refers = it.organisation < self.parallel.len() && it.own.is_none_or(|own| own < self.venues.len());
        if it.minutes == 0 || whole > 24 * 60 || !refers || ![session.locked, session.published].iter().flatten().all(known) {
            return Err(Unfit::Activity(activity));
        }
        let slots = |minutes: u16| minutes.div_ceil(QUARTER) as u8;
        let place = |slot: Slot| Place { space: slot.venue as u16, day: slot.day as u8, start: (slot.minute / QUARTER) as u8 };
        let pool = || (0..self.venues.len()).filter(|venue| self.venues[*venue].pool).collect();
        let past = session.published.filter(|slot| slot.day < self.first_day).map(|slot| Fixed { place: place(slot), why: Why::Past });
        let mut item = Item {
            before: slots(it.setup),
            length: slots(it.minutes),
            after: slots(it.clearing),
            priority: 1,
            people: it.peak_persons,
            features: it.features.clone(),
            spaces: Some(if session.waits { Vec::new() } else { it.own.map_or_else(pool, |own| vec![own]) }),
            crews: vec![it.organisation, self.parallel.len() + activity],
            noise: match (it.quiet, it.amplified) {
                (false, false) => Noise::Any,
                (true, false) => Noise::Quiet,
                (false, true) => Noise::Amplified,
                (true, true) => Noise::Both,
            },
            fixed: session.locked.map(|slot| Fixed { place: place(slot), why: Why::Pin }).or(past),
            start_costs: self.start_costs(it),
            space_costs: vec![(Soft::District, self.venues.iter().map(|venue| self.elsewhere(it, venue)).collect())],
            by_day: Some(activity),
            by_district: Some(it.organisation),
            ..Item::default()
        };
        if let Some(slot) = session.published {
            let weights = &self.weights;
            let costs =
                MoveCosts { day: weights.moved_day, time: weights.moved_time, site: weights.moved_venue, space: weights.moved_venue };
            item.publish(place(slot), costs, spaces, (self.days.len(), SLOTS));
        }
        Ok(item)
    }

    fn start_costs(&self, it: &Activity) -> Vec<(Soft, Vec<i32>)> {
        let starts = || (0..self.days.len() * SLOTS).map(|start| (self.days[start / SLOTS], start % SLOTS * usize::from(QUARTER) / 60));
        let other_day = |kind: DayKind| match it.day {
            DayWish::Any => false,
            DayWish::Weekday => kind != DayKind::Weekday,
            DayWish::Weekend => kind == DayKind::Weekday,
        };
        let other_time = |hour: usize| match it.time {
            TimeWish::Any => false,
            TimeWish::Morning => hour >= 12,
            TimeWish::Afternoon => !(12..18).contains(&hour),
            TimeWish::Evening => hour < 18,
        };
        vec![
            (Soft::DayKind, starts().map(|(kind, _)| i32::from(other_day(kind)) * self.weights.day).collect()),
            (Soft::Hours, starts().map(|(_, hour)| i32::from(other_time(hour)) * self.weights.time).collect()),
        ]
    }

    fn elsewhere(&self, it: &Activity, venue: &Venue) -> i32 {
        if it.districts.is_empty() || it.districts.contains(&venue.district) { 0 } else { self.weights.district }
    }

    /// The cost by the number of different days on which an activity has sessions.
    fn same_day(&self, sessions: usize) -> Vec<i32> {
        let most = sessions.min(self.days.len()) as i32;
        (0..=most).map(|days| (most - days) * self.weights.same_day).collect()
    }

    /// The cost by the number of different districts in which an organisation is seen.
    fn spread(&self, organisation: usize) -> Vec<i32> {
        let mine = self.activities.iter().filter(|it| it.organisation == organisation);
        let most = mine.map(|it| it.sessions.len()).sum::<usize>().min(DISTRICTS) as i32;
        (0..=most).map(|districts| (most - districts) * self.weights.spread).collect()
    }
}
