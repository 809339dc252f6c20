//! What a browser can do about letters: choose how they come, end a sort, set reminders, try a kind.

use leptos::prelude::*;

use crate::base::problem::Answer;
#[cfg(feature = "ssr")]
use {
    super::acts,
    crate::base::{ctx::Ctx, outbox::Topic},
};

/// How letters that ask for work, that remind, and news come.
#[server(prefix = "/api/letters", endpoint = "choose")]
pub async fn choose(work: String, reminder: String, news: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::choose(&mut ctx, &[(Topic::Work, work.as_str()), (Topic::Reminder, reminder.as_str()), (Topic::News, news.as_str())]).await?;
    ctx.done("/account/letters?done=saved", ()).await
}

#[server(prefix = "/api/letters", endpoint = "try-again")]
pub async fn try_again() -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::try_again(&mut ctx).await?;
    ctx.done("/account/letters?done=saved", ()).await
}

/// Ends letters of the sort that this one is of, or wants them again.
#[server(prefix = "/api/letters", endpoint = "stop")]
pub async fn stop(token: String, #[server(default)] again: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::stop(&mut ctx, &token, !again.is_empty()).await?;
    ctx.done(format!("/letters/{token}?done=saved"), ()).await
}

#[server(prefix = "/api/letters", endpoint = "put-rule")]
pub async fn put_rule(anchor: String, days: String, hour: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::put_rule(&mut ctx, &anchor, &days, &hour).await?;
    ctx.done("/letters/reminders?done=saved", ()).await
}

#[server(prefix = "/api/letters", endpoint = "drop-rule")]
pub async fn drop_rule(anchor: String, days: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::drop_rule(&mut ctx, &anchor, &days).await?;
    ctx.done("/letters/reminders?done=saved", ()).await
}

/// Sends an example to whoever asks.
#[server(prefix = "/api/letters", endpoint = "test")]
pub async fn test(kind: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::test(&mut ctx, &kind).await?;
    ctx.done(format!("/letters/kinds/{kind}?done=test"), ()).await
}
