//! The Showcase of the demo: the event as it was set up after its postponement, what fifty departments filed in September 2001,
//! and how it was looked through; as dated deeds for the stage.

use app::{
    base::{
        problem::{Answer, OrUnknown},
        text::Bi,
        time::{Day, Moment},
    },
    showcase::{EventForm, ProposalForm, hold::HoldForm, moving::MoveForm},
};

use super::{
    cast::Cast,
    story::{Deed, What},
    table::{self, Row},
};

/// What is done about the event and its activities.
pub enum ShowDeed {
    SetUp(Box<EventForm>),
    /// Other days, another name.
    Move(Box<MoveForm>),
    /// Files an activity; `send` is not said where it is known that it cannot be.
    File {
        form: Box<ProposalForm>,
        send: bool,
    },
    Return {
        activity: String,
        comment: Bi,
    },
    /// Files again what was returned, as it was.
    Again(String),
    AcceptFitting,
    /// How far the organiser has come with a venue.
    Hold(HoldForm),
    /// Places every session by itself, with this seed.
    Place(i64),
    /// Closes the venues of so many sessions that are alone where they are, for as long as each lasts.
    Lose(usize),
    /// Closes a venue from one day to another.
    Close {
        venue: &'static str,
        from: Day,
        to: Day,
    },
    /// Puts every session that is in conflict into the best free place, or off the board.
    Settle,
    Ask,
    ConfirmAll,
    Publish(Bi),
}

const SCHEDULER: &str = "scheduler@demo.example";
const EVENT: &str = "SC";

/// The hall that is withdrawn three days before the opening.
const LOST: &str = "STTH-CH";

/// One that the scheduler sends back with a question.
const RETURNED: &str = "SC-BD-01";

/// Everything about the Showcase; whoever plays it puts it in order.
pub fn deeds(cast: &Cast) -> Answer<Vec<Deed>> {
    let day = |y, m, d| Day::new(y, m, d).or_unknown();
    let by = |at: Moment, who: &str, what: ShowDeed| Deed { at, who: who.into(), what: What::Show(what) };
    // It was planned as a week in December; the answers of the halls moved it, and it got its present name.
    let week = EventForm {
        name_en: "Serving the Community Week".into(),
        name_zh: "服務市民周".into(),
        starts: "2001-12-03".into(),
        ends: "2001-12-09".into(),
        closes: "2001-10-15T17:00".into(),
        ..event()
    };
    let moved = MoveForm {
        starts: event().starts,
        ends: event().ends,
        name_en: event().name_en,
        name_zh: event().name_zh,
        reason_en: "Eleven halls are let in December, and departments need more time.".into(),
        reason_zh: "十二月有十一個場地已經租出，部門亦需要更多時間準備。".into(),
        version: "1".into(),
    };
    let closes = EventForm { version: "2".into(), ..event() };
    let mut all = vec![
        by(day(2001, 7, 16)?.at(10, 0), SCHEDULER, ShowDeed::SetUp(Box::new(week))),
        by(day(2001, 8, 27)?.at(15, 0), SCHEDULER, ShowDeed::Move(Box::new(moved))),
        by(day(2001, 8, 27)?.at(15, 10), SCHEDULER, ShowDeed::SetUp(Box::new(closes))),
    ];
    let first = day(2001, 9, 4)?;
    // Departments file when it suits them, in the first four weeks; each in one sitting.
    let mut sittings: Vec<String> = Vec::new();
    let mut returned = None;
    for row in table::read("showcase_activities", include_str!("../../demo/showcase_activities.csv"))? {
        let department = row.get("dept_code");
        if sittings.last().is_none_or(|last| last != department) {
            sittings.push(department.into());
        }
        let n = sittings.len() as u64;
        let at = first.plus(n * 7 % 27).at(9 + (n as u32 * 5) % 8, (n as u32 * 13) % 60);
        let coordinator = cast.coordinator(department).ok_or_else(|| row.wrong("dept_code"))?;
        // More people at once than its own premises take: kept as a draft until the department decides.
        let send = row.get("code") != "SC-HKO-01";
        all.push(by(at, &coordinator, ShowDeed::File { form: Box::new(form(&row)), send }));
        if row.get("code") == RETURNED {
            returned = Some(coordinator);
        }
    }
    let coordinator = returned.or_unknown()?;
    let comment = Bi::new(
        "Please confirm that your speaker is free on all ten days, or ask for fewer sessions.",
        "請確認講者在十天內均可出席，否則請減少場數。",
    );
    all.push(by(day(2001, 10, 5)?.at(11, 0), SCHEDULER, ShowDeed::Return { activity: RETURNED.into(), comment }));
    all.push(by(day(2001, 10, 8)?.at(15, 20), &coordinator, ShowDeed::Again(RETURNED.into())));
    all.push(by(day(2001, 10, 12)?.at(16, 0), SCHEDULER, ShowDeed::AcceptFitting));
    all.extend(holds()?.into_iter().map(|(at, form)| by(at, SCHEDULER, ShowDeed::Hold(form))));
    // The plan of yesterday, and three halls that answered since that they are not free after all.
    all.push(by(day(2001, 10, 14)?.at(16, 30), SCHEDULER, ShowDeed::Place(1)));
    all.push(by(day(2001, 10, 15)?.at(8, 40), SCHEDULER, ShowDeed::Lose(3)));
    // The programme: settled in November, confirmed by departments, published in December; a hall is withdrawn three days before.
    all.push(by(day(2001, 11, 19)?.at(10, 0), SCHEDULER, ShowDeed::Settle));
    all.push(by(day(2001, 11, 20)?.at(10, 0), SCHEDULER, ShowDeed::Ask));
    for (n, department) in sittings.iter().enumerate() {
        let coordinator = cast.coordinator(department).or_unknown()?;
        let at = day(2001, 11, 21)?.plus(n as u64 % 9).at(9 + n as u32 % 8, 10);
        all.push(by(at, &coordinator, ShowDeed::ConfirmAll));
    }
    all.push(by(day(2001, 12, 5)?.at(15, 0), SCHEDULER, ShowDeed::Publish(Bi::default())));
    let lost = ShowDeed::Close { venue: LOST, from: day(2002, 1, 12)?, to: day(2002, 1, 14)? };
    let reason = Bi::new(
        "The Cultural Activities Hall of Sha Tin Town Hall is closed for urgent repairs on 12 and 13 January; its sessions have moved.",
        "沙田大會堂文娛廳因緊急維修，一月十二及十三日關閉，有關場次已調動。",
    );
    all.push(by(day(2002, 1, 8)?.at(9, 30), SCHEDULER, lost));
    all.push(by(day(2002, 1, 8)?.at(9, 40), SCHEDULER, ShowDeed::Settle));
    all.push(by(day(2002, 1, 8)?.at(10, 0), SCHEDULER, ShowDeed::Publish(reason)));
    Ok(all)
}

