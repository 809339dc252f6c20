//! Why not: numbers, no prose. Each becomes a sentence and a status at the edge.

use crate::base::{
    problem::{Kind, Problem},
    time::Moment,
};

use super::{EntryState, RoundState, panel::Bar};

#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    // The scheme
    NotOpen { opens: Moment },
    Closed { since: Moment },
    RulesFrozen { since: Moment },
    SchemeNotDraft,
    SchemeNotPublished,
    NotApproved,
    NoStop,
    // Entries
    EntryMove { from: EntryState, to: EntryState },
    EntryStays,
    LedTooMany { first: String, second: String },
    NoPledge { organisation: String },
    FileKind { name: String },
    // Eligibility and shortlist
    SameOfficer,
    AlreadyChecked,
    NotDisputed,
    ReasonBothLanguages,
    AlreadyAppealed,
    AppealClosed { since: Moment },
    ChecksOpen { entries: Vec<String> },
    StopOpen { since: Moment },
    // The panel
    RoundMove { from: RoundState, to: RoundState },
    PanelSmall { seats: usize, least: usize },
    OneChair,
    NotSealed,
    NotDeclaring,
    DeclarationsOpen { undeclared: usize, unruled: usize },
    OwnDeclaration,
    NothingToRule,
    AlreadyRuled,
    Barred(Bar),
    NotScoring { opens: Moment },
    ScoringClosed { since: Moment },
    SheetsFew { entries: Vec<String>, least: usize },
    ApproverIsChair,
    ApproverSetUp,
    Embargo { until: Moment },
    // Sheets
    ScoreBad { given: String },
    SheetLocked,
    SheetNotSubmitted,
    // Anywhere
    ChairOnly,
    ReasonMissing,
}

impl From<Refusal> for Problem {
    fn from(no: Refusal) -> Problem {
        use Refusal::*;
        let rule = Problem::rule;
        let clash = Problem::clash;
        let closed = Problem::closed;
        match no {
            NotOpen { opens } => closed("awards-not-open").with("opens", opens),
            Closed { since } => closed("awards-closed").with("since", since),
            RulesFrozen { since } => clash("awards-rules-frozen").with("since", since),
            SchemeNotDraft => clash("awards-scheme-not-draft"),
            SchemeNotPublished => clash("awards-scheme-not-published"),
            NotApproved => clash("awards-not-approved"),
            NoStop => clash("awards-no-stop"),
            EntryMove { from, to } => clash("awards-entry-move").with("from", from.code()).with("to", to.code()),
            EntryStays => rule("awards-entry-stays"),
            LedTooMany { first, second } => rule("awards-led-too-many").with("first", first).with("second", second),
            NoPledge { organisation } => rule("awards-no-pledge").with("organisation", organisation),
            FileKind { name } => rule("awards-file-kind").with("name", name).on("file"),
            SameOfficer => Problem::new(Kind::Forbidden, "awards-same-officer"),
            AlreadyChecked => clash("awards-already-checked"),
            NotDisputed => clash("awards-not-disputed"),
            ReasonBothLanguages => rule("awards-reason-both-languages").on("reason_zh"),
            AlreadyAppealed => clash("awards-already-appealed"),
            AppealClosed { since } => closed("awards-appeal-closed").with("since", since),
            ChecksOpen { entries } => clash("awards-checks-open").with("count", entries.len()).with("entries", entries.join(", ")),
            StopOpen { since } => closed("awards-stop-open").with("since", since),
            RoundMove { from, to } => clash("awards-round-move").with("from", from.code()).with("to", to.code()),
            PanelSmall { seats, least } => clash("awards-panel-small").with("seats", seats).with("least", least),
            OneChair => clash("awards-one-chair"),
            NotSealed => clash("awards-not-sealed"),
            NotDeclaring => clash("awards-not-declaring"),
            DeclarationsOpen { undeclared, unruled } => {
                clash("awards-declarations-open").with("undeclared", undeclared).with("unruled", unruled)
            }
            OwnDeclaration => Problem::new(Kind::Forbidden, "awards-own-declaration"),
            NothingToRule => clash("awards-nothing-to-rule"),
            AlreadyRuled => clash("judging-already-ruled"),
            Barred(bar) => barred(bar),
            NotScoring { opens } => clash("awards-not-scoring").with("opens", opens),
            ScoringClosed { since } => closed("awards-scoring-closed").with("since", since),
            SheetsFew { entries, least } => clash("awards-sheets-few").with("entries", entries.join(", ")).with("least", least),
            ApproverIsChair => Problem::new(Kind::Forbidden, "awards-approver-is-chair"),
            ApproverSetUp => Problem::new(Kind::Forbidden, "awards-approver-set-up"),
            Embargo { until } => clash("awards-embargo").with("until", until),
            ScoreBad { given } => rule("awards-score-bad").with("given", given).on("score"),
            SheetLocked => clash("awards-sheet-locked"),
            SheetNotSubmitted => clash("awards-sheet-not-submitted"),
            ChairOnly => Problem::new(Kind::Forbidden, "awards-chair-only"),
            ReasonMissing => rule("awards-reason-missing").on("reason"),
        }
    }
}

fn barred(bar: Bar) -> Problem {
    match bar {
        Bar::OwnOrganisation(organisation) => Problem::new(Kind::Forbidden, "awards-own-organisation").with("organisation", organisation),
        Bar::Interest => Problem::new(Kind::Forbidden, "awards-interest"),
        Bar::Ruled => Problem::new(Kind::Forbidden, "awards-ruled-out"),
        Bar::AwaitsRuling => Problem::new(Kind::Forbidden, "awards-awaits-ruling"),
        Bar::Undeclared(left) => Problem::new(Kind::Forbidden, "awards-undeclared").with("left", left),
    }
}
