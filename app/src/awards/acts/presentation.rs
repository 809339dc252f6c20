//! Fixing, moving and calling off the prize presentation of a scheme. Its venue is kept for it.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::Bi,
    },
    venues,
};

use super::super::{
    rules::{
        Scheme, SchemeState,
        presentation::{Presentation, read},
    },
    store,
};

fn purpose(scheme: &str) -> String {
    format!("presentation:{scheme}")
}

/// The presentation of a scheme, if one was ever fixed.
pub async fn of(ctx: &mut Ctx, scheme: &str) -> Answer<Option<Presentation>> {
    Ok(store::presentation::all(&mut ctx.tx).await?.into_iter().find(|it| it.scheme == scheme))
}

async fn scheme(ctx: &mut Ctx, code: &str) -> Answer<Scheme> {
    ctx.may(Action::SetUpSchemes, Reach::All)?;
    let scheme = store::lock(&mut ctx.tx, code).await?.or_unknown()?;
    if scheme.state == SchemeState::Draft {
        return Err(Problem::clash("presentation-draft"));
    }
    Ok(scheme)
}

/// Fixes when and where the prizes are presented, or moves it there.
pub async fn fix(ctx: &mut Ctx, code: &str, starts: &str, ends: &str, venue: &str) -> Answer<()> {
    let scheme = scheme(ctx, code).await?;
    let (starts, ends) = read(&scheme, starts, ends, ctx.now)?;
    let venue = venues::acts::venue(ctx, venue.trim()).await.map_err(|_| Problem::rule("presentation-venue").on("venue"))?;
    if !venue.is_open(starts, ends, &venues::acts::holidays(ctx).await?) {
        return Err(Problem::rule("presentation-shut").with("venue", venue.name.clone()).on("venue"));
    }
    let before = of(ctx, code).await?;
    let after = Presentation {
        scheme: code.into(),
        starts,
        ends,
        venue: venue.code.clone(),
        is_off: false,
        sequence: before.as_ref().map_or(0, |it| it.sequence + 1),
        created: before.as_ref().map_or(ctx.now, |it| it.created),
        changed: ctx.now,
    };
    store::presentation::put(&mut ctx.tx, &after);
    let label = Bi::new(format!("Prize presentation: {}", scheme.name.en), format!("頒獎典禮：{}", scheme.name.zh));
    venues::acts::hold(ctx, &venue, (starts, ends), "confirmed", &purpose(code), &label).await?;
    let detail = json!({ "starts": starts.to_rfc3339(), "venue": venue.code });
    ctx.audit("scheme.presentation", format!("scheme:{code}"), detail);
    Ok(())
}

/// Calls it off: calendars show it cancelled, and its venue is free.
pub async fn call_off(ctx: &mut Ctx, code: &str) -> Answer<()> {
    scheme(ctx, code).await?;
    let it = of(ctx, code).await?.filter(|it| !it.is_off).or_unknown()?;
    let after = Presentation { is_off: true, sequence: it.sequence + 1, changed: ctx.now, ..it };
    store::presentation::put(&mut ctx.tx, &after);
    venues::acts::release(ctx, &purpose(code)).await?;
    ctx.audit("scheme.presentation", format!("scheme:{code}"), json!({ "called_off": true }));
    Ok(())
}
