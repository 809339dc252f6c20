//! Visitors of an exhibition with slips in their hands: a poll that is open, and their ballots over HTTP, one after the other on as
//! many connections as there are.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use app::{
    base::{problem::Answer, site::Site},
    voting::{
        Code,
        acts::{day, slips},
        record::Recount,
        testing,
    },
};
use server::clock::Stopwatch;
use tokio::task::JoinSet;

use super::{
    Done,
    client::{self, Conn},
};

/// When the poll is open.
pub const NOON: &str = "2001-09-14T12:00:00+08:00";
/// When it is over, and what is left in the urn is sealed.
pub const OVER: &str = "2001-09-14T20:05:00+08:00";

const BATCH: usize = 3_000;

/// Fills an empty database with a poll that is open, and prints so many slips: their codes.
pub async fn fill(site: &Arc<Site>, count: usize) -> Done<Vec<Code>> {
    made(testing::world(site).await)?;
    made(testing::by(site, "officer", async |ctx| day::open(ctx, testing::STOP, "2001-09-14").await).await)?;
    let mut codes = Vec::with_capacity(count);
    while codes.len() < count {
        let size = BATCH.min(count - codes.len()).to_string();
        let batch = made(testing::by(site, "officer", async |ctx| slips::print(ctx, testing::STOP, &size, false).await).await)?;
        codes.extend(made(testing::codes(site, testing::STOP, batch.number).await)?);
    }
    Ok(codes)
}

fn made<T>(answer: Answer<T>) -> Done<T> {
    answer.map_err(|no| format!("{no:?}").into())
}

/// The ballot of one visitor, as a program sends it: the same each time it is sent.
pub fn ballot(code: &Code, n: usize) -> Vec<u8> {
    let form = format!(
        "code={}&key={}&seed={n}&choices%5BBPP2-DES%5D%5B0%5D=BPP2-E0{}&choices%5BBPP2-PEO%5D%5B0%5D=BPP2-E0{}",
        code.plain(),
        testing::key(n),
        1 + n % 6,
        1 + n % 5
    );
    client::post("/api/voting/cast", "Accept: application/json\r\n", &form)
}

/// What visitors were told: their receipts by number; how long each waited, in microseconds; and in how many seconds it was done.
#[derive(Default)]
pub struct Told {
    pub receipts: BTreeMap<usize, String>,
    pub waits: Vec<u64>,
    pub seconds: f64,
}

/// Everybody from `first` on votes, over so many connections; how many were answered so far can be watched. A connection that breaks ends there: whoever was on it was told nothing.
pub async fn vote(
    addr: SocketAddr,
    codes: &Arc<Vec<Code>>,
    first: usize,
    count: usize,
    connections: usize,
    answered: &Arc<AtomicUsize>,
) -> Done<Told> {
    let (next, told) = (Arc::new(AtomicUsize::new(first)), Arc::new(Mutex::new(Told::default())));
    let mut all = JoinSet::new();
    let watch = Stopwatch::start();
    for _ in 0..connections {
        let (codes, next, told, answered) = (codes.clone(), next.clone(), told.clone(), answered.clone());
        all.spawn(async move {
            let mut mine = Told::default();
            let voted = voting(addr, &codes, &next, first + count, &mut mine, &answered).await;
            let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
            told.receipts.append(&mut mine.receipts);
            told.waits.append(&mut mine.waits);
            voted.err().map(|it| it.to_string())
        });
    }
    let mut wrong = None;
    while let Some(one) = all.join_next().await {
        wrong = one?.filter(|it| it.contains("instead of")).or(wrong);
    }
    if let Some(wrong) = wrong {
        return Err(wrong.into());
    }
    let mut told = std::mem::take(&mut *told.lock().unwrap_or_else(PoisonError::into_inner));
    told.seconds = watch.micros() as f64 / 1e6;
    Ok(told)
}

async fn voting(addr: SocketAddr, codes: &[Code], next: &AtomicUsize, end: usize, mine: &mut Told, answered: &AtomicUsize) -> Done<()> {
    let mut conn = Conn::open(addr).await?;
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let Some(code) = codes.get(n).filter(|_| n < end) else { return Ok(()) };
        let watch = Stopwatch::start();
        let answer = conn.ask(&ballot(code, n)).await?;
        if answer.status != 200 {
            return Err(format!("{} instead of 200: {}", answer.status, String::from_utf8_lossy(&answer.body)).into());
        }
        mine.waits.push(watch.micros());
        let said: serde_json::Value = serde_json::from_slice(&answer.body)?;
        mine.receipts.insert(n, said["receipt"].as_str().ok_or("no receipt")?.to_owned());
        answered.fetch_add(1, Ordering::Relaxed);
    }
}

/// The record as everybody can have it is sound, holds every receipt that was given, and as many ballots as it should.
pub async fn recount(addr: SocketAddr, receipts: &BTreeMap<usize, String>) -> Done<u64> {
    let answer = client::once(addr, &client::get("/en/voting/BPP2/record", "")).await?;
    let mut recount = Recount::new();
    recount.push(&answer.body).map_err(|flaw| flaw.to_string())?;
    let report = recount.finish().map_err(|flaw| flaw.to_string())?;
    if let Some((n, receipt)) = receipts.iter().find(|(_, it)| report.finds(it).is_none()) {
        return Err(format!("ballot {n} was answered with {receipt} and is not in the record").into());
    }
    Ok(report.ballots)
}
