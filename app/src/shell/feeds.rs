//! Calendar feeds: `/cal/….ics`, kept as bytes like public pages; and private ones, made for each asking.

use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use super::{
    download::disposition,
    kept::Key,
    serve::{House, accepted, query},
};
use crate::{
    base::{problem::Problem, text::Lang, words::Words},
    calendar::acts::{self, Sent},
};

const ICS: &str = "text/calendar; charset=utf-8";

/// `?lang=en|tc|sc`, or as languages are named elsewhere; without it what the client accepts.
fn lang_of(asked: Option<&String>, headers: &HeaderMap) -> Lang {
    match asked.map(String::as_str) {
        Some("en") => Lang::En,
        Some("tc" | "zh-Hant" | "zh-HK") => Lang::Tc,
        Some("sc" | "zh-Hans" | "zh-CN") => Lang::Sc,
        _ => accepted(headers),
    }
}

/// The name of a feed: its file without the ending.
fn name_of(file: &str) -> Result<&str, Problem> {
    file.strip_suffix(".ics").ok_or_else(Problem::unknown)
}

fn headers_of(name: &str) -> Vec<(HeaderName, HeaderValue)> {
    let mut headers = vec![
        (header::CONTENT_TYPE, HeaderValue::from_static(ICS)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        // Without a language in the address, the client's own.
        (header::VARY, HeaderValue::from_static("Accept-Language")),
        // Web calendars on other sites may read what everybody may read.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    ];
    headers.extend(HeaderValue::from_str(&disposition(true, &format!("{name}.ics"))).map(|value| (header::CONTENT_DISPOSITION, value)));
    headers
}

/// Programs read this, and people who look why theirs does not: a line in plain text.
fn refused(lang: Lang, no: &Problem) -> Response {
    let w = Words::of(lang);
    let said: Vec<String> = no.complaints.iter().map(|it| w.complaint(it)).collect();
    let status = StatusCode::from_u16(no.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], said.join("\n")).into_response()
}

pub(super) async fn public(State(house): State<House>, Path(file): Path<String>, request: Request) -> Response {
    let raw = request.uri().query().unwrap_or("");
    let asked = query(raw);
    let lang = lang_of(asked.get("lang"), request.headers());
    let key = Key::new(&house.site, &format!("/cal/{file}/{}", lang.path()), raw);
    if let Some(found) = house.kept.find(&key) {
        return found.answer(request.headers());
    }
    let between = (asked.get("from").map(String::as_str), asked.get("to").map(String::as_str));
    let sent = match name_of(&file) {
        Ok(name) => acts::feed(&house.site, name, lang, between).await,
        Err(no) => Err(no),
    };
    match sent {
        Ok(Sent { text, changed }) => {
            house.kept.add(key, text, Some(changed), headers_of(file.trim_end_matches(".ics"))).answer(request.headers())
        }
        Err(no) => refused(lang, &no),
    }
}

/// Nobody else's, so never kept beside public ones.
pub(super) async fn private(State(house): State<House>, Path(file): Path<String>, request: Request) -> Response {
    let lang = lang_of(query(request.uri().query().unwrap_or("")).get("lang"), request.headers());
    let sent = match name_of(&file) {
        Ok(token) => acts::private(&house.site, token, lang).await,
        Err(no) => Err(no),
    };
    let sent = match sent {
        Ok(sent) => sent,
        Err(no) => return refused(lang, &no),
    };
    let tag = format!("\"{}\"", hex::encode(&Sha256::digest(sent.text.as_bytes())[..8]));
    let known = request.headers().get(header::IF_NONE_MATCH).is_some_and(|it| it.as_bytes() == tag.as_bytes());
    let mut response = Response::new(if known { Body::empty() } else { Body::from(sent.text) });
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &str| drop(HeaderValue::from_str(value).map(|value| headers.insert(name, value)));
    set(header::CONTENT_TYPE, ICS);
    set(header::ETAG, &tag);
    set(header::LAST_MODIFIED, &sent.changed.to_http());
    set(header::CACHE_CONTROL, "private, no-cache");
    set(header::CONTENT_DISPOSITION, "inline; filename=\"accolade.ics\"");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    response
}
