//! What a workshop is, and what may be done in it when. Pure: `now` and the holidays come in.
//!
//! Who gets a place is in [`queue`]; what makes a workshop fit to be published is in [`publish`].

use serde::{Deserialize, Serialize};

use crate::{
    base::{
        ids::{ParticipantId, PersonId, RegistrationId},
        problem::{Kind, Problem},
        text::{Bi, Lang},
        time::{Day, Moment},
    },
    venues::Holidays,
};

mod forms;
pub mod publish;
pub mod queue;

pub use forms::*;

/// The version of the collection statement people agree to when they register; stored with their consent.
pub const CONSENT_VERSION: &str = "workshop-2001-10";

/// Marks at the door are taken from an hour before the start: people sign in as they arrive.
pub const DOOR_OPENS_MINUTES: i64 = 60;

/// What the organiser has decided. Registration opens and closes by the clock; see [`Phase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Draft,
    Published,
    Confirmed,
    Completed,
    Cancelled,
}

/// What a person sees: the state and the clock together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Draft,
    /// Published; registration opens later.
    Upcoming,
    Open,
    /// Registration is over; the organiser has not said yet that it goes ahead.
    Closed,
    Confirmed,
    Running,
    /// It is over; attendance is still open.
    Over,
    Completed,
    Cancelled,
}

macro_rules! stored {
    ($name:ident: $($variant:ident = $text:literal),* $(,)?) => {
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word under which it is stored and found among the words.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }

            pub fn of_code(code: &str) -> Option<$name> {
                match code { $($text => Some($name::$variant),)* _ => None }
            }
        }
    };
}

stored!(State: Draft = "draft", Published = "published", Confirmed = "confirmed", Completed = "completed", Cancelled = "cancelled");
stored!(Phase: Draft = "draft", Upcoming = "upcoming", Open = "open", Closed = "closed", Confirmed = "confirmed",
    Running = "running", Over = "over", Completed = "completed", Cancelled = "cancelled");
stored!(Status: AwaitingEndorsement = "awaiting_endorsement", Waitlisted = "waitlisted", Offered = "offered",
    Confirmed = "confirmed", Declined = "declined", Withdrawn = "withdrawn", Cancelled = "cancelled",
    Attended = "attended", NoShow = "no_show");
stored!(Attendance: Attended = "attended", Part = "part", Absent = "absent");
stored!(CancelReason: TooFew = "too_few", Speaker = "speaker", Weather = "weather", Venue = "venue",
    CarriedForward = "carried_forward", Merged = "merged");

/// One workshop, seminar or briefing.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    pub code: String,
    pub series: String,
    pub kind: String,
    pub title: Bi,
    pub summary: Bi,
    pub audience: Bi,
    pub starts: Moment,
    pub ends: Moment,
    pub venue: String,
    /// People, not teams.
    pub capacity: i64,
    pub minimum: i64,
    /// People of one organisation.
    pub quota: i64,
    pub team_min: i64,
    pub team_max: i64,
    /// Language of delivery: `yue`, `eng` or `cmn`.
    pub language: String,
    pub organiser: String,
    pub co_organiser: Option<String>,
    pub opens: Moment,
    pub closes: Moment,
    /// A department has to endorse before a place is given.
    pub endorsed: bool,
    pub day_off: bool,
    pub state: State,
    pub cancel_reason: Option<String>,
    pub carried_to: Option<String>,
    pub uid: String,
    pub sequence: i64,
    pub changed: Moment,
    pub version: i64,
}

impl Workshop {
    pub fn phase(&self, now: Moment) -> Phase {
        match self.state {
            State::Draft => Phase::Draft,
            State::Completed => Phase::Completed,
            State::Cancelled => Phase::Cancelled,
            _ if now >= self.ends => Phase::Over,
            _ if now >= self.starts => Phase::Running,
            State::Confirmed if now >= self.closes => Phase::Confirmed,
            _ if now >= self.closes => Phase::Closed,
            _ if now >= self.opens => Phase::Open,
            _ => Phase::Upcoming,
        }
    }

    pub fn is_public(&self) -> bool {
        self.state != State::Draft
    }

    pub fn takes_teams(&self) -> bool {
        self.team_max > 1
    }

    /// When the waiting list closes and no more offers are made: 5 pm one working day before the start (I-06).
    pub fn waitlist_closes(&self, holidays: &Holidays) -> Moment {
        holidays.working_days_before(self.starts.day(), 1).at(17, 0)
    }

    /// Until when places may be given up and members exchanged: the last minute of the second working day before the start.
    pub fn changes_close(&self, holidays: &Holidays) -> Moment {
        holidays.working_days_before(self.starts.day(), 2).at(23, 59)
    }

    /// Until when an offer made now may be accepted: two working days, but never past the waiting list's end.
    pub fn offer_until(&self, now: Moment, holidays: &Holidays) -> Moment {
        holidays.working_days_after(now, 2).min(self.waitlist_closes(holidays))
    }

