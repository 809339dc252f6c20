//! Publishing the programme: what would change, who will be told, and one letter for however many edits (FT-20, FT-21, I-39, I-51).

use std::collections::BTreeMap;

use serde_json::json;

use crate::base::{
    ctx::Ctx,
    outbox::Letter,
    problem::{Answer, Complaints, OrUnknown, Problem},
    text::Bi,
};
use crate::venues;

use super::{
    super::{
        rules::{
            publication::{Tally, Wanted, last_told, next_version, turns},
            *,
        },
        store,
    },
    board::{self, Board},
    booking, confirm, follow, hold, post, spoken, step, tell,
};

/// Minutes without another version before anybody is written to.
const QUIET: i64 = 15;
/// Conflicts that are named in a refusal; there may be more.
const NAMED: usize = 5;

/// What publishing would do now.
pub struct Preview {
    pub board: Board,
    /// The latest version; none before the first.
    pub last: Option<Version>,
    pub turns: Vec<Turn>,
    /// Departments that will be told, bookings, and addresses that follow.
    pub departments: usize,
    pub bookings: usize,
    pub followers: usize,
    /// Placed, but not confirmed by their departments: they stay out.
    pub unconfirmed: usize,
    pub conflicts: usize,
    /// Activities about which their departments can be asked.
    pub ready: usize,
}

pub async fn preview(ctx: &mut Ctx) -> Answer<Preview> {
    let (event, _, board) = board::board(ctx).await?;
    let board = board.ok_or(Refusal::NotReady)?;
    let last = store::publication::versions(&mut ctx.tx, &event.code).await?.into_iter().next();
    let standing = store::publication::standing(&mut ctx.tx, &event.code, last.as_ref().map_or(0, |it| it.number)).await?;
    let number = last.as_ref().map_or(0, |it| it.number) + 1;
    let rows = next_version(&standing, &wanted(&board), number);
    let mut all = standing;
    for row in rows {
        all.iter_mut().filter(|it| (&it.activity, it.session) == (&row.activity, row.session)).for_each(|it| it.until = Some(number));
        all.push(row);
    }
    let turns = turns(&all, number - 1, number);
    let mut departments: Vec<&str> = turns.iter().filter_map(|it| department(&board, it.now())).collect();
    departments.sort_unstable();
    departments.dedup();
    let departments = departments.len();
    let bookings = booking::concerned(ctx, &event.code, &turns).await?;
    let followers = follow::concerned(ctx, &event.code, &turns).await?;
    let placed = |it: &&Activity| board.table.slots.iter().any(|slot| slot.activity == it.code && slot.at.is_some());
    let unconfirmed = board.table.activities.iter().filter(|it| !is_settled(it)).filter(placed).count();
    let wrong = board.table.asking().conflicts();
    let conflicts = wrong.iter().filter(|(slot, _)| is_settled(board.table.activity(*slot))).count();
    let ready = confirm::ready(&board, &wrong).len();
    Ok(Preview { last, turns, departments, bookings, followers, unconfirmed, conflicts, ready, board })
}

fn department<'a>(board: &'a Board, it: &Published) -> Option<&'a str> {
    board.table.activities.iter().find(|activity| activity.code == it.activity).map(|it| it.organisation.as_str())
}

/// Its department has agreed to its places, or the public knows them already.
fn is_settled(activity: &Activity) -> bool {
    matches!(activity.state, ActivityState::Confirmed | ActivityState::Published | ActivityState::Held)
}

/// What belongs in the programme: placed sessions of activities that are settled (I-39).
fn wanted(board: &Board) -> Vec<Wanted> {
    let table = &board.table;
    let settled = table.placed().filter(|(slot, _)| is_settled(table.activity(*slot)));
    settled
        .map(|(slot, at)| {
            let it = &table.slots[slot];
            Wanted { activity: it.activity.clone(), session: it.session, at: at.clone(), ends: table.span(slot, at).1 }
        })
        .collect()
}

/// What is wrong with sessions that would be published.
fn conflicts(board: &Board) -> Vec<(usize, Problem)> {
    let (table, asking) = (&board.table, board.table.asking());
    let wrong = asking.conflicts().into_iter().filter(|(slot, _)| is_settled(table.activity(*slot)));
    wrong
        .filter_map(|(slot, whys)| {
            let (at, why) = (table.slots[slot].at.as_ref()?, whys.first()?);
            Some((slot, asking.say(slot, at, why)))
        })
        .collect()
}

