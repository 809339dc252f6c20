//! Why not, in numbers and no prose. Each becomes a sentence and a status at the edge.

use super::{DayState, PollState};
use crate::base::{
    problem::{Kind, Problem},
    text::Bi,
    time::{Day, Moment},
};

#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    // Stops
    StopTooNear { other: Bi, from: Day, to: Day },
    VenueClosed { day: Day },
    OutsideHours { day: Day, opens: String, closes: String },
    // The ballot
    TooMany { award: String, most: usize },
    Twice { award: String },
    NotOnBallot { code: String },
    Blank,
    // The code
    CodeBad,
    CodeUnknown,
    CodeUsed,
    CodeVoid,
    CodeNotIssued,
    OtherStop { stop: Bi, opens: Moment, closes: Moment },
    PollClosed { stop: Bi, opens: Moment, closes: Moment },
    TooManyTries { seconds: i64 },
    KeyReused,
    // The day
    DayMove { from: DayState, to: DayState },
    NotToday { day: Day },
    BatchMove,
    HandedBad { batch: i64, least: i64, most: i64 },
    PaperOpen,
    TestsWaiting { ballots: i64 },
    TestsOdd,
    PaperVotes { award: String, most: i64 },
    PaperAboveSlips { slips: i64 },
    SameOfficer,
    Unexplained { difference: i64 },
    // The count
    DaysOpen { days: i64 },
    UrnNotEmpty { ballots: i64 },
    PollMove { from: PollState },
    CountsDiffer,
}

impl From<Refusal> for Problem {
    fn from(no: Refusal) -> Problem {
        use Refusal::*;
        let hours = |key: &str, (stop, opens, closes): (Bi, Moment, Moment)| {
            Problem::closed(key).with("stop", stop).with("opens", opens).with("closes", closes).on("code")
        };
        match no {
            StopTooNear { other, from, to } => {
                Problem::clash("exhibitions-too-near").with("other", other).with("from", from).with("to", to).on("starts")
            }
            VenueClosed { day } => Problem::rule("exhibitions-venue-closed").with("day", day).on("starts"),
            OutsideHours { day, opens, closes } => {
                Problem::rule("exhibitions-outside-hours").with("day", day).with("opens", opens).with("closes", closes).on("opens")
            }
            TooMany { award, most } => Problem::rule("voting-too-many").with("most", most).on(format!("choices[{award}]")),
            Twice { award } => Problem::rule("voting-twice").on(format!("choices[{award}]")),
            NotOnBallot { code } => Problem::rule("voting-not-on-ballot").with("code", code),
            Blank => Problem::rule("voting-blank"),
            CodeBad => Problem::rule("voting-code-bad").on("code"),
            CodeUnknown => Problem::rule("voting-code-unknown").on("code"),
            CodeUsed => Problem::clash("voting-code-used").on("code"),
            CodeVoid => Problem::closed("voting-code-void").on("code"),
            CodeNotIssued => Problem::closed("voting-code-not-issued").on("code"),
            OtherStop { stop, opens, closes } => hours("voting-other-stop", (stop, opens, closes)),
            PollClosed { stop, opens, closes } => hours("voting-poll-closed", (stop, opens, closes)),
            TooManyTries { seconds } => Problem::new(Kind::Rate, "voting-too-many-tries").with("seconds", seconds).on("code"),
            KeyReused => Problem::clash("voting-key-reused"),
            DayMove { from, to } => Problem::clash("voting-day-move").with("from", from.code()).with("to", to.code()),
            NotToday { day } => Problem::clash("voting-not-today").with("day", day),
            BatchMove => Problem::clash("voting-batch-move"),
            HandedBad { batch, least, most } => {
                Problem::rule("voting-handed-bad").with("least", least).with("most", most).on(format!("handed[{batch}]"))
            }
            PaperOpen => Problem::clash("voting-paper-open"),
            TestsWaiting { ballots } => Problem::clash("voting-tests-waiting").with("n", ballots),
            TestsOdd => Problem::rule("voting-tests-odd"),
            PaperVotes { award, most } => Problem::rule("voting-paper-votes").with("award", award).with("most", most),
            PaperAboveSlips { slips } => Problem::rule("voting-paper-above-slips").with("slips", slips),
            SameOfficer => Problem::new(Kind::Forbidden, "voting-same-officer"),
            Unexplained { difference } => Problem::clash("voting-unexplained").with("difference", difference).on("explanation"),
            DaysOpen { days } => Problem::clash("voting-days-open").with("days", days),
            UrnNotEmpty { ballots } => Problem::clash("voting-urn-not-empty").with("ballots", ballots),
            PollMove { from } => Problem::clash("voting-poll-move").with("from", from.code()),
            CountsDiffer => Problem::clash("voting-counts-differ"),
        }
    }
}
