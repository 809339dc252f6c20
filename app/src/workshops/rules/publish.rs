//! What makes a workshop fit to be published: words in both languages, a room that holds it, days and times that can be (I-08, I-61).

use crate::{
    base::{
        problem::{Complaints, Problem},
        text::{Bi, holds_identity_card},
        time::Moment,
    },
    venues::{Holidays, Taken, Venue},
};

use super::Workshop;

/// The last moment of Saturday on which a workshop may begin without saying so: noon.
const SATURDAY_ENDS: u32 = 12 * 60;

/// Everything wrong with a draft, said at once; each sentence beside its field.
pub fn check(workshop: &Workshop, venue: &Venue, fitting: &[Venue], taken: &[Taken], holidays: &Holidays) -> Result<(), Problem> {
    let mut wrong = Complaints::default();
    for (field, text) in [("title", &workshop.title), ("summary", &workshop.summary), ("audience", &workshop.audience)] {
        if text.en.trim().is_empty() {
            wrong.add(Problem::rule("workshops-english-missing").on(format!("{field}_en")));
        }
        if text.zh.trim().is_empty() {
            wrong.add(Problem::rule("workshops-chinese-missing").on(format!("{field}_zh")));
        }
        if !text.is_whole() && !text.en.trim().is_empty() && !text.zh.trim().is_empty() {
            wrong.add(Problem::rule("workshops-lost-character").on(format!("{field}_zh")));
        }
        if holds_identity_card(&text.en) || holds_identity_card(&text.zh) {
            wrong.add(Problem::rule("problem-identity-card").on(format!("{field}_en")));
        }
    }
    if workshop.ends <= workshop.starts {
        wrong.add(Problem::rule("workshops-ends-first").on("ends"));
    } else if workshop.starts.day() != workshop.ends.day() {
        wrong.add(Problem::rule("workshops-one-day").on("ends"));
    }
    if workshop.closes <= workshop.opens {
        wrong.add(Problem::rule("workshops-closes-first").on("closes"));
    }
    if workshop.starts <= workshop.closes {
        wrong.add(Problem::rule("workshops-starts-first").on("closes"));
    }
    numbers(workshop, &mut wrong);
    if !workshop.day_off {
        day(workshop.starts, holidays, &mut wrong);
    }
    room(workshop, venue, fitting, taken, holidays, &mut wrong);
    wrong.check()
}

fn numbers(workshop: &Workshop, wrong: &mut Complaints) {
    if workshop.capacity < 1 {
        wrong.add(Problem::rule("workshops-capacity-none").on("capacity"));
    }
    if workshop.minimum < 1 || workshop.minimum > workshop.capacity {
        wrong.add(Problem::rule("workshops-minimum-bad").with("capacity", workshop.capacity).on("minimum"));
    }
    if workshop.team_min < 1 || workshop.team_max < workshop.team_min || workshop.team_max > workshop.quota {
        wrong.add(Problem::rule("workshops-team-bad").with("quota", workshop.quota).on("team_min"));
    }
    if workshop.quota < 1 {
        wrong.add(Problem::rule("workshops-quota-none").on("quota"));
    }
}

/// Never on a Saturday afternoon, a Sunday or a general holiday, unless it says so.
fn day(starts: Moment, holidays: &Holidays, wrong: &mut Complaints) {
    let day = starts.day();
    let next = holidays.next_working(day);
    if let Some(name) = holidays.name(day) {
        wrong.add(
            Problem::rule("workshops-holiday")
                .with("holiday_en", name.en.clone())
                .with("holiday_zh", name.zh.clone())
                .with("next", next)
                .on("starts"),
        );
    } else if day.is_sunday() {
        wrong.add(Problem::rule("workshops-sunday").with("next", next).on("starts"));
    } else if day.is_saturday() && starts.minute_of_day() >= SATURDAY_ENDS {
        wrong.add(Problem::rule("workshops-saturday").with("next", next).on("starts"));
    }
}

