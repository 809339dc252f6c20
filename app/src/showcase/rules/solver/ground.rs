//! A problem compiled for the search: flat arrays, a mask of legal starts for every item, space and day, and the numbers of the
//! rows in which items meet (a space, crew, person or group on one day).
//!
//! It never changes while a plan is searched.

use std::collections::{BTreeMap, HashMap};

use super::problem::{Noise, Place, Problem, Variety};

/// What it counts in a search, besides its price, that one more item is moved than a repair should: whoever holds it must be told,
/// and one point saved is not worth that.
const NEWS: i32 = 2;

/// For each of many things a few others, one after the other.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    at: Vec<u32>,
    of: Vec<T>,
}

impl<T> Lists<T> {
    pub fn new(lists: impl Iterator<Item = Vec<T>>) -> Lists<T> {
        let (mut at, mut of) = (vec![0], Vec::new());
        for list in lists {
            of.extend(list);
            at.push(of.len() as u32);
        }
        Lists { at, of }
    }

    #[inline]
    pub fn of(&self, which: usize) -> &[T] {
        &self.of[self.at[which] as usize..self.at[which + 1] as usize]
    }
}

/// Costs by count, one line after the other; a count beyond the end of a line costs what its last one does.
#[derive(Clone, Debug)]
pub struct Costs {
    lines: Lists<i32>,
    /// The line of each item; those that have none share one that costs nothing.
    pub line: Vec<u32>,
    pub count: usize,
}

impl Costs {
    fn new(variety: &Variety, lines: impl Iterator<Item = Option<usize>>) -> Costs {
        let none = variety.lines.len();
        let filled = variety.lines.iter().cloned().chain([Vec::new()]).map(|line| if line.is_empty() { vec![0] } else { line });
        Costs { lines: Lists::new(filled), line: lines.map(|line| line.unwrap_or(none) as u32).collect(), count: none + 1 }
    }

    #[inline]
    pub fn of(&self, line: usize, count: usize) -> i32 {
        let costs = self.lines.of(line);
        costs[count.min(costs.len() - 1)]
    }

    /// What one more costs.
    #[inline]
    pub fn step(&self, line: usize, count: usize) -> i32 {
        self.of(line, count + 1) - self.of(line, count)
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub before: u8,
    pub length: u8,
    pub after: u8,
}

/// A row in which an item stands, that of the first day, and what an overlap there costs.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    pub row: u32,
    pub weight: i32,
}

/// What must come before or after an item.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour {
    pub other: u16,
    pub gap: u8,
    /// Whether the item itself comes first.
    pub first: bool,
}

#[derive(Clone, Debug)]
pub struct Ground {
    pub items: usize,
    pub days: usize,
    pub slots: usize,
    pub spaces: usize,
    pub sites: usize,
    pub districts: usize,
    pub shape: Vec<Shape>,
    pub priority: Vec<i32>,
    pub people: Vec<u32>,
    pub noise: Vec<Noise>,
    pub exclusive: Vec<bool>,
    pub exclusives: Vec<u16>,
    pub opening: usize,
    /// Stays where it is, whatever comes.
    pub stays: Vec<bool>,
    pub placed_before: Vec<(u16, Place)>,
    masks: Vec<u128>,
    mask_of: Vec<u32>,
    /// Where an item has any start at all: space and day (`space * days + day`), and the number of the mask.
    pub lanes: Lists<(u32, u32)>,
    start_cost: Vec<i32>,
    space_cost: Vec<i32>,
    published: Vec<Option<Place>>,
    /// How many are moved from where they were published before each further one counts [`NEWS`] more. Only a search has such a
    /// limit: what anybody is told of costs is the prices alone.
    pub leeway: usize,
    /// For every item and day the starts that cost least by themselves.
    cheap: Vec<u128>,
    pub site: Vec<u16>,
    pub district: Vec<u16>,
    pub pitches: Vec<u16>,
    pub capacity: Vec<u32>,
    pub travel: Vec<u8>,
    /// Where each row begins, and where the last one ends.
    pub row_at: Vec<u32>,
    /// The first row of each person an item needs, crew (with its size) and group it is in.
    pub persons: Lists<Shared>,
    pub crews: Lists<Shared>,
    pub soft_groups: Lists<Shared>,
    pub hard_groups: Lists<Shared>,
    pub person_row: usize,
    pub rows: usize,
    pub orders: Lists<Neighbour>,
    /// The other items of its team.
    pub mates: Lists<u16>,
    pub by_day: Costs,
    pub by_site: Costs,
    pub by_district: Costs,
    pub day_costs: Vec<i32>,
    pub person_slots: i32,
    pub person_weight: i32,
}

