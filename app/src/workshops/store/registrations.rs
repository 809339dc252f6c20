//! Registrations in the database. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::{ParticipantId, PersonId, RegistrationId},
        text::Bi,
        time::Moment,
    },
    sql,
};

use super::super::rules::{queue::Standing, *};

#[derive(sqlx::FromRow)]
struct RegistrationRow {
    id: i64,
    r#ref: String,
    workshop: String,
    organisation: String,
    kind: String,
    people: i64,
    state: String,
    queue_no: Option<i64>,
    offered_until: Option<i64>,
    asked_by: i64,
    asked_at: i64,
    changed_at: i64,
    reason: Option<String>,
    sequence: i64,
}

/// The columns of a registration, before whatever a question adds.
macro_rules! registrations {
    ($rest:literal) => {
        sql!(concat!(
            "select id, ref, workshop, organisation, kind, people, state, queue_no, offered_until, asked_by, asked_at, changed_at, ",
            "reason, sequence from registration r ",
            $rest
        ))
    };
}

impl From<RegistrationRow> for Registration {
    fn from(row: RegistrationRow) -> Registration {
        Registration {
            id: RegistrationId(row.id),
            reference: row.r#ref,
            workshop: row.workshop,
            organisation: row.organisation,
            is_team: row.kind == "team",
            people: row.people,
            status: Status::of_code(&row.state).unwrap_or(Status::Cancelled),
            queue_no: row.queue_no,
            offered_until: row.offered_until.map(Moment),
            asked_by: PersonId(row.asked_by),
            asked_at: Moment(row.asked_at),
            changed_at: Moment(row.changed_at),
            reason: row.reason,
            sequence: row.sequence,
        }
    }
}

pub async fn registration(tx: &mut Tx, reference: &str) -> Stored<Option<Registration>> {
    let row: Option<RegistrationRow> = tx.one(registrations!("where ref = $1"), args![reference]).await?;
    Ok(row.map(Into::into))
}

pub async fn registration_by_id(tx: &mut Tx, id: RegistrationId) -> Stored<Option<Registration>> {
    let row: Option<RegistrationRow> = tx.one(registrations!("where id = $1"), args![id]).await?;
    Ok(row.map(Into::into))
}

/// The registration a form already made, if it is sent a second time.
pub async fn by_request(tx: &mut Tx, key: &str) -> Stored<Option<Registration>> {
    let row: Option<RegistrationRow> = tx.one(registrations!("where request_key = $1"), args![key]).await?;
    Ok(row.map(Into::into))
}

/// Whose registrations are asked for. Each has an index of its own.
#[derive(Clone, Copy)]
pub enum Of<'a> {
    Workshop(&'a str),
    Organisation(&'a str),
    /// Asked for by this person, or taken part in.
    Person(PersonId),
}

/// Registrations, in the order in which they were asked for.
pub async fn registrations(tx: &mut Tx, of: Of<'_>) -> Stored<Vec<Registration>> {
    let rows: Vec<RegistrationRow> = match of {
        Of::Workshop(code) => tx.all(registrations!("where r.workshop = $1 order by r.asked_at, r.ref"), args![code]).await?,
        Of::Organisation(code) => tx.all(registrations!("where r.organisation = $1 order by r.asked_at, r.ref"), args![code]).await?,
        Of::Person(id) => {
            tx.all(
                registrations!(
                    "where r.asked_by = $1 or r.id in (select registration_id from participant where person_id = $1)
                     order by r.asked_at, r.ref"
                ),
                args![id],
            )
            .await?
        }
    };
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Everyone who waits for a workshop, whatever the department: the lists in which registrations have their positions.
pub async fn waiting(tx: &mut Tx) -> Stored<Vec<(String, Standing)>> {
    let rows: Vec<(String, i64, String, i64, i64)> = tx
        .all(sql!("select workshop, id, organisation, people, coalesce(queue_no, 0) from registration where state = 'waitlisted'"), args![])
        .await?;
    Ok(rows
        .into_iter()
        .map(|(workshop, id, organisation, people, queue_no)| {
            (workshop, Standing { id: RegistrationId(id), organisation, people, status: Status::Waitlisted, queue_no })
        })
        .collect())
}

/// What a new registration carries.
pub struct NewRegistration<'a> {
    pub registration: &'a Registration,
    pub key: &'a str,
}

/// Adds a registration, and gives the number of its calendar entry: above any that its department has had here. None if this form was sent
/// before.
pub async fn insert_registration(tx: &mut Tx, new: &NewRegistration<'_>, now: Moment) -> Stored<Option<i64>> {
    let r = new.registration;
    let endorsed = (r.status != Status::AwaitingEndorsement).then_some(now);
    let added: Option<(i64,)> = tx
        .one(
            sql!(
                "insert into registration (id, ref, workshop, organisation, kind, people, state, queue_no, asked_by, asked_at, changed_at,
                                           endorsed_at, consent_version, request_key, sequence)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13,
                    coalesce((select max(sequence) + 1 from registration where workshop = $3 and organisation = $4), 0))
                 on conflict (request_key) do nothing returning sequence"
            ),
            args![
                r.id,
                &r.reference,
                &r.workshop,
                &r.organisation,
                if r.is_team { "team" } else { "single" },
                r.people,
                r.status.code(),
                r.queue_no,
                r.asked_by,
                now,
                endorsed,
                CONSENT_VERSION,
                new.key
            ],
        )
        .await?;
    Ok(added.map(|it| it.0))
}

