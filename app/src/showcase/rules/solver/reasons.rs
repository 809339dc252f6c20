//! Why an item is where it is, why it is not elsewhere, and what would have to give way for it: as types with numbers, for others
//! to put into words.
//!
//! Every reason is of one plan as it stands and is exact: what is said to be in the way is, and a need said to be the only one
//! in the way would place the item if it were released. It changes nothing.

use std::collections::BTreeMap;

use super::{
    board::Board,
    ground::Ground,
    problem::{Place, Plan, Problem, Rule, Soft},
    score::Score,
};

/// One thing that refuses a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    pub rule: Rule,
    pub by: By,
}

/// Who or what refuses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The item's own limits, or the hours of the space or team.
    Itself,
    /// Persons, against what the space holds.
    Numbers { need: u32, have: u32 },
    /// What the space does not have.
    Feature(usize),
    /// What stands there, or must come before or after.
    Item(usize),
    /// Somebody both need.
    Person { person: usize, item: usize },
}

/// What would have to give way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Rule(Rule),
    Feature(usize),
    Person(usize),
}

/// Why an item waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The spaces that have what it needs, whenever they are open.
    pub spaces: Vec<usize>,
    /// How many places each need refuses, alone or with others, of all there are.
    pub refused: BTreeMap<Need, usize>,
    pub places: usize,
    /// The needs of which each, released alone, would place it as things stand: with how many places, and the one that costs least.
    pub releases: Vec<Release>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    pub need: Need,
    pub places: usize,
    pub at: Place,
    pub cost: i32,
}

/// What an item's place costs, by wish, against the best it could have instead as things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    pub costs: Vec<(Soft, i64)>,
    pub next: Option<(Place, Vec<(Soft, i64)>)>,
}

/// A place for an item that others stand in the way of, and where those could go instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    pub at: Place,
    /// Those in the way; none beside one that has no other place then.
    pub moves: Vec<(usize, Option<Place>)>,
    /// What it adds to the soft costs, if all of them have a place.
    pub cost: i32,
}

impl Swap {
    /// Everybody has a place.
    pub fn is_whole(&self) -> bool {
        self.moves.iter().all(|(_, to)| to.is_some())
    }
}

/// The most that are asked to go for one item: who moves more does better with a new plan.
const TOGETHER: usize = 2;
/// So many different sets are tried, beginning with the smallest and cheapest; each costs a look at every place of each in it.
const SETS: usize = 24;

/// A plan that can be asked.
pub struct Reasons<'a> {
    problem: &'a Problem,
    ground: Ground,
    board: Board,
    plan: Plan,
}

