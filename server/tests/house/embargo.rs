//! I-24: between approval and announcement nothing that anybody outside panel and secretariat can ask for says who wins, what the
//! public voted, what judges scored or wrote. Every page, feed, file and search, three languages, probes, headers and the log.
//!
//! The demo is decided with numbers and words that stand nowhere else. The same walk finds them where they belong, and after the
//! announcement everywhere: so it would find what leaks.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::{Arc, Mutex},
};

use crate::told::told;
use app::{
    awards::{
        DecisionForm, DeclarationForm,
        acts::{assign, decide, declare, panel, score, setup, table, tick},
    },
    base::{
        ctx::{Ctx, Viewer},
        outbox,
        site::Site,
        text::Lang,
        time::Moment,
        words::Words,
    },
    people, shell,
};
use axum::{Router, body::Body};
use http::{Request, header};
use server::{assets::Shelf, meter, passage::Passage, proxy::Proxies, router};
use tower::ServiceExt;

const SCHEME: &str = "BPP2";
/// A scheme with another panel.
const OTHER: &str = "BPP9";
/// The department that wins, and whose co-ordinator must not know.
const WINNER: &str = "WSD";
const COMMENT: &str = "Kestrel-comment-評語";
const REASON: &str = "Heron-reason-理由";
const NOTES: &str = "Plover-notes-紀錄";
/// The members of the panel, the chair first.
const PANEL: [&str; 4] = ["chair", "judge1", "judge2", "judge3"];
/// Everybody else there is to ask, the public first: a judge of another panel among them.
const OUTSIDE: [&str; 7] = ["nobody", "officer", "coordinator", "organiser", "exhibition", "judge5", "admin"];

/// What nobody outside may read, by what it is.
type Secrets = BTreeMap<&'static str, BTreeSet<String>>;

/// Everything that was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Hall {
    site: Arc<Site>,
    router: Router,
    cookies: BTreeMap<&'static str, String>,
}

/// Does something as somebody, and makes it last.
macro_rules! act {
    ($hall:expr, $who:expr, $act:path $(, $arg:expr)*) => {{
        let mut ctx = $hall.acting($who).await;
        let done = $act(&mut ctx $(, $arg)*).await.unwrap();
        ctx.commit().await.unwrap();
        done
    }};
}

impl Hall {
    /// The demo in September behind the whole server: the shortlist is sealed, and there is no panel yet.
    async fn open() -> Hall {
        meter::begin();
        let site = told("http://accolade.example", "2001-09-20T09:00:00+08:00").await;
        let passage = Arc::new(Passage::new(Proxies::parse("").unwrap(), false, 7));
        let router = router::router(&site, Arc::new(Shelf::default()), passage).unwrap();
        Hall { site, router, cookies: BTreeMap::new() }
    }

    async fn clock(&mut self, moment: &str) {
        self.site.clock.set(Moment::parse(moment).unwrap());
        for persona in OUTSIDE.into_iter().skip(1).chain(["chair", "secretary2"]) {
            let (token, _) = people::acts::sign_in_as(&self.site, persona, "test").await.unwrap();
            self.cookies.insert(persona, format!("accolade={token}"));
        }
    }

    async fn acting(&self, persona: &str) -> Ctx {
        let mut ctx = Ctx::write(&self.site, Viewer::House).await.unwrap();
        if persona != "house" {
            ctx.viewer = people::acts::viewer_of(&mut ctx, &email(persona)).await.unwrap();
        }
        ctx
    }

