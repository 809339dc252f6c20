//! The day at a stop: opening, paper, closing, balance.

use std::collections::BTreeMap;

use super::super::{
    acts::{day, find, slips},
    rules::{trial::Script, *},
    store::ballots,
    testing::*,
};
use crate::base::testing::sites;

const DAY: &str = "2001-09-14";

fn closing(handed: i64, unused: i64) -> day::Closing {
    day::Closing { handed: BTreeMap::from([("1".into(), handed.to_string())]), unused: unused.to_string(), explanation: String::new() }
}

fn paper(ballots: i64, spoilt: i64, design: &[(&str, i64)]) -> PaperForm {
    let votes = design.iter().map(|(entry, n)| (format!("{SCHEME}-{entry}"), n.to_string())).collect();
    PaperForm {
        stop: STOP.into(),
        day: DAY.into(),
        ballots: ballots.to_string(),
        spoilt: spoilt.to_string(),
        votes: BTreeMap::from([(DESIGN.to_owned(), votes)]),
    }
}

#[tokio::test]
async fn the_day_of_the_town_hall_with_a_power_cut() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 300).await.unwrap();
        for (n, code) in codes.iter().enumerate().take(193) {
            vote(&site, code, n, choosing("E01", &["E02"])).await.unwrap();
        }
        let enter = async |who: &str, form: &PaperForm| by(&site, who, async |ctx| day::enter_paper(ctx, form).await).await;
        let read = paper(14, 1, &[("E01", 6), ("E03", 7)]);
        assert_eq!(enter("officer", &read).await.unwrap(), day::PaperEntered::Once, "{on}");
        assert_eq!(enter("officer", &read).await.unwrap_err().status(), 403, "the same officer does not read it twice");
        let no = by(&site, "officer", async |ctx| day::close(ctx, STOP, DAY, &closing(150, 0)).await).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "voting-handed-bad"), "more were used than that");
        site.clock.set(at(14, 20, 10));
        let balance = by(&site, "officer", async |ctx| day::close(ctx, STOP, DAY, &closing(212, 4)).await).await.unwrap();
        assert_eq!((balance.issued, balance.used, balance.returned), (212, 193, 88));
        // The first return alone counts for nothing yet.
        let no = by(&site, "officer2", async |ctx| day::reconcile(ctx, STOP, DAY).await).await.unwrap_err();
        assert_eq!(no.key(), "voting-paper-open");
        // The second officer reads something else: both are thrown away.
        assert_eq!(enter("officer2", &paper(13, 1, &[("E01", 6), ("E03", 7)])).await.unwrap(), day::PaperEntered::Differs);
        assert_eq!(enter("officer2", &read).await.unwrap(), day::PaperEntered::Once);
        assert_eq!(enter("officer", &read).await.unwrap(), day::PaperEntered::Agreed);
        let desk = by(&site, "officer", async |ctx| find::desk(ctx, STOP, Some(DAY)).await).await.unwrap();
        assert_eq!(desk.day.unwrap().balance.difference(), 0, "212 = 193 + 14 + 1 + 4");
        assert_eq!(
            by(&site, "officer", async |ctx| day::reconcile(ctx, STOP, DAY).await).await.unwrap_err().status(),
            403,
            "who closed it"
        );
        by(&site, "officer2", async |ctx| day::reconcile(ctx, STOP, DAY).await).await.unwrap();
        tick(&site).await.unwrap();
        let checks = crate::checks::all(&mut crate::people::testing::acting(&site, "house").await.unwrap()).await.unwrap();
        assert!(checks.iter().all(|(_, broken)| *broken == 0), "{on}: {checks:?}");
    }
}

#[tokio::test]
async fn paper_above_the_slips_is_refused_and_a_difference_is_explained_by_two() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 20).await.unwrap();
        vote(&site, &codes[0], 1, choosing("E01", &[])).await.unwrap();
        let no = by(&site, "officer", async |ctx| day::enter_paper(ctx, &paper(20, 0, &[("E01", 20)])).await).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "voting-paper-above-slips"), "{on}");
        by(&site, "officer", async |ctx| day::close(ctx, STOP, DAY, &closing(10, 7)).await).await.unwrap();
        let reconcile = async |who: &str| by(&site, who, async |ctx| day::reconcile(ctx, STOP, DAY).await).await;
        let no = reconcile("officer2").await.unwrap_err();
        assert_eq!((no.status(), no.key()), (409, "voting-unexplained"), "two slips are missing");
        by(&site, "officer2", async |ctx| day::explain(ctx, STOP, DAY, "Two visitors left with their slips.").await).await.unwrap();
        assert_eq!(reconcile("officer2").await.unwrap_err().status(), 403);
        reconcile("officer3").await.unwrap();
        assert_eq!(vote(&site, &codes[5], 9, choosing("E01", &[])).await.unwrap_err().status(), 410);
    }
}

