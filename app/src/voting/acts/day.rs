//! A poll day from opening to balance, and paper for when the power fails (FT-13).

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    awards,
    base::{
        ctx::Ctx,
        ids::PersonId,
        problem::{Answer, Complaints, OrUnknown, Problem},
        text::Bi,
        time::Day,
    },
};

use super::{
    super::{
        rules::*,
        store::{
            self,
            ballots::{self, UrnRow},
            officers::{self, DecisionRow},
        },
    },
    noted, paper as ballot_paper, run_stop, slips, spoken,
};

/// A day of a stop, both locked, for whoever runs polls.
async fn run_day(ctx: &mut Ctx, stop: &str, day: &str) -> Answer<(Stop, String, PollDay)> {
    let (stop, scheme) = run_stop(ctx, stop).await?;
    let on = Day::parse(day).ok_or_else(|| Problem::rule("exhibitions-day-bad").on("day"))?;
    let day = store::lock_day(&mut ctx.tx, &stop.code, on).await?.or_unknown()?;
    Ok((stop, scheme, day))
}

async fn moved(ctx: &mut Ctx, mut day: PollDay, to: DayState, verb: &'static str) -> Answer<PollDay> {
    day.state = day.state.may_become(to)?;
    store::save_day(&mut ctx.tx, &day).await?;
    ctx.audit(verb, format!("stop:{}", day.stop), json!({ "day": day.day.iso() }));
    Ok(day)
}

/// Opens the poll of a day, on that day: the stop is confirmed, the shortlist sealed.
pub async fn open(ctx: &mut Ctx, stop: &str, day: &str) -> Answer<()> {
    let (stop, scheme, day) = run_day(ctx, stop, day).await?;
    if ctx.now.day() != day.day || ctx.now >= day.closes {
        return Err(Refusal::NotToday { day: day.day }.into());
    }
    if stop.state != StopState::Confirmed {
        return Err(Problem::clash("exhibitions-not-confirmed"));
    }
    let stops = store::stops_of(&mut ctx.tx, &scheme).await?.iter().filter(|it| it.state != StopState::Cancelled).count();
    awards::acts::setup::open_voting(ctx, &scheme, stops).await?;
    moved(ctx, day, DayState::Open, "day.open").await.map(drop)
}

/// Stops taking ballots for a while, with a reason.
pub async fn pause(ctx: &mut Ctx, stop: &str, day: &str, reason: &str) -> Answer<()> {
    let (_, _, mut day) = run_day(ctx, stop, day).await?;
    let reason = noted(reason, "reason")?;
    day.state = day.state.may_become(DayState::Paused)?;
    store::save_day(&mut ctx.tx, &day).await?;
    ctx.audit_because("day.pause", format!("stop:{}", day.stop), json!({ "day": day.day.iso() }), &reason);
    Ok(())
}

/// Takes ballots again.
pub async fn resume(ctx: &mut Ctx, stop: &str, day: &str) -> Answer<()> {
    let (_, _, day) = run_day(ctx, stop, day).await?;
    if day.state != DayState::Paused {
        return Err(Refusal::DayMove { from: day.state, to: DayState::Open }.into());
    }
    moved(ctx, day, DayState::Open, "day.resume").await.map(drop)
}

fn number(wrong: &mut Complaints, field: &str, text: &str) -> i64 {
    match text.trim() {
        "" => 0,
        text => text.parse::<u32>().map(i64::from).unwrap_or_else(|_| {
            wrong.add(Problem::rule("voting-number-bad").on(field));
            0
        }),
    }
}

/// What an officer says at the end of a day.
#[derive(Clone, Debug, Default)]
pub struct Closing {
    /// Slips handed out, by the number of their batch.
    pub handed: BTreeMap<String, String>,
    /// Slips that came back or were left lying.
    pub unused: String,
    pub explanation: String,
}

