//! The ballot on a visitor's own phone, page by page and without script.
//!
//! What was chosen so far travels in a sealed cookie and nowhere else: the server keeps nothing of a ballot before it is cast, and
//! neither a code nor a choice is ever in an address.

use std::sync::Arc;

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use serde::{Deserialize, Serialize};

use crate::base::{
    ctx::{Ctx, Viewer},
    problem::{Answer, Problem},
    site::Site,
    time::Moment,
};

use super::{
    super::rules::*,
    cast::{self, Casting, Place, Receipt},
    keyed, may_vote,
};

/// The name of the cookie.
pub const COOKIE: &str = "accolade-ballot";

/// For how long a ballot may lie open on a phone.
pub const MINUTES: i64 = 30;

/// A ballot being filled in, or the receipt it ended with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Booth {
    pub scheme: String,
    pub cast: Cast,
    /// Until when.
    pub until: Moment,
    pub large: bool,
    pub receipt: Option<Receipt>,
}

impl Booth {
    /// What the cookie holds: nobody but this installation can read or make one.
    pub fn seal(&self, site: &Site) -> String {
        let mut nonce = [0u8; 12];
        (site.chance)(&mut nonce);
        let cipher = Aes256Gcm::new(&keyed(&site.secret, "ballot", "cookie").into());
        let plain = serde_json::to_vec(self).unwrap_or_default();
        let boxed = cipher.encrypt(&nonce.into(), Payload { msg: &plain, aad: COOKIE.as_bytes() }).unwrap_or_default();
        hex::encode([nonce.as_slice(), &boxed].concat())
    }

    /// Back from a cookie, if it is ours and not over.
    pub fn open(site: &Site, cookie: &str, now: Moment) -> Option<Booth> {
        let bytes = hex::decode(cookie).ok()?;
        let (nonce, boxed) = bytes.split_at_checked(12)?;
        let nonce: [u8; 12] = nonce.try_into().ok()?;
        let cipher = Aes256Gcm::new(&keyed(&site.secret, "ballot", "cookie").into());
        let plain = cipher.decrypt(&nonce.into(), Payload { msg: boxed, aad: COOKIE.as_bytes() }).ok()?;
        serde_json::from_slice::<Booth>(&plain).ok().filter(|it| now < it.until)
    }
}

/// A slip for whoever tries the demo, out of those that lie at the desk today. Nowhere else is a code ever handed out.
pub async fn demo_slip(site: &Arc<Site>) -> Answer<String> {
    if !site.settings.demo {
        return Err(Problem::unknown());
    }
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let today = ctx.now.day();
    let all = super::ballots::out_today(&mut ctx.tx, today).await?;
    let pick = site.fresh_id() as usize % all.len().max(1);
    let (scheme, batch, serial) = all.into_iter().nth(pick).ok_or_else(|| Problem::clash("voting-no-slips"))?;
    let (_, keys) = super::keys(&mut ctx, &scheme).await?;
    Ok(keys.code_of(batch, serial).plain())
}

/// A visitor has typed the code of a slip: the ballot opens, in an order of its own.
pub async fn begin(site: &Arc<Site>, viewer: &Viewer, code: &str, place: &Place) -> Answer<Booth> {
    may_vote(viewer)?;
    cast::may_try(site, place).await?;
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let checked = cast::check(&mut ctx, code, None).await;
    let now = ctx.now;
    drop(ctx);
    let scheme = cast::tried(site, place, checked).await?;
    let plain = Code::parse(code).map_err(|_| Refusal::CodeBad)?.plain();
    let cast = Cast { code: plain, key: site.fresh_token(16), seed: site.fresh_id() as u64 >> 11, choices: Choices::new() };
    Ok(Booth { scheme, cast, until: now.plus_minutes(MINUTES), large: false, receipt: None })
}

/// Marks what was chosen in one award; nothing chosen leaves it blank.
pub async fn choose(ctx: &mut Ctx, mut booth: Booth, award: &str, chosen: Vec<String>) -> Answer<Booth> {
    let paper = super::paper(ctx, &booth.scheme).await?;
    let it = paper.awards.iter().find(|it| it.code == award).ok_or_else(|| Refusal::NotOnBallot { code: award.into() })?;
    it.check(&chosen)?;
    booth.cast.choices.insert(award.into(), chosen);
    Ok(booth)
}

/// Casts what was chosen. Pressed twice, it is one ballot with one receipt.
pub async fn send(site: &Arc<Site>, viewer: &Viewer, booth: Booth) -> Answer<Booth> {
    may_vote(viewer)?;
    if booth.receipt.is_some() {
        return Ok(booth);
    }
    let casting =
        Casting { scheme: Some(booth.scheme.clone()), cast: booth.cast.clone(), channel: Channel::Phone, here: None, late: false };
    let receipt = cast::cast(site, casting).await?;
    // The choice is not kept any longer than it has to be, not even on the voter's own phone.
    let cast = Cast { choices: Choices::new(), code: String::new(), ..booth.cast };
    Ok(Booth { cast, receipt: Some(receipt), ..booth })
}

/// Casts a ballot that comes whole, from a program.
pub async fn cast_whole(site: &Arc<Site>, viewer: &Viewer, it: Cast, place: &Place) -> Answer<Receipt> {
    may_vote(viewer)?;
    cast::may_try(site, place).await?;
    let casting = Casting { scheme: None, cast: it, channel: Channel::Phone, here: None, late: false };
    cast::tried(site, place, cast::cast(site, casting).await).await
}
