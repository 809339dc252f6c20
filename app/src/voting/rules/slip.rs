//! A ballot slip and the pile it was printed in: what has become of it, and whether it can be voted with now.

use serde::{Deserialize, Serialize};

use super::{PollDay, Refusal, Stop, record::Class};
use crate::base::time::{Day, Moment};

/// Where a pile of slips is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BatchState {
    Printed,
    /// Given to a poll day.
    Issued,
    /// That day is over: what was not handed out went back, what was not used has lapsed.
    Closed,
    Returned,
    Void,
}

/// The part of the day for which slips are given out: as near as the record comes to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Morning,
    Afternoon,
    Evening,
}

/// How a ballot came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Kiosk,
    Phone,
    Paper,
    /// Cast by staff to try the machines; never counted.
    Test,
}

/// What has become of one slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeState {
    Printed,
    Issued,
    Used,
    Void,
    Lapsed,
    Returned,
}

crate::stored!(BatchState: Printed = "printed", Issued = "issued", Closed = "closed", Returned = "returned", Void = "void");
crate::stored!(Part: Morning = "am", Afternoon = "pm", Evening = "eve");
crate::stored!(Channel: Kiosk = "kiosk", Phone = "phone", Paper = "paper", Test = "test");
crate::stored!(CodeState: Printed = "printed", Issued = "issued", Used = "used", Void = "void", Lapsed = "lapsed", Returned = "returned");

impl Part {
    /// The part of the day at a moment: until one, until five, and after.
    pub fn of(now: Moment) -> Part {
        match now.minute_of_day() {
            ..780 => Part::Morning,
            780..1020 => Part::Afternoon,
            _ => Part::Evening,
        }
    }
}

/// A pile of slips printed at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    pub id: i64,
    pub stop: String,
    pub number: i64,
    /// The number on its first slip.
    pub first: i64,
    pub size: i64,
    pub is_test: bool,
    pub state: BatchState,
    pub day: Option<Day>,
    pub part: Option<Part>,
    pub handed: Option<i64>,
    pub printed: Moment,
    /// Of its slips.
    pub void: i64,
    pub used: i64,
}

impl Batch {
    /// The number on its last slip.
    pub fn last(&self) -> i64 {
        self.first + self.size - 1
    }
}

/// One slip with what decides whether it can be voted with.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    pub stop: String,
    pub serial: i64,
    pub void: bool,
    pub used: bool,
    pub is_test: bool,
    pub batch: BatchState,
    /// The number of its first slip, and how many reached visitors, once that is known.
    pub first: i64,
    pub handed: Option<i64>,
    pub day: Option<Day>,
    pub part: Option<Part>,
}

impl Slip {
    pub fn state(&self) -> CodeState {
        let reached = self.handed.is_none_or(|handed| self.serial < self.first + handed);
        match self.batch {
            _ if self.used => CodeState::Used,
            _ if self.void => CodeState::Void,
            BatchState::Void => CodeState::Void,
            BatchState::Printed => CodeState::Printed,
            BatchState::Returned => CodeState::Returned,
            BatchState::Issued => CodeState::Issued,
            BatchState::Closed if reached => CodeState::Lapsed,
            BatchState::Closed => CodeState::Returned,
        }
    }

    /// It can be voted with: at its stop, on its day, within the hours, once. `late`: it was cast in time at a machine that had no
    /// line, and arrives only now.
    pub fn may_cast(&self, stop: &Stop, day: &PollDay, here: Option<&str>, late: bool, now: Moment) -> Result<(), Refusal> {
        let closed = || Refusal::PollClosed { stop: stop.name.clone(), opens: day.opens, closes: day.closes };
        match self.state() {
            CodeState::Void => return Err(Refusal::CodeVoid),
            CodeState::Printed | CodeState::Returned => return Err(Refusal::CodeNotIssued),
            CodeState::Lapsed if !late => return Err(closed()),
            CodeState::Used | CodeState::Lapsed | CodeState::Issued => {}
        }
        if here.is_some_and(|here| here != self.stop) {
            return Err(Refusal::OtherStop { stop: stop.name.clone(), opens: day.opens, closes: day.closes });
        }
        if if late { day.takes_late() } else { day.takes(now) } { Ok(()) } else { Err(closed()) }
    }

    /// The class its ballot is counted in: `EX-BPP2-4:2001-09-14:am:kiosk`.
    pub fn class(&self, channel: Channel) -> String {
        let channel = if self.is_test { Channel::Test } else { channel };
        class(&self.stop, self.day, self.part.map_or("any", Part::code), channel.code())
    }
}

/// A class in its one form.
pub fn class(stop: &str, day: Option<Day>, part: &str, channel: &str) -> String {
    format!("{stop}:{}:{part}:{channel}", day.map(Day::iso).unwrap_or_default())
}

/// Below so many ballots of one class in one batch, the class is told only as far as stop and day (k of the design of votes).
pub const FEWEST: usize = 20;

