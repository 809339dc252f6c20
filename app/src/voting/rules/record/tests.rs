//! A sound record recounts to what is true, and whatever is changed in one is found.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{
    sample::{Sample, Truth},
    *,
};

fn sample(ballots: u64, seed: u64) -> Sample {
    Sample { ballots, seed, batch: 20, votes: vec![1, 3], entries: 6, ..Sample::default() }
}

fn lines(sample: &Sample) -> (Vec<String>, Truth) {
    let mut text = String::new();
    let truth = sample.write(&mut |part| text.push_str(part));
    (text.split_inclusive('\n').map(str::to_owned).collect(), truth)
}

fn recount(lines: &[String]) -> Result<Report, Flaw> {
    let mut recount = Recount::new();
    recount.push(lines.concat().as_bytes())?;
    recount.finish()
}

fn what(lines: &[String]) -> What {
    recount(lines).unwrap_err().what
}

/// The lines of a kind, by one of their keys.
fn at(lines: &[String], key: &str) -> Vec<usize> {
    (0..lines.len()).filter(|at| !serde_json::from_str::<Value>(&lines[*at]).unwrap()[key].is_null()).collect()
}

fn edit(line: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::from_str(line).unwrap();
    change(&mut value);
    value.to_string() + "\n"
}

fn first_again(list: &mut Value) {
    let list = list.as_array_mut().unwrap();
    list.push(list[0].clone());
}

fn told(report: &Report) -> Truth {
    let mut truth = Truth::default();
    for award in &report.awards {
        truth.blank.insert(award.code.clone(), award.blank);
        award.rows.iter().for_each(|it| _ = truth.totals.insert((award.code.clone(), it.entry.clone()), it.votes));
    }
    truth
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_sound_record_recounts_to_what_is_true_however_it_is_cut_into_pieces(ballots in 1..150u64, seed: u64, piece in 1..5000usize) {
        let (lines, truth) = lines(&sample(ballots, seed));
        let mut recount = Recount::new();
        for piece in lines.concat().as_bytes().chunks(piece) {
            recount.push(piece).unwrap();
        }
        let report = recount.finish().unwrap();
        prop_assert!(report.complete && report.opened);
        prop_assert_eq!((report.ballots, report.batches), (ballots, ballots.div_ceil(20)));
        let told = told(&report);
        prop_assert_eq!(told.totals, truth.totals);
        prop_assert_eq!(told.blank, truth.blank);
        prop_assert_eq!(report.classes.iter().map(|it| it.ballots).sum::<u64>(), ballots);
        for n in 0..ballots {
            prop_assert_eq!(report.finds(&sample::receipt(seed, n)), Some(n / 20 + 1));
        }
        prop_assert_eq!(report.finds(&sample::receipt(seed, ballots)), None);
        prop_assert_eq!(report.finds("no receipt"), None);
        prop_assert_eq!(&report.tally(&BTreeSet::new()), &report.awards);
    }

    /// Every byte of a finished record is vouched for, the names on the ballot paper too.
    #[test]
    fn one_other_character_anywhere_is_found(seed: u64, place: prop::sample::Index, digit in prop::sample::select(b"05afEX\"[,:".to_vec())) {
        let (lines, truth) = lines(&sample(60, seed));
        let mut bytes = lines.concat().into_bytes();
        let place = place.index(bytes.len() - 1);
        prop_assume!(bytes[place] != digit);
        bytes[place] = digit;
        let mut recount = Recount::new();
        let found = recount.push(&bytes).and_then(|()| recount.finish().map(|it| told(&it).totals));
        prop_assert!(found.is_err(), "byte {} as {:?}: {:?}", place, char::from(digit), found == Ok(truth.totals));
    }

    #[test]
    fn a_line_dropped_doubled_or_moved_is_found(seed: u64, from: prop::sample::Index, to: prop::sample::Index) {
        let (lines, _) = lines(&sample(60, seed));
        let from = from.index(lines.len());
        let mut less = lines.clone();
        let moved = less.remove(from);
        // Only the last line may be missing: such a record is sound as far as it goes, and says that it is not complete.
        match recount(&less) {
            Ok(report) => prop_assert!(from == lines.len() - 1 && !report.complete),
            Err(_) => prop_assert!(from < lines.len() - 1),
        }
        let mut twice = lines.clone();
        twice.insert(from, moved.clone());
        prop_assert!(recount(&twice).is_err());
        let to = to.index(lines.len());
        let mut other = less;
        other.insert(to, moved);
        // Within a batch each log has its own order: the lines of two logs may change places.
        let same = |lines: &[String]| -> Vec<String> {
            let mut lines = lines.to_vec();
            for part in lines.split_inclusive_mut(|it| !it.starts_with("{\"batch\"")) { part.sort(); }
            lines
        };
        prop_assert_eq!(recount(&other).is_ok(), same(&other) == same(&lines));
    }

    #[test]
    fn a_record_cut_off_anywhere_counts_only_what_is_sealed(seed: u64, cut: prop::sample::Index) {
        let (lines, _) = lines(&sample(60, seed));
        let text = lines.concat();
        let cut = cut.index(text.len());
        let Some(part) = text.get(..cut) else { return Ok(()) };
        let mut it = Recount::new();
        if let Ok(report) = it.push(part.as_bytes()).and_then(|()| it.finish()) {
            let sealed = text[..cut].matches("{\"checkpoint\"").count() as u64;
            // The newline of the very last line may be missing.
            prop_assert!(!report.complete || cut == text.len() - 1);
            prop_assert_eq!(report.ballots, 20 * sealed);
        }
    }
}

