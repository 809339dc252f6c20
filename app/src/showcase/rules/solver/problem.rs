//! What is to be scheduled, as plain data: items, spaces, teams, people, groups and what each soft wish costs.
//!
//! Nothing is searched or judged here. Time is in slots: `slots` to a day, intervals half open; the length of a slot is the
//! builder's. Everything is referred to by its place in a list; names stay with the builders.

use serde::{Deserialize, Serialize};

/// The most days, and the most slots in a day, that fit the compact forms of the search.
pub const MOST_DAYS: usize = 250;
pub const MOST_SLOTS: usize = 128;
/// The most items and the most spaces.
pub const MOST_ITEMS: usize = 20_000;
pub const MOST_SPACES: usize = 2_000;

/// Where and when the public is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    pub space: u16,
    pub day: u8,
    pub start: u8,
}

/// For each item its place, or none if it waits.
pub type Plan = Vec<Option<Place>>;

/// One thing to place: an activity of the benchmark, or a session of an activity of the house.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Slots of set-up, of public time and of clearing.
    pub before: u8,
    pub length: u8,
    pub after: u8,
    /// What it counts while it is not placed.
    pub priority: i32,
    /// Persons at once: never more in a space than its capacity, summed over what runs there together.
    pub people: u32,
    /// What the space must have.
    pub features: Vec<usize>,
    /// Spaces and days it is limited to, if it is.
    pub spaces: Option<Vec<usize>>,
    pub days: Option<Vec<usize>>,
    /// Who holds it: it must be available from set-up to clearing.
    pub team: usize,
    /// Persons it needs; each is in one place at a time, travel included.
    pub persons: Vec<usize>,
    /// Crews it needs one of; each has so many at once.
    pub crews: Vec<usize>,
    pub noise: Noise,
    /// Nothing else is open to the public meanwhile.
    pub exclusive: bool,
    /// May not be moved, and why.
    pub fixed: Option<Fixed>,
    /// What a start costs: each a wish with a cost for every day and slot (`day * slots + slot`).
    pub start_costs: Vec<(Soft, Vec<i32>)>,
    /// What a space costs: each a wish with a cost for every space.
    pub space_costs: Vec<(Soft, Vec<i32>)>,
    /// Where the published programme has it.
    pub published: Option<Place>,
    /// Its lines in [`Problem::by_day`], [`Problem::by_site`] and [`Problem::by_district`].
    pub by_day: Option<usize>,
    pub by_site: Option<usize>,
    pub by_district: Option<usize>,
}

/// Quiet and amplified never run at once in one space (I-45).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Noise {
    #[default]
    Any,
    Quiet,
    Amplified,
    /// Amplified itself, in need of quiet around it.
    Both,
}

impl Noise {
    pub fn disturbs(self, other: Noise) -> bool {
        let quiet = |noise| matches!(noise, Noise::Quiet | Noise::Both);
        let loud = |noise| matches!(noise, Noise::Amplified | Noise::Both);
        (quiet(self) && loud(other)) || (loud(self) && quiet(other))
    }
}

/// An item that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fixed {
    pub place: Place,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Promised or locked by a person; it must keep every other rule (I-48).
    Pin,
    /// Its day is past: a fact, whatever else it breaks.
    Past,
}

/// A place that takes one activity, or so many side by side.
#[derive(Clone, Debug, Default)]
pub struct Space {
    /// Between spaces of one site nobody travels.
    pub site: usize,
    pub district: usize,
    pub capacity: u32,
    /// Activities at once.
    pub pitches: u16,
    pub features: Vec<usize>,
    pub windows: Vec<Window>,
}

/// When a space can be used on a day: the public within `opens..closes`, set-up and clearing within `from..until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub day: u8,
    pub opens: u8,
    pub closes: u8,
    pub from: u8,
    pub until: u8,
}

/// Who holds items, and when they can.
#[derive(Clone, Debug, Default)]
pub struct Team {
    /// Day and slots.
    pub available: Vec<(u8, u8, u8)>,
}

/// Items that should not, or must not, be open to the public at once.
#[derive(Clone, Debug)]
pub struct Group {
    /// What each pair at once costs; none if it may not be.
    pub weight: Option<i32>,
    pub items: Vec<usize>,
}

