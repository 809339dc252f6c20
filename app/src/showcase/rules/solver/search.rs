//! The search: simulated annealing whose moves push out what is in the way and find it another place (ejection), so that a plan
//! never breaks a rule; what finds none waits, at a price that rises tenfold over a run so that nothing is left out for comfort.
//!
//! Any-time: [`Search::best`] is always a plan that keeps every rule. Repeatable: it cools by iterations, knows no clock, and its
//! chance comes from the seed. After S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by simulated annealing", 1983.

use std::sync::Arc;

use super::{
    board::{Board, NOWHERE},
    conflicts::{Conflicts, MOST},
    dice::Dice,
    ground::Ground,
    moves::{aligned, propose},
    problem::{Place, Plan, Problem},
};

/// Temperatures at which a run begins and ends, in soft cost.
const HOT: f64 = 5.0;
const COLD: f64 = 0.3;
/// At which a run begins that goes on from another's best; and the same of those that repair a published programme, where each move
/// has a price of 5 to 30 that must be overcome.
const REHEATED: f64 = 4.0;
const REPAIR: f64 = 12.0;
const REPAIR_REHEATED: f64 = 8.0;
/// What a unit of priority costs while its item waits: at the beginning of a run, and how many times as much at its end.
const PRICE: f64 = 40.0;
const PRICE_RISES: f64 = 10.0;
/// How fast one that waits becomes dearer (as a share of its price, at every look at the temperature), up to so many times: what is
/// long and of little priority would else be left out for good, since several others must go for it.
const PATIENCE_GROWS: f64 = 0.005;
const PATIENCE_MOST: f64 = 10.0;
/// Pushed out for one that moves, and for one that waits.
const PUSHED_BY_MOVE: usize = 2;
const PUSHED_BY_WAITING: usize = 5;
/// Places tried for one item before another is taken; places tried for one that was pushed out.
const TRIES: u32 = 8;
const RESCUES: usize = 6;
/// One step in so many is for what waits.
const WAITING_ODDS: usize = 4;
/// Tries between two looks at the temperature.
pub(super) const STRIDE: u64 = 512;

/// A search under way.
#[derive(Clone, Debug)]
pub struct Search {
    ground: Arc<Ground>,
    board: Board,
    dice: Dice,
    movable: Vec<u16>,
    waiting: Vec<u16>,
    /// How much more than its priority says an item counts, for having waited long.
    patience: Vec<f64>,
    best: Vec<Place>,
    best_count: (i64, i64),
    hot: f64,
    hot_again: f64,
    temperature: f64,
    /// What a unit of priority costs while its item waits.
    price: f64,
    tries: u64,
    logarithms: Vec<f64>,
}

impl Search {
    /// Places what is fixed or published, the opening, and what else finds a free place at once. `ground` is that of the problem.
    pub fn new(problem: &Problem, ground: Arc<Ground>, seed: u64) -> Search {
        let board = Board::new(&ground);
        // What fits nowhere waits, and no try is spent on it.
        let movable = (0..ground.items).filter(|item| !ground.stays[*item] && !ground.lanes.of(*item).is_empty());
        let movable = movable.map(|item| item as u16).collect();
        let (hot, hot_again) = if problem.is_repair() { (REPAIR, REPAIR_REHEATED) } else { (HOT, REHEATED) };
        // -ln of evenly spread chances, so that a try asks for no logarithm.
        let logarithms = (0..4096).map(|at| -((f64::from(at) + 0.5) / 4096.0).ln()).collect();
        let mut search = Search {
            best: board.place.clone(),
            best_count: (board.unplaced, board.soft),
            ground,
            board,
            dice: Dice::new(seed),
            movable,
            waiting: Vec::new(),
            patience: Vec::new(),
            hot,
            hot_again,
            temperature: hot,
            price: PRICE,
            tries: 0,
            logarithms,
        };
        search.patience = vec![1.0; search.ground.items];
        search.found(problem);
        search
    }

