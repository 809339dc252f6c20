//! The programme as it was published, version by version. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        text::Bi,
        time::Moment,
    },
    showcase::rules::*,
    sql,
};

#[derive(sqlx::FromRow)]
struct VersionRow {
    number: i64,
    at: i64,
    by_en: String,
    by_zh: String,
    reason_en: String,
    reason_zh: String,
    told: bool,
}

/// Every version of an event's programme, the latest first.
pub async fn versions(tx: &mut Tx, event: &str) -> Stored<Vec<Version>> {
    let rows: Vec<VersionRow> = tx
        .all(
            sql!(
                "select number, at, by_en, by_zh, reason_en, reason_zh, told from programme_version where event = $1 order by number desc"
            ),
            args![event],
        )
        .await?;
    let version = |row: VersionRow| Version {
        number: row.number,
        at: Moment(row.at),
        by: Bi::new(row.by_en, row.by_zh),
        reason: Bi::new(row.reason_en, row.reason_zh),
        told: row.told,
    };
    Ok(rows.into_iter().map(version).collect())
}

pub fn add_version(tx: &mut Tx, event: &str, it: &Version) {
    tx.later(
        sql!(
            "insert into programme_version (event, number, at, by_en, by_zh, reason_en, reason_zh, told)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![event, it.number, it.at, &it.by.en, &it.by.zh, &it.reason.en, &it.reason.zh, it.told],
    );
}

/// Everybody concerned by these versions has been written to.
pub fn set_told(tx: &mut Tx, event: &str, until: i64) {
    tx.later(sql!("update programme_version set told = true where event = $1 and number <= $2 and not told"), args![event, until]);
}

/// Events with versions of which nobody has been told, the last of them published before a moment.
pub async fn quiet_since(tx: &mut Tx, before: Moment) -> Stored<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            sql!(
                "select event from programme_version group by event
                 having max(at) <= $1 and count(*) filter (where not told) > 0 order by event"
            ),
            args![before],
        )
        .await?;
    Ok(rows.into_iter().map(|(event,)| event).collect())
}

/// Published activities, with their events, whose last session has ended by a moment.
pub async fn over(tx: &mut Tx, now: Moment) -> Stored<Vec<(String, String)>> {
    tx.all(
        sql!(
            "select a.event, a.code from activity a where a.state = 'published'
                and exists (select 1 from published_slot p where p.activity = a.code and p.until is null and not p.cancelled)
                and not exists (select 1 from published_slot p
                    where p.activity = a.code and p.until is null and not p.cancelled and p.ends_at > $1)
             order by a.event, a.code"
        ),
        args![now],
    )
    .await
}

#[derive(sqlx::FromRow)]
struct PublishedRow {
    activity: String,
    session: i64,
    since: i64,
    until: Option<i64>,
    sequence: i64,
    venue: String,
    starts_at: i64,
    ends_at: i64,
    cancelled: bool,
}

impl From<PublishedRow> for Published {
    fn from(row: PublishedRow) -> Published {
        Published {
            activity: row.activity,
            session: row.session,
            since: row.since,
            until: row.until,
            sequence: row.sequence,
            at: At { venue: row.venue, starts: Moment(row.starts_at) },
            ends: Moment(row.ends_at),
            cancelled: row.cancelled,
        }
    }
}

macro_rules! published {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<PublishedRow> = $tx
            .all(
                sql!(concat!(
                    "select activity, session, since, until, sequence, venue, starts_at, ends_at, cancelled from published_slot where ",
                    $condition,
                    " order by activity, session, since"
                )),
                $args,
            )
            .await?;
        rows.into_iter().map(Published::from).collect()
    }};
}

/// What stands at a version, cancelled sessions too.
pub async fn standing(tx: &mut Tx, event: &str, version: i64) -> Stored<Vec<Published>> {
    Ok(published!(tx, "event = $1 and since <= $2 and (until is null or until > $2)", args![event, version]))
}

/// Everything that was ever said.
pub async fn everything(tx: &mut Tx, event: &str) -> Stored<Vec<Published>> {
    Ok(published!(tx, "event = $1", args![event]))
}

/// Says something new of a session; what was said before ends with it.
pub fn publish(tx: &mut Tx, event: &str, it: &Published) {
    tx.later(
        sql!("update published_slot set until = $4 where event = $1 and activity = $2 and session = $3 and until is null"),
        args![event, &it.activity, it.session, it.since],
    );
    tx.later(
        sql!(
            "insert into published_slot (event, activity, session, since, until, sequence, venue, starts_at, ends_at, cancelled)
             values ($1, $2, $3, $4, null, $5, $6, $7, $8, $9)"
        ),
        args![event, &it.activity, it.session, it.since, it.sequence, &it.at.venue, it.at.starts, it.ends, it.cancelled],
    );
}
