//! What people do to get into a workshop: register, accept, give up, exchange a member.
//!
//! Each act is one transaction: who may → load and lock → decide → save → tell. The workshop's row is locked first, persons
//! after it in the order of their numbers, so that nothing oversells and nobody waits for each other in a circle.

use serde_json::json;

use crate::{
    base::{
        ctx::{Ctx, Me},
        ids::{ParticipantId, RegistrationId},
        outbox::Letter,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::{Bi, holds_identity_card},
    },
    people, venues,
};

use super::{
    rules::{
        queue::{Place, offers, place},
        *,
    },
    store::{self, Move, NewRegistration, people as crowd},
};

pub mod calendar;
pub mod door;
pub mod endorse;
pub mod find;
mod members;
pub mod organise;
pub mod remind;
pub mod tick;

use members::{Comer, Reader, no_clashes, read_members};

/// Registers the people named, for the organisation of whoever asks. Sent twice with one key, it registers once.
pub async fn register(ctx: &mut Ctx, code: &str, members: &[Member], consent: bool, key: &str) -> Answer<Registration> {
    ctx.may(Action::Register, Reach::Own)?;
    let me = ctx.me()?;
    let (workshop, number) = store::lock_to_register(&mut ctx.tx, code).await?.filter(|(it, _)| it.is_public()).or_unknown()?;
    if let Some(before) = store::by_request(&mut ctx.tx, key).await? {
        return if before.asked_by == me.id { Ok(before) } else { Err(Problem::form("problem-form")) };
    }
    workshop.may_register(ctx.now)?;
    let members = read_members(ctx, &workshop, &me, &me.organisation, members, consent).await?;
    let status = if workshop.endorsed && ctx.viewer.reach(Action::Endorse) != Reach::Own {
        Status::AwaitingEndorsement
    } else {
        place_now(ctx, &workshop, &me.organisation, members.len() as i64).await?
    };
    let asked = Asked { by: &me, organisation: &me.organisation, key, number, status, queue_no: None };
    let registration = enter(ctx, &workshop, &members, asked).await?;
    tell(ctx, &workshop, &registration, "registered", members.into_iter().map(|it| it.reader).collect()).await?;
    Ok(registration)
}

/// A registration about to be made.
struct Asked<'a> {
    by: &'a Me,
    organisation: &'a str,
    key: &'a str,
    /// Of the reference.
    number: i64,
    status: Status,
    queue_no: Option<i64>,
}

/// Makes a registration of people already known, whatever its status; whoever calls this tells them.
async fn enter(ctx: &mut Ctx, workshop: &Workshop, comers: &[Comer], asked: Asked<'_>) -> Answer<Registration> {
    no_clashes(ctx, workshop, comers, None).await?;
    let queue_no = match asked.status {
        Status::Waitlisted if asked.queue_no.is_none() => Some(store::next_queue(&mut ctx.tx, &workshop.code).await?),
        _ => asked.queue_no,
    };
    let mut registration = Registration {
        id: RegistrationId(ctx.site.fresh_id()),
        reference: format!("{}-{:04}", workshop.code, asked.number),
        workshop: workshop.code.clone(),
        organisation: asked.organisation.to_owned(),
        is_team: workshop.takes_teams() && comers.len() > 1,
        people: comers.len() as i64,
        status: asked.status,
        queue_no,
        offered_until: None,
        asked_by: asked.by.id,
        asked_at: ctx.now,
        changed_at: ctx.now,
        reason: None,
        sequence: 0,
    };
    let new = NewRegistration { registration: &registration, key: asked.key };
    // Whoever gave a place up and comes again is invited with a number that their calendar has not seen.
    let sequence = store::insert_registration(&mut ctx.tx, &new, ctx.now).await?;
    registration.sequence = sequence.ok_or_else(|| Problem::form("problem-form"))?;
    for (number, comer) in comers.iter().enumerate() {
        let (id, door) = (ParticipantId(ctx.site.fresh_id()), door_code(ctx));
        if !store::insert_participant(&mut ctx.tx, &registration, (id, number), comer.reader.id, &comer.post, &door).await? {
            // The unique index stood firm where a race slipped past the question above.
            return Err(
                Problem::from(Refusal::AlreadyIn { email: comer.reader.email.clone(), reference: workshop.code.clone() }).on(&comer.field)
            );
        }
    }
    let step = format!("asked-{}", registration.status.code());
    crowd::add_step(&mut ctx.tx, registration.id, &step, &asked.by.post_title, None, ctx.now);
    ctx.audit(
        "registration.ask",
        format!("registration:{}", registration.reference),
        json!({ "people": registration.people, "organisation": registration.organisation, "state": registration.status.code() }),
    );
    Ok(registration)
}

