//! All that a kiosk is given, as one text: its page carries it, and the kiosk's bundle needs no more than a split to read it.
//!
//! Parts stand in a fixed order with a separator between them that no text has; a list says first how many it holds.

use super::{BoothAward, BoothEntry, BoothPaper, BoothPlace, BoothWords, Tri};
use crate::base::text::Lang;

/// The sign for a unit separator: no title has it, and HTML lets it stand.
pub const BETWEEN: char = '␟';

/// All that a kiosk is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    pub paper: BoothPaper,
    pub words: BoothWords,
    pub place: BoothPlace,
}

impl Given {
    pub fn written(&self) -> String {
        let mut to = Vec::new();
        let Given { paper, words, place } = self;
        to.extend([&place.device, &place.stop, &place.box_public, &place.sign_public].map(Clone::clone));
        to.extend([place.number.to_string(), place.lang.path().to_owned()]);
        [&place.stop_name, &place.day, &place.deadline].into_iter().for_each(|it| put(&mut to, it));
        to.push(words.0.len().to_string());
        words.0.iter().for_each(|it| put(&mut to, it));
        to.push(paper.scheme.clone());
        put(&mut to, &paper.name);
        to.push(paper.awards.len().to_string());
        for award in &paper.awards {
            to.push(award.code.clone());
            put(&mut to, &award.name);
            to.extend([award.votes.to_string(), award.entries.len().to_string()]);
            for entry in &award.entries {
                to.push(entry.code.clone());
                [&entry.title, &entry.department, &entry.summary].into_iter().for_each(|it| put(&mut to, it));
            }
        }
        to.iter().map(|it| it.replace(BETWEEN, " ")).collect::<Vec<_>>().join(&BETWEEN.to_string())
    }

    /// What [`Given::written`] wrote. Of a text cut short the rest is empty.
    pub fn read(text: &str) -> Given {
        let mut parts = text.split(BETWEEN);
        let from = &mut parts;
        let [device, stop, box_public, sign_public] = [(); 4].map(|()| one(from));
        let (number, lang) = (count(from) as u32, Lang::of_path(&one(from)).unwrap_or_default());
        let [stop_name, day, deadline] = [(); 3].map(|()| tri(from));
        let place = BoothPlace { device, number, stop, stop_name, day, box_public, sign_public, deadline, lang };
        let words = BoothWords((0..count(from)).map(|_| tri(from)).collect());
        let (scheme, name) = (one(from), tri(from));
        let award = |from: &mut std::str::Split<'_, char>| {
            let (code, name, votes, entries) = (one(from), tri(from), count(from), count(from));
            let entry = |_| BoothEntry { code: one(from), title: tri(from), department: tri(from), summary: tri(from) };
            BoothAward { code, name, votes, entries: (0..entries).map(entry).collect() }
        };
        let awards = (0..count(from)).map(|_| award(from)).collect();
        Given { paper: BoothPaper { scheme, name, awards }, words, place }
    }
}

fn put(to: &mut Vec<String>, text: &Tri) {
    to.extend([&text.en, &text.tc, &text.sc].map(Clone::clone));
}

fn one(from: &mut std::str::Split<'_, char>) -> String {
    from.next().unwrap_or_default().to_owned()
}

fn tri(from: &mut std::str::Split<'_, char>) -> Tri {
    Tri { en: one(from), tc: one(from), sc: one(from) }
}

/// No list here is longer than this.
fn count(from: &mut std::str::Split<'_, char>) -> usize {
    one(from).parse().unwrap_or(0).min(10_000)
}
