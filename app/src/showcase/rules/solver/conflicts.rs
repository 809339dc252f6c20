//! Who is in the way of an item at a place that is legal for it: those that would have to go, or that it cannot be at all.
//!
//! It never changes the board. What is fixed, and the opening, never go.

use super::{
    board::{Board, NOWHERE, occupied, public},
    ground::Ground,
    problem::{Noise, Place, Rule},
};

/// The most that are pushed out at once.
pub const MOST: usize = 8;

/// Those in the way, each once, with the first rule found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conflicts {
    items: [u16; MOST],
    len: usize,
}

impl Conflicts {
    #[inline]
    pub fn items(&self) -> &[u16] {
        &self.items[..self.len]
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// What is told of each one in the way; false stops the search for more.
trait Tell {
    fn tell(&mut self, other: usize, rule: Rule) -> bool;
    fn is_told(&self, other: usize) -> bool;
}

struct Few<'a> {
    found: Conflicts,
    most: usize,
    ground: &'a Ground,
}

impl Tell for Few<'_> {
    #[inline]
    fn tell(&mut self, other: usize, _: Rule) -> bool {
        if self.is_told(other) {
            return true;
        }
        if self.found.len >= self.most || self.ground.stays[other] || other == self.ground.opening {
            return false;
        }
        self.found.items[self.found.len] = other as u16;
        self.found.len += 1;
        true
    }

    #[inline]
    fn is_told(&self, other: usize) -> bool {
        self.found.items().contains(&(other as u16))
    }
}

/// For words: everybody, with the rule.
#[derive(Default)]
struct Everybody(Vec<(usize, Rule)>);

impl Tell for Everybody {
    fn tell(&mut self, other: usize, rule: Rule) -> bool {
        if !self.0.contains(&(other, rule)) {
            self.0.push((other, rule));
        }
        true
    }

    fn is_told(&self, _: usize) -> bool {
        false
    }
}

impl Board {
    /// Those in the way, if they are at most so many and all of them can go. The item itself must be out.
    #[inline]
    pub fn in_the_way(&self, ground: &Ground, item: usize, at: Place, most: usize) -> Option<Conflicts> {
        let mut few = Few { found: Conflicts::default(), most: most.min(MOST), ground };
        self.ask(ground, item, at, &mut few).then_some(few.found)
    }

    /// Everybody in the way, and why. The item itself must be out.
    pub fn everybody_in_the_way(&self, ground: &Ground, item: usize, at: Place) -> Vec<(usize, Rule)> {
        let mut all = Everybody::default();
        self.ask(ground, item, at, &mut all);
        all.0
    }

    #[inline]
    fn ask(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        self.ask_opening(ground, item, at, tell)
            && self.ask_space(ground, item, at, tell)
            && self.ask_persons(ground, item, at, tell)
            && self.ask_groups(ground, item, at, tell)
            && self.ask_crews(ground, item, at, tell)
            && self.ask_orders(ground, item, at, tell)
            && self.ask_exclusives(ground, item, at, tell)
    }

    #[inline]
    fn ask_opening(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        if item != ground.opening {
            return at.instant(ground.slots) >= self.opening_ends || tell.tell(ground.opening, Rule::BeforeOpening);
        }
        let ends = at.instant(ground.slots) + usize::from(ground.shape[item].length);
        let early = |other: &usize| self.place[*other] != NOWHERE && self.place[*other].instant(ground.slots) < ends;
        (0..ground.items).filter(early).all(|other| tell.tell(other, Rule::BeforeOpening))
    }

    #[inline]
    fn ask_space(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        let space = usize::from(at.space);
        let row = ground.lane(space, usize::from(at.day));
        let (from, until) = occupied(ground, item, at);
        if ground.pitches[space] == 1 {
            return self
                .row(ground, row)
                .iter()
                .all(|entry| !entry.meets(from, until) || tell.tell(usize::from(entry.item), Rule::SpaceTaken));
        }
        let noise = ground.noise[item];
        let loud = |other: u16| noise != Noise::Any && noise.disturbs(ground.noise[usize::from(other)]);
        self.row(ground, row)
            .iter()
            .all(|entry| !entry.meets(from, until) || !loud(entry.item) || tell.tell(usize::from(entry.item), Rule::Noise))
            && self.ask_crowd(ground, item, row, (from, until), (i32::from(ground.pitches[space]), ground.capacity[space]), tell)
    }