/// Confirmed or waitlisted: what so many people of an organisation get now.
async fn place_now(ctx: &mut Ctx, workshop: &Workshop, organisation: &str, people: i64) -> Answer<Status> {
    let tally = store::tally(&mut ctx.tx, workshop, organisation).await?;
    Ok(match place(tally, people) {
        Place::Confirmed => Status::Confirmed,
        Place::Waitlisted => Status::Waitlisted,
    })
}

/// Offers what is free to the waiting list, by rule, until its end (I-07). Called by everything that frees places.
pub(super) async fn settle(ctx: &mut Ctx, workshop: &Workshop) -> Answer<()> {
    let holidays = venues::acts::holidays(ctx).await?;
    if ctx.now >= workshop.waitlist_closes(&holidays) || matches!(workshop.state, State::Cancelled | State::Completed) {
        return Ok(());
    }
    let standings = store::standings(&mut ctx.tx, &workshop.code).await?;
    let until = workshop.offer_until(ctx.now, &holidays);
    for id in offers(workshop.capacity, workshop.quota, &standings) {
        let queue_no = standings.iter().find(|s| s.id == id).map(|s| s.queue_no);
        let change = Move { queue_no, offered_until: Some(until), ..Move::default() };
        store::set_status(&mut ctx.tx, id, Status::Offered, &change, ctx.now);
        crowd::add_step(&mut ctx.tx, id, "offered", &house(), None, ctx.now);
        let registration = store::registration_by_id(&mut ctx.tx, id).await?.or_unknown()?;
        ctx.audit("registration.offer", format!("registration:{}", registration.reference), json!({ "until": until.to_rfc3339() }));
        tell_members(ctx, workshop, &registration, "offered").await?;
    }
    Ok(())
}

/// How the house signs what happens by the clock.
fn house() -> Bi {
    Bi::new("By rule", "按規則")
}

/// Whoever acts, by post.
fn actor(ctx: &Ctx) -> Bi {
    ctx.viewer.me().map_or_else(house, |me| me.post_title.clone())
}

/// Writes to everyone in a registration, and to whoever asked for it.
async fn tell_members(ctx: &mut Ctx, workshop: &Workshop, registration: &Registration, kind: &str) -> Answer<()> {
    let members = crowd::participants(&mut ctx.tx, registration.id).await?;
    tell(ctx, workshop, registration, kind, members.into_iter().map(Into::into).collect()).await
}

/// Writes to the members of a registration, who are given, and to whoever asked for it, with the calendar file that fits.
async fn tell(ctx: &mut Ctx, workshop: &Workshop, registration: &Registration, kind: &str, mut readers: Vec<Reader>) -> Answer<()> {
    if !readers.iter().any(|it| it.id == registration.asked_by) {
        readers.push(people::acts::person(ctx, registration.asked_by).await?.into());
    }
    let enclosed = match calendar::method(workshop, registration) {
        Some(method) => Some((method, calendar::setting(ctx, workshop).await?)),
        None => None,
    };
    for reader in readers {
        let page = format!("/registrations/{}", registration.reference);
        let mut letter = Letter::new(reader.id, &format!("{kind}-{}", registration.status.code()), page)
            .with("title", workshop.title.clone())
            .with("reference", registration.reference.as_str())
            .with("starts", workshop.starts)
            .with("people", registration.people);
        if let Some(until) = registration.offered_until {
            letter = letter.with("until", until);
        }
        if let Some(reason) = &registration.reason {
            letter = letter.with("reason", reason.as_str());
        }
        if let Some((method, setting)) = &enclosed {
            let (method, file) = calendar::file(ctx, (workshop, setting), registration, &reader, *method);
            letter = letter.calendar(method, file);
        }
        ctx.tell(letter);
    }
    Ok(())
}

