//! Signing in and out, passwords, and who is who.

use std::sync::{Arc, LazyLock};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::base::{
    ctx::{Ctx, Me, Viewer},
    db::{Fault, Tx},
    ids::{PersonId, PostId},
    outbox::Letter,
    problem::{Answer, Kind, OrUnknown, Problem},
    roles::Roles,
    site::Site,
    text::{Bi, Lang, fold},
    time::Day,
};

use super::{rules::*, store};

mod directory;

pub use directory::*;

/// At most so many passwords are worked on at once: each takes 19 MiB and a core.
static HASHING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, Into::into)));

/// Argon2id with the parameters OWASP names first: 19 MiB, two passes, one lane.
fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// Hashes a password, off the threads that answer requests.
pub async fn hash_password(password: &str) -> Answer<String> {
    let _turn = HASHING.acquire().await.map_err(Fault::new)?;
    let password = password.to_owned();
    let hashed = tokio::task::spawn_blocking(move || hasher().hash_password(password.as_bytes()).map(|hash| hash.to_string()));
    Ok(hashed.await.map_err(Fault::new)?.map_err(|e| Fault::new(e.to_string()))?)
}

/// Whether a password fits its hash. With no hash it takes the same time and says no, so that nobody learns who has an account.
async fn verify_password(password: &str, hash: Option<String>) -> Answer<bool> {
    static NOBODY: LazyLock<String> = LazyLock::new(|| hasher().hash_password(b"nobody").map(|hash| hash.to_string()).unwrap_or_default());
    let _turn = HASHING.acquire().await.map_err(Fault::new)?;
    let password = password.to_owned();
    let checked = tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let fits = PasswordHash::new(&hash).is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok());
        fits && known
    });
    Ok(checked.await.map_err(Fault::new)?)
}

/// The hash under which a token, an account or an address is kept.
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// Who comes with this session token: the public, if it is none of ours.
pub async fn viewer(site: &Arc<Site>, token: &str) -> Answer<Viewer> {
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let Some(session) = store::session(&mut ctx.tx, &token_hash(token), ctx.now).await? else {
        return Ok(Viewer::Public);
    };
    let person = PersonId(session.person_id);
    let (viewer, now) = (person_now(&mut ctx.tx, person, ctx.now.day(), &session.token_hash).await?, ctx.now);
    drop(ctx);
    // Being seen is written down every ten minutes, not with every request.
    if now.0 - session.seen_at > 10 * 60_000_000 {
        let created = crate::base::time::Moment(session.created_at);
        let mut ctx = Ctx::write(site, Viewer::House).await?;
        store::see_session(&mut ctx.tx, &session.token_hash, now, session_ends(created, now)).await?;
        ctx.commit().await?;
    }
    Ok(viewer)
}

/// A person with the posts they hold today; the public, if they hold none.
async fn person_now(tx: &mut Tx, id: PersonId, today: Day, session: &str) -> Answer<Viewer> {
    let Some(person) = store::person(tx, id).await? else { return Ok(Viewer::Public) };
    let held: Vec<_> = store::holdings(tx, id).await?.into_iter().filter(|h| h.is_held(today)).collect();
    let Some(main) = held.first() else { return Ok(Viewer::Public) };
    let roles = held.iter().fold(Roles::default(), |roles, holding| roles.with(holding.roles()));
    Ok(Viewer::Person(Box::new(Me {
        id,
        name: Bi::new(person.name_en, person.name_zh),
        email: person.email,
        post: PostId(main.post_id),
        post_title: Bi::new(main.title_en.clone(), main.title_zh.clone()),
        organisation: main.organisation.clone(),
        roles,
        session: session.into(),
    })))
}

