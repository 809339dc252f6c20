//! Finished public pages and calendar feeds, kept as bytes while nothing they show has changed.
//!
//! A page is known by its address, the version of the data and the minute of the clock, so nothing stale is ever served by the
//! server that made the change; another server on the same database notices within a second (see the server's jobs).

use std::{io::Write, sync::Arc, sync::atomic::Ordering};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::base::{site::Site, time::Moment};

/// What a kept page is known by.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    address: String,
    version: u64,
    minute: i64,
}

impl Key {
    pub fn new(site: &Site, path: &str, query: &str) -> Key {
        Key { address: format!("{path}?{query}"), version: site.version.load(Ordering::Acquire), minute: site.now().0 / 60_000_000 }
    }
}

/// A finished page or feed in three encodings.
pub(super) struct Finished {
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
    etag: HeaderValue,
    /// For clients that ask by date alone.
    changed: Option<Moment>,
    /// What else it goes with.
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// The pages kept now: a few megabytes, the least used let go first.
pub(super) struct Kept(moka::sync::Cache<Key, Arc<Finished>>);

impl Kept {
    pub fn new() -> Kept {
        let weigh = |key: &Key, page: &Arc<Finished>| {
            u32::try_from(key.address.len() + page.plain.len() + page.gzip.len() + page.brotli.len()).unwrap_or(u32::MAX)
        };
        Kept(moka::sync::Cache::builder().weigher(weigh).max_capacity(6_000_000).build())
    }

    pub fn find(&self, key: &Key) -> Option<Arc<Finished>> {
        self.0.get(key)
    }

    pub fn add(&self, key: Key, text: String, changed: Option<Moment>, headers: Vec<(HeaderName, HeaderValue)>) -> Arc<Finished> {
        let plain = Bytes::from(text);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
        let gzip = gzip.write_all(&plain).and_then(|()| gzip.finish()).unwrap_or_default();
        let mut brotli = Vec::new();
        // Quality 5: 2 ms a page; 11 would take a hundred times as long for a tenth less.
        let params = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
        if brotli::BrotliCompress(&mut plain.as_ref(), &mut brotli, &params).is_err() {
            brotli.clear();
        }
        let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&plain)[..8]));
        let finished = Arc::new(Finished {
            gzip: gzip.into(),
            brotli: brotli.into(),
            etag: HeaderValue::from_str(&etag).unwrap_or(HeaderValue::from_static("\"\"")),
            changed,
            headers,
            plain,
        });
        self.0.insert(key, finished.clone());
        finished
    }
}

impl Finished {
    fn is_known_since(&self, since: Option<&HeaderValue>) -> Option<bool> {
        let since = Moment::parse_http(since?.to_str().ok()?)?;
        // Dates of HTTP are in whole seconds.
        Some(self.changed?.0 / 1_000_000 <= since.0 / 1_000_000)
    }

    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let accepts = asked.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
        let (bytes, encoding) = if accepts.contains("br") && !self.brotli.is_empty() {
            (&self.brotli, Some("br"))
        } else if accepts.contains("gzip") && !self.gzip.is_empty() {
            (&self.gzip, Some("gzip"))
        } else {
            (&self.plain, None)
        };
        // By the tag if it was sent, else by the date (RFC 9110, 13.2.2).
        let fresh = match asked.get(header::IF_NONE_MATCH) {
            Some(tag) => tag == self.etag || tag.as_bytes().starts_with(b"W/") && tag.as_bytes()[2..] == *self.etag.as_bytes(),
            None => self.is_known_since(asked.get(header::IF_MODIFIED_SINCE)).unwrap_or(false),
        };
        let mut response = Response::new(if fresh { Body::empty() } else { Body::from(bytes.clone()) });
        if fresh {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag.clone());
        // Asked again each time, answered with 304 while nothing changed.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Cookie"));
        headers.extend(self.headers.iter().cloned());
        headers.extend(self.changed.and_then(|at| Some((header::LAST_MODIFIED, HeaderValue::from_str(&at.to_http()).ok()?))));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}
