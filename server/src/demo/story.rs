//! What happened, as a list of dated deeds: the programme of workshops, the rows of `server/demo/story-*.csv`, and what the
//! clock does at five every working day. Read and put in order here; nothing is done yet.

use std::collections::{BTreeMap, HashMap};

use app::{
    base::{
        problem::{Answer, OrUnknown},
        time::{Day, Moment},
    },
    venues::Holidays,
    workshops::{Attendance, Draft},
};

use super::{
    awards::{self, AwardDeed},
    cast::Cast,
    judging,
    showcase::{self, ShowDeed},
    table::{self, Row},
    voting::{self, VoteDeed},
};

/// Who does what the clock does.
pub const HOUSE: &str = "house";

/// One deed: when, by whom (an address, or the house), and what.
pub struct Deed {
    pub at: Moment,
    pub who: String,
    pub what: What,
}

pub enum What {
    Draft(Box<Draft>),
    Publish(String),
    /// One registration for all the members together.
    Ask {
        workshop: String,
        members: Vec<String>,
    },
    /// Something is done with the latest registration of a person in a workshop.
    Step {
        workshop: String,
        person: String,
        step: Step,
    },
    Confirm {
        workshop: String,
    },
    Cancel {
        workshop: String,
        reason: String,
        to: String,
        words: String,
    },
    Mark {
        workshop: String,
        marks: Marks,
    },
    Close(String),
    Evaluate {
        workshop: String,
        words: String,
    },
    Award(AwardDeed),
    Vote(VoteDeed),
    Show(ShowDeed),
    Tick,
}

pub enum Step {
    Endorse,
    Decline(String),
    Rank(i64),
    Accept,
    GiveUp(String),
    Jump(String),
    /// The newcomer takes the person's place.
    Substitute(String),
}

/// Who was not there, or only for a while; everybody else was.
#[derive(Default)]
pub struct Marks {
    pub people: HashMap<String, Attendance>,
    /// Every so-manieth person of the list was absent, unless named above; none if it is 0.
    pub every: usize,
}

/// The whole story, in the order of time.
pub fn read(cast: &Cast) -> Answer<Vec<Deed>> {
    let calendar = Calendar::read()?;
    let mut deeds = Vec::new();
    let mut teams = HashMap::new();
    for row in table::read("workshops", include_str!("../../demo/workshops.csv"))? {
        teams.insert(row.get("code").to_owned(), row.number("team_max")? > 1);
        deeds.extend(programme(&row, &calendar)?);
    }
    for (name, text) in
        [("story-2001", include_str!("../../demo/story-2001.csv")), ("story-2002", include_str!("../../demo/story-2002.csv"))]
    {
        for row in table::read(name, text)? {
            let is_team = *teams.get(row.get("workshop")).or_unknown()?;
            deeds.extend(scene(&row, cast, &calendar, is_team)?);
        }
    }
    deeds.extend(awards::deeds(cast, &calendar)?);
    deeds.extend(judging::deeds()?);
    deeds.extend(voting::deeds()?);
    deeds.extend(showcase::deeds(cast)?);
    evaluators_came(&mut deeds);
    deeds.extend(calendar.fives(&deeds));
    // At one moment the clock comes first, and people in the order in which they are written down.
    deeds.sort_by_key(|deed| (deed.at, deed.who != HOUSE));
    Ok(deeds)
}

/// Whoever evaluates a workshop was there, however the absent are counted off.
fn evaluators_came(deeds: &mut [Deed]) {
    let mut came: Vec<(String, String)> = Vec::new();
    for deed in deeds.iter() {
        if let What::Evaluate { workshop, .. } = &deed.what {
            came.push((workshop.clone(), deed.who.clone()));
        }
    }
    for deed in deeds {
        if let What::Mark { workshop, marks } = &mut deed.what {
            for (_, who) in came.iter().filter(|(of, _)| of == workshop) {
                marks.people.entry(who.clone()).or_insert(Attendance::Attended);
            }
        }
    }
}