/// Closes a day: no ballot is cast any more, and the slips are counted (I-29). Paper that was read is in the balance already.
pub async fn close(ctx: &mut Ctx, stop: &str, day: &str, said: &Closing) -> Answer<Balance> {
    let (stop, _, mut day) = run_day(ctx, stop, day).await?;
    let me = ctx.me()?;
    day.state = day.state.may_become(DayState::Closed)?;
    let mut wrong = Complaints::default();
    let mut balance = Balance { paper: day.balance.paper, spoilt: day.balance.spoilt, ..Balance::default() };
    for mut batch in slips::of_day(ctx, &stop.code, day.day).await? {
        let text = said.handed.get(&batch.number.to_string()).map_or("", String::as_str);
        let field = format!("handed[{}]", batch.number);
        let handed = number(&mut wrong, &field, text);
        if handed > batch.size || (!batch.is_test && handed < batch.used) {
            wrong.add(Problem::from(Refusal::HandedBad { batch: batch.number, least: batch.used, most: batch.size }));
            continue;
        }
        let void_issued = ballots::void_below(&mut ctx.tx, batch.id, batch.first + handed).await?;
        (batch.state, batch.handed) = (BatchState::Closed, Some(handed));
        if !batch.is_test {
            balance.issued += handed;
            balance.void_issued += void_issued;
            balance.void_unissued += batch.void - void_issued;
            balance.returned += batch.size - handed - (batch.void - void_issued);
        }
        ballots::save_batch(&mut ctx.tx, &batch).await?;
    }
    balance.unused = number(&mut wrong, "unused", &said.unused);
    balance.used = ballots::used_on(&mut ctx.tx, &stop.code, day.day).await?;
    if balance.paper + balance.spoilt > balance.issued {
        wrong.add(Refusal::PaperAboveSlips { slips: balance.issued }.into());
    }
    wrong.check()?;
    day.balance = balance;
    day.closed_by = Some(me.id);
    if !said.explanation.trim().is_empty() {
        day.explanation = noted(&said.explanation, "explanation")?;
        day.explained_by = Some(me.id);
    }
    store::save_day(&mut ctx.tx, &day).await?;
    let numbers = json!({ "day": day.day.iso(), "issued": balance.issued, "used": balance.used, "paper": balance.paper,
        "spoilt": balance.spoilt, "unused": balance.unused, "difference": balance.difference() });
    ctx.audit("day.close", format!("stop:{}", stop.code), numbers);
    Ok(balance)
}

/// How many slips can have become paper: those given to the day that were not voted with.
async fn slips_left(ctx: &mut Ctx, day: &PollDay) -> Answer<i64> {
    let given = if day.state == DayState::Closed {
        day.balance.issued
    } else {
        slips::of_day(ctx, &day.stop, day.day).await?.iter().filter(|it| !it.is_test).map(|it| it.size - it.void).sum()
    };
    Ok(given - ballots::used_on(&mut ctx.tx, &day.stop, day.day).await?)
}

/// One officer enters what they read on the paper of a day. When a second officer has read the same, it counts; when they differ,
/// both are thrown away and the paper is read again.
pub async fn enter_paper(ctx: &mut Ctx, form: &PaperForm) -> Answer<PaperEntered> {
    let (stop, scheme, mut day) = run_day(ctx, &form.stop, &form.day).await?;
    let me = ctx.me()?;
    if !matches!(day.state, DayState::Open | DayState::Paused | DayState::Suspended | DayState::Closed) {
        return Err(Refusal::DayMove { from: day.state, to: DayState::Closed }.into());
    }
    let paper = ballot_paper(ctx, &scheme).await?;
    let left = slips_left(ctx, &day).await?;
    let read = form.read(&paper, left)?;
    let before = officers::paper(&mut ctx.tx, &stop.code, day.day).await?;
    if agreed(&before).is_some() {
        return Err(Problem::clash("voting-paper-agreed"));
    }
    if before.iter().any(|(by, _)| *by == me.id) && before.len() == 1 && before.first().is_some_and(|(_, it)| *it == read) {
        return Err(Refusal::SameOfficer.into());
    }
    let other = before.iter().find(|(by, _)| *by != me.id).map(|(_, it)| it.clone());
    let object = format!("stop:{}", stop.code);
    let detail = json!({ "day": day.day.iso(), "ballots": read.ballots, "spoilt": read.spoilt });
    match other {
        Some(other) if other == read => {
            officers::save_paper(&mut ctx.tx, &stop.code, day.day, me.id, &read, ctx.now).await?;
            day.balance.paper = read.ballots;
            day.balance.spoilt = read.spoilt;
            store::save_day(&mut ctx.tx, &day).await?;
            drop_paper_in(ctx, &scheme, &day, &paper, &read).await?;
            ctx.audit("paper.agree", object, detail);
            Ok(PaperEntered::Agreed)
        }
        Some(_) => {
            officers::forget_paper(&mut ctx.tx, &stop.code, day.day).await?;
            ctx.audit("paper.differ", object, json!({ "day": day.day.iso() }));
            Ok(PaperEntered::Differs)
        }
        None => {
            officers::save_paper(&mut ctx.tx, &stop.code, day.day, me.id, &read, ctx.now).await?;
            ctx.audit("paper.enter", object, detail);
            Ok(PaperEntered::Once)
        }
    }
}