#[tokio::test]
async fn a_batch_is_of_use_only_on_the_day_it_was_given_to() {
    for (on, site) in sites(at(1, 0, 0)).await {
        world(&site).await.unwrap();
        let print = async |stop: &str, size: &str| by(&site, "officer", async |ctx| slips::print(ctx, stop, size, false).await).await;
        assert_eq!(print(STOP, "0").await.unwrap_err().status(), 422, "{on}");
        let batch = print(STOP, "50").await.unwrap();
        assert_eq!((batch.first, batch.last()), (1, 50));
        assert_eq!(print(STOP, "10").await.unwrap().first, 51, "slips of a stop are numbered through");
        assert_eq!(
            by(&site, "secretary", async |ctx| slips::print(ctx, STOP, "5", false).await.map(drop)).await.unwrap_err().status(),
            403
        );
        let once = by(&site, "officer", async |ctx| slips::sheets(ctx, STOP, 1).await).await.unwrap();
        let twice = by(&site, "officer", async |ctx| slips::sheets(ctx, STOP, 1).await).await.unwrap();
        assert_eq!(once.slips[7].code, twice.slips[7].code, "a jammed printer makes no other codes");
        by(&site, "officer", async |ctx| slips::issue(ctx, STOP, 1).await).await.unwrap();
        let no = by(&site, "officer", async |ctx| slips::sheets(ctx, STOP, 1).await.map(drop)).await.unwrap_err();
        assert_eq!(no.key(), "voting-printed-already");
        assert_eq!(by(&site, "officer", async |ctx| slips::issue(ctx, STOP, 1).await).await.unwrap_err().key(), "voting-batch-move");
        site.clock.set(at(17, 9, 0));
        assert_eq!(by(&site, "officer", async |ctx| slips::issue(ctx, STOP, 2).await).await.unwrap_err().key(), "voting-not-today");
    }
}

#[tokio::test]
async fn test_ballots_must_come_out_as_committed_to_before_the_first_was_cast() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let visitors = open(&site, 5).await.unwrap();
        let batch = by(&site, "officer", async |ctx| slips::print(ctx, STOP, "12", true).await).await.unwrap();
        let told: Option<String> = by(&site, "house", async |ctx| Ok(ballots::script(&mut ctx.tx, batch.id).await?)).await.unwrap();
        let script: Script = serde_json::from_str(&told.unwrap()).unwrap();
        let sheet = by(&site, "officer", async |ctx| slips::sheets(ctx, STOP, batch.number).await).await.unwrap();
        assert_eq!((sheet.script.len(), sheet.script[0].len()), (12, 2), "{on}: every slip says what to cast in both awards");
        let codes = codes(&site, STOP, batch.number).await.unwrap();
        for (n, code) in codes.iter().enumerate().take(9) {
            vote(&site, code, 100 + n, script.0[n].clone()).await.unwrap();
        }
        // A visitor's own ballot is none of the tests', whatever it chooses.
        vote(&site, &visitors[0], 1, choosing("E01", &[])).await.unwrap();
        let trial = async || by(&site, "officer", async |ctx| find::desk(ctx, STOP, Some(DAY)).await).await.unwrap().trial;
        assert_eq!(
            (trial().await.cast, trial().await.waiting, trial().await.odd),
            (9, 9, vec![]),
            "{on}: nothing is known before the sealing"
        );
        let reconcile = async |who: &str| by(&site, who, async |ctx| day::reconcile(ctx, STOP, DAY).await).await;
        let mut said = closing(5, 4);
        said.handed.insert(batch.number.to_string(), "12".into());
        by(&site, "officer", async |ctx| day::close(ctx, STOP, DAY, &said).await).await.unwrap();
        assert_eq!(reconcile("officer2").await.unwrap_err().key(), "voting-tests-waiting");
        tick(&site).await.unwrap();
        assert_eq!((trial().await.waiting, trial().await.odd), (0, vec![]), "{on}");
        reconcile("officer2").await.unwrap();
    }
}

#[tokio::test]
async fn a_test_ballot_that_came_out_as_another_holds_up_the_day_until_it_is_explained() {
    for (on, site) in sites(at(1, 0, 0)).await {
        open(&site, 5).await.unwrap();
        let batch = by(&site, "officer", async |ctx| slips::print(ctx, STOP, "6", true).await).await.unwrap();
        let told: Option<String> = by(&site, "house", async |ctx| Ok(ballots::script(&mut ctx.tx, batch.id).await?)).await.unwrap();
        let mut script: Script = serde_json::from_str(&told.unwrap()).unwrap();
        let codes = codes(&site, STOP, batch.number).await.unwrap();
        let was = script.0[2].get(DESIGN).cloned().unwrap();
        let other = if was == [format!("{SCHEME}-E01")] { "E02" } else { "E01" };
        script.0[2].insert(DESIGN.into(), vec![format!("{SCHEME}-{other}")]);
        for (n, code) in codes.iter().enumerate() {
            vote(&site, code, n, script.0[n].clone()).await.unwrap();
        }
        let mut said = closing(5, 5);
        said.handed.insert(batch.number.to_string(), "6".into());
        by(&site, "officer", async |ctx| day::close(ctx, STOP, DAY, &said).await).await.unwrap();
        tick(&site).await.unwrap();
        let trial = by(&site, "officer", async |ctx| find::desk(ctx, STOP, Some(DAY)).await).await.unwrap().trial;
        let odd: Vec<_> = trial.odd.iter().map(|it| (it.award.as_str(), it.found - it.expected)).collect();
        assert!(odd.len() == 2 && odd.iter().all(|(award, by)| *award == DESIGN && by.abs() == 1), "{on}: {odd:?}");
        let reconcile = async |who: &str| by(&site, who, async |ctx| day::reconcile(ctx, STOP, DAY).await).await;
        let no = reconcile("officer2").await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "voting-tests-odd"), "{on}");
        by(&site, "officer2", async |ctx| day::explain(ctx, STOP, DAY, "An officer touched the wrong card.").await).await.unwrap();
        reconcile("officer3").await.unwrap();
    }
}
