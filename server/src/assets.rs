//! The built stylesheet and islands, read once into memory, each with its brotli and gzip twin.
//!
//! Names carry the hash of their bytes, so browsers keep them for ever. Nothing is compressed and no disk is read while
//! somebody waits. Without a built site the pages still work, unstyled.

use std::{
    collections::HashMap,
    path::{Path as FilePath, PathBuf},
    sync::Arc,
};

use app::base::site::Assets;
use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FOR_A_DAY: &str = "public, max-age=86400";
/// Asked for again each time, answered with 304 while it is the same.
const ASKED: &str = "no-cache";

/// One file in every form it is sent in.
struct Built {
    mime: &'static str,
    hash: String,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// Every built file by its name.
#[derive(Default)]
pub struct Shelf {
    files: HashMap<String, Built>,
    /// The addresses that pages name.
    pub addresses: Assets,
}

/// The folder of the built site: the one that was named, or the first of the usual ones that is there.
pub fn folder(named: &str) -> PathBuf {
    if !named.is_empty() {
        return PathBuf::from(named);
    }
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.parent()?.join("site")));
    beside.filter(|site| site.join("hash.txt").is_file()).unwrap_or_else(|| PathBuf::from("target/site"))
}

impl Shelf {
    /// Reads a built site; an empty shelf and a warning if there is none.
    pub fn read(folder: &FilePath) -> Shelf {
        let mut shelf = Shelf::default();
        let names = std::fs::read_to_string(folder.join("hash.txt")).unwrap_or_default();
        for (file, hash) in names.lines().filter_map(|line| line.split_once(':')) {
            shelf.put(folder, file.trim(), hash.trim());
        }
        if shelf.addresses.css.is_empty() {
            tracing::warn!(folder = %folder.display(), "no built site here: pages go out unstyled (make site)");
        }
        shelf
    }

    /// Puts up one file, known by its name without the hash: `booth.wasm` is `booth.<hash>.wasm`.
    fn put(&mut self, folder: &FilePath, file: &str, hash: &str) {
        let (stem, kind) = file.split_once('.').unwrap_or((file, ""));
        let name = format!("{stem}.{hash}.{kind}");
        let at = &mut self.addresses;
        let address = match file {
            "accolade.css" => &mut at.css,
            "accolade.js" => &mut at.desk.js,
            "accolade.wasm" => &mut at.desk.wasm,
            "booth.js" => &mut at.booth.js,
            "booth.wasm" => &mut at.booth.wasm,
            "recount.js" => &mut at.recount.js,
            "recount.wasm" => &mut at.recount.wasm,
            _ => return,
        };
        let Ok(plain) = std::fs::read(folder.join(&name)) else {
            tracing::warn!(name, "hash.txt names a file that is not there");
            return;
        };
        *address = format!("/pkg/{name}");
        let twin = |end: &str| std::fs::read(folder.join(format!("{name}.{end}"))).ok().map(Bytes::from);
        let built = Built { mime: mime(kind), hash: hash.into(), plain: plain.into(), brotli: twin("br"), gzip: twin("gz") };
        self.files.insert(name, built);
    }
}

fn mime(kind: &str) -> &'static str {
    match kind {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        _ => "application/wasm",
    }
}

/// The addresses of files that are the same for everybody.
pub fn router(shelf: Arc<Shelf>) -> Router {
    Router::new()
        .route("/pkg/{name}", get(file))
        .route("/favicon.svg", get(|headers: HeaderMap| fixed(headers, "image/svg+xml", FOR_A_DAY, include_str!("favicon.svg"))))
        .route("/robots.txt", get(|headers: HeaderMap| fixed(headers, "text/plain; charset=utf-8", FOR_A_DAY, include_str!("robots.txt"))))
        .route("/booth-worker.js", get(|headers: HeaderMap| fixed(headers, mime("js"), ASKED, include_str!("booth-worker.js"))))
        .with_state(shelf)
}

async fn file(State(shelf): State<Arc<Shelf>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    match shelf.files.get(&name) {
        Some(built) => built.answer(&headers),
        // A page from before the last build may still ask for an older name; the answer must not be remembered.
        None => (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")], "404\n").into_response(),
    }
}

async fn fixed(headers: HeaderMap, mime: &'static str, keep: &'static str, text: &'static str) -> Response {
    let tag = format!("\"{}\"", hex::encode(&Sha256::digest(text)[..8]));
    send(&headers, mime, keep, &tag, Bytes::from_static(text.as_bytes()))
}

impl Built {
    fn answer(&self, asked: &HeaderMap) -> Response {
        let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
        let (bytes, encoding) = match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if accepts(accepted, "br") => (bytes, Some("br")),
            (_, Some(bytes)) if accepts(accepted, "gzip") => (bytes, Some("gzip")),
            _ => (&self.plain, None),
        };
        // Other bytes, other tag: each encoding has its own.
        let tag = format!("\"{}{}{}\"", self.hash, if encoding.is_some() { "-" } else { "" }, encoding.unwrap_or(""));
        let mut response = send(asked, self.mime, FOR_EVER, &tag, bytes.clone());
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Some(encoding) = encoding.filter(|_| headers.contains_key(header::CONTENT_TYPE)) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

/// The bytes, or 304 if the browser has just these.
fn send(asked: &HeaderMap, mime: &'static str, keep: &'static str, tag: &str, bytes: Bytes) -> Response {
    let known = asked.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or("");
    let fresh = known.split(',').any(|it| it.trim().trim_start_matches("W/") == tag);
    let mut response = Response::new(if fresh { Body::empty() } else { Body::from(bytes) });
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::ETAG, tag);
    set(header::CACHE_CONTROL, keep);
    if fresh {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    } else {
        set(header::CONTENT_TYPE, mime);
    }
    response
}

/// Whether an Accept-Encoding takes `coding`: named, and not with a weight of nought.
fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|part| {
        let mut bits = part.split(';').map(str::trim);
        let named = bits.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        named && bits.all(|bit| bit.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()) != Some(0.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_taken_only_when_it_is_wanted() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("GZIP;q=0.5", "gzip"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("", "gzip"));
        assert!(!accepts("brotli", "br"));
    }

    #[test]
    fn without_a_built_site_the_shelf_is_empty_and_no_page_names_anything() {
        let shelf = Shelf::read(FilePath::new("/nowhere/at/all"));
        assert!(shelf.files.is_empty());
        assert_eq!(shelf.addresses.css, "");
    }
}
