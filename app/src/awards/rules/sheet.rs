//! One judge's scores for one entry, in half points, added without rounding.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use crate::base::{
    ids::SeatId,
    problem::{Complaints, Problem},
    text::fold,
};

use super::{Award, Criterion, Refusal};

/// A score for one criterion, kept as half points: 0, 1 … 20 stand for 0, 0.5 … 10 (I-20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

impl Score {
    /// A score of so many half points.
    pub fn of_halves(halves: u8) -> Result<Score, Refusal> {
        if halves <= 20 { Ok(Score(halves)) } else { Err(Refusal::ScoreBad { given: format!("{}", f64::from(halves) / 2.0) }) }
    }

    /// Reads `7`, `7.5` or `7.50`, in either width. 10.5 and 7.3 are no scores.
    pub fn parse(text: &str) -> Result<Score, Refusal> {
        let bad = || Refusal::ScoreBad { given: text.trim().chars().take(12).collect() };
        let folded = fold(text);
        let plain = folded.trim();
        let (whole, part) = plain.split_once('.').unwrap_or((plain, "0"));
        let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) {
            return Err(bad());
        }
        let half = match part.trim_end_matches('0') {
            "" => 0,
            "5" => 1,
            _ => return Err(bad()),
        };
        let whole: u8 = whole.parse().map_err(|_| bad())?;
        whole.checked_mul(2).and_then(|halves| halves.checked_add(half)).filter(|halves| *halves <= 20).map(Score).ok_or_else(bad)
    }

    pub fn halves(self) -> u8 {
        self.0
    }

    /// So low or so high that it needs a word: 3 and below, 9 and above.
    pub fn needs_comment(self) -> bool {
        self.0 <= 6 || self.0 >= 18
    }
}

impl TryFrom<u8> for Score {
    type Error = Problem;

    fn try_from(halves: u8) -> Result<Score, Problem> {
        Ok(Score::of_halves(halves)?)
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> u8 {
        score.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.0.is_multiple_of(2) { "" } else { ".5" };
        write!(f, "{}{half}", self.0 / 2)
    }
}

/// Points out of 100, in hundredths: 7650 is 76.50.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(pub i64);

impl Points {
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The nearest hundredth, halves away from zero: the one place where a computed number becomes an exact one.
    pub fn nearest(points: f64) -> Points {
        Points((points * 100.0).round() as i64)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }
}

/// The total of a sheet: Σ weight × score / 10, a number out of 100 (I-20).
///
/// It needs no rounding. With whole-percent weights and half points, score = halves / 2, so that each part is
/// weight × halves / 20 points = 5 × weight × halves hundredths of a point: whole numbers all the way.
pub fn total(parts: impl IntoIterator<Item = (i64, Score)>) -> Points {
    Points(parts.into_iter().map(|(weight, score)| 5 * weight * i64::from(score.0)).sum())
}

/// Where a sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetState {
    Open,
    Submitted,
    /// The chair gave it back to be changed.
    Returned,
}

crate::stored!(SheetState: Open = "open", Submitted = "submitted", Returned = "returned");

/// One judge's scores for one entry in one award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreSheet {
    pub seat: SeatId,
    pub entry: String,
    pub award: String,
    /// By the key of the criterion; what is missing is not scored yet.
    pub scores: BTreeMap<String, Score>,
    pub comment: String,
    pub state: SheetState,
}

impl ScoreSheet {
    /// The criteria still without a score.
    pub fn gaps<'a>(&self, award: &'a Award) -> Vec<&'a Criterion> {
        award.criteria.iter().filter(|criterion| !self.scores.contains_key(&criterion.key)).collect()
    }

    /// The total, once every criterion is scored.
    pub fn total(&self, award: &Award) -> Option<Points> {
        let parts: Option<Vec<(i64, Score)>> = award.criteria.iter().map(|it| Some((it.weight, *self.scores.get(&it.key)?))).collect();
        parts.map(total)
    }

    /// Scores and comment may be changed: not once it is submitted (I-21).
    pub fn may_edit(&self) -> Result<(), Refusal> {
        if self.state == SheetState::Submitted { Err(Refusal::SheetLocked) } else { Ok(()) }
    }

    /// Hands the sheet in: no gaps, and a word on every very low or very high score. All of it is said at once.
    pub fn submit(&self, award: &Award) -> Result<Points, Problem> {
        self.may_edit()?;
        let mut wrong = Complaints::default();
        for gap in self.gaps(award) {
            wrong.add(Problem::rule("awards-score-missing").with("criterion", gap.name.clone()).on(format!("scores[{}]", gap.key)));
        }
        for key in self.scores.keys().filter(|key| !award.criteria.iter().any(|criterion| criterion.key == **key)) {
            wrong.add(Problem::rule("awards-criterion-unknown").on(format!("scores[{key}]")));
        }
        if self.comment.trim().is_empty() && self.scores.values().any(|score| score.needs_comment()) {
            wrong.add(Problem::rule("awards-comment-missing").on("comment"));
        }
        if crate::base::text::holds_identity_card(&self.comment) {
            wrong.add(Problem::rule("problem-identity-card").on("comment"));
        }
        wrong.check()?;
        Ok(self.total(award).unwrap_or_default())
    }

    /// Gives a submitted sheet back to its judge: only the chair, with a reason (I-21).
    pub fn give_back(&self, by_chair: bool, reason: &str) -> Result<SheetState, Refusal> {
        if !by_chair {
            return Err(Refusal::ChairOnly);
        }
        if reason.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if self.state == SheetState::Submitted { Ok(SheetState::Returned) } else { Err(Refusal::SheetNotSubmitted) }
    }
}

