//! An event of the house: each invariant a plan must keep, and each wish.

use super::super::{
    event::{Activity, DayKind, DayWish, Event, Hours, Session, Slot, TimeWish, Unfit, Venue},
    problem::{Place, Rule},
    reasons::Reasons,
    score::Score,
};
use super::{at, solved};

const OPEN: Hours = Hours { from: 10 * 60, until: 18 * 60 };

fn venue() -> Venue {
    Venue { capacity: 100, pitches: 2, pool: true, hours: [Some(OPEN); 3], ..Venue::default() }
}

/// An hour, with half an hour before and a quarter after.
fn activity(sessions: usize) -> Activity {
    Activity { minutes: 60, setup: 30, clearing: 15, peak_persons: 50, sessions: vec![Session::default(); sessions], ..Activity::default() }
}

/// A Friday, a Saturday and a Sunday; two sessions of one organisation at once.
fn event(activities: Vec<Activity>, venues: Vec<Venue>) -> Event {
    let days = vec![DayKind::Weekday, DayKind::Saturday, DayKind::Holiday];
    Event { days, venues, parallel: vec![2], activities, ..Event::default() }
}

/// Why these sessions may not be where they are put, in the first venue on the first day at these times.
fn broken(event: &Event, times: &[(u16, u16)]) -> Vec<Rule> {
    let problem = event.problem().unwrap();
    let place = |(hour, minute): &(u16, u16)| Some(at(0, 0, (hour * 4 + minute / 15) as u8));
    Score::of(&problem, &times.iter().map(place).collect()).hard.into_keys().collect()
}

fn slots(event: &Event) -> Vec<Option<Slot>> {
    let problem = event.problem().unwrap();
    let plan = solved(&problem, 4_000);
    assert_eq!(Score::of(&problem, &plan).hard_sum(), 0);
    event.slots(&event.in_order(plan))
}

#[test]
fn i_38_an_activity_on_own_premises_is_there_and_others_are_in_the_pool() {
    let own = Venue { pool: false, ..venue() };
    let at_home = Activity { own: Some(1), ..activity(1) };
    let placed = slots(&event(vec![at_home, activity(1), activity(1)], vec![venue(), own]));
    assert_eq!(placed.iter().map(|slot| slot.unwrap().venue).collect::<Vec<_>>(), [1, 0, 0]);
}

#[test]
fn i_40_and_i_41_features_persons_and_pitches_of_a_venue() {
    let needs = Activity { features: vec![2], ..activity(1) };
    assert_eq!(broken(&event(vec![needs], vec![venue()]), &[(12, 0)]), [Rule::Features]);
    let many = |persons| Activity { peak_persons: persons, ..activity(1) };
    assert_eq!(broken(&event(vec![many(101)], vec![venue()]), &[(12, 0)]), [Rule::Capacity]);
    assert_eq!(broken(&event(vec![many(60), many(41)], vec![venue()]), &[(12, 0), (12, 0)]), [Rule::Capacity]);
    assert_eq!(broken(&event(vec![many(60), many(40)], vec![venue()]), &[(12, 0), (12, 0)]), []);
    let mut three = event(vec![many(1), many(1), many(1)], vec![venue()]);
    three.parallel = vec![3];
    assert_eq!(broken(&three, &[(12, 0), (12, 0), (12, 0)]), [Rule::SpaceTaken]);
}

#[test]
fn i_42_a_session_keeps_the_hours_and_set_up_and_clearing_an_hour_around_them() {
    let one = |setup, clearing| event(vec![Activity { setup, clearing, ..activity(1) }], vec![venue()]);
    assert_eq!(broken(&one(60, 60), &[(10, 0)]), []);
    assert_eq!(broken(&one(75, 60), &[(10, 0)]), [Rule::SpaceClosed]);
    assert_eq!(broken(&one(0, 0), &[(9, 45)]), [Rule::SpaceClosed]);
    assert_eq!(broken(&one(0, 60), &[(17, 0)]), []);
    assert_eq!(broken(&one(0, 0), &[(17, 15)]), [Rule::SpaceClosed]);
    let saturdays = Venue { hours: [None, Some(OPEN), None], ..venue() };
    assert_eq!(slots(&event(vec![activity(1)], vec![saturdays]))[0].unwrap().day, 1);
}

