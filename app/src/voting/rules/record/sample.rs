//! Records of invented ballots, the same for the same seed: what tests, measurements and writers of other recounters begin with.
//!
//! The key is made of the seed and therefore known to everybody. No real record is ever written here.

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;

use super::{
    BallotLeaf, Checkpoint, Class, Decision, DecisionKind, Frontier, Hash, Outcome, Turnout, digest, merkle, receipt_hash, report::counts,
    write,
};
use crate::{
    base::text::Bi,
    voting::{BallotAward, BallotEntry, BallotPaper, ballot},
};

/// The poll days of the sample.
const DAYS: u64 = 4;

/// What kind of record is wanted.
#[derive(Clone, Debug)]
pub struct Sample {
    pub ballots: u64,
    pub seed: u64,
    /// Ballots in a batch.
    pub batch: u64,
    /// Votes of one ballot in each award.
    pub votes: Vec<usize>,
    pub entries: usize,
    /// Choices are opened; otherwise only the hashes of leaves are there.
    pub opened: bool,
    /// The record goes on to its result.
    pub announced: bool,
}

/// What is true of a sample, counted without the record.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    pub totals: BTreeMap<(String, String), u64>,
    pub blank: BTreeMap<String, u64>,
    /// The signed notes of the checkpoints.
    pub notes: Vec<String>,
}

/// A finished record of so many ballots, two awards with one vote each, line by line.
pub fn write(ballots: u64, seed: u64, out: &mut impl FnMut(&str)) -> Truth {
    Sample { ballots, seed, ..Sample::default() }.write(out)
}

/// The receipt of one ballot of a sample.
pub fn receipt(seed: u64, ballot: u64) -> String {
    ballot::receipt(&format!("sample {seed} {ballot}"))
}

/// The key that signs a sample.
pub fn key(seed: u64) -> SigningKey {
    SigningKey::from_bytes(&digest(format!("accolade sample {seed}").as_bytes()))
}

impl Default for Sample {
    fn default() -> Sample {
        Sample { ballots: 100, seed: 1, batch: 500, votes: vec![1, 1], entries: 24, opened: true, announced: true }
    }
}

impl Sample {
    pub fn paper(&self) -> BallotPaper {
        let award = |(at, votes): (usize, &usize)| BallotAward {
            code: format!("BPP2-A{}", at + 1),
            name: Bi::new(format!("Award {}", at + 1), format!("獎項{}", at + 1)),
            votes: *votes,
            entries: (1..=self.entries).map(|n| entry(at + 1, n)).collect(),
        };
        let awards = self.votes.iter().enumerate().map(award).collect();
        BallotPaper { scheme: "BPP2".into(), name: Bi::new("A sample vote", "示範投票"), awards }
    }

    pub fn write(&self, out: &mut impl FnMut(&str)) -> Truth {
        let (paper, key) = (self.paper(), key(self.seed));
        let header = write::header(&paper, key.verifying_key().as_bytes());
        out(&header);
        let header = digest(header.as_bytes());
        let mut pen = Pen { sample: self, header, paper, key, chance: Chance(self.seed), state: State::default() };
        let batches = self.ballots.div_ceil(self.batch.max(1));
        for batch in 1..=batches {
            let from = (batch - 1) * self.batch;
            pen.batch(batch, from..(from + self.batch).min(self.ballots), (batch - 1) * DAYS / batches, out);
        }
        if self.announced {
            pen.announce(batches, out);
        }
        pen.state.truth
    }
}

fn entry(award: usize, n: usize) -> BallotEntry {
    BallotEntry {
        code: format!("BPP2-E{award}{n:02}"),
        title: Bi::new(format!("Entry {n}"), format!("作品{n}")),
        department: Bi::new(format!("Department {}", n % 7 + 1), format!("第{}部門", n % 7 + 1)),
        summary: Bi::default(),
    }
}

