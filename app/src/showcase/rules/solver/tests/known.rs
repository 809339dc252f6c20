//! Single rules, told by plans of which everybody knows what is wrong: the count itself, which the search is held against.

use super::{
    super::{problem::Rule, score::Score},
    *,
};

/// The rules broken, each with how often.
fn broken(problem: &Problem, places: &[Place]) -> Vec<(Rule, i64)> {
    let plan = places.iter().map(|place| Some(*place)).collect();
    Score::of(problem, &plan).hard.into_iter().collect()
}

#[test]
fn two_in_one_space_are_one_too_many_unless_one_ends_as_the_other_begins() {
    let problem = problem(vec![item(), Item { before: 1, ..item() }], vec![space(8)]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 0, 2)]), [(Rule::SpaceTaken, 1)]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 0, 3)]), []);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 1, 2)]), []);
}

#[test]
fn i_41_pitches_and_persons_are_counted_at_every_instant() {
    let people = |people| Item { people, length: 4, ..item() };
    let hall = Space { pitches: 2, ..space(8) };
    let problem = problem(vec![people(60), people(40), people(41)], vec![hall]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 0, 2), at(0, 1, 0)]), []);
    // 60 and 41 are one person too many; before and after each other they are not.
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 1, 2), at(0, 0, 2)]), [(Rule::Capacity, 1)]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 1, 2), at(0, 0, 4)]), []);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 0, 0), at(0, 0, 4)]), []);
    assert!(broken(&problem, &[at(0, 0, 0), at(0, 0, 1), at(0, 0, 2)]).contains(&(Rule::SpaceTaken, 1)));
}

#[test]
fn i_45_quiet_and_amplified_share_a_space_only_one_after_the_other() {
    let noise = |noise| Item { noise, ..item() };
    let hall = || Space { pitches: 3, ..space(8) };
    let problem = problem(vec![noise(Noise::Quiet), noise(Noise::Amplified), noise(Noise::Any)], vec![hall(), hall()]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 0, 1), at(0, 0, 0)]), [(Rule::Noise, 1)]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 0), at(0, 0, 0)]), []);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 0, 2), at(0, 0, 0)]), []);
}

#[test]
fn a_person_needs_the_way_between_two_halls() {
    let mut problem = problem(vec![Item { persons: vec![0], ..item() }, Item { persons: vec![0, 1], ..item() }], vec![space(8), space(8)]);
    problem.travel = vec![vec![0, 2], vec![2, 0]];
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 3)]), [(Rule::Person, 1)]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 4)]), []);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(0, 0, 2)]), []);
}

#[test]
fn i_44_a_crew_is_counted_over_all_spaces() {
    let mut problem = problem((0..3).map(|_| Item { crews: vec![0], ..item() }).collect(), vec![space(8), space(8), space(8)]);
    problem.crews = vec![2];
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 1), at(2, 0, 2)]), []);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 1), at(2, 0, 1)]), [(Rule::Crew, 2)]);
}

#[test]
fn order_opening_exclusive_and_groups_are_kept_by_public_time() {
    let mut problem = problem(vec![item(), item(), item()], vec![space(8), space(8), space(8)]);
    problem.orders = vec![Order { before: 0, after: 1, gap: 1 }];
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 2), at(2, 0, 0)]), [(Rule::Order, 1)]);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 3), at(2, 0, 0)]), []);
    assert_eq!(broken(&problem, &[at(0, 1, 0), at(1, 0, 3), at(2, 0, 0)]), [(Rule::Order, 1)]);
    problem.orders.clear();
    problem.opening = Some(0);
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 1), at(2, 0, 2)]), [(Rule::BeforeOpening, 1)]);
    problem.opening = None;
    problem.items[0].exclusive = true;
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 1), at(2, 0, 2)]), [(Rule::Exclusive, 1)]);
    problem.items[0].exclusive = false;
    problem.groups = vec![Group { weight: None, items: vec![0, 1] }, Group { weight: Some(4), items: vec![0, 1, 2] }];
    assert_eq!(broken(&problem, &[at(0, 0, 0), at(1, 0, 1), at(2, 0, 2)]), [(Rule::NotTogether, 1)]);
    let plan = [at(0, 0, 0), at(1, 0, 1), at(2, 0, 2)].map(Some).to_vec();
    assert_eq!(Score::of(&problem, &plan).soft[&Soft::NotTogether], 8);
}