/// How a workshop of the table comes to be published.
///
/// What the table calls a draft at preset b was drafted by then and is published three weeks before it opens; the rest is
/// published by the eighth of October 2001, some days before it opens.
fn programme(row: &Row, calendar: &Calendar) -> Answer<[Deed; 2]> {
    let fixed = |month, day| Day::new(2001, month, day).ok_or_else(|| row.wrong("date"));
    let opens = row.moment("registration_opens_at")?;
    let published = match row.get("status") {
        "draft" => opens.plus_days(-21).day(),
        _ => opens.plus_days(-3).day().min(fixed(10, 8)?),
    };
    let drafted = opens.plus_days(-30).day().clamp(fixed(4, 2)?, fixed(9, 24)?);
    let local = |column: &str| row.moment(column).map(Moment::to_local_input);
    let draft = Draft {
        code: row.get("code").into(),
        series: row.get("series").into(),
        kind: row.get("kind").into(),
        title_en: row.get("title_en").into(),
        title_zh: row.get("title_zh").into(),
        summary_en: row.get("summary_en").into(),
        summary_zh: row.get("summary_zh").into(),
        audience_en: row.get("audience_en").into(),
        audience_zh: row.get("audience_zh").into(),
        starts: local("starts_at")?,
        ends: local("ends_at")?,
        venue: row.get("venue_code").into(),
        capacity: row.get("capacity").into(),
        minimum: row.get("min_participants").into(),
        quota: row.get("quota_per_department").into(),
        team_min: row.get("team_min").into(),
        team_max: row.get("team_max").into(),
        language: row.get("language").into(),
        co_organiser: row.get("co_organiser_code").into(),
        opens: local("registration_opens_at")?,
        closes: local("registration_closes_at")?,
        // Teams are their department's affair; so is the one briefing more people want than it holds.
        endorsed: if row.number("team_max")? > 1 || row.get("code") == "WEB-2001-1" { "on".into() } else { String::new() },
        ..Draft::default()
    };
    let organiser = "organiser@demo.example".to_owned();
    Ok([
        Deed { at: calendar.working_on_or_before(drafted).at(15, 0), who: organiser.clone(), what: What::Draft(Box::new(draft)) },
        Deed { at: calendar.working_on_or_before(published).at(10, 0), who: organiser, what: What::Publish(row.get("code").into()) },
    ])
}

/// The deeds of one row of the story.
fn scene(row: &Row, cast: &Cast, calendar: &Calendar, is_team: bool) -> Answer<Vec<Deed>> {
    let at = row.moment("at")?;
    let (workshop, words) = (row.get("workshop").to_owned(), row.get("words").to_owned());
    let people = || cast.named(row.get("people")).ok_or_else(|| row.wrong("people"));
    let first = || -> Answer<String> { people()?.into_iter().next().ok_or_else(|| row.wrong("people")) };
    let step = |step: Step| -> Answer<What> { Ok(What::Step { workshop: workshop.clone(), person: first()?, step }) };
    let what = match row.get("deed") {
        "fill" => return fill(row, cast, calendar),
        "evaluate" => return evaluations(at, &workshop, people()?, words),
        "ask" => return Ok(asks(at, &one(row, cast, "who")?, &workshop, people()?, is_team)),
        "endorse" => step(Step::Endorse)?,
        "decline" => step(Step::Decline(words))?,
        "rank" => step(Step::Rank(row.number("words")?))?,
        "accept" => step(Step::Accept)?,
        "give-up" => step(Step::GiveUp(words))?,
        "jump" => step(Step::Jump(words))?,
        "substitute" => step(Step::Substitute(people()?.pop().unwrap_or_default()))?,
        "confirm" => What::Confirm { workshop },
        "cancel" => {
            let (reason, to) = row.get("people").split_once(' ').ok_or_else(|| row.wrong("people"))?;
            What::Cancel { workshop, reason: reason.into(), to: to.into(), words }
        }
        "mark" => What::Mark { workshop, marks: marks(row, cast)? },
        "close" => What::Close(workshop),
        _ => return Err(row.wrong("deed")),
    };
    Ok(vec![Deed { at, who: one(row, cast, "who")?, what }])
}

/// The one person a cell names.
fn one(row: &Row, cast: &Cast, column: &str) -> Answer<String> {
    cast.named(row.get(column)).and_then(|found| found.into_iter().next()).ok_or_else(|| row.wrong(column))
}

