//! What happens when, asked of every slice; feeds for everybody, and private ones by an address that only one person has.

use std::sync::{Arc, Mutex, PoisonError, atomic::Ordering};

use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

use super::{
    rules::*,
    store::{self, Address},
};
use crate::{
    awards,
    base::{
        ctx::{Ctx, Viewer},
        db::Fault,
        happening::Happening,
        ical::{self, Feed, Method, Occasion},
        problem::{Answer, OrUnknown},
        roles::{Action, Reach},
        site::Site,
        text::{Bi, Lang},
        time::Moment,
        words::Words,
    },
    people::{self, acts::token_hash},
    showcase, t, venues, voting, workshops,
};

/// Everything that happens, as the public may know it, with the version of the data it was read from.
#[derive(Default)]
struct Kept(Mutex<Option<(u64, Arc<Vec<Happening>>)>>);

/// Everything the public may know of, asked of every slice; in one process once for each version of the data.
pub async fn everything(site: &Arc<Site>) -> Answer<Arc<Vec<Happening>>> {
    let seen = site.version.load(Ordering::Acquire);
    let kept = site.own.get::<Kept>();
    let found = kept.0.lock().unwrap_or_else(PoisonError::into_inner).clone().filter(|it| it.0 == seen);
    if let Some((_, all)) = found {
        return Ok(all);
    }
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let mut all = workshops::acts::calendar::happenings(&mut ctx).await?;
    all.extend(awards::acts::calendar::happenings(&mut ctx).await?);
    all.extend(voting::acts::find::happenings(&mut ctx).await?);
    all.extend(showcase::acts::calendar::happenings(&mut ctx).await?);
    let all = Arc::new(all);
    *kept.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((seen, all.clone()));
    Ok(all)
}

/// That a program has asked for a private calendar is noted so often, in minutes.
const NOTED: i64 = 60;

/// A feed as it goes out.
pub struct Sent {
    pub text: String,
    /// For clients that ask by date.
    pub changed: Moment,
}

/// What a feed is called; of what does not exist there is none.
async fn called(ctx: &mut Ctx, choice: &Choice, all: &[Happening]) -> Answer<Bi> {
    let name: Option<Bi> = match choice {
        Choice::All => Some(Bi::new("Accolade", "嘉許")),
        Choice::District(code) => venues::acts::venues(ctx).await?.into_iter().find(|it| it.district == *code).map(|it| it.district_name),
        Choice::Venue(code) => venues::acts::venues(ctx).await?.into_iter().find(|it| it.code == *code).map(|it| it.name),
        Choice::Department(code) => people::acts::organisations(ctx).await?.into_iter().find(|it| it.code == *code).map(|it| it.name),
        Choice::Series(code) => workshops::acts::find::series(ctx).await?.into_iter().find(|it| it.0 == *code).map(|it| it.1),
        Choice::Scheme(code) => Some(awards::acts::find::scheme(ctx, code).await?.name),
        Choice::Event(code) => showcase::acts::find::event_if_any(ctx).await?.filter(|it| it.code == *code).map(|it| it.name),
        Choice::Tour(_) | Choice::One(_) => all.iter().find(|it| choice.takes(it)).map(|it| it.title.clone()),
    };
    name.or_unknown()
}

/// A public feed in one language. What is unknown is 404, more than four hundred days 422.
pub async fn feed(site: &Arc<Site>, name: &str, lang: Lang, (from, to): (Option<&str>, Option<&str>)) -> Answer<Sent> {
    let choice = Choice::read(name).or_unknown()?;
    let span = Span::read(from, to, site.now())?;
    let all = everything(site).await?;
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let called = called(&mut ctx, &choice, &all).await?;
    let source = format!("{}/cal/{}.ics?lang={}", site.settings.public_url, choice.name(), lang.path());
    let shown = chosen(&all, &choice, span, site.now());
    // Of everything: what has left this feed for another changed it too. And not before today: the span has moved with the day, and
    // what only another release words otherwise, or a date taken back, has no moment of its own.
    let changed = last_change(all.iter(), site.now()).max(site.now().day().at(0, 0));
    Ok(Sent { text: written(site, (&called, source), lang, shown.into_iter()), changed })
}

fn written<'a>(site: &Site, (called, source): (&Bi, String), lang: Lang, shown: impl Iterator<Item = &'a Happening>) -> String {
    let w = Words::of(lang);
    let occasions: Vec<Occasion> = shown.map(|it| Occasion::of(it, w, &site.settings.public_url)).collect();
    let feed = Feed { name: w.pick(called), tag: lang.tag(), source: Some(source), organizer: None };
    ical::calendar(&feed, Method::Publish, &occasions)
}

