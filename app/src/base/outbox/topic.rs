//! What letters are about: which of them may be gathered or left out, which wait a moment for what comes after them, and why somebody
//! gets them. Pure.

use crate::stored;

/// A sort of letters, as their readers choose among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The account itself: links to choose a password.
    Account,
    /// What becomes of one's own registrations, entries, activities and bookings.
    Standing,
    /// What somebody has to do for others.
    Work,
    Reminder,
    News,
}

stored!(Topic: Account = "account", Standing = "standing", Work = "work", Reminder = "reminder", News = "news");

/// How letters of a sort reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    AtOnce,
    /// Gathered, and sent as one letter in the morning.
    Daily,
    Never,
}

stored!(Way: AtOnce = "at-once", Daily = "daily", Never = "never");

impl Topic {
    /// The ways that may be chosen. What holds a place or a password comes at once; work may wait until morning; the rest may be ended.
    pub fn ways(self) -> &'static [Way] {
        match self {
            Topic::Account | Topic::Standing => &[Way::AtOnce],
            Topic::Work => &[Way::AtOnce, Way::Daily],
            // Gathered, a reminder would come after what it speaks of.
            Topic::Reminder => &[Way::AtOnce, Way::Never],
            Topic::News => &[Way::AtOnce, Way::Daily, Way::Never],
        }
    }

    pub fn may_end(self) -> bool {
        self.ways().contains(&Way::Never)
    }
}

/// The first row whose beginning a kind has says what it is about and why it comes.
const KINDS: [(&str, Topic, &str); 32] = [
    ("invited", Topic::Account, "account"),
    ("reset", Topic::Account, "account"),
    ("password-changed", Topic::Account, "account"),
    ("reminder-workshop-opens", Topic::News, "coordinator"),
    ("reminder-workshop-closes", Topic::Reminder, "coordinator"),
    ("reminder-workshop-starts", Topic::Reminder, "registration"),
    ("reminder-entries-close", Topic::Reminder, "entry"),
    ("reminder-sheets-due", Topic::Reminder, "judge"),
    ("reminder-activities-close", Topic::Reminder, "coordinator"),
    ("reminder-activity-starts", Topic::Reminder, "visitor"),
    ("evaluate", Topic::Reminder, "registration"),
    ("entry-endorsed", Topic::Standing, "entry"),
    ("entry-endorse", Topic::Work, "entry"),
    ("entry-partner", Topic::Work, "entry"),
    ("entry-reminder", Topic::Work, "entry"),
    ("entry-", Topic::Standing, "entry"),
    ("judge-declined", Topic::Work, "secretary"),
    ("judging-approve", Topic::Work, "secretary"),
    ("judge-invited", Topic::Standing, "judge"),
    ("judge-", Topic::Work, "judge"),
    ("sheet-", Topic::Work, "judge"),
    ("results-panel", Topic::News, "judge"),
    ("results-", Topic::Standing, "entry"),
    ("activit", Topic::Standing, "coordinator"),
    ("programme-", Topic::Standing, "coordinator"),
    ("showcase-", Topic::Work, "scheduler"),
    ("booking-", Topic::Standing, "visitor"),
    ("follow-confirm", Topic::Account, "asked-to-follow"),
    ("follow-", Topic::News, "follower"),
    ("digest", Topic::Account, "daily"),
    ("test", Topic::Account, "test"),
    ("", Topic::Standing, "registration"),
];

fn row(kind: &str) -> (Topic, &'static str) {
    KINDS.iter().find(|it| kind.starts_with(it.0)).map_or((Topic::Standing, "registration"), |it| (it.1, it.2))
}

pub fn topic(kind: &str) -> Topic {
    row(kind).0
}

/// Why letters of a kind come: the words are `letter-why-…`.
pub fn why(kind: &str) -> &'static str {
    row(kind).1
}

/// Letters that tell of a change wait for the quiet period: of several to one reader about one thing only the last is sent, and none if
/// its end comes first.
pub const OF_CHANGES: [&str; 2] = ["moved", "booking-moved"];
/// In minutes.
pub const QUIET: i64 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_a_place_comes_at_once_and_what_only_reminds_may_be_ended() {
        for (kind, expected) in [
            ("registered-confirmed", Topic::Standing),
            ("moved", Topic::Standing),
            ("reset", Topic::Account),
            ("entry-endorse", Topic::Work),
            ("entry-endorsed", Topic::Standing),
            ("judge-one-more", Topic::Work),
            ("judge-invited", Topic::Standing),
            ("results-winner", Topic::Standing),
            ("reminder-workshop-starts", Topic::Reminder),
            ("reminder-workshop-opens", Topic::News),
            ("booking-off", Topic::Standing),
        ] {
            assert_eq!(topic(kind), expected, "{kind}");
        }
        assert!(!Topic::Standing.may_end() && !Topic::Work.may_end() && Topic::Reminder.may_end() && Topic::News.may_end());
    }

    #[test]
    fn every_reader_is_told_why() {
        use crate::base::{text::Lang, words::Words};
        for lang in [Lang::En, Lang::Tc, Lang::Sc] {
            for (kind, _, why) in KINDS {
                assert!(Words::of(lang).has(&format!("letter-why-{why}")), "{kind}: {why}");
            }
        }
    }
}
