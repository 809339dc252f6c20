//! Statements made of statements: several as one text, and one for many rows. Only texts of ours go in; what people typed is in
//! the arguments.

use super::Arg;

/// The most statements that go to SQLite as one text: each such text is kept prepared, and has a limit of arguments.
pub(super) const TOGETHER: usize = 8;

/// The most rows of one statement.
pub(super) const ROWS: usize = 256;

/// A statement with one tuple behind its `values`, for so many rows.
pub(super) fn repeated(text: &str, count: usize) -> String {
    let Some((start, end)) = text.find("values (").and_then(|at| Some((at + 7, at + text[at..].find(')')? + 1))) else {
        return text.to_owned();
    };
    let tuple = &text[start..end];
    let width = tuple.matches('$').count();
    let tuples: Vec<String> = (0..count).map(|row| shifted(tuple, row * width)).collect();
    format!("{}{}{}", &text[..start], tuples.join(", "), &text[end..])
}

/// Several statements as one, their arguments counted on.
pub(super) fn together(statements: Vec<(&'static str, Vec<Arg>)>) -> (String, Vec<Arg>) {
    let (mut texts, mut all) = (Vec::new(), Vec::new());
    for (text, args) in statements {
        texts.push(shifted(text, all.len()));
        all.extend(args);
    }
    (texts.join(";\n"), all)
}

/// A statement with its `$1`, `$2` … raised by so many, to stand behind others.
pub(super) fn shifted(text: &str, by: usize) -> String {
    let mut parts = text.split('$');
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number: usize = part[..digits].parse().unwrap_or(0);
        out.push_str(&format!("${}{}", number + by, &part[digits..]));
    }
    out
}
