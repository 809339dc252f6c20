//! Stops and their days in the database. Decides nothing.
//!
//! Slips and ballots are in `ballots`, the record in `log`, what officers count and decide in `officers`.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        text::Bi,
        time::{Day, Moment},
    },
    sql,
    venues::Hours,
};

use super::rules::*;

pub mod ballots;
pub mod checks;
pub mod log;
pub mod officers;

/// A day as it is kept; what cannot be read is the first there was, and no day of any stop.
pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or(Moment(0).day())
}

#[derive(sqlx::FromRow)]
struct StopRow {
    code: String,
    series: String,
    scheme: Option<String>,
    name_en: String,
    name_zh: String,
    venue: String,
    starts_on: String,
    ends_on: String,
    opens: i64,
    closes: i64,
    kiosks: i64,
    note_en: String,
    note_zh: String,
    access_en: String,
    access_zh: String,
    roster: String,
    state: String,
    sequence: i64,
    version: i64,
    changed_at: i64,
}

impl From<StopRow> for Stop {
    fn from(row: StopRow) -> Stop {
        Stop {
            code: row.code,
            series: row.series,
            scheme: row.scheme,
            name: Bi::new(row.name_en, row.name_zh),
            venue: row.venue,
            starts: day(&row.starts_on),
            ends: day(&row.ends_on),
            hours: Hours { opens: row.opens as u32, closes: row.closes as u32 },
            kiosks: row.kiosks,
            note: Bi::new(row.note_en, row.note_zh),
            access: Bi::new(row.access_en, row.access_zh),
            roster: row.roster,
            // A state nobody knows takes no ballots.
            state: StopState::of_code(&row.state).unwrap_or(StopState::Cancelled),
            sequence: row.sequence,
            version: row.version,
            changed: Moment(row.changed_at),
        }
    }
}

macro_rules! stops {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<StopRow> = $tx
            .all(
                sql!(concat!(
                    "select code, series, scheme, name_en, name_zh, venue, starts_on, ends_on, opens, closes, kiosks, note_en, note_zh, \
                     access_en, access_zh, roster, state, sequence, version, changed_at from exhibition_stop where ",
                    $condition,
                    " order by starts_on, code"
                )),
                $args,
            )
            .await?;
        rows.into_iter().map(Stop::from).collect::<Vec<Stop>>()
    }};
}

pub async fn stops(tx: &mut Tx) -> Stored<Vec<Stop>> {
    Ok(stops!(tx, "1 = 1", args![]))
}

pub async fn stop(tx: &mut Tx, code: &str) -> Stored<Option<Stop>> {
    Ok(stops!(tx, "code = $1", args![code]).into_iter().next())
}

pub async fn stops_of(tx: &mut Tx, series: &str) -> Stored<Vec<Stop>> {
    Ok(stops!(tx, "series = $1", args![series]))
}

/// Locks a stop and gives it.
pub async fn lock_stop(tx: &mut Tx, code: &str) -> Stored<Option<Stop>> {
    tx.run(sql!("update exhibition_stop set version = version where code = $1"), args![code]).await?;
    stop(tx, code).await
}

/// Locks a whole tour, so that no two stops are planned beside each other at once.
pub async fn lock_series(tx: &mut Tx, series: &str) -> Stored<()> {
    tx.run(sql!("update exhibition_stop set version = version where series = $1"), args![series]).await?;
    Ok(())
}

/// Whether it is new.
pub async fn insert_stop(tx: &mut Tx, it: &Stop) -> Stored<bool> {
    let made = tx
        .run(
            sql!(
                "insert into exhibition_stop (code, series, scheme, name_en, name_zh, venue, starts_on, ends_on, opens, closes, kiosks,
                    note_en, note_zh, access_en, access_zh, roster, state, changed_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict (code) do nothing"
            ),
            args![
                &it.code,
                &it.series,
                it.scheme.clone(),
                &it.name.en,
                &it.name.zh,
                &it.venue,
                it.starts,
                it.ends,
                it.hours.opens,
                it.hours.closes,
                it.kiosks,
                &it.note.en,
                &it.note.zh,
                &it.access.en,
                &it.access.zh,
                &it.roster,
                it.state.code(),
                it.changed
            ],
        )
        .await?;
    Ok(made == 1)
}