    /// At every instant no more than `limit` at once, with no more than `room` persons together.
    fn ask_crowd(
        &self,
        ground: &Ground,
        item: usize,
        row: usize,
        (from, until): (u8, u8),
        (limit, room): (i32, u32),
        tell: &mut impl Tell,
    ) -> bool {
        let entries = self.row(ground, row);
        let counted = room != u32::MAX;
        // It can only become too many where something begins.
        let begins = entries.iter().filter(|entry| entry.meets(from, until)).map(|entry| entry.from.max(from)).chain([from]);
        for instant in begins {
            let there = || entries.iter().filter(|entry| entry.meets(instant, instant.saturating_add(1)));
            let mut count = 1 + there().filter(|entry| !tell.is_told(usize::from(entry.item))).count() as i32;
            let people = |item: u16| if counted { u64::from(ground.people[usize::from(item)]) } else { 0 };
            let mut sum = people(item as u16)
                + there().filter(|entry| !tell.is_told(usize::from(entry.item))).map(|entry| people(entry.item)).sum::<u64>();
            let (many, much) = (count > limit, sum > u64::from(room));
            for entry in there() {
                if (count <= limit && sum <= u64::from(room)) || tell.is_told(usize::from(entry.item)) {
                    continue;
                }
                let rule = match (counted, many, much) {
                    (false, ..) => Rule::Crew,
                    (true, true, _) => Rule::SpaceTaken,
                    _ => Rule::Capacity,
                };
                if !tell.tell(usize::from(entry.item), rule) {
                    return false;
                }
                count -= 1;
                sum -= people(entry.item);
            }
        }
        true
    }

    #[inline]
    fn ask_persons(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        let (from, until) = occupied(ground, item, at);
        for person in ground.persons.of(item) {
            for entry in self.row(ground, person.row as usize + usize::from(at.day)) {
                let there = usize::from(self.place[usize::from(entry.item)].space);
                let way = ground.travel[usize::from(at.space) * ground.spaces + there];
                let meets = entry.meets(from.saturating_sub(way), until.saturating_add(way));
                if meets && !tell.tell(usize::from(entry.item), Rule::Person) {
                    return false;
                }
            }
        }
        true
    }

    #[inline]
    fn ask_groups(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        let (from, until) = public(ground, item, at);
        ground.hard_groups.of(item).iter().all(|group| {
            let row = self.row(ground, group.row as usize + usize::from(at.day));
            row.iter().all(|entry| !entry.meets(from, until) || tell.tell(usize::from(entry.item), Rule::NotTogether))
        })
    }

    #[inline]
    fn ask_crews(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        let slots = occupied(ground, item, at);
        ground
            .crews
            .of(item)
            .iter()
            .all(|crew| self.ask_crowd(ground, item, crew.row as usize + usize::from(at.day), slots, (crew.weight, u32::MAX), tell))
    }

    #[inline]
    fn ask_orders(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        ground.orders.of(item).iter().all(|neighbour| {
            let other = usize::from(neighbour.other);
            let there = self.place[other];
            if there == NOWHERE {
                return true;
            }
            let (first, one, two) = if neighbour.first { (item, at, there) } else { (other, there, at) };
            let ends = usize::from(one.start) + usize::from(ground.shape[first].length) + usize::from(neighbour.gap);
            let kept = one.day < two.day || (one.day == two.day && ends <= usize::from(two.start));
            kept || tell.tell(other, Rule::Order)
        })
    }

    #[inline]
    fn ask_exclusives(&self, ground: &Ground, item: usize, at: Place, tell: &mut impl Tell) -> bool {
        let (from, until) = public(ground, item, at);
        let meets = |other: usize| {
            let there = self.place[other];
            let (a, b) = public(ground, other, there);
            there != NOWHERE && there.day == at.day && a < until && from < b
        };
        let beside = |other: usize| other == item || !meets(other) || tell.tell(other, Rule::Exclusive);
        if ground.exclusive[item] {
            (0..ground.items).all(beside)
        } else {
            ground.exclusives.iter().map(|other| usize::from(*other)).all(beside)
        }
    }
}
