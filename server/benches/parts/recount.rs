//! The recount of a million ballots in two awards, by the command everybody has.

use std::{
    fs::File,
    io::{BufWriter, Write},
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
    Ok(())
}
