//! What a department types, or sends as a file, about an activity; read all at once, so that everything wrong is said at once. Pure.

use serde::{Deserialize, Serialize};

use super::{
    Activity, ActivityKind, Crowd, DayWish, Needs, Refusal, TimeWish, WetWeather, Wishes,
    activity::{LANGUAGES, OUTDOOR},
    typed::{both, number},
};
use crate::{
    base::{
        problem::{Answer, Complaints, Problem},
        text::Bi,
    },
    venues::Venue,
};

/// An activity as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProposalForm {
    /// Empty for a new one.
    pub code: String,
    pub title_en: String,
    pub title_zh: String,
    pub line_en: String,
    pub line_zh: String,
    pub kind: String,
    /// Code of the department's own premises; empty: a venue of the pool.
    pub own_venue: String,
    pub minutes: String,
    pub sessions: String,
    pub setup: String,
    pub teardown: String,
    pub expected: String,
    pub crowd: String,
    /// Empty: as many as the kind of crowd makes likely.
    pub peak: String,
    pub features: Vec<String>,
    pub districts: Vec<String>,
    pub days: String,
    pub time: String,
    pub languages: Vec<String>,
    pub booking: String,
    pub wet: String,
    /// The version that was read.
    pub version: String,
}

/// An activity that can be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub title: Bi,
    pub line: Bi,
    pub kind: ActivityKind,
    pub needs: Needs,
    pub wishes: Wishes,
    pub languages: Vec<String>,
    pub booking: bool,
    pub wet: WetWeather,
}

/// What a form is read against.
pub struct Known<'a> {
    /// The department that files.
    pub organisation: &'a str,
    pub venues: &'a [Venue],
    pub features: &'a [String],
    pub districts: &'a [String],
}

const TITLE: usize = 120;
const LINE: usize = 300;

impl ProposalForm {
    /// Reads the form; everything that is wrong with it is said at once, beside its field.
    pub fn read(&self, known: &Known) -> Answer<Proposal> {
        let mut wrong = Complaints::default();
        let title = both(&mut wrong, "title", (&self.title_en, &self.title_zh), TITLE, true);
        let line = both(&mut wrong, "line", (&self.line_en, &self.line_zh), LINE, false);
        let minutes = number(&mut wrong, "minutes", &self.minutes, (15, 720));
        let sessions = number(&mut wrong, "sessions", &self.sessions, (1, 30));
        let setup = number(&mut wrong, "setup", or_none(&self.setup), (0, 240));
        let teardown = number(&mut wrong, "teardown", or_none(&self.teardown), (0, 240));
        let expected = number(&mut wrong, "expected", &self.expected, (1, 20_000));
        let kind = one_of(&mut wrong, "kind", &self.kind, ActivityKind::of_code);
        let crowd = one_of(&mut wrong, "crowd", &self.crowd, Crowd::of_code);
        let days = one_of(&mut wrong, "days", or_any(&self.days), DayWish::of_code);
        let time = one_of(&mut wrong, "time", or_any(&self.time), TimeWish::of_code);
        let wet = one_of(&mut wrong, "wet", &self.wet, WetWeather::of_code);
        let peak = match (self.peak.trim(), crowd) {
            ("", crowd) => crowd.map_or(1, |it| it.peak(expected)),
            (text, _) => number(&mut wrong, "peak", text, (1, expected.max(1))),
        };
        let features = each(&mut wrong, "features", &self.features, known.features);
        let districts = each(&mut wrong, "districts", &self.districts, known.districts);
        let languages = each(&mut wrong, "languages", &self.languages, &LANGUAGES.map(String::from));
        if languages.is_empty() {
            wrong.add(Problem::rule("showcase-no-language").on("languages"));
        }
        let own_venue = Some(self.own_venue.trim().to_owned()).filter(|it| !it.is_empty());
        if let Some(code) = &own_venue {
            match known.venues.iter().find(|it| it.code == *code) {
                Some(venue) if venue.is_premises() && venue.managed_by == known.organisation => {}
                _ => wrong.add(Refusal::NotOwnPremises.into()),
            }
        }
        if wet == Some(WetWeather::NotAffected) && features.iter().any(|it| it == OUTDOOR) {
            wrong.add(Refusal::NoRainPlan.into());
        }
        wrong.check()?;
        let (Some(kind), Some(crowd), Some(days), Some(time), Some(wet)) = (kind, crowd, days, time, wet) else {
            return Err(Problem::form("problem-form"));
        };
        let needs = Needs { own_venue, minutes, sessions, setup, teardown, expected, peak, crowd, features };
        let wishes = Wishes { districts, days, time };
        Ok(Proposal { title, line, kind, needs, wishes, languages, booking: !self.booking.is_empty(), wet })
    }
}

