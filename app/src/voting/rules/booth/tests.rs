//! The kiosk under any hands at all: whatever is pressed in whatever order, the promises hold.

use proptest::prelude::*;

use super::{
    super::{Choices, Code, ballot, code::CodeFault},
    state::{IDLE, LONGER, PATIENCE, RECEIPT, WARNING},
    *,
};

fn written() -> BallotPaper {
    let entry = |n: usize| BallotEntry {
        code: format!("E{n:02}"),
        title: Bi::new(format!("Entry {n}"), format!("作品{n}")),
        department: Bi::new("Department", "部門"),
        summary: Bi::default(),
    };
    let award = |code: &str, votes: usize, count: usize| BallotAward {
        code: code.into(),
        name: Bi::new(code, code),
        votes,
        entries: (1..=count).map(entry).collect(),
    };
    BallotPaper {
        scheme: "S".into(),
        name: Bi::new("Scheme", "計劃"),
        awards: vec![award("DES", 1, 24), award("PC", 3, 8), award("CON", 1, 6)],
    }
}

fn paper() -> BoothPaper {
    BoothPaper::of(&written(), str::to_owned)
}

fn code() -> Code {
    Code::of_chance([1, 2, 3, 4, 5])
}

fn key(n: usize) -> String {
    format!("{n:032x}")
}

/// At the first award, with the slip of key 1 and this seed.
fn begun(seed: u64) -> Booth {
    let mut booth = Booth::new(Lang::Tc);
    let paper = paper();
    booth.on(&paper, Event::Type(code().spoken()));
    let asked = booth.on(&paper, Event::Scan { key: key(1), seed });
    assert_eq!(asked, Some(Ask::Check { key: key(1), code: code() }));
    booth.on(&paper, Event::Checked { key: key(1), answer: Checked::Fine });
    assert_eq!(booth.screen, Screen::Award(0));
    booth
}

/// One entry in each award, looked at, cast: the machine waits for its journal.
fn cast(seed: u64) -> (Booth, Option<Ask>) {
    let (mut booth, paper) = (begun(seed), paper());
    for award in &paper.awards {
        booth.on(&paper, Event::Choose(award.entries[2].code.clone()));
        booth.on(&paper, Event::Next);
    }
    assert_eq!(booth.screen, Screen::Review);
    let asked = booth.on(&paper, Event::Cast);
    (booth, asked)
}

fn choices(booth: &Booth) -> Choices {
    let chosen = paper().awards.into_iter().enumerate().map(|(at, it)| (it.code, booth.chosen(at).to_vec()));
    chosen.filter(|(_, it)| !it.is_empty()).collect()
}

fn standing(booth: &Booth) -> Option<Standing> {
    match booth.screen {
        Screen::Receipt { standing, .. } => Some(standing),
        _ => None,
    }
}

#[test]
fn a_ballot_goes_from_slip_to_receipt_and_is_forgotten() {
    let (mut booth, asked) = cast(7);
    let Some(Ask::Keep { key: of, cast }) = asked else { panic!("nothing to keep") };
    assert_eq!((of, cast.code, cast.seed), (key(1), code().plain(), 7));
    assert_eq!(written().check(&cast.choices), Ok(()));
    booth.on(&paper(), Event::Kept { key: key(1), seq: 5, line: true });
    assert_eq!(booth.screen, Screen::Sending { seq: Some(5), waited: 0 });
    let receipt = ballot::receipt(&key(1));
    booth.on(&paper(), Event::Answered { seq: 5, receipt: receipt.clone(), standing: Standing::Counted, qr: "data:".into() });
    let shown = Screen::Receipt { receipt, seq: 5, standing: Standing::Counted, qr: "data:".into(), left: RECEIPT, longer: 0 };
    assert_eq!(booth.screen, shown);
    assert!(choices(&booth).is_empty(), "with the receipt there, what was chosen is gone");
    booth.on(&paper(), Event::Tick(RECEIPT - 1));
    assert!(!booth.is_fresh());
    booth.on(&paper(), Event::Tick(1));
    assert_eq!(booth, Booth::new(Lang::Tc));
}

#[test]
fn a_mistyped_code_is_told_at_once_and_nobody_is_asked() {
    let mut booth = Booth::new(Lang::En);
    let mut wrong = code().plain();
    wrong.replace_range(0..1, if wrong.starts_with('9') { "8" } else { "9" });
    for (typed, fault) in [("7QK4", CodeFault::Length), ("7QK4-MX2P-U", CodeFault::Symbol), (wrong.as_str(), CodeFault::Check)] {
        booth.on(&paper(), Event::Type(typed.into()));
        assert_eq!(booth.on(&paper(), Event::Scan { key: key(1), seed: 1 }), None);
        assert_eq!((booth.fault.clone(), booth.typed.as_str()), (Some(Fault::Code(fault)), ""), "{typed}");
    }
    assert_eq!(booth.screen, Screen::Welcome);
    booth.on(&paper(), Event::Leave);
    booth.on(&paper(), Event::Scan { key: key(1), seed: 1 });
    assert!(booth.is_fresh(), "Enter in an empty field");
}