/// Signs a person in: the token of a new session.
pub async fn sign_in(site: &Arc<Site>, email: &str, password: &str, address: &str, device: &str) -> Answer<(String, Lang)> {
    let (pair, place) = (token_hash(&format!("{}|{address}", fold(email.trim()))), token_hash(&format!("|{address}")));
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let since = ctx.now.plus_minutes(-FAILURE_MINUTES);
    may_try(Failures {
        pair: store::count_failures(&mut ctx.tx, &pair, since).await?,
        address: store::count_failures(&mut ctx.tx, &place, since).await?,
    })?;
    let person = store::person_by_email(&mut ctx.tx, email).await?;
    drop(ctx);
    let hash = person.as_ref().and_then(|person| person.password_hash.clone());
    let right = verify_password(password, hash).await?;
    let mut ctx = Ctx::write(site, Viewer::Public).await?;
    let Some(person) = person.filter(|_| right) else {
        store::add_failure(&mut ctx.tx, &pair, ctx.now).await?;
        store::add_failure(&mut ctx.tx, &place, ctx.now).await?;
        ctx.commit().await?;
        return Err(Problem::new(Kind::SignIn, "people-wrong-password").on("password"));
    };
    store::forget_failures(&mut ctx.tx, &pair).await?;
    begin_session(ctx, PersonId(person.id), device).await
}

/// Signs in as a persona of the demo, with one click and no password.
pub async fn sign_in_as(site: &Arc<Site>, persona: &str, device: &str) -> Answer<(String, Lang)> {
    if !site.settings.demo {
        return Err(Problem::unknown());
    }
    let mut ctx = Ctx::write(site, Viewer::Public).await?;
    let person = store::person_by_email(&mut ctx.tx, &format!("{persona}@demo.example")).await?.or_unknown()?;
    begin_session(ctx, PersonId(person.id), device).await
}

async fn begin_session(mut ctx: Ctx, person: PersonId, device: &str) -> Answer<(String, Lang)> {
    let token = ctx.site.fresh_token(32);
    let hash = token_hash(&token);
    let viewer = person_now(&mut ctx.tx, person, ctx.now.day(), &hash).await?;
    if viewer == Viewer::Public {
        return Err(no_post(&mut ctx, person).await?);
    }
    let device: String = device.chars().filter(|c| !c.is_control()).take(120).collect();
    store::insert_session(&mut ctx.tx, &hash, person, ctx.now, &device).await?;
    let row = store::person(&mut ctx.tx, person).await?.or_unknown()?;
    ctx.commit().await?;
    Ok((token, Lang::of_path(&row.language).unwrap_or_default()))
}

/// Their post has ended: who in the department can help.
async fn no_post(ctx: &mut Ctx, person: PersonId) -> Answer<Problem> {
    let problem = Problem::new(Kind::Forbidden, "people-post-ended");
    let Some(last) = store::holdings(&mut ctx.tx, person).await?.into_iter().next() else {
        return Ok(problem.with("contact", Bi::new("the Efficiency Unit", "效率促進組")));
    };
    let contact = contact(ctx, &last.organisation).await?;
    Ok(problem.with("contact", contact))
}

/// The training co-ordinator of an organisation, as a line to write to.
pub async fn contact(ctx: &mut Ctx, organisation: &str) -> Answer<Bi> {
    let org = store::organisation(&mut ctx.tx, organisation).await?.or_unknown()?;
    let Some(id) = store::holders(&mut ctx.tx, "DC", Some(organisation), ctx.now.day()).await?.into_iter().next() else {
        return Ok(org.name);
    };
    let person = store::person(&mut ctx.tx, id).await?.or_unknown()?;
    let post = store::holdings(&mut ctx.tx, id).await?.into_iter().find(|h| h.organisation == organisation).or_unknown()?;
    Ok(Bi::new(
        format!("{}, {} ({})", post.title_en, org.name.en, person.email),
        format!("{}{}（{}）", org.name.zh, post.title_zh, person.email),
    ))
}

/// Ends this session.
pub async fn sign_out(ctx: &mut Ctx) -> Answer<()> {
    if let Some(me) = ctx.viewer.me() {
        let session = me.session.clone();
        store::end_session(&mut ctx.tx, &session).await?;
    }
    Ok(())
}

/// Ends every other session of this person.
pub async fn sign_out_everywhere(ctx: &mut Ctx) -> Answer<u64> {
    let me = ctx.me()?;
    Ok(store::end_sessions(&mut ctx.tx, me.id, &me.session).await?)
}

