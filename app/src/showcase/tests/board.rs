//! The timetable on both databases: placed by itself and by hand, locked, undone, compared, and never overwritten (FT-20).

use super::*;
use crate::{
    base::problem::Problem,
    showcase::{
        acts::{auto, board, presence},
        rules::timetable::{Short, WhyNot},
    },
};

/// Four sessions of WSD in Sha Tin, four of HKO anywhere; all accepted.
async fn accepted() -> Vec<World> {
    let worlds = World::everywhere().await;
    for it in &worlds {
        it.filed("wsd", &form()).await;
        it.filed("hko", &ProposalForm { districts: vec![], features: vec![], ..form() }).await;
        it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
    }
    worlds
}

impl World {
    /// Makes a plan with a seed, and waits for it.
    async fn made(&self, keeps: Keeps, seed: i64) -> i64 {
        let (event, number) = self.by("scheduler", async |ctx| auto::begin(ctx, keeps, seed).await).await.unwrap();
        auto::make(&self.site, &event, number).await.unwrap();
        number
    }

    pub(super) async fn board(&self) -> board::Board {
        self.by("scheduler", async |ctx| board::board(ctx).await).await.unwrap().2.unwrap()
    }

    async fn slot(&self, activity: &str, session: i64) -> Slot {
        let table = self.board().await.table;
        table.slots[table.slot(activity, session).unwrap()].clone()
    }

    async fn place(&self, who: &str, slot: &Slot, (venue, day, time): (&str, &str, &str)) -> Answer<()> {
        let typed = board::Typed { activity: &slot.activity, session: slot.session, version: slot.version, venue, day, time };
        self.by(who, async |ctx| board::place(ctx, &typed).await).await
    }

    async fn lock(&self, slot: &Slot, locks: bool) {
        self.by("scheduler", async |ctx| board::lock(ctx, &slot.activity, slot.session, slot.version, locks).await).await.unwrap();
    }

    async fn close(&self, venue: &str, from: &str, to: &str) {
        let why = Bi::new("Burst pipe", "水管爆裂");
        self.by("scheduler", async |ctx| venues::acts::close(ctx, venue, (from, to), &why, true).await).await.unwrap();
    }
}

fn keys(no: Problem) -> (u16, Vec<String>) {
    (no.status(), no.complaints.into_iter().map(|it| it.key).collect())
}

#[tokio::test]
async fn i_49_the_same_seed_gives_the_same_plan_and_everything_has_a_place_or_a_reason() {
    for it in accepted().await {
        assert_eq!(it.made(Keeps::Locked, 1).await, 1, "{}", it.on);
        let first = it.board().await;
        assert_eq!((first.plan.number, first.table.tally().placed, first.plan.unplaced), (1, 8, 0), "the first goes onto the board");
        assert!(first.table.asking().conflicts().is_empty());
        assert_eq!(it.made(Keeps::Locked, 1).await, 2);
        assert_eq!(it.board().await.plan.number, 1, "another waits to be compared");
        let compared = it.by("auditor", async |ctx| board::compare(ctx, 1, 2).await).await.unwrap();
        assert_eq!(compared.differences, []);
        // No room in the wide world for one more: the reason can be acted upon.
        it.close("HALL", "2002-01-11T00:00", "2002-01-21T00:00").await;
        it.close("ROOM", "2002-01-11T00:00", "2002-01-21T00:00").await;
        it.made(Keeps::Locked, 1).await;
        it.by("scheduler", async |ctx| board::choose(ctx, 3).await).await.unwrap();
        let table = it.board().await.table;
        let waiting: Vec<usize> = table.waiting().collect();
        assert!(waiting.len() >= 4, "{} wait", waiting.len());
        let asking = table.asking();
        for slot in waiting {
            let nowhere = asking.why_nowhere(slot);
            assert!(nowhere.releases.iter().any(|(need, ..)| *need == "hours" || *need == "feature"), "{nowhere:?}");
        }
    }
}

