//! Prize presentations. Decides nothing.

use crate::{
    args,
    awards::rules::presentation::Presentation,
    base::{
        db::{Stored, Tx},
        time::Moment,
    },
    sql,
};

#[derive(sqlx::FromRow)]
struct Row {
    scheme: String,
    starts_at: i64,
    ends_at: i64,
    venue: String,
    called_off: bool,
    sequence: i64,
    created_at: i64,
    changed_at: i64,
}

impl From<Row> for Presentation {
    fn from(row: Row) -> Presentation {
        Presentation {
            scheme: row.scheme,
            starts: Moment(row.starts_at),
            ends: Moment(row.ends_at),
            venue: row.venue,
            is_off: row.called_off,
            sequence: row.sequence,
            created: Moment(row.created_at),
            changed: Moment(row.changed_at),
        }
    }
}

pub async fn all(tx: &mut Tx) -> Stored<Vec<Presentation>> {
    let rows: Vec<Row> = tx
        .all(
            sql!(
                "select scheme, starts_at, ends_at, venue, called_off, sequence, created_at, changed_at from prize_presentation order by scheme"
            ),
            args![],
        )
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Keeps it, instead of what was kept before.
pub fn put(tx: &mut Tx, it: &Presentation) {
    tx.later(
        sql!(
            "insert into prize_presentation (scheme, starts_at, ends_at, venue, called_off, sequence, created_at, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (scheme) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, venue = excluded.venue,
                called_off = excluded.called_off, sequence = excluded.sequence, changed_at = excluded.changed_at"
        ),
        args![&it.scheme, it.starts, it.ends, &it.venue, it.is_off, it.sequence, it.created, it.changed],
    );
}
