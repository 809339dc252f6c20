//! Made-up instances of any size from a seed, for tests and measurements: halls of different size and equipment in several
//! districts, departments with a few people, talks, tours, workshops, exhibitions and an opening.

use super::{super::dice::Dice, Activity, Day, Department, FORMAT, Group, Instance, Precedence, Span, Spread, Staff, Venue, Weights};

/// How much of what.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub activities: usize,
    pub departments: usize,
    pub venues: usize,
    pub days: usize,
    /// Slots occupied of all that the venues are open, in per cent.
    pub full: usize,
}

pub const SMALL: Size = Size { activities: 60, departments: 15, venues: 5, days: 4, full: 84 };
pub const FULL: Size = Size { activities: 220, departments: 50, venues: 12, days: 9, full: 63 };
/// As [`FULL`], in fewer halls.
pub const TIGHT: Size = Size { venues: 9, full: 82, ..FULL };
pub const LARGE: Size = Size { activities: 1000, departments: 50, venues: 40, days: 12, full: 62 };

const SLOTS: u32 = 24;
const ATTRIBUTES: [&str; 6] = ["stage", "projector", "outdoor", "water", "vehicles", "dark"];
const THEMES: usize = 10;
const CAPACITIES: [u32; 7] = [420, 60, 150, 320, 100, 220, 50];

/// Share of a hundred; the least and most slots of public time, set-up and clearing, and persons.
type Kind = (usize, (u32, u32), (u32, u32), (u32, u32), (u32, u32));
const KINDS: [Kind; 6] = [
    (25, (2, 3), (0, 1), (0, 0), (15, 40)),
    (32, (2, 3), (1, 1), (0, 1), (40, 200)),
    (20, (2, 4), (1, 2), (1, 1), (40, 220)),
    (13, (3, 4), (1, 1), (1, 1), (20, 50)),
    (6, (8, 10), (2, 2), (1, 2), (80, 220)),
    (4, (7, 9), (2, 2), (1, 1), (150, 320)),
];

/// The same for the same size and seed.
pub fn instance(size: Size, seed: u64) -> Instance {
    let mut dice = Dice::new(seed);
    let days = (0..size.days).map(|day| Day { date: format!("2026-11-{:02}", 7 + day), weekend: day % 7 < 2 }).collect::<Vec<_>>();
    let mut venues: Vec<Venue> = (0..size.venues).map(|number| venue(&mut dice, number)).collect();
    let mut activities: Vec<Activity> = (0..size.activities).map(|number| activity(&mut dice, size, &venues, &days, number)).collect();
    if let Some(opening) = activities.first_mut() {
        opening.requires = vec!["stage".into()];
        opening.attendance = opening.attendance.max(200);
        (opening.allowed_venues, opening.preferred_venues) = (None, Vec::new());
        (opening.allowed_days, opening.exclusive, opening.priority, opening.duration) = (Some(vec![0]), true, 9, 2);
    }
    let occupied: usize = activities.iter().map(|it| (it.setup + it.duration + it.teardown) as usize).sum();
    open(&mut dice, size, &mut venues, occupied);
    let ids = |wanted: &dyn Fn(&Activity) -> bool| activities.iter().filter(|it| wanted(it)).map(|it| it.id.clone()).collect::<Vec<_>>();
    let mut groups = Vec::new();
    for theme in 0..THEMES {
        let of = ids(&|it| it.theme == format!("t{theme}") && it.attendance > 40);
        let parts = of.chunks(12).filter(|part| part.len() > 1);
        groups.extend(parts.map(|part| Group { id: format!("g{theme}-{}", part[0]), hard: false, weight: 4, activities: part.to_vec() }));
    }
    let signed = ids(&|it| it.attendance > 40 && it.attendance % 7 == 0);
    let parts = signed.chunks(8).filter(|part| part.len() > 1);
    groups.extend(parts.map(|part| Group { id: format!("signed-{}", part[0]), hard: true, weight: 0, activities: part.to_vec() }));
    let precedences = activities.iter().skip(size.departments).zip(&activities[1..]).step_by(9);
    let precedences = precedences.map(|(after, before)| Precedence { before: before.id.clone(), after: after.id.clone(), gap: 2 });
    let precedences = precedences.collect();
    Instance {
        format: FORMAT.into(),
        name: format!("sample-{}-{seed}", size.activities),
        slots_per_day: SLOTS,
        travel: travel(&venues),
        departments: (0..size.departments).map(|number| department(&mut dice, size, &days, number)).collect(),
        staff: (0..size.departments).flat_map(|it| (0..people(size)).map(move |person| Staff { id: format!("d{it}-p{person}") })).collect(),
        opening: activities.first().map(|it| it.id.clone()),
        days,
        venues,
        activities,
        groups,
        precedences,
        spread: Spread { theme_min_districts: size.venues.min(4) as u32 - 1, day_tolerance: 0.35 },
        weights: Weights {
            window_slot: 1,
            venue_pref: 4,
            oversize: 2,
            dept_day: 5,
            dept_site: 4,
            theme_district: 12,
            day_balance: 3,
            staff_overload: 2,
            move_day: 30,
            move_time: 15,
            move_venue: 12,
            move_space: 5,
        },
        staff_day_slots: 14,
        published: None,
        frozen_before_day: None,
    }
}

