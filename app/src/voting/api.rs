//! What a browser can do about exhibitions and the vote. Each is three lines: open, act, commit.
//!
//! No island calls these: they are forms, and what a machine's journal (booth.js) sends. So they do not travel to the browser.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{
    acts::{
        cast::Place,
        count, day, exhibit,
        kiosk::{self, Entry},
        phone::{self, Booth},
        slips,
    },
    rules::{
        Cast, Choices, PaperForm, StopForm,
        ballot::{Deposited, Promised},
    },
};
use crate::base::{
    ctx::Ctx,
    problem::{Answer, Problem},
    text::Bi,
    visit::Guest,
};

#[server(prefix = "/api/exhibitions", endpoint = "plan")]
pub async fn plan(stop: StopForm) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let made = exhibit::plan(&mut ctx, &stop).await?;
    ctx.done(format!("/exhibitions/{}?done=saved", made.code), ()).await
}

#[server(prefix = "/api/exhibitions", endpoint = "confirm")]
pub async fn confirm(code: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    exhibit::confirm(&mut ctx, &code).await?;
    ctx.done("?done=stop-confirmed", ()).await
}

#[server(prefix = "/api/exhibitions", endpoint = "cancel")]
pub async fn cancel(code: String, #[server(default)] reason_en: String, #[server(default)] reason_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    exhibit::cancel(&mut ctx, &code, &Bi::new(reason_en, reason_zh)).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/exhibitions", endpoint = "suspend")]
pub async fn suspend(code: String, day: String, #[server(default)] notice_en: String, #[server(default)] notice_zh: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    exhibit::suspend(&mut ctx, &code, &day, &Bi::new(notice_en, notice_zh)).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/exhibitions", endpoint = "lift")]
pub async fn lift(code: String, day: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    exhibit::lift(&mut ctx, &code, &day).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/exhibitions", endpoint = "extend")]
pub async fn extend(code: String, #[server(default)] days: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    exhibit::extend(&mut ctx, &code, &days).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/voting", endpoint = "print")]
pub async fn print(stop: String, #[server(default)] size: String, #[server(default)] test: String) -> Answer<i64> {
    let mut ctx = Ctx::open().await?;
    let batch = slips::print(&mut ctx, &stop, &size, !test.is_empty()).await?;
    ctx.done("?done=printed", batch.number).await
}

#[server(prefix = "/api/voting", endpoint = "issue")]
pub async fn issue(stop: String, number: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    slips::issue(&mut ctx, &stop, number).await?;
    ctx.done("?done=issued", ()).await
}

#[server(prefix = "/api/voting", endpoint = "take-back")]
pub async fn take_back(stop: String, number: i64) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    slips::take_back(&mut ctx, &stop, number).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/voting", endpoint = "void-slip")]
pub async fn void_slip(stop: String, #[server(default)] serial: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    slips::void_slip(&mut ctx, &stop, &serial, &reason).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/voting", endpoint = "set-up-kiosk")]
pub async fn set_up_kiosk(stop: String, #[server(default)] number: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    kiosk::set_up(&mut ctx, &stop, &number).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/voting", endpoint = "open")]
pub async fn open(stop: String, day: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::open(&mut ctx, &stop, &day).await?;
    ctx.done("?done=poll-open", ()).await
}

#[server(prefix = "/api/voting", endpoint = "pause")]
pub async fn pause(stop: String, day: String, #[server(default)] reason: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::pause(&mut ctx, &stop, &day, &reason).await?;
    ctx.done("?done=poll-paused", ()).await
}

#[server(prefix = "/api/voting", endpoint = "resume")]
pub async fn resume(stop: String, day: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::resume(&mut ctx, &stop, &day).await?;
    ctx.done("?done=poll-open", ()).await
}

#[server(prefix = "/api/voting", endpoint = "close")]
pub async fn close(
    stop: String,
    day: String,
    #[server(default)] handed: BTreeMap<String, String>,
    #[server(default)] unused: String,
    #[server(default)] explanation: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::close(&mut ctx, &stop, &day, &day::Closing { handed, unused, explanation }).await?;
    ctx.done("?done=poll-closed", ()).await
}

#[server(prefix = "/api/voting", endpoint = "paper")]
pub async fn paper(form: PaperForm) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let done = match day::enter_paper(&mut ctx, &form).await? {
        day::PaperEntered::Once => "?done=paper-once",
        day::PaperEntered::Agreed => "?done=paper-agreed",
        day::PaperEntered::Differs => "?done=paper-differs",
    };
    ctx.done(format!("/exhibitions/{}/today{done}", form.stop), ()).await
}

#[server(prefix = "/api/voting", endpoint = "explain")]
pub async fn explain(stop: String, day: String, #[server(default)] explanation: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::explain(&mut ctx, &stop, &day, &explanation).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/voting", endpoint = "reconcile")]
pub async fn reconcile(stop: String, day: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::reconcile(&mut ctx, &stop, &day).await?;
    ctx.done("?done=reconciled", ()).await
}

#[server(prefix = "/api/voting", endpoint = "propose")]
pub async fn propose(
    scheme: String,
    kind: String,
    #[server(default)] object: String,
    #[server(default)] reason_en: String,
    #[server(default)] reason_zh: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::propose(&mut ctx, &scheme, &kind, &object, &Bi::new(reason_en, reason_zh)).await?;
    ctx.done("?done=proposed", ()).await
}

#[server(prefix = "/api/voting", endpoint = "decide")]
pub async fn decide(scheme: String, id: i64, agree: bool) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    day::decide(&mut ctx, &scheme, id, agree).await?;
    ctx.done("?done=saved", ()).await
}

#[server(prefix = "/api/voting", endpoint = "count")]
pub async fn count(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    count::count(&mut ctx, &scheme).await?;
    ctx.done("?done=counted", ()).await
}

#[server(prefix = "/api/voting", endpoint = "certify")]
pub async fn certify(scheme: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    count::certify(&mut ctx, &scheme).await?;
    ctx.done("?done=certified", ()).await
}

/// Opens the ballot of a slip on the visitor's own phone.
#[server(prefix = "/api/voting", endpoint = "begin")]
pub async fn begin(#[server(default)] code: String) -> Answer<()> {
    let guest = Guest::here()?;
    let booth = phone::begin(&guest.site, &guest.viewer, &code, &Place::browser(&guest.address, &guest.device)).await?;
    keep(&guest, &booth);
    guest.go("/vote/1", ())
}

/// Takes a slip at the desk, in a demo only. Its code stands behind a `#`, as on the slip.
#[server(prefix = "/api/voting", endpoint = "demo-slip")]
pub async fn demo_slip() -> Answer<()> {
    let guest = Guest::here()?;
    let code = phone::demo_slip(&guest.site).await?;
    guest.go(&format!("/vote#{code}"), ())
}

/// The ballot that is open on this phone.
fn here(guest: &Guest) -> Answer<Booth> {
    let found = guest.cookie_of(phone::COOKIE).and_then(|it| Booth::open(&guest.site, it, guest.site.now()));
    found.ok_or_else(|| Problem::closed("voting-ballot-over"))
}

fn keep(guest: &Guest, booth: &Booth) {
    guest.set_cookie(phone::COOKIE, &booth.seal(&guest.site), phone::MINUTES * 60);
}

/// Marks the choices of one award and goes on to the next.
#[server(prefix = "/api/voting", endpoint = "choose")]
pub async fn choose(step: usize, award: String, #[server(default)] chosen: Vec<String>, #[server(default)] skip: String) -> Answer<()> {
    let guest = Guest::here()?;
    let mut ctx = Ctx::read(&guest.site, guest.viewer.clone()).await?;
    let booth = phone::choose(&mut ctx, here(&guest)?, &award, if skip.is_empty() { chosen } else { Vec::new() }).await?;
    keep(&guest, &booth);
    guest.go(&format!("/vote/{}", step + 1), ())
}

/// Large type, or the usual.
#[server(prefix = "/api/voting", endpoint = "size")]
pub async fn size() -> Answer<()> {
    let guest = Guest::here()?;
    let booth = here(&guest)?;
    keep(&guest, &Booth { large: !booth.large, ..booth });
    guest.go("?", ())
}

/// Casts the ballot that is open on this phone.
#[server(prefix = "/api/voting", endpoint = "send")]
pub async fn cast_here() -> Answer<()> {
    let guest = Guest::here()?;
    let booth = phone::send(&guest.site, &guest.viewer, here(&guest)?).await?;
    keep(&guest, &booth);
    guest.go("/vote/receipt", ())
}

/// Leaves the ballot: nothing of it stays on the phone.
#[server(prefix = "/api/voting", endpoint = "leave")]
pub async fn leave() -> Answer<()> {
    let guest = Guest::here()?;
    guest.set_cookie(phone::COOKIE, "", 0);
    guest.go("/vote", ())
}

/// Casts a ballot that comes whole, from a program: the receipt.
#[server(prefix = "/api/voting", endpoint = "cast")]
pub async fn cast_whole(code: String, key: String, #[server(default)] choices: Choices, #[server(default)] seed: u64) -> Answer<Promised> {
    let guest = Guest::here()?;
    let it = Cast { code, key, seed, choices };
    let receipt = phone::cast_whole(&guest.site, &guest.viewer, it, &Place::browser(&guest.address, &guest.device)).await?;
    guest.go("/vote", receipt.promised())
}

/// A machine asks whether a code can be voted with.
#[server(prefix = "/api/voting", endpoint = "check")]
pub async fn check(device: String, #[server(default)] code: String) -> Answer<()> {
    let guest = Guest::here()?;
    kiosk::check(&guest.site, &device, &code).await?;
    guest.go("?", ())
}

/// A machine sends an entry of its journal.
#[server(prefix = "/api/voting", endpoint = "deposit")]
pub async fn deposit(device: String, seq: i64, prev: String, sealed: String) -> Answer<Deposited> {
    let guest = Guest::here()?;
    let deposited = kiosk::deposit(&guest.site, &Entry { device, seq, prev, sealed }).await?;
    guest.go("?", deposited)
}
