//! What a browser can do about judging. Each is three lines: open, act, commit.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::rules::{DecisionForm, DeclarationForm, SheetSaved};
use crate::{base::problem::Answer, ui::Saved};
#[cfg(feature = "ssr")]
use {
    super::super::acts::{assign, decide, declare, panel, score},
    crate::base::{ctx::Ctx, ids::SeatId, words::Words},
};

#[server(prefix = "/api/awards", endpoint = "round")]
pub async fn round(scheme: String, #[server(default)] opens: String, #[server(default)] closes: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    panel::round(&mut ctx, &scheme, &opens, &closes).await?;
    ctx.done(format!("/judging/{scheme}/panel?done=saved"), ()).await
}

#[server(prefix = "/api/awards", endpoint = "seat")]
pub async fn seat(
    scheme: String,
    #[server(default)] email: String,
    #[server(default)] organisations: String,
    #[server(default)] most: String,
    #[server(default)] chair: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    panel::seat(&mut ctx, &scheme, &email, &organisations, &most, !chair.is_empty()).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "unseat")]
pub async fn unseat(scheme: String, seat: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    panel::unseat(&mut ctx, &scheme, SeatId(seat)).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "invite-judge")]
pub async fn invite_judge(scheme: String, seat: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    panel::invite(&mut ctx, &scheme, SeatId(seat)).await?;
    ctx.done("?done=judge-invited", ()).await
}

/// Needs no sign-in: whoever has the link is whom it was sent to.
#[server(prefix = "/api/awards", endpoint = "answer-invitation")]
pub async fn answer_invitation(token: String, #[server(default)] accept: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    panel::answer(&mut ctx, &token, accept == "yes").await?;
    ctx.done("?", ()).await
}

#[server(prefix = "/api/awards", endpoint = "open-round")]
pub async fn open_round(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    panel::open(&mut ctx, &scheme).await?;
    ctx.done("?done=round-open", ()).await
}

/// By entry, as many as were answered: `declarations[BPP2-E01][stance]`.
#[server(prefix = "/api/awards", endpoint = "declare")]
pub async fn declare(scheme: String, #[server(default)] declarations: BTreeMap<String, DeclarationForm>) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    declare::declare(&mut ctx, &scheme, &declarations).await?;
    ctx.done(format!("/judging/{scheme}?done=declared"), ()).await
}

