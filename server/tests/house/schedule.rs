//! `accolade schedule` as a person calls it, held against an independent count; and the demo's own activities placed.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use app::{
    base::sheet,
    showcase::solver::{
        Place, Rule, Score,
        event::{Activity, DayKind, DayWish, Event, Hours, Session, TimeWish, Venue},
        format::{
            Instance, Pin,
            sample::{self, SMALL},
        },
        reasons::{Need, Reasons},
        solve,
    },
};
use serde_json::Value;

/// A folder that goes away again.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("accolade-schedule-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.0.join(name), text).unwrap();
        self.0.join(name)
    }

    fn instance(&self, instance: &Instance) -> PathBuf {
        self.file("instance.json", &serde_json::to_string(instance).unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn schedule(instance: &Path, out: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_accolade"))
        .arg("schedule")
        .arg("--in")
        .arg(instance)
        .arg("--out")
        .arg(out)
        .args(more)
        .output()
        .unwrap()
}

/// What the program in Python counts; nothing where there is no Python.
fn counted(instance: &Path, schedule: &Path) -> Option<[i64; 3]> {
    let scorer = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/independent/schedule.py");
    let output = Command::new("python3").arg(scorer).arg(instance).arg(schedule).output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let counts: Value = serde_json::from_slice(&output.stdout).unwrap();
    Some(["hard", "unplaced", "soft"].map(|kind| counts[kind].as_i64().unwrap()))
}

/// What the command itself says.
fn said(output: &Output) -> [i64; 4] {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    ["hard ", "unplaced ", "soft ", "moved "].map(|kind| {
        let rest = text.split(kind).nth(1).unwrap();
        rest.split(|it: char| !it.is_ascii_digit()).next().unwrap().parse().unwrap()
    })
}

#[test]
fn a_schedule_counts_the_same_to_a_program_that_shares_nothing_with_the_solver() {
    let folder = Folder::new("counted");
    for seed in 1..=3 {
        let (instance, out) = (folder.instance(&sample::instance(SMALL, seed)), folder.0.join("plan.json"));
        let done = schedule(&instance, &out, &["--seconds", "0.5"]);
        assert!(done.status.success(), "{done:?}");
        let [hard, unplaced, soft, moved] = said(&done);
        assert_eq!((hard, moved), (0, 0));
        if let Some(counts) = counted(&instance, &out) {
            assert_eq!(counts, [hard, unplaced, soft]);
        }
    }
}

#[test]
fn plans_that_break_every_rule_count_the_same_too() {
    let folder = Folder::new("broken");
    for seed in 0..8 {
        let mut case = sample::instance(SMALL, seed);
        case.activities[7].exclusive = true;
        case.activities[8].pinned = Some(Pin { day: 1, start: 4, venue: "v02".into() });
        // Every activity somewhere, by arithmetic; the one of another seed is what was published.
        let anywhere = |seed: u64| {
            let place = |item: usize| {
                let mix = ((item as u64 + 1) * (2 * seed + 1)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
                let place = Place { space: (mix >> 5) as u16 % 5, day: (mix >> 9) as u8 % 4, start: (mix >> 13) as u8 % 24 };
                Some(place).filter(|_| !mix.is_multiple_of(11))
            };
            (0..case.activities.len()).map(place).collect::<Vec<_>>()
        };
        let (plan, before) = (anywhere(seed), anywhere(seed + 1));
        case.published = Some(case.schedule(&before).assignments);
        case.frozen_before_day = Some(2);
        let instance = folder.instance(&case);
        let out = folder.file("plan.json", &serde_json::to_string(&case.schedule(&plan)).unwrap());
        let score = Score::of(&case.problem().unwrap(), &plan);
        assert!(score.hard.len() > 10, "{:?}", score.hard);
        if let Some(counts) = counted(&instance, &out) {
            assert_eq!(counts, [score.hard_sum(), score.unplaced, score.soft_sum()]);
        }
    }
}

#[test]
fn a_published_plan_is_kept_where_a_hall_is_lost() {
    let folder = Folder::new("kept");
    let mut case = sample::instance(SMALL, 1);
    let (out, again) = (folder.0.join("plan.json"), folder.0.join("again.json"));
    assert!(schedule(&folder.instance(&case), &out, &["--seconds", "1"]).status.success());
    let hit = {
        let plan: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
        plan["assignments"].as_array().unwrap().iter().filter(|it| it["venue"] == "v01" && it["day"] == 3).count() as i64
    };
    case.venues[1].open.retain(|(day, ..)| *day != 3);
    let done = schedule(&folder.instance(&case), &again, &["--seconds", "1", "--keep", out.to_str().unwrap()]);
    let [hard, _, _, moved] = said(&done);
    assert_eq!(hard, 0);
    assert!(hit > 0 && moved <= 4 * hit, "{hit} were there, {moved} moved");
}

#[test]
fn what_cannot_be_meant_is_told_in_a_sentence_and_nothing_is_written() {
    let folder = Folder::new("refused");
    let out = folder.0.join("plan.json");
    let refused = |instance: &Path, more: &[&str], sentence: &str| {
        let done = schedule(instance, &out, more);
        let text = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{text}");
        assert!(text.contains(sentence), "{text}");
        assert!(!out.exists());
    };
    refused(&folder.0.join("nowhere.json"), &[], "cannot be read");
    refused(&folder.file("a.json", "{}"), &[], "it is not of the format showcase/1");
    let mut case = sample::instance(SMALL, 1);
    let good = folder.instance(&case);
    refused(&good, &["--keep", folder.file("b.json", "[1]").to_str().unwrap()], "it is not of the format showcase/1");
    refused(&good, &["--seconds=-1"], "must be a number of seconds");
    let stranger = r#"{"assignments": [{"activity": "x", "day": 0, "start": 0, "venue": "v00"}]}"#;
    refused(&good, &["--keep", folder.file("c.json", stranger).to_str().unwrap()], "there is no \"x\"");
    for item in [3, 4] {
        case.activities[item].pinned = Some(Pin { day: 0, start: 30, venue: "v00".into() });
    }
    refused(&folder.instance(&case), &[], "activities a0003, pinned, start: 30 is not within 0 and 23");
    for item in [3, 4] {
        case.activities[item].pinned = Some(Pin { day: 0, start: 8, venue: "v00".into() });
    }
    refused(&folder.instance(&case), &[], "are fixed in each other's way (space taken)");
}

#[test]
fn the_format_is_explained_by_the_command_itself() {
    let done = Command::new(env!("CARGO_BIN_EXE_accolade")).args(["schedule", "--explain"]).output().unwrap();
    let text = String::from_utf8(done.stdout).unwrap();
    assert!(done.status.success() && text.starts_with("# showcase/1\n"), "{text}");
    for rule in (0..=14).map(|it| format!("H{it} ")).chain((1..=10).map(|it| format!("S{it} "))) {
        assert!(text.contains(&rule), "{rule}is not explained");
    }
}

/// A table of the demo as rows by column.
fn rows(text: &'static str) -> Vec<impl Fn(&str) -> String> {
    let heads: Vec<&'static str> = text.lines().next().unwrap().split(',').collect();
    let row = move |line: sheet::Line| {
        let heads = heads.clone();
        move |column: &str| line.cells[heads.iter().position(|head| *head == column).unwrap()].clone()
    };
    let heads: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    sheet::read(text.as_bytes(), &heads).unwrap().into_iter().map(row).collect()
}

/// Numbers for names, in the order in which they are met.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn number(&mut self, name: &str) -> usize {
        let found = self.0.iter().position(|it| it == name);
        found.unwrap_or_else(|| {
            self.0.push(name.to_owned());
            self.0.len() - 1
        })
    }

    fn numbers(&mut self, list: &str) -> Vec<usize> {
        list.split(';').filter(|name| !name.is_empty() && *name != "any").map(|name| self.number(name)).collect()
    }
}

fn hours(text: &str) -> Option<Hours> {
    let minutes =
        |text: &str| text.split_once(':').map(|(hour, minute)| hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap());
    let (from, until) = text.split_once('-')?;
    Some(Hours { from: minutes(from)?, until: minutes(until)? })
}

/// The demo's activities from Friday 11 to Sunday 20 January 2002, and their codes.
fn demo() -> (Event, Vec<String>) {
    let (mut districts, mut features, mut organisations, mut codes) =
        (Names::default(), Names::default(), Names::default(), Names::default());
    let mut venues = Vec::new();
    for row in rows(include_str!("../../demo/venues.csv")) {
        codes.number(&row("code"));
        venues.push(Venue {
            district: districts.number(&row("district_code")),
            capacity: row("capacity").parse().unwrap(),
            pitches: row("pitches").parse().unwrap(),
            features: features.numbers(&row("features")),
            pool: row("kind") != "department_premises",
            hours: ["hours_mon_fri", "hours_sat", "hours_sun_ph"].map(|column| hours(&row(column))),
            away: Vec::new(),
        });
    }
    let mut names = Vec::new();
    let mut activities = Vec::new();
    for row in rows(include_str!("../../demo/showcase_activities.csv")) {
        let number = |column: &str| row(column).parse::<u16>().unwrap();
        let needs = row("features");
        let has = |feature: &str| needs.split(';').any(|it| it == feature);
        names.push(row("code"));
        activities.push(Activity {
            organisation: organisations.number(&row("dept_code")),
            own: (row("placement") == "own").then(|| codes.number(&row("fixed_venue_code"))),
            minutes: number("duration_min"),
            setup: number("setup_min"),
            clearing: number("teardown_min"),
            peak_persons: number("peak_persons").into(),
            features: features.numbers(&needs),
            quiet: has("quiet"),
            amplified: has("pa"),
            districts: districts.numbers(&row("preferred_districts")),
            day: match row("preferred_days").as_str() {
                "weekday" => DayWish::Weekday,
                "weekend" => DayWish::Weekend,
                _ => DayWish::Any,
            },
            time: match row("time_of_day").as_str() {
                "am" => TimeWish::Morning,
                "pm" => TimeWish::Afternoon,
                "eve" => TimeWish::Evening,
                _ => TimeWish::Any,
            },
            sessions: vec![Session::default(); number("sessions").into()],
        });
    }
    let days = (11..=20).map(|day| match day % 7 {
        5 => DayKind::Saturday,
        6 => DayKind::Holiday,
        _ => DayKind::Weekday,
    });
    let parallel = vec![2; organisations.0.len()];
    (Event { days: days.collect(), venues, parallel, activities, ..Event::default() }, names)
}

#[test]
fn every_session_of_the_demo_that_can_be_placed_is_where_and_when_it_was_wished() {
    let (event, names) = demo();
    let problem = event.problem().unwrap();
    let plan = event.in_order(solve(&problem, &[1, 2], &|it| it.tries as f64 / 1_000_000.0));
    let score = Score::of(&problem, &plan);
    assert_eq!((score.hard_sum(), plan.len()), (0, 579));
    let (mut left, mut elsewhere, mut other_day) = (Vec::new(), 0, 0);
    for (item, ((activity, _), slot)) in event.sessions().zip(event.slots(&plan)).enumerate() {
        let it = &event.activities[activity];
        let Some(slot) = slot else {
            left.push(names[activity].as_str());
            continue;
        };
        let wished = |venue: usize| it.districts.is_empty() || it.districts.contains(&event.venues[venue].district);
        if !wished(slot.venue) {
            elsewhere += 1;
            let fits = (0..event.venues.len()).any(|venue| wished(venue) && problem.refusals_of_space(item, venue).is_empty());
            assert!(!fits, "{} has a venue where it wished to be", names[activity]);
        }
        let weekday = event.days[slot.day] == DayKind::Weekday;
        other_day += usize::from(it.day != DayWish::Any && weekday != (it.day == DayWish::Weekday));
    }
    // The single needs that would place each of them, were they released.
    let reasons = Reasons::new(&problem, &plan);
    let needs = |item: usize| reasons.why_nowhere(item).releases.into_iter().map(|it| it.need).collect::<Vec<_>>();
    let waiting: Vec<usize> = (0..plan.len()).filter(|item| plan[*item].is_none()).collect();
    assert_eq!(needs(waiting[0]), [Need::Rule(Rule::SpaceNotAllowed), Need::Rule(Rule::Capacity)]);
    assert!(matches!(needs(waiting[2])[..], [Need::Feature(_), Need::Feature(_)]), "{:?}", needs(waiting[2]));
    // No venue is both open-air and has a projector; the Observatory takes 60 persons, not 63.
    assert_eq!(left, ["SC-HKO-01", "SC-HKO-01", "SC-LCSD-04", "SC-LCSD-04"]);
    // The simple way: 12 elsewhere and 7 on another kind of day.
    assert_eq!((elsewhere, other_day), (12, 0));
}
