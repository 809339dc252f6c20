//! What was changed of an event itself. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        text::Bi,
        time::{Day, Moment},
    },
    showcase::rules::moving::Notice,
    sql,
};

#[derive(sqlx::FromRow)]
struct NoticeRow {
    number: i64,
    at: i64,
    by_en: String,
    by_zh: String,
    reason_en: String,
    reason_zh: String,
    name_was_en: String,
    name_was_zh: String,
    starts_was: String,
    ends_was: String,
    kept: i64,
    to_decide: i64,
    dropped: i64,
}

/// Every notice of an event, the latest first.
pub async fn notices(tx: &mut Tx, event: &str) -> Stored<Vec<Notice>> {
    let rows: Vec<NoticeRow> = tx
        .all(
            sql!(
                "select number, at, by_en, by_zh, reason_en, reason_zh, name_was_en, name_was_zh, starts_was, ends_was, kept, to_decide, dropped
                 from event_notice where event = $1 order by number desc"
            ),
            args![event],
        )
        .await?;
    let day = |text: &str| Day::parse(text).unwrap_or(Moment(0).day());
    let notice = |row: NoticeRow| Notice {
        number: row.number,
        at: Moment(row.at),
        by: Bi::new(row.by_en, row.by_zh),
        reason: Bi::new(row.reason_en, row.reason_zh),
        name_was: Bi::new(row.name_was_en, row.name_was_zh),
        starts_was: day(&row.starts_was),
        ends_was: day(&row.ends_was),
        kept: row.kept,
        to_decide: row.to_decide,
        dropped: row.dropped,
    };
    Ok(rows.into_iter().map(notice).collect())
}

pub fn add(tx: &mut Tx, event: &str, it: &Notice) {
    tx.later(
        sql!(
            "insert into event_notice (event, number, at, by_en, by_zh, reason_en, reason_zh, name_was_en, name_was_zh, starts_was, ends_was,
                kept, to_decide, dropped)
             values ($1, (select 1 + count(*) from event_notice where event = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        args![
            event,
            it.at,
            &it.by.en,
            &it.by.zh,
            &it.reason.en,
            &it.reason.zh,
            &it.name_was.en,
            &it.name_was.zh,
            it.starts_was,
            it.ends_was,
            it.kept,
            it.to_decide,
            it.dropped
        ],
    );
}
