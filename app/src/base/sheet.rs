//! Tables in and out: CSV both ways, Excel workbooks out.
//!
//! A cell is text and stays text: nothing written here is run by a spreadsheet, and nothing read here is guessed at.
//! What is wrong with a file is said all at once, line by line, and then none of it is taken.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{
    db::{Fault, Stored},
    problem::{Answer, Complaints, Problem},
    text::is_intact,
};

/// One line of a table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// As a person counts in the file: the header is 1.
    pub number: usize,
    pub cells: Vec<String>,
}

const BOM: &str = "\u{FEFF}";
/// After so many complaints the sender has understood.
const ENOUGH: usize = 50;

/// The table as CSV for anybody's spreadsheet: UTF-8 with its mark, CRLF, RFC 4180.
pub fn csv(heads: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = BOM.to_owned();
    for row in std::iter::once(heads).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&guarded(cell))).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) || cell.trim() != cell {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}

/// A spreadsheet would run this cell, or would once its apostrophes are stripped.
fn is_dangerous(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    // The full-width twins too: spreadsheets set to Chinese take them for the narrow ones.
    let runs = bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    runs && !is_number(bare)
}

fn is_number(cell: &str) -> bool {
    cell.bytes().all(|b| b.is_ascii_digit() || b"+-.".contains(&b)) && cell.parse::<f64>().is_ok()
}

fn guarded(cell: &str) -> String {
    if is_dangerous(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Takes off the apostrophe that [`guarded`] puts before a cell.
fn unguarded(cell: &str) -> String {
    cell.strip_prefix('\'').filter(|rest| is_dangerous(rest)).unwrap_or(cell).to_owned()
}

/// The table as an Excel workbook of one sheet: header bold, frozen and filtered, every cell text.
pub fn xlsx(name: &str, heads: &[String], rows: &[Vec<String>]) -> Stored<Vec<u8>> {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), name, heads, rows).map_err(Fault::new)?;
    book.save_to_buffer().map_err(Fault::new)
}

fn fill(sheet: &mut Worksheet, name: &str, heads: &[String], rows: &[Vec<String>]) -> Result<(), XlsxError> {
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let head = Format::new().set_num_format("@").set_bold().set_text_wrap().set_background_color("F6E9F0");
    sheet.set_name(sheet_name(name))?;
    sheet.set_freeze_panes(1, 0)?;
    let lines = std::iter::once((heads, &head)).chain(rows.iter().map(|row| (row.as_slice(), &text)));
    for (y, (cells, format)) in (0..).zip(lines) {
        for (x, cell) in (0..).zip(cells) {
            sheet.write_string_with_format(y, x, cell, format)?;
        }
    }
    for (x, head) in (0..).zip(heads) {
        let cells = rows.iter().filter_map(|row| row.get(usize::from(x)));
        let widest = cells.map(|cell| width(cell)).max().unwrap_or(0);
        // The filter's arrow stands in the header; very long text wraps rather than pushing the rest away.
        sheet.set_column_width(x, widest.max(width(head) + 3).clamp(6, 60) as f64 + 1.5)?;
    }
    if let Some(last) = heads.len().checked_sub(1) {
        sheet.autofilter(0, 0, rows.len() as u32, last as u16)?;
    }
    Ok(())
}

/// How wide a cell's longest line is, in digits: Chinese counts double.
fn width(cell: &str) -> usize {
    let line = |line: &str| line.chars().map(|c| if c >= '\u{1100}' { 2 } else { 1 }).sum();
    cell.lines().map(line).max().unwrap_or(0)
}

/// What Excel takes for the name of a sheet: some characters and more than 31 of any it refuses.
fn sheet_name(name: &str) -> String {
    let fit: String = name.chars().filter(|c| !"[]:*?/\\".contains(*c) && !c.is_control()).collect();
    // Excel counts in UTF-16; 15 of the longest characters always fit.
    let units = |n: usize| fit.chars().take(n).map(char::len_utf16).sum::<usize>();
    let long = (15..=31).rev().find(|n| units(*n) <= 31).unwrap_or(15);
    let fit: String = fit.chars().take(long).collect();
    let fit = fit.trim().trim_matches('\'');
    if fit.is_empty() || fit.eq_ignore_ascii_case("history") { "Sheet 1".into() } else { fit.into() }
}

