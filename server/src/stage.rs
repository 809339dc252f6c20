//! In which time a server starts and with which story: a demo stands in 2001, everything else in the present.
//!
//! A demo remembers its clock beside the real one, so that it goes on where it was when it is started again. It never loads
//! into a database that holds anything, and never shows the one-click sign-in over anybody's own work.

use std::sync::Arc;

use app::{
    base::{
        db::{self, Db},
        files::Files,
        site::{Clock, Settings, Site},
        time::Moment,
    },
    people,
};

use crate::{
    Outcome, clock,
    config::{Demo, Now},
    demo, faulty,
    site::{self, sentences},
};

/// Setting: the letter of the demo in this database, or [`LOADING`].
const DEMO: &str = "demo";
/// Setting: what the demo's clock showed, and what the real one did, in microseconds.
const CLOCK: &str = "demo-clock";
/// Stands until the story is told to its end.
const LOADING: &str = "loading";

/// What a database holds when the server starts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    Work,
    Half,
    Demo { letter: String, clock: Option<(Moment, Moment)> },
}

/// How to start.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Start {
    /// What the clock shows first; the real time if nothing.
    clock: Option<Moment>,
    /// The demo to load first.
    load: Option<char>,
    /// Show the one-click sign-in.
    demo: bool,
    /// What whoever started it should know.
    remark: Option<String>,
}

/// Builds the site, and loads the demo if it is wanted and there is nothing yet.
pub async fn set(db: Db, files: Files, settings: Settings, wish: Demo, now: Now) -> Outcome<Arc<Site>> {
    let secret = site::secret(&db).await?;
    let look = site::build(db.clone(), files.clone(), Clock::offset(clock::real_now, None), settings.clone(), secret);
    let start = decide(find(&look).await?, wish, now, clock::real_now())?;
    if let Some(remark) = &start.remark {
        tracing::warn!("{remark}");
    }
    let settings = Settings { demo: start.demo, ..settings };
    let site = site::build(db, files, Clock::offset(clock::real_now, start.clock), settings, secret);
    if let Some(letter) = start.load {
        load(&site, letter).await?;
    }
    remember(&site).await?;
    Ok(site)
}

/// The site of a command, which serves nobody. Over a demo it works in the demo's time, so that what it adds is there at once.
pub async fn aside(db: Db, files: Files, Now(now): Now) -> Outcome<Arc<Site>> {
    let settings = Settings { public_url: String::new(), demo: false, assets: Default::default(), secure: false };
    let secret = site::secret(&db).await?;
    let site = site::build(db, files, Clock::offset(clock::real_now, now), settings, secret);
    if let (None, Found::Demo { clock: Some(kept), .. }) = (now, find(&site).await?) {
        site.clock.set(went_on(kept, clock::real_now()));
    }
    Ok(site)
}

/// What a demo's clock shows now, if it ran on since it was looked at.
fn went_on((shown, then): (Moment, Moment), real: Moment) -> Moment {
    Moment(shown.0 + (real.0 - then.0).max(0))
}

/// Looks at what the database holds.
async fn find(site: &Arc<Site>) -> Outcome<Found> {
    let mut ctx = site::house(site, false).await?;
    let what = "cannot read the settings";
    if let Some(letter) = db::setting(&mut ctx.tx, DEMO).await.map_err(faulty(what))? {
        let clock = db::setting(&mut ctx.tx, CLOCK).await.map_err(faulty(what))?;
        let clock = clock.as_deref().and_then(read_clock);
        return Ok(if letter == LOADING { Found::Half } else { Found::Demo { letter, clock } });
    }
    let organisations = people::acts::organisations(&mut ctx).await.map_err(|problem| sentences(&problem).join("\n"))?;
    Ok(if organisations.is_empty() { Found::Nothing } else { Found::Work })
}

fn read_clock(text: &str) -> Option<(Moment, Moment)> {
    let (demo, real) = text.split_once(' ')?;
    Some((Moment(demo.parse().ok()?), Moment(real.parse().ok()?)))
}

