//! Entries, tried: moves, windows, completeness, the two that one organisation may lead, the register.

use proptest::prelude::*;

use super::{
    super::tests::{day, sample},
    *,
};
use crate::base::ids::AttachmentId;

fn entry() -> Entry {
    let filed =
        |kind, name: &str, title| Attachment { id: AttachmentId(1), kind, name: name.into(), title, hash: None, thumbnail: None, size: 1 };
    Entry {
        partners: vec![Partner { organisation: "HD".into(), agreed_at: Some(Moment(1)) }],
        awards: vec!["BPP2-CON".into()],
        texts: Texts { title: Bi::new("Books by post", "郵遞圖書"), summary: Bi::new("Books come home.", "圖書送上門。") },
        attachments: vec![
            filed(AttachmentKind::Image, "a.png", Bi::new("A parcel", "郵包")),
            filed(AttachmentKind::Link, "https://demo.example/report.pdf", Bi::new("Report", "報告")),
        ],
        endorsement: Some(Endorsement { post: Bi::new("Director", "署長"), on: day(7, 1) }),
        ..Entry::new("EEA2-E01", "BPP2", "LCSD", EntryState::Draft)
    }
}

fn fields(entry: &Entry) -> Vec<String> {
    match entry.submit(&sample(), day(7, 2).at(9, 0), false) {
        Ok(_) => vec![],
        Err(problem) => problem.complaints.into_iter().map(|c| format!("{} {}", c.field, c.key)).collect(),
    }
}

#[test]
fn a_complete_entry_in_time_is_taken_and_a_late_one_says_by_how_much() {
    let s = sample();
    assert_eq!(entry().submit(&s, day(7, 2).at(9, 0), false), Ok(0));
    assert_eq!(entry().submit(&s, s.entry_closes.plus_minutes(12), false), Ok(12));
    assert_eq!(entry().submit(&s, s.entry_closes.plus_minutes(30), false).unwrap_err().status(), 410);
    assert_eq!(Entry { state: EntryState::Eligible, ..entry() }.submit(&s, s.entry_opens, false).unwrap_err().status(), 409);
}

#[test]
fn all_that_is_missing_is_said_at_once_beside_its_field() {
    let mut it = entry();
    it.texts.summary.zh.clear();
    it.attachments[0].title.zh.clear();
    it.attachments[1].name = "https://demo.example/macro.doc".into();
    it.partners[0].agreed_at = None;
    it.endorsement = None;
    it.awards.clear();
    assert_eq!(
        fields(&it),
        [
            "summary_zh awards-chinese-missing",
            "awards awards-award-missing",
            "images[0][title_zh] awards-image-undescribed",
            "links[0][name] awards-file-kind",
            "partners[0][organisation] awards-partner-silent",
            "endorsement awards-endorsement-missing",
        ]
    );
}

#[test]
fn i_14_an_organisation_leads_at_most_two_live_entries() {
    let led = |states: &[EntryState]| -> Vec<(String, EntryState)> {
        states.iter().enumerate().map(|(i, state)| (format!("E{i}"), *state)).collect()
    };
    use EntryState::*;
    assert_eq!(may_lead_another(&led(&[Draft])), Ok(()));
    assert_eq!(may_lead_another(&led(&[Withdrawn, Draft])), Ok(()));
    let no = may_lead_another(&led(&[Withdrawn, Returned, Eligible])).unwrap_err();
    assert_eq!(no, Refusal::LedTooMany { first: "E1".into(), second: "E2".into() });
    assert_eq!(Problem::from(no).status(), 422);
    // One found ineligible may be back on appeal, and would be the third.
    assert!(may_lead_another(&led(&[Ineligible, Submitted])).is_err());
}

#[test]
fn an_entry_is_withdrawn_until_the_shortlist_and_disqualified_after() {
    use EntryState::*;
    for state in EntryState::ALL {
        let it = Entry { state: *state, ..entry() };
        let may = matches!(state, Draft | Submitted | Returned | Eligible);
        assert_eq!(it.withdraw(EntryMode::Nomination).is_ok(), may, "{state:?}");
        assert_eq!(it.disqualify(true, "copied").is_ok(), matches!(state, Shortlisted | OnDisplay | Judged), "{state:?}");
    }
    let shown = Entry { state: OnDisplay, ..entry() };
    assert_eq!(shown.disqualify(false, "copied"), Err(Refusal::ChairOnly));
    assert_eq!(shown.disqualify(true, " "), Err(Refusal::ReasonMissing));
    assert_eq!(entry().withdraw(EntryMode::AutoEnrol), Err(Refusal::EntryStays));
}

#[test]
fn an_ended_entry_moves_no_more_and_every_other_has_a_way_on() {
    use EntryState::*;
    for state in EntryState::ALL {
        let ended = matches!(state, NotShortlisted | Winner | Merit | NotAwarded | Withdrawn | Disqualified);
        assert_eq!(state.next().is_empty(), ended, "{state:?}");
        assert_eq!(EntryState::of_code(state.code()), Some(*state));
    }
    assert_eq!(Submitted.may_become(Winner), Err(Refusal::EntryMove { from: Submitted, to: Winner }));
    assert_eq!(Problem::from(Refusal::EntryMove { from: Submitted, to: Winner }).status(), 409);
}

#[test]
fn i_24_before_the_announcement_an_entry_is_only_on_display() {
    for state in EntryState::ALL {
        let seen = state.before_announcement();
        assert!(!matches!(seen, EntryState::Judged | EntryState::Winner | EntryState::Merit | EntryState::NotAwarded));
    }
}

#[test]
fn an_entry_in_two_awards_stands_as_high_as_the_higher() {
    assert_eq!(EntryState::by_placings(&[Placing::NotAwarded, Placing::Merit]), EntryState::Merit);
    assert_eq!(EntryState::by_placings(&[Placing::Winner, Placing::NotAwarded]), EntryState::Winner);
    assert_eq!(EntryState::by_placings(&[Placing::NotAwarded]), EntryState::NotAwarded);
}

#[test]
fn j_3_the_silent_are_shown_with_their_published_pledge_after_the_deadline() {
    let s = sample();
    let it = Entry { state: EntryState::Enrolled, endorsement: None, ..entry() };
    assert!(!it.takes_default_material(&s, s.entry_closes.plus_minutes(10)));
    assert!(it.takes_default_material(&s, s.entry_closes.plus_minutes(30)));
    assert_eq!(it.confirm_material(&s, day(7, 2).at(9, 0), false), Ok(0));
    assert_eq!(entry().confirm_material(&s, day(7, 2).at(9, 0), false).unwrap_err().status(), 409);
    assert_eq!(Problem::from(may_enrol("EU", false).unwrap_err()).status(), 422);
}

proptest! {
    #[test]
    fn i_13_everybody_with_a_pledge_has_exactly_one_entry_and_asking_again_adds_nobody(
        pledging in prop::collection::vec("[A-F]{1,2}", 0..20),
        before in prop::collection::btree_set("[A-F]{1,2}", 0..8),
    ) {
        let mut existing: Vec<String> = before.into_iter().collect();
        let added = to_enrol(&pledging, &existing);
        existing.extend(added);
        for organisation in &pledging {
            prop_assert_eq!(existing.iter().filter(|it| *it == organisation).count(), 1);
        }
        prop_assert!(to_enrol(&pledging, &existing).is_empty());
    }
}
