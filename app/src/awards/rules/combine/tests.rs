//! The combination of panel and public, tried on vectors, on ties and on shuffled input.

use proptest::prelude::*;

use super::*;
use crate::{awards::Score, base::ids::SeatId};

fn contender(entry: &str, panel: i64, first: i64, votes: u32) -> Contender {
    Contender { entry: entry.into(), panel: Fraction::whole(panel), first: Fraction::whole(first), votes }
}

fn three() -> [Contender; 3] {
    [contender("A", 86, 8, 1200), contender("B", 84, 8, 3000), contender("C", 70, 8, 5800)]
}

fn results(rule: Combination) -> Vec<(String, Points)> {
    let mut lines: Vec<_> =
        rank(rule, 70, 30, TieStep::ALL, &three()).lines.into_iter().map(|it| (it.entry, it.result.to_points())).collect();
    lines.sort();
    lines
}

#[test]
fn four_respectable_rules_name_three_winners() {
    let winner = |rule| rank(rule, 70, 30, TieStep::ALL, &three()).lines[0].entry.clone();
    for (rule, hundredths, first) in [
        (Combination::Share, [6380, 6780, 6640], "B"),
        (Combination::MostVoted, [6641, 7432, 7900], "C"),
        // B is 72.989…: 73 where it is shown without decimals.
        (Combination::MinMax, [7000, 7299, 3000], "B"),
        (Combination::RankSum, [160, 200, 240], "A"),
    ] {
        let expected: Vec<_> = ["A", "B", "C"].map(str::to_owned).into_iter().zip(hundredths.map(Points)).collect();
        assert_eq!(results(rule), expected, "{rule:?}");
        assert_eq!(winner(rule), first, "{rule:?}");
    }
}

#[test]
fn without_a_vote_the_panel_decides_and_without_a_panel_the_public() {
    let silent = three().map(|it| Contender { votes: 0, ..it });
    let order = |panel, public, list: &[Contender]| -> String {
        rank(Combination::MostVoted, panel, public, TieStep::ALL, list).lines.into_iter().map(|it| it.entry).collect()
    };
    assert_eq!(order(70, 30, &silent), "ABC");
    assert_eq!(order(100, 0, &three()), "ABC");
    assert_eq!(order(0, 100, &three()), "CBA");
    assert_eq!(order(70, 30, &[]), "");
}

#[test]
fn j_6_a_tie_goes_down_the_ladder_and_every_step_is_on_record() {
    // All four come to 80: the panel's half and the public's half make up for each other.
    let list = [contender("D", 60, 9, 100), contender("A", 70, 7, 90), contender("B", 70, 8, 90), contender("C", 70, 8, 90)];
    let ranking = rank(Combination::MostVoted, 50, 50, TieStep::ALL, &list);
    let seen: Vec<(usize, &str)> = ranking.lines.iter().map(|it| (it.place, it.entry.as_str())).collect();
    assert_eq!(seen, [(1, "B"), (1, "C"), (3, "A"), (4, "D")]);
    assert_eq!(
        ranking.record().lines().skip(4).collect::<Vec<_>>(),
        ["tie\thigher_panel\tA B C D\tA B C > D", "tie\tfirst_criterion\tA B C\tB C > A", "tie\tshared\tB C\tB C"]
    );
}

#[test]
fn a_third_of_a_hundredth_is_still_a_difference() {
    let panel = |totals: &[i64]| Fraction::mean_points(&totals.iter().map(|it| Points(*it)).collect::<Vec<_>>());
    let list = [
        Contender { entry: "A".into(), panel: panel(&[8000, 8000, 8000]), first: Fraction::ZERO, votes: 0 },
        Contender { entry: "B".into(), panel: panel(&[8000, 8000, 8001]), first: Fraction::ZERO, votes: 0 },
    ];
    let ranking = rank(Combination::MostVoted, 100, 0, TieStep::ALL, &list);
    assert_eq!((ranking.place("B"), ranking.place("A"), ranking.place("Z")), (Some(1), Some(2), None));
    assert!(ranking.ties.is_empty());
}

#[test]
fn i_21_only_submitted_sheets_count() {
    let award = crate::awards::rules::tests::award("A", &[60, 40]);
    let sheet = |seat, entry: &str, halves: [u8; 2], state| ScoreSheet {
        seat: SeatId(seat),
        entry: entry.into(),
        award: "A".into(),
        scores: halves.iter().enumerate().map(|(i, it)| (format!("k{i}"), Score::of_halves(*it).unwrap())).collect(),
        comment: String::new(),
        state,
    };
    use SheetState::*;
    let sheets = [
        sheet(1, "E1", [16, 14], Submitted),
        sheet(2, "E1", [13, 14], Submitted),
        sheet(3, "E1", [0, 0], Returned),
        sheet(1, "E2", [20, 20], Submitted),
    ];
    let it = Contender::of_sheets("E1", &award, &sheets, None, 7);
    // (76 + 67) / 2 and (8 + 6.5) / 2.
    assert_eq!((it.panel, it.first, it.votes), (Fraction::new(143, 2), Fraction::new(29, 4), 7));
    let adjusted = Contender::of_sheets("E1", &award, &sheets, Some(Points(7012)), 7);
    assert_eq!((adjusted.panel.to_points(), adjusted.first), (Points(7012), it.first));
}

fn any_field() -> impl Strategy<Value = Vec<Contender>> {
    prop::collection::vec((0i64..4, 0i64..3, 0u32..4), 0..9).prop_map(|rows| {
        rows.into_iter().enumerate().map(|(i, (panel, first, votes))| contender(&format!("E{i}"), panel, first, votes)).collect()
    })
}

proptest! {
    #[test]
    fn i_22_the_same_scores_and_votes_give_the_same_bytes_in_whatever_order_they_come(
        (list, shuffled) in any_field().prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle())),
        rule in prop::sample::select(Combination::ALL),
    ) {
        let once = rank(rule, 70, 30, TieStep::ALL, &list);
        prop_assert_eq!(once.record(), rank(rule, 70, 30, TieStep::ALL, &shuffled).record());
        prop_assert_eq!(once.lines.len(), list.len());
        // Places never fall behind, and those who share are equal in everything the ladder asks.
        for pair in once.lines.windows(2) {
            prop_assert!(pair[0].place <= pair[1].place);
            if pair[0].place == pair[1].place {
                prop_assert_eq!(pair[0].result, pair[1].result);
            }
        }
    }

    #[test]
    fn figures_as_large_as_they_come_are_ranked(
        rows in prop::collection::vec((1i64..=9_999, prop::collection::vec(0i64..=10_000, 1..60), any::<u32>()), 2..6),
        rule in prop::sample::select(Combination::ALL),
    ) {
        let list: Vec<Contender> = rows.iter().enumerate().map(|(i, (_, totals, votes))| Contender {
            entry: format!("E{i}"),
            panel: Fraction::mean_points(&totals.iter().map(|it| Points(*it)).collect::<Vec<_>>()),
            first: Fraction::ZERO,
            votes: *votes,
        }).collect();
        prop_assert_eq!(rank(rule, 70, 30, TieStep::ALL, &list).lines.len(), rows.len());
    }
}