/// A registration this viewer may act on: theirs, or of their department for a co-ordinator, or any for an organiser.
/// To everybody else it does not exist. The workshop's row is locked.
async fn mine(ctx: &mut Ctx, reference: &str) -> Answer<(Workshop, Registration)> {
    let found = store::registration(&mut ctx.tx, reference).await?.or_unknown()?;
    let workshop = store::lock_workshop(&mut ctx.tx, &found.workshop).await?.or_unknown()?;
    let registration = store::registration(&mut ctx.tx, reference).await?.or_unknown()?;
    if find::may_see(ctx, &registration).await? >= Reach::Own { Ok((workshop, registration)) } else { Err(Problem::unknown()) }
}

/// Takes the place that is offered. Too late, the registration goes to the end of the list, and that is kept: hence the
/// inner result, to be answered after the commit.
pub async fn accept(ctx: &mut Ctx, reference: &str) -> Answer<Result<Registration, Refusal>> {
    let (workshop, mut registration) = mine(ctx, reference).await?;
    match (registration.status, registration.offered_until) {
        (Status::Offered, Some(until)) if ctx.now < until => {}
        (Status::Offered, until) => {
            tick::lapse(ctx, &workshop, &registration).await?;
            return Ok(Err(Refusal::OfferLapsed { since: until.unwrap_or(ctx.now) }));
        }
        // The clock was faster: the offer lapsed a while ago, and the registration went to the end of the list.
        (Status::Waitlisted, _) if crowd::steps(&mut ctx.tx, registration.id).await?.iter().any(|it| it.step == "lapsed") => {
            return Ok(Err(Refusal::OfferLapsed { since: registration.changed_at }));
        }
        _ => return Err(Refusal::NotOffered.into()),
    }
    set(ctx, &workshop, &mut registration, Status::Confirmed, Move::default(), "accepted").await?;
    Ok(Ok(registration))
}

/// Gives a place or a wish up: an offer is refused, a wait ends, a confirmed place is cancelled in time.
pub async fn give_up(ctx: &mut Ctx, reference: &str, reason: &str) -> Answer<Registration> {
    let (workshop, mut registration) = mine(ctx, reference).await?;
    let reason = spoken(reason)?;
    let runs = ctx.viewer.reach(Action::RunWorkshops) == Reach::All;
    let status = match registration.status {
        Status::AwaitingEndorsement | Status::Waitlisted | Status::Offered => Status::Withdrawn,
        Status::Confirmed => {
            if !runs {
                workshop.may_change(ctx.now, &venues::acts::holidays(ctx).await?)?;
            }
            Status::Cancelled
        }
        _ => return Err(Refusal::NotLive.into()),
    };
    if ctx.now >= workshop.starts {
        return Err(Refusal::TooLateToChange { until: workshop.starts }.into());
    }
    let freed = registration.status.holds_place();
    set(ctx, &workshop, &mut registration, status, Move { reason, ..Move::default() }, "gave-up").await?;
    if freed {
        settle(ctx, &workshop).await?;
    }
    Ok(registration)
}

