//! The record of a poll: the urn's way out, the two kinds of log, checkpoints. Decides nothing.

use std::collections::BTreeMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        time::Moment,
    },
    sql,
};

use super::ballots::UrnRow;

/// How many ballots lie in the urn of a scheme, and how many of them are of days that are over.
pub async fn waiting(tx: &mut Tx, scheme: &str, now: Moment) -> Stored<(i64, i64)> {
    let found: Option<(i64, i64)> = tx
        .one(
            sql!(
                "select count(*), count(*) filter (where d.closes_at <= $2 or d.state in ('closed', 'reconciled', 'written_off'))
                 from urn u join poll_day d on d.stop = u.stop and d.day = u.day where u.scheme = $1"
            ),
            args![scheme, now],
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// The schemes with anything in the urn.
pub async fn urns(tx: &mut Tx) -> Stored<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(sql!("select distinct scheme from urn order by scheme"), args![]).await?;
    Ok(rows.into_iter().map(|(scheme,)| scheme).collect())
}

/// Everything in the urn of a scheme, by random ids.
pub async fn urn(tx: &mut Tx, scheme: &str) -> Stored<Vec<UrnRow>> {
    tx.all(sql!("select id, scheme, stop, day, receipt, choices, quarters, class from urn where scheme = $1 order by id"), args![scheme])
        .await
}

/// Empties the urn of these ballots.
pub async fn take_out(tx: &mut Tx, ids: &[String]) -> Stored<()> {
    let _: Vec<(String,)> =
        tx.rows(sql!("delete from urn where id in (values ($1)) returning id"), ids.iter().map(|it| args![it]).collect()).await?;
    Ok(())
}

/// The right edges of the logs, by award; the inclusion log's under an empty name.
pub async fn edges(tx: &mut Tx, scheme: &str) -> Stored<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = tx.all(sql!("select log, edge from log_edge where scheme = $1"), args![scheme]).await?;
    Ok(rows.into_iter().collect())
}

pub async fn set_edge(tx: &mut Tx, scheme: &str, log: &str, edge: &str) -> Stored<()> {
    tx.later(
        sql!("insert into log_edge (scheme, log, edge) values ($1, $2, $3) on conflict (scheme, log) do update set edge = excluded.edge"),
        args![scheme, log, edge],
    );
    Ok(())
}

/// Adds to the inclusion log: hashes of receipts, from a place on.
pub async fn include(tx: &mut Tx, scheme: &str, batch: i64, from: i64, receipts: &[String]) -> Stored<()> {
    let rows = (from..).zip(receipts).map(|(place, hash)| args![scheme, place, batch, hash]).collect();
    let _: Vec<(i64,)> = tx
        .rows(sql!("insert into inclusion_leaf (scheme, place, batch, receipt_hash) values ($1, $2, $3, $4) returning place"), rows)
        .await?;
    Ok(())
}

/// One leaf of a content log.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LeafRow {
    pub award: String,
    pub place: i64,
    pub batch: i64,
    pub choice: String,
    pub class: String,
    pub quarter: i64,
    pub nonce: String,
}

/// Adds to the content logs.
pub async fn write_leaves(tx: &mut Tx, leaves: &[LeafRow]) -> Stored<()> {
    let rows = leaves.iter().map(|it| args![&it.award, it.place, it.batch, &it.choice, &it.class, it.quarter, &it.nonce]).collect();
    let _: Vec<(i64,)> = tx
        .rows(
            sql!(
                "insert into content_leaf (award, place, batch, choice, class, quarter, nonce) values ($1, $2, $3, $4, $5, $6, $7)
                 returning place"
            ),
            rows,
        )
        .await?;
    Ok(())
}

/// A batch is sealed: its checkpoint, and where the poll now stands.
pub async fn add_checkpoint(tx: &mut Tx, scheme: &str, seq: i64, note: &str, head: &str, now: Moment) -> Stored<()> {
    tx.later(sql!("insert into checkpoint (scheme, seq, note, at) values ($1, $2, $3, $4)"), args![scheme, seq, note, now]);
    tx.later(sql!("update poll set batch = $2, head = $3, sealed_at = $4 where scheme = $1"), args![scheme, seq, head, now]);
    Ok(())
}

/// Checkpoints with the moments at which they were made, first to last.
pub async fn checkpoints(tx: &mut Tx, scheme: &str) -> Stored<Vec<(i64, String, i64)>> {
    tx.all(sql!("select seq, note, at from checkpoint where scheme = $1 order by seq"), args![scheme]).await
}

/// The inclusion log of some batches: batch and hash, in order.
pub async fn inclusions(tx: &mut Tx, scheme: &str, from: i64, to: i64) -> Stored<Vec<(i64, String)>> {
    tx.all(
        sql!("select batch, receipt_hash from inclusion_leaf where scheme = $1 and batch >= $2 and batch <= $3 order by place"),
        args![scheme, from, to],
    )
    .await
}

/// The content log of an award, for some batches, in order.
pub async fn leaves(tx: &mut Tx, award: &str, from: i64, to: i64) -> Stored<Vec<LeafRow>> {
    tx.all(
        sql!(
            "select award, place, batch, choice, class, quarter, nonce from content_leaf
             where award = $1 and batch >= $2 and batch <= $3 order by place"
        ),
        args![award, from, to],
    )
    .await
}

/// Ballots by class up to a batch, read off one award's log: leaves, not ballots, where a ballot has several votes.
pub async fn classes(tx: &mut Tx, award: &str, to: i64) -> Stored<Vec<(String, i64)>> {
    tx.all(
        sql!("select class, count(*) from content_leaf where award = $1 and batch <= $2 group by class order by class"),
        args![award, to],
    )
    .await
}

/// The count by the database: votes by award, choice and class; an empty choice is a blank.
pub async fn tally(tx: &mut Tx, scheme: &str) -> Stored<Vec<(String, String, String, i64)>> {
    tx.all(
        sql!(
            "select l.award, l.choice, l.class, count(*) from content_leaf l join award a on a.code = l.award
             where a.scheme = $1 group by l.award, l.choice, l.class order by l.award, l.choice, l.class"
        ),
        args![scheme],
    )
    .await
}
