//! What a Showcase has to be reminded of, and the letters that do it. When is said by the rules of the slice `letters`.

use std::collections::BTreeMap;

use crate::{
    base::{
        ctx::Ctx,
        outbox::Letter,
        problem::{Answer, OrUnknown, Problem},
        text::Bi,
        time::Moment,
    },
    venues,
};

use super::{
    super::{
        rules::{booking::BookingState, *},
        store,
    },
    booking, find, programme, tell,
};

/// The event, and when filing closes.
pub async fn closing(ctx: &mut Ctx) -> Answer<Option<(String, Moment)>> {
    Ok(find::event_if_any(ctx).await?.map(|it| (it.code, it.closes)))
}

/// The published sessions that visitors can have places in and that begin until a moment: `SC-WSD-01.2`, and when.
pub async fn sessions(ctx: &mut Ctx, until: Moment) -> Answer<Vec<(String, Moment)>> {
    let Some(event) = find::event_if_any(ctx).await? else { return Ok(Vec::new()) };
    let Some(last) = store::publication::versions(&mut ctx.tx, &event.code).await?.first().map(|it| it.number) else {
        return Ok(Vec::new());
    };
    let now = ctx.now;
    let told = programme::standing(ctx, &event.code, last).await?;
    Ok(told.iter().filter(|it| !it.cancelled && it.at.starts > now && it.at.starts <= until).map(|it| (it.code(), it.at.starts)).collect())
}

/// Writes to the departments that have begun proposals and not sent them. Gives how many departments.
pub async fn of_closing(ctx: &mut Ctx, event: &str) -> Answer<usize> {
    ctx.only_the_house()?;
    let event = store::event(&mut ctx.tx, event).await?.or_unknown()?;
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    for it in store::activities(&mut ctx.tx, &event.code).await? {
        if matches!(it.state, ActivityState::Draft | ActivityState::Returned) {
            *open.entry(it.organisation).or_default() += 1;
        }
    }
    for (organisation, n) in &open {
        tell(ctx, organisation, |person| {
            Letter::new(person, "reminder-activities-close", "/showcase/activities")
                .with("event", event.name.clone())
                .with("closes", event.closes)
                .with("n", *n)
        })
        .await?;
    }
    Ok(open.len())
}

/// Writes to the visitors who have places in a session. Gives how many bookings.
pub async fn of_session(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    ctx.only_the_house()?;
    let (activity, number) = code.rsplit_once('.').or_unknown()?;
    let number: i64 = number.parse().map_err(|_| Problem::unknown())?;
    let activity = store::activity(&mut ctx.tx, activity).await?.or_unknown()?;
    let last = store::publication::versions(&mut ctx.tx, &activity.event).await?.first().map_or(0, |it| it.number);
    let told = programme::standing(ctx, &activity.event, last).await?.into_iter().find(|it| it.code() == code && !it.cancelled);
    let told = told.or_unknown()?;
    let venue = venues::acts::venue(ctx, &told.at.venue).await?;
    let held: Vec<_> = store::booking::of_session(&mut ctx.tx, &activity.code, number)
        .await?
        .into_iter()
        .filter(|it| it.state == BookingState::Held)
        .collect();
    for it in &held {
        let Some(letter) = booking::letter(ctx, it, "reminder-activity-starts", &activity, &Bi::default())? else { continue };
        ctx.tell(letter.with("starts", told.at.starts).with("venue", venue.name.clone()));
    }
    Ok(held.len())
}
