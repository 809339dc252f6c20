//! The whole server as one router: the application, the built files, the probes, and the layers around them.
//!
//! It holds no page and no rule; what each layer is for stands beside it. Outermost is the passage (see there).

use std::{any::Any, sync::Arc, time::Duration};

use app::base::{
    problem::{Kind, Problem},
    site::Site,
};
use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Request, State},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::{CsrfLayer, ProtectionError},
    limit::RequestBodyLimitLayer,
};

use crate::{
    Outcome,
    assets::{self, Shelf},
    because, meter,
    passage::{self, Panicked, Passage},
};

/// The largest body that is heard out. How much of it is taken the counter says, and puts what is too much beside its field; a
/// browser that is cut off in the middle of its form would show nothing of that.
const BODY: usize = 64 * 1024 * 1024;

/// What the probes look at.
#[derive(Clone)]
struct Probe {
    site: Arc<Site>,
    passage: Arc<Passage>,
}

/// The router of a server.
pub fn router(site: &Arc<Site>, shelf: Arc<Shelf>, passage: Arc<Passage>) -> Outcome<Router> {
    // Whatever a page from elsewhere makes a browser send is refused; our own address is named for proxies that change Host.
    let csrf = CsrfLayer::new()
        .add_trusted_origin(&site.settings.public_url)
        .map_err(because("the public address cannot be an origin"))?
        .with_rejection_response(|_: ProtectionError| {
            Response::builder().status(StatusCode::FORBIDDEN).body(Body::empty()).unwrap_or_default()
        });
    // Gzip alone, and fast: pages that many see are kept compressed better by the application, which this leaves as they are.
    let compression = CompressionLayer::new().gzip(true).no_br().quality(CompressionLevel::Precise(4)).compress_when(worthwhile);
    let house = app::shell::routes(site.clone())
        .layer(DefaultBodyLimit::max(BODY))
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(csrf)
        .layer(middleware::from_fn(refused))
        .layer(compression);
    let probes = Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(report))
        .with_state(Probe { site: site.clone(), passage: passage.clone() });
    Ok(house
        .merge(assets::router(shelf))
        .merge(probes)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(passage, passage::pass)))
}

/// Text of some length gains by compression; papers and spreadsheets are compressed already.
fn worthwhile(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let mime = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let length = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
    let text = ["text/", "application/json", "image/svg"].iter().any(|kind| mime.starts_with(kind));
    text && !mime.starts_with("text/event-stream") && length.is_none_or(|length| length >= 512)
}

/// Puts words to what the layers refuse: a write from a page elsewhere, a body beyond measure.
async fn refused(request: Request, next: Next) -> Response {
    let words = passage::words(&request);
    let response = next.run(request).await;
    if response.extensions().get::<ProtectionError>().is_some() {
        return passage::say(StatusCode::FORBIDDEN, words, &Problem::new(Kind::Forbidden, "problem-403-title"));
    }
    let worded = |kind: &str| response.headers().get(header::CONTENT_TYPE).is_some_and(|it| it.as_bytes().starts_with(kind.as_bytes()));
    match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE if !worded("text/html") && !worded("application/json") => {
            passage::say(StatusCode::PAYLOAD_TOO_LARGE, words, &Problem::form("problem-413-title"))
        }
        _ => response,
    }
}

/// The place of an answer that panicked; the passage knows its number and its language.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Panicked);
    response
}

/// Whether the database answers.
async fn ready(State(probe): State<Probe>) -> Response {
    // A pool waits long for a connection; whoever asks this will not.
    match tokio::time::timeout(Duration::from_secs(2), probe.site.db.ping()).await {
        Ok(Ok(())) => return "ready\n".into_response(),
        Ok(Err(fault)) => tracing::warn!(cause = ?fault, "the database does not answer"),
        Err(_) => tracing::warn!("the database does not answer in time"),
    }
    (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
}

async fn report(State(probe): State<Probe>) -> Response {
    let text = meter::report(&probe.site, probe.passage.in_flight()).await;
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