    /// The first plan.
    fn found(&mut self, problem: &Problem) {
        for (item, at) in self.ground.placed_before.clone() {
            self.put(usize::from(item), at);
        }
        let mut order: Vec<usize> = self.movable.iter().map(|item| usize::from(*item)).collect();
        let room = |item: &usize| self.ground.lanes.of(*item).len();
        order.sort_by_key(|item| (problem.items[*item].published.is_none(), room(item), *item));
        if let Some(opening) = problem.opening.filter(|opening| !self.ground.stays[*opening]) {
            order.retain(|item| *item != opening);
            self.open(opening, problem.items[opening].published);
        }
        for item in order {
            let published = problem.items[item].published.filter(|at| self.ground.is_legal(item, *at));
            let free = |search: &Search, at: &Place| search.board.in_the_way(&search.ground, item, *at, 0).is_some();
            match published.filter(|at| free(self, at)).or_else(|| self.rescue(item, NOWHERE, None, i32::MAX - 1).map(|(at, _)| at)) {
                Some(at) => self.put(item, at),
                None => self.waiting.push(item as u16),
            }
        }
        self.keep();
    }

    /// The opening goes first, as early as it can: later it would find everything in its way.
    fn open(&mut self, opening: usize, published: Option<Place>) {
        let mut starts = Vec::new();
        for (lane, _) in self.ground.lanes.of(opening) {
            let (space, day) = (*lane as usize / self.ground.days, *lane as usize % self.ground.days);
            let mask = self.ground.starts(opening, *lane as usize);
            let legal = (0..self.ground.slots as u8).filter(|start| mask >> start & 1 == 1);
            starts.extend(legal.map(|start| Place { space: space as u16, day: day as u8, start }));
        }
        starts.sort_by_key(|at| (Some(*at) != published, at.day, at.start, self.ground.own_cost(opening, *at), at.space));
        match starts.into_iter().find(|at| self.board.in_the_way(&self.ground, opening, *at, 0).is_some()) {
            Some(at) => self.put(opening, at),
            None => self.waiting.push(opening as u16),
        }
    }

    fn put(&mut self, item: usize, at: Place) {
        let cost = self.board.cost(&self.ground, item, at);
        self.board.insert(&self.ground, item, at, cost);
    }

    /// Makes so many tries, or a few more.
    pub fn run(&mut self, tries: u64) {
        let until = self.tries + tries;
        while self.tries < until {
            self.tries += if self.movable.is_empty() { tries } else { u64::from(self.step()) };
        }
    }

    /// Begins another run from the best plan.
    pub fn reheat(&mut self) {
        self.restore();
        self.hot = self.hot_again;
        self.cool(0.0);
    }

    /// Cools to where a run is after this share of it, 0 to 1.
    pub fn cool(&mut self, share: f64) {
        let share = share.clamp(0.0, 1.0);
        self.temperature = self.hot * (COLD / self.hot).powf(share);
        self.price = PRICE * PRICE_RISES.powf(share);
        for item in &self.waiting {
            let patience = &mut self.patience[usize::from(*item)];
            *patience = (*patience + PATIENCE_GROWS).min(PATIENCE_MOST);
        }
    }

    /// The best plan so far. It breaks no rule, but where what is past did.
    pub fn best(&self) -> Plan {
        self.best.iter().map(|at| (*at != NOWHERE).then_some(*at)).collect()
    }

    /// Priorities not placed, and soft cost, of the best plan.
    pub fn count(&self) -> (i64, i64) {
        self.best_count
    }

    /// Takes another search's best plan of the same problem if it is better.
    pub fn adopt(&mut self, plan: &Plan, count: (i64, i64)) {
        if count < self.best_count {
            self.best = plan.iter().map(|at| at.unwrap_or(NOWHERE)).collect();
            self.best_count = count;
        }
    }

    /// Tries made so far.
    pub fn tries(&self) -> u64 {
        self.tries
    }

    /// The best plan, put back item by item.
    fn restore(&mut self) {
        let changed: Vec<usize> = (0..self.ground.items).filter(|item| self.board.place[*item] != self.best[*item]).collect();
        for item in &changed {
            self.board.remove(&self.ground, *item);
        }
        for item in changed {
            if self.best[item] != NOWHERE {
                self.put(item, self.best[item]);
            }
        }
        self.waiting = self.movable.iter().copied().filter(|item| !self.board.is_placed(usize::from(*item))).collect();
    }

    #[inline]
    fn keep(&mut self) {
        let count = (self.board.unplaced, self.board.soft);
        if count < self.best_count {
            self.best_count = count;
            self.best.copy_from_slice(&self.board.place);
        }
    }

    /// What it costs that an item waits.
    fn price(&self, item: usize) -> i32 {
        (self.price * self.patience[item] * f64::from(self.ground.priority[item])) as i32
    }

    /// How much worse the next change may be.
    #[inline]
    fn mercy(&mut self) -> i32 {
        (self.temperature * self.logarithms[self.dice.below(4096)]) as i32
    }

