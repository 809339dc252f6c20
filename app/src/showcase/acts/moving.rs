//! The whole event goes to other days, or gets another name: first what that would mean, then it is done, with the reason that everybody
//! reads (FT-21, J8). Nothing is lost silently: the plan before stays among the plans.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        problem::{Answer, OrUnknown},
        roles::{Action, Reach},
        text::Bi,
    },
    venues,
};

use super::{
    super::{
        rules::{
            moving::{Impact, MoveForm, Notice, blackout, impact, shifted},
            timetable::Timetable,
            *,
        },
        store,
    },
    board, confirm, find, hold, post,
};

/// What moving would mean.
pub struct Moved {
    pub before: Event,
    pub event: Event,
    pub impact: Impact,
    /// The timetable of the plan on the board, moved.
    pub table: Timetable,
}

/// What a new period or name would mean, without doing it.
pub async fn preview(ctx: &mut Ctx, form: &MoveForm) -> Answer<Moved> {
    ctx.may(Action::PlaceActivities, Reach::Read)?;
    let before = find::event(ctx).await?;
    meant(ctx, before, form).await
}

async fn meant(ctx: &mut Ctx, before: Event, form: &MoveForm) -> Answer<Moved> {
    let event = form.read(&before)?;
    let taken = venues::acts::taken_everywhere(ctx, event.starts, event.ends.next()).await?;
    let (places, holidays) = (venues::acts::venues(ctx).await?, venues::acts::holidays(ctx).await?);
    if (event.starts, event.ends) != (before.starts, before.ends)
        && let Some(day) = blackout(&event.days(), &places, &taken, &holidays)
    {
        return Err(Refusal::Blackout { day }.into());
    }
    let was = store::plan::slots(&mut ctx.tx, &before.code, before.plan).await?;
    let slots = shifted(&was, &before.days(), &event.days());
    let table = board::timetable_of(ctx, event.clone(), slots.clone()).await?;
    let wrong: Vec<_> = table
        .asking()
        .conflicts()
        .into_iter()
        .map(|(slot, whys)| (table.slots[slot].activity.clone(), table.slots[slot].session, whys))
        .collect();
    // What is of no accepted activity any more has no place to keep.
    let live: Vec<Slot> = was.into_iter().filter(|it| table.slot(&it.activity, it.session).is_some()).collect();
    Ok(Moved { impact: impact(&live, &slots, &wrong), before, event, table })
}

/// Moves or renames the event. The plan goes along as a new one; departments are asked again about all that moved.
pub async fn move_event(ctx: &mut Ctx, form: &MoveForm) -> Answer<Impact> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let before = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    if form.version.trim() != before.version.to_string() {
        return Err(Refusal::Changed.into());
    }
    let plans = store::plan::plans(&mut ctx.tx, &before.code).await?;
    if plans.iter().any(|it| it.is_making(ctx.now)) {
        return Err(Refusal::AlreadyMaking.into());
    }
    let reason = form.reason()?;
    let moved = meant(ctx, before, form).await?;
    let Moved { before, event, impact, table } = moved;
    store::put_event(&mut ctx.tx, &event).await?;
    if (event.starts, event.ends) != (before.starts, before.ends) && before.plan > 0 {
        let plan = Drawn {
            number: plans.first().map_or(1, |it| it.number + 1),
            made: ctx.now,
            by: post(ctx),
            state: PlanState::Ready,
            base: before.plan,
            base_version: plans.iter().find(|it| it.number == before.plan).map_or(0, |it| it.version),
            keeps: Keeps::Moved,
            only: None,
            seed: 0,
            progress: 1_000,
            unplaced: table.waiting().count() as i64,
            alive_until: ctx.now,
            version: 1,
        };
        store::plan::add_plan(&mut ctx.tx, &event.code, &plan);
        for slot in &table.slots {
            store::plan::put_slot(&mut ctx.tx, &event.code, plan.number, (&slot.activity, slot.session), &Standing::of(slot));
        }
        store::plan::choose(&mut ctx.tx, &event.code, plan.number);
        let codes: Vec<String> = table.activities.iter().map(|it| it.code.clone()).collect();
        confirm::unsettle(ctx, &codes).await?;
    }
    if (event.starts, event.ends) != (before.starts, before.ends) {
        hold::ask_again(ctx, &event).await?;
    }
    let notice = Notice {
        number: 0,
        at: ctx.now,
        by: post(ctx),
        reason,
        name_was: before.name.clone(),
        starts_was: before.starts,
        ends_was: before.ends,
        kept: impact.kept.len() as i64,
        to_decide: impact.to_decide.len() as i64,
        dropped: impact.dropped.len() as i64,
    };
    store::notice::add(&mut ctx.tx, &event.code, &notice);
    let detail = json!({ "from": event.starts.iso(), "to": event.ends.iso(), "was_from": before.starts.iso(), "was_to": before.ends.iso(),
        "kept": notice.kept, "to_decide": notice.to_decide, "dropped": notice.dropped });
    ctx.audit_because("showcase.move", format!("showcase:{}", event.code), detail, &notice.reason.en);
    Ok(impact)
}

/// What was changed of the event, the latest first.
pub async fn notices(ctx: &mut Ctx, event: &str) -> Answer<Vec<Notice>> {
    Ok(store::notice::notices(&mut ctx.tx, event).await?)
}

/// Names the event had and has no more, the latest first.
pub async fn former_names(ctx: &mut Ctx, event: &Event) -> Answer<Vec<Bi>> {
    let mut names: Vec<Bi> = Vec::new();
    for notice in notices(ctx, &event.code).await? {
        if notice.name_was != event.name && !names.contains(&notice.name_was) {
            names.push(notice.name_was);
        }
    }
    Ok(names)
}

/// Whether an event has, or had, this name in either language (I-52).
pub async fn called(ctx: &mut Ctx, name: &str) -> Answer<()> {
    let event = find::event(ctx).await?;
    let mut names = former_names(ctx, &event).await?;
    names.push(event.name.clone());
    let asked = crate::base::text::fold(name.trim());
    let is = |it: &Bi| [&it.en, &it.zh].iter().any(|text| crate::base::text::fold(text) == asked);
    names.iter().any(is).then_some(()).or_unknown()
}
