//! What the organiser does: draft, publish, change, decide go or no-go, cancel, merge, jump the queue with a reason.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        outbox::Letter,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::{Bi, fold},
        time::Moment,
    },
    venues,
    workshops::{
        rules::{publish, *},
        store::{self, Move, Of, people as crowd},
    },
};

use super::{Asked, Comer, calendar, enter, place_now, set, settle, spoken, tell};

/// Reads the form; `before` is the workshop it changes.
fn read(draft: &Draft, before: Option<&Workshop>, organiser: &str, uid: String, now: Moment) -> Answer<Workshop> {
    let mut wrong = crate::base::problem::Complaints::default();
    let mut number = |field: &str, text: &str| {
        text.trim().parse::<i64>().unwrap_or_else(|_| {
            wrong.add(Problem::rule("problem-number").on(field));
            1
        })
    };
    let (capacity, minimum) = (number("capacity", &draft.capacity), number("minimum", &draft.minimum));
    let (quota, team_min, team_max) =
        (number("quota", &draft.quota), number("team_min", &draft.team_min), number("team_max", &draft.team_max));
    let mut moment = |field: &str, text: &str| {
        Moment::parse_local(text).unwrap_or_else(|| {
            wrong.add(Problem::rule("problem-moment").on(field));
            now
        })
    };
    let (starts, ends) = (moment("starts", &draft.starts), moment("ends", &draft.ends));
    let (opens, closes) = (moment("opens", &draft.opens), moment("closes", &draft.closes));
    for (field, text, limit) in [
        ("title_en", &draft.title_en, 160),
        ("title_zh", &draft.title_zh, 80),
        ("summary_en", &draft.summary_en, 600),
        ("summary_zh", &draft.summary_zh, 300),
        ("audience_en", &draft.audience_en, 200),
        ("audience_zh", &draft.audience_zh, 100),
    ] {
        if text.chars().count() > limit {
            wrong.add(Problem::rule("problem-too-long").with("limit", limit).on(field));
        }
    }
    wrong.check()?;
    let text = |en: &str, zh: &str| Bi::new(en.trim(), zh.trim());
    Ok(Workshop {
        code: draft.code.trim().to_uppercase(),
        series: draft.series.trim().into(),
        kind: draft.kind.trim().into(),
        title: text(&draft.title_en, &draft.title_zh),
        summary: text(&draft.summary_en, &draft.summary_zh),
        audience: text(&draft.audience_en, &draft.audience_zh),
        starts,
        ends,
        venue: draft.venue.trim().into(),
        capacity,
        minimum,
        quota,
        team_min,
        team_max,
        language: draft.language.trim().into(),
        organiser: organiser.into(),
        co_organiser: Some(draft.co_organiser.trim().to_owned()).filter(|code| !code.is_empty()),
        opens,
        closes,
        endorsed: !draft.endorsed.is_empty(),
        day_off: !draft.day_off.is_empty(),
        state: before.map_or(State::Draft, |w| w.state),
        cancel_reason: None,
        carried_to: None,
        uid: before.map_or(uid, |w| w.uid.clone()),
        sequence: before.map_or(0, |w| w.sequence),
        changed: now,
        version: before.map_or(Ok(1), |_| draft.version.trim().parse()).unwrap_or(0),
    })
}

/// Saves a draft, new or changed, or a change of a published workshop, which must stay fit to be published.
/// Everyone registered is told of a new time or place; more places go to the waiting list at once.
pub async fn save(ctx: &mut Ctx, draft: &Draft) -> Answer<Workshop> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let me = ctx.me()?;
    let code = draft.code.trim().to_uppercase();
    if code.is_empty() || code.len() > 20 || !code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Err(Problem::rule("workshops-code-bad").on("code"));
    }
    let before = store::lock_workshop(&mut ctx.tx, &code).await?;
    let uid = format!("{}@accolade", ctx.site.fresh_token(16));
    let mut after = read(draft, before.as_ref(), &me.organisation, uid, ctx.now)?;
    venues::acts::venue(ctx, &after.venue).await.map_err(|_| Problem::rule("workshops-venue-unknown").on("venue"))?;
    let public = before.as_ref().is_some_and(Workshop::is_public);
    if let Some(before) = &before {
        if matches!(before.state, State::Completed | State::Cancelled) {
            return Err(Problem::clash("workshops-is-over"));
        }
        let taken = store::tally(&mut ctx.tx, before, "").await?.taken;
        if after.capacity < taken {
            return Err(Refusal::BelowTaken { taken }.into());
        }
    }
    let moved = before.as_ref().is_some_and(|b| (b.starts, b.ends, &b.venue) != (after.starts, after.ends, &after.venue));
    if public {
        fit(ctx, &after).await?;
        if moved {
            after.sequence += 1;
        }
    }
    write(ctx, &after, before.is_none()).await?;
    let action = if before.is_none() { "workshop.draft" } else { "workshop.change" };
    ctx.audit(
        action,
        format!("workshop:{code}"),
        json!({ "capacity": after.capacity, "starts": after.starts.to_rfc3339(), "venue": after.venue }),
    );
    if public && moved {
        hold(ctx, &after).await?;
        tell_all(ctx, &after, "moved").await?;
    }
    if public {
        settle(ctx, &after).await?;
    }
    Ok(after)
}

