//! Voting machines: their keys, the check of a code, and the journal they send when the line is back.

use std::sync::Arc;

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};

use crate::base::{
    ctx::Ctx,
    db::Fault,
    han,
    problem::{Answer, OrUnknown, Problem},
    roles::{Action, Reach},
    site::Site,
    text::Lang,
    time::Moment,
    words::Words,
};

use super::{
    super::{
        rules::{
            ballot::{Deposited, Fate},
            booth::{BoothPaper, BoothPlace, Tri},
            record::note,
            *,
        },
        store::{
            self,
            officers::{self, KioskRow},
        },
    },
    cast::{self, Casting, Place},
    house, keyed, keys, run_stop, sha,
};

/// The key of a machine: made of the installation's secret, so that an officer can show it again and it is kept nowhere.
fn device_of(site: &Site, stop: &str, number: i64, epoch: i64) -> String {
    hex::encode(&keyed(&site.secret, "kiosk", &format!("{stop} {number} {epoch}"))[..16])
}

/// A machine for the officers' desk.
#[derive(Clone, Debug)]
pub struct Kiosk {
    pub number: i64,
    /// The end of its address; whoever has it can vote at this stop with a slip, and nothing else.
    pub device: String,
    pub seen: Option<Moment>,
    /// Ballots it has sent.
    pub sent: i64,
}

pub async fn kiosks(ctx: &mut Ctx, stop: &str) -> Answer<Vec<Kiosk>> {
    ctx.may(Action::RunPolls, Reach::All)?;
    let site = ctx.site.clone();
    let of = |row: KioskRow| Kiosk {
        device: device_of(&site, stop, row.number, row.epoch),
        number: row.number,
        seen: row.seen_at.map(Moment),
        sent: row.last_seq,
    };
    Ok(officers::kiosks(&mut ctx.tx, stop).await?.into_iter().map(of).collect())
}

/// Sets a machine up, or replaces it: what was at this number before can no longer send.
pub async fn set_up(ctx: &mut Ctx, stop: &str, number: &str) -> Answer<()> {
    let (stop, _) = run_stop(ctx, stop).await?;
    let number = number.trim().parse::<i64>().ok().filter(|n| (1..=stop.kiosks).contains(n));
    let number = number.ok_or_else(|| Problem::rule("voting-kiosk-number").with("most", stop.kiosks).on("number"))?;
    let before = officers::kiosks(&mut ctx.tx, &stop.code).await?.into_iter().find(|it| it.number == number);
    let epoch = before.map_or(1, |it| it.epoch + 1);
    let device = device_of(&ctx.site, &stop.code, number, epoch);
    let row = KioskRow {
        device_hash: sha(device),
        stop: stop.code.clone(),
        number,
        epoch,
        last_seq: 0,
        last_hash: "0".repeat(64),
        seen_at: None,
    };
    officers::put_kiosk(&mut ctx.tx, &row).await?;
    ctx.audit("kiosk.set-up", format!("stop:{}", stop.code), json!({ "kiosk": number, "epoch": epoch }));
    Ok(())
}

/// Everything a machine needs to know before a line is cut.
pub struct Standing {
    pub stop: Stop,
    pub number: i64,
    pub scheme: String,
    pub day: Option<PollDay>,
    pub paper: Arc<BallotPaper>,
    pub box_public: String,
    pub sign_public: String,
}

async fn machine(ctx: &mut Ctx, device: &str) -> Answer<(KioskRow, Stop, String)> {
    let row = officers::kiosk(&mut ctx.tx, &sha(device)).await?.or_unknown()?;
    let stop = store::stop(&mut ctx.tx, &row.stop).await?.or_unknown()?;
    let scheme = stop.scheme.clone().or_unknown()?;
    Ok((row, stop, scheme))
}

