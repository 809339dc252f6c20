//! A plan that knows what stands where and what it costs: an item is put in or taken out in time proportional to the few others
//! it meets, and the cost of putting it somewhere is known without doing so.
//!
//! It never asks whether a place is allowed: that is [`super::conflicts`].

use super::{
    ground::{Ground, Shared},
    problem::Place,
};

/// The place of what has none.
pub const NOWHERE: Place = Place { space: u16::MAX, day: u8::MAX, start: u8::MAX };

/// An item in a row, with its slots there: public ones in groups, all of them elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    pub item: u16,
    pub from: u8,
    pub until: u8,
}

impl Entry {
    #[inline]
    pub fn meets(self, from: u8, until: u8) -> bool {
        (self.from < until) & (from < self.until)
    }
}

#[derive(Clone, Debug)]
pub struct Board {
    pub place: Vec<Place>,
    entries: Vec<Entry>,
    len: Vec<u16>,
    /// The slots taken in each space of one pitch on each day; nothing for others.
    busy: Vec<u128>,
    day_cell: Vec<u16>,
    days_of: Vec<u16>,
    site_cell: Vec<u16>,
    sites_of: Vec<u16>,
    district_cell: Vec<u16>,
    districts_of: Vec<u16>,
    on_day: Vec<u16>,
    /// Items that are not where they were published.
    moved: usize,
    /// Occupied slots of each person on each day.
    load: Vec<i32>,
    /// The first instant at which anything else may open, once the opening is placed.
    pub opening_ends: usize,
    /// The sum of the priorities of what is not placed, and of all soft costs, with what moving many counts besides.
    pub unplaced: i64,
    pub soft: i64,
}

/// The slots an item is open to the public, and those it takes its space and people.
#[inline]
pub fn public(ground: &Ground, item: usize, at: Place) -> (u8, u8) {
    (at.start, at.start.saturating_add(ground.shape[item].length))
}

#[inline]
pub fn occupied(ground: &Ground, item: usize, at: Place) -> (u8, u8) {
    let shape = ground.shape[item];
    (at.start.saturating_sub(shape.before), at.start.saturating_add(shape.length).saturating_add(shape.after))
}

impl Board {
    /// Nothing placed.
    pub fn new(ground: &Ground) -> Board {
        let (days, lines) = (ground.days, |costs: &super::ground::Costs| costs.count);
        let at_first = |costs: &super::ground::Costs| (0..costs.count).map(|line| i64::from(costs.of(line, 0))).sum::<i64>();
        let sites: i64 = at_first(&ground.by_site) * days as i64;
        let by_day = i64::from(ground.day_costs[0]) * days as i64;
        Board {
            place: vec![NOWHERE; ground.items],
            entries: vec![Entry::default(); ground.row_at[ground.rows] as usize],
            len: vec![0; ground.rows],
            busy: vec![0; ground.spaces * days],
            day_cell: vec![0; lines(&ground.by_day) * days],
            days_of: vec![0; lines(&ground.by_day)],
            site_cell: vec![0; lines(&ground.by_site) * days * ground.sites],
            sites_of: vec![0; lines(&ground.by_site) * days],
            district_cell: vec![0; lines(&ground.by_district) * ground.districts],
            districts_of: vec![0; lines(&ground.by_district)],
            on_day: vec![0; days],
            moved: 0,
            load: vec![0; ground.rows - ground.person_row],
            opening_ends: 0,
            unplaced: ground.priority.iter().map(|priority| i64::from(*priority)).sum(),
            soft: at_first(&ground.by_day) + sites + at_first(&ground.by_district) + by_day,
        }
    }

    #[inline]
    pub fn is_placed(&self, item: usize) -> bool {
        self.place[item].space != NOWHERE.space
    }

    /// What stands in a row.
    #[inline]
    pub fn row(&self, ground: &Ground, row: usize) -> &[Entry] {
        let at = ground.row_at[row] as usize;
        &self.entries[at..at + usize::from(self.len[row])]
    }

    /// What putting an item there adds to the soft costs, as things stand.
    #[inline]
    pub fn cost(&self, ground: &Ground, item: usize, at: Place) -> i32 {
        self.cost_beyond(ground, item, at) + ground.own_cost(item, at)
    }

    /// The same without what the place costs by itself.
    #[inline]
    pub fn cost_beyond(&self, ground: &Ground, item: usize, at: Place) -> i32 {
        let (days, day, space) = (ground.days, usize::from(at.day), usize::from(at.space));
        let mut cost = ground.day_step(usize::from(self.on_day[day]));
        let line = ground.by_day.line[item] as usize;
        if self.day_cell[line * days + day] == 0 {
            cost += ground.by_day.step(line, usize::from(self.days_of[line]));
        }
        let line = ground.by_site.line[item] as usize;
        if self.site_cell[(line * days + day) * ground.sites + usize::from(ground.site[space])] == 0 {
            cost += ground.by_site.step(line, usize::from(self.sites_of[line * days + day]));
        }
        let line = ground.by_district.line[item] as usize;
        if self.district_cell[line * ground.districts + usize::from(ground.district[space])] == 0 {
            cost += ground.by_district.step(line, usize::from(self.districts_of[line]));
        }
        if ground.is_moved(item, at) {
            cost += ground.moved_step(self.moved);
        }
        let (from, until) = public(ground, item, at);
        for group in ground.soft_groups.of(item) {
            let met: i32 = self.row(ground, group.row as usize + day).iter().map(|entry| i32::from(entry.meets(from, until))).sum();
            cost += met * group.weight;
        }
        let (from, until) = occupied(ground, item, at);
        let work = i32::from(until) - i32::from(from);
        for person in ground.persons.of(item) {
            let load = self.load[person.row as usize + day - ground.person_row];
            cost += ground.overload(load + work) - ground.overload(load);
        }
        cost
    }

