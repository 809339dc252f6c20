//! Every public feed of the demo and every letter with a calendar, read by three libraries that know nothing of us: Python's icalendar
//! and vobject, and ical.js, what Thunderbird reads with. No warning from any, and all say the same (I-54). When `TEST_CALENDARS` names
//! the folder of their programs, as `make test` does.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use crate::asked::{ask, entries, feeds};
use crate::told::told;
use app::{
    base::{
        ctx::{Ctx, Viewer},
        outbox,
        site::Site,
        time::Moment,
    },
    calendar, shell,
    showcase::{self, booking::BookingForm},
};
use axum::http::StatusCode;
use server::mail;

/// A folder of its own, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("accolade-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The folder of the programs; without it there is nothing to do, and that is said.
fn programs() -> Option<String> {
    let found = std::env::var("TEST_CALENDARS").ok();
    if found.is_none() {
        eprintln!("not tested: TEST_CALENDARS names no folder of programs (.ci/ground test brings them)");
    }
    found
}

/// What a library makes of a folder, sorted.
fn read(library: &str, programs: &str, folder: &Path) -> Vec<String> {
    let script = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/independent").join(name);
    let mut command = if library == "ical.js" {
        let mut node = Command::new("node");
        node.arg(script("read.mjs"));
        node
    } else {
        let mut python = Command::new(format!("{programs}/python"));
        python.arg(script("read.py")).arg(library).env("PYTHONIOENCODING", "utf-8");
        python
    };
    let out = command.arg(folder).output().unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{library}: {}", String::from_utf8_lossy(&out.stderr));
    let mut lines: Vec<String> = String::from_utf8(out.stdout).unwrap().lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

fn same(library: &str, said: &[String], wanted: &[String]) {
    let differs = said.iter().zip(wanted).find(|(a, b)| a != b);
    assert_eq!((differs, said.len()), (None, wanted.len()), "{library}");
}

/// A feed as the Rust library reads it, in the form in which the others print it.
fn lines(file: &str, text: &str) -> Vec<String> {
    let moment = |raw: &str| {
        let parts = (raw.get(..4), raw.get(4..6), raw.get(6..8), raw.get(9..11), raw.get(11..13), raw.get(13..15));
        let (Some(year), Some(month), Some(day), Some(hour), Some(minute), Some(second)) = parts else { return raw.to_owned() };
        Moment::parse(&format!("{year}-{month}-{day}T{hour}:{minute}:{second}+08:00")).unwrap().to_ical_utc()
    };
    let line = |it: BTreeMap<String, String>| {
        let title = it["SUMMARY"].replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        [file, &it["UID"], &moment(&it["DTSTART"]), &moment(&it["DTEND"]), &it["SEQUENCE"], &it["STATUS"], &title].join("\t")
    };
    entries(text).into_iter().map(line).collect()
}

#[tokio::test]
async fn i_54_three_independent_libraries_read_every_feed_without_a_warning_and_say_the_same() {
    let Some(programs) = programs() else { return };
    let site = told("http://accolade.example", "2002-01-12T11:00:00+08:00").await;
    let router = shell::routes(site);
    let folder = Folder::new("feeds");
    let mut wanted = Vec::new();
    for lang in ["en", "tc", "sc"] {
        for path in feeds(&router, lang).await {
            let answer = ask(&router, &path, &[]).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let name = path.split(['/', '?']).nth(2).unwrap();
            let file = format!("{lang}-{name}");
            std::fs::write(folder.0.join(&file), &answer.text).unwrap();
            wanted.extend(lines(&file, &answer.text));
        }
    }
    wanted.sort();
    assert!(wanted.len() > 3_000, "{}", wanted.len());
    for library in ["icalendar", "vobject", "ical.js"] {
        same(library, &read(library, &programs, &folder.0), &wanted);
    }
    println!("{} entries in {} feeds", wanted.len(), std::fs::read_dir(&folder.0).unwrap().count());
}

/// A visitor books a place by e-mail and gives it back: two letters more.
async fn visit(site: &Arc<Site>) {
    let mut ctx = Ctx::write(site, Viewer::Public).await.unwrap();
    let programme = showcase::acts::programme::fresh(&mut ctx).await.unwrap().unwrap();
    let later = |it: &&showcase::programme::Shown| it.told.at.starts > ctx.now.plus_days(1);
    let entry = programme.entries.iter().find(|it| it.activity.booking && it.sessions.iter().any(|it| later(&it))).unwrap();
    let form = BookingForm {
        activity: entry.activity.code.clone(),
        session: entry.sessions.iter().find(later).unwrap().told.session.to_string(),
        name: "CHAN, Tai-man; \"Ah Man\"".into(),
        contact: "visitor@home.example".into(),
        people: "2".into(),
        ..BookingForm::default()
    };
    let (_, token) = showcase::acts::booking::book(&mut ctx, &form, "192.0.2.1").await.unwrap();
    ctx.commit().await.unwrap();
    let mut ctx = Ctx::write(site, Viewer::Public).await.unwrap();
    showcase::acts::booking::cancel(&mut ctx, &token).await.unwrap();
    ctx.commit().await.unwrap();
}

#[tokio::test]
async fn every_letter_with_a_calendar_is_read_by_two_libraries_and_speaks_of_an_entry_of_the_feeds() {
    let Some(programs) = programs() else { return };
    let site = told("http://accolade.example", "2002-01-10T11:00:00+08:00").await;
    visit(&site).await;
    // What feeds are made of: what was cancelled a month ago has left them since.
    let known: BTreeSet<String> = calendar::acts::everything(&site).await.unwrap().iter().map(|it| it.uid.clone()).collect();
    let mut tx = site.db.read().await.unwrap();
    let letters = outbox::latest(&mut tx, None, 100_000).await.unwrap();
    drop(tx);
    let folder = Folder::new("letters");
    let from = "Efficiency Unit <workshops@accolade.example>".parse().unwrap();
    let mut wanted = BTreeSet::new();
    for letter in letters.iter().filter(|it| it.calendar.is_some()) {
        let mail = mail::compose(letter, &from, "http://accolade.example").unwrap();
        std::fs::write(folder.0.join(format!("{}.eml", letter.id)), mail.formatted()).unwrap();
        wanted.insert(format!("{}.eml {} mailto:{}", letter.id, letter.method.as_ref().unwrap(), letter.email));
    }
    assert!(wanted.len() > 1_000, "{}", wanted.len());
    for method in ["REQUEST", "CANCEL"] {
        assert!(wanted.iter().any(|it| it.ends_with(&format!("{method} mailto:visitor@home.example"))), "{method}");
    }
    let said = read("icalendar", &programs, &folder.0);
    same("vobject", &read("vobject", &programs, &folder.0), &said);
    let mut got = BTreeSet::new();
    for line in &said {
        let [file, uid, _, _, _, status, _, method, organizer, attendee] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        assert!(known.contains(uid), "it is in no feed: {line}");
        assert!(organizer.starts_with("mailto:") && organizer.ends_with("@accolade.example"), "{line}");
        assert_eq!(status == "CANCELLED", method == "CANCEL", "{line}");
        got.insert(format!("{file} {method} {attendee}"));
    }
    assert_eq!((got, said.len()), (wanted.clone(), 2 * wanted.len()), "each letter has its calendar twice");
    println!("{} letters", wanted.len());
}
