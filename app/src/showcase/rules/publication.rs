//! The programme as it was published: each version says what changed since the last, and every change of a session raises the
//! sequence of its calendar entry (I-39, I-51). Pure.

use std::collections::BTreeMap;

use super::At;
use crate::base::{text::Bi, time::Moment};

/// One time the programme was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub number: i64,
    pub at: Moment,
    /// By post.
    pub by: Bi,
    /// What changed and why; empty for the first.
    pub reason: Bi,
    /// Everybody concerned has been written to.
    pub told: bool,
}

/// What the public was told of a session, from one version until the one that changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub activity: String,
    pub session: i64,
    pub since: i64,
    /// The version that changed it; none while it stands.
    pub until: Option<i64>,
    /// Of the calendar entry.
    pub sequence: i64,
    pub at: At,
    pub ends: Moment,
    pub cancelled: bool,
}

impl Published {
    /// `SC-WSD-01.2`: a session, as addresses and calendars name it.
    pub fn code(&self) -> String {
        format!("{}.{}", self.activity, self.session)
    }

    pub fn stands_at(&self, version: i64) -> bool {
        self.since <= version && self.until.is_none_or(|until| version < until)
    }

    fn says(&self, other: &Published) -> bool {
        (&self.at, self.ends, self.cancelled) == (&other.at, other.ends, other.cancelled)
    }
}

/// A session that is to be in the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub activity: String,
    pub session: i64,
    pub at: At,
    pub ends: Moment,
}

/// What changes with the next version, given what stands and what is wanted: the new rows; each ends what stood before of its session.
pub fn next_version(standing: &[Published], wanted: &[Wanted], version: i64) -> Vec<Published> {
    let mut before: BTreeMap<(&str, i64), &Published> = standing.iter().map(|it| ((it.activity.as_str(), it.session), it)).collect();
    let mut rows = Vec::new();
    for want in wanted {
        let was = before.remove(&(want.activity.as_str(), want.session));
        let row = Published {
            activity: want.activity.clone(),
            session: want.session,
            since: version,
            until: None,
            sequence: was.map_or(0, |it| it.sequence + 1),
            at: want.at.clone(),
            ends: want.ends,
            cancelled: false,
        };
        if was.is_none_or(|was| !was.says(&row)) {
            rows.push(row);
        }
    }
    // What is wanted no more is said to be cancelled: who has it in a calendar must learn of it.
    let gone = before.into_values().filter(|it| !it.cancelled);
    rows.extend(gone.map(|was| Published { since: version, until: None, sequence: was.sequence + 1, cancelled: true, ..was.clone() }));
    rows.sort_by(|a, b| (&a.activity, a.session).cmp(&(&b.activity, b.session)));
    rows
}

/// What became of a session between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    Added(Published),
    Moved { was: Published, now: Published },
    Cancelled(Published),
}

impl Turn {
    pub fn now(&self) -> &Published {
        match self {
            Turn::Added(it) | Turn::Cancelled(it) | Turn::Moved { now: it, .. } => it,
        }
    }
}

/// What changed after one version until another. Whatever went to and fro in between is no change.
pub fn turns(all: &[Published], after: i64, until: i64) -> Vec<Turn> {
    let at = |version: i64| -> BTreeMap<(&str, i64), &Published> {
        all.iter().filter(|it| it.stands_at(version)).map(|it| ((it.activity.as_str(), it.session), it)).collect()
    };
    let before = at(after);
    at(until)
        .into_iter()
        .filter_map(|(key, now)| match before.get(&key) {
            Some(was) if was.says(now) => None,
            None if now.cancelled => None,
            Some(was) if now.cancelled => (!was.cancelled).then(|| Turn::Cancelled(now.clone())),
            Some(was) if !was.cancelled => Some(Turn::Moved { was: (*was).clone(), now: now.clone() }),
            _ => Some(Turn::Added(now.clone())),
        })
        .collect()
}

/// The version of which everybody concerned was last written to, of all with the latest first; 0 before the first time.
pub fn last_told(versions: &[Version]) -> i64 {
    versions.iter().find(|it| it.told).map_or(0, |it| it.number)
}

