//! Workshops and registrations in the database. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::RegistrationId,
        text::{Bi, fold},
        time::Moment,
    },
    sql,
};

use super::rules::{
    queue::{Standing, Tally},
    *,
};

pub mod checks;
pub mod people;
mod registrations;

pub use registrations::*;

#[derive(sqlx::FromRow)]
struct WorkshopRow {
    code: String,
    series: String,
    kind: String,
    title_en: String,
    title_zh: String,
    summary_en: String,
    summary_zh: String,
    starts_at: i64,
    ends_at: i64,
    venue: String,
    capacity: i64,
    min_people: i64,
    quota: i64,
    team_min: i64,
    team_max: i64,
    language: String,
    audience_en: String,
    audience_zh: String,
    organiser: String,
    co_organiser: Option<String>,
    opens_at: i64,
    closes_at: i64,
    endorsed: bool,
    day_off: bool,
    state: String,
    cancel_reason: Option<String>,
    carried_to: Option<String>,
    uid: String,
    sequence: i64,
    changed_at: i64,
    version: i64,
}

impl From<WorkshopRow> for Workshop {
    fn from(row: WorkshopRow) -> Workshop {
        Workshop {
            code: row.code,
            series: row.series,
            kind: row.kind,
            title: Bi::new(row.title_en, row.title_zh),
            summary: Bi::new(row.summary_en, row.summary_zh),
            audience: Bi::new(row.audience_en, row.audience_zh),
            starts: Moment(row.starts_at),
            ends: Moment(row.ends_at),
            venue: row.venue,
            capacity: row.capacity,
            minimum: row.min_people,
            quota: row.quota,
            team_min: row.team_min,
            team_max: row.team_max,
            language: row.language,
            organiser: row.organiser,
            co_organiser: row.co_organiser,
            opens: Moment(row.opens_at),
            closes: Moment(row.closes_at),
            endorsed: row.endorsed,
            day_off: row.day_off,
            // A word nobody knows is shown to nobody.
            state: State::of_code(&row.state).unwrap_or(State::Draft),
            cancel_reason: row.cancel_reason,
            carried_to: row.carried_to,
            uid: row.uid,
            sequence: row.sequence,
            changed: Moment(row.changed_at),
            version: row.version,
        }
    }
}

/// The columns of a workshop.
macro_rules! columns {
    () => {
        "code, series, kind, title_en, title_zh, summary_en, summary_zh, starts_at, ends_at, venue, capacity, min_people, quota, \
         team_min, team_max, language, audience_en, audience_zh, organiser, co_organiser, opens_at, closes_at, endorsed, day_off, \
         state, cancel_reason, carried_to, uid, sequence, changed_at, version"
    };
}

pub async fn find(tx: &mut Tx, code: &str) -> Stored<Option<Workshop>> {
    let row: Option<WorkshopRow> = tx.one(sql!(concat!("select ", columns!(), " from workshop where code = $1")), args![code]).await?;
    Ok(row.map(Into::into))
}

/// Finds a workshop and locks its row until the transaction ends: whoever changes its places goes through here, one at a time.
pub async fn lock_workshop(tx: &mut Tx, code: &str) -> Stored<Option<Workshop>> {
    let row: Option<WorkshopRow> =
        tx.one(sql!(concat!("update workshop set code = code where code = $1 returning ", columns!())), args![code]).await?;
    Ok(row.map(Into::into))
}

#[derive(sqlx::FromRow)]
struct NumberedRow {
    #[sqlx(flatten)]
    workshop: WorkshopRow,
    number: i64,
}

/// The same for whoever is about to register, with the number of the next reference: one question instead of two. A form that is
/// sent a second time takes a number too, which then is nobody's.
pub async fn lock_to_register(tx: &mut Tx, code: &str) -> Stored<Option<(Workshop, i64)>> {
    let row: Option<NumberedRow> = tx
        .one(
            sql!(concat!("update workshop set next_ref = next_ref + 1 where code = $1 returning next_ref - 1 as number, ", columns!())),
            args![code],
        )
        .await?;
    Ok(row.map(|row| (row.workshop.into(), row.number)))
}

