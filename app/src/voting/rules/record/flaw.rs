//! What is wrong with a record, and where: a sentence for whoever recounts on the command line. A page says it in its reader's
//! language, from the same value as JSON: the words `recount-flaw-…` bear the names of [`What`].

use std::fmt;

use serde::Serialize;

/// The first thing found wrong. A record with a flaw is not counted further.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flaw {
    /// The line of the file, from 1, where it was noticed.
    pub line: u64,
    /// The batch in question, where there is one.
    pub batch: Option<u64>,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    // The file
    Empty,
    Unreadable(String),
    Long,
    Header(String),
    /// Something stands where it may not.
    Order(&'static str),
    // The lines of a batch
    Batch {
        said: u64,
        due: u64,
    },
    Award(String),
    Choice {
        award: String,
        choice: String,
    },
    Class(String),
    Quarter {
        choice: String,
        quarter: u8,
    },
    Digits(String),
    // Checkpoints
    Signature(&'static str),
    Seq {
        said: u64,
        due: u64,
    },
    Chain,
    Awards,
    Size {
        log: String,
        said: u64,
        found: u64,
    },
    /// A leaf of the batch was altered, dropped, added or moved.
    Root {
        log: String,
        from: u64,
    },
    Share {
        award: String,
        votes: u64,
        ballots: u64,
        leaves: u64,
    },
    Unsealed,
    Twice(String),
    // The announcement
    Hidden,
    DayUntold {
        stop: String,
        day: String,
    },
    DayTwice {
        stop: String,
        day: String,
    },
    Turnout(Box<Imbalance>),
    Object(String),
    Paper,
    Statements,
    Last,
    Total {
        award: String,
        entry: String,
        said: u64,
        found: u64,
    },
    Blank {
        award: String,
        said: u64,
        found: u64,
    },
    Entries,
    // The earlier checkpoint
    WitnessKey,
    WitnessGone(u64),
    WitnessOther(u64),
}

/// A turnout that does not fit the leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Imbalance {
    pub stop: String,
    pub day: String,
    /// `used`, `paper` or `test`.
    pub column: &'static str,
    pub said: u64,
    pub award: String,
    pub votes: u64,
    pub leaves: u64,
}

impl std::error::Error for Flaw {}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(batch) = self.batch {
            write!(f, ", batch {batch}")?;
        }
        write!(f, ": {}", self.what)
    }
}

impl What {
    /// A line that cannot be read, and why; what it says of the line is cut and made harmless to a terminal.
    pub fn unreadable(why: impl fmt::Display) -> What {
        What::Unreadable(harmless(why))
    }

    pub fn header(why: impl fmt::Display) -> What {
        What::Header(harmless(why))
    }
}

fn harmless(text: impl fmt::Display) -> String {
    text.to_string().chars().take(200).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::Empty => write!(f, "there is nothing to recount"),
            What::Unreadable(why) => write!(f, "this is no line of a record ({why})"),
            What::Long => write!(f, "the line is longer than any line of a record"),
            What::Header(why) => write!(f, "the first line does not describe a ballot: {why}"),
            What::Order(why) => write!(f, "this line may not stand here: {why}"),
            What::Batch { said, due } => write!(f, "the line is of batch {said}, where batch {due} is due"),
            What::Award(award) => write!(f, "there is no award {award:?} on the ballot"),
            What::Choice { award, choice } => write!(f, "there is no entry {choice:?} on the ballot of award {award}"),
            What::Class(class) => write!(f, "{class:?} is not a class of ballots"),
            What::Quarter { choice, quarter } => write!(f, "the choice {choice:?} cannot have stood in quarter {quarter}"),
            What::Digits(text) => write!(f, "{text:?} is not 64 lower-case hex digits"),
            What::Signature(what) => {
                write!(f, "the {what} is not signed by the key of this record, or is not of this scheme, or is not whole")
            }
            What::Seq { said, due } => write!(f, "this is checkpoint {said}, where checkpoint {due} is due"),
            What::Chain => write!(f, "the checkpoint does not follow the one before it: one of the two was replaced"),
            What::Awards => write!(f, "the checkpoint is not over the awards on the ballot"),
            What::Size { log, said, found } => write!(f, "the checkpoint says that {log} has {said} leaves, but there are {found}"),
            What::Root { log, from } => {
                write!(f, "the leaves of {log} since line {from} are not those that were sealed: one was altered, dropped, added or moved")
            }
            What::Share { award, votes, ballots, leaves } => {
                write!(
                    f,
                    "{ballots} ballots with {votes} votes each should have left {} leaves in {award}, not {leaves}",
                    ballots.saturating_mul(*votes)
                )
            }
            What::Unsealed => write!(f, "the record stops before the checkpoint of this batch, so nobody vouches for its lines"),
            What::Twice(hash) => write!(f, "a receipt is in the record twice (SHA-256 {hash})"),
            What::Hidden => write!(f, "there is a result, but some choices are not opened"),
            What::DayUntold { stop, day } => write!(f, "there are ballots of {stop} on {day}, but no turnout"),
            What::DayTwice { stop, day } => write!(f, "the turnout of {stop} on {day} is told twice"),
            What::Turnout(it) => {
                let Imbalance { stop, day, column, said, award, votes, leaves } = &**it;
                write!(
                    f,
                    "the turnout of {stop} on {day} says {column} {said}, with {votes} votes each, but {award} has {leaves} such leaves"
                )
            }
            What::Object(object) => write!(f, "{object:?} cannot be the object of a decision"),
            What::Paper => write!(f, "the ballot paper in the first line is not the one over which the result was signed"),
            What::Statements => write!(f, "the lines of turnout and decisions are not those over which the result was signed"),
            What::Last => write!(f, "the result was not signed over the last checkpoint of this record"),
            What::Total { award, entry, said, found } => {
                write!(f, "the result gives {entry} {said} votes in {award}, the ballots give {found}")
            }
            What::Blank { award, said, found } => write!(f, "the result has {said} blank votes in {award}, the ballots have {found}"),
            What::Entries => write!(f, "the result does not list just the entries and awards on the ballot"),
            What::WitnessKey => write!(f, "the earlier checkpoint is not signed by the key of this record"),
            What::WitnessGone(seq) => write!(f, "checkpoint {seq} was published earlier, and this record stops before it"),
            What::WitnessOther(seq) => {
                write!(f, "checkpoint {seq} of this record is not the one that was published earlier: the past was changed")
            }
        }
    }
}
