//! From the last ballot to the certificate, and what the record proves.

use super::super::{
    acts::{count, day, record as published, seal},
    rules::{record::recount::Recount, *},
    testing::*,
};
use crate::{
    awards::acts::table,
    base::{testing::sites, text::Bi},
};

fn recount(text: &str) -> Result<record::Report, record::Flaw> {
    let mut it = Recount::new();
    for chunk in text.as_bytes().chunks(1000) {
        it.push(chunk)?;
    }
    it.finish()
}

/// Ballots of two stops, everything balanced: ready to be counted.
async fn cast_and_balanced(site: &std::sync::Arc<crate::base::site::Site>) {
    let codes = open(site, 60).await.unwrap();
    for (n, code) in codes.iter().enumerate() {
        vote(site, code, n, choosing(["E01", "E02", "E01"][n % 3], &["E04", "E05"][..n % 3])).await.unwrap();
        if n == 39 {
            site.clock.set(at(14, 12, 20));
            tick(site).await.unwrap();
        }
    }
    site.clock.set(at(14, 20, 5));
    tick(site).await.unwrap();
    balance(site, STOP, "2001-09-14").await.unwrap();
}

async fn write_off(site: &std::sync::Arc<crate::base::site::Site>, object: &str) {
    let reason = Bi::new("The stop was not held that day.", "當日沒有舉行。");
    by(site, "officer", async |ctx| day::propose(ctx, SCHEME, "write_off", object, &reason).await).await.unwrap();
    let mut ctx = crate::people::testing::acting(site, "house").await.unwrap();
    let all = super::super::store::officers::decisions(&mut ctx.tx, SCHEME).await.unwrap();
    drop(ctx);
    let id = all.iter().find(|it| it.object == object).unwrap().id;
    assert_eq!(by(site, "officer", async |ctx| day::decide(ctx, SCHEME, id, true).await).await.unwrap_err().status(), 403);
    by(site, "officer2", async |ctx| day::decide(ctx, SCHEME, id, true).await).await.unwrap();
}

#[tokio::test]
async fn i_31_the_count_waits_for_every_day_and_two_people_certify_it_for_the_panel() {
    for (on, site) in sites(at(1, 0, 0)).await {
        cast_and_balanced(&site).await;
        let count = async |who: &str| by(&site, who, async |ctx| count::count(ctx, SCHEME).await).await;
        let no = count("secretary").await.unwrap_err();
        assert_eq!((no.status(), no.key()), (409, "voting-days-open"), "{on}");
        site.clock.set(at(20, 9, 0));
        for object in ["EX-1:2001-09-15", "EX-2:2001-09-18", "EX-2:2001-09-19"] {
            write_off(&site, object).await;
        }
        count("secretary").await.unwrap();
        let standing = by(&site, "secretary", async |ctx| count::standing(ctx, SCHEME).await).await.unwrap();
        let totals = standing.totals.unwrap();
        assert_eq!(totals[&(DESIGN.into(), "BPP2-E01".into())], 40);
        assert_eq!(totals[&(DESIGN.into(), "BPP2-E02".into())], 20);
        assert_eq!(totals[&(PEOPLE.into(), "BPP2-E04".into())], 40);
        assert_eq!(totals[&(PEOPLE.into(), "BPP2-E05".into())], 20);
        assert_eq!(totals[&(PEOPLE.into(), "BPP2-E06".into())], 0, "who has no vote is in the table too");
        let hash = standing.poll.table_hash.clone();
        count("secretary").await.unwrap();
        let again = by(&site, "secretary", async |ctx| count::standing(ctx, SCHEME).await).await.unwrap();
        assert_eq!(again.poll.table_hash, hash, "the same ballots give the same table");
        let certify = async |who: &str| by(&site, who, async |ctx| count::certify(ctx, SCHEME).await).await;
        assert_eq!(certify("secretary").await.unwrap_err().status(), 403);
        certify("secretary2").await.unwrap();
        let (certificate, votes) = by(&site, "secretary", async |ctx| table::entered_votes(ctx, SCHEME).await).await.unwrap().unwrap();
        assert!(certificate.confirmed_by.is_some());
        assert_eq!(votes[&(DESIGN.into(), "BPP2-E01".into())], 40, "the panel's table has the public part");
        assert_eq!(count("secretary").await.unwrap_err().status(), 409, "what is certified is not counted again");
        let none = Default::default();
        let no = by(&site, "secretary", async |ctx| crate::awards::acts::decide::enter_votes(ctx, SCHEME, &none).await).await.unwrap_err();
        assert_eq!(no.key(), "judging-votes-by-ballot", "nobody types totals beside the ballots");
    }
}

