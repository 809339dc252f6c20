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
    /// When it was asked for last.
    pub asked: Moment,
    /// Since its owner opened the link.
    pub confirmed: Option<Moment>,
}

type Row = (String, String, String, String, i64, Option<i64>);

fn follow((event, activity, email, language, asked, confirmed): Row) -> Follow {
    let lang = Lang::of_path(&language).unwrap_or_default();
    Follow { event, activity, email, lang, asked: Moment(asked), confirmed: confirmed.map(Moment) }
}

/// Keeps what was asked for; asked again, only the language changes.
pub fn ask(tx: &mut Tx, token_hash: &str, it: &Follow) {
    tx.later(
        sql!(
            "insert into follow (token_hash, event, activity, email, language, asked_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (token_hash) do update set language = excluded.language, asked_at = excluded.asked_at"
        ),
        args![token_hash, &it.event, &it.activity, &it.email, it.lang.path(), it.asked],
    );
}

pub async fn by_token(tx: &mut Tx, token_hash: &str) -> Stored<Option<Follow>> {
    let row: Option<Row> = tx
        .one(sql!("select event, activity, email, language, asked_at, confirmed_at from follow where token_hash = $1"), args![token_hash])
        .await?;
    Ok(row.map(follow))
}

/// Those of an event whose owners opened the link.
pub async fn of_event(tx: &mut Tx, event: &str) -> Stored<Vec<Follow>> {
    let rows: Vec<Row> = tx
        .all(
            sql!(
                "select event, activity, email, language, asked_at, confirmed_at from follow where event = $1 and confirmed_at is not null
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

/// Whether an address follows anything, or was asked whether it does.
pub async fn is_known(tx: &mut Tx, email: &str) -> Stored<bool> {
    Ok(tx.number(sql!("select count(*) from follow where email = $1"), args![email]).await? > 0)
}

/// What nobody confirmed since a moment, and all of events that ended before a day: the hash of the link, and the address.
pub async fn over(tx: &mut Tx, unconfirmed: Moment, ended: Day) -> Stored<Vec<(String, String)>> {
    tx.all(
        sql!(
            "select token_hash, email from follow where (confirmed_at is null and asked_at <= $1)
                or event in (select code from showcase_event where ends_on < $2) order by token_hash"
        ),
        args![unconfirmed, ended],
    )
    .await
}
