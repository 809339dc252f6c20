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
    db::Fault,
    ids::{PersonId, PostId},
    outbox::Letter,
    problem::{Answer, Kind, OrUnknown, Problem},
    roles::Roles,
    site::Site,
    text::{Bi, Lang, fold},
    time::{Day, Moment},
};

use super::{rules::*, store};

mod busy;
mod directory;

pub use busy::*;
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
    let hash = token_hash(token);
    let now = site.now();
    let rows = store::visitor(&site.db, &hash, now).await?;
    let Some((created, seen)) = rows.first().map(|row| (Moment(row.created_at), Moment(row.seen_at))) else {
        return Ok(Viewer::Public);
    };
    // Being seen is written down every ten minutes, not with every request.
    if now.minutes_since(seen) >= 10 {
        let mut ctx = Ctx::write(site, Viewer::House).await?;
        store::see_session(&mut ctx.tx, &hash, now, session_ends(created, now)).await?;
        ctx.commit().await?;
    }
    Ok(holding(rows.into_iter().map(|row| row.holder).collect(), &hash))
}

/// A person acting from the latest of the posts they hold, with the roles of all; the public, if they hold none.
fn holding(rows: Vec<store::HolderRow>, session: &str) -> Viewer {
    let roles = rows.iter().filter_map(|row| row.roles.as_deref()).fold(Roles::default(), |roles, it| roles.with(Roles::parse(it)));
    let Some(main) = rows.into_iter().next() else { return Viewer::Public };
    let Some(post) = main.post_id else { return Viewer::Public };
    Viewer::Person(Box::new(Me {
        id: PersonId(main.id),
        name: Bi::new(main.name_en, main.name_zh),
        email: main.email,
        lang: Lang::of_path(&main.language).unwrap_or_default(),
        post: PostId(post),
        post_title: Bi::new(main.title_en.unwrap_or_default(), main.title_zh.unwrap_or_default()),
        organisation: main.organisation.unwrap_or_default(),
        roles,
        session: session.into(),
    }))
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
    let today = ctx.now.day();
    let Viewer::Person(me) = holding(store::holder(&mut ctx.tx, person, today).await?, &hash) else {
        return Err(no_post(&mut ctx, person).await?);
    };
    let device: String = device.chars().filter(|c| !c.is_control()).take(120).collect();
    store::insert_session(&mut ctx.tx, &hash, person, ctx.now, &device).await?;
    ctx.commit().await?;
    Ok((token, me.lang))
}

/// Their post has ended: who in the department can help.
async fn no_post(ctx: &mut Ctx, person: PersonId) -> Answer<Problem> {
    let problem = Problem::new(Kind::Forbidden, "people-post-ended");
    let Some(last) = store::last_organisation(&mut ctx.tx, person).await? else {
        return Ok(problem.with("contact", Bi::new("the Efficiency Unit", "效率促進組")));
    };
    let contact = contact(ctx, &last).await?;
    Ok(problem.with("contact", contact))
}

/// The training co-ordinator of an organisation, as a line to write to.
pub async fn contact(ctx: &mut Ctx, organisation: &str) -> Answer<Bi> {
    let org = store::organisation(&mut ctx.tx, organisation).await?.or_unknown()?;
    let Some(id) = store::holders(&mut ctx.tx, "DC", Some(organisation), ctx.now.day()).await?.into_iter().next() else {
        return Ok(org.name);
    };
    let known = person(ctx, id).await?;
    let (_, title) = known.posts.into_iter().find(|(of, _)| of == organisation).or_unknown()?;
    Ok(Bi::new(format!("{}, {} ({})", title.en, org.name.en, known.email), format!("{}{}（{}）", org.name.zh, title.zh, known.email)))
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
pub async fn my_sessions(ctx: &mut Ctx) -> Answer<Vec<(String, Moment, bool)>> {
    let me = ctx.me()?;
    let rows = store::sessions(&mut ctx.tx, me.id, ctx.now).await?;
    Ok(rows.into_iter().map(|s| (s.device, Moment(s.seen_at), s.token_hash == me.session)).collect())
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

/// A person whose address we know.
#[derive(Clone, Debug)]
pub struct Known {
    pub id: PersonId,
    pub email: String,
    pub name: Bi,
    /// The language of their letters.
    pub lang: Lang,
    /// The posts they hold today, the latest first: organisation and title.
    pub posts: Vec<(String, Bi)>,
}

impl From<&Me> for Known {
    fn from(me: &Me) -> Known {
        let posts = vec![(me.organisation.clone(), me.post_title.clone())];
        Known { id: me.id, email: me.email.clone(), name: me.name.clone(), lang: me.lang, posts }
    }
}

impl Known {
    pub fn is_of(&self, organisation: &str) -> bool {
        self.posts.iter().any(|(of, _)| of == organisation)
    }
}

fn known_as(rows: Vec<store::HolderRow>) -> Option<Known> {
    let person = rows.first()?.clone();
    let posts = rows.into_iter().filter_map(|row| Some((row.organisation?, Bi::new(row.title_en?, row.title_zh?)))).collect();
    Some(Known {
        id: PersonId(person.id),
        email: person.email,
        name: Bi::new(person.name_en, person.name_zh),
        lang: Lang::of_path(&person.language).unwrap_or_default(),
        posts,
    })
}

/// Who has this address, if anybody we know.
pub async fn known(ctx: &mut Ctx, email: &str) -> Answer<Option<Known>> {
    let today = ctx.now.day();
    Ok(known_as(store::holder_by_email(&mut ctx.tx, email, today).await?))
}

/// Who a person is.
pub async fn person(ctx: &mut Ctx, id: PersonId) -> Answer<Known> {
    let today = ctx.now.day();
    known_as(store::holder(&mut ctx.tx, id, today).await?).or_unknown()
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
    let today = ctx.now.day();
    let rows = store::holder_by_email(&mut ctx.tx, email, today).await?;
    if rows.is_empty() { Err(Problem::unknown()) } else { Ok(holding(rows, "")) }
}
