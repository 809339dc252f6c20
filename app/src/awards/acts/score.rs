//! A judge's sheets: read the entry, score as one goes, submit; and the chair's way to give a sheet back.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        ids::SeatId,
        outbox::Letter,
        problem::{Answer, Complaints, OrUnknown, Problem},
        roles::{Action, Reach},
        text::{Bi, holds_identity_card},
        time::Moment,
        words::Words,
    },
    t,
    ui::Saved,
};

use super::{
    super::{
        rules::{panel::Bar, *},
        store::{self, entries, panel as rounds, sheets},
    },
    panel::{Member, Panel, for_chair, for_judge, load, look},
    spoken,
};
pub use store::sheets::Kept;

/// The longest comment on a sheet.
const COMMENT: usize = 4000;

/// A judge's own round: what is declared, what is barred, and the sheets.
pub struct Mine {
    pub panel: Panel,
    pub member: Member,
    pub bars: BTreeMap<String, Bar>,
    pub undeclared: Vec<String>,
    pub sheets: Vec<Kept>,
}

impl Mine {
    /// Sheets submitted, of all there are.
    pub fn progress(&self) -> (usize, usize) {
        progress(&self.sheets)
    }

    /// The entries with sheets, in the order in which they are best done: what is left first, returned ones before others.
    pub fn to_do(&self) -> Vec<(&Entry, SheetState)> {
        let of = |entry: &Entry| {
            let states: Vec<SheetState> = self.sheets.iter().filter(|it| it.sheet.entry == entry.code).map(|it| it.sheet.state).collect();
            let first = |state| states.contains(&state).then_some(state);
            first(SheetState::Returned).or(first(SheetState::Open)).or(first(SheetState::Submitted))
        };
        let mut list: Vec<(&Entry, SheetState)> = self.panel.entries.iter().filter_map(|entry| Some((entry, of(entry)?))).collect();
        let rank = |state: SheetState| match state {
            SheetState::Returned => 0,
            SheetState::Open => 1,
            SheetState::Submitted => 2,
        };
        list.sort_by_key(|(_, state)| rank(*state));
        list
    }
}

fn progress(sheets: &[Kept]) -> (usize, usize) {
    (sheets.iter().filter(|it| it.sheet.state == SheetState::Submitted).count(), sheets.len())
}

/// The viewer's own round, in the same few questions however many entries there are.
pub async fn mine(ctx: &mut Ctx, code: &str) -> Answer<Mine> {
    let (panel, standing) = look(ctx, code).await?;
    let member = standing.seat.or_unknown()?;
    let declared = panel.declared_by(member.seat.id);
    let undeclared = member.seat.undeclared(&panel.entries, &declared).into_iter().map(str::to_owned).collect();
    let bars = panel.bars(&member.seat);
    let mut sheets = sheets::of_seat(&mut ctx.tx, member.seat.id).await?;
    sheets.retain(|it| panel.entry(&it.sheet.entry).is_some());
    Ok(Mine { panel, member, bars, undeclared, sheets })
}

/// One entry to be read and scored by the viewer: through the wall nobody comes (I-17, I-18).
pub async fn reading(ctx: &mut Ctx, code: &str, entry: &str) -> Answer<(Mine, Entry)> {
    let mine = mine(ctx, code).await?;
    let found = mine.panel.entry(entry).cloned().or_unknown()?;
    mine.member.seat.access(&found, &mine.panel.entries, &mine.panel.declared_by(mine.member.seat.id)).check()?;
    if !mine.sheets.iter().any(|it| it.sheet.entry == entry) || mine.panel.round().state == RoundState::Declaring {
        return Err(match mine.panel.round().may_score(ctx.now) {
            Err(no @ Refusal::NotScoring { .. }) => no.into(),
            _ => Problem::unknown(),
        });
    }
    Ok((mine, found))
}