/// A workshop with its numbers and names, as lists show it.
#[derive(Clone, Debug)]
pub struct Listed {
    pub workshop: Workshop,
    pub venue: Bi,
    pub district: String,
    pub confirmed: i64,
    pub offered: i64,
    pub waiting: i64,
    pub awaiting: i64,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    workshop: WorkshopRow,
    venue_en: String,
    venue_zh: String,
    district: String,
    confirmed: i64,
    offered: i64,
    waiting: i64,
    awaiting: i64,
}

/// Workshops whose folded text holds every one of up to three words, with their numbers, by date.
pub async fn list(tx: &mut Tx, words: &[String], drafts: bool) -> Stored<Vec<Listed>> {
    let like = |index: usize| words.get(index).map_or("%".to_owned(), |word| format!("%{}%", fold(word)));
    let rows: Vec<ListedRow> = tx
        .all(
            sql!(
                "with numbers as (
                     select workshop,
                            cast(coalesce(sum(people) filter (where state in ('confirmed', 'attended', 'no_show')), 0) as bigint) as confirmed,
                            cast(coalesce(sum(people) filter (where state = 'offered'), 0) as bigint) as offered,
                            cast(coalesce(sum(people) filter (where state = 'waitlisted'), 0) as bigint) as waiting,
                            count(*) filter (where state = 'awaiting_endorsement') as awaiting
                     from registration group by workshop)
                 select w.code, w.series, w.kind, w.title_en, w.title_zh, w.summary_en, w.summary_zh, w.starts_at, w.ends_at, w.venue,
                        w.capacity, w.min_people, w.quota, w.team_min, w.team_max, w.language, w.audience_en, w.audience_zh,
                        w.organiser, w.co_organiser, w.opens_at, w.closes_at, w.endorsed, w.day_off, w.state, w.cancel_reason,
                        w.carried_to, w.uid, w.sequence, w.changed_at, w.version,
                        v.name_en as venue_en, v.name_zh as venue_zh, v.district,
                        coalesce(n.confirmed, 0) as confirmed, coalesce(n.offered, 0) as offered,
                        coalesce(n.waiting, 0) as waiting, coalesce(n.awaiting, 0) as awaiting
                 from workshop w join venue v on v.code = w.venue left join numbers n on n.workshop = w.code
                 where w.folded like $1 and w.folded like $2 and w.folded like $3 and (w.state <> 'draft' or $4)
                 order by w.starts_at, w.code"
            ),
            args![like(0), like(1), like(2), drafts],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Listed {
            workshop: row.workshop.into(),
            venue: Bi::new(row.venue_en, row.venue_zh),
            district: row.district,
            confirmed: row.confirmed,
            offered: row.offered,
            waiting: row.waiting,
            awaiting: row.awaiting,
        })
        .collect())
}

