//! Forms with files through the whole router, in process and with no script: what is taken, what is refused and how it comes back.
//!
//! The act is this test's own; it is what a slice writes.

use std::{net::SocketAddr, sync::Arc};

use crate::told::told;
use app::{
    base::{
        ctx::Ctx,
        files,
        problem::{Answer, Problem},
        roles::{Action, Reach},
        site::Site,
    },
    people,
};
use axum::{
    Router,
    body::{Body, Bytes},
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use leptos::prelude::*;
use server::{assets::Shelf, meter, passage::Passage, proxy::Proxies, router};
use tower::ServiceExt;

/// Hands in a file for something that has a title.
#[server(prefix = "/api/tests", endpoint = "attach")]
async fn attach(title: String) -> Answer<String> {
    let file = files::receive("file", Action::Register, Reach::Own).await?;
    let ctx = Ctx::open().await?;
    if title == "taken" {
        return Err(Problem::clash("problem-409-title").on("title"));
    }
    ctx.done("/desk?done=attached", format!("{title} {} {} {}", file.name, file.kind.code(), file.hash)).await
}

const FORM: &str = "/en/workshops/WEB-2001-1/register";

struct House {
    site: Arc<Site>,
    router: Router,
    cookie: String,
}

/// What is different from a form as the browser sends it.
#[derive(Clone, Default)]
struct Odd {
    json: bool,
    stranger: bool,
    headers: Vec<(&'static str, &'static str)>,
}

impl House {
    async fn here() -> House {
        meter::begin();
        let site = told("http://127.0.0.1:3000", "2001-10-15T09:00:00+08:00").await;
        let passage = Arc::new(Passage::new(Proxies::default(), false, 7));
        let router = router::router(&site, Arc::new(Shelf::read(&std::env::temp_dir().join("no-such-shelf"))), passage).unwrap();
        let (token, _) = people::acts::sign_in_as(&site, "officer", "test").await.unwrap();
        House { site, router, cookie: format!("accolade={token}") }
    }

    async fn send(&self, body: impl Into<Body>, odd: Odd) -> (StatusCode, String, String) {
        let mut request = Request::post("/api/tests/attach")
            .header(header::HOST, "127.0.0.1:3000")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=X")
            .header(header::ACCEPT, if odd.json { "application/json" } else { "text/html" })
            .extension(ConnectInfo::<SocketAddr>("10.0.0.1:4000".parse().unwrap()));
        if !odd.stranger {
            request = request.header(header::COOKIE, &self.cookie);
        }
        for (name, value) in odd.headers {
            request = request.header(name, value);
        }
        let answer = self.router.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let to = answer.headers().get(header::LOCATION).map_or(String::new(), |it| it.to_str().unwrap().to_owned());
        let status = answer.status();
        let bytes = axum::body::to_bytes(answer.into_body(), 10_000_000).await.unwrap();
        (status, to, String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The form as a browser sends it, up to its end.
fn form(title: &str, name: &str, file: &[u8]) -> Vec<u8> {
    let field = |name: &str, value: &str| format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let mut body = field("back", FORM) + &field("title", title) + &field("members[0][name]", "陳大文 & Sons");
    body += &format!("--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n");
    [body.as_bytes(), file, b"\r\n--X--\r\n"].concat()
}

/// A picture of one black pixel.
fn png() -> Vec<u8> {
    let chunks: [&[u8]; 4] = [
        b"\x89PNG\r\n\x1a\n",
        b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55",
        b"\0\0\0\nIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71",
        b"\0\0\0\0IEND\xae\x42\x60\x82",
    ];
    chunks.concat()
}

#[tokio::test]
async fn a_file_is_taken_from_a_plain_form_and_is_there() {
    let house = House::here().await;
    let (status, to, _) = house.send(form("pledge", "櫃位.png", &png()), Odd::default()).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/en/desk?done=attached"));
    let (status, _, body) = house.send(form("pledge", "櫃位.png", &png()), Odd { json: true, ..Odd::default() }).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    let answer: String = serde_json::from_str(&body).unwrap();
    let hash = answer.strip_prefix("pledge 櫃位.png png ").unwrap_or_else(|| panic!("{answer}"));
    assert!(house.site.files.read(hash).await.unwrap().unwrap().starts_with(b"\x89PNG"));
}

#[tokio::test]
async fn a_refused_file_brings_its_page_back_with_what_was_typed() {
    let house = House::here().await;
    let cases: [(&str, &[u8], u16, &str); 4] = [
        ("photo.png", b"<!doctype html><script>alert(1)</script>", 422, "does not fit its name"),
        ("run.exe", b"MZ", 422, "is not a PDF, JPEG or PNG file"),
        ("", b"", 422, "Choose a file first."),
        ("large.png", &vec![b'x'; 11 * 1024 * 1024], 413, "“large.png” is too large. One file may have up to 10 MB"),
    ];
    for (name, file, expected, sentence) in cases {
        let (status, _, page) = house.send(form("pledge", name, file), Odd::default()).await;
        assert_eq!(status.as_u16(), expected, "{name}");
        assert!(page.contains(sentence), "{name}: {page}");
        assert!(page.contains("陳大文 &amp; Sons"), "{name}: what was typed is gone");
        let (status, _, body) = house.send(form("pledge", name, file), Odd { json: true, ..Odd::default() }).await;
        assert_eq!(status.as_u16(), expected, "{name}");
        let problem: Problem = serde_json::from_str(&body).unwrap();
        assert_eq!(problem.complaints[0].field, "file");
    }
    let (status, _, page) = house.send(form("taken", "a.png", &png()), Odd::default()).await;
    assert_eq!((status, page.contains("陳大文 &amp; Sons")), (StatusCode::CONFLICT, true), "the act's own refusals come back so too");
}

#[tokio::test]
async fn far_too_much_is_heard_out_and_not_kept_in_memory() {
    let house = House::here().await;
    let start = form("pledge", "film.png", b"");
    let start = Bytes::from(start[..start.len() - 9].to_vec());
    let megabyte = Bytes::from(vec![b'x'; 1 << 20]);
    let parts = |count: usize, end: &'static [u8]| {
        let parts = std::iter::once(start.clone()).chain(std::iter::repeat_n(megabyte.clone(), count)).chain([Bytes::from_static(end)]);
        Body::from_stream(Parts(parts.collect()))
    };
    let (status, _, page) = house.send(parts(40, b"\r\n--X--\r\n"), Odd::default()).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("“film.png” is too large") && page.contains("陳大文 &amp; Sons"));
    // Without end: cut off at some point, and still told why.
    let (status, _, page) = house.send(parts(80, b""), Odd::default()).await;
    assert_eq!((status, page.contains("“film.png” is too large")), (StatusCode::PAYLOAD_TOO_LARGE, true));
    let said = Odd { headers: vec![("content-length", "100000000")], ..Odd::default() };
    let (status, _, sentence) = house.send(Body::empty(), said).await;
    assert_eq!((status, sentence.as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "The file is too large\n"));
}

/// A body in parts, as a line brings it.
struct Parts(std::collections::VecDeque<Bytes>);

impl futures_core::Stream for Parts {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop_front().map(Ok))
    }
}