/// Everything a published workshop must be (I-08, I-61).
async fn fit(ctx: &mut Ctx, workshop: &Workshop) -> Answer<()> {
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let holidays = venues::acts::holidays(ctx).await?;
    let span = (workshop.starts, workshop.ends);
    let mut fitting: Vec<_> = venues::acts::venues(ctx)
        .await?
        .into_iter()
        .filter(|v| v.capacity >= workshop.capacity && v.is_open(span.0, span.1, &holidays))
        .filter(|v| ["training_room", "activity_room", "lecture_hall", "hall", "theatre", "meeting_room"].contains(&v.kind.as_str()))
        .collect();
    fitting.sort_by_key(|v| (v.capacity, v.code.clone()));
    let taken = venues::acts::in_the_way(ctx, &venue, span, &purpose(workshop)).await?;
    publish::check(workshop, &venue, &fitting, &taken, &holidays)
}

fn purpose(workshop: &Workshop) -> String {
    format!("workshop:{}", workshop.code)
}

async fn hold(ctx: &mut Ctx, workshop: &Workshop) -> Answer<()> {
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    venues::acts::hold(ctx, &venue, (workshop.starts, workshop.ends), "confirmed", &purpose(workshop), &workshop.title).await
}

/// Writes a workshop with what the search finds it by.
pub(in crate::workshops) async fn write(ctx: &mut Ctx, workshop: &Workshop, new: bool) -> Answer<()> {
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let parts = [
        &workshop.code,
        &workshop.title.en,
        &workshop.title.zh,
        &workshop.summary.en,
        &workshop.summary.zh,
        &workshop.audience.en,
        &workshop.audience.zh,
        &venue.name.en,
        &venue.name.zh,
    ];
    let folded = fold(&parts.map(String::as_str).join(" · "));
    if store::save(&mut ctx.tx, workshop, &folded, new).await? {
        return Ok(());
    }
    Err(Problem::clash(if new { "workshops-code-taken" } else { "workshops-changed-meanwhile" }).on("code"))
}

/// Adds a series of workshops.
pub async fn add_series(ctx: &mut Ctx, code: &str, name: &Bi) -> Answer<()> {
    Ok(store::insert_series(&mut ctx.tx, code, name).await?)
}

/// Puts a draft before the public and holds its room.
pub async fn publish(ctx: &mut Ctx, code: &str) -> Answer<Workshop> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let mut workshop = store::lock_workshop(&mut ctx.tx, code).await?.or_unknown()?;
    if workshop.state != State::Draft {
        return Err(Problem::clash("workshops-is-published"));
    }
    fit(ctx, &workshop).await?;
    hold(ctx, &workshop).await?;
    workshop.state = State::Published;
    workshop.changed = ctx.now;
    write(ctx, &workshop, false).await?;
    ctx.audit("workshop.publish", purpose(&workshop), json!({ "starts": workshop.starts.to_rfc3339() }));
    Ok(workshop)
}

/// Closes registration earlier or keeps it open longer, within what is possible.
pub async fn extend(ctx: &mut Ctx, code: &str, closes: &str) -> Answer<Workshop> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let mut workshop = store::lock_workshop(&mut ctx.tx, code).await?.or_unknown()?;
    workshop.closes = Moment::parse_local(closes).ok_or_else(|| Problem::rule("problem-moment").on("closes"))?;
    workshop.changed = ctx.now;
    fit(ctx, &workshop).await?;
    write(ctx, &workshop, false).await?;
    ctx.audit("workshop.extend", purpose(&workshop), json!({ "closes": workshop.closes.to_rfc3339() }));
    Ok(workshop)
}