#[server(prefix = "/api/awards", endpoint = "serve-in")]
pub async fn serve_in(scheme: String, #[server(default)] organisations: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    declare::serve_in(&mut ctx, &scheme, &organisations).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "rule-interest")]
pub async fn rule_interest(scheme: String, seat: i64, entry: String, #[server(default)] ruling: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    declare::rule(&mut ctx, &scheme, SeatId(seat), &entry, &ruling).await?;
    ctx.done("?done=saved", ()).await
}

/// `each` judges to an entry, chance by `seed`; 0 or nothing: all judge all.
#[server(prefix = "/api/awards", endpoint = "assign")]
pub async fn assign(scheme: String, #[server(default)] each: String, #[server(default)] seed: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    assign::assign(&mut ctx, &scheme, &each, &seed).await?;
    ctx.done("?done=assigned", ()).await
}

#[server(prefix = "/api/awards", endpoint = "assign-one")]
pub async fn assign_one(scheme: String, seat: i64, #[server(default)] entry: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    assign::assign_one(&mut ctx, &scheme, SeatId(seat), &entry).await?;
    ctx.done("?done=assigned", ()).await
}

#[server(prefix = "/api/awards", endpoint = "begin-scoring")]
pub async fn begin_scoring(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    assign::begin(&mut ctx, &scheme).await?;
    ctx.done("?done=scoring", ()).await
}

#[server(prefix = "/api/awards", endpoint = "chase")]
pub async fn chase(scheme: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let chased = assign::chase(&mut ctx, &scheme).await?;
    ctx.done("?done=chased", chased).await
}

/// Some scores or all, by criterion: `scores[legibility]`; what is not named stays. The answer says which version is kept now.
#[server(prefix = "/api/awards", endpoint = "score")]
pub async fn score(
    entry: String,
    award: String,
    #[server(default)] version: String,
    #[server(default)] scores: BTreeMap<String, String>,
    #[server(default)] comment: Option<String>,
) -> Answer<Saved> {
    let mut ctx = Ctx::open().await?;
    let saved = score::score(&mut ctx, &score::Written { entry, award, version, scores, comment }).await?;
    let answer = score::told(&saved, ctx.now, Words::of(ctx.lang()));
    ctx.done("?done=sheet-saved", answer).await
}

/// The same fields, saved and handed in at once.
#[server(prefix = "/api/awards", endpoint = "submit-sheet")]
pub async fn submit_sheet(
    entry: String,
    award: String,
    #[server(default)] version: String,
    #[server(default)] scores: BTreeMap<String, String>,
    #[server(default)] comment: Option<String>,
) -> Answer<SheetSaved> {
    let mut ctx = Ctx::open().await?;
    let saved = score::submit(&mut ctx, &score::Written { entry, award, version, scores, comment }).await?;
    ctx.done("?done=sheet-submitted", saved).await
}

#[server(prefix = "/api/awards", endpoint = "return-sheet")]
pub async fn return_sheet(scheme: String, seat: i64, entry: String, award: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    score::give_back(&mut ctx, &scheme, SeatId(seat), &entry, &award, &reason).await?;
    ctx.done("?done=sheet-returned", ()).await
}

#[server(prefix = "/api/awards", endpoint = "lock-scores")]
pub async fn lock_scores(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::lock(&mut ctx, &scheme).await?;
    ctx.done(format!("/judging/{scheme}/table?done=locked"), ()).await
}

#[server(prefix = "/api/awards", endpoint = "reopen-scores")]
pub async fn reopen_scores(scheme: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::reopen(&mut ctx, &scheme, &reason).await?;
    ctx.done(format!("/judging/{scheme}/panel?done=saved"), ()).await
}

#[server(prefix = "/api/awards", endpoint = "deliberate")]
pub async fn deliberate(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::deliberate(&mut ctx, &scheme).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "note")]
pub async fn note(scheme: String, #[server(default)] notes: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::note(&mut ctx, &scheme, &notes).await?;
    ctx.done("?done=saved", ()).await
}

/// Totals by award and entry: `votes[BPP2-DES][BPP2-E01]`.
#[server(prefix = "/api/awards", endpoint = "enter-votes")]
pub async fn enter_votes(scheme: String, #[server(default)] votes: BTreeMap<String, BTreeMap<String, String>>) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::enter_votes(&mut ctx, &scheme, &votes).await?;
    ctx.done("?done=votes-entered", ()).await
}

#[server(prefix = "/api/awards", endpoint = "confirm-votes")]
pub async fn confirm_votes(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::confirm_votes(&mut ctx, &scheme).await?;
    ctx.done("?done=votes-certified", ()).await
}

/// By award and entry: `decisions[BPP2-DES][BPP2-E01][placing]`, and `[reason]` where it departs from the ranking.
#[server(prefix = "/api/awards", endpoint = "decide")]
pub async fn decide(
    scheme: String,
    #[server(default)] decisions: BTreeMap<String, BTreeMap<String, DecisionForm>>,
    #[server(default)] notes: Option<String>,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::decide(&mut ctx, &scheme, &decisions, notes.as_deref()).await?;
    ctx.done("?done=decided", ()).await
}

#[server(prefix = "/api/awards", endpoint = "approve")]
pub async fn approve(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::approve(&mut ctx, &scheme).await?;
    ctx.done("?done=approved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "announce")]
pub async fn announce(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    decide::announce(&mut ctx, &scheme).await?;
    ctx.done(format!("/awards/{scheme}/results"), ()).await
}
