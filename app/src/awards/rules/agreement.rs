//! How far the judges agree, and what to do about it.
//!
//! Krippendorff's alpha: K. Krippendorff, *Content Analysis* (2004), chapter 11, and "Computing Krippendorff's
//! Alpha-Reliability" (2011). Intraclass correlations: P. E. Shrout and J. L. Fleiss, "Intraclass correlations" (1979). The
//! number of judges needed: C. Spearman and W. Brown (1910).

use super::statistics::{Table, mean, spread};

/// From here on Krippendorff calls scores reliable.
pub const RELIABLE: f64 = 0.8;
/// From here on he allows tentative conclusions.
pub const TENTATIVE: f64 = 0.667;

/// What the values of a table are, which says how far two of them differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}

/// Krippendorff's alpha = 1 − observed / expected disagreement, over the entries that two judges or more have scored.
///
/// None where nothing can be said: no such entry, or one value throughout.
pub fn alpha(table: &Table, level: Level) -> Option<f64> {
    let units: Vec<Vec<f64>> = (0..table.rows.len()).map(|e| table.scores(e)).filter(|scores| scores.len() > 1).collect();
    let mut values: Vec<f64> = units.iter().flatten().copied().collect();
    values.sort_by(f64::total_cmp);
    let total = values.len() as f64;
    // The distinct values with how often each is found, and how many are found below it.
    let mut found: Vec<(f64, f64, f64)> = Vec::new();
    for value in values {
        match found.last_mut() {
            Some(last) if last.0 == value => last.1 += 1.0,
            last => {
                let below = last.map_or(0.0, |last| last.1 + last.2);
                found.push((value, 1.0, below));
            }
        }
    }
    let difference = |a: &(f64, f64, f64), b: &(f64, f64, f64)| match level {
        _ if a.0 == b.0 => 0.0,
        Level::Nominal => 1.0,
        // The values between the two, and half of each of their own.
        Level::Ordinal => ((a.2 + a.1 / 2.0) - (b.2 + b.1 / 2.0)).powi(2),
        Level::Interval => (a.0 - b.0).powi(2),
        Level::Ratio => ((a.0 - b.0) / (a.0 + b.0)).powi(2),
    };
    let at = |value: f64| found.partition_point(|it| it.0 < value);
    let observed: f64 = units
        .iter()
        .map(|scores| {
            let places: Vec<usize> = scores.iter().map(|score| at(*score)).collect();
            let sum: f64 = places.iter().flat_map(|a| places.iter().map(|b| difference(&found[*a], &found[*b]))).sum();
            sum / (scores.len() - 1) as f64
        })
        .sum();
    let expected: f64 = found.iter().flat_map(|a| found.iter().map(|b| a.1 * b.1 * difference(a, b))).sum();
    (expected > 0.0).then(|| 1.0 - (total - 1.0) * observed / expected)
}

/// The six intraclass correlations of Shrout and Fleiss; a full table only.
///
/// Case 1: each entry has its own judges. 2: these judges stand for any. 3: only these judges matter. `single` is the
/// reliability of one judge, `mean` that of the panel's mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intraclass {
    pub single: [f64; 3],
    pub mean: [f64; 3],
}

pub fn intraclass(table: &Table) -> Option<Intraclass> {
    let (n, k) = (table.rows.len() as f64, table.judges() as f64);
    if n < 2.0 || k < 2.0 || !table.is_complete() {
        return None;
    }
    let all: Vec<f64> = table.cells().map(|(_, _, score)| score).collect();
    let grand = mean(&all)?;
    let columns: Vec<f64> =
        (0..table.judges()).filter_map(|j| mean(&table.rows.iter().filter_map(|row| row[j]).collect::<Vec<_>>())).collect();
    let squares = |values: &[f64]| values.iter().map(|value| (value - grand).powi(2)).sum::<f64>();
    let rows: Vec<f64> = table.means().into_iter().flatten().collect();
    let (total, between, judges) = (squares(&all), k * squares(&rows), n * squares(&columns));
    let entry = between / (n - 1.0);
    let within = (total - between) / (n * (k - 1.0));
    let judge = judges / (k - 1.0);
    let error = (total - between - judges) / ((n - 1.0) * (k - 1.0));
    let it = Intraclass {
        single: [
            (entry - within) / (entry + (k - 1.0) * within),
            (entry - error) / (entry + (k - 1.0) * error + k * (judge - error) / n),
            (entry - error) / (entry + (k - 1.0) * error),
        ],
        mean: [(entry - within) / entry, (entry - error) / (entry + (judge - error) / n), (entry - error) / entry],
    };
    it.single.iter().chain(&it.mean).all(|value| value.is_finite()).then_some(it)
}

