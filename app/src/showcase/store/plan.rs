//! Plans, where they put each session, and what was changed in them by hand. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        text::Bi,
        time::Moment,
    },
    showcase::rules::*,
    sql,
};

#[derive(sqlx::FromRow)]
struct PlanRow {
    number: i64,
    made_at: i64,
    made_by_en: String,
    made_by_zh: String,
    state: String,
    base: i64,
    base_version: i64,
    keeps: String,
    only_of: String,
    seed: i64,
    progress: i64,
    unplaced: i64,
    alive_until: i64,
    version: i64,
}

impl From<PlanRow> for Drawn {
    fn from(row: PlanRow) -> Drawn {
        Drawn {
            number: row.number,
            made: Moment(row.made_at),
            by: Bi::new(row.made_by_en, row.made_by_zh),
            state: PlanState::of_code(&row.state).unwrap_or(PlanState::Failed),
            base: row.base,
            base_version: row.base_version,
            keeps: Keeps::of_code(&row.keeps).unwrap_or(Keeps::Locked),
            only: Only::read(&row.only_of),
            seed: row.seed,
            progress: row.progress,
            unplaced: row.unplaced,
            alive_until: Moment(row.alive_until),
            version: row.version,
        }
    }
}

/// Every plan of an event, the latest first.
pub async fn plans(tx: &mut Tx, event: &str) -> Stored<Vec<Drawn>> {
    let rows: Vec<PlanRow> = tx
        .all(
            sql!(
                "select number, made_at, made_by_en, made_by_zh, state, base, base_version, keeps, only_of, seed, progress, unplaced,
                    alive_until, version
                 from plan where event = $1 order by number desc"
            ),
            args![event],
        )
        .await?;
    Ok(rows.into_iter().map(Drawn::from).collect())
}

pub fn add_plan(tx: &mut Tx, event: &str, it: &Drawn) {
    tx.later(
        sql!(
            "insert into plan (event, number, made_at, made_by_en, made_by_zh, state, base, base_version, keeps, seed, progress, unplaced,
                alive_until, version, only_of)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        args![
            event,
            it.number,
            it.made,
            &it.by.en,
            &it.by.zh,
            it.state.code(),
            it.base,
            it.base_version,
            it.keeps.code(),
            it.seed,
            it.progress,
            it.unplaced,
            it.alive_until,
            it.version,
            it.only.as_ref().map(Only::text).unwrap_or_default()
        ],
    );
}

pub fn choose(tx: &mut Tx, event: &str, plan: i64) {
    tx.later(sql!("update showcase_event set plan = $2 where code = $1"), args![event, plan]);
}

pub fn set_state(tx: &mut Tx, event: &str, plan: i64, state: PlanState) {
    tx.later(sql!("update plan set state = $3 where event = $1 and number = $2"), args![event, plan, state.code()]);
}

/// Notes how far a plan is that makes itself.
pub fn set_progress(tx: &mut Tx, event: &str, plan: i64, (progress, unplaced): (i64, i64), alive_until: Moment) {
    tx.later(
        sql!("update plan set progress = $3, unplaced = $4, alive_until = $5 where event = $1 and number = $2"),
        args![event, plan, progress, unplaced, alive_until],
    );
}

/// Raises the version of a plan: others who look at it see that it changed.
pub fn touch(tx: &mut Tx, event: &str, plan: i64) {
    tx.later(sql!("update plan set version = version + 1 where event = $1 and number = $2"), args![event, plan]);
}

#[derive(sqlx::FromRow)]
struct SlotRow {
    activity: String,
    session: i64,
    venue: Option<String>,
    starts_at: Option<i64>,
    locked: bool,
    version: i64,
}

fn at(venue: Option<String>, starts: Option<i64>) -> Option<At> {
    Some(At { venue: venue?, starts: Moment(starts?) })
}

pub async fn slots(tx: &mut Tx, event: &str, plan: i64) -> Stored<Vec<Slot>> {
    let rows: Vec<SlotRow> = tx
        .all(
            sql!(
                "select activity, session, venue, starts_at, locked, version from slot where event = $1 and plan = $2
                 order by activity, session"
            ),
            args![event, plan],
        )
        .await?;
    let slot = |row: SlotRow| Slot {
        at: at(row.venue, row.starts_at),
        activity: row.activity,
        session: row.session,
        locked: row.locked,
        version: row.version,
    };
    Ok(rows.into_iter().map(slot).collect())
}

