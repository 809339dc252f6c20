//! Booking: a visitor asks for places, waits, gives them back by the link that only they have; who waits moves up by itself
//! (FT-22, I-53). All who ask for one activity wait for each other at its row.

use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::{
    base::{
        ctx::Ctx,
        db::Fault,
        ical::Method,
        outbox::{self, Letter, To},
        problem::{Answer, Kind, OrUnknown, Problem},
        roles::{Action, Reach},
        text::Bi,
    },
    people::acts::token_hash,
};

use super::{
    super::{
        rules::{
            booking::{self, BookingForm, BookingState, Contact, KEPT_DAYS, Room},
            programme::{Entry, Shown},
            publication::{known_since, turns},
            *,
        },
        store::{self, booking::Booking},
    },
    calendar, programme,
};

/// A session that can be booked, and how full it is.
pub struct Bookable {
    pub shown: Shown,
    pub room: Room,
}

/// The sessions of an activity in the programme, each with its room; none if one just comes.
pub async fn sessions(ctx: &mut Ctx, entry: &Entry) -> Answer<Vec<Bookable>> {
    if !entry.activity.booking {
        return Ok(Vec::new());
    }
    let counts = store::booking::counts(&mut ctx.tx, &entry.activity.code).await?;
    let room = |session: i64| {
        let (held, waiting) = counts.iter().find(|it| it.0 == session).map_or((0, 0), |it| (it.1, it.2));
        Room { places: entry.activity.needs.peak, held, waiting }
    };
    Ok(entry.sessions.iter().map(|shown| Bookable { room: room(shown.told.session), shown: shown.clone() }).collect())
}

/// Forms taken from one address within an hour; a school behind one address has room for its classes.
const MOST_AN_HOUR: i64 = 20;

/// Takes a form from an address of the net, unless too many came from there. Only what the address comes to is kept, for an hour.
pub(super) async fn take_from(ctx: &mut Ctx, address: &str) -> Answer<()> {
    let place = token_hash(&format!("booking|{address}"));
    if store::booking::from_place(&mut ctx.tx, &place, ctx.now.plus_minutes(-60)).await? >= MOST_AN_HOUR {
        return Err(Problem::new(Kind::Rate, "showcase-too-many-bookings").with("n", MOST_AN_HOUR));
    }
    store::booking::note_place(&mut ctx.tx, &place, ctx.now);
    Ok(())
}

/// Asks for places, from an address of the net. Gives the booking and the token of its link.
pub async fn book(ctx: &mut Ctx, form: &BookingForm, address: &str) -> Answer<(Booking, String)> {
    take_from(ctx, address).await?;
    let activity = store::lock_activity(&mut ctx.tx, form.activity.trim()).await?.or_unknown()?;
    let programme = programme::fresh(ctx).await?.or_unknown()?;
    let entry = programme.entry(&activity.code).filter(|it| it.activity.booking).or_unknown()?;
    let wish = form.read()?;
    let number = form.session.trim().parse::<i64>().ok().or_unknown()?;
    let bookable = sessions(ctx, entry).await?.into_iter().find(|it| it.shown.told.session == number).or_unknown()?;
    let told = &bookable.shown.told;
    let state = booking::ask(bookable.room, wish.people, wish.waits, told.at.starts, ctx.now)?;
    let live = store::booking::of_session(&mut ctx.tx, &activity.code, number).await?;
    let key = wish.contact.key();
    if live.iter().any(|it| Contact::read(&it.contact).is_some_and(|other| other.key() == key)) {
        return Err(Refusal::BookedAlready.into());
    }
    let made = Booking {
        reference: format!("BK-{}", ctx.site.speakable(8)),
        event: programme.event.code.clone(),
        activity: activity.code.clone(),
        session: number,
        name: wish.name,
        contact: wish.contact.text().to_owned(),
        access_needs: wish.access_needs,
        people: wish.people,
        lang: ctx.lang(),
        state,
        number: 0,
        made: ctx.now,
        sequence: store::booking::next_sequence(&mut ctx.tx, &activity.code, number, &key).await?,
    };
    let token = token(ctx, "booking", &made.reference)?;
    store::booking::add(&mut ctx.tx, &made, (&token_hash(&token), &key), told.ends.plus_days(KEPT_DAYS));
    let kind = if state == BookingState::Held { "booking-held" } else { "booking-waiting" };
    write(ctx, &made, kind, &activity, Some(told), &Bi::default()).await?;
    // How many, never who.
    let detail = json!({ "session": number, "people": made.people, "state": state.code() });
    ctx.audit("booking.make", format!("activity:{}", activity.code), detail);
    Ok((made, token))
}

