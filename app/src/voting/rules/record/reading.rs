//! The state of a recount after some lines, and every check that can be made of the next.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::{
    Checkpoint, Decision, Frontier, Hash, Outcome, Turnout, digest,
    flaw::{Flaw, Imbalance, What},
    is_code, is_day, leaf, merkle, read_hex,
    report::{Report, counts},
    shape::{Header, Line, Row},
    table::Table,
    write::KIND,
};
use crate::base::text::Bi;

/// How far the file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Logs,
    Statements,
    Result,
}

#[derive(Debug)]
pub(super) struct Reading {
    /// The SHA-256 of the first line.
    header: Hash,
    scheme: String,
    name: Bi,
    key: Hash,
    table: Table,
    part: Part,
    inclusion: Frontier,
    /// The log of choices of each award.
    content: Vec<Frontier>,
    receipts: Vec<(Hash, u32)>,
    /// The line and the SHA-256 of each checkpoint.
    notes: Vec<(u64, Hash)>,
    day: String,
    /// The first line after the last checkpoint, if there is one.
    open: Option<u64>,
    /// Some leaves are there as hashes only.
    hidden: bool,
    statements: Sha256,
    turnout: Vec<Turnout>,
    decisions: Vec<Decision>,
    /// The bytes of a leaf.
    buffer: String,
}

impl Reading {
    pub fn begin(line: &str) -> Result<Reading, What> {
        let hash = digest(line.as_bytes());
        let header: Header = serde_json::from_str(line).map_err(What::header)?;
        if header.record != KIND {
            return Err(What::Header(format!("it is no {KIND}")));
        }
        if !is_code(&header.scheme) {
            return Err(What::Header(format!("{:?} is no code of a scheme", header.scheme)));
        }
        let key = read_hex(&header.key).ok_or(What::Digits(header.key))?;
        let table = Table::new(header.awards).map_err(What::header)?;
        Ok(Reading {
            header: hash,
            scheme: header.scheme,
            name: header.name,
            key,
            part: Part::Logs,
            inclusion: Frontier::default(),
            content: table.awards().map(|_| Frontier::default()).collect(),
            table,
            receipts: Vec::new(),
            notes: Vec::new(),
            day: String::new(),
            open: None,
            hidden: false,
            statements: Sha256::new(),
            turnout: Vec::new(),
            decisions: Vec::new(),
            buffer: String::new(),
        })
    }

    pub fn ballots(&self) -> u64 {
        self.inclusion.size
    }

    /// The batch whose lines are being read: what goes wrong now goes wrong in it.
    pub fn batch(&self) -> Option<u64> {
        (self.part == Part::Logs).then_some(self.due())
    }

    fn due(&self) -> u64 {
        self.notes.len() as u64 + 1
    }

    pub fn take(&mut self, at: u64, text: &str) -> Result<(), What> {
        match Line::parse(text).map_err(What::unreadable)? {
            Line::Inclusion { batch, receipts } => {
                self.in_batch(at, batch)?;
                self.include(&receipts)
            }
            Line::Ballots { batch, award, rows } => {
                self.in_batch(at, batch)?;
                self.choices(award, &rows)
            }
            Line::Hidden { batch, award, leaves } => {
                self.in_batch(at, batch)?;
                self.hidden(award, &leaves)
            }
            Line::Checkpoint(note) => self.checkpoint(at, &note),
            Line::Turnout(days) => {
                self.statement(text)?;
                if let Some(it) = days.iter().find(|it| !is_code(&it.stop) || !is_day(&it.day)) {
                    return Err(What::unreadable(format!("{:?} on {:?} is no day of a stop", it.stop, it.day)));
                }
                self.turnout.extend(days);
                Ok(())
            }
            Line::Decision(decision) => {
                self.statement(text)?;
                if !is_code(&decision.object) {
                    return Err(What::Object(decision.object));
                }
                self.decisions.push(decision);
                Ok(())
            }
            Line::Result(note) => self.result(&note),
        }
    }

    fn in_batch(&mut self, at: u64, batch: u64) -> Result<(), What> {
        if self.part > Part::Logs {
            return Err(What::Order("ballots come before turnout, decisions and result"));
        }
        if batch != self.due() {
            return Err(What::Batch { said: batch, due: self.due() });
        }
        self.open.get_or_insert(at);
        Ok(())
    }

