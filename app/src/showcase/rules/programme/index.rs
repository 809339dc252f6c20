//! What a search looks at for every activity, laid close together: twenty thousand are gone through in the time a page takes to draw.
//! Words that many share (the event's names, a department's, a venue's) are looked for once and not once for each activity. Pure.

use std::ops::Range;

use memchr::memmem::Finder;

use super::{Asked, Entry};
use crate::{
    base::{
        text::{Bi, fold},
        time::Moment,
    },
    showcase::rules::{ActivityKind, activity::LANGUAGES},
    venues::Venue,
};

/// An activity as a search sees it.
#[derive(Clone, Debug)]
struct Line {
    kind: ActivityKind,
    booking: bool,
    /// One bit for each of `LANGUAGES`.
    languages: u8,
    department: u16,
    /// Of its own words, and of its sessions.
    words: Range<usize>,
    sessions: Range<usize>,
}

#[derive(Clone, Debug)]
struct Session {
    starts: Moment,
    ends: Moment,
    venue: u16,
}

/// A venue as a search sees it.
#[derive(Clone, Debug)]
struct Place {
    code: String,
    district: String,
    step_free: bool,
    open_air: bool,
    words: String,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// In the order of the programme's entries.
    lines: Vec<Line>,
    sessions: Vec<Session>,
    words: String,
    places: Vec<Place>,
    /// Code and words of each.
    departments: Vec<(String, String)>,
    event: String,
}

impl Index {
    /// `event` are all names the event has or had; `spelled` writes Chinese in the other way it may be searched for.
    pub fn of(entries: &[Entry], event: &[&Bi], spelled: fn(&str) -> String) -> Index {
        let said = |texts: &[&Bi]| {
            let all: Vec<String> = texts.iter().flat_map(|it| [it.en.clone(), it.zh.clone(), spelled(&it.zh)]).collect();
            fold(&all.join("\n"))
        };
        let mut index = Index { event: said(event), ..Index::default() };
        for entry in entries {
            let it = &entry.activity;
            let department = match index.departments.iter().position(|(code, _)| *code == it.organisation) {
                Some(known) => known,
                None => {
                    index
                        .departments
                        .push((it.organisation.clone(), format!("{}\n{}", fold(&it.organisation), said(&[&entry.organisation]))));
                    index.departments.len() - 1
                }
            };
            let (words, sessions) = (index.words.len(), index.sessions.len());
            index.words.push_str(&fold(&it.code));
            index.words.push('\n');
            index.words.push_str(&said(&[&it.title, &it.line]));
            for shown in &entry.sessions {
                let venue = index.place(&shown.venue, |it| said(&[&it.name]));
                index.sessions.push(Session { starts: shown.told.at.starts, ends: shown.told.ends, venue });
            }
            let knows = |(bit, code): (usize, &&str)| if it.languages.iter().any(|it| it == *code) { 1 << bit } else { 0 };
            index.lines.push(Line {
                kind: it.kind,
                booking: it.booking,
                languages: LANGUAGES.iter().enumerate().map(knows).sum(),
                department: department as u16,
                words: words..index.words.len(),
                sessions: sessions..index.sessions.len(),
            });
        }
        index
    }

    fn place(&mut self, venue: &Venue, said: impl Fn(&Venue) -> String) -> u16 {
        if let Some(known) = self.places.iter().position(|it| it.code == venue.code) {
            return known as u16;
        }
        self.places.push(Place {
            code: venue.code.clone(),
            district: venue.district.clone(),
            step_free: venue.is_step_free(),
            open_air: venue.is_open_air(),
            words: said(venue),
        });
        (self.places.len() - 1) as u16
    }

    /// Which entries answer, by their places in the programme, and how many sessions of theirs do.
    pub fn find(&self, asked: &Asked) -> (Vec<usize>, usize) {
        let words: Vec<String> = asked.text.split_whitespace().map(fold).collect();
        let wanted: Vec<Word> = words.iter().map(|word| Word::of(self, word)).filter(|it| !it.everywhere).collect();
        let language = LANGUAGES.iter().position(|it| *it == asked.language).map_or(0, |bit| 1 << bit);
        let takes = |it: &Place| {
            (asked.district.is_empty() || it.district == asked.district)
                && (!asked.step_free || it.step_free)
                && (!asked.indoor || !it.open_air)
        };
        let places: Vec<bool> = self.places.iter().map(takes).collect();
        let departments: Vec<bool> =
            self.departments.iter().map(|(code, _)| asked.department.is_empty() || *code == asked.department).collect();
        let from = asked.from.unwrap_or(Moment(i64::MIN));
        let (begins, ends) = asked.day.map_or((i64::MIN, i64::MAX), |day| (day.at(0, 0).0, day.next().at(0, 0).0));
        let answers = |it: &&Session| places[usize::from(it.venue)] && from < it.ends && (begins..ends).contains(&it.starts.0);
        let (mut found, mut sessions) = (Vec::new(), 0);
        for (n, line) in self.lines.iter().enumerate() {
            let fits = departments[usize::from(line.department)]
                && asked.kind.is_none_or(|kind| line.kind == kind)
                && (asked.language.is_empty() || line.languages & language != 0)
                && (!asked.booking || line.booking);
            if !fits || !wanted.iter().all(|word| word.is_in(self, line)) {
                continue;
            }
            let here = self.sessions[line.sessions.clone()].iter().filter(answers).count();
            if here > 0 {
                found.push(n);
                sessions += here;
            }
        }
        (found, sessions)
    }
}

/// A word that is looked for, and where it was found among what many share.
struct Word<'a> {
    own: Finder<'a>,
    everywhere: bool,
    departments: Vec<bool>,
    places: Vec<bool>,
}

impl<'a> Word<'a> {
    fn of(index: &Index, word: &'a str) -> Word<'a> {
        let own = Finder::new(word);
        let is_in = |text: &str| own.find(text.as_bytes()).is_some();
        Word {
            everywhere: is_in(&index.event),
            departments: index.departments.iter().map(|(_, words)| is_in(words)).collect(),
            places: index.places.iter().map(|it| is_in(&it.words)).collect(),
            own,
        }
    }

    fn is_in(&self, index: &Index, line: &Line) -> bool {
        self.departments[usize::from(line.department)]
            || index.sessions[line.sessions.clone()].iter().any(|it| self.places[usize::from(it.venue)])
            || self.own.find(&index.words.as_bytes()[line.words.clone()]).is_some()
    }
}