#[test]
fn i_43_nothing_is_placed_in_a_closure_or_hold_not_even_its_set_up() {
    let held = Venue { away: vec![(0, Hours { from: 12 * 60, until: 13 * 60 + 5 })], ..venue() };
    let event = event(vec![activity(1)], vec![held]);
    assert_eq!(broken(&event, &[(10, 45)]), []);
    assert_eq!(broken(&event, &[(11, 0)]), [Rule::SpaceClosed]);
    assert_eq!(broken(&event, &[(13, 30)]), [Rule::SpaceClosed]);
    assert_eq!(broken(&event, &[(13, 45)]), []);
}

#[test]
fn i_44_and_i_47_an_organisation_and_an_activity_hold_no_more_at_once_than_they_can() {
    let small = |sessions| Activity { peak_persons: 10, ..activity(sessions) };
    let wide = || Venue { pitches: 9, ..venue() };
    let mut three = event(vec![small(1), small(1), small(1)], vec![wide()]);
    assert_eq!(broken(&three, &[(12, 0), (12, 0), (12, 0)]), [Rule::Crew]);
    assert_eq!(broken(&three, &[(12, 0), (12, 0), (14, 0)]), []);
    three.activities[2].organisation = 1;
    three.parallel = vec![2, 1];
    assert_eq!(broken(&three, &[(12, 0), (12, 0), (12, 0)]), []);
    let twice = event(vec![small(2)], vec![wide()]);
    assert_eq!(broken(&twice, &[(12, 0), (13, 0)]), [Rule::Crew]);
    assert_eq!(broken(&twice, &[(12, 0), (13, 45)]), []);
}

#[test]
fn i_45_quiet_and_amplified_are_kept_apart() {
    let event = event(vec![Activity { quiet: true, ..activity(1) }, Activity { amplified: true, ..activity(1) }], vec![venue()]);
    assert_eq!(broken(&event, &[(12, 0), (12, 30)]), [Rule::Noise]);
    assert_eq!(broken(&event, &[(12, 0), (14, 0)]), []);
}

#[test]
fn i_46_every_session_lies_inside_the_event_and_none_runs_past_midnight() {
    let always = Venue { hours: [Some(Hours { from: 0, until: 24 * 60 }); 3], pitches: 1, ..venue() };
    let of = |sessions| event(vec![activity(sessions)], vec![always.clone()]);
    let placed = slots(&of(9));
    assert!(placed.iter().all(|slot| slot.unwrap().day < 3), "{placed:?}");
    assert_eq!(broken(&of(1), &[(22, 45)]), [], "cleared at midnight");
    assert!(broken(&of(1), &[(23, 0)]).contains(&Rule::SpaceClosed));
    assert!(broken(&of(1), &[(0, 15)]).contains(&Rule::SpaceClosed), "set up on the evening before");
    let mut gone = of(1);
    gone.activities[0].sessions[0].locked = Some(Slot { venue: 0, day: 3, minute: 12 * 60 });
    assert!(gone.problem().is_err(), "the event has no fourth day");
}

