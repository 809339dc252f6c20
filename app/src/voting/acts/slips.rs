//! Slips: printed in batches for one stop, given to a poll day, taken back, made void.

use serde_json::json;

use crate::base::{
    ctx::Ctx,
    print::slips::{Sheet, Slip as Printed},
    problem::{Answer, OrUnknown, Problem},
    text::Bi,
    time::Day,
};

use super::{
    super::{
        rules::{trial::Script, *},
        store::{self, ballots},
    },
    Keys, begin_poll, noted, run_stop, sha,
};

/// More slips than anybody cuts at once.
const MOST: i64 = 3000;

/// Prints a batch: from now on its codes exist, and are good for nothing until it is given to a day.
pub async fn print(ctx: &mut Ctx, stop: &str, size: &str, is_test: bool) -> Answer<Batch> {
    let (stop, scheme) = run_stop(ctx, stop).await?;
    let size = size.trim().parse::<i64>().ok().filter(|n| (1..=MOST).contains(n));
    let size = size.ok_or_else(|| Problem::rule("voting-size-bad").with("most", MOST).on("size"))?;
    let poll = begin_poll(ctx, &scheme).await?;
    let keys = Keys::of(&poll).ok_or_else(|| Problem::closed("voting-keys-erased"))?;
    let before = ballots::batches(&mut ctx.tx, &stop.code).await?;
    let number = before.iter().map(|it| it.number).max().unwrap_or(0) + 1;
    let first = before.iter().map(Batch::last).max().unwrap_or(0) + 1;
    let batch = Batch {
        id: ctx.site.fresh_id(),
        stop: stop.code.clone(),
        number,
        first,
        size,
        is_test,
        state: BatchState::Printed,
        day: None,
        part: None,
        handed: None,
        printed: ctx.now,
        void: 0,
        used: 0,
    };
    let hashes: Vec<String> = (first..first + size).map(|serial| keys.code_hmac(&keys.code_of(batch.id, serial))).collect();
    ballots::insert_batch(&mut ctx.tx, &batch).await?;
    // Two equal codes in 2⁴⁰ are one chance in millions: then the batch is printed under another number.
    if ballots::insert_codes(&mut ctx.tx, batch.id, first, &hashes).await? != hashes.len() {
        return Err(Problem::new(crate::base::problem::Kind::Busy, "problem-busy"));
    }
    let mut detail = json!({ "batch": number, "first": first, "last": batch.last(), "test": is_test });
    if is_test {
        // What has to come out is in the audit chain before a single ballot is cast.
        let paper = super::paper(ctx, &scheme).await?;
        let script = Script::draw(&paper, hashes.len(), ctx.site.fresh_id() as u64);
        let text = serde_json::to_string(&script).unwrap_or_default();
        detail["script"] = sha(&text).into();
        detail["expected"] = json!(script.expected(&paper, 0..hashes.len()));
        ballots::set_script(&mut ctx.tx, batch.id, &text).await?;
    }
    ctx.audit("slips.print", format!("stop:{}", stop.code), detail);
    Ok(batch)
}

/// The sheets of a batch that is still in the office: the same each time.
pub async fn sheets(ctx: &mut Ctx, stop: &str, number: i64) -> Answer<Sheet> {
    ctx.may(crate::base::roles::Action::RunPolls, crate::base::roles::Reach::All)?;
    let stop = store::stop(&mut ctx.tx, stop).await?.or_unknown()?;
    let scheme = stop.scheme.clone().or_unknown()?;
    let batch = ballots::batches(&mut ctx.tx, &stop.code).await?.into_iter().find(|it| it.number == number).or_unknown()?;
    if batch.state != BatchState::Printed {
        return Err(Problem::clash("voting-printed-already"));
    }
    let (_, keys) = super::keys(ctx, &scheme).await?;
    let venue = crate::venues::acts::venue(ctx, &stop.venue).await?;
    let paper = super::paper(ctx, &scheme).await?;
    let url = &ctx.site.settings.public_url;
    let slip = |serial: i64| {
        let code = keys.code_of(batch.id, serial);
        Printed { serial, code: code.spoken(), address: format!("{url}/vote#{}", code.plain()) }
    };
    let script = ballots::script(&mut ctx.tx, batch.id).await?;
    let script: Script = script.and_then(|it| serde_json::from_str(&it).ok()).unwrap_or_default();
    let say = |choices: &Choices| {
        let of = |award: &BallotAward| {
            let chosen = choices.get(&award.code).into_iter().flatten();
            let titles: Vec<&Bi> = chosen.filter_map(|code| award.entries.iter().find(|it| it.code == *code)).map(|it| &it.title).collect();
            let join = |of: fn(&Bi) -> &str, sign: &str| titles.iter().map(|it| of(it)).collect::<Vec<_>>().join(sign);
            (award.name.clone(), Bi::new(join(|it| &it.en, "; "), join(|it| &it.zh, "；")))
        };
        paper.awards.iter().map(of).collect()
    };
    Ok(Sheet {
        script: script.0.iter().map(say).collect(),
        scheme: paper.name.clone(),
        stop: stop.name.clone(),
        venue: venue.name,
        site: url.clone(),
        batch: number,
        is_test: batch.is_test,
        printed: batch.printed,
        slips: (batch.first..=batch.last()).map(slip).collect(),
    })
}

