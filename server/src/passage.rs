//! What every request passes on its way in and every answer on its way out: its number, who comes, room and time to answer,
//! the headers that protect, one line in the log, one count.
//!
//! It reads no body and never writes down a name, a query or the private end of an address.

use std::{
    borrow::Cow,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use app::base::{
    problem::{Complaint, Kind, Problem},
    text::Lang,
    words::Words,
};
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use tokio::sync::Semaphore;
use tracing::Instrument;

use crate::{
    clock::Stopwatch,
    meter::{self, Class},
    proxy::Proxies,
};

/// Requests answered at once; beyond it a quick "try again" helps more than a long queue.
const ROOM: usize = 2_000;
/// The longest an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// As many times as long for a form with files, which comes in over somebody's slow line.
const UPLOADING: u32 = 4;

/// Marks the answer in place of one that panicked; the passage puts words and a number to it.
#[derive(Clone, Copy)]
pub struct Panicked;

/// The gate of one running server.
pub struct Passage {
    proxies: Proxies,
    https: bool,
    room: Semaphore,
    patience: Duration,
    /// Random, so that numbers of two servers or two runs do not meet.
    run: u32,
    count: AtomicU64,
}

impl Passage {
    pub fn new(proxies: Proxies, https: bool, run: u32) -> Passage {
        Passage { proxies, https, room: Semaphore::new(ROOM), patience: PATIENCE, run, count: AtomicU64::new(0) }
    }

    /// The same with other patience.
    pub fn patience(self, patience: Duration) -> Passage {
        Passage { patience, ..self }
    }

    pub fn in_flight(&self) -> usize {
        ROOM - self.room.available_permits()
    }

    fn number(&self) -> String {
        format!("{:08x}-{:06x}", self.run, self.count.fetch_add(1, Ordering::Relaxed))
    }

    /// Answers, if there is room, within the time there is.
    async fn answer(&self, class: Class, words: Words, request: Request, next: Next) -> Response {
        // Whoever asks how the server is gets an answer most of all when it is full.
        let turn = if class == Class::Probe { None } else { Some(self.room.try_acquire()) };
        if let Some(Err(_)) = turn {
            return say(StatusCode::SERVICE_UNAVAILABLE, words, &Problem::new(Kind::Busy, "problem-busy"));
        }
        let kind = request.headers().get(header::CONTENT_TYPE).map_or(&[][..], HeaderValue::as_bytes);
        let patience = if kind.starts_with(b"multipart/") { self.patience * UPLOADING } else { self.patience };
        match tokio::time::timeout(patience, next.run(request)).await {
            Ok(response) => response,
            Err(_) => {
                tracing::warn!("an answer took too long");
                say(StatusCode::SERVICE_UNAVAILABLE, words, &Problem::new(Kind::Busy, "problem-busy"))
            }
        }
    }

    /// The headers of every answer.
    fn dress(&self, headers: &mut HeaderMap, status: StatusCode, number: &str) {
        let mut set = |name: HeaderName, value: &'static str| drop(headers.insert(name, HeaderValue::from_static(value)));
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(header::X_FRAME_OPTIONS, "DENY");
        set(header::REFERRER_POLICY, "same-origin");
        set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
        set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if self.https {
            set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.entry(header::RETRY_AFTER).or_insert(HeaderValue::from_static("1"));
        }
        if let Ok(number) = HeaderValue::from_str(number) {
            headers.insert("x-request-id", number);
        }
    }
}

/// The layer.
pub async fn pass(State(passage): State<Arc<Passage>>, mut request: Request, next: Next) -> Response {
    let watch = Stopwatch::start();
    let number = passage.number();
    let method = request.method().clone();
    let path = shown(request.uri().path()).into_owned();
    let class = Class::of(request.uri().path());
    let words = words(&request);
    passage.proxies.reveal(&mut request);
    let span = tracing::info_span!("request", id = number);
    let mut response = passage.answer(class, words, request, next).instrument(span).await;
    if response.extensions().get::<Panicked>().is_some() {
        let broken = Problem::new(Kind::Broken, "problem-broken").with("incident", number.as_str());
        response = say(StatusCode::INTERNAL_SERVER_ERROR, words, &broken);
    }
    let status = response.status();
    passage.dress(response.headers_mut(), status, &number);
    let micros = watch.micros();
    meter::request(class, status.as_u16(), micros);
    tracing::info!(id = number, %method, path, status = status.as_u16(), micros, "request");
    response
}

/// The words of the address, or else of the browser.
pub fn words(request: &Request) -> Words {
    let first = request.uri().path().split('/').nth(1).unwrap_or("");
    let accepted = || Lang::accepted(request.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or(""));
    Words::of(Lang::of_path(first).unwrap_or_else(accepted))
}

/// A problem in plain text, for answers that come before any page.
pub fn say(status: StatusCode, words: Words, problem: &Problem) -> Response {
    let sentences: Vec<String> = problem.complaints.iter().map(|it: &Complaint| words.complaint(it)).collect();
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, headers, sentences.join("\n") + "\n").into_response()
}

/// A path as the log may have it: without what comes after a private beginning.
fn shown(path: &str) -> Cow<'_, str> {
    let end = [
        "/password/",
        "/attend/",
        "/records/",
        "/cal/p/",
        "/judging/invited/",
        "/kiosk/",
        "/showcase/bookings/",
        "/showcase/follow/",
        "/letters/",
    ]
    .iter()
    .filter(|_| !path.starts_with("/api/"))
    .filter_map(|private| path.find(private).map(|at| at + private.len()))
    .min();
    match end {
        Some(end) if end < path.len() => Cow::Owned(format!("{}…", path.get(..end).unwrap_or(""))),
        _ => Cow::Borrowed(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_never_sees_the_private_end_of_an_address() {
        assert_eq!(shown("/en/password/a1b2c3"), "/en/password/…");
        assert_eq!(shown("/tc/attend/PM-2002-3/token"), "/tc/attend/…");
        assert_eq!(shown("/letters/0123456789abcdef"), "/letters/…");
        assert_eq!(shown("/api/letters/choose"), "/api/letters/choose");
        assert_eq!(shown("/en/showcase/bookings/0123456789abcdef"), "/en/showcase/bookings/…");
        assert_eq!(shown("/en/showcase/follow/0123456789abcdef"), "/en/showcase/follow/…");
        assert_eq!(shown("/en/judging/invited/0123456789abcdef"), "/en/judging/invited/…");
        assert_eq!(shown("/en/records/AC-1234/paper"), "/en/records/…");
        assert_eq!(shown("/cal/p/secret.ics"), "/cal/p/…");
        assert_eq!(shown("/en/workshops/PM-2002-3"), "/en/workshops/PM-2002-3");
        assert_eq!(shown("/en/password"), "/en/password");
    }

    #[test]
    fn every_request_has_a_number_of_its_own() {
        let passage = Passage::new(Proxies::default(), false, 0xabcd);
        assert_eq!(passage.number(), "0000abcd-000000");
        assert_eq!(passage.number(), "0000abcd-000001");
        assert_eq!(passage.in_flight(), 0);
    }
}
