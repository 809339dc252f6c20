//! Counts a whole plan anew from the problem alone: hard rules broken, priorities not placed, soft costs, each by rule.
//!
//! It shares nothing with the search, which keeps its own sums: tests compare the two. It takes any plan, however bad.

use std::collections::{BTreeMap, BTreeSet};

use super::problem::{Place, Plan, Problem, Rule, Soft, Variety};

/// Smaller is better, in this order: broken rules, priorities not placed, soft cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub hard: BTreeMap<Rule, i64>,
    pub unplaced: i64,
    pub soft: BTreeMap<Soft, i64>,
}

impl Score {
    pub fn hard_sum(&self) -> i64 {
        self.hard.values().sum()
    }

    pub fn soft_sum(&self) -> i64 {
        self.soft.values().sum()
    }

    /// Counts all of it.
    pub fn of(problem: &Problem, plan: &Plan) -> Score {
        let mut counting = Counting { problem, score: Score::default(), placed: Vec::new() };
        for (item, at) in plan.iter().enumerate() {
            match at {
                Some(at) => counting.placed.push(Placed::new(problem, item, *at)),
                None => counting.score.unplaced += i64::from(problem.items[item].priority),
            }
        }
        counting.each();
        counting.pairs();
        counting.crowds();
        counting.groups();
        counting.orders(plan);
        counting.past(plan);
        counting.own_wishes();
        counting.varieties();
        counting.loads();
        counting.score
    }
}

/// An item with its slots, wide enough for any plan.
#[derive(Clone, Copy)]
struct Placed {
    item: usize,
    at: Place,
    from: i32,
    start: i32,
    end: i32,
    until: i32,
}

impl Placed {
    fn new(problem: &Problem, item: usize, at: Place) -> Placed {
        let it = &problem.items[item];
        let (start, end) = (i32::from(at.start), i32::from(at.start) + i32::from(it.length));
        Placed { item, at, start, end, from: start - i32::from(it.before), until: end + i32::from(it.after) }
    }

    /// Both open to the public at once.
    fn meets(&self, other: &Placed) -> bool {
        self.at.day == other.at.day && self.start < other.end && other.start < self.end
    }

    /// Set-up and clearing counted.
    fn crosses(&self, other: &Placed) -> bool {
        self.at.day == other.at.day && self.from < other.until && other.from < self.until
    }

    fn covers(&self, day: u8, slot: i32) -> bool {
        self.at.day == day && self.from <= slot && slot < self.until
    }
}

struct Counting<'a> {
    problem: &'a Problem,
    score: Score,
    placed: Vec<Placed>,
}

