//! Made-up showcases placed by the command everybody has: how good a schedule is after ten seconds, how soon it is complete, and
//! what a second makes of it when a hall is lost.

use std::{collections::BTreeMap, path::Path, process::Command};

use app::showcase::solver::{
    format::{
        Instance, Schedule,
        sample::{FULL, LARGE, SMALL, Size, TIGHT, instance},
    },
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
        let said = scheduled(&file, &out, &["--seconds", SECONDS])?;
        let what = format!("schedule {name}: {} activities, {} spaces, {} % full", size.activities, size.venues, size.full);
        table.aimed(&format!("{what}, {SECONDS} s"), said.clone(), "all placed", is_sound(&said));
        let seconds = until_complete(&case)?;
        table.aimed(&format!("schedule {name}, until all are placed"), format!("{seconds:.3} s"), "≤ 0.2 s", seconds <= 0.2);
        if name == "full" {
            repair(case, &out, &file, table)?;
        }
    }
    Ok(())
}

/// What the command says first.
fn scheduled(file: &Path, out: &Path, how: &[&str]) -> Done<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accolade"));
    let done = command.arg("schedule").arg("--in").arg(file).arg("--out").arg(out).args(how).output()?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
    }
    Ok(String::from_utf8_lossy(&done.stdout).lines().next().unwrap_or_default().to_owned())
}

fn is_sound(line: &str) -> bool {
    line.contains("hard 0, unplaced 0,")
}

/// When a third of the days are over, the hall with most of what is still to come is lost.
fn repair(mut case: Instance, published: &Path, file: &Path, table: &mut Table) -> Done<()> {
    let today = case.days.len() as u32 / 3;
    let schedule = Schedule::read(&std::fs::read_to_string(published)?)?;
    let mut hit: BTreeMap<&str, usize> = BTreeMap::new();
    schedule.assignments.iter().filter(|it| it.day >= today).for_each(|it| *hit.entry(&it.venue).or_default() += 1);
    let (lost, n) = hit.iter().max_by_key(|(_, n)| **n).ok_or("nothing is placed")?;
    case.frozen_before_day = Some(today);
    case.venues.iter_mut().filter(|it| it.id == *lost).for_each(|it| it.open.retain(|span| span.0 < today));
    std::fs::write(file, serde_json::to_string(&case)?)?;
    let out = published.with_extension("repaired.json");
    let said = scheduled(file, &out, &["--seconds", "1", "--keep", &published.to_string_lossy()])?;
    let what = format!("schedule full, a hall with {n} of {} activities to come lost, 1 s", hit.values().sum::<usize>());
    table.aimed(&what, said.clone(), "all placed", is_sound(&said));
    Ok(())
}

/// From the instance to the first plan that leaves nothing out; a minute at most.
fn until_complete(case: &Instance) -> Done<f64> {
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