/// Every venue of the pool is asked in September. By October most have confirmed, one in six holds it for a while, as many have not
/// answered; in November all have.
fn holds() -> Answer<Vec<(Moment, HoldForm)>> {
    let day = |m, d| Day::new(2001, m, d).or_unknown();
    let (asked, answered, settled) = (day(9, 10)?, day(10, 4)?, day(11, 12)?);
    let mut all = Vec::new();
    let rows = table::read("venues", include_str!("../../demo/venues.csv"))?;
    for (n, row) in rows.iter().filter(|it| it.get("kind") != "department_premises").enumerate() {
        let says = |state: &str, until: &str, version: usize| HoldForm {
            venue: row.get("code").into(),
            state: state.into(),
            until: until.into(),
            note: String::new(),
            version: version.to_string(),
        };
        let at = |day: Day| day.at(9 + n as u32 % 8, n as u32 * 7 % 60);
        all.push((at(asked), says("asked", "", 0)));
        match n % 6 {
            0 => all.push((at(settled), says("confirmed", "", 1))),
            3 => {
                all.push((at(answered), says("held", "2001-11-16", 1)));
                all.push((at(settled), says("confirmed", "", 2)));
            }
            _ => all.push((at(answered), says("confirmed", "", 1))),
        }
    }
    Ok(all)
}

fn event() -> EventForm {
    EventForm {
        code: EVENT.into(),
        name_en: "Serving the Community Showcase".into(),
        name_zh: "服務市民巡禮".into(),
        starts: "2002-01-11".into(),
        ends: "2002-01-20".into(),
        closes: "2001-11-15T17:00".into(),
        target_departments: "50".into(),
        target_activities: "200".into(),
        enquiries: "2810 0000".into(),
        version: String::new(),
    }
}

fn form(row: &Row) -> ProposalForm {
    let get = |column: &str| row.get(column).to_owned();
    let list = |column: &str| row.get(column).split(';').filter(|it| !it.is_empty() && *it != "any").map(str::to_owned).collect();
    ProposalForm {
        title_en: get("title_en"),
        title_zh: get("title_zh"),
        kind: get("kind"),
        own_venue: get("fixed_venue_code"),
        minutes: get("duration_min"),
        sessions: get("sessions"),
        setup: get("setup_min"),
        teardown: get("teardown_min"),
        expected: get("expected_attendance"),
        crowd: get("attendance_mode"),
        peak: get("peak_persons"),
        features: list("features"),
        districts: list("preferred_districts"),
        days: get("preferred_days"),
        time: get("time_of_day"),
        languages: list("languages"),
        booking: if row.get("booking") == "register" { "yes".into() } else { String::new() },
        wet: get("wet_weather"),
        ..ProposalForm::default()
    }
}