/// The version that somebody knows who came at a moment: what they read then, or were written to of since.
pub fn known_since(versions: &[Version], came: Moment) -> i64 {
    let read = versions.iter().find(|it| it.at <= came).map_or(0, |it| it.number);
    last_told(versions).max(read)
}

/// Turns, counted by what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub added: usize,
    pub moved: usize,
    pub cancelled: usize,
}

impl Tally {
    pub fn add(&mut self, turn: &Turn) {
        match turn {
            Turn::Added(_) => self.added += 1,
            Turn::Moved { .. } => self.moved += 1,
            Turn::Cancelled(_) => self.cancelled += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn want(activity: u8, venue: u8, hour: i64) -> Wanted {
        let starts = Moment(0).plus_minutes(hour * 60);
        Wanted {
            activity: format!("A{activity}"),
            session: 1,
            at: At { venue: format!("V{venue}"), starts },
            ends: starts.plus_minutes(60),
        }
    }

    /// The history after each wish of a list was published.
    fn history(wishes: &[Vec<Wanted>]) -> Vec<Published> {
        let mut all: Vec<Published> = Vec::new();
        for (index, wanted) in wishes.iter().enumerate() {
            let version = index as i64 + 1;
            let standing: Vec<Published> = all.iter().filter(|it| it.until.is_none()).cloned().collect();
            for row in next_version(&standing, wanted, version) {
                let was = all.iter_mut().find(|it| it.until.is_none() && (&it.activity, it.session) == (&row.activity, row.session));
                if let Some(was) = was {
                    was.until = Some(version);
                }
                all.push(row);
            }
        }
        all
    }

    fn wishes() -> impl Strategy<Value = Vec<Vec<Wanted>>> {
        let one = proptest::collection::btree_map(0u8..4, (0u8..3, 9i64..12), 0..4);
        proptest::collection::vec(one.prop_map(|it| it.into_iter().map(|(a, (v, h))| want(a, v, h)).collect()), 1..8)
    }

    proptest! {
        #[test]
        fn i_39_and_i_51_every_version_shows_what_was_wanted_and_each_change_raises_the_sequence_by_one(wishes in wishes()) {
            let all = history(&wishes);
            for (index, wanted) in wishes.iter().enumerate() {
                let version = index as i64 + 1;
                let mut shown: Vec<Wanted> = all.iter().filter(|it| it.stands_at(version) && !it.cancelled)
                    .map(|it| Wanted { activity: it.activity.clone(), session: it.session, at: it.at.clone(), ends: it.ends }).collect();
                shown.sort_by(|a, b| a.activity.cmp(&b.activity));
                prop_assert_eq!(&shown, wanted);
            }
            for activity in 0..4u8 {
                let own: Vec<&Published> = all.iter().filter(|it| it.activity == format!("A{activity}")).collect();
                for (index, row) in own.iter().enumerate() {
                    prop_assert_eq!(row.sequence, index as i64);
                    prop_assert_eq!(row.until, own.get(index + 1).map(|it| it.since), "no gap and no overlap");
                    prop_assert!(index > 0 || !row.cancelled, "nothing is cancelled that was never told");
                }
            }
        }

        #[test]
        fn what_changed_between_two_versions_leads_from_one_to_the_other(wishes in wishes(), a in 0usize..8, b in 0usize..8) {
            let last = wishes.len() as i64;
            let (from, to) = ((a.min(b) as i64).min(last), (a.max(b) as i64).min(last));
            let all = history(&wishes);
            let shown = |version: i64| -> BTreeMap<String, At> {
                all.iter().filter(|it| it.stands_at(version) && !it.cancelled).map(|it| (it.activity.clone(), it.at.clone())).collect()
            };
            let mut walked = shown(from);
            for turn in turns(&all, from, to) {
                match turn {
                    Turn::Added(it) => prop_assert!(walked.insert(it.activity, it.at).is_none()),
                    Turn::Moved { was, now } => prop_assert_eq!(walked.insert(now.activity, now.at), Some(was.at)),
                    Turn::Cancelled(it) => prop_assert!(walked.remove(&it.activity).is_some()),
                }
            }
            prop_assert_eq!(walked, shown(to));
        }
    }
}