/// Reads a table whose header is `heads`: with or without a byte-order mark, any line ends, cells quoted or not.
///
/// Cells come trimmed; blank lines, and those where a spreadsheet left only commas, are passed over but counted.
pub fn read(bytes: &[u8], heads: &[&str]) -> Answer<Vec<Line>> {
    let lines = split(&decoded(bytes)?)?;
    let Some((head, rows)) = lines.split_first().filter(|(_, rows)| !rows.is_empty()) else {
        return Err(Problem::form("sheet-empty").on("file"));
    };
    if head.cells != heads {
        return Err(Problem::form("sheet-wrong-header").on("file").with("line", head.number).with("expected", heads.join(",")));
    }
    check(rows, heads.len())?;
    Ok(rows.to_vec())
}

fn complaint(key: &str, line: usize) -> Problem {
    Problem::form(key).on("file").with("line", line)
}

/// The text of the file with `\n` for every way of ending a line.
fn decoded(bytes: &[u8]) -> Answer<String> {
    let bytes = bytes.strip_prefix(BOM.as_bytes()).unwrap_or(bytes);
    let mut complaints = Complaints::default();
    let broken = (1..).zip(bytes.split(|b| *b == b'\n')).filter(|(_, line)| std::str::from_utf8(line).is_err());
    broken.take(ENOUGH).for_each(|(number, _)| complaints.add(complaint("sheet-bad-utf8", number)));
    complaints.check()?;
    Ok(String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n"))
}

/// The lines that hold anything, their numbers those of the file.
fn split(text: &str) -> Answer<Vec<Line>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut lines = Vec::new();
    loop {
        let (start, number) = (reader.position().byte() as usize, reader.position().line() as usize);
        // A quote that is never closed would swallow the rest of the file without a word.
        let more = reader.read_record(&mut record).map_err(|_| complaint("sheet-open-quote", number))?;
        if !more {
            return Ok(lines);
        }
        let raw = text.get(start..reader.position().byte() as usize).unwrap_or_default();
        let body = raw.trim_start_matches('\n'); // the reader passes over empty lines; we count them
        let number = number + raw.len() - body.len();
        if body.trim_end().contains('\n') && body.matches('"').count() % 2 == 1 {
            return Err(complaint("sheet-open-quote", number));
        }
        if record.iter().any(|cell| !cell.is_empty()) {
            lines.push(Line { number, cells: record.iter().map(unguarded).collect() });
        }
    }
}

/// Everything wrong with the rows, in their order.
fn check(rows: &[Line], expected: usize) -> Answer<()> {
    let mut complaints = Complaints::default();
    let mut seen: HashMap<&[String], usize> = HashMap::new();
    for problem in rows.iter().filter_map(|row| wrong(row, expected, &mut seen)).take(ENOUGH) {
        complaints.add(problem);
    }
    complaints.check()
}

