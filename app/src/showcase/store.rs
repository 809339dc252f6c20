//! Events and activities in the database. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        text::Bi,
        time::{Day, Moment},
    },
    sql,
};

use super::rules::*;

pub mod booking;
pub mod follow;
pub mod hold;
pub mod notice;
pub mod plan;
pub mod presence;
pub mod publication;

#[derive(sqlx::FromRow)]
struct EventRow {
    code: String,
    name_en: String,
    name_zh: String,
    starts_on: String,
    ends_on: String,
    closes_at: i64,
    target_departments: i64,
    target_activities: i64,
    version: i64,
    plan: i64,
    enquiries: String,
}

impl From<EventRow> for Event {
    fn from(row: EventRow) -> Event {
        let day = |text: &str| Day::parse(text).unwrap_or(Moment(0).day());
        Event {
            starts: day(&row.starts_on),
            ends: day(&row.ends_on),
            code: row.code,
            name: Bi::new(row.name_en, row.name_zh),
            closes: Moment(row.closes_at),
            target_departments: row.target_departments,
            target_activities: row.target_activities,
            version: row.version,
            plan: row.plan,
            enquiries: row.enquiries,
        }
    }
}

/// Every event, the latest first.
pub async fn events(tx: &mut Tx) -> Stored<Vec<Event>> {
    let rows: Vec<EventRow> = tx
        .all(
            sql!(
                "select code, name_en, name_zh, starts_on, ends_on, closes_at, target_departments, target_activities, version, plan, enquiries
                 from showcase_event order by starts_on desc, code"
            ),
            args![],
        )
        .await?;
    Ok(rows.into_iter().map(Event::from).collect())
}

pub async fn event(tx: &mut Tx, code: &str) -> Stored<Option<Event>> {
    let row: Option<EventRow> = tx
        .one(
            sql!(
                "select code, name_en, name_zh, starts_on, ends_on, closes_at, target_departments, target_activities, version, plan, enquiries
                 from showcase_event where code = $1"
            ),
            args![code],
        )
        .await?;
    Ok(row.map(Event::from))
}

/// The event with its row touched: whoever numbers or accepts activities of it waits for the one before.
pub async fn lock_event(tx: &mut Tx, code: &str) -> Stored<Option<Event>> {
    tx.run(sql!("update showcase_event set code = code where code = $1"), args![code]).await?;
    event(tx, code).await
}

/// Saves an event; whether it was new.
pub async fn put_event(tx: &mut Tx, it: &Event) -> Stored<()> {
    tx.run(
        sql!(
            "insert into showcase_event (code, name_en, name_zh, starts_on, ends_on, closes_at, target_departments, target_activities, enquiries, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
             on conflict (code) do update set name_en = excluded.name_en, name_zh = excluded.name_zh, starts_on = excluded.starts_on,
                ends_on = excluded.ends_on, closes_at = excluded.closes_at, target_departments = excluded.target_departments,
                target_activities = excluded.target_activities, enquiries = excluded.enquiries, version = showcase_event.version + 1"
        ),
        args![
            &it.code,
            &it.name.en,
            &it.name.zh,
            it.starts,
            it.ends,
            it.closes,
            it.target_departments,
            it.target_activities,
            &it.enquiries
        ],
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ActivityRow {
    code: String,
    event: String,
    organisation: String,
    title_en: String,
    title_zh: String,
    line_en: String,
    line_zh: String,
    kind: String,
    own_venue: Option<String>,
    minutes: i64,
    sessions: i64,
    setup: i64,
    teardown: i64,
    expected: i64,
    peak: i64,
    crowd: String,
    features: String,
    districts: String,
    languages: String,
    days: String,
    time_of_day: String,
    booking: bool,
    wet: String,
    state: String,
    comment_en: String,
    comment_zh: String,
    version: i64,
    changed_at: i64,
}

fn codes(text: &str) -> Vec<String> {
    text.split(';').filter(|it| !it.is_empty()).map(Into::into).collect()
}

impl From<ActivityRow> for Activity {
    fn from(row: ActivityRow) -> Activity {
        Activity {
            needs: Needs {
                own_venue: row.own_venue,
                minutes: row.minutes,
                sessions: row.sessions,
                setup: row.setup,
                teardown: row.teardown,
                expected: row.expected,
                peak: row.peak,
                crowd: Crowd::of_code(&row.crowd).unwrap_or(Crowd::Seated),
                features: codes(&row.features),
            },
            wishes: Wishes {
                districts: codes(&row.districts),
                days: DayWish::of_code(&row.days).unwrap_or_default(),
                time: TimeWish::of_code(&row.time_of_day).unwrap_or_default(),
            },
            code: row.code,
            event: row.event,
            organisation: row.organisation,
            title: Bi::new(row.title_en, row.title_zh),
            line: Bi::new(row.line_en, row.line_zh),
            kind: ActivityKind::of_code(&row.kind).unwrap_or(ActivityKind::Exhibit),
            languages: codes(&row.languages),
            booking: row.booking,
            wet: WetWeather::of_code(&row.wet).unwrap_or(WetWeather::Cancel),
            state: ActivityState::of_code(&row.state).unwrap_or(ActivityState::Cancelled),
            comment: Bi::new(row.comment_en, row.comment_zh),
            version: row.version,
            changed: Moment(row.changed_at),
        }
    }
}

macro_rules! activities {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<ActivityRow> = $tx
            .all(
                sql!(concat!(
                    "select code, event, organisation, title_en, title_zh, line_en, line_zh, kind, own_venue, minutes, sessions, setup, \
                     teardown, expected, peak, crowd, features, districts, languages, days, time_of_day, booking, wet, state, comment_en, \
                     comment_zh, version, changed_at from activity where ",
                    $condition,
                    " order by organisation, code"
                )),
                $args,
            )
            .await?;
        rows.into_iter().map(Activity::from).collect::<Vec<Activity>>()
    }};
}