/// Saves a stop that is locked; its version rises.
pub async fn save_stop(tx: &mut Tx, it: &Stop) -> Stored<()> {
    tx.run(
        sql!(
            "update exhibition_stop set name_en = $2, name_zh = $3, venue = $4, starts_on = $5, ends_on = $6, opens = $7, closes = $8,
                kiosks = $9, note_en = $10, note_zh = $11, access_en = $12, access_zh = $13, roster = $14, state = $15, sequence = $16,
                changed_at = $17, version = version + 1 where code = $1"
        ),
        args![
            &it.code,
            &it.name.en,
            &it.name.zh,
            &it.venue,
            it.starts,
            it.ends,
            it.hours.opens,
            it.hours.closes,
            it.kiosks,
            &it.note.en,
            &it.note.zh,
            &it.access.en,
            &it.access.zh,
            &it.roster,
            it.state.code(),
            it.sequence,
            it.changed
        ],
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct DayRow {
    stop: String,
    day: String,
    opens_at: i64,
    closes_at: i64,
    state: String,
    notice_en: String,
    notice_zh: String,
    issued: i64,
    returned: i64,
    void_unissued: i64,
    void_issued: i64,
    used: i64,
    paper: i64,
    spoilt: i64,
    unused: i64,
    explanation: String,
    closed_by: Option<i64>,
    explained_by: Option<i64>,
    reconciled_by: Option<i64>,
}

impl From<DayRow> for PollDay {
    fn from(row: DayRow) -> PollDay {
        PollDay {
            stop: row.stop,
            day: day(&row.day),
            opens: Moment(row.opens_at),
            closes: Moment(row.closes_at),
            state: DayState::of_code(&row.state).unwrap_or(DayState::Planned),
            notice: Bi::new(row.notice_en, row.notice_zh),
            balance: Balance {
                issued: row.issued,
                returned: row.returned,
                void_unissued: row.void_unissued,
                void_issued: row.void_issued,
                used: row.used,
                paper: row.paper,
                spoilt: row.spoilt,
                unused: row.unused,
            },
            explanation: row.explanation,
            closed_by: row.closed_by.map(PersonId),
            explained_by: row.explained_by.map(PersonId),
            reconciled_by: row.reconciled_by.map(PersonId),
        }
    }
}

macro_rules! days {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<DayRow> = $tx
            .all(
                sql!(concat!(
                    "select d.stop, d.day, d.opens_at, d.closes_at, d.state, d.notice_en, d.notice_zh, d.issued, d.returned, \
                     d.void_unissued, d.void_issued, d.used, d.paper, d.spoilt, d.unused, d.explanation, d.closed_by, d.explained_by, \
                     d.reconciled_by from poll_day d where ",
                    $condition,
                    " order by d.day, d.stop"
                )),
                $args,
            )
            .await?;
        rows.into_iter().map(PollDay::from).collect::<Vec<PollDay>>()
    }};
}

pub async fn days_of(tx: &mut Tx, stop: &str) -> Stored<Vec<PollDay>> {
    Ok(days!(tx, "d.stop = $1", args![stop]))
}

/// Every day of every stop of a scheme's poll that is not cancelled.
pub async fn days_of_scheme(tx: &mut Tx, scheme: &str) -> Stored<Vec<PollDay>> {
    Ok(days!(
        tx,
        "exists (select 1 from exhibition_stop s where s.code = d.stop and s.scheme = $1 and s.state <> 'cancelled')",
        args![scheme]
    ))
}

/// What is shut by weather or otherwise, now or to come, for public notices.
pub async fn suspended(tx: &mut Tx, from: Day) -> Stored<Vec<PollDay>> {
    Ok(days!(tx, "d.state = 'suspended' and d.day >= $1", args![from]))
}