/// Writes a workshop, new or changed; `version` must be the one that was read. `false` if somebody was faster.
pub async fn save(tx: &mut Tx, w: &Workshop, folded: &str, new: bool) -> Stored<bool> {
    let values = args![
        &w.code,
        &w.series,
        &w.kind,
        &w.title.en,
        &w.title.zh,
        &w.summary.en,
        &w.summary.zh,
        w.starts,
        w.ends,
        &w.venue,
        w.capacity,
        w.minimum,
        w.quota,
        w.team_min,
        w.team_max,
        &w.language,
        &w.audience.en,
        &w.audience.zh,
        &w.organiser,
        w.co_organiser.clone(),
        w.opens,
        w.closes,
        w.endorsed,
        w.day_off,
        w.state.code(),
        w.cancel_reason.clone(),
        w.carried_to.clone(),
        &w.uid,
        w.sequence,
        w.changed,
        w.version,
        folded
    ];
    let changed = if new {
        tx.run(
            sql!(
                "insert into workshop (code, series, kind, title_en, title_zh, summary_en, summary_zh, starts_at, ends_at, venue,
                        capacity, min_people, quota, team_min, team_max, language, audience_en, audience_zh, organiser, co_organiser,
                        opens_at, closes_at, endorsed, day_off, state, cancel_reason, carried_to, uid, sequence, changed_at, version, folded)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
                        $24, $25, $26, $27, $28, $29, $30, $31, $32) on conflict (code) do nothing"
            ),
            values,
        )
        .await?
    } else {
        tx.run(
            sql!(
                "update workshop set series = $2, kind = $3, title_en = $4, title_zh = $5, summary_en = $6, summary_zh = $7,
                        starts_at = $8, ends_at = $9, venue = $10, capacity = $11, min_people = $12, quota = $13, team_min = $14,
                        team_max = $15, language = $16, audience_en = $17, audience_zh = $18, organiser = $19, co_organiser = $20,
                        opens_at = $21, closes_at = $22, endorsed = $23, day_off = $24, state = $25, cancel_reason = $26,
                        carried_to = $27, uid = $28, sequence = $29, changed_at = $30, version = $31 + 1, folded = $32
                 where code = $1 and version = $31"
            ),
            values,
        )
        .await?
    };
    Ok(changed == 1)
}

pub async fn insert_series(tx: &mut Tx, code: &str, name: &Bi) -> Stored<()> {
    tx.run(
        sql!("insert into series (code, name_en, name_zh) values ($1, $2, $3) on conflict (code) do nothing"),
        args![code, &name.en, &name.zh],
    )
    .await?;
    Ok(())
}

pub async fn series(tx: &mut Tx) -> Stored<Vec<(String, Bi)>> {
    let rows: Vec<(String, String, String)> = tx.all(sql!("select code, name_en, name_zh from series order by code"), args![]).await?;
    Ok(rows.into_iter().map(|(code, en, zh)| (code, Bi::new(en, zh))).collect())
}

/// The numbers of a workshop as one organisation sees them, counted afresh from what is there.
pub async fn tally(tx: &mut Tx, workshop: &Workshop, organisation: &str) -> Stored<Tally> {
    let row: Option<(i64, i64)> = tx
        .one(
            sql!(
                "select cast(coalesce(sum(people), 0) as bigint),
                        cast(coalesce(sum(people) filter (where organisation = $2), 0) as bigint)
                 from registration where workshop = $1 and state in ('confirmed', 'offered', 'attended', 'no_show')"
            ),
            args![&workshop.code, organisation],
        )
        .await?;
    let (taken, own) = row.unwrap_or_default();
    Ok(Tally { capacity: workshop.capacity, quota: workshop.quota, taken, own })
}

/// Everyone who holds a place or waits, for settling the list.
pub async fn standings(tx: &mut Tx, workshop: &str) -> Stored<Vec<Standing>> {
    let rows: Vec<(i64, String, i64, String, i64)> = tx
        .all(
            sql!(
                "select id, organisation, people, state, coalesce(queue_no, 0) from registration
                 where workshop = $1 and state in ('confirmed', 'offered', 'waitlisted', 'attended', 'no_show') order by queue_no"
            ),
            args![workshop],
        )
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, organisation, people, state, queue_no)| {
            Some(Standing { id: RegistrationId(id), organisation, people, status: Status::of_code(&state)?, queue_no })
        })
        .collect())
}

/// The next reference number of a workshop whose row is locked already.
pub async fn next_ref(tx: &mut Tx, workshop: &str) -> Stored<i64> {
    tx.number(sql!("update workshop set next_ref = next_ref + 1 where code = $1 returning next_ref - 1"), args![workshop]).await
}

/// The next number on the waiting list.
pub async fn next_queue(tx: &mut Tx, workshop: &str) -> Stored<i64> {
    tx.number(sql!("update workshop set next_queue = next_queue + 1 where code = $1 returning next_queue - 1"), args![workshop]).await
}
