//! Assignment, tried: walls, loads, exactness, mixing, one piece, and speed.

use std::time::Instant;

use proptest::prelude::*;

use super::*;

fn plan(entries: usize, judges: usize, each: usize, most: usize) -> Plan {
    Plan {
        entries: (0..entries).map(|i| format!("E{i:03}")).collect(),
        judges: (0..judges).map(|i| Judge { seat: SeatId(i as i64), most }).collect(),
        blocked: BTreeSet::new(),
        each,
        seed: 2001,
    }
}

fn block(plan: &mut Plan, seat: i64, entry: usize) {
    plan.blocked.insert((SeatId(seat), format!("E{entry:03}")));
}

#[test]
fn every_pair_of_judges_shares_entries_and_loads_are_even() {
    let preview = assign(&plan(24, 8, 3, 9));
    assert_eq!(preview.obstacles, []);
    assert!(preview.loads.iter().all(|(_, load)| *load == 9), "{:?}", preview.loads);
    // 24 entries give 72 meetings to 28 pairs: 2.57 each.
    assert!(preview.shared_least >= 2 && preview.shared_most <= 3, "{} {}", preview.shared_least, preview.shared_most);
}

#[test]
fn an_entry_too_few_judges_may_judge_is_named() {
    let mut it = plan(3, 3, 2, 3);
    block(&mut it, 0, 1);
    block(&mut it, 1, 1);
    let preview = assign(&it);
    assert_eq!(preview.obstacles, [Obstacle::TooFewJudges { entry: "E001".into(), allowed: 1, needed: 2 }]);
    let problem = preview.accept().unwrap_err();
    assert_eq!((problem.status(), problem.key()), (422, "awards-judges-few"));
}

#[test]
fn loads_too_low_for_the_sheets_are_told_with_both_numbers() {
    let preview = assign(&plan(10, 4, 3, 7));
    assert_eq!(preview.obstacles, [Obstacle::LoadsTooLow { sheets: 30, room: 28 }]);
}

#[test]
fn a_knot_of_walls_is_undone_by_exchanges_or_refused() {
    // Judge 2 alone is free for E002, so that the others have to take E000 and E001.
    let mut it = plan(3, 3, 1, 1);
    block(&mut it, 0, 2);
    block(&mut it, 1, 2);
    block(&mut it, 0, 1);
    let preview = assign(&it);
    let expected = [(0, "E000"), (1, "E001"), (2, "E002")].map(|(seat, entry)| (SeatId(seat), entry.to_owned()));
    assert_eq!(preview.sheets, expected);
    // One judge an entry: nothing can be compared.
    assert_eq!(preview.obstacles, [Obstacle::Apart { parts: 3 }]);
    // Two entries that only one judge with one sheet may have: enough room in all, and no way.
    let mut it = plan(2, 2, 1, 1);
    block(&mut it, 0, 0);
    block(&mut it, 0, 1);
    assert!(matches!(assign(&it).obstacles[..], [Obstacle::Stuck { missing: 1, .. }]));
}

#[test]
fn two_camps_are_joined_if_any_judge_may_cross_and_refused_if_none_may() {
    // Judges 0–3 and entries 0–3, judges 4–7 and entries 4–7, a wall between.
    let mut it = plan(8, 8, 2, 3);
    for seat in 0..8 {
        for entry in 0..8 {
            if (seat < 4) != (entry < 4) {
                block(&mut it, seat as i64, entry);
            }
        }
    }
    assert_eq!(assign(&it).obstacles, [Obstacle::Apart { parts: 2 }]);
    it.blocked.remove(&(SeatId(0), "E004".into()));
    assert_eq!(assign(&it).obstacles, []);
}

#[test]
fn on_a_shortlist_everybody_judges_all_but_what_is_barred() {
    let mut it = plan(4, 5, 4, 0);
    block(&mut it, 2, 3);
    let preview = assign_all(&it);
    assert_eq!((preview.sheets.len(), preview.obstacles.len()), (19, 0));
    block(&mut it, 1, 3);
    assert_eq!(assign_all(&it).obstacles, [Obstacle::TooFewJudges { entry: "E003".into(), allowed: 3, needed: 4 }]);
}

