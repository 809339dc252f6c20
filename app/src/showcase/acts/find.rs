//! What is looked up about the Showcase, and by whom.

use crate::base::{
    ctx::{Ctx, Viewer},
    problem::{Answer, OrUnknown, Problem},
    roles::{Action, Reach},
};

use super::{
    super::{
        rules::*,
        store::{self, Step},
    },
    Ground,
};

/// An activity and where it fits.
pub struct Shown {
    pub activity: Activity,
    pub fit: Fit,
}

/// The event departments file for: the last that was set up, by its days.
pub async fn event(ctx: &mut Ctx) -> Answer<Event> {
    event_if_any(ctx).await?.ok_or_else(|| Problem::new(crate::base::problem::Kind::Unknown, "showcase-no-event"))
}

/// The same for pages that have something to say without one.
pub async fn event_if_any(ctx: &mut Ctx) -> Answer<Option<Event>> {
    Ok(store::events(&mut ctx.tx).await?.into_iter().next())
}

/// What is accepted so far, for everybody.
pub async fn meter(ctx: &mut Ctx, event: &str) -> Answer<Meter> {
    Ok(Meter::of(&store::activities(&mut ctx.tx, event).await?))
}

/// What activities of the present event are held against.
pub async fn ground(ctx: &mut Ctx) -> Answer<Ground> {
    let event = event(ctx).await?;
    Ground::of(ctx, event).await
}

fn fitted(ground: &Ground, activities: Vec<Activity>) -> Vec<Shown> {
    let fit = |it: &Activity| ground.fit(&it.needs, &it.wishes.districts);
    activities.into_iter().map(|activity| Shown { fit: fit(&activity), activity }).collect()
}

/// The viewer's department's own.
pub async fn mine(ctx: &mut Ctx) -> Answer<(Ground, Vec<Shown>)> {
    ctx.may(Action::FileActivities, Reach::Own)?;
    let organisation = ctx.me()?.organisation;
    let ground = ground(ctx).await?;
    let own = store::of_organisation(&mut ctx.tx, &organisation).await?.into_iter().filter(|it| it.event == ground.event.code).collect();
    let shown = fitted(&ground, own);
    Ok((ground, shown))
}

/// Everything that was filed; drafts are their departments' own affair until they are filed, but those that fit nowhere need help.
pub async fn all(ctx: &mut Ctx) -> Answer<(Ground, Vec<Shown>)> {
    ctx.may(Action::PlaceActivities, Reach::Read)?;
    let ground = ground(ctx).await?;
    let all = store::activities(&mut ctx.tx, &ground.event.code).await?;
    let shown = fitted(&ground, all).into_iter().filter(|it| it.activity.state != ActivityState::Draft || it.fit.is_hopeless()).collect();
    Ok((ground, shown))
}

/// One activity with its history, for its department, the scheduler and auditors; to others it does not exist.
pub async fn one(ctx: &mut Ctx, code: &str) -> Answer<(Ground, Shown, Vec<Step>)> {
    if ctx.viewer == Viewer::Public {
        return Err(Problem::sign_in());
    }
    let activity = store::activity(&mut ctx.tx, code).await?.or_unknown()?;
    if ctx.viewer.reach(Action::PlaceActivities) < Reach::Read {
        ctx.may_for(Action::FileActivities, &activity.organisation).map_err(|_| Problem::unknown())?;
    }
    let event = store::event(&mut ctx.tx, &activity.event).await?.or_unknown()?;
    let ground = Ground::of(ctx, event).await?;
    let fit = ground.fit(&activity.needs, &activity.wishes.districts);
    let steps = store::steps(&mut ctx.tx, code).await?;
    Ok((ground, Shown { activity, fit }, steps))
}

/// Where a form that is still being filled in fits.
pub async fn fit_so_far(ctx: &mut Ctx, form: &ProposalForm) -> Answer<(Ground, Fit)> {
    ctx.may(Action::FileActivities, Reach::Own)?;
    let ground = ground(ctx).await?;
    let fit = ground.fit(&form.needs(), &form.wished_districts());
    Ok((ground, fit))
}

/// What the Showcase needs of somebody.
pub enum Duty {
    /// Proposals wait for the scheduler.
    LookAt { event: Event, waiting: usize },
    /// It was sent back to its department.
    PutRight(Activity),
    /// Places and times wait for the department's answer.
    Confirm { event: Event, waiting: usize },
    /// A draft, and departments may still file.
    Finish { activity: Activity, closes: crate::base::time::Moment },
}

/// What needs the viewer.
pub async fn duties(ctx: &mut Ctx) -> Answer<Vec<Duty>> {
    let mut duties = Vec::new();
    let Some(event) = event_if_any(ctx).await? else { return Ok(duties) };
    if ctx.viewer.reach(Action::PlaceActivities) == Reach::All {
        let waiting = store::activities(&mut ctx.tx, &event.code).await?.iter().filter(|it| it.state == ActivityState::Proposed).count();
        if waiting > 0 {
            duties.push(Duty::LookAt { event: event.clone(), waiting });
        }
    }
    if ctx.viewer.reach(Action::FileActivities) == Reach::Own {
        let organisation = ctx.me()?.organisation;
        let own: Vec<Activity> =
            store::of_organisation(&mut ctx.tx, &organisation).await?.into_iter().filter(|it| it.event == event.code).collect();
        let waiting = own.iter().filter(|it| it.state == ActivityState::Scheduled).count();
        if waiting > 0 {
            duties.push(Duty::Confirm { event: event.clone(), waiting });
        }
        for activity in own {
            match activity.state {
                ActivityState::Returned => duties.push(Duty::PutRight(activity)),
                ActivityState::Draft if ctx.now < event.closes => duties.push(Duty::Finish { activity, closes: event.closes }),
                _ => {}
            }
        }
    }
    Ok(duties)
}

/// What must hold of every activity, and how often it does not.
pub async fn checks(ctx: &mut Ctx) -> Answer<Vec<(&'static str, i64)>> {
    Ok(store::checks(&mut ctx.tx).await?)
}
