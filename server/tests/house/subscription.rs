//! Somebody's calendar through what befalls a programme (J8): vdirsyncer subscribes to the feed over the network, khal shows what its
//! owner would see, and after every step that is what the pages say. When `TEST_CALENDARS` names the folder of their programs, as
//! `make test` does.
//!
//! vdirsyncer gives every entry a UID of its own making when it subscribes to an address, so that what has changed is for it another
//! entry: UIDs and numbers are tested on the feed itself, here and in `app`.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    process::Command,
    sync::Arc,
};

use crate::asked::{ask, entries};
use crate::told::told;
use app::{
    base::{
        ctx::{Ctx, Viewer},
        problem::Answer,
        site::Site,
        text::Bi,
    },
    people, shell,
    showcase::{
        acts::{board, file, find, moving, programme, publish},
        moving::MoveForm,
    },
    voting::{self, StopForm},
};
use axum::{Router, http::StatusCode};

/// An entry as a person sees it: from, to, title, place, state, page.
type Row = [String; 6];

/// A calendar program that follows one address.
struct Client {
    programs: String,
    folder: PathBuf,
}

impl Drop for Client {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

impl Client {
    fn subscribed(programs: String, feed: &str) -> Client {
        let folder = std::env::temp_dir().join(format!("accolade-subscription-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("kept")).unwrap();
        let at = folder.to_str().unwrap();
        let sync = format!(
            "[general]\nstatus_path = \"{at}/status\"\n[pair it]\na = \"feed\"\nb = \"kept\"\ncollections = null\n\
             conflict_resolution = \"a wins\"\n[storage feed]\ntype = \"http\"\nurl = \"{feed}\"\n\
             [storage kept]\ntype = \"filesystem\"\npath = \"{at}/kept\"\nfileext = \".ics\"\n"
        );
        let show = format!(
            "[calendars]\n[[accolade]]\npath = {at}/kept\nreadonly = True\n[sqlite]\npath = {at}/khal.db\n[locale]\n\
             local_timezone = Asia/Hong_Kong\ndefault_timezone = Asia/Hong_Kong\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n\
             longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        );
        std::fs::write(folder.join("vdirsyncer.conf"), sync).unwrap();
        std::fs::write(folder.join("khal.conf"), show).unwrap();
        let client = Client { programs, folder };
        client.run("vdirsyncer", &["discover"]);
        client
    }

    /// Runs a program, with its own home and no way but to this machine.
    fn run(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(format!("{}/{program}", self.programs));
        command.arg("-c").arg(self.folder.join(format!("{program}.conf"))).args(arguments);
        command.env("HOME", &self.folder).env("NO_PROXY", "*").env("LC_ALL", "C.UTF-8");
        let out = command.output().unwrap();
        assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    }

    /// Looks again, and shows what there is then.
    fn shown(&self) -> Vec<Row> {
        self.run("vdirsyncer", &["sync"]);
        let format = "{start-long-full}\t{end-long-full}\t{title}\t{location}\t{status}\t{url}";
        let said = self.run("khal", &["list", "--once", "--day-format", "", "--format", format, "2001-08-01", "600d"]);
        let row = |line: &str| -> Row {
            let fields: Vec<String> = line.split('\t').map(|it| it.trim().to_owned()).collect();
            fields.try_into().unwrap_or_else(|_| panic!("{line}"))
        };
        let mut rows: Vec<Row> = said.lines().filter(|it| !it.trim().is_empty()).map(row).collect();
        rows.sort();
        rows
    }
}

/// What the demo's people do, one after another.
struct World {
    site: Arc<Site>,
    router: Router,
}

impl World {
    async fn by<T>(&self, who: &str, does: impl AsyncFnOnce(&mut Ctx) -> Answer<T>) -> T {
        self.site.clock.set(self.site.now().plus_minutes(20));
        let mut ctx = Ctx::write(&self.site, Viewer::House).await.unwrap();
        ctx.viewer = people::acts::viewer_of(&mut ctx, &format!("{who}@demo.example")).await.unwrap();
        let it = does(&mut ctx).await.unwrap();
        ctx.commit().await.unwrap();
        it
    }

    async fn publish(&self) {
        let reason = Bi::new("As the halls answered", "按場地回覆");
        self.by("scheduler", async |ctx| publish::publish(ctx, &reason).await).await;
    }

    /// What the pages of the programme say, read from what they give search engines: every session, as a calendar would show it.
    async fn pages(&self) -> Vec<Row> {
        let titles = self.by("scheduler", async |ctx| programme::titles(ctx, "SC").await).await;
        let mut rows = Vec::new();
        for (code, _) in titles {
            let path = format!("/en/showcase/programme/{code}");
            let page = ask(&self.router, &path, &[]).await;
            if page.status != StatusCode::OK {
                continue;
            }
            let data = page.text.split("application/ld+json\">").filter_map(|it| it.split("</script>").next());
            let told: Vec<serde_json::Value> = data.filter_map(|it| serde_json::from_str(it).ok()).last().unwrap();
            rows.extend(told.iter().map(|it| {
                let text = |it: &serde_json::Value| it.as_str().unwrap().to_owned();
                let moment = |it: &serde_json::Value| it.as_str().unwrap()[..16].replace('T', " ");
                let place = format!("{}, {}", text(&it["location"]["name"]), text(&it["location"]["address"]["addressLocality"]));
                let url = format!("{}{path}", self.site.settings.public_url);
                [moment(&it["startDate"]), moment(&it["endDate"]), text(&it["name"]), place, "CONFIRMED".into(), url]
            }));
        }
        rows.sort();
        rows
    }

    /// The entries of the feed, by UID: state, beginning and number.
    async fn feed(&self) -> BTreeMap<String, (String, String, i64)> {
        let text = ask(&self.router, "/cal/all.ics?lang=en", &[]).await.text;
        let all = entries(&text);
        let n = all.len();
        let of = |it: BTreeMap<String, String>| {
            (it["UID"].clone(), (it["STATUS"].clone(), it["DTSTART"].clone(), it["SEQUENCE"].parse().unwrap()))
        };
        let by_uid: BTreeMap<_, _> = all.into_iter().map(of).collect();
        assert_eq!(by_uid.len(), n, "two entries with one UID");
        by_uid
    }
}

fn of_showcase(rows: &[Row]) -> impl Iterator<Item = &Row> {
    rows.iter().filter(|it| it[5].contains("/showcase/programme/"))
}

fn difference(a: &[Row], b: &[Row]) -> Vec<Row> {
    let b: BTreeSet<&Row> = b.iter().collect();
    a.iter().filter(|it| !b.contains(it)).cloned().collect()
}

/// A step, as the follower sees it: what it shows afterwards, what is gone, and what is new.
struct Step {
    shown: Vec<Row>,
    gone: Vec<Row>,
    new: Vec<Row>,
}

/// Looks again: what is shown alive is what the pages say, what is cancelled says so twice, and nothing is there twice; nobody who follows by
/// UID loses an entry or sees it change under the same number.
async fn look(it: &World, client: &Client, before: &[Row], feed: &mut BTreeMap<String, (String, String, i64)>) -> Step {
    let shown = client.shown();
    assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len(), "something is there twice");
    let (off, alive): (Vec<&Row>, Vec<&Row>) = of_showcase(&shown).partition(|it| it[4] == "CANCELLED");
    let pages = it.pages().await;
    let alive: Vec<Row> = alive.into_iter().cloned().collect();
    assert_eq!((difference(&alive, &pages), difference(&pages, &alive)), (vec![], vec![]));
    assert_eq!(alive.len(), pages.len());
    assert!(off.iter().all(|it| it[2].starts_with("Cancelled: ")), "{off:#?}");
    assert!(shown.iter().all(|it| (it[4] == "CANCELLED") == it[2].starts_with("Cancelled: ")));
    let now = it.feed().await;
    assert_eq!(now.len(), shown.len());
    for (uid, was) in feed.iter() {
        let is = now.get(uid).unwrap_or_else(|| panic!("{uid} vanished: {was:?}"));
        assert!(is.2 >= was.2 && (is.2 > was.2 || (&is.0, &is.1) == (&was.0, &was.1)), "{uid}: {was:?} {is:?}");
    }
    *feed = now;
    Step { gone: difference(before, &shown), new: difference(&shown, before), shown }
}

/// Puts what is in conflict into the best free place, or off the board.
async fn settle(ctx: &mut Ctx) -> Answer<()> {
    loop {
        let table = board::board(ctx).await?.2.unwrap().table;
        let asking = table.asking();
        let Some((slot, _)) = asking.conflicts().into_iter().next() else { return Ok(()) };
        let it = &table.slots[slot];
        match asking.offers(slot, 50).into_iter().min_by_key(|offer| offer.cost) {
            Some(offer) => place(ctx, it, &offer.at).await?,
            None => board::take_off(ctx, &it.activity, it.session, it.version).await?,
        }
    }
}

async fn place(ctx: &mut Ctx, it: &app::showcase::Slot, at: &app::showcase::At) -> Answer<()> {
    let (day, time) = (at.starts.day().iso(), at.starts.to_local_input()[11..].to_owned());
    let typed = board::Typed { activity: &it.activity, session: it.session, version: it.version, venue: &at.venue, day: &day, time: &time };
    board::place(ctx, &typed).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn j8_whatever_is_postponed_moved_or_cancelled_a_subscribed_calendar_shows_what_the_pages_say_and_nothing_else_moves() {
    let Ok(programs) = std::env::var("TEST_CALENDARS") else {
        eprintln!("not tested: TEST_CALENDARS names no folder of programs (.ci/ground test brings them)");
        return;
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // The day after the programme was published.
    let site = told(&url, "2001-12-06T09:00:00+08:00").await;
    let it = World { router: shell::routes(site.clone()), site };
    tokio::spawn(axum::serve(listener, it.router.clone()).into_future());
    let client = Client::subscribed(programs, &format!("{url}/cal/all.ics?lang=en"));
    let mut feed = it.feed().await;
    let first = look(&it, &client, &[], &mut feed).await.shown;
    assert!(of_showcase(&first).count() > 500, "{}", of_showcase(&first).count());

    // An exhibition is announced, and then begins a day later.
    let stop = async |starts: &str, ends: &str, version: &str| {
        let form = StopForm {
            code: "EX-AFTER-1".into(),
            series: "AFTER".into(),
            name_en: "What the Showcase left".into(),
            name_zh: "巡禮餘韻".into(),
            venue: "MTR-CEN".into(),
            starts: starts.into(),
            ends: ends.into(),
            opens: "08:00".into(),
            closes: "21:00".into(),
            kiosks: "0".into(),
            version: version.into(),
            ..StopForm::default()
        };
        it.by("exhibition", async |ctx| voting::acts::exhibit::plan(ctx, &form).await).await
    };
    stop("2002-02-04", "2002-02-06", "").await;
    it.by("exhibition", async |ctx| voting::acts::exhibit::confirm(ctx, "EX-AFTER-1").await).await;
    let step = look(&it, &client, &first, &mut feed).await;
    let on = |rows: &[Row]| rows.iter().map(|it| it[0].clone()).collect::<Vec<_>>();
    let (day, states) = (|n: u32| format!("2002-02-{n:02} 08:00"), |rows: &[Row]| rows.iter().map(|it| it[4].clone()).collect::<Vec<_>>());
    assert_eq!((step.gone, on(&step.new)), (vec![], vec![day(4), day(5), day(6)]));
    let version = it.by("exhibition", async |ctx| voting::acts::find::stop(ctx, "EX-AFTER-1").await).await.stop.version;
    stop("2002-02-05", "2002-02-07", &version.to_string()).await;
    let step = look(&it, &client, &step.shown, &mut feed).await;
    assert_eq!((on(&step.gone), on(&step.new)), (vec![day(4)], vec![day(4), day(7)]));
    assert_eq!(states(&step.new), ["CANCELLED", "CONFIRMED"]);

    // A session goes to another hall and another time. Nobody sees it before it is published.
    let (from, to) = it
        .by("scheduler", async |ctx| {
            let table = board::board(ctx).await?.2.unwrap().table;
            let asking = table.asking();
            let other = |slot: usize| {
                let was = table.slots[slot].at.clone()?;
                let is_other = |at: &app::showcase::At| at.venue != was.venue && at.starts != was.starts;
                let at = asking.offers(slot, 50).into_iter().map(|it| it.at).find(is_other)?;
                Some((slot, was, at))
            };
            let (slot, was, at) = (0..table.slots.len()).find_map(other).unwrap();
            place(ctx, &table.slots[slot], &at).await?;
            Ok((was, at))
        })
        .await;
    let step = look(&it, &client, &step.shown, &mut feed).await;
    assert_eq!((step.gone, step.new), (vec![], vec![]));
    it.publish().await;
    let step = look(&it, &client, &step.shown, &mut feed).await;
    let local = |at: &app::showcase::At| at.starts.to_local_input().replace('T', " ");
    assert_eq!((on(&step.gone), on(&step.new)), (vec![local(&from)], vec![local(&to)]));
    assert_ne!(step.gone[0][3], step.new[0][3]);
    assert_eq!((&step.gone[0][2], &step.gone[0][5]), (&step.new[0][2], &step.new[0][5]));

    // An activity is cancelled: every session of it stays where it was, and says so.
    let code = "SC-WSD-01";
    let reason = Bi::new("The speaker is ill", "講者抱恙");
    it.by("coordinator", async |ctx| file::cancel(ctx, code, &reason).await).await;
    it.publish().await;
    let step = look(&it, &client, &step.shown, &mut feed).await;
    assert!(!step.gone.is_empty() && step.gone.iter().all(|it| it[5].ends_with(code)), "{:#?}", step.gone);
    let cancelled = |it: &Row| {
        let [from, to, title, place, _, page] = it.clone();
        [from, to, format!("Cancelled: {title}"), place, "CANCELLED".into(), page]
    };
    assert_eq!(step.new, step.gone.iter().map(cancelled).collect::<Vec<_>>());
    assert_eq!(ask(&it.router, &format!("/en/showcase/programme/{code}"), &[]).await.status, StatusCode::GONE);

    // The whole Showcase is postponed by a week.
    it.by("scheduler", async |ctx| {
        let event = find::event(ctx).await?;
        let form = MoveForm {
            starts: "2002-01-18".into(),
            ends: "2002-01-27".into(),
            reason_en: "Eleven halls are let".into(),
            reason_zh: "十一個場地已經租出".into(),
            version: event.version.to_string(),
            ..MoveForm::default()
        };
        moving::move_event(ctx, &form).await?;
        settle(ctx).await
    })
    .await;
    it.publish().await;
    let step = look(&it, &client, &step.shown, &mut feed).await;
    let elsewhere = |rows: &[Row]| rows.iter().filter(|it| !it[5].contains("/showcase/programme/")).count();
    assert_eq!((elsewhere(&step.gone), elsewhere(&step.new)), (0, 0), "only the Showcase has moved");
    assert!(step.new.len() > 500, "{}", step.new.len());
    let alive: Vec<&Row> = of_showcase(&step.shown).filter(|it| it[4] == "CONFIRMED").collect();
    assert!(alive.iter().all(|it| ("2002-01-18".."2002-01-28").contains(&it[0].as_str())));
    println!("{} entries shown, {} of the Showcase alive", step.shown.len(), alive.len());
}
