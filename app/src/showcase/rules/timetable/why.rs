//! Why a session may not be at a place, why it is nowhere, and where it could be: the solver's reasons in the house's terms.

use std::collections::BTreeMap;

use super::{At, Met, QUARTER, TEAMS, Timetable};
use crate::{
    base::{problem::Problem, text::Bi, time::Moment},
    showcase::rules::{
        levels::{BoardRule, Level},
        solver::{
            Place, Rule,
            reasons::{By, Need, Reasons, Refusal},
        },
    },
    venues::overlap,
};

/// So many places in one venue on one day are offered.
const ALIKE: usize = 2;
/// So many ways for others to make way are offered.
const SWAPS: usize = 3;

/// One thing in the way. `other` is a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// No day of the event, or a day that is over.
    Outside,
    Past,
    /// It does not begin on a quarter of an hour.
    OffBeat,
    Locked,
    /// Outside the hours of the venue, with set-up and clearing (I-42).
    Closed,
    /// Shut, or somebody else's (I-43).
    Held {
        by: Bi,
        from: Moment,
        to: Moment,
    },
    /// Every pitch is taken; this is one of them (I-41).
    Taken {
        other: usize,
    },
    /// The venue is too small for it alone, or with another (I-41).
    Small {
        need: u32,
        capacity: u32,
    },
    Crowded {
        other: usize,
        capacity: i64,
    },
    Lacks {
        feature: Bi,
    },
    /// Premises of another department, or its own were asked for (I-38).
    NotItsOwn,
    /// Its organisation runs as much as it can (I-44).
    Busy {
        other: usize,
    },
    /// Another session of the same activity (I-47).
    Twice {
        other: usize,
    },
    /// Quiet beside loud (I-45).
    Noise {
        other: usize,
    },
    /// A wish that is not met.
    Wish(BoardRule),
}

impl WhyNot {
    /// The rule whose level says how strict the event is with it; none where nothing can be set.
    pub fn rule(&self) -> Option<BoardRule> {
        use WhyNot::*;
        Some(match self {
            Outside | Past | OffBeat | Locked => return None,
            Closed => BoardRule::Hours,
            Held { .. } => BoardRule::Held,
            Taken { .. } | Small { .. } | Crowded { .. } => BoardRule::Room,
            Lacks { .. } => BoardRule::Features,
            NotItsOwn => BoardRule::Premises,
            Busy { .. } => BoardRule::Teams,
            Twice { .. } => BoardRule::Twice,
            Noise { .. } => BoardRule::Noise,
            Wish(rule) => *rule,
        })
    }

    /// Another session is in the way, not the venue.
    pub fn is_between_sessions(&self) -> bool {
        use WhyNot::*;
        matches!(self, Taken { .. } | Crowded { .. } | Busy { .. } | Twice { .. } | Noise { .. })
    }
}

/// Why a session waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nowhere {
    /// It could be somewhere as things stand: nobody has put it there.
    pub free: bool,
    /// How many venues offer what it needs.
    pub venues: usize,
    /// What would have to give way, each alone, and how many places there would then be; most first.
    pub releases: Vec<(&'static str, Option<Bi>, usize)>,
}

/// A place it could have as things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub at: At,
    pub met: Met,
    /// Less is better.
    pub cost: i32,
}

/// A place it could have if others went elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    pub offer: Offer,
    /// Slots, and where each would go; none beside one that would wait then.
    pub moves: Vec<(usize, Option<At>)>,
}

impl Swap {
    /// All of it in one line, for a form to carry: what is done must be what was read.
    pub fn text(&self, table: &Timetable) -> String {
        let at = |at: &At| format!("{}@{}", at.venue, at.starts.to_local_input());
        let one = |(slot, to): &(usize, Option<At>)| {
            let it = &table.slots[*slot];
            format!(" {}/{}:{}>{}", it.activity, it.session, it.version, to.as_ref().map(at).unwrap_or_default())
        };
        at(&self.offer.at) + &self.moves.iter().map(one).collect::<String>()
    }

