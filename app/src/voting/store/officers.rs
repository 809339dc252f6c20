//! What officers enter, decide and count: machines, paper, decisions, totals. Decides nothing.

use std::collections::BTreeMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        text::Bi,
        time::{Day, Moment},
    },
    sql,
};

use super::super::rules::*;

/// A voting machine.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct KioskRow {
    pub device_hash: String,
    pub stop: String,
    pub number: i64,
    pub epoch: i64,
    pub last_seq: i64,
    pub last_hash: String,
    pub seen_at: Option<i64>,
}

pub async fn kiosks(tx: &mut Tx, stop: &str) -> Stored<Vec<KioskRow>> {
    tx.all(
        sql!("select device_hash, stop, number, epoch, last_seq, last_hash, seen_at from kiosk where stop = $1 order by number"),
        args![stop],
    )
    .await
}

pub async fn kiosk(tx: &mut Tx, device_hash: &str) -> Stored<Option<KioskRow>> {
    tx.one(
        sql!("select device_hash, stop, number, epoch, last_seq, last_hash, seen_at from kiosk where device_hash = $1"),
        args![device_hash],
    )
    .await
}

/// A machine under its number, in place of the one there was.
pub async fn put_kiosk(tx: &mut Tx, it: &KioskRow) -> Stored<()> {
    tx.run(
        sql!(
            "insert into kiosk (device_hash, stop, number, epoch, last_seq, last_hash) values ($1, $2, $3, $4, 0, $5)
             on conflict (stop, number) do update set device_hash = excluded.device_hash, epoch = excluded.epoch, last_seq = 0,
                last_hash = excluded.last_hash, seen_at = null"
        ),
        args![&it.device_hash, &it.stop, it.number, it.epoch, &it.last_hash],
    )
    .await?;
    Ok(())
}

/// What a machine sent last.
pub async fn kiosk_sent(tx: &mut Tx, device_hash: &str, seq: i64, hash: &str, now: Moment) -> Stored<()> {
    tx.run(
        sql!("update kiosk set last_seq = $2, last_hash = $3, seen_at = $4 where device_hash = $1 and last_seq < $2"),
        args![device_hash, seq, hash, now],
    )
    .await?;
    Ok(())
}

pub async fn kiosk_seen(tx: &mut Tx, device_hash: &str, now: Moment) -> Stored<()> {
    tx.run(sql!("update kiosk set seen_at = $2 where device_hash = $1"), args![device_hash, now]).await?;
    Ok(())
}

pub async fn add_duplicate(tx: &mut Tx, device_hash: &str, seq: i64, stop: &str, on: Day) -> Stored<()> {
    tx.run(
        sql!("insert into kiosk_duplicate (device_hash, seq, stop, day) values ($1, $2, $3, $4) on conflict do nothing"),
        args![device_hash, seq, stop, on],
    )
    .await?;
    Ok(())
}

/// Ballots that came second for their slip, by stop and day.
pub async fn duplicates(tx: &mut Tx, scheme: &str) -> Stored<BTreeMap<(String, String), i64>> {
    let rows: Vec<(String, String, i64)> = tx
        .all(
            sql!(
                "select d.stop, d.day, count(*) from kiosk_duplicate d join exhibition_stop e on e.code = d.stop
                 where e.scheme = $1 group by d.stop, d.day"
            ),
            args![scheme],
        )
        .await?;
    Ok(rows.into_iter().map(|(stop, day, n)| ((stop, day), n)).collect())
}

/// What officers read off the paper of a day, by officer.
pub async fn paper(tx: &mut Tx, stop: &str, on: Day) -> Stored<Vec<(PersonId, PaperReturn)>> {
    let heads: Vec<(i64, i64, i64)> = tx
        .all(
            sql!("select officer, ballots, spoilt from paper_return where stop = $1 and day = $2 order by entered_at, officer"),
            args![stop, on],
        )
        .await?;
    let votes: Vec<(i64, String, String, i64)> =
        tx.all(sql!("select officer, award, entry, votes from paper_vote where stop = $1 and day = $2"), args![stop, on]).await?;
    Ok(heads
        .into_iter()
        .map(|(officer, ballots, spoilt)| {
            let mut it = PaperReturn { ballots, spoilt, votes: BTreeMap::new() };
            for (_, award, entry, n) in votes.iter().filter(|(by, ..)| *by == officer) {
                let of = it.votes.entry(award.clone()).or_default();
                if !entry.is_empty() {
                    of.insert(entry.clone(), *n);
                }
            }
            (PersonId(officer), it)
        })
        .collect())
}

pub async fn save_paper(tx: &mut Tx, stop: &str, on: Day, officer: PersonId, it: &PaperReturn, now: Moment) -> Stored<()> {
    tx.run(sql!("delete from paper_vote where stop = $1 and day = $2 and officer = $3"), args![stop, on, officer]).await?;
    tx.run(
        sql!(
            "insert into paper_return (stop, day, officer, ballots, spoilt, entered_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (stop, day, officer) do update set ballots = excluded.ballots, spoilt = excluded.spoilt,
                entered_at = excluded.entered_at"
        ),
        args![stop, on, officer, it.ballots, it.spoilt, now],
    )
    .await?;
    for (award, of) in &it.votes {
        let mut lines = vec![(String::new(), 0)];
        lines.extend(of.iter().map(|(entry, n)| (entry.clone(), *n)));
        for (entry, n) in lines {
            tx.later(
                sql!("insert into paper_vote (stop, day, officer, award, entry, votes) values ($1, $2, $3, $4, $5, $6)"),
                args![stop, on, officer, award, entry, n],
            );
        }
    }
    Ok(())
}

