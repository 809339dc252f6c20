//! What a browser can do about the Showcase. Each is three lines: open, act, commit.
//!
//! No island calls these: they are forms, and the line that says where a half-filled form fits (pages/fit.js).

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    acts::{
        self, accept, auto,
        board::{self, Typed},
        booking, confirm, file, find, follow, hold, moving, presence, publish,
    },
    pages,
    rules::{EventForm, Keeps, Only, ProposalForm, Way, booking::BookingForm, hold::HoldForm, moving::MoveForm},
};
use crate::base::{
    ctx::Ctx,
    problem::{Answer, OrUnknown},
    text::Bi,
    time::Day,
    visit::Guest,
    words::Words,
};

#[server(prefix = "/api/showcase", endpoint = "event")]
pub async fn event(event: EventForm) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::set_up(&mut ctx, &event).await?;
    ctx.done("/showcase?done=saved", ()).await
}

/// Saves an activity, or files it when `send` says so.
#[server(prefix = "/api/showcase", endpoint = "save")]
pub async fn save(activity: ProposalForm, #[server(default)] send: String) -> Answer<String> {
    let mut ctx = Ctx::open().await?;
    let filed = file::save(&mut ctx, &activity, !send.is_empty()).await?;
    let done = match (send.is_empty(), filed.hopeless) {
        (true, _) => "saved",
        (false, true) => "activity-hopeless",
        (false, false) => "activity-filed",
    };
    ctx.done(format!("/showcase/activities/{}?done={done}", filed.code), filed.code).await
}

/// Files many at once; the table comes as text.
#[server(prefix = "/api/showcase", endpoint = "import")]
pub async fn import(file: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let filed = file::import(&mut ctx, file.as_bytes()).await?;
    let done = if filed.iter().any(|it| it.hopeless) { "activities-some-hopeless" } else { "activities-filed" };
    ctx.done(format!("/showcase/activities?done={done}"), filed.len()).await
}

#[server(prefix = "/api/showcase", endpoint = "cancel")]
pub async fn cancel(code: String, #[server(default)] reason_en: String, #[server(default)] reason_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    file::cancel(&mut ctx, &code, &Bi::new(reason_en, reason_zh)).await?;
    ctx.done("?done=activity-cancelled", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "return")]
pub async fn give_back(code: String, #[server(default)] comment_en: String, #[server(default)] comment_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    accept::give_back(&mut ctx, &code, &Bi::new(comment_en, comment_zh)).await?;
    ctx.done("?done=activity-returned", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "accept")]
pub async fn accept(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    accept::accept(&mut ctx, &code).await?;
    ctx.done("?done=activity-accepted", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "accept-fitting")]
pub async fn accept_fitting() -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = accept::accept_fitting(&mut ctx).await?;
    ctx.done("?done=activities-accepted", n).await
}

/// Where a form fits so far, said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitSaid {
    /// `status` or `warning`.
    pub kind: String,
    pub words: String,
}

#[server(prefix = "/api/showcase", endpoint = "fit")]
pub async fn fit(activity: ProposalForm) -> Answer<FitSaid> {
    let mut ctx = Ctx::look().await?;
    let (ground, fit) = find::fit_so_far(&mut ctx, &activity).await?;
    let (kind, words) = pages::say_fit(Words::of(ctx.lang()), &ground, &fit, &activity.needs(), &activity.wished_districts());
    Ok(FitSaid { kind: kind.into(), words })
}

/// Begins to place by itself what waits, or everything that is not locked.
#[server(prefix = "/api/showcase", endpoint = "auto")]
pub async fn auto(#[server(default)] keeps: String, #[server(default)] only: String, #[server(default)] seed: i64) -> Answer<i64> {
    let mut ctx = Ctx::open().await?;
    let begun = match Only::read(&only) {
        Some(only) => auto::begin_only(&mut ctx, only, seed).await?,
        None => auto::begin(&mut ctx, Keeps::of_code(&keeps).or_unknown()?, seed).await?,
    };
    let (site, number) = (ctx.site.clone(), begun.1);
    let answer = ctx.done("/showcase/board", number).await;
    auto::make_apart(&site, begun);
    answer
}

