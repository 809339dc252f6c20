//! What a browser can do about award schemes and entries. Each is three lines: open, act, commit.

use leptos::prelude::*;

pub mod judging;

use super::rules::{EntryForm, SchemeForm};
use crate::{base::problem::Answer, ui::Saved};
#[cfg(feature = "ssr")]
use {
    super::acts::{self, material, officers, presentation, setup},
    super::rules::eligibility::CHECKLIST,
    super::rules::texts::Texts,
    crate::base::{
        ctx::Ctx,
        files,
        ids::AttachmentId,
        problem::Problem,
        roles::{Action, Reach},
        text::Bi,
        time::Day,
        words::Words,
    },
};

#[server(prefix = "/api/awards", endpoint = "begin")]
pub async fn begin(scheme: String) -> Answer<String> {
    let mut ctx = Ctx::open().await?;
    let entry = acts::begin(&mut ctx, &scheme).await?;
    ctx.done(format!("/entries/{}/edit", entry.code), entry.code).await
}

#[server(prefix = "/api/awards", endpoint = "save")]
pub async fn save(entry: EntryForm) -> Answer<Saved> {
    let mut ctx = Ctx::open().await?;
    let saved = acts::save(&mut ctx, &entry).await?;
    let answer = acts::saved(&saved, &entry, ctx.now, Words::of(ctx.lang()));
    ctx.done(format!("/entries/{}?done=saved", saved.code), answer).await
}

#[server(prefix = "/api/awards", endpoint = "agree")]
pub async fn agree(code: String, #[server(default)] yes: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::agree(&mut ctx, &code, !yes.is_empty()).await?;
    ctx.done("/entries?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "ask-endorsement")]
pub async fn ask_endorsement(code: String, #[server(default)] email: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::ask_endorsement(&mut ctx, &code, &email).await?;
    ctx.done("?done=endorsement-asked", ()).await
}

#[server(prefix = "/api/awards", endpoint = "endorse")]
pub async fn endorse(code: String, version: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::endorse(&mut ctx, &code, version).await?;
    ctx.done("?done=endorsed", ()).await
}

#[server(prefix = "/api/awards", endpoint = "submit")]
pub async fn submit(code: String, #[server(default)] confirmed: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::submit(&mut ctx, &code, !confirmed.is_empty()).await?;
    ctx.done("?done=submitted", ()).await
}

#[server(prefix = "/api/awards", endpoint = "confirm")]
pub async fn confirm(code: String, #[server(default)] confirmed: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::confirm(&mut ctx, &code, !confirmed.is_empty()).await?;
    ctx.done("?done=confirmed-entry", ()).await
}

#[server(prefix = "/api/awards", endpoint = "withdraw")]
pub async fn withdraw(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::withdraw(&mut ctx, &code).await?;
    ctx.done("?done=withdrawn", ()).await
}

#[server(prefix = "/api/awards", endpoint = "appeal")]
pub async fn appeal(code: String, #[server(default)] words: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::appeal(&mut ctx, &code, &words).await?;
    ctx.done("?done=appealed", ()).await
}

#[server(prefix = "/api/awards", endpoint = "link")]
pub async fn link(
    code: String,
    #[server(default)] name: String,
    #[server(default)] title_en: String,
    #[server(default)] title_zh: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    material::link(&mut ctx, &code, &name, &Bi::new(title_en.trim(), title_zh.trim())).await?;
    ctx.done("?done=saved", ()).await
}

/// The file is looked into and kept before anything else happens.
#[server(prefix = "/api/awards", endpoint = "attach")]
pub async fn attach(
    code: String,
    #[server(default)] kind: String,
    #[server(default)] title_en: String,
    #[server(default)] title_zh: String,
) -> Answer<()> {
    let file = files::receive("file", Action::EnterAwards, Reach::Own).await?;
    let mut ctx = Ctx::open().await?;
    material::attach(&mut ctx, &code, &kind, file, &Bi::new(title_en.trim(), title_zh.trim())).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "describe")]
pub async fn describe(code: String, id: i64, #[server(default)] title_en: String, #[server(default)] title_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    material::describe(&mut ctx, &code, AttachmentId(id), &Bi::new(title_en.trim(), title_zh.trim())).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "detach")]
pub async fn detach(code: String, id: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    material::detach(&mut ctx, &code, AttachmentId(id)).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "set-up")]
pub async fn set_up(draft: SchemeForm) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let saved = setup::save(&mut ctx, &draft).await?;
    ctx.done(format!("/awards/{}?done=saved", saved.code), ()).await
}

