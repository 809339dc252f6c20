//! Made-up showcases placed by the command everybody has: how good a schedule is after ten seconds, and how soon it is complete.

use std::process::Command;

use app::showcase::solver::{
    format::sample::{FULL, LARGE, SMALL, Size, TIGHT, instance},
    solve,
};
use server::clock::Stopwatch;

use super::table::Table;
use crate::stand::{Done, place::Places};

const SIZES: [(&str, Size); 4] = [("small", SMALL), ("full", FULL), ("tight", TIGHT), ("large", LARGE)];
const SECONDS: &str = "10";

pub fn measure(places: &Places, table: &mut Table) -> Done<()> {
    for (name, size) in SIZES {
        let case = instance(size, 1);
        let (file, out) = (places.file("instance.json"), places.file("plan.json"));
        std::fs::write(&file, serde_json::to_string(&case)?)?;
        let done = Command::new(env!("CARGO_BIN_EXE_accolade"))
            .args(["schedule", "--seconds", SECONDS, "--in"])
            .arg(&file)
            .arg("--out")
            .arg(&out)
            .output()?;
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        if !done.status.success() {
            return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
        }
        let what = format!("schedule {name}: {} activities, {} spaces, {} % full", size.activities, size.venues, size.full);
        let line = said.lines().next().unwrap_or_default();
        let sound = line.contains("hard 0, unplaced 0,");
        table.aimed(&format!("{what}, {SECONDS} s"), line.into(), "all placed", sound);
        let seconds = until_complete(&case)?;
        table.aimed(&format!("schedule {name}, until all are placed"), format!("{seconds:.3} s"), "≤ 0.2 s", seconds <= 0.2);
    }
    Ok(())
}

/// From the instance to the first plan that leaves nothing out; a minute at most.
fn until_complete(case: &app::showcase::solver::format::Instance) -> Done<f64> {
    let watch = Stopwatch::start();
    let problem = case.problem().map_err(|flaw| flaw.to_string())?;
    let seconds = || watch.micros() as f64 / 1e6;
    // Both searches end as soon as either has placed everything.
    let complete = std::sync::atomic::AtomicBool::new(false);
    solve(&problem, &[2, 3], &|it| {
        complete.fetch_or(it.unplaced == 0, std::sync::atomic::Ordering::Relaxed);
        if complete.load(std::sync::atomic::Ordering::Relaxed) { 1.0 } else { seconds() / 60.0 }
    });
    Ok(seconds())
}