    /// A registration may be created now (I-06).
    pub fn may_register(&self, now: Moment) -> Result<(), Refusal> {
        match self.phase(now) {
            Phase::Open => Ok(()),
            Phase::Upcoming => Err(Refusal::NotOpen { opens: self.opens }),
            Phase::Draft => Err(Refusal::NotOpen { opens: self.opens }),
            Phase::Cancelled => Err(Refusal::WorkshopCancelled),
            _ => Err(Refusal::Closed { since: self.closes }),
        }
    }

    /// So many people may register together (I-05).
    pub fn fits_team(&self, people: i64) -> Result<(), Refusal> {
        if people < self.team_min || people > self.team_max {
            return Err(Refusal::TeamSize { people, least: self.team_min, most: self.team_max });
        }
        Ok(())
    }

    /// Members may be exchanged and places given up now.
    pub fn may_change(&self, now: Moment, holidays: &Holidays) -> Result<(), Refusal> {
        let until = self.changes_close(holidays);
        if now >= until { Err(Refusal::TooLateToChange { until }) } else { Ok(()) }
    }

    /// Attendance may be marked now.
    pub fn may_mark(&self, now: Moment) -> Result<(), Refusal> {
        match self.state {
            State::Cancelled => Err(Refusal::WorkshopCancelled),
            State::Completed => Err(Refusal::AttendanceClosed),
            _ if now < self.starts.plus_minutes(-DOOR_OPENS_MINUTES) => Err(Refusal::NotBegun { starts: self.starts }),
            _ => Ok(()),
        }
    }

    /// The day on which the code at the door works.
    pub fn door_day(&self) -> Day {
        self.starts.day()
    }
}

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    AwaitingEndorsement,
    Waitlisted,
    Offered,
    Confirmed,
    Declined,
    Withdrawn,
    Cancelled,
    Attended,
    NoShow,
}

impl Status {
    /// Still on its way: the person cannot register a second time (I-03).
    pub fn is_live(self) -> bool {
        matches!(self, Status::AwaitingEndorsement | Status::Waitlisted | Status::Offered | Status::Confirmed)
    }

    /// Counts against capacity and quota (I-01, I-02).
    pub fn holds_place(self) -> bool {
        matches!(self, Status::Offered | Status::Confirmed | Status::Attended | Status::NoShow)
    }
}

/// What the door list says of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    Attended,
    Part,
    Absent,
}

/// Why a workshop is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelReason {
    TooFew,
    Speaker,
    Weather,
    Venue,
    CarriedForward,
    Merged,
}

/// A request for places.
#[derive(Clone, Debug, PartialEq)]
pub struct Registration {
    pub id: RegistrationId,
    pub reference: String,
    pub workshop: String,
    pub organisation: String,
    pub is_team: bool,
    pub people: i64,
    pub status: Status,
    pub queue_no: Option<i64>,
    pub offered_until: Option<Moment>,
    pub asked_by: PersonId,
    pub asked_at: Moment,
    pub changed_at: Moment,
    pub reason: Option<String>,
    pub sequence: i64,
}

/// One person within a registration.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    pub id: ParticipantId,
    pub person: PersonId,
    pub name: Bi,
    pub email: String,
    /// The language of their letters.
    pub lang: Lang,
    pub post: Bi,
    pub attendance: Option<Attendance>,
    pub door_code: String,
    pub record_code: Option<String>,
}

/// Why not. Numbers, no prose; each becomes a sentence and a status at the edge.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    NotOpen { opens: Moment },
    Closed { since: Moment },
    WorkshopCancelled,
    TeamSize { people: i64, least: i64, most: i64 },
    TooLateToChange { until: Moment },
    NotBegun { starts: Moment },
    AttendanceClosed,
    NotEnded { ends: Moment },
    AlreadyIn { email: String, reference: String },
    Overlaps { email: String, title: Bi, starts: Moment },
    OfferLapsed { since: Moment },
    NotOffered,
    NotAwaiting,
    NotLive,
    ReasonMissing,
    CarriedToMissing,
    BelowMinimum { people: i64, minimum: i64 },
    BelowTaken { taken: i64 },
    NotAttended,
    NotClosed { closes: Moment },
}