/// Whether the viewer judges this entry, so that its material is theirs to read; where a wall stands between, the reason (403).
/// Whoever does not sit on its panel does not judge it.
pub async fn may_open(ctx: &mut Ctx, entry: &str) -> Answer<bool> {
    let found = entries::find(&mut ctx.tx, entry).await?.or_unknown()?;
    if ctx.viewer.reach(Action::Judge) < Reach::Own || rounds::find(&mut ctx.tx, &found.scheme).await?.is_none() {
        return Ok(false);
    }
    let me = ctx.me()?;
    let panel = load(ctx, &found.scheme).await?;
    let Some(seat) = panel.seat_of(me.id).map(|it| it.seat.clone()).filter(|_| panel.round().state != RoundState::SetUp) else {
        return Ok(false);
    };
    seat.access(&found, &panel.entries, &panel.declared_by(seat.id)).check()?;
    let assigned = sheets::of_seat(&mut ctx.tx, seat.id).await?.iter().any(|it| it.sheet.entry == entry);
    Ok(assigned && panel.round().state != RoundState::Declaring)
}

/// What a judge's page or telephone sends: some scores, perhaps the comment, and the version they started from.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub entry: String,
    pub award: String,
    pub version: String,
    /// By criterion; empty takes a score away, and what is not named stays.
    pub scores: BTreeMap<String, String>,
    pub comment: Option<String>,
}

/// The viewer's sheet, its round locked: scores may be set now, and nothing stands in the way.
async fn open(ctx: &mut Ctx, entry: &str, award: &str) -> Answer<(Panel, Member, Kept)> {
    ctx.may(Action::Judge, Reach::Own)?;
    let found = entries::find(&mut ctx.tx, entry).await?.or_unknown()?;
    let (panel, member) = for_judge(ctx, &found.scheme).await?;
    let entry = panel.entry(entry).or_unknown()?;
    member.seat.access(entry, &panel.entries, &panel.declared_by(member.seat.id)).check()?;
    panel.round().may_score(ctx.now)?;
    let kept = sheets::find(&mut ctx.tx, member.seat.id, &entry.code, award).await?.or_unknown()?;
    kept.sheet.may_edit()?;
    Ok((panel, member, kept))
}

/// The sheet with what was written on it. Older words never overwrite newer ones of the same judge: where a page left open, or a
/// telephone that was offline, started from an earlier version and says something else, both are told (409).
fn written(kept: &Kept, award: &Award, form: &Written) -> Answer<ScoreSheet> {
    let mut sheet = kept.sheet.clone();
    let mut wrong = Complaints::default();
    for (key, typed) in &form.scores {
        let field = format!("scores[{key}]");
        if !award.criteria.iter().any(|it| it.key == *key) {
            wrong.add(Problem::rule("awards-criterion-unknown").on(field));
        } else if typed.trim().is_empty() {
            sheet.scores.remove(key);
        } else {
            match Score::parse(typed) {
                Ok(score) => drop(sheet.scores.insert(key.clone(), score)),
                Err(no) => wrong.add(Problem::from(no).on(field)),
            }
        }
    }
    if let Some(comment) = &form.comment {
        sheet.comment = comment.replace("\r\n", "\n").trim().to_owned();
        if holds_identity_card(&sheet.comment) {
            wrong.add(Problem::rule("problem-identity-card").on("comment"));
        }
        if sheet.comment.chars().count() > COMMENT {
            wrong.add(Problem::rule("problem-too-long").with("limit", COMMENT).on("comment"));
        }
    }
    wrong.check()?;
    let based_on: i64 = form.version.trim().parse().map_err(|_| Problem::form("problem-form").on("version"))?;
    if based_on != kept.version {
        differences(&kept.sheet, &sheet, award)?;
    }
    Ok(sheet)
}

/// Each thing on which two versions of a sheet differ, with both; none, if they say the same.
fn differences(theirs: &ScoreSheet, mine: &ScoreSheet, award: &Award) -> Answer<()> {
    let mut wrong = Complaints::default();
    let said = |sheet: &ScoreSheet, key: &str| sheet.scores.get(key).map_or("–".to_owned(), Score::to_string);
    for it in &award.criteria {
        if theirs.scores.get(&it.key) != mine.scores.get(&it.key) {
            let both = Problem::clash("judging-other-score").with("kept", said(theirs, &it.key)).with("typed", said(mine, &it.key));
            wrong.add(both.on(format!("scores[{}]", it.key)));
        }
    }
    if theirs.comment != mine.comment {
        let both = Problem::clash("judging-other-comment").with("kept", theirs.comment.clone()).with("typed", mine.comment.clone());
        wrong.add(both.on("comment"));
    }
    wrong.check()
}

