//! What the scheduler does on the board: place, move and lock sessions, go back on it, and say which plan the board shows (FT-20).
//!
//! Every change names the version it was made on; what somebody else has changed since is not overwritten. All that write on a plan
//! wait for each other at the event's row.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        problem::{Answer, Complaints, OrUnknown, Problem},
        roles::{Action, Reach},
        time::{Day, Moment},
    },
    venues,
};

use super::{
    super::{
        rules::{
            plan::{Difference, differences, next_change},
            timetable::{Parts, QUARTER, Tally},
            *,
        },
        store,
    },
    confirm, find, post,
};

/// The plan on the board, as it stands.
pub struct Board {
    pub plan: Drawn,
    pub table: Timetable,
}

/// The timetable of a plan. With plan 0, nothing has a place.
pub async fn timetable(ctx: &mut Ctx, event: Event, plan: i64) -> Answer<Timetable> {
    let slots = store::plan::slots(&mut ctx.tx, &event.code, plan).await?;
    timetable_of(ctx, event, slots).await
}

/// The timetable of an event with its sessions where they are said to be.
pub(super) async fn timetable_of(ctx: &mut Ctx, event: Event, slots: Vec<Slot>) -> Answer<Timetable> {
    let (from, to) = (event.starts, event.ends.next());
    let parts = Parts {
        venues: venues::acts::venues(ctx).await?,
        holidays: venues::acts::holidays(ctx).await?,
        features: venues::acts::features(ctx).await?,
        levels: store::plan::levels(&mut ctx.tx, &event.code).await?,
        taken: venues::acts::taken_everywhere(ctx, from, to).await?,
        activities: store::activities(&mut ctx.tx, &event.code).await?,
        slots,
        told: told(ctx, &event.code).await?,
        event,
    };
    Ok(Timetable::of(parts, ctx.now)?)
}

/// Where the public was told the sessions are.
pub(super) async fn told(ctx: &mut Ctx, event: &str) -> Answer<Vec<(String, i64, At)>> {
    let last = store::publication::versions(&mut ctx.tx, event).await?.first().map_or(0, |it| it.number);
    let standing = store::publication::standing(&mut ctx.tx, event, last).await?;
    Ok(standing.into_iter().filter(|it| !it.cancelled).map(|it| (it.activity, it.session, it.at)).collect())
}

/// The board, and every plan there is, the latest first. None before there is a plan.
pub async fn board(ctx: &mut Ctx) -> Answer<(Event, Vec<Drawn>, Option<Board>)> {
    ctx.may(Action::PlaceActivities, Reach::Read)?;
    let event = find::event(ctx).await?;
    let plans = store::plan::plans(&mut ctx.tx, &event.code).await?;
    let board = match plans.iter().find(|it| it.number == event.plan) {
        None => None,
        Some(plan) => Some(Board { plan: plan.clone(), table: timetable(ctx, event.clone(), plan.number).await? }),
    };
    Ok((event, plans, board))
}

/// The board to write on, with the event's row locked.
pub(super) async fn locked(ctx: &mut Ctx) -> Answer<Board> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let plans = store::plan::plans(&mut ctx.tx, &event.code).await?;
    let plan = plans.into_iter().find(|it| it.number == event.plan).ok_or(Refusal::NotReady)?;
    let table = timetable(ctx, event, plan.number).await?;
    Ok(Board { plan, table })
}

/// A session as typed: which, on which version, and where it is to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed<'a> {
    pub activity: &'a str,
    pub session: i64,
    pub version: i64,
    pub venue: &'a str,
    /// `2002-01-11` and `14:30`.
    pub day: &'a str,
    pub time: &'a str,
}

impl Typed<'_> {
    fn at(&self) -> Answer<At> {
        let mut wrong = Complaints::default();
        if self.venue.trim().is_empty() {
            wrong.add(Problem::rule("showcase-choose").on("venue"));
        }
        let day = Day::parse(self.day.trim());
        if day.is_none() {
            wrong.add(Problem::rule("problem-day").on("day"));
        }
        let starts = Moment::parse_local(&format!("{}T{}", self.day.trim(), self.time.trim()));
        if day.is_some() && starts.is_none() {
            wrong.add(Problem::rule("showcase-no-time").on("time"));
        }
        wrong.check()?;
        Ok(At { venue: self.venue.trim().into(), starts: starts.or_unknown()? })
    }
}

/// Places or moves a session. What is in the way is named, and then nothing is changed.
pub async fn place(ctx: &mut Ctx, typed: &Typed<'_>) -> Answer<()> {
    let board = locked(ctx).await?;
    let slot = found(&board, typed.activity, typed.session, typed.version)?;
    let at = typed.at()?;
    board.table.venue(&at.venue).or_unknown()?;
    allow(&board, slot, &at)?;
    change(ctx, &board, slot, Standing { at: Some(at), locked: false }).await
}