/// The table of what happens: what was found, against what is wished.
fn decide(found: Found, wish: Demo, Now(now): Now, real: Moment) -> Outcome<Start> {
    let start = Start { clock: now, load: None, demo: wish.0.is_some(), remark: None };
    Ok(match (found, wish.0) {
        (Found::Half, _) => return Err("the demo was not loaded to its end; remove this database and start again".into()),
        (Found::Nothing, Some(letter)) => Start { clock: now.or(demo::preset(letter)), load: Some(letter), ..start },
        (Found::Work, Some(_)) => {
            let remark = "this database holds work of its own, so the demo is not loaded and not shown";
            Start { demo: false, remark: Some(remark.into()), ..start }
        }
        (Found::Demo { letter, clock }, Some(wanted)) => {
            let other = wanted.to_string() != letter && now.is_none();
            let remark = other.then(|| format!("this database holds demo {letter}; for demo {wanted} take an empty one"));
            Start { clock: now.or(clock.map(|kept| went_on(kept, real))), remark, ..start }
        }
        (Found::Demo { letter, .. }, None) => {
            let remark = format!("this database holds demo {letter}; start with --demo to see it in its own time");
            Start { remark: Some(remark), ..start }
        }
        (Found::Nothing | Found::Work, None) => start,
    })
}

/// Tells the story up to the clock's time. Half a story is worse than none, so its beginning is written down first.
async fn load(site: &Arc<Site>, letter: char) -> Outcome<()> {
    keep(site, &[(DEMO, LOADING.into())]).await?;
    let (until, watch) = (site.now(), clock::Stopwatch::start());
    let told = demo::load(site, until).await;
    told.map_err(|problem| format!("the demo cannot be loaded: {}", sentences(&problem).join("; ")))?;
    // Loading took its time; the story begins at its preset all the same.
    site.clock.set(until);
    keep(site, &[(DEMO, letter.to_string())]).await?;
    tracing::info!(demo = %letter, until = until.to_rfc3339(), micros = watch.micros(), "the demo is loaded");
    Ok(())
}

/// Writes down where a demo's clock stands, for the next start.
pub async fn remember(site: &Arc<Site>) -> Outcome<()> {
    if !site.settings.demo {
        return Ok(());
    }
    keep(site, &[(CLOCK, format!("{} {}", site.now().0, clock::real_now().0))]).await
}

async fn keep(site: &Arc<Site>, settings: &[(&str, String)]) -> Outcome<()> {
    let what = "cannot write the settings";
    let mut tx = site.db.write().await.map_err(faulty(what))?;
    for (name, value) in settings {
        db::set_setting(&mut tx, name, value).await.map_err(faulty(what))?;
    }
    tx.commit().await.map_err(faulty(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_000_000_000);

    fn kept(letter: &str) -> Found {
        Found::Demo { letter: letter.into(), clock: Some((Moment(500), Moment(NOW.0 - 70))) }
    }

    fn start(found: Found, wish: Option<char>, now: Option<Moment>) -> Start {
        decide(found, Demo(wish), Now(now), NOW).unwrap()
    }

    #[test]
    fn an_empty_database_gets_the_demo_and_its_time() {
        let it = start(Found::Nothing, Some('c'), None);
        assert_eq!((it.load, it.clock, it.demo), (Some('c'), demo::preset('c'), true));
        let it = start(Found::Nothing, Some('c'), Some(Moment(7)));
        assert_eq!((it.load, it.clock), (Some('c'), Some(Moment(7))), "--now cuts the story where it says");
        let it = start(Found::Nothing, None, None);
        assert_eq!((it.load, it.clock, it.demo), (None, None, false));
    }

    #[test]
    fn a_demo_goes_on_where_its_clock_was() {
        let it = start(kept("b"), Some('b'), None);
        assert_eq!((it.load, it.clock, it.demo, it.remark), (None, Some(Moment(570)), true, None));
        assert_eq!(start(kept("b"), Some('b'), Some(Moment(9))).clock, Some(Moment(9)));
        assert!(start(kept("b"), Some('c'), None).remark.is_some(), "it is kept, and that is said");
    }

    #[test]
    fn nobodys_own_work_is_turned_into_a_demo() {
        let it = start(Found::Work, Some('b'), None);
        assert_eq!((it.load, it.clock, it.demo), (None, None, false));
        assert!(it.remark.is_some());
        assert!(decide(Found::Half, Demo(Some('b')), Now(None), NOW).is_err());
    }

    #[test]
    fn a_clock_that_cannot_be_read_is_no_clock() {
        assert_eq!(read_clock("500 600"), Some((Moment(500), Moment(600))));
        assert_eq!(read_clock("500"), None);
        assert_eq!(read_clock("a b"), None);
    }
}
