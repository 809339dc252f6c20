//! The audit trail: what officers did, append-only, each event bound to the one before by a hash (I-69).
//!
//! Events carry the post that acted, never personal text, so that the chain may be kept for seven years. They are written
//! last in the act's transaction: the head of the chain is one row, and whoever holds it should hold it briefly.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    db::{Stored, Tx},
    time::Moment,
};
use crate::{args, sql};

/// One thing done, before it is chained.
#[derive(Clone, Debug)]
pub struct Event {
    /// The verb, as `workshop.publish`.
    pub action: &'static str,
    /// What it was done to, as `workshop:PM-2002-3`.
    pub object: String,
    /// What changed, without names.
    pub detail: Value,
    pub reason: Option<String>,
}

/// One event as kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Kept {
    pub seq: i64,
    pub at: i64,
    pub actor: String,
    pub action: String,
    pub object: String,
    pub detail: String,
    pub reason: Option<String>,
    pub prev_hash: String,
    pub hash: String,
}

/// The hash of an event: SHA-256 over the hash before it and every field, each with its length, so none can flow into the next.
fn hash(prev: &str, (seq, at): (i64, i64), actor: &str, action: &str, object: &str, detail: &str, reason: &str) -> String {
    let mut sha = Sha256::new();
    for part in [prev, &seq.to_string(), &at.to_string(), actor, action, object, detail, reason] {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part.as_bytes());
    }
    hex::encode(sha.finalize())
}

/// Appends events to the chain.
pub async fn append(tx: &mut Tx, actor: &str, at: Moment, events: &[Event]) -> Stored<()> {
    if events.is_empty() {
        return Ok(());
    }
    let head: Option<(i64, String)> =
        tx.one(sql!("update audit_head set seq = seq + $1 where id = 1 returning seq, hash"), args![events.len() as i64]).await?;
    let (last, mut prev) = head.unwrap_or_default();
    for (event, seq) in events.iter().zip(last - events.len() as i64 + 1..) {
        let detail = event.detail.to_string();
        let reason = event.reason.clone().unwrap_or_default();
        let hash = hash(&prev, (seq, at.0), actor, event.action, &event.object, &detail, &reason);
        tx.later(
            sql!(
                "insert into audit_event (seq, at, actor, action, object, detail, reason, prev_hash, hash)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            args![seq, at, actor, event.action, &event.object, detail, event.reason.clone(), prev, &hash],
        );
        prev = hash;
    }
    tx.later(sql!("update audit_head set hash = $1 where id = 1"), args![prev]);
    Ok(())
}

/// Walks the chain from its first event; the first sequence number that does not fit, if any, and how many were walked.
pub async fn verify(tx: &mut Tx) -> Stored<Result<i64, i64>> {
    let (mut prev, mut last) = (String::new(), 0);
    loop {
        let events: Vec<Kept> = tx
            .all(
                sql!(
                    "select seq, at, actor, action, object, detail, reason, prev_hash, hash
                     from audit_event where seq > $1 order by seq limit 1000"
                ),
                args![last],
            )
            .await?;
        if events.is_empty() {
            break;
        }
        for event in events {
            let reason = event.reason.clone().unwrap_or_default();
            let right = hash(&prev, (event.seq, event.at), &event.actor, &event.action, &event.object, &event.detail, &reason);
            if event.seq != last + 1 || event.prev_hash != prev || event.hash != right {
                return Ok(Err(last + 1));
            }
            (prev, last) = (event.hash, event.seq);
        }
    }
    // The head tells of events that were cut off at the end.
    let head: Option<(i64, String)> = tx.one(sql!("select seq, hash from audit_head where id = 1"), args![]).await?;
    Ok(match head {
        Some((seq, hash)) if seq == last && hash == prev => Ok(last),
        _ => Err(last + 1),
    })
}

/// The latest events, newest first, of one object if asked.
pub async fn latest(tx: &mut Tx, object: Option<&str>, limit: i64) -> Stored<Vec<Kept>> {
    tx.all(
        sql!(
            "select seq, at, actor, action, object, detail, reason, prev_hash, hash from audit_event
             where cast($1 as text) is null or object = $1 order by seq desc limit $2"
        ),
        args![object, limit],
    )
    .await
}
