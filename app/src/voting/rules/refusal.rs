//! Why not, in numbers and no prose. Each becomes a sentence and a status at the edge.

use crate::base::problem::Problem;

#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    // The ballot
    TooMany { award: String, most: usize },
    Twice { award: String },
    NotOnBallot { code: String },
    Blank,
}

impl From<Refusal> for Problem {
    fn from(no: Refusal) -> Problem {
        match no {
            Refusal::TooMany { award, most } => Problem::rule("voting-too-many").with("most", most).on(format!("choices[{award}]")),
            Refusal::Twice { award } => Problem::rule("voting-twice").on(format!("choices[{award}]")),
            Refusal::NotOnBallot { code } => Problem::rule("voting-not-on-ballot").with("code", code),
            Refusal::Blank => Problem::rule("voting-blank"),
        }
    }
}
