//! The day itself and after.

use super::story::*;
use crate::{
    surveys,
    workshops::{
        Attendance,
        acts::{door, find},
    },
};

async fn mark(s: &Story, who: &str, key: &str) -> crate::base::problem::Answer<door::Marked> {
    let mut ctx = s.acting("organiser", "EU").await;
    let marked = door::mark(&mut ctx, "PM-1", who, Attendance::Attended, key).await?;
    ctx.commit().await?;
    Ok(marked)
}

async fn code_of(s: &Story, reference: &str) -> String {
    s.look(reference).await.participants[0].door_code.clone()
}

#[tokio::test]
async fn a_mark_sent_again_after_a_lost_line_counts_once_and_each_no_has_its_name() {
    for s in Story::everywhere().await {
        let seat = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.register("PM-1", "LCSD", &["c", "d"]).await.unwrap();
        s.register("PM-1", "FEHD", &["b"]).await.unwrap();
        let waiting = s.register("PM-1", "WSD", &["w"]).await.unwrap();
        let code = code_of(&s, &seat.reference).await;
        s.clock(at(3, 20, 7));
        assert_eq!(mark(&s, &code, "k1").await.unwrap_err().status(), 409, "before people arrive");
        s.clock(at(3, 20, 9));
        let first = mark(&s, &code.to_lowercase(), "k1").await.unwrap();
        assert_eq!((first.verdict, first.present, first.expected), (door::Verdict::Ok, 1, 4), "{}", s.on);
        assert_eq!(mark(&s, &code, "k1").await.unwrap().verdict, door::Verdict::Again);
        assert_eq!(mark(&s, &code, "k2").await.unwrap().verdict, door::Verdict::Again);
        assert_eq!(mark(&s, &code_of(&s, &waiting.reference).await, "k3").await.unwrap().verdict, door::Verdict::Waiting);
        assert_eq!(mark(&s, "NOSUCHCO", "k4").await.unwrap().verdict, door::Verdict::Unknown);
        s.is_sound().await;
    }
}

#[tokio::test]
async fn the_code_on_the_wall_works_on_its_day_only_and_for_those_with_a_place() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.person("stranger", "WSD", "CS").await;
        let mut ctx = s.acting("organiser", "EU").await;
        let workshop = find::workshop(&mut ctx, "PM-1").await.unwrap().workshop;
        let token = door::door_token(&ctx, &workshop);
        drop(ctx);
        let arrive = async |who: &str, of: &str, token: &str| {
            let mut ctx = s.acting(who, of).await;
            door::arrive(&mut ctx, "PM-1", token).await?;
            ctx.commit().await
        };
        s.clock(at(3, 19, 9));
        assert_eq!(arrive("a", "FEHD", &token).await.unwrap_err().status(), 410, "the day before, on {}", s.on);
        s.clock(at(3, 20, 9));
        assert_eq!(arrive("a", "FEHD", "00000000000000000000").await.unwrap_err().status(), 404);
        assert_eq!(arrive("stranger", "WSD", &token).await.unwrap_err().status(), 403);
        arrive("a", "FEHD", &token).await.unwrap();
        arrive("a", "FEHD", &token).await.unwrap();
        s.clock(at(3, 21, 9));
        assert_eq!(arrive("a", "FEHD", &token).await.unwrap_err().status(), 410, "the day after");
    }
}

#[tokio::test]
async fn i_09_i_10_closing_attendance_completes_the_workshop_and_moves_the_meter() {
    for s in Story::everywhere().await {
        let here = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        let away = s.register("PM-1", "LCSD", &["b"]).await.unwrap();
        s.clock(at(3, 20, 10));
        mark(&s, &code_of(&s, &here.reference).await, "k").await.unwrap();
        let close = async || {
            let mut ctx = s.acting("organiser", "EU").await;
            let closed = door::close_attendance(&mut ctx, "PM-1").await?;
            ctx.commit().await.map(|()| closed)
        };
        assert_eq!(close().await.unwrap_err().key(), "workshops-not-ended");
        let meter = async || find::completed(&mut s.acting("organiser", "EU").await, "PM", 2002).await.unwrap();
        assert_eq!(meter().await, 0);
        s.clock(at(3, 20, 17));
        close().await.unwrap();
        assert_eq!(meter().await, 1, "{}", s.on);
        assert_eq!((s.status(&here.reference).await, s.status(&away.reference).await), ("attended", "no_show"));
        assert_eq!(close().await.unwrap_err().status(), 409);
        s.is_sound().await;
    }
}

