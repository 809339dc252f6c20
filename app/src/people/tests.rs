//! Signing in on both databases.

use crate::{
    base::{
        ctx::{Ctx, Viewer},
        site::Site,
        testing,
        text::{Bi, Lang},
        time::{Day, Moment},
    },
    people::{Organisation, acts},
};
use std::sync::Arc;

async fn everywhere() -> Vec<(&'static str, Arc<Site>)> {
    let sites = testing::sites(Moment::parse("2001-10-15T09:00:00+08:00").unwrap()).await;
    for (_, site) in &sites {
        let mut ctx = Ctx::write(site, Viewer::House).await.unwrap();
        let org = Organisation {
            code: "WSD".into(),
            name: Bi::new("Water", "水務署"),
            short_zh: "水".into(),
            kind: "department".into(),
            email_domains: vec!["demo.example".into()],
        };
        acts::add_organisation(&mut ctx, &org, None, None).await.unwrap();
        let hash = acts::hash_password("a long enough word").await.unwrap();
        for (name, to) in [("here", None), ("gone", Day::new(2001, 8, 31))] {
            let newcomer = acts::Newcomer {
                email: format!("{name}@demo.example"),
                name: Bi::new(name, name),
                organisation: "WSD".into(),
                post: Bi::new(format!("Officer {name}"), "主任"),
                roles: "CS;DC".into(),
                language: Lang::Tc,
                password_hash: Some(hash.clone()),
                from: Day::new(2000, 1, 1).unwrap(),
                to,
            };
            acts::add(&mut ctx, &newcomer).await.unwrap();
        }
        ctx.commit().await.unwrap();
    }
    sites
}

#[tokio::test]
async fn the_right_password_opens_a_session_and_signing_out_ends_it() {
    for (on, site) in everywhere().await {
        let (token, lang) = acts::sign_in(&site, " Here@demo.example ", "a long enough word", "1.1.1.1", "test").await.unwrap();
        assert_eq!(lang, Lang::Tc);
        let viewer = acts::viewer(&site, &token).await.unwrap();
        assert_eq!(viewer.me().unwrap().organisation, "WSD", "{on}");
        assert_eq!(acts::viewer(&site, "another token").await.unwrap(), Viewer::Public);
        let mut ctx = Ctx::write(&site, viewer).await.unwrap();
        acts::sign_out(&mut ctx).await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!(acts::viewer(&site, &token).await.unwrap(), Viewer::Public);
    }
}

#[tokio::test]
async fn guessing_is_slowed_where_it_comes_from_and_nobody_else_is_shut_out() {
    for (on, site) in everywhere().await {
        for _ in 0..5 {
            let no = acts::sign_in(&site, "here@demo.example", "guess", "6.6.6.6", "").await.unwrap_err();
            assert_eq!((no.status(), no.key()), (401, "people-wrong-password"));
        }
        assert_eq!(acts::sign_in(&site, "here@demo.example", "a long enough word", "6.6.6.6", "").await.unwrap_err().status(), 429, "{on}");
        assert!(
            acts::sign_in(&site, "here@demo.example", "a long enough word", "1.1.1.1", "").await.is_ok(),
            "the owner, from elsewhere, gets in"
        );
        site.clock.set(site.now().plus_minutes(16));
        assert!(acts::sign_in(&site, "here@demo.example", "a long enough word", "6.6.6.6", "").await.is_ok(), "after a quarter of an hour");
    }
}

#[tokio::test]
async fn nobody_learns_from_the_answer_who_has_an_account() {
    for (_, site) in everywhere().await {
        let known = acts::sign_in(&site, "here@demo.example", "wrong", "1.1.1.1", "").await.unwrap_err();
        let unknown = acts::sign_in(&site, "nobody@demo.example", "wrong", "1.1.1.1", "").await.unwrap_err();
        assert_eq!(known, unknown);
    }
}

