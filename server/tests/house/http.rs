//! The whole router in process, over a fresh SQLite file: what every answer carries and what no request gets past.
//!
//! Nothing here looks at what a page says; that is tested with the pages. No network, no demo, no clock.

use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use app::base::{
    site::{Clock, Settings, Site},
    time::Moment,
};
use axum::{Router, body::Body, extract::ConnectInfo};
use http::{Request, Response, StatusCode, header};
use server::{assets::Shelf, meter, passage::Passage, proxy::Proxies, router, site};
use tower::ServiceExt;

/// A folder of its own for each test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("accolade-http-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// A server without a port.
struct Server {
    router: Router,
    site: Arc<Site>,
    _folder: Folder,
}

/// Builds a site folder as `.ci/site` does, small.
fn built(folder: &Folder) -> Shelf {
    let files = [
        ("accolade", "css", "body{}"),
        ("accolade", "js", "export{}"),
        ("accolade", "wasm", "\0asm"),
        ("booth", "js", "export{}"),
        ("booth", "wasm", "\0asm"),
    ];
    for (name, kind, text) in files {
        std::fs::write(folder.path(&format!("{name}.0123456789abcdef.{kind}")), text).unwrap();
        std::fs::write(folder.path(&format!("{name}.0123456789abcdef.{kind}.br")), format!("br of {kind}")).unwrap();
        std::fs::write(folder.path(&format!("{name}.0123456789abcdef.{kind}.gz")), format!("gz of {kind}")).unwrap();
    }
    let hashes: String = files.iter().map(|(name, kind, _)| format!("{name}.{kind}: 0123456789abcdef\n")).collect();
    std::fs::write(folder.path("hash.txt"), hashes).unwrap();
    Shelf::read(&folder.0)
}

async fn server(public_url: &str, proxies: &str) -> Server {
    meter::begin();
    let folder = Folder::new();
    let shelf = built(&folder);
    let https = public_url.starts_with("https");
    let settings = Settings { public_url: public_url.into(), demo: false, assets: shelf.addresses.clone(), secure: https };
    let db = site::open(&format!("sqlite:{}", folder.path("data/accolade.db"))).await.unwrap();
    let secret = site::secret(&db).await.unwrap();
    let clock = Clock::held(Moment::parse("2001-10-15T09:00:00+08:00").unwrap());
    let site = site::build(db, site::files(&folder.path("data/files")).unwrap(), clock, settings, secret);
    let passage = Arc::new(Passage::new(Proxies::parse(proxies).unwrap(), https, 7));
    let router = router::router(&site, Arc::new(shelf), passage).unwrap();
    Server { router, site, _folder: folder }
}

