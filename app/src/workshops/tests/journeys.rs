//! Getting in, waiting, being offered, giving up, exchanging.

use super::story::*;
use crate::{
    base::{
        ids::ParticipantId,
        text::{Bi, Lang},
        time::Day,
    },
    people,
    workshops::{Draft, Member, acts, acts::endorse},
};

#[tokio::test]
async fn i_01_i_02_places_and_quota_are_given_until_they_are_gone() {
    for s in Story::everywhere().await {
        assert_eq!(s.register("PM-1", "FEHD", &["a"]).await.unwrap().status.code(), "confirmed");
        assert_eq!(s.register("PM-1", "FEHD", &["b"]).await.unwrap().status.code(), "confirmed");
        // The department's two places are used, though two are free.
        let third = s.register("PM-1", "FEHD", &["c"]).await.unwrap();
        assert_eq!(third.status.code(), "waitlisted", "{}", s.on);
        assert_eq!(s.register("PM-1", "LCSD", &["d", "e"]).await.unwrap().status.code(), "confirmed");
        let full = s.register("PM-1", "WSD", &["f"]).await.unwrap();
        assert_eq!((full.status.code(), s.position(&full.reference).await), ("waitlisted", Some(2)));
        s.is_sound().await;
    }
}

#[tokio::test]
async fn i_03_i_04_nobody_is_in_twice_or_in_two_places_at_one_hour() {
    for s in Story::everywhere().await {
        s.publish(Draft { venue: "HALL".into(), ..draft("PM-2") }).await.unwrap();
        let first = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        let again = s.register("PM-1", "FEHD", &["a"]).await.unwrap_err();
        assert_eq!((again.status(), again.key()), (409, "workshops-already-in"));
        assert!(again.complaints[0].values.contains(&("reference".into(), first.reference.as_str().into())), "it says which");
        let clash = s.register("PM-2", "FEHD", &["b", "a"]).await.unwrap_err();
        assert_eq!((clash.status(), clash.key(), clash.complaints[0].field.as_str()), (409, "workshops-overlaps", "members[1][email]"));
        // Given up, the hour is free again.
        s.give_up("a", "FEHD", &first.reference).await.unwrap();
        assert!(s.register("PM-2", "FEHD", &["b", "a"]).await.is_ok(), "{}", s.on);
        s.is_sound().await;
    }
}

#[tokio::test]
async fn i_06_before_the_opening_and_after_the_closing_nobody_registers() {
    for s in Story::everywhere().await {
        s.clock(at(1, 23, 8));
        assert_eq!(s.register("PM-1", "FEHD", &["a"]).await.unwrap_err().status(), 410);
        s.clock(at(3, 6, 17));
        let late = s.register("PM-1", "FEHD", &["a"]).await.unwrap_err();
        assert_eq!((late.status(), late.key()), (410, "workshops-closed"), "{}", s.on);
        s.clock(at(3, 6, 16));
        assert!(s.register("PM-1", "FEHD", &["a"]).await.is_ok());
    }
}

#[tokio::test]
async fn i_07_a_place_given_up_is_offered_to_the_first_who_fits_and_passes_on_when_the_offer_lapses() {
    for s in Story::everywhere().await {
        let a = s.register("PM-1", "FEHD", &["a", "b"]).await.unwrap();
        s.register("PM-1", "LCSD", &["c", "d"]).await.unwrap();
        let pair = s.register("PM-1", "WSD", &["e", "f"]).await.unwrap();
        let single = s.register("PM-1", "EU", &["g"]).await.unwrap();
        s.give_up("a", "FEHD", &a.reference).await.unwrap();
        assert_eq!((s.status(&pair.reference).await, s.status(&single.reference).await), ("offered", "waitlisted"));
        assert_eq!(s.position(&single.reference).await, Some(1));
        // Two working days later nobody has answered: from Friday noon, until Tuesday 5 pm.
        let until = s.look(&pair.reference).await.registration.offered_until.unwrap();
        assert_eq!(until, at(2, 5, 17), "{}", s.on);
        s.clock(until);
        let late = s.accept("e", "WSD", &pair.reference).await.unwrap_err();
        assert_eq!((late.status(), late.key()), (410, "workshops-offer-lapsed"));
        assert_eq!((s.status(&pair.reference).await, s.position(&pair.reference).await), ("waitlisted", None.or(Some(1))));
        assert_eq!(s.status(&single.reference).await, "offered");
        assert_eq!(s.accept("g", "EU", &single.reference).await.unwrap().status.code(), "confirmed");
        s.is_sound().await;
    }
}