/// Days with a poll, of today or before, that are not closed for good.
pub async fn unbalanced(tx: &mut Tx, today: Day) -> Stored<Vec<PollDay>> {
    Ok(days!(
        tx,
        "d.day <= $1 and d.state not in ('reconciled', 'written_off', 'suspended') \
         and exists (select 1 from exhibition_stop s where s.code = d.stop and s.scheme is not null and s.state = 'confirmed')",
        args![today]
    ))
}

/// Locks a day and gives it. Ballots take the same lock: a day that is closed gets none any more.
pub async fn lock_day(tx: &mut Tx, stop: &str, on: Day) -> Stored<Option<PollDay>> {
    tx.run(sql!("update poll_day set state = state where stop = $1 and day = $2"), args![stop, on]).await?;
    Ok(days!(tx, "d.stop = $1 and d.day = $2", args![stop, on]).into_iter().next())
}

/// A day of a stop, made or given other hours; one that has begun keeps its own.
pub async fn put_day(tx: &mut Tx, stop: &str, on: Day, (opens, closes): (Moment, Moment)) -> Stored<()> {
    tx.run(
        sql!(
            "insert into poll_day (stop, day, opens_at, closes_at, state) values ($1, $2, $3, $4, 'planned')
             on conflict (stop, day) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at
             where poll_day.state = 'planned'"
        ),
        args![stop, on, opens, closes],
    )
    .await?;
    Ok(())
}

/// Days outside a stop's span on which nothing has happened are taken away.
pub async fn drop_days(tx: &mut Tx, stop: &str, first: Day, last: Day) -> Stored<()> {
    tx.run(sql!("delete from poll_day where stop = $1 and (day < $2 or day > $3) and state = 'planned'"), args![stop, first, last]).await?;
    Ok(())
}

/// A day on which the public expects a stop no more.
pub struct DayOff {
    pub day: Day,
    pub opens: Moment,
    pub closes: Moment,
    pub since: Moment,
}

/// Keeps that days are off which are about to be dropped, and of those in the span that they are not.
pub async fn keep_off(tx: &mut Tx, stop: &str, first: Day, last: Day, now: Moment) -> Stored<()> {
    tx.run(sql!("delete from stop_day_off where stop = $1 and day >= $2 and day <= $3"), args![stop, first, last]).await?;
    tx.run(
        sql!(
            "insert into stop_day_off (stop, day, opens_at, closes_at, off_at)
             select stop, day, opens_at, closes_at, cast($4 as bigint) from poll_day
             where stop = $1 and (day < $2 or day > $3) and state = 'planned'
             on conflict (stop, day) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at, off_at = excluded.off_at"
        ),
        args![stop, first, last, now],
    )
    .await?;
    Ok(())
}

/// The days of a stop that are off.
pub async fn days_off(tx: &mut Tx, stop: &str) -> Stored<Vec<DayOff>> {
    let rows: Vec<(String, i64, i64, i64)> =
        tx.all(sql!("select day, opens_at, closes_at, off_at from stop_day_off where stop = $1 order by day"), args![stop]).await?;
    let day = |(day, opens, closes, since): (String, i64, i64, i64)| {
        Some(DayOff { day: Day::parse(&day)?, opens: Moment(opens), closes: Moment(closes), since: Moment(since) })
    };
    Ok(rows.into_iter().filter_map(day).collect())
}

/// Saves a day that is locked.
pub async fn save_day(tx: &mut Tx, it: &PollDay) -> Stored<()> {
    let b = &it.balance;
    tx.run(
        sql!(
            "update poll_day set state = $3, notice_en = $4, notice_zh = $5, issued = $6, returned = $7, void_unissued = $8,
                void_issued = $9, used = $10, paper = $11, spoilt = $12, unused = $13, explanation = $14, closed_by = $15,
                explained_by = $16, reconciled_by = $17 where stop = $1 and day = $2"
        ),
        args![
            &it.stop,
            it.day,
            it.state.code(),
            &it.notice.en,
            &it.notice.zh,
            b.issued,
            b.returned,
            b.void_unissued,
            b.void_issued,
            b.used,
            b.paper,
            b.spoilt,
            b.unused,
            &it.explanation,
            it.closed_by,
            it.explained_by,
            it.reconciled_by
        ],
    )
    .await?;
    Ok(())
}
