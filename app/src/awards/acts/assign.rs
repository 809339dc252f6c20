//! Who judges what: looked at before it is made, made, mended one by one; the beginning of scoring; and the reminder.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::base::{
    ctx::Ctx,
    ids::SeatId,
    outbox::Letter,
    problem::{Answer, Complaints, OrUnknown, Problem},
};

use super::{
    super::{
        rules::{
            assignment::{Judge, Plan, Preview, assign as lay_out, assign_all},
            *,
        },
        store::{
            panel as kept,
            sheets::{self, Kept},
        },
    },
    panel::{Panel, Standing, for_secretary, look_inside, move_on},
};

/// The plan of a round: every entry that is judged in some award, every judge, and the walls between them.
fn plan(panel: &Panel, each: usize, seed: u64) -> Plan {
    let entries = panel.entries.iter().filter(|it| panel.scheme.judged_awards(it).next().is_some()).map(|it| it.code.clone()).collect();
    let judges = panel.sitting().map(|it| Judge { seat: it.seat.id, most: it.most.max(0) as usize }).collect();
    let mut blocked = BTreeSet::new();
    for member in panel.sitting() {
        blocked.extend(panel.bars(&member.seat).into_keys().map(|entry| (member.seat.id, entry)));
    }
    Plan { entries, judges, blocked, each, seed }
}

/// How it was asked for: judges to an entry, 0 or nothing where all judge all; and the seed of the chance in it.
fn read(panel: &Panel, each: &str, seed: &str) -> Answer<(i64, i64)> {
    let number = |field: &str, text: &str| match text.trim() {
        "" => Ok(0i64),
        text => {
            text.parse().ok().filter(|n| (0..=i64::from(u32::MAX)).contains(n)).ok_or_else(|| Problem::rule("problem-number").on(field))
        }
    };
    let (each, seed) = (number("each", each)?, number("seed", seed)?);
    let least = panel.round().min_judges;
    if each > 0 && (each as usize) < least {
        return Err(Problem::rule("judging-each-few").with("least", least).on("each"));
    }
    Ok((each, seed))
}

fn laid_out(panel: &Panel, each: i64, seed: i64) -> Preview {
    match each {
        0 => assign_all(&plan(panel, panel.round().min_judges, 0)),
        _ => lay_out(&plan(panel, each as usize, seed as u64)),
    }
}

/// What an assignment would be. Nothing is stored.
pub async fn preview(ctx: &mut Ctx, code: &str, each: &str, seed: &str) -> Answer<Preview> {
    let (panel, _) = look_inside(ctx, code).await?;
    let (each, seed) = read(&panel, each, seed)?;
    Ok(laid_out(&panel, each, seed))
}

/// Every judge has declared on everything, and nothing waits for a ruling (I-17).
fn all_declared(panel: &Panel) -> Answer<()> {
    panel.round().begin_scoring(&panel.sitting_seats(), &panel.entries, &panel.declarations)?;
    Ok(())
}

/// The assignment, if nothing stands in its way and nobody gets more than they take; else all that does.
pub fn accept(panel: &Panel, preview: Preview) -> Answer<Vec<(SeatId, String)>> {
    let mut wrong = Complaints::default();
    for (seat, load) in &preview.loads {
        if let Some(member) = panel.seat(*seat).filter(|it| *load as i64 > it.most) {
            let much = Problem::rule("judging-over-most").with("judge", member.name.clone());
            wrong.add(much.with("load", *load).with("most", member.most).on("each"));
        }
    }
    match preview.accept() {
        Ok(pairs) => wrong.check().map(|()| pairs),
        Err(problem) => {
            wrong.add(problem);
            wrong.check().map(|()| Vec::new())
        }
    }
}

