//! The panel, tried: walls between judges and entries, and the guards of a round.

use super::*;
use crate::base::problem::Problem;

use super::super::{EntryState, entry::Partner};

fn entry(code: &str, lead: &str, partner: Option<&str>) -> Entry {
    let partners = partner.map(|it| Partner { organisation: it.into(), agreed_at: None }).into_iter().collect();
    Entry { partners, ..Entry::new(code, "BPP2", lead, EntryState::OnDisplay) }
}

fn seat(id: i64, organisations: &[&str]) -> PanelSeat {
    PanelSeat {
        id: SeatId(id),
        judge: PersonId(id),
        organisations: organisations.iter().map(|it| it.to_string()).collect(),
        is_chair: id == 1,
    }
}

fn said(seat: i64, entry: &str, stance: Stance, ruling: Option<DeclarationRuling>) -> Declaration {
    Declaration { seat: SeatId(seat), entry: entry.into(), stance, ruling }
}

fn round(state: RoundState) -> JudgingRound {
    JudgingRound { scheme: "BPP2".into(), min_judges: 2, opens: Moment(10), closes: Moment(20), state }
}

#[test]
fn i_17_a_judge_opens_nothing_until_everything_is_declared() {
    let entries = [entry("E1", "AFCD", None), entry("E2", "BD", None)];
    let judge = seat(2, &[]);
    let mut all = vec![said(2, "E1", Stance::None, None)];
    assert_eq!(judge.access(&entries[0], &entries, &all), Access::Barred(Bar::Undeclared(1)));
    all.push(said(2, "E2", Stance::Interest, None));
    assert_eq!(judge.access(&entries[0], &entries, &all), Access::Open);
    assert_eq!(judge.access(&entries[1], &entries, &all), Access::Barred(Bar::Interest));
    // What another judge declared says nothing of this one.
    assert_eq!(seat(3, &[]).access(&entries[0], &entries, &all), Access::Barred(Bar::Undeclared(2)));
}

#[test]
fn i_17_an_interest_is_a_wall_whatever_the_chair_says() {
    let entries = [entry("E1", "AFCD", None)];
    let judge = seat(2, &[]);
    use DeclarationRuling::*;
    for (stance, ruling, bar) in [
        (Stance::None, None, None),
        (Stance::None, Some(Barred), Some(Bar::Ruled)),
        (Stance::Unsure, None, Some(Bar::AwaitsRuling)),
        (Stance::Unsure, Some(Cleared), None),
        (Stance::Unsure, Some(Barred), Some(Bar::Ruled)),
        (Stance::Interest, None, Some(Bar::Interest)),
        (Stance::Interest, Some(Cleared), Some(Bar::Interest)),
    ] {
        assert_eq!(judge.bar(&entries[0], &[said(2, "E1", stance, ruling)]), bar, "{stance:?} {ruling:?}");
    }
    let no = judge.access(&entries[0], &entries, &[said(2, "E1", Stance::Interest, None)]).check().unwrap_err();
    assert_eq!(Problem::from(no).status(), 403);
}

#[test]
fn i_18_entries_of_the_judges_own_organisation_are_barred_without_asking() {
    let entries = [entry("E1", "AFCD", None), entry("E2", "BD", Some("AFCD")), entry("E3", "BD", None)];
    let judge = seat(2, &["AFCD"]);
    // Not even saying "none" opens them.
    let all: Vec<Declaration> = entries.iter().map(|it| said(2, &it.code, Stance::None, None)).collect();
    for own in &entries[..2] {
        assert_eq!(judge.access(own, &entries, &all), Access::Barred(Bar::OwnOrganisation("AFCD".into())));
    }
    assert_eq!(judge.access(&entries[2], &entries, &all), Access::Open);
    assert_eq!(judge.undeclared(&entries, &[]), ["E3"]);
}

#[test]
fn nobody_rules_on_their_own_declaration() {
    let unsure = said(1, "E1", Stance::Unsure, None);
    assert_eq!(unsure.rule(&seat(1, &[]), PersonId(1)), Err(Refusal::OwnDeclaration));
    assert_eq!(unsure.rule(&seat(1, &[]), PersonId(9)), Ok(()));
    assert_eq!(said(1, "E1", Stance::None, None).rule(&seat(1, &[]), PersonId(9)), Err(Refusal::NothingToRule));
}

#[test]
fn a_round_moves_by_one_way_and_back_only_from_locked_to_scoring() {
    for (i, from) in RoundState::ALL.iter().enumerate() {
        for (j, to) in RoundState::ALL.iter().enumerate() {
            let legal = j == i + 1 || (*from, *to) == (RoundState::Locked, RoundState::Scoring);
            assert_eq!(from.may_become(*to).is_ok(), legal, "{from:?} {to:?}");
        }
        assert_eq!(RoundState::of_code(from.code()), Some(*from));
        assert_eq!(from.shows_votes_to_judges(), i >= 3);
    }
}

