//! Several searches side by side, a thread each: what the application calls.

use std::sync::Arc;

use super::{
    ground::Ground,
    problem::{Item, Plan, Problem},
    search::{STRIDE, Search},
};

/// All go on from the best of them after each leg. A repair has few good plans, and a search that missed them needs another start.
const LEGS: usize = 2;
const REPAIR_LEGS: usize = 4;
/// For so many that lose their published place a repair may move one other, if that is worth its price.
const OTHERS: usize = 3;

/// How far one of the searches is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Tries it has made.
    pub tries: u64,
    /// Priorities not placed, and soft cost as the search weighs it, of its best plan so far.
    pub unplaced: i64,
    pub soft: i64,
}

/// The best plan found by one search for each seed. It breaks no rule, but where what is fixed does so already: ask
/// [`super::check::obstacles`] first.
///
/// `pace` says which share of the whole is over: 0 at the beginning, 1 or more to end at once. Each search asks it every few hundred
/// tries. By a clock it makes the best of a time; `|it| it.tries as f64 / all` makes a plan that is the same every time.
pub fn solve(problem: &Problem, seeds: &[u64], pace: &(dyn Fn(Progress) -> f64 + Sync)) -> Plan {
    let mut ground = Ground::new(problem);
    ground.leeway = leeway(problem);
    let ground = Arc::new(ground);
    let mut searches: Vec<Search> = seeds.iter().map(|seed| Search::new(problem, ground.clone(), *seed)).collect();
    let legs = if problem.is_repair() { REPAIR_LEGS } else { LEGS };
    for leg in 0..legs {
        std::thread::scope(|scope| {
            for search in &mut searches {
                scope.spawn(move || walk(search, (leg, legs), pace));
            }
        });
        if let Some(best) = searches.iter().min_by_key(|search| search.count()).map(|search| (search.best(), search.count())) {
            searches.iter_mut().for_each(|search| search.adopt(&best.0, best.1));
        }
    }
    searches.first().map_or_else(|| vec![None; problem.items.len()], Search::best)
}

/// How many a repair moves for their price alone.
fn leeway(problem: &Problem) -> usize {
    let is_lost = |(item, it): (usize, &Item)| it.published.is_some_and(|was| !problem.static_refusals(item, was).is_empty());
    let lost = problem.items.iter().enumerate().filter(|it| is_lost(*it)).count();
    lost + lost.div_ceil(OTHERS)
}

/// One leg of so many of a search.
fn walk(search: &mut Search, (leg, legs): (usize, usize), pace: &(dyn Fn(Progress) -> f64 + Sync)) {
    if leg > 0 {
        search.reheat();
    }
    loop {
        let (unplaced, soft) = search.count();
        let share = pace(Progress { tries: search.tries(), unplaced, soft }) * legs as f64 - leg as f64;
        if share >= 1.0 {
            break;
        }
        search.cool(share);
        search.run(STRIDE);
    }
}