#[test]
fn a_changed_ballot_is_found_in_its_batch() {
    let (lines, _) = lines(&sample(60, 3));
    let ballots = at(&lines, "ballots");
    let change = |line: usize, how: &dyn Fn(&mut Vec<Value>)| {
        let mut changed = lines.clone();
        changed[line] = edit(&lines[line], |it| how(it["ballots"].as_array_mut().unwrap()));
        assert_ne!(serde_json::from_str::<Value>(&changed[line]).unwrap(), serde_json::from_str::<Value>(&lines[line]).unwrap());
        recount(&changed).unwrap_err()
    };
    let other = |now: &Value, a: &str, b: &str| if *now == json!(a) { json!(b) } else { json!(a) };
    let line = ballots[2];
    let choice = change(line, &|it| it[4][0] = other(&it[4][0], "BPP2-E101", "BPP2-E102"));
    assert_eq!((choice.batch, choice.what), (Some(2), What::Root { log: "BPP2-A1".into(), from: line as u64 }));
    assert_eq!(choice.line, line as u64 + 3, "it is noticed at the checkpoint");
    for (how, log) in [
        (
            &(|it: &mut Vec<Value>| it[4][1] = other(&it[4][1], "EX-BPP2-1:2001-09-13:am:kiosk", "EX-BPP2-2:2001-09-13:am:kiosk"))
                as &dyn Fn(&mut Vec<Value>),
            "root",
        ),
        (&|it| it[4][2] = json!(if it[4][2] == json!(0) { 1 } else { 0 }), "root or quarter"),
        (&|it| it[4][3] = other(&it[4][3], &"ab".repeat(32), &"cd".repeat(32)), "root"),
        (&|it| it.swap(3, 4), "root"),
        (&|it| drop(it.remove(4)), "size"),
        (&|it| it.push(it[4].clone()), "size"),
        (&|it| it[4][0] = json!("BPP2-E201"), "not on the ballot"),
        (&|it| it[4][1] = json!("elsewhere"), "no class"),
        (&|it| it[4][2] = json!(4), "no quarter"),
        (&|it| it[4][3] = json!("AB".repeat(32)), "no digits"),
    ] {
        let flaw = change(line, how);
        assert_eq!(flaw.batch, Some(2), "{log}: {flaw}");
        assert!((line as u64 + 1..=line as u64 + 3).contains(&flaw.line), "{log}: {flaw}");
    }
}