#[test]
fn three_hundred_entries_and_forty_judges_take_a_moment() {
    let started = Instant::now();
    for (each, most) in [(3, 23), (12, 90)] {
        let mut it = plan(300, 40, each, most);
        for entry in 0..300 {
            block(&mut it, (entry % 40) as i64, entry);
        }
        let preview = assign(&it);
        assert_eq!((preview.obstacles.len(), preview.sheets.len()), (0, 300 * each));
        // 900 and 19,800 meetings for 780 pairs of judges: 1.15 and 25.4 each.
        assert_eq!(preview.strangers, 0);
        assert!(preview.shared_most - preview.shared_least <= if each == 3 { 1 } else { 6 });
    }
    // A tenth of a second in an unoptimised build; the rest is for a busy machine.
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

/// Whether any assignment exists at all, by trying them all.
fn exists(plan: &Plan, entry: usize, loads: &mut Vec<usize>) -> bool {
    let Some(code) = plan.entries.get(entry) else { return true };
    (0u32..1 << plan.judges.len()).filter(|set| set.count_ones() as usize == plan.each).any(|set| {
        let members: Vec<usize> = (0..plan.judges.len()).filter(|j| set >> j & 1 == 1).collect();
        let fits =
            members.iter().all(|j| loads[*j] < plan.judges[*j].most && !plan.blocked.contains(&(plan.judges[*j].seat, code.clone())));
        if !fits {
            return false;
        }
        members.iter().for_each(|j| loads[*j] += 1);
        let found = exists(plan, entry + 1, loads);
        members.iter().for_each(|j| loads[*j] -= 1);
        found
    })
}

fn any_plan(entries: usize, judges: usize) -> impl Strategy<Value = Plan> {
    let walls = prop::collection::vec((0..judges as i64, 0..entries), 0..entries * judges / 2);
    (1..=entries, 1..=judges, 1usize..4, 1usize..8, walls, any::<u64>()).prop_map(|(entries, judges, each, most, walls, seed)| {
        let mut it = Plan { seed, ..plan(entries, judges, each, most) };
        walls.into_iter().for_each(|(seat, entry)| block(&mut it, seat, entry));
        it
    })
}

proptest! {
    #[test]
    fn i_17_nothing_passes_a_wall_no_load_is_passed_and_every_entry_has_exactly_its_judges(plan in any_plan(20, 10)) {
        for preview in [assign(&plan), assign_all(&plan)] {
            for sheet in &preview.sheets {
                prop_assert!(!plan.blocked.contains(sheet));
            }
            let distinct: BTreeSet<_> = preview.sheets.iter().collect();
            prop_assert_eq!(distinct.len(), preview.sheets.len());
        }
        let preview = assign(&plan);
        for (judge, (seat, load)) in plan.judges.iter().zip(&preview.loads) {
            prop_assert!(*load <= judge.most);
            prop_assert_eq!(preview.sheets.iter().filter(|(it, _)| it == seat).count(), *load);
        }
        if let Ok(sheets) = preview.accept() {
            for entry in &plan.entries {
                prop_assert_eq!(sheets.iter().filter(|(_, it)| it == entry).count(), plan.each);
            }
        }
    }

    #[test]
    fn the_same_plan_gives_the_same_assignment_in_whatever_order_it_is_listed(plan in any_plan(12, 8)) {
        let mut turned = plan.clone();
        turned.entries.reverse();
        turned.judges.reverse();
        prop_assert_eq!(assign(&plan), assign(&turned));
    }

    #[test]
    fn what_is_refused_for_want_of_judges_is_impossible(plan in any_plan(5, 4)) {
        let possible = exists(&plan, 0, &mut vec![0; plan.judges.len()]);
        let refused = assign(&plan).obstacles.iter().any(|it| !matches!(it, Obstacle::Apart { .. }));
        prop_assert_eq!(possible, !refused);
    }
}