impl Ground {
    pub fn new(problem: &Problem) -> Ground {
        let (items, days, slots, spaces) = (problem.items.len(), problem.days, problem.slots, problem.spaces.len());
        let count = |values: &mut dyn Iterator<Item = usize>| values.max().map_or(0, |most| most + 1);
        let (masks, mask_of) = masks(problem);
        let lane_count = spaces * days;
        let lanes = Lists::new((0..items).map(|item| {
            let of = &mask_of[item * lane_count..(item + 1) * lane_count];
            of.iter().enumerate().filter(|(_, mask)| **mask != 0).map(|(lane, mask)| (lane as u32, *mask)).collect()
        }));
        let rows = Rows::new(problem);
        let mut mates = vec![Vec::new(); problem.teams.len()];
        for (item, it) in problem.items.iter().enumerate() {
            mates[it.team].push(item as u16);
        }
        let mut orders = vec![Vec::new(); items];
        for order in &problem.orders {
            orders[order.before].push(Neighbour { other: order.after as u16, gap: order.gap, first: true });
            orders[order.after].push(Neighbour { other: order.before as u16, gap: order.gap, first: false });
        }
        let day_costs = if problem.day_costs.is_empty() { vec![0] } else { problem.day_costs.clone() };
        let each = |pick: fn(&super::problem::Item) -> Option<usize>| problem.items.iter().map(pick);
        let start_cost = summed(problem.items.iter().map(|it| &it.start_costs), days * slots);
        Ground {
            items,
            days,
            slots,
            spaces,
            sites: count(&mut problem.spaces.iter().map(|space| space.site)),
            districts: count(&mut problem.spaces.iter().map(|space| space.district)),
            shape: problem.items.iter().map(|it| Shape { before: it.before, length: it.length, after: it.after }).collect(),
            priority: problem.items.iter().map(|it| it.priority).collect(),
            people: problem.items.iter().map(|it| it.people).collect(),
            noise: problem.items.iter().map(|it| it.noise).collect(),
            exclusive: problem.items.iter().map(|it| it.exclusive).collect(),
            exclusives: (0..items).filter(|item| problem.items[*item].exclusive).map(|item| item as u16).collect(),
            opening: problem.opening.unwrap_or(usize::MAX),
            stays: problem.items.iter().map(|it| it.fixed.is_some()).collect(),
            placed_before: (0..items).filter_map(|item| Some((item as u16, problem.items[item].fixed?.place))).collect(),
            masks,
            mask_of,
            lanes,
            cheap: cheap(&start_cost, slots),
            start_cost,
            space_cost: summed(problem.items.iter().map(|it| &it.space_costs), spaces),
            published: problem.items.iter().map(|it| it.published).collect(),
            leeway: usize::MAX,
            site: problem.spaces.iter().map(|space| space.site as u16).collect(),
            district: problem.spaces.iter().map(|space| space.district as u16).collect(),
            pitches: problem.spaces.iter().map(|space| space.pitches).collect(),
            capacity: problem.spaces.iter().map(|space| space.capacity).collect(),
            travel: travel(problem),
            row_at: rows.at,
            persons: rows.persons,
            crews: rows.crews,
            soft_groups: rows.soft_groups,
            hard_groups: rows.hard_groups,
            person_row: rows.person_row,
            rows: rows.count,
            orders: Lists::new(orders.into_iter()),
            mates: Lists::new(
                problem.items.iter().enumerate().map(|(item, it)| mates[it.team].iter().copied().filter(|m| *m as usize != item).collect()),
            ),
            by_day: Costs::new(&problem.by_day, each(|it| it.by_day)),
            by_site: Costs::new(&problem.by_site, each(|it| it.by_site)),
            by_district: Costs::new(&problem.by_district, each(|it| it.by_district)),
            day_costs,
            person_slots: i32::from(problem.person_slots),
            person_weight: problem.person_weight,
        }
    }

    /// The legal starts of an item in a space on a day, one bit a slot.
    #[inline]
    pub fn starts(&self, item: usize, lane: usize) -> u128 {
        self.masks[self.mask_of[item * self.spaces * self.days + lane] as usize]
    }

