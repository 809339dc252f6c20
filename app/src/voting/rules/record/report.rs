//! What a recount found in a sound record. Classes of ballots can be switched off in it to see what changes.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{AwardCount, ClassCount, Decision, Hash, Turnout, leaf, receipt_hash, table::Table};
use crate::{base::text::Bi, voting::ballot};

#[derive(Debug, Serialize)]
pub struct Report {
    pub scheme: String,
    pub name: Bi,
    /// The public key that signed everything, in hex. Whether it is the right one only another source can tell.
    pub key: String,
    pub ballots: u64,
    pub batches: u64,
    /// The SHA-256 of the last checkpoint's note, in hex, and its day: what a closing slip shows.
    pub last: String,
    pub day: String,
    /// Whether every choice is opened. Where one is not, nothing is counted.
    pub opened: bool,
    /// Whether the record goes on to its signed result, and the result is what the ballots give.
    pub complete: bool,
    /// By name; of choices that are not opened none.
    pub classes: Vec<ClassCount>,
    /// With the officers' decisions applied; none where choices are not opened.
    pub awards: Vec<AwardCount>,
    pub decisions: Vec<Decision>,
    pub turnout: Vec<Turnout>,
    #[serde(skip)]
    pub(super) table: Table,
    /// Sorted, with the batch of each.
    #[serde(skip)]
    pub(super) receipts: Vec<(Hash, u32)>,
}

impl Report {
    /// The votes with some classes off besides those that the officers left out. Each is a class or the words it begins with.
    pub fn tally(&self, off: &BTreeSet<String>) -> Vec<AwardCount> {
        self.table.count(|class| counts(&self.decisions, class) && !is_off(off, class))
    }

    /// The votes of all classes but these and the tests, whatever the officers decided: so one sees what a decision changed.
    pub fn tally_all_but(&self, off: &BTreeSet<String>) -> Vec<AwardCount> {
        self.table.count(|class| counts(&[], class) && !is_off(off, class))
    }

    /// The batch in which a receipt is, as it is shown or as it is kept.
    pub fn finds(&self, receipt: &str) -> Option<u64> {
        let hash = receipt_hash(&ballot::read_receipt(receipt)?);
        let at = self.receipts.binary_search_by(|(it, _)| it.cmp(&hash)).ok()?;
        self.receipts.get(at).map(|(_, batch)| u64::from(*batch))
    }
}

/// Whether ballots of a class are counted: no tests, and as the last decision about the class says.
pub fn counts(decisions: &[Decision], class: &str) -> bool {
    let test = leaf::Class::parse(class).is_none_or(|it| it.is_test());
    !test && decisions.iter().rfind(|it| leaf::covers(&it.object, class)).is_none_or(|it| it.counted)
}

fn is_off(off: &BTreeSet<String>, class: &str) -> bool {
    off.iter().any(|it| leaf::covers(it, class))
}
