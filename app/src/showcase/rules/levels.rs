//! How strict an event is with each rule of its timetable, by hand on the board and at publication. What places by itself keeps every hard
//! rule whatever is set here. Pure.

use std::collections::BTreeMap;

use crate::{
    base::problem::{Answer, Complaints, Problem},
    stored,
};

/// What an event may be strict or lenient about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BoardRule {
    /// The hours of the venue (I-42).
    Hours,
    /// Closures and others' holds (I-43).
    Held,
    /// Pitches and people (I-41).
    Room,
    /// What the venue must have (I-40).
    Features,
    /// Own premises (I-38).
    Premises,
    /// What an organisation runs at once (I-44).
    Teams,
    /// Sessions of one activity at once (I-47).
    Twice,
    /// Quiet beside loud (I-45).
    Noise,
    /// Wishes.
    District,
    Day,
    Time,
}

stored!(BoardRule: Hours = "hours", Held = "held", Room = "room", Features = "features", Premises = "premises", Teams = "teams",
    Twice = "twice", Noise = "noise", District = "district", Day = "day", Time = "time");

/// How strict, strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The board refuses it.
    Forbid,
    /// The board takes it and shows it; nothing is published over it.
    Block,
    /// It is shown.
    Warn,
    Ignore,
}

stored!(Level: Forbid = "forbid", Block = "block", Warn = "warn", Ignore = "ignore");

impl BoardRule {
    /// As the house is: rules are kept, wishes are no rules.
    pub fn usual(self) -> Level {
        match self {
            BoardRule::District | BoardRule::Day | BoardRule::Time => Level::Ignore,
            _ => Level::Forbid,
        }
    }
}

/// Where an event is not as the house is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(pub BTreeMap<BoardRule, Level>);

impl Levels {
    pub fn of(&self, rule: BoardRule) -> Level {
        self.0.get(&rule).copied().unwrap_or_else(|| rule.usual())
    }

    /// Reads a form that names a level for each rule.
    pub fn read(typed: &BTreeMap<String, String>) -> Answer<Levels> {
        let mut wrong = Complaints::default();
        let mut levels = BTreeMap::new();
        for (name, text) in typed {
            match (BoardRule::of_code(name), Level::of_code(text)) {
                (Some(rule), Some(level)) => drop(levels.insert(rule, level)),
                _ => wrong.add(Problem::rule("showcase-choose").on(format!("levels[{name}]"))),
            }
        }
        wrong.check()?;
        levels.retain(|rule, level| *level != rule.usual());
        Ok(Levels(levels))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_as_usual_is_not_kept_and_what_is_no_level_is_refused() {
        let typed = |pairs: &[(&str, &str)]| Levels::read(&pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect());
        let levels = typed(&[("noise", "warn"), ("hours", "forbid"), ("district", "block")]).unwrap();
        assert_eq!(levels.0.len(), 2);
        assert_eq!(
            (levels.of(BoardRule::Noise), levels.of(BoardRule::Hours), levels.of(BoardRule::Day)),
            (Level::Warn, Level::Forbid, Level::Ignore)
        );
        let no = typed(&[("noise", "loud"), ("weather", "warn")]).unwrap_err();
        let fields: Vec<&str> = no.complaints.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(fields, ["levels[noise]", "levels[weather]"]);
    }
}