/// The private calendars that the viewer may have.
pub fn may_have(ctx: &Ctx) -> Vec<Own> {
    let may = |own: &Own| match own {
        Own::Mine => ctx.viewer.me().is_some(),
        Own::Department => ctx.viewer.reach(Action::Endorse) >= Reach::Own,
        Own::Judge => ctx.viewer.reach(Action::Deliberate) >= Reach::Read,
        Own::Holds => ctx.viewer.reach(Action::PlaceActivities) == Reach::All,
    };
    Own::ALL.iter().copied().filter(may).collect()
}

/// The viewer's private calendars.
pub async fn addresses(ctx: &mut Ctx) -> Answer<Vec<Address>> {
    let me = ctx.me()?.id;
    Ok(store::of_person(&mut ctx.tx, me).await?)
}

/// The token of an address made at a moment: from the secret of the house, so that it can be shown to its owner right after it was made.
pub fn token(ctx: &Ctx, own: Own, made: Moment) -> Answer<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&ctx.site.secret).map_err(Fault::new)?;
    mac.update(format!("calendar {} {} {}", ctx.me()?.id.0, own.code(), made.0).as_bytes());
    Ok(hex::encode(&mac.finalize().into_bytes()[..16]))
}

/// Makes a private address, instead of the one before: that one is unknown from now on (I-57).
pub async fn make_address(ctx: &mut Ctx, own: &str) -> Answer<String> {
    let me = ctx.me()?.id;
    let own = Own::of_code(own).filter(|own| may_have(ctx).contains(own)).or_unknown()?;
    let token = token(ctx, own, ctx.now)?;
    store::put(&mut ctx.tx, &token_hash(&token), me, own, ctx.now);
    ctx.audit("calendar.address", format!("person:{}", me.0), json!({ "of": own.code() }));
    Ok(token)
}

/// Takes a private address back.
pub async fn revoke(ctx: &mut Ctx, own: &str) -> Answer<()> {
    let me = ctx.me()?.id;
    let own = Own::of_code(own).or_unknown()?;
    store::revoke(&mut ctx.tx, me, own);
    ctx.audit("calendar.revoke", format!("person:{}", me.0), json!({ "of": own.code() }));
    Ok(())
}

/// A private feed. An address that was taken back answers as one that never was (I-57), and so does that of somebody who may not have it
/// any more.
pub async fn private(site: &Arc<Site>, token: &str, lang: Lang) -> Answer<Sent> {
    let hash = token_hash(token);
    let mut ctx = Ctx::read(site, Viewer::House).await?;
    let (person, own, fetched) = store::opened(&mut ctx.tx, &hash).await?.or_unknown()?;
    let email = people::acts::person(&mut ctx, person).await?.email;
    let viewer = people::acts::viewer_of(&mut ctx, &email).await?;
    drop(ctx);
    // Programs ask often, and strangers guess: only what is new is written.
    if fetched.is_none_or(|at| site.now().minutes_since(at) >= NOTED) {
        let mut ctx = Ctx::write(site, Viewer::House).await?;
        store::fetched(&mut ctx.tx, &hash, ctx.now);
        ctx.commit().await?;
    }
    let mut ctx = Ctx::read(site, viewer).await?;
    if !may_have(&ctx).contains(&own) {
        return Err(crate::base::problem::Problem::unknown());
    }
    let all = match own {
        Own::Mine => workshops::acts::calendar::mine(&mut ctx).await?,
        Own::Department => workshops::acts::calendar::of_department(&mut ctx).await?,
        Own::Judge => awards::acts::calendar::judging(&mut ctx).await?,
        Own::Holds => showcase::acts::calendar::holds(&mut ctx).await?,
    };
    let w = Words::of(lang);
    let called = t!(w, &format!("calendar-own-{}", own.code()));
    let span = Span::read(None, None, site.now())?;
    let shown = chosen(&all, &Choice::All, span, site.now());
    let changed = last_change(all.iter(), site.now()).max(site.now().day().at(0, 0));
    let source = format!("{}/cal/p/{token}.ics?lang={}", site.settings.public_url, lang.path());
    Ok(Sent { text: written(site, (&Bi::new(called.clone(), called), source), lang, shown.into_iter()), changed })
}