/// What came of entering paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperEntered {
    Once,
    Agreed,
    Differs,
}

/// What two officers read alike, if they did.
pub(super) fn agreed(returns: &[(PersonId, PaperReturn)]) -> Option<&PaperReturn> {
    match returns {
        [(a, first), (b, second)] if a != b && first == second => Some(first),
        _ => None,
    }
}

/// Paper goes the way of all ballots: into the urn, and mixed with the rest into the record.
async fn drop_paper_in(ctx: &mut Ctx, scheme: &str, day: &PollDay, paper: &BallotPaper, read: &PaperReturn) -> Answer<()> {
    let class = slip::class(&day.stop, Some(day.day), "any", Channel::Paper.code());
    let rows: Vec<UrnRow> = read
        .ballots(paper)
        .into_iter()
        .map(|choices| UrnRow {
            id: ctx.site.fresh_token(16),
            scheme: scheme.into(),
            stop: day.stop.clone(),
            day: day.day.iso(),
            receipt: ballot::receipt(&ctx.site.fresh_token(16)),
            choices: serde_json::to_string(&paper.canonical(&choices)).unwrap_or_default(),
            quarters: "{}".into(),
            class: class.clone(),
        })
        .collect();
    Ok(ballots::drop_in(&mut ctx.tx, &rows).await?)
}

/// An officer explains a difference.
pub async fn explain(ctx: &mut Ctx, stop: &str, day: &str, explanation: &str) -> Answer<()> {
    let (_, _, mut day) = run_day(ctx, stop, day).await?;
    let me = ctx.me()?;
    if day.state != DayState::Closed {
        return Err(Refusal::DayMove { from: day.state, to: DayState::Reconciled }.into());
    }
    day.explanation = noted(explanation, "explanation")?;
    day.explained_by = Some(me.id);
    store::save_day(&mut ctx.tx, &day).await?;
    ctx.audit_because(
        "day.explain",
        format!("stop:{}", day.stop),
        json!({ "day": day.day.iso(), "difference": day.balance.difference() }),
        &day.explanation,
    );
    Ok(())
}

/// Another officer finds that the day balances, or agrees to why it does not (I-30).
pub async fn reconcile(ctx: &mut Ctx, stop: &str, day: &str) -> Answer<()> {
    let (_, scheme, mut day) = run_day(ctx, stop, day).await?;
    let me = ctx.me()?;
    let returns = officers::paper(&mut ctx.tx, &day.stop, day.day).await?;
    // What machines without a line sent since the close is in the day too.
    day.balance.used = ballots::used_on(&mut ctx.tx, &day.stop, day.day).await?;
    let paper = ballot_paper(ctx, &scheme).await?;
    let trial = super::trials::of_day(ctx, &paper, &day.stop, day.day).await?;
    day.state = day::may_reconcile(&day, returns.is_empty() || agreed(&returns).is_some(), &trial, me.id)?;
    day.reconciled_by = Some(me.id);
    store::save_day(&mut ctx.tx, &day).await?;
    ctx.audit(
        "day.reconcile",
        format!("stop:{}", day.stop),
        json!({ "day": day.day.iso(), "difference": day.balance.difference(), "tests": trial.cast, "tests_odd": trial.odd.len() }),
    );
    Ok(())
}

/// Proposes what two officers have to decide: that a class is not counted, a batch is made void, or a day is written off.
pub async fn propose(ctx: &mut Ctx, scheme: &str, kind: &str, object: &str, reason: &Bi) -> Answer<()> {
    super::count::officer(ctx)?;
    let me = ctx.me()?;
    let reason = spoken(reason, "reason_en")?;
    let object = object.trim();
    if !matches!(kind, "class" | "void_batch" | "write_off") || object.is_empty() || object.len() > 120 {
        return Err(Problem::rule("voting-object-bad").on("object"));
    }
    let poll = ballots::lock_poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    if poll.state != PollState::Collecting.code() {
        return Err(Refusal::PollMove { from: PollState::of_code(&poll.state).unwrap_or(PollState::Counted) }.into());
    }
    let row = DecisionRow {
        id: ctx.site.fresh_id(),
        scheme: scheme.into(),
        kind: kind.into(),
        object: object.into(),
        reason_en: reason.en.clone(),
        reason_zh: reason.zh,
        proposed_by: me.id.0,
        proposed_post: me.post_title.en.clone(),
        proposed_at: ctx.now.0,
        decided_by: None,
        decided_post: None,
        decided_at: None,
    };
    if !officers::propose(&mut ctx.tx, &row).await? {
        return Err(Problem::clash("voting-proposed-already").on("object"));
    }
    ctx.audit_because("poll.propose", format!("poll:{scheme}"), json!({ "kind": kind, "object": object }), &reason.en);
    Ok(())
}