#[tokio::test]
async fn a_session_is_moved_by_hand_and_a_clash_is_refused_by_its_name_and_changes_nothing() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let slot = it.slot("SC-WSD-01", 1).await;
        it.place("scheduler", &slot, ("ROOM", "2002-01-15", "14:00")).await.unwrap();
        let moved = it.slot("SC-WSD-01", 1).await;
        let at = moved.at.clone().unwrap();
        assert_eq!((at.venue.as_str(), at.starts.to_local_input().as_str()), ("ROOM", "2002-01-15T14:00"), "{}", it.on);
        for (place, why) in [
            (("PARK", "2002-01-15", "14:00"), vec!["showcase-why-lacks"]),
            (("P-HKO", "2002-01-15", "14:00"), vec!["showcase-why-not-own"]),
            (("ROOM", "2002-01-15", "17:30"), vec!["showcase-why-closed"]),
            (("ROOM", "2002-01-15", "14:05"), vec!["showcase-why-off-beat"]),
            (("ROOM", "2002-01-21", "14:00"), vec!["showcase-why-outside"]),
            (("", "x", "14:00"), vec!["showcase-choose", "problem-day"]),
            (("ROOM", "2002-01-15", ""), vec!["showcase-no-time"]),
        ] {
            let (status, said) = keys(it.place("scheduler", &moved, place).await.unwrap_err());
            assert!(matches!(status, 409 | 422), "{status}");
            assert_eq!(said, why, "{} {place:?}", it.on);
        }
        assert_eq!(it.place("scheduler", &moved, ("NOWHERE", "2002-01-15", "14:00")).await.unwrap_err().status(), 404);
        // Another session of the same activity, at the same time elsewhere.
        let second = it.slot("SC-WSD-01", 2).await;
        let (status, said) = keys(it.place("scheduler", &second, ("HALL", "2002-01-15", "14:30")).await.unwrap_err());
        assert_eq!((status, said), (409, vec!["showcase-why-twice".to_owned()]));
        assert_eq!(it.slot("SC-WSD-01", 2).await, second);
        assert_eq!(it.slot("SC-WSD-01", 1).await, moved);
    }
}

#[tokio::test]
async fn what_waits_is_placed_in_one_go_with_whoever_makes_way_exactly_as_was_read_or_not_at_all() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        // Two hours of the hall are left, and the observatory has them; only the hall is large enough for the lecture.
        it.place("scheduler", &it.slot("SC-HKO-01", 1).await, ("HALL", "2002-01-15", "14:30")).await.unwrap();
        it.close("HALL", "2002-01-11T00:00", "2002-01-15T14:00").await;
        it.close("HALL", "2002-01-15T16:00", "2002-01-21T00:00").await;
        it.filed("wsd", &ProposalForm { sessions: "1".into(), expected: "170".into(), ..form() }).await;
        it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
        let way = async |who: &str, version: i64, swap: &str| {
            it.by(who, async |ctx| board::make_way(ctx, "SC-WSD-02", 1, version, swap).await).await
        };
        let table = it.board().await.table;
        let waits = table.slot("SC-WSD-02", 1).unwrap();
        let swaps = table.asking().swaps(waits);
        let [swap] = swaps.as_slice() else { panic!("{}: {swaps:?}", it.on) };
        let (other, Some(to)) = &swap.moves[0] else { panic!("{}: {swap:?}", it.on) };
        assert_eq!((swap.offer.at.venue.as_str(), table.slots[*other].activity.as_str(), swap.moves.len()), ("HALL", "SC-HKO-01", 1));
        let (version, text) = (table.slots[waits].version, swap.text(&table));
        assert_eq!(way("auditor", version, &text).await.unwrap_err().status(), 403);
        for other in ["", "HALL@2002-01-15T14:30", &text.replace('>', ">X")] {
            assert_eq!(keys(way("scheduler", version, other).await.unwrap_err()), (409, vec!["showcase-changed".to_owned()]), "{other}");
        }
        assert_eq!(it.slot("SC-WSD-02", 1).await.at, None, "{}: nothing was stored", it.on);
        way("scheduler", version, &text).await.unwrap();
        assert_eq!(it.slot("SC-WSD-02", 1).await.at.as_ref(), Some(&swap.offer.at));
        assert_eq!(it.slot("SC-HKO-01", 1).await.at.as_ref(), Some(to));
        assert_eq!(way("scheduler2", version, &text).await.unwrap_err().key(), "showcase-changed", "somebody read it before");
        // One step back takes the lecture off again, one more leaves the hall to the observatory.
        for _ in 0..2 {
            it.by("scheduler", async |ctx| board::go_back(ctx, Way::Back).await).await.unwrap();
        }
        assert_eq!(it.slot("SC-WSD-02", 1).await.at, None);
        assert_eq!(it.slot("SC-HKO-01", 1).await.at.unwrap().venue, "HALL");
    }
}