#[test]
fn a_changed_receipt_or_one_too_many_is_found() {
    let (lines, _) = lines(&sample(60, 4));
    let line = at(&lines, "inclusion")[1];
    for how in [
        &(|it: &mut Vec<Value>| it[0] = json!("ab".repeat(32))) as &dyn Fn(&mut Vec<Value>),
        &|it| it.swap(0, 1),
        &|it| drop(it.pop()),
        &|it| it.push(json!("ab".repeat(32))),
    ] {
        let mut changed = lines.clone();
        changed[line] = edit(&lines[line], |it| how(it["inclusion"].as_array_mut().unwrap()));
        assert_ne!(changed, lines);
        assert_eq!(recount(&changed).unwrap_err().batch, Some(2));
    }
}

/// Signs a record anew after a change, as somebody with the key could: hash chain, checkpoints and all.
fn signed_again(lines: &[String], seed: u64, tally: bool) -> Vec<String> {
    let (key, mut last, mut fixed) = (sample::key(seed), (0, [0; 32]), Vec::new());
    let (mut inclusion, mut content) = (Frontier::default(), std::collections::BTreeMap::<String, Frontier>::new());
    let mut statements = String::new();
    for line in lines {
        let value: Value = serde_json::from_str(line).unwrap();
        let mut line = line.clone();
        for it in value["inclusion"].as_array().into_iter().flatten() {
            inclusion.push(merkle::leaf(&read_hex(it.as_str().unwrap()).unwrap()));
        }
        for it in value["ballots"].as_array().into_iter().flatten() {
            let text = |at: usize| it[at].as_str().unwrap().to_owned();
            let (award, batch) = (value["award"].as_str().unwrap().to_owned(), value["batch"].as_u64().unwrap());
            let quarter = it[2].as_u64().unwrap() as u8;
            let leaf =
                BallotLeaf { award: award.clone(), choice: text(0), class: text(1), batch, quarter, nonce: read_hex(&text(3)).unwrap() };
            content.entry(award).or_default().push(leaf.hash());
        }
        if let Some(note) = value["checkpoint"].as_str() {
            let of = |log: &Frontier| (log.size, log.root());
            let old = Checkpoint::parse(&note[..=note.rfind("\n\n").unwrap()]).unwrap();
            let logs = content.iter().map(|(award, log)| (award.clone(), of(log))).collect();
            let note = Checkpoint { seq: last.0 + 1, prev: last.1, inclusion: of(&inclusion), content: logs, ..old }.sign(&key);
            last = (last.0 + 1, digest(note.as_bytes()));
            line = write::checkpoint(&note);
        }
        if !value["turnout"].is_null() || !value["decision"].is_null() {
            statements += &line;
        }
        if let Some(note) = value["result"].as_str() {
            let mut outcome = Outcome::parse(&note[..=note.rfind("\n\n").unwrap()]).unwrap();
            (outcome.last, outcome.statements) = (last, digest(statements.as_bytes()));
            if !tally {
                *outcome.totals.values_mut().next().unwrap() += 1;
            }
            line = write::result(&outcome.sign(&key));
        }
        fixed.push(line);
    }
    fixed
}

