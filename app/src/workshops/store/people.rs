//! The people of workshops in the database: participants, clashes, attendance, steps. Decides nothing.

use std::collections::HashMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::{ParticipantId, PersonId, RegistrationId},
        text::{Bi, Lang},
        time::Moment,
    },
    sql,
};

use super::{super::rules::*, Of};

#[derive(sqlx::FromRow)]
struct ParticipantRow {
    id: i64,
    person_id: i64,
    name_en: String,
    name_zh: String,
    email: String,
    language: String,
    post_en: String,
    post_zh: String,
    attendance: Option<String>,
    door_code: String,
    record_code: Option<String>,
}

impl From<ParticipantRow> for Participant {
    fn from(row: ParticipantRow) -> Participant {
        Participant {
            id: ParticipantId(row.id),
            person: PersonId(row.person_id),
            name: Bi::new(row.name_en, row.name_zh),
            email: row.email,
            lang: Lang::of_path(&row.language).unwrap_or_default(),
            post: Bi::new(row.post_en, row.post_zh),
            attendance: row.attendance.as_deref().and_then(Attendance::of_code),
            door_code: row.door_code,
            record_code: row.record_code,
        }
    }
}

/// The columns of a participant with their person, before whatever a question adds.
macro_rules! participants {
    ($rest:literal) => {
        sql!(concat!(
            "select p.registration_id, p.id, p.person_id, x.name_en, x.name_zh, x.email, x.language, p.post_en, p.post_zh, p.attendance, ",
            "p.door_code, p.record_code from participant p join person x on x.id = p.person_id ",
            $rest
        ))
    };
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    registration_id: i64,
    #[sqlx(flatten)]
    participant: ParticipantRow,
}

pub async fn participants(tx: &mut Tx, registration: RegistrationId) -> Stored<Vec<Participant>> {
    let rows: Vec<MemberRow> = tx.all(participants!("where p.registration_id = $1 order by p.number"), args![registration]).await?;
    Ok(rows.into_iter().map(|row| row.participant.into()).collect())
}

/// The participants of many registrations at once, by registration, each in the order in which they were named.
pub async fn members(tx: &mut Tx, of: Of<'_>) -> Stored<HashMap<RegistrationId, Vec<Participant>>> {
    let rows: Vec<MemberRow> = match of {
        Of::Workshop(code) => tx.all(participants!("where p.workshop = $1 order by p.number"), args![code]).await?,
        Of::Organisation(code) => {
            tx.all(
                participants!("where p.registration_id in (select id from registration where organisation = $1) order by p.number"),
                args![code],
            )
            .await?
        }
        Of::Person(id) => {
            tx.all(
                participants!(
                    "where p.registration_id in (select registration_id from participant where person_id = $1
                                                 union select id from registration where asked_by = $1) order by p.number"
                ),
                args![id],
            )
            .await?
        }
    };
    let mut found: HashMap<RegistrationId, Vec<Participant>> = HashMap::new();
    for row in rows {
        found.entry(RegistrationId(row.registration_id)).or_default().push(row.participant.into());
    }
    Ok(found)
}

/// One line of the door list.
#[derive(Clone, Debug)]
pub struct Expected {
    pub participant: Participant,
    pub reference: String,
    pub organisation: String,
    pub organisation_name: Bi,
    pub status: Status,
}

#[derive(sqlx::FromRow)]
struct ExpectedRow {
    #[sqlx(flatten)]
    participant: ParticipantRow,
    r#ref: String,
    organisation: String,
    org_en: String,
    org_zh: String,
    state: String,
}

/// Everyone who ever stood on a workshop's lists, by name: the door list takes those with a place.
pub async fn expected(tx: &mut Tx, workshop: &str) -> Stored<Vec<Expected>> {
    let rows: Vec<ExpectedRow> = tx
        .all(
            sql!(
                "select p.id, p.person_id, x.name_en, x.name_zh, x.email, x.language, p.post_en, p.post_zh, p.attendance, p.door_code,
                        p.record_code, r.ref, r.organisation, o.name_en as org_en, o.name_zh as org_zh, r.state
                 from participant p join person x on x.id = p.person_id join registration r on r.id = p.registration_id
                      join organisation o on o.code = r.organisation
                 where p.workshop = $1 order by x.name_en, x.email"
            ),
            args![workshop],
        )
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Expected {
                participant: row.participant.into(),
                reference: row.r#ref,
                organisation: row.organisation,
                organisation_name: Bi::new(row.org_en, row.org_zh),
                status: Status::of_code(&row.state)?,
            })
        })
        .collect())
}

/// Locks persons in the order of their numbers, so that two workshops at one hour cannot both take one of them (I-04).
pub fn lock_persons(tx: &mut Tx, persons: &[PersonId]) {
    let mut sorted = persons.to_vec();
    sorted.sort();
    for id in sorted {
        tx.later(sql!("update person set language = language where id = $1"), args![id]);
    }
}

