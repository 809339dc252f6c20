//! The recount: a record goes in as bytes, in pieces of any size, and comes out as a flaw or a report.
//!
//! It keeps the edge of each tree, the counts and the hashes of receipts, so a record of millions fits in a phone. It believes
//! only hashes and signatures: everything the result says is worked out again from the leaves.

use super::{
    flaw::{Flaw, What},
    reading::Reading,
    report::Report,
};

/// More than the longest line that a record can have; a stream without lines is not a record.
const LONGEST: usize = 4 << 20;

/// A recount on its way.
#[derive(Debug, Default)]
pub struct Recount {
    line: u64,
    /// Of a line that is not all there yet.
    rest: Vec<u8>,
    reading: Option<Reading>,
    witness: Option<String>,
    /// The first flaw: whoever goes on pushing hears it again.
    broken: Option<Flaw>,
}

impl Recount {
    pub fn new() -> Recount {
        Recount::default()
    }

    /// A checkpoint as it was published earlier, the whole signed note: the record must have it, to the byte. Without one a
    /// record that was rolled back and signed anew looks like any other.
    pub fn witness(&mut self, note: impl Into<String>) {
        self.witness = Some(note.into());
    }

    /// So many ballots are read: for a progress bar.
    pub fn ballots(&self) -> u64 {
        self.reading.as_ref().map_or(0, Reading::ballots)
    }

    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Flaw> {
        if let Some(flaw) = &self.broken {
            return Err(flaw.clone());
        }
        self.lines(bytes).inspect_err(|flaw| self.broken = Some(flaw.clone()))
    }

    fn lines(&mut self, mut bytes: &[u8]) -> Result<(), Flaw> {
        while let Some(end) = bytes.iter().position(|b| *b == b'\n') {
            let (line, rest) = bytes.split_at(end + 1);
            if self.rest.is_empty() {
                self.take(line)?;
            } else {
                let mut whole = std::mem::take(&mut self.rest);
                whole.extend_from_slice(line);
                self.take(&whole)?;
                whole.clear();
                self.rest = whole;
            }
            bytes = rest;
        }
        self.rest.extend_from_slice(bytes);
        if self.rest.len() > LONGEST {
            self.line += 1;
            return Err(self.flaw(What::Long));
        }
        Ok(())
    }

    /// One line with its newline.
    fn take(&mut self, line: &[u8]) -> Result<(), Flaw> {
        self.line += 1;
        let text = std::str::from_utf8(line).map_err(|why| self.flaw(What::unreadable(why)))?;
        if text.len() > LONGEST {
            return Err(self.flaw(What::Long));
        }
        let done = match &mut self.reading {
            Some(reading) => reading.take(self.line, text),
            None => Reading::begin(text).map(|reading| self.reading = Some(reading)),
        };
        done.map_err(|what| self.flaw(what))
    }

    fn flaw(&self, what: What) -> Flaw {
        let batch = self.reading.as_ref().and_then(Reading::batch);
        Flaw { line: self.line, batch, what }
    }

    /// What was found, when all bytes are in.
    pub fn finish(mut self) -> Result<Report, Flaw> {
        self.push(&[])?;
        if !self.rest.is_empty() {
            // A last line without its newline is a line if it is whole; if not, it says so.
            let mut last = std::mem::take(&mut self.rest);
            last.push(b'\n');
            self.take(&last)?;
        }
        let line = self.line;
        let Some(reading) = self.reading else { return Err(Flaw { line, batch: None, what: What::Empty }) };
        reading.finish(line, self.witness.as_deref())
    }
}
