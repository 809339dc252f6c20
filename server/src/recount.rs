//! `accolade recount`: a record from a file or a pipe through the recount of `app`, and what it found as text.
//!
//! It opens no database and asks no network. What is checked and counted is decided in `app`.

use std::{
    collections::BTreeSet,
    fmt::Write,
    fs::File,
    io::{self, Read, Write as _},
    path::Path,
    process::ExitCode,
};

use app::voting::record::{AwardCount, FORMAT, Recount, Report};

use crate::{Outcome, because, config};

/// Read at once.
const PIECE: usize = 1 << 20;

pub fn recount(wish: &config::Recount) -> Outcome<ExitCode> {
    let file = match &wish.file {
        Some(file) if !wish.explain => file,
        _ => {
            say(FORMAT);
            return Ok(ExitCode::SUCCESS);
        }
    };
    let mut recount = Recount::new();
    if let Some(path) = &wish.witness {
        recount.witness(std::fs::read_to_string(path).map_err(because(format!("{} cannot be read", path.display())))?);
    }
    let report = match read(file, recount)? {
        Ok(report) => report,
        Err(flaw) => {
            eprintln!("accolade: the record is NOT sound: {flaw}");
            return Ok(ExitCode::FAILURE);
        }
    };
    say(&told(&report, &wish.without.iter().cloned().collect(), wish.witness.is_some()));
    let Some(receipt) = &wish.receipt else { return Ok(ExitCode::SUCCESS) };
    say(&match report.finds(receipt) {
        Some(batch) => format!("The receipt {receipt} is in batch {batch}.\n"),
        None => format!("The receipt {receipt} is NOT in this record.\n"),
    });
    Ok(if report.finds(receipt).is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// To whoever still listens: a reader such as `head` may have gone.
fn say(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Every byte of the file, in pieces.
fn read(file: &Path, mut recount: Recount) -> Outcome<Result<Report, app::voting::record::Flaw>> {
    let cannot = || because(format!("{} cannot be read", file.display()));
    let mut from: Box<dyn Read> =
        if file == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(File::open(file).map_err(cannot())?) };
    let mut piece = vec![0; PIECE];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(recount.finish()),
            Ok(count) => {
                if let Err(flaw) = recount.push(&piece[..count]) {
                    return Ok(Err(flaw));
                }
            }
            Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
            Err(why) => return Err(cannot()(why)),
        }
    }
}

fn told(report: &Report, off: &BTreeSet<String>, witnessed: bool) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}  {}  {}", report.scheme, shown(&report.name.en), shown(&report.name.zh));
    let _ = writeln!(text, "signed by the key {}", report.key);
    for award in report.opened.then(|| report.tally(off)).iter().flatten() {
        text += &table(award);
    }
    if report.opened {
        text += "\nClasses of ballots\n";
        let is_off = |class: &str| off.iter().any(|it| app::voting::record::leaf::covers(it, class));
        for it in &report.classes {
            let state = match (it.counted, is_off(&it.class)) {
                _ if it.channel == "test" => "test, never counted",
                (false, _) => "not counted, by decision",
                (true, true) => "left out here",
                (true, false) => "counted",
            };
            let _ = writeln!(text, "{:>9}  {}  {state}", it.ballots, it.class);
        }
    }
    if !report.decisions.is_empty() {
        text += "\nDecisions\n";
    }
    for it in &report.decisions {
        let counted = if it.counted { "counted" } else { "not counted" };
        let _ = writeln!(text, "  {}  {counted}  {}  {}: {}", it.object, shown(&it.at), shown(&it.by.join(", ")), shown(&it.reason.en));
    }
    if !off.is_empty() {
        let left: Vec<&str> = off.iter().map(String::as_str).collect();
        let _ = writeln!(text, "\nThe votes above leave out {}. The signed result does not.", shown(&left.join(", ")));
    }
    let _ = writeln!(text, "\n{}", verdict(report, witnessed));
    text
}

