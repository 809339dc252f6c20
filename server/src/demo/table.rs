//! The demo's tables, embedded in the binary, read row by row and asked by the names of their columns.

use std::collections::HashMap;

use app::base::{
    problem::{Answer, Problem},
    sheet,
    text::Bi,
    time::{Day, Moment},
};

/// One row of a table.
pub struct Row {
    cells: HashMap<String, String>,
    table: &'static str,
    line: usize,
}

/// Reads a table; its first line names the columns.
pub fn read(table: &'static str, text: &'static str) -> Answer<Vec<Row>> {
    let heads: Vec<&str> = text.lines().next().unwrap_or_default().split(',').collect();
    let lines = sheet::read(text.as_bytes(), &heads)?;
    let row =
        |line: sheet::Line| Row { cells: heads.iter().map(|head| head.to_string()).zip(line.cells).collect(), table, line: line.number };
    Ok(lines.into_iter().map(row).collect())
}

impl Row {
    /// A cell; empty if there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// A text in both languages, from the columns `…_en` and `…_zh`.
    pub fn both(&self, column: &str) -> Bi {
        Bi::new(self.get(&format!("{column}_en")), self.get(&format!("{column}_zh")))
    }

    pub fn number(&self, column: &str) -> Answer<i64> {
        self.get(column).parse().map_err(|_| self.wrong(column))
    }

    pub fn day(&self, column: &str) -> Answer<Day> {
        Day::parse(self.get(column)).ok_or_else(|| self.wrong(column))
    }

    /// A moment of the Hong Kong clock, with or without an offset written after it.
    pub fn moment(&self, column: &str) -> Answer<Moment> {
        let text = self.get(column);
        Moment::parse(text).or_else(|| Moment::parse_local(text)).ok_or_else(|| self.wrong(column))
    }

    /// The data of the demo are wrong: which table, line and column.
    pub fn wrong(&self, column: &str) -> Problem {
        Problem::form("demo-data").with("table", self.table).with("line", self.line).with("column", column)
    }
}
