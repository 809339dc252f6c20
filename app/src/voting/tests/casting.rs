//! One code, one ballot, under any number of hands.

use super::super::{
    acts::{cast, phone},
    rules::*,
    testing::*,
};
use crate::base::testing::sites;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn i_25_two_hundred_at_once_with_one_code_are_one_ballot_and_one_receipt() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 3).await.unwrap();
        // The same ballot two hundred times: one receipt.
        let sent = (0..200).map(|_| {
            let (site, code) = (site.clone(), codes[0].clone());
            tokio::spawn(async move { vote(&site, &code, 1, choosing("E01", &["E02"])).await })
        });
        let mut receipts = std::collections::BTreeSet::new();
        for it in sent.collect::<Vec<_>>() {
            receipts.insert(it.await.unwrap().unwrap().receipt);
        }
        assert_eq!(receipts.len(), 1, "{on}");
        // Two hundred different ballots with one code: one is taken, and all others hear that the slip is used.
        let sent = (0..200).map(|n| {
            let (site, code) = (site.clone(), codes[1].clone());
            tokio::spawn(async move { vote(&site, &code, 1000 + n, choosing(["E01", "E02"][n % 2], &[])).await })
        });
        let (mut taken, mut used) = (0, 0);
        for it in sent.collect::<Vec<_>>() {
            match it.await.unwrap() {
                Ok(_) => taken += 1,
                Err(no) => used += i32::from((no.status(), no.key()) == (409, "voting-code-used")),
            }
        }
        assert_eq!((taken, used), (1, 199), "{on}");
        assert_eq!(in_urn(&site).await, 2, "{on}");
    }
}

/// How many ballots lie in the urn.
async fn in_urn(site: &std::sync::Arc<crate::base::site::Site>) -> usize {
    let mut ctx = crate::people::testing::acting(site, "house").await.unwrap();
    super::super::store::log::urn(&mut ctx.tx, SCHEME).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn i_25_parallel_ballots_over_all_codes_of_a_stop_are_as_many_as_the_codes_used() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 150).await.unwrap();
        // Every code is tried four times at once, twice with its own key and twice with strangers'.
        let mut sent = Vec::new();
        for (n, code) in codes.iter().enumerate() {
            for key in [n, n, 5000 + n, 9000 + n] {
                let (site, code) = (site.clone(), code.clone());
                sent.push(tokio::spawn(async move { vote(&site, &code, key, choosing("E03", &[])).await.is_ok() }));
            }
        }
        for it in sent {
            it.await.unwrap();
        }
        let desk = by(&site, "officer", async |ctx| super::super::acts::find::desk(ctx, STOP, None).await).await.unwrap();
        assert_eq!((desk.used, in_urn(&site).await), (150, 150), "{on}");
        site.clock.set(at(14, 12, 20));
        tick(&site).await.unwrap();
        let checks = crate::checks::all(&mut crate::people::testing::acting(&site, "house").await.unwrap()).await.unwrap();
        assert!(checks.iter().all(|(_, broken)| *broken == 0), "{on}: {checks:?}");
        assert_eq!(in_urn(&site).await, 0);
    }
}

#[tokio::test]
async fn i_34_the_same_key_gives_the_same_receipt_and_another_ballot_under_it_is_refused() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 30).await.unwrap();
        let first = vote(&site, &codes[0], 1, choosing("E01", &["E02", "E03"])).await.unwrap();
        let again = vote(&site, &codes[0], 1, choosing("E01", &["E03", "E02"])).await.unwrap();
        assert_eq!(first.receipt, again.receipt, "{on}: the order of ticking is no other ballot");
        let other = vote(&site, &codes[0], 1, choosing("E02", &[])).await.unwrap_err();
        assert_eq!((other.status(), other.key()), (409, "voting-key-reused"));
        let other = vote(&site, &codes[1], 1, choosing("E01", &["E02", "E03"])).await.unwrap_err();
        assert_eq!((other.status(), other.key()), (409, "voting-key-reused"));
        assert_eq!(in_urn(&site).await, 1);
        // Once it is sealed, what it chose is gone; key and code still give the receipt.
        for (n, code) in codes.iter().enumerate().skip(1) {
            vote(&site, code, 100 + n, choosing("E04", &[])).await.unwrap();
        }
        site.clock.set(at(14, 12, 30));
        tick(&site).await.unwrap();
        assert_eq!(in_urn(&site).await, 0);
        assert_eq!(vote(&site, &codes[0], 1, choosing("E01", &["E02", "E03"])).await.unwrap().receipt, first.receipt, "{on}");
    }
}