impl<'a> Reasons<'a> {
    /// The plan must be for this problem.
    pub fn new(problem: &'a Problem, plan: &Plan) -> Reasons<'a> {
        let ground = Ground::new(problem);
        let mut board = Board::new(&ground);
        for (item, at) in plan.iter().enumerate() {
            if let Some(at) = at {
                let cost = board.cost(&ground, item, *at);
                board.insert(&ground, item, *at, cost);
            }
        }
        Reasons { problem, ground, board, plan: plan.clone() }
    }

    /// The board without an item.
    fn without(&self, item: usize) -> Board {
        let mut board = self.board.clone();
        board.remove(&self.ground, item);
        board
    }

    /// All that refuses an item a place. Nothing, if it could be there.
    pub fn why_not(&self, item: usize, at: Place) -> Vec<Refusal> {
        self.refusals(&self.without(item), item, at)
    }

    /// The same of many places, in their order.
    pub fn why_not_each(&self, item: usize, places: &[Place]) -> Vec<Vec<Refusal>> {
        let board = self.without(item);
        places.iter().map(|at| self.refusals(&board, item, *at)).collect()
    }

    fn refusals(&self, board: &Board, item: usize, at: Place) -> Vec<Refusal> {
        let (it, space) = (&self.problem.items[item], &self.problem.spaces[usize::from(at.space)]);
        let mut found = Vec::new();
        for rule in self.problem.static_refusals(item, at) {
            match rule {
                Rule::Capacity => found.push(Refusal { rule, by: By::Numbers { need: it.people, have: space.capacity } }),
                Rule::Features => {
                    let missing = it.features.iter().filter(|feature| !space.features.contains(feature));
                    found.extend(missing.map(|feature| Refusal { rule, by: By::Feature(*feature) }));
                }
                _ => found.push(Refusal { rule, by: By::Itself }),
            }
        }
        for (other, rule) in board.everybody_in_the_way(&self.ground, item, at) {
            if rule == Rule::Person {
                let shared = it.persons.iter().filter(|person| self.problem.items[other].persons.contains(person));
                found.extend(shared.map(|person| Refusal { rule, by: By::Person { person: *person, item: other } }));
            } else {
                found.push(Refusal { rule, by: By::Item(other) });
            }
        }
        found
    }

    /// Every place there is, whether allowed or not, as long as the item lies within the day.
    fn places(&self, item: usize) -> impl Iterator<Item = Place> {
        let (it, slots) = (&self.problem.items[item], self.problem.slots);
        let last = (slots + 1).saturating_sub(usize::from(it.length) + usize::from(it.after));
        let starts = usize::from(it.before)..last;
        let lanes = (0..self.problem.spaces.len()).flat_map(|space| (0..self.problem.days).map(move |day| (space, day)));
        lanes.flat_map(move |(space, day)| {
            starts.clone().map(move |start| Place { space: space as u16, day: day as u8, start: start as u8 })
        })
    }

    /// Why an item waits, and what would place it.
    pub fn why_nowhere(&self, item: usize) -> Waiting {
        let board = self.without(item);
        let spaces = (0..self.problem.spaces.len()).filter(|space| self.problem.refusals_of_space(item, *space).is_empty()).collect();
        let mut waiting = Waiting { spaces, refused: BTreeMap::new(), places: 0, releases: Vec::new() };
        let mut releases: BTreeMap<Need, Release> = BTreeMap::new();
        for at in self.places(item) {
            waiting.places += 1;
            let mut needs: Vec<Need> = self.refusals(&board, item, at).into_iter().map(Need::from).collect();
            needs.sort();
            needs.dedup();
            if let [need] = needs.as_slice() {
                let cost = board.cost(&self.ground, item, at);
                let release = releases.entry(need.clone()).or_insert(Release { need: need.clone(), places: 0, at, cost });
                release.places += 1;
                if cost < release.cost {
                    (release.at, release.cost) = (at, cost);
                }
            }
            for need in needs {
                *waiting.refused.entry(need).or_default() += 1;
            }
        }
        waiting.releases = releases.into_values().collect();
        waiting.releases.sort_by_key(|release| std::cmp::Reverse(release.places));
        waiting
    }

    /// Places an item could have as things stand, with what each would cost; those nearest to a place first: in the same space,
    /// then on the same day, then by time.
    pub fn nearest(&self, item: usize, to: Place, most: usize) -> Vec<(Place, i32)> {
        let board = self.without(item);
        let mut free: Vec<Place> = self.free(&board, item).filter(|at| *at != to).collect();
        let slots = self.problem.slots;
        free.sort_by_key(|at| (at.day != to.day, at.space != to.space, at.instant(slots).abs_diff(to.instant(slots)), at.space));
        free.into_iter().take(most).map(|at| (at, board.cost(&self.ground, item, at))).collect()
    }

    /// Where an item could be if others went elsewhere: those swaps first that leave nobody waiting, then those with fewest others, then
    /// the cheapest. Nothing, if it could be somewhere as things stand. Where several side by side are too many, one choice of those that
    /// would have to go is looked at.
    pub fn swaps(&self, item: usize, most: usize) -> Vec<Swap> {
        let board = self.without(item);
        // Of all places that the same ones stand in the way of, the cheapest.
        let mut sets: BTreeMap<Vec<u16>, (i32, Place)> = BTreeMap::new();
        for at in self.places(item).filter(|at| self.ground.is_legal(item, *at)) {
            let Some(found) = board.in_the_way(&self.ground, item, at, TOGETHER) else { continue };
            if found.is_empty() {
                return Vec::new();
            }
            let mut set = found.items().to_vec();
            set.sort_unstable();
            let offer = (board.cost(&self.ground, item, at), at);
            sets.entry(set).and_modify(|best| *best = offer.min(*best)).or_insert(offer);
        }
        let mut sets: Vec<_> = sets.into_iter().map(|(set, (cost, at))| (set.len(), cost, at, set)).collect();
        sets.sort();
        let mut swaps: Vec<Swap> = sets.into_iter().take(SETS).map(|(_, _, at, set)| self.swap(board.clone(), item, at, &set)).collect();
        swaps.sort_by_key(|it| (!it.is_whole(), it.moves.len(), it.cost, it.at));
        swaps.truncate(most);
        swaps
    }

    /// Puts an item at a place, and each of those in its way where it then costs least, one after the other.
    fn swap(&self, mut board: Board, item: usize, at: Place, set: &[u16]) -> Swap {
        let before = board.soft;
        for other in set {
            board.remove(&self.ground, usize::from(*other));
        }
        let cost = board.cost(&self.ground, item, at);
        board.insert(&self.ground, item, at, cost);
        let mut moves = Vec::new();
        for other in set.iter().map(|other| usize::from(*other)) {
            let best = self.free(&board, other).map(|to| (board.cost(&self.ground, other, to), to)).min();
            if let Some((cost, to)) = best {
                board.insert(&self.ground, other, to, cost);
            }
            moves.push((other, best.map(|(_, to)| to)));
        }
        Swap { at, moves, cost: (board.soft - before) as i32 }
    }

    fn free<'b>(&'b self, board: &'b Board, item: usize) -> impl Iterator<Item = Place> + 'b {
        self.places(item)
            .filter(move |at| self.ground.is_legal(item, *at))
            .filter(move |at| board.everybody_in_the_way(&self.ground, item, *at).is_empty())
    }

    /// Why an item is where it is; nothing if it waits.
    pub fn why_here(&self, item: usize) -> Option<Here> {
        let here = self.plan.get(item).copied().flatten()?;
        let board = self.without(item);
        let next = self.free(&board, item).filter(|at| *at != here).min_by_key(|at| (board.cost(&self.ground, item, *at), *at));
        Some(Here { costs: self.costs_at(item, here), next: next.map(|at| (at, self.costs_at(item, at))) })
    }

    /// What being there adds, by wish. Less than nothing where it helps.
    fn costs_at(&self, item: usize, at: Place) -> Vec<(Soft, i64)> {
        let mut plan = self.plan.clone();
        plan[item] = None;
        let without = Score::of(self.problem, &plan).soft;
        plan[item] = Some(at);
        let mut with = Score::of(self.problem, &plan).soft;
        for (soft, cost) in without {
            *with.entry(soft).or_default() -= cost;
        }
        with.into_iter().filter(|(_, cost)| *cost != 0).collect()
    }
}

impl From<Refusal> for Need {
    fn from(refusal: Refusal) -> Need {
        match refusal.by {
            By::Feature(feature) => Need::Feature(feature),
            By::Person { person, .. } => Need::Person(person),
            _ => Need::Rule(refusal.rule),
        }
    }
}
