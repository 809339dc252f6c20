//! Places in the database. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        text::Bi,
        time::{Day, Moment},
    },
    sql,
};

use super::rules::*;

#[derive(sqlx::FromRow)]
struct VenueRow {
    code: String,
    name_en: String,
    name_zh: String,
    district: String,
    district_en: String,
    district_zh: String,
    kind: String,
    managed_by: String,
    capacity: i64,
    pitches: i64,
    features: String,
    hours_weekday: String,
    hours_saturday: String,
    hours_holiday: String,
}

impl From<VenueRow> for Venue {
    fn from(row: VenueRow) -> Venue {
        Venue {
            code: row.code,
            name: Bi::new(row.name_en, row.name_zh),
            district: row.district,
            district_name: Bi::new(row.district_en, row.district_zh),
            kind: row.kind,
            managed_by: row.managed_by,
            capacity: row.capacity,
            pitches: row.pitches,
            features: row.features.split(';').filter(|it| !it.is_empty()).map(Into::into).collect(),
            weekday: Hours::parse(&row.hours_weekday),
            saturday: Hours::parse(&row.hours_saturday),
            holiday: Hours::parse(&row.hours_holiday),
        }
    }
}

pub async fn find(tx: &mut Tx, code: &str) -> Stored<Option<Venue>> {
    let row: Option<VenueRow> = tx
        .one(
            sql!(
                "select v.code, v.name_en, v.name_zh, v.district, d.name_en as district_en, d.name_zh as district_zh, v.kind,
                        v.managed_by, v.capacity, v.pitches, v.features, v.hours_weekday, v.hours_saturday, v.hours_holiday
                 from venue v join district d on d.code = v.district where v.code = $1"
            ),
            args![code],
        )
        .await?;
    Ok(row.map(Into::into))
}

pub async fn list(tx: &mut Tx) -> Stored<Vec<Venue>> {
    let rows: Vec<VenueRow> = tx
        .all(
            sql!(
                "select v.code, v.name_en, v.name_zh, v.district, d.name_en as district_en, d.name_zh as district_zh, v.kind,
                        v.managed_by, v.capacity, v.pitches, v.features, v.hours_weekday, v.hours_saturday, v.hours_holiday
                 from venue v join district d on d.code = v.district order by v.name_en"
            ),
            args![],
        )
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

pub async fn features(tx: &mut Tx) -> Stored<Vec<(String, String, String)>> {
    tx.all(sql!("select code, name_en, name_zh from feature order by code"), args![]).await
}

pub async fn holidays(tx: &mut Tx) -> Stored<Holidays> {
    let rows: Vec<(String, String, String)> = tx.all(sql!("select day, name_en, name_zh from holiday order by day"), args![]).await?;
    Ok(Holidays(rows.into_iter().filter_map(|(day, en, zh)| Some((Day::parse(&day)?, Bi::new(en, zh)))).collect()))
}

/// Closures and live holds of a venue that share a moment with a span.
pub async fn taken(tx: &mut Tx, venue: &str, from: Moment, to: Moment) -> Stored<Vec<Taken>> {
    let rows: Vec<(i64, i64, String, String, String)> = tx
        .all(
            sql!(
                "select starts_at, ends_at, 'closure' as purpose, reason_en, reason_zh from closure
                 where venue = $1 and starts_at < $3 and ends_at > $2
                 union all
                 select starts_at, ends_at, purpose, label_en, label_zh from hold
                 where venue = $1 and state <> 'released' and starts_at < $3 and ends_at > $2
                 order by 1"
            ),
            args![venue, from, to],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|(starts, ends, purpose, en, zh)| Taken { starts: Moment(starts), ends: Moment(ends), purpose, label: Bi::new(en, zh) })
        .collect())
}

/// The same of every venue.
pub async fn taken_everywhere(tx: &mut Tx, from: Moment, to: Moment) -> Stored<Vec<(String, Taken)>> {
    let rows: Vec<(String, i64, i64, String, String, String)> = tx
        .all(
            sql!(
                "select venue, starts_at, ends_at, 'closure' as purpose, reason_en, reason_zh from closure
                 where starts_at < $2 and ends_at > $1
                 union all
                 select venue, starts_at, ends_at, purpose, label_en, label_zh from hold
                 where state <> 'released' and starts_at < $2 and ends_at > $1
                 order by 1, 2"
            ),
            args![from, to],
        )
        .await?;
    let taken = |(venue, starts, ends, purpose, en, zh)| {
        (venue, Taken { starts: Moment(starts), ends: Moment(ends), purpose, label: Bi::new(en, zh) })
    };
    Ok(rows.into_iter().map(taken).collect())
}

