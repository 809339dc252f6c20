//! Slips, what is spent, and the urn. Decides nothing, and joins no slip to a ballot.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        time::{Day, Moment},
    },
    sql,
};

use super::{super::rules::*, day};

/// The keys of a poll, in hexadecimal; the private ones until they are erased.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PollRow {
    pub scheme: String,
    pub state: String,
    pub code_key: Option<String>,
    pub sign_key: Option<String>,
    pub sign_public: String,
    pub box_key: Option<String>,
    pub box_public: String,
    pub sealed_at: i64,
    pub batch: i64,
    pub head: String,
    pub counted_by: Option<i64>,
    pub counted_at: Option<i64>,
    pub table_hash: Option<String>,
    pub header: Option<String>,
    pub statements: Option<String>,
    pub result: Option<String>,
    pub certified_by: Option<i64>,
    pub certified_at: Option<i64>,
}

macro_rules! polls {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<PollRow> = $tx
            .all(
                sql!(concat!(
                    "select scheme, state, code_key, sign_key, sign_public, box_key, box_public, sealed_at, batch, head, counted_by, \
                     counted_at, table_hash, header, statements, result, certified_by, certified_at from poll where ",
                    $condition,
                    " order by scheme"
                )),
                $args,
            )
            .await?;
        rows
    }};
}

pub async fn poll(tx: &mut Tx, scheme: &str) -> Stored<Option<PollRow>> {
    Ok(polls!(tx, "scheme = $1", args![scheme]).into_iter().next())
}

/// Polls whose codes can still be read.
pub async fn polls(tx: &mut Tx) -> Stored<Vec<PollRow>> {
    Ok(polls!(tx, "code_key is not null", args![]))
}

pub async fn lock_poll(tx: &mut Tx, scheme: &str) -> Stored<Option<PollRow>> {
    tx.run(sql!("update poll set state = state where scheme = $1"), args![scheme]).await?;
    poll(tx, scheme).await
}

pub async fn insert_poll(tx: &mut Tx, it: &PollRow) -> Stored<bool> {
    let made = tx
        .run(
            sql!(
                "insert into poll (scheme, state, code_key, sign_key, sign_public, box_key, box_public, head)
                 values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (scheme) do nothing"
            ),
            args![
                &it.scheme,
                &it.state,
                it.code_key.clone(),
                it.sign_key.clone(),
                &it.sign_public,
                it.box_key.clone(),
                &it.box_public,
                &it.head
            ],
        )
        .await?;
    Ok(made == 1)
}

#[derive(sqlx::FromRow)]
struct BatchRow {
    id: i64,
    stop: String,
    number: i64,
    first: i64,
    size: i64,
    is_test: bool,
    state: String,
    day: Option<String>,
    part: Option<String>,
    handed: Option<i64>,
    printed_at: i64,
    void: i64,
    used: i64,
}

impl From<BatchRow> for Batch {
    fn from(row: BatchRow) -> Batch {
        Batch {
            id: row.id,
            stop: row.stop,
            number: row.number,
            first: row.first,
            size: row.size,
            is_test: row.is_test,
            state: BatchState::of_code(&row.state).unwrap_or(BatchState::Void),
            day: row.day.as_deref().map(day),
            part: row.part.as_deref().and_then(Part::of_code),
            handed: row.handed,
            printed: Moment(row.printed_at),
            void: row.void,
            used: row.used,
        }
    }
}

macro_rules! batches {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<BatchRow> = $tx
            .all(
                sql!(concat!(
                    "select b.id, b.stop, b.number, b.first, b.size, b.is_test, b.state, b.day, b.part, b.handed, b.printed_at, \
                     (select count(*) from ballot_code c where c.batch = b.id and c.void) as void, \
                     (select count(*) from ballot_code c join spent s on s.code_hmac = c.code_hmac where c.batch = b.id) as used \
                     from code_batch b where ",
                    $condition,
                    " order by b.number"
                )),
                $args,
            )
            .await?;
        rows.into_iter().map(Batch::from).collect::<Vec<Batch>>()
    }};
}

pub async fn batches(tx: &mut Tx, stop: &str) -> Stored<Vec<Batch>> {
    Ok(batches!(tx, "b.stop = $1", args![stop]))
}

pub async fn batches_on(tx: &mut Tx, stop: &str, on: Day) -> Stored<Vec<Batch>> {
    Ok(batches!(tx, "b.stop = $1 and b.day = $2", args![stop, on]))
}