#[test]
fn a_slip_the_server_refuses_leads_back_with_its_words_and_without_a_line_the_check_has_to_do() {
    let scan = |booth: &mut Booth| {
        booth.on(&paper(), Event::Type(format!("https://accolade.example/tc/vote#{}", code().plain())));
        booth.on(&paper(), Event::Scan { key: key(2), seed: 1 }).is_some()
    };
    let mut booth = Booth::new(Lang::En);
    assert!(scan(&mut booth));
    booth.on(&paper(), Event::Checked { key: key(2), answer: Checked::No("used".into()) });
    assert_eq!((&booth.screen, &booth.fault), (&Screen::Welcome, &Some(Fault::Said("used".into()))));
    assert!(scan(&mut booth));
    booth.on(&paper(), Event::Checked { key: key(2), answer: Checked::Offline });
    assert_eq!((&booth.screen, &booth.fault), (&Screen::Award(0), &None));
}

#[test]
fn as_many_as_allowed_are_chosen_and_no_more() {
    let (mut booth, paper) = (begun(1), paper());
    booth.on(&paper, Event::Next);
    assert_eq!(booth.fault, Some(Fault::NoneYet), "leaving an award blank is a button of its own");
    let choose = |booth: &mut Booth, entry: &str| {
        booth.on(&paper, Event::Choose(entry.into()));
    };
    choose(&mut booth, "E01");
    choose(&mut booth, "E24");
    assert_eq!(booth.chosen(0), ["E24"], "a radio: the last one counts");
    choose(&mut booth, "E25");
    assert_eq!(booth.chosen(0), ["E24"], "not on display");
    booth.on(&paper, Event::Next);
    for entry in ["E01", "E02", "E03", "E04"] {
        choose(&mut booth, entry);
    }
    assert_eq!((booth.chosen(1), &booth.fault), (["E01", "E02", "E03"].map(String::from).as_slice(), &Some(Fault::Most(3))));
    choose(&mut booth, "E02");
    choose(&mut booth, "E04");
    assert_eq!(booth.chosen(1), ["E01", "E03", "E04"]);
}

#[test]
fn i_28_one_award_may_be_blank_and_not_all() {
    let (mut booth, paper) = (begun(1), paper());
    for _ in &paper.awards {
        booth.on(&paper, Event::Skip);
    }
    assert_eq!((booth.on(&paper, Event::Cast), &booth.fault), (None, &Some(Fault::AllBlank)));
    booth.on(&paper, Event::Change(1));
    booth.on(&paper, Event::Choose("E05".into()));
    booth.on(&paper, Event::Next);
    assert_eq!(booth.screen, Screen::Review, "a changed answer leads straight back");
    assert!(booth.on(&paper, Event::Cast).is_some());
}

#[test]
fn what_cannot_be_kept_is_not_cast_and_nothing_is_lost() {
    let (mut booth, _) = cast(1);
    let before = choices(&booth);
    booth.on(&paper(), Event::Leave);
    booth.on(&paper(), Event::NotKept { key: key(1) });
    assert_eq!((&booth.screen, &booth.fault, choices(&booth)), (&Screen::Review, &Some(Fault::NotKept), before));
    assert!(booth.on(&paper(), Event::Cast).is_some(), "once more");
}