/// Changes the password of whoever is signed in; their other sessions end.
pub async fn change_password(site: &Arc<Site>, viewer: Viewer, current: &str, password: &str) -> Answer<()> {
    let mut ctx = Ctx::read(site, viewer.clone()).await?;
    let me = ctx.me()?;
    may_choose(password, &me.email)?;
    let person = store::person(&mut ctx.tx, me.id).await?.or_unknown()?;
    drop(ctx);
    if !verify_password(current, person.password_hash).await? {
        return Err(Problem::rule("people-wrong-current").on("current"));
    }
    let hash = hash_password(password).await?;
    let mut ctx = Ctx::write(site, viewer).await?;
    store::set_password(&mut ctx.tx, me.id, &hash).await?;
    store::end_sessions(&mut ctx.tx, me.id, &me.session).await?;
    ctx.audit("person.change-password", "person", json!({}));
    ctx.tell(Letter::new(me.id, "password-changed", "/account"));
    ctx.commit().await
}

/// Sends a link to choose a new password, if there is such an account; says the same either way.
pub async fn forget_password(ctx: &mut Ctx, email: &str) -> Answer<()> {
    if !is_email(email.trim()) {
        return Err(Problem::rule("people-email-bad").on("email"));
    }
    if let Some(person) = store::person_by_email(&mut ctx.tx, email).await?
        && store::count_links(&mut ctx.tx, PersonId(person.id), ctx.now).await? < LIVE_LINKS
    {
        let token = new_link(ctx, PersonId(person.id), RESET_MINUTES).await?;
        ctx.tell(Letter::new(PersonId(person.id), "reset", format!("/password/{token}")).with("minutes", RESET_MINUTES));
    }
    Ok(())
}

async fn new_link(ctx: &mut Ctx, person: PersonId, minutes: i64) -> Answer<String> {
    let token = ctx.site.fresh_token(24);
    store::insert_link(&mut ctx.tx, &token_hash(&token), person, ctx.now.plus_minutes(minutes)).await?;
    Ok(token)
}

/// Invites a person who has no password yet.
pub async fn invite(ctx: &mut Ctx, person: PersonId) -> Answer<()> {
    let token = new_link(ctx, person, INVITE_MINUTES).await?;
    ctx.tell(Letter::new(person, "invited", format!("/password/{token}")));
    Ok(())
}

/// Whether a link still works.
pub async fn link_works(ctx: &mut Ctx, token: &str) -> Answer<bool> {
    Ok(store::link(&mut ctx.tx, &token_hash(token), ctx.now).await?.is_some())
}

/// Chooses a password by a link from a letter; every session of the person ends.
pub async fn choose_password(site: &Arc<Site>, token: &str, password: &str) -> Answer<()> {
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let lapsed = || Problem::closed("people-link-lapsed");
    let id = store::link(&mut ctx.tx, &token_hash(token), ctx.now).await?.ok_or_else(lapsed)?;
    let person = store::person(&mut ctx.tx, id).await?.or_unknown()?;
    drop(ctx);
    may_choose(password, &person.email)?;
    let hash = hash_password(password).await?;
    let mut ctx = Ctx::write(site, Viewer::Public).await?;
    let id = store::use_link(&mut ctx.tx, &token_hash(token), ctx.now).await?.ok_or_else(lapsed)?;
    store::set_password(&mut ctx.tx, id, &hash).await?;
    store::end_sessions(&mut ctx.tx, id, "").await?;
    ctx.audit("person.choose-password", "person", json!({}));
    ctx.commit().await
}

/// Sets the language of letters.
pub async fn choose_language(ctx: &mut Ctx, lang: Lang) -> Answer<()> {
    let me = ctx.me()?;
    Ok(store::set_language(&mut ctx.tx, me.id, lang).await?)
}

/// The sessions of whoever is signed in: device, when begun, when seen, whether it is this one.
pub async fn my_sessions(ctx: &mut Ctx) -> Answer<Vec<(String, crate::base::time::Moment, bool)>> {
    let me = ctx.me()?;
    let rows = store::sessions(&mut ctx.tx, me.id, ctx.now).await?;
    Ok(rows.into_iter().map(|s| (s.device, crate::base::time::Moment(s.seen_at), s.token_hash == me.session)).collect())
}

pub async fn organisation(ctx: &mut Ctx, code: &str) -> Answer<Organisation> {
    store::organisation(&mut ctx.tx, code).await?.or_unknown()
}

