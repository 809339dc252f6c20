//! What the panel resolved and what the public voted, as certified, in the database. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        time::Moment,
    },
    sql,
};

use super::super::rules::{EntryState, Placing, decision::Decision, deliberation::Votes};

pub async fn of_scheme(tx: &mut Tx, scheme: &str) -> Stored<Vec<Decision>> {
    let rows: Vec<(String, String, String, String)> = tx
        .all(
            sql!(
                "select d.award, d.entry, d.outcome, d.reason from decision d join award a on a.code = d.award
                 where a.scheme = $1 order by d.award, d.entry"
            ),
            args![scheme],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|(award, entry, placing, reason)| Decision {
            award,
            entry,
            placing: Placing::of_code(&placing).unwrap_or(Placing::NotAwarded),
            reason,
        })
        .collect())
}

pub fn add(tx: &mut Tx, it: &Decision) {
    tx.later(
        sql!("insert into decision (award, entry, outcome, reason) values ($1, $2, $3, $4)"),
        args![&it.award, &it.entry, it.placing.code(), &it.reason],
    );
}

/// The entries of a scheme that were on show are judged now.
pub async fn judged(tx: &mut Tx, scheme: &str, now: Moment) -> Stored<()> {
    tx.run(sql!("update entry set state = 'judged', changed_at = $2 where scheme = $1 and state = 'on_display'"), args![scheme, now])
        .await?;
    Ok(())
}

/// What an entry receives, as everybody may know from now on.
pub fn receive(tx: &mut Tx, entry: &str, state: EntryState, now: Moment) {
    tx.later(sql!("update entry set state = $2, changed_at = $3 where code = $1"), args![entry, state.code(), now]);
}

/// Who entered the public's votes, and who confirmed them.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    pub entered_by: PersonId,
    pub confirmed_by: Option<PersonId>,
    pub confirmed_at: Option<Moment>,
}

pub async fn certificate(tx: &mut Tx, scheme: &str) -> Stored<Option<Certificate>> {
    let row: Option<(i64, Option<i64>, Option<i64>)> =
        tx.one(sql!("select entered_by, confirmed_by, confirmed_at from votes_certificate where scheme = $1"), args![scheme]).await?;
    Ok(row.map(|(entered, confirmed, at)| Certificate {
        entered_by: PersonId(entered),
        confirmed_by: confirmed.map(PersonId),
        confirmed_at: at.map(Moment),
    }))
}

pub async fn votes(tx: &mut Tx, scheme: &str) -> Stored<Votes> {
    let rows: Vec<(String, String, i64)> = tx
        .all(
            sql!("select v.award, v.entry, v.votes from certified_votes v join award a on a.code = v.award where a.scheme = $1"),
            args![scheme],
        )
        .await?;
    Ok(rows.into_iter().map(|(award, entry, votes)| ((award, entry), u32::try_from(votes).unwrap_or(0))).collect())
}

/// Writes the totals instead of those before, and whose they are: entered only, or confirmed by somebody else too.
pub async fn save_votes(
    tx: &mut Tx,
    scheme: &str,
    votes: &Votes,
    entered_by: PersonId,
    confirmed_by: Option<PersonId>,
    now: Moment,
) -> Stored<()> {
    tx.run(sql!("delete from certified_votes where award in (select code from award where scheme = $1)"), args![scheme]).await?;
    for ((award, entry), votes) in votes {
        tx.later(sql!("insert into certified_votes (award, entry, votes) values ($1, $2, $3)"), args![award, entry, *votes]);
    }
    let confirmed_at = confirmed_by.map(|_| now);
    tx.run(
        sql!(
            "insert into votes_certificate (scheme, entered_by, entered_at, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5)
             on conflict (scheme) do update set entered_by = $2, entered_at = $3, confirmed_by = $4, confirmed_at = $5"
        ),
        args![scheme, entered_by, now, confirmed_by, confirmed_at],
    )
    .await?;
    Ok(())
}