fn wrong<'a>(row: &'a Line, expected: usize, seen: &mut HashMap<&'a [String], usize>) -> Option<Problem> {
    let line = row.number;
    if row.cells.len() != expected {
        return Some(complaint("sheet-wrong-cells", line).with("expected", expected).with("found", row.cells.len()));
    }
    if !row.cells.iter().all(|cell| is_intact(cell)) {
        return Some(complaint("sheet-lost-character", line));
    }
    let first = *seen.entry(&row.cells).or_insert(line);
    (first != line).then(|| complaint("sheet-duplicate", line).with("first", first))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::problem::{Kind, Value};

    fn strings(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| cell.to_string()).collect()
    }

    fn written(heads: &[&str], rows: &[&[&str]]) -> String {
        let rows: Vec<_> = rows.iter().map(|row| strings(row)).collect();
        String::from_utf8(csv(&strings(heads), &rows)).unwrap()
    }

    /// What is wrong with a file of the columns a and b: each key and its line.
    fn refused(file: impl AsRef<[u8]>) -> Vec<(String, i64)> {
        let problem = read(file.as_ref(), &["a", "b"]).unwrap_err();
        assert_eq!(problem.kind, Kind::Form);
        assert!(problem.complaints.iter().all(|c| c.field == "file"));
        let line = |values: &[(String, Value)]| match values.first() {
            Some((_, Value::Number(n))) => *n,
            _ => 0,
        };
        problem.complaints.into_iter().map(|c| (c.key, line(&c.values))).collect()
    }

    #[test]
    fn a_table_opens_in_a_spreadsheet_as_it_was() {
        let got = written(&["Name", "姓名"], &[&["CHAN, \"Peter\"", "陳大文"], &["two\nlines", "衞"]]);
        assert_eq!(got, "\u{FEFF}Name,姓名\r\n\"CHAN, \"\"Peter\"\"\",陳大文\r\n\"two\nlines\",衞\r\n");
    }

    #[test]
    fn no_cell_is_ever_run() {
        for cell in ["=1+1", "+852 2810 2345", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "--5", "-"] {
            assert!(guarded(cell).starts_with('\''), "{cell}");
            assert_eq!(unguarded(&guarded(cell)), cell);
        }
        for cell in ["-5", "+3.25", "5-3", "'tis", "陳", ""] {
            assert_eq!(guarded(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_is_read(rows in prop::collection::vec(prop::collection::vec("(\\PC|[=+\\-@'\",\n衞着]){0,12}", 3), 1..8)) {
            let heads = strings(&["a", "b", "c"]);
            let rows: Vec<Vec<String>> = (0..).zip(rows).map(|(n, mut row): (u32, Vec<String>)| {
                row[0] = format!("{n}{}", row[0]);
                row.iter().map(|cell| cell.replace(|c: char| !is_intact(&c.to_string()), "").trim().to_owned()).collect()
            }).collect();
            let read: Vec<Vec<String>> = read(&csv(&heads, &rows), &["a", "b", "c"]).unwrap().into_iter().map(|line| line.cells).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn no_file_makes_reading_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes, &["a", "b"]);
        }

        #[test]
        fn any_name_is_made_fit_for_excel(name in "(\\PC|[\\[\\]:*?/\\\\'😀]){0,60}") {
            prop_assert!(xlsx(&name, &strings(&["a"]), &[]).is_ok(), "{}", sheet_name(&name));
        }
    }

    #[test]
    fn every_way_of_ending_a_line_is_read_and_lines_are_counted_as_people_count() {
        let wanted = [(2, "陳"), (4, "b\nc"), (6, "d")];
        for end in ["\n", "\r\n", "\r"] {
            let file = ["\u{FEFF}a,b", "1,陳", "", "2,\"b", "c\"", " 3 , d ", ",", "", ""].join(end);
            let lines = read(file.as_bytes(), &["a", "b"]).unwrap();
            let got: Vec<(usize, &str)> = lines.iter().map(|line| (line.number, line.cells[1].as_str())).collect();
            assert_eq!(got, wanted, "{end:?}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let file = "a,b\n1,2,3\nx,y\n1\nx,y\nhealth \u{E5E5},z\nq,\u{FFFD}\n";
        let wanted = [
            ("sheet-wrong-cells", 2),
            ("sheet-wrong-cells", 4),
            ("sheet-duplicate", 5),
            ("sheet-lost-character", 6),
            ("sheet-lost-character", 7),
        ];
        assert_eq!(refused(file), wanted.map(|(key, line)| (key.to_string(), line)));
        let problem = read(b"a,b\n1,2\n3,4\n1,2", &["a", "b"]).unwrap_err();
        assert_eq!(problem.complaints[0].values, [("line".into(), Value::Number(4)), ("first".into(), Value::Number(2))]);
        assert_eq!(refused(format!("a,b\n{}", "1\n".repeat(90))).len(), ENOUGH);
    }

    #[test]
    fn a_file_that_is_no_table_of_ours_is_refused() {
        for empty in ["", "\u{FEFF}", "\n\n", ",\n", "a,b\n"] {
            assert_eq!(refused(empty), [("sheet-empty".to_string(), 0)], "{empty:?}");
        }
        assert_eq!(refused("b,a\n1,2"), [("sheet-wrong-header".to_string(), 1)]);
        assert_eq!(refused(b"a,b\n1,\xa4\xa4\n2,ok\n\xff,\n"), [("sheet-bad-utf8".to_string(), 2), ("sheet-bad-utf8".to_string(), 4)]);
        assert_eq!(refused("a,b\n1,\"open\n2,3\n4,5\n"), [("sheet-open-quote".to_string(), 2)]);
    }

    #[test]
    fn a_workbook_is_a_workbook() {
        let book = xlsx("報名表: spring/夏", &strings(&["Name", "姓名"]), &[strings(&["=1+1", "陳大文"])]).unwrap();
        assert_eq!(&book[..2], b"PK");
        assert_eq!(width("陳大文 A"), 8);
        assert_eq!(sheet_name("報名表: spring/夏"), "報名表 spring夏");
    }
}