#[server(prefix = "/api/awards", endpoint = "publish")]
pub async fn publish(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    setup::publish(&mut ctx, &code).await?;
    ctx.done("?done=published", ()).await
}

/// Fixes when and where the prizes are presented, or moves it.
#[server(prefix = "/api/awards", endpoint = "present")]
pub async fn present(code: String, starts: String, ends: String, venue: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    presentation::fix(&mut ctx, &code, &starts, &ends, &venue).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "call-off-presentation")]
pub async fn call_off_presentation(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    presentation::call_off(&mut ctx, &code).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "copy")]
pub async fn copy(code: String, #[server(default)] to: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let next = setup::copy(&mut ctx, &code, &to).await?;
    ctx.done(format!("/awards/{}/setup?done=copied", next.code), ()).await
}

#[server(prefix = "/api/awards", endpoint = "register-pledge")]
pub async fn register_pledge(
    organisation: String,
    #[server(default)] published: String,
    #[server(default)] title_en: String,
    #[server(default)] title_zh: String,
    #[server(default)] summary_en: String,
    #[server(default)] summary_zh: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let day = Day::parse(&published).ok_or_else(|| Problem::rule("problem-moment").on("published"))?;
    let texts = Texts { title: Bi::new(title_en.trim(), title_zh.trim()), summary: Bi::new(summary_en.trim(), summary_zh.trim()) };
    officers::register_pledge(&mut ctx, &organisation, day, &texts).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "enrol")]
pub async fn enrol(scheme: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let enrolled = officers::enrol(&mut ctx, &scheme).await?;
    ctx.done("?done=enrolled-departments", enrolled).await
}

#[server(prefix = "/api/awards", endpoint = "remind")]
pub async fn remind(scheme: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let reminded = officers::remind(&mut ctx, &scheme).await?;
    ctx.done("?done=reminded", reminded).await
}

#[server(prefix = "/api/awards", endpoint = "give-back")]
pub async fn give_back(code: String, #[server(default)] comment: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::give_back(&mut ctx, &code, &comment).await?;
    ctx.done("?done=given-back", ()).await
}

#[server(prefix = "/api/awards", endpoint = "reopen")]
pub async fn reopen(code: String, #[server(default)] until: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::reopen(&mut ctx, &code, &until, &reason).await?;
    ctx.done("?done=reopened", ()).await
}

#[server(prefix = "/api/awards", endpoint = "note-visit")]
pub async fn note_visit(code: String, #[server(default)] note: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::note_visit(&mut ctx, &code, &note).await?;
    ctx.done("?done=saved", ()).await
}

/// The answers come as the names of the questions that are answered with yes.
#[server(prefix = "/api/awards", endpoint = "check")]
pub async fn check(code: String, #[server(default)] yes: Vec<String>, #[server(default)] mark: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::check(&mut ctx, &code, CHECKLIST.map(|question| yes.iter().any(|it| it == question)), &mark).await?;
    ctx.done("?done=checked", ()).await
}

#[server(prefix = "/api/awards", endpoint = "rule")]
pub async fn rule(code: String, #[server(default)] eligible: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::rule(&mut ctx, &code, eligible == "yes").await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "refuse")]
pub async fn refuse(code: String, #[server(default)] reason_en: String, #[server(default)] reason_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::refuse(&mut ctx, &code, &Bi::new(reason_en.trim(), reason_zh.trim())).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "answer-appeal")]
pub async fn answer_appeal(code: String, #[server(default)] allow: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::answer_appeal(&mut ctx, &code, allow == "yes", &reason).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/awards", endpoint = "shortlist")]
pub async fn shortlist(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::shortlist(&mut ctx, &scheme).await?;
    ctx.done("?done=shortlisted", ()).await
}

#[server(prefix = "/api/awards", endpoint = "seal")]
pub async fn seal(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::seal(&mut ctx, &scheme).await?;
    ctx.done("?done=sealed", ()).await
}

#[server(prefix = "/api/awards", endpoint = "disqualify")]
pub async fn disqualify(code: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    officers::disqualify(&mut ctx, &code, &reason).await?;
    ctx.done("?done=saved", ()).await
}
