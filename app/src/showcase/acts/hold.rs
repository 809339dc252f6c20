//! Venues asked for, held and confirmed for an event; the reminder before it is too late; and what losing one would mean (FT-19).

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        outbox::Letter,
        problem::{Answer, OrUnknown},
        roles::{Action, Reach, Role},
        text::Bi,
        time::Day,
    },
    people,
    venues::{self, Venue},
};

use super::{
    super::{
        rules::{hold::*, timetable::Offer, *},
        store,
    },
    board, find,
};

/// A venue, how far the organiser has come with it, and what the board has there.
pub struct Line {
    pub venue: Venue,
    pub hold: Option<VenueHold>,
    pub sessions: usize,
    /// The first and the last day with a session.
    pub days: Option<(Day, Day)>,
}

impl Line {
    fn of(table: &Timetable, holds: &[VenueHold], venue: &Venue) -> Line {
        let here: Vec<Day> = table.placed().filter(|(_, at)| at.venue == venue.code).map(|(_, at)| at.starts.day()).collect();
        let days = here.iter().min().copied().zip(here.iter().max().copied());
        let hold = holds.iter().find(|it| it.venue == venue.code).cloned();
        Line { venue: venue.clone(), hold, sessions: here.len(), days }
    }

    pub fn is_confirmed(&self) -> bool {
        self.hold.as_ref().is_some_and(|it| it.state == HoldState::Confirmed)
    }
}

async fn on_board(ctx: &mut Ctx) -> Answer<Timetable> {
    ctx.may(Action::PlaceActivities, Reach::Read)?;
    let event = find::event(ctx).await?;
    let plan = event.plan;
    board::timetable(ctx, event, plan).await
}

/// The venues of the pool that the board uses or about which something was done; those that need something first.
pub async fn lines(ctx: &mut Ctx) -> Answer<(Event, Lead, Vec<Line>)> {
    let table = on_board(ctx).await?;
    let holds = store::hold::holds(&mut ctx.tx, &table.event.code).await?;
    let lead = store::hold::lead(&mut ctx.tx, &table.event.code).await?;
    let pool = table.venues.iter().filter(|it| !it.is_premises());
    let mut lines: Vec<Line> = pool.map(|it| Line::of(&table, &holds, it)).collect();
    lines.retain(|it| it.sessions > 0 || it.hold.is_some());
    lines.sort_by_key(|it| (it.is_confirmed(), std::cmp::Reverse(it.sessions), it.venue.code.clone()));
    Ok((table.event, lead, lines))
}

/// What losing a venue would mean for one session.
pub struct Loss {
    pub slot: usize,
    /// The nearest free place elsewhere, as the board stands; none: others would have to move first.
    pub instead: Option<Offer>,
}

/// One venue, and what losing it would mean.
pub struct Shown {
    pub line: Line,
    pub table: Timetable,
    pub losses: Vec<Loss>,
}

pub async fn one(ctx: &mut Ctx, code: &str) -> Answer<Shown> {
    let table = on_board(ctx).await?;
    let venue = table.venue(code).filter(|it| !it.is_premises()).or_unknown()?;
    let holds = store::hold::holds(&mut ctx.tx, &table.event.code).await?;
    let line = Line::of(&table, &holds, venue);
    let asking = table.asking();
    let mut here: Vec<usize> = table.placed().filter(|(_, at)| at.venue == code).map(|(slot, _)| slot).collect();
    here.sort_by_key(|slot| table.slots[*slot].at.as_ref().map(|at| at.starts));
    let instead = |slot: usize| asking.offers(slot, usize::MAX).into_iter().find(|offer| offer.at.venue != code);
    let losses = here.into_iter().map(|slot| Loss { slot, instead: instead(slot) }).collect();
    Ok(Shown { line, losses, table })
}

/// Says how far the organiser has come with a venue. What is asked, held or confirmed keeps others out for the whole event.
pub async fn set(ctx: &mut Ctx, form: &HoldForm) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let event = store::lock_event(&mut ctx.tx, &event.code).await?.or_unknown()?;
    let venue = venues::acts::venue(ctx, &form.venue).await?;
    let before = store::hold::holds(&mut ctx.tx, &event.code).await?.into_iter().find(|it| it.venue == venue.code);
    let hold = form.read(before.as_ref(), &event, ctx.now.day())?;
    if venue.is_premises() {
        return Err(Refusal::NotForHire.into());
    }
    if hold.state == HoldState::Released {
        let told = board::told(ctx, &event.code).await?.into_iter().filter(|(.., at)| at.venue == venue.code).count();
        if told > 0 {
            return Err(Refusal::StillPublished { sessions: told as i64 }.into());
        }
    }
    keep(ctx, &event, &hold);
    store::hold::put(&mut ctx.tx, &event.code, &hold);
    let detail = json!({ "event": event.code, "state": hold.state.code(), "until": hold.until.map(Day::iso) });
    ctx.audit("venue.hold", format!("venue:{}", venue.code), detail);
    Ok(())
}