#[tokio::test]
async fn of_two_who_move_one_session_at_once_one_is_told_that_it_has_changed() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let slot = it.slot("SC-WSD-01", 1).await;
        let (one, other) = tokio::join!(
            it.place("scheduler", &slot, ("ROOM", "2002-01-15", "14:00")),
            it.place("scheduler2", &slot, ("ROOM", "2002-01-16", "14:00"))
        );
        let day = it.slot("SC-WSD-01", 1).await.at.unwrap().starts.day().iso();
        match (one, other) {
            (Ok(()), Err(no)) => assert_eq!((day.as_str(), no.key()), ("2002-01-15", "showcase-changed"), "{}", it.on),
            (Err(no), Ok(())) => assert_eq!((day.as_str(), no.key()), ("2002-01-16", "showcase-changed"), "{}", it.on),
            both => panic!("{}: {both:?}", it.on),
        }
    }
}

#[tokio::test]
async fn i_41_two_sessions_put_into_the_last_pitch_at_once_do_not_both_get_it() {
    for it in accepted().await {
        it.filed("wsd", &ProposalForm { sessions: "1".into(), expected: "60".into(), ..form() }).await;
        it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
        it.made(Keeps::Locked, 1).await;
        // ROOM takes 80: 40 and 60 are too many together.
        let (a, b) = (it.slot("SC-HKO-01", 1).await, it.slot("SC-WSD-02", 1).await);
        let place = ("ROOM", "2002-01-18", "14:00");
        let (one, other) = tokio::join!(it.place("scheduler", &a, place), it.place("scheduler2", &b, place));
        assert!(one.is_ok() != other.is_ok(), "{}: {one:?} {other:?}", it.on);
        let no = one.err().or(other.err()).unwrap();
        assert_eq!(no.key(), "showcase-why-crowded");
        assert!(it.board().await.table.asking().conflicts().is_empty());
    }
}

#[tokio::test]
async fn one_goes_back_on_ones_own_changes_and_does_them_again_but_never_over_somebody_elses() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let began = it.slot("SC-WSD-01", 1).await;
        let back = async |who: &str, way: Way| it.by(who, async |ctx| board::go_back(ctx, way).await).await;
        assert_eq!(back("scheduler", Way::Back).await.unwrap_err().key(), "showcase-nothing-to-undo", "{}", it.on);
        it.place("scheduler", &began, ("ROOM", "2002-01-15", "14:00")).await.unwrap();
        let first = it.slot("SC-WSD-01", 1).await;
        it.place("scheduler", &first, ("ROOM", "2002-01-16", "14:00")).await.unwrap();
        assert_eq!(back("scheduler2", Way::Back).await.unwrap_err().key(), "showcase-nothing-to-undo");
        back("scheduler", Way::Back).await.unwrap();
        assert_eq!(it.slot("SC-WSD-01", 1).await.at, first.at);
        back("scheduler", Way::Back).await.unwrap();
        assert_eq!(it.slot("SC-WSD-01", 1).await.at, began.at);
        back("scheduler", Way::Again).await.unwrap();
        assert_eq!(it.slot("SC-WSD-01", 1).await.at, first.at);
        // Somebody else moves it on: the other's change stands.
        let now = it.slot("SC-WSD-01", 1).await;
        it.place("scheduler2", &now, ("ROOM", "2002-01-17", "14:00")).await.unwrap();
        assert_eq!(back("scheduler", Way::Back).await.unwrap_err().key(), "showcase-changed");
        // Back into a hall that was shut meanwhile: it was so before, and the board shows it. Not into what another took.
        it.close("ROOM", "2002-01-17T13:00", "2002-01-17T18:00").await;
        back("scheduler2", Way::Back).await.unwrap();
        back("scheduler2", Way::Again).await.unwrap();
        let table = it.board().await.table;
        let here = table.slot("SC-WSD-01", 1).unwrap();
        assert!(table.asking().conflicts().iter().any(|(slot, _)| *slot == here));
        // What was undone cannot be done again after something new.
        back("scheduler2", Way::Back).await.unwrap();
        back("scheduler", Way::Back).await.unwrap();
        let now = it.slot("SC-HKO-01", 1).await;
        it.place("scheduler", &now, ("ROOM", "2002-01-18", "15:00")).await.unwrap();
        assert_eq!(back("scheduler", Way::Again).await.unwrap_err().key(), "showcase-nothing-to-undo");
    }
}

