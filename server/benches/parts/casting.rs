//! Ballots a second through the whole server, each answered only after it is on the disk; beside the raw limit of the same engine,
//! which puts the same two rows in, as many to a commit as there are connections, in one process.

use std::sync::Arc;

use app::base::db::Db;
use server::clock::Stopwatch;

use super::table::Table;
use crate::stand::{
    Done,
    child::Running,
    crowd,
    place::Places,
    voters::{self, NOON},
};

const EACH: usize = 20_000;

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    for kind in places.kinds() {
        let database = places.fresh(kind).await?;
        let site = crowd::site(&database).await?;
        println!("casting: printing {} slips on {kind}", 3 * EACH);
        let codes = Arc::new(voters::fill(&site, 3 * EACH).await?);
        site.db.close().await;
        drop(site);
        let server = Running::server(&database, &["--now", NOON], &places.file("casting.log"))?;
        for (round, connections) in [16, 64, 256].into_iter().enumerate() {
            let before = server.cpu()?;
            let told = voters::vote(server.addr, &codes, round * EACH, EACH, connections, &Arc::default()).await?;
            let spent = server.cpu()? - before;
            if told.receipts.len() != EACH {
                return Err(format!("{} of {EACH} were answered", told.receipts.len()).into());
            }
            let raw = raw(&places.fresh(kind).await?, EACH, connections).await?;
            let (rate, p99) = (EACH as f64 / told.seconds, percentile(told.waits, 99));
            let (thrift, share) = (EACH as f64 / spent, rate / raw);
            println!("casting {kind} {connections}: {rate:.0}/s, p99 {p99:.1} ms, {thrift:.0} a CPU-second; raw {raw:.0}/s, {share:.2}");
            let name = format!("{kind}: ballots a second at {connections} connections, against the same rows raw");
            let figure = format!("{share:.2} ({rate:.0} to {raw:.0})");
            table.aimed(&name, figure, "≥ 0.5", share >= 0.5);
            table.plain(&format!("{kind}: the same a second of the server's processor"), format!("{thrift:.0}"));
            if connections == 64 {
                table.aimed(&format!("{kind}: 99 of 100 ballots at 64 connections"), format!("{p99:.1} ms"), "≤ 50 ms", p99 <= 50.0);
            }
            if kind == "SQLite" && connections == 256 {
                table.aimed("SQLite: ballots a second", format!("{rate:.0}"), "≥ 10000", rate >= 10_000.0);
            }
        }
        server.stop()?;
    }
    Ok(())
}

fn percentile(mut waits: Vec<u64>, of: usize) -> f64 {
    waits.sort_unstable();
    waits.get(waits.len() * of / 100).map_or(f64::NAN, |micros| *micros as f64 / 1e3)
}

/// The two rows of so many ballots, plainly: so many a second.
async fn raw(database: &str, count: usize, together: usize) -> Done<f64> {
    let site = crowd::site(database).await?;
    let spent = "insert into spent (code_hmac, key_hash, stop, day, is_test) values ($1, $2, 'EX-1', '2001-09-14', false)";
    let urn = "insert into urn (id, scheme, stop, day, receipt, choices, quarters, class) values ($1, 'BPP2', 'EX-1', '2001-09-14', $2, $3, $4, $5)";
    let choices = r#"{"BPP2-DES":["BPP2-E01"],"BPP2-PEO":["BPP2-E01"]}"#;
    let (quarters, class) = (r#"{"BPP2-DES":{"BPP2-E01":1},"BPP2-PEO":{"BPP2-E01":2}}"#, "EX-1:2001-09-14:am:phone");
    // Spread over the index as hashes are.
    let hash = |n: usize, salt: u64| format!("{:016x}{:048x}", (n as u64 + salt).wrapping_mul(0x9E37_79B9_7F4A_7C15), n);
    let watch = Stopwatch::start();
    let mut n = 0;
    while n < count {
        let end = (n + together).min(count);
        macro_rules! group {
            ($tx:expr) => {{
                let mut tx = $tx;
                for n in n..end {
                    sqlx::query(spent).bind(hash(n, 1)).bind(hash(n, 2)).execute(&mut *tx).await?;
                    let row = sqlx::query(urn).bind(hash(n, 3)).bind(&hash(n, 4)[..16]);
                    row.bind(choices).bind(quarters).bind(class).execute(&mut *tx).await?;
                }
                tx.commit().await?;
            }};
        }
        match &site.db {
            Db::Sqlite { writer, .. } => group!(writer.begin_with("begin immediate").await?),
            Db::Postgres(pool) => group!(pool.begin().await?),
        }
        n = end;
    }
    let seconds = watch.micros() as f64 / 1e6;
    site.db.close().await;
    Ok(count as f64 / seconds)
}