/// A team asks once, single people each for themselves.
fn asks(at: Moment, who: &str, workshop: &str, people: Vec<String>, is_team: bool) -> Vec<Deed> {
    let ask = |members: Vec<String>| Deed { at, who: who.into(), what: What::Ask { workshop: workshop.into(), members } };
    if is_team { vec![ask(people)] } else { people.into_iter().map(|person| ask(vec![person])).collect() }
}

/// Many departments' co-ordinators enrol their people, one after another in office hours until the day in `words`.
fn fill(row: &Row, cast: &Cast, calendar: &Calendar) -> Answer<Vec<Deed>> {
    let until = row.day("words")?;
    let mut days = vec![row.moment("at")?.day()];
    while let Some(next) = days.last().map(|day| calendar.0.next_working(*day)).filter(|next| *next <= until) {
        days.push(next);
    }
    let crews: Vec<&str> = row.get("people").split_whitespace().collect();
    let mut deeds = Vec::new();
    for (number, crew) in crews.iter().enumerate() {
        let organisation = crew.split('.').next().unwrap_or_default();
        let coordinator = cast.coordinator(organisation).ok_or_else(|| row.wrong("people"))?;
        let people = cast.named(crew).ok_or_else(|| row.wrong("people"))?;
        let day = days.get(number * days.len() / crews.len()).ok_or_else(|| row.wrong("words"))?;
        let at = day.at(9, 20).plus_minutes((number * 53 % 440) as i64);
        deeds.extend(asks(at, &coordinator, row.get("workshop"), people, false));
    }
    Ok(deeds)
}

/// People evaluate a few minutes after one another; the first has something to say.
fn evaluations(at: Moment, workshop: &str, people: Vec<String>, words: String) -> Answer<Vec<Deed>> {
    let evaluate = |(number, person): (usize, String)| Deed {
        at: at.plus_minutes(number as i64 * 11),
        who: person,
        what: What::Evaluate { workshop: workshop.into(), words: if number == 0 { words.clone() } else { String::new() } },
    };
    Ok(people.into_iter().enumerate().map(evaluate).collect())
}

/// Reads `absent=HD.6 part=IMMD.4 every=20`.
fn marks(row: &Row, cast: &Cast) -> Answer<Marks> {
    let mut marks = Marks::default();
    for word in row.get("people").split_whitespace() {
        let wrong = || row.wrong("people");
        let (mark, who) = word.split_once('=').ok_or_else(wrong)?;
        if mark == "every" {
            marks.every = who.parse().map_err(|_| wrong())?;
            continue;
        }
        let mark = Attendance::of_code(mark).ok_or_else(wrong)?;
        marks.people.extend(cast.named(who).ok_or_else(wrong)?.into_iter().map(|person| (person, mark)));
    }
    Ok(marks)
}

/// Working days.
pub struct Calendar(Holidays);

impl Calendar {
    fn read() -> Answer<Calendar> {
        let mut days = BTreeMap::new();
        for row in table::read("public_holidays", include_str!("../../demo/public_holidays.csv"))? {
            days.insert(row.day("date")?, row.both("name"));
        }
        Ok(Calendar(Holidays(days)))
    }

    pub fn next_working(&self, day: Day) -> Day {
        self.0.next_working(day)
    }

    pub fn working_on_or_before(&self, day: Day) -> Day {
        let mut day = day;
        while !self.0.is_working(day) {
            day = day.previous();
        }
        day
    }

    /// Five o'clock of every working day of the story: registration closes then, and offers lapse.
    fn fives(&self, deeds: &[Deed]) -> Vec<Deed> {
        let (Some(first), Some(last)) = (deeds.iter().map(|deed| deed.at).min(), deeds.iter().map(|deed| deed.at).max()) else {
            return Vec::new();
        };
        let days = std::iter::successors(Some(first.day()), |day| Some(self.0.next_working(*day)));
        days.take_while(|day| *day <= last.day()).map(|day| Deed { at: day.at(17, 0), who: HOUSE.into(), what: What::Tick }).collect()
    }
}