    /// The same by the number of a mask.
    #[inline]
    pub fn mask(&self, number: u32) -> u128 {
        self.masks[number as usize]
    }

    #[inline]
    pub fn lane(&self, space: usize, day: usize) -> usize {
        space * self.days + day
    }

    #[inline]
    pub fn is_legal(&self, item: usize, at: Place) -> bool {
        let lane = self.lane(usize::from(at.space), usize::from(at.day));
        usize::from(at.start) < self.slots && self.starts(item, lane) >> at.start & 1 == 1
    }

    /// The starts on a day that cost an item least by themselves, legal or not.
    #[inline]
    pub fn cheap_starts(&self, item: usize, day: usize) -> u128 {
        self.cheap[item * self.days + day]
    }

    /// What place alone costs an item: windows, wishes, moves from the published programme.
    #[inline]
    pub fn own_cost(&self, item: usize, at: Place) -> i32 {
        self.start_cost[item * self.days * self.slots + at.instant(self.slots)]
            + self.space_cost[item * self.spaces + usize::from(at.space)]
    }

    /// Not where it was published.
    #[inline]
    pub fn is_moved(&self, item: usize, at: Place) -> bool {
        self.published[item].is_some_and(|was| was != at)
    }

    /// What one more that is moved counts besides its price.
    #[inline]
    pub fn moved_step(&self, moved: usize) -> i32 {
        if moved < self.leeway { 0 } else { NEWS }
    }

    #[inline]
    pub fn day_step(&self, count: usize) -> i32 {
        let of = |count: usize| self.day_costs[count.min(self.day_costs.len() - 1)];
        of(count + 1) - of(count)
    }

    #[inline]
    pub fn overload(&self, load: i32) -> i32 {
        (load - self.person_slots).max(0) * self.person_weight
    }
}

/// The longer of the two ways between any two spaces.
fn travel(problem: &Problem) -> Vec<u8> {
    let spaces = 0..problem.spaces.len();
    spaces.clone().flat_map(|a| spaces.clone().map(move |b| problem.travel[a][b].max(problem.travel[b][a]))).collect()
}

/// For every day of every item, the starts at the least cost.
fn cheap(start_cost: &[i32], slots: usize) -> Vec<u128> {
    let mask = |costs: &[i32]| {
        let least = costs.iter().min().copied().unwrap_or(0);
        costs.iter().enumerate().filter(|(_, cost)| **cost == least).fold(0, |mask, (start, _)| mask | 1u128 << start)
    };
    start_cost.chunks(slots.max(1)).map(mask).collect()
}

/// The costs of all wishes together, for every item.
fn summed<'a>(wishes: impl Iterator<Item = &'a Vec<(super::problem::Soft, Vec<i32>)>>, width: usize) -> Vec<i32> {
    let mut all = Vec::new();
    for wishes in wishes {
        let from = all.len();
        all.resize(from + width, 0);
        for (_, costs) in wishes {
            all[from..].iter_mut().zip(costs).for_each(|(sum, cost)| *sum += cost);
        }
    }
    all
}

/// The starts from the first to the last, if there are any.
fn range(first: i32, last: i32) -> u128 {
    let (first, last) = (first.max(0), last.min(127));
    if first > last { 0 } else { (u128::MAX >> (127 - (last - first))) << first }
}