/// One item ends, then `gap` slots pass, then the other begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub before: usize,
    pub after: usize,
    pub gap: u8,
}

/// A cost by how many different values (days, sites, districts) the items of one line have: `lines[line][count]`.
#[derive(Clone, Debug, Default)]
pub struct Variety {
    pub soft: Soft,
    pub lines: Vec<Vec<i32>>,
}

/// All of it; by default nothing at all.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub days: usize,
    pub slots: usize,
    pub items: Vec<Item>,
    pub spaces: Vec<Space>,
    /// Slots from space to space.
    pub travel: Vec<Vec<u8>>,
    pub teams: Vec<Team>,
    pub people: usize,
    /// How many of each crew there are.
    pub crews: Vec<u16>,
    pub groups: Vec<Group>,
    pub orders: Vec<Order>,
    /// Nothing opens to the public before this has ended. It is placed first, and never given up for others.
    pub opening: Option<usize>,
    /// Nothing is placed on a day before this one, but what is fixed there.
    pub first_day: usize,
    /// Different days of a line; different sites of a line on one day; different districts of a line.
    pub by_day: Variety,
    pub by_site: Variety,
    pub by_district: Variety,
    /// What a day costs by the number of its items.
    pub day_costs: Vec<i32>,
    /// Slots a person works on a day without being overloaded, and what each further one costs.
    pub person_slots: u16,
    pub person_weight: i32,
}

/// What may not be broken. H-numbers are those of showcase/1, I-numbers the invariants of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// H1, I-42, I-43, I-46: the space is open, and nobody else's.
    SpaceClosed,
    /// H2, I-41: no more at once than there are pitches.
    SpaceTaken,
    /// H3, I-41: no more persons at once than the space holds.
    Capacity,
    /// H4, I-40: the space has what is needed.
    Features,
    /// H5: whoever holds it is there.
    TeamAway,
    /// H6, I-38: the space is one of those allowed.
    SpaceNotAllowed,
    /// H7: the day is one of those allowed.
    DayNotAllowed,
    /// H8, I-48: what is pinned stays.
    Pinned,
    /// H9: a person is in one place.
    Person,
    /// H10: these are never at once.
    NotTogether,
    /// H11: nothing beside what is exclusive.
    Exclusive,
    /// H12: nothing before the opening.
    BeforeOpening,
    /// H13: one after the other.
    Order,
    /// H14: days past stay as published.
    Past,
    /// I-44, I-47: no more at once than there are crews.
    Crew,
    /// I-45: quiet and amplified are kept apart.
    Noise,
}

/// What is wished. S-numbers are those of showcase/1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Soft {
    /// S1: not at once.
    #[default]
    NotTogether,
    /// S2: when the public comes; the time of day.
    Hours,
    /// S3: the space that was wished.
    SpaceWished,
    /// S4: a hall not far too large.
    Oversize,
    /// S5: few days for a team.
    TeamDays,
    /// S6: few sites for a team on one day.
    TeamSites,
    /// S7: many districts for a theme, or for an organisation.
    Districts,
    /// S8: days alike full.
    DayBalance,
    /// S9: nobody works too long.
    PersonLoad,
    /// S10: as published.
    Moved,
    /// The district that was wished.
    District,
    /// Weekday or weekend, as was wished.
    DayKind,
    /// The sessions of one activity on different days.
    SessionDays,
}

/// What it costs to move an item from where it was published: to another day, else to another time; to another site, else to another
/// space of the site.
#[derive(Clone, Copy, Debug)]
pub struct MoveCosts {
    pub day: i32,
    pub time: i32,
    pub site: i32,
    pub space: i32,
}

impl Item {
    /// Notes where the published programme has it, and what leaving it costs.
    pub fn publish(&mut self, was: Place, costs: MoveCosts, spaces: &[Space], (days, slots): (usize, usize)) {
        let site = spaces[usize::from(was.space)].site;
        let by_start = (0..days * slots).map(|start| match (start / slots, start % slots) {
            (day, _) if day != usize::from(was.day) => costs.day,
            (_, slot) if slot != usize::from(was.start) => costs.time,
            _ => 0,
        });
        let by_space = spaces.iter().enumerate().map(|(space, it)| match space {
            space if space == usize::from(was.space) => 0,
            _ if it.site == site => costs.space,
            _ => costs.site,
        });
        self.start_costs.push((Soft::Moved, by_start.collect()));
        self.space_costs.push((Soft::Moved, by_space.collect()));
        self.published = Some(was);
    }

