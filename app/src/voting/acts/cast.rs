//! Casting: one code, one ballot. Many ballots go through one transaction, two inserts each, and are answered after it has lasted.
//!
//! What stands in the way of a vote twice is the primary key of what is spent, and nothing else: no count is read first, no row is
//! shared by all voters. Nobody's name, address or machine is on this path.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use crate::base::{
    ctx::Ctx,
    problem::{Answer, Problem},
    site::Site,
    time::{Day, Moment},
    together::Together,
};

use super::{
    super::{
        rules::{
            ballot::{Promised, promise},
            record::note,
            *,
        },
        store::{
            self,
            ballots::{self, Spending, UrnRow},
        },
    },
    Keys, house, paper,
};

/// A ballot on its way into the urn.
#[derive(Clone, Debug)]
pub struct Casting {
    /// None when a program sends it: then the poll is the one whose awards it names.
    pub scheme: Option<String>,
    pub cast: Cast,
    pub channel: Channel,
    /// The stop of the machine; none on a phone, which may be anywhere in the hall.
    pub here: Option<String>,
    /// Cast in time at a machine without a line.
    pub late: bool,
}

/// What a voter is given: a promise that the ballot will be in the record, signed, with nothing of the choice in it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Receipt {
    pub receipt: String,
    /// What is signed, see [`promise`].
    pub text: String,
    /// Ed25519, hexadecimal.
    pub signature: String,
    /// Until when it is in the record.
    pub deadline: Moment,
}

impl Receipt {
    pub fn promised(self) -> Promised {
        Promised { receipt: self.receipt, text: self.text, signature: self.signature }
    }
}

/// A ballot that is in, before its receipt is signed: that takes longer than all the rest and holds nobody else up.
struct Counted {
    receipt: String,
    deadline: Moment,
    poll: Arc<Poll>,
}

/// A poll whose codes still count, and what stands on its ballot.
struct Poll {
    keys: Keys,
    paper: Arc<BallotPaper>,
}

impl Poll {
    fn hears(&self, it: &Casting) -> bool {
        match &it.scheme {
            Some(scheme) => *scheme == self.paper.scheme,
            None => it.cast.choices.keys().all(|award| self.paper.awards.iter().any(|it| it.code == *award)),
        }
    }
}

type Queue = Together<Casting, Counted>;

/// Casts a ballot: its receipt, once the ballot will outlive a failing machine. The same ballot sent again gets the same receipt
/// (I-34); another ballot under the same key, or with the same code, is refused.
pub async fn cast(site: &Arc<Site>, it: Casting) -> Answer<Receipt> {
    let held = site.clone();
    let Counted { receipt, deadline, poll } = site
        .own
        .get::<Queue>()
        .ask(it, move |group| {
            let site = held.clone();
            async move { together(&site, group).await }
        })
        .await?;
    let awards: Vec<&str> = poll.paper.awards.iter().map(|it| it.code.as_str()).collect();
    let text = promise(&poll.paper.scheme, &receipt, &awards, &deadline.to_rfc3339());
    let signature = note::sign_hex(&poll.keys.sign, &text);
    Ok(Receipt { receipt, text, signature, deadline })
}

/// A group of ballots in one transaction.
async fn together(site: &Arc<Site>, group: Vec<Casting>) -> Answer<Vec<Answer<Counted>>> {
    let mut ctx = house(site).await?;
    let mut polls = Vec::new();
    for row in ballots::polls(&mut ctx.tx).await? {
        if let Some(keys) = Keys::of(&row) {
            polls.push(Arc::new(Poll { keys, paper: paper(&mut ctx, &row.scheme).await? }));
        }
    }
    let of: Vec<Option<usize>> = group.iter().map(|it| polls.iter().position(|poll| poll.hears(it))).collect();
    let mut answers: Vec<Answer<Counted>> = group.iter().map(|it| Err(unheard(it))).collect();
    for (poll, at) in polls.iter().zip(0..) {
        let mine: Vec<usize> = (0..group.len()).filter(|it| of[*it] == Some(at)).collect();
        if !mine.is_empty() {
            let done = of_poll(&mut ctx, poll, mine.iter().map(|it| &group[*it]).collect()).await?;
            mine.into_iter().zip(done).for_each(|(it, answer)| answers[it] = answer);
        }
    }
    ctx.commit().await?;
    Ok(answers)
}