pub async fn standing(ctx: &mut Ctx, device: &str) -> Answer<Standing> {
    let (row, stop, scheme) = machine(ctx, device).await?;
    let (poll, _) = keys(ctx, &scheme).await?;
    let today = ctx.now.day();
    let day = store::days_of(&mut ctx.tx, &stop.code).await?.into_iter().find(|it| it.day == today);
    let paper = super::paper(ctx, &scheme).await?;
    Ok(Standing { stop, number: row.number, scheme, day, paper, box_public: poll.box_public, sign_public: poll.sign_public })
}

/// What a machine's page carries: the ballot paper, and where it stands. The page sets the language.
pub async fn place(ctx: &mut Ctx, device: &str) -> Answer<(BoothPaper, BoothPlace)> {
    let it = standing(ctx, device).await?;
    let today = ctx.now.day();
    let closes = it.day.as_ref().map_or(ctx.now, |day| day.closes);
    let tri = |say: &dyn Fn(Words) -> String| Tri::new(|lang: Lang| say(Words::of(lang)));
    let place = BoothPlace {
        device: device.into(),
        number: u32::try_from(it.number).unwrap_or(0),
        stop: it.stop.code.clone(),
        stop_name: Tri::of(&it.stop.name, &han::simplified),
        day: tri(&|w| w.date(today)),
        box_public: it.box_public,
        sign_public: it.sign_public,
        deadline: tri(&|w| w.date(closes.day())),
        lang: Lang::default(),
    };
    Ok((BoothPaper::of(&it.paper, han::simplified), place))
}

/// A code is typed or scanned at a machine that has a line.
pub async fn check(site: &Arc<Site>, device: &str, code: &str) -> Answer<()> {
    let place = Place::machine(device);
    let mut ctx = Ctx::read(site, Default::default()).await?;
    let (_, stop, _) = machine(&mut ctx, device).await?;
    cast::may_try(site, &place).await?;
    let checked = cast::check(&mut ctx, code, Some(&stop.code)).await.map(drop);
    drop(ctx);
    if checked.is_ok() {
        seen(site, device).await?;
    }
    cast::tried(site, &place, checked).await
}

/// One entry of a machine's journal, as it is sent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Entry {
    pub device: String,
    pub seq: i64,
    pub prev: String,
    /// Hexadecimal: the ephemeral public key, the nonce, and the ballot under AES-256-GCM.
    pub sealed: String,
}

/// Opens what a machine sealed. Anything that was changed on the way, or belongs to another place in a journal, does not open.
pub fn open(secret: &StaticSecret, sealed: &str, bound_to: &str) -> Option<Cast> {
    let bytes = hex::decode(sealed).ok()?;
    let (ephemeral, rest) = bytes.split_at_checked(32)?;
    let (nonce, boxed) = rest.split_at_checked(12)?;
    let ephemeral: [u8; 32] = ephemeral.try_into().ok()?;
    let nonce: [u8; 12] = nonce.try_into().ok()?;
    let shared = secret.diffie_hellman(&PublicKey::from(ephemeral));
    let salt = [ephemeral.as_slice(), PublicKey::from(secret).as_bytes()].concat();
    let mut key = [0u8; 32];
    Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes()).expand(b"accolade ballot", &mut key).ok()?;
    let cipher = Aes256Gcm::new(&key.into());
    let plain = cipher.decrypt(&nonce.into(), Payload { msg: boxed, aad: bound_to.as_bytes() }).ok()?;
    serde_json::from_slice(&plain).ok()
}

/// Seals a ballot as a machine does; for the demo and for tests.
pub fn seal(public: &[u8; 32], ephemeral: [u8; 32], nonce: [u8; 12], bound_to: &str, cast: &Cast) -> Answer<String> {
    let secret = StaticSecret::from(ephemeral);
    let mine = PublicKey::from(&secret);
    let shared = secret.diffie_hellman(&PublicKey::from(*public));
    let mut key = [0u8; 32];
    let salt = [mine.as_bytes().as_slice(), public].concat();
    Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes()).expand(b"accolade ballot", &mut key).map_err(|e| Fault::new(e.to_string()))?;
    let plain = serde_json::to_vec(cast).map_err(Fault::new)?;
    let cipher = Aes256Gcm::new(&key.into());
    let boxed = cipher.encrypt(&nonce.into(), Payload { msg: &plain, aad: bound_to.as_bytes() }).map_err(|e| Fault::new(e.to_string()))?;
    Ok(hex::encode([mine.as_bytes().as_slice(), &nonce, &boxed].concat()))
}