fn table(award: &AwardCount) -> String {
    let mut text = format!("\n{}  {}  {}\n", award.code, shown(&award.name.en), shown(&award.name.zh));
    let all: u64 = award.rows.iter().map(|it| it.votes).sum();
    let mut rows: Vec<_> = award.rows.iter().collect();
    rows.sort_by_key(|it| std::cmp::Reverse(it.votes));
    for row in rows {
        let _ = writeln!(text, "{:>9}  {:>7}  {}  {}", row.votes, share(row.votes, all), row.entry, shown(&row.title.en));
    }
    let _ = writeln!(text, "{:>9}  {:>7}  blank", award.blank, "");
    text
}

/// In percent to one decimal, of the votes that chose something.
fn share(votes: u64, all: u64) -> String {
    let tenths = (u128::from(votes) * 2000 + u128::from(all)).checked_div(2 * u128::from(all)).unwrap_or(0);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn verdict(report: &Report, witnessed: bool) -> String {
    let (ballots, batches) = (report.ballots, report.batches);
    let sealed = format!("{ballots} ballots in {batches} batches; the last checkpoint is of {} ({})", report.day, report.last);
    let earlier = if witnessed { "\nThe earlier checkpoint is in it, to the byte." } else { "" };
    match (report.complete, report.opened) {
        (true, _) => format!("SOUND AND COMPLETE: the signed result is what the ballots give. {sealed}.{earlier}"),
        (false, true) => format!("SOUND, BUT NOT COMPLETE: there is no signed result yet. {sealed}.{earlier}"),
        (false, false) => format!("SOUND, BUT NOT COMPLETE: the choices are not opened yet, so nothing is counted. {sealed}.{earlier}"),
    }
}

/// A text of the record on a terminal: nothing that moves the cursor.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use app::voting::record::sample::{self, Sample};

    use super::*;

    fn report(sample: &Sample) -> Report {
        let mut recount = Recount::new();
        sample.write(&mut |text| recount.push(text.as_bytes()).unwrap());
        recount.finish().unwrap()
    }

    #[test]
    fn what_is_found_is_told_with_a_verdict() {
        let report = report(&Sample { ballots: 200, ..Sample::default() });
        let text = told(&report, &BTreeSet::new(), false);
        assert!(text.contains("SOUND AND COMPLETE") && text.contains("200 ballots in 1 batches"), "{text}");
        assert!(text.contains("test, never counted") && text.contains("BPP2-E101  Entry 1"), "{text}");
        let off = BTreeSet::from(["EX-BPP2-1".to_owned()]);
        assert!(told(&report, &off, true).contains("left out here"));
    }

    #[test]
    fn nothing_is_counted_while_choices_are_hidden() {
        let text = told(&report(&Sample { opened: false, announced: false, ..Sample::default() }), &BTreeSet::new(), false);
        assert!(text.contains("NOT COMPLETE") && !text.contains("blank"), "{text}");
    }

    #[test]
    fn a_file_is_read_to_its_end_and_a_flaw_ends_it() {
        let path = std::env::temp_dir().join(format!("accolade-recount-{}", std::process::id()));
        let mut text = String::new();
        sample::write(50, 2, &mut |part| text.push_str(part));
        std::fs::write(&path, &text).unwrap();
        let wish =
            |receipt: Option<String>| config::Recount { file: Some(path.clone()), without: vec![], witness: None, receipt, explain: false };
        assert_eq!(recount(&wish(Some(sample::receipt(2, 7)))), Ok(ExitCode::SUCCESS));
        assert_eq!(recount(&wish(Some("0000-0000-0000-0000".into()))), Ok(ExitCode::FAILURE));
        std::fs::write(&path, text.replacen("\",0,\"", "\",1,\"", 1)).unwrap();
        assert_eq!(recount(&wish(None)), Ok(ExitCode::FAILURE));
        std::fs::remove_file(&path).unwrap();
        assert!(recount(&wish(None)).unwrap_err().contains("cannot be read"));
    }

    #[test]
    fn shares_are_rounded_once() {
        assert_eq!([share(1, 3), share(2, 3), share(0, 0), share(5, 5)], ["33.3 %", "66.7 %", "0.0 %", "100.0 %"]);
    }
}
