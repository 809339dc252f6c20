//! Taking the leniency of judges out of scores when each judge saw only a part of the entries.
//!
//! The model is additive: score = level + entry + judge + chance. [`additive`] fits it by least squares; [`shrunk`] draws
//! entries and judges towards nothing by a published measure, which is ridge regression (A. E. Hoerl and R. W. Kennard, 1970)
//! or, read as ratios of variances, Henderson's mixed-model equations (C. R. Henderson, 1975). In simulations it is never much
//! worse than any other way and mostly best, while z-scores by judge can be worse than doing nothing; so there are none.
//! Raw scores are never changed: every number here is shown beside them.

use super::{
    Points,
    statistics::{Table, mean},
};

/// How strongly entries are drawn together in the shrunk model.
pub const SHRINK_ENTRY: f64 = 0.5;
/// How strongly judges are.
pub const SHRINK_JUDGE: f64 = 0.1;

/// Half a band is so many standard errors: two bands that just touch then differ at about the 5% level
/// (H. Goldstein and M. J. R. Healy, "The graphical presentation of a collection of means", 1995).
pub const BAND: f64 = 1.39;

/// A sheet so many residual standard deviations away from the model is shown as standing out.
pub const STANDS_OUT: f64 = 2.0;

/// A fitted model. Entries are rows of the table, judges its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Each entry's score with leniency taken out.
    pub entries: Vec<f64>,
    /// By how many points each judge gives more than the panel; less, if negative. They sum to zero.
    pub judges: Vec<f64>,
    /// Half the width of each entry's band; none where no sheet is left over to tell chance by.
    pub bands: Option<Vec<f64>>,
    /// The standard deviation of what the model leaves unexplained.
    pub residual: Option<f64>,
}

/// Fits by least squares, judges summing to zero. None where judges and entries do not hang together in one piece.
pub fn additive(table: &Table) -> Option<Fit> {
    let (entries, judges) = (table.rows.len(), table.judges());
    let mut normal = normal(table);
    // Judges' sum is held at zero: any multiple of its square does so, because the level can take up the rest.
    for row in normal.iter_mut().skip(entries) {
        row.iter_mut().skip(entries).for_each(|cell| *cell += 1.0);
    }
    let freedom = table.cells().count() as f64 - (entries + judges) as f64 + 1.0;
    fit(table, normal, |_| freedom)
}

/// Fits with entries and judges shrunk by the published λ.
pub fn shrunk(table: &Table) -> Option<Fit> {
    let entries = table.rows.len();
    let mut normal = normal(table);
    // The level is the mean of entries, left free: entries are drawn to each other and not to nought. With the level taken
    // out of the equations, the penalty λ Σ (entry − mean entry)² remains.
    let pull = SHRINK_ENTRY / entries.max(1) as f64;
    for (i, row) in normal.iter_mut().enumerate() {
        if i < entries {
            row[..entries].iter_mut().for_each(|cell| *cell -= pull);
            row[i] += SHRINK_ENTRY;
        } else {
            row[i] += SHRINK_JUDGE;
        }
    }
    // Degrees of freedom spent: the trace of the smoother (T. Hastie et al., *The Elements of Statistical Learning*, 7.6).
    fit(table, normal, |inverse| {
        let trace: f64 =
            table.cells().map(|(e, j, _)| inverse[e][e] + 2.0 * inverse[e][entries + j] + inverse[entries + j][entries + j]).sum();
        table.cells().count() as f64 - trace
    })
}

/// The normal equations' left side: entries first, judges after.
fn normal(table: &Table) -> Vec<Vec<f64>> {
    let entries = table.rows.len();
    let size = entries + table.judges();
    let mut normal = vec![vec![0.0; size]; size];
    for (e, j, _) in table.cells() {
        let j = entries + j;
        normal[e][e] += 1.0;
        normal[j][j] += 1.0;
        normal[e][j] += 1.0;
        normal[j][e] += 1.0;
    }
    normal
}

fn fit(table: &Table, normal: Vec<Vec<f64>>, freedom: impl Fn(&[Vec<f64>]) -> f64) -> Option<Fit> {
    let entries = table.rows.len();
    if entries == 0 {
        return None;
    }
    let inverse = inverse(normal)?;
    let mut right = vec![0.0; inverse.len()];
    for (e, j, score) in table.cells() {
        right[e] += score;
        right[entries + j] += score;
    }
    let solved: Vec<f64> = inverse.iter().map(|row| row.iter().zip(&right).map(|(a, b)| a * b).sum()).collect();
    let squares: f64 = table.cells().map(|(e, j, score)| (score - solved[e] - solved[entries + j]).powi(2)).sum();
    let freedom = freedom(&inverse);
    let variance = (freedom > 1e-9).then(|| squares / freedom);
    let bands =
        variance.filter(|_| entries > 1).map(|variance| own_variances(&inverse, entries).map(|it| BAND * (variance * it).sqrt()).collect());
    let judges = solved[entries..].to_vec();
    Some(Fit { entries: solved[..entries].to_vec(), judges, bands, residual: variance.map(f64::sqrt) })
}