fn between(dice: &mut Dice, (least, most): (u32, u32)) -> u32 {
    least + dice.below((most - least + 1) as usize) as u32
}

/// People of each department.
fn people(size: Size) -> usize {
    (size.activities * 7).div_ceil(size.departments * 10).max(2)
}

/// Every third hall shares a site with the one before; every fifth has everything.
fn venue(dice: &mut Dice, number: usize) -> Venue {
    let site = number - number / 3;
    let has = |dice: &mut Dice, attribute: &str| number.is_multiple_of(5) || dice.below(10) < if attribute == "outdoor" { 4 } else { 7 };
    Venue {
        id: format!("v{number:02}"),
        site: format!("s{site}"),
        district: format!("district {}", site % 12),
        capacity: CAPACITIES[number % CAPACITIES.len()].max(if number.is_multiple_of(5) { 400 } else { 0 }),
        attributes: ATTRIBUTES.into_iter().filter(|attribute| has(dice, attribute)).map(Into::into).collect(),
        open: Vec::new(),
    }
}

fn activity(dice: &mut Dice, size: Size, venues: &[Venue], days: &[Day], number: usize) -> Activity {
    let draw = dice.below(100);
    let kind = KINDS.iter().scan(0, |sum, kind| {
        *sum += kind.0;
        Some((*sum, kind))
    });
    let (_, duration, setup, teardown, persons) = *kind.into_iter().find(|(sum, _)| draw < *sum).map_or(&KINDS[0], |(_, kind)| kind);
    let attendance = between(dice, persons);
    let fits = |needs: &[String]| -> Vec<String> {
        let fit = venues.iter().filter(|it| it.capacity >= attendance && needs.iter().all(|need| it.attributes.contains(need)));
        fit.map(|it| it.id.clone()).collect()
    };
    let mut requires: Vec<String> = (0..dice.below(3)).map(|_| ATTRIBUTES[dice.below(ATTRIBUTES.len())].to_owned()).collect();
    requires.sort();
    requires.dedup();
    if fits(&requires).len() < 2 {
        requires.clear();
    }
    let fit = fits(&requires);
    let some = |dice: &mut Dice| -> Vec<String> {
        let skip = dice.below(fit.len());
        fit.iter().cycle().skip(skip).take(fit.len().min(2)).cloned().collect()
    };
    let department = number % size.departments;
    let first = dice.below(people(size));
    let staff = (0..1 + dice.below(2)).map(|more| format!("d{department}-p{}", (first + more) % people(size)));
    let weekday = [(6, 22), (2, 16), (3, 17)][dice.below(3)];
    Activity {
        id: format!("a{number:04}"),
        department: format!("d{department}"),
        duration: between(dice, duration),
        setup: between(dice, setup),
        teardown: between(dice, teardown),
        attendance,
        allowed_venues: (dice.below(10) == 0).then(|| some(dice)),
        preferred_venues: if dice.below(2) == 0 { some(dice) } else { Vec::new() },
        theme: format!("t{}", dice.below(THEMES)),
        preferred_windows: (0u32..)
            .zip(days)
            .map(|(day, it)| if it.weekend { (day, 2, 18) } else { (day, weekday.0, weekday.1) })
            .collect(),
        allowed_days: (dice.below(9) == 0).then(|| (0..size.days as u32).filter(|day| day % 2 == number as u32 % 2).collect()),
        exclusive: false,
        priority: between(dice, (1, 3)),
        staff: staff.collect(),
        pinned: None,
        requires,
    }
}

/// Most departments are there always, some on weekdays' office hours or not on one day.
fn department(dice: &mut Dice, size: Size, days: &[Day], number: usize) -> Department {
    let (office, off) = (dice.below(4) == 0, if dice.below(2) == 0 { dice.below(size.days) } else { size.days });
    let hours = |(day, it): (usize, &Day)| -> Span { if office && !it.weekend { (day as u32, 1, 20) } else { (day as u32, 0, SLOTS) } };
    Department {
        id: format!("d{number}"),
        // Nobody misses the first day, so that the opening can be held.
        available: days.iter().enumerate().filter(|(day, _)| *day == 0 || *day != off).map(hours).collect(),
        target_days: size.activities.div_ceil(size.departments * 3) as u32,
    }
}

/// Hours so long that all activities together fill the wanted share of them, a little more or less in each venue and on each day.
fn open(dice: &mut Dice, size: Size, venues: &mut [Venue], occupied: usize) {
    let lanes = size.venues * size.days;
    let mut left = occupied * 100 / size.full;
    for lane in 0..lanes {
        let mean = left / (lanes - lane);
        let length = (mean + dice.below(5)).saturating_sub(2).clamp(1, SLOTS as usize);
        let from = dice.below((SLOTS as usize - length).min(3) + 1) as u32;
        venues[lane / size.days].open.push(((lane % size.days) as u32, from, from + length as u32));
        left -= length.min(left);
    }
}

/// Half an hour to the next sites, up to two hours to those far away.
fn travel(venues: &[Venue]) -> Vec<Vec<u32>> {
    let site = |it: &Venue| it.site[1..].parse::<u32>().unwrap_or(0);
    let way = |a: &Venue, b: &Venue| site(a).abs_diff(site(b)).div_ceil(3).min(4);
    venues.iter().map(|a| venues.iter().map(|b| way(a, b)).collect()).collect()
}