#[tokio::test]
async fn whoever_has_left_their_post_is_told_whom_to_ask() {
    for (on, site) in everywhere().await {
        let no = acts::sign_in(&site, "gone@demo.example", "a long enough word", "1.1.1.1", "").await.unwrap_err();
        assert_eq!((no.status(), no.key()), (403, "people-post-ended"), "{on}");
        assert!(format!("{:?}", no.complaints[0].values).contains("here@demo.example"));
    }
}

#[tokio::test]
async fn a_session_unused_for_eight_hours_is_over() {
    for (on, site) in everywhere().await {
        let (token, _) = acts::sign_in(&site, "here@demo.example", "a long enough word", "1.1.1.1", "").await.unwrap();
        site.clock.set(site.now().plus_minutes(7 * 60));
        assert_ne!(acts::viewer(&site, &token).await.unwrap(), Viewer::Public, "seen in time, it lives on");
        site.clock.set(site.now().plus_minutes(7 * 60));
        assert_ne!(acts::viewer(&site, &token).await.unwrap(), Viewer::Public);
        site.clock.set(site.now().plus_minutes(8 * 60));
        assert_eq!(acts::viewer(&site, &token).await.unwrap(), Viewer::Public, "{on}");
    }
}

#[tokio::test]
async fn a_link_to_choose_a_password_works_once_and_ends_every_session() {
    for (on, site) in everywhere().await {
        let (old, _) = acts::sign_in(&site, "here@demo.example", "a long enough word", "1.1.1.1", "").await.unwrap();
        let mut ctx = Ctx::write(&site, Viewer::Public).await.unwrap();
        acts::forget_password(&mut ctx, "nobody@demo.example").await.unwrap();
        acts::forget_password(&mut ctx, "here@demo.example").await.unwrap();
        ctx.commit().await.unwrap();
        let mut ctx = Ctx::read(&site, Viewer::Public).await.unwrap();
        let letters = crate::base::outbox::latest(&mut ctx.tx, None, 10).await.unwrap();
        drop(ctx);
        assert_eq!(letters.len(), 1, "only who exists is written to, on {on}");
        let token = letters[0].page.trim_start_matches("/password/").to_owned();
        assert_eq!(acts::choose_password(&site, &token, "short").await.unwrap_err().status(), 422);
        acts::choose_password(&site, &token, "another long word").await.unwrap();
        assert_eq!(acts::choose_password(&site, &token, "and another one").await.unwrap_err().status(), 410);
        assert_eq!(acts::viewer(&site, &old).await.unwrap(), Viewer::Public);
        assert!(acts::sign_in(&site, "here@demo.example", "another long word", "1.1.1.1", "").await.is_ok());
    }
}