/// A ballot for no poll that still counts.
fn unheard(it: &Casting) -> Problem {
    match (&it.scheme, it.cast.choices.keys().next()) {
        (None, Some(award)) => Refusal::NotOnBallot { code: award.clone() }.into(),
        _ => Problem::unknown(),
    }
}

/// What is known of one ballot while its group goes through.
struct Known {
    code_hmac: String,
    key_hash: String,
    urn_id: String,
    choices: String,
}

async fn of_poll(ctx: &mut Ctx, poll: &Arc<Poll>, group: Vec<&Casting>) -> Answer<Vec<Answer<Counted>>> {
    let Poll { keys, paper } = poll.as_ref();
    let known: Vec<Answer<Known>> = group.iter().map(|it| read(keys, paper, &it.cast)).collect();
    let hashes: BTreeSet<String> = known.iter().flatten().map(|it| it.code_hmac.clone()).collect();
    let hashes: Vec<String> = hashes.into_iter().collect();
    let seen = ballots::slips(&mut ctx.tx, &hashes).await?;
    let places = Places::lock(ctx, seen.iter().map(|(_, slip)| slip)).await?;
    // What officers did to a slip or a batch before the days were ours is seen now; nothing more is done to them until we are through.
    let slips: HashMap<String, Slip> = ballots::slips(&mut ctx.tx, &hashes).await?.into_iter().collect();
    // Whoever is first in the group with a code or a key goes on; those behind them are answered by what stands there afterwards.
    let (mut codes, mut client_keys) = (BTreeSet::new(), BTreeSet::new());
    let mut fresh: Vec<Option<&Slip>> = Vec::new();
    let mut said: Vec<Option<Answer<Counted>>> = Vec::new();
    for (it, known) in group.iter().zip(&known) {
        let (slip, no) = match known {
            Err(problem) => (None, Some(problem.clone())),
            Ok(known) => match slips.get(&known.code_hmac) {
                None => (None, Some(Refusal::CodeUnknown.into())),
                Some(slip) if slip.used => (None, None),
                Some(slip) => match places.may_cast(slip, it, ctx.now) {
                    Err(refusal) => (None, Some(refusal.into())),
                    Ok(()) if codes.insert(&known.code_hmac) && client_keys.insert(&known.key_hash) => (Some(slip), None),
                    Ok(()) => (None, None),
                },
            },
        };
        fresh.push(slip);
        said.push(no.map(Err));
    }
    let spending: Vec<Spending> = fresh
        .iter()
        .zip(&known)
        .filter_map(|(slip, known)| {
            let (slip, known) = ((*slip)?, known.as_ref().ok()?);
            let (code_hmac, key_hash) = (known.code_hmac.clone(), known.key_hash.clone());
            Some(Spending { code_hmac, key_hash, stop: slip.stop.clone(), day: slip.day?, is_test: slip.is_test })
        })
        .collect();
    let spent: BTreeSet<(String, String)> = ballots::spend(&mut ctx.tx, &spending).await?.into_iter().collect();
    let mut urn = Vec::new();
    for (at, slip) in fresh.iter().enumerate() {
        let (Some(slip), Ok(known)) = (slip, &known[at]) else { continue };
        if !spent.contains(&(known.code_hmac.clone(), known.key_hash.clone())) {
            continue;
        }
        let it = group[at];
        let receipt = ballot::receipt(&it.cast.key);
        urn.push(UrnRow {
            id: known.urn_id.clone(),
            scheme: paper.scheme.clone(),
            stop: slip.stop.clone(),
            day: slip.day.map(Day::iso).unwrap_or_default(),
            receipt: receipt.clone(),
            choices: known.choices.clone(),
            quarters: quarters(paper, &it.cast),
            class: slip.class(it.channel),
        });
        let deadline = places.deadline(slip, ctx.now);
        said[at] = Some(Ok(Counted { receipt, deadline, poll: poll.clone() }));
    }
    ballots::drop_in(&mut ctx.tx, &urn).await?;
    let rest: Vec<usize> = (0..group.len()).filter(|at| said[*at].is_none()).collect();
    if !rest.is_empty() {
        let codes: Vec<String> = rest.iter().filter_map(|at| known[*at].as_ref().ok()).map(|it| it.code_hmac.clone()).collect();
        let ids: Vec<String> = rest.iter().filter_map(|at| known[*at].as_ref().ok()).map(|it| it.urn_id.clone()).collect();
        let spent: HashMap<String, String> = ballots::spent(&mut ctx.tx, &codes).await?.into_iter().collect();
        let lying: HashMap<String, String> = ballots::in_urn(&mut ctx.tx, &ids).await?.into_iter().collect();
        for at in rest {
            let Ok(it) = &known[at] else { continue };
            let slip = slips.get(&it.code_hmac);
            said[at] = Some(again(it, spent.get(&it.code_hmac), lying.get(&it.urn_id)).map(|()| Counted {
                receipt: ballot::receipt(&group[at].cast.key),
                deadline: slip.map_or(ctx.now, |slip| places.deadline(slip, ctx.now)),
                poll: poll.clone(),
            }));
        }
    }
    Ok(said.into_iter().map(|it| it.unwrap_or_else(|| Err(Refusal::CodeUnknown.into()))).collect())
}

