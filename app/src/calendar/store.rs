//! Private addresses of calendars. Decides nothing.

use super::rules::Own;
use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        time::Moment,
    },
    sql,
};

/// A private address, known by the hash of its token.
pub struct Address {
    pub own: Own,
    pub made: Moment,
    pub fetched: Option<Moment>,
}

/// Whose calendar a token opens, and when it was last asked for.
pub async fn opened(tx: &mut Tx, token_hash: &str) -> Stored<Option<(PersonId, Own, Option<Moment>)>> {
    let row: Option<(i64, String, Option<i64>)> =
        tx.one(sql!("select person, kind, fetched_at from calendar_address where token_hash = $1"), args![token_hash]).await?;
    Ok(row.and_then(|(person, kind, at)| Some((PersonId(person), Own::of_code(&kind)?, at.map(Moment)))))
}

/// The private calendars of somebody.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Stored<Vec<Address>> {
    let rows: Vec<(String, i64, Option<i64>)> =
        tx.all(sql!("select kind, made_at, fetched_at from calendar_address where person = $1 order by kind"), args![person]).await?;
    let address = |(kind, made, fetched): (String, i64, Option<i64>)| {
        Some(Address { own: Own::of_code(&kind)?, made: Moment(made), fetched: fetched.map(Moment) })
    };
    Ok(rows.into_iter().filter_map(address).collect())
}

/// Takes an address back, if there is one.
pub fn revoke(tx: &mut Tx, person: PersonId, own: Own) {
    tx.later(sql!("delete from calendar_address where person = $1 and kind = $2"), args![person, own.code()]);
}

/// A new address instead of the one before.
pub fn put(tx: &mut Tx, token_hash: &str, person: PersonId, own: Own, now: Moment) {
    revoke(tx, person, own);
    tx.later(
        sql!("insert into calendar_address (token_hash, person, kind, made_at) values ($1, $2, $3, $4)"),
        args![token_hash, person, own.code(), now],
    );
}

pub fn fetched(tx: &mut Tx, token_hash: &str, now: Moment) {
    tx.later(sql!("update calendar_address set fetched_at = $2 where token_hash = $1"), args![token_hash, now]);
}
