//! Looking places up, holding and closing them.

use std::collections::BTreeMap;

use serde_json::json;

use crate::base::{
    ctx::Ctx,
    ical_in,
    problem::{Answer, Complaints, OrUnknown, Problem},
    roles::{Action, Reach},
    text::Bi,
    time::{Day, Moment},
};

use super::{rules::*, store};

pub async fn venue(ctx: &mut Ctx, code: &str) -> Answer<Venue> {
    store::find(&mut ctx.tx, code).await?.or_unknown()
}

pub async fn venues(ctx: &mut Ctx) -> Answer<Vec<Venue>> {
    Ok(store::list(&mut ctx.tx).await?)
}

pub async fn holidays(ctx: &mut Ctx) -> Answer<Holidays> {
    Ok(store::holidays(&mut ctx.tx).await?)
}

/// The features a venue can have: code and name.
pub async fn features(ctx: &mut Ctx) -> Answer<Vec<(String, Bi)>> {
    Ok(store::features(&mut ctx.tx).await?.into_iter().map(|(code, en, zh)| (code, Bi::new(en, zh))).collect())
}

/// What is in the way of holding a venue for `purpose`: its closures, and other holders of its only pitch (I-08).
pub async fn in_the_way(ctx: &mut Ctx, venue: &Venue, span: (Moment, Moment), purpose: &str) -> Answer<Vec<Taken>> {
    let taken = store::taken(&mut ctx.tx, &venue.code, span.0, span.1).await?;
    Ok(taken.into_iter().filter(|it| it.purpose == "closure" || (venue.pitches == 1 && it.purpose != purpose)).collect())
}

/// Holds a venue for a purpose, instead of what that purpose held before. The venue's row is locked first.
pub async fn hold(ctx: &mut Ctx, venue: &Venue, span: (Moment, Moment), state: &str, purpose: &str, label: &Bi) -> Answer<()> {
    store::lock_venue(&mut ctx.tx, &venue.code).await?;
    if let Some(other) = in_the_way(ctx, venue, span, purpose).await?.into_iter().next() {
        return Err(Problem::clash("venues-taken")
            .with("venue", venue.name.clone())
            .with("by", other.label)
            .with("from", other.starts)
            .on("venue"));
    }
    store::release(&mut ctx.tx, purpose).await?;
    let id = ctx.site.fresh_id();
    Ok(store::insert_hold(&mut ctx.tx, id, &venue.code, span, state, purpose, label).await?)
}

/// Takes a venue for one of several beside others, instead of what that purpose held before: pitches and room are the caller's affair.
pub fn share(ctx: &mut Ctx, venue: &str, span: (Moment, Moment), state: &str, purpose: &str, label: &Bi) {
    let id = ctx.site.fresh_id();
    store::share(&mut ctx.tx, id, venue, span, state, purpose, label);
}

/// Lets go of what a purpose shared.
pub fn unshare(ctx: &mut Ctx, purpose: &str) {
    store::unshare(&mut ctx.tx, purpose);
}

/// Lets go of what a purpose held.
pub async fn release(ctx: &mut Ctx, purpose: &str) -> Answer<()> {
    Ok(store::release(&mut ctx.tx, purpose).await?)
}

/// Confirmed bookings that a refusal names; there may be more.
const NAMED: usize = 12;

/// Shuts a venue for a while, by Hong Kong wall-clock times as typed. Over what is confirmed there only if somebody has decided that it
/// goes elsewhere; if not, it is named.
pub async fn close(ctx: &mut Ctx, code: &str, span: (&str, &str), reason: &Bi, decided: bool) -> Answer<()> {
    ctx.may(Action::KeepVenues, Reach::All)?;
    venue(ctx, code).await?;
    let mut wrong = Complaints::default();
    let mut moment = |field: &str, text: &str| {
        let read = Moment::parse_local(text);
        if read.is_none() {
            wrong.add(Problem::rule("problem-moment").on(field));
        }
        read.unwrap_or_default()
    };
    let (starts, ends) = (moment("starts", span.0), moment("ends", span.1));
    if !reason.is_whole() {
        wrong.add(Problem::rule("venues-reason-both").on("reason_en"));
    }
    wrong.check()?;
    if ends <= starts {
        return Err(Problem::rule("venues-ends-first").on("ends"));
    }
    store::lock_venue(&mut ctx.tx, code).await?;
    let confirmed = store::confirmed(&mut ctx.tx, code, starts, ends).await?;
    if !confirmed.is_empty() && !decided {
        let mut wrong = Complaints::default();
        wrong.add(Problem::clash("venues-close-confirmed").with("n", confirmed.len() as i64).on("decided"));
        for it in confirmed.iter().take(NAMED) {
            wrong.add(Problem::clash("venues-close-one").with("label", it.label.clone()).with("from", it.starts));
        }
        return wrong.check();
    }
    let id = ctx.site.fresh_id();
    store::insert_closure(&mut ctx.tx, id, code, (starts, ends), reason).await?;
    ctx.audit(
        "venue.close",
        format!("venue:{code}"),
        json!({ "from": starts.to_rfc3339(), "to": ends.to_rfc3339(), "displaced": confirmed.len() }),
    );
    Ok(())
}

/// The most closures of a file that are listed before they are taken.
const LISTED: usize = 40;