impl ProposalForm {
    /// The form of an activity as it stands.
    pub fn of(it: &Activity) -> ProposalForm {
        ProposalForm {
            code: it.code.clone(),
            title_en: it.title.en.clone(),
            title_zh: it.title.zh.clone(),
            line_en: it.line.en.clone(),
            line_zh: it.line.zh.clone(),
            kind: it.kind.code().into(),
            own_venue: it.needs.own_venue.clone().unwrap_or_default(),
            minutes: it.needs.minutes.to_string(),
            sessions: it.needs.sessions.to_string(),
            setup: it.needs.setup.to_string(),
            teardown: it.needs.teardown.to_string(),
            expected: it.needs.expected.to_string(),
            crowd: it.needs.crowd.code().into(),
            peak: it.needs.peak.to_string(),
            features: it.needs.features.clone(),
            districts: it.wishes.districts.clone(),
            days: it.wishes.days.code().into(),
            time: it.wishes.time.code().into(),
            languages: it.languages.clone(),
            booking: if it.booking { "yes".into() } else { String::new() },
            wet: it.wet.code().into(),
            version: it.version.to_string(),
        }
    }

    /// What the form asks so far, for a first look at where it fits: what cannot be read asks nothing.
    pub fn needs(&self) -> Needs {
        let number = |text: &str| text.trim().parse::<i64>().ok().filter(|n| (0..=20_000).contains(n)).unwrap_or(0);
        let crowd = Crowd::of_code(self.crowd.trim()).unwrap_or(Crowd::Seated);
        let expected = number(&self.expected);
        Needs {
            own_venue: Some(self.own_venue.trim().to_owned()).filter(|it| !it.is_empty()),
            minutes: number(&self.minutes),
            sessions: number(&self.sessions),
            setup: number(&self.setup),
            teardown: number(&self.teardown),
            expected,
            peak: if self.peak.trim().is_empty() { crowd.peak(expected) } else { number(&self.peak) },
            crowd,
            features: filled(&self.features),
        }
    }

    /// The districts wished for so far.
    pub fn wished_districts(&self) -> Vec<String> {
        filled(&self.districts)
    }
}

