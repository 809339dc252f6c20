//! The table on which the panel deliberates over one award: what the locked sheets and the certified votes say, and the ranking
//! that follows. Pure: the same sheets and votes give the same table (I-22); who may look at it is said elsewhere.

use std::collections::BTreeMap;

use crate::base::ids::SeatId;

use super::{
    Adjustment, Award, Placing, Points, Scheme, ScoreSheet,
    agreement::{Agreement, Intraclass, Level, agreement, alpha, intraclass},
    combine::{Contender, Ranking, rank},
    entry::Entry,
    leniency::{Fit, Moved, shrunk},
    statistics::{Table, spread},
};

/// Certified votes, by award and entry.
pub type Votes = BTreeMap<(String, String), u32>;

/// Whether the leniency of judges is taken out of the scores; where it is not, why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The scheme counts scores as given.
    AsGiven,
    /// Every judge scored every entry: there is nothing to correct.
    Complete,
    /// Judges and entries do not hang together: their scores cannot be brought to one scale.
    Apart,
    Taken,
}

/// One entry on the table, besides its line in the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub entry: String,
    pub mean: Option<f64>,
    /// With leniency taken out, and half the width of its band.
    pub adjusted: Option<f64>,
    pub band: Option<f64>,
    pub spread: Option<f64>,
    /// By judge, in the order of [`AwardTable::judges`]: the score, the place this judge gave it, and whether it stands out.
    pub by_judge: Vec<Option<(Points, usize, bool)>>,
    /// So many submitted sheets.
    pub sheets: usize,
}

/// What lies on the table for one award.
#[derive(Clone, Debug, PartialEq)]
pub struct AwardTable {
    pub award: String,
    /// The judges who have sheets in it.
    pub judges: Vec<SeatId>,
    pub ranking: Ranking,
    /// In the order of the ranking.
    pub rows: Vec<Row>,
    pub correction: Correction,
    /// Entries that stand elsewhere once leniency is taken out; only where it is.
    pub moved: Vec<(String, Moved)>,
    /// Pairs of neighbours in the ranking that scores do not tell apart; only where leniency is taken out.
    pub close: Vec<(String, String)>,
    pub agreement: Agreement,
    pub alpha: Option<f64>,
    pub intraclass: Option<Intraclass>,
    /// The entries in the order of the rows that [`Agreement`] speaks of.
    pub entries: Vec<String>,
}

impl AwardTable {
    pub fn row(&self, entry: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.entry == entry)
    }

    /// What the ranking alone would give: the award to the first place, shared if it is shared.
    pub fn proposal(&self, entry: &str) -> Placing {
        if self.ranking.place(entry) == Some(1) { Placing::Winner } else { Placing::NotAwarded }
    }
}

/// Lays the table of an award. `sheets` may hold those of other awards too; only submitted ones of this award count.
///
/// Where the votes are not certified yet they count as none, and the ranking is the panel's alone.
pub fn lay(scheme: &Scheme, award: &Award, entries: &[Entry], sheets: &[ScoreSheet], votes: &Votes) -> AwardTable {
    let entries: Vec<String> = entries.iter().filter(|it| award.takes(it)).map(|it| it.code.clone()).collect();
    let mut judges: Vec<SeatId> = sheets.iter().filter(|it| it.award == award.code).map(|it| it.seat).collect();
    judges.sort();
    judges.dedup();
    // Sheets by entry, each list small: nothing here looks through all sheets for each entry.
    let mut of_entry: BTreeMap<&str, Vec<ScoreSheet>> = BTreeMap::new();
    for sheet in sheets.iter().filter(|it| it.award == award.code) {
        of_entry.entry(&sheet.entry).or_default().push(sheet.clone());
    }
    let of = |entry: &str| of_entry.get(entry).map_or(&[][..], Vec::as_slice);
    let rows = entries.iter().flat_map(|entry| Table::of_sheets(std::slice::from_ref(entry), &judges, award, of(entry)).rows).collect();
    let table = Table::new(rows);
    let fit = if award.is_judged() { shrunk(&table) } else { None };
    let correction = match (scheme.adjustment, &fit) {
        (Adjustment::Raw, _) => Correction::AsGiven,
        (Adjustment::Shrunk, _) if table.is_complete() => Correction::Complete,
        (Adjustment::Shrunk, None) => Correction::Apart,
        (Adjustment::Shrunk, Some(_)) => Correction::Taken,
    };
    let taken = fit.as_ref().filter(|_| correction == Correction::Taken);
    let adjusted = taken.map(Fit::points);
    let contenders: Vec<Contender> = entries
        .iter()
        .enumerate()
        .map(|(e, entry)| {
            let adjusted = adjusted.as_ref().and_then(|points| points.get(e).copied());
            let cast = votes.get(&(award.code.clone(), entry.clone())).copied().unwrap_or(0);
            Contender::of_sheets(entry, award, of(entry), adjusted, cast)
        })
        .collect();
    let ranking = rank(scheme.combination, award.panel_weight, award.public_weight, &scheme.ties, &contenders);
    let rows = rows_of(&table, &entries, &ranking, fit.as_ref(), taken);
    let alpha = alpha(&table, Level::Interval);
    let moved = taken.map(|fit| fit.moved(&table)).unwrap_or_default();
    AwardTable {
        award: award.code.clone(),
        close: taken.map(|fit| close(fit, &entries, &ranking)).unwrap_or_default(),
        agreement: agreement(&table, alpha),
        intraclass: intraclass(&table),
        moved: moved.into_iter().map(|it| (entries[it.entry].clone(), it)).collect(),
        judges,
        ranking,
        rows,
        correction,
        alpha,
        entries,
    }
}

