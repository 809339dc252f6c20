//! Planning the stops of an exhibition: where and when, moving days, weather, extension (FT-11).

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::Bi,
        time::Day,
    },
    venues,
};

use super::{
    super::{rules::*, store},
    begin_poll, spoken,
};

/// Under which a day of a stop holds its venue: a purpose holds one span, so each day is its own.
fn purpose(stop: &Stop, day: Day) -> String {
    format!("exhibition:{}:{}", stop.code, day.iso())
}

/// The stop fits: the panels can be there (I-35) and the venue is open, long enough and free (I-36).
async fn fit(ctx: &mut Ctx, stop: &Stop) -> Answer<venues::Venue> {
    let venue = venues::acts::venue(ctx, &stop.venue).await.map_err(|_| Problem::rule("exhibitions-venue-unknown").on("venue"))?;
    let holidays = venues::acts::holidays(ctx).await?;
    stop.clear_of(&store::stops_of(&mut ctx.tx, &stop.series).await?)?;
    stop.fits(&venue, &holidays)?;
    for day in stop.days() {
        let taken = venues::acts::in_the_way(ctx, &venue, stop.span(day), &purpose(stop, day)).await?;
        let ours = format!("exhibition:{}:", stop.code);
        if let Some(other) = taken.into_iter().find(|it| !it.purpose.starts_with(&ours)) {
            return Err(Problem::clash("venues-taken")
                .with("venue", venue.name.clone())
                .with("by", other.label)
                .with("from", other.starts)
                .on("venue"));
        }
    }
    Ok(venue)
}

/// Takes the venue for every day of the stop, and lets go of what it held before.
async fn take(ctx: &mut Ctx, before: Option<&Stop>, stop: &Stop, venue: &venues::Venue) -> Answer<()> {
    for day in before.into_iter().flat_map(Stop::days) {
        venues::acts::release(ctx, &purpose(stop, day)).await?;
    }
    let state = if stop.state == StopState::Confirmed { "confirmed" } else { "held" };
    for day in stop.days() {
        venues::acts::hold(ctx, venue, stop.span(day), state, &purpose(stop, day), &stop.name).await?;
        store::put_day(&mut ctx.tx, &stop.code, day, stop.span(day)).await?;
    }
    // Of a day that was public before, calendars have to learn.
    if before.is_some_and(|it| it.state == StopState::Confirmed) {
        store::keep_off(&mut ctx.tx, &stop.code, stop.starts, stop.ends, ctx.now).await?;
    }
    Ok(store::drop_days(&mut ctx.tx, &stop.code, stop.starts, stop.ends).await?)
}

/// Plans a stop, or changes one that has not begun.
pub async fn plan(ctx: &mut Ctx, form: &StopForm) -> Answer<Stop> {
    ctx.may(Action::PlanStops, Reach::All)?;
    let mut stop = form.read(ctx.now)?;
    if let Some(scheme) = &stop.scheme {
        crate::awards::acts::find::scheme(ctx, scheme).await.map_err(|_| Problem::rule("exhibitions-scheme-unknown").on("scheme"))?;
    }
    store::lock_series(&mut ctx.tx, &stop.series).await?;
    let before = store::lock_stop(&mut ctx.tx, &stop.code).await?;
    if let Some(before) = &before {
        if stop.version == 0 {
            return Err(Problem::clash("exhibitions-code-taken").on("code"));
        }
        if stop.version != before.version {
            return Err(Problem::clash("exhibitions-changed-meanwhile"));
        }
        if before.state == StopState::Cancelled {
            return Err(Problem::clash("exhibitions-is-cancelled"));
        }
        if before.series != stop.series || before.scheme != stop.scheme {
            return Err(Problem::clash("exhibitions-other-tour").on("scheme"));
        }
        let begun = before.phase(ctx.now) != StopPhase::Planned && ctx.now >= before.span(before.starts).0;
        let moved = (&stop.venue, stop.starts, stop.hours) != (&before.venue, before.starts, before.hours) || stop.ends < before.ends;
        if begun && moved {
            return Err(Problem::clash("exhibitions-has-begun").on("starts"));
        }
        stop.state = before.state;
        let differs = (&stop.venue, stop.starts, stop.ends, stop.hours) != (&before.venue, before.starts, before.ends, before.hours);
        stop.sequence = before.sequence + i64::from(differs || stop.name != before.name);
    }
    let venue = fit(ctx, &stop).await?;
    match &before {
        Some(_) => store::save_stop(&mut ctx.tx, &stop).await?,
        None => {
            store::insert_stop(&mut ctx.tx, &stop).await?;
        }
    }
    take(ctx, before.as_ref(), &stop, &venue).await?;
    if let Some(scheme) = &stop.scheme {
        begin_poll(ctx, scheme).await?;
    }
    let span = json!({ "venue": stop.venue, "from": stop.starts.iso(), "to": stop.ends.iso() });
    ctx.audit(if before.is_some() { "stop.change" } else { "stop.plan" }, format!("stop:{}", stop.code), span);
    store::stop(&mut ctx.tx, &stop.code).await?.or_unknown()
}

