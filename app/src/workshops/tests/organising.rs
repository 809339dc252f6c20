//! Drafting, publishing, changing, going ahead or not.

use super::story::*;
use crate::workshops::{
    Draft, State,
    acts::{find, organise},
};

#[tokio::test]
async fn i_08_two_workshops_never_hold_one_room_at_one_time() {
    for s in Story::everywhere().await {
        let clash = s.publish(draft("PM-2")).await.unwrap_err();
        assert_eq!((clash.status(), clash.key(), clash.complaints[0].field.as_str()), (409, "venues-taken", "venue"), "{}", s.on);
        let mut ctx = s.acting("organiser", "EU").await;
        assert_eq!(find::workshop(&mut ctx, "PM-2").await.unwrap().workshop.state, State::Draft, "the draft is kept");
        drop(ctx);
        s.is_sound().await;
    }
}

#[tokio::test]
async fn i_08_i_61_a_draft_that_cannot_be_is_kept_and_not_published() {
    for s in Story::everywhere().await {
        let wrong = [
            (Draft { title_zh: String::new(), ..draft("PM-2") }, "workshops-chinese-missing"),
            (Draft { starts: "2002-04-05T09:00".into(), ends: "2002-04-05T12:00".into(), ..draft("PM-3") }, "workshops-holiday"),
            (Draft { venue: "SMALL".into(), capacity: "6".into(), ..draft("PM-4") }, "workshops-room-small"),
            (Draft { ends: "2002-03-20T08:00".into(), ..draft("PM-5") }, "workshops-ends-first"),
        ];
        for (draft, key) in wrong {
            let problem = s.publish(draft).await.unwrap_err();
            assert_eq!((problem.status(), problem.key()), (422, key), "{}", s.on);
        }
        let mut ctx = s.acting("organiser", "EU").await;
        assert_eq!(find::programme(&mut ctx).await.unwrap().len(), 5);
        assert_eq!(find::catalogue(&mut ctx, &Default::default()).await.unwrap().len(), 1, "no draft is in the catalogue");
    }
}

#[tokio::test]
async fn more_places_go_to_the_waiting_list_and_fewer_than_taken_are_refused() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a", "b"]).await.unwrap();
        s.register("PM-1", "LCSD", &["c", "d"]).await.unwrap();
        let waiting = s.register("PM-1", "WSD", &["e"]).await.unwrap();
        let change = |capacity: &str, version: i64| Draft { capacity: capacity.into(), version: version.to_string(), ..draft("PM-1") };
        let mut ctx = s.acting("organiser", "EU").await;
        let version = find::workshop(&mut ctx, "PM-1").await.unwrap().workshop.version;
        let low = organise::save(&mut ctx, &change("3", version)).await.unwrap_err();
        assert_eq!((low.status(), low.key()), (409, "workshops-below-taken"), "{}", s.on);
        organise::save(&mut ctx, &change("5", version)).await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!(s.status(&waiting.reference).await, "offered");
        let mut ctx = s.acting("organiser", "EU").await;
        let stale = organise::save(&mut ctx, &change("9", version)).await.unwrap_err();
        assert_eq!((stale.status(), stale.key()), (409, "workshops-changed-meanwhile"), "the last writer does not win");
    }
}

#[tokio::test]
async fn a_new_time_raises_the_sequence_and_tells_everyone_registered() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        let mut ctx = s.acting("organiser", "EU").await;
        let before = find::workshop(&mut ctx, "PM-1").await.unwrap().workshop;
        let change = Draft { starts: "2002-03-20T10:00".into(), version: before.version.to_string(), ..draft("PM-1") };
        let after = organise::save(&mut ctx, &change).await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!((after.sequence, &after.uid), (before.sequence + 1, &before.uid), "{}", s.on);
        assert!(s.letters().await.contains(&"moved".into()));
    }
}

#[tokio::test]
async fn below_the_minimum_going_ahead_takes_a_reason() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        let mut ctx = s.acting("organiser", "EU").await;
        assert_eq!(organise::confirm(&mut ctx, "PM-1", "").await.unwrap_err().key(), "workshops-not-closed");
        drop(ctx);
        s.clock(at(3, 7, 9));
        let mut ctx = s.acting("organiser", "EU").await;
        let few = organise::confirm(&mut ctx, "PM-1", "").await.unwrap_err();
        assert_eq!((few.status(), few.key()), (422, "workshops-below-minimum"), "{}", s.on);
        organise::confirm(&mut ctx, "PM-1", "The Audit Commission needs it").await.unwrap();
        ctx.commit().await.unwrap();
        assert!(s.letters().await.contains(&"goes-ahead".into()));
    }
}

#[tokio::test]
async fn i_09_a_cancelled_workshop_leaves_nobody_live_and_frees_its_room() {
    for s in Story::everywhere().await {
        let seat = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        let mut ctx = s.acting("organiser", "EU").await;
        assert_eq!(organise::cancel(&mut ctx, "PM-1", "", "", "", "").await.unwrap_err().status(), 422, "without reason");
        assert_eq!(
            organise::cancel(&mut ctx, "PM-1", "carried_forward", "", "", "").await.unwrap_err().key(),
            "workshops-carried-to-missing"
        );
        assert_eq!(
            organise::cancel(&mut ctx, "PM-1", "carried_forward", "", "nowhere", "").await.unwrap_err().key(),
            "workshops-carried-to-unknown"
        );
        let gone = organise::cancel(&mut ctx, "PM-1", "carried_forward", "", "F3.1", "").await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!((gone.state, gone.carried_to.as_deref()), (State::Cancelled, Some("F3.1")));
        assert_eq!(s.status(&seat.reference).await, "cancelled", "{}", s.on);
        assert!(s.letters().await.contains(&"workshop-cancelled-cancelled".into()));
        assert!(s.publish(draft("PM-2")).await.is_ok(), "the room is free");
        s.is_sound().await;
    }
}

