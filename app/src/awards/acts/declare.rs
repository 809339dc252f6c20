//! What judges declare before they open anything, and what is ruled where they are unsure.

use std::collections::BTreeMap;

use serde_json::json;

use crate::base::{
    ctx::Ctx,
    ids::SeatId,
    outbox::Letter,
    problem::{Answer, Complaints, OrUnknown, Problem},
    roles::{Action, Reach},
    text::holds_identity_card,
};

use super::{
    super::{
        rules::{panel::DeclarationRuling, *},
        store::panel as kept,
    },
    panel::{for_judge, keep_walls, locked, organisations},
};

/// The longest note to a declaration.
const NOTE: usize = 500;

/// Declares on entries, as many as were answered. What is said as before leaves a ruling as it is; an interest takes back the
/// judge's sheets for that entry, whenever it is said.
pub async fn declare(ctx: &mut Ctx, code: &str, forms: &BTreeMap<String, DeclarationForm>) -> Answer<()> {
    let (panel, member) = for_judge(ctx, code).await?;
    let seat = member.seat;
    let mut wrong = Complaints::default();
    let mut said: Vec<(&str, Stance, Option<&str>)> = Vec::new();
    for (entry, form) in forms.iter().filter(|(_, form)| !form.stance.trim().is_empty()) {
        let field = |part: &str| format!("declarations[{entry}][{part}]");
        let found = panel.entry(entry).zip(Stance::of_code(form.stance.trim()));
        let (entry, stance) = found.ok_or_else(|| Problem::form("problem-form").on(field("stance")))?;
        if seat.own_organisation(entry).is_some() {
            continue;
        }
        let note = Some(form.note.trim()).filter(|it| !it.is_empty());
        let before = panel.declarations.iter().find(|it| it.seat == seat.id && it.entry == entry.code);
        let noted = panel.notes.get(&(seat.id, entry.code.clone())).map(String::as_str);
        if before.is_some_and(|it| it.stance == stance) && noted == note {
            continue;
        }
        if let Err(no) = panel.round().may_declare(before, stance) {
            wrong.add(Problem::from(no).on(field("stance")));
        }
        if stance == Stance::Unsure && note.is_none() {
            wrong.add(Problem::rule("judging-note-missing").with("entry", entry.code.clone()).on(field("note")));
        }
        if note.is_some_and(holds_identity_card) {
            wrong.add(Problem::rule("problem-identity-card").on(field("note")));
        }
        if note.is_some_and(|it| it.chars().count() > NOTE) {
            wrong.add(Problem::rule("problem-too-long").with("limit", NOTE).on(field("note")));
        }
        said.push((&entry.code, stance, note));
    }
    wrong.check()?;
    // Before declaring has begun, and after it, even an empty form is told so.
    panel.round().may_declare(None, Stance::None)?;
    if said.is_empty() {
        return Ok(());
    }
    for (entry, stance, note) in &said {
        kept::declare(&mut ctx.tx, seat.id, entry, *stance, *note, ctx.now);
    }
    keep_walls(ctx, code, seat.id).await?;
    // How many of each, never which: who has an interest in what is nobody's but the panel's.
    let of = |stance| said.iter().filter(|it| it.1 == stance).count();
    let counts = json!({ "seat": seat.id.0, "none": of(Stance::None), "interest": of(Stance::Interest), "unsure": of(Stance::Unsure) });
    ctx.audit("panel.declare", format!("judging:{code}"), counts);
    Ok(())
}

/// A judge says in which other organisations they serve, or which they advise: their entries are barred from now on (I-18).
pub async fn serve_in(ctx: &mut Ctx, code: &str, typed: &str) -> Answer<()> {
    let (panel, member) = for_judge(ctx, code).await?;
    panel.round().may_seat()?;
    let mut serves = member.seat.organisations.clone();
    let fresh: Vec<String> = organisations(ctx, typed).await?.into_iter().filter(|it| !serves.contains(it)).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    serves.extend(fresh.clone());
    kept::set_organisations(&mut ctx.tx, member.seat.id, &serves).await?;
    keep_walls(ctx, code, member.seat.id).await?;
    ctx.audit("panel.serve", format!("judging:{code}"), json!({ "seat": member.seat.id.0, "added": fresh.len() }));
    Ok(())
}

/// Rules where a judge is unsure: the chair; and on the chair's own, an award secretary.
pub async fn rule(ctx: &mut Ctx, code: &str, seat: SeatId, entry: &str, ruling: &str) -> Answer<()> {
    ctx.may(Action::Deliberate, Reach::Read)?;
    let me = ctx.me()?;
    let panel = locked(ctx, code).await?;
    let by_chair = ctx.viewer.reach(Action::Deliberate) == Reach::All && panel.seat_of(me.id).is_some_and(|it| it.seat.is_chair);
    let by_secretary = ctx.viewer.reach(Action::Approve) == Reach::All;
    let member = panel.seat(seat).or_unknown()?;
    if member.seat.judge == me.id {
        return Err(Refusal::OwnDeclaration.into());
    }
    if !(by_chair || by_secretary && member.seat.is_chair) {
        return Err(Refusal::ChairOnly.into());
    }
    let ruling = DeclarationRuling::of_code(ruling.trim()).ok_or_else(|| Problem::rule("judging-ruling-missing").on("ruling"))?;
    let declaration = panel.declarations.iter().find(|it| it.seat == seat && it.entry == entry).or_unknown()?;
    declaration.rule(&member.seat, me.id)?;
    panel.round().may_seat()?;
    let of = panel.entry(entry).or_unknown()?;
    kept::set_ruling(&mut ctx.tx, seat, entry, ruling, me.id).await?;
    ctx.audit("panel.rule", format!("judging:{code}"), json!({ "seat": seat.0 }));
    let letter = Letter::new(member.seat.judge, &format!("judge-ruled-{}", ruling.code()), format!("/judging/{code}"))
        .with("scheme", panel.scheme.name.clone())
        .with("entry", of.code.clone())
        .with("title", of.texts.title.clone());
    ctx.tell(letter);
    Ok(())
}