    /// Slots from set-up to clearing.
    pub fn occupied(&self) -> usize {
        usize::from(self.before) + usize::from(self.length) + usize::from(self.after)
    }

    /// What this start and this space cost by themselves, by wish.
    pub fn own_costs(&self, at: Place, slots: usize) -> impl Iterator<Item = (Soft, i32)> {
        let start = usize::from(at.day) * slots + usize::from(at.start);
        let by_start = self.start_costs.iter().map(move |(soft, costs)| (*soft, costs.get(start).copied().unwrap_or(0)));
        let by_space = self.space_costs.iter().map(move |(soft, costs)| (*soft, costs.get(usize::from(at.space)).copied().unwrap_or(0)));
        by_start.chain(by_space).filter(|(_, cost)| *cost != 0)
    }
}

impl Place {
    /// Slots since the first of the first day.
    pub fn instant(self, slots: usize) -> usize {
        usize::from(self.day) * slots + usize::from(self.start)
    }
}

impl Problem {
    /// Something is published already.
    pub fn is_repair(&self) -> bool {
        self.items.iter().any(|it| it.published.is_some())
    }

    /// Every static rule that forbids an item a place, whatever else is placed: all of them, not the first.
    pub fn static_refusals(&self, item: usize, at: Place) -> Vec<Rule> {
        let it = &self.items[item];
        if let Some(fixed) = it.fixed {
            return if fixed.place == at { Vec::new() } else { vec![if fixed.why == Why::Pin { Rule::Pinned } else { Rule::Past }] };
        }
        let mut refused = self.refusals_of_space(item, usize::from(at.space));
        refused.extend(self.refusals_of_time(item, at));
        refused
    }

    /// Capacity, features, and the spaces allowed.
    pub fn refusals_of_space(&self, item: usize, space: usize) -> Vec<Rule> {
        let (it, there) = (&self.items[item], &self.spaces[space]);
        let mut refused = Vec::new();
        if it.people > there.capacity {
            refused.push(Rule::Capacity);
        }
        if it.features.iter().any(|feature| !there.features.contains(feature)) {
            refused.push(Rule::Features);
        }
        if it.spaces.as_ref().is_some_and(|allowed| !allowed.contains(&space)) {
            refused.push(Rule::SpaceNotAllowed);
        }
        refused
    }

    /// The space's hours, the team's, the days allowed and the days past.
    pub fn refusals_of_time(&self, item: usize, at: Place) -> Vec<Rule> {
        let it = &self.items[item];
        let mut refused = Vec::new();
        if !self.is_open(item, at) {
            refused.push(Rule::SpaceClosed);
        }
        let (from, until) = (i32::from(at.start) - i32::from(it.before), i32::from(at.start) + i32::from(it.length) + i32::from(it.after));
        let there = |(day, a, b): &(u8, u8, u8)| *day == at.day && i32::from(*a) <= from && until <= i32::from(*b);
        if !self.teams[it.team].available.iter().any(there) {
            refused.push(Rule::TeamAway);
        }
        if it.days.as_ref().is_some_and(|allowed| !allowed.contains(&usize::from(at.day))) {
            refused.push(Rule::DayNotAllowed);
        }
        if usize::from(at.day) < self.first_day {
            refused.push(Rule::Past);
        }
        refused
    }

    pub(super) fn is_open(&self, item: usize, at: Place) -> bool {
        let it = &self.items[item];
        let (start, end) = (i32::from(at.start), i32::from(at.start) + i32::from(it.length));
        let (from, until) = (start - i32::from(it.before), end + i32::from(it.after));
        self.spaces[usize::from(at.space)].windows.iter().any(|window| {
            window.day == at.day
                && i32::from(window.opens) <= start
                && end <= i32::from(window.closes)
                && i32::from(window.from) <= from
                && until <= i32::from(window.until)
        })
    }
}
