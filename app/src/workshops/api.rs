//! What a browser can do about workshops. Each is three lines: open, act, commit.

use leptos::prelude::*;

use super::rules::{Attendance, Draft, MarkAnswer, Member};
use crate::base::problem::Answer;
#[cfg(feature = "ssr")]
use {
    super::acts::{self, door, endorse, organise},
    crate::base::{ctx::Ctx, ids::ParticipantId},
};

#[server(prefix = "/api/workshops", endpoint = "register")]
pub async fn register(
    workshop: String,
    #[server(default)] members: Vec<Member>,
    #[server(default)] consent: String,
    #[server(default)] key: String,
) -> Answer<String> {
    let mut ctx = Ctx::open().await?;
    let key = if key.is_empty() { ctx.site.fresh_token(16) } else { key };
    let made = acts::register(&mut ctx, &workshop, &members, !consent.is_empty(), &key).await?;
    ctx.done(format!("/registrations/{}?done=registered", made.reference), made.reference).await
}

#[server(prefix = "/api/workshops", endpoint = "accept")]
pub async fn accept(reference: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let taken = acts::accept(&mut ctx, &reference).await?;
    ctx.done("?done=accepted", ()).await?;
    Ok(taken.map(|_| ())?)
}

#[server(prefix = "/api/workshops", endpoint = "give-up")]
pub async fn give_up(reference: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::give_up(&mut ctx, &reference, &reason).await?;
    ctx.done("?done=given-up", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "substitute")]
pub async fn substitute(reference: String, participant: i64, members: Vec<Member>) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::substitute(&mut ctx, &reference, ParticipantId(participant), members.first().unwrap_or(&Member::default())).await?;
    ctx.done("?done=substituted", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "endorse")]
pub async fn endorse(reference: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    endorse::endorse(&mut ctx, &reference).await?;
    ctx.done("?done=endorsed", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "decline")]
pub async fn decline(reference: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    endorse::decline(&mut ctx, &reference, &reason).await?;
    ctx.done("?done=declined", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "rank")]
pub async fn rank(reference: String, rank: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    endorse::rank(&mut ctx, &reference, rank).await?;
    ctx.done("?done=saved", ()).await
}

/// The file comes as text: pasted, or read by the browser into the field.
#[server(prefix = "/api/workshops", endpoint = "enrol")]
pub async fn enrol(file: String, #[server(default)] key: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let key = if key.is_empty() { ctx.site.fresh_token(16) } else { key };
    let enrolled = endorse::enrol(&mut ctx, file.as_bytes(), &key).await?;
    ctx.done("/department?done=enrolled", enrolled).await
}

/// Saves a draft, or changes a published workshop.
#[server(prefix = "/api/workshops", endpoint = "save")]
pub async fn save(draft: Draft) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let saved = organise::save(&mut ctx, &draft).await?;
    ctx.done(format!("/organise/{}?done=saved", saved.code), ()).await
}

#[server(prefix = "/api/workshops", endpoint = "publish")]
pub async fn publish(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    organise::publish(&mut ctx, &code).await?;
    ctx.done("?done=published", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "extend")]
pub async fn extend(code: String, closes: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    organise::extend(&mut ctx, &code, &closes).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "confirm")]
pub async fn confirm(code: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    organise::confirm(&mut ctx, &code, &reason).await?;
    ctx.done("?done=confirmed", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "cancel")]
pub async fn cancel(
    code: String,
    #[server(default)] reason: String,
    #[server(default)] words: String,
    #[server(default)] carried_to: String,
    #[server(default)] replacement: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    organise::cancel(&mut ctx, &code, &reason, &words, &carried_to, &replacement).await?;
    ctx.done("?done=cancelled", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "jump")]
pub async fn jump(reference: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    organise::jump(&mut ctx, &reference, &reason).await?;
    ctx.done("?done=jumped", ()).await
}

/// One mark at the door, by door code or participant number; `key` makes a repeated mark count once.
#[server(prefix = "/api/workshops", endpoint = "mark")]
pub async fn mark(code: String, who: String, mark: Attendance, #[server(default)] key: String) -> Answer<MarkAnswer> {
    let mut ctx = Ctx::open().await?;
    let key = if key.is_empty() { ctx.site.fresh_token(16) } else { key };
    let marked = door::mark(&mut ctx, &code, &who, mark, &key).await?;
    let answer = door::say(&marked, mark, ctx.lang());
    ctx.done("?", answer).await
}

#[server(prefix = "/api/workshops", endpoint = "arrive")]
pub async fn arrive(code: String, token: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    door::arrive(&mut ctx, &code, &token).await?;
    ctx.done("?done=here", ()).await
}

#[server(prefix = "/api/workshops", endpoint = "close-attendance")]
pub async fn close_attendance(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let workshop = door::close_attendance(&mut ctx, &code).await?;
    door::thank(&mut ctx, &workshop).await?;
    ctx.done(format!("/organise/{code}?done=closed"), ()).await
}

#[server(prefix = "/api/workshops", endpoint = "evaluate")]
pub async fn evaluate(
    code: String,
    #[server(default)] useful: String,
    #[server(default)] level: String,
    #[server(default)] speaker: String,
    #[server(default)] materials: String,
    #[server(default)] venue: String,
    #[server(default)] best: String,
    #[server(default)] better: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let fields = [
        ("useful", useful),
        ("level", level),
        ("speaker", speaker),
        ("materials", materials),
        ("venue", venue),
        ("best", best),
        ("better", better),
    ];
    door::evaluate_form(&mut ctx, &code, &fields).await?;
    ctx.done("?", ()).await
}