/// Go: it will be held. Below its minimum that takes a reason.
pub async fn confirm(ctx: &mut Ctx, code: &str, reason: &str) -> Answer<Workshop> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let mut workshop = store::lock_workshop(&mut ctx.tx, code).await?.or_unknown()?;
    match workshop.phase(ctx.now) {
        Phase::Closed => {}
        Phase::Upcoming | Phase::Open => return Err(Refusal::NotClosed { closes: workshop.closes }.into()),
        _ => return Err(Problem::clash("workshops-is-decided")),
    }
    let people = store::tally(&mut ctx.tx, &workshop, "").await?.taken;
    let reason = spoken(reason)?;
    if people < workshop.minimum && reason.is_none() {
        return Err(Refusal::BelowMinimum { people, minimum: workshop.minimum }.into());
    }
    workshop.state = State::Confirmed;
    workshop.changed = ctx.now;
    workshop.sequence += 1;
    write(ctx, &workshop, false).await?;
    ctx.audit_because("workshop.confirm", purpose(&workshop), json!({ "people": people }), reason.as_deref().unwrap_or(""));
    tell_all(ctx, &workshop, "goes-ahead").await?;
    Ok(workshop)
}

/// No-go: everyone is told, their calendars too; with a replacement they are offered places in it first.
pub async fn cancel(ctx: &mut Ctx, code: &str, reason: &str, words: &str, carried_to: &str, replacement: &str) -> Answer<Workshop> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let reason = CancelReason::of_code(reason.trim()).ok_or(Refusal::ReasonMissing)?;
    let words = spoken(words)?;
    let replacement = replacement.trim();
    if reason == CancelReason::Merged && replacement.is_empty() {
        return Err(Problem::rule("workshops-replacement-missing").on("replacement"));
    }
    // Two workshops are locked in the order of their codes.
    let mut codes = vec![code, replacement];
    codes.sort_unstable();
    for code in codes.into_iter().filter(|code| !code.is_empty()) {
        store::lock_workshop(&mut ctx.tx, code).await?;
    }
    let mut workshop = store::find(&mut ctx.tx, code).await?.filter(Workshop::is_public).or_unknown()?;
    if matches!(workshop.state, State::Completed | State::Cancelled) {
        return Err(Problem::clash("workshops-is-over"));
    }
    workshop.carried_to = match (reason, carried_to.trim()) {
        (CancelReason::CarriedForward, "") => return Err(Refusal::CarriedToMissing.into()),
        (CancelReason::CarriedForward, to) if !leads_somewhere(ctx, to).await? => {
            return Err(Problem::rule("workshops-carried-to-unknown").on("carried_to"));
        }
        (CancelReason::CarriedForward, to) => Some(to.to_owned()),
        (CancelReason::Merged, _) => Some(replacement.to_owned()),
        _ => None,
    };
    workshop.state = State::Cancelled;
    workshop.cancel_reason = Some(reason.code().into());
    workshop.sequence += 1;
    workshop.changed = ctx.now;
    write(ctx, &workshop, false).await?;
    venues::acts::release(ctx, &purpose(&workshop)).await?;
    ctx.audit_because(
        "workshop.cancel",
        purpose(&workshop),
        json!({ "reason": reason.code(), "to": workshop.carried_to }),
        words.as_deref().unwrap_or(""),
    );
    let live: Vec<Registration> =
        store::registrations(&mut ctx.tx, Of::Workshop(code)).await?.into_iter().filter(|r| r.status.is_live()).collect();
    for registration in &live {
        let mut ended = registration.clone();
        let change = Move { reason: words.clone(), ..Move::default() };
        set(ctx, &workshop, &mut ended, Status::Cancelled, change, "workshop-cancelled").await?;
    }
    if !replacement.is_empty() {
        let into = store::find(&mut ctx.tx, replacement).await?.filter(Workshop::is_public).or_unknown()?;
        offer_instead(ctx, &into, &live).await?;
    }
    Ok(workshop)
}

/// Where a carried-forward workshop goes: another workshop, or an initiative such as `F3.1`.
async fn leads_somewhere(ctx: &mut Ctx, to: &str) -> Answer<bool> {
    let initiative = to.strip_prefix(['F', 'P']).is_some_and(|rest| {
        let mut parts = rest.split('.');
        parts.clone().count() == 2 && parts.all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    });
    Ok(initiative || store::find(&mut ctx.tx, to).await?.is_some())
}

