//! What the solver promises, on small problems made by hand, on tiny ones by chance, and on made-up showcases.

mod event;
mod file;
mod known;
mod reasons;
mod search;

use super::{
    dice::Dice,
    problem::{Fixed, Group, Item, Noise, Order, Place, Plan, Problem, Soft, Space, Team, Variety, Why, Window},
    solve,
};

fn at(space: u16, day: u8, start: u8) -> Place {
    Place { space, day, start }
}

/// An hour for the public, nothing else asked.
fn item() -> Item {
    Item { length: 2, priority: 1, ..Item::default() }
}

fn pinned(place: Place) -> Item {
    Item { fixed: Some(Fixed { place, why: Why::Pin }), ..item() }
}

/// One pitch for a hundred persons, open from slot 0 to `until` on both days.
fn space(until: u8) -> Space {
    let window = |day| Window { day, opens: 0, closes: until, from: 0, until };
    Space { capacity: 100, pitches: 1, windows: vec![window(0), window(1)], ..Space::default() }
}

/// Two days, one team that is always there, nobody travels.
fn problem(items: Vec<Item>, spaces: Vec<Space>) -> Problem {
    let none = |soft| Variety { soft, lines: Vec::new() };
    Problem {
        days: 2,
        slots: 8,
        items,
        travel: vec![vec![0; spaces.len()]; spaces.len()],
        spaces,
        teams: vec![Team { available: vec![(0, 0, 8), (1, 0, 8)] }],
        people: 2,
        crews: Vec::new(),
        groups: Vec::new(),
        orders: Vec::new(),
        opening: None,
        first_day: 0,
        by_day: none(Soft::TeamDays),
        by_site: none(Soft::TeamSites),
        by_district: none(Soft::Districts),
        day_costs: Vec::new(),
        person_slots: 8,
        person_weight: 0,
    }
}

/// The plan after so many tries of two searches.
fn solved(problem: &Problem, tries: u64) -> Plan {
    solve(problem, &[1, 2], &|it| it.tries as f64 / tries as f64)
}

/// Four items, two spaces, two days of five slots, and any rule there is.
fn by_chance(seed: u64) -> Problem {
    let mut dice = Dice::new(seed);
    let mut one_in = |n: usize| dice.below(n) == 0;
    let mut some = |n: usize| -> Vec<usize> { (0..n).filter(|_| one_in(2)).collect() };
    let (persons, crews, features) = ([some(2), some(2), some(2), some(2)], [some(1), some(1), some(1), some(1)], [some(1), some(1)]);
    let mut items: Vec<Item> = (0..4).map(|_| item()).collect();
    for (number, it) in items.iter_mut().enumerate() {
        (it.before, it.length, it.after) = (dice.below(2) as u8, 1 + dice.below(2) as u8, dice.below(2) as u8);
        it.priority = 1 + dice.below(3) as i32;
        it.people = 40 * dice.below(3) as u32;
        it.persons = persons[number].clone();
        it.crews = crews[number].clone();
        it.features = if dice.below(4) == 0 { vec![0] } else { Vec::new() };
        it.noise = [Noise::Any, Noise::Quiet, Noise::Amplified, Noise::Both][dice.below(4)];
        it.exclusive = dice.below(8) == 0;
        it.start_costs = vec![(Soft::Hours, (0..10).map(|_| dice.below(4) as i32).collect())];
        it.space_costs = vec![(Soft::SpaceWished, (0..2).map(|_| dice.below(4) as i32).collect())];
        it.days = (dice.below(5) == 0).then(|| vec![dice.below(2)]);
        (it.by_day, it.by_site, it.by_district) = (Some(number % 2), Some(number % 2), Some(0));
    }
    let mut spaces = vec![space(5), space(4)];
    for (number, it) in spaces.iter_mut().enumerate() {
        (it.site, it.district, it.pitches) = (number, number, 1 + dice.below(2) as u16);
        it.features = features[number].clone();
    }
    let mut problem = problem(items, spaces);
    problem.slots = 5;
    problem.teams[0].available = vec![(0, 0, 5), (1, dice.below(2) as u8, 5)];
    problem.crews = vec![1 + dice.below(2) as u16];
    let way = dice.below(3) as u8;
    problem.travel = vec![vec![0, way], vec![way, 0]];
    if dice.below(3) == 0 {
        // It is never given up for others, so it must be worth more than all of them.
        problem.opening = Some(0);
        problem.items[0].priority = 10;
    }
    problem.orders = if dice.below(2) == 0 { vec![Order { before: 1, after: 2, gap: dice.below(2) as u8 }] } else { Vec::new() };
    problem.groups = vec![Group { weight: if dice.below(2) == 0 { None } else { Some(3) }, items: vec![1, 3] }];
    problem.by_day.lines = vec![vec![0, 0, 5]; 2];
    problem.by_site.lines = vec![vec![0, 0, 4]; 2];
    problem.by_district.lines = vec![vec![6, 3, 0]];
    problem.day_costs = vec![3, 0, 0, 2, 5];
    (problem.person_slots, problem.person_weight) = (3, 2);
    problem
}

/// Every place there is, legal or not.
fn everywhere(problem: &Problem) -> Vec<Place> {
    let (days, slots) = (problem.days as u8, problem.slots as u8);
    let lanes = (0..problem.spaces.len() as u16).flat_map(|space| (0..days).map(move |day| (space, day)));
    lanes.flat_map(|(space, day)| (0..slots).map(move |start| Place { space, day, start })).collect()
}