#[tokio::test]
async fn a_record_says_what_it_must_to_anybody_and_prints_for_its_owner() {
    for s in Story::everywhere().await {
        let seat = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.clock(at(3, 20, 9));
        mark(&s, &code_of(&s, &seat.reference).await, "k").await.unwrap();
        let code = s.look(&seat.reference).await.participants[0].record_code.clone().unwrap();
        let mut public = crate::base::ctx::Ctx::read(&s.site, Default::default()).await.unwrap();
        assert_eq!(door::record(&mut public, &code).await.err().unwrap().status(), 404, "not before the end");
        drop(public);
        s.clock(at(3, 20, 18));
        let mut public = crate::base::ctx::Ctx::read(&s.site, Default::default()).await.unwrap();
        let record = door::record(&mut public, &code.to_lowercase()).await.unwrap();
        assert_eq!((record.name.en.as_str(), record.workshop.code.as_str()), ("a", "PM-1"), "{}", s.on);
        assert_eq!(door::record(&mut public, "ARAAAAAAAAAA").await.err().unwrap().status(), 404);
        assert_eq!(door::record_paper(&mut public, &code).await.err().unwrap().status(), 401);
        s.person("b", "WSD", "CS").await;
        assert_eq!(door::record_paper(&mut s.acting("b", "WSD").await, &code).await.err().unwrap().status(), 403);
        assert!(door::record_paper(&mut s.acting("a", "FEHD").await, &code).await.unwrap().verify_url.ends_with(&code));
    }
}

#[tokio::test]
async fn i_64_an_evaluation_is_given_once_by_those_who_came_and_shown_from_five_on() {
    for s in Story::everywhere().await {
        s.publish(crate::workshops::Draft {
            capacity: "9".into(),
            quota: "9".into(),
            venue: "HALL".into(),
            code: "PM-1".into(),
            version: "2".into(),
            ..draft("PM-1")
        })
        .await
        .ok();
        let mut ctx = s.acting("organiser", "EU").await;
        let version = find::workshop(&mut ctx, "PM-1").await.unwrap().workshop.version;
        let wide = crate::workshops::Draft { capacity: "9".into(), quota: "9".into(), version: version.to_string(), ..draft("PM-1") };
        crate::workshops::acts::organise::save(&mut ctx, &wide).await.unwrap();
        ctx.commit().await.unwrap();
        let mut seats = Vec::new();
        for name in ["a", "b", "c", "d", "e", "absent"] {
            seats.push((name, s.register("PM-1", "FEHD", &[name]).await.unwrap().reference));
        }
        s.clock(at(3, 20, 9));
        for (name, reference) in seats.iter().filter(|(name, _)| *name != "absent") {
            mark(&s, &code_of(&s, reference).await, name).await.unwrap();
        }
        let evaluate = async |who: &str| {
            let mut ctx = s.acting(who, "FEHD").await;
            let answers = surveys::read(|q| if surveys::SCORED.contains(&q) { "4".into() } else { "更多例子".into() })?;
            door::evaluate(&mut ctx, "PM-1", answers).await?;
            ctx.commit().await
        };
        assert_eq!(evaluate("a").await.unwrap_err().status(), 409, "not before the end");
        s.clock(at(3, 20, 17));
        assert_eq!(evaluate("absent").await.unwrap_err().status(), 403);
        for name in ["a", "b", "c", "d"] {
            evaluate(name).await.unwrap();
        }
        assert_eq!(evaluate("a").await.unwrap_err().status(), 409, "once");
        let results = async || door::results(&mut s.acting("organiser", "EU").await, "PM-1").await.unwrap();
        let few = results().await;
        assert!(few.counts.is_empty() && few.words.is_empty(), "four answers show nothing, on {}", s.on);
        evaluate("e").await.unwrap();
        let five = results().await;
        assert_eq!((five.answers, five.counts[0].mean_tenths(), five.words.len()), (5, 40, 10));
        s.is_sound().await;
    }
}
