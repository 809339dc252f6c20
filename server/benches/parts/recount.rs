//! The recount of a million ballots in two awards: by the command everybody has, and on the page in a browser, where the browser of
//! the tests is there.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    process::Command,
};

use app::voting::record::sample;
use server::clock::Stopwatch;

use super::table::Table;
use crate::stand::{Done, place::Places};

const BALLOTS: u64 = 1_000_000;

pub fn measure(places: &Places, table: &mut Table) -> Done<()> {
    let path = places.file("million.jsonl");
    let mut file = BufWriter::new(File::create(&path)?);
    let mut written = Ok(());
    sample::write(BALLOTS, 7, &mut |line| {
        if written.is_ok() {
            written = file.write_all(line.as_bytes());
        }
    });
    written?;
    file.flush()?;
    let size = std::fs::metadata(&path)?.len() as f64 / 1e6;
    let watch = Stopwatch::start();
    let done = Command::new(env!("CARGO_BIN_EXE_accolade")).arg("recount").arg(&path).output()?;
    let seconds = watch.micros() as f64 / 1e6;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stdout).into_owned().into());
    }
    println!("recount: {BALLOTS} ballots, {size:.0} MB: {seconds:.1} s");
    table.aimed("recount of a million ballots in two awards, native", format!("{seconds:.1} s ({size:.0} MB)"), "≤ 10 s", seconds <= 10.0);
    let end2end = concat!(env!("CARGO_MANIFEST_DIR"), "/../end2end");
    if !Path::new(end2end).join("node_modules").exists() {
        println!("recount: no browser here; '.ci/ground test' brings it");
        return Ok(());
    }
    let script = format!("{end2end}/recount.mjs");
    let done = Command::new("node").arg(script).arg(&path).env("ACCOLADE_BIN", env!("CARGO_BIN_EXE_accolade")).output()?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
    }
    let seconds: f64 = String::from_utf8_lossy(&done.stdout).trim().parse()?;
    println!("recount in the browser: {seconds:.1} s");
    table.aimed("the same on the recount page, in Chromium", format!("{seconds:.1} s"), "≤ 60 s", seconds <= 60.0);
    Ok(())
}