#[tokio::test]
async fn by_the_clock_an_offer_lapses_and_the_next_in_line_has_it_without_anybody_asking() {
    for s in Story::everywhere().await {
        let a = s.register("PM-1", "FEHD", &["a", "b"]).await.unwrap();
        s.register("PM-1", "LCSD", &["c", "d"]).await.unwrap();
        let first = s.register("PM-1", "WSD", &["e"]).await.unwrap();
        let second = s.register("PM-1", "WSD", &["f"]).await.unwrap();
        let third = s.register("PM-1", "EU", &["g"]).await.unwrap();
        s.give_up("a", "FEHD", &a.reference).await.unwrap();
        assert_eq!(
            (s.status(&first.reference).await, s.status(&second.reference).await, s.status(&third.reference).await),
            ("offered", "offered", "waitlisted")
        );
        s.accept("e", "WSD", &first.reference).await.unwrap();
        s.clock(at(2, 5, 17));
        s.tick().await;
        s.tick().await;
        assert_eq!((s.status(&second.reference).await, s.status(&third.reference).await), ("waitlisted", "offered"), "{}", s.on);
        s.is_sound().await;
    }
}

#[tokio::test]
async fn nobody_is_promoted_once_the_waiting_list_has_closed() {
    for s in Story::everywhere().await {
        let a = s.register("PM-1", "FEHD", &["a", "b"]).await.unwrap();
        s.register("PM-1", "LCSD", &["c", "d"]).await.unwrap();
        let waiting = s.register("PM-1", "WSD", &["e"]).await.unwrap();
        s.clock(at(3, 19, 17));
        let mut ctx = s.acting("organiser", "EU").await;
        acts::give_up(&mut ctx, &a.reference, "ill").await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!(s.status(&waiting.reference).await, "waitlisted", "{}", s.on);
    }
}

#[tokio::test]
async fn a_form_sent_twice_registers_once() {
    for s in Story::everywhere().await {
        s.person("a", "FEHD", "CS").await;
        let mut references = Vec::new();
        for _ in 0..2 {
            let mut ctx = s.acting("a", "FEHD").await;
            let made = acts::register(&mut ctx, "PM-1", &[member("a", "FEHD")], true, "one-key").await.unwrap();
            ctx.commit().await.unwrap();
            references.push(made.reference);
        }
        assert_eq!(references[0], references[1], "{}", s.on);
        // Nobody else can pick up another's registration by its key.
        s.person("b", "FEHD", "CS").await;
        let mut ctx = s.acting("b", "FEHD").await;
        assert!(acts::register(&mut ctx, "PM-1", &[member("b", "FEHD")], true, "one-key").await.is_err());
    }
}

#[tokio::test]
async fn everything_wrong_with_a_form_is_said_at_once_and_nothing_is_stored() {
    for s in Story::everywhere().await {
        s.person("a", "FEHD", "CS").await;
        s.person("w", "WSD", "CS").await;
        let mut ctx = s.acting("a", "FEHD").await;
        let members = [
            Member { email: "not an address".into(), ..Member::default() },
            Member { email: address("w", "WSD"), ..Member::default() },
            Member { email: "x@elsewhere.example".into(), name: "A123456(3)".into(), post: "EO".into() },
        ];
        let problem = acts::register(&mut ctx, "PM-1", &members, false, "k").await.unwrap_err();
        let said: Vec<(&str, &str)> = problem.complaints.iter().map(|c| (c.field.as_str(), c.key.as_str())).collect();
        assert_eq!(problem.status(), 422);
        for expected in [
            ("members[0][email]", "people-email-bad"),
            ("members[1][email]", "workshops-other-department"),
            ("members[2][name]", "problem-identity-card"),
            ("members[2][email]", "workshops-other-domain"),
            ("members[0][email]", "workshops-team-size"),
            ("consent", "workshops-no-consent"),
        ] {
            assert!(said.contains(&expected), "{expected:?} in {said:?} on {}", s.on);
        }
        drop(ctx);
        assert!(s.letters().await.is_empty(), "nothing was stored, nobody was written to");
    }
}