/// Both returns are thrown away: the paper is read again.
pub async fn forget_paper(tx: &mut Tx, stop: &str, on: Day) -> Stored<()> {
    tx.run(sql!("delete from paper_vote where stop = $1 and day = $2"), args![stop, on]).await?;
    tx.run(sql!("delete from paper_return where stop = $1 and day = $2"), args![stop, on]).await?;
    Ok(())
}

/// Something two officers decide.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DecisionRow {
    pub id: i64,
    pub scheme: String,
    pub kind: String,
    pub object: String,
    pub reason_en: String,
    pub reason_zh: String,
    pub proposed_by: i64,
    pub proposed_post: String,
    pub proposed_at: i64,
    pub decided_by: Option<i64>,
    pub decided_post: Option<String>,
    pub decided_at: Option<i64>,
}

impl DecisionRow {
    pub fn reason(&self) -> Bi {
        Bi::new(&self.reason_en, &self.reason_zh)
    }
}

pub async fn decisions(tx: &mut Tx, scheme: &str) -> Stored<Vec<DecisionRow>> {
    tx.all(
        sql!(
            "select id, scheme, kind, object, reason_en, reason_zh, proposed_by, proposed_post, proposed_at, decided_by, decided_post,
                    decided_at from poll_decision where scheme = $1 order by proposed_at, id"
        ),
        args![scheme],
    )
    .await
}

/// Whether it is new: the same is not proposed twice.
pub async fn propose(tx: &mut Tx, it: &DecisionRow) -> Stored<bool> {
    let made = tx
        .run(
            sql!(
                "insert into poll_decision (id, scheme, kind, object, reason_en, reason_zh, proposed_by, proposed_post, proposed_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (scheme, kind, object) do nothing"
            ),
            args![it.id, &it.scheme, &it.kind, &it.object, &it.reason_en, &it.reason_zh, it.proposed_by, &it.proposed_post, it.proposed_at],
        )
        .await?;
    Ok(made == 1)
}

pub async fn decide(tx: &mut Tx, id: i64, by: PersonId, post: &str, now: Moment) -> Stored<()> {
    tx.run(sql!("update poll_decision set decided_by = $2, decided_post = $3, decided_at = $4 where id = $1"), args![id, by, post, now])
        .await?;
    Ok(())
}

pub async fn withdraw(tx: &mut Tx, id: i64) -> Stored<()> {
    tx.run(sql!("delete from poll_decision where id = $1 and decided_by is null"), args![id]).await?;
    Ok(())
}

/// The count, as it was made.
pub async fn save_count(
    tx: &mut Tx,
    scheme: &str,
    totals: &BTreeMap<(String, String), i64>,
    (hash, header, statements, result): (&str, &str, &str, &str),
    by: PersonId,
    now: Moment,
) -> Stored<()> {
    tx.run(sql!("delete from poll_total where award in (select code from award where scheme = $1)"), args![scheme]).await?;
    for ((award, entry), n) in totals {
        tx.later(sql!("insert into poll_total (award, entry, votes) values ($1, $2, $3)"), args![award, entry, *n]);
    }
    tx.run(
        sql!(
            "update poll set state = 'counted', counted_by = $2, counted_at = $3, table_hash = $4, header = $5, statements = $6,
                result = $7
             where scheme = $1"
        ),
        args![scheme, by, now, hash, header, statements, result],
    )
    .await?;
    Ok(())
}

pub async fn totals(tx: &mut Tx, scheme: &str) -> Stored<BTreeMap<(String, String), i64>> {
    let rows: Vec<(String, String, i64)> = tx
        .all(sql!("select t.award, t.entry, t.votes from poll_total t join award a on a.code = t.award where a.scheme = $1"), args![scheme])
        .await?;
    Ok(rows.into_iter().map(|(award, entry, n)| ((award, entry), n)).collect())
}

pub async fn certify(tx: &mut Tx, scheme: &str, by: PersonId, now: Moment) -> Stored<()> {
    tx.run(sql!("update poll set state = 'certified', certified_by = $2, certified_at = $3 where scheme = $1"), args![scheme, by, now])
        .await?;
    Ok(())
}

pub async fn set_state(tx: &mut Tx, scheme: &str, state: PollState) -> Stored<()> {
    tx.run(sql!("update poll set state = $2 where scheme = $1"), args![scheme, state.code()]).await?;
    Ok(())
}

/// Polls to publish (their scheme is announced), and polls whose keys are to be erased.
pub async fn to_publish(tx: &mut Tx, now: Moment) -> Stored<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            sql!(
                "select p.scheme from poll p join scheme s on s.code = p.scheme
                 where p.state = 'certified' and s.state = 'announced' and s.announce_at <= $1"
            ),
            args![now],
        )
        .await?;
    Ok(rows.into_iter().map(|(it,)| it).collect())
}

pub async fn to_purge(tx: &mut Tx, certified_before: Moment) -> Stored<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            sql!("select scheme from poll where certified_at is not null and certified_at < $1 and code_key is not null"),
            args![certified_before],
        )
        .await?;
    Ok(rows.into_iter().map(|(it,)| it).collect())
}

/// The private keys go, and with them what was spent and every code: from now on nobody can tell which slips there were.
pub async fn purge(tx: &mut Tx, scheme: &str) -> Stored<()> {
    tx.run(sql!("delete from spent where stop in (select code from exhibition_stop where scheme = $1)"), args![scheme]).await?;
    tx.run(
        sql!(
            "delete from ballot_code where batch in
             (select b.id from code_batch b join exhibition_stop s on s.code = b.stop where s.scheme = $1)"
        ),
        args![scheme],
    )
    .await?;
    tx.run(sql!("update poll set code_key = null, sign_key = null, box_key = null where scheme = $1"), args![scheme]).await?;
    Ok(())
}