fn room(workshop: &Workshop, venue: &Venue, fitting: &[Venue], taken: &[Taken], holidays: &Holidays, wrong: &mut Complaints) {
    if venue.capacity < workshop.capacity {
        let few = &fitting[..fitting.len().min(5)];
        let names = Bi::new(
            few.iter().map(|v| format!("{} ({})", v.name.en, v.capacity)).collect::<Vec<_>>().join("; "),
            few.iter().map(|v| format!("{}（{}人）", v.name.zh, v.capacity)).collect::<Vec<_>>().join("、"),
        );
        wrong.add(
            Problem::rule("workshops-room-small")
                .with("room", venue.capacity)
                .with("people", workshop.capacity)
                .with("fitting", names)
                .on("venue"),
        );
    }
    if workshop.starts < workshop.ends && !venue.is_open(workshop.starts, workshop.ends, holidays) {
        wrong.add(Problem::rule("workshops-room-shut").with("venue", venue.name.clone()).on("venue"));
    }
    if let Some(other) = taken.first() {
        wrong.add(
            Problem::clash("venues-taken")
                .with("venue", venue.name.clone())
                .with("by", other.label.clone())
                .with("from", other.starts)
                .on("venue"),
        );
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{super::tests::sample, *};
    use crate::{base::time::Day, venues::Hours};

    fn room_of(capacity: i64) -> Venue {
        let hours = Some(Hours { opens: 540, closes: 1080 });
        Venue {
            code: "NPGO-R1".into(),
            name: Bi::new("Room 1", "1號室"),
            district: "E".into(),
            district_name: Bi::default(),
            kind: "meeting_room".into(),
            managed_by: "GPA".into(),
            capacity,
            pitches: 1,
            features: vec![],
            weekday: hours,
            saturday: hours,
            holiday: None,
        }
    }

    fn keys(workshop: &Workshop, venue: &Venue, holidays: &Holidays) -> Vec<String> {
        match check(workshop, venue, &[], &[], holidays) {
            Ok(()) => vec![],
            Err(problem) => problem.complaints.into_iter().map(|c| format!("{} {}", c.field, c.key)).collect(),
        }
    }

    #[test]
    fn a_good_draft_passes() {
        assert!(keys(&sample(), &room_of(30), &Holidays::default()).is_empty());
    }

    #[test]
    fn i_08_a_holiday_is_named_and_the_next_working_day_proposed() {
        let day = sample().starts.day();
        let holidays = Holidays(BTreeMap::from([(day, Bi::new("Ching Ming Festival", "清明節"))]));
        let problem =
            check(&sample(), &Venue { holiday: Some(Hours { opens: 0, closes: 1440 }), ..room_of(30) }, &[], &[], &holidays).unwrap_err();
        assert_eq!((problem.status(), problem.key()), (422, "workshops-holiday"));
        assert!(problem.complaints[0].values.contains(&("holiday_zh".into(), "清明節".into())));
        assert!(problem.complaints[0].values.contains(&("next".into(), day.next().into())));
        // Flagged, it may be.
        assert!(
            keys(
                &Workshop { day_off: true, ..sample() },
                &Venue { holiday: Some(Hours { opens: 0, closes: 1440 }), ..room_of(30) },
                &holidays
            )
            .is_empty()
        );
    }

    #[test]
    fn i_08_saturday_morning_is_a_working_morning_and_sunday_is_not() {
        let at = |d, h| Day::new(2002, 3, d).unwrap().at(h, 0);
        let on = |d, from, to| Workshop { starts: at(d, from), ends: at(d, to), ..sample() };
        assert!(keys(&on(23, 9, 12), &room_of(30), &Holidays::default()).is_empty());
        assert_eq!(keys(&on(23, 14, 17), &room_of(30), &Holidays::default()), ["starts workshops-saturday"]);
        assert_eq!(keys(&on(24, 9, 12), &room_of(30), &Holidays::default()), ["starts workshops-sunday", "venue workshops-room-shut"]);
    }

    #[test]
    fn i_08_a_room_too_small_names_the_rooms_that_fit() {
        let problem = check(&sample(), &room_of(20), &[room_of(40)], &[], &Holidays::default()).unwrap_err();
        assert_eq!(problem.key(), "workshops-room-small");
        assert!(
            problem.complaints[0]
                .values
                .iter()
                .any(|(name, value)| name == "fitting" && *value == Bi::new("Room 1 (40)", "1號室（40人）").into())
        );
    }

    #[test]
    fn i_61_a_missing_title_in_either_language_is_said_beside_its_field() {
        let draft = Workshop { title: Bi::new("Measuring", ""), ..sample() };
        assert_eq!(keys(&draft, &room_of(30), &Holidays::default()), ["title_zh workshops-chinese-missing"]);
    }

    #[test]
    fn times_have_to_follow_one_another() {
        let s = sample();
        assert_eq!(keys(&Workshop { ends: s.starts, ..s.clone() }, &room_of(30), &Holidays::default()), ["ends workshops-ends-first"]);
        assert_eq!(keys(&Workshop { closes: s.opens, ..s.clone() }, &room_of(30), &Holidays::default()), ["closes workshops-closes-first"]);
        assert_eq!(
            keys(&Workshop { closes: s.starts, ..s.clone() }, &room_of(30), &Holidays::default()),
            ["closes workshops-starts-first"]
        );
    }
}