#[tokio::test]
async fn a_form_cut_short_is_refused_and_holds_up_nobody() {
    let house = House::here().await;
    let whole = form("pledge", "a.png", &png());
    let (status, _, page) = house.send(whole[..whole.len() - 20].to_vec(), Odd::default()).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(page.contains("could not be read") && page.contains("陳大文 &amp; Sons"));

    // A body that never ends, while somebody else writes: the one writer of SQLite is free.
    let slow = Body::from_stream(Waiting(Some(Bytes::from(whole[..whole.len() - 20].to_vec()))));
    tokio::select! {
        _ = house.send(slow, Odd::default()) => panic!("it cannot have ended"),
        answer = async {
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            house.send(whole, Odd::default()).await
        } => assert_eq!(answer.0, StatusCode::SEE_OTHER),
    }
}

/// A line that brings something and then nothing, without end.
struct Waiting(Option<Bytes>);

impl futures_core::Stream for Waiting {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Self::Item>> {
        self.0.take().map_or(std::task::Poll::Pending, |part| std::task::Poll::Ready(Some(Ok(part))))
    }
}

#[tokio::test]
async fn nothing_is_taken_from_strangers_or_through_a_page_elsewhere() {
    let house = House::here().await;
    let body = form("pledge", "a.png", &png());
    let stranger = Odd { stranger: true, ..Odd::default() };
    let (status, to, _) = house.send(body.clone(), stranger.clone()).await;
    assert_eq!((status, to.starts_with("/en/sign-in?next=/en/workshops")), (StatusCode::SEE_OTHER, true), "{to}");
    assert_eq!(house.send(body.clone(), Odd { json: true, ..stranger }).await.0, StatusCode::UNAUTHORIZED);
    for elsewhere in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let (status, _, page) = house.send(body.clone(), Odd { headers: vec![elsewhere], ..Odd::default() }).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{elsewhere:?}: {page}");
    }
    let same = Odd { headers: vec![("origin", "http://127.0.0.1:3000"), ("sec-fetch-site", "same-origin")], ..Odd::default() };
    assert_eq!(house.send(body, same).await.0, StatusCode::SEE_OTHER);
}
