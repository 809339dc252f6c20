//! The public catalogue against a bare axum handler that has the same bytes in its hand.

use std::time::Duration;

use super::{median, table::Table};
use crate::stand::{
    Done, bare,
    child::Running,
    client::{self, get},
    place::Places,
};

const PAGE: &str = "/en/workshops";
const CONNECTIONS: usize = 16;
const ROUNDS: usize = 7;
const DURING: Duration = Duration::from_millis(1_000);

/// What one round of one server came to.
#[derive(Clone, Copy)]
pub struct Went {
    /// Answers a second.
    pub rate: f64,
    /// Processor time an answer, in microseconds.
    pub cpu: f64,
}

pub async fn round(running: &Running, request: &[u8], status: u16) -> Done<Went> {
    let before = running.cpu()?;
    let load = client::load(running.addr, request, status, CONNECTIONS, DURING).await?;
    let used = running.cpu()? - before;
    Ok(Went { rate: load.answers as f64 / load.seconds, cpu: used * 1e6 / load.answers as f64 })
}

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    let demo = places.fresh("SQLite").await?;
    let ours = Running::server(&demo, &["--demo"], &places.file("catalogue.log"))?;
    let silent = Running::server(&places.fresh("SQLite").await?, &["--demo", "--log", "warn"], &places.file("silent.log"))?;
    let page = get(PAGE, "Accept-Encoding: br\r\n");
    let answer = client::once(ours.addr, &page).await?;
    if answer.status != 200 || answer.header("content-encoding") != Some("br") {
        return Err(format!("the catalogue answers {}", answer.head).into());
    }
    let again = get(PAGE, &format!("Accept-Encoding: br\r\nIf-None-Match: {}\r\n", answer.header("etag").ok_or("no ETag")?));
    let file = places.file("answer");
    bare::write(&file, &answer)?;
    let me = std::env::current_exe()?;
    let (me, file) = (me.to_str().ok_or("a strange path")?, file.to_str().ok_or("a strange path")?);
    let bare = Running::start(me, &["bare", file], &places.file("bare.log"))?;

    let (mut pages, mut quiet, mut bares, mut known, mut bare_known) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for n in 0..=ROUNDS {
        let all = [
            round(&ours, &page, 200).await?,
            round(&bare, &page, 200).await?,
            round(&silent, &page, 200).await?,
            round(&ours, &again, 304).await?,
            round(&bare, &again, 304).await?,
        ];
        // The first is for warming up.
        if n > 0 {
            let [a, b, c, d, e] = all.map(|it| format!("{:.0}/s {:.0} µs", it.rate, it.cpu));
            println!("catalogue {n}: {a}; bare {b}; without its log {c}; 304 {d}; bare 304 {e}");
            for (list, it) in [&mut pages, &mut bares, &mut quiet, &mut known, &mut bare_known].into_iter().zip(all) {
                list.push(it);
            }
        }
    }
    let ratio = |ours: &[Went], theirs: &[Went]| median(ours.iter().zip(theirs).map(|(a, b)| a.rate / b.rate).collect());
    let thrift = |ours: &[Went], theirs: &[Went]| median(ours.iter().zip(theirs).map(|(a, b)| b.cpu / a.cpu).collect());
    let cpu = |list: &[Went]| median(list.iter().map(|it| it.cpu).collect());
    let rate = |list: &[Went]| median(list.iter().map(|it| it.rate).collect());
    let (share, spent) = (ratio(&pages, &bares), cpu(&pages));
    table.aimed("catalogue, answers a second against bare axum", format!("{share:.2}"), "≥ 0.5", share >= 0.5);
    table.aimed("catalogue, processor time an answer", format!("{:.3} ms", spent / 1e3), "< 0.15 ms", spent < 150.0);
    table.plain(
        "catalogue, processor time: bare axum's share of ours",
        format!("{:.2} ({:.1} of {spent:.1} µs)", thrift(&pages, &bares), cpu(&bares)),
    );
    table.plain(
        "catalogue without its log, the same two",
        format!("{:.2}, {:.2} ({:.1} µs)", ratio(&quiet, &bares), thrift(&quiet, &bares), cpu(&quiet)),
    );
    table.plain(
        "catalogue unchanged (304), the same two",
        format!("{:.2}, {:.2} ({:.1} of {:.1} µs)", ratio(&known, &bare_known), thrift(&known, &bare_known), cpu(&bare_known), cpu(&known)),
    );
    table.plain(
        "catalogue, answers a second: ours, bare, ours 304",
        format!("{:.0}, {:.0}, {:.0}", rate(&pages), rate(&bares), rate(&known)),
    );
    let weight = ours.resident()?;
    table.aimed("memory, after the catalogue's load", format!("{weight:.1} MB"), "≤ 40 MB", weight <= 40.0);
    bare.stop()?;
    silent.stop()?;
    ours.stop()
}
