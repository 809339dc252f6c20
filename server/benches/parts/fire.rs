//! `kill -9` of the server, and of the sealer in it, fifty times while ballots come in: every ballot that was answered is in the
//! record, none twice, and the record is sound.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use super::table::Table;
use crate::stand::{
    Done,
    child::Running,
    crowd,
    place::Places,
    voters::{self, OVER},
};

const KILLS: usize = 50;
const EACH: usize = 300;

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    for kind in places.kinds() {
        let (answered, there) = killed(places, kind, KILLS, EACH).await?;
        table.aimed(
            &format!("{kind}: kill -9 amid ballots {KILLS} times, all that were answered are in the record once"),
            format!("{answered} answered, {there} in the record"),
            "all, once",
            there >= answered,
        );
    }
    Ok(())
}

/// Kills a server so often, each time in the middle of so many ballots; then everybody sends theirs again. How many were answered,
/// and how many the record holds.
pub async fn killed(places: &Places, kind: &str, kills: usize, each: usize) -> Done<(u64, u64)> {
    let database = places.fresh(kind).await?;
    let site = crowd::site(&database).await?;
    let codes = Arc::new(voters::fill(&site, kills * each).await?);
    site.db.close().await;
    let mut told: BTreeMap<usize, String> = BTreeMap::new();
    for round in 0..kills {
        // A quarter of an hour has gone by each time: the sealer begins as soon as the server does.
        let now = format!("2001-09-14T{:02}:{:02}:00+08:00", 10 + round * 10 / 60, round * 10 % 60);
        let server = Running::server(&database, &["--now", &now], &places.file("fire.log"))?;
        let addr = server.addr;
        let (codes_, first, answered) = (codes.clone(), round * each, Arc::<AtomicUsize>::default());
        let watched = answered.clone();
        let voting = tokio::spawn(async move { voters::vote(addr, &codes_, first, each, 32, &watched).await.map_err(|it| it.to_string()) });
        // At another place in the middle each time: after this many were answered, and some more microseconds.
        while answered.load(Ordering::Relaxed) < 1 + (round * 29) % (each * 2 / 3) && !voting.is_finished() {
            tokio::time::sleep(Duration::from_micros(300)).await;
        }
        tokio::time::sleep(Duration::from_micros((round as u64 * 731) % 4_000)).await;
        server.kill()?;
        told.append(&mut voting.await??.receipts);
    }
    let answered = told.len() as u64;
    // Whoever was told nothing sends the same again, and so does whoever was: each has one receipt.
    let server = Running::server(&database, &["--now", "2001-09-14T18:30:00+08:00"], &places.file("fire.log"))?;
    let again = voters::vote(server.addr, &codes, 0, kills * each, 32, &Arc::default()).await?;
    server.stop()?;
    if let Some((n, was)) = told.iter().find(|(n, was)| again.receipts.get(n) != Some(was)) {
        return Err(format!("ballot {n} was answered with {was} and then with {:?}", again.receipts.get(n)).into());
    }
    let server = Running::server(&database, &["--now", OVER], &places.file("fire.log"))?;
    let mut there = 0;
    for _ in 0..100 {
        // The sealer's own second.
        there = voters::recount(server.addr, &BTreeMap::new()).await?;
        if there == (kills * each) as u64 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    voters::recount(server.addr, &again.receipts).await?;
    server.stop()?;
    if there != (kills * each) as u64 {
        return Err(format!("{there} ballots in the record instead of {}", kills * each).into());
    }
    Ok((answered, there))
}
