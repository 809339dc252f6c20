//! Machines without a line: their journal arrives later, in order, each ballot once.

use super::super::{
    acts::{find, kiosk},
    rules::*,
    testing::*,
};
use crate::base::testing::sites;

fn cast(code: &Code, n: usize, design: &str) -> Cast {
    Cast { code: code.plain(), key: key(n), seed: 5, choices: choosing(design, &[]) }
}

#[tokio::test]
async fn a_journal_is_taken_in_order_and_what_is_sent_twice_counts_once() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 10).await.unwrap();
        let device = machine(&site, STOP, 1).await.unwrap();
        let first = journal(&site, &device, None, &cast(&codes[0], 1, "E01")).await.unwrap();
        let second = journal(&site, &device, Some(&first), &cast(&codes[1], 2, "E02")).await.unwrap();
        assert_eq!(kiosk::deposit(&site, &second).await.unwrap_err().key(), "voting-journal-gap", "{on}");
        let one = kiosk::deposit(&site, &first).await.unwrap();
        assert_eq!((one.state, one.receipt.as_str()), (ballot::Fate::Counted, ballot::receipt(&key(1)).as_str()));
        assert_eq!(kiosk::deposit(&site, &first).await.unwrap().receipt, one.receipt, "the answer was lost on the way");
        assert_eq!(kiosk::deposit(&site, &second).await.unwrap().state, ballot::Fate::Counted);
        let desk = by(&site, "officer", async |ctx| find::desk(ctx, STOP, None).await).await.unwrap();
        assert_eq!((desk.used, desk.kiosks[0].sent), (2, 2));
        // The receipt is signed by the key of the poll.
        let mut ctx = crate::people::testing::acting(&site, "public").await.unwrap();
        let public = hex::decode(kiosk::standing(&mut ctx, &device).await.unwrap().sign_public).unwrap();
        assert!(record::note::verify_hex(&public.try_into().unwrap(), &one.text, &one.signature));
        assert!(!one.text.contains("E01"), "no function of the choice");
    }
}

#[tokio::test]
async fn a_slip_used_on_two_machines_without_a_line_is_one_ballot_and_one_duplicate() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 10).await.unwrap();
        let (a, b) = (machine(&site, STOP, 1).await.unwrap(), machine(&site, STOP, 2).await.unwrap());
        let here = journal(&site, &a, None, &cast(&codes[0], 1, "E01")).await.unwrap();
        let there = journal(&site, &b, None, &cast(&codes[0], 2, "E02")).await.unwrap();
        assert_eq!(kiosk::deposit(&site, &there).await.unwrap().state, ballot::Fate::Counted, "{on}");
        assert_eq!(kiosk::deposit(&site, &here).await.unwrap().state, ballot::Fate::Duplicate);
        assert_eq!(kiosk::deposit(&site, &here).await.unwrap().state, ballot::Fate::Duplicate, "said twice, counted once");
        site.clock.set(at(14, 20, 5));
        tick(&site).await.unwrap();
        balance(&site, STOP, "2001-09-14").await.unwrap();
        let standing = by(&site, "secretary", async |ctx| super::super::acts::count::standing(ctx, SCHEME).await).await.unwrap();
        assert_eq!(standing.duplicates, 1);
    }
}

#[tokio::test]
async fn what_was_changed_on_the_way_or_belongs_elsewhere_does_not_open() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 10).await.unwrap();
        let (a, b) = (machine(&site, STOP, 1).await.unwrap(), machine(&site, STOP, 2).await.unwrap());
        let entry = journal(&site, &a, None, &cast(&codes[0], 1, "E01")).await.unwrap();
        let flipped = {
            let mut bytes = hex::decode(&entry.sealed).unwrap();
            let last = bytes.len() - 20;
            bytes[last] ^= 1;
            kiosk::Entry { sealed: hex::encode(bytes), ..entry.clone() }
        };
        assert_eq!(kiosk::deposit(&site, &flipped).await.unwrap_err().key(), "voting-journal-unreadable", "{on}");
        let stolen = kiosk::Entry { seq: 2, ..entry.clone() };
        assert_eq!(kiosk::deposit(&site, &stolen).await.unwrap_err().key(), "voting-journal-gap");
        assert!(!entry.sealed.contains(&hex::encode(codes[0].plain())), "the journal shows no code");
        // A machine that was replaced can send nothing more.
        by(&site, "officer", async |ctx| kiosk::set_up(ctx, STOP, "2").await).await.unwrap();
        assert_eq!(journal(&site, &b, None, &cast(&codes[1], 2, "E01")).await.unwrap_err().status(), 404);
        assert_eq!(kiosk::deposit(&site, &entry).await.unwrap().state, ballot::Fate::Counted);
    }
}

#[tokio::test]
async fn a_machine_that_gets_its_line_back_after_the_close_loses_nothing() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let codes = open(&site, 10).await.unwrap();
        let device = machine(&site, STOP, 1).await.unwrap();
        let entry = journal(&site, &device, None, &cast(&codes[0], 1, "E01")).await.unwrap();
        site.clock.set(at(14, 20, 30));
        let said = super::super::acts::day::Closing {
            handed: [("1".to_owned(), "10".to_owned())].into(),
            unused: "9".into(),
            explanation: String::new(),
        };
        let before = by(&site, "officer", async |ctx| super::super::acts::day::close(ctx, STOP, "2001-09-14", &said).await).await.unwrap();
        assert_eq!(before.difference(), 1, "{on}: one slip of which nothing is known yet");
        assert_eq!(kiosk::deposit(&site, &entry).await.unwrap().state, ballot::Fate::Counted);
        by(&site, "officer2", async |ctx| super::super::acts::day::reconcile(ctx, STOP, "2001-09-14").await).await.unwrap();
        tick(&site).await.unwrap();
        let checks = crate::checks::all(&mut crate::people::testing::acting(&site, "house").await.unwrap()).await.unwrap();
        assert!(checks.iter().all(|(_, broken)| *broken == 0), "{on}: {checks:?}");
    }
}
