//! `accolade schedule`: a showcase/1 file through the solver of `app`, and the schedule to another file.
//!
//! It opens no database and asks no network. What is allowed and what is better is decided in `app`.

use std::{fmt::Write, path::Path, process::ExitCode};

use app::showcase::solver::{
    Plan, Problem, Rule, Score,
    check::{Bottleneck, Obstacle, bottlenecks, obstacles},
    format::{EXPLAINED, Instance, Schedule},
    reasons::{Need, Reasons},
    solve,
};

use crate::{Outcome, because, clock::Stopwatch, commands::say, config};

/// Left-out activities of which the reasons are told.
const TOLD: usize = 10;

/// Exit code 2, and nothing written, if what was asked cannot be meant.
pub fn schedule(wish: &config::Schedule) -> Outcome<ExitCode> {
    let watch = Stopwatch::start();
    let (Some(file), Some(out)) = (&wish.instance, &wish.out) else {
        say(format_args!("{}", EXPLAINED.trim_end()));
        return Ok(ExitCode::SUCCESS);
    };
    let (instance, problem) = match asked(file, wish.keep.as_deref()).and_then(|asked| writable(out).map(|()| asked)) {
        Ok(asked) => asked,
        Err(sentence) => {
            eprintln!("accolade: {sentence}");
            return Ok(ExitCode::from(2));
        }
    };
    let share = || if wish.seconds > 0.0 { watch.micros() as f64 / 1e6 / wish.seconds } else { 1.0 };
    let seeds = [wish.seed.wrapping_mul(2), wish.seed.wrapping_mul(2).wrapping_add(1)];
    let plan = solve(&problem, &seeds, &|_| share());
    let text = serde_json::to_string_pretty(&instance.schedule(&plan)).map_err(because("cannot write the schedule"))?;
    std::fs::write(out, text + "\n").map_err(because(format!("cannot write {}", out.display())))?;
    say(format_args!("{}", told(&instance, &problem, &plan)));
    Ok(ExitCode::SUCCESS)
}

/// The instance, with the published schedule in it, looked at in every part.
fn asked(file: &Path, keep: Option<&Path>) -> Outcome<(Instance, Problem)> {
    let mut instance = Instance::read(&text(file)?).map_err(because(file.display()))?;
    if let Some(path) = keep {
        instance.published = Some(Schedule::read(&text(path)?).map_err(because(path.display()))?.assignments);
    }
    let problem = instance.problem().map_err(because(file.display()))?;
    match obstacles(&problem).first() {
        Some(obstacle) => Err(format!("{}: {}", file.display(), pinned(&instance, obstacle))),
        None => Ok((instance, problem)),
    }
}

/// Said before the search, not after it.
fn writable(out: &Path) -> Outcome<()> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let is_good = !out.is_dir() && folder.is_none_or(Path::is_dir);
    if is_good { Ok(()) } else { Err(format!("{} cannot be written: give a file in a folder that is there", out.display())) }
}

fn text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(because(format!("{} cannot be read", path.display())))
}

fn pinned(instance: &Instance, obstacle: &Obstacle) -> String {
    let id = |item: &usize| &instance.activities[*item].id;
    match obstacle {
        Obstacle::Pin { item, rules } => format!("{:?} is pinned to where it may not be ({})", id(item), names(rules)),
        Obstacle::Clash { item, other, rule } => {
            format!("{:?} and {:?} are fixed in each other's way ({})", id(item), id(other), names(&[*rule]))
        }
    }
}

/// Rules by the names they have in the data.
fn names(rules: &[Rule]) -> String {
    let name = |rule: &Rule| serde_json::to_value(rule).ok().and_then(|it| Some(it.as_str()?.replace('_', " "))).unwrap_or_default();
    rules.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn told(instance: &Instance, problem: &Problem, plan: &Plan) -> String {
    let score = Score::of(problem, plan);
    let moved = problem.items.iter().zip(plan).filter(|(it, at)| it.published.is_some() && at.is_some() && it.published != **at).count();
    let left: Vec<usize> = (0..plan.len()).filter(|item| plan[*item].is_none()).collect();
    let mut text = format!(
        "{} of {} activities placed; hard {}, unplaced {}, soft {}, moved {moved}",
        plan.len() - left.len(),
        plan.len(),
        score.hard_sum(),
        score.unplaced,
        score.soft_sum()
    );
    let reasons = Reasons::new(problem, plan);
    for item in left.into_iter().take(TOLD) {
        let would: Vec<String> = reasons.why_nowhere(item).releases.iter().map(|it| need(instance, &it.need)).collect();
        let would = if would.is_empty() {
            "no single change would place it".into()
        } else {
            format!("would be placed without: {}", would.join("; "))
        };
        let _ = write!(text, "\n{} is left out; {would}", instance.activities[item].id);
    }
    for bottleneck in bottlenecks(problem) {
        let _ = write!(text, "\n{}", scarce(instance, &bottleneck));
    }
    text
}

/// More is needed than there is, in slots.
fn scarce(instance: &Instance, bottleneck: &Bottleneck) -> String {
    match bottleneck {
        Bottleneck::Nowhere { item } => format!("{} fits nowhere at any time", instance.activities[*item].id),
        Bottleneck::Room { items, spaces, needed, offered } => {
            let venues: Vec<&str> = spaces.iter().map(|space| instance.venues[*space].id.as_str()).collect();
            format!("{} activities that only fit into {} need {needed} slots, {offered} are open", items.len(), venues.join(", "))
        }
        Bottleneck::Person { person, needed, offered } => {
            format!("{} has {needed} slots of work, and {offered} in which to do it", instance.staff[*person].id)
        }
    }
}

fn need(instance: &Instance, need: &Need) -> String {
    match need {
        Need::Rule(rule) => names(&[*rule]),
        Need::Person(person) => format!("person {}", instance.staff[*person].id),
        Need::Feature(_) => names(&[Rule::Features]),
    }
}