/// What may change of a registration when it moves on.
#[derive(Clone, Debug, Default)]
pub struct Move {
    pub queue_no: Option<i64>,
    pub offered_until: Option<Moment>,
    pub reason: Option<String>,
    pub endorsed: bool,
}

/// Moves a registration to a status. Its people stay live in the workshop only while the status is; its calendar entry rises.
pub fn set_status(tx: &mut Tx, id: RegistrationId, status: Status, change: &Move, now: Moment) {
    tx.later(
        sql!(
            "update registration set state = $2, queue_no = $3, offered_until = $4, reason = $5, changed_at = $6, sequence = sequence + 1,
                    endorsed_at = case when $7 then $6 else endorsed_at end
             where id = $1"
        ),
        args![id, status.code(), change.queue_no, change.offered_until, change.reason.clone(), now, change.endorsed],
    );
    tx.later(sql!("update participant set live = $2 where registration_id = $1"), args![id, status.is_live() || status.holds_place()]);
}

/// Raises the number of its calendar entry.
pub fn raise(tx: &mut Tx, id: RegistrationId) {
    tx.later(sql!("update registration set sequence = sequence + 1 where id = $1"), args![id]);
}

/// Marks a registration as moved here from a cancelled workshop.
pub async fn set_priority(tx: &mut Tx, id: RegistrationId) -> Stored<()> {
    tx.run(sql!("update registration set priority = true where id = $1"), args![id]).await?;
    Ok(())
}

pub async fn set_rank(tx: &mut Tx, id: RegistrationId, rank: i64) -> Stored<()> {
    tx.run(sql!("update registration set rank = $2 where id = $1"), args![id, rank]).await?;
    Ok(())
}

/// Confirmed and offered registrations whose moment has come: offers that ran out, requests nobody endorsed.
pub async fn offers_lapsed(tx: &mut Tx, now: Moment) -> Stored<Vec<(String, String)>> {
    tx.all(
        sql!("select ref, workshop from registration where state = 'offered' and offered_until <= $1 order by workshop, offered_until, queue_no"),
        args![now],
    )
    .await
}

pub async fn unendorsed_after_closing(tx: &mut Tx, now: Moment) -> Stored<Vec<(String, String)>> {
    tx.all(
        sql!(
            "select r.ref, r.workshop from registration r join workshop w on w.code = r.workshop
             where r.state = 'awaiting_endorsement' and w.closes_at <= $1 order by r.workshop, r.asked_at"
        ),
        args![now],
    )
    .await
}

/// Adds one person to a registration, in the order of `number`.
pub async fn insert_participant(
    tx: &mut Tx,
    registration: &Registration,
    (id, number): (ParticipantId, usize),
    person: PersonId,
    post: &Bi,
    door: &str,
) -> Stored<bool> {
    let added = tx
        .run(
            sql!(
                "insert into participant (id, registration_id, workshop, person_id, number, post_en, post_zh, live, door_code)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing"
            ),
            args![
                id,
                registration.id,
                &registration.workshop,
                person,
                number as i64,
                &post.en,
                &post.zh,
                registration.status.is_live(),
                door
            ],
        )
        .await?;
    Ok(added == 1)
}