#[test]
fn whoever_has_the_key_still_cannot_make_numbers_that_do_not_add_up() {
    let (lines, _) = lines(&sample(60, 5));
    assert_eq!(signed_again(&lines, 5, true), lines, "signing is deterministic: nothing was changed yet");
    assert!(matches!(what(&signed_again(&lines, 5, false)), What::Total { .. }));
    let change = |key: &str, which: usize, how: &dyn Fn(&mut Value)| {
        let mut changed = lines.clone();
        let line = at(&lines, key)[which];
        changed[line] = edit(&lines[line], |it| how(&mut it[key]));
        assert_ne!(changed, lines);
        what(&signed_again(&changed, 5, true))
    };
    // A ballot more in one award than there are receipts.
    assert!(matches!(change("ballots", 0, &|it| first_again(it)), What::Share { .. }));
    // The same receipt for two voters.
    assert!(matches!(change("inclusion", 0, &|it| it[0] = it[1].clone()), What::Twice(_)));
    // A vote for another entry, with the old result.
    let votes_for = |it: &mut Value| {
        let row =
            it.as_array_mut().unwrap().iter_mut().find(|it| it[0] != json!("") && !it[1].as_str().unwrap().ends_with("test")).unwrap();
        row[0] = json!(if row[0] == json!("BPP2-E101") { "BPP2-E102" } else { "BPP2-E101" });
    };
    assert!(matches!(change("ballots", 0, &votes_for), What::Total { .. }));
    // A test that becomes a vote, a turnout that says less than was cast, a day that nobody told or told twice.
    assert!(matches!(
        change("turnout", 0, &|it| it[0]["used"] = json!(it[0]["used"].as_u64().unwrap() - 1)),
        What::Turnout(it) if it.column == "used"
    ));
    assert!(matches!(change("turnout", 0, &|it| drop(it.as_array_mut().unwrap().pop())), What::DayUntold { .. }));
    assert!(matches!(change("turnout", 0, &|it| first_again(it)), What::DayTwice { .. }));
    // A decision turned round, with the old result.
    assert!(matches!(change("decision", 0, &|it| it["object"] = json!("EX-BPP2-1")), What::Total { .. } | What::Blank { .. }));
}

#[test]
fn the_names_beside_the_numbers_are_signed_with_the_result() {
    let (mut lines, _) = lines(&sample(20, 12));
    lines[0] = lines[0].replacen("Entry 1\"", "Entry 0\"", 1).replacen("Entry 2\"", "Entry 1\"", 1).replacen("Entry 0\"", "Entry 2\"", 1);
    assert_eq!(what(&lines), What::Paper);
}

#[test]
fn what_was_decided_and_told_is_signed_with_the_result() {
    let (lines, _) = lines(&sample(60, 6));
    let (turnout, decision) = (at(&lines, "turnout")[0], at(&lines, "decision"));
    let mut changed = lines.clone();
    changed[decision[0]] = edit(&lines[decision[0]], |it| it["decision"]["reason"]["en"] = json!("Because."));
    assert_eq!(what(&changed), What::Statements);
    let mut changed = lines.clone();
    changed[turnout] = edit(&lines[turnout], |it| it["turnout"][0]["spoilt"] = json!(99));
    assert_eq!(what(&changed), What::Statements);
    let mut changed = lines.clone();
    changed.swap(decision[0], decision[1]);
    assert_eq!(what(&changed), What::Statements);
    let mut changed = lines.clone();
    let last = lines.len() - 1;
    changed[last] = edit(&lines[last], |it| {
        it["result"] = json!(it["result"].as_str().unwrap().replacen("total BPP2-A1 BPP2-E101 ", "total BPP2-A1 BPP2-E101 1", 1))
    });
    assert_ne!(changed, lines);
    assert_eq!(what(&changed), What::Signature("result"));
}

