//! Everybody at once: registrations a second through the whole server, against the same rows put in raw. After each round it is
//! looked whether what people were told is true and fair.

use std::sync::Arc;

use super::{median, table::Table};
use crate::stand::{
    Done,
    child::{self, Running},
    crowd::{self, Hall, NOW},
    place::Places,
    raw,
};

const PEOPLE: usize = 4_000;
/// How many of them want into the small one.
const FEW: usize = 1_000;
/// Three rounds of a large one, and one with a small part of the places.
const HALLS: [Hall; 4] = [
    Hall { code: "R1", capacity: 3_600, quota: 95 },
    Hall { code: "R2", capacity: 3_600, quota: 95 },
    Hall { code: "R3", capacity: 3_600, quota: 95 },
    Hall { code: "SMALL", capacity: 200, quota: 6 },
];

/// What one round came to, in registrations.
struct Went {
    /// A second.
    rate: f64,
    /// A second of the servers' processor time.
    thrift: f64,
    /// The same with what PostgreSQL used.
    with_database: Option<f64>,
}

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    for kind in places.kinds() {
        let filled = places.fresh(kind).await?;
        println!("rush: filling {kind} with {PEOPLE} people");
        let site = crowd::site(&filled).await?;
        let tokens = Arc::new(crowd::fill(&site, PEOPLE, &HALLS).await?);
        site.db.close().await;
        drop(site);
        let one = against_raw(places, table, kind, &filled, &tokens).await?;
        if kind == "PostgreSQL" {
            two_servers(places, table, &filled, &tokens, one).await?;
        }
    }
    Ok(())
}

/// One server and the raw rows in turn.
async fn against_raw(places: &Places, table: &mut Table, kind: &str, filled: &str, tokens: &Arc<Vec<String>>) -> Done<f64> {
    let ours = places.copy(filled).await?;
    let log = places.file("rush.log");
    let running = [Running::server(&ours, &["--now", NOW], &log)?];
    let (mut rates, mut thrifts, mut with, mut shares, mut shares_cpu, mut raws) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for hall in &HALLS[..3] {
        let went = round(&running, &ours, tokens, hall).await?;
        let (raw_rate, raw_thrift) = raw_round(places, filled, &ours, hall).await?;
        println!(
            "rush {kind} {}: {:.0}/s, {:.0} a CPU-second{}; raw {raw_rate:.0}/s, {raw_thrift:.0} a CPU-second",
            hall.code,
            went.rate,
            went.thrift,
            went.with_database.map(|it| format!(" ({it:.0} with the database's)")).unwrap_or_default()
        );
        shares.push(went.rate / raw_rate);
        shares_cpu.push(went.with_database.unwrap_or(went.thrift) / raw_thrift);
        rates.push(went.rate);
        thrifts.push(went.thrift);
        with.extend(went.with_database);
        raws.push(raw_rate);
    }
    let few = Arc::new(tokens[..FEW].to_vec());
    let small = round(&running, &ours, &few, &HALLS[3]).await?;
    let weight = running[0].resident()?;
    let [running] = running;
    running.stop()?;
    let (rate, thrift) = (median(rates), median(thrifts));
    table.aimed(&format!("{kind}: registrations a second of the server's processor"), format!("{thrift:.0}"), "≥ 1000", thrift >= 1_000.0);
    if !with.is_empty() {
        table.plain(&format!("{kind}: the same with the database's own processor time"), format!("{:.0}", median(with)));
    }
    table.plain(
        &format!("{kind}: registrations a second, against the same rows raw"),
        format!("{:.2} ({rate:.0} to {:.0})", median(shares), median(raws)),
    );
    table.plain(&format!("{kind}: the same by processor time, the database's included"), format!("{:.2}", median(shares_cpu)));
    table.plain(&format!("{kind}: {FEW} people for 200 places"), format!("{:.0} a second, {:.0} a CPU-second", small.rate, small.thrift));
    if kind == "SQLite" {
        table.aimed("memory, after 13,000 registrations", format!("{weight:.1} MB"), "≤ 40 MB", weight <= 40.0);
    }
    Ok(rate)
}

/// Two servers on one PostgreSQL.
async fn two_servers(places: &Places, table: &mut Table, filled: &str, tokens: &Arc<Vec<String>>, one: f64) -> Done<()> {
    let ours = places.copy(filled).await?;
    let running = [
        Running::server(&ours, &["--now", NOW], &places.file("rush-1.log"))?,
        Running::server(&ours, &["--now", NOW], &places.file("rush-2.log"))?,
    ];
    let (mut rates, mut thrifts) = (Vec::new(), Vec::new());
    for hall in &HALLS[..3] {
        let went = round(&running, &ours, tokens, hall).await?;
        println!("rush PostgreSQL, two servers, {}: {:.0}/s, {:.0} a CPU-second", hall.code, went.rate, went.thrift);
        rates.push(went.rate);
        thrifts.push(went.thrift);
    }
    for it in running {
        it.stop()?;
    }
    let rate = median(rates);
    let figure = format!("{:.2} of one ({rate:.0} a second, {:.0} a CPU-second)", rate / one, median(thrifts));
    table.plain("PostgreSQL, two servers: registrations a second", figure);
    table.aimed("everybody told the truth, capacity and quotas kept, no gap in the list", "in every round".into(), "always", true);
    Ok(())
}

/// Everybody registers for one workshop; anything untrue or unfair ends the measurement.
async fn round(running: &[Running], database: &str, tokens: &Arc<Vec<String>>, hall: &Hall) -> Done<Went> {
    let addresses: Vec<_> = running.iter().map(|it| it.addr).collect();
    let used = || running.iter().try_fold(0.0, |sum, it| Done::Ok(sum + it.cpu()?));
    let (before, before_family) = (used()?, family());
    let (told, seconds) = crowd::register(&addresses, tokens, hall.code, usize::MAX, || ()).await?;
    let (spent, spent_family) = (used()? - before, family().zip(before_family).map(|(after, before)| after - before));
    if told.len() != tokens.len() {
        return Err(format!("{} of {} were answered", told.len(), tokens.len()).into());
    }
    let site = crowd::site(database).await?;
    crowd::fair(&site, hall, &told).await?;
    let postgres = site.db.kind() == "postgres";
    site.db.close().await;
    let people = told.len() as f64;
    let with_database = spent_family.filter(|_| postgres).map(|family| people / (spent + family));
    Ok(Went { rate: people / seconds, thrift: people / spent, with_database })
}

/// Processor seconds of PostgreSQL, where the run script says which it is.
fn family() -> Option<f64> {
    let pid = std::env::var("TEST_POSTGRES_PID").ok()?.trim().parse().ok()?;
    child::cpu_of_family(pid).ok()
}

/// The rows of that round, raw, into a database as it was before: a second, and a CPU-second (of this process and the database).
async fn raw_round(places: &Places, filled: &str, ours: &str, hall: &Hall) -> Done<(f64, f64)> {
    let from = crowd::site(ours).await?;
    let rows = raw::read(&from.db, hall.code).await?;
    from.db.close().await;
    let into = crowd::site(&places.copy(filled).await?).await?;
    let people = rows.len() as f64;
    let (me, database) = (std::process::id(), if into.db.kind() == "postgres" { family() } else { None });
    let before = child::cpu_of(me)?;
    let seconds = raw::write(&into.db, rows).await?;
    let spent = child::cpu_of(me)? - before + family().zip(database).map_or(0.0, |(after, before)| after - before);
    into.db.close().await;
    Ok((people / seconds, people / spent))
}