#[server(prefix = "/api/showcase", endpoint = "stop")]
pub async fn stop(plan: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    auto::stop(&mut ctx, plan).await?;
    ctx.done("/showcase/board", ()).await
}

/// Says how far the organiser has come with a venue.
#[server(prefix = "/api/showcase", endpoint = "hold")]
pub async fn hold(hold: HoldForm) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    hold::set(&mut ctx, &hold).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "lead")]
pub async fn lead(months: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    hold::set_lead(&mut ctx, &months).await?;
    ctx.done("?done=saved", ()).await
}

/// How strict the event is with each rule: `levels[noise]=warn`.
#[server(prefix = "/api/showcase", endpoint = "levels")]
pub async fn levels(levels: BTreeMap<String, String>) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    board::set_levels(&mut ctx, &levels).await?;
    ctx.done("/showcase/board?done=saved", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "choose")]
pub async fn choose(plan: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    board::choose(&mut ctx, plan).await?;
    ctx.done("/showcase/board?done=plan-chosen", ()).await
}

/// Places a session, or moves it.
#[server(prefix = "/api/showcase", endpoint = "place")]
pub async fn place(
    activity: String,
    session: i64,
    version: i64,
    #[server(default)] venue: String,
    #[server(default)] day: String,
    #[server(default)] time: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let typed = Typed { activity: &activity, session, version, venue: &venue, day: &day, time: &time };
    board::place(&mut ctx, &typed).await?;
    ctx.done(format!("/showcase/board?day={}&done=session-placed", typed.day), ()).await
}

/// Places a session that waits, and moves those in its way elsewhere, as was read.
#[server(prefix = "/api/showcase", endpoint = "make-way")]
pub async fn make_way(activity: String, session: i64, version: i64, swap: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    board::make_way(&mut ctx, &activity, session, version, &swap).await?;
    ctx.done("?done=session-placed", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "take-off")]
pub async fn take_off(activity: String, session: i64, version: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    board::take_off(&mut ctx, &activity, session, version).await?;
    ctx.done("?done=session-off", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "lock")]
pub async fn lock(activity: String, session: i64, version: i64, #[server(default)] locks: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    board::lock(&mut ctx, &activity, session, version, !locks.is_empty()).await?;
    ctx.done("", ()).await
}

/// Locks everything of a day, or lets it go.
#[server(prefix = "/api/showcase", endpoint = "lock-day")]
pub async fn lock_day(day: String, #[server(default)] locks: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = board::lock_day(&mut ctx, Day::parse(&day).or_unknown()?, !locks.is_empty()).await?;
    ctx.done("", n).await
}

/// Goes back on one's own last change, or does it again.
#[server(prefix = "/api/showcase", endpoint = "undo")]
pub async fn undo(#[server(default)] again: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let day = board::go_back(&mut ctx, if again.is_empty() { Way::Back } else { Way::Again }).await?;
    let day = day.map(|day| format!("&day={}", day.iso())).unwrap_or_default();
    ctx.done(format!("/showcase/board?done={}{day}", if again.is_empty() { "undone" } else { "done-again" }), ()).await
}

/// Where a session that was taken up may be put down: minutes since midnight, and what is in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSaid {
    pub venue: String,
    pub from: u32,
    /// The last quarter of it.
    pub to: u32,
    /// Empty where it may be put down.
    pub why: String,
}

#[server(prefix = "/api/showcase", endpoint = "places")]
pub async fn places(activity: String, session: i64, day: String, venues: String) -> Answer<Vec<RunSaid>> {
    let mut ctx = Ctx::look().await?;
    let venues: Vec<String> = venues.split(';').map(str::to_owned).collect();
    let runs = board::day_of(&mut ctx, &activity, session, Day::parse(&day).or_unknown()?, &venues).await?;
    let w = Words::of(ctx.lang());
    Ok(runs.into_iter().map(|it| pages::say_run(w, it)).collect())
}

