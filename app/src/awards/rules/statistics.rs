//! The panel's scores as a table, and what a table says at a glance: means, spread, each judge's ranks.
//!
//! These numbers are shown, never used to rank; ranking is exact, in [`super::combine`].

use crate::base::ids::SeatId;

use super::{Award, Points, ScoreSheet, SheetState};

/// Totals by entry (row) and judge (column), in points out of 100; none where a judge has no sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub rows: Vec<Vec<Option<f64>>>,
}

impl Table {
    pub fn new(rows: Vec<Vec<Option<f64>>>) -> Table {
        Table { rows }
    }

    /// The submitted sheets of one award, for these entries and seats in this order.
    pub fn of_sheets(entries: &[String], seats: &[SeatId], award: &Award, sheets: &[ScoreSheet]) -> Table {
        let total = |entry: &String, seat: &SeatId| {
            let sheet = sheets.iter().find(|it| it.entry == *entry && it.seat == *seat && it.state == SheetState::Submitted)?;
            sheet.total(award).map(Points::to_f64)
        };
        Table { rows: entries.iter().map(|entry| seats.iter().map(|seat| total(entry, seat)).collect()).collect() }
    }

    pub fn judges(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Every judge scored every entry: then nothing has to be corrected.
    pub fn is_complete(&self) -> bool {
        let judges = self.judges();
        self.rows.iter().all(|row| row.len() == judges && row.iter().all(Option::is_some))
    }

    /// The scores of one entry.
    pub fn scores(&self, entry: usize) -> Vec<f64> {
        self.rows.get(entry).map(|row| row.iter().flatten().copied().collect()).unwrap_or_default()
    }

    /// Every score with its entry and its judge.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        self.rows.iter().enumerate().flat_map(|(e, row)| row.iter().enumerate().filter_map(move |(j, cell)| Some((e, j, (*cell)?))))
    }

    /// The mean of each entry as scored; none without sheets.
    pub fn means(&self) -> Vec<Option<f64>> {
        (0..self.rows.len()).map(|e| mean(&self.scores(e))).collect()
    }

    /// The places one judge gives to the entries they scored: 1 for the highest, equals share (1, 2, 2, 4).
    pub fn places_by(&self, judge: usize) -> Vec<Option<usize>> {
        let column: Vec<Option<f64>> = self.rows.iter().map(|row| row.get(judge).copied().flatten()).collect();
        column.iter().map(|cell| cell.map(|score| 1 + column.iter().flatten().filter(|other| **other > score).count())).collect()
    }
}

pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

/// The sample standard deviation (divisor n − 1); none for fewer than two values.
pub fn spread(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    if values.len() < 2 { None } else { Some((squares / (values.len() - 1) as f64).sqrt()) }
}

/// The middle value, or the mean of the two middle ones.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 { Some(upper) } else { Some((sorted.get(middle - 1)? + upper) / 2.0) }
}

/// The mean without the highest and the lowest value; none for fewer than three.
pub fn trimmed_mean(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    mean(sorted.get(1..sorted.len().saturating_sub(1))?)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Reads `80 90 - 78`, one entry a line.
    pub(crate) fn table(text: &str) -> Table {
        Table::new(text.lines().map(|line| line.split_whitespace().map(|cell| cell.parse().ok()).collect()).collect())
    }

    /// Six entries, four judges, three judges to an entry: J2 is lenient, J3 harsh.
    pub(crate) const INCOMPLETE: &str = "80 90 - 78\n70 84 52 -\n74 - 60 75\n- 86 58 72\n66 80 - 65\n- 82 56 70";

    pub(crate) fn near(computed: &[f64], expected: &[f64]) {
        assert_eq!(computed.len(), expected.len());
        for (a, b) in computed.iter().zip(expected) {
            assert!((a - b).abs() < 5.1e-7, "{computed:?} is not {expected:?}");
        }
    }

    #[test]
    fn mean_median_and_trimmed_mean_of_one_harsh_judge_among_five() {
        let scores = [9.0, 8.5, 8.5, 8.0, 4.0];
        near(&[mean(&scores).unwrap(), median(&scores).unwrap(), trimmed_mean(&scores).unwrap()], &[7.6, 8.5, 8.333333]);
        assert_eq!((mean(&[]), median(&[]), trimmed_mean(&[1.0, 2.0]), trimmed_mean(&[]), spread(&[1.0])), (None, None, None, None, None));
        near(&[spread(&[1.0, 3.0, 5.0]).unwrap(), median(&[1.0, 3.0]).unwrap()], &[2.0, 2.0]);
    }

    #[test]
    fn raw_means_of_an_incomplete_panel() {
        let means: Vec<f64> = table(INCOMPLETE).means().into_iter().flatten().collect();
        near(&means, &[82.666667, 68.666667, 69.666667, 72.0, 70.333333, 69.333333]);
        assert!(!table(INCOMPLETE).is_complete());
        assert!(table("1 2\n3 4").is_complete());
    }

    #[test]
    fn equals_share_a_place_and_what_was_not_scored_has_none() {
        assert_eq!(table("5\n7\n-\n7\n9\n1").places_by(0), [Some(4), Some(2), None, Some(2), Some(1), Some(5)]);
    }
}