#[tokio::test]
async fn merged_into_another_people_are_offered_its_places_before_those_who_wait_there() {
    for s in Story::everywhere().await {
        s.publish(Draft { starts: "2002-04-10T09:00".into(), ends: "2002-04-10T17:00".into(), capacity: "2".into(), ..draft("PM-2") })
            .await
            .unwrap();
        s.register("PM-2", "LCSD", &["x"]).await.unwrap();
        let there = s.register("PM-2", "LCSD", &["y", "z"]).await.unwrap();
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.register("PM-1", "WSD", &["b"]).await.unwrap();
        let mut ctx = s.acting("organiser", "EU").await;
        organise::cancel(&mut ctx, "PM-1", "merged", "too few", "", "PM-2").await.unwrap();
        ctx.commit().await.unwrap();
        let mut ctx = s.acting("organiser", "EU").await;
        let into = find::of_workshop(&mut ctx, "PM-2").await.unwrap();
        drop(ctx);
        let state =
            |org: &str| into.iter().find(|e| e.registration.organisation == org).map(|e| (e.registration.status.code(), e.position));
        assert_eq!(state("FEHD"), Some(("offered", None)), "{}", s.on);
        assert_eq!(state("WSD"), Some(("waitlisted", Some(1))), "before those who waited");
        assert_eq!(s.position(&there.reference).await, Some(2));
        // Two decline; nothing is oversold on the way.
        let offered = into.iter().find(|e| e.registration.organisation == "FEHD").unwrap().registration.reference.clone();
        s.give_up("a", "FEHD", &offered).await.unwrap();
        let waiting = into.iter().find(|e| e.registration.organisation == "WSD").unwrap().registration.reference.clone();
        assert_eq!(s.status(&waiting).await, "offered");
        s.is_sound().await;
    }
}

#[tokio::test]
async fn jumping_the_queue_takes_a_reason_and_the_audit_keeps_it() {
    for s in Story::everywhere().await {
        let a = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.register("PM-1", "FEHD", &["b"]).await.unwrap();
        s.register("PM-1", "LCSD", &["c", "d"]).await.unwrap();
        let first = s.register("PM-1", "WSD", &["e"]).await.unwrap();
        let second = s.register("PM-1", "EU", &["f"]).await.unwrap();
        let mut ctx = s.acting("organiser", "EU").await;
        assert_eq!(organise::jump(&mut ctx, &second.reference, "").await.unwrap_err().status(), 422);
        organise::jump(&mut ctx, &second.reference, "Speaker's assistant").await.unwrap();
        ctx.commit().await.unwrap();
        s.give_up("a", "FEHD", &a.reference).await.unwrap();
        assert_eq!((s.status(&second.reference).await, s.status(&first.reference).await), ("offered", "waitlisted"), "{}", s.on);
        let mut ctx = s.acting("organiser", "EU").await;
        let kept = crate::base::audit::latest(&mut ctx.tx, Some(&format!("registration:{}", second.reference)), 10).await.unwrap();
        assert!(kept.iter().any(|e| e.action == "registration.jump" && e.reason.as_deref() == Some("Speaker's assistant")));
    }
}

#[tokio::test]
async fn the_search_folds_both_languages_on_both_databases() {
    for s in Story::everywhere().await {
        s.publish(Draft {
            title_en: "Public HEALTH counters".into(),
            title_zh: "衞生服務櫃檯，隨着需求".into(),
            venue: "HALL".into(),
            ..draft("PM-2")
        })
        .await
        .unwrap();
        for search in ["衛生", "隨著", "health", "ＨＥＡＬＴＨ", "counters public", "pm-2"] {
            let mut ctx = s.acting("organiser", "EU").await;
            let found = find::catalogue(&mut ctx, &find::Filter { search: search.into(), ..Default::default() }).await.unwrap();
            let codes: Vec<&str> = found.iter().map(|r| r.workshop.code.as_str()).collect();
            assert_eq!(codes, ["PM-2"], "{search} on {}", s.on);
        }
    }
}

#[tokio::test]
async fn only_an_organiser_runs_workshops() {
    for s in Story::everywhere().await {
        for (who, of) in [("coordinator", "WSD")] {
            let mut ctx = s.acting(who, of).await;
            assert_eq!(organise::save(&mut ctx, &draft("PM-8")).await.unwrap_err().status(), 403);
            assert_eq!(organise::publish(&mut ctx, "PM-1").await.unwrap_err().status(), 403);
            assert_eq!(organise::cancel(&mut ctx, "PM-1", "weather", "", "", "").await.unwrap_err().status(), 403);
            assert_eq!(find::of_workshop(&mut ctx, "PM-1").await.err().unwrap().status(), 403, "{}", s.on);
        }
    }
}