    /// All that an address answers: its status, its headers and its body.
    async fn asked(&self, who: &str, path: &str) -> String {
        let mut request = Request::get(path).header(header::HOST, "accolade.example");
        if let Some(cookie) = self.cookies.get(who) {
            request = request.header(header::COOKIE, cookie);
        }
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let mut said = format!("{}\n", response.status());
        for (name, value) in response.headers() {
            said += &format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes()));
        }
        let body = axum::body::to_bytes(response.into_body(), 50_000_000).await.unwrap();
        said + &String::from_utf8_lossy(&body)
    }

    /// Judges, counts and decides: the winner's department first, a lower entry commended against the ranking. What is secret of it.
    async fn decided(&mut self) -> (Secrets, String) {
        act!(self, "secretary", setup::copy, SCHEME, OTHER);
        act!(self, "secretary", setup::publish, OTHER);
        for (scheme, seats) in [(OTHER, &["chair", "judge5"][..]), (SCHEME, &PANEL[..])] {
            act!(self, "secretary", panel::round, scheme, "2001-11-01T09:00", "2001-11-16T17:00");
            for persona in seats {
                act!(self, "secretary", panel::seat, scheme, &email(persona), "", "30", *persona == "chair");
            }
        }
        act!(self, "secretary", panel::open, SCHEME);
        let entries = act!(self, "secretary", panel::look_inside, SCHEME).0.entries;
        let none = || DeclarationForm { stance: "none".into(), note: String::new() };
        let forms = entries.iter().map(|it| (it.code.clone(), none())).collect();
        for persona in PANEL {
            act!(self, persona, declare::declare, SCHEME, &forms);
        }
        act!(self, "secretary", assign::assign, SCHEME, "", "");
        act!(self, "secretary", assign::begin, SCHEME);
        self.clock("2001-11-05T09:00:00+08:00").await;
        let first = entries.iter().find(|it| it.lead == WINNER).unwrap().code.clone();
        for (j, persona) in PANEL.into_iter().enumerate() {
            let mine = act!(self, persona, score::mine, SCHEME);
            for it in mine.sheets {
                let e = entries.iter().position(|entry| entry.code == it.sheet.entry).unwrap();
                let keys = mine.panel.scheme.award(&it.sheet.award).unwrap().criteria.iter().map(|it| it.key.clone());
                let mark = |c: usize| match it.sheet.entry == first {
                    true => 17 + c % 2,
                    false => 10 + (e * 7 + j * 3 + c * 5) % 7,
                };
                let scores = keys.enumerate().map(|(c, key)| (key, format!("{}.{}", mark(c) / 2, mark(c) % 2 * 5))).collect();
                let (entry, award, version) = (it.sheet.entry, it.sheet.award, it.version.to_string());
                let written = score::Written { entry, award, version, scores, comment: Some(COMMENT.into()) };
                act!(self, persona, score::submit, &written);
            }
        }
        act!(self, "chair", decide::lock, SCHEME);
        let of = |award: &str, n: usize| {
            if entries[n].code == first { 481_999_777 } else { 481_516_234 - 7_919 * n as u32 - award.len() as u32 }
        };
        let votes = ["BPP2-DES", "BPP2-CON"]
            .iter()
            .flat_map(|award| entries.iter().enumerate().map(move |(n, it)| ((award.to_string(), it.code.clone()), of(award, n))));
        let votes = votes.collect();
        let mut ctx = self.acting("house").await;
        let counted_by = people::acts::known(&mut ctx, &email("secretary")).await.unwrap().unwrap().id;
        let confirmed_by = people::acts::known(&mut ctx, &email("secretary2")).await.unwrap().unwrap().id;
        decide::certify(&mut ctx, SCHEME, &votes, (counted_by, confirmed_by)).await.unwrap();
        ctx.commit().await.unwrap();
        act!(self, "chair", decide::deliberate, SCHEME);
        let laid = act!(self, "chair", table::table, SCHEME);
        let mut typed: BTreeMap<String, BTreeMap<String, DecisionForm>> = BTreeMap::new();
        for table in &laid.tables {
            for (n, line) in table.ranking.lines.iter().enumerate() {
                let placing = if n == 2 { "merit" } else { table.proposal(&line.entry).code() };
                let reason = if n == 2 { REASON.to_owned() } else { String::new() };
                typed.entry(table.award.clone()).or_default().insert(line.entry.clone(), DecisionForm { placing: placing.into(), reason });
            }
        }
        act!(self, "chair", decide::decide, SCHEME, &typed, Some(NOTES));
        act!(self, "secretary2", decide::approve, SCHEME);

        let lines = || laid.tables.iter().flat_map(|it| &it.ranking.lines);
        let odd = |it: String| (!it.ends_with(".00") && !it.ends_with(".50")).then_some(it);
        let said = [Lang::En, Lang::Tc, Lang::Sc].map(Words::of);
        let words = |code: &str| said.map(|w| format!(">{}<", w.say(&format!("awards-entry-{code}"), &[])));
        let award = |code: &str| laid.panel.scheme.award(code).unwrap();
        let totals = laid.sheets.iter().filter_map(|it| odd(it.sheet.total(award(&it.sheet.award))?.to_string())).collect();
        let secrets = Secrets::from([
            ("votes", laid.votes.values().map(u32::to_string).collect()),
            ("finals", lines().filter_map(|it| odd(it.result.to_points().to_string())).collect()),
            ("panel's means", lines().filter_map(|it| odd(it.panel.to_points().to_string())).collect()),
            ("totals of sheets", totals),
            ("placings", words("winner").into_iter().chain(words("merit")).chain(["data-placed".to_owned()]).collect()),
            ("comments", [COMMENT.to_owned()].into()),
            ("reasons", [REASON.to_owned()].into()),
            ("notes", [NOTES.to_owned()].into()),
        ]);
        assert!(secrets.values().all(|it| !it.is_empty()), "{secrets:?}");
        (secrets, first)
    }

    /// Every address there is, with something real in its braces: of entries the winner and another, of letters one of each kind.
    async fn addresses(&self, winner: &str) -> Vec<String> {
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        let letters = outbox::latest(&mut ctx.tx, None, 5_000).await.unwrap();
        drop(ctx);
        let kinds: BTreeMap<&str, i64> = letters.iter().map(|it| (it.kind.as_str(), it.id)).collect();
        let mut all = BTreeSet::new();
        for (path, ..) in shell::pages() {
            // Papers with names to sign, which have nothing to do with awards and take their time.
            if path.ends_with("/sheet") {
                continue;
            }
            for scheme in [SCHEME, OTHER] {
                for entry in [winner, "BPP2-E05"] {
                    let path = path
                        .replace("{topic}", "privacy")
                        .replace("{scheme}", scheme)
                        .replace("{entry}", entry)
                        .replace("{reference}", "WEB-2001-1-0006")
                        .replace("/awards/{code}", &format!("/awards/{scheme}"))
                        .replace("/exhibitions/{code}", "/exhibitions/EX-BPP2-1")
                        .replace("{number}", "1")
                        .replace("{step}", "1")
                        .replace("{device}", "nosuchmachine")
                        .replace("/entries/{code}", &format!("/entries/{entry}"))
                        .replace("/venues/{code}", "/venues/NPGO-R1")
                        .replace("{code}", "WEB-2001-1")
                        .replace("{token}", "00000000000000000000");
                    match path.contains("/outbox/{id}") {
                        true => all.extend(kinds.values().map(|id| path.replace("{id}", &id.to_string()))),
                        false => drop(all.insert(path.replace("{id}", "1"))),
                    }
                }
            }
        }
        all.into_iter().collect()
    }

    /// Walks every address as somebody; where each kind of secret was found.
    async fn walk(&self, who: &str, addresses: &[String], secrets: &Secrets) -> BTreeMap<&'static str, Vec<String>> {
        let mut paths: Vec<String> = ["/", "/healthz", "/readyz", "/metrics", "/robots.txt", "/nowhere"].map(str::to_owned).to_vec();
        for lang in ["en", "tc", "sc"] {
            // A paper says the same in every language's address.
            let paper = |path: &&String| lang == "en" || !["/panels", "/dossier"].iter().any(|it| path.ends_with(it));
            paths.extend(addresses.iter().filter(paper).map(|path| format!("/{lang}{path}")));
            for q in ["q=winner", "q=Kestrel", "q=%E5%BE%97%E7%8D%8E", "state=winner", "state=judged&award=BPP2-DES", "sort=place"] {
                paths.extend(
                    ["", "/awards", "/awards/BPP2/entries", "/workshops", "/venues", "/nowhere"].map(|it| format!("/{lang}{it}?{q}")),
                );
            }
        }
        let mut found: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        for path in paths {
            let said = self.asked(who, &path).await;
            for (kind, of) in secrets {
                if let Some(secret) = of.iter().find(|it| said.contains(it.as_str())) {
                    found.entry(kind).or_default().push(format!("{path} as {who} says {secret}"));
                }
            }
        }
        found
    }
}