#[tokio::test]
async fn a_colleague_without_an_account_is_added_and_invited() {
    for s in Story::everywhere().await {
        s.person("a", "FEHD", "CS").await;
        let mut ctx = s.acting("a", "FEHD").await;
        let newcomer = Member { email: "New@fehd.demo.example".into(), name: "CHAN Tai-man".into(), post: "Health Inspector".into() };
        acts::register(&mut ctx, "PM-1", &[member("a", "FEHD"), newcomer], true, "k").await.unwrap();
        ctx.commit().await.unwrap();
        let letters = s.letters().await;
        assert!(letters.contains(&"invited".into()), "{letters:?}");
        assert_eq!(letters.iter().filter(|k| *k == "registered-confirmed").count(), 2, "both are told");
    }
}

fn endorsed() -> Draft {
    Draft {
        endorsed: "yes".into(),
        team_min: "2".into(),
        team_max: "3".into(),
        quota: "3".into(),
        capacity: "6".into(),
        venue: "HALL".into(),
        ..draft("PM-9")
    }
}

#[tokio::test]
async fn a_team_waits_for_its_own_co_ordinator_and_no_other_can_endorse_it() {
    for s in Story::everywhere().await {
        s.publish(endorsed()).await.unwrap();
        let team = s.register("PM-9", "WSD", &["a", "b"]).await.unwrap();
        assert_eq!(team.status.code(), "awaiting_endorsement");
        let mut other = s.acting("fehd", "FEHD").await;
        assert_eq!(endorse::endorse(&mut other, &team.reference).await.unwrap_err().status(), 403, "{}", s.on);
        drop(other);
        let mut own = s.acting("coordinator", "WSD").await;
        endorse::endorse(&mut own, &team.reference).await.unwrap();
        own.commit().await.unwrap();
        assert_eq!(s.status(&team.reference).await, "confirmed");
        let mut own = s.acting("coordinator", "WSD").await;
        assert_eq!(endorse::endorse(&mut own, &team.reference).await.unwrap_err().status(), 409, "once is enough");
    }
}

#[tokio::test]
async fn a_request_nobody_endorsed_holds_no_place_after_the_closing() {
    for s in Story::everywhere().await {
        s.publish(endorsed()).await.unwrap();
        let team = s.register("PM-9", "WSD", &["a", "b"]).await.unwrap();
        s.clock(at(3, 6, 17));
        let mut own = s.acting("coordinator", "WSD").await;
        assert_eq!(endorse::endorse(&mut own, &team.reference).await.unwrap_err().status(), 410);
        drop(own);
        s.tick().await;
        assert_eq!(s.status(&team.reference).await, "declined", "{}", s.on);
        s.is_sound().await;
    }
}

#[tokio::test]
async fn declining_takes_a_reason_that_the_team_reads() {
    for s in Story::everywhere().await {
        s.publish(endorsed()).await.unwrap();
        let team = s.register("PM-9", "WSD", &["a", "b"]).await.unwrap();
        let mut own = s.acting("coordinator", "WSD").await;
        assert_eq!(endorse::decline(&mut own, &team.reference, " ").await.unwrap_err().status(), 422);
        endorse::decline(&mut own, &team.reference, "名額不足").await.unwrap();
        own.commit().await.unwrap();
        let seen = s.look(&team.reference).await;
        assert_eq!((seen.registration.status.code(), seen.registration.reason.as_deref()), ("declined", Some("名額不足")), "{}", s.on);
    }
}

#[tokio::test]
async fn i_05_a_member_is_exchanged_without_losing_the_place_until_two_working_days_before() {
    for s in Story::everywhere().await {
        let team = s.register("PM-1", "FEHD", &["a", "b"]).await.unwrap();
        s.person("c", "FEHD", "CS").await;
        let b: ParticipantId = s.look(&team.reference).await.participants.iter().find(|p| p.email.starts_with("b@")).unwrap().id;
        s.clock(at(3, 18, 15));
        let mut ctx = s.acting("a", "FEHD").await;
        acts::substitute(&mut ctx, &team.reference, b, &member("c", "FEHD")).await.unwrap();
        ctx.commit().await.unwrap();
        let seen = s.look(&team.reference).await;
        let mut names: Vec<&str> = seen.participants.iter().map(|p| p.name.en.as_str()).collect();
        names.sort_unstable();
        assert_eq!((names, seen.registration.status.code()), (vec!["a", "c"], "confirmed"), "{}", s.on);
        assert!(s.letters().await.contains(&"replaced".into()), "who was replaced is told");
        s.clock(at(3, 19, 9));
        let mut ctx = s.acting("a", "FEHD").await;
        assert_eq!(acts::substitute(&mut ctx, &team.reference, b, &member("b", "FEHD")).await.unwrap_err().status(), 410);
        drop(ctx);
        s.is_sound().await;
    }
}

