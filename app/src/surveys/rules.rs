//! Questions, answers, and when a table may be shown. Pure.

use crate::base::problem::{Complaints, Problem};

/// No table is shown for fewer answers than this (I-64): among four people each could guess the others.
pub const FEWEST: i64 = 5;

/// An evaluation is open for two weeks.
pub const OPEN_DAYS: i64 = 14;

/// The questions about a workshop, by name: scored 1 to 5.
pub const SCORED: [&str; 5] = ["useful", "level", "speaker", "materials", "venue"];

/// The questions answered in one's own words, if one likes.
pub const WRITTEN: [&str; 2] = ["best", "better"];

/// The most characters of a written answer.
pub const WORDS_LIMIT: usize = 600;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub question: &'static str,
    pub score: Option<i64>,
    pub words: Option<String>,
}

/// Reads a filled form: every scored question answered 1–5, written ones within the limit.
pub fn read(field: impl Fn(&str) -> String) -> Result<Vec<Given>, Problem> {
    let mut wrong = Complaints::default();
    let mut answers = Vec::new();
    for question in SCORED {
        match field(question).trim().parse::<i64>() {
            Ok(score) if (1..=5).contains(&score) => answers.push(Given { question, score: Some(score), words: None }),
            _ => wrong.add(Problem::rule(&format!("surveys-missing-{question}")).on(question)),
        }
    }
    for question in WRITTEN {
        let words = field(question).trim().to_owned();
        if words.chars().count() > WORDS_LIMIT {
            wrong.add(Problem::rule("surveys-words-long").with("limit", WORDS_LIMIT).on(question));
        } else if crate::base::text::holds_identity_card(&words) {
            wrong.add(Problem::rule("problem-identity-card").on(question));
        } else if !words.is_empty() {
            answers.push(Given { question, score: None, words: Some(words) });
        }
    }
    wrong.check().map(|()| answers)
}

/// How one question was answered: how often each score from 1 to 5.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    pub question: &'static str,
    pub scores: [i64; 5],
}

impl Count {
    pub fn answers(&self) -> i64 {
        self.scores.iter().sum()
    }

    /// The mean in tenths, rounded half up: 43 is 4.3.
    pub fn mean_tenths(&self) -> i64 {
        let sum: i64 = self.scores.iter().zip(1..).map(|(n, score)| n * score).sum();
        let n = self.answers().max(1);
        (sum * 20 + n) / (2 * n)
    }
}

/// Whether the results may be shown.
pub fn may_show(answers: i64) -> bool {
    answers >= FEWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i_64_four_answers_show_nothing_and_five_do() {
        assert!(!may_show(4));
        assert!(may_show(5));
    }

    #[test]
    fn every_missing_score_is_said_at_once() {
        let problem = read(|q| if q == "useful" { "5".into() } else { String::new() }).unwrap_err();
        let fields: Vec<&str> = problem.complaints.iter().map(|c| c.field.as_str()).collect();
        assert_eq!((problem.status(), fields), (422, vec!["level", "speaker", "materials", "venue"]));
    }

    #[test]
    fn the_mean_is_rounded_to_a_tenth() {
        let count = Count { question: "useful", scores: [0, 0, 1, 2, 3] };
        assert_eq!(count.mean_tenths(), 43);
    }
}