#[tokio::test]
async fn a_code_says_why_it_does_not_work() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 4).await.unwrap();
        let no = async |code: &str| {
            let mut ctx = crate::people::testing::acting(&site, "public").await.unwrap();
            let no = cast::check(&mut ctx, code, None).await.unwrap_err();
            (no.status(), no.key().to_owned())
        };
        let mut wrong = codes[0].plain().into_bytes();
        wrong[2] = if wrong[2] == b'7' { b'8' } else { b'7' };
        assert_eq!(no(std::str::from_utf8(&wrong).unwrap()).await, (422, "voting-code-bad".into()), "{on}");
        assert_eq!(no(&Code::of_chance([1, 2, 3, 4, 5]).plain()).await, (422, "voting-code-unknown".into()));
        vote(&site, &codes[0], 1, choosing("E01", &[])).await.unwrap();
        assert_eq!(no(&codes[0].spoken()).await, (409, "voting-code-used".into()));
        by(&site, "officer", async |ctx| super::super::acts::slips::void_slip(ctx, STOP, "2", "soiled").await).await.unwrap();
        assert_eq!(no(&codes[1].spoken()).await, (410, "voting-code-void".into()));
        assert_eq!(vote(&site, &codes[1], 2, choosing("E01", &[])).await.unwrap_err().key(), "voting-code-void");
        site.clock.set(at(14, 20, 0));
        let late = vote(&site, &codes[2], 3, choosing("E01", &[])).await.unwrap_err();
        assert_eq!((late.status(), late.key()), (410, "voting-poll-closed"));
        assert!(late.complaints[0].values.iter().any(|(name, _)| name == "opens"), "it names the stop and the hours");
        // At a machine of another stop.
        site.clock.set(at(14, 12, 0));
        let device = machine(&site, OTHER, 1).await.unwrap();
        let elsewhere = super::super::acts::kiosk::check(&site, &device, &codes[2].spoken()).await.unwrap_err();
        assert_eq!((elsewhere.status(), elsewhere.key()), (410, "voting-other-stop"));
        assert_eq!(in_urn(&site).await, 1, "nothing of all this left a ballot");
    }
}

#[tokio::test]
async fn i_28_what_cannot_be_chosen_is_refused_and_leaves_the_slip_unused() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 2).await.unwrap();
        let no = async |choices: Choices| vote(&site, &codes[0], 1, choices).await.unwrap_err().key().to_owned();
        assert_eq!(no(choosing("", &[])).await, "voting-blank", "{on}");
        assert_eq!(no(choosing("E01", &["E01", "E02", "E03", "E04"])).await, "voting-too-many");
        assert_eq!(no(choosing("E77", &[])).await, "voting-not-on-ballot");
        assert!(vote(&site, &codes[0], 1, choosing("", &["E01"])).await.is_ok(), "one award may be left blank");
    }
}

#[tokio::test]
async fn five_wrong_codes_in_a_minute_make_a_machine_wait_half_a_minute() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 2).await.unwrap();
        let device = machine(&site, STOP, 1).await.unwrap();
        let check = async |code: &str| super::super::acts::kiosk::check(&site, &device, code).await;
        for n in 0..5 {
            let code = Code::of_chance([9, 9, 9, 9, n]);
            assert_eq!(check(&code.plain()).await.unwrap_err().status(), 422, "{on}");
        }
        let no = check(&codes[0].plain()).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (429, "voting-too-many-tries"));
        site.clock.set(crate::base::time::Moment(at(14, 12, 0).0 + 31_000_000));
        assert!(check(&codes[0].plain()).await.is_ok(), "half a minute later");
    }
}

#[tokio::test]
async fn on_a_phone_nothing_of_the_ballot_is_kept_before_it_is_cast() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 2).await.unwrap();
        let place = cast::Place::browser("203.0.113.7", "Phone");
        let booth = phone::begin(&site, &Default::default(), &codes[0].spoken(), &place).await.unwrap();
        let cookie = booth.seal(&site);
        assert!(!cookie.contains(&codes[0].plain()) && phone::Booth::open(&site, &cookie, site.now()) == Some(booth.clone()));
        assert_eq!(phone::Booth::open(&site, &cookie.replace('a', "b"), site.now()), None, "nobody else can make one");
        let choose = async |booth, award: &str, entries: &[&str]| {
            let mut ctx = crate::people::testing::acting(&site, "public").await.unwrap();
            phone::choose(&mut ctx, booth, award, entries.iter().map(|it| format!("{SCHEME}-{it}")).collect()).await
        };
        let booth = choose(booth, DESIGN, &["E02"]).await.unwrap();
        assert_eq!(choose(booth.clone(), PEOPLE, &["E01", "E02", "E03", "E04"]).await.unwrap_err().key(), "voting-too-many");
        assert_eq!(in_urn(&site).await, 0, "{on}");
        let done = phone::send(&site, &Default::default(), booth.clone()).await.unwrap();
        let receipt = done.receipt.clone().unwrap();
        assert!(done.cast.choices.is_empty() && done.cast.code.is_empty());
        // The back button, and once more.
        assert_eq!(phone::send(&site, &Default::default(), booth).await.unwrap().receipt.unwrap().receipt, receipt.receipt);
        assert_eq!(in_urn(&site).await, 1);
    }
}

#[tokio::test]
async fn whoever_hands_out_slips_or_judges_does_not_vote() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 2).await.unwrap();
        let place = cast::Place::browser("203.0.113.7", "Phone");
        for (who, may) in [("officer", false), ("judge", false), ("chair", false), ("clerk", true), ("auditor", true)] {
            let ctx = crate::people::testing::acting(&site, &format!("{who}@demo.example")).await.unwrap();
            let viewer = ctx.viewer.clone();
            drop(ctx);
            let begun = phone::begin(&site, &viewer, &codes[0].spoken(), &place).await;
            assert_eq!(begun.is_ok(), may, "{on} {who}");
        }
    }
}
