//! What the scheduler does about proposals: return one with a comment, accept one or all that fit.

use std::collections::BTreeMap;

use crate::base::{
    ctx::Ctx,
    outbox::Letter,
    problem::{Answer, OrUnknown},
    roles::{Action, Reach},
    text::Bi,
};

use super::{
    super::{rules::*, store},
    Ground, find, spoken, step, tell,
};

/// Sends an activity back to its department, with what is to be put right in both languages.
pub async fn give_back(ctx: &mut Ctx, code: &str, comment: &Bi) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let mut activity = store::lock_activity(&mut ctx.tx, code).await?.or_unknown()?;
    let comment = spoken(comment, "comment")?;
    let state = activity.state.may_become(ActivityState::Returned)?;
    activity.comment = comment.clone();
    step(ctx, &mut activity, state, "returned", &comment);
    let page = format!("/showcase/activities/{code}");
    tell(ctx, &activity.organisation, |person| {
        Letter::new(person, "activity-returned", page.clone())
            .with("code", code)
            .with("title", activity.title.clone())
            .with("comment", comment.clone())
    })
    .await
}

/// Accepts one proposal that fits somewhere.
pub async fn accept(ctx: &mut Ctx, code: &str) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let activity = store::lock_activity(&mut ctx.tx, code).await?.or_unknown()?;
    let event = store::event(&mut ctx.tx, &activity.event).await?.or_unknown()?;
    let ground = Ground::of(ctx, event).await?;
    activity.state.may_become(ActivityState::Accepted)?;
    if ground.fit(&activity.needs, &activity.wishes.districts).is_hopeless() {
        return Err(Refusal::NoVenue { code: activity.code }.into());
    }
    take(ctx, vec![activity]).await
}

/// Accepts every proposal that fits somewhere. Gives how many.
pub async fn accept_fitting(ctx: &mut Ctx) -> Answer<usize> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let ground = Ground::of(ctx, event).await?;
    let mut fitting = Vec::new();
    for found in store::activities(&mut ctx.tx, &ground.event.code).await? {
        if found.state == ActivityState::Proposed && !ground.fit(&found.needs, &found.wishes.districts).is_hopeless() {
            // Its department may have written on it since.
            let locked = store::lock_activity(&mut ctx.tx, &found.code).await?.or_unknown()?;
            if locked.state == ActivityState::Proposed && locked.needs == found.needs {
                fitting.push(locked);
            }
        }
    }
    let n = fitting.len();
    take(ctx, fitting).await?;
    Ok(n)
}

/// Accepts them, and writes one letter to each department.
async fn take(ctx: &mut Ctx, activities: Vec<Activity>) -> Answer<()> {
    let mut by_department: BTreeMap<String, usize> = BTreeMap::new();
    for mut activity in activities {
        *by_department.entry(activity.organisation.clone()).or_default() += 1;
        activity.comment = Bi::default();
        step(ctx, &mut activity, ActivityState::Accepted, "accepted", &Bi::default());
    }
    for (organisation, n) in by_department {
        tell(ctx, &organisation, |person| Letter::new(person, "activities-accepted", "/showcase/activities").with("n", n)).await?;
    }
    Ok(())
}
