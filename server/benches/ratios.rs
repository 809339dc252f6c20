//! The measurements of `make bench`: prints each round and one table, and keeps the table in `RESULTS.md`.
//!
//! Machines are noisy, so what counts are ratios: two things measured in turn, in one run, and the median of the rounds. The
//! absolute figures say what this machine did this time. `ratios PART…` measures only some of `start catalogue wire judging rush kill casting fire
//! recount schedule programme calendar`; then the file stays as it is. `ratios bare FILE` is the bare server that the catalogue is held against.

mod parts;
mod stand;

use std::process::ExitCode;

use parts::table::Table;
use stand::{Done, place::Places};

const PARTS: [&str; 12] =
    ["start", "catalogue", "wire", "judging", "rush", "kill", "casting", "fire", "recount", "schedule", "programme", "calendar"];

fn main() -> ExitCode {
    // Cargo itself adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(cause) => {
            eprintln!("ratios: {cause}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(async {
        match words.as_slice() {
            [word, file] if word == "bare" => stand::bare::serve(file).await,
            _ => measure(&words).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("ratios: {cause}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(words: &[String]) -> Done<()> {
    if let Some(word) = words.iter().find(|word| !PARTS.contains(&word.as_str())) {
        return Err(format!("{word} is none of {}", PARTS.join(" ")).into());
    }
    let wanted = |part: &str| words.is_empty() || words.iter().any(|word| word == part);
    let places = Places::new("bench")?;
    let mut table = Table::default();
    if wanted("start") {
        parts::start::measure(&places, &mut table).await?;
    }
    if wanted("catalogue") {
        parts::catalogue::measure(&places, &mut table).await?;
    }
    if wanted("wire") {
        parts::wire::measure(&places, &mut table).await?;
    }
    if wanted("judging") {
        parts::judging::measure(&places, &mut table).await?;
    }
    if wanted("rush") {
        parts::rush::measure(&places, &mut table).await?;
    }
    if wanted("kill") {
        parts::kill::measure(&places, &mut table).await?;
    }
    if wanted("casting") {
        parts::casting::measure(&places, &mut table).await?;
    }
    if wanted("fire") {
        parts::fire::measure(&places, &mut table).await?;
    }
    if wanted("recount") {
        parts::recount::measure(&places, &mut table)?;
    }
    if wanted("schedule") {
        parts::schedule::measure(&places, &mut table)?;
    }
    if wanted("programme") {
        parts::programme::measure(&places, &mut table).await?;
    }
    if wanted("calendar") {
        parts::calendar::measure(&places, &mut table).await?;
    }
    println!("\n{}", table.text());
    if words.is_empty() { table.keep() } else { Ok(()) }
}
