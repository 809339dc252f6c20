//! What a browser can do about the Showcase. Each is three lines: open, act, commit.
//!
//! No island calls these: they are forms, and the line that says where a half-filled form fits (pages/fit.js).

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    acts::{self, accept, file, find},
    pages,
    rules::{EventForm, ProposalForm},
};
use crate::base::{ctx::Ctx, problem::Answer, text::Bi, words::Words};

#[server(prefix = "/api/showcase", endpoint = "event")]
pub async fn event(event: EventForm) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::set_up(&mut ctx, &event).await?;
    ctx.done("/showcase?done=saved", ()).await
}

/// Saves an activity, or files it when `send` says so.
#[server(prefix = "/api/showcase", endpoint = "save")]
pub async fn save(activity: ProposalForm, #[server(default)] send: String) -> Answer<String> {
    let mut ctx = Ctx::open().await?;
    let filed = file::save(&mut ctx, &activity, !send.is_empty()).await?;
    let done = match (send.is_empty(), filed.hopeless) {
        (true, _) => "saved",
        (false, true) => "activity-hopeless",
        (false, false) => "activity-filed",
    };
    ctx.done(format!("/showcase/activities/{}?done={done}", filed.code), filed.code).await
}

/// Files many at once; the table comes as text.
#[server(prefix = "/api/showcase", endpoint = "import")]
pub async fn import(file: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let filed = file::import(&mut ctx, file.as_bytes()).await?;
    let done = if filed.iter().any(|it| it.hopeless) { "activities-some-hopeless" } else { "activities-filed" };
    ctx.done(format!("/showcase/activities?done={done}"), filed.len()).await
}

#[server(prefix = "/api/showcase", endpoint = "cancel")]
pub async fn cancel(code: String, #[server(default)] reason_en: String, #[server(default)] reason_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    file::cancel(&mut ctx, &code, &Bi::new(reason_en, reason_zh)).await?;
    ctx.done("?done=activity-cancelled", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "return")]
pub async fn give_back(code: String, #[server(default)] comment_en: String, #[server(default)] comment_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    accept::give_back(&mut ctx, &code, &Bi::new(comment_en, comment_zh)).await?;
    ctx.done("?done=activity-returned", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "accept")]
pub async fn accept(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    accept::accept(&mut ctx, &code).await?;
    ctx.done("?done=activity-accepted", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "accept-fitting")]
pub async fn accept_fitting() -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = accept::accept_fitting(&mut ctx).await?;
    ctx.done("?done=activities-accepted", n).await
}

/// Where a form fits so far, said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitSaid {
    /// `status` or `warning`.
    pub kind: String,
    pub words: String,
}

#[server(prefix = "/api/showcase", endpoint = "fit")]
pub async fn fit(activity: ProposalForm) -> Answer<FitSaid> {
    let mut ctx = Ctx::look().await?;
    let (ground, fit) = find::fit_so_far(&mut ctx, &activity).await?;
    let (kind, words) = pages::say_fit(Words::of(ctx.lang()), &ground, &fit, &activity.needs(), &activity.wished_districts());
    Ok(FitSaid { kind: kind.into(), words })
}
