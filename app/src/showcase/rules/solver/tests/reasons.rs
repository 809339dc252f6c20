//! Why here, why not there, why nowhere: every answer is true of the plan it was asked of.

use proptest::prelude::*;

use super::{
    super::{
        problem::Rule,
        reasons::{By, Need, Reasons, Refusal, Swap},
        score::Score,
    },
    *,
};

#[test]
fn a_place_is_refused_with_the_rule_and_whoever_stands_for_it() {
    let mut talk = Item { people: 150, features: vec![3], persons: vec![1], ..item() };
    talk.before = 1;
    let mut problem = problem(vec![talk, Item { persons: vec![1], ..item() }, item()], vec![space(8), space(8)]);
    problem.travel = vec![vec![0, 1], vec![1, 0]];
    let plan = vec![None, Some(at(1, 0, 3)), Some(at(0, 0, 2))];
    let reasons = Reasons::new(&problem, &plan);
    let refusal = |rule, by| Refusal { rule, by };
    assert_eq!(
        reasons.why_not(0, at(0, 0, 1)),
        [
            refusal(Rule::Capacity, By::Numbers { need: 150, have: 100 }),
            refusal(Rule::Features, By::Feature(3)),
            refusal(Rule::SpaceTaken, By::Item(2)),
            refusal(Rule::Person, By::Person { person: 1, item: 1 }),
        ]
    );
    assert_eq!(reasons.why_not(2, at(0, 0, 7)), [refusal(Rule::SpaceClosed, By::Itself), refusal(Rule::TeamAway, By::Itself)]);
    assert_eq!(reasons.why_not(2, at(0, 0, 4)), []);
}

#[test]
fn what_waits_is_told_the_single_need_that_would_place_it() {
    // The hall with a projector is taken the whole time by what may not move; the others have none.
    let film = Item { features: vec![0], length: 4, ..item() };
    let long = |day| Item { length: 8, ..pinned(at(0, day, 0)) };
    let problem = problem(vec![film, long(0), long(1)], vec![Space { features: vec![0], ..space(8) }, space(8)]);
    let plan = solved(&problem, 1_000);
    assert_eq!(plan[0], None);
    let waiting = Reasons::new(&problem, &plan).why_nowhere(0);
    assert_eq!(waiting.spaces, [0]);
    let needs: Vec<(Need, usize)> = waiting.releases.iter().map(|it| (it.need.clone(), it.places)).collect();
    assert_eq!(needs, [(Need::Rule(Rule::SpaceTaken), 10), (Need::Feature(0), 10)]);
    let mut released = problem.clone();
    released.items[0].features.clear();
    assert!(solved(&released, 1_000)[0].is_some());
}

#[test]
fn what_waits_is_told_who_could_make_way_and_where_each_would_go() {
    // Only space 0 has the projector. On its first day a talk that needs none stands there; on its second a film that may not move.
    let film = Item { features: vec![0], length: 8, ..item() };
    let talk = Item { length: 4, ..item() };
    let late = Item { fixed: Some(Fixed { place: at(0, 1, 0), why: Why::Pin }), ..film.clone() };
    let mut problem = problem(vec![film, talk.clone(), late], vec![Space { features: vec![0], ..space(8) }, space(4)]);
    let plan = vec![None, Some(at(0, 0, 2)), Some(at(0, 1, 0))];
    let swaps = Reasons::new(&problem, &plan).swaps(0, 3);
    assert_eq!(swaps, [Swap { at: at(0, 0, 0), moves: vec![(1, Some(at(1, 0, 0)))], cost: 0 }]);
    // Two talks, and room for one of them elsewhere: the other would wait.
    problem.items.push(talk);
    problem.spaces[1].windows.truncate(1);
    let plan = vec![None, Some(at(0, 0, 0)), Some(at(0, 1, 0)), Some(at(0, 0, 4))];
    let swaps = Reasons::new(&problem, &plan).swaps(0, 3);
    assert_eq!((swaps.len(), &swaps[0].moves), (1, &vec![(1, Some(at(1, 0, 0))), (3, None)]));
    assert!(!swaps[0].is_whole());
    // What can be somewhere asks nobody to go.
    assert_eq!(Reasons::new(&problem, &plan).swaps(1, 3), []);
}

#[test]
fn a_place_is_told_by_its_costs_against_the_next_best() {
    let wished = Item {
        space_costs: vec![(Soft::SpaceWished, vec![4, 0, 4])],
        start_costs: vec![(Soft::Hours, (0..16).map(|slot| i32::from(slot < 4)).collect())],
        ..item()
    };
    let problem = problem(vec![wished], vec![space(2), space(2), space(8)]);
    // In space 1 and early: that costs an hour's wish; the next best would miss it or another one.
    let here = Reasons::new(&problem, &vec![Some(at(1, 0, 0))]).why_here(0).unwrap();
    assert_eq!(here.costs, [(Soft::Hours, 1)]);
    assert_eq!(here.next, Some((at(1, 1, 0), Vec::new())));
    assert_eq!(Reasons::new(&problem, &vec![None]).why_here(0), None);
}

#[test]
fn the_nearest_free_places_come_first() {
    let problem = problem(vec![item(), item()], vec![space(8), space(8)]);
    let plan = vec![Some(at(0, 0, 2)), Some(at(1, 0, 0))];
    let nearest: Vec<Place> = Reasons::new(&problem, &plan).nearest(1, at(0, 0, 2), 3).into_iter().map(|(place, _)| place).collect();
    assert_eq!(nearest, [at(0, 0, 0), at(0, 0, 4), at(0, 0, 5)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_place_is_free_exactly_when_nothing_refuses_it_and_a_release_is_one_need(seed: u64) {
        let problem = by_chance(seed);
        let plan = solved(&problem, 300);
        let reasons = Reasons::new(&problem, &plan);
        for item in 0..problem.items.len() {
            for place in everywhere(&problem) {
                let mut other = plan.clone();
                other[item] = Some(place);
                prop_assert_eq!(reasons.why_not(item, place).is_empty(), Score::of(&problem, &other).hard_sum() == 0);
            }
            for release in reasons.why_nowhere(item).releases {
                let needs: Vec<Need> = reasons.why_not(item, release.at).into_iter().map(Need::from).collect();
                prop_assert!(!needs.is_empty() && needs.iter().all(|need| *need == release.need));
            }
            let mut before = plan.clone();
            before[item] = None;
            for swap in reasons.swaps(item, 8) {
                let mut after = before.clone();
                after[item] = Some(swap.at);
                swap.moves.iter().for_each(|(other, to)| after[*other] = *to);
                let (was, is) = (Score::of(&problem, &before), Score::of(&problem, &after));
                prop_assert_eq!(is.hard_sum(), 0, "nothing is in the way afterwards");
                prop_assert!(!swap.is_whole() || i64::from(swap.cost) == is.soft_sum() - was.soft_sum());
            }
            if let Some(here) = reasons.why_here(item) {
                let mut without = plan.clone();
                without[item] = None;
                let soft = |plan: &Plan| Score::of(&problem, plan).soft_sum();
                prop_assert_eq!(here.costs.iter().map(|(_, cost)| cost).sum::<i64>(), soft(&plan) - soft(&without));
            }
        }
    }
}
