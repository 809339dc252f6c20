//! Feeds that stay right, on both databases: what a client that subscribed would show after each change (I-54 … I-57).

use std::sync::Arc;

use super::acts;
use crate::{
    base::{
        ctx::{Ctx, Viewer},
        site::Site,
        testing,
        text::{Bi, Lang},
        time::{Day, Moment},
    },
    people::testing as people,
    venues,
};

fn at(day: u32, hour: u32) -> Moment {
    Day::new(2001, 9, day).unwrap().at(hour, 0)
}

async fn sites() -> Vec<(&'static str, Arc<Site>)> {
    let mut sites = testing::sites(at(3, 9)).await;
    for (_, site) in &mut sites {
        let mut ctx = Ctx::write(site, Viewer::House).await.unwrap();
        for code in ["CSB", "WSD"] {
            people::department(&mut ctx, code).await.unwrap();
        }
        for (name, organisation, roles) in [("scheduler", "CSB", "CS;SH"), ("wsd", "WSD", "CS;DC"), ("clerk", "WSD", "CS")] {
            people::person(&mut ctx, &format!("{name}@demo.example"), organisation, roles).await.unwrap();
        }
        venues::acts::add_district(&mut ctx, "ST", &Bi::new("Sha Tin", "沙田"), "R", &Bi::new("Region", "區域")).await.unwrap();
        ctx.commit().await.unwrap();
    }
    sites
}

#[tokio::test]
async fn i_57_an_address_that_was_taken_back_or_replaced_answers_as_one_that_never_was() {
    for (on, site) in sites().await {
        let make = || people::by(&site, "clerk", async |ctx| acts::make_address(ctx, "mine").await);
        let read = async |token: &str| {
            acts::private(&site, token, Lang::En).await.map(|it| it.text).map_err(|no| (no.status(), no.key().to_owned()))
        };
        let never = read("0123456789abcdef0123456789abcdef").await.unwrap_err();
        assert_eq!(never.0, 404, "{on}");
        let first = make().await.unwrap();
        assert!(read(&first).await.unwrap().starts_with("BEGIN:VCALENDAR\r\n"));
        site.clock.set(site.now().plus_minutes(1));
        let second = make().await.unwrap();
        assert_ne!(first, second);
        assert_eq!(read(&first).await.unwrap_err(), never, "replaced");
        read(&second).await.unwrap();
        let fetched = people::by(&site, "clerk", async |ctx| acts::addresses(ctx).await).await.unwrap();
        assert_eq!(fetched.iter().map(|it| it.fetched).collect::<Vec<_>>(), [Some(site.now())]);
        people::by(&site, "clerk", async |ctx| acts::revoke(ctx, "mine").await).await.unwrap();
        assert_eq!(read(&second).await.unwrap_err(), never, "taken back");
        let mut ctx = Ctx::read(&site, Viewer::House).await.unwrap();
        let kept = ctx.tx.number(crate::sql!("select count(*) from calendar_address"), crate::args![]).await.unwrap();
        assert_eq!(kept, 0);
    }
}

#[tokio::test]
async fn nobody_gets_an_address_of_a_calendar_that_is_not_theirs() {
    for (on, site) in sites().await {
        for (who, own, status) in [
            ("clerk", "department", 404),
            ("clerk", "holds", 404),
            ("wsd", "judge", 404),
            ("clerk", "everything", 404),
            ("public", "mine", 401),
        ] {
            let no = people::by(&site, who, async |ctx| acts::make_address(ctx, own).await).await.unwrap_err();
            assert_eq!(no.status(), status, "{on} {who} {own}");
        }
        people::by(&site, "wsd", async |ctx| acts::make_address(ctx, "department").await).await.unwrap();
        people::by(&site, "scheduler", async |ctx| acts::make_address(ctx, "holds").await).await.unwrap();
    }
}

#[tokio::test]
async fn what_is_unknown_is_unknown_and_too_long_a_span_is_refused() {
    for (on, site) in sites().await {
        let feed = async |name: &str, span| acts::feed(&site, name, Lang::Tc, span).await.map(|it| it.text).map_err(|no| no.status());
        assert!(feed("all", (None, None)).await.unwrap().contains("X-WR-CALNAME:嘉許"), "{on}");
        for name in ["nothing", "venue-NOWHERE", "one-SC-XXX-01", "series-", "scheme-NONE"] {
            assert_eq!(feed(name, (None, None)).await, Err(404), "{name}");
        }
        assert_eq!(feed("all", (Some("2001-01-01"), Some("2002-12-31"))).await, Err(422));
    }
}
