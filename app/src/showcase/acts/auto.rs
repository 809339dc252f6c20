//! Placing by itself: a plan is begun, made in the background while its progress is told, and may be stopped (FT-20).
//!
//! How long it takes is counted in tries, not by the clock: the same event, locks and seed give the same plan on any machine (I-49).

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};

use serde_json::json;

use crate::base::{
    ctx::{Ctx, Viewer},
    db::Fault,
    problem::{Answer, OrUnknown},
    roles::{Action, Reach},
    site::Site,
};

use super::{
    super::{
        rules::{
            solver::{Plan, Problem, Progress, solve},
            *,
        },
        store,
    },
    board, find, post,
};

/// Tries of each search for every session.
const TRIES: u64 = 1_500;
/// Each with a seed of its own, side by side.
const SEARCHES: u64 = 2;
/// How often a plan in the making says how far it is, and after how many minutes of silence it is given up.
const BEAT: Duration = Duration::from_millis(400);
const SILENCE: i64 = 2;

/// Begins a plan; [`make`] makes it once this is committed. Gives its number.
pub async fn begin(ctx: &mut Ctx, keeps: Keeps, seed: i64) -> Answer<(String, i64)> {
    begin_with(ctx, keeps, None, seed).await
}

/// Begins a plan in which only what is chosen is placed anew.
pub async fn begin_only(ctx: &mut Ctx, only: Only, seed: i64) -> Answer<(String, i64)> {
    begin_with(ctx, Keeps::Rest, Some(only), seed).await
}

async fn begin_with(ctx: &mut Ctx, keeps: Keeps, only: Option<Only>, seed: i64) -> Answer<(String, i64)> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let plans = store::plan::plans(&mut ctx.tx, &event.code).await?;
    if plans.iter().any(|it| it.is_making(ctx.now)) {
        return Err(Refusal::AlreadyMaking.into());
    }
    let base = plans.iter().find(|it| it.number == event.plan);
    let plan = Drawn {
        number: plans.first().map_or(1, |it| it.number + 1),
        made: ctx.now,
        by: post(ctx),
        state: PlanState::Making,
        base: base.map_or(0, |it| it.number),
        base_version: base.map_or(0, |it| it.version),
        keeps,
        only,
        seed,
        progress: 0,
        unplaced: 0,
        alive_until: ctx.now.plus_minutes(SILENCE),
        version: 1,
    };
    store::plan::add_plan(&mut ctx.tx, &event.code, &plan);
    let detail =
        json!({ "plan": plan.number, "base": plan.base, "keeps": keeps.code(), "only": plan.only.as_ref().map(Only::text), "seed": seed });
    ctx.audit("plan.begin", format!("showcase:{}", event.code), detail);
    Ok((event.code, plan.number))
}

/// Tells a plan in the making to stop: it keeps the best that was found so far.
pub async fn stop(ctx: &mut Ctx, number: i64) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let plans = store::plan::plans(&mut ctx.tx, &event.code).await?;
    let plan = plans.iter().find(|it| it.number == number).or_unknown()?;
    if plan.state != PlanState::Making {
        return Err(Refusal::Nothing.into());
    }
    store::plan::set_state(&mut ctx.tx, &event.code, number, PlanState::Stopping);
    ctx.audit("plan.stop", format!("showcase:{}", event.code), json!({ "plan": number }));
    Ok(())
}

/// Makes a plan that was begun, while the caller goes on.
pub fn make_apart(site: &Arc<Site>, (event, number): (String, i64)) {
    let site = site.clone();
    // What goes wrong has been logged, and the plan says that it failed.
    tokio::spawn(async move { make(&site, &event, number).await.ok() });
}

/// Makes a plan that was begun, and saves it. Whoever waits for it may go on: it is the same for everybody.
pub async fn make(site: &Arc<Site>, event: &str, number: i64) -> Answer<()> {
    let made = search(site, event, number).await;
    if made.is_err() {
        let mut ctx = Ctx::write(site, Viewer::House).await?;
        store::plan::set_state(&mut ctx.tx, event, number, PlanState::Failed);
        ctx.audit("plan.fail", format!("showcase:{event}"), json!({ "plan": number }));
        ctx.commit().await?;
    }
    made
}

