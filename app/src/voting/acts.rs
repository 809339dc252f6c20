//! What is done about the vote: plan and run the stops, cast, seal, count, and let it be recounted.
//!
//! Here are the poll's keys and the ballot paper, which everything below needs.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
};

use ed25519_dalek::SigningKey;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};

use crate::{
    awards,
    base::{
        ctx::{Ctx, Viewer},
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach, Role},
        site::Site,
        text::{Bi, holds_identity_card},
    },
    people,
};

use super::{
    rules::*,
    store::{
        self,
        ballots::{self, PollRow},
    },
};

pub mod cast;
pub mod count;
pub mod day;
pub mod exhibit;
pub mod find;
pub mod kiosk;
pub mod phone;
pub mod record;
pub mod seal;
pub mod slips;
pub mod tick;
mod trials;

/// HMAC-SHA-256 over a purpose and what is meant, so that two purposes never give one value.
fn keyed(key: &[u8], purpose: &str, what: &str) -> [u8; 32] {
    match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mut mac) => {
            mac.update(purpose.as_bytes());
            mac.update(b"\n");
            mac.update(what.as_bytes());
            mac.finalize().into_bytes().into()
        }
        // HMAC takes keys of any length.
        Err(_) => [0; 32],
    }
}

/// The private keys of a poll, while they exist.
#[derive(Clone)]
pub(super) struct Keys {
    code: Vec<u8>,
    pub sign: SigningKey,
    pub seal: StaticSecret,
}

impl Keys {
    /// None once they were erased, or if they cannot be read.
    fn of(row: &PollRow) -> Option<Keys> {
        let bytes = |text: &Option<String>| hex::decode(text.as_deref()?).ok();
        let fixed = |text: &Option<String>| <[u8; 32]>::try_from(bytes(text)?).ok();
        Some(Keys {
            code: bytes(&row.code_key)?,
            sign: SigningKey::from_bytes(&fixed(&row.sign_key)?),
            seal: StaticSecret::from(fixed(&row.box_key)?),
        })
    }

    /// Under which a code is kept.
    fn code_hmac(&self, code: &Code) -> String {
        hex::encode(keyed(&self.code, "code", &code.plain()))
    }

    /// Under which a client's key is kept beside the spent code.
    fn key_hash(&self, key: &str) -> String {
        hex::encode(keyed(&self.code, "key", key))
    }

    /// Where the ballot of a client's key lies in the urn. Neither this nor the receipt can be made of what stands beside the
    /// spent code: the client's key itself is kept nowhere.
    fn urn_id(&self, key: &str) -> String {
        hex::encode(&keyed(&self.code, "urn", key)[..16])
    }

    /// The code of one slip: what is printed can be printed again while its batch is in the office, and is kept nowhere.
    fn code_of(&self, batch: i64, serial: i64) -> Code {
        let hash = keyed(&self.code, "slip", &format!("{batch} {serial}"));
        Code::of_chance([hash[0], hash[1], hash[2], hash[3], hash[4]])
    }
}

/// The keys of a poll whose codes still count.
async fn keys(ctx: &mut Ctx, scheme: &str) -> Answer<(PollRow, Keys)> {
    let row = ballots::poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    let keys = Keys::of(&row).ok_or_else(|| Problem::closed("voting-keys-erased"))?;
    Ok((row, keys))
}

/// The poll of a scheme, made with fresh keys if there is none: from now on its votes are counted from ballots.
async fn begin_poll(ctx: &mut Ctx, scheme: &str) -> Answer<PollRow> {
    if let Some(row) = ballots::poll(&mut ctx.tx, scheme).await? {
        return Ok(row);
    }
    awards::acts::setup::count_ballots(ctx, scheme).await?;
    let fresh = || {
        let mut raw = [0u8; 32];
        (ctx.site.chance)(&mut raw);
        raw
    };
    let (code, sign, seal) = (fresh(), fresh(), fresh());
    let row = PollRow {
        scheme: scheme.into(),
        state: PollState::Collecting.code().into(),
        code_key: Some(hex::encode(code)),
        sign_key: Some(hex::encode(sign)),
        sign_public: hex::encode(SigningKey::from_bytes(&sign).verifying_key().to_bytes()),
        box_key: Some(hex::encode(seal)),
        box_public: hex::encode(PublicKey::from(&StaticSecret::from(seal)).to_bytes()),
        sealed_at: 0,
        batch: 0,
        head: "0".repeat(64),
        counted_by: None,
        counted_at: None,
        table_hash: None,
        header: None,
        statements: None,
        result: None,
        certified_by: None,
        certified_at: None,
    };
    if ballots::insert_poll(&mut ctx.tx, &row).await? {
        let keys = serde_json::json!({ "sign": row.sign_public, "seal": row.box_public });
        ctx.audit("poll.begin", format!("poll:{scheme}"), keys);
        return Ok(row);
    }
    ballots::poll(&mut ctx.tx, scheme).await?.or_unknown()
}