/// Legal starts of every item in every space on every day, as numbers of masks; mask 0 is empty. Items of one shape share what
/// the spaces' hours allow them, and those of one team what its hours do.
fn masks(problem: &Problem) -> (Vec<u128>, Vec<u32>) {
    let (days, spaces) = (problem.days, problem.spaces.len());
    let mut open: BTreeMap<(u8, u8, u8), Vec<u128>> = BTreeMap::new();
    let mut there: BTreeMap<(usize, u8, i32), Vec<u128>> = BTreeMap::new();
    let (mut masks, mut numbers) = (vec![0], HashMap::from([(0u128, 0u32)]));
    let mut mask_of = Vec::with_capacity(problem.items.len() * spaces * days);
    for (item, it) in problem.items.iter().enumerate() {
        let (before, length) = (i32::from(it.before), i32::from(it.length));
        let rest = length + i32::from(it.after);
        let open = open.entry((it.before, it.length, it.after)).or_insert_with(|| {
            let mut lanes = vec![0; spaces * days];
            for (space, there) in problem.spaces.iter().enumerate() {
                for window in &there.windows {
                    let first = i32::from(window.opens).max(i32::from(window.from) + before);
                    let last = (i32::from(window.closes) - length).min(i32::from(window.until) - rest);
                    lanes[space * days + usize::from(window.day)] |= range(first, last);
                }
            }
            lanes
        });
        let there = there.entry((it.team, it.before, rest)).or_insert_with(|| {
            let mut on = vec![0; days];
            for (day, from, until) in &problem.teams[it.team].available {
                on[usize::from(*day)] |= range(i32::from(*from) + before, i32::from(*until) - rest);
            }
            on
        });
        let allowed = |day: usize| day >= problem.first_day && it.days.as_ref().is_none_or(|days| days.contains(&day));
        let days_ok: Vec<bool> = (0..days).map(allowed).collect();
        for space in 0..spaces {
            let fits = it.fixed.is_none() && problem.refusals_of_space(item, space).is_empty();
            for day in 0..days {
                let mask = if fits && days_ok[day] { open[space * days + day] & there[day] } else { 0 };
                let next = masks.len() as u32;
                let number = *numbers.entry(mask).or_insert(next);
                if number == next {
                    masks.push(mask);
                }
                mask_of.push(number);
            }
        }
    }
    (masks, mask_of)
}

/// The rows in which items meet, and how many each can hold.
struct Rows {
    at: Vec<u32>,
    persons: Lists<Shared>,
    crews: Lists<Shared>,
    soft_groups: Lists<Shared>,
    hard_groups: Lists<Shared>,
    person_row: usize,
    count: usize,
}

impl Rows {
    fn new(problem: &Problem) -> Rows {
        let (items, days) = (problem.items.len(), problem.days);
        let mut most = Vec::new();
        for (number, space) in problem.spaces.iter().enumerate() {
            // What is fixed may stand there against the rules; everything else fits side by side.
            let facts = problem.items.iter().filter(|it| it.fixed.is_some_and(|fixed| usize::from(fixed.place.space) == number)).count();
            most.extend(vec![items.min(usize::from(space.pitches) * problem.slots + facts); days]);
        }
        let mut rows_of = |members: &mut dyn Iterator<Item = (usize, usize)>, count: usize| {
            let first = most.len();
            let mut sizes = vec![0; count];
            let mut of = vec![Vec::new(); items];
            for (which, item) in members {
                sizes[which] += 1;
                of[item].push((first + which * days) as u32);
            }
            most.extend(sizes.into_iter().flat_map(|size| vec![size; days]));
            of
        };
        let each = |pick: fn(&super::problem::Item) -> &[usize]| {
            problem.items.iter().enumerate().flat_map(move |(item, it)| pick(it).iter().map(move |which| (*which, item)))
        };
        let crews = rows_of(&mut each(|it| &it.crews), problem.crews.len());
        let grouped = |hard: bool| {
            let groups = problem.groups.iter().enumerate().filter(move |(_, group)| group.weight.is_none() == hard);
            groups.flat_map(|(number, group)| group.items.iter().map(move |item| (number, *item)))
        };
        let soft = rows_of(&mut grouped(false), problem.groups.len());
        let hard = rows_of(&mut grouped(true), problem.groups.len());
        let persons = rows_of(&mut each(|it| &it.persons), problem.people);
        let person_row = most.len() - problem.people * days;
        let mut at = vec![0];
        at.extend(most.iter().scan(0u32, |end, size| {
            *end += *size as u32;
            Some(*end)
        }));
        let plain =
            |rows: Vec<Vec<u32>>| Lists::new(rows.into_iter().map(|of| of.into_iter().map(|row| Shared { row, weight: 0 }).collect()));
        let first = problem.spaces.len() * days;
        let sized = |row: u32| i32::from(problem.crews[(row as usize - first) / days]);
        let soft_first = first + problem.crews.len() * days;
        let weight = |row: u32| problem.groups[(row as usize - soft_first) / days].weight.unwrap_or(0);
        Rows {
            count: most.len(),
            at,
            persons: plain(persons),
            crews: Lists::new(crews.into_iter().map(|of| of.into_iter().map(|row| Shared { row, weight: sized(row) }).collect())),
            soft_groups: Lists::new(soft.into_iter().map(|of| of.into_iter().map(|row| Shared { row, weight: weight(row) }).collect())),
            hard_groups: plain(hard),
            person_row,
        }
    }
}
