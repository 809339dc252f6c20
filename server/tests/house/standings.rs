//! While a poll is open, and until the announcement, nothing anybody can see depends on what was chosen: two polls in which everybody
//! votes alike but for other entries give the same pages, files, lines and numbers to everyone (I-24, VOTING 6).

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use app::{
    base::{
        files::Files,
        site::{Assets, Clock, Settings, Site},
        testing,
    },
    people,
    shell::{self, Gate},
    voting::testing::{self as poll, SCHEME, STOP, at},
};
use axum::{Router, body::Body};
use http::{Request, header};
use server::{assets::Shelf, meter, passage::Passage, proxy::Proxies, router};
use tower::ServiceExt;

/// Where log lines go.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const WHO: [&str; 6] = ["nobody", "clerk", "officer", "secretary", "judge", "auditor"];

/// Forty ballots for one entry in each award, sealed; as many still in the urn.
async fn voted(design: &str, people: &[&str]) -> Arc<Site> {
    let settings = Settings { public_url: "http://accolade.example".into(), demo: true, assets: Assets::default(), secure: false };
    let db = testing::fresh_sqlite().await.unwrap();
    let site = server::site::build(db, Files::memory(), Clock::held(at(1, 0, 0)), settings, [7; 32]);
    let codes = poll::open(&site, 90).await.unwrap();
    for (n, code) in codes.iter().enumerate().take(80) {
        poll::vote(&site, code, n, poll::choosing(design, people)).await.unwrap();
        if n == 39 {
            site.clock.set(at(14, 12, 16));
            poll::tick(&site).await.unwrap();
        }
    }
    site.clock.set(at(14, 12, 45));
    site
}

/// What differs from run to run for reasons of its own: keys, hashes, signatures, numbers of requests.
fn plain(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '_');
    text.split_inclusive(|c| !is_part(c))
        .map(|word| {
            let mixed = word.chars().any(|c| c.is_ascii_digit()) && word.len() > 12 && word.chars().any(|c| c.is_ascii_lowercase());
            if mixed { "…" } else { word }
        })
        .collect()
}

async fn get(router: &Router, path: &str, cookie: &str) -> (u16, String) {
    let mut request = Request::get(path);
    if !cookie.is_empty() {
        request = request.header(header::COOKIE, cookie);
    }
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), 20_000_000).await.unwrap();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

/// Where two texts part, with a little of what stands before.
fn apart(one: &str, other: &str) -> String {
    let at = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        String::from_utf8_lossy(text.as_bytes().get(at.saturating_sub(80)..).unwrap_or_default()).chars().take(200).collect::<String>()
    };
    format!("\n{}\n{}", around(one), around(other))
}

/// Every page of the house as everybody sees it.
async fn seen(site: &Arc<Site>) -> Vec<(String, String)> {
    let passage = Arc::new(Passage::new(Proxies::parse("").unwrap(), false, 7));
    let router = router::router(site, Arc::new(Shelf::default()), passage).unwrap();
    let mut all = Vec::new();
    for who in WHO {
        let cookie = match who {
            "nobody" => String::new(),
            who => {
                let (token, _) = people::acts::sign_in_as(site, who, "test").await.unwrap();
                format!("accolade={token}")
            }
        };
        for (path, gate, _) in shell::pages() {
            let path = path
                .replace("/exhibitions/{code}", &format!("/exhibitions/{STOP}"))
                .replace("/awards/{code}", &format!("/awards/{SCHEME}"))
                .replace("/judging/{scheme}/{entry}", &format!("/judging/{SCHEME}/{SCHEME}-E01"))
                .replace("/entries/{code}", &format!("/entries/{SCHEME}-E01"))
                .replace("{scheme}", SCHEME)
                .replace("{entry}", &format!("{SCHEME}-E01"))
                .replace("/venues/{code}", "/venues/HALL")
                .replace("{topic}", "privacy");
            if path.contains('{') || (who == "nobody" && gate != Gate::Anyone) {
                continue;
            }
            let (status, body) = get(&router, &format!("/en{path}"), &cookie).await;
            all.push((format!("{path} as {who}"), format!("{status} {}", plain(&body))));
        }
    }
    let (_, metrics) = get(&router, "/metrics", "").await;
    let numbers = metrics.lines().filter(|line| !line.contains("seconds") && !line.contains("bytes")).map(plain).collect::<Vec<_>>();
    all.push((
        "/metrics".into(),
        numbers.iter().filter(|line| line.contains("vot") || line.contains("ballot")).cloned().collect::<String>(),
    ));
    all
}

#[tokio::test]
async fn nothing_anybody_sees_before_the_announcement_depends_on_what_was_chosen() {
    meter::begin();
    let log = Log::default();
    let to = log.clone();
    let writer = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_ansi(false).with_writer(move || to.clone());
    let _guard = tracing::subscriber::set_default(writer.finish());
    let (first, second) = (voted("E01", &["E02", "E03"]).await, voted("E05", &["E06", "E04"]).await);
    let (here, there) = (seen(&first).await, seen(&second).await);
    assert!(here.len() > 150 && here.iter().filter(|(_, body)| body.starts_with("200")).count() > 80, "{} pages", here.len());
    for ((path, one), (_, other)) in here.iter().zip(&there) {
        assert!(one == other, "{path} tells one poll from the other: {}", apart(one, other));
    }
    // A negative control: what the database holds does differ, and the secretary's own count by stop would show it.
    let by_stop = async |site: &Arc<Site>| {
        poll::by(site, "secretary", async |ctx| app::voting::acts::count::by_stop(ctx, SCHEME).await).await.unwrap()
    };
    assert_ne!(by_stop(&first).await, by_stop(&second).await);
    let logged = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    for told in ["choices", "quarters"] {
        let line = logged.lines().find(|line| line.contains(told) && !line.contains("insert into") && !line.contains("select "));
        assert_eq!(line, None, "a log line says {told}");
    }
}