    /// Nobody would wait.
    pub fn is_whole(&self) -> bool {
        self.moves.iter().all(|(_, to)| to.is_some())
    }
}

/// A timetable that answers.
pub struct Asking<'a> {
    table: &'a Timetable,
    reasons: Reasons<'a>,
}

impl<'a> Asking<'a> {
    pub(super) fn of(table: &'a Timetable) -> Asking<'a> {
        Asking { table, reasons: Reasons::new(&table.problem, &table.plan) }
    }

    /// How strict the event is with it.
    pub fn level(&self, why: &WhyNot) -> Level {
        why.rule().map_or(Level::Forbid, |rule| self.table.levels.of(rule))
    }

    /// All that forbids moving a session to a place. Nothing, if it can be there.
    pub fn why_not(&self, slot: usize, at: &At) -> Vec<WhyNot> {
        self.why_not_each(slot, std::slice::from_ref(at)).pop().unwrap_or_default()
    }

    /// The same of many places, in their order.
    pub fn why_not_each(&self, slot: usize, places: &[At]) -> Vec<Vec<WhyNot>> {
        let locked = self.table.slots[slot].locked.then_some(WhyNot::Locked);
        let wrong = self.wrong_with_each(slot, places);
        let forbids = |why: &WhyNot| self.level(why) == Level::Forbid;
        wrong.into_iter().map(|found| locked.iter().cloned().chain(found.into_iter().filter(forbids)).collect()).collect()
    }

    /// What is wrong with a place as things stand, be the session locked there or not; but for what the event ignores.
    pub fn wrong_with(&self, slot: usize, at: &At) -> Vec<WhyNot> {
        self.wrong_with_each(slot, std::slice::from_ref(at)).pop().unwrap_or_default()
    }

    fn wrong_with_each(&self, slot: usize, places: &[At]) -> Vec<Vec<WhyNot>> {
        let table = self.table;
        let begins = |at: &At| i64::from(at.starts.minute_of_day()) % QUARTER == 0;
        let known: Vec<Option<Place>> = places.iter().map(|at| table.place(at).filter(|_| begins(at))).collect();
        let mut refused = self.reasons.why_not_each(slot, &known.iter().flatten().copied().collect::<Vec<_>>()).into_iter();
        let each = |(at, place): (&At, &Option<Place>)| match place {
            None if !begins(at) => vec![WhyNot::OffBeat],
            None => vec![WhyNot::Outside],
            Some(_) => self.read(slot, at, refused.next().unwrap_or_default()),
        };
        places.iter().zip(&known).map(each).collect()
    }

    fn read(&self, slot: usize, at: &At, refused: Vec<Refusal>) -> Vec<WhyNot> {
        let table = self.table;
        let capacity = table.venue(&at.venue).map_or(0, |it| it.capacity);
        let mut found: Vec<WhyNot> = Vec::new();
        for refusal in refused {
            let why = match (refusal.rule, refusal.by) {
                (Rule::Past, _) => WhyNot::Past,
                (_, By::Feature(feature)) => WhyNot::Lacks { feature: table.features[feature].1.clone() },
                (Rule::Capacity, By::Numbers { need, have }) => WhyNot::Small { need, capacity: have },
                (Rule::Capacity, By::Item(other)) => WhyNot::Crowded { other, capacity },
                (Rule::SpaceTaken, By::Item(other)) => WhyNot::Taken { other },
                (Rule::Noise, By::Item(other)) => WhyNot::Noise { other },
                (Rule::Crew, By::Item(other)) if table.slots[other].activity == table.slots[slot].activity => WhyNot::Twice { other },
                (Rule::Crew, By::Item(other)) => WhyNot::Busy { other },
                (Rule::SpaceNotAllowed, _) => WhyNot::NotItsOwn,
                _ => self.shut(slot, at),
            };
            if !found.contains(&why) {
                found.push(why);
            }
        }
        found.extend(self.wishes_missed(slot, at).map(WhyNot::Wish));
        found.retain(|why| self.level(why) != Level::Ignore);
        found
    }

    /// The venue is shut or held then: by whom, if anybody.
    fn shut(&self, slot: usize, at: &At) -> WhyNot {
        let needs = &self.table.activity(slot).needs;
        let (starts, ends) = self.table.span(slot, at);
        let whole = (starts.plus_minutes(-needs.setup), ends.plus_minutes(needs.teardown));
        let held = self.table.others(&at.venue).find(|it| overlap((it.starts, it.ends), whole));
        held.map_or(WhyNot::Closed, |it| WhyNot::Held { by: it.label.clone(), from: it.starts, to: it.ends })
    }

    /// Whatever is wrong with the plan as it stands and must be decided: a hall lost since, a need changed, premises given up.
    pub fn conflicts(&self) -> Vec<(usize, Vec<WhyNot>)> {
        self.wrong(|level| level <= Level::Block)
    }

    /// What is only to be seen.
    pub fn warnings(&self) -> Vec<(usize, Vec<WhyNot>)> {
        self.wrong(|level| level == Level::Warn)
    }

    fn wrong(&self, is: impl Fn(Level) -> bool) -> Vec<(usize, Vec<WhyNot>)> {
        let wrong = |(slot, at)| {
            let mut all = self.wrong_with(slot, at);
            // What was held was held.
            all.retain(|it| *it != WhyNot::Past && is(self.level(it)));
            (!all.is_empty()).then_some((slot, all))
        };
        self.table.placed().filter_map(wrong).collect()
    }

    pub fn why_nowhere(&self, slot: usize) -> Nowhere {
        let waiting = self.reasons.why_nowhere(slot);
        let said = |need: &Need| match need {
            Need::Feature(feature) => ("feature", self.table.features.get(*feature).map(|it| it.1.clone())),
            Need::Person(_) => ("other", None),
            Need::Rule(rule) => (released(*rule), None),
        };
        let releases = waiting.releases.iter().map(|it| {
            let (need, feature) = said(&it.need);
            (need, feature, it.places)
        });
        Nowhere { free: !self.offers(slot, 1).is_empty(), venues: waiting.spaces.len(), releases: releases.collect() }
    }

    /// Free places, best first; near to where it is now, if it is anywhere.
    pub fn offers(&self, slot: usize, most: usize) -> Vec<Offer> {
        let table = self.table;
        let now = table.slots[slot].at.as_ref().and_then(|at| table.place(at));
        let begin = now.unwrap_or(Place { space: 0, day: 0, start: 0 });
        let mut free = self.reasons.nearest(slot, begin, usize::MAX);
        if now.is_none() {
            free.sort_by_key(|(_, cost)| *cost);
        }
        // Not every quarter of one morning: a choice of days and venues.
        let mut seen: BTreeMap<(u16, u8), usize> = BTreeMap::new();
        free.retain(|(place, _)| {
            let n = seen.entry((place.space, place.day)).or_default();
            *n += 1;
            *n <= ALIKE
        });
        let offers = free.into_iter().map(|(place, cost)| self.offer(slot, place, cost));
        offers.filter(|offer| self.is_open(slot, &offer.at)).take(most).collect()
    }

    /// Where a session that has no free place could be if others went elsewhere, the least change first.
    pub fn swaps(&self, slot: usize) -> Vec<Swap> {
        let table = self.table;
        let found = self.reasons.swaps(slot, usize::MAX).into_iter();
        let swaps = found.map(|it| Swap {
            offer: self.offer(slot, it.at, it.cost),
            moves: it.moves.into_iter().map(|(other, to)| (other, to.map(|to| table.at(to)))).collect(),
        });
        let open = |(slot, at): &(usize, Option<At>)| at.as_ref().is_none_or(|at| self.is_open(*slot, at));
        swaps.filter(|it| self.is_open(slot, &it.offer.at) && it.moves.iter().all(open)).take(SWAPS).collect()
    }

    fn offer(&self, slot: usize, place: Place, cost: i32) -> Offer {
        let at = self.table.at(place);
        Offer { met: self.table.met(slot, &at), at, cost }
    }

    /// No wish that this event has made a rule is against a place.
    fn is_open(&self, slot: usize, at: &At) -> bool {
        self.wishes_missed(slot, at).all(|rule| self.table.levels.of(rule) != Level::Forbid)
    }

    fn wishes_missed(&self, slot: usize, at: &At) -> impl Iterator<Item = BoardRule> {
        let met = self.table.met(slot, at);
        let wishes = [(met.district, BoardRule::District), (met.day, BoardRule::Day), (met.time, BoardRule::Time)];
        wishes.into_iter().filter(|(met, _)| *met == Some(false)).map(|(_, rule)| rule)
    }

    /// What is said about a thing in the way: a clash, tied to the field of the form that is wrong.
    pub fn say(&self, slot: usize, at: &At, why: &WhyNot) -> Problem {
        let table = self.table;
        let venue = || table.venue(&at.venue).map(|it| it.name.clone()).unwrap_or_default();
        let with = |key: &str, other: usize| {
            let said = Problem::clash(key).with("title", table.activity(other).title.clone()).with("venue", venue());
            match &table.slots[other].at {
                Some(at) => said.with("from", at.starts),
                None => said,
            }
        };
        let own = table.activity(slot);
        match why {
            WhyNot::Outside => Problem::clash("showcase-why-outside").on("day"),
            WhyNot::Past => Problem::clash("showcase-why-past").on("day"),
            WhyNot::OffBeat => Problem::rule("showcase-why-off-beat").on("time"),
            WhyNot::Locked => Problem::clash("showcase-why-locked"),
            WhyNot::Closed => Problem::clash("showcase-why-closed").with("venue", venue()).on("time"),
            WhyNot::Held { by, from, to } => Problem::clash("showcase-why-held")
                .with("venue", venue())
                .with("by", by.clone())
                .with("from", *from)
                .with("to", *to)
                .on("venue"),
            WhyNot::Taken { other } => with("showcase-why-taken", *other).on("venue"),
            WhyNot::Small { need, capacity } => Problem::clash("showcase-why-small")
                .with("venue", venue())
                .with("need", i64::from(*need))
                .with("capacity", i64::from(*capacity))
                .on("venue"),
            WhyNot::Crowded { other, capacity } => {
                let together = own.needs.peak + table.activity(*other).needs.peak;
                with("showcase-why-crowded", *other).with("together", together).with("capacity", *capacity).on("venue")
            }
            WhyNot::Lacks { feature } => {
                Problem::clash("showcase-why-lacks").with("venue", venue()).with("feature", feature.clone()).on("venue")
            }
            WhyNot::NotItsOwn => Problem::clash("showcase-why-not-own").with("venue", venue()).on("venue"),
            WhyNot::Busy { other } => {
                with("showcase-why-busy", *other).with("organisation", own.organisation.as_str()).with("teams", i64::from(TEAMS)).on("time")
            }
            WhyNot::Twice { other } => with("showcase-why-twice", *other).with("session", table.slots[*other].session).on("time"),
            WhyNot::Wish(rule) => Problem::clash(&format!("showcase-why-wish-{}", rule.code())).on("venue"),
            WhyNot::Noise { other } => with("showcase-why-noise", *other).on("venue"),
        }
    }
}

/// The word for a rule that would have to give way.
fn released(rule: Rule) -> &'static str {
    match rule {
        Rule::SpaceClosed | Rule::TeamAway => "hours",
        Rule::SpaceTaken => "pitch",
        Rule::Capacity => "room",
        Rule::SpaceNotAllowed => "premises",
        Rule::Crew => "team",
        Rule::Noise => "noise",
        _ => "other",
    }
}
