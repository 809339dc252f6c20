//! The sealer: takes ballots out of the urn and writes them into the record, mixed, so that nothing joins what was cast together.
//!
//! All of a batch happens in one transaction under the lock of the poll's row: a server that is killed at any step leaves the urn
//! as it was, and two servers never seal at once.

use std::collections::BTreeMap;

use serde_json::json;

use crate::base::{
    ctx::Ctx,
    problem::{Answer, OrUnknown, Problem},
};

use super::{
    super::{
        rules::{
            record::{BallotLeaf, Checkpoint, Frontier, digest, merkle, read_hex, receipt_hash},
            *,
        },
        store::{
            ballots,
            log::{self, LeafRow},
        },
    },
    Keys,
};

/// The fewest ballots of a batch, as long as more may come.
const FEWEST: i64 = 20;
/// Minutes between two batches.
const EVERY: i64 = 15;

/// Whether a batch is to be sealed now: enough ballots and time since the last, or ballots of a day that is over.
pub async fn is_due(ctx: &mut Ctx, scheme: &str) -> Answer<bool> {
    let (all, over) = log::waiting(&mut ctx.tx, scheme, ctx.now).await?;
    let Some(poll) = ballots::poll(&mut ctx.tx, scheme).await? else { return Ok(false) };
    let rested = ctx.now.minutes_since(crate::base::time::Moment(poll.sealed_at)) >= EVERY;
    Ok(over > 0 || (all >= FEWEST && rested))
}

/// Puts a list into an order that nothing but chance knows.
fn shuffle<T>(chance: fn(&mut [u8]), list: &mut [T]) {
    for left in (1..list.len()).rev() {
        let mut raw = [0u8; 8];
        chance(&mut raw);
        list.swap(left, ((u128::from(u64::from_le_bytes(raw)) * (left as u128 + 1)) >> 64) as usize);
    }
}

/// Seals one batch of a scheme, if one is due.
pub async fn seal(ctx: &mut Ctx, scheme: &str) -> Answer<()> {
    ctx.only_the_house()?;
    let poll = ballots::lock_poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    if !is_due(ctx, scheme).await? {
        return Ok(());
    }
    let keys = Keys::of(&poll).ok_or_else(|| Problem::closed("voting-keys-erased"))?;
    let paper = super::paper(ctx, scheme).await?;
    let rows = log::urn(&mut ctx.tx, scheme).await?;
    let batch = poll.batch + 1;
    let mut edges: BTreeMap<String, Frontier> = log::edges(&mut ctx.tx, scheme)
        .await?
        .into_iter()
        .map(|(name, text)| Frontier::parse(&text).map(|edge| (name, edge)).or_unknown())
        .collect::<Answer<_>>()?;
    let chance = ctx.site.chance;

    // The receipts, in their own random order.
    let mut receipts: Vec<String> = rows.iter().map(|it| it.receipt.clone()).collect();
    shuffle(chance, &mut receipts);
    let edge = edges.entry(String::new()).or_default();
    let from = edge.size as i64;
    let mut hashes = Vec::with_capacity(receipts.len());
    for receipt in &receipts {
        let hash = receipt_hash(receipt);
        edge.push(merkle::leaf(&hash));
        hashes.push(hex::encode(hash));
    }
    log::include(&mut ctx.tx, scheme, batch, from, &hashes).await?;

    // The choices of each award, in an order of their own each, under classes in which nobody stands alone.
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    rows.iter().for_each(|it| *sizes.entry(it.class.clone()).or_default() += 1);
    for award in &paper.awards {
        let mut leaves = Vec::new();
        for row in &rows {
            let class = slip::merged(&row.class, sizes.get(&row.class).copied().unwrap_or(0));
            leaves.extend(votes_of(award, row)?.into_iter().map(|(choice, quarter)| {
                let mut nonce = [0u8; 32];
                chance(&mut nonce);
                BallotLeaf { award: award.code.clone(), choice, class: class.clone(), batch: batch as u64, quarter, nonce }
            }));
        }
        shuffle(chance, &mut leaves);
        let edge = edges.entry(award.code.clone()).or_default();
        let first = edge.size as i64;
        leaves.iter().for_each(|leaf| edge.push(leaf.hash()));
        let rows: Vec<LeafRow> = (first..)
            .zip(leaves)
            .map(|(place, it)| LeafRow {
                award: it.award,
                place,
                batch,
                choice: it.choice,
                class: it.class,
                quarter: it.quarter.into(),
                nonce: hex::encode(it.nonce),
            })
            .collect();
        log::write_leaves(&mut ctx.tx, &rows).await?;
    }
    log::take_out(&mut ctx.tx, &rows.iter().map(|it| it.id.clone()).collect::<Vec<_>>()).await?;

    let state = |edge: &Frontier| (edge.size, edge.root());
    let checkpoint = Checkpoint {
        scheme: scheme.into(),
        seq: batch as u64,
        prev: read_hex(&poll.head).unwrap_or_default(),
        day: ctx.now.day().iso(),
        inclusion: edges.get("").map(state).unwrap_or_default(),
        content: edges.iter().filter(|(name, _)| !name.is_empty()).map(|(name, edge)| (name.clone(), state(edge))).collect(),
    };
    let note = checkpoint.sign(&keys.sign);
    for (name, edge) in &edges {
        log::set_edge(&mut ctx.tx, scheme, name, &edge.to_text()).await?;
    }
    let head = hex::encode(digest(note.as_bytes()));
    log::add_checkpoint(&mut ctx.tx, scheme, batch, &note, &head, ctx.now).await?;
    ctx.audit("poll.seal", format!("poll:{scheme}"), json!({ "batch": batch, "ballots": rows.len(), "checkpoint": head }));
    Ok(())
}

/// As many votes as a ballot has in an award, each with the quarter it stood in; those not used are blank.
fn votes_of(award: &BallotAward, row: &ballots::UrnRow) -> Answer<Vec<(String, u8)>> {
    let broken = |e: serde_json::Error| crate::base::db::Fault::new(e);
    let choices: Choices = serde_json::from_str(&row.choices).map_err(broken)?;
    let quarters: BTreeMap<String, BTreeMap<String, u8>> = serde_json::from_str(&row.quarters).map_err(broken)?;
    let of = quarters.get(&award.code);
    let mut votes: Vec<(String, u8)> = choices
        .get(&award.code)
        .into_iter()
        .flatten()
        .map(|entry| (entry.clone(), of.and_then(|it| it.get(entry)).copied().unwrap_or(0)))
        .collect();
    votes.resize(award.votes.max(1), (String::new(), 0));
    Ok(votes)
}
