//! What is typed, read alike in every form of the Showcase. Pure.

use crate::base::{
    problem::{Complaints, Problem},
    text::{Bi, holds_identity_card},
};

/// Text in both languages, trimmed; half of it is never enough. Complaints stand at `field_en` and `field_zh`.
pub fn both(wrong: &mut Complaints, field: &str, (en, zh): (&str, &str), limit: usize, required: bool) -> Bi {
    let text = Bi::new(en.trim(), zh.trim());
    let empty = text.en.is_empty() && text.zh.is_empty();
    for (part, language) in [(&text.en, "en"), (&text.zh, "zh")] {
        let field = format!("{field}_{language}");
        if part.is_empty() && (required || !empty) {
            wrong.add(Problem::rule("problem-both-languages").on(field));
        } else if part.chars().count() > limit {
            wrong.add(Problem::rule("problem-too-long").with("limit", limit as i64).on(field));
        } else if holds_identity_card(part) {
            wrong.add(Problem::rule("problem-identity-card").on(field));
        }
    }
    text
}

/// A whole number within bounds; the least one where it cannot be read.
pub fn number(wrong: &mut Complaints, field: &str, text: &str, (least, most): (i64, i64)) -> i64 {
    let read = text.trim().parse::<i64>().ok().filter(|n| (least..=most).contains(n));
    if read.is_none() {
        wrong.add(Problem::rule("showcase-number").with("least", least).with("most", most).on(field));
    }
    read.unwrap_or(least)
}