/// What was ticked: boxes left empty are sent too.
fn filled(given: &[String]) -> Vec<String> {
    given.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

fn or_none(text: &str) -> &str {
    if text.trim().is_empty() { "0" } else { text }
}

fn or_any(text: &str) -> &str {
    if text.trim().is_empty() { "any" } else { text.trim() }
}

fn one_of<T>(wrong: &mut Complaints, field: &str, text: &str, read: fn(&str) -> Option<T>) -> Option<T> {
    let found = read(text.trim());
    if found.is_none() {
        wrong.add(Problem::rule("showcase-choose").on(field));
    }
    found
}

/// Codes that are known, sorted, each once.
fn each(wrong: &mut Complaints, field: &str, given: &[String], known: &[String]) -> Vec<String> {
    let mut codes = filled(given);
    codes.sort();
    codes.dedup();
    if let Some(odd) = codes.iter().find(|it| !known.contains(it)) {
        wrong.add(Problem::rule("showcase-unknown-code").with("code", odd.as_str()).on(field));
    }
    codes
}

/// The columns of a file of activities; several values in a cell stand with `;` between them.
pub const COLUMNS: [&str; 20] = [
    "title_en",
    "title_zh",
    "line_en",
    "line_zh",
    "kind",
    "own_venue",
    "minutes",
    "sessions",
    "setup",
    "teardown",
    "expected",
    "crowd",
    "peak",
    "features",
    "districts",
    "days",
    "time",
    "languages",
    "booking",
    "wet",
];

/// One line of such a file as if it had been typed.
pub fn of_cells(cells: &[String]) -> ProposalForm {
    let cell = |name: &str| {
        let at = COLUMNS.iter().position(|it| *it == name);
        at.and_then(|at| cells.get(at)).map(|it| it.trim().to_owned()).unwrap_or_default()
    };
    let list = |name: &str| cell(name).split(';').map(str::to_owned).filter(|it| !it.trim().is_empty()).collect();
    ProposalForm {
        title_en: cell("title_en"),
        title_zh: cell("title_zh"),
        line_en: cell("line_en"),
        line_zh: cell("line_zh"),
        kind: cell("kind"),
        own_venue: cell("own_venue"),
        minutes: cell("minutes"),
        sessions: cell("sessions"),
        setup: cell("setup"),
        teardown: cell("teardown"),
        expected: cell("expected"),
        crowd: cell("crowd"),
        peak: cell("peak"),
        features: list("features"),
        districts: list("districts"),
        days: cell("days"),
        time: cell("time"),
        languages: list("languages"),
        booking: if cell("booking") == "register" { "yes".into() } else { String::new() },
        wet: cell("wet"),
        ..ProposalForm::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(all: &[&str]) -> Vec<String> {
        all.iter().map(|it| (*it).into()).collect()
    }

    fn premises(code: &str, by: &str, capacity: i64) -> Venue {
        Venue {
            code: code.into(),
            name: Bi::default(),
            district: "YTM".into(),
            district_name: Bi::default(),
            kind: "department_premises".into(),
            managed_by: by.into(),
            capacity,
            pitches: 1,
            features: codes(&[OUTDOOR]),
            weekday: None,
            saturday: None,
            holiday: None,
        }
    }

    fn form() -> ProposalForm {
        ProposalForm {
            title_en: "Meet the fish farmers".into(),
            title_zh: "魚類養殖戶與你對話".into(),
            kind: "talk".into(),
            minutes: "90".into(),
            sessions: "1".into(),
            expected: "60".into(),
            crowd: "seated".into(),
            features: codes(&["projector", "pa"]),
            districts: codes(&["TP"]),
            languages: codes(&["yue"]),
            wet: "not_affected".into(),
            ..ProposalForm::default()
        }
    }

    fn read(form: &ProposalForm) -> Answer<Proposal> {
        let venues = [premises("P-HKO", "HKO", 60), premises("P-AFCD", "AFCD", 60)];
        let (features, districts) = (codes(&["pa", "projector", OUTDOOR]), codes(&["ST", "TP"]));
        form.read(&Known { organisation: "HKO", venues: &venues, features: &features, districts: &districts })
    }

    fn wrong(form: &ProposalForm) -> Vec<(String, String)> {
        read(form).unwrap_err().complaints.into_iter().map(|it| (it.field, it.key)).collect()
    }

    #[test]
    fn what_is_left_out_has_a_sensible_value() {
        let it = read(&form()).unwrap();
        assert_eq!((it.needs.peak, it.needs.setup, it.wishes.days, it.booking), (60, 0, DayWish::Any, false));
        assert_eq!(it.needs.features, ["pa", "projector"]);
        let drop_in = ProposalForm { crowd: "drop_in".into(), expected: "250".into(), ..form() };
        assert_eq!(read(&drop_in).unwrap().needs.peak, 63);
    }

    #[test]
    fn open_air_needs_a_plan_for_rain() {
        let wet = ProposalForm { features: codes(&[OUTDOOR]), ..form() };
        assert_eq!(wrong(&wet), [("wet".to_owned(), "showcase-no-rain-plan".to_owned())]);
        assert!(read(&ProposalForm { wet: "cancel".into(), ..wet }).is_ok());
    }

    #[test]
    fn own_premises_must_be_ones_own() {
        let at = |code: &str| ProposalForm { own_venue: code.into(), ..form() };
        assert!(read(&at("P-HKO")).is_ok());
        for other in ["P-AFCD", "P-NONE"] {
            assert_eq!(wrong(&at(other)), [("own_venue".to_owned(), "showcase-not-own-premises".to_owned())]);
        }
    }

    #[test]
    fn half_a_form_can_already_be_fitted() {
        let begun =
            ProposalForm { expected: "250".into(), crowd: "drop_in".into(), features: codes(&["pa", ""]), ..ProposalForm::default() };
        let needs = begun.needs();
        assert_eq!((needs.peak, needs.minutes, needs.features), (63, 0, codes(&["pa"])));
        assert_eq!(begun.needs().own_venue, None);
    }

    #[test]
    fn everything_wrong_is_said_at_once_beside_its_field() {
        let bad = ProposalForm {
            title_zh: String::new(),
            minutes: "5".into(),
            sessions: "x".into(),
            kind: "circus".into(),
            languages: vec![],
            features: codes(&["magic"]),
            ..form()
        };
        let fields: Vec<String> = wrong(&bad).into_iter().map(|(field, _)| field).collect();
        for field in ["title_zh", "minutes", "sessions", "kind", "languages", "features"] {
            assert!(fields.iter().any(|it| it == field), "{field} in {fields:?}");
        }
        assert_eq!(fields.len(), 6);
    }

    #[test]
    fn a_line_of_a_file_is_read_like_a_form() {
        let cells: Vec<String> = COLUMNS
            .iter()
            .map(|name| match *name {
                "title_en" => "Meet the fish farmers".into(),
                "title_zh" => "魚類養殖戶與你對話".into(),
                "kind" => "talk".into(),
                "minutes" => "90".into(),
                "sessions" => "1".into(),
                "expected" => "60".into(),
                "crowd" => "seated".into(),
                "features" => "pa;projector".into(),
                "districts" => "TP".into(),
                "languages" => "yue".into(),
                "wet" => "not_affected".into(),
                _ => String::new(),
            })
            .collect();
        assert_eq!(read(&of_cells(&cells)), read(&form()));
    }
}