/// The class as the record tells it: one of few ballots in its batch goes up to the stop and day, so that nobody stands alone in it.
pub fn merged(class: &str, in_batch: usize) -> String {
    match Class::parse(class) {
        Some(it) if in_batch < FEWEST => it.merged(),
        _ => class.to_owned(),
    }
}

/// Wrong codes behind one attempt, within the last minute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WrongTries {
    /// At this kiosk, or from this browser at this address.
    pub here: i64,
    /// From this address: a hall's Wi-Fi is one address for thousands.
    pub address: i64,
    /// Seconds since the last of them.
    pub ago: i64,
}

/// For how long one has to wait, in seconds.
const PAUSE: i64 = 30;

/// Another code may be tried. Five wrong ones within a minute make one machine pause for half a minute; a whole hall is only slowed
/// when somebody is guessing by the hundred.
pub fn may_try(tries: WrongTries) -> Result<(), Refusal> {
    let many = tries.here >= 5 || tries.address >= 120;
    if many && tries.ago < PAUSE { Err(Refusal::TooManyTries { seconds: PAUSE - tries.ago }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::text::Bi,
        voting::rules::{Balance, DayState, exhibition::tests::stop},
    };

    fn slip() -> Slip {
        Slip {
            stop: "EX-4".into(),
            serial: 201,
            void: false,
            used: false,
            is_test: false,
            batch: BatchState::Issued,
            first: 201,
            handed: None,
            day: Day::new(2001, 9, 14),
            part: Some(Part::Morning),
        }
    }

    fn day(state: DayState) -> PollDay {
        let day = Day::new(2001, 9, 14).unwrap();
        PollDay {
            stop: "EX-4".into(),
            day,
            opens: day.at(10, 0),
            closes: day.at(20, 0),
            state,
            notice: Bi::default(),
            balance: Balance::default(),
            explanation: String::new(),
            closed_by: None,
            explained_by: None,
            reconciled_by: None,
        }
    }

    #[test]
    fn a_code_works_at_its_stop_on_its_day_within_the_hours() {
        let (at, here) = (Day::new(2001, 9, 14).unwrap().at(12, 0), Some("EX-4"));
        let place = stop("EX-4", 14, 16);
        let open = day(DayState::Open);
        assert_eq!(slip().may_cast(&place, &open, here, false, at), Ok(()));
        assert_eq!(slip().may_cast(&place, &open, None, false, at), Ok(()), "on a phone");
        assert!(matches!(slip().may_cast(&place, &open, Some("EX-5"), false, at), Err(Refusal::OtherStop { .. })));
        assert!(matches!(slip().may_cast(&place, &open, here, false, open.closes), Err(Refusal::PollClosed { .. })));
        assert!(matches!(slip().may_cast(&place, &day(DayState::Paused), here, false, at), Err(Refusal::PollClosed { .. })));
        assert_eq!(Slip { void: true, ..slip() }.may_cast(&place, &open, here, false, at), Err(Refusal::CodeVoid));
        let printed = Slip { batch: BatchState::Printed, day: None, ..slip() };
        assert_eq!(printed.may_cast(&place, &open, here, false, at), Err(Refusal::CodeNotIssued));
    }

    #[test]
    fn what_was_cast_in_time_without_a_line_is_taken_until_the_day_is_balanced() {
        let place = stop("EX-4", 14, 16);
        let closed = Slip { batch: BatchState::Closed, handed: Some(10), ..slip() };
        let later = day(DayState::Closed).closes.plus_minutes(90);
        assert_eq!(closed.may_cast(&place, &day(DayState::Closed), Some("EX-4"), true, later), Ok(()));
        assert!(closed.may_cast(&place, &day(DayState::Closed), Some("EX-4"), false, later).is_err());
        assert!(closed.may_cast(&place, &day(DayState::Reconciled), Some("EX-4"), true, later).is_err());
        let never = Slip { serial: 211, ..closed };
        assert_eq!(never.may_cast(&place, &day(DayState::Closed), Some("EX-4"), true, later), Err(Refusal::CodeNotIssued));
    }

    #[test]
    fn a_class_of_few_is_told_as_stop_and_day_only() {
        let class = slip().class(Channel::Phone);
        assert_eq!(class, "EX-4:2001-09-14:am:phone");
        assert_eq!(merged(&class, FEWEST), class);
        assert_eq!(merged(&class, FEWEST - 1), "EX-4:2001-09-14:any:any");
        let test = Slip { is_test: true, ..slip() }.class(Channel::Kiosk);
        assert_eq!((test.as_str(), merged(&test, 1).as_str()), ("EX-4:2001-09-14:am:test", "EX-4:2001-09-14:any:test"));
    }

    #[test]
    fn five_wrong_codes_make_one_machine_wait_and_not_the_hall() {
        let tries = |here, address, ago| may_try(WrongTries { here, address, ago });
        assert!(tries(4, 119, 0).is_ok());
        assert_eq!(tries(5, 5, 10), Err(Refusal::TooManyTries { seconds: 20 }));
        assert!(tries(5, 5, 30).is_ok(), "half a minute is over");
        assert!(tries(0, 120, 1).is_err());
    }
}
