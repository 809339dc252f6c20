//! Schemes, tried: windows, phases, the frozen rules and the embargo; and the sample that other tests of these rules use.

use super::*;

pub(crate) fn day(month: u32, day: u32) -> Day {
    Day::new(2001, month, day).unwrap()
}

pub(crate) fn award(code: &str, weights: &[i64]) -> Award {
    let criteria = weights.iter().enumerate().map(|(i, weight)| Criterion {
        key: format!("k{i}"),
        name: Bi::new(format!("Criterion {i}"), format!("準則{i}")),
        weight: *weight,
    });
    Award {
        code: code.into(),
        name: Bi::new("Best Content Grand Award", "最佳內容大獎"),
        admits: Admits::Entered,
        criteria: criteria.collect(),
        public_weight: 30,
        panel_weight: 70,
        votes_per_ballot: 1,
    }
}

pub(crate) fn sample() -> Scheme {
    Scheme {
        code: "BPP2".into(),
        edition: 2,
        name: Bi::new("The second Best Performance Pledge Election", "第二次「最佳服務承諾選舉」"),
        mode: EntryMode::Nomination,
        eligibility: Bi::new("All", "所有部門"),
        rules: Bi::new("Rules", "規則"),
        awards: vec![award("BPP2-DES", &[30, 25, 20, 15, 10]), award("BPP2-CON", &[30, 30, 20, 20])],
        entry_opens: day(6, 1).at(9, 0),
        entry_closes: day(7, 31).at(17, 0),
        grace_minutes: 30,
        voting_opens: Some(day(9, 3).at(10, 0)),
        voting_closes: Some(day(9, 30).at(20, 0)),
        judging_from: day(11, 1),
        judging_to: day(11, 30),
        announce_at: day(12, 14).at(10, 0),
        min_judges: 3,
        shortlist: 8,
        combination: Combination::MostVoted,
        adjustment: Adjustment::Raw,
        ties: TieStep::ALL.to_vec(),
        set_up_by: PersonId(1),
        state: SchemeState::Published,
        frozen: None,
        sealed: None,
        version: 1,
    }
}

#[test]
fn a_late_entry_is_taken_within_the_grace_and_its_minutes_are_told() {
    let s = sample();
    let at = |minutes| s.entry_closes.plus_minutes(minutes);
    assert_eq!(s.entry_window(at(-1), None), Ok(0));
    assert_eq!(s.entry_window(at(0), None), Ok(1));
    assert_eq!(s.entry_window(at(29), None), Ok(29));
    assert_eq!(s.entry_window(at(30), None), Err(Refusal::Closed { since: s.entry_closes }));
    assert_eq!(s.entry_window(s.entry_opens.plus_minutes(-1), None), Err(Refusal::NotOpen { opens: s.entry_opens }));
}

#[test]
fn an_entry_reopened_alone_has_its_own_deadline() {
    let s = sample();
    let until = s.entry_closes.plus_days(3);
    assert_eq!(s.entry_window(until.plus_minutes(-1), Some(until)), Ok(0));
    assert_eq!(s.entry_window(until, Some(until)), Err(Refusal::Closed { since: until }));
}

#[test]
fn i_15_the_fingerprint_changes_with_every_frozen_rule_and_with_nothing_else() {
    let s = sample();
    let mut turned = s.clone();
    turned.awards.reverse();
    turned.rules = Bi::new("Clearer rules", "更清楚的規則");
    assert_eq!(s.fingerprint_text(), turned.fingerprint_text());
    let changes: [fn(&mut Scheme); 8] = [
        |s| s.awards[0].criteria[0].weight = 29,
        |s| s.awards[0].criteria.swap(0, 1),
        |s| s.awards[0].criteria[0].name.zh.push('\n'),
        |s| s.awards[0].votes_per_ballot = 2,
        |s| s.awards[0].public_weight = 31,
        |s| s.ties.clear(),
        |s| s.combination = Combination::Share,
        |s| s.adjustment = Adjustment::Shrunk,
    ];
    for change in changes {
        let mut other = s.clone();
        change(&mut other);
        assert_ne!(s.fingerprint_text(), other.fingerprint_text());
        assert_eq!(check_frozen(None, &s, &other), Ok(()));
        assert_eq!(check_frozen(Some(Moment(7)), &s, &other), Err(Refusal::RulesFrozen { since: Moment(7) }));
    }
    assert_eq!(check_frozen(Some(Moment(7)), &s, &turned), Ok(()));
}

#[test]
fn the_phase_follows_the_calendar_until_the_results_are_out() {
    let mut s = sample();
    let seen = |s: &Scheme, m, d| s.phase(day(m, d).at(12, 0));
    let expected = [Phase::Upcoming, Phase::Entries, Phase::Checking, Phase::Voting, Phase::BeforeJudging, Phase::Judging, Phase::Embargo];
    for (phase, (m, d)) in expected.into_iter().zip([(5, 1), (6, 1), (8, 1), (9, 4), (10, 5), (11, 30), (12, 1)]) {
        assert_eq!(seen(&s, m, d), phase);
    }
    s.state = SchemeState::Announced;
    assert_eq!(seen(&s, 12, 1), Phase::Announced);
}

#[test]
fn i_24_results_wait_for_the_decision_and_for_the_time() {
    let mut s = sample();
    assert!(!s.shows_results(s.announce_at));
    s.state = SchemeState::Announced;
    assert!(!s.shows_results(Moment(s.announce_at.0 - 1)));
    assert!(s.shows_results(s.announce_at));
}

#[test]
fn i_24_results_are_announced_when_every_round_is_approved_and_the_time_has_come() {
    let s = sample();
    let at = s.announce_at;
    use RoundState::{Approved, Decided};
    assert_eq!(s.announce(&[Approved, Decided], at), Err(Refusal::NotApproved));
    assert_eq!(s.announce(&[Approved], Moment(at.0 - 1)), Err(Refusal::Embargo { until: at }));
    assert_eq!(s.announce(&[Approved, Approved], at), Ok(SchemeState::Announced));
    let draft = Scheme { state: SchemeState::Draft, ..s };
    assert_eq!(draft.announce(&[Approved], at), Err(Refusal::SchemeNotPublished));
    assert_eq!((draft.publish(), sample().publish()), (Ok(SchemeState::Published), Err(Refusal::SchemeNotDraft)));
}