/// A ballot that did not go in: the same one again, or another one. Once it is sealed nobody can say any more what it chose, not
/// even we, so that its key and code alone decide.
fn again(it: &Known, spent_under: Option<&String>, lying: Option<&String>) -> Result<(), Problem> {
    match spent_under {
        Some(key) if *key == it.key_hash => match lying {
            Some(choices) if *choices != it.choices => Err(Refusal::KeyReused.into()),
            _ => Ok(()),
        },
        Some(_) => Err(Refusal::CodeUsed.into()),
        None => Err(Refusal::KeyReused.into()),
    }
}

/// Reads a ballot without asking the database.
fn read(keys: &Keys, paper: &BallotPaper, cast: &Cast) -> Answer<Known> {
    let code = Code::parse(&cast.code).map_err(|_| Refusal::CodeBad)?;
    if !(16..=64).contains(&cast.key.len()) || !cast.key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(Problem::form("voting-key-bad").on("key"));
    }
    paper.check(&cast.choices)?;
    Ok(Known {
        code_hmac: keys.code_hmac(&code),
        key_hash: keys.key_hash(&cast.key),
        urn_id: keys.urn_id(&cast.key),
        choices: serde_json::to_string(&paper.canonical(&cast.choices)).unwrap_or_default(),
    })
}

/// In which quarter of its list each chosen entry stood, by award and entry.
fn quarters(paper: &BallotPaper, cast: &Cast) -> String {
    let of = |award: &BallotAward| -> BTreeMap<String, u8> {
        let chosen = cast.choices.get(&award.code).into_iter().flatten();
        chosen.map(|entry| (entry.clone(), award.quarter(cast.seed, entry))).collect()
    };
    let all: BTreeMap<&str, BTreeMap<String, u8>> = paper.awards.iter().map(|it| (it.code.as_str(), of(it))).collect();
    serde_json::to_string(&all).unwrap_or_default()
}

/// The stops and days of a group of slips, the days locked: none of them closes while the group goes through.
struct Places {
    stops: HashMap<String, Stop>,
    days: HashMap<(String, Day), PollDay>,
}

impl Places {
    async fn lock(ctx: &mut Ctx, slips: impl Iterator<Item = &Slip>) -> Answer<Places> {
        // In one order, so that two servers never wait for each other.
        let wanted: BTreeSet<(String, Day)> = slips.filter_map(|it| Some((it.stop.clone(), it.day?))).collect();
        let mut places = Places { stops: HashMap::new(), days: HashMap::new() };
        for (stop, day) in wanted {
            if let Some(found) = store::lock_day(&mut ctx.tx, &stop, day).await? {
                places.days.insert((stop.clone(), day), found);
            }
            if !places.stops.contains_key(&stop)
                && let Some(found) = store::stop(&mut ctx.tx, &stop).await?
            {
                places.stops.insert(stop, found);
            }
        }
        Ok(places)
    }

    fn may_cast(&self, slip: &Slip, it: &Casting, now: Moment) -> Result<(), Refusal> {
        let day = slip.day.and_then(|day| self.days.get(&(slip.stop.clone(), day)));
        match (self.stops.get(&slip.stop), day) {
            (Some(stop), Some(day)) => slip.may_cast(stop, day, it.here.as_deref(), it.late, now),
            _ if slip.state() == CodeState::Void => Err(Refusal::CodeVoid),
            _ => Err(Refusal::CodeNotIssued),
        }
    }

