//! How far the organiser has come with venues. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        time::{Day, Moment},
    },
    showcase::rules::hold::{HoldState, LEAD_MONTHS, Lead, VenueHold},
    sql,
};

#[derive(sqlx::FromRow)]
struct HoldRow {
    venue: String,
    state: String,
    since_day: String,
    until_day: Option<String>,
    note: String,
    version: i64,
}

impl From<HoldRow> for VenueHold {
    fn from(row: HoldRow) -> VenueHold {
        VenueHold {
            venue: row.venue,
            state: HoldState::of_code(&row.state).unwrap_or(HoldState::Released),
            since: Day::parse(&row.since_day).unwrap_or(Moment(0).day()),
            until: row.until_day.and_then(|day| Day::parse(&day)),
            note: row.note,
            version: row.version,
        }
    }
}

/// Every venue of an event about which something was done.
pub async fn holds(tx: &mut Tx, event: &str) -> Stored<Vec<VenueHold>> {
    let rows: Vec<HoldRow> = tx
        .all(sql!("select venue, state, since_day, until_day, note, version from venue_hold where event = $1 order by venue"), args![event])
        .await?;
    Ok(rows.into_iter().map(VenueHold::from).collect())
}

pub fn put(tx: &mut Tx, event: &str, it: &VenueHold) {
    tx.later(
        sql!(
            "insert into venue_hold (event, venue, state, since_day, until_day, note, version) values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (event, venue) do update set state = excluded.state, since_day = excluded.since_day,
                until_day = excluded.until_day, note = excluded.note, version = excluded.version"
        ),
        args![event, &it.venue, it.state.code(), it.since, it.until, &it.note, it.version],
    );
}

pub async fn lead(tx: &mut Tx, event: &str) -> Stored<Lead> {
    let row: Option<(i64, Option<String>)> =
        tx.one(sql!("select months, reminded_day from venue_lead where event = $1"), args![event]).await?;
    Ok(row.map_or_else(Lead::default, |(months, reminded)| Lead { months, reminded: reminded.and_then(|day| Day::parse(&day)) }))
}

pub fn set_months(tx: &mut Tx, event: &str, months: i64) {
    tx.later(
        sql!("insert into venue_lead (event, months) values ($1, $2) on conflict (event) do update set months = excluded.months"),
        args![event, months],
    );
}

/// Somebody was reminded that venues must be booked by this day.
pub fn reminded_to_book(tx: &mut Tx, event: &str, by: Day) {
    tx.later(
        sql!(
            "insert into venue_lead (event, months, reminded_day) values ($1, $2, $3)
             on conflict (event) do update set reminded_day = excluded.reminded_day"
        ),
        args![event, LEAD_MONTHS, by],
    );
}

/// Somebody was reminded of the last day on which this venue is held.
pub fn reminded_of_end(tx: &mut Tx, event: &str, venue: &str, until: Day) {
    tx.later(sql!("update venue_hold set reminded_day = $3 where event = $1 and venue = $2"), args![event, venue, until]);
}

/// Venues of an event that are only held, and until a day soon of which nobody was reminded.
pub async fn ending(tx: &mut Tx, event: &str, before: Day) -> Stored<Vec<VenueHold>> {
    let rows: Vec<HoldRow> = tx
        .all(
            sql!(
                "select venue, state, since_day, until_day, note, version from venue_hold
                 where event = $1 and state = 'held' and until_day <= $2 and (reminded_day is null or reminded_day <> until_day)
                 order by until_day, venue"
            ),
            args![event, before],
        )
        .await?;
    Ok(rows.into_iter().map(VenueHold::from).collect())
}

/// How many venues of the pool the plan on the board uses that are not confirmed.
pub async fn unconfirmed(tx: &mut Tx, event: &str) -> Stored<i64> {
    tx.number(
        sql!(
            "select count(distinct s.venue) from showcase_event e
             join slot s on s.event = e.code and s.plan = e.plan
             join venue v on v.code = s.venue and v.kind <> 'department_premises'
             left join venue_hold h on h.event = e.code and h.venue = s.venue and h.state = 'confirmed'
             where e.code = $1 and h.venue is null"
        ),
        args![event],
    )
    .await
}
