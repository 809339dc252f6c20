//! The count: how often each choice was made, by award, class and quarter of the list. No ballot is kept.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{Class, flaw::What, is_code, shape::HeaderAward};
use crate::base::text::Bi;

/// Votes of one award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AwardCount {
    pub code: String,
    pub name: Bi,
    /// The most entries one ballot could choose.
    pub votes: u64,
    /// In the order of the ballot paper, which says nothing.
    pub rows: Vec<EntryCount>,
    pub blank: u64,
    /// Votes by the quarter of the list in which the chosen entry stood.
    pub quarters: [u64; 4],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryCount {
    pub entry: String,
    pub title: Bi,
    pub department: Bi,
    pub votes: u64,
}

/// How many ballots were cast in one class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClassCount {
    pub class: String,
    pub stop: String,
    pub day: String,
    pub part: String,
    pub channel: String,
    pub ballots: u64,
    /// As the officers decided; tests never.
    pub counted: bool,
}

#[derive(Debug)]
pub(super) struct Table {
    awards: Vec<AwardTable>,
    classes: Vec<String>,
    known: HashMap<String, usize>,
}

#[derive(Debug)]
struct AwardTable {
    code: String,
    name: Bi,
    votes: u64,
    /// Code, title, department.
    entries: Vec<(String, Bi, Bi)>,
    /// The place of each choice among the columns; blank is the last.
    places: HashMap<String, usize>,
    /// By class, then choice, then quarter.
    counts: Vec<u64>,
}

impl Table {
    pub fn new(awards: Vec<HeaderAward>) -> Result<Table, String> {
        let mut table = Table { awards: Vec::new(), classes: Vec::new(), known: HashMap::new() };
        for award in awards {
            if !is_code(&award.code) || table.place(&award.code).is_some() {
                return Err(format!("the award code {:?} is no code or is there twice", award.code));
            }
            if award.votes == 0 {
                return Err(format!("nobody has a vote in {}", award.code));
            }
            let mut places: HashMap<String, usize> = HashMap::new();
            for (at, entry) in award.entries.iter().enumerate() {
                if !is_code(&entry.code) || places.insert(entry.code.clone(), at).is_some() {
                    return Err(format!("the entry code {:?} in {} is no code or is there twice", entry.code, award.code));
                }
            }
            places.insert(String::new(), award.entries.len());
            let entries = award.entries.into_iter().map(|it| (it.code, it.title, it.department)).collect();
            table.awards.push(AwardTable { code: award.code, name: award.name, votes: award.votes, entries, places, counts: Vec::new() });
        }
        if table.awards.is_empty() { Err("there is no award".into()) } else { Ok(table) }
    }

    /// The place of an award on the ballot.
    pub fn place(&self, award: &str) -> Option<usize> {
        self.awards.iter().position(|it| it.code == award)
    }

    /// Codes and votes of the awards in the order of the ballot.
    pub fn awards(&self) -> impl Iterator<Item = (&str, u64)> {
        self.awards.iter().map(|it| (it.code.as_str(), it.votes))
    }

    /// Counts one leaf.
    pub fn add(&mut self, award: usize, choice: &str, class: &str, quarter: u8) -> Result<(), What> {
        let class = match self.known.get(class) {
            Some(at) => *at,
            None => self.learn(class)?,
        };
        let Some(award) = self.awards.get_mut(award) else { return Err(What::Award(String::new())) };
        let Some(place) = award.places.get(choice) else {
            return Err(What::Choice { award: award.code.clone(), choice: choice.into() });
        };
        if quarter > 3 || choice.is_empty() && quarter > 0 {
            return Err(What::Quarter { choice: choice.into(), quarter });
        }
        let width = award.width();
        if award.counts.len() < (class + 1) * width {
            award.counts.resize((class + 1) * width, 0);
        }
        award.counts[class * width + place * 4 + usize::from(quarter)] += 1;
        Ok(())
    }

    fn learn(&mut self, class: &str) -> Result<usize, What> {
        Class::parse(class).ok_or_else(|| What::Class(class.into()))?;
        self.classes.push(class.into());
        self.known.insert(class.into(), self.classes.len() - 1);
        Ok(self.classes.len() - 1)
    }

    /// The votes in the classes that count.
    pub fn count(&self, counts: impl Fn(&str) -> bool) -> Vec<AwardCount> {
        let on: Vec<bool> = self.classes.iter().map(|class| counts(class)).collect();
        self.awards.iter().map(|award| award.count(&on)).collect()
    }

    /// Every class with its ballots, by name.
    pub fn classes(&self, counts: impl Fn(&str) -> bool) -> Vec<ClassCount> {
        let mut all: Vec<ClassCount> = Vec::new();
        for (at, text) in self.classes.iter().enumerate() {
            let (Some(class), Some(award)) = (Class::parse(text), self.awards.first()) else { continue };
            all.push(ClassCount {
                class: text.clone(),
                stop: class.stop.into(),
                day: class.day.into(),
                part: class.part.into(),
                channel: class.channel.into(),
                ballots: award.of_class(at).iter().sum::<u64>() / award.votes,
                counted: counts(text),
            });
        }
        all.sort_by(|a, b| a.class.cmp(&b.class));
        all
    }

    /// Leaves by stop and day in each award: of codes, on paper, of tests.
    pub fn days(&self) -> BTreeMap<(String, String), Vec<[u64; 3]>> {
        let mut days: BTreeMap<(String, String), Vec<[u64; 3]>> = BTreeMap::new();
        for (at, text) in self.classes.iter().enumerate() {
            let Some(class) = Class::parse(text) else { continue };
            let column = match class.channel {
                "paper" => 1,
                "test" => 2,
                _ => 0,
            };
            let day = days.entry((class.stop.into(), class.day.into())).or_insert_with(|| vec![[0; 3]; self.awards.len()]);
            for (award, sums) in self.awards.iter().zip(day) {
                sums[column] += award.of_class(at).iter().sum::<u64>();
            }
        }
        days
    }
}

impl AwardTable {
    /// Numbers of one class.
    fn width(&self) -> usize {
        (self.entries.len() + 1) * 4
    }

    fn of_class(&self, class: usize) -> &[u64] {
        self.counts.get(class * self.width()..(class + 1) * self.width()).unwrap_or(&[])
    }

    fn count(&self, on: &[bool]) -> AwardCount {
        let mut sums = vec![[0u64; 4]; self.entries.len() + 1];
        for (class, _) in on.iter().enumerate().filter(|(_, on)| **on) {
            for (sum, four) in sums.iter_mut().zip(self.of_class(class).chunks_exact(4)) {
                sum.iter_mut().zip(four).for_each(|(sum, it)| *sum += it);
            }
        }
        let blank = sums.pop().map_or(0, |it| it.iter().sum());
        let mut quarters = [0; 4];
        sums.iter().for_each(|of| quarters.iter_mut().zip(of).for_each(|(sum, it)| *sum += it));
        let row = |((entry, title, department), of): (&(String, Bi, Bi), &[u64; 4])| EntryCount {
            entry: entry.clone(),
            title: title.clone(),
            department: department.clone(),
            votes: of.iter().sum(),
        };
        let rows = self.entries.iter().zip(&sums).map(row).collect();
        AwardCount { code: self.code.clone(), name: self.name.clone(), votes: self.votes, rows, blank, quarters }
    }
}
