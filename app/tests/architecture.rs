//! The house, held to its plan: what the compiler cannot check about who may use whom and where things stand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that panics has failed")]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join(folder);
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| endings.contains(&e.to_str().unwrap())) {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "nothing in {folder}");
    found.sort();
    found
}

fn rust() -> Vec<(PathBuf, String)> {
    files("app/src", &["rs"]).into_iter().chain(files("server/src", &["rs"])).collect()
}

/// The slice or part a file of app belongs to: `workshops` for app/src/workshops/… and app/src/workshops.rs.
fn slice(path: &Path) -> Option<String> {
    let text = path.to_str()?;
    let rest = text.split("app/src/").nth(1)?;
    Some(rest.split('/').next()?.trim_end_matches(".rs").to_owned())
}

/// The order of dependence, as lib.rs says it.
fn order() -> Vec<String> {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned)).collect()
}

fn is_test(path: &Path) -> bool {
    path.to_str().unwrap().contains("/tests") || path.ends_with("testing.rs")
}

/// The list of what a browser can do, or a part of it.
fn is_api(path: &Path) -> bool {
    path.ends_with("api.rs") || path.parent().is_some_and(|folder| folder.ends_with("api"))
}

/// The code of a file without its own tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

#[test]
fn a_slice_uses_only_slices_above_it() {
    let order = order();
    assert!(order.len() >= 7, "{order:?}");
    for (path, text) in files("app/src", &["rs"]) {
        let Some(mine) = slice(&path).and_then(|it| order.iter().position(|slice| *slice == it)) else { continue };
        if is_test(&path) {
            continue;
        }
        for (below, other) in order.iter().enumerate().skip(mine + 1) {
            for said in [format!("crate::{other}::"), format!("crate::{{{other}"), format!("    {other}::"), format!("    {other},\n")] {
                assert!(!code(&text).contains(&said) || below <= mine, "{} uses {other}, which stands below it", path.display());
            }
        }
    }
}

#[test]
fn rules_know_no_clock_no_chance_no_database_no_words() {
    for (path, text) in files("app/src", &["rs"]) {
        let name = path.to_str().unwrap();
        if !name.contains("/rules") {
            continue;
        }
        for banned in [
            "sqlx",
            "sql!",
            "leptos",
            "axum",
            "tokio",
            "getrandom",
            "SystemTime",
            "Utc::now",
            "base::{db",
            "base::db",
            "base::ctx",
            "base::words",
            "store::",
        ] {
            assert!(!code(&text).contains(banned), "{name} speaks of {banned}");
        }
    }
}

#[test]
fn every_kind_of_code_stands_where_it_is_looked_for() {
    for (path, text) in rust() {
        let name = path.to_str().unwrap().to_owned();
        let text = code(&text);
        let store = name.contains("/store") || ["audit.rs", "outbox.rs", "db.rs"].iter().any(|base| name.ends_with(base));
        assert!(!text.contains("sql!(") || store || is_test(&path), "SQL outside a store: {name}");
        assert!(!text.contains("#[server(") || is_api(&path), "a server function outside api.rs: {name}");
        assert!(!text.contains("#[island]") || name.ends_with("/islands.rs"), "an island outside islands.rs: {name}");
        if name.ends_with("/islands.rs") {
            assert!(
                ![" t!(", "{t!(", "(t!("].iter().any(|say| text.contains(say)) && !text.contains("leptos_router"),
                "an island speaks or routes by itself: {name}"
            );
        }
        if name.contains("/server/src") {
            assert!(!text.contains("view! {") && !text.contains("#[component]"), "a page in the server: {name}");
        }
    }
}