impl Server {
    async fn here() -> Server {
        server("http://127.0.0.1:3000", "").await
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:3000");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let peer: SocketAddr = "10.0.0.1:4000".parse().unwrap();
        let request = request.extension(ConnectInfo(peer)).body(Body::empty()).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn get(&self, path: &str) -> Response<Body> {
        self.ask("GET", path, &[]).await
    }
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(axum::body::to_bytes(response.into_body(), 10_000_000).await.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn the_probes_tell_how_the_server_is() {
    let server = Server::here().await;
    assert_eq!(server.get("/healthz").await.status(), StatusCode::OK);
    assert_eq!(server.get("/readyz").await.status(), StatusCode::OK);
    let metrics = server.get("/metrics").await;
    assert!(header(&metrics, "content-type").starts_with("text/plain; version=0.0.4"));
    let metrics = text(metrics).await;
    assert!(metrics.contains("accolade_requests_total{class=\"probe\",status=\"200\"}"), "{metrics}");
    assert!(metrics.contains("accolade_request_seconds_bucket{class=\"probe\",le="), "{metrics}");
    assert!(metrics.contains("accolade_outbox_letters 0"), "{metrics}");
    assert!(metrics.contains("database=\"sqlite\""), "{metrics}");
}

#[tokio::test]
async fn a_database_that_is_away_is_said_and_may_be_asked_again() {
    let server = Server::here().await;
    server.site.db.close().await;
    let answer = server.get("/readyz").await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(header(&answer, "retry-after"), "1");
    assert_eq!(server.get("/healthz").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn every_answer_has_its_number_and_the_headers_that_protect() {
    let server = Server::here().await;
    for path in ["/healthz", "/en", "/no/such/page", "/pkg/accolade.0123456789abcdef.css"] {
        let answer = server.get(path).await;
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header(&answer, "x-frame-options"), "DENY", "{path}");
        assert_eq!(header(&answer, "referrer-policy"), "same-origin", "{path}");
        assert_eq!(header(&answer, "cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(header(&answer, "permissions-policy").contains("camera=()"), "{path}");
        assert!(!answer.headers().contains_key("strict-transport-security"), "{path}: this is http");
        assert!(header(&answer, "x-request-id").starts_with("00000007-"), "{path}");
    }
    let (one, two) = (server.get("/healthz").await, server.get("/healthz").await);
    assert_ne!(header(&one, "x-request-id"), header(&two, "x-request-id"));
}

#[tokio::test]
async fn https_is_asked_for_where_people_come_by_https() {
    let server = server("https://accolade.example", "").await;
    assert_eq!(header(&server.get("/healthz").await, "strict-transport-security"), "max-age=31536000");
}

#[tokio::test]
async fn a_write_that_another_site_makes_a_browser_send_is_refused() {
    let server = server("https://accolade.example", "").await;
    let refused = [
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        [("sec-fetch-site", "same-site"), ("origin", "https://other.accolade.example")],
        [("x-old-browser", "yes"), ("origin", "https://evil.example")],
        [("x-old-browser", "yes"), ("origin", "null")],
    ];
    for headers in refused {
        let answer = server.ask("POST", "/api/people/sign-out", &headers).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
        assert_eq!(text(answer).await, "This is not open to you\n");
    }
    let passed = [
        [("sec-fetch-site", "same-origin"), ("origin", "https://accolade.example")],
        [("x-old-browser", "yes"), ("origin", "https://accolade.example")],
        [("x-old-browser", "yes"), ("origin", "http://127.0.0.1:3000")],
    ];
    for headers in passed {
        let answer = server.ask("POST", "/api/people/sign-out", &headers).await;
        assert_ne!(answer.status(), StatusCode::FORBIDDEN, "{headers:?}");
    }
    // Following a link from elsewhere is reading, and free.
    let answer = server.ask("GET", "/en/sign-in", &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn built_files_are_kept_for_ever_and_sent_as_the_browser_likes_them() {
    let server = Server::here().await;
    let path = "/pkg/accolade.0123456789abcdef.css";
    let plain = server.get(path).await;
    assert_eq!(header(&plain, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(header(&plain, "content-type"), "text/css; charset=utf-8");
    assert_eq!(header(&plain, "vary"), "Accept-Encoding");
    let tag = header(&plain, "etag").to_owned();
    assert_eq!(text(plain).await, "body{}");

    let brotli = server.ask("GET", path, &[("accept-encoding", "gzip, br")]).await;
    assert_eq!((header(&brotli, "content-encoding"), header(&brotli, "content-type")), ("br", "text/css; charset=utf-8"));
    assert_ne!(header(&brotli, "etag"), tag);
    assert_eq!(text(brotli).await, "br of css");
    let gzip = server.ask("GET", path, &[("accept-encoding", "gzip, br;q=0")]).await;
    assert_eq!(header(&gzip, "content-encoding"), "gzip");

    let known = server.ask("GET", path, &[("if-none-match", &tag)]).await;
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(text(known).await, "");
    let head = server.ask("HEAD", path, &[]).await;
    assert_eq!((head.status(), header(&head, "content-length")), (StatusCode::OK, "6"));
    assert_eq!(text(head).await, "");

    for name in ["accolade", "booth"] {
        let wasm = server.get(&format!("/pkg/{name}.0123456789abcdef.wasm")).await;
        assert_eq!(header(&wasm, "content-type"), "application/wasm");
    }
    let gone = server.get("/pkg/accolade.ffffffffffffffff.css").await;
    assert_eq!((gone.status(), header(&gone, "cache-control")), (StatusCode::NOT_FOUND, "no-store"));
}

#[tokio::test]
async fn the_few_fixed_files_are_there() {
    let server = Server::here().await;
    assert_eq!(header(&server.get("/favicon.svg").await, "content-type"), "image/svg+xml");
    let robots = text(server.get("/robots.txt").await).await;
    assert!(robots.contains("Disallow: /api/") && robots.contains("Allow: /") && !robots.contains("Sitemap:"));
    let worker = server.get("/booth-worker.js").await;
    assert_eq!(header(&worker, "content-type"), "text/javascript; charset=utf-8");
    assert_eq!(header(&worker, "cache-control"), "no-cache", "another worker takes over at the next visit");
}

#[tokio::test]
async fn an_address_that_nobody_knows_is_a_404() {
    let server = Server::here().await;
    for path in ["/en/no-such-page", "/no-such-page", "/wp-admin/install.php"] {
        assert_eq!(server.get(path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_body_beyond_measure_is_not_read() {
    let server = Server::here().await;
    let length = (3 * 1024 * 1024).to_string();
    let answer = server.ask("POST", "/api/people/sign-in", &[("content-length", &length)]).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(text(answer).await, "The file is too large\n");
}

#[tokio::test]
async fn pages_are_compressed_for_whoever_likes_it() {
    let server = Server::here().await;
    let page = server.ask("GET", "/en/sign-in", &[("accept-encoding", "gzip")]).await;
    assert_eq!((page.status(), header(&page, "content-encoding")), (StatusCode::OK, "gzip"));
    let page = server.get("/en/sign-in").await;
    assert_eq!(header(&page, "content-encoding"), "");
}

#[tokio::test]
async fn two_servers_on_one_database_have_one_secret() {
    let server = Server::here().await;
    assert_eq!(site::secret(&server.site.db).await.unwrap(), server.site.secret);
    assert_ne!(server.site.secret, [0; 32]);
}