#[tokio::test]
async fn i_48_what_is_locked_is_not_moved_by_hand_nor_by_placing_anew() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let slot = it.slot("SC-WSD-01", 1).await;
        it.place("scheduler", &slot, ("ROOM", "2002-01-15", "14:15")).await.unwrap();
        it.lock(&it.slot("SC-WSD-01", 1).await, true).await;
        let locked = it.slot("SC-WSD-01", 1).await;
        let (status, said) = keys(it.place("scheduler", &locked, ("ROOM", "2002-01-16", "14:00")).await.unwrap_err());
        assert_eq!((status, said), (409, vec!["showcase-why-locked".to_owned()]), "{}", it.on);
        let off = it.by("scheduler", async |ctx| board::take_off(ctx, "SC-WSD-01", 1, locked.version).await).await.unwrap_err();
        assert_eq!(off.key(), "showcase-why-locked");
        for seed in [2, 3] {
            let number = it.made(Keeps::Locked, seed).await;
            it.by("scheduler", async |ctx| board::choose(ctx, number).await).await.unwrap();
            let now = it.slot("SC-WSD-01", 1).await;
            assert_eq!((now.at.as_ref(), now.locked), (locked.at.as_ref(), true));
        }
        it.lock(&it.slot("SC-WSD-01", 1).await, false).await;
        let free = it.slot("SC-WSD-01", 1).await;
        it.by("scheduler", async |ctx| board::take_off(ctx, "SC-WSD-01", 1, free.version).await).await.unwrap();
        assert_eq!(it.board().await.table.tally().placed, 7);
        // Only what waits is placed, at once on the board, and nothing else moves.
        let before = it.board().await.table.slots;
        it.made(Keeps::Placed, 9).await;
        let after = it.board().await.table.slots;
        let moved: Vec<_> = plan::differences(&before, &after).into_iter().map(|it| (it.activity, it.session)).collect();
        assert_eq!(moved, [("SC-WSD-01".to_owned(), 1)]);
        let day = Day::new(2002, 1, 15).unwrap();
        let n = it.by("scheduler", async |ctx| board::lock_day(ctx, day, true).await).await.unwrap();
        assert_eq!(it.board().await.table.tally().locked, n);
    }
}

#[tokio::test]
async fn i_43_a_hall_that_is_lost_shows_every_session_it_takes_along() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let slot = it.slot("SC-WSD-01", 1).await;
        it.place("scheduler", &slot, ("ROOM", "2002-01-15", "14:00")).await.unwrap();
        // Set-up begins at 13:30.
        it.close("ROOM", "2002-01-15T13:00", "2002-01-15T13:45").await;
        let table = it.board().await.table;
        let wrong = table.asking().conflicts();
        let here = table.slot("SC-WSD-01", 1).unwrap();
        let mine = wrong.iter().find(|(slot, _)| *slot == here).unwrap();
        assert!(matches!(&mine.1[..], [WhyNot::Held { by, .. }] if by.en == "Burst pipe"), "{}: {mine:?}", it.on);
        let others = table.on(Day::new(2002, 1, 15).unwrap()).len();
        assert!(wrong.len() <= others);
    }
}