/// To what a sealed ballot is bound: it opens in its own place of its own journal only.
pub fn bound_to(scheme: &str, stop: &str, seq: i64, prev: &str) -> String {
    format!("{scheme}\n{stop}\n{seq}\n{prev}")
}

/// The link of a journal entry to the one after it.
pub fn link(entry: &Entry) -> String {
    sha(format!("{}\n{}\n{}", entry.prev, entry.seq, entry.sealed))
}

/// Takes an entry of a machine's journal: in order, each once. Sent again, it is answered again (device and number decide).
pub async fn deposit(site: &Arc<Site>, entry: &Entry) -> Answer<Deposited> {
    let mut ctx = Ctx::read(site, Default::default()).await?;
    let (row, stop, scheme) = machine(&mut ctx, &entry.device).await?;
    let (_, keys) = keys(&mut ctx, &scheme).await?;
    drop(ctx);
    // An entry before the last was answered once; it is answered again by its code and key.
    let is_next = entry.seq == row.last_seq + 1 && entry.prev == row.last_hash;
    if entry.seq > row.last_seq && !is_next {
        return Err(Problem::clash("voting-journal-gap"));
    }
    let cast = open(&keys.seal, &entry.sealed, &bound_to(&scheme, &stop.code, entry.seq, &entry.prev));
    let cast = cast.ok_or_else(|| Problem::form("voting-journal-unreadable"))?;
    let receipt = ballot::receipt(&cast.key);
    let answered = |state: Fate| {
        let word = if state == Fate::Duplicate { "duplicate" } else { "refused" };
        let text = format!("accolade answer\n{scheme}\n{receipt}\n{word}\n");
        let signature = note::sign_hex(&keys.sign, &text);
        Deposited { state, receipt: receipt.clone(), text, signature, qr: String::new() }
    };
    let casting = Casting { scheme: Some(scheme.clone()), cast, channel: Channel::Kiosk, here: Some(stop.code.clone()), late: true };
    let answer = cast::cast(site, casting).await;
    let mut ctx = house(site).await?;
    let deposited = match answer {
        Ok(it) => {
            let address = format!("{}/en/voting/{scheme}/recount#receipt={}", site.settings.public_url, it.receipt);
            let qr = crate::ui::qr_svg(&address);
            Deposited { state: Fate::Counted, receipt: it.receipt, text: it.text, signature: it.signature, qr }
        }
        Err(problem) if problem.key() == "voting-code-used" => {
            officers::add_duplicate(&mut ctx.tx, &row.device_hash, entry.seq, &stop.code, ctx.now.day()).await?;
            answered(Fate::Duplicate)
        }
        Err(problem) if matches!(problem.status(), 409 | 410 | 422) && problem.key() != "voting-poll-closed" => answered(Fate::Refused),
        // The database is away: the machine keeps it, and nothing is known of it here.
        Err(problem) if problem.status() >= 429 => return Err(problem),
        // The poll of that day is balanced already: the machine keeps it for an officer to see, and goes on with the next.
        Err(problem) => {
            officers::kiosk_sent(&mut ctx.tx, &row.device_hash, entry.seq, &link(entry), ctx.now).await?;
            ctx.commit().await?;
            return Err(problem);
        }
    };
    officers::kiosk_sent(&mut ctx.tx, &row.device_hash, entry.seq, &link(entry), ctx.now).await?;
    ctx.commit().await?;
    Ok(deposited)
}

/// A machine is in use: for the officers' desk.
async fn seen(site: &Arc<Site>, device: &str) -> Answer<()> {
    let mut ctx = house(site).await?;
    officers::kiosk_seen(&mut ctx.tx, &sha(device), ctx.now).await?;
    ctx.commit().await
}