impl Counting<'_> {
    fn broken(&mut self, rule: Rule, count: usize) {
        if count > 0 {
            *self.score.hard.entry(rule).or_default() += count as i64;
        }
    }

    fn wished(&mut self, soft: Soft, cost: i32) {
        if cost != 0 {
            *self.score.soft.entry(soft).or_default() += i64::from(cost);
        }
    }

    /// What is wrong with a place by itself; a pin besides.
    fn each(&mut self) {
        let problem = self.problem;
        for placed in self.placed.clone() {
            let it = &problem.items[placed.item];
            let there = &problem.spaces[usize::from(placed.at.space)];
            self.broken(Rule::Features, it.features.iter().filter(|feature| !there.features.contains(feature)).count());
            let by_space = problem.refusals_of_space(placed.item, usize::from(placed.at.space));
            let by_time = problem.refusals_of_time(placed.item, placed.at);
            for rule in by_space.into_iter().chain(by_time).filter(|rule| !matches!(rule, Rule::Features | Rule::Past)) {
                self.broken(rule, 1);
            }
            let pinned = it.fixed.filter(|fixed| fixed.why == super::problem::Why::Pin);
            self.broken(Rule::Pinned, usize::from(pinned.is_some_and(|pin| pin.place != placed.at)));
        }
    }

    fn pairs(&mut self) {
        let problem = self.problem;
        for (number, a) in self.placed.clone().iter().enumerate() {
            for b in &self.placed.clone()[number + 1..] {
                if a.at.day != b.at.day {
                    continue;
                }
                let (one, two) = (&problem.items[a.item], &problem.items[b.item]);
                let (here, there) = (usize::from(a.at.space), usize::from(b.at.space));
                if here == there && a.crosses(b) {
                    self.broken(Rule::SpaceTaken, usize::from(problem.spaces[here].pitches <= 1));
                    self.broken(Rule::Noise, usize::from(one.noise.disturbs(two.noise)));
                }
                if one.persons.iter().any(|person| two.persons.contains(person)) {
                    let after = |ends: i32, way: u8, begins: i32| ends + i32::from(way) <= begins;
                    let apart = after(a.until, problem.travel[here][there], b.from) || after(b.until, problem.travel[there][here], a.from);
                    self.broken(Rule::Person, usize::from(!apart));
                }
                if a.meets(b) {
                    self.broken(Rule::Exclusive, usize::from(one.exclusive) + usize::from(two.exclusive));
                }
            }
        }
    }

    /// Spaces with several pitches, and crews: counted where an item begins and finds too many.
    fn crowds(&mut self) {
        let problem = self.problem;
        for placed in self.placed.clone() {
            let it = &problem.items[placed.item];
            let there = &problem.spaces[usize::from(placed.at.space)];
            let now: Vec<usize> =
                self.placed.iter().filter(|other| other.covers(placed.at.day, placed.from)).map(|other| other.item).collect();
            if there.pitches > 1 {
                let beside = |item: &&usize| self.placed.iter().any(|other| other.item == **item && other.at.space == placed.at.space);
                let here: Vec<&usize> = now.iter().filter(beside).collect();
                let people: u64 = here.iter().map(|item| u64::from(problem.items[**item].people)).sum();
                let (many, much) =
                    (here.len() > usize::from(there.pitches), it.people <= there.capacity && people > u64::from(there.capacity));
                self.broken(Rule::SpaceTaken, usize::from(many));
                self.broken(Rule::Capacity, usize::from(much));
            }
            for crew in &it.crews {
                let busy = now.iter().filter(|item| problem.items[**item].crews.contains(crew)).count();
                self.broken(Rule::Crew, usize::from(busy > usize::from(problem.crews[*crew])));
            }
        }
    }

    fn groups(&mut self) {
        let problem = self.problem;
        let by_item: BTreeMap<usize, Placed> = self.placed.iter().map(|placed| (placed.item, *placed)).collect();
        let mut never = BTreeSet::new();
        for group in &problem.groups {
            let members: Vec<&Placed> = group.items.iter().filter_map(|item| by_item.get(item)).collect();
            for (number, a) in members.iter().enumerate() {
                for b in members[number + 1..].iter().filter(|b| a.meets(b)) {
                    match group.weight {
                        Some(weight) => self.wished(Soft::NotTogether, weight),
                        None => drop(never.insert((a.item.min(b.item), a.item.max(b.item)))),
                    }
                }
            }
        }
        self.broken(Rule::NotTogether, never.len());
    }

    fn orders(&mut self, plan: &Plan) {
        let problem = self.problem;
        if let Some((opening, at)) = problem.opening.and_then(|opening| Some((opening, plan[opening]?))) {
            // Compared as day, then slot: an opening that ran past its day would not reach into the next.
            let ends = (at.day, i32::from(at.start) + i32::from(problem.items[opening].length));
            let early = self.placed.iter().filter(|it| it.item != opening && (it.at.day, it.start) < ends).count();
            self.broken(Rule::BeforeOpening, early);
        }
        for order in &problem.orders {
            let (Some(one), Some(two)) = (plan[order.before], plan[order.after]) else { continue };
            let ends = usize::from(one.start) + usize::from(problem.items[order.before].length) + usize::from(order.gap);
            let kept = one.day < two.day || (one.day == two.day && ends <= usize::from(two.start));
            self.broken(Rule::Order, usize::from(!kept));
        }
    }

    fn past(&mut self, plan: &Plan) {
        let first = self.problem.first_day;
        let is_past = |at: Option<Place>| at.is_some_and(|at| usize::from(at.day) < first);
        let changed =
            self.problem.items.iter().zip(plan).filter(|(it, now)| it.published != **now && (is_past(it.published) || is_past(**now)));
        let changed = changed.count();
        self.broken(Rule::Past, changed);
    }

    fn own_wishes(&mut self) {
        for placed in self.placed.clone() {
            for (soft, cost) in self.problem.items[placed.item].own_costs(placed.at, self.problem.slots) {
                self.wished(soft, cost);
            }
        }
    }

    /// Different days, sites a day and districts of each line; how full the days are.
    fn varieties(&mut self) {
        let problem = self.problem;
        let (mut days, mut sites, mut districts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut on_day = vec![0; problem.days];
        for placed in &self.placed {
            let (it, there) = (&problem.items[placed.item], &problem.spaces[usize::from(placed.at.space)]);
            on_day[usize::from(placed.at.day)] += 1;
            days.entry(it.by_day).or_insert_with(BTreeSet::new).insert(placed.at.day);
            sites.entry((it.by_site, placed.at.day)).or_insert_with(BTreeSet::new).insert(there.site);
            districts.entry(it.by_district).or_insert_with(BTreeSet::new).insert(there.district);
        }
        let cost = |variety: &Variety, line: usize, count: usize| {
            let costs = &variety.lines[line];
            costs.get(count).or(costs.last()).copied().unwrap_or(0)
        };
        for line in 0..problem.by_day.lines.len() {
            self.wished(problem.by_day.soft, cost(&problem.by_day, line, days.get(&Some(line)).map_or(0, BTreeSet::len)));
        }
        for line in 0..problem.by_site.lines.len() {
            for day in 0..problem.days as u8 {
                self.wished(problem.by_site.soft, cost(&problem.by_site, line, sites.get(&(Some(line), day)).map_or(0, BTreeSet::len)));
            }
        }
        for line in 0..problem.by_district.lines.len() {
            self.wished(problem.by_district.soft, cost(&problem.by_district, line, districts.get(&Some(line)).map_or(0, BTreeSet::len)));
        }
        for count in on_day {
            let costs = &problem.day_costs;
            self.wished(Soft::DayBalance, costs.get(count).or(costs.last()).copied().unwrap_or(0));
        }
    }

    fn loads(&mut self) {
        let mut loads: BTreeMap<(usize, u8), i32> = BTreeMap::new();
        for placed in &self.placed {
            for person in &self.problem.items[placed.item].persons {
                *loads.entry((*person, placed.at.day)).or_default() += placed.until - placed.from;
            }
        }
        for load in loads.into_values() {
            self.wished(Soft::PersonLoad, (load - i32::from(self.problem.person_slots)).max(0) * self.problem.person_weight);
        }
    }
}
