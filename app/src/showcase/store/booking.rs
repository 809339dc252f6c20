//! Bookings of visitors. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        text::Lang,
        time::Moment,
    },
    showcase::rules::booking::*,
    sql,
};

/// A booking as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    pub reference: String,
    pub event: String,
    pub activity: String,
    pub session: i64,
    pub name: String,
    pub contact: String,
    pub access_needs: String,
    pub people: i64,
    pub lang: Lang,
    pub state: BookingState,
    pub number: i64,
    pub made: Moment,
    /// Added to the session's own number in calendar entries that go to the visitor; raised with every change of state.
    pub sequence: i64,
}

#[derive(sqlx::FromRow)]
struct BookingRow {
    reference: String,
    event: String,
    activity: String,
    session: i64,
    name: String,
    contact: String,
    access_needs: String,
    people: i64,
    language: String,
    state: String,
    number: i64,
    made_at: i64,
    sequence: i64,
}

impl From<BookingRow> for Booking {
    fn from(row: BookingRow) -> Booking {
        Booking {
            reference: row.reference,
            event: row.event,
            activity: row.activity,
            session: row.session,
            name: row.name,
            contact: row.contact,
            access_needs: row.access_needs,
            people: row.people,
            lang: Lang::of_path(&row.language).unwrap_or_default(),
            state: BookingState::of_code(&row.state).unwrap_or(BookingState::Erased),
            number: row.number,
            made: Moment(row.made_at),
            sequence: row.sequence,
        }
    }
}

macro_rules! bookings {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<BookingRow> = $tx
            .all(
                sql!(concat!(
                    "select reference, event, activity, session, name, contact, access_needs, people, language, state, number, made_at, sequence ",
                    "from booking where ",
                    $condition,
                    " order by activity, session, number"
                )),
                $args,
            )
            .await?;
        rows.into_iter().map(Booking::from).collect::<Vec<Booking>>()
    }};
}

/// Those of a session that are live, in the order of asking.
pub async fn of_session(tx: &mut Tx, activity: &str, session: i64) -> Stored<Vec<Booking>> {
    Ok(bookings!(tx, "activity = $1 and session = $2 and state in ('held', 'waiting')", args![activity, session]))
}

/// Those of an activity that are live.
pub async fn of_activity(tx: &mut Tx, activity: &str) -> Stored<Vec<Booking>> {
    Ok(bookings!(tx, "activity = $1 and state in ('held', 'waiting')", args![activity]))
}

/// Every live one of an event.
pub async fn of_event(tx: &mut Tx, event: &str) -> Stored<Vec<Booking>> {
    Ok(bookings!(tx, "event = $1 and state in ('held', 'waiting')", args![event]))
}

pub async fn by_token(tx: &mut Tx, hash: &str) -> Stored<Option<Booking>> {
    Ok(bookings!(tx, "token_hash = $1", args![hash]).into_iter().next())
}

/// Those whose time to be forgotten has come.
pub async fn to_erase(tx: &mut Tx, now: Moment) -> Stored<Vec<Booking>> {
    Ok(bookings!(tx, "erase_at <= $1 and state <> 'erased'", args![now]))
}

/// People that hold places and that wait, for each session of an activity.
pub async fn counts(tx: &mut Tx, activity: &str) -> Stored<Vec<(i64, i64, i64)>> {
    tx.all(
        sql!(
            "select session, cast(coalesce(sum(people) filter (where state = 'held'), 0) as bigint),
                    cast(coalesce(sum(people) filter (where state = 'waiting'), 0) as bigint)
             from booking where activity = $1 and state in ('held', 'waiting') group by session order by session"
        ),
        args![activity],
    )
    .await
}

/// The next number for calendar entries of whoever has been at this session before and gave it up; 0 for everybody else.
pub async fn next_sequence(tx: &mut Tx, activity: &str, session: i64, contact_key: &str) -> Stored<i64> {
    tx.number(
        sql!(
            "select cast(coalesce(max(sequence) + 1, 0) as bigint) from booking
             where activity = $1 and session = $2 and contact_key = $3"
        ),
        args![activity, session, contact_key],
    )
    .await
}

/// A new booking, with the hash of its link and when it is to be erased. Its number is the next one of the session.
pub fn add(tx: &mut Tx, it: &Booking, (token_hash, contact_key): (&str, &str), erase_at: Moment) {
    tx.later(
        sql!(
            "insert into booking (token_hash, reference, event, activity, session, name, contact, contact_key, access_needs, people, language,
                state, number, made_at, changed_at, erase_at, sequence)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                (select 1 + count(*) from booking where activity = $4 and session = $5), $13, $13, $14, $15)"
        ),
        args![
            token_hash,
            &it.reference,
            &it.event,
            &it.activity,
            it.session,
            &it.name,
            &it.contact,
            contact_key,
            &it.access_needs,
            it.people,
            it.lang.path(),
            it.state.code(),
            it.made,
            erase_at,
            it.sequence
        ],
    );
}

pub fn set_state(tx: &mut Tx, it: &mut Booking, state: BookingState, now: Moment) {
    (it.state, it.sequence) = (state, it.sequence + 1);
    tx.later(
        sql!("update booking set state = $2, changed_at = $3, sequence = $4 where reference = $1"),
        args![&it.reference, state.code(), now, it.sequence],
    );
}

/// How often places were booked from somewhere since a moment.
pub async fn from_place(tx: &mut Tx, place: &str, since: Moment) -> Stored<i64> {
    tx.number(sql!("select count(*) from booking_place where place_hash = $1 and at > $2"), args![place, since]).await
}

/// Forgets from where places were booked longer ago.
pub fn forget_places(tx: &mut Tx, before: Moment) {
    tx.later(sql!("delete from booking_place where at <= $1"), args![before]);
}

pub fn note_place(tx: &mut Tx, place: &str, now: Moment) {
    tx.later(sql!("insert into booking_place (place_hash, at) values ($1, $2)"), args![place, now]);
}

/// Forgets who it was; how many came stays.
pub fn erase(tx: &mut Tx, reference: &str, now: Moment) {
    tx.later(
        sql!(
            "update booking set name = '', contact = '', contact_key = '', access_needs = '', state = 'erased', changed_at = $2
             where reference = $1"
        ),
        args![reference, now],
    );
}

/// What must hold of every booking, and how often it does not.
pub async fn overbooked(tx: &mut Tx) -> Stored<i64> {
    tx.number(
        sql!(
            "select count(*) from (select b.activity, b.session from booking b join activity a on a.code = b.activity
                where b.state = 'held' group by b.activity, b.session, a.peak having sum(b.people) > a.peak) x"
        ),
        args![],
    )
    .await
}