    /// Takes one item out and tries some places for it; gives how many.
    #[inline]
    fn step(&mut self) -> u32 {
        let waits = !self.waiting.is_empty() && self.dice.below(WAITING_ODDS) == 0;
        let list = if waits { &self.waiting } else { &self.movable };
        let item = usize::from(list[self.dice.below(list.len())]);
        let old = self.board.place[item];
        let gain = if old == NOWHERE { self.price(item) } else { self.board.remove(&self.ground, item) };
        let most = if old == NOWHERE { PUSHED_BY_WAITING } else { PUSHED_BY_MOVE };
        for made in 1..=TRIES {
            // Half of the draws look for room, half push.
            let free = made & 2 != 0;
            let Some(at) = propose(&self.ground, &self.board, &mut self.dice, item, old, free) else { continue };
            let mercy = self.mercy();
            if at == old || self.ground.own_cost(item, at) > gain + mercy {
                continue;
            }
            let Some(others) = self.board.in_the_way(&self.ground, item, at, most) else { continue };
            let moved = if others.is_empty() {
                let cost = self.board.cost(&self.ground, item, at);
                let accepted = cost <= gain + mercy;
                if accepted {
                    self.board.insert(&self.ground, item, at, cost);
                }
                accepted
            } else {
                self.push_out(item, old, at, others, gain, mercy)
            };
            if moved {
                if old == NOWHERE {
                    self.waiting.retain(|waits| usize::from(*waits) != item);
                }
                self.keep();
                return made;
            }
        }
        if old != NOWHERE {
            self.board.insert(&self.ground, item, old, gain);
        }
        TRIES
    }

    /// Puts the item there, those in the way elsewhere or to wait, all or nothing: one judgement on the whole.
    fn push_out(&mut self, item: usize, old: Place, at: Place, others: Conflicts, gain: i32, mercy: i32) -> bool {
        let mut out = [(0usize, NOWHERE, 0i32); MOST];
        let out = &mut out[..others.items().len()];
        let mut worse = -gain;
        // Putting them back costs at least this much, if the places they left were worth something to the whole.
        let mut least = 0;
        for (slot, other) in out.iter_mut().zip(others.items()) {
            let other = usize::from(*other);
            let there = self.board.place[other];
            let cost = self.board.remove(&self.ground, other);
            *slot = (other, there, cost);
            worse -= cost;
            least += cost.min(0);
        }
        let cost = self.board.cost(&self.ground, item, at);
        worse += cost;
        let mut rescued = 0;
        if worse + least <= mercy {
            self.board.insert(&self.ground, item, at, cost);
            for (other, there, _) in out.iter() {
                match self.rescue(*other, *there, Some((item, old)), mercy - worse - least) {
                    Some((place, cost)) => {
                        self.board.insert(&self.ground, *other, place, cost);
                        worse += cost;
                    }
                    None => worse += self.price(*other),
                }
                rescued += 1;
                if worse + least > mercy {
                    break;
                }
            }
            if rescued == out.len() && worse <= mercy {
                self.waiting.extend(out.iter().map(|(other, ..)| *other).filter(|other| !self.board.is_placed(*other)).map(|it| it as u16));
                return true;
            }
            for (other, ..) in out[..rescued].iter().rev() {
                self.board.remove(&self.ground, *other);
            }
            self.board.remove(&self.ground, item);
        }
        for (other, there, cost) in out.iter().rev() {
            self.board.insert(&self.ground, *other, *there, *cost);
        }
        false
    }

    /// The cheapest free place of a few: what was just vacated, and some draws.
    fn rescue(&mut self, item: usize, old: Place, vacated: Option<(usize, Place)>, most: i32) -> Option<(Place, i32)> {
        let (mut found, mut bound) = (None, most + 1);
        let tries = if vacated.is_some() { RESCUES } else { 8 * RESCUES };
        for turn in 0..=tries {
            let at = match vacated {
                Some((by, there)) if turn == 0 => aligned(&self.ground, item, by, there),
                _ => propose(&self.ground, &self.board, &mut self.dice, item, old, true),
            };
            let Some(at) = at else { continue };
            if self.ground.own_cost(item, at) >= bound {
                continue;
            }
            if self.board.in_the_way(&self.ground, item, at, 0).is_none() {
                continue;
            }
            let cost = self.board.cost(&self.ground, item, at);
            if cost < bound {
                (found, bound) = (Some((at, cost)), cost);
            }
        }
        found
    }
}
