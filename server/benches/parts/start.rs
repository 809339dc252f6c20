//! From the start of the process to its first answer, and what it then weighs.

use std::time::Duration;

use super::{median, table::Table};
use crate::stand::{Done, child::Running, place::Places};

const ROUNDS: usize = 5;

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    let demo = places.fresh("SQLite").await?;
    let log = places.file("start.log");
    let first = Running::server(&demo, &["--demo"], &log)?;
    let telling = first.ready_ms;
    first.stop()?;
    let (mut filled, mut empty, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        let running = Running::server(&demo, &["--demo"], &log)?;
        filled.push(running.ready_ms);
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        idle.push(running.resident()?);
        running.stop()?;
        let running = Running::server(&places.fresh("SQLite").await?, &[], &log)?;
        empty.push(running.ready_ms);
        running.stop()?;
        println!("start {round}: filled {:.0} ms, empty {:.0} ms", filled[round - 1], empty[round - 1]);
    }
    let (filled, empty, idle) = (median(filled), median(empty), median(idle));
    table.aimed("start to first answer, filled database", format!("{:.2} s", filled / 1e3), "≤ 0.3 s", filled <= 300.0);
    table.aimed("start to first answer, empty database", format!("{:.2} s", empty / 1e3), "≤ 0.3 s", empty <= 300.0);
    table.plain("start to first answer, telling the demo's story first", format!("{:.2} s", telling / 1e3));
    table.aimed("memory, idle", format!("{idle:.1} MB"), "≤ 40 MB", idle <= 40.0);
    Ok(())
}