/// What opens something that only a visitor has: made from what it is and the secret of the house, so that later letters can carry it too.
pub(super) fn token(ctx: &Ctx, what: &str, of: &str) -> Answer<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&ctx.site.secret).map_err(Fault::new)?;
    mac.update(format!("{what} {of}").as_bytes());
    Ok(hex::encode(&mac.finalize().into_bytes()[..16]))
}

/// A letter to the visitor, if they left an address; who left a number is told by the department.
pub(super) fn letter(ctx: &Ctx, it: &Booking, kind: &str, activity: &Activity, reason: &Bi) -> Answer<Option<Letter>> {
    let Some(Contact::Email(email)) = Contact::read(&it.contact) else { return Ok(None) };
    let page = format!("/showcase/bookings/{}", token(ctx, "booking", &it.reference)?);
    let letter = Letter::new(To::Address { email, lang: it.lang }, kind, page)
        .with("title", activity.title.clone())
        .with("n", it.people)
        .with("reference", it.reference.as_str())
        .with("reason", reason.clone());
    Ok(Some(letter))
}

/// Writes to the visitor. What they have places in goes into their calendar with the letter, and what does not take place, or they give
/// up, out of it.
async fn write(ctx: &mut Ctx, it: &Booking, kind: &str, activity: &Activity, told: Option<&Published>, reason: &Bi) -> Answer<()> {
    let Some(mut letter) = letter(ctx, it, kind, activity, reason)? else { return Ok(()) };
    if let Some(told) = told {
        letter = letter.with("starts", told.at.starts);
        let method = match kind {
            "booking-off" | "booking-given-back" => Some(("CANCEL", Method::Cancel)),
            _ if it.state == BookingState::Held => Some(("REQUEST", Method::Request)),
            _ => None,
        };
        if let Some((name, method)) = method {
            let told = Published { sequence: told.sequence + it.sequence, ..told.clone() };
            let visitor = (it.name.clone(), it.contact.clone());
            letter = letter.calendar(name, calendar::file(ctx, &told, activity, visitor, it.lang, method).await?);
        }
    }
    ctx.tell(letter);
    Ok(())
}

/// A booking as its visitor sees it.
pub struct Mine {
    pub booking: Booking,
    pub activity: Activity,
    /// Where and when; none if the session does not take place.
    pub shown: Option<Shown>,
    /// How many stand before it in the line.
    pub ahead: usize,
}

/// The booking that a link opens; nothing is told apart from nothing.
pub async fn one(ctx: &mut Ctx, token: &str) -> Answer<Mine> {
    let booking = store::booking::by_token(&mut ctx.tx, &token_hash(token)).await?.or_unknown()?;
    if booking.state == BookingState::Erased {
        return Err(Problem::unknown());
    }
    let activity = store::activity(&mut ctx.tx, &booking.activity).await?.or_unknown()?;
    let shown = match programme::programme(ctx, None).await? {
        Some((programme, _)) => programme
            .entry(&booking.activity)
            .and_then(|entry| entry.sessions.iter().find(|it| it.told.session == booking.session).cloned()),
        None => None,
    };
    let live = store::booking::of_session(&mut ctx.tx, &booking.activity, booking.session).await?;
    let ahead = live.iter().filter(|it| it.state == BookingState::Waiting && it.number < booking.number).count();
    Ok(Mine { booking, activity, shown, ahead })
}

/// Gives the places back; who waits moves up.
pub async fn cancel(ctx: &mut Ctx, token: &str) -> Answer<()> {
    let it = store::booking::by_token(&mut ctx.tx, &token_hash(token)).await?.or_unknown()?;
    let activity = store::lock_activity(&mut ctx.tx, &it.activity).await?.or_unknown()?;
    // It may have been cancelled while we waited for the row.
    let mut it = store::booking::by_token(&mut ctx.tx, &token_hash(token)).await?.or_unknown()?;
    let held = match it.state {
        BookingState::Held => true,
        BookingState::Waiting => false,
        BookingState::Cancelled => return Err(Refusal::Nothing.into()),
        BookingState::Erased => return Err(Problem::unknown()),
    };
    store::booking::set_state(&mut ctx.tx, &mut it, BookingState::Cancelled, ctx.now);
    let detail = json!({ "session": it.session, "people": it.people });
    ctx.audit("booking.cancel", format!("activity:{}", activity.code), detail);
    if held {
        let told = standing(ctx, &activity, it.session).await?;
        write(ctx, &it, "booking-given-back", &activity, told.as_ref(), &Bi::default()).await?;
    }
    move_up(ctx, &activity, it.session).await
}

