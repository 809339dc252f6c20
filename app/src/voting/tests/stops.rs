//! Planning stops: moving days, the venue's hours, weather, extension.

use super::super::{acts::exhibit, rules::*, testing::*};
use crate::base::{happening::Sure, testing::sites, text::Bi};

#[tokio::test]
async fn stops_of_one_tour_stay_apart_and_the_refusal_names_the_other() {
    for (on, site) in sites(at(1, 0, 0)).await {
        world(&site).await.unwrap();
        let plan = async |form: StopForm| by(&site, "officer", async |ctx| exhibit::plan(ctx, &form).await).await;
        let no = plan(stop_form("EX-3", 16, 16)).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (409, "exhibitions-too-near"), "{on}");
        assert!(format!("{no:?}").contains("Stop EX-1"));
        assert!(plan(stop_form("EX-3", 21, 22)).await.is_ok());
        let no = plan(StopForm { opens: "08:00".into(), ..stop_form("EX-4", 25, 26) }).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "exhibitions-outside-hours"));
        let no = plan(StopForm { venue: "MALL".into(), ..stop_form("EX-4", 30, 30) }).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "exhibitions-venue-closed"), "it is a Sunday");
        assert_eq!(
            by(&site, "clerk", async |ctx| exhibit::plan(ctx, &stop_form("EX-9", 28, 28)).await.map(drop)).await.unwrap_err().status(),
            403
        );
        assert_eq!(plan(stop_form("EX-1", 14, 15)).await.unwrap_err().key(), "exhibitions-code-taken");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn i_35_of_two_stops_planned_at_once_into_one_gap_only_one_is() {
    for (on, site) in sites(at(1, 0, 0)).await {
        world(&site).await.unwrap();
        let plan = |code: &'static str, venue: &'static str| {
            let site = site.clone();
            tokio::spawn(async move {
                let form = StopForm { venue: venue.into(), ..stop_form(code, 24, 25) };
                by(&site, "officer", async |ctx| exhibit::plan(ctx, &form).await.map(drop)).await
            })
        };
        let (a, b) = (plan("EX-A", "HALL"), plan("EX-B", "MALL"));
        let made = [a.await.unwrap().is_ok(), b.await.unwrap().is_ok()];
        assert_eq!(made.iter().filter(|it| **it).count(), 1, "{on} {made:?}");
    }
}

#[tokio::test]
async fn weather_shuts_a_stop_for_the_day_and_the_secretary_adds_a_day() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 3).await.unwrap();
        let notice = Bi::new("Closed today: typhoon signal No. 8.", "八號烈風信號，今日休息。");
        let suspend = async |notice: &Bi| by(&site, "officer", async |ctx| exhibit::suspend(ctx, STOP, "2001-09-14", notice).await).await;
        assert_eq!(suspend(&Bi::new("Closed", "")).await.unwrap_err().status(), 422, "{on}: in both languages");
        suspend(&notice).await.unwrap();
        assert_eq!(vote(&site, &codes[0], 1, choosing("E01", &[])).await.unwrap_err().key(), "voting-poll-closed");
        let shut = by(&site, "public", async |ctx| super::super::acts::find::shut(ctx).await).await.unwrap();
        assert_eq!(shut.len(), 1);
        assert_eq!(shut[0].1.notice, notice);
        let extend = async |days: &'static str| by(&site, "secretary", async |ctx| exhibit::extend(ctx, STOP, days).await).await;
        assert_eq!(extend("0").await.unwrap_err().status(), 422);
        assert_eq!(extend("2").await.unwrap_err().key(), "exhibitions-too-near", "the next stop opens on the eighteenth");
        let longer = extend("1").await.unwrap();
        assert_eq!(longer.ends.iso(), "2001-09-16");
        let shown = by(&site, "public", async |ctx| super::super::acts::find::stop(ctx, STOP).await).await.unwrap();
        assert_eq!(shown.days.len(), 3);
        let calendar = by(&site, "public", async |ctx| {
            super::super::acts::find::calendar(ctx, STOP, crate::base::words::Words::of(crate::base::text::Lang::En)).await
        })
        .await
        .unwrap();
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3);
        assert_eq!(calendar.matches("STATUS:CANCELLED").count(), 1);
    }
}

#[tokio::test]
async fn i_55_a_day_that_a_public_stop_is_moved_away_from_stays_in_calendars_as_cancelled_until_it_is_a_day_again() {
    for (on, site) in sites(at(1, 0, 0)).await {
        world(&site).await.unwrap();
        let plan = async |form: StopForm| by(&site, "officer", async |ctx| exhibit::plan(ctx, &form).await).await.unwrap();
        let days = async || {
            let all = by(&site, "public", async |ctx| super::super::acts::find::happenings(ctx).await).await.unwrap();
            let of_stop = all.into_iter().filter(|it| it.code == "EX-3");
            of_stop.map(|it| (it.starts.day().day(), it.sure, it.sequence)).collect::<Vec<_>>()
        };
        let version =
            async || by(&site, "officer", async |ctx| super::super::acts::find::stop(ctx, "EX-3").await).await.unwrap().stop.version;
        plan(stop_form("EX-3", 21, 22)).await;
        // What nobody knew of needs no farewell.
        plan(StopForm { version: version().await.to_string(), ..stop_form("EX-3", 22, 23) }).await;
        by(&site, "officer", async |ctx| exhibit::confirm(ctx, "EX-3").await).await.unwrap();
        assert_eq!(days().await, [(22, Sure::Confirmed, 1), (23, Sure::Confirmed, 1)], "{on}");
        plan(StopForm { version: version().await.to_string(), ..stop_form("EX-3", 23, 24) }).await;
        assert_eq!(days().await, [(23, Sure::Confirmed, 2), (24, Sure::Confirmed, 2), (22, Sure::Cancelled, 2)], "{on}");
        plan(StopForm { version: version().await.to_string(), ..stop_form("EX-3", 22, 23) }).await;
        assert_eq!(days().await, [(22, Sure::Confirmed, 3), (23, Sure::Confirmed, 3), (24, Sure::Cancelled, 3)], "{on}");
    }
}