/// Places a session that waits, and moves those in its way: exactly the swap that was read ([`Swap::text`]), or nothing.
pub async fn make_way(ctx: &mut Ctx, activity: &str, session: i64, version: i64, swap: &str) -> Answer<()> {
    let board = locked(ctx).await?;
    let slot = found(&board, activity, session, version)?;
    let swaps = board.table.asking().swaps(slot);
    let swap = swaps.into_iter().find(|it| it.is_whole() && it.text(&board.table) == swap).ok_or(Refusal::Changed)?;
    for (slot, at) in swap.moves.into_iter().chain([(slot, Some(swap.offer.at))]) {
        change(ctx, &board, slot, Standing { at, locked: false }).await?;
    }
    Ok(())
}

/// Takes a session off the board: it waits again.
pub async fn take_off(ctx: &mut Ctx, activity: &str, session: i64, version: i64) -> Answer<()> {
    let board = locked(ctx).await?;
    let slot = found(&board, activity, session, version)?;
    if board.table.slots[slot].locked {
        return Err(Problem::clash("showcase-why-locked"));
    }
    change(ctx, &board, slot, Standing { at: None, locked: false }).await
}

/// Locks a session where it is, or lets it go.
pub async fn lock(ctx: &mut Ctx, activity: &str, session: i64, version: i64, locks: bool) -> Answer<()> {
    let board = locked(ctx).await?;
    let slot = found(&board, activity, session, version)?;
    let at = board.table.slots[slot].at.clone().ok_or(Refusal::Nothing)?;
    change(ctx, &board, slot, Standing { at: Some(at), locked: locks }).await
}

/// Locks everything of a day, or lets it go. Gives how many.
pub async fn lock_day(ctx: &mut Ctx, day: Day, locks: bool) -> Answer<usize> {
    let board = locked(ctx).await?;
    let slots: Vec<usize> = board.table.on(day).iter().map(|(slot, _)| *slot).filter(|it| board.table.slots[*it].locked != locks).collect();
    for slot in &slots {
        let at = board.table.slots[*slot].at.clone();
        change(ctx, &board, *slot, Standing { at, locked: locks }).await?;
    }
    Ok(slots.len())
}

/// Goes back on one's own last change, or does it again, as long as nobody else has moved the session and no other is in the way now. A
/// hall that was shut before is shut again: the board shows it.
/// Gives the day to look at.
pub async fn go_back(ctx: &mut Ctx, way: Way) -> Answer<Option<Day>> {
    let board = locked(ctx).await?;
    let me = ctx.me()?.id;
    let changes = store::plan::changes(&mut ctx.tx, &board.table.event.code, board.plan.number).await?;
    let it = next_change(&changes, me, way)?;
    let (from, to) = match way {
        Way::Back => (&it.now, &it.was),
        Way::Again => (&it.was, &it.now),
    };
    let slot = board.table.slot(&it.activity, it.session).or_unknown()?;
    if Standing::of(&board.table.slots[slot]) != *from {
        return Err(Refusal::Changed.into());
    }
    if let Some(at) = to.at.as_ref().filter(|at| from.at.as_ref() != Some(at)) {
        let asking = board.table.asking();
        let mut wrong = Complaints::default();
        asking.wrong_with(slot, at).iter().filter(|why| why.is_between_sessions()).for_each(|why| wrong.add(asking.say(slot, at, why)));
        wrong.check()?;
    }
    save(ctx, &board, slot, to).await?;
    store::plan::set_undone(&mut ctx.tx, &board.table.event.code, board.plan.number, it.number, way == Way::Back);
    Ok(to.at.as_ref().or(from.at.as_ref()).map(|at| at.starts.day()))
}

/// Puts a plan that is ready on the board.
pub async fn choose(ctx: &mut Ctx, number: i64) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let plans = store::plan::plans(&mut ctx.tx, &event.code).await?;
    plans.iter().find(|it| it.number == number).or_unknown()?.is_ready()?;
    take_up(ctx, &event, number).await
}

/// Puts a plan on the board instead of the one that is there; departments are asked again about what has moved.
pub(super) async fn take_up(ctx: &mut Ctx, event: &Event, number: i64) -> Answer<()> {
    let before = store::plan::slots(&mut ctx.tx, &event.code, event.plan).await?;
    let after = store::plan::slots(&mut ctx.tx, &event.code, number).await?;
    let mut moved: Vec<String> = differences(&before, &after).into_iter().map(|it| it.activity).collect();
    moved.dedup();
    confirm::unsettle(ctx, &moved).await?;
    store::plan::choose(&mut ctx.tx, &event.code, number);
    ctx.audit("plan.choose", format!("showcase:{}", event.code), json!({ "plan": number }));
    Ok(())
}

/// How strict the present event is.
pub async fn levels(ctx: &mut Ctx) -> Answer<(Event, Levels)> {
    ctx.may(Action::PlaceActivities, Reach::Read)?;
    let event = find::event(ctx).await?;
    let levels = store::plan::levels(&mut ctx.tx, &event.code).await?;
    Ok((event, levels))
}

/// Sets how strict the event is with each rule.
pub async fn set_levels(ctx: &mut Ctx, typed: &BTreeMap<String, String>) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let levels = Levels::read(typed)?;
    store::plan::put_levels(&mut ctx.tx, &event.code, &levels);
    let detail: BTreeMap<&str, &str> = levels.0.iter().map(|(rule, level)| (rule.code(), level.code())).collect();
    ctx.audit("showcase.levels", format!("showcase:{}", event.code), json!(detail));
    Ok(())
}