pub async fn organisations(ctx: &mut Ctx) -> Answer<Vec<Organisation>> {
    Ok(store::organisations(&mut ctx.tx).await?)
}

/// Who now holds a post with this role, in this organisation or anywhere.
pub async fn holders(ctx: &mut Ctx, role: crate::base::roles::Role, organisation: Option<&str>) -> Answer<Vec<PersonId>> {
    Ok(store::holders(&mut ctx.tx, role.code(), organisation, ctx.now.day()).await?)
}

/// A person with address and name.
pub struct Known {
    pub id: PersonId,
    pub email: String,
    pub name: Bi,
    /// Organisations where they hold a post today.
    pub organisations: Vec<String>,
}

/// Who has this address, if anybody we know.
pub async fn known(ctx: &mut Ctx, email: &str) -> Answer<Option<Known>> {
    let Some(row) = store::person_by_email(&mut ctx.tx, email).await? else { return Ok(None) };
    let today = ctx.now.day();
    let held = store::holdings(&mut ctx.tx, PersonId(row.id)).await?;
    let organisations = held.into_iter().filter(|h| h.is_held(today)).map(|h| h.organisation).collect();
    Ok(Some(Known { id: PersonId(row.id), email: row.email, name: Bi::new(row.name_en, row.name_zh), organisations }))
}

/// Address, name and language of a person, for letters.
pub async fn address(ctx: &mut Ctx, id: PersonId) -> Answer<(String, Bi, Lang)> {
    let row = store::person(&mut ctx.tx, id).await?.or_unknown()?;
    Ok((row.email, Bi::new(row.name_en, row.name_zh), Lang::of_path(&row.language).unwrap_or_default()))
}

/// The title of the post a person holds now.
pub async fn post_of(ctx: &mut Ctx, id: PersonId) -> Answer<Bi> {
    let today = ctx.now.day();
    let held = store::holdings(&mut ctx.tx, id).await?.into_iter().find(|h| h.is_held(today));
    Ok(held.map(|h| Bi::new(h.title_en, h.title_zh)).unwrap_or_default())
}

/// Somebody new: named by a colleague, an import or the demo.
pub struct Newcomer {
    pub email: String,
    pub name: Bi,
    pub organisation: String,
    pub post: Bi,
    pub roles: String,
    pub language: Lang,
    pub password_hash: Option<String>,
    pub from: Day,
    pub to: Option<Day>,
}

/// Adds a person with their post; `None` if the address is taken.
pub async fn add(ctx: &mut Ctx, newcomer: &Newcomer) -> Answer<Option<PersonId>> {
    let id = PersonId(ctx.site.fresh_id());
    let hash = newcomer.password_hash.as_deref();
    if !store::insert_person(&mut ctx.tx, id, &newcomer.email, &newcomer.name, newcomer.language, hash).await? {
        return Ok(None);
    }
    give_post(ctx, id, newcomer).await?;
    Ok(Some(id))
}

/// Gives a person the post of `newcomer`, made if it is new.
pub async fn give_post(ctx: &mut Ctx, id: PersonId, newcomer: &Newcomer) -> Answer<()> {
    let fresh = PostId(ctx.site.fresh_id());
    let post = store::ensure_post(&mut ctx.tx, fresh, &newcomer.organisation, &newcomer.post, &newcomer.roles).await?;
    Ok(store::hold(&mut ctx.tx, id, post, newcomer.from, newcomer.to).await?)
}

/// Adds or renames an organisation.
pub async fn add_organisation(ctx: &mut Ctx, org: &Organisation, parent: Option<&str>, serves: Option<bool>) -> Answer<()> {
    Ok(store::save_organisation(&mut ctx.tx, org, parent, serves).await?)
}

/// Clears away what time has made useless.
pub async fn sweep(ctx: &mut Ctx) -> Answer<()> {
    Ok(store::sweep(&mut ctx.tx, ctx.now).await?)
}

/// Who somebody is, by address: for what the house does in their name when it tells the demo's story.
pub async fn viewer_of(ctx: &mut Ctx, email: &str) -> Answer<Viewer> {
    let person = store::person_by_email(&mut ctx.tx, email).await?.or_unknown()?;
    let today = ctx.now.day();
    person_now(&mut ctx.tx, PersonId(person.id), today, "").await
}
