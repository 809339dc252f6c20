//! A crowd: people of forty departments, signed in, and workshops they all want to get into. All of it is put in by the acts of
//! the application, in this process, before a server opens the database; and looked at by acts afterwards.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use app::{
    base::{
        ctx::{Ctx, Viewer},
        files::Files,
        site::{Clock, Settings, Site},
        text::Bi,
        time::{Day, Moment},
    },
    people::{self, testing as folk},
    venues::{self, Venue},
    workshops::{
        Draft, Status,
        acts::{find, organise},
    },
};
use server::{clock::Stopwatch, site};
use tokio::task::JoinSet;

use super::{
    Done,
    client::{self, Conn},
};

/// When the server's clock starts: registration for every workshop here is open.
pub const NOW: &str = "2002-02-01T10:00:00+08:00";
pub const DEPARTMENTS: usize = 40;
/// Connections over which the crowd comes.
pub const DOORS: usize = 64;

/// A workshop everybody wants to get into.
#[derive(Clone, Copy)]
pub struct Hall {
    pub code: &'static str,
    pub capacity: usize,
    pub quota: usize,
}

/// What each of the crowd was told: the status, and the reference or the complaint.
pub type Told = BTreeMap<usize, (u16, String)>;

/// The site of a database as the server would have it, but in this process and with its clock held.
pub async fn site(database: &str) -> Done<Arc<Site>> {
    let db = site::open(database).await?;
    let secret = site::secret(&db).await?;
    let clock = Clock::held(Moment::parse(NOW).ok_or("no moment")?);
    // The crowd comes in as the personas of a demo do: no password has to be worked on four thousand times.
    let settings = Settings { public_url: "http://accolade.example".into(), demo: true, assets: Default::default(), secure: false };
    Ok(site::build(db, Files::memory(), clock, settings, secret))
}

/// Fills an empty database; the session token of each person.
pub async fn fill(site: &Arc<Site>, people: usize, halls: &[Hall]) -> Done<Vec<String>> {
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    ground(&mut ctx).await?;
    for n in 0..people {
        folk::person(&mut ctx, &format!("{}@demo.example", name(n)), &department(n), "CS").await?;
    }
    ctx.commit().await?;
    for (n, hall) in halls.iter().enumerate() {
        let mut ctx = organiser(site, true).await?;
        organise::save(&mut ctx, &draft(hall, n)?).await?;
        organise::publish(&mut ctx, hall.code).await?;
        ctx.commit().await?;
    }
    sessions(site, people).await
}

async fn sessions(site: &Arc<Site>, people: usize) -> Done<Vec<String>> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut all = JoinSet::new();
    for _ in 0..16 {
        let (site, next) = (site.clone(), next.clone());
        all.spawn(async move {
            let mut got = Vec::new();
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                if n >= people {
                    return Done::Ok(got);
                }
                got.push((n, people::acts::sign_in_as(&site, &name(n), "bench").await?.0));
            }
        });
    }
    let mut tokens = vec![String::new(); people];
    while let Some(some) = all.join_next().await {
        for (n, token) in some?? {
            tokens[n] = token;
        }
    }
    Ok(tokens)
}

fn name(n: usize) -> String {
    format!("b{n:04}")
}

fn department(n: usize) -> String {
    format!("D{:02}", n % DEPARTMENTS)
}

async fn ground(ctx: &mut Ctx) -> Done<()> {
    for code in (0..DEPARTMENTS).map(department).chain(["EU".to_owned()]) {
        folk::department(ctx, &code).await?;
    }
    let any = Bi::new("Eastern", "東區");
    venues::acts::add_district(ctx, "E", &any, "HK", &any).await?;
    let hall = Venue {
        code: "HALL".into(),
        name: Bi::new("City Hall", "大會堂"),
        district: "E".into(),
        district_name: any.clone(),
        kind: "lecture_hall".into(),
        managed_by: "EU".into(),
        capacity: 100_000,
        pitches: 9,
        features: Vec::new(),
        weekday: None,
        saturday: None,
        holiday: None,
    };
    venues::acts::add_venue(ctx, &hall, ["08:00-22:00", "08:00-22:00", ""]).await?;
    organise::add_series(ctx, "PM", &Bi::new("Performance measurement", "衡量服務表現")).await?;
    Ok(folk::person(ctx, "organiser@demo.example", "EU", "CS;WO").await?)
}

/// Each workshop on a day of its own, so that one is in no other's way.
fn draft(hall: &Hall, n: usize) -> Done<Draft> {
    let day = Day::new(2002, 3, 4).ok_or("no day")?.plus(n as u64);
    let local = |hour: u32| day.at(hour, 0).to_local_input();
    Ok(Draft {
        code: hall.code.into(),
        series: "PM".into(),
        kind: "workshop".into(),
        title_en: "Performance measurement for everybody".into(),
        title_zh: "人人衡量服務表現".into(),
        summary_en: "What to measure, how, and what to do with it.".into(),
        summary_zh: "量度甚麼、如何量度、如何運用。".into(),
        audience_en: "Everybody".into(),
        audience_zh: "所有人".into(),
        starts: local(9),
        ends: local(17),
        venue: "HALL".into(),
        capacity: hall.capacity.to_string(),
        minimum: "1".into(),
        quota: hall.quota.to_string(),
        team_min: "1".into(),
        team_max: "1".into(),
        language: "yue".into(),
        opens: "2002-01-15T09:00".into(),
        closes: "2002-02-27T17:00".into(),
        day_off: "yes".into(),
        ..Draft::default()
    })
}