#[test]
fn without_a_line_the_receipt_comes_at_once_and_the_servers_word_may_follow() {
    let (mut booth, _) = cast(1);
    booth.on(&paper(), Event::Kept { key: key(1), seq: 9, line: false });
    assert_eq!(standing(&booth), Some(Standing::Kept));
    let said = |seq, of| Event::Answered { seq, receipt: ballot::receipt(&key(of)), standing: Standing::Duplicate, qr: String::new() };
    booth.on(&paper(), said(8, 1));
    booth.on(&paper(), said(9, 2));
    assert_eq!(standing(&booth), Some(Standing::Kept), "another's number, another's receipt");
    booth.on(&paper(), said(9, 1));
    assert_eq!(standing(&booth), Some(Standing::Duplicate));
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for() {
    let (mut booth, _) = cast(1);
    booth.on(&paper(), Event::Kept { key: key(1), seq: 1, line: true });
    booth.on(&paper(), Event::Tick(PATIENCE - 1));
    assert_eq!(standing(&booth), None);
    booth.on(&paper(), Event::Tick(1));
    assert_eq!(standing(&booth), Some(Standing::Kept));
}

#[test]
fn a_receipt_is_shown_longer_for_whoever_asks_but_not_for_ever() {
    let (mut booth, _) = cast(1);
    booth.on(&paper(), Event::Kept { key: key(1), seq: 1, line: false });
    for _ in 0..LONGER {
        booth.on(&paper(), Event::Tick(RECEIPT - 1));
        booth.on(&paper(), Event::Longer);
    }
    booth.on(&paper(), Event::Tick(RECEIPT - 1));
    booth.on(&paper(), Event::Longer);
    booth.on(&paper(), Event::Tick(1));
    assert!(booth.is_fresh());
}

#[test]
fn an_idle_kiosk_warns_then_clears_and_a_touch_is_enough_to_stay() {
    let (mut booth, paper) = (begun(1), paper());
    booth.on(&paper, Event::Lang(Lang::Sc));
    booth.on(&paper, Event::Tick(WARNING - 1));
    assert_eq!(booth.warned(), None);
    booth.on(&paper, Event::Tick(1));
    assert_eq!(booth.warned(), Some(IDLE - WARNING));
    booth.on(&paper, Event::Touch);
    assert_eq!((booth.warned(), &booth.screen), (None, &Screen::Award(0)));
    booth.on(&paper, Event::Tick(IDLE));
    assert_eq!(booth, Booth::new(Lang::Tc));
}

#[test]
fn every_sentence_has_a_number_and_a_key_of_its_own() {
    let mut keys = Say::KEYS.to_vec();
    assert_eq!(Say::Done as usize + 1, keys.len());
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(Say::Done as usize + 1, keys.len());
}

#[test]
fn what_a_kiosk_is_given_is_read_as_it_was_written() {
    let tri = |text: &str| Tri { en: text.into(), tc: format!("{text}，"), sc: String::new() };
    let place = BoothPlace {
        device: "00ff".into(),
        number: 3,
        stop: "TH".into(),
        stop_name: tri("Town hall"),
        day: tri("12 March"),
        box_public: "aa".into(),
        sign_public: "bb".into(),
        deadline: tri("\"<8 pm>\" & later"),
        lang: Lang::Sc,
    };
    let given = Given { paper: paper(), words: BoothWords(vec![tri("one"), tri("two")]), place };
    let text = given.written();
    assert_eq!(Given::read(&text), given);
    for cut in (0..text.len()).filter(|at| text.is_char_boundary(*at)).step_by(7) {
        Given::read(&text[..cut]);
    }
}

fn any_event() -> impl Strategy<Value = Event> {
    let of = || (0..3usize).prop_map(key);
    let entry = (0..26usize).prop_map(|n| format!("E{n:02}"));
    let lang = prop_oneof![Just(Lang::En), Just(Lang::Tc), Just(Lang::Sc)];
    let typed = prop_oneof![3 => Just(code().plain()), 1 => Just("7QK4".to_owned()), 1 => Just(String::new())];
    let said = prop_oneof![3 => Just(Checked::Fine), 1 => Just(Checked::Offline), 1 => Just(Checked::No("no".into()))];
    let now = prop_oneof![Just(Standing::Counted), Just(Standing::Duplicate), Just(Standing::Refused)];
    prop_oneof![
        2 => lang.prop_map(Event::Lang),
        1 => Just(Event::Large),
        4 => typed.prop_map(Event::Type),
        4 => (of(), any::<u64>()).prop_map(|(key, seed)| Event::Scan { key, seed }),
        4 => (of(), said).prop_map(|(key, answer)| Event::Checked { key, answer }),
        8 => entry.prop_map(Event::Choose),
        2 => Just(Event::Skip),
        6 => Just(Event::Next),
        2 => Just(Event::Back),
        1 => (0..5usize).prop_map(Event::Change),
        4 => Just(Event::Cast),
        4 => (of(), 1..4u64, any::<bool>()).prop_map(|(key, seq, line)| Event::Kept { key, seq, line }),
        1 => of().prop_map(|key| Event::NotKept { key }),
        4 => (of(), 1..4u64, now).prop_map(|(of, seq, standing)| Event::Answered {
            seq, receipt: ballot::receipt(&of), standing, qr: "data:".into()
        }),
        1 => Just(Event::Longer),
        1 => Just(Event::Leave),
        1 => Just(Event::Touch),
        2 => (0..30u32).prop_map(Event::Tick),
    ]
}

/// After any number of events, from the start, from the first award, or from a ballot on its way into the journal.
fn any_booth() -> impl Strategy<Value = Booth> {
    (0..3u8, proptest::collection::vec(any_event(), 0..80)).prop_map(|(from, events)| {
        let (mut booth, paper) = (
            if from == 0 {
                Booth::new(Lang::Tc)
            } else if from == 1 {
                begun(3)
            } else {
                cast(3).0
            },
            paper(),
        );
        for event in events {
            booth.on(&paper, event);
        }
        booth
    })
}

proptest! {
    #[test]
    fn whatever_is_pressed_only_a_ballot_that_may_stand_is_cast(events in proptest::collection::vec(any_event(), 0..200)) {
        let (mut booth, paper) = (Booth::new(Lang::Tc), paper());
        let mut open = None;
        for event in events {
            let (before, heard) = (booth.clone(), event.clone());
            match booth.on(&paper, event) {
                Some(Ask::Keep { key, cast }) => {
                    prop_assert_eq!(&before.screen, &Screen::Review, "nothing is cast that was not looked at");
                    prop_assert_eq!(written().check(&cast.choices), Ok(()));
                    prop_assert_eq!(&cast.choices, &choices(&before));
                    prop_assert_eq!(Some((&cast.key, cast.seed)), open.as_ref().map(|(key, seed)| (key, *seed)));
                    prop_assert_eq!(key, cast.key);
                    prop_assert_eq!(&cast.code, &code().plain());
                }
                Some(Ask::Check { key, .. }) => {
                    let Event::Scan { key: of, seed } = heard else { panic!("asked without a slip") };
                    prop_assert_eq!(&key, &of);
                    open = Some((of, seed));
                }
                None => {}
            }
            let now = choices(&booth);
            prop_assert!(now.is_empty() || written().check(&now).is_ok());
            if matches!(booth.screen, Screen::Receipt { .. } | Screen::Welcome | Screen::Checking) {
                prop_assert!(now.is_empty(), "what was chosen outlives nobody");
            }
            prop_assert!(!matches!(booth.screen, Screen::Award(at) if at >= paper.awards.len()));
        }
    }

    #[test]
    fn nothing_of_a_voter_survives_ninety_seconds(booth in any_booth(), step in 1..40u32) {
        let (mut booth, paper, mut gone) = (booth, paper(), 0);
        while gone < IDLE {
            booth.on(&paper, Event::Tick(step));
            gone += step;
        }
        // A ballot that waited for the server's word until the last second still shows its receipt for its time.
        for _ in 0..RECEIPT {
            booth.on(&paper, Event::Tick(1));
        }
        prop_assert_eq!(booth, Booth::new(Lang::Tc));
    }

    #[test]
    fn answers_to_somebody_who_left_change_nothing(booth in any_booth(), seq in 1..4u64) {
        let (mut booth, paper) = (booth, paper());
        booth.on(&paper, Event::Leave);
        prop_assume!(!matches!(booth.screen, Screen::Sending { .. }));
        for event in [
            Event::Checked { key: key(1), answer: Checked::Fine },
            Event::Kept { key: key(1), seq, line: true },
            Event::NotKept { key: key(1) },
            Event::Answered { seq, receipt: ballot::receipt(&key(1)), standing: Standing::Counted, qr: String::new() },
            Event::Tick(1),
        ] {
            booth.on(&paper, event);
            prop_assert_eq!(&booth, &Booth::new(Lang::Tc));
        }
    }

    #[test]
    fn language_and_size_lose_nothing_and_move_nothing(booth in any_booth(), large: bool) {
        let (mut other, paper) = (booth.clone(), paper());
        for lang in Lang::ALL {
            other.on(&paper, Event::Lang(lang));
            if large {
                other.on(&paper, Event::Large);
            }
            prop_assert_eq!(&other.screen, &booth.screen);
            prop_assert_eq!(choices(&other), choices(&booth));
            prop_assert_eq!((&other.typed, &other.fault, other.changing), (&booth.typed, &booth.fault, booth.changing));
            for award in &paper.awards {
                prop_assert_eq!(other.entries(award), booth.entries(award));
            }
        }
    }

    #[test]
    fn i_33_the_order_is_the_ballots_own_and_stays_while_it_is_open(seed: u64, moves in proptest::collection::vec(any_event(), 0..60)) {
        let (mut booth, paper) = (begun(seed), paper());
        for event in moves {
            booth.on(&paper, event);
            if !matches!(booth.screen, Screen::Award(_) | Screen::Review) {
                break;
            }
            for award in &paper.awards {
                let shown: Vec<&str> = booth.entries(award).iter().map(|it| it.code.as_str()).collect();
                let wanted: Vec<&str> =
                    ballot::order(seed, &award.code, award.entries.len()).iter().map(|at| award.entries[*at].code.as_str()).collect();
                prop_assert_eq!(shown, wanted);
            }
        }
    }
}
