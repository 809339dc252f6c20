//! Who has the board open, and who changed it last. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        text::Bi,
        time::Moment,
    },
    sql,
};

/// Somebody, and when.
pub struct Seen {
    pub person: PersonId,
    pub name: Bi,
    pub at: Moment,
}

fn seen_of((person, en, zh, at): (i64, String, String, i64)) -> Seen {
    Seen { person: PersonId(person), name: Bi::new(en, zh), at: Moment(at) }
}

/// Whose browser has asked since a moment.
pub async fn seen(tx: &mut Tx, event: &str, since: Moment) -> Stored<Vec<Seen>> {
    let rows = tx
        .all(
            sql!(
                "select b.person, p.name_en, p.name_zh, b.seen_at from board_presence b join person p on p.id = b.person
                 where b.event = $1 and b.seen_at >= $2 order by p.name_en, p.id"
            ),
            args![event, since],
        )
        .await?;
    Ok(rows.into_iter().map(seen_of).collect())
}

pub fn note(tx: &mut Tx, event: &str, person: PersonId, now: Moment) {
    tx.later(
        sql!(
            "insert into board_presence (event, person, seen_at) values ($1, $2, $3)
             on conflict (event, person) do update set seen_at = excluded.seen_at"
        ),
        args![event, person, now],
    );
}

/// The last change by hand in a plan.
pub async fn last_change(tx: &mut Tx, event: &str, plan: i64) -> Stored<Option<Seen>> {
    let row = tx
        .one(
            sql!(
                "select c.person, p.name_en, p.name_zh, c.at from slot_change c join person p on p.id = c.person
                 where c.event = $1 and c.plan = $2 order by c.number desc limit 1"
            ),
            args![event, plan],
        )
        .await?;
    Ok(row.map(seen_of))
}