/// Another live registration of a person: in this workshop, or in one that shares a moment with it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Engagement {
    pub workshop: String,
    pub reference: String,
    pub title_en: String,
    pub title_zh: String,
    pub starts_at: i64,
}

/// What a person is already in that a workshop would clash with, but for one registration.
pub async fn engagements(tx: &mut Tx, person: PersonId, workshop: &Workshop, but: Option<RegistrationId>) -> Stored<Vec<Engagement>> {
    tx.all(
        sql!(
            "select w.code as workshop, r.ref as reference, w.title_en, w.title_zh, w.starts_at
             from participant p join registration r on r.id = p.registration_id join workshop w on w.code = p.workshop
             where p.person_id = $1 and p.live and w.state <> 'cancelled'
               and (w.code = $2 or (w.starts_at < $4 and w.ends_at > $3)) and r.id <> $5
             order by w.starts_at"
        ),
        args![person, &workshop.code, workshop.starts, workshop.ends, but.map_or(0, |id| id.0)],
    )
    .await
}

/// Puts another person in a participant's place.
pub async fn substitute(tx: &mut Tx, id: ParticipantId, person: PersonId, post: &Bi, door: &str) -> Stored<()> {
    tx.run(
        sql!("update participant set person_id = $2, post_en = $3, post_zh = $4, door_code = $5 where id = $1"),
        args![id, person, &post.en, &post.zh, door],
    )
    .await?;
    Ok(())
}

/// Writes down a mark from the door; `false` if this very mark was sent before.
pub async fn insert_mark(
    tx: &mut Tx,
    key: &str,
    workshop: &str,
    participant: ParticipantId,
    mark: Attendance,
    now: Moment,
) -> Stored<bool> {
    let added = tx
        .run(
            sql!(
                "insert into door_mark (request_key, workshop, participant_id, attendance, at) values ($1, $2, $3, $4, $5)
                 on conflict (request_key) do nothing"
            ),
            args![key, workshop, participant, mark.code(), now],
        )
        .await?;
    Ok(added == 1)
}

pub async fn set_attendance(tx: &mut Tx, id: ParticipantId, mark: Attendance, record: Option<&str>, now: Moment) -> Stored<()> {
    tx.run(
        sql!("update participant set attendance = $2, attended_at = $3, record_code = coalesce(record_code, $4) where id = $1"),
        args![id, mark.code(), now, record],
    )
    .await?;
    Ok(())
}

/// Whether a door code belongs to some other workshop.
pub async fn door_code_elsewhere(tx: &mut Tx, code: &str) -> Stored<bool> {
    Ok(tx.number(sql!("select count(*) from participant where door_code = $1"), args![code]).await? > 0)
}

/// Whose attendance record a code is: what the public page may say, and no more.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct RecordRow {
    pub person_id: i64,
    pub workshop: String,
    pub name_en: String,
    pub name_zh: String,
    pub post_en: String,
    pub post_zh: String,
    pub org_en: String,
    pub org_zh: String,
    pub attendance: Option<String>,
}

pub async fn record(tx: &mut Tx, code: &str) -> Stored<Option<RecordRow>> {
    tx.one(
        sql!(
            "select p.person_id, p.workshop, x.name_en, x.name_zh, p.post_en, p.post_zh, o.name_en as org_en, o.name_zh as org_zh, p.attendance
             from participant p join person x on x.id = p.person_id join registration r on r.id = p.registration_id
                  join organisation o on o.code = r.organisation
             where p.record_code = $1"
        ),
        args![code],
    )
    .await
}

/// A person's own participations that left a mark or may yet: workshop code, reference, attendance, record code.
pub async fn own_records(tx: &mut Tx, person: PersonId) -> Stored<Vec<(String, Option<String>, Option<String>)>> {
    tx.all(
        sql!(
            "select p.workshop, p.attendance, p.record_code from participant p join workshop w on w.code = p.workshop
             where p.person_id = $1 and p.attendance is not null order by w.starts_at desc"
        ),
        args![person],
    )
    .await
}

/// Writes a step of a registration's history.
pub fn add_step(tx: &mut Tx, id: RegistrationId, step: &str, by: &Bi, reason: Option<&str>, now: Moment) {
    tx.later(
        sql!(
            "insert into registration_step (registration_id, number, at, step, by_post_en, by_post_zh, reason)
             select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 from registration_step where registration_id = $1"
        ),
        args![id, now, step, &by.en, &by.zh, reason],
    );
}

/// One step of a registration's history.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Step {
    pub at: i64,
    pub step: String,
    pub by_post_en: String,
    pub by_post_zh: String,
    pub reason: Option<String>,
}

pub async fn steps(tx: &mut Tx, id: RegistrationId) -> Stored<Vec<Step>> {
    tx.all(
        sql!("select at, step, by_post_en, by_post_zh, reason from registration_step where registration_id = $1 order by number"),
        args![id],
    )
    .await
}