/// Every activity of an event.
pub async fn activities(tx: &mut Tx, event: &str) -> Stored<Vec<Activity>> {
    Ok(activities!(tx, "event = $1", args![event]))
}

/// Those of one organisation.
pub async fn of_organisation(tx: &mut Tx, organisation: &str) -> Stored<Vec<Activity>> {
    Ok(activities!(tx, "organisation = $1", args![organisation]))
}

pub async fn activity(tx: &mut Tx, code: &str) -> Stored<Option<Activity>> {
    Ok(activities!(tx, "code = $1", args![code]).into_iter().next())
}

/// The activity with its row touched.
pub async fn lock_activity(tx: &mut Tx, code: &str) -> Stored<Option<Activity>> {
    tx.run(sql!("update activity set code = code where code = $1"), args![code]).await?;
    activity(tx, code).await
}

/// Saves an activity whole; its version is the next one.
pub fn put_activity(tx: &mut Tx, it: &Activity) {
    tx.later(
        sql!(
            "insert into activity (code, event, organisation, title_en, title_zh, line_en, line_zh, kind, own_venue, minutes, sessions, setup,
                teardown, expected, peak, crowd, features, districts, languages, days, time_of_day, booking, wet, state, comment_en, comment_zh,
                version, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, 1, $27)
             on conflict (code) do update set title_en = excluded.title_en, title_zh = excluded.title_zh, line_en = excluded.line_en,
                line_zh = excluded.line_zh, kind = excluded.kind, own_venue = excluded.own_venue, minutes = excluded.minutes,
                sessions = excluded.sessions, setup = excluded.setup, teardown = excluded.teardown, expected = excluded.expected,
                peak = excluded.peak, crowd = excluded.crowd, features = excluded.features, districts = excluded.districts,
                languages = excluded.languages, days = excluded.days, time_of_day = excluded.time_of_day, booking = excluded.booking,
                wet = excluded.wet, state = excluded.state, comment_en = excluded.comment_en, comment_zh = excluded.comment_zh,
                version = activity.version + 1, changed_at = excluded.changed_at"
        ),
        args![
            &it.code,
            &it.event,
            &it.organisation,
            &it.title.en,
            &it.title.zh,
            &it.line.en,
            &it.line.zh,
            it.kind.code(),
            it.needs.own_venue.clone(),
            it.needs.minutes,
            it.needs.sessions,
            it.needs.setup,
            it.needs.teardown,
            it.needs.expected,
            it.needs.peak,
            it.needs.crowd.code(),
            it.needs.features.join(";"),
            it.wishes.districts.join(";"),
            it.languages.join(";"),
            it.wishes.days.code(),
            it.wishes.time.code(),
            it.booking,
            it.wet.code(),
            it.state.code(),
            &it.comment.en,
            &it.comment.zh,
            it.changed
        ],
    );
}

/// One step in the history of an activity.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Step {
    pub at: i64,
    pub step: String,
    pub by_en: String,
    pub by_zh: String,
    pub reason_en: String,
    pub reason_zh: String,
}

pub fn add_step(tx: &mut Tx, activity: &str, step: &str, by: &Bi, reason: &Bi, now: Moment) {
    tx.later(
        sql!(
            "insert into activity_step (activity, number, at, step, by_en, by_zh, reason_en, reason_zh)
             values ($1, (select 1 + count(*) from activity_step where activity = $1), $2, $3, $4, $5, $6, $7)"
        ),
        args![activity, now, step, &by.en, &by.zh, &reason.en, &reason.zh],
    );
}

pub async fn steps(tx: &mut Tx, activity: &str) -> Stored<Vec<Step>> {
    tx.all(
        sql!("select at, step, by_en, by_zh, reason_en, reason_zh from activity_step where activity = $1 order by number"),
        args![activity],
    )
    .await
}

/// What must hold of every activity, and how often it does not.
pub async fn checks(tx: &mut Tx) -> Stored<Vec<(&'static str, i64)>> {
    let without_plan: i64 = tx
        .number(sql!("select count(*) from activity where (';' || features || ';') like '%;outdoor;%' and wet = 'not_affected'"), args![])
        .await?;
    let elsewhere: i64 = tx
        .number(
            sql!(
                "select count(*) from activity a join venue v on v.code = a.own_venue
                 where v.managed_by <> a.organisation or v.kind <> 'department_premises'"
            ),
            args![],
        )
        .await?;
    Ok(vec![
        ("I-37 an activity in the open air has a plan for rain", without_plan),
        ("I-38 premises of their own are those of the department that files", elsewhere),
        ("I-53 no session has more people booked than places", booking::overbooked(tx).await?),
    ])
}