/// Assigns the entries anew, before scoring begins.
pub async fn assign(ctx: &mut Ctx, code: &str, each: &str, seed: &str) -> Answer<()> {
    let panel = for_secretary(ctx, code).await?;
    let (each, seed) = read(&panel, each, seed)?;
    all_declared(&panel)?;
    let pairs = accept(&panel, laid_out(&panel, each, seed))?;
    for it in sheets::of_scheme(&mut ctx.tx, code).await? {
        sheets::take_back(&mut ctx.tx, it.sheet.seat, &it.sheet.entry);
    }
    let mut handed = 0;
    for (seat, entry) in &pairs {
        handed += hand_out(ctx, &panel, *seat, entry);
    }
    kept::set_assignment(&mut ctx.tx, code, each, seed).await?;
    ctx.audit("round.assign", format!("judging:{code}"), json!({ "each": each, "seed": seed, "sheets": handed }));
    Ok(())
}

/// The sheets of one judge for one entry: one for each award in which it is judged.
fn hand_out(ctx: &mut Ctx, panel: &Panel, seat: SeatId, entry: &str) -> usize {
    let Some(entry) = panel.entry(entry) else { return 0 };
    let awards: Vec<&Award> = panel.scheme.judged_awards(entry).collect();
    for award in &awards {
        sheets::hand_out(&mut ctx.tx, seat, &entry.code, &award.code);
    }
    awards.len()
}

/// Gives one more judge to one entry: where sheets are missing, or judges disagree. A wall holds here too.
pub async fn assign_one(ctx: &mut Ctx, code: &str, seat: SeatId, entry: &str) -> Answer<()> {
    let panel = for_secretary(ctx, code).await?;
    let member = panel.sitting().find(|it| it.seat.id == seat).or_unknown()?;
    let entry = panel.entry(entry).or_unknown()?;
    if let Access::Barred(bar) = member.seat.access(entry, &panel.entries, &panel.declared_by(seat)) {
        return Err(barred_judge(bar));
    }
    match panel.round().state {
        RoundState::Declaring | RoundState::Scoring => {}
        from => return Err(Refusal::RoundMove { from, to: RoundState::Scoring }.into()),
    }
    if sheets::of_seat(&mut ctx.tx, seat).await?.iter().any(|it| it.sheet.entry == entry.code) {
        return Err(Problem::clash("judging-assigned-already"));
    }
    let handed = hand_out(ctx, &panel, seat, &entry.code);
    ctx.audit("round.assign-one", format!("judging:{code}"), json!({ "seat": seat.0, "entry": entry.code, "sheets": handed }));
    if panel.round().state == RoundState::Scoring {
        let letter = Letter::new(member.seat.judge, "judge-one-more", format!("/judging/{code}/{}", entry.code))
            .with("scheme", panel.scheme.name.clone())
            .with("title", entry.texts.title.clone())
            .with("closes", panel.round().closes);
        ctx.tell(letter);
    }
    Ok(())
}

/// The wall, told to the officer who wanted to pass it.
fn barred_judge(bar: panel::Bar) -> Problem {
    let key = match bar {
        panel::Bar::OwnOrganisation(organisation) => {
            return Problem::new(crate::base::problem::Kind::Forbidden, "judging-judge-serves").with("organisation", organisation);
        }
        panel::Bar::Undeclared(_) => return Problem::clash("judging-judge-undeclared"),
        panel::Bar::Interest => "judging-judge-interest",
        panel::Bar::Ruled => "judging-judge-ruled-out",
        panel::Bar::AwaitsRuling => "judging-judge-awaits",
    };
    Problem::new(crate::base::problem::Kind::Forbidden, key)
}

/// Sheets by entry: the fewest that any of its awards has, of those that count.
pub(super) fn fewest(panel: &Panel, sheets: &[Kept], counts: impl Fn(&ScoreSheet) -> bool) -> Vec<(String, usize)> {
    let mut of: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for it in sheets.iter().filter(|it| counts(&it.sheet)) {
        *of.entry((&it.sheet.entry, &it.sheet.award)).or_default() += 1;
    }
    let least = |entry: &Entry| {
        panel.scheme.judged_awards(entry).map(|award| of.get(&(entry.code.as_str(), award.code.as_str())).copied().unwrap_or(0)).min()
    };
    panel.entries.iter().filter_map(|entry| Some((entry.code.clone(), least(entry)?))).collect()
}

