//! The bare server: axum with one handler that has the bytes of one answer in its hand. What is faster than this is not axum.

use std::{fs, path::Path, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
    routing::get,
    serve::ListenerExt,
};
use bytes::Bytes;

use super::{Done, client::Answered};

struct Kept {
    headers: HeaderMap,
    body: Bytes,
}

/// Writes an answer down as it came, for [`serve`].
pub fn write(file: &Path, answer: &Answered) -> Done<()> {
    let mut bytes = answer.head.clone().into_bytes();
    bytes.extend_from_slice(&answer.body);
    Ok(fs::write(file, bytes)?)
}

fn read(file: &str) -> Done<Kept> {
    let bytes = fs::read(file)?;
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").ok_or("no head")?;
    let mut headers = HeaderMap::new();
    for (name, value) in std::str::from_utf8(&bytes[..end])?.lines().skip(1).filter_map(|line| line.split_once(':')) {
        // These two hyper writes itself, here as there.
        if !["content-length", "date"].contains(&name) {
            headers.append(HeaderName::from_bytes(name.as_bytes())?, HeaderValue::from_str(value.trim())?);
        }
    }
    Ok(Kept { headers, body: Bytes::copy_from_slice(&bytes[end + 4..]) })
}

async fn answer(State(kept): State<Arc<Kept>>, request: Request) -> Response {
    let known = request.headers().get(header::IF_NONE_MATCH);
    let fresh = known.is_some() && known == kept.headers.get(header::ETAG);
    let mut response = Response::new(if fresh { Body::empty() } else { Body::from(kept.body.clone()) });
    if fresh {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    *response.headers_mut() = kept.headers.clone();
    response
}

/// Serves that one answer at every address until it is killed.
pub async fn serve(file: &str) -> Done<()> {
    let routes = Router::new().route("/healthz", get(|| async { "ok\n" })).fallback(get(answer)).with_state(Arc::new(read(file)?));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("bare: ready on http://{}", listener.local_addr()?);
    axum::serve(listener.tap_io(|stream| drop(stream.set_nodelay(true))), routes).await?;
    Ok(())
}
