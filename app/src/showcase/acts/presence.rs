//! Who works on the board now, and whose change was the last: two schedulers know of each other (FT-20).

use crate::base::{
    ctx::Ctx,
    problem::Answer,
    roles::{Action, Reach},
    text::Bi,
    time::Moment,
};

use super::{
    super::{rules::*, store},
    find,
};

/// Whose browser has asked within so many microseconds is here; it asks every three seconds.
const HERE: i64 = 15_000_000;
/// So often it is noted.
const NOTED: i64 = 5_000_000;

/// How the board stands.
pub struct State {
    /// The plan on it, and the one in the making.
    pub plan: Option<Drawn>,
    pub making: Option<Drawn>,
    /// Names of others who can change it and have it open.
    pub others: Vec<Bi>,
    /// Whose change by hand was the last, if it was not the viewer's.
    pub last_by: Option<Bi>,
    /// That the viewer has it open and can change it is to be noted again.
    pub is_to_note: bool,
}

/// How the board stands. It changes nothing, so that boards that ask every three seconds keep nobody from writing.
pub async fn state(ctx: &mut Ctx) -> Answer<State> {
    ctx.may(Action::PlaceActivities, Reach::Read)?;
    let event = find::event(ctx).await?;
    let me = ctx.me()?.id;
    let plans = store::plan::plans(&mut ctx.tx, &event.code).await?;
    let seen = store::presence::seen(&mut ctx.tx, &event.code, Moment(ctx.now.0 - HERE)).await?;
    let is_noted = seen.iter().any(|it| it.person == me && ctx.now.0 - it.at.0 < NOTED);
    let is_to_note = !is_noted && ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let others = seen.into_iter().filter(|it| it.person != me).map(|it| it.name).collect();
    let last = store::presence::last_change(&mut ctx.tx, &event.code, event.plan).await?;
    let last_by = last.filter(|it| it.person != me).map(|it| it.name);
    let making = plans.iter().find(|it| it.is_making(ctx.now)).cloned();
    Ok(State { plan: plans.into_iter().find(|it| it.number == event.plan), making, others, last_by, is_to_note })
}

/// Notes that the viewer has the board open.
pub async fn note(ctx: &mut Ctx) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let (event, me) = (find::event(ctx).await?, ctx.me()?.id);
    store::presence::note(&mut ctx.tx, &event.code, me, ctx.now);
    Ok(())
}