#[test]
fn i_48_what_is_locked_stays_and_what_is_published_moves_only_for_a_reason() {
    let mut event = event(vec![activity(3)], vec![venue(), venue()]);
    let slot = Slot { venue: 1, day: 2, minute: 11 * 60 };
    event.activities[0].sessions[0].locked = Some(slot);
    let told = Slot { venue: 0, day: 1, minute: 15 * 60 };
    event.activities[0].sessions[1].published = Some(told);
    assert_eq!(slots(&event)[..2], [Some(slot), Some(told)]);
    event.venues[0].away = vec![(1, Hours { from: 14 * 60, until: 17 * 60 })];
    let moved = slots(&event)[1].unwrap();
    assert_eq!((moved.venue, moved.day, moved.minute), (1, 1, 15 * 60));
    event.first_day = 2;
    let plan = solved(&event.problem().unwrap(), 1_000);
    assert_eq!(event.slots(&plan)[1], Some(told), "what is over was as it was, whatever is closed since");
}

#[test]
fn wishes_of_district_day_and_time_are_met_where_they_can_be() {
    let wish = Activity { districts: vec![1], day: DayWish::Weekend, time: TimeWish::Afternoon, ..activity(2) };
    let mut event = event(vec![wish], vec![venue(), Venue { district: 1, ..venue() }]);
    for slot in slots(&event).into_iter().flatten() {
        assert!(slot.venue == 1 && slot.day > 0 && slot.minute >= 12 * 60, "{slot:?}");
    }
    let days: Vec<_> = slots(&event).into_iter().flatten().map(|slot| slot.day).collect();
    assert_eq!(days, [1, 2], "on different days, the first session first");
    // Nothing there any more: elsewhere is better than nowhere.
    event.venues[1].hours = [None; 3];
    assert!(slots(&event).iter().all(|slot| slot.is_some_and(|slot| slot.venue == 0)));
}

#[test]
fn what_cannot_be_meant_is_said_of_whom() {
    assert_eq!(Event::default().problem().unwrap_err(), Unfit::Size);
    let wrong = |change: fn(&mut Event)| {
        let mut event = event(vec![activity(1)], vec![venue()]);
        change(&mut event);
        event.problem().map(|_| ())
    };
    assert_eq!(wrong(|_| ()), Ok(()));
    assert_eq!(wrong(|it| it.venues[0].hours[1] = Some(Hours { from: 9, until: 9 })), Err(Unfit::Venue(0)));
    assert_eq!(wrong(|it| it.venues[0].away = vec![(3, OPEN)]), Err(Unfit::Venue(0)));
    assert_eq!(wrong(|it| it.activities[0].minutes = 0), Err(Unfit::Activity(0)));
    assert_eq!(wrong(|it| it.activities[0].own = Some(1)), Err(Unfit::Activity(0)));
    assert_eq!(wrong(|it| it.activities[0].organisation = 1), Err(Unfit::Activity(0)));
    assert_eq!(wrong(|it| it.activities[0].sessions[0].locked = Some(Slot { venue: 0, day: 3, minute: 0 })), Err(Unfit::Activity(0)));
}

#[test]
fn every_session_left_out_has_a_reason() {
    let film = Activity { features: vec![0, 1], ..activity(2) };
    let event = event(vec![film], vec![Venue { features: vec![0], ..venue() }]);
    let problem = event.problem().unwrap();
    let plan = solved(&problem, 100);
    assert_eq!(plan, vec![None::<Place>; 2]);
    let waiting = Reasons::new(&problem, &plan).why_nowhere(1);
    assert!(waiting.spaces.is_empty() && !waiting.refused.is_empty() && waiting.releases.len() == 1);
}

#[test]
fn what_is_to_wait_is_given_no_place_and_takes_none_from_others() {
    // Room for one: the hour from noon, on Saturday alone.
    let hour = Hours { from: 12 * 60, until: 13 * 60 };
    let tight = Venue { hours: [None, Some(hour), None], pitches: 1, ..venue() };
    for first_waits in [true, false] {
        let mut it = event(vec![activity(1), activity(1)], vec![tight.clone()]);
        it.activities[usize::from(!first_waits)].sessions[0].waits = true;
        let placed: Vec<bool> = slots(&it).iter().map(Option::is_some).collect();
        assert_eq!(placed, [!first_waits, first_waits]);
    }
}