/// What is uncertain in each entry by itself, leaving out what is uncertain in all alike; comparisons of entries have only
/// the former (the idea of quasi-variances: D. Firth and R. X. de Menezes, 2004). Exact where all judges score all.
fn own_variances(inverse: &[Vec<f64>], entries: usize) -> impl Iterator<Item = f64> + '_ {
    let n = entries as f64;
    let row_mean = move |e: usize| inverse[e][..entries].iter().sum::<f64>() / n;
    let all = (0..entries).map(row_mean).sum::<f64>() / n;
    (0..entries).map(move |e| ((inverse[e][e] - 2.0 * row_mean(e) + all) * n / (n - 1.0)).max(0.0))
}

/// The inverse of a symmetric positive definite matrix, by Gauss and Jordan; none if it is not.
fn inverse(mut left: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = left.len();
    let mut right: Vec<Vec<f64>> = (0..size).map(|i| (0..size).map(|j| if i == j { 1.0 } else { 0.0 }).collect()).collect();
    for i in 0..size {
        let pivot = left[i][i];
        if pivot.is_nan() || pivot < 1e-9 {
            return None;
        }
        for cell in left[i].iter_mut().chain(right[i].iter_mut()) {
            *cell /= pivot;
        }
        let (left_row, right_row) = (left[i].clone(), right[i].clone());
        for k in (0..size).filter(|k| *k != i) {
            let factor = left[k][i];
            if factor != 0.0 {
                left[k].iter_mut().zip(&left_row).for_each(|(cell, it)| *cell -= factor * it);
                right[k].iter_mut().zip(&right_row).for_each(|(cell, it)| *cell -= factor * it);
            }
        }
    }
    Some(right)
}

/// An entry whose place changes when leniency is taken out.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub entry: usize,
    pub raw_place: usize,
    pub place: usize,
    /// By how many points its judges were more lenient than the panel, on average; harsher, if negative.
    pub leniency: f64,
}

impl Fit {
    /// The adjusted scores to the hundredth: the exact numbers on which a ranking by this model stands.
    ///
    /// Only sums, products and quotients lead to them, which every machine computes to the same bit (I-22).
    pub fn points(&self) -> Vec<Points> {
        self.entries.iter().map(|score| Points::nearest(*score)).collect()
    }

    /// By how many points the judges of an entry were more lenient than the panel, on average.
    pub fn leniency(&self, table: &Table, entry: usize) -> Option<f64> {
        let of: Vec<f64> = table.cells().filter(|(e, ..)| *e == entry).map(|(_, j, _)| self.judges[j]).collect();
        mean(&of)
    }

    /// The entries that stand elsewhere by the model than by their raw means.
    pub fn moved(&self, table: &Table) -> Vec<Moved> {
        let place = |values: &[f64], e: usize| 1 + values.iter().filter(|value| **value > values[e] + 1e-9).count();
        let raw: Vec<f64> = table.means().into_iter().map(|it| it.unwrap_or(f64::NEG_INFINITY)).collect();
        (0..self.entries.len())
            .filter_map(|entry| {
                let (raw_place, place) = (place(&raw, entry), place(&self.entries, entry));
                let leniency = self.leniency(table, entry)?;
                (raw_place != place).then_some(Moved { entry, raw_place, place, leniency })
            })
            .collect()
    }

    /// The pairs of entries whose bands overlap: scores do not tell them apart, the panel has to. None known without bands.
    pub fn not_separable(&self) -> Option<Vec<(usize, usize)>> {
        let bands = self.bands.as_ref()?;
        let overlap = |a: usize, b: usize| (self.entries[a] - self.entries[b]).abs() <= bands[a] + bands[b];
        Some((0..bands.len()).flat_map(|a| (a + 1..bands.len()).map(move |b| (a, b))).filter(|(a, b)| overlap(*a, *b)).collect())
    }

    /// The sheets that stand out, by entry and judge.
    pub fn outliers(&self, table: &Table) -> Vec<(usize, usize)> {
        let Some(residual) = self.residual.filter(|it| *it > 1e-9) else { return Vec::new() };
        let far = |e: usize, j: usize, score: f64| (score - self.entries[e] - self.judges[j]).abs() > STANDS_OUT * residual;
        table.cells().filter(|(e, j, score)| far(*e, *j, *score)).map(|(e, j, _)| (e, j)).collect()
    }
}

/// The table with each judge's leniency taken out: how far judges agree once they are on one scale.
pub fn levelled(table: &Table, fit: &Fit) -> Table {
    let row = |row: &Vec<Option<f64>>| row.iter().zip(&fit.judges).map(|(cell, judge)| cell.map(|it| it - judge)).collect();
    Table::new(table.rows.iter().map(row).collect())
}

#[cfg(test)]
mod tests;