/// Whoever waits and now has room gets it, in their order.
async fn move_up(ctx: &mut Ctx, activity: &Activity, session: i64) -> Answer<()> {
    let told = standing(ctx, activity, session).await?;
    // Nobody moves up into what has begun or does not take place.
    let Some(told) = told.filter(|it| !it.cancelled && ctx.now < it.at.starts) else { return Ok(()) };
    let mut live = store::booking::of_session(&mut ctx.tx, &activity.code, session).await?;
    let sum = |state: BookingState| live.iter().filter(|it| it.state == state).map(|it| it.people).sum();
    let room = Room { places: activity.needs.peak, held: sum(BookingState::Held), waiting: sum(BookingState::Waiting) };
    let waiting: Vec<(i64, i64)> = live.iter().filter(|it| it.state == BookingState::Waiting).map(|it| (it.number, it.people)).collect();
    let next = booking::next_in_line(room, &waiting);
    for it in live.iter_mut().filter(|it| next.contains(&it.number)) {
        store::booking::set_state(&mut ctx.tx, it, BookingState::Held, ctx.now);
        write(ctx, it, "booking-held", activity, Some(&told), &Bi::default()).await?;
        ctx.audit("booking.move-up", format!("activity:{}", activity.code), json!({ "session": session, "people": it.people }));
    }
    Ok(())
}

/// What the public is told of a session now.
async fn standing(ctx: &mut Ctx, activity: &Activity, session: i64) -> Answer<Option<Published>> {
    let last = store::publication::versions(&mut ctx.tx, &activity.event).await?.first().map_or(0, |it| it.number);
    let told = store::publication::standing(&mut ctx.tx, &activity.event, last).await?;
    Ok(told.into_iter().find(|it| it.activity == activity.code && it.session == session))
}

/// Who comes to an activity: for its department, which must reach them, and for nobody else.
pub async fn of_activity(ctx: &mut Ctx, activity: &Activity) -> Answer<Vec<Booking>> {
    let own = ctx.viewer.me().is_some_and(|me| me.organisation == activity.organisation);
    if !own || ctx.viewer.reach(Action::FileActivities) != Reach::Own {
        return Err(Problem::forbidden());
    }
    Ok(store::booking::of_activity(&mut ctx.tx, &activity.code).await?)
}

/// How many live bookings changes of the programme concern.
pub async fn concerned(ctx: &mut Ctx, event: &str, turns: &[Turn]) -> Answer<usize> {
    let live = store::booking::of_event(&mut ctx.tx, event).await?;
    let is_changed = |it: &&Booking| turns.iter().any(|turn| (&turn.now().activity, turn.now().session) == (&it.activity, it.session));
    Ok(live.iter().filter(is_changed).count())
}

/// Tells everybody booked what became of their sessions since they booked or were last told, once; bookings of what does not take
/// place end. `all` is everything that was ever published, `versions` the latest first.
pub(super) async fn tell_of(ctx: &mut Ctx, event: &str, all: &[Published], versions: &[Version], activities: &[Activity]) -> Answer<()> {
    let Some(last) = versions.first() else { return Ok(()) };
    for mut it in store::booking::of_event(&mut ctx.tx, event).await? {
        let own: Vec<Published> = all.iter().filter(|row| (&row.activity, row.session) == (&it.activity, it.session)).cloned().collect();
        let Some(turn) = turns(&own, known_since(versions, it.made), last.number).pop() else { continue };
        let Some(activity) = activities.iter().find(|activity| activity.code == it.activity) else { continue };
        if let Turn::Cancelled(_) = turn {
            store::booking::set_state(&mut ctx.tx, &mut it, BookingState::Cancelled, ctx.now);
            write(ctx, &it, "booking-off", activity, Some(turn.now()), &last.reason).await?;
        } else {
            write(ctx, &it, "booking-moved", activity, Some(turn.now()), &last.reason).await?;
        }
    }
    Ok(())
}

/// Forgets who booked what is thirty days over: names, contacts and needs, and the letters to them.
pub async fn erase_due(ctx: &mut Ctx) -> Answer<usize> {
    ctx.only_the_house()?;
    store::booking::forget_places(&mut ctx.tx, ctx.now.plus_minutes(-60));
    let due = store::booking::to_erase(&mut ctx.tx, ctx.now).await?;
    for it in &due {
        store::booking::erase(&mut ctx.tx, &it.reference, ctx.now);
        if let Some(Contact::Email(email)) = Contact::read(&it.contact) {
            outbox::forget(&mut ctx.tx, &ctx.site, &email);
        }
    }
    if !due.is_empty() {
        ctx.audit("booking.erase", "showcase", json!({ "n": due.len() }));
    }
    Ok(due.len())
}
