//! Two at once: of two who do the same thing one has done it, and it is recorded once. Two servers share one database.

use super::world::*;
use crate::awards::{
    acts::{decide, score, tick},
    *,
};

#[tokio::test]
async fn of_two_submissions_of_one_sheet_at_once_one_counts() {
    for w in World::scoring().await {
        let (a, b) = (w.clone(), w.clone());
        let form = sheet("BPP2-E01", "DES", 1, "7");
        let (first, second) = (form.clone(), form);
        let (one, two) = tokio::join!(
            tokio::spawn(async move { act!(a, "ann", score::submit, &first).is_ok() }),
            tokio::spawn(async move { act!(b, "ann", score::submit, &second).is_ok() })
        );
        assert!(one.unwrap() ^ two.unwrap(), "{}", w.on);
        assert_eq!(w.events("sheet.submit").await, 1);
    }
}

#[tokio::test]
async fn of_two_saves_from_one_version_at_once_the_second_is_told() {
    for w in World::scoring().await {
        let save = |mark: &'static str| {
            let w = w.clone();
            tokio::spawn(async move { act!(w, "ann", score::score, &sheet("BPP2-E01", "DES", 1, mark)).map_err(|no| no.status()) })
        };
        let (one, two) = tokio::join!(save("7"), save("8"));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert!(one.is_ok() ^ two.is_ok(), "{}", w.on);
        assert_eq!(one.err().or(two.err()), Some(409));
    }
}

#[tokio::test]
async fn no_score_slips_in_behind_the_lock() {
    for w in World::scoring().await {
        w.score_all(|_, _| "7").await;
        let (a, b) = (w.clone(), w.clone());
        let seat = w.seat_id("ann").await;
        let (returned, locked) = tokio::join!(
            tokio::spawn(async move { act!(a, "chair", score::give_back, SCHEME, seat, "BPP2-E01", "DES", "A slip").is_ok() }),
            tokio::spawn(async move { act!(b, "chair", decide::lock, SCHEME).is_ok() })
        );
        // Whichever came first: two other sheets are enough, so the lock holds; a sheet returned before it does not count.
        assert!(locked.unwrap(), "{}", w.on);
        let laid = act!(w, "chair", crate::awards::acts::table::table, SCHEME).unwrap();
        assert_eq!(laid.tables[0].row("BPP2-E01").unwrap().sheets, if returned.unwrap() { 2 } else { 3 });
    }
}

#[tokio::test]
async fn i_23_approved_twice_at_once_is_approved_once() {
    for w in World::deliberating().await {
        let typed = w.proposed().await;
        act!(w, "chair", decide::decide, SCHEME, &typed, None).unwrap();
        w.person("secretary3", "EU", "CS;AS").await;
        let (a, b) = (w.clone(), w.clone());
        let (one, two) = tokio::join!(
            tokio::spawn(async move { act!(a, "secretary2", decide::approve, SCHEME).is_ok() }),
            tokio::spawn(async move { act!(b, "secretary3", decide::approve, SCHEME).is_ok() })
        );
        assert!(one.unwrap() ^ two.unwrap(), "{}", w.on);
        assert_eq!(w.events("round.approve").await, 1);
    }
}

#[tokio::test]
async fn i_24_announced_on_two_servers_and_by_hand_at_once_it_is_announced_once() {
    for w in World::approved().await {
        w.clock(at(12, 14, 10));
        let server = |by_hand: bool| {
            let w = w.clone();
            tokio::spawn(async move {
                match by_hand {
                    true => act!(w, "secretary2", decide::announce, SCHEME).is_ok(),
                    false => act!(w, "house", tick::tick, SCHEME).is_ok(),
                }
            })
        };
        let (one, two, three) = tokio::join!(server(false), server(false), server(true));
        assert!(one.unwrap() && two.unwrap(), "{}: the clock is never refused", w.on);
        three.unwrap();
        assert_eq!((w.events("round.announce").await, w.letters("results-panel").await.len()), (1, 3));
        assert_eq!(w.state().await, RoundState::Announced);
        w.is_sound().await;
    }
}
