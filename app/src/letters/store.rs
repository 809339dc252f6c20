//! When the house reminds, and of what it has. Decides nothing.

use super::rules::{Anchor, Rule};
use crate::{
    args,
    base::{
        db::{Stored, Tx},
        time::Moment,
    },
    sql,
};

pub async fn rules(tx: &mut Tx) -> Stored<Vec<Rule>> {
    let rows: Vec<(String, i64, i64, bool)> =
        tx.all(sql!("select anchor, days, hour, active from reminder order by anchor, days desc"), args![]).await?;
    let rule =
        |(anchor, days, hour, active): (String, i64, i64, bool)| Some(Rule { anchor: Anchor::of_code(&anchor)?, days, hour, active });
    Ok(rows.into_iter().filter_map(rule).collect())
}

/// Keeps a rule; one for the same anchor and days is replaced.
pub fn put(tx: &mut Tx, it: &Rule, now: Moment) {
    tx.later(
        sql!(
            "insert into reminder (anchor, days, hour, active, changed_at) values ($1, $2, $3, $4, $5)
             on conflict (anchor, days) do update set hour = excluded.hour, active = excluded.active, changed_at = excluded.changed_at"
        ),
        args![it.anchor.code(), it.days, it.hour, it.active, now],
    );
}

pub async fn remove(tx: &mut Tx, anchor: Anchor, days: i64) -> Stored<bool> {
    Ok(tx.run(sql!("delete from reminder where anchor = $1 and days = $2"), args![anchor.code(), days]).await? == 1)
}

/// What has been reminded of by a rule, since a moment: thing, and when that was to be.
pub async fn reminded(tx: &mut Tx, since: Moment) -> Stored<Vec<(String, i64, String, i64)>> {
    tx.all(sql!("select anchor, days, thing, anchor_at from reminded where at >= $1"), args![since]).await
}

/// Notes it, once: whether this was the first to do so.
pub async fn note(tx: &mut Tx, (anchor, days): (Anchor, i64), thing: &str, at: Moment, now: Moment) -> Stored<bool> {
    let new = tx
        .run(
            sql!("insert into reminded (anchor, days, thing, anchor_at, at) values ($1, $2, $3, $4, $5) on conflict do nothing"),
            args![anchor.code(), days, thing, at, now],
        )
        .await?;
    Ok(new == 1)
}

/// What was reminded of long ago is forgotten.
pub fn forget(tx: &mut Tx, before: Moment) {
    tx.later(sql!("delete from reminded where at < $1"), args![before]);
}
