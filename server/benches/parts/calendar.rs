//! The feed of the whole Showcase against a built file of the same bytes from the same process: what keeping it
//! fresh costs beside what cannot change.

use std::{fs, path::Path};

use super::{
    catalogue::{Went, round},
    median,
    table::Table,
};
use crate::stand::{
    Done,
    child::Running,
    client::{self, Answered, get},
    place::Places,
};

const FEED: &str = "/cal/event-SC.ics?lang=en";
const FILE: &str = "/pkg/accolade.0123456789abcdef.css";
const CODINGS: [(&str, &str); 2] = [("", ""), ("Accept-Encoding: br\r\n", ".br")];
const ROUNDS: usize = 7;

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    let database = places.fresh("SQLite").await?;
    let (site, files) = (places.file("site"), places.file("files"));
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let (folder, files) = (text(&site), text(&files));
    // The same address in both runs: the feed names it.
    let public = ["--public-url", "http://accolade"];
    let told = Running::server(&database, &[&["--demo=c"], &public[..]].concat(), &places.file("told.log"))?;
    fs::create_dir_all(&site)?;
    fs::write(site.join("hash.txt"), "accolade.css: 0123456789abcdef\n")?;
    let mut entries = 0;
    for (headers, end) in CODINGS {
        let feed = answered(&told, FEED, headers).await?;
        entries = entries.max(feed.body.windows(12).filter(|it| it == b"BEGIN:VEVENT").count());
        fs::write(site.join(format!("accolade.0123456789abcdef.css{end}")), feed.body)?;
    }
    told.stop()?;
    let args = ["serve", "--addr", "127.0.0.1:0", "--site", &folder, "--database", &database, "--files", &files, "--demo=c"];
    let running = Running::start(env!("CARGO_BIN_EXE_accolade"), &[&args[..], &public[..]].concat(), &places.file("calendar.log"))?;
    for (headers, what) in CODINGS.map(|it| it.0).into_iter().zip(["as it is", "compressed"]) {
        let (feed, file) = (answered(&running, FEED, headers).await?, answered(&running, FILE, headers).await?);
        if feed.body != file.body {
            return Err("the feed has changed meanwhile".into());
        }
        let size = format!("{entries} entries, {:.1} kB", feed.body.len() as f64 / 1e3);
        held(table, &running, &format!("feed {what} ({size})"), 200, (&get(FEED, headers), &get(FILE, headers))).await?;
        if headers.is_empty() {
            continue;
        }
        let again = |it: &Answered, path: &str| {
            it.header("etag").map(|tag| get(path, &format!("{headers}If-None-Match: {tag}\r\n"))).ok_or("no ETag")
        };
        held(table, &running, "feed unchanged (304)", 304, (&again(&feed, FEED)?, &again(&file, FILE)?)).await?;
    }
    running.stop()
}

async fn answered(running: &Running, path: &str, headers: &str) -> Done<Answered> {
    let answer = client::once(running.addr, &get(path, headers)).await?;
    if answer.status != 200 || answer.header("content-encoding").is_some() != headers.contains("br") {
        return Err(format!("{path} answers {}", answer.head).into());
    }
    Ok(answer)
}

/// Both in turn; how many a second, and the ratio.
async fn held(table: &mut Table, running: &Running, what: &str, status: u16, (feed, file): (&[u8], &[u8])) -> Done<()> {
    let mut went: Vec<(Went, Went)> = Vec::new();
    for n in 0..=ROUNDS {
        let both = (round(running, feed, status).await?, round(running, file, status).await?);
        // The first is for warming up.
        if n > 0 {
            println!("{what} {n}: {:.0}/s {:.0} µs; file {:.0}/s {:.0} µs", both.0.rate, both.0.cpu, both.1.rate, both.1.cpu);
            went.push(both);
        }
    }
    let ratio = median(went.iter().map(|(feed, file)| feed.rate / file.rate).collect());
    let rate = median(went.iter().map(|(feed, _)| feed.rate).collect());
    table.aimed(&format!("{what}, against a built file"), format!("{ratio:.2} ({rate:.0} a second)"), "≥ 0.5", ratio >= 0.5);
    Ok(())
}