/// Publishes what is on the board. From the second time on with the reason in both languages, which everybody reads.
pub async fn publish(ctx: &mut Ctx, reason: &Bi) -> Answer<i64> {
    let board = board::locked(ctx).await?;
    let event = board.table.event.code.clone();
    let clashes = conflicts(&board);
    if !clashes.is_empty() {
        let mut wrong = Complaints::default();
        wrong.add(Problem::clash("showcase-publish-conflicts").with("n", clashes.len() as i64));
        for (slot, no) in clashes.into_iter().take(NAMED) {
            let title = board.table.activity(slot).title.clone();
            wrong.add(Problem::clash("showcase-publish-conflict").with("title", title).with("session", board.table.slots[slot].session));
            wrong.add(no.on(""));
        }
        wrong.check()?;
    }
    let last = store::publication::versions(&mut ctx.tx, &event).await?.first().map_or(0, |it| it.number);
    let standing = store::publication::standing(&mut ctx.tx, &event, last).await?;
    let rows = next_version(&standing, &wanted(&board), last + 1);
    if rows.is_empty() {
        return Err(Refusal::NothingToPublish.into());
    }
    let reason = if last == 0 { Bi::default() } else { spoken(reason, "reason")? };
    let version = Version { number: last + 1, at: ctx.now, by: post(ctx), reason, told: false };
    store::publication::add_version(&mut ctx.tx, &event, &version);
    for row in &rows {
        store::publication::publish(&mut ctx.tx, &event, row);
        keep_place(ctx, &board, row);
    }
    let fresh: Vec<String> =
        board.table.activities.iter().filter(|it| it.state == ActivityState::Confirmed).map(|it| it.code.clone()).collect();
    for code in fresh.iter().filter(|code| rows.iter().any(|row| row.activity == **code)) {
        let mut activity = store::lock_activity(&mut ctx.tx, code).await?.or_unknown()?;
        let state = activity.state.may_become(ActivityState::Published)?;
        step(ctx, &mut activity, state, "published", &Bi::default());
    }
    let detail = json!({ "version": version.number, "plan": board.plan.number, "sessions": rows.len() });
    ctx.audit_because("programme.publish", format!("showcase:{event}"), detail, &version.reason.en);
    Ok(version.number)
}

/// The venue is confirmed for a session as the public was told of it, or let go.
fn keep_place(ctx: &mut Ctx, board: &Board, row: &Published) {
    let purpose = format!("showcase:{}.{}", row.activity, row.session);
    if row.cancelled {
        return venues::acts::unshare(ctx, &purpose);
    }
    let activity = board.table.activities.iter().find(|it| it.code == row.activity);
    let label = activity.map(|it| it.title.clone()).unwrap_or_default();
    venues::acts::share(ctx, &row.at.venue, (row.at.starts, row.ends), "confirmed", &purpose, &label);
}

/// The events whose last version has stood long enough that people are told of it, of which something is over, or whose venues want
/// booking.
pub async fn due(ctx: &mut Ctx) -> Answer<Vec<String>> {
    let mut due: Vec<String> = store::publication::over(&mut ctx.tx, ctx.now).await?.into_iter().map(|(event, _)| event).collect();
    due.extend(untold(ctx).await?);
    due.extend(hold::due(ctx).await?);
    due.sort();
    due.dedup();
    Ok(due)
}

async fn untold(ctx: &mut Ctx) -> Answer<Vec<String>> {
    let before = ctx.now.plus_minutes(-QUIET);
    Ok(store::publication::quiet_since(&mut ctx.tx, before).await?)
}

/// Marks what was held, and writes to everybody concerned, once, of all that changed since they were last written to.
pub async fn tick(ctx: &mut Ctx, event: &str) -> Answer<()> {
    ctx.only_the_house()?;
    let present = store::lock_event(&mut ctx.tx, event).await?.or_unknown()?;
    hold::remind(ctx, &present).await?;
    for (_, code) in store::publication::over(&mut ctx.tx, ctx.now).await?.into_iter().filter(|it| it.0 == event) {
        let mut activity = store::lock_activity(&mut ctx.tx, &code).await?.or_unknown()?;
        let state = activity.state.may_become(ActivityState::Held)?;
        step(ctx, &mut activity, state, "held", &Bi::default());
    }
    if !untold(ctx).await?.iter().any(|it| it == event) {
        return Ok(());
    }
    let versions = store::publication::versions(&mut ctx.tx, event).await?;
    let last = versions.first().or_unknown()?.clone();
    let all = store::publication::everything(&mut ctx.tx, event).await?;
    let activities = store::activities(&mut ctx.tx, event).await?;
    booking::tell_of(ctx, event, &all, &versions, &activities).await?;
    follow::tell_of(ctx, &present, &all, &versions, &activities).await?;
    let mut by_department: BTreeMap<&str, Tally> = BTreeMap::new();
    for turn in turns(&all, last_told(&versions), last.number) {
        let Some(activity) = activities.iter().find(|it| it.code == turn.now().activity) else { continue };
        by_department.entry(&activity.organisation).or_default().add(&turn);
    }
    for (organisation, tally) in by_department {
        let page = "/showcase/programme/changes";
        tell(ctx, organisation, |person| {
            changes(Letter::new(person, "programme-published", page).with("version", last.number), tally, &last)
        })
        .await?;
    }
    store::publication::set_told(&mut ctx.tx, event, last.number);
    ctx.audit("programme.tell", format!("showcase:{event}"), json!({ "version": last.number }));
    Ok(())
}

/// A letter that says how much has changed, and why.
pub(super) fn changes(letter: Letter, tally: Tally, last: &Version) -> Letter {
    letter.with("added", tally.added).with("moved", tally.moved).with("cancelled", tally.cancelled).with("reason", last.reason.clone())
}
