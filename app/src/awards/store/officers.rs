//! What the officers found about entries, in the database. Decides nothing.

use std::collections::BTreeMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        time::Moment,
    },
    sql,
};

use super::super::rules::eligibility::{CHECKLIST, Check, Ruling};

/// What is known about one entry.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    pub checks: Vec<Check>,
    pub ruling: Option<Ruling>,
}

#[derive(sqlx::FromRow)]
struct CheckRow {
    entry: String,
    officer: i64,
    answers: String,
    halves: i64,
}

/// Every check and ruling of a scheme, by entry.
pub async fn of_scheme(tx: &mut Tx, scheme: &str) -> Stored<BTreeMap<String, Checked>> {
    let rows: Vec<CheckRow> = tx
        .all(
            sql!(
                "select c.entry, c.officer, c.answers, c.halves from entry_check c join entry e on e.code = c.entry
                 where e.scheme = $1 order by c.entry, c.at, c.officer"
            ),
            args![scheme],
        )
        .await?;
    let rulings: Vec<(String, i64, bool)> = tx
        .all(
            sql!("select r.entry, r.officer, r.eligible from entry_ruling r join entry e on e.code = r.entry where e.scheme = $1"),
            args![scheme],
        )
        .await?;
    let mut found: BTreeMap<String, Checked> = BTreeMap::new();
    for row in rows {
        let mut answers = [false; CHECKLIST.len()];
        for (answer, letter) in answers.iter_mut().zip(row.answers.chars()) {
            *answer = letter == '1';
        }
        let check = Check { by: PersonId(row.officer), answers, halves: row.halves };
        found.entry(row.entry).or_default().checks.push(check);
    }
    for (entry, officer, eligible) in rulings {
        found.entry(entry).or_default().ruling = Some(Ruling { by: PersonId(officer), eligible });
    }
    Ok(found)
}

pub async fn add_check(tx: &mut Tx, entry: &str, check: &Check, now: Moment) -> Stored<()> {
    let answers: String = check.answers.iter().map(|yes| if *yes { '1' } else { '0' }).collect();
    tx.run(
        sql!("insert into entry_check (entry, officer, answers, halves, at) values ($1, $2, $3, $4, $5)"),
        args![entry, check.by, answers, check.halves, now],
    )
    .await?;
    Ok(())
}

/// An entry that came back is looked at anew.
pub async fn forget_checks(tx: &mut Tx, entry: &str) -> Stored<()> {
    tx.run(sql!("delete from entry_check where entry = $1"), args![entry]).await?;
    tx.run(sql!("delete from entry_ruling where entry = $1"), args![entry]).await?;
    Ok(())
}

pub async fn set_ruling(tx: &mut Tx, entry: &str, ruling: &Ruling, now: Moment) -> Stored<()> {
    tx.run(
        sql!(
            "insert into entry_ruling (entry, officer, eligible, at) values ($1, $2, $3, $4)
             on conflict (entry) do update set officer = $2, eligible = $3, at = $4"
        ),
        args![entry, ruling.by, ruling.eligible, now],
    )
    .await?;
    Ok(())
}