/// The venue keeps others out, or lets them in again.
fn keep(ctx: &mut Ctx, event: &Event, hold: &VenueHold) {
    let purpose = format!("showcase:{}@{}", event.code, hold.venue);
    match hold.state {
        HoldState::Released => venues::acts::unshare(ctx, &purpose),
        state => {
            let span = (event.starts.at(0, 0), event.ends.next().at(0, 0));
            venues::acts::share(ctx, &hold.venue, span, state.code(), &purpose, &event.name);
        }
    }
}

/// The event goes to other days: every venue has to be asked again.
pub(super) async fn ask_again(ctx: &mut Ctx, event: &Event) -> Answer<()> {
    let today = ctx.now.day();
    for hold in store::hold::holds(&mut ctx.tx, &event.code).await? {
        if hold.state == HoldState::Released {
            continue;
        }
        let again = VenueHold { state: HoldState::Asked, since: today, until: None, version: hold.version + 1, ..hold };
        keep(ctx, event, &again);
        store::hold::put(&mut ctx.tx, &event.code, &again);
    }
    Ok(())
}

/// How many months before the event its venues must be booked.
pub async fn set_lead(ctx: &mut Ctx, months: &str) -> Answer<()> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = find::event(ctx).await?;
    let months = Lead::read(months)?;
    store::hold::set_months(&mut ctx.tx, &event.code, months);
    ctx.audit("showcase.lead", format!("showcase:{}", event.code), json!({ "months": months }));
    Ok(())
}

/// What the scheduler is to be reminded of now.
struct Reminder {
    /// So many venues are not confirmed, and until this day they can be booked.
    book: Option<(i64, Day)>,
    ending: Vec<VenueHold>,
}

async fn reminder(ctx: &mut Ctx, event: &Event) -> Answer<Reminder> {
    let today = ctx.now.day();
    let lead = store::hold::lead(&mut ctx.tx, &event.code).await?;
    let open = if lead.reminds(event, today) { store::hold::unconfirmed(&mut ctx.tx, &event.code).await? } else { 0 };
    let ending =
        if today < event.starts { store::hold::ending(&mut ctx.tx, &event.code, today.plus(REMIND_HELD)).await? } else { Vec::new() };
    Ok(Reminder { book: (open > 0).then(|| (open, lead.book_by(event))), ending })
}

/// Whether the scheduler of the present event is to be reminded of something.
pub(super) async fn due(ctx: &mut Ctx) -> Answer<Option<String>> {
    let Some(event) = find::event_if_any(ctx).await? else { return Ok(None) };
    let it = reminder(ctx, &event).await?;
    Ok((it.book.is_some() || !it.ending.is_empty()).then_some(event.code))
}

/// Reminds every scheduler, once: of the last day to book, and of each last day of holding.
pub(super) async fn remind(ctx: &mut Ctx, event: &Event) -> Answer<()> {
    let Reminder { book, ending } = reminder(ctx, event).await?;
    let schedulers = people::acts::holders(ctx, Role::Scheduler, None).await?;
    if let Some((open, by)) = book {
        for person in &schedulers {
            ctx.tell(
                Letter::new(*person, "showcase-book-venues", "/showcase/venues")
                    .with("n", open)
                    .with("by", by)
                    .with("event", event.name.clone()),
            );
        }
        store::hold::reminded_to_book(&mut ctx.tx, &event.code, by);
        ctx.audit("showcase.remind", format!("showcase:{}", event.code), json!({ "unconfirmed": open, "by": by.iso() }));
    }
    for hold in ending {
        let Some(until) = hold.until else { continue };
        let name: Bi = venues::acts::venue(ctx, &hold.venue).await?.name;
        for person in &schedulers {
            let page = format!("/showcase/venues/{}", hold.venue);
            ctx.tell(
                Letter::new(*person, "showcase-hold-ends", page)
                    .with("venue", name.clone())
                    .with("until", until)
                    .with("event", event.name.clone()),
            );
        }
        store::hold::reminded_of_end(&mut ctx.tx, &event.code, &hold.venue, until);
    }
    Ok(())
}
