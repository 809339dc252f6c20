//! What the public reads: the programme as it was published, now or before, and what has changed.

use std::sync::{Arc, Mutex, PoisonError, atomic::Ordering};

use crate::{
    base::{
        ctx::Ctx,
        han::simplified,
        problem::{Answer, OrUnknown},
        text::Bi,
    },
    people, venues,
};

use super::{
    super::{
        rules::{publication::turns, *},
        store,
    },
    find, moving,
};

/// The last programme that was asked for in this process, with the version of the data it was made from.
#[derive(Default)]
struct Kept(Mutex<Option<(u64, i64, Arc<Programme>)>>);

/// The programme of a version, or the latest; none before anything was published. For readers: it is made once for whatever is the same
/// to all of them. Whoever changes something asks for [`fresh`].
pub async fn programme(ctx: &mut Ctx, version: Option<i64>) -> Answer<Option<(Arc<Programme>, Vec<Version>)>> {
    // Read before the data: what changes meanwhile makes it stale, never wrong.
    let seen = ctx.site.version.load(Ordering::Acquire);
    let kept = ctx.site.own.get::<Kept>();
    let Some((event, versions, number)) = asked(ctx, version).await? else { return Ok(None) };
    let found = kept.0.lock().unwrap_or_else(PoisonError::into_inner).clone().filter(|it| (it.0, it.1) == (seen, number));
    if let Some((.., programme)) = found {
        return Ok(Some((programme, versions)));
    }
    let programme = Arc::new(made(ctx, event, number).await?);
    *kept.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((seen, number, programme.clone()));
    Ok(Some((programme, versions)))
}

/// The latest programme as this transaction sees it.
pub async fn fresh(ctx: &mut Ctx) -> Answer<Option<Programme>> {
    match asked(ctx, None).await? {
        Some((event, _, number)) => Ok(Some(made(ctx, event, number).await?)),
        None => Ok(None),
    }
}

/// The event, its versions, and the number of the one that is asked for.
async fn asked(ctx: &mut Ctx, version: Option<i64>) -> Answer<Option<(Event, Vec<Version>, i64)>> {
    let Some(event) = find::event_if_any(ctx).await? else { return Ok(None) };
    let versions = store::publication::versions(&mut ctx.tx, &event.code).await?;
    let Some(last) = versions.first() else { return Ok(None) };
    let number = version.unwrap_or(last.number);
    versions.iter().find(|it| it.number == number).or_unknown()?;
    Ok(Some((event, versions, number)))
}

async fn made(ctx: &mut Ctx, event: Event, number: i64) -> Answer<Programme> {
    let told = store::publication::standing(&mut ctx.tx, &event.code, number).await?;
    let activities = store::activities(&mut ctx.tx, &event.code).await?;
    let venues = venues::acts::venues(ctx).await?;
    let organisations: Vec<(String, Bi)> = people::acts::organisations(ctx).await?.into_iter().map(|it| (it.code, it.name)).collect();
    let former = moving::former_names(ctx, &event).await?;
    Ok(Programme::of((event, number), &told, activities, (&venues, &organisations, &former), simplified))
}

/// Whether the public can read a programme.
pub async fn is_published(ctx: &mut Ctx, event: &str) -> Answer<bool> {
    Ok(!store::publication::versions(&mut ctx.tx, event).await?.is_empty())
}

/// Every version with what changed in it, the latest first; of the first only that it was published.
pub async fn changes(ctx: &mut Ctx) -> Answer<(Event, Vec<(Version, Vec<Turn>)>)> {
    let event = find::event(ctx).await?;
    let versions = store::publication::versions(&mut ctx.tx, &event.code).await?;
    let all = store::publication::everything(&mut ctx.tx, &event.code).await?;
    let with = |it: Version| {
        let turns = if it.number == 1 { Vec::new() } else { turns(&all, it.number - 1, it.number) };
        (it, turns)
    };
    Ok((event, versions.into_iter().map(with).collect()))
}

/// Everything that stands at a version, what was cancelled too.
pub async fn standing(ctx: &mut Ctx, event: &str, version: i64) -> Answer<Vec<Published>> {
    Ok(store::publication::standing(&mut ctx.tx, event, version).await?)
}

/// What became of one activity's sessions that were published and are no more.
pub async fn cancelled(ctx: &mut Ctx, event: &str, version: i64, activity: &str) -> Answer<Vec<Published>> {
    Ok(standing(ctx, event, version).await?.into_iter().filter(|it| it.activity == activity && it.cancelled).collect())
}

/// What every activity is called, those that do not take place too.
pub async fn titles(ctx: &mut Ctx, event: &str) -> Answer<Vec<(String, Bi)>> {
    Ok(store::activities(&mut ctx.tx, event).await?.into_iter().map(|it| (it.code, it.title)).collect())
}