/// How many judges to an entry give a panel's mean the reliability wanted, when one judge alone has `single`.
pub fn judges_needed(single: f64, wanted: f64) -> Option<usize> {
    if !(0.0 < single && single < 1.0 && 0.0 < wanted && wanted < 1.0) {
        return None;
    }
    // A hair less, so that an exact whole number is not carried over by the last bit.
    Some(((wanted * (1.0 - single)) / (single * (1.0 - wanted)) - 1e-9).ceil() as usize)
}

/// What the panel is told, and what it can do: the entries are rows of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum Agreement {
    /// Too few sheets to say.
    Unknown,
    /// The scores may be relied on: go on.
    Reliable,
    /// Good enough to go on, once these entries have been talked over.
    Tentative { discuss: Vec<usize> },
    /// Not to be relied on: give each of these entries one more judge.
    Weak { add_judge: Vec<usize> },
}

/// Reads an alpha (interval) by Krippendorff's thresholds.
pub fn agreement(table: &Table, alpha: Option<f64>) -> Agreement {
    match alpha {
        None => Agreement::Unknown,
        Some(alpha) if alpha >= RELIABLE => Agreement::Reliable,
        Some(alpha) if alpha >= TENTATIVE => Agreement::Tentative { discuss: divided(table) },
        Some(_) => Agreement::Weak { add_judge: divided(table) },
    }
}

/// The entries on which the panel is more divided than on the rest: spread above the pooled spread of all.
pub fn divided(table: &Table) -> Vec<usize> {
    let spreads: Vec<Option<f64>> = (0..table.rows.len()).map(|e| spread(&table.scores(e))).collect();
    let squares: Vec<f64> = spreads.iter().flatten().map(|spread| spread * spread).collect();
    let Some(pooled) = mean(&squares).map(f64::sqrt) else { return Vec::new() };
    spreads.iter().enumerate().filter(|(_, spread)| spread.is_some_and(|it| it > pooled)).map(|(e, _)| e).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::statistics::tests::{INCOMPLETE, near, table},
        *,
    };

    const SHROUT_FLEISS: &str = "9 2 5 8\n6 1 3 2\n8 4 6 8\n7 1 2 6\n10 5 6 9\n6 2 4 7";

    #[test]
    fn intraclass_correlations_are_those_of_shrout_and_fleiss() {
        let it = intraclass(&table(SHROUT_FLEISS)).unwrap();
        near(&it.single, &[0.165742, 0.289764, 0.714841]);
        near(&it.mean, &[0.442797, 0.620051, 0.909316]);
        assert_eq!(intraclass(&table(INCOMPLETE)), None);
        assert_eq!(intraclass(&table("5 5\n5 5")), None);
    }

    #[test]
    fn alpha_of_a_full_table() {
        let it = table(SHROUT_FLEISS);
        near(&[alpha(&it, Level::Interval).unwrap(), alpha(&it, Level::Ordinal).unwrap()], &[0.147308, 0.109059]);
    }

    #[test]
    fn alpha_of_krippendorffs_own_table_with_gaps() {
        let by_judge = "* * * * * 3 4 1 2 1 1 3 3 * 3\n1 * 2 1 3 3 4 3 * * * * * * *\n* * 2 1 3 4 4 * 2 1 1 3 3 * 4";
        let columns = table(by_judge);
        let it = Table::new((0..15).map(|e| columns.rows.iter().map(|row| row[e]).collect()).collect());
        let levels = [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio];
        near(&levels.map(|level| alpha(&it, level).unwrap()), &[0.691358, 0.806721, 0.810845, 0.808944]);
    }

    #[test]
    fn of_nothing_or_of_one_value_throughout_nothing_can_be_said() {
        assert_eq!(alpha(&Table::default(), Level::Interval), None);
        assert_eq!(alpha(&table("7 7\n7 7"), Level::Interval), None);
        assert_eq!(alpha(&table("7 -\n- 8"), Level::Interval), None);
        assert_eq!(agreement(&Table::default(), None), Agreement::Unknown);
    }

    #[test]
    fn weak_agreement_says_which_entries_need_one_more_judge() {
        let it = table("80 81 80\n60 90 75\n70 71 70");
        assert_eq!(agreement(&it, Some(0.3)), Agreement::Weak { add_judge: vec![1] });
        assert_eq!(agreement(&it, Some(0.7)), Agreement::Tentative { discuss: vec![1] });
        assert_eq!(agreement(&it, Some(0.8)), Agreement::Reliable);
    }

    #[test]
    fn judges_needed_for_a_reliable_mean() {
        assert_eq!([0.2, 0.3, 0.4, 0.5].map(|single| judges_needed(single, 0.8)), [Some(16), Some(10), Some(6), Some(4)]);
        assert_eq!(judges_needed(0.0, 0.8), None);
    }
}