    /// Puts an item in, at a cost already known.
    #[inline]
    pub fn insert(&mut self, ground: &Ground, item: usize, at: Place, cost: i32) {
        self.soft += i64::from(cost);
        self.unplaced -= i64::from(ground.priority[item]);
        self.place[item] = at;
        self.count(ground, item, at, true);
        let occupied = occupied(ground, item, at);
        let day = usize::from(at.day);
        let lane = ground.lane(usize::from(at.space), day);
        self.push(ground, lane, item, occupied);
        self.mark(ground, lane);
        let work = i32::from(occupied.1) - i32::from(occupied.0);
        for person in ground.persons.of(item) {
            self.push(ground, person.row as usize + day, item, occupied);
            self.load[person.row as usize + day - ground.person_row] += work;
        }
        for Shared { row, .. } in ground.crews.of(item) {
            self.push(ground, *row as usize + day, item, occupied);
        }
        let public = public(ground, item, at);
        for Shared { row, .. } in ground.soft_groups.of(item).iter().chain(ground.hard_groups.of(item)) {
            self.push(ground, *row as usize + day, item, public);
        }
        if item == ground.opening {
            self.opening_ends = day * ground.slots + usize::from(public.1);
        }
    }

    /// Takes an item out and gives what it cost; nothing if it was not in.
    #[inline]
    pub fn remove(&mut self, ground: &Ground, item: usize) -> i32 {
        let at = self.place[item];
        if at == NOWHERE {
            return 0;
        }
        let day = usize::from(at.day);
        self.place[item] = NOWHERE;
        self.count(ground, item, at, false);
        let lane = ground.lane(usize::from(at.space), day);
        self.pull(ground, lane, item);
        self.mark(ground, lane);
        let occupied = occupied(ground, item, at);
        let work = i32::from(occupied.1) - i32::from(occupied.0);
        for person in ground.persons.of(item) {
            self.pull(ground, person.row as usize + day, item);
            self.load[person.row as usize + day - ground.person_row] -= work;
        }
        for lists in [&ground.crews, &ground.soft_groups, &ground.hard_groups] {
            for Shared { row, .. } in lists.of(item) {
                self.pull(ground, *row as usize + day, item);
            }
        }
        if item == ground.opening {
            self.opening_ends = 0;
        }
        let cost = self.cost(ground, item, at);
        self.soft -= i64::from(cost);
        self.unplaced += i64::from(ground.priority[item]);
        cost
    }

    #[inline]
    fn push(&mut self, ground: &Ground, row: usize, item: usize, (from, until): (u8, u8)) {
        self.entries[ground.row_at[row] as usize + usize::from(self.len[row])] = Entry { item: item as u16, from, until };
        self.len[row] += 1;
    }

    #[inline]
    fn pull(&mut self, ground: &Ground, row: usize, item: usize) {
        let at = ground.row_at[row] as usize;
        let entries = &mut self.entries[at..at + usize::from(self.len[row])];
        let Some(last) = entries.last().copied() else { return };
        if let Some(found) = entries.iter_mut().find(|entry| usize::from(entry.item) == item) {
            *found = last;
            self.len[row] -= 1;
        }
    }

    /// Notes which slots of a space are taken.
    #[inline]
    fn mark(&mut self, ground: &Ground, lane: usize) {
        if ground.pitches[lane / ground.days] == 1 {
            let slots = |entry: &Entry| (u128::MAX >> (128 - u32::from(entry.until - entry.from).clamp(1, 128))) << entry.from.min(127);
            self.busy[lane] = self.row(ground, lane).iter().fold(0, |busy, entry| busy | slots(entry));
        }
    }

    /// The starts at which an item would meet another in a space of one pitch.
    #[inline]
    pub fn blocked(&self, ground: &Ground, item: usize, lane: usize) -> u128 {
        let (busy, shape) = (self.busy[lane], ground.shape[item]);
        // Each taken slot forbids the starts whose clearing, or whose set-up, would reach it.
        let (mut ahead, mut behind) = (busy, busy);
        let (mut width, reach) = (1, u32::from(shape.length) + u32::from(shape.after));
        while width < reach.min(128) {
            let by = width.min(reach - width);
            ahead |= ahead >> by;
            width += by;
        }
        for _ in 0..shape.before.min(127) {
            behind |= behind << 1;
        }
        ahead | behind
    }

    /// Counts days, sites and districts up or down.
    #[inline]
    fn count(&mut self, ground: &Ground, item: usize, at: Place, up: bool) {
        let (days, day, space) = (ground.days, usize::from(at.day), usize::from(at.space));
        let one = if up { 1 } else { u16::MAX };
        let turn = |cell: &mut u16, different: &mut u16| {
            let was = *cell;
            *cell = was.wrapping_add(one);
            if was == 0 || *cell == 0 {
                *different = different.wrapping_add(one);
            }
        };
        if ground.is_moved(item, at) {
            self.moved = if up { self.moved + 1 } else { self.moved - 1 };
        }
        self.on_day[day] = self.on_day[day].wrapping_add(one);
        let line = ground.by_day.line[item] as usize;
        turn(&mut self.day_cell[line * days + day], &mut self.days_of[line]);
        let line = ground.by_site.line[item] as usize * days + day;
        turn(&mut self.site_cell[line * ground.sites + usize::from(ground.site[space])], &mut self.sites_of[line]);
        let line = ground.by_district.line[item] as usize;
        turn(&mut self.district_cell[line * ground.districts + usize::from(ground.district[space])], &mut self.districts_of[line]);
    }
}
