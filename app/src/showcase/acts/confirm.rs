//! Departments say whether they can keep the places and times they were given, before anything is published.

use std::collections::BTreeMap;

use crate::base::{
    ctx::Ctx,
    outbox::Letter,
    problem::{Answer, OrUnknown, Problem},
    roles::{Action, Reach},
    text::Bi,
};

use super::{
    super::{
        rules::{timetable::WhyNot, *},
        store,
    },
    board::{self, Board},
    spoken, step, tell,
};

/// Asks departments to confirm whatever has all its places and no conflict. Gives how many activities.
pub async fn ask(ctx: &mut Ctx) -> Answer<usize> {
    let board = board::locked(ctx).await?;
    let ready: Vec<String> = ready(&board, &board.table.asking().conflicts()).into_iter().map(|it| it.code.clone()).collect();
    let mut by_department: BTreeMap<String, usize> = BTreeMap::new();
    for code in &ready {
        let mut activity = store::lock_activity(&mut ctx.tx, code).await?.or_unknown()?;
        let state = activity.state.may_become(ActivityState::Scheduled)?;
        *by_department.entry(activity.organisation.clone()).or_default() += 1;
        activity.comment = Bi::default();
        step(ctx, &mut activity, state, "scheduled", &Bi::default());
    }
    for (organisation, n) in by_department {
        tell(ctx, &organisation, |person| Letter::new(person, "activities-scheduled", "/showcase/activities").with("n", n)).await?;
    }
    Ok(ready.len())
}

/// Accepted activities all of whose sessions have a place, and none of them is among what is wrong with the board.
pub fn ready<'a>(board: &'a Board, wrong: &[(usize, Vec<WhyNot>)]) -> Vec<&'a Activity> {
    let table = &board.table;
    let wrong: Vec<usize> = wrong.iter().map(|(slot, _)| *slot).collect();
    let is_ready = |activity: &&Activity| {
        activity.state == ActivityState::Accepted
            && table
                .slots
                .iter()
                .enumerate()
                .filter(|(_, it)| it.activity == activity.code)
                .all(|(slot, it)| it.at.is_some() && !wrong.contains(&slot))
    };
    table.activities.iter().filter(is_ready).collect()
}

/// Where the sessions of an activity are, once its department was asked about them.
pub async fn places(ctx: &mut Ctx, activity: &Activity) -> Answer<Vec<(i64, At)>> {
    if !matches!(activity.state, ActivityState::Scheduled | ActivityState::Confirmed | ActivityState::Published | ActivityState::Held) {
        return Ok(Vec::new());
    }
    let event = store::event(&mut ctx.tx, &activity.event).await?.or_unknown()?;
    let slots = store::plan::slots(&mut ctx.tx, &event.code, event.plan).await?;
    Ok(slots.into_iter().filter(|it| it.activity == activity.code).filter_map(|it| Some((it.session, it.at?))).collect())
}

/// The department can keep the places and times of an activity; with an empty code, of all that it was asked about.
pub async fn confirm(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    if ctx.may(Action::FileActivities, Reach::Own)? != Reach::Own {
        return Err(Problem::forbidden());
    }
    let organisation = ctx.me()?.organisation;
    let mut codes = vec![code.to_owned()];
    if code.is_empty() {
        let own = store::of_organisation(&mut ctx.tx, &organisation).await?;
        codes = own.into_iter().filter(|it| it.state == ActivityState::Scheduled).map(|it| it.code).collect();
    }
    for code in &codes {
        let mut activity = mine(ctx, code, &organisation).await?;
        let state = activity.state.may_become(ActivityState::Confirmed)?;
        step(ctx, &mut activity, state, "confirmed", &Bi::default());
    }
    Ok(codes.len())
}

/// The department cannot, and says why: the activity goes back to the scheduler.
pub async fn object(ctx: &mut Ctx, code: &str, comment: &Bi) -> Answer<()> {
    if ctx.may(Action::FileActivities, Reach::Own)? != Reach::Own {
        return Err(Problem::forbidden());
    }
    let organisation = ctx.me()?.organisation;
    let mut activity = mine(ctx, code, &organisation).await?;
    let comment = spoken(comment, "comment")?;
    if !matches!(activity.state, ActivityState::Scheduled | ActivityState::Confirmed) {
        return Err(Refusal::ActivityMove { from: activity.state, to: ActivityState::Accepted }.into());
    }
    activity.comment = comment.clone();
    step(ctx, &mut activity, ActivityState::Accepted, "objected", &comment);
    Ok(())
}

/// What is another department's does not exist here.
async fn mine(ctx: &mut Ctx, code: &str, organisation: &str) -> Answer<Activity> {
    store::lock_activity(&mut ctx.tx, code).await?.filter(|it| it.organisation == organisation).or_unknown()
}

/// Activities whose places have changed since their departments were asked must be asked about again.
pub(super) async fn unsettle(ctx: &mut Ctx, codes: &[String]) -> Answer<()> {
    for code in codes {
        let mut activity = store::lock_activity(&mut ctx.tx, code).await?.or_unknown()?;
        if matches!(activity.state, ActivityState::Scheduled | ActivityState::Confirmed) {
            step(ctx, &mut activity, ActivityState::Accepted, "moved", &Bi::default());
        }
    }
    Ok(())
}