/// A batch of a stop, locked with it.
async fn batch_of(ctx: &mut Ctx, stop: &str, number: i64) -> Answer<(Stop, String, Batch)> {
    let (stop, scheme) = run_stop(ctx, stop).await?;
    let batch = ballots::batches(&mut ctx.tx, &stop.code).await?.into_iter().find(|it| it.number == number).or_unknown()?;
    Ok((stop, scheme, batch))
}

/// Gives a batch to today's poll day, in the part of the day it is: its codes are good from now on, while the poll is open.
pub async fn issue(ctx: &mut Ctx, stop: &str, number: i64) -> Answer<()> {
    let (stop, _, mut batch) = batch_of(ctx, stop, number).await?;
    if batch.state != BatchState::Printed {
        return Err(Refusal::BatchMove.into());
    }
    let today = ctx.now.day();
    let day = store::lock_day(&mut ctx.tx, &stop.code, today).await?.ok_or(Refusal::NotToday { day: today })?;
    if !matches!(day.state, DayState::Planned | DayState::Open | DayState::Paused) || ctx.now >= day.closes {
        return Err(Refusal::DayMove { from: day.state, to: DayState::Open }.into());
    }
    (batch.state, batch.day, batch.part) = (BatchState::Issued, Some(today), Some(Part::of(ctx.now)));
    ballots::save_batch(&mut ctx.tx, &batch).await?;
    ctx.audit("slips.issue", format!("stop:{}", stop.code), json!({ "batch": number, "day": today.iso() }));
    Ok(())
}

/// A batch that was never given to a day goes back.
pub async fn take_back(ctx: &mut Ctx, stop: &str, number: i64) -> Answer<()> {
    let (stop, _, mut batch) = batch_of(ctx, stop, number).await?;
    if batch.state != BatchState::Printed {
        return Err(Refusal::BatchMove.into());
    }
    batch.state = BatchState::Returned;
    ballots::save_batch(&mut ctx.tx, &batch).await?;
    ctx.audit("slips.return", format!("stop:{}", stop.code), json!({ "batch": number }));
    Ok(())
}

/// Makes one slip void: soiled, or taken from the pile by somebody. Nobody can vote with it any more.
pub async fn void_slip(ctx: &mut Ctx, stop: &str, serial: &str, reason: &str) -> Answer<()> {
    let (stop, _) = run_stop(ctx, stop).await?;
    let reason = noted(reason, "reason")?;
    let serial = serial.trim().parse::<i64>().map_err(|_| Problem::rule("voting-number-bad").on("serial"))?;
    // Ballots that are on their way with it go first, or find it void: they hold the day as this does.
    let out = ballots::batches(&mut ctx.tx, &stop.code).await?.into_iter().find(|it| (it.first..=it.last()).contains(&serial));
    if let Some(day) = out.and_then(|it| it.day) {
        store::lock_day(&mut ctx.tx, &stop.code, day).await?;
    }
    if !ballots::void_code(&mut ctx.tx, &stop.code, serial).await? {
        return Err(Problem::clash("voting-slip-not-void").with("serial", serial).on("serial"));
    }
    ctx.audit_because("slips.void", format!("stop:{}", stop.code), json!({ "serial": serial }), &reason);
    Ok(())
}

/// The slips given to a day, for its close.
pub(super) async fn of_day(ctx: &mut Ctx, stop: &str, day: Day) -> Answer<Vec<Batch>> {
    Ok(ballots::batches_on(&mut ctx.tx, stop, day).await?)
}
