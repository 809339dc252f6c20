//! PostgreSQL crashes and comes back, three times, while ballots come in: whoever cannot be served is told to try again and when,
//! nobody is told anything else, the server lives on, and in the end every ballot is in the record once. Only where `TEST_POSTGRES`
//! says that there is a PostgreSQL to test with: the one that is ended here is this test's own. Nothing here is timed.

use std::{
    collections::BTreeMap,
    path::Path,
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use crate::stand::{
    Done,
    child::Running,
    client::Conn,
    crowd,
    place::Places,
    voters::{self, NOON, OVER},
};
use tokio::task::JoinSet;

const BALLOTS: usize = 3_000;
const MACHINES: usize = 24;
const CRASHES: usize = 3;

/// A PostgreSQL of this test's own, which may be ended.
struct Cluster {
    folder: String,
    url: String,
}

impl Cluster {
    fn start(folder: &Path) -> Done<Cluster> {
        let folder = folder.display().to_string();
        let url = Cluster::told("start", &folder)?;
        Ok(Cluster { folder, url })
    }

    fn crash(&self) -> Done<()> {
        Cluster::told("crash", &self.folder).map(drop)
    }

    fn told(word: &str, folder: &str) -> Done<String> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../.ci/postgres");
        let said = Command::new(script).args([word, folder]).output()?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if said.status.success() { Ok(text(&said.stdout)) } else { Err(text(&said.stderr).into()) }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        Cluster::told("stop", &self.folder).ok();
    }
}

/// What all the machines were told.
#[derive(Default)]
struct Heard {
    receipts: BTreeMap<usize, String>,
    /// Answers 503, each with when to try again.
    later: usize,
}

/// A machine at a stop: the next ballot is sent until it is answered for good, and what was refused for a while is sent again.
async fn machine(
    addr: std::net::SocketAddr,
    codes: &[app::voting::Code],
    next: &AtomicUsize,
    done: &AtomicUsize,
    heard: &Mutex<Heard>,
) -> Done<()> {
    let mut conn = Conn::open(addr).await?;
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let Some(code) = codes.get(n) else { return Ok(()) };
        let receipt = loop {
            let answer = conn.ask(&voters::ballot(code, n)).await?;
            match answer.status {
                200 => {
                    let said: serde_json::Value = serde_json::from_slice(&answer.body)?;
                    break said["receipt"].as_str().ok_or("no receipt")?.to_owned();
                }
                503 => {
                    let after: u64 = answer.header("retry-after").ok_or("a 503 that does not say when to try again")?.parse()?;
                    heard.lock().map_err(|_| "lost count")?.later += 1;
                    tokio::time::sleep(Duration::from_secs(after)).await;
                }
                other => return Err(format!("ballot {n}: {other}: {}", String::from_utf8_lossy(&answer.body)).into()),
            }
        };
        heard.lock().map_err(|_| "lost count")?.receipts.insert(n, receipt);
        done.fetch_add(1, Ordering::Relaxed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_crashes_under_load_costs_a_wait_and_no_ballot() -> Done<()> {
    let places = Places::new("outage")?;
    if !places.kinds().contains(&"PostgreSQL") {
        return Ok(());
    }
    let cluster = Arc::new(Cluster::start(&places.file("cluster"))?);
    let site = crowd::site(&cluster.url).await?;
    let codes = Arc::new(voters::fill(&site, BALLOTS).await?);
    site.db.close().await;
    let server = Running::server(&cluster.url, &["--now", NOON], &places.file("log"))?;
    let (addr, next, done) = (server.addr, Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
    let heard = Arc::new(Mutex::new(Heard::default()));
    let mut machines = JoinSet::new();
    for _ in 0..MACHINES {
        let (codes, next, done, heard) = (codes.clone(), next.clone(), done.clone(), heard.clone());
        machines.spawn(async move { machine(addr, &codes, &next, &done, &heard).await.map_err(|no| no.to_string()) });
    }
    for crash in 1..=CRASHES {
        // In the middle of the ballots each time.
        while done.load(Ordering::Relaxed) < BALLOTS * crash / (CRASHES + 1) && !machines.is_empty() {
            if let Some(ended) = machines.try_join_next() {
                ended??;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let cluster = cluster.clone();
        tokio::task::spawn_blocking(move || cluster.crash().map_err(|no| no.to_string())).await??;
    }
    while let Some(ended) = machines.join_next().await {
        ended??;
    }
    let Heard { receipts, later } = std::mem::take(&mut *heard.lock().map_err(|_| "lost count")?);
    assert_eq!(receipts.len(), BALLOTS);
    assert!(later > 0, "the database was away, and nobody noticed: nothing was tested");
    server.stop()?;

    let server = Running::server(&cluster.url, &["--now", OVER], &places.file("log"))?;
    let mut there = 0;
    for _ in 0..200 {
        there = voters::recount(server.addr, &BTreeMap::new()).await?;
        if there == BALLOTS as u64 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(there, BALLOTS as u64);
    voters::recount(server.addr, &receipts).await?;
    server.stop()?;
    Ok(())
}