/// A stop that may be changed, locked.
async fn locked(ctx: &mut Ctx, code: &str) -> Answer<Stop> {
    ctx.may(Action::PlanStops, Reach::All)?;
    store::lock_stop(&mut ctx.tx, code).await?.or_unknown()
}

/// The venue has said yes: the stop is public and keeps its days.
pub async fn confirm(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let mut stop = locked(ctx, code).await?;
    if stop.state != StopState::Planned {
        return Err(Problem::clash("exhibitions-not-planned"));
    }
    stop.state = StopState::Confirmed;
    stop.changed = ctx.now;
    let venue = fit(ctx, &stop).await?;
    store::save_stop(&mut ctx.tx, &stop).await?;
    take(ctx, Some(&stop.clone()), &stop, &venue).await?;
    ctx.audit("stop.confirm", format!("stop:{code}"), json!({}));
    Ok(())
}

/// The stop will not be held.
pub async fn cancel(ctx: &mut Ctx, code: &str, reason: &Bi) -> Answer<()> {
    let mut stop = locked(ctx, code).await?;
    let reason = spoken(reason, "reason_en")?;
    if stop.state == StopState::Cancelled {
        return Err(Problem::clash("exhibitions-is-cancelled"));
    }
    let days = store::days_of(&mut ctx.tx, code).await?;
    if days.iter().any(|it| !matches!(it.state, DayState::Planned | DayState::Suspended)) {
        return Err(Problem::clash("exhibitions-has-begun"));
    }
    for day in stop.days() {
        venues::acts::release(ctx, &purpose(&stop, day)).await?;
    }
    stop.state = StopState::Cancelled;
    stop.sequence += 1;
    stop.changed = ctx.now;
    store::save_stop(&mut ctx.tx, &stop).await?;
    ctx.audit_because("stop.cancel", format!("stop:{code}"), json!({}), &reason.en);
    Ok(())
}

/// Typhoon or black rain shuts a stop for the day, with a notice in both languages. A day on which slips were given out still has to
/// be balanced: it is closed later, not forgotten.
pub async fn suspend(ctx: &mut Ctx, code: &str, day: &str, notice: &Bi) -> Answer<()> {
    let stop = locked(ctx, code).await?;
    let notice = spoken(notice, "notice_en")?;
    let on = Day::parse(day).ok_or_else(|| Problem::rule("exhibitions-day-bad").on("day"))?;
    let mut it = store::lock_day(&mut ctx.tx, code, on).await?.or_unknown()?;
    it.state = it.state.may_become(DayState::Suspended)?;
    it.notice = notice.clone();
    store::save_day(&mut ctx.tx, &it).await?;
    bump(ctx, stop).await?;
    ctx.audit_because("day.suspend", format!("stop:{code}"), json!({ "day": on.iso() }), &notice.en);
    Ok(())
}

/// The warning is lowered in time: the day goes on.
pub async fn lift(ctx: &mut Ctx, code: &str, day: &str) -> Answer<()> {
    let stop = locked(ctx, code).await?;
    let on = Day::parse(day).ok_or_else(|| Problem::rule("exhibitions-day-bad").on("day"))?;
    let mut it = store::lock_day(&mut ctx.tx, code, on).await?.or_unknown()?;
    if it.state != DayState::Suspended {
        return Err(Refusal::DayMove { from: it.state, to: DayState::Planned }.into());
    }
    it.state = DayState::Planned;
    it.notice = Bi::default();
    store::save_day(&mut ctx.tx, &it).await?;
    bump(ctx, stop).await?;
    ctx.audit("day.lift", format!("stop:{code}"), json!({ "day": on.iso() }));
    Ok(())
}

/// A stop stays longer by whole days, as when weather took one: within its venue's hours, and with a clear day before the next.
pub async fn extend(ctx: &mut Ctx, code: &str, days: &str) -> Answer<Stop> {
    let before = locked(ctx, code).await?;
    store::lock_series(&mut ctx.tx, &before.series).await?;
    let days =
        days.trim().parse::<u64>().ok().filter(|n| (1..=14).contains(n)).ok_or_else(|| Problem::rule("exhibitions-days-bad").on("days"))?;
    if before.state == StopState::Cancelled {
        return Err(Problem::clash("exhibitions-is-cancelled"));
    }
    let stop = Stop { ends: before.ends.plus(days), sequence: before.sequence + 1, changed: ctx.now, ..before.clone() };
    let venue = fit(ctx, &stop).await.map_err(|no| no.on("days"))?;
    store::save_stop(&mut ctx.tx, &stop).await?;
    take(ctx, Some(&before), &stop, &venue).await?;
    ctx.audit("stop.extend", format!("stop:{code}"), json!({ "to": stop.ends.iso() }));
    Ok(stop)
}

/// Calendars learn that something about the stop has changed.
async fn bump(ctx: &mut Ctx, mut stop: Stop) -> Answer<()> {
    stop.sequence += 1;
    stop.changed = ctx.now;
    Ok(store::save_stop(&mut ctx.tx, &stop).await?)
}