#[tokio::test]
async fn a_plan_in_the_making_can_be_stopped_there_is_one_at_a_time_and_a_silent_one_is_given_up() {
    for it in accepted().await {
        let begin = async |keeps| it.by("scheduler", async |ctx| auto::begin(ctx, keeps, 1).await).await;
        let (event, number) = begin(Keeps::Locked).await.unwrap();
        assert_eq!(begin(Keeps::Locked).await.unwrap_err().key(), "showcase-already-making", "{}", it.on);
        it.by("scheduler", async |ctx| auto::stop(ctx, number).await).await.unwrap();
        assert_eq!(it.by("scheduler", async |ctx| auto::stop(ctx, number).await).await.unwrap_err().status(), 409);
        auto::make(&it.site, &event, number).await.unwrap();
        assert!(it.board().await.table.asking().conflicts().is_empty(), "what was found so far keeps every rule");
        // The server that makes it dies.
        let (_, second) = begin(Keeps::Locked).await.unwrap();
        let no = it.by("scheduler", async |ctx| board::choose(ctx, second).await).await.unwrap_err();
        assert_eq!(no.key(), "showcase-plan-not-ready");
        it.site.clock.set(it.site.now().plus_minutes(3));
        assert_eq!(begin(Keeps::Locked).await.unwrap().1, 3);
    }
}

#[tokio::test]
async fn who_may_not_place_may_not_and_who_looks_may_look() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let slot = it.slot("SC-WSD-01", 1).await;
        for (who, status) in [("public", 401), ("clerk", 403), ("wsd", 403), ("auditor", 403)] {
            let no = it.place(who, &slot, ("ROOM", "2002-01-15", "14:00")).await.unwrap_err();
            assert_eq!(no.status(), status, "{} {who}", it.on);
            let begun = it.by(who, async |ctx| auto::begin(ctx, Keeps::Locked, 1).await).await.unwrap_err();
            assert_eq!(begun.status(), status);
            let back = it.by(who, async |ctx| board::go_back(ctx, Way::Back).await).await.unwrap_err();
            assert_eq!(back.status(), status);
        }
        assert!(it.by("auditor", async |ctx| board::board(ctx).await).await.unwrap().2.is_some());
        assert_eq!(it.by("wsd", async |ctx| board::board(ctx).await).await.map(drop).unwrap_err().status(), 403);
        assert_eq!(it.slot("SC-WSD-01", 1).await, slot);
    }
}

#[tokio::test]
async fn how_strict_an_event_is_decides_what_the_board_refuses_what_it_shows_and_what_is_published() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let set = async |rule: &str, level: &str| {
            let typed = [(rule.to_owned(), level.to_owned())].into();
            it.by("scheduler", async |ctx| board::set_levels(ctx, &typed).await).await
        };
        let late = ("ROOM", "2002-01-15", "18:00");
        let slot = it.slot("SC-WSD-01", 1).await;
        assert_eq!(it.place("scheduler", &slot, late).await.unwrap_err().key(), "showcase-why-closed", "{}", it.on);
        set("hours", "block").await.unwrap();
        it.place("scheduler", &slot, late).await.unwrap();
        let shown = async || {
            let table = it.board().await.table;
            let asking = table.asking();
            (asking.conflicts().len(), asking.warnings().len())
        };
        assert_eq!(shown().await, (1, 0), "taken, shown, and in the way of publishing");
        set("hours", "warn").await.unwrap();
        assert_eq!(shown().await, (0, 1));
        set("hours", "ignore").await.unwrap();
        assert_eq!(shown().await, (0, 0));
        // What places by itself keeps the rule whatever is set.
        let number = it.made(Keeps::Locked, 2).await;
        it.by("scheduler", async |ctx| board::choose(ctx, number).await).await.unwrap();
        set("hours", "forbid").await.unwrap();
        assert_eq!(shown().await, (0, 0));
        // A wish becomes a rule: Sha Tin was wished, ROOM is in Wan Chai.
        set("district", "forbid").await.unwrap();
        let slot = it.slot("SC-WSD-01", 1).await;
        assert_eq!(it.place("scheduler", &slot, ("ROOM", "2002-01-15", "14:00")).await.unwrap_err().key(), "showcase-why-wish-district");
        assert_eq!(set("district", "perhaps").await.unwrap_err().status(), 422);
        let no = it.by("auditor", async |ctx| board::set_levels(ctx, &[].into()).await).await.unwrap_err();
        assert_eq!(no.status(), 403);
    }
}