/// A reason as somebody said it, checked; none if they said nothing.
fn spoken(reason: &str) -> Answer<Option<String>> {
    let reason = reason.trim();
    if holds_identity_card(reason) {
        return Err(Problem::rule("problem-identity-card").on("reason"));
    }
    if reason.chars().count() > 500 {
        return Err(Problem::rule("problem-too-long").with("limit", 500i64).on("reason"));
    }
    Ok((!reason.is_empty()).then(|| reason.to_owned()))
}

/// Moves a registration, with its step, its audit event and its letters.
async fn set(ctx: &mut Ctx, workshop: &Workshop, registration: &mut Registration, status: Status, change: Move, step: &str) -> Answer<()> {
    store::set_status(&mut ctx.tx, registration.id, status, &change, ctx.now);
    let by = actor(ctx);
    crowd::add_step(&mut ctx.tx, registration.id, step, &by, change.reason.as_deref(), ctx.now);
    let before = registration.status;
    registration.status = status;
    registration.queue_no = change.queue_no;
    registration.offered_until = change.offered_until;
    registration.reason = change.reason;
    registration.sequence += 1;
    ctx.audit(
        match status {
            Status::Confirmed => "registration.confirm",
            Status::Waitlisted => "registration.wait",
            Status::Declined => "registration.decline",
            _ => "registration.end",
        },
        format!("registration:{}", registration.reference),
        json!({ "from": before.code(), "to": status.code() }),
    );
    tell_members(ctx, workshop, registration, step).await
}

/// Puts somebody else in the place of a member, without losing the place.
pub async fn substitute(ctx: &mut Ctx, reference: &str, participant: ParticipantId, member: &Member) -> Answer<Registration> {
    let (workshop, mut registration) = mine(ctx, reference).await?;
    if !registration.status.is_live() {
        return Err(Refusal::NotLive.into());
    }
    workshop.may_change(ctx.now, &venues::acts::holidays(ctx).await?)?;
    let me = ctx.me()?;
    let one_member = Workshop { team_min: 1, team_max: 1, ..workshop.clone() };
    let mut comers = read_members(ctx, &one_member, &me, &registration.organisation, std::slice::from_ref(member), true).await?;
    let comer = comers.pop().ok_or_else(|| Problem::rule("people-email-bad").on("members[0][email]"))?;
    let members = crowd::participants(&mut ctx.tx, registration.id).await?;
    let old = members.iter().find(|p| p.id == participant).or_unknown()?.clone();
    if members.iter().any(|p| p.person == comer.reader.id) {
        let already = Refusal::AlreadyIn { email: comer.reader.email, reference: registration.reference };
        return Err(Problem::from(already).on(comer.field));
    }
    no_clashes(ctx, &workshop, std::slice::from_ref(&comer), Some(registration.id)).await?;
    let door = door_code(ctx);
    crowd::substitute(&mut ctx.tx, participant, comer.reader.id, &comer.post, &door).await?;
    crowd::add_step(&mut ctx.tx, registration.id, "substituted", &me.post_title, None, ctx.now);
    // Out of one calendar and into another, with a number that neither has seen.
    store::raise(&mut ctx.tx, registration.id);
    registration.sequence += 1;
    ctx.audit("registration.substitute", format!("registration:{}", registration.reference), json!({}));
    let mut letter = Letter::new(old.person, "replaced", format!("/workshops/{}", workshop.code))
        .with("title", workshop.title.clone())
        .with("starts", workshop.starts);
    let ended = Registration { status: Status::Cancelled, ..registration.clone() };
    if let Some(method) = calendar::method(&workshop, &ended) {
        let setting = calendar::setting(ctx, &workshop).await?;
        let (method, file) = calendar::file(ctx, (&workshop, &setting), &ended, &old.into(), method);
        letter = letter.calendar(method, file);
    }
    ctx.tell(letter);
    tell_members(ctx, &workshop, &registration, "substituted").await?;
    Ok(registration)
}

/// Eight letters and digits for the door, without those that look alike.
fn door_code(ctx: &Ctx) -> String {
    ctx.site.speakable(8)
}