#[tokio::test]
async fn whoever_holds_a_second_post_may_take_a_place_of_that_department_too() {
    for s in Story::everywhere().await {
        let team = s.register("PM-1", "FEHD", &["a", "b"]).await.unwrap();
        s.person("two", "FEHD", "CS").await;
        // Their later post is with the Efficiency Unit, where they run workshops: the one they act from.
        let mut ctx = s.acting("two", "FEHD").await;
        let id = ctx.me().unwrap().id;
        let later = people::acts::Newcomer {
            email: String::new(),
            name: Bi::default(),
            organisation: "EU".into(),
            post: Bi::new("Organiser too", "亦籌辦"),
            roles: "CS;WO".into(),
            language: Lang::En,
            password_hash: None,
            from: Day::new(2001, 6, 1).unwrap(),
            to: None,
        };
        people::acts::give_post(&mut ctx, id, &later).await.unwrap();
        ctx.commit().await.unwrap();
        let b = s.look(&team.reference).await.participants.iter().find(|p| p.email.starts_with("b@")).unwrap().id;
        let mut ctx = s.acting("two", "FEHD").await;
        assert_eq!(ctx.me().unwrap().organisation, "EU");
        let after = acts::substitute(&mut ctx, &team.reference, b, &member("two", "FEHD")).await;
        assert!(after.is_ok(), "{}: {after:?}", s.on);
    }
}

#[tokio::test]
async fn i_66_a_co_ordinator_sees_the_own_department_and_nobody_elses() {
    for s in Story::everywhere().await {
        let own = s.register("PM-1", "WSD", &["mine"]).await.unwrap();
        let other = s.register("PM-1", "FEHD", &["theirs"]).await.unwrap();
        let mut ctx = s.acting("coordinator", "WSD").await;
        let list = acts::find::department(&mut ctx).await.unwrap();
        let seen: Vec<&str> = list.iter().map(|e| e.registration.reference.as_str()).collect();
        assert_eq!(seen, [own.reference.as_str()], "{}", s.on);
        assert_eq!(acts::find::registration(&mut ctx, &other.reference).await.err().unwrap().status(), 404);
        assert_eq!(acts::give_up(&mut ctx, &other.reference, "").await.unwrap_err().status(), 404);
    }
}

#[tokio::test]
async fn a_bulk_enrolment_is_all_or_nothing_and_names_the_lines() {
    for s in Story::everywhere().await {
        let mut ctx = s.acting("coordinator", "WSD").await;
        let bad = "\u{feff}workshop,team,email,name,post\r\nPM-1,,n1@wsd.demo.example,CHAN Tai-man,EO\r\nPM-1,,n2@fehd.demo.example,LEE Siu-ming,EO\r\nPM-7,,n3@wsd.demo.example,HO Ka-yan,EO\r\n";
        let problem = endorse::enrol(&mut ctx, bad.as_bytes(), "k").await.unwrap_err();
        let lines: Vec<&str> = problem.complaints.iter().map(|c| c.field.as_str()).collect();
        assert_eq!((problem.status(), lines), (400, vec!["file-line-3", "file-line-4"]), "{}", s.on);
        drop(ctx);
        assert!(s.letters().await.is_empty());
        let mut ctx = s.acting("coordinator", "WSD").await;
        let good =
            "workshop,team,email,name,post\nPM-1,A,n1@wsd.demo.example,CHAN Tai-man,EO\nPM-1,A,n2@wsd.demo.example,LEE Siu-ming,EO\n";
        assert_eq!(endorse::enrol(&mut ctx, good.as_bytes(), "k").await.unwrap(), 2);
        ctx.commit().await.unwrap();
        let mut ctx = s.acting("coordinator", "WSD").await;
        let list = acts::find::department(&mut ctx).await.unwrap();
        assert_eq!((list.len(), list[0].registration.people, list[0].registration.status.code()), (1, 2, "confirmed"));
    }
}