/// How many of a judge's sheets are submitted, of how many: "12 of 24 done".
pub fn progress(sheets: &[ScoreSheet]) -> (usize, usize) {
    (sheets.iter().filter(|sheet| sheet.state == SheetState::Submitted).count(), sheets.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::tests::award, *};

    fn sheet(halves: &[u8], comment: &str) -> ScoreSheet {
        let scores = halves.iter().enumerate().map(|(i, halves)| (format!("k{i}"), Score(*halves))).collect();
        ScoreSheet { seat: SeatId(1), entry: "E1".into(), award: "A".into(), scores, comment: comment.into(), state: SheetState::Open }
    }

    #[test]
    fn i_20_a_score_is_a_half_point_from_0_to_10() {
        for (text, halves) in [("0", 0), ("0.5", 1), (" 7.5 ", 15), ("7.50", 15), ("10", 20), ("10.0", 20), ("７．５", 15)] {
            assert_eq!(Score::parse(text), Ok(Score(halves)), "{text}");
        }
        for text in ["10.5", "7.3", "-1", "", ".", "7.", ".5", "7,5", "1e1", "999999", "128", "seven", "7.55"] {
            let no = Score::parse(text).unwrap_err();
            assert_eq!(Problem::from(no).status(), 422, "{text}");
        }
        assert_eq!(Score(15).to_string(), "7.5");
    }

    #[test]
    fn i_20_the_total_is_the_weighted_sum_to_the_last_digit() {
        let of = |halves: [u8; 3]| sheet(&halves, "").total(&award("A", &[40, 35, 25])).unwrap();
        assert_eq!(of([16, 14, 18]), Points(7900));
        assert_eq!(of([18, 12, 16]), Points(7700));
        assert_eq!(of([20, 20, 20]).to_string(), "100.00");
        assert_eq!(of([1, 1, 1]).to_string(), "5.00");
        assert_eq!(of([15, 16, 17]).to_string(), "79.25");
    }

    #[test]
    fn gaps_are_listed_one_by_one() {
        let problem = sheet(&[10], "").submit(&award("A", &[40, 35, 25])).unwrap_err();
        let fields: Vec<&str> = problem.complaints.iter().map(|c| c.field.as_str()).collect();
        assert_eq!((problem.status(), fields), (422, vec!["scores[k1]", "scores[k2]"]));
    }

    #[test]
    fn a_very_low_or_very_high_score_needs_a_word() {
        let submit = |halves, comment| sheet(&[halves], comment).submit(&award("A", &[100])).is_ok();
        for halves in 0..=20 {
            assert_eq!(submit(halves, " "), (7..=17).contains(&halves), "{halves}");
            assert!(submit(halves, "Because."));
        }
    }

    #[test]
    fn i_21_a_submitted_sheet_changes_only_when_the_chair_gives_it_back() {
        let done = ScoreSheet { state: SheetState::Submitted, ..sheet(&[10], "") };
        assert_eq!(done.may_edit(), Err(Refusal::SheetLocked));
        assert_eq!(done.submit(&award("A", &[100])).unwrap_err().status(), 409);
        assert_eq!(done.give_back(false, "a slip"), Err(Refusal::ChairOnly));
        assert_eq!(done.give_back(true, " "), Err(Refusal::ReasonMissing));
        assert_eq!(done.give_back(true, "a slip"), Ok(SheetState::Returned));
        assert_eq!(sheet(&[10], "").give_back(true, "a slip"), Err(Refusal::SheetNotSubmitted));
        assert_eq!(progress(&[done, sheet(&[10], "")]), (1, 2));
    }

    proptest! {
        #[test]
        fn i_20_the_total_equals_the_formula(parts in prop::collection::vec((1i64..=100, 0u8..=20), 1..8)) {
            let exact = total(parts.iter().map(|(weight, halves)| (*weight, Score(*halves))));
            let formula: f64 = parts.iter().map(|(weight, halves)| *weight as f64 * (f64::from(*halves) / 2.0) / 10.0).sum();
            prop_assert!((exact.to_f64() - formula).abs() < 0.005);
        }

        #[test]
        fn i_20_every_score_is_read_back_as_it_is_written(halves in 0u8..=20) {
            prop_assert_eq!(Score::parse(&Score(halves).to_string()), Ok(Score(halves)));
        }
    }
}
