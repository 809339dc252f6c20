//! What happens to polls by itself: batches are sealed, records opened at their hour, keys erased ninety days after certification.

use serde_json::json;

use crate::base::{ctx::Ctx, problem::Answer};

use super::{
    super::{
        rules::PollState,
        store::{log, officers},
    },
    seal,
};

/// Days between certification and the end of every code.
const KEPT_DAYS: i64 = 90;

/// The schemes for whose polls something is due.
pub async fn due(ctx: &mut Ctx) -> Answer<Vec<String>> {
    let mut due = Vec::new();
    for scheme in log::urns(&mut ctx.tx).await? {
        if seal::is_due(ctx, &scheme).await? {
            due.push(scheme);
        }
    }
    due.extend(officers::to_publish(&mut ctx.tx, ctx.now).await?);
    due.extend(officers::to_purge(&mut ctx.tx, ctx.now.plus_days(-KEPT_DAYS)).await?);
    due.sort();
    due.dedup();
    Ok(due)
}

/// Does what is due for one of them.
pub async fn tick(ctx: &mut Ctx, scheme: &str) -> Answer<()> {
    ctx.only_the_house()?;
    if seal::is_due(ctx, scheme).await? {
        seal::seal(ctx, scheme).await?;
    }
    if officers::to_publish(&mut ctx.tx, ctx.now).await?.iter().any(|it| it == scheme) {
        officers::set_state(&mut ctx.tx, scheme, PollState::Published).await?;
        ctx.audit("poll.publish", format!("poll:{scheme}"), json!({}));
    }
    if officers::to_purge(&mut ctx.tx, ctx.now.plus_days(-KEPT_DAYS)).await?.iter().any(|it| it == scheme) {
        officers::purge(&mut ctx.tx, scheme).await?;
        ctx.audit("poll.purge", format!("poll:{scheme}"), json!({ "after_days": KEPT_DAYS }));
    }
    Ok(())
}