    /// The end of the poll day, when whatever is left in the urn is sealed; of the day on which it arrived, if that was later.
    fn deadline(&self, slip: &Slip, now: Moment) -> Moment {
        let day = slip.day.and_then(|day| self.days.get(&(slip.stop.clone(), day)));
        day.map_or(now, |it| it.closes.max(now)).day().at(23, 59)
    }
}

/// When a wrong code was last typed anywhere, looked up once a second: while nobody types any, no ballot waits for the answer.
#[derive(Default)]
struct LastWrong {
    looked: AtomicI64,
    at: AtomicI64,
}

/// Where somebody types codes: a machine, or a browser at an address; kept only as hashes, for an hour.
#[derive(Clone, Debug)]
pub struct Place {
    pub here: String,
    pub address: String,
}

impl Place {
    pub fn machine(device: &str) -> Place {
        Place { here: super::sha(format!("kiosk|{device}")), address: super::sha(format!("hall|{device}")) }
    }

    pub fn browser(address: &str, browser: &str) -> Place {
        Place { here: super::sha(format!("{address}|{browser}")), address: super::sha(format!("address|{address}")) }
    }
}

/// Another code may be tried here.
pub async fn may_try(site: &Arc<Site>, place: &Place) -> Answer<()> {
    let (last, now) = (site.own.get::<LastWrong>(), site.now());
    let second = 1_000_000;
    if (now.0 - last.looked.load(Ordering::Relaxed)).abs() >= second {
        let rows: Vec<(i64,)> = store::ballots::last_failure(&site.db).await?;
        last.at.store(rows.first().map_or(0, |(at,)| *at), Ordering::Relaxed);
        last.looked.store(now.0, Ordering::Relaxed);
    }
    if now.minutes_since(Moment(last.at.load(Ordering::Relaxed))) >= 2 {
        return Ok(());
    }
    let mut tx = site.db.read().await?;
    let since = now.plus_minutes(-1);
    let (here, last) = ballots::failures(&mut tx, &place.here, since).await?;
    let (address, of_address) = ballots::failures(&mut tx, &place.address, since).await?;
    let ago = (now.0 - last.max(of_address)) / 1_000_000;
    let tries = slip::WrongTries { here, address, ago };
    Ok(slip::may_try(tries)?)
}

/// Remembers a wrong code; other refusals are nobody's guess.
pub async fn tried<T>(site: &Arc<Site>, place: &Place, answer: Answer<T>) -> Answer<T> {
    if let Err(problem) = &answer
        && matches!(problem.key(), "voting-code-bad" | "voting-code-unknown")
    {
        let mut ctx = house(site).await?;
        ballots::add_failure(&mut ctx.tx, &[place.here.clone(), place.address.clone()], ctx.now).await?;
        ctx.commit().await?;
        let last = site.own.get::<LastWrong>();
        last.at.store(site.now().0, Ordering::Relaxed);
    }
    answer
}

/// Whether a code could be voted with now, before anybody has chosen anything: the scheme it belongs to.
pub async fn check(ctx: &mut Ctx, typed: &str, here: Option<&str>) -> Answer<String> {
    let code = Code::parse(typed).map_err(|_| Refusal::CodeBad)?;
    for row in ballots::polls(&mut ctx.tx).await? {
        let Some(keys) = Keys::of(&row) else { continue };
        let found = ballots::slips(&mut ctx.tx, &[keys.code_hmac(&code)]).await?;
        let Some((_, slip)) = found.into_iter().next() else { continue };
        if slip.used {
            return Err(Refusal::CodeUsed.into());
        }
        let stop = store::stop(&mut ctx.tx, &slip.stop).await?;
        let days = store::days_of(&mut ctx.tx, &slip.stop).await?;
        let day = days.into_iter().find(|it| Some(it.day) == slip.day);
        return match (stop, day) {
            (Some(stop), Some(day)) => {
                slip.may_cast(&stop, &day, here, false, ctx.now)?;
                Ok(row.scheme)
            }
            _ if slip.state() == CodeState::Void => Err(Refusal::CodeVoid.into()),
            _ => Err(Refusal::CodeNotIssued.into()),
        };
    }
    Err(Refusal::CodeUnknown.into())
}