pub async fn insert_batch(tx: &mut Tx, it: &Batch) -> Stored<()> {
    tx.run(
        sql!("insert into code_batch (id, stop, number, first, size, is_test, state, printed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)"),
        args![it.id, &it.stop, it.number, it.first, it.size, it.is_test, it.state.code(), it.printed],
    )
    .await?;
    Ok(())
}

pub async fn save_batch(tx: &mut Tx, it: &Batch) -> Stored<()> {
    tx.run(
        sql!("update code_batch set state = $2, day = $3, part = $4, handed = $5 where id = $1"),
        args![it.id, it.state.code(), it.day.map(Day::iso), it.part.map(Part::code), it.handed],
    )
    .await?;
    Ok(())
}

/// What is to be cast with the slips of a test batch.
pub async fn set_script(tx: &mut Tx, batch: i64, script: &str) -> Stored<()> {
    tx.run(sql!("update code_batch set script = $2 where id = $1"), args![batch, script]).await?;
    Ok(())
}

pub async fn script(tx: &mut Tx, batch: i64) -> Stored<Option<String>> {
    let row: Option<(Option<String>,)> = tx.one(sql!("select script from code_batch where id = $1"), args![batch]).await?;
    Ok(row.and_then(|(script,)| script))
}

/// The codes of a batch, by their hashes; how many were new.
pub async fn insert_codes(tx: &mut Tx, batch: i64, first: i64, hashes: &[String]) -> Stored<usize> {
    let rows = (first..).zip(hashes).map(|(serial, hash)| args![hash, batch, serial]).collect();
    let made: Vec<(String,)> = tx
        .rows(
            sql!(
                "insert into ballot_code (code_hmac, batch, serial) values ($1, $2, $3) on conflict (code_hmac) do nothing
                 returning code_hmac"
            ),
            rows,
        )
        .await?;
    Ok(made.len())
}

/// Makes one slip of a stop void, by the number on it; whether there was one to make void.
pub async fn void_code(tx: &mut Tx, stop: &str, serial: i64) -> Stored<bool> {
    let made = tx
        .run(
            sql!(
                "update ballot_code set void = true where serial = $2 and not void
                 and batch in (select id from code_batch where stop = $1)
                 and not exists (select 1 from spent s where s.code_hmac = ballot_code.code_hmac)"
            ),
            args![stop, serial],
        )
        .await?;
    Ok(made == 1)
}

/// Void slips of a batch that had reached visitors: those numbered below.
pub async fn void_below(tx: &mut Tx, batch: i64, serial: i64) -> Stored<i64> {
    tx.number(sql!("select count(*) from ballot_code where batch = $1 and void and serial < $2"), args![batch, serial]).await
}

#[derive(sqlx::FromRow)]
struct SlipRow {
    code_hmac: String,
    stop: String,
    serial: i64,
    void: bool,
    used: bool,
    is_test: bool,
    state: String,
    first: i64,
    handed: Option<i64>,
    day: Option<String>,
    part: Option<String>,
}

/// Slips by the hashes of their codes.
pub async fn slips(tx: &mut Tx, hashes: &[String]) -> Stored<Vec<(String, Slip)>> {
    let rows: Vec<SlipRow> = tx
        .rows(
            sql!(
                "select c.code_hmac, b.stop, c.serial, c.void, s.code_hmac is not null as used, b.is_test, b.state, b.first, b.handed, b.day, b.part
                 from ballot_code c join code_batch b on b.id = c.batch left join spent s on s.code_hmac = c.code_hmac
                 where c.code_hmac in (values ($1))"
            ),
            hashes.iter().map(|it| args![it]).collect(),
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let slip = Slip {
                stop: row.stop,
                serial: row.serial,
                void: row.void,
                used: row.used,
                is_test: row.is_test,
                batch: BatchState::of_code(&row.state).unwrap_or(BatchState::Void),
                first: row.first,
                handed: row.handed,
                day: row.day.as_deref().map(day),
                part: row.part.as_deref().and_then(Part::of_code),
            };
            (row.code_hmac, slip)
        })
        .collect())
}

/// Slips that are out today at any stop and not used yet: scheme, batch and serial, in no telling order.
pub async fn out_today(tx: &mut Tx, today: Day) -> Stored<Vec<(String, i64, i64)>> {
    tx.all(
        sql!(
            "select e.scheme, b.id, c.serial from ballot_code c join code_batch b on b.id = c.batch
             join exhibition_stop e on e.code = b.stop left join spent s on s.code_hmac = c.code_hmac
             where b.day = $1 and b.state = 'issued' and not b.is_test and not c.void and s.code_hmac is null and e.scheme is not null
             order by c.code_hmac limit 200"
        ),
        args![today],
    )
    .await
}