#[test]
fn features_are_asked_on_mod_lines_only() {
    for (path, text) in files("app/src", &["rs"]) {
        let lines: Vec<&str> = text.lines().collect();
        for (i, line) in lines.iter().enumerate() {
            if !line.trim().starts_with("#[cfg(") || !line.contains("feature") {
                continue;
            }
            let next = lines.get(i + 1).map_or("", |line| line.trim());
            // A server function's body is the server's; its imports are the one other place.
            let api = is_api(&path) && next.starts_with("use ");
            let is_mod = next.starts_with("mod ") || next.starts_with("pub mod ") || next.starts_with("pub use ");
            assert!(is_mod || api, "{}:{} asks for a feature at {next}", path.display(), i + 1);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_can_be_read_in_one_sitting() {
    for (path, text) in rust() {
        assert!(text.starts_with("//!"), "{} has no header", path.display());
        let lines = text.lines().count();
        assert!(lines <= 450, "{} has {lines} lines", path.display());
        for word in ["utils", "helpers", "common", "misc", "manager", "data", "info"] {
            assert_ne!(path.file_stem().unwrap(), word, "{}", path.display());
        }
    }
    for (path, text) in files("style", &["css"]) {
        assert!(text.starts_with("/*"), "{} has no header", path.display());
        assert!(text.lines().count() <= 400, "{} is long", path.display());
    }
}

#[test]
fn only_tokens_name_colours() {
    for (path, text) in files("style", &["css"]) {
        if path.ends_with("tokens.css") {
            continue;
        }
        for raw in ["oklch(", "rgb(", "hsl(", "#fff", "#000"] {
            assert!(!text.contains(raw), "{} names the raw colour {raw}", path.display());
        }
    }
}

/// Keys of a Fluent file with the variables each one takes. Enough of the grammar for how ours are written.
fn messages(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines() {
        let head = line
            .split_once(" =")
            .map(|(key, _)| key)
            .filter(|key| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) && !line.starts_with(' '));
        if let Some(key) = head {
            found.push((key.to_owned(), Vec::new()));
        }
        if line.starts_with('#') {
            continue;
        }
        let Some((_, variables)) = found.last_mut() else { continue };
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            if !variables.contains(&name) {
                variables.push(name);
            }
        }
    }
    for (_, variables) in &mut found {
        variables.sort();
    }
    found.sort();
    found
}

fn words(language: &str) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<_> = files(&format!("app/locales/{language}"), &["ftl"]).iter().flat_map(|(_, text)| messages(text)).collect();
    all.sort();
    all
}

#[test]
fn i_61_both_languages_say_the_same_things_with_the_same_values() {
    let (english, chinese) = (words("en"), words("zh-Hant"));
    for pair in english.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "said twice");
    }
    let missing: Vec<_> = english.iter().filter(|it| !chinese.contains(it)).collect();
    assert!(missing.is_empty(), "in English, not the same in Chinese: {missing:?}");
    let missing: Vec<_> = chinese.iter().filter(|it| !english.contains(it)).collect();
    assert!(missing.is_empty(), "in Chinese, not the same in English: {missing:?}");
}

#[test]
fn i_61_no_word_used_in_the_source_is_missing() {
    let known: Vec<String> = words("en").into_iter().map(|(key, _)| key).collect();
    let mut missing = Vec::new();
    for (path, text) in files("app/src", &["rs"]) {
        if is_test(&path) {
            continue;
        }
        for opening in [
            "t!(w, \"",
            "t!(self, \"",
            "t!(self.w, \"",
            "t!(v.w, \"",
            "t!(form.w, \"",
            "t!(other, \"",
            "rule(\"",
            "clash(\"",
            "closed(\"",
            "form(\"",
            "Kind::Rate, \"",
            "Kind::SignIn, \"",
            "Kind::Forbidden, \"",
            "Kind::Unknown, \"",
            "Kind::Busy, \"",
            "Kind::Broken, \"",
            "Kind::Large, \"",
        ] {
            for part in code(&text).split(opening).skip(1) {
                let key = part.split('"').next().unwrap_or("");
                if !known.iter().any(|it| it == key) {
                    missing.push(format!("{key} ({})", path.file_name().unwrap().to_str().unwrap()));
                }
            }
        }
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "nobody wrote: {missing:#?}");
}