    fn include(&mut self, receipts: &[&str]) -> Result<(), What> {
        let batch = u32::try_from(self.due()).unwrap_or(u32::MAX);
        for text in receipts {
            let hash = read_hex(text).ok_or_else(|| What::Digits((*text).into()))?;
            self.inclusion.push(merkle::leaf(&hash));
            self.receipts.push((hash, batch));
        }
        Ok(())
    }

    fn award(&self, award: &str) -> Result<usize, What> {
        self.table.place(award).ok_or_else(|| What::Award(award.into()))
    }

    fn choices(&mut self, award: &str, rows: &[Row<'_>]) -> Result<(), What> {
        let (place, batch) = (self.award(award)?, self.due());
        let mut buffer = std::mem::take(&mut self.buffer);
        for (choice, class, quarter, nonce) in rows {
            self.table.add(place, choice, class, *quarter)?;
            read_hex(nonce).ok_or_else(|| What::Digits((*nonce).into()))?;
            buffer.clear();
            buffer.push('\0'); // as merkle::leaf has it
            leaf::spell(&mut buffer, [award, choice, class], batch, *quarter, nonce);
            self.content[place].push(digest(buffer.as_bytes()));
        }
        self.buffer = buffer;
        Ok(())
    }

    fn hidden(&mut self, award: &str, leaves: &[&str]) -> Result<(), What> {
        let place = self.award(award)?;
        self.hidden = true;
        for text in leaves {
            self.content[place].push(read_hex(text).ok_or_else(|| What::Digits((*text).into()))?);
        }
        Ok(())
    }

    fn checkpoint(&mut self, at: u64, note: &str) -> Result<(), What> {
        if self.part > Part::Logs {
            return Err(What::Order("checkpoints come before turnout, decisions and result"));
        }
        let said = Checkpoint::open(&self.scheme, &self.key, note).ok_or(What::Signature("checkpoint"))?;
        if said.seq != self.due() {
            return Err(What::Seq { said: said.seq, due: self.due() });
        }
        if said.prev != self.last() {
            return Err(What::Chain);
        }
        let from = self.open.unwrap_or(at);
        same("the log of receipts", &self.inclusion, said.inclusion, from)?;
        let awards: Vec<(&str, u64)> = self.table.awards().collect();
        if awards.len() != said.content.len() {
            return Err(What::Awards);
        }
        for ((award, votes), log) in awards.into_iter().zip(&self.content) {
            same(award, log, *said.content.get(award).ok_or(What::Awards)?, from)?;
            if Some(log.size) != self.inclusion.size.checked_mul(votes) {
                return Err(What::Share { award: award.into(), votes, ballots: self.inclusion.size, leaves: log.size });
            }
        }
        self.notes.push((at, digest(note.as_bytes())));
        self.day = said.day;
        self.open = None;
        Ok(())
    }

    /// The SHA-256 of the last checkpoint's note; zeros before the first.
    fn last(&self) -> Hash {
        self.notes.last().map_or([0; 32], |(_, hash)| *hash)
    }

    /// A line of turnout or decisions, over whose bytes the result is signed.
    fn statement(&mut self, text: &str) -> Result<(), What> {
        self.after_logs()?;
        self.part = Part::Statements;
        self.statements.update(text);
        Ok(())
    }

    fn after_logs(&self) -> Result<(), What> {
        match (self.part, self.open) {
            (Part::Result, _) => Err(What::Order("the result is the last line")),
            (_, Some(_)) => Err(What::Unsealed),
            _ => Ok(()),
        }
    }

    fn result(&mut self, note: &str) -> Result<(), What> {
        self.after_logs()?;
        self.part = Part::Result;
        let said = Outcome::open(&self.scheme, &self.key, note).ok_or(What::Signature("result"))?;
        if self.hidden {
            return Err(What::Hidden);
        }
        if said.last != (self.notes.len() as u64, self.last()) {
            return Err(What::Last);
        }
        if said.header != self.header {
            return Err(What::Paper);
        }
        if said.statements != Hash::from(self.statements.clone().finalize()) {
            return Err(What::Statements);
        }
        self.balance()?;
        self.totals(&said)
    }

    /// Every poll day has as many leaves in every award as its turnout says.
    fn balance(&self) -> Result<(), What> {
        let (mut days, mut told) = (self.table.days(), BTreeSet::new());
        for it in &self.turnout {
            let key = (it.stop.clone(), it.day.clone());
            if !told.insert(key.clone()) {
                return Err(What::DayTwice { stop: key.0, day: key.1 });
            }
            let none = || vec![[0; 3]; self.content.len()];
            let leaves = days.remove(&key).unwrap_or_else(none);
            for ((award, votes), leaves) in self.table.awards().zip(leaves) {
                for ((column, said), leaves) in [("used", it.used), ("paper", it.paper), ("test", it.test)].into_iter().zip(leaves) {
                    if said.checked_mul(votes) != Some(leaves) {
                        let (stop, day) = key;
                        let award = award.to_owned();
                        return Err(What::Turnout(Box::new(Imbalance { stop, day, column, said, award, votes, leaves })));
                    }
                }
            }
        }
        match days.into_keys().next() {
            Some((stop, day)) => Err(What::DayUntold { stop, day }),
            None => Ok(()),
        }
    }

    /// The signed totals are what the ballots give.
    fn totals(&self, said: &Outcome) -> Result<(), What> {
        let found = self.table.count(|class| counts(&self.decisions, class));
        for award in &found {
            for row in &award.rows {
                let said = *said.totals.get(&(award.code.clone(), row.entry.clone())).ok_or(What::Entries)?;
                if said != row.votes {
                    return Err(What::Total { award: award.code.clone(), entry: row.entry.clone(), said, found: row.votes });
                }
            }
            let said = *said.blank.get(&award.code).ok_or(What::Entries)?;
            if said != award.blank {
                return Err(What::Blank { award: award.code.clone(), said, found: award.blank });
            }
        }
        let rows: usize = found.iter().map(|it| it.rows.len()).sum();
        if (rows, found.len()) == (said.totals.len(), said.blank.len()) { Ok(()) } else { Err(What::Entries) }
    }

    pub fn finish(mut self, line: u64, witness: Option<&str>) -> Result<Report, Flaw> {
        if self.open.is_some() {
            return Err(Flaw { line, batch: self.batch(), what: What::Unsealed });
        }
        self.receipts.sort_unstable();
        if let Some([(hash, _), (_, batch)]) = self.receipts.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            let line = self.notes.get((*batch as usize).saturating_sub(1)).map_or(line, |(line, _)| *line);
            return Err(Flaw { line, batch: Some(u64::from(*batch)), what: What::Twice(hex::encode(hash)) });
        }
        if let Some(note) = witness {
            self.holds(note, line)?;
        }
        let (opened, complete) = (!self.hidden, self.part == Part::Result);
        let counted = |class: &str| counts(&self.decisions, class);
        Ok(Report {
            key: hex::encode(self.key),
            ballots: self.inclusion.size,
            batches: self.notes.len() as u64,
            last: hex::encode(self.last()),
            opened,
            complete,
            classes: if opened { self.table.classes(counted) } else { Vec::new() },
            awards: if opened { self.table.count(counted) } else { Vec::new() },
            scheme: self.scheme,
            name: self.name,
            day: self.day,
            decisions: self.decisions,
            turnout: self.turnout,
            table: self.table,
            receipts: self.receipts,
        })
    }

    /// The record has this earlier checkpoint in its place, to the byte.
    fn holds(&self, note: &str, line: u64) -> Result<(), Flaw> {
        let flaw = |line, batch, what| Err(Flaw { line, batch, what });
        let Some(earlier) = Checkpoint::open(&self.scheme, &self.key, note) else { return flaw(line, None, What::WitnessKey) };
        let place = usize::try_from(earlier.seq).unwrap_or(usize::MAX).checked_sub(1);
        match place.and_then(|at| self.notes.get(at)) {
            None => flaw(line, None, What::WitnessGone(earlier.seq)),
            Some((at, hash)) if *hash != digest(note.as_bytes()) => flaw(*at, Some(earlier.seq), What::WitnessOther(earlier.seq)),
            Some(_) => Ok(()),
        }
    }
}

fn same(name: &str, log: &Frontier, (size, root): (u64, Hash), from: u64) -> Result<(), What> {
    if log.size != size {
        return Err(What::Size { log: name.into(), said: size, found: log.size });
    }
    if log.root() == root { Ok(()) } else { Err(What::Root { log: name.into(), from }) }
}
