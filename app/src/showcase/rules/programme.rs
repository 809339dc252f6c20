//! The public programme: activities with their sessions, and what a visitor asks for (FT-22). Pure.

use std::collections::BTreeMap;

use super::{Activity, ActivityKind, Event, Published};
use crate::{
    base::{
        text::{Bi, fold},
        time::{Day, Moment},
    },
    venues::Venue,
};

/// A venue's features that visitors ask for.
const STEP_FREE: &str = "stepfree";
const OPEN_AIR: &str = "outdoor";

/// An activity with its sessions in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub activity: Activity,
    /// Name of its department.
    pub organisation: Bi,
    pub sessions: Vec<Shown>,
    /// Its words in both languages, folded, for searching.
    words: String,
}

/// A session in the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub told: Published,
    pub venue: Venue,
}

impl Shown {
    pub fn step_free(&self) -> bool {
        self.venue.features.iter().any(|it| it == STEP_FREE)
    }

    pub fn open_air(&self) -> bool {
        self.venue.features.iter().any(|it| it == OPEN_AIR)
    }
}

/// The programme of one version.
#[derive(Clone, Debug)]
pub struct Programme {
    pub event: Event,
    pub version: i64,
    /// By the time of the first session.
    pub entries: Vec<Entry>,
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
        let mut by_activity: BTreeMap<&str, Vec<Shown>> = BTreeMap::new();
        for it in told.iter().filter(|it| !it.cancelled) {
            if let Some(venue) = venues.iter().find(|venue| venue.code == it.at.venue) {
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
            // The event is found by each of its names (I-52).
            let mut texts: Vec<&Bi> = former.iter().chain([&event.name]).collect();
            texts.extend([&activity.title, &activity.line, &organisation]);
            texts.extend(sessions.iter().map(|it| &it.venue.name));
            texts.dedup();
            let mut words = vec![activity.code.clone(), activity.organisation.clone()];
            words.extend(texts.into_iter().flat_map(|it| [it.en.clone(), it.zh.clone(), spelled(&it.zh)]));
            let words = fold(&words.join("\n"));
            entries.push(Entry { activity, organisation, sessions, words });
        }
        entries.sort_by(|a, b| (a.sessions[0].told.at.starts, &a.activity.code).cmp(&(b.sessions[0].told.at.starts, &b.activity.code)));
        Programme { event, version, entries }
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

/// What answers to it: each activity with those of its sessions that do.
pub fn matching<'a>(programme: &'a Programme, asked: &Asked) -> Vec<(&'a Entry, Vec<&'a Shown>)> {
    let words: Vec<String> = asked.text.split_whitespace().map(fold).collect();
    let of_activity = |it: &&Entry| {
        let activity = &it.activity;
        asked.kind.is_none_or(|kind| activity.kind == kind)
            && (asked.language.is_empty() || activity.languages.contains(&asked.language))
            && (asked.department.is_empty() || activity.organisation == asked.department)
            && (!asked.booking || activity.booking)
            && words.iter().all(|word| it.words.contains(word))
    };
    let of_session = |it: &&Shown| {
        (asked.district.is_empty() || it.venue.district == asked.district)
            && asked.from.is_none_or(|from| from < it.told.ends)
            && asked.day.is_none_or(|day| it.told.at.starts.day() == day)
            && (!asked.step_free || it.step_free())
            && (!asked.indoor || !it.open_air())
    };
    programme
        .entries
        .iter()
        .filter(of_activity)
        .map(|it| (it, it.sessions.iter().filter(of_session).collect::<Vec<_>>()))
        .filter(|(_, sessions)| !sessions.is_empty())
        .collect()
}