/// The past rewritten with the key: sound by itself, and found by anybody who kept one checkpoint.
#[test]
fn a_rolled_back_record_is_found_by_an_earlier_checkpoint() {
    let sound = sample(60, 7);
    let (old, truth) = lines(&sound);
    let checkpoints = at(&old, "checkpoint");
    // Batch 2 onwards is replaced: another choice, signed again to the end.
    let mut other = old[..=checkpoints[1]].to_vec();
    let line = at(&old, "ballots")[2];
    other[line] = edit(&old[line], |it| {
        let row = &mut it["ballots"][0];
        row[0] = json!(if row[0] == json!("BPP2-E101") { "BPP2-E102" } else { "BPP2-E101" });
    });
    let other = signed_again(&other, 7, true);
    assert!(recount(&other).is_ok(), "by itself it looks like any live record");
    let with = |lines: &[String], note: &str| {
        let mut recount = Recount::new();
        recount.witness(note);
        recount.push(lines.concat().as_bytes()).unwrap();
        recount.finish().map(|it| it.batches)
    };
    assert_eq!(with(&old, &truth.notes[1]), Ok(3));
    assert_eq!(with(&other, &truth.notes[0]), Ok(2), "the first checkpoint is the same in both");
    let flaw = with(&other, &truth.notes[1]).unwrap_err();
    assert_eq!((flaw.batch, flaw.what, flaw.line), (Some(2), What::WitnessOther(2), checkpoints[1] as u64 + 1));
    assert_eq!(with(&other, &truth.notes[2]).unwrap_err().what, What::WitnessGone(3));
    assert_eq!(with(&old, &lines(&sample(60, 8)).1.notes[0]).unwrap_err().what, What::WitnessKey);
    // A checkpoint of the other past in the true record breaks the chain.
    let mut mixed = old.clone();
    mixed[checkpoints[1]] = other[checkpoints[1]].clone();
    assert!(matches!(what(&mixed), What::Root { .. }));
    let mut mixed = other;
    mixed.extend_from_slice(&old[checkpoints[1] + 1..]);
    assert_eq!(what(&mixed), What::Chain);
}

#[test]
fn before_the_announcement_a_record_is_checked_as_far_as_it_goes() {
    let hidden = Sample { opened: false, announced: false, ..sample(60, 9) };
    let (mut lines, _) = lines(&hidden);
    let report = recount(&lines).unwrap();
    assert_eq!((report.ballots, report.batches, report.opened, report.complete), (60, 3, false, false));
    assert!(report.awards.is_empty() && report.classes.is_empty());
    assert_eq!(report.finds(&sample::receipt(9, 0)), Some(1));
    let line = at(&lines, "leaves")[0];
    let sound = lines[line].clone();
    lines[line] = edit(&sound, |it| it["leaves"][3] = json!("ab".repeat(32)));
    assert!(matches!(what(&lines), What::Root { .. }));
    lines[line] = sound;
    // Opening some leaves of a sealed record shows just what was sealed.
    let opened = self::lines(&Sample { opened: true, ..hidden }).0;
    lines[line] = opened[line].clone();
    assert!(recount(&lines).is_ok());
    // A result over choices that nobody can see is none.
    let announced = self::lines(&Sample { opened: false, ..sample(60, 9) }).0;
    assert_eq!(what(&announced), What::Hidden);
}

#[test]
fn a_class_switched_off_takes_its_votes_along() {
    let report = recount(&lines(&Sample { batch: 200, ..sample(800, 10) }).0).unwrap();
    let votes =
        |awards: &[AwardCount]| awards.iter().map(|it| it.rows.iter().map(|it| it.votes).sum::<u64>() + it.blank).collect::<Vec<_>>();
    let counted = |of: &dyn Fn(&ClassCount) -> bool| report.classes.iter().filter(|it| of(it)).map(|it| it.ballots).sum::<u64>();
    let all = counted(&|it| it.counted);
    assert_eq!(votes(&report.awards), [all, 3 * all]);
    assert!(report.classes.iter().any(|it| it.channel == "test" && !it.counted));
    assert!(report.classes.iter().any(|it| it.class == "EX-BPP2-2:2001-09-13:pm:kiosk" && !it.counted));
    assert!(report.classes.iter().any(|it| it.class == "EX-BPP2-2:2001-09-13:pm:phone" && it.counted), "taken in again");
    for off in ["EX-BPP2-1", "EX-BPP2-2:2001-09-12", "EX-BPP2-2:2001-09-13:pm:phone"] {
        let left = counted(&|it| it.counted && !leaf::covers(off, &it.class));
        assert!(left < all);
        assert_eq!(votes(&report.tally(&BTreeSet::from([off.to_owned()])))[0], left, "{off}");
    }
    let undone = counted(&|it| it.channel != "test");
    assert!(undone > all);
    assert_eq!(votes(&report.tally_all_but(&BTreeSet::new()))[0], undone);
    let quarters: u64 = report.awards[0].quarters.iter().sum();
    assert_eq!(quarters + report.awards[0].blank, all);
}