/// One code to be spent.
#[derive(Clone, Debug)]
pub struct Spending {
    pub code_hmac: String,
    pub key_hash: String,
    pub stop: String,
    pub day: Day,
    pub is_test: bool,
}

/// Spends codes: those of which this was the first time, by code and key. This is the one guard against voting twice.
pub async fn spend(tx: &mut Tx, all: &[Spending]) -> Stored<Vec<(String, String)>> {
    let rows = all.iter().map(|it| args![&it.code_hmac, &it.key_hash, &it.stop, it.day, it.is_test]).collect();
    tx.rows(
        sql!(
            "insert into spent (code_hmac, key_hash, stop, day, is_test) values ($1, $2, $3, $4, $5) on conflict do nothing
             returning code_hmac, key_hash"
        ),
        rows,
    )
    .await
}

/// What is spent already of these codes, and under which keys.
pub async fn spent(tx: &mut Tx, hashes: &[String]) -> Stored<Vec<(String, String)>> {
    let rows = hashes.iter().map(|it| args![it]).collect();
    tx.rows(sql!("select code_hmac, key_hash from spent where code_hmac in (values ($1))"), rows).await
}

/// One ballot for the urn.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct UrnRow {
    pub id: String,
    pub scheme: String,
    pub stop: String,
    pub day: String,
    pub receipt: String,
    pub choices: String,
    pub quarters: String,
    pub class: String,
}

pub async fn drop_in(tx: &mut Tx, all: &[UrnRow]) -> Stored<()> {
    let rows =
        all.iter().map(|it| args![&it.id, &it.scheme, &it.stop, &it.day, &it.receipt, &it.choices, &it.quarters, &it.class]).collect();
    let _: Vec<(String,)> = tx
        .rows(
            sql!(
                "insert into urn (id, scheme, stop, day, receipt, choices, quarters, class) values ($1, $2, $3, $4, $5, $6, $7, $8)
                 returning id"
            ),
            rows,
        )
        .await?;
    Ok(())
}

/// What lies in the urn under these ids: id and choices.
pub async fn in_urn(tx: &mut Tx, ids: &[String]) -> Stored<Vec<(String, String)>> {
    tx.rows(sql!("select id, choices from urn where id in (values ($1))"), ids.iter().map(|it| args![it]).collect()).await
}

/// Codes spent on a day, but for test ballots.
pub async fn used_on(tx: &mut Tx, stop: &str, on: Day) -> Stored<i64> {
    tx.number(sql!("select count(*) from spent where stop = $1 and day = $2 and not is_test"), args![stop, on]).await
}

/// Codes spent by stop and day: ballots, and test ballots.
pub async fn used(tx: &mut Tx, scheme: &str) -> Stored<Vec<(String, String, i64, i64)>> {
    tx.all(
        sql!(
            "select s.stop, s.day, count(*) filter (where not s.is_test), count(*) filter (where s.is_test)
             from spent s join exhibition_stop e on e.code = s.stop where e.scheme = $1 group by s.stop, s.day order by s.stop, s.day"
        ),
        args![scheme],
    )
    .await
}

/// Wrong codes since a moment, from one place, and when the last of them was.
pub async fn failures(tx: &mut Tx, subject: &str, since: Moment) -> Stored<(i64, i64)> {
    let found =
        tx.one(sql!("select count(*), coalesce(max(at), 0) from code_failure where subject = $1 and at > $2"), args![subject, since]);
    Ok(found.await?.unwrap_or_default())
}

/// When a wrong code was last typed.
pub async fn last_failure(db: &crate::base::db::Db) -> Stored<Vec<(i64,)>> {
    db.all(sql!("select coalesce(max(at), 0) from code_failure"), args![]).await
}

/// Another wrong code; those of an hour ago are forgotten.
pub async fn add_failure(tx: &mut Tx, subjects: &[String], now: Moment) -> Stored<()> {
    tx.later(sql!("delete from code_failure where at < $1"), args![now.plus_minutes(-60)]);
    for subject in subjects {
        tx.later(sql!("insert into code_failure (subject, at) values ($1, $2)"), args![subject, now]);
    }
    Ok(())
}