#[test]
fn declaring_begins_with_a_panel_a_chair_and_sealed_entries() {
    let r = round(RoundState::SetUp);
    let panel = [seat(1, &[]), seat(2, &[])];
    assert_eq!(r.open(&panel[..1], true), Err(Refusal::PanelSmall { seats: 1, least: 2 }));
    assert_eq!(r.open(&[seat(2, &[]), seat(3, &[])], true), Err(Refusal::OneChair));
    assert_eq!(r.open(&panel, false), Err(Refusal::NotSealed));
    assert_eq!(r.open(&panel, true), Ok(RoundState::Declaring));
}

#[test]
fn i_17_scoring_begins_when_all_have_declared_and_the_chair_has_ruled() {
    let r = round(RoundState::Declaring);
    let entries = [entry("E1", "AFCD", None)];
    let panel = [seat(1, &["AFCD"]), seat(2, &[]), seat(3, &[])];
    let mut all = vec![said(2, "E1", Stance::Unsure, None)];
    assert_eq!(r.begin_scoring(&panel, &entries, &all), Err(Refusal::DeclarationsOpen { undeclared: 1, unruled: 1 }));
    all[0].ruling = Some(DeclarationRuling::Cleared);
    all.push(said(3, "E1", Stance::None, None));
    assert_eq!(r.begin_scoring(&panel, &entries, &all), Ok(RoundState::Scoring));
}

#[test]
fn i_19_scores_are_locked_when_every_entry_has_its_sheets() {
    let r = round(RoundState::Scoring);
    let few = r.lock(&[("E2".into(), 1), ("E1".into(), 2), ("E0".into(), 0)]);
    assert_eq!(few, Err(Refusal::SheetsFew { entries: vec!["E0".into(), "E2".into()], least: 2 }));
    assert_eq!(r.lock(&[("E1".into(), 2)]), Ok(RoundState::Locked));
    let locked = round(RoundState::Locked);
    assert_eq!(locked.reopen(false, "a slip"), Err(Refusal::ChairOnly));
    assert_eq!(locked.reopen(true, ""), Err(Refusal::ReasonMissing));
    assert_eq!(locked.reopen(true, "a slip"), Ok(RoundState::Scoring));
}

#[test]
fn scores_are_set_between_the_first_moment_of_the_round_and_before_its_last() {
    let r = round(RoundState::Scoring);
    assert_eq!(r.may_score(Moment(9)), Err(Refusal::NotScoring { opens: Moment(10) }));
    assert_eq!(r.may_score(Moment(10)), Ok(()));
    assert_eq!(Problem::from(r.may_score(Moment(20)).unwrap_err()).status(), 410);
}

#[test]
fn i_17_after_scoring_has_begun_a_judge_may_only_step_aside_or_declare_for_the_first_time() {
    for state in RoundState::ALL.iter().copied() {
        let may = |before: Option<&Declaration>, stance| round(state).may_declare(before, stance).is_ok();
        let (declaring, scoring) = (state == RoundState::Declaring, state == RoundState::Scoring);
        let none = said(2, "E1", Stance::None, None);
        let barred = said(2, "E1", Stance::Unsure, Some(DeclarationRuling::Barred));
        assert_eq!(may(Some(&none), Stance::Unsure), declaring);
        assert_eq!(may(None, Stance::None), declaring || scoring);
        assert_eq!(may(Some(&none), Stance::Interest), declaring || scoring);
        assert!(!may(Some(&barred), Stance::None), "what the chair has ruled is not talked away");
    }
}

#[test]
fn i_23_the_approver_is_neither_the_chair_nor_whoever_set_the_scheme_up() {
    let r = round(RoundState::Decided);
    let approve = |by| r.approve(PersonId(by), PersonId(1), PersonId(2));
    assert_eq!(approve(1), Err(Refusal::ApproverIsChair));
    assert_eq!(approve(2), Err(Refusal::ApproverSetUp));
    assert_eq!(approve(3), Ok(RoundState::Approved));
    assert_eq!(Problem::from(Refusal::ApproverIsChair).status(), 403);
}

#[test]
fn i_24_nothing_is_announced_unapproved_or_early() {
    let early = round(RoundState::Decided).announce(Moment(50), Moment(60)).unwrap_err();
    assert_eq!(Problem::from(early).status(), 409);
    assert_eq!(round(RoundState::Approved).announce(Moment(50), Moment(49)), Err(Refusal::Embargo { until: Moment(50) }));
    assert_eq!(round(RoundState::Approved).announce(Moment(50), Moment(50)), Ok(RoundState::Announced));
}