fn email(persona: &str) -> String {
    format!("{persona}@demo.example")
}

#[tokio::test]
async fn i_24_nobody_outside_learns_anything_before_the_promised_time_and_everybody_does_from_then_on() {
    let log = Log::default();
    let to = log.clone();
    let writer = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_ansi(false).with_writer(move || to.clone());
    let _guard = tracing::subscriber::set_default(writer.finish());
    let mut hall = Hall::open().await;
    let (secrets, winner) = hall.decided().await;
    let kinds: Vec<&str> = secrets.keys().copied().collect();

    hall.clock("2001-12-14T09:59:59+08:00").await;
    let mut ctx = hall.acting("house").await;
    assert!(!tick::due(&mut ctx).await.unwrap().contains(&SCHEME.to_owned()));
    drop(ctx);
    let addresses = hall.addresses(&winner).await;
    assert!(addresses.len() > 70, "{addresses:?}");
    for who in OUTSIDE {
        let found = hall.walk(who, &addresses, &secrets).await;
        assert!(found.is_empty(), "{found:#?}");
    }
    // The walk would have found all of it: it does for those who may know.
    let table = ["/judging/BPP2/table".to_owned()];
    for who in ["chair", "secretary2"] {
        let found = hall.walk(who, &table, &secrets).await;
        let missing: Vec<&&str> = kinds.iter().filter(|kind| !found.contains_key(**kind) && **kind != "placings").collect();
        assert!(missing.is_empty(), "{who} does not see {missing:?}");
    }

    hall.clock("2001-12-14T10:00:00+08:00").await;
    act!(hall, "house", tick::tick, SCHEME);
    for who in OUTSIDE {
        let found = hall.walk(who, &["/awards/BPP2/results".into(), "/awards/BPP2/entries".into()], &secrets).await;
        let public = ["votes", "finals", "panel's means", "placings"];
        assert!(public.iter().all(|kind| found.contains_key(kind)), "{who}: {found:#?}");
        assert!(["comments", "notes"].iter().all(|kind| !found.contains_key(kind)), "what was said in the room stays there: {found:#?}");
    }

    let logged = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(logged.contains("/en/awards") || logged.contains("request"), "something was logged: {}", logged.len());
    for (kind, of) in &secrets {
        assert!(!of.iter().any(|it| logged.contains(it.as_str())), "the log says {kind}");
    }
}