async fn search(site: &Arc<Site>, event: &str, number: i64) -> Answer<()> {
    let mut ctx = Ctx::read(site, Viewer::House).await?;
    let plan = store::plan::plans(&mut ctx.tx, event).await?.into_iter().find(|it| it.number == number).or_unknown()?;
    let event = store::event(&mut ctx.tx, event).await?.or_unknown()?;
    let table = board::timetable(&mut ctx, event.clone(), plan.base).await?;
    drop(ctx);
    let problem = table.problem(plan.keeps, plan.only.as_ref())?;
    let found = watched(site, &event.code, &plan, problem).await?;
    let places = table.read(found, plan.keeps, plan.only.as_ref());

    let mut ctx = Ctx::write(site, Viewer::House).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let unplaced = places.iter().filter(|it| it.is_none()).count() as i64;
    // What was chosen, had a place and would wait now: somebody looks at that first.
    let loses = plan.keeps == Keeps::Rest && table.slots.iter().zip(&places).any(|(slot, at)| slot.at.is_some() && at.is_none());
    for (slot, at) in table.slots.iter().zip(places) {
        let locked = slot.locked && at == slot.at;
        store::plan::put_slot(&mut ctx.tx, &event.code, number, (&slot.activity, slot.session), &Standing { at, locked });
    }
    store::plan::set_progress(&mut ctx.tx, &event.code, number, (1_000, unplaced), ctx.now);
    store::plan::set_state(&mut ctx.tx, &event.code, number, PlanState::Ready);
    ctx.audit("plan.made", format!("showcase:{}", event.code), json!({ "plan": number, "unplaced": unplaced }));
    // What fills gaps or was chosen goes onto the board at once, as does the first of all; what moves other things waits to be compared.
    let base = store::plan::plans(&mut ctx.tx, &event.code).await?.into_iter().find(|it| it.number == plan.base);
    let unchanged = event.plan == plan.base && base.map_or(0, |it| it.version) == plan.base_version;
    if unchanged && !loses && (plan.keeps != Keeps::Locked || table.placed().next().is_none()) {
        board::take_up(&mut ctx, &event, number).await?;
    }
    ctx.commit().await
}

/// What the searches and whoever watches them tell each other.
#[derive(Default)]
struct Watch {
    tries: AtomicU64,
    unplaced: AtomicI64,
    stop: AtomicBool,
}

/// Searches on threads of their own; meanwhile says how far it is, and listens whether it shall stop.
async fn watched(site: &Arc<Site>, event: &str, plan: &Drawn, problem: Problem) -> Answer<Plan> {
    let all = TRIES * problem.items.len().max(1) as u64;
    let watch = Arc::new(Watch::default());
    let seeds: Vec<u64> = (0..SEARCHES).map(|n| (plan.seed as u64).wrapping_mul(SEARCHES).wrapping_add(n)).collect();
    let theirs = watch.clone();
    let mut searching = tokio::task::spawn_blocking(move || {
        solve(&problem, &seeds, &|it: Progress| {
            theirs.tries.fetch_max(it.tries, Ordering::Relaxed);
            theirs.unplaced.store(it.unplaced, Ordering::Relaxed);
            if theirs.stop.load(Ordering::Relaxed) { 1.0 } else { it.tries as f64 / all as f64 }
        })
    });
    loop {
        tokio::select! {
            found = &mut searching => return Ok(found.map_err(Fault::new)?),
            () = tokio::time::sleep(BEAT) => {
                let mut ctx = Ctx::write(site, Viewer::House).await?;
                let now = store::plan::plans(&mut ctx.tx, event).await?.into_iter().find(|it| it.number == plan.number);
                if now.is_none_or(|it| it.state == PlanState::Stopping) {
                    watch.stop.store(true, Ordering::Relaxed);
                }
                let done = (watch.tries.load(Ordering::Relaxed) * 1_000 / all).min(999) as i64;
                let progress = (done, watch.unplaced.load(Ordering::Relaxed));
                store::plan::set_progress(&mut ctx.tx, event, plan.number, progress, ctx.now.plus_minutes(SILENCE));
                ctx.commit().await?;
            }
        }
    }
}