#[tokio::test]
async fn an_import_is_all_or_nothing() {
    for (on, site) in everywhere().await {
        let head = "email,name_en,name_zh,organisation,post_en,post_zh,roles,password_hash\r\n";
        let bad = format!(
            "{head}new@demo.example,CHAN,陳,WSD,EO,主任,CS,\r\nhere@demo.example,LEE,李,WSD,EO,主任,CS,\r\nx@demo.example,HO,何,NOPE,EO,主任,ZZ,\r\n"
        );
        let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
        let no = acts::import(&mut ctx, bad.as_bytes()).await.unwrap_err();
        assert_eq!((no.status(), no.complaints.len()), (400, 2), "{on}: {no:?}");
        drop(ctx);
        let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
        assert!(acts::known(&mut ctx, "new@demo.example").await.unwrap().is_none());
        let good = format!("{head}new@demo.example,CHAN,陳,WSD,EO,主任,CS,\r\n");
        assert_eq!(acts::import(&mut ctx, good.as_bytes()).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn whoever_is_added_under_the_title_of_somebody_more_powerful_gets_no_more_than_was_given() {
    for (on, site) in everywhere().await {
        let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
        let namesake = acts::Newcomer {
            email: "namesake@demo.example".into(),
            name: Bi::new("n", "n"),
            organisation: "WSD".into(),
            // The post of `here`, who is a co-ordinator.
            post: Bi::new("Officer here", "主任"),
            roles: "CS".into(),
            language: Lang::En,
            password_hash: None,
            from: Day::new(2000, 1, 1).unwrap(),
            to: None,
        };
        acts::add(&mut ctx, &namesake).await.unwrap();
        let viewer = acts::viewer_of(&mut ctx, "namesake@demo.example").await.unwrap();
        assert_eq!(viewer.roles().each().map(crate::base::roles::Role::code).collect::<Vec<_>>(), ["CS"], "{on}");
    }
}

#[tokio::test]
async fn a_post_is_held_from_its_first_day_to_its_last() {
    for (on, site) in everywhere().await {
        let day = |d| Day::new(2001, 10, d).unwrap();
        let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
        let short = acts::Newcomer {
            email: "short@demo.example".into(),
            name: Bi::new("s", "s"),
            organisation: "WSD".into(),
            post: Bi::new("Temporary Officer", "臨時主任"),
            roles: "CS".into(),
            language: Lang::En,
            password_hash: None,
            from: day(5),
            to: Some(day(10)),
        };
        let id = acts::add(&mut ctx, &short).await.unwrap().unwrap();
        ctx.commit().await.unwrap();
        for (today, held) in [(4, false), (5, true), (10, true), (11, false)] {
            site.clock.set(day(today).at(12, 0));
            let mut ctx = Ctx::read(&site, Viewer::House).await.unwrap();
            let by_address = acts::known(&mut ctx, "short@demo.example").await.unwrap().unwrap();
            let by_number = acts::person(&mut ctx, id).await.unwrap();
            assert_eq!((by_address.is_of("WSD"), by_number.is_of("WSD")), (held, held), "on the {today}th, {on}");
            let viewer = acts::viewer_of(&mut ctx, "short@demo.example").await.unwrap();
            assert_eq!(viewer != Viewer::Public, held, "on the {today}th, {on}");
        }
    }
}

#[tokio::test]
async fn when_somebody_is_busy_is_looked_at_then_kept_without_what_and_seen_by_nobody_else() {
    let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\
        BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20011101T010000Z\r\nDTEND:20011101T030000Z\r\nSUMMARY:Dentist secret\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20010901T010000Z\r\nDTEND:20010901T030000Z\r\nSUMMARY:Over\r\nEND:VEVENT\r\n\
        END:VCALENDAR\r\n";
    let at = |text: &str| Moment::parse(text).unwrap();
    let span = (at("2001-11-01T10:00:00+08:00"), at("2001-11-01T12:00:00+08:00"));
    for (on, site) in everywhere().await {
        let by = async |who: &str| {
            let mut ctx = Ctx::write(&site, Viewer::House).await.unwrap();
            ctx.viewer = acts::viewer_of(&mut ctx, &format!("{who}@demo.example")).await.unwrap();
            ctx
        };
        let mut ctx = by("here").await;
        let look = acts::import_busy(&mut ctx, file, false).await.unwrap_err();
        assert_eq!((look.status(), look.complaints.len()), (409, 2), "{on}: how many, and which");
        assert!(!format!("{look:?}").contains("Dentist"), "{look:?}");
        assert!(acts::busy(&mut ctx).await.unwrap().is_empty(), "looking keeps nothing");
        assert_eq!(acts::import_busy(&mut ctx, "nothing", true).await.unwrap_err().complaints[0].field, "file");
        assert_eq!(acts::import_busy(&mut ctx, file, true).await.unwrap(), 1);
        ctx.commit().await.unwrap();
        let mut ctx = by("here").await;
        assert_eq!(acts::is_busy(&mut ctx, span).await.unwrap().map(|it| it.0), Some(at("2001-11-01T09:00:00+08:00")));
        assert_eq!(acts::is_busy(&mut ctx, (span.1, span.1.plus_minutes(60))).await.unwrap(), None);
        acts::forget_busy(&mut ctx).await.unwrap();
        assert!(acts::busy(&mut ctx).await.unwrap().is_empty());
        drop(ctx);
        let mut ctx = by("gone").await;
        assert_eq!(acts::is_busy(&mut ctx, span).await.unwrap(), None, "of nobody else");
        ctx.viewer = Viewer::Public;
        assert_eq!(acts::busy(&mut ctx).await.unwrap_err().status(), 401);
    }
}
