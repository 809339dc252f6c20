//! The public programme: activities with their sessions, and what a visitor asks for (FT-22). Pure.

use std::{collections::BTreeMap, sync::Arc};

use index::Index;

use super::{Activity, ActivityKind, Event, Published};
use crate::{
    base::{
        text::Bi,
        time::{Day, Moment},
    },
    venues::Venue,
};

mod index;

/// An activity with its sessions in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub activity: Activity,
    /// Name of its department.
    pub organisation: Bi,
    pub sessions: Vec<Shown>,
}

/// A session in the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub told: Published,
    /// One for all its sessions.
    pub venue: Arc<Venue>,
}

impl Shown {
    pub fn step_free(&self) -> bool {
        self.venue.is_step_free()
    }

    pub fn open_air(&self) -> bool {
        self.venue.is_open_air()
    }
}

/// The programme of one version.
#[derive(Clone, Debug)]
pub struct Programme {
    pub event: Event,
    pub version: i64,
    /// By the time of the first session.
    pub entries: Vec<Entry>,
    /// The districts and departments there are, by code.
    pub districts: BTreeMap<String, Bi>,
    pub departments: BTreeMap<String, Bi>,
    index: Index,
}

impl Programme {
    /// Of what stands in this version. `spelled` writes Chinese in the other way it may be searched for.
    pub fn of(
        (event, version): (Event, i64),
        told: &[Published],
        activities: Vec<Activity>,
        (venues, organisations, former): (&[Venue], &[(String, Bi)], &[Bi]),
        spelled: fn(&str) -> String,
    ) -> Programme {
        let venues: BTreeMap<&str, Arc<Venue>> = venues.iter().map(|it| (it.code.as_str(), Arc::new(it.clone()))).collect();
        let (mut districts, mut departments) = (BTreeMap::new(), BTreeMap::new());
        let mut by_activity: BTreeMap<&str, Vec<Shown>> = BTreeMap::new();
        for it in told.iter().filter(|it| !it.cancelled) {
            if let Some(venue) = venues.get(it.at.venue.as_str()) {
                by_activity.entry(&it.activity).or_default().push(Shown { told: it.clone(), venue: venue.clone() });
            }
        }
        let mut entries = Vec::new();
        for activity in activities {
            let mut sessions = by_activity.remove(activity.code.as_str()).unwrap_or_default();
            if sessions.is_empty() {
                continue;
            }
            sessions.sort_by_key(|it| (it.told.at.starts, it.told.session));
            let organisation =
                organisations.iter().find(|(code, _)| *code == activity.organisation).map(|(_, name)| name.clone()).unwrap_or_default();
            for it in &sessions {
                districts.entry(it.venue.district.clone()).or_insert_with(|| it.venue.district_name.clone());
            }
            departments.entry(activity.organisation.clone()).or_insert_with(|| organisation.clone());
            entries.push(Entry { activity, organisation, sessions });
        }
        entries.sort_by(|a, b| (a.sessions[0].told.at.starts, &a.activity.code).cmp(&(b.sessions[0].told.at.starts, &b.activity.code)));
        // The event is found by each of its names (I-52).
        let names: Vec<&Bi> = former.iter().chain([&event.name]).collect();
        let index = Index::of(&entries, &names, spelled);
        Programme { event, version, entries, districts, departments, index }
    }

    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.activity.code == code)
    }
}

/// What a visitor asks for; empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    pub district: String,
    pub day: Option<Day>,
    /// Leave out what has ended by then.
    pub from: Option<Moment>,
    pub kind: Option<ActivityKind>,
    pub language: String,
    pub department: String,
    /// Every word of it must be found.
    pub text: String,
    pub step_free: bool,
    pub indoor: bool,
    pub booking: bool,
}

impl Asked {
    /// The sessions of an activity that answer to it.
    pub fn sessions<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a Shown> {
        entry.sessions.iter().filter(|it| {
            (self.district.is_empty() || it.venue.district == self.district)
                && self.from.is_none_or(|from| from < it.told.ends)
                && self.day.is_none_or(|day| it.told.at.starts.day() == day)
                && (!self.step_free || it.step_free())
                && (!self.indoor || !it.open_air())
        })
    }
}

/// What answers to it: activities of which some session does, and how many sessions in all.
pub fn matching<'a>(programme: &'a Programme, asked: &Asked) -> (Vec<&'a Entry>, usize) {
    let (found, sessions) = programme.index.find(asked);
    (found.into_iter().map(|n| &programme.entries[n]).collect(), sessions)
}
