//! Files of showcase/1: what is read, and what is refused with a sentence that says where.

use super::super::{
    format::{Assignment, Flaw, Instance, Schedule, Wrong, sample},
    problem::Rule,
    score::Score,
};
use super::{at, solved};

fn small() -> Instance {
    sample::instance(sample::SMALL, 1)
}

/// What is said of an instance changed like this.
fn said(change: impl FnOnce(&mut Instance)) -> String {
    let mut instance = small();
    change(&mut instance);
    instance.problem().unwrap_err().to_string()
}

#[test]
fn an_instance_goes_to_text_and_back_without_a_change_in_its_problem() {
    let instance = small();
    let again = Instance::read(&serde_json::to_string(&instance).unwrap()).unwrap();
    assert_eq!(format!("{:?}", again.problem()), format!("{:?}", instance.problem()));
}

#[test]
fn a_schedule_goes_to_text_and_back() {
    let instance = small();
    let problem = instance.problem().unwrap();
    let mut plan = solved(&problem, 2_000);
    plan[5] = None;
    let schedule = instance.schedule(&plan);
    assert!(schedule.unplaced.contains(&"a0005".to_owned()));
    let again = Schedule::read(&serde_json::to_string(&schedule).unwrap()).unwrap();
    assert_eq!(instance.plan(&again), (plan, 0));
}

#[test]
fn lines_that_cannot_be_meant_are_counted_and_place_nothing() {
    let instance = small();
    let line = |activity: &str, venue: &str, day, start| Assignment { activity: activity.into(), venue: venue.into(), day, start };
    let assignments = vec![
        line("a0001", "v00", 0, 3),
        line("a0001", "v01", 0, 3),
        line("nobody", "v01", 0, 3),
        line("a0002", "nowhere", 0, 3),
        line("a0003", "v01", 4, 3),
        line("a0004", "v01", 0, 24),
    ];
    let (plan, malformed) = instance.plan(&Schedule { assignments, unplaced: Vec::new() });
    assert_eq!((plan.iter().flatten().count(), malformed), (1, 5));
}

#[test]
fn what_is_no_instance_is_refused_in_a_sentence() {
    let other = r#"{"format": "showcase/2"}"#;
    assert_eq!(Instance::read(other).unwrap_err(), Flaw { at: "format".into(), what: Wrong::Format("showcase/2".into()) });
    assert!(Instance::read("{").unwrap_err().to_string().starts_with("it is not of the format showcase/1 (EOF"));
    assert!(Instance::read(r#"{"format": "showcase/1"}"#).unwrap_err().to_string().contains("missing field"));
    assert!(Schedule::read("[]").is_err());
}

#[test]
fn what_an_instance_refers_to_must_be_there_once_and_within_bounds() {
    assert_eq!(said(|it| it.activities[3].department = "d99".into()), "activities a0003, department: there is no \"d99\"");
    assert_eq!(said(|it| it.activities[3].staff = vec!["x".into()]), "activities a0003, staff: there is no \"x\"");
    assert_eq!(said(|it| it.activities[4].id = "a0003".into()), "activities: \"a0003\" is there twice");
    assert_eq!(said(|it| it.venues.clear()), "venues: there is none");
    assert_eq!(said(|it| it.slots_per_day = 500), "slots_per_day: 500 is not within 1 and 128");
    assert_eq!(
        said(|it| it.venues[0].open = vec![(0, 5, 25)]),
        "venues v00, open: [0, 5, 25] is not a span of slots within a day of the showcase"
    );
    assert_eq!(said(|it| drop(it.travel.pop())), "travel: there should be 5, one for each venue, not 4");
    assert_eq!(said(|it| it.precedences[0].after = it.precedences[0].before.clone()), {
        let itself = &small().precedences[0].before;
        format!("precedences, line 0: {itself:?} cannot come before itself")
    });
    assert!(said(|it| it.activities[3].allowed_days = Some(vec![4])).starts_with("activities a0003, allowed_days: 4 is not within"));
    assert!(said(|it| it.spread.day_tolerance = f64::NAN).contains("NaN is not within"));
    assert!(said(|it| it.activities[0].duration = 0).starts_with("activities a0000, duration"));
}

#[test]
fn a_sentence_moves_no_cursor_however_the_file_is_written() {
    let sentence = said(|it| it.opening = Some("\u{1b}[2Jx".into()));
    assert!(!sentence.contains('\u{1b}'), "{sentence}");
}

#[test]
fn the_count_of_a_plan_names_the_rules_it_breaks() {
    let instance = small();
    let problem = instance.problem().unwrap();
    let mut plan = solved(&problem, 20_000);
    // The opening's own place, for what is not the opening.
    plan[1] = plan[0];
    let hard = Score::of(&problem, &plan).hard;
    assert!(hard.contains_key(&Rule::SpaceTaken) && hard.contains_key(&Rule::BeforeOpening), "{hard:?}");
    assert_eq!(instance.schedule(&vec![Some(at(0, 1, 2)); 60]).assignments[7].day, 1);
}