#[tokio::test]
async fn two_schedulers_know_of_each_other_and_whose_change_was_the_last() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let here = async |who: &str| {
            let state = it.by(who, async |ctx| presence::state(ctx).await).await.unwrap();
            if state.is_to_note {
                it.by(who, async |ctx| presence::note(ctx).await).await.unwrap();
            }
            (state.others.len(), state.last_by.is_some())
        };
        assert_eq!(here("scheduler").await, (0, false), "{}", it.on);
        assert_eq!(here("scheduler2").await, (1, false));
        assert_eq!(here("scheduler").await, (1, false));
        let slot = it.slot("SC-WSD-01", 1).await;
        it.place("scheduler2", &slot, ("ROOM", "2002-01-15", "14:00")).await.unwrap();
        assert_eq!(here("scheduler").await, (1, true));
        assert_eq!(here("scheduler2").await, (1, false), "one's own is not told");
        // Who only reads is not announced, and who has left is gone.
        it.site.clock.set(it.site.now().plus_minutes(1));
        assert_eq!(here("auditor").await, (0, true));
        assert_eq!(here("scheduler").await, (0, true));
        let no = it.by("wsd", async |ctx| presence::state(ctx).await).await.map(drop).unwrap_err();
        assert_eq!(no.status(), 403);
    }
}

#[tokio::test]
async fn what_is_chosen_is_placed_anew_and_nothing_else_moves() {
    for it in accepted().await {
        it.made(Keeps::Locked, 1).await;
        let slot = it.slot("SC-HKO-01", 1).await;
        it.by("scheduler", async |ctx| board::take_off(ctx, "SC-HKO-01", 1, slot.version).await).await.unwrap();
        let before = it.board().await;
        let chosen = Only::read("activity:SC-WSD-01").unwrap();
        let (event, number) = it.by("scheduler", async |ctx| auto::begin_only(ctx, chosen, 7).await).await.unwrap();
        auto::make(&it.site, &event, number).await.unwrap();
        let after = it.board().await;
        assert_eq!(after.plan.number, number, "{}: it is on the board", it.on);
        for (was, now) in before.table.slots.iter().zip(&after.table.slots) {
            if was.activity != "SC-WSD-01" {
                assert_eq!(was.at, now.at, "{}: {} {} stays, and waits if it waited", it.on, was.activity, was.session);
            }
        }
        assert!(after.table.asking().conflicts().is_empty());
        let day = after.table.placed().next().unwrap().1.starts.day();
        let of_day = Only::read(&Only::Day(day).text()).unwrap();
        let (event, number) = it.by("scheduler", async |ctx| auto::begin_only(ctx, of_day, 3).await).await.unwrap();
        auto::make(&it.site, &event, number).await.unwrap();
        let last = it.board().await;
        let moved = |(was, now): &(&Slot, &Slot)| was.at != now.at;
        for (was, _) in after.table.slots.iter().zip(&last.table.slots).filter(moved) {
            assert_eq!(was.at.as_ref().map(|at| at.starts.day()), Some(day), "only what was on that day");
        }
        assert_eq!(Only::read("weather:fine"), None);
    }
}

#[tokio::test]
async fn where_it_will_be_tight_is_told_before_anything_is_placed() {
    for it in World::everywhere().await {
        // Two halls with power and two pitches each are open nine hours on ten days.
        let long = ProposalForm {
            minutes: "480".into(),
            setup: "60".into(),
            teardown: "60".into(),
            sessions: "10".into(),
            districts: vec![],
            ..form()
        };
        for _ in 0..3 {
            it.filed("wsd", &long).await;
        }
        it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
        let table = it.by("scheduler", async |ctx| {
            let event = find::event(ctx).await?;
            board::timetable(ctx, event, 0).await
        });
        let all = table.await.unwrap().bottlenecks();
        let power = all.iter().find(|it| matches!(&it.short, Short::Feature(name) if name.en == "power")).unwrap();
        assert_eq!((power.needed, power.offered), (300, 360), "{}: {all:?}", it.on);
        let teams = all.iter().find(|it| it.short == Short::Teams("WSD".into())).unwrap();
        assert_eq!((teams.needed, teams.offered), (300, 180));
        assert_eq!(all[0], *teams, "the tightest first");
    }
}