/// Offers places in another workshop to those whose own is cancelled, in the order they had, before anyone who waits there.
async fn offer_instead(ctx: &mut Ctx, into: &Workshop, from: &[Registration]) -> Answer<()> {
    let me = ctx.me()?;
    let holidays = venues::acts::holidays(ctx).await?;
    if ctx.now >= into.waitlist_closes(&holidays) {
        return Err(Problem::closed("workshops-replacement-over").on("replacement"));
    }
    let until = into.offer_until(ctx.now, &holidays);
    let mut order: Vec<&Registration> = from.iter().filter(|r| r.status != Status::AwaitingEndorsement).collect();
    order.sort_by_key(|r| (r.status == Status::Waitlisted, r.queue_no, r.asked_at));
    // Numbers far below any drawn so far: they go first, and among themselves in order.
    let first = store::next_queue(&mut ctx.tx, &into.code).await? - 1_000_000;
    for (index, old) in order.into_iter().enumerate() {
        let mut comers = Vec::new();
        for p in crowd::participants(&mut ctx.tx, old.id).await? {
            // Whoever is in the other workshop already, or busy at its hour, is left out of the offer.
            if crowd::engagements(&mut ctx.tx, p.person, into, Some(old.id)).await?.is_empty() {
                comers.push(Comer { post: p.post.clone(), reader: p.into(), field: String::new() });
            }
        }
        if into.fits_team(comers.len() as i64).is_err() {
            continue;
        }
        let status = match place_now(ctx, into, &old.organisation, comers.len() as i64).await? {
            Status::Confirmed => Status::Offered,
            other => other,
        };
        let key = format!("instead-{}", old.reference);
        let by = crate::base::ctx::Me { id: old.asked_by, ..me.clone() };
        let number = store::next_ref(&mut ctx.tx, &into.code).await?;
        let asked = Asked { by: &by, organisation: &old.organisation, key: &key, number, status, queue_no: Some(first + index as i64) };
        let mut new = enter(ctx, into, &comers, asked).await?;
        if status == Status::Offered {
            let change = Move { queue_no: new.queue_no, offered_until: Some(until), ..Move::default() };
            store::set_status(&mut ctx.tx, new.id, Status::Offered, &change, ctx.now);
            new.offered_until = Some(until);
        }
        store::set_priority(&mut ctx.tx, new.id).await?;
        tell(ctx, into, &new, "instead", comers.into_iter().map(|it| it.reader).collect()).await?;
    }
    Ok(())
}

/// Gives a waiting registration the next place that fits, before its turn. That takes a reason, and the audit keeps it.
pub async fn jump(ctx: &mut Ctx, reference: &str, reason: &str) -> Answer<Registration> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let reason = spoken(reason)?.ok_or(Refusal::ReasonMissing)?;
    let (workshop, mut registration) = super::mine(ctx, reference).await?;
    if registration.status != Status::Waitlisted {
        return Err(Refusal::NotLive.into());
    }
    let first = store::next_queue(&mut ctx.tx, &workshop.code).await? - 2_000_000;
    let change = Move { queue_no: Some(first), reason: None, ..Move::default() };
    store::set_status(&mut ctx.tx, registration.id, Status::Waitlisted, &change, ctx.now);
    registration.queue_no = Some(first);
    let by = super::actor(ctx);
    crowd::add_step(&mut ctx.tx, registration.id, "jumped", &by, Some(&reason), ctx.now);
    ctx.audit_because("registration.jump", format!("registration:{reference}"), json!({}), &reason);
    settle(ctx, &workshop).await?;
    Ok(registration)
}

/// Writes the same to everyone who is in or waiting.
async fn tell_all(ctx: &mut Ctx, workshop: &Workshop, kind: &str) -> Answer<()> {
    let setting = calendar::setting(ctx, workshop).await?;
    for registration in store::registrations(&mut ctx.tx, Of::Workshop(&workshop.code)).await? {
        if !registration.status.is_live() {
            continue;
        }
        for p in crowd::participants(&mut ctx.tx, registration.id).await? {
            let mut letter = Letter::new(p.person, kind, format!("/registrations/{}", registration.reference))
                .with("title", workshop.title.clone())
                .with("reference", registration.reference.as_str())
                .with("starts", workshop.starts)
                .with("venue", setting.venue.name.clone());
            if let Some(method) = calendar::method(workshop, &registration) {
                let (method, file) = calendar::file(ctx, (workshop, &setting), &registration, &p.into(), method);
                letter = letter.calendar(method, file);
            }
            ctx.tell(letter);
        }
    }
    Ok(())
}