/// Two plans side by side.
pub struct Compared {
    pub event: Event,
    pub one: (Drawn, Tally),
    pub other: (Drawn, Tally),
    pub differences: Vec<Difference>,
    pub table: Timetable,
}

pub async fn compare(ctx: &mut Ctx, one: i64, other: i64) -> Answer<Compared> {
    ctx.may(Action::PlaceActivities, Reach::Read)?;
    let event = find::event(ctx).await?;
    let plans = store::plan::plans(&mut ctx.tx, &event.code).await?;
    let drawn = |number: i64| plans.iter().find(|it| it.number == number).cloned().or_unknown();
    let (one, other) = (drawn(one)?, drawn(other)?);
    let first = timetable(ctx, event.clone(), one.number).await?;
    let table = timetable(ctx, event.clone(), other.number).await?;
    let differences = differences(&first.slots, &table.slots);
    Ok(Compared { event, one: (one, first.tally()), other: (other, table.tally()), differences, table })
}

/// The slot that is meant, if it still is as it was read.
fn found(board: &Board, activity: &str, session: i64, version: i64) -> Answer<usize> {
    let slot = board.table.slot(activity, session).or_unknown()?;
    if board.table.slots[slot].version == version { Ok(slot) } else { Err(Refusal::Changed.into()) }
}

/// Whether a session may be at a place; if not, everything that is in the way is said.
fn allow(board: &Board, slot: usize, at: &At) -> Answer<()> {
    let asking = board.table.asking();
    let mut wrong = Complaints::default();
    asking.why_not(slot, at).iter().for_each(|why| wrong.add(asking.say(slot, at, why)));
    wrong.check()
}

/// Changes a session, and notes it so that it can be undone.
async fn change(ctx: &mut Ctx, board: &Board, slot: usize, to: Standing) -> Answer<()> {
    let it = &board.table.slots[slot];
    let was = Standing::of(it);
    if was == to {
        return Err(Refusal::Nothing.into());
    }
    let noted = Change {
        number: 0,
        at: ctx.now,
        person: ctx.me()?.id,
        by: post(ctx),
        activity: it.activity.clone(),
        session: it.session,
        was,
        now: to.clone(),
        undone: false,
    };
    store::plan::add_change(&mut ctx.tx, &board.table.event.code, board.plan.number, &noted);
    save(ctx, board, slot, &to).await
}

async fn save(ctx: &mut Ctx, board: &Board, slot: usize, to: &Standing) -> Answer<()> {
    let (it, event) = (&board.table.slots[slot], &board.table.event.code);
    store::plan::put_slot(&mut ctx.tx, event, board.plan.number, (&it.activity, it.session), to);
    store::plan::touch(&mut ctx.tx, event, board.plan.number);
    let place = |at: &Option<At>| at.as_ref().map(|at| json!({ "venue": at.venue, "at": at.starts.to_rfc3339() }));
    let detail =
        json!({ "plan": board.plan.number, "session": it.session, "from": place(&it.at), "to": place(&to.at), "locked": to.locked });
    ctx.audit("slot.change", format!("activity:{}", it.activity), detail);
    if it.at != to.at {
        confirm::unsettle(ctx, std::slice::from_ref(&it.activity)).await?;
    }
    Ok(())
}

/// One venue on one day for one session: from when to when it may begin there, or what is in the way.
pub struct Run {
    pub venue: String,
    pub from: Moment,
    /// The last quarter of it.
    pub to: Moment,
    pub why: Option<Problem>,
}

/// Every quarter of a day in some venues, for a session that somebody has taken up.
pub async fn day_of(ctx: &mut Ctx, activity: &str, session: i64, day: Day, venues: &[String]) -> Answer<Vec<Run>> {
    let (.., board) = board(ctx).await?;
    let table = board.ok_or(Refusal::NotReady)?.table;
    let slot = table.slot(activity, session).or_unknown()?;
    let asking = table.asking();
    let mut runs: Vec<Run> = Vec::new();
    for venue in table.venues.iter().filter(|it| venues.contains(&it.code)) {
        let Some(hours) = table.hours(venue, day) else { continue };
        let quarters = i64::from(hours.opens).div_euclid(QUARTER)..i64::from(hours.closes).div_euclid(QUARTER);
        let starts = |quarter: i64| day.at(0, 0).plus_minutes(quarter * QUARTER);
        let places: Vec<At> = quarters.map(|quarter| At { venue: venue.code.clone(), starts: starts(quarter) }).collect();
        for (at, whys) in places.iter().zip(asking.why_not_each(slot, &places)) {
            let why = whys.first().map(|why| asking.say(slot, at, why));
            match runs.last_mut() {
                Some(last) if last.venue == at.venue && last.why == why => last.to = at.starts,
                _ => runs.push(Run { venue: at.venue.clone(), from: at.starts, to: at.starts, why }),
            }
        }
    }
    Ok(runs)
}
