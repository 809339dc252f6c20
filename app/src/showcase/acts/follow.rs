//! Following the programme by letter: an address is asked for, its owner opens the link sent to it, and from then on hears of what is
//! published anew, of the whole programme or of one activity, until they have enough.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        outbox::{self, Letter, To, Topic, Way},
        problem::{Answer, OrUnknown, Problem},
        text::Bi,
    },
    people::acts::token_hash,
};

use super::{
    super::{
        rules::{
            booking::Contact,
            publication::{Tally, known_since, turns},
            *,
        },
        store::{self, follow::Follow},
    },
    booking::{take_from, token},
    programme,
    publish::changes,
};

/// Days that an address is kept without its owner opening the link.
const UNCONFIRMED_DAYS: i64 = 2;

/// Minutes between two links to one address about one thing.
const BETWEEN: i64 = 60;

/// What can be followed under a code, an activity of the programme or all of it: the event, and its name.
pub async fn what(ctx: &mut Ctx, activity: &str) -> Answer<(String, Bi)> {
    let (programme, _) = programme::programme(ctx, None).await?.or_unknown()?;
    let event = &programme.event;
    let name = if activity.is_empty() { &event.name } else { &programme.entry(activity).or_unknown()?.activity.title };
    Ok((event.code.clone(), name.clone()))
}

/// Asks for letters. The answer is the same whoever follows already: the link goes to the address, and its owner decides.
pub async fn ask(ctx: &mut Ctx, activity: &str, email: &str, address: &str) -> Answer<()> {
    let activity = activity.trim();
    let (event, what) = what(ctx, activity).await?;
    let Some(Contact::Email(email)) = Contact::read(email) else { return Err(Problem::rule("showcase-follow-email").on("email")) };
    take_from(ctx, address).await?;
    let email = email.to_lowercase();
    let token = token(ctx, "follow", &format!("{event} {activity} {email}"))?;
    let last = store::follow::by_token(&mut ctx.tx, &token_hash(&token)).await?;
    let it = Follow { event, activity: activity.into(), email, lang: ctx.lang(), asked: ctx.now, confirmed: None };
    // Nobody fills somebody else's box by asking again and again.
    if last.is_none_or(|last| last.asked <= ctx.now.plus_minutes(-BETWEEN)) {
        store::follow::ask(&mut ctx.tx, &token_hash(&token), &it);
        let to = To::Address { email: it.email, lang: it.lang };
        ctx.tell(Letter::new(to, "follow-confirm", format!("/showcase/follow/{token}")).with("title", what));
    }
    // That somebody asked, never who.
    ctx.audit("programme.follow-ask", format!("showcase:{}", it.event), json!({ "activity": it.activity }));
    Ok(())
}

/// What a link is about; nothing is told apart from nothing.
pub async fn one(ctx: &mut Ctx, token: &str) -> Answer<(Follow, Bi)> {
    let it = store::follow::by_token(&mut ctx.tx, &token_hash(token)).await?.or_unknown()?;
    let what = match it.activity.as_str() {
        "" => store::event(&mut ctx.tx, &it.event).await?.or_unknown()?.name,
        code => store::activity(&mut ctx.tx, code).await?.or_unknown()?.title,
    };
    Ok((it, what))
}

/// The owner of the address wants the letters.
pub async fn confirm(ctx: &mut Ctx, token: &str) -> Answer<()> {
    let (it, _) = one(ctx, token).await?;
    store::follow::confirm(&mut ctx.tx, &token_hash(token), ctx.now);
    // Who ended news before, and asks for some, wants them.
    outbox::choose(&mut ctx.tx, &ctx.site, &To::Address { email: it.email, lang: it.lang }, Topic::News, Way::AtOnce, ctx.now);
    ctx.audit("programme.follow", format!("showcase:{}", it.event), json!({ "activity": it.activity }));
    Ok(())
}

/// Enough: the address is forgotten.
pub async fn stop(ctx: &mut Ctx, token: &str) -> Answer<()> {
    let (it, _) = one(ctx, token).await?;
    forget(ctx, &token_hash(token), &it.email).await?;
    ctx.audit("programme.unfollow", format!("showcase:{}", it.event), json!({ "activity": it.activity }));
    Ok(())
}

/// How many follow something of what changes.
pub async fn concerned(ctx: &mut Ctx, event: &str, turns: &[Turn]) -> Answer<usize> {
    let all = store::follow::of_event(&mut ctx.tx, event).await?;
    Ok(all.iter().filter(|it| turns.iter().any(|turn| concerns(it, turn))).count())
}

fn concerns(it: &Follow, turn: &Turn) -> bool {
    it.activity.is_empty() || it.activity == turn.now().activity
}

/// Tells everybody who follows what became of it since they began, or were last told, once. `all` is everything that was ever published,
/// `versions` the latest first.
pub(super) async fn tell_of(ctx: &mut Ctx, event: &Event, all: &[Published], versions: &[Version], activities: &[Activity]) -> Answer<()> {
    let Some(last) = versions.first() else { return Ok(()) };
    // Most know the same version: what changed since is worked out once for all of them.
    let mut since: BTreeMap<i64, Vec<Turn>> = BTreeMap::new();
    for it in store::follow::of_event(&mut ctx.tx, &event.code).await? {
        let known = known_since(versions, it.confirmed.unwrap_or(it.asked));
        let mut tally = Tally::default();
        let turns = since.entry(known).or_insert_with(|| turns(all, known, last.number));
        turns.iter().filter(|turn| concerns(&it, turn)).for_each(|turn| tally.add(turn));
        if tally == Tally::default() {
            continue;
        }
        let activity = activities.iter().find(|activity| activity.code == it.activity);
        let page = activity.map_or("/showcase/programme/changes".to_owned(), |it| format!("/showcase/programme/{}", it.code));
        let title = activity.map_or(&event.name, |it| &it.title).clone();
        let letter = Letter::new(To::Address { email: it.email, lang: it.lang }, "follow-news", page).with("title", title);
        ctx.tell(changes(letter, tally, last));
    }
    Ok(())
}

/// Forgets addresses that nobody confirmed, and all of them when the event is over.
pub async fn forget_due(ctx: &mut Ctx) -> Answer<()> {
    ctx.only_the_house()?;
    let over = store::follow::over(&mut ctx.tx, ctx.now.plus_days(-UNCONFIRMED_DAYS), ctx.now.day()).await?;
    for (token_hash, email) in &over {
        forget(ctx, token_hash, email).await?;
    }
    if !over.is_empty() {
        ctx.audit("programme.forget", "showcase", json!({ "n": over.len() }));
    }
    Ok(())
}

/// Forgets that an address follows something; with the last of it the letters too, which say where they went.
async fn forget(ctx: &mut Ctx, token_hash: &str, email: &str) -> Answer<()> {
    store::follow::remove(&mut ctx.tx, token_hash);
    if !store::follow::is_known(&mut ctx.tx, email).await? {
        outbox::forget_kinds(&mut ctx.tx, email, "follow-");
    }
    Ok(())
}