/// How the board stands, for pages that look again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardState {
    pub plan: i64,
    pub version: i64,
    /// How far a plan in the making is, in thousandths; -1 if none is.
    pub making: i64,
    /// Who else has it open, and whose change was the last if it was somebody else's: said, or empty.
    pub others: String,
    pub last: String,
}

#[server(prefix = "/api/showcase", endpoint = "state")]
pub async fn state() -> Answer<BoardState> {
    let mut ctx = Ctx::look().await?;
    let state = presence::state(&mut ctx).await?;
    let is_to_note = state.is_to_note;
    let said = pages::say_state(Words::of(ctx.lang()), state);
    drop(ctx);
    if is_to_note {
        let mut ctx = Ctx::open().await?;
        presence::note(&mut ctx).await?;
        ctx.commit().await?;
    }
    Ok(said)
}

/// Asks departments to confirm the places and times they were given.
#[server(prefix = "/api/showcase", endpoint = "ask")]
pub async fn ask() -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = confirm::ask(&mut ctx).await?;
    ctx.done("?done=departments-asked", n).await
}

/// The department can keep them; with an empty code, all of them.
#[server(prefix = "/api/showcase", endpoint = "confirm")]
pub async fn confirm(#[server(default)] code: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = confirm::confirm(&mut ctx, &code).await?;
    ctx.done("?done=activities-confirmed", n).await
}

#[server(prefix = "/api/showcase", endpoint = "object")]
pub async fn object(code: String, #[server(default)] comment_en: String, #[server(default)] comment_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    confirm::object(&mut ctx, &code, &Bi::new(comment_en, comment_zh)).await?;
    ctx.done("?done=activity-objected", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "publish")]
pub async fn publish(#[server(default)] reason_en: String, #[server(default)] reason_zh: String) -> Answer<i64> {
    let mut ctx = Ctx::open().await?;
    let version = publish::publish(&mut ctx, &Bi::new(reason_en, reason_zh)).await?;
    ctx.done("/showcase/publish?done=programme-published", version).await
}

/// The whole event goes to other days, or gets another name.
#[server(prefix = "/api/showcase", endpoint = "move")]
pub async fn move_event(event: MoveForm) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    moving::move_event(&mut ctx, &event).await?;
    ctx.done("/showcase/board?done=event-moved", ()).await
}

/// A visitor asks for places; they are led to their booking by a link that only they have.
#[server(prefix = "/api/showcase", endpoint = "book")]
pub async fn book(booking: BookingForm) -> Answer<String> {
    let (mut ctx, guest) = (Ctx::open().await?, Guest::here()?);
    let (made, token) = booking::book(&mut ctx, &booking, &guest.address).await?;
    ctx.done(format!("/showcase/bookings/{token}"), made.reference).await
}

#[server(prefix = "/api/showcase", endpoint = "give-back")]
pub async fn give_places_back(token: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    booking::cancel(&mut ctx, &token).await?;
    ctx.done("", ()).await
}

/// Somebody wants letters when the programme, or one activity of it, changes; their address is sent a link first.
#[server(prefix = "/api/showcase", endpoint = "follow")]
pub async fn follow(#[server(default)] activity: String, #[server(default)] email: String) -> Answer<()> {
    let (mut ctx, guest) = (Ctx::open().await?, Guest::here()?);
    follow::ask(&mut ctx, &activity, &email, &guest.address).await?;
    ctx.done("/showcase/follow?done=follow-asked", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "follow-confirm")]
pub async fn confirm_following(token: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    follow::confirm(&mut ctx, &token).await?;
    ctx.done("", ()).await
}

#[server(prefix = "/api/showcase", endpoint = "follow-stop")]
pub async fn stop_following(token: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    follow::stop(&mut ctx, &token).await?;
    ctx.done("/showcase/follow?done=follow-stopped", ()).await
}