#[test]
fn i_61_every_state_letter_and_reason_has_its_words() {
    let known: Vec<String> = words("en").into_iter().map(|(key, _)| key).collect();
    let has = |key: String| assert!(known.contains(&key), "nobody wrote {key}");
    use app::{base::roles::Role, workshops::*};
    Status::ALL.iter().for_each(|it| has(format!("status-{}", it.code().replace('_', "-"))));
    Phase::ALL.iter().for_each(|it| has(format!("phase-{}", it.code())));
    Attendance::ALL.iter().for_each(|it| has(format!("attendance-{}", it.code())));
    CancelReason::ALL.iter().for_each(|it| has(format!("cancel-{}", it.code().replace('_', "-"))));
    Role::ALL.iter().for_each(|it| has(format!("role-{}", it.code().to_lowercase())));
    let coded = |group: &str, code: &str| has(format!("awards-{group}-{}", code.replace('_', "-")));
    use app::awards;
    awards::EntryState::ALL.iter().for_each(|it| ["entry", "next"].iter().for_each(|group| coded(group, it.code())));
    awards::Phase::ALL.iter().for_each(|it| coded("phase", it.code()));
    awards::AttachmentKind::ALL.iter().for_each(|it| coded("filed", it.code()));
    awards::EntryMode::ALL.iter().for_each(|it| coded("mode", it.code()));
    awards::TieStep::ALL.iter().for_each(|it| coded("tie", it.code()));
    awards::Combination::ALL.iter().for_each(|it| coded("combination", it.code()));
    awards::RoundState::ALL.iter().for_each(|it| coded("round", it.code()));
    awards::SheetState::ALL.iter().for_each(|it| coded("sheet", it.code()));
    awards::Stance::ALL.iter().for_each(|it| coded("stance", it.code()));
    awards::panel::DeclarationRuling::ALL.iter().for_each(|it| coded("ruling", it.code()));
    awards::Placing::ALL.iter().for_each(|it| coded("entry", it.code()));
    awards::Adjustment::ALL.iter().for_each(|it| coded("adjustment", it.code()));
    awards::eligibility::CHECKLIST.iter().for_each(|it| coded("check", it));
    for status in [400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 503] {
        has(format!("problem-{status}-title"));
    }
    for question in app::surveys::SCORED.iter().chain(&app::surveys::WRITTEN) {
        has(format!("question-{question}"));
    }
    app::voting::booth::Say::KEYS.iter().for_each(|it| has((*it).to_owned()));
    for question in app::surveys::SCORED {
        has(format!("surveys-missing-{question}"));
    }
    for letter in [
        "registered-awaiting_endorsement",
        "registered-confirmed",
        "registered-waitlisted",
        "offered-offered",
        "accepted-confirmed",
        "gave-up-withdrawn",
        "gave-up-cancelled",
        "endorsed-confirmed",
        "endorsed-waitlisted",
        "declined-declined",
        "lapsed-waitlisted",
        "not-endorsed-declined",
        "substituted-awaiting_endorsement",
        "substituted-waitlisted",
        "substituted-offered",
        "substituted-confirmed",
        "workshop-cancelled-cancelled",
        "instead-offered",
        "instead-waitlisted",
        "closed-attended",
        "closed-no_show",
        "list-closed-withdrawn",
        "moved",
        "goes-ahead",
        "replaced",
        "evaluate",
        "invited",
        "reset",
        "password-changed",
        "entry-partner",
        "entry-agreed",
        "entry-left",
        "entry-endorse",
        "entry-endorsed",
        "entry-submitted",
        "entry-confirmed",
        "entry-withdrawn",
        "entry-enrolled",
        "entry-reminder",
        "entry-returned",
        "entry-reopened",
        "entry-eligible",
        "entry-ineligible",
        "entry-appeal-dismissed",
        "entry-shortlisted",
        "entry-not-shortlisted",
        "entry-disqualified",
        "entry-default",
        "judge-invited",
        "judge-declined",
        "judge-declare",
        "judge-chase-declare",
        "judge-ruled-cleared",
        "judge-ruled-barred",
        "judge-scoring",
        "judge-chase-sheets",
        "judge-one-more",
        "sheet-returned",
        "judging-approve",
        "results-winner",
        "results-merit",
        "results-not_awarded",
        "results-panel",
    ] {
        has(format!("letter-{letter}-subject"));
        has(format!("letter-{letter}-body"));
    }
}