fn rows_of(table: &Table, entries: &[String], ranking: &Ranking, fit: Option<&Fit>, taken: Option<&Fit>) -> Vec<Row> {
    let outliers = fit.map(|fit| fit.outliers(table)).unwrap_or_default();
    let places: Vec<Vec<Option<usize>>> = (0..table.judges()).map(|judge| table.places_by(judge)).collect();
    let row = |e: usize| {
        let cell = |(j, score): (usize, &Option<f64>)| Some((Points::nearest((*score)?), places[j][e]?, outliers.contains(&(e, j))));
        let scores = table.scores(e);
        Row {
            entry: entries[e].clone(),
            mean: super::statistics::mean(&scores),
            adjusted: taken.map(|fit| fit.entries[e]),
            band: taken.and_then(|fit| fit.bands.as_ref()).map(|bands| bands[e]),
            spread: spread(&scores),
            by_judge: table.rows[e].iter().enumerate().map(cell).collect(),
            sheets: scores.len(),
        }
    };
    ranking.lines.iter().filter_map(|line| entries.iter().position(|it| *it == line.entry)).map(row).collect()
}

/// Neighbours in the ranking whose bands overlap.
fn close(fit: &Fit, entries: &[String], ranking: &Ranking) -> Vec<(String, String)> {
    let Some(overlapping) = fit.not_separable() else { return Vec::new() };
    let at = |entry: &str| entries.iter().position(|it| it == entry).unwrap_or(usize::MAX);
    ranking
        .lines
        .windows(2)
        .filter(|pair| {
            let (a, b) = (at(&pair[0].entry), at(&pair[1].entry));
            overlapping.contains(&(a.min(b), a.max(b)))
        })
        .map(|pair| (pair[0].entry.clone(), pair[1].entry.clone()))
        .collect()
}

/// The rankings of all awards as one fixed text: what is kept with the decision, and what recomputing gives again (I-22).
pub fn record(tables: &[AwardTable]) -> String {
    tables.iter().map(|it| format!("award\t{}\n{}", it.award, it.ranking.record())).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{EntryState, Score, SheetState, tests::sample},
        *,
    };

    fn entry(code: &str) -> Entry {
        Entry { awards: vec!["BPP2-DES".into()], ..Entry::new(code, "BPP2", "D", EntryState::OnDisplay) }
    }

    fn sheet(seat: i64, entry: &str, halves: u8, state: SheetState) -> ScoreSheet {
        let scores = (0..5).map(|k| (format!("k{k}"), Score::of_halves(halves).unwrap())).collect();
        ScoreSheet { seat: SeatId(seat), entry: entry.into(), award: "BPP2-DES".into(), scores, comment: String::new(), state }
    }

    #[test]
    fn i_22_the_table_ranks_submitted_sheets_and_certified_votes_in_whatever_order_they_come() {
        let scheme = sample();
        let award = &scheme.awards[0];
        let entries = [entry("A"), entry("B")];
        let mut sheets = vec![
            sheet(1, "A", 16, SheetState::Submitted),
            sheet(2, "A", 14, SheetState::Submitted),
            sheet(1, "B", 12, SheetState::Submitted),
            sheet(2, "B", 20, SheetState::Open),
        ];
        let votes = Votes::from([(("BPP2-DES".into(), "B".into()), 10)]);
        let table = lay(&scheme, award, &entries, &sheets, &votes);
        // A: 0.7 × 75 = 52.5; B: 0.7 × 60 + 30 = 72.
        assert_eq!(table.ranking.lines.iter().map(|it| it.result.to_points().0).collect::<Vec<_>>(), [7200, 5250]);
        assert_eq!((table.rows[0].entry.as_str(), table.rows[0].sheets, table.rows[1].mean), ("B", 1, Some(75.0)));
        assert_eq!(
            (table.proposal("B"), table.proposal("A"), table.correction),
            (Placing::Winner, Placing::NotAwarded, Correction::AsGiven)
        );
        sheets.reverse();
        assert_eq!(record(&[lay(&scheme, award, &entries, &sheets, &votes)]), record(&[table]));
    }

    #[test]
    fn leniency_is_taken_out_only_where_the_scheme_says_so_and_sheets_are_missing() {
        let scheme = Scheme { adjustment: Adjustment::Shrunk, ..sample() };
        let entries = [entry("A"), entry("B"), entry("C")];
        let done = |seat, entry, halves| sheet(seat, entry, halves, SheetState::Submitted);
        let mut sheets = vec![done(1, "A", 18), done(1, "B", 16), done(2, "B", 10), done(2, "C", 12)];
        let table = lay(&scheme, &scheme.awards[0], &entries, &sheets, &Votes::new());
        assert_eq!(table.correction, Correction::Taken);
        assert!(table.rows.iter().all(|it| it.adjusted.is_some()));
        assert!(!table.moved.is_empty(), "judge 2 is stricter: C rises");
        sheets.extend([done(2, "A", 11), done(1, "C", 17)]);
        assert_eq!(lay(&scheme, &scheme.awards[0], &entries, &sheets, &Votes::new()).correction, Correction::Complete);
        let apart = [done(1, "A", 18), done(2, "B", 10)];
        let table = lay(&scheme, &scheme.awards[0], &entries[..2], &apart, &Votes::new());
        assert!(matches!(table.correction, Correction::Apart | Correction::Taken));
    }
}