struct Pen<'a> {
    sample: &'a Sample,
    header: Hash,
    paper: BallotPaper,
    key: SigningKey,
    chance: Chance,
    state: State,
}

#[derive(Default)]
struct State {
    inclusion: Frontier,
    content: BTreeMap<String, Frontier>,
    last: Hash,
    /// Votes by class, award and entry; the empty entry is blank.
    votes: BTreeMap<(String, String, String), u64>,
    /// Ballots by stop and day: of codes, on paper, of tests.
    days: BTreeMap<(String, String), [u64; 3]>,
    truth: Truth,
}

impl Pen<'_> {
    fn batch(&mut self, batch: u64, ballots: std::ops::Range<u64>, day: u64, out: &mut impl FnMut(&str)) {
        let day = format!("2001-09-{:02}", day + 12);
        let classes = merge_small(ballots.clone().map(|_| self.class(&day)).collect());
        let mut receipts: Vec<Hash> = ballots.map(|it| receipt_hash(&receipt(self.sample.seed, it))).collect();
        self.chance.shuffle(&mut receipts);
        receipts.iter().for_each(|it| self.state.inclusion.push(merkle::leaf(it)));
        out(&write::inclusion(batch, &receipts));

        for class in &classes {
            let Some(class) = Class::parse(class) else { continue };
            let column = ["paper", "test"].iter().position(|it| *it == class.channel).map_or(0, |at| at + 1);
            self.state.days.entry((class.stop.into(), class.day.into())).or_default()[column] += 1;
        }
        for place in 0..self.paper.awards.len() {
            let mut leaves: Vec<BallotLeaf> = classes.iter().flat_map(|class| self.choices(place, class, batch)).collect();
            // Its own order in each award, so that nothing joins the two choices of one ballot.
            self.chance.shuffle(&mut leaves);
            let award = self.paper.awards[place].code.clone();
            let hashes: Vec<Hash> = leaves.iter().map(BallotLeaf::hash).collect();
            let log = self.state.content.entry(award.clone()).or_default();
            hashes.iter().for_each(|it| log.push(*it));
            out(&if self.sample.opened { write::ballots(batch, &award, &leaves) } else { write::hidden(batch, &award, &hashes) });
        }
        let size_and_root = |log: &Frontier| (log.size, log.root());
        let note = Checkpoint {
            scheme: self.paper.scheme.clone(),
            seq: batch,
            prev: self.state.last,
            day,
            inclusion: size_and_root(&self.state.inclusion),
            content: self.state.content.iter().map(|(award, log)| (award.clone(), size_and_root(log))).collect(),
        }
        .sign(&self.key);
        self.state.last = digest(note.as_bytes());
        out(&write::checkpoint(&note));
        self.state.truth.notes.push(note);
    }

    fn class(&mut self, day: &str) -> String {
        let stop = 1 + self.chance.below(2);
        let part = ["am", "pm", "eve"][self.chance.below(3)];
        let channel = match self.chance.below(100) {
            0..50 => "kiosk",
            50..88 => "phone",
            88..96 => "paper",
            _ => "test",
        };
        format!("EX-BPP2-{stop}:{day}:{part}:{channel}")
    }

    /// The leaves of one ballot in one award: what it chose, and blanks for the rest.
    fn choices(&mut self, place: usize, class: &str, batch: u64) -> Vec<BallotLeaf> {
        let award = self.paper.awards[place].clone();
        let wanted = if self.chance.below(8) == 0 { self.chance.below(award.votes + 1) } else { award.votes };
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < wanted.min(award.entries.len()) {
            // The lower of two draws: some entries are better liked than others.
            let draw = self.chance.below(award.entries.len()).min(self.chance.below(award.entries.len()));
            if !chosen.contains(&draw) {
                chosen.push(draw);
            }
        }
        let mut leaves = Vec::with_capacity(award.votes);
        for at in 0..award.votes {
            let choice = chosen.get(at).map_or(String::new(), |it| award.entries[*it].code.clone());
            let quarter = if choice.is_empty() { 0 } else { self.chance.below(4) as u8 };
            *self.state.votes.entry((class.into(), award.code.clone(), choice.clone())).or_default() += 1;
            leaves.push(BallotLeaf { award: award.code.clone(), choice, class: class.into(), batch, quarter, nonce: self.chance.nonce() });
        }
        leaves
    }

    fn announce(&mut self, batches: u64, out: &mut impl FnMut(&str)) {
        let turnout: Vec<Turnout> = self.state.days.iter().map(|((stop, day), of)| balanced(stop, day, *of)).collect();
        let decisions = decisions();
        let statements = decisions.iter().fold(write::turnout(&turnout), |text, it| text + &write::decision(it));
        out(&statements);
        let truth = &mut self.state.truth;
        for award in &self.paper.awards {
            truth.blank.insert(award.code.clone(), 0);
            award.entries.iter().for_each(|it| _ = truth.totals.insert((award.code.clone(), it.code.clone()), 0));
        }
        for ((class, award, entry), votes) in self.state.votes.iter().filter(|((class, ..), _)| counts(&decisions, class)) {
            let sum = match entry.as_str() {
                "" => truth.blank.entry(award.clone()).or_default(),
                _ => truth.totals.entry((award.clone(), entry.clone())).or_default(),
            };
            debug_assert!(!class.is_empty());
            *sum += votes;
        }
        let outcome = Outcome {
            scheme: self.paper.scheme.clone(),
            header: self.header,
            last: (batches, self.state.last),
            statements: digest(statements.as_bytes()),
            totals: truth.totals.clone(),
            blank: truth.blank.clone(),
        };
        out(&write::result(&outcome.sign(&self.key)));
    }
}