async fn organiser(site: &Arc<Site>, write: bool) -> Done<Ctx> {
    let mut house = Ctx::read(site, Viewer::House).await?;
    let viewer = people::acts::viewer_of(&mut house, "organiser@demo.example").await?;
    drop(house);
    Ok(if write { Ctx::write(site, viewer).await? } else { Ctx::read(site, viewer).await? })
}

/// Everybody registers, each with a key of their own, over many connections to these servers, until `enough` have been answered
/// or all have. What they were told, and in how many seconds. A connection that breaks is not an error: its person has not been
/// told anything.
pub async fn register(
    servers: &[SocketAddr],
    tokens: &Arc<Vec<String>>,
    hall: &str,
    enough: usize,
    full: impl FnOnce(),
) -> Done<(Told, f64)> {
    let (next, answered) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (signal, mut reached) = tokio::sync::mpsc::channel::<()>(1);
    let mut all = JoinSet::new();
    let watch = Stopwatch::start();
    for door in 0..DOORS {
        let addr = servers[door % servers.len()];
        let (next, answered, tokens, hall, signal) = (next.clone(), answered.clone(), tokens.clone(), hall.to_owned(), signal.clone());
        all.spawn(async move {
            let mut told = Vec::new();
            let Ok(mut conn) = Conn::open(addr).await else { return told };
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let Some(token) = tokens.get(n) else { return told };
                let headers = format!("Cookie: accolade={token}\r\nAccept: application/json\r\n");
                let form = format!("workshop={hall}&consent=yes&key={hall}-{n}");
                let Ok(answer) = conn.ask(&client::post("/api/workshops/register", &headers, &form)).await else { return told };
                told.push((n, (answer.status, String::from_utf8_lossy(&answer.body).trim_matches('"').to_owned())));
                if answered.fetch_add(1, Ordering::Relaxed) + 1 == enough {
                    signal.try_send(()).ok();
                }
            }
        });
    }
    drop(signal);
    if reached.recv().await.is_some() {
        full();
    }
    let mut told = Told::new();
    while let Some(some) = all.join_next().await {
        told.extend(some?);
    }
    Ok((told, watch.micros() as f64 / 1e6))
}

/// Looks by the acts of the application whether what they were told is true and fair: the references are there, each once; as many
/// are confirmed as there are places; no department has more than its quota; the waiting list counts from 1 without a gap.
pub async fn fair(site: &Arc<Site>, hall: &Hall, told: &Told) -> Done<()> {
    let all = find::of_workshop(&mut organiser(site, false).await?, hall.code).await?;
    true_to(&kept(&all)?, told)?;
    let mut own = BTreeMap::<String, usize>::new();
    let mut waiting = BTreeSet::new();
    for it in &all {
        match it.registration.status {
            Status::Confirmed => *own.entry(it.registration.organisation.clone()).or_default() += 1,
            Status::Waitlisted => drop(waiting.insert(it.position.unwrap_or(0))),
            other => return Err(format!("somebody is {other:?}").into()),
        }
    }
    let (confirmed, most) = (own.values().sum::<usize>(), own.values().max().copied().unwrap_or(0));
    let places = hall.capacity.min(hall.quota * DEPARTMENTS).min(all.len());
    if confirmed != places || most > hall.quota {
        return Err(format!("{confirmed} confirmed for {places} places, {most} of one department for {}", hall.quota).into());
    }
    if !waiting.iter().copied().eq(1..=(all.len() - confirmed) as i64) {
        return Err("the waiting list has gaps".into());
    }
    sound(site).await
}

fn address(n: usize) -> String {
    format!("{}@demo.example", name(n))
}

/// Who has which reference in a workshop; an error if somebody has two, or a registration has not exactly its one person.
fn kept(all: &[find::Entry]) -> Done<BTreeMap<String, String>> {
    let mut kept = BTreeMap::new();
    let mut references = BTreeSet::new();
    for it in all {
        let [participant] = it.participants.as_slice() else { return Err("a registration of nobody, or of two".into()) };
        let reference = it.registration.reference.clone();
        if !references.insert(reference.clone()) || kept.insert(participant.email.clone(), reference).is_some() {
            return Err(format!("{} is registered twice", participant.email).into());
        }
    }
    Ok(kept)
}

/// Everybody was told yes, and has the reference they were told.
fn true_to(kept: &BTreeMap<String, String>, told: &Told) -> Done<()> {
    let untrue = told.iter().find(|(n, (status, reference))| *status != 200 || kept.get(&address(**n)) != Some(reference));
    untrue.map_or(Ok(()), |(n, told)| Err(format!("person {n} was told {told:?}, and kept is {:?}", kept.get(&address(*n))).into()))
}

/// Every invariant that can be asked of the database, the audit chain among them.
pub async fn sound(site: &Arc<Site>) -> Done<()> {
    let broken = app::checks::all(&mut organiser(site, false).await?).await?.into_iter().find(|(_, violations)| *violations > 0);
    broken.map_or(Ok(()), |(sentence, violations)| Err(format!("{sentence}: {violations}").into()))
}

/// What was answered is there, once; who was not told has one or none. How many were answered, and how many are there.
pub async fn survived(site: &Arc<Site>, hall: &Hall, told: &Told) -> Done<(usize, usize)> {
    let kept = kept(&find::of_workshop(&mut organiser(site, false).await?, hall.code).await?)?;
    true_to(&kept, told)?;
    sound(site).await?;
    Ok((told.len(), kept.len()))
}