/// Lets the judges score: all have declared, and every entry has its judges (I-17, FT-15).
pub async fn begin(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let panel = for_secretary(ctx, code).await?;
    let next = panel.round().begin_scoring(&panel.sitting_seats(), &panel.entries, &panel.declarations)?;
    let all = sheets::of_scheme(&mut ctx.tx, code).await?;
    let least = panel.round().min_judges;
    let few: Vec<String> = fewest(&panel, &all, |_| true).into_iter().filter(|(_, n)| *n < least).map(|(entry, _)| entry).collect();
    if !few.is_empty() {
        return Err(Problem::clash("judging-unassigned").with("count", few.len()).with("entries", few.join(", ")).with("least", least));
    }
    move_on(ctx, &panel, next).await?;
    ctx.audit("round.begin", format!("judging:{code}"), json!({ "sheets": all.len() }));
    for (member, left) in missing(&panel, &all) {
        let letter = Letter::new(member.seat.judge, "judge-scoring", format!("/judging/{code}"))
            .with("scheme", panel.scheme.name.clone())
            .with("sheets", left)
            .with("opens", panel.round().opens)
            .with("closes", panel.round().closes);
        ctx.tell(letter);
    }
    Ok(())
}

/// The judges with sheets still to submit, and how many.
pub fn missing<'a>(panel: &'a Panel, sheets: &[Kept]) -> Vec<(&'a super::panel::Member, usize)> {
    let open = |it: &Kept, seat: SeatId| {
        it.sheet.seat == seat && it.sheet.state != SheetState::Submitted && panel.entry(&it.sheet.entry).is_some()
    };
    let left = |seat: SeatId| sheets.iter().filter(|it| open(it, seat)).count();
    panel.sitting().map(|it| (it, left(it.seat.id))).filter(|(_, left)| *left > 0).collect()
}

/// A round with where every sheet stands, and no score of any.
pub struct Overview {
    pub panel: Panel,
    pub standing: Standing,
    /// Judge, entry, award, state.
    pub sheets: Vec<(SeatId, String, String, SheetState)>,
}

/// How far declarations and sheets have come, for officers and the chair.
pub async fn overview(ctx: &mut Ctx, code: &str) -> Answer<Overview> {
    let (panel, standing) = look_inside(ctx, code).await?;
    let sheets = sheets::of_scheme(&mut ctx.tx, code).await?;
    let sheets = sheets.into_iter().map(|it| (it.sheet.seat, it.sheet.entry, it.sheet.award, it.sheet.state)).collect();
    Ok(Overview { panel, standing, sheets })
}

/// Reminds the judges who have declarations to make or sheets to submit. Gives how many.
pub async fn chase(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    let panel = for_secretary(ctx, code).await?;
    let (kind, late) = match panel.round().state {
        RoundState::Declaring => {
            let left = |it: &super::panel::Member| it.seat.undeclared(&panel.entries, &panel.declared_by(it.seat.id)).len();
            ("judge-chase-declare", panel.sitting().map(|it| (it, left(it))).filter(|(_, left)| *left > 0).collect())
        }
        RoundState::Scoring => {
            let all = sheets::of_scheme(&mut ctx.tx, code).await?;
            ("judge-chase-sheets", missing(&panel, &all))
        }
        from => return Err(Refusal::RoundMove { from, to: RoundState::Scoring }.into()),
    };
    for (member, left) in &late {
        let letter = Letter::new(member.seat.judge, kind, format!("/judging/{code}"))
            .with("scheme", panel.scheme.name.clone())
            .with("left", *left)
            .with("opens", panel.round().opens)
            .with("closes", panel.round().closes);
        ctx.tell(letter);
    }
    ctx.audit("round.chase", format!("judging:{code}"), json!({ "judges": late.len() }));
    Ok(late.len())
}