impl From<Refusal> for Problem {
    fn from(no: Refusal) -> Problem {
        use Refusal::*;
        let rule = Problem::rule;
        let clash = Problem::clash;
        let closed = Problem::closed;
        match no {
            NotOpen { opens } => closed("workshops-not-open").with("opens", opens),
            Closed { since } => closed("workshops-closed").with("since", since),
            WorkshopCancelled => closed("workshops-is-cancelled"),
            TeamSize { people, least, most } => {
                rule("workshops-team-size").with("people", people).with("least", least).with("most", most).on("members[0][email]")
            }
            TooLateToChange { until } => closed("workshops-too-late").with("until", until),
            NotBegun { starts } => clash("workshops-not-begun").with("starts", starts),
            AttendanceClosed => clash("workshops-attendance-closed"),
            NotEnded { ends } => clash("workshops-not-ended").with("ends", ends),
            AlreadyIn { email, reference } => clash("workshops-already-in").with("email", email).with("reference", reference),
            Overlaps { email, title, starts } => {
                clash("workshops-overlaps").with("email", email).with("title", title).with("starts", starts)
            }
            OfferLapsed { since } => closed("workshops-offer-lapsed").with("since", since),
            NotOffered => clash("workshops-not-offered"),
            NotAwaiting => clash("workshops-not-awaiting"),
            NotLive => clash("workshops-not-live"),
            ReasonMissing => rule("workshops-reason-missing").on("reason"),
            CarriedToMissing => rule("workshops-carried-to-missing").on("carried_to"),
            BelowMinimum { people, minimum } => {
                rule("workshops-below-minimum").with("people", people).with("minimum", minimum).on("reason")
            }
            BelowTaken { taken } => clash("workshops-below-taken").with("taken", taken).on("capacity"),
            NotAttended => Problem::new(Kind::Forbidden, "workshops-not-attended"),
            NotClosed { closes } => clash("workshops-not-closed").with("closes", closes),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn sample() -> Workshop {
        let day = |m, d| Day::new(2002, m, d).unwrap();
        Workshop {
            code: "PM-2002-3".into(),
            series: "PM".into(),
            kind: "workshop".into(),
            title: Bi::new("Measuring", "衡量"),
            summary: Bi::new("s", "要"),
            audience: Bi::new("a", "人"),
            starts: day(3, 20).at(9, 0),
            ends: day(3, 20).at(17, 0),
            venue: "NPGO-R1".into(),
            capacity: 30,
            minimum: 12,
            quota: 6,
            team_min: 3,
            team_max: 6,
            language: "yue".into(),
            organiser: "EU".into(),
            co_organiser: None,
            opens: day(1, 23).at(9, 0),
            closes: day(3, 6).at(17, 0),
            endorsed: true,
            day_off: false,
            state: State::Published,
            cancel_reason: None,
            carried_to: None,
            uid: "u".into(),
            sequence: 0,
            changed: Moment(0),
            version: 1,
        }
    }

    #[test]
    fn i_06_registration_is_open_from_its_first_moment_until_before_its_last() {
        let w = sample();
        let just_before = |m: Moment| Moment(m.0 - 1);
        assert_eq!(w.may_register(just_before(w.opens)), Err(Refusal::NotOpen { opens: w.opens }));
        assert_eq!(w.may_register(w.opens), Ok(()));
        assert_eq!(w.may_register(just_before(w.closes)), Ok(()));
        assert_eq!(w.may_register(w.closes), Err(Refusal::Closed { since: w.closes }));
    }

    #[test]
    fn i_06_the_waiting_list_closes_one_working_day_before_the_start() {
        let closes = sample().waitlist_closes(&Holidays::default());
        assert_eq!(closes.to_rfc3339(), "2002-03-19T17:00:00+08:00");
        // An offer made on the Monday would run until Wednesday; the list's end comes first.
        let monday = Day::new(2002, 3, 18).unwrap().at(10, 0);
        assert_eq!(sample().offer_until(monday, &Holidays::default()), closes);
    }

    #[test]
    fn a_member_may_be_exchanged_two_days_before_and_not_the_day_before() {
        let w = sample();
        assert!(w.may_change(Day::new(2002, 3, 18).unwrap().at(18, 0), &Holidays::default()).is_ok());
        assert!(w.may_change(Day::new(2002, 3, 19).unwrap().at(8, 0), &Holidays::default()).is_err());
    }

    #[test]
    fn i_05_a_team_has_as_many_members_as_the_workshop_says() {
        let w = sample();
        for people in 0..10 {
            assert_eq!(w.fits_team(people).is_ok(), (3..=6).contains(&people), "{people}");
        }
    }

    #[test]
    fn the_phase_follows_the_clock_until_somebody_decides() {
        let mut w = sample();
        let at = |m, d, h| Day::new(2002, m, d).unwrap().at(h, 0);
        assert_eq!(w.phase(at(1, 1, 0)), Phase::Upcoming);
        assert_eq!(w.phase(at(2, 1, 0)), Phase::Open);
        assert_eq!(w.phase(at(3, 7, 0)), Phase::Closed);
        w.state = State::Confirmed;
        assert_eq!(w.phase(at(3, 7, 0)), Phase::Confirmed);
        assert_eq!(w.phase(at(3, 20, 10)), Phase::Running);
        assert_eq!(w.phase(at(3, 20, 18)), Phase::Over);
        w.state = State::Cancelled;
        assert_eq!(w.phase(at(3, 20, 10)), Phase::Cancelled);
    }

    #[test]
    fn nobody_is_marked_before_people_arrive() {
        let w = sample();
        assert!(w.may_mark(w.starts.plus_minutes(-61)).is_err());
        assert!(w.may_mark(w.starts.plus_minutes(-30)).is_ok());
        assert!(w.may_mark(w.ends).is_ok());
    }

    #[test]
    fn every_state_is_read_back_from_its_code() {
        for it in Status::ALL {
            assert_eq!(Status::of_code(it.code()), Some(*it));
        }
        for it in State::ALL {
            assert_eq!(State::of_code(it.code()), Some(*it));
        }
    }
}
