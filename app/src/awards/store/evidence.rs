//! What the evidence pack of a scheme asks besides what every page asks: who acted from which post and when, totals as they were
//! kept, the steps of entries, and the scheme's part of the audit chain. It only reads.

use crate::{
    args,
    base::{
        audit,
        db::{Stored, Tx},
        ids::PersonId,
        text::Bi,
        time::Moment,
    },
    sql,
};

/// A post somebody held, from when until when (days, as kept).
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Held {
    pub person_id: i64,
    pub organisation: String,
    pub title_en: String,
    pub title_zh: String,
    pub from_day: String,
    pub to_day: Option<String>,
}

/// The posts of everybody who had a part in a scheme: the panel, who checked and ruled, who counted, decided and approved.
pub async fn posts(tx: &mut Tx, scheme: &str) -> Stored<Vec<Held>> {
    tx.all(
        sql!(
            "select h.person_id, p.organisation, p.title_en, p.title_zh, h.from_day, h.to_day
             from holding h join post p on p.id = h.post_id where h.person_id in (
                select set_up_by from scheme where code = $1
                union select person_id from panel_seat where scheme = $1
                union select decided_by from judging_round where scheme = $1
                union select approved_by from judging_round where scheme = $1
                union select entered_by from votes_certificate where scheme = $1
                union select confirmed_by from votes_certificate where scheme = $1
                union select d.ruled_by from declaration d join panel_seat s on s.id = d.seat where s.scheme = $1
                union select c.officer from entry_check c join entry e on e.code = c.entry where e.scheme = $1
                union select r.officer from entry_ruling r join entry e on e.code = r.entry where e.scheme = $1)
             order by h.person_id, h.from_day, p.organisation, p.title_en"
        ),
        args![scheme],
    )
    .await
}

/// Who did something, and when.
#[derive(Clone, Debug, Default, sqlx::FromRow)]
pub struct Signed {
    pub by: Option<i64>,
    pub at: Option<i64>,
}

impl Signed {
    pub fn both(&self) -> Option<(PersonId, Moment)> {
        Some((PersonId(self.by?), Moment(self.at?)))
    }
}

/// Who decided, who approved, who entered the votes and who confirmed them, in this order.
pub async fn signatures(tx: &mut Tx, scheme: &str) -> Stored<Vec<Signed>> {
    tx.all(
        sql!(
            "select 1 as step, decided_by as by, decided_at as at from judging_round where scheme = $1
             union all select 2, approved_by, approved_at from judging_round where scheme = $1
             union all select 3, entered_by, entered_at from votes_certificate where scheme = $1
             union all select 4, confirmed_by, confirmed_at from votes_certificate where scheme = $1
             order by step"
        ),
        args![scheme],
    )
    .await
}

/// One officer's look at an entry, or the head of the section's ruling on it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Finding {
    pub entry: String,
    pub officer: i64,
    pub at: i64,
    /// Of a check: a 1 or 0 for each question, and the mark in half points.
    pub answers: Option<String>,
    pub halves: Option<i64>,
    /// Of a ruling.
    pub eligible: Option<bool>,
}

/// Every check in its order, then every ruling.
pub async fn findings(tx: &mut Tx, scheme: &str) -> Stored<Vec<Finding>> {
    let mut all: Vec<Finding> = tx
        .all(
            sql!(
                "select c.entry, c.officer, c.at, c.answers, c.halves, cast(null as boolean) as eligible
                 from entry_check c join entry e on e.code = c.entry where e.scheme = $1 order by c.entry, c.at, c.officer"
            ),
            args![scheme],
        )
        .await?;
    let rulings: Vec<Finding> = tx
        .all(
            sql!(
                "select r.entry, r.officer, r.at, cast(null as text) as answers, cast(null as bigint) as halves, r.eligible
                 from entry_ruling r join entry e on e.code = r.entry where e.scheme = $1 order by r.entry"
            ),
            args![scheme],
        )
        .await?;
    all.extend(rulings);
    Ok(all)
}

/// When a judge declared on an entry, and who ruled on it.
pub async fn declared(tx: &mut Tx, scheme: &str) -> Stored<Vec<(i64, String, i64, Option<i64>)>> {
    tx.all(
        sql!(
            "select d.seat, d.entry, d.at, d.ruled_by from declaration d join panel_seat p on p.id = d.seat
             where p.scheme = $1 order by d.seat, d.entry"
        ),
        args![scheme],
    )
    .await
}

/// The total of each sheet as it was kept when it was submitted, in hundredths, and when that was: by seat, entry and award.
pub async fn totals(tx: &mut Tx, scheme: &str) -> Stored<Vec<(Option<i64>, Option<i64>)>> {
    tx.all(
        sql!(
            "select t.total, t.submitted_at from score_sheet t join panel_seat p on p.id = t.seat
             where p.scheme = $1 order by t.seat, t.entry, t.award"
        ),
        args![scheme],
    )
    .await
}

/// What happened to an entry.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Step {
    pub entry: String,
    pub at: i64,
    pub step: String,
    pub actor_en: String,
    pub actor_zh: String,
    pub reason: Option<String>,
}

impl Step {
    pub fn actor(&self) -> Bi {
        Bi::new(&self.actor_en, &self.actor_zh)
    }
}

/// The history of every entry of a scheme, in order.
pub async fn steps(tx: &mut Tx, scheme: &str) -> Stored<Vec<Step>> {
    tx.all(
        sql!(
            "select s.entry, s.at, s.step, s.actor_en, s.actor_zh, s.reason from entry_step s join entry e on e.code = s.entry
             where e.scheme = $1 order by s.entry, s.at, s.number"
        ),
        args![scheme],
    )
    .await
}

/// What stands in the audit chain about a scheme, its round and its entries.
pub async fn events(tx: &mut Tx, scheme: &str) -> Stored<Vec<audit::Kept>> {
    tx.all(
        sql!(
            "select seq, at, actor, action, object, detail, reason, prev_hash, hash from audit_event
             where object in ('scheme:' || $1, 'judging:' || $1) or object in (select 'entry:' || code from entry where scheme = $1)
             order by seq"
        ),
        args![scheme],
    )
    .await
}

/// Every link of the chain from one event to another: number, hash before, hash.
pub async fn links(tx: &mut Tx, from: i64, to: i64) -> Stored<Vec<(i64, String, String)>> {
    tx.all(sql!("select seq, prev_hash, hash from audit_event where seq between $1 and $2 order by seq"), args![from, to]).await
}