/// Saves where a session is; its version is the next one.
pub fn put_slot(tx: &mut Tx, event: &str, plan: i64, (activity, session): (&str, i64), it: &Standing) {
    tx.later(
        sql!(
            "insert into slot (event, plan, activity, session, venue, starts_at, locked, version)
             values ($1, $2, $3, $4, $5, $6, $7, 1)
             on conflict (event, plan, activity, session) do update set venue = excluded.venue, starts_at = excluded.starts_at,
                locked = excluded.locked, version = slot.version + 1"
        ),
        args![event, plan, activity, session, it.at.as_ref().map(|at| at.venue.clone()), it.at.as_ref().map(|at| at.starts), it.locked],
    );
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    number: i64,
    at: i64,
    person: i64,
    by_en: String,
    by_zh: String,
    activity: String,
    session: i64,
    venue_was: Option<String>,
    starts_was: Option<i64>,
    locked_was: bool,
    venue_now: Option<String>,
    starts_now: Option<i64>,
    locked_now: bool,
    state: String,
}

/// What was changed by hand in a plan and can be undone or done again, in order.
pub async fn changes(tx: &mut Tx, event: &str, plan: i64) -> Stored<Vec<Change>> {
    let rows: Vec<ChangeRow> = tx
        .all(
            sql!(
                "select number, at, person, by_en, by_zh, activity, session, venue_was, starts_was, locked_was, venue_now, starts_now, locked_now, state
                 from slot_change where event = $1 and plan = $2 and state <> 'gone' order by number"
            ),
            args![event, plan],
        )
        .await?;
    let change = |row: ChangeRow| Change {
        number: row.number,
        at: Moment(row.at),
        person: PersonId(row.person),
        by: Bi::new(row.by_en, row.by_zh),
        activity: row.activity,
        session: row.session,
        was: Standing { at: at(row.venue_was, row.starts_was), locked: row.locked_was },
        now: Standing { at: at(row.venue_now, row.starts_now), locked: row.locked_now },
        undone: row.state == "undone",
    };
    Ok(rows.into_iter().map(change).collect())
}

/// Notes a change by hand. What the same person had undone before cannot be done again after it.
pub fn add_change(tx: &mut Tx, event: &str, plan: i64, it: &Change) {
    tx.later(
        sql!("update slot_change set state = 'gone' where event = $1 and plan = $2 and person = $3 and state = 'undone'"),
        args![event, plan, it.person],
    );
    let place = |it: &Standing| (it.at.as_ref().map(|at| at.venue.clone()), it.at.as_ref().map(|at| at.starts));
    let ((venue_was, starts_was), (venue_now, starts_now)) = (place(&it.was), place(&it.now));
    tx.later(
        sql!(
            "insert into slot_change (event, plan, number, at, person, by_en, by_zh, activity, session, venue_was, starts_was, locked_was,
                venue_now, starts_now, locked_now, state)
             values ($1, $2, (select 1 + count(*) from slot_change where event = $1 and plan = $2), $3, $4, $5, $6, $7, $8, $9, $10, $11,
                $12, $13, $14, 'done')"
        ),
        args![
            event,
            plan,
            it.at,
            it.person,
            &it.by.en,
            &it.by.zh,
            &it.activity,
            it.session,
            venue_was,
            starts_was,
            it.was.locked,
            venue_now,
            starts_now,
            it.now.locked
        ],
    );
}

pub fn set_undone(tx: &mut Tx, event: &str, plan: i64, number: i64, undone: bool) {
    tx.later(
        sql!("update slot_change set state = $4 where event = $1 and plan = $2 and number = $3"),
        args![event, plan, number, if undone { "undone" } else { "done" }],
    );
}

/// How strict an event is, where it is not as the house is.
pub async fn levels(tx: &mut Tx, event: &str) -> Stored<Levels> {
    let rows: Vec<(String, String)> =
        tx.all(sql!("select rule, level from rule_level where event = $1 order by rule"), args![event]).await?;
    Ok(Levels(rows.into_iter().filter_map(|(rule, level)| Some((BoardRule::of_code(&rule)?, Level::of_code(&level)?))).collect()))
}

pub fn put_levels(tx: &mut Tx, event: &str, levels: &Levels) {
    tx.later(sql!("delete from rule_level where event = $1"), args![event]);
    for (rule, level) in &levels.0 {
        tx.later(sql!("insert into rule_level (event, rule, level) values ($1, $2, $3)"), args![event, rule.code(), level.code()]);
    }
}