#[test]
fn what_is_no_record_is_refused_with_a_sentence() {
    let said = |text: &str| {
        let mut recount = Recount::new();
        recount.push(text.as_bytes()).and_then(|()| recount.finish()).unwrap_err().to_string()
    };
    assert_eq!(said(""), "line 0: there is nothing to recount");
    assert!(said("<html>\n").starts_with("line 1: the first line does not describe a ballot:"));
    let (lines, _) = lines(&sample(20, 11));
    let with = |line: &str| said(&format!("{}{line}\n", lines[0]));
    assert!(with("").starts_with("line 2, batch 1: this is no line of a record"));
    assert!(with("{\"batch\":1,\"inclusion\":[],\"award\":null}").contains("no line of a record"));
    assert!(with("{\"batch\":1,\"batch\":1,\"inclusion\":[]}").contains("no line of a record"));
    assert!(with("{\"batch\":1,\"award\":\"BPP2-A1\",\"inclusion\":[]}").contains("its keys do not belong together"));
    assert_eq!(with("{\"batch\":2,\"inclusion\":[]}"), "line 2, batch 1: the line is of batch 2, where batch 1 is due");
    assert_eq!(with("{\"batch\":1,\"award\":\"X\",\"ballots\":[]}"), "line 2, batch 1: there is no award \"X\" on the ballot");
    let mut endless = Recount::new();
    let flaw = (0..100).find_map(|_| endless.push(&[b' '; 1 << 20]).err()).unwrap();
    assert_eq!(flaw.what, What::Long);
    assert_eq!(endless.push(b"{}\n"), Err(flaw.clone()), "a flaw is not forgotten");
    assert_eq!(endless.finish().unwrap_err(), flaw);
}

#[test]
fn the_document_shows_a_record_as_it_is_written() {
    let (lines, truth) = lines(&Sample { ballots: 3, batch: 2, votes: vec![1], entries: 2, ..Sample::default() });
    let shows = |what: &str| assert!(FORMAT.contains(what), "the document does not show {what}");
    shows(&format!("```\n{}```", lines.concat()));
    for n in 0..3 {
        let receipt = sample::receipt(1, n);
        let hash = receipt_hash(&receipt);
        shows(&format!("{receipt}\n  sha256 {}\n  leaf   {}\n", hex::encode(hash), hex::encode(merkle::leaf(&hash))));
    }
    for line in at(&lines, "ballots") {
        let value: Value = serde_json::from_str(&lines[line]).unwrap();
        for it in value["ballots"].as_array().unwrap() {
            let text = |at: usize| it[at].as_str().unwrap().to_owned();
            let (batch, quarter) = (value["batch"].as_u64().unwrap(), it[2].as_u64().unwrap() as u8);
            let nonce = read_hex(&text(3)).unwrap();
            let leaf = BallotLeaf { award: "BPP2-A1".into(), choice: text(0), class: text(1), batch, quarter, nonce };
            shows(&format!("{}\n  leaf {}\n", leaf.data().replace('\t', "→"), hex::encode(leaf.hash())));
        }
    }
    shows(&truth.notes[0]);
    for (what, hash) in
        [("note 1", &truth.notes[0]), ("note 2", &truth.notes[1]), ("newline", &lines[0]), ("(statements)", &lines[7..11].concat())]
    {
        let hash = hex::encode(digest(hash.as_bytes()));
        assert!(FORMAT.lines().any(|it| it.ends_with(&hash) && it.contains(what)), "{what} {hash}");
    }
    let result: Value = serde_json::from_str(&lines[11]).unwrap();
    shows(&format!("```\n{}```", result["result"].as_str().unwrap().rsplit_once("\n\n").unwrap().0.to_owned() + "\n"));
}