fn balanced(stop: &str, day: &str, [used, paper, test]: [u64; 3]) -> Turnout {
    Turnout { stop: stop.into(), day: day.into(), used, paper, test, spoilt: paper / 10, void: 0, duplicates: used / 200 }
}

/// A class set aside and left out, a part of it taken in again, and a day that was written off.
pub fn decisions() -> Vec<Decision> {
    let decision = |kind, object: &str, counted, en: &str, zh: &str| Decision {
        kind,
        object: object.into(),
        counted,
        reason: Bi::new(en, zh),
        by: vec!["EO/EX1".into(), "SEO/EX".into()],
        at: "2001-09-20T10:00:00+08:00".into(),
    };
    let (out, again) = ("EX-BPP2-2:2001-09-13:pm", "EX-BPP2-2:2001-09-13:pm:phone");
    vec![
        decision(DecisionKind::Class, out, false, "The kiosk stood open for an hour.", "投票機一小時無人看管。"),
        decision(DecisionKind::Class, again, true, "Telephones were not touched by it.", "手提電話不受影響。"),
        decision(
            DecisionKind::WriteOff,
            "EX-BPP2-1:2001-09-14",
            true,
            "Two slips are missing and were not used.",
            "兩張選票紙遺失，並未使用。",
        ),
    ]
}

/// Classes with fewer than five ballots in a batch go upward.
fn merge_small(mut classes: Vec<String>) -> Vec<String> {
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    classes.iter().for_each(|it| *sizes.entry(it.clone()).or_default() += 1);
    for class in &mut classes {
        if sizes[class] < 5
            && let Some(merged) = Class::parse(class).map(|it| it.merged())
        {
            *class = merged;
        }
    }
    classes
}

/// Splitmix64: enough for samples, and nothing else.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        ((u128::from(self.next()) * count as u128) >> 64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for left in (1..items.len()).rev() {
            let at = self.below(left + 1);
            items.swap(left, at);
        }
    }

    fn nonce(&mut self) -> [u8; 32] {
        let mut nonce = [0; 32];
        nonce.chunks_exact_mut(8).for_each(|part| part.copy_from_slice(&self.next().to_le_bytes()));
        nonce
    }
}