#[tokio::test]
async fn before_the_announcement_the_record_is_hidden_and_after_it_anybody_recounts() {
    for (on, site) in sites(at(1, 0, 0)).await {
        cast_and_balanced(&site).await;
        let live = by(&site, "public", async |ctx| published::file(ctx, SCHEME).await).await.unwrap();
        let report = recount(&live).unwrap();
        assert!(!report.complete && !live.contains("\"ballots\""), "{on}");
        assert_eq!(report.ballots, 60);
        let receipt = ballot::receipt(&key(7));
        assert!(report.finds(&receipt).is_some(), "a receipt can be looked for from the first hour");
        assert!(report.finds(&ballot::receipt(&key(7777))).is_none());
        // After certification too, until the hour of the announcement.
        site.clock.set(at(20, 9, 0));
        for object in ["EX-1:2001-09-15", "EX-2:2001-09-18", "EX-2:2001-09-19"] {
            write_off(&site, object).await;
        }
        by(&site, "secretary", async |ctx| count::count(ctx, SCHEME).await).await.unwrap();
        by(&site, "secretary2", async |ctx| count::certify(ctx, SCHEME).await).await.unwrap();
        let sealed = by(&site, "public", async |ctx| published::file(ctx, SCHEME).await).await.unwrap();
        assert!(!sealed.contains("\"ballots\"") && !sealed.contains("\"result\"") && !sealed.contains("\"decision\""), "{on}");
        // The announcement: the scheme is set to announced as the awards slice does it.
        let mut ctx = crate::people::testing::acting(&site, "house").await.unwrap();
        ctx.tx.run("update scheme set state = 'announced' where code = 'BPP2'", vec![]).await.unwrap();
        ctx.commit().await.unwrap();
        let early = by(&site, "public", async |ctx| published::file(ctx, SCHEME).await).await.unwrap();
        assert!(!early.contains("\"ballots\""), "{on}: not before its hour");
        site.clock.set(crate::base::time::Day::new(2001, 12, 14).unwrap().at(10, 0));
        tick(&site).await.unwrap();
        let open = by(&site, "public", async |ctx| published::file(ctx, SCHEME).await).await.unwrap();
        let report = recount(&open).unwrap();
        assert!(report.complete);
        let design = report.awards.iter().find(|it| it.code == DESIGN).unwrap();
        assert_eq!(design.rows.iter().find(|row| row.entry == "BPP2-E01").map(|row| row.votes), Some(40));
        assert!(report.finds(&receipt).is_some());
        // Anything that is changed is found.
        let flipped = open.replacen("BPP2-E01\",\"EX-1", "BPP2-E02\",\"EX-1", 1);
        assert_ne!(flipped, open);
        assert!(recount(&flipped).is_err());
        let decided = open.replacen("The stop was not held that day.", "The stop was not held that evening.", 1);
        assert_ne!(decided, open);
        assert!(recount(&decided).is_err());
    }
}

#[tokio::test]
async fn a_rolled_back_or_changed_database_cannot_make_a_record_that_passes() {
    for (on, site) in sites(at(1, 0, 0)).await {
        cast_and_balanced(&site).await;
        let witness = by(&site, "public", async |ctx| published::checkpoints(ctx, SCHEME).await).await.unwrap().pop().unwrap();
        let mut ctx = crate::people::testing::acting(&site, "house").await.unwrap();
        ctx.tx.run("update content_leaf set choice = 'BPP2-E03' where award = 'BPP2-DES' and place = 3", vec![]).await.unwrap();
        ctx.commit().await.unwrap();
        let changed = by(&site, "public", async |ctx| published::file(ctx, SCHEME).await).await.unwrap();
        let flaw = recount(&changed).unwrap_err();
        assert_eq!(flaw.batch, Some(1), "{on}: it says where: {flaw}");
        // The last batch is taken back, as an old backup would: somebody who kept its checkpoint notices.
        let mut ctx = crate::people::testing::acting(&site, "house").await.unwrap();
        for text in [
            "delete from checkpoint where seq = 2",
            "delete from content_leaf where batch = 2",
            "delete from inclusion_leaf where batch = 2",
            "update content_leaf set choice = 'BPP2-E01' where award = 'BPP2-DES' and place = 3",
        ] {
            ctx.tx.run(text, vec![]).await.unwrap();
        }
        ctx.commit().await.unwrap();
        let older = by(&site, "public", async |ctx| published::file(ctx, SCHEME).await).await.unwrap();
        let mut with_witness = Recount::new();
        with_witness.witness(&witness.note);
        let found = with_witness.push(older.as_bytes()).and_then(|()| with_witness.finish().map(drop));
        assert!(found.is_err(), "{on}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_sealers_at_once_seal_each_ballot_once() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 80).await.unwrap();
        for (n, code) in codes.iter().enumerate() {
            vote(&site, code, n, choosing("E01", &[])).await.unwrap();
        }
        site.clock.set(at(14, 12, 20));
        let both: Vec<_> = (0..4)
            .map(|_| {
                let site = site.clone();
                tokio::spawn(async move { by(&site, "house", async |ctx| seal::seal(ctx, SCHEME).await).await })
            })
            .collect();
        for it in both {
            it.await.unwrap().unwrap();
        }
        let live = by(&site, "public", async |ctx| published::file(ctx, SCHEME).await).await.unwrap();
        let report = recount(&live).unwrap();
        assert_eq!((report.ballots, report.batches), (80, 1), "{on}");
    }
}

#[tokio::test]
async fn fewer_than_twenty_wait_for_the_next_batch_until_the_day_is_over() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 40).await.unwrap();
        for (n, code) in codes.iter().enumerate().take(19) {
            vote(&site, code, n, choosing("E01", &[])).await.unwrap();
        }
        site.clock.set(at(14, 13, 0));
        tick(&site).await.unwrap();
        let batches = async || by(&site, "public", async |ctx| published::checkpoints(ctx, SCHEME).await).await.unwrap().len();
        assert_eq!(batches().await, 0, "{on}");
        vote(&site, &codes[19], 19, choosing("E01", &[])).await.unwrap();
        tick(&site).await.unwrap();
        assert_eq!(batches().await, 1);
        vote(&site, &codes[20], 20, choosing("E02", &[])).await.unwrap();
        site.clock.set(at(14, 13, 40));
        tick(&site).await.unwrap();
        assert_eq!(batches().await, 1);
        site.clock.set(at(14, 20, 0));
        tick(&site).await.unwrap();
        assert_eq!(batches().await, 2, "the close forces the last");
    }
}
