//! What can be known before anything is searched: pins that cannot be, and needs that exceed what there is, by arithmetic.
//!
//! What is said here is certain. That nothing is said does not mean that everything can be placed.

use super::{
    board::Board,
    ground::Ground,
    problem::{Problem, Rule, Why},
};

/// A promise that cannot be kept, whatever else is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The item is pinned to where it may not be.
    Pin { item: usize, rules: Vec<Rule> },
    /// Two that stay are in each other's way.
    Clash { item: usize, other: usize, rule: Rule },
}

/// More is needed than there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bottleneck {
    /// No space and time at all fits this item.
    Nowhere { item: usize },
    /// These items can only be in these spaces, which are not open long enough for all of them. In slots.
    Room { items: Vec<usize>, spaces: Vec<usize>, needed: usize, offered: usize },
    /// This person has more work than slots in which it could be done.
    Person { person: usize, needed: usize, offered: usize },
}

/// Pins against the rules, and against each other.
pub fn obstacles(problem: &Problem) -> Vec<Obstacle> {
    let ground = Ground::new(problem);
    let mut board = Board::new(&ground);
    let mut found = Vec::new();
    let pinned = |item: usize| problem.items[item].fixed.is_some_and(|fixed| fixed.why == Why::Pin);
    for (item, it) in problem.items.iter().enumerate() {
        let Some(fixed) = it.fixed else { continue };
        if pinned(item) {
            let mut rules = problem.refusals_of_space(item, usize::from(fixed.place.space));
            rules.extend(problem.refusals_of_time(item, fixed.place));
            let past = it.published.filter(|was| usize::from(was.day) < problem.first_day && *was != fixed.place);
            if past.is_some() && !rules.contains(&Rule::Past) {
                rules.push(Rule::Past);
            }
            if !rules.is_empty() {
                found.push(Obstacle::Pin { item, rules });
            }
        }
        for (other, rule) in board.everybody_in_the_way(&ground, item, fixed.place) {
            if pinned(item) || pinned(other) {
                found.push(Obstacle::Clash { item, other, rule });
            }
        }
        board.insert(&ground, item, fixed.place, 0);
    }
    found
}

/// Needs above what is offered.
pub fn bottlenecks(problem: &Problem) -> Vec<Bottleneck> {
    let ground = Ground::new(problem);
    let free = |item: &usize| problem.items[*item].fixed.is_none();
    let mut found: Vec<_> =
        (0..ground.items).filter(free).filter(|item| ground.lanes.of(*item).is_empty()).map(|item| Bottleneck::Nowhere { item }).collect();
    found.extend(rooms(problem, &ground));
    found.extend(persons(problem, &ground));
    found
}

/// For every set of spaces and days that is all some item has: do the items that have no other fit into it together?
fn rooms(problem: &Problem, ground: &Ground) -> Vec<Bottleneck> {
    let lanes_of = |item: usize| ground.lanes.of(item).iter().map(|(lane, _)| *lane as usize);
    let width = (ground.spaces * ground.days).div_ceil(64);
    let sets: Vec<Vec<u64>> = (0..ground.items)
        .map(|item| {
            let mut set = vec![0u64; width];
            lanes_of(item).for_each(|lane| set[lane / 64] |= 1 << (lane % 64));
            set
        })
        .collect();
    let mut seen: Vec<&Vec<u64>> = Vec::new();
    let mut found = Vec::new();
    for (item, set) in sets.iter().enumerate() {
        if set.iter().all(|word| *word == 0) || seen.contains(&set) {
            continue;
        }
        seen.push(set);
        let within =
            |other: &usize| sets[*other].iter().zip(set).all(|(theirs, all)| theirs & !all == 0) && !ground.lanes.of(*other).is_empty();
        let items: Vec<usize> = (0..ground.items).filter(within).collect();
        let needed = items.iter().map(|item| problem.items[*item].occupied()).sum();
        let open = |lane: usize| {
            let (space, day) = (&problem.spaces[lane / ground.days], lane % ground.days);
            let windows = space.windows.iter().filter(|window| usize::from(window.day) == day);
            let slots = windows.fold(0u128, |mask, window| (window.from..window.until.min(128)).fold(mask, |mask, slot| mask | 1 << slot));
            slots.count_ones() as usize * usize::from(space.pitches)
        };
        let offered = lanes_of(item).map(open).sum();
        if needed > offered {
            let mut spaces: Vec<usize> = lanes_of(item).map(|lane| lane / ground.days).collect();
            spaces.dedup();
            found.push(Bottleneck::Room { items, spaces, needed, offered });
        }
    }
    found
}

/// Does the work of each person fit into the slots in which any of it could be done?
fn persons(problem: &Problem, ground: &Ground) -> Vec<Bottleneck> {
    let mut needed = vec![0; problem.people];
    let mut offered = vec![vec![0u128; ground.days]; problem.people];
    for (item, it) in problem.items.iter().enumerate().filter(|(_, it)| it.fixed.is_none()) {
        let mut reached = vec![0u128; ground.days];
        for (lane, mask) in ground.lanes.of(item) {
            let starts = ground.mask(*mask);
            for by in 0..it.occupied() as u32 {
                // From the first slot of set-up on.
                let set_up = starts.checked_shr(u32::from(it.before)).unwrap_or(0);
                reached[*lane as usize % ground.days] |= set_up.checked_shl(by).unwrap_or(0);
            }
        }
        for person in &it.persons {
            needed[*person] += it.occupied();
            offered[*person].iter_mut().zip(&reached).for_each(|(all, these)| *all |= these);
        }
    }
    let offered = offered.into_iter().map(|days| days.iter().map(|mask| mask.count_ones() as usize).sum::<usize>());
    let over = needed.into_iter().zip(offered).enumerate().filter(|(_, (needed, offered))| needed > offered);
    over.map(|(person, (needed, offered))| Bottleneck::Person { person, needed, offered }).collect()
}