/// Another officer agrees, and it is so; or takes the proposal off the table.
pub async fn decide(ctx: &mut Ctx, scheme: &str, id: i64, agree: bool) -> Answer<()> {
    super::count::officer(ctx)?;
    let me = ctx.me()?;
    let poll = ballots::lock_poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    if poll.state != PollState::Collecting.code() {
        return Err(Refusal::PollMove { from: PollState::of_code(&poll.state).unwrap_or(PollState::Counted) }.into());
    }
    let row = officers::decisions(&mut ctx.tx, scheme).await?.into_iter().find(|it| it.id == id && it.decided_by.is_none()).or_unknown()?;
    let object = format!("poll:{scheme}");
    let detail = json!({ "kind": row.kind, "object": row.object });
    if !agree {
        officers::withdraw(&mut ctx.tx, id).await?;
        ctx.audit("poll.withdraw", object, detail);
        return Ok(());
    }
    if row.proposed_by == me.id.0 {
        return Err(Refusal::SameOfficer.into());
    }
    match row.kind.as_str() {
        "void_batch" => void_batch(ctx, &row.object).await?,
        "write_off" => write_off(ctx, &row.object, me.id).await?,
        _ => {}
    }
    officers::decide(&mut ctx.tx, id, me.id, &me.post_title.en, ctx.now).await?;
    ctx.audit_because("poll.decide", object, detail, &row.reason_en);
    Ok(())
}

/// `EX-BPP2-4:3`: the third batch of that stop. What was cast with it already stays in the record, in its class.
async fn void_batch(ctx: &mut Ctx, object: &str) -> Answer<()> {
    let bad = || Problem::rule("voting-object-bad").on("object");
    let (stop, number) = object.rsplit_once(':').ok_or_else(bad)?;
    let number: i64 = number.parse().map_err(|_| bad())?;
    store::lock_stop(&mut ctx.tx, stop).await?.ok_or_else(bad)?;
    let find = async |ctx: &mut Ctx| Answer::Ok(ballots::batches(&mut ctx.tx, stop).await?.into_iter().find(|it| it.number == number));
    if let Some(day) = find(ctx).await?.and_then(|it| it.day) {
        store::lock_day(&mut ctx.tx, stop, day).await?;
    }
    let mut batch = find(ctx).await?.ok_or_else(bad)?;
    if !matches!(batch.state, BatchState::Printed | BatchState::Issued) || batch.used > 0 {
        return Err(Refusal::BatchMove.into());
    }
    batch.state = BatchState::Void;
    batch.day = None;
    Ok(ballots::save_batch(&mut ctx.tx, &batch).await?)
}

/// `EX-BPP2-4:2001-09-14`: that day will not balance, and the count goes on without a balance for it.
async fn write_off(ctx: &mut Ctx, object: &str, by: PersonId) -> Answer<()> {
    let bad = || Problem::rule("voting-object-bad").on("object");
    let (stop, on) = object.split_once(':').ok_or_else(bad)?;
    let on = Day::parse(on).ok_or_else(bad)?;
    let mut day = store::lock_day(&mut ctx.tx, stop, on).await?.ok_or_else(bad)?;
    if day.state != DayState::Closed {
        // A day that was never closed, or shut by weather before anything happened, can be written off too once it is past.
        if ctx.now < day.closes || !matches!(day.state, DayState::Planned | DayState::Open | DayState::Paused | DayState::Suspended) {
            return Err(Refusal::DayMove { from: day.state, to: DayState::WrittenOff }.into());
        }
    }
    day.state = DayState::WrittenOff;
    day.balance.used = ballots::used_on(&mut ctx.tx, stop, on).await?;
    day.reconciled_by = Some(by);
    Ok(store::save_day(&mut ctx.tx, &day).await?)
}
