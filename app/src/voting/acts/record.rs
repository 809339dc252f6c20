//! The public record as a file: its lines in order, hidden until the announcement and opened after it.

use crate::base::{
    ctx::Ctx,
    problem::{Answer, OrUnknown},
    time::Moment,
};

use super::{
    super::{
        rules::{
            record::{BallotLeaf, Hash, read_hex, write},
            *,
        },
        store::{
            ballots,
            log::{self, LeafRow},
        },
    },
    fresh_paper,
};

/// Batches that are read at once.
const TOGETHER: i64 = 40;

/// Whether the leaves of a record may be opened now: its poll is certified, its scheme announced, its hour come (I-24).
pub async fn is_open(ctx: &mut Ctx, scheme: &str) -> Answer<bool> {
    let it = crate::awards::acts::find::scheme(ctx, scheme).await?;
    let poll = ballots::poll(&mut ctx.tx, scheme).await?;
    Ok(it.shows_results(ctx.now) && poll.is_some_and(|it| it.certified_at.is_some()))
}

/// The record of a scheme as everybody may have it.
pub async fn file(ctx: &mut Ctx, scheme: &str) -> Answer<String> {
    let is_open = is_open(ctx, scheme).await?;
    let mut text = String::new();
    lines(ctx, scheme, None, is_open, &mut |line| text.push_str(line)).await?;
    if is_open {
        let poll = ballots::poll(&mut ctx.tx, scheme).await?.or_unknown()?;
        text.push_str(&poll.statements.unwrap_or_default());
        text.push_str(&write::result(&poll.result.unwrap_or_default()));
    }
    Ok(text)
}

/// The header and every batch with its checkpoint. The header is that of the count, once there is one: a word that was corrected
/// since changes nothing in the record.
pub(super) async fn lines(
    ctx: &mut Ctx,
    scheme: &str,
    header: Option<&str>,
    is_open: bool,
    out: &mut (dyn FnMut(&str) + Send),
) -> Answer<()> {
    let poll = ballots::poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    let paper = fresh_paper(ctx, scheme, true).await?;
    let live = || write::header(&paper, &read_hex(&poll.sign_public).unwrap_or_default());
    out(&header.map(str::to_owned).or_else(|| poll.header.clone()).unwrap_or_else(live));
    let checkpoints = log::checkpoints(&mut ctx.tx, scheme).await?;
    for group in checkpoints.chunks(TOGETHER as usize) {
        let (Some(first), Some(last)) = (group.first().map(|it| it.0), group.last().map(|it| it.0)) else { continue };
        let receipts = log::inclusions(&mut ctx.tx, scheme, first, last).await?;
        let mut leaves: Vec<(String, Vec<LeafRow>)> = Vec::new();
        for award in &paper.awards {
            leaves.push((award.code.clone(), log::leaves(&mut ctx.tx, &award.code, first, last).await?));
        }
        for (seq, note, _) in group {
            let of: Vec<Hash> = receipts.iter().filter(|(batch, _)| batch == seq).filter_map(|(_, hash)| read_hex(hash)).collect();
            out(&write::inclusion(*seq as u64, &of));
            for (award, rows) in &leaves {
                let of: Vec<BallotLeaf> = rows.iter().filter(|it| it.batch == *seq).map(leaf).collect();
                if is_open {
                    out(&write::ballots(*seq as u64, award, &of));
                } else {
                    out(&write::hidden(*seq as u64, award, &of.iter().map(BallotLeaf::hash).collect::<Vec<_>>()));
                }
            }
            out(&write::checkpoint(note));
        }
    }
    Ok(())
}

fn leaf(row: &LeafRow) -> BallotLeaf {
    BallotLeaf {
        award: row.award.clone(),
        choice: row.choice.clone(),
        class: row.class.clone(),
        batch: row.batch as u64,
        quarter: row.quarter as u8,
        nonce: read_hex(&row.nonce).unwrap_or_default(),
    }
}

/// How far the poll of a scheme has come; none if it has no poll.
pub async fn state(ctx: &mut Ctx, scheme: &str) -> Answer<PollState> {
    let poll = ballots::poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    PollState::of_code(&poll.state).or_unknown()
}

/// The key by which everything in a record is signed, in hexadecimal.
pub async fn public_key(ctx: &mut Ctx, scheme: &str) -> Answer<Option<String>> {
    Ok(ballots::poll(&mut ctx.tx, scheme).await?.map(|it| it.sign_public))
}

/// One checkpoint of the public feed.
#[derive(Clone, Debug)]
pub struct Posted {
    pub seq: i64,
    pub note: String,
    pub at: Moment,
}

pub async fn checkpoints(ctx: &mut Ctx, scheme: &str) -> Answer<Vec<Posted>> {
    let rows = log::checkpoints(&mut ctx.tx, scheme).await?;
    Ok(rows.into_iter().map(|(seq, note, at)| Posted { seq, note, at: Moment(at) }).collect())
}

/// How many have voted at each stop, as far as it may be told while a poll is open: what was sealed a quarter of an hour ago or
/// earlier, in tens. Never for whom.
pub async fn turnout(ctx: &mut Ctx, scheme: &str) -> Answer<Vec<(String, i64)>> {
    let Some(award) = fresh_paper(ctx, scheme, true).await?.awards.into_iter().next() else { return Ok(Vec::new()) };
    let until = ctx.now.plus_minutes(-15);
    let last = checkpoints(ctx, scheme).await?.into_iter().filter(|it| it.at <= until).map(|it| it.seq).max().unwrap_or(0);
    let mut stops: std::collections::BTreeMap<String, i64> = std::collections::BTreeMap::new();
    for (class, leaves) in log::classes(&mut ctx.tx, &award.code, last).await? {
        let Some(of) = record::Class::parse(&class).filter(|it| !it.is_test()) else { continue };
        *stops.entry(of.stop.to_owned()).or_default() += leaves;
    }
    Ok(stops.into_iter().map(|(stop, leaves)| (stop, leaves / award.votes.max(1) as i64 / 10 * 10)).collect())
}
