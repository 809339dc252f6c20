//! The one table: what, how much, what was aimed at, and whether it was met.

use std::{fs, process::Command};

use crate::stand::Done;

#[derive(Default)]
pub struct Table(Vec<[String; 4]>);

impl Table {
    /// A figure with an aim.
    pub fn aimed(&mut self, what: &str, figure: String, aim: &str, met: bool) {
        println!("{what}: {figure} (aim {aim})");
        self.0.push([what.into(), figure, aim.into(), if met { "yes" } else { "**no**" }.into()]);
    }

    /// A figure that explains another.
    pub fn plain(&mut self, what: &str, figure: String) {
        println!("{what}: {figure}");
        self.0.push([what.into(), figure, String::new(), String::new()]);
    }

    /// As Markdown, every column as wide as it needs to be.
    pub fn text(&self) -> String {
        let head = ["what", "figure", "aim", "met?"].map(String::from);
        let rule = ["---", "---", "---", "---"].map(String::from);
        let rows: Vec<&[String; 4]> = [&head, &rule].into_iter().chain(&self.0).collect();
        let width = |n: usize| rows.iter().map(|row| row[n].chars().count()).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2), width(3)];
        let line = |row: &[String; 4]| {
            let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        rows.into_iter().map(line).collect()
    }

    /// Keeps it in `RESULTS.md`.
    pub fn keep(&self) -> Done<()> {
        let date = Command::new("date").args(["-u", "+%F %H:%M UTC"]).output()?;
        let date = String::from_utf8(date.stdout)?;
        let cores = std::thread::available_parallelism()?;
        let load = fs::read_to_string("/proc/loadavg")?;
        let load = load.split(' ').next().unwrap_or("?");
        let text = format!(
            "# What was measured\n\n`make bench` wrote this on {}, on {cores} cores, load {load} at the end (the client runs on the \
             same cores).\nRatios are medians of rounds taken in turn and hold anywhere; the other figures are of this machine.\n\n{}",
            date.trim(),
            self.text()
        );
        fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/RESULTS.md"), text)?;
        Ok(())
    }
}