fn award<'a>(panel: &'a Panel, code: &str) -> Answer<&'a Award> {
    panel.scheme.award(code).or_unknown()
}

async fn saved(ctx: &mut Ctx, seat: SeatId, version: i64) -> Answer<SheetSaved> {
    let (done, of) = progress(&sheets::of_seat(&mut ctx.tx, seat).await?);
    Ok(SheetSaved { version, done, of })
}

/// Saves what is written so far. A sheet that says the same already stays as it is, so that a save may be sent twice.
///
/// It leaves no trace in the audit trail: the sheet is the judge's own until it is submitted.
pub async fn score(ctx: &mut Ctx, form: &Written) -> Answer<SheetSaved> {
    let (panel, member, mut kept) = open(ctx, &form.entry, &form.award).await?;
    let sheet = written(&kept, award(&panel, &form.award)?, form)?;
    if sheet != kept.sheet {
        kept.sheet = sheet;
        kept.version = sheets::save(&mut ctx.tx, &kept, None, None).await?;
    }
    saved(ctx, member.seat.id, kept.version).await
}

/// Submits a sheet with what is written on it: no gaps, all of them told at once. From then on only the chair opens it again.
pub async fn submit(ctx: &mut Ctx, form: &Written) -> Answer<SheetSaved> {
    let (panel, member, mut kept) = open(ctx, &form.entry, &form.award).await?;
    let award = award(&panel, &form.award)?;
    let mut sheet = written(&kept, award, form)?;
    let total = sheet.submit(award)?;
    sheet.state = SheetState::Submitted;
    kept.sheet = sheet;
    kept.returned_because = None;
    let version = sheets::save(&mut ctx.tx, &kept, Some(total), Some(ctx.now)).await?;
    let (object, detail) =
        (format!("judging:{}", panel.scheme.code), json!({ "seat": member.seat.id.0, "entry": form.entry, "award": form.award }));
    ctx.audit("sheet.submit", object, detail);
    saved(ctx, member.seat.id, version).await
}

/// The chair gives a submitted sheet back to its judge, with the reason (I-21).
pub async fn give_back(ctx: &mut Ctx, code: &str, seat: SeatId, entry: &str, award: &str, reason: &str) -> Answer<()> {
    let panel = for_chair(ctx, code).await?;
    let mut kept = sheets::find(&mut ctx.tx, seat, entry, award).await?.or_unknown()?;
    let member = panel.seat(seat).or_unknown()?;
    let of = panel.entry(entry).or_unknown()?;
    panel.round().may_score(ctx.now)?;
    let reason = spoken(reason, "reason")?;
    kept.sheet.state = kept.sheet.give_back(true, &reason)?;
    kept.returned_because = Some(reason.clone());
    sheets::save(&mut ctx.tx, &kept, None, None).await?;
    ctx.audit_because("sheet.return", format!("judging:{code}"), json!({ "seat": seat.0, "entry": entry, "award": award }), &reason);
    let name = panel.scheme.award(award).map_or_else(Bi::default, |it| it.name.clone());
    let letter = Letter::new(member.seat.judge, "sheet-returned", format!("/judging/{code}/{entry}"))
        .with("scheme", panel.scheme.name.clone())
        .with("title", of.texts.title.clone())
        .with("award", name)
        .with("reason", reason)
        .with("closes", panel.round().closes);
    ctx.tell(letter);
    Ok(())
}

/// What a sheet that saves itself is told: the version to start from next, and how many are done.
pub fn told(saved: &SheetSaved, now: Moment, w: Words) -> Saved {
    let words = format!("{} {}", t!(w, "kept-saved", at = w.time(now)), t!(w, "judging-progress", done = saved.done, of = saved.of));
    Saved { fields: vec![("version".into(), saved.version.to_string())], words }
}