/// Finished ballot papers, by scheme, with the version of the site they were made of.
#[derive(Default)]
struct Papers(Mutex<HashMap<String, (u64, Arc<BallotPaper>)>>);

/// What stands on the ballot of a scheme now; kept while nothing changes, as every ballot asks for it.
pub(super) async fn paper(ctx: &mut Ctx, scheme: &str) -> Answer<Arc<BallotPaper>> {
    let papers = ctx.site.own.get::<Papers>();
    let version = ctx.site.version.load(Ordering::Acquire);
    let lock = || papers.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((of, paper)) = lock().get(scheme)
        && *of == version
    {
        return Ok(paper.clone());
    }
    let paper = Arc::new(fresh_paper(ctx, scheme, false).await?);
    lock().insert(scheme.into(), (version, paper.clone()));
    Ok(paper)
}

/// The ballot of a poll, for the pages of it.
pub async fn ballot_paper(ctx: &mut Ctx, scheme: &str) -> Answer<Arc<BallotPaper>> {
    paper(ctx, scheme).await
}

/// The same, read anew; with entries that were disqualified meanwhile, if wanted.
async fn fresh_paper(ctx: &mut Ctx, scheme: &str, disqualified_too: bool) -> Answer<BallotPaper> {
    let (it, awards) = awards::acts::find::on_ballot(ctx, scheme, disqualified_too).await?;
    let names = awards::acts::find::names(ctx).await?;
    let department = |entry: &awards::Entry| names.get(&entry.lead).cloned().unwrap_or_else(|| Bi::new(&entry.lead, &entry.lead));
    let entry =
        |it: awards::Entry| BallotEntry { department: department(&it), code: it.code, title: it.texts.title, summary: it.texts.summary };
    let award = |(award, entries): (awards::Award, Vec<awards::Entry>)| BallotAward {
        code: award.code,
        name: award.name,
        votes: award.votes_per_ballot.max(1) as usize,
        entries: entries.into_iter().map(entry).collect(),
    };
    Ok(BallotPaper { scheme: it.code, name: it.name, awards: awards.into_iter().map(award).collect() })
}

/// Whoever hands out slips or judges does not vote while on that duty, whatever else their post may do.
pub fn may_vote(viewer: &Viewer) -> Answer<()> {
    let on_duty = [Role::ExhibitionOfficer, Role::Judge, Role::Chair].iter().any(|role| viewer.roles().has(*role));
    if on_duty || viewer.reach(Action::CastBallot) < Reach::All { Err(Problem::forbidden()) } else { Ok(()) }
}

/// A reason that the public will read, in both languages.
fn spoken(reason: &Bi, field: &str) -> Answer<Bi> {
    let reason = Bi::new(reason.en.trim(), reason.zh.trim());
    if !reason.is_whole() {
        return Err(Problem::rule("voting-reason-both").on(field));
    }
    if holds_identity_card(&reason.en) || holds_identity_card(&reason.zh) {
        return Err(Problem::rule("problem-identity-card").on(field));
    }
    if reason.en.chars().count() > 1000 || reason.zh.chars().count() > 1000 {
        return Err(Problem::rule("problem-too-long").with("limit", 1000i64).on(field));
    }
    Ok(reason)
}

/// A reason for the file.
fn noted(reason: &str, field: &str) -> Answer<String> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Problem::rule("voting-reason").on(field));
    }
    if holds_identity_card(reason) {
        return Err(Problem::rule("problem-identity-card").on(field));
    }
    if reason.chars().count() > 1000 {
        return Err(Problem::rule("problem-too-long").with("limit", 1000i64).on(field));
    }
    Ok(reason.to_owned())
}

/// SHA-256 in hexadecimal.
fn sha(text: impl AsRef<[u8]>) -> String {
    hex::encode(Sha256::digest(text.as_ref()))
}

/// A stop with a poll, locked, for whoever runs polls.
async fn run_stop(ctx: &mut Ctx, code: &str) -> Answer<(Stop, String)> {
    ctx.may(Action::RunPolls, Reach::All)?;
    let stop = store::lock_stop(&mut ctx.tx, code).await?.or_unknown()?;
    let scheme = stop.scheme.clone().ok_or_else(|| Problem::clash("voting-no-poll-here"))?;
    Ok((stop, scheme))
}

/// The names of people by their ids, for pages of officers.
pub(super) async fn name_of(ctx: &mut Ctx, id: crate::base::ids::PersonId) -> Answer<Bi> {
    Ok(people::acts::person(ctx, id).await?.name)
}

/// The site without a request, for work that many requests share.
async fn house(site: &Arc<Site>) -> Answer<Ctx> {
    Ctx::write(site, Viewer::House).await
}
