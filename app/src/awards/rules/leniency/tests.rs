//! Leniency, tried on the panel of which each judge saw a part.

use proptest::prelude::*;

use super::{
    super::{
        agreement::{Level, alpha},
        statistics::tests::{INCOMPLETE, near, table},
    },
    *,
};

#[test]
fn least_squares_takes_the_leniency_of_judges_out() {
    let fit = additive(&table(INCOMPLETE)).unwrap();
    near(&fit.entries, &[77.758333, 68.708333, 74.208333, 72.325, 65.425, 69.658333]);
    near(&fit.judges, &[0.975, 13.625, -14.725, 0.125]);
    // The sum of squares left over is 17.016667 on 9 degrees of freedom.
    near(&[fit.residual.unwrap().powi(2)], &[17.016667 / 9.0]);
}

#[test]
fn the_shrunk_model_gives_the_published_scores() {
    let fit = shrunk(&table(INCOMPLETE)).unwrap();
    near(&fit.entries, &[76.950032, 69.103105, 73.690642, 72.179645, 66.378604, 69.893930]);
    assert!(fit.judges.iter().sum::<f64>().abs() < 1e-9);
    assert_eq!(fit.points()[0].to_string(), "76.95");
}

#[test]
fn third_by_raw_mean_and_last_once_leniency_is_taken_out() {
    let it = table(INCOMPLETE);
    for fit in [additive(&it).unwrap(), shrunk(&it).unwrap()] {
        let moved = fit.moved(&it);
        let e = moved.iter().find(|it| it.entry == 4).unwrap();
        assert_eq!((e.raw_place, e.place), (3, 6));
        assert!(!moved.iter().any(|it| it.entry == 0), "A leads either way");
    }
    // "Its three judges were on average 4.9 points more lenient."
    near(&[additive(&it).unwrap().leniency(&it, 4).unwrap()], &[4.908333]);
}

#[test]
fn judges_on_one_scale_agree_who_seemed_to_disagree() {
    let it = table(INCOMPLETE);
    let level = levelled(&it, &additive(&it).unwrap());
    let rounded = |table: &Table| (alpha(table, Level::Interval).unwrap() * 1000.0).round();
    assert_eq!((rounded(&it), rounded(&level)), (-123.0, 920.0));
}

#[test]
fn where_all_judge_all_least_squares_changes_nothing_and_bands_are_the_classical_ones() {
    let it = table("80 90 70\n70 84 65\n60 71 58\n75 79 70");
    let fit = additive(&it).unwrap();
    near(&fit.entries, &it.means().into_iter().flatten().collect::<Vec<_>>());
    assert!(fit.moved(&it).is_empty());
    let half = BAND * fit.residual.unwrap() / 3f64.sqrt();
    near(&fit.bands.unwrap(), &[half; 4]);
}

#[test]
fn entries_whose_bands_overlap_are_not_separable_by_scores() {
    let fit = Fit { entries: vec![80.0, 79.0, 70.0], judges: vec![], bands: Some(vec![1.0, 0.5, 1.0]), residual: Some(1.0) };
    assert_eq!(fit.not_separable(), Some(vec![(0, 1)]));
    let of = |text: &str| additive(&table(text)).unwrap().not_separable();
    // A clear field, and one in which everything is chance.
    assert_eq!(of("90 91 90\n70 70 71\n50 51 51"), Some(vec![]));
    assert_eq!(of("60 90 75\n90 60 75\n75 76 74").unwrap().len(), 3);
}

#[test]
fn panels_in_two_pieces_cannot_be_compared_by_least_squares() {
    let apart = table("80 70 - -\n60 50 - -\n- - 80 70\n- - 60 50");
    assert_eq!(additive(&apart), None);
    assert!(shrunk(&apart).is_some());
    assert_eq!(additive(&table("80 - \n- 70")), None);
    assert_eq!(additive(&Table::default()), None);
    // One sheet an entry leaves nothing to tell chance by.
    assert_eq!(additive(&table("80\n70")).unwrap().bands, None);
}

#[test]
fn a_sheet_far_from_the_model_stands_out() {
    let it = table("80 81 79 80 81\n70 71 69 70 71\n60 61 59 30 61\n50 51 49 50 51\n40 41 39 40 41");
    assert_eq!(additive(&it).unwrap().outliers(&it), [(2, 3)]);
    assert!(additive(&table("80 81\n70 71")).unwrap().outliers(&table("80 81\n70 71")).is_empty());
}

proptest! {
    #[test]
    fn what_is_only_entry_and_judge_is_told_apart_exactly_whatever_is_missing(
        entries in prop::collection::vec(40.0f64..90.0, 2..8),
        judges in prop::collection::vec(-15.0f64..15.0, 2..6),
        gaps in prop::collection::vec(any::<bool>(), 48),
    ) {
        // The first judge and the first entry have no gaps, so that all hang together.
        let cell = |e: usize, j: usize| (e == 0 || j == 0 || gaps[e * 6 + j]).then(|| entries[e] + judges[j]);
        let table = Table::new((0..entries.len()).map(|e| (0..judges.len()).map(|j| cell(e, j)).collect()).collect());
        let fit = additive(&table).unwrap();
        let level = judges.iter().sum::<f64>() / judges.len() as f64;
        for (e, score) in fit.entries.iter().enumerate() {
            prop_assert!((score - entries[e] - level).abs() < 1e-6);
        }
        for (j, lenient) in fit.judges.iter().enumerate() {
            prop_assert!((lenient - judges[j] + level).abs() < 1e-6);
        }
    }

    #[test]
    fn the_shrunk_model_is_blind_to_where_the_scale_begins(shift in -20.0f64..20.0) {
        let it = table(INCOMPLETE);
        let moved = Table::new(it.rows.iter().map(|row| row.iter().map(|cell| cell.map(|score| score + shift)).collect()).collect());
        for (a, b) in shrunk(&it).unwrap().entries.iter().zip(shrunk(&moved).unwrap().entries) {
            prop_assert!((a + shift - b).abs() < 1e-6);
        }
    }
}