/// Shuts a venue as a calendar file says: all of it or nothing. What is over, cancelled or known already is left out. The first time it
/// only lists what would be shut, and what is confirmed there then; somebody who has looked at it sends it again. Gives how many.
pub async fn import(ctx: &mut Ctx, code: &str, file: &str, (looked, decided): (bool, bool)) -> Answer<usize> {
    ctx.may(Action::KeepVenues, Reach::All)?;
    venue(ctx, code).await?;
    store::lock_venue(&mut ctx.tx, code).await?;
    let mut fresh = Vec::new();
    for it in ical_in::read(file.as_bytes(), ctx.now)?.into_iter().filter(|it| !it.is_cancelled && it.ends > ctx.now) {
        let known = store::taken(&mut ctx.tx, code, it.starts, it.ends).await?;
        if !known.iter().any(|old| old.purpose == "closure" && (old.starts, old.ends) == (it.starts, it.ends)) {
            fresh.push(it);
        }
    }
    if fresh.is_empty() {
        return Err(Problem::rule("venues-import-nothing").on("file"));
    }
    let mut over = 0;
    let mut look = Complaints::default();
    look.add(Problem::clash("venues-import-look").with("n", fresh.len() as i64).on("looked"));
    for (n, it) in fresh.iter().enumerate() {
        let confirmed = store::confirmed(&mut ctx.tx, code, it.starts, it.ends).await?.len();
        over += confirmed;
        if n < LISTED {
            let said = Problem::clash("venues-import-one").with("label", it.summary.as_str()).with("from", it.starts).with("to", it.ends);
            look.add(said.with("n", confirmed as i64));
        }
    }
    if !looked {
        look.check()?;
    }
    if over > 0 && !decided {
        return Err(Problem::clash("venues-close-confirmed").with("n", over as i64).on("over"));
    }
    for it in &fresh {
        let id = ctx.site.fresh_id();
        let said = if it.summary.trim().is_empty() { Bi::new("Closed", "關閉") } else { Bi::new(it.summary.trim(), it.summary.trim()) };
        store::insert_closure(&mut ctx.tx, id, code, (it.starts, it.ends), &said).await?;
    }
    ctx.audit("venue.import", format!("venue:{code}"), json!({ "closures": fresh.len(), "displaced": over }));
    Ok(fresh.len())
}

/// Takes general holidays from two files of the same days, one in each language, as the government gives them out: all of it or nothing.
/// What is known already is left out. The first time it only lists them. Gives how many.
pub async fn import_holidays(ctx: &mut Ctx, en: &str, zh: &str, looked: bool) -> Answer<usize> {
    ctx.may(Action::KeepVenues, Reach::All)?;
    let known = holidays(ctx).await?;
    let now = ctx.now;
    let read = |text: &str, field: &str| {
        let days = ical_in::read(text.as_bytes(), now).map_err(|no| no.on(field))?;
        Ok::<_, Problem>(
            days.into_iter().filter(|it| !it.is_cancelled).map(|it| (it.starts.day(), it.summary)).collect::<BTreeMap<Day, String>>(),
        )
    };
    let (en, zh) = (read(en, "file_en")?, read(zh, "file_zh")?);
    let mut wrong = Complaints::default();
    for day in en.keys().chain(zh.keys()).filter(|day| en.contains_key(day) != zh.contains_key(day)) {
        let field = if en.contains_key(day) { "file_zh" } else { "file_en" };
        wrong.add(Problem::rule("venues-holiday-one").with("day", *day).on(field));
    }
    wrong.check()?;
    let fresh: Vec<(Day, Bi)> = en
        .into_iter()
        .filter(|(day, _)| known.name(*day).is_none())
        .map(|(day, name)| (day, Bi::new(name.trim(), zh.get(&day).map_or("", |it| it.trim()))))
        .collect();
    if fresh.is_empty() {
        return Err(Problem::rule("venues-import-nothing").on("file_en"));
    }
    if !looked {
        let mut look = Complaints::default();
        look.add(Problem::clash("venues-holidays-look").with("n", fresh.len() as i64).on("looked"));
        for (day, name) in fresh.iter().take(LISTED) {
            look.add(Problem::clash("venues-holiday-line").with("day", *day).with("name", name.clone()));
        }
        look.check()?;
    }
    for (day, name) in &fresh {
        store::insert_holiday(&mut ctx.tx, *day, name).await?;
    }
    ctx.audit("holidays.import", "holidays", json!({ "days": fresh.len() }));
    Ok(fresh.len())
}

/// What a venue is taken for between two days.
pub async fn taken(ctx: &mut Ctx, code: &str, from: Day, to: Day) -> Answer<Vec<Taken>> {
    Ok(store::taken(&mut ctx.tx, code, from.at(0, 0), to.at(0, 0)).await?)
}

/// What every venue is taken for between two days, by venue.
pub async fn taken_everywhere(ctx: &mut Ctx, from: Day, to: Day) -> Answer<Vec<(String, Taken)>> {
    Ok(store::taken_everywhere(&mut ctx.tx, from.at(0, 0), to.at(0, 0)).await?)
}

/// Puts the places themselves in: used when an installation is filled.
pub async fn add_district(ctx: &mut Ctx, code: &str, name: &Bi, region_code: &str, region: &Bi) -> Answer<()> {
    Ok(store::insert_district(&mut ctx.tx, code, name, region_code, region).await?)
}

pub async fn add_feature(ctx: &mut Ctx, code: &str, name: &Bi) -> Answer<()> {
    Ok(store::insert_feature(&mut ctx.tx, code, name).await?)
}

pub async fn add_holiday(ctx: &mut Ctx, day: Day, name: &Bi) -> Answer<()> {
    Ok(store::insert_holiday(&mut ctx.tx, day, name).await?)
}

pub async fn add_venue(ctx: &mut Ctx, venue: &Venue, hours: [&str; 3]) -> Answer<()> {
    Ok(store::insert_venue(&mut ctx.tx, venue, hours).await?)
}
