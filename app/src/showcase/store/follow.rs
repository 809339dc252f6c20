//! Who follows the programme by letter. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        text::Lang,
        time::{Day, Moment},
    },
    sql,
};

/// An address that wants to hear of changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Follow {
    pub event: String,
    /// One activity; empty for the whole programme.
    pub activity: String,
    pub email: String,
    pub lang: Lang,
    /// Since its owner opened the link.
    pub confirmed: Option<Moment>,
}

type Row = (String, String, String, String, Option<i64>);

fn follow((event, activity, email, language, confirmed): Row) -> Follow {
    Follow { event, activity, email, lang: Lang::of_path(&language).unwrap_or_default(), confirmed: confirmed.map(Moment) }
}

/// Keeps what was asked for; asked again, only the language changes.
pub fn ask(tx: &mut Tx, token_hash: &str, it: &Follow, now: Moment) {
    tx.later(
        sql!(
            "insert into follow (token_hash, event, activity, email, language, asked_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (token_hash) do update set language = excluded.language, asked_at = excluded.asked_at"
        ),
        args![token_hash, &it.event, &it.activity, &it.email, it.lang.path(), now],
    );
}

pub async fn by_token(tx: &mut Tx, token_hash: &str) -> Stored<Option<Follow>> {
    let row: Option<Row> =
        tx.one(sql!("select event, activity, email, language, confirmed_at from follow where token_hash = $1"), args![token_hash]).await?;
    Ok(row.map(follow))
}

/// Those of an event whose owners opened the link.
pub async fn of_event(tx: &mut Tx, event: &str) -> Stored<Vec<Follow>> {
    let rows: Vec<Row> = tx
        .all(
            sql!(
                "select event, activity, email, language, confirmed_at from follow where event = $1 and confirmed_at is not null
                 order by token_hash"
            ),
            args![event],
        )
        .await?;
    Ok(rows.into_iter().map(follow).collect())
}

pub fn confirm(tx: &mut Tx, token_hash: &str, now: Moment) {
    tx.later(sql!("update follow set confirmed_at = coalesce(confirmed_at, $2) where token_hash = $1"), args![token_hash, now]);
}

pub fn remove(tx: &mut Tx, token_hash: &str) {
    tx.later(sql!("delete from follow where token_hash = $1"), args![token_hash]);
}

/// Forgets what nobody confirmed since a moment, and all of events that ended before a day.
pub async fn forget(tx: &mut Tx, unconfirmed: Moment, ended: Day) -> Stored<u64> {
    tx.run(
        sql!(
            "delete from follow where (confirmed_at is null and asked_at <= $1)
                or event in (select code from showcase_event where ends_on < $2)"
        ),
        args![unconfirmed, ended],
    )
    .await
}
