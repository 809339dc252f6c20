//! The files of the benchmark `showcase/1`: an instance in, a schedule out.
//!
//! What is read is believed only after [`Instance::problem`] has looked at all of it: a reference to nothing, a number that
//! cannot be meant or something said twice is refused with what and where. Nothing here searches.
//! Rules H1–H14 and S1–S10 of [`EXPLAINED`] are turned into the data of a [`Problem`] in [`build`].

mod build;
mod flaw;
pub mod sample;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

pub use flaw::{Flaw, Wrong};

use super::problem::{Place, Plan, Problem};

/// The name of the format, as a file says it.
pub const FORMAT: &str = "showcase/1";

/// All of the format and of what is counted, so complete that somebody writes another solver or scorer from it alone.
pub const EXPLAINED: &str = include_str!("format/FORMAT.md");

/// Day, first slot, end.
type Span = (u32, u32, u32);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instance {
    pub format: String,
    #[serde(default)]
    pub name: String,
    pub slots_per_day: u32,
    pub days: Vec<Day>,
    pub venues: Vec<Venue>,
    /// Slots on the way from space to space.
    pub travel: Vec<Vec<u32>>,
    pub departments: Vec<Department>,
    pub staff: Vec<Staff>,
    pub activities: Vec<Activity>,
    #[serde(default)]
    pub opening: Option<String>,
    pub groups: Vec<Group>,
    pub precedences: Vec<Precedence>,
    pub spread: Spread,
    pub weights: Weights,
    pub staff_day_slots: u32,
    #[serde(default)]
    pub published: Option<Vec<Assignment>>,
    #[serde(default)]
    pub frozen_before_day: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Day {
    pub date: String,
    pub weekend: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Venue {
    pub id: String,
    pub site: String,
    pub district: String,
    pub capacity: u32,
    pub attributes: Vec<String>,
    pub open: Vec<Span>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Department {
    pub id: String,
    pub available: Vec<Span>,
    pub target_days: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Staff {
    pub id: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Activity {
    pub id: String,
    pub department: String,
    pub duration: u32,
    pub setup: u32,
    pub teardown: u32,
    pub attendance: u32,
    pub requires: Vec<String>,
    #[serde(default)]
    pub allowed_venues: Option<Vec<String>>,
    pub preferred_venues: Vec<String>,
    pub theme: String,
    pub preferred_windows: Vec<Span>,
    #[serde(default)]
    pub allowed_days: Option<Vec<u32>>,
    #[serde(default)]
    pub exclusive: bool,
    pub priority: u32,
    pub staff: Vec<String>,
    #[serde(default)]
    pub pinned: Option<Pin>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pin {
    pub day: u32,
    pub start: u32,
    pub venue: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    pub id: String,
    pub hard: bool,
    pub weight: u32,
    pub activities: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Precedence {
    pub before: String,
    pub after: String,
    pub gap: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Spread {
    pub theme_min_districts: u32,
    pub day_tolerance: f64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Weights {
    pub window_slot: u32,
    pub venue_pref: u32,
    pub oversize: u32,
    pub dept_day: u32,
    pub dept_site: u32,
    pub theme_district: u32,
    pub day_balance: u32,
    pub staff_overload: u32,
    pub move_day: u32,
    pub move_time: u32,
    pub move_venue: u32,
    pub move_space: u32,
}

/// An activity in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub activity: String,
    pub day: u32,
    pub start: u32,
    pub venue: String,
}

/// A whole programme: what is not assigned is unplaced.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Schedule {
    pub assignments: Vec<Assignment>,
    #[serde(default)]
    pub unplaced: Vec<String>,
}

impl Instance {
    /// Reads the text of a file.
    pub fn read(text: &str) -> Result<Instance, Flaw> {
        #[derive(Deserialize)]
        struct Named {
            format: String,
        }
        // Another format would fail at its first missing field, which says nothing of the matter.
        let named: Named = serde_json::from_str(text).map_err(Flaw::unreadable)?;
        if named.format != FORMAT {
            return Err(Flaw::new("format", Wrong::Format(named.format)));
        }
        serde_json::from_str(text).map_err(Flaw::unreadable)
    }

    /// All of it looked at, and as the solver takes it.
    pub fn problem(&self) -> Result<Problem, Flaw> {
        build::problem(self)
    }

    /// A plan with its names.
    pub fn schedule(&self, plan: &Plan) -> Schedule {
        let mut schedule = Schedule { assignments: Vec::new(), unplaced: Vec::new() };
        for (activity, at) in self.activities.iter().zip(plan) {
            match at.and_then(|at| Some((at, self.venues.get(usize::from(at.space))?))) {
                Some((at, venue)) => schedule.assignments.push(Assignment {
                    activity: activity.id.clone(),
                    day: at.day.into(),
                    start: at.start.into(),
                    venue: venue.id.clone(),
                }),
                None => schedule.unplaced.push(activity.id.clone()),
            }
        }
        schedule
    }

    /// A schedule without its names, and how many of its lines are of nothing known, out of range or said twice (H0).
    pub fn plan(&self, schedule: &Schedule) -> (Plan, usize) {
        let number = |ids: &mut dyn Iterator<Item = &String>| -> HashMap<String, usize> { ids.cloned().zip(0..).collect() };
        let (items, spaces) = (number(&mut self.activities.iter().map(|it| &it.id)), number(&mut self.venues.iter().map(|it| &it.id)));
        let (mut plan, mut malformed) = (vec![None; self.activities.len()], 0);
        for line in &schedule.assignments {
            let known = items.get(&line.activity).zip(spaces.get(&line.venue));
            let is_in = (line.day as usize) < self.days.len() && line.start < self.slots_per_day;
            match known.filter(|(item, _)| is_in && plan[**item].is_none()) {
                Some((item, space)) => plan[*item] = Some(Place { space: *space as u16, day: line.day as u8, start: line.start as u8 }),
                None => malformed += 1,
            }
        }
        (plan, malformed)
    }
}

impl Schedule {
    /// Reads the text of a file.
    pub fn read(text: &str) -> Result<Schedule, Flaw> {
        serde_json::from_str(text).map_err(Flaw::unreadable)
    }
}