/// Touches the venue's row, so that two people do not take one room at once.
pub async fn lock_venue(tx: &mut Tx, code: &str) -> Stored<()> {
    tx.run(sql!("update venue set capacity = capacity where code = $1"), args![code]).await?;
    Ok(())
}

pub async fn insert_hold(tx: &mut Tx, id: i64, venue: &str, span: (Moment, Moment), state: &str, purpose: &str, label: &Bi) -> Stored<()> {
    tx.run(
        sql!(
            "insert into hold (id, venue, starts_at, ends_at, state, purpose, label_en, label_zh)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![id, venue, span.0, span.1, state, purpose, &label.en, &label.zh],
    )
    .await?;
    Ok(())
}

/// What is confirmed in a venue within a span.
pub async fn confirmed(tx: &mut Tx, venue: &str, from: Moment, to: Moment) -> Stored<Vec<Taken>> {
    let rows: Vec<(i64, i64, String, String, String)> = tx
        .all(
            sql!(
                "select starts_at, ends_at, purpose, label_en, label_zh from hold
                 where venue = $1 and state = 'confirmed' and starts_at < $3 and ends_at > $2 order by starts_at, id"
            ),
            args![venue, from, to],
        )
        .await?;
    let taken = |(starts, ends, purpose, en, zh)| Taken { starts: Moment(starts), ends: Moment(ends), purpose, label: Bi::new(en, zh) };
    Ok(rows.into_iter().map(taken).collect())
}

/// One of several at once: instead of what the purpose had before.
pub fn share(tx: &mut Tx, id: i64, venue: &str, span: (Moment, Moment), state: &str, purpose: &str, label: &Bi) {
    unshare(tx, purpose);
    tx.later(
        sql!(
            "insert into hold (id, venue, starts_at, ends_at, state, purpose, label_en, label_zh)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![id, venue, span.0, span.1, state, purpose, &label.en, &label.zh],
    );
}

pub fn unshare(tx: &mut Tx, purpose: &str) {
    tx.later(sql!("update hold set state = 'released' where purpose = $1 and state <> 'released'"), args![purpose]);
}

pub async fn release(tx: &mut Tx, purpose: &str) -> Stored<()> {
    tx.run(sql!("update hold set state = 'released' where purpose = $1"), args![purpose]).await?;
    Ok(())
}

pub async fn insert_closure(tx: &mut Tx, id: i64, venue: &str, span: (Moment, Moment), reason: &Bi) -> Stored<()> {
    tx.run(
        sql!("insert into closure (id, venue, starts_at, ends_at, reason_en, reason_zh) values ($1, $2, $3, $4, $5, $6)"),
        args![id, venue, span.0, span.1, &reason.en, &reason.zh],
    )
    .await?;
    Ok(())
}

pub async fn insert_district(tx: &mut Tx, code: &str, name: &Bi, region_code: &str, region: &Bi) -> Stored<()> {
    tx.run(
        sql!(
            "insert into district (code, name_en, name_zh, region_code, region_en, region_zh) values ($1, $2, $3, $4, $5, $6)
             on conflict (code) do nothing"
        ),
        args![code, &name.en, &name.zh, region_code, &region.en, &region.zh],
    )
    .await?;
    Ok(())
}

pub async fn insert_feature(tx: &mut Tx, code: &str, name: &Bi) -> Stored<()> {
    tx.run(
        sql!("insert into feature (code, name_en, name_zh) values ($1, $2, $3) on conflict (code) do nothing"),
        args![code, &name.en, &name.zh],
    )
    .await?;
    Ok(())
}

pub async fn insert_holiday(tx: &mut Tx, day: Day, name: &Bi) -> Stored<()> {
    tx.run(
        sql!("insert into holiday (day, name_en, name_zh) values ($1, $2, $3) on conflict (day) do nothing"),
        args![day, &name.en, &name.zh],
    )
    .await?;
    Ok(())
}

/// Hours as three texts, by kind of day.
pub async fn insert_venue(tx: &mut Tx, venue: &Venue, hours: [&str; 3]) -> Stored<()> {
    tx.run(
        sql!(
            "insert into venue (code, name_en, name_zh, district, kind, managed_by, capacity, pitches, features,
                                hours_weekday, hours_saturday, hours_holiday)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (code) do nothing"
        ),
        args![
            &venue.code,
            &venue.name.en,
            &venue.name.zh,
            &venue.district,
            &venue.kind,
            &venue.managed_by,
            venue.capacity,
            venue.pitches,
            venue.features.join(";"),
            hours[0],
            hours[1],
            hours[2]
        ],
    )
    .await?;
    Ok(())
}
