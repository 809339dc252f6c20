//! The counter: where server functions are called, by an island with JSON or by a plain form.
//!
//! A form is answered with 303 to the page that comes next, or, refused, with its own page again: the right status, the
//! errors beside their fields, and what was typed. A caller who accepts JSON gets JSON in both cases. Files in a form are at
//! hand for the server function (`base::files::receive`); whoever is not signed in brings none.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{
    document, sent,
    serve::{House, accepted, caller, lang_of, return_to, viewer},
};
use crate::base::{
    problem::{Kind, Problem},
    text::Lang,
    visit::{Echo, Next},
    words::Words,
};

/// Fields that are never put back onto a page.
const SECRET: [&str; 3] = ["password", "current", "token"];

/// The most bytes of an answer that is looked at again.
const LIMIT: usize = 1_000_000;

pub(super) async fn act(State(house): State<House>, request: Request) -> Response {
    let headers = request.headers().clone();
    let wants_json = accepts_json(&headers);
    let guest = caller(&request);
    let path = request.uri().path().to_owned();
    let viewer = viewer(&house.site, &headers).await;
    let known = viewer.as_ref().is_ok_and(|viewer| viewer.me().is_some());
    let sent = match sent::read(&headers, request.into_body(), known).await {
        Ok(sent) => sent,
        Err(status) => return status.into_response(),
    };
    let typed = sent.typed;
    let back = typed.get("back").filter(|back| is_local(back)).cloned();
    let lang = back.as_deref().and_then(lang_of).or_else(|| came_from(&headers)).unwrap_or_else(|| accepted(&headers));
    let viewer = match viewer {
        Ok(viewer) => viewer,
        Err(problem) => return document::problem(&house.site, Words::of(lang), &path, &Default::default(), &problem),
    };
    if server_fn::axum::get_server_fn_service(&path, axum::http::Method::POST).is_none() {
        return document::problem(&house.site, Words::of(lang), &path, &viewer, &Problem::unknown());
    }
    let next = Next::default();
    let (site, next_, viewer_, uploads) = (house.site.clone(), next.clone(), viewer.clone(), sent.uploads);
    let context = move || {
        leptos::prelude::provide_context(site.clone());
        leptos::prelude::provide_context(viewer_.clone());
        leptos::prelude::provide_context(next_.clone());
        leptos::prelude::provide_context(guest.clone());
        leptos::prelude::provide_context(uploads.clone());
        leptos::prelude::provide_context(lang);
    };
    let answered = match sent.problem {
        _ if sent.multipart && !known => Err(Problem::sign_in()),
        Some(problem) => Err(problem),
        None => call(&path, sent.form, context).await,
    };
    match answered {
        Err(problem) if wants_json => json(problem, lang),
        Err(problem) => {
            let mut typed = typed;
            typed.retain(|name, _| !SECRET.contains(&name.as_str()));
            // Somebody whose session has ended signs in again, and finds the page they were on.
            if problem.kind == Kind::SignIn && problem.key() == "problem-sign-in" {
                let to = format!("/{}/sign-in?next={}", lang.path(), super::serve::urlencode(back.as_deref().unwrap_or("")));
                return see_other(&to, HeaderMap::new());
            }
            let echo = Echo { problem: problem.clone(), typed };
            let shown = match &back {
                Some(back) => return_to(&house, back, &headers, echo).await,
                None => None,
            };
            shown.unwrap_or_else(|| document::problem(&house.site, Words::of(lang), &path, &viewer, &problem))
        }
        Ok(response) if wants_json => response,
        Ok(response) => {
            let to = destination(next.take().as_deref(), back.as_deref(), lang);
            see_other(&to, response.headers().clone())
        }
    }
}

/// Calls a server function with a form: its answer, or why not.
async fn call(path: &str, form: String, context: impl Fn() + 'static + Clone + Send) -> Result<Response, Problem> {
    let inner = Request::builder()
        .method("POST")
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT, "application/json")
        .body(Body::from(form))
        .map_err(|_| Problem::form("problem-form"))?;
    let mut response = leptos_axum::handle_server_fns_with_context(context, inner).await.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if !response.headers().contains_key("serverfnerror") && response.status().is_success() {
        return Ok(response);
    }
    let bytes = axum::body::to_bytes(response.into_body(), LIMIT).await.unwrap_or_default();
    Err(serde_json::from_slice(&bytes).unwrap_or_else(|_| Problem::form("problem-form")))
}

/// Where a form goes after its act: `!/en/…` as it is, `?…` back with that query, `/…` in the language, nothing: back.
fn destination(next: Option<&str>, back: Option<&str>, lang: Lang) -> String {
    let home = format!("/{}", lang.path());
    match next {
        Some(next) if next.starts_with('!') => next[1..].to_owned(),
        Some("?") | None | Some("") => back.map_or(home, str::to_owned),
        Some(next) => match next.strip_prefix('?') {
            Some(query) => {
                let back = back.unwrap_or(&home);
                format!("{}?{query}", back.split('?').next().unwrap_or(back))
            }
            None => format!("{home}{next}"),
        },
    }
}

fn see_other(to: &str, from: HeaderMap) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    for cookie in from.get_all(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    response
}

/// A problem as JSON, with its sentences in the caller's language.
fn json(mut problem: Problem, lang: Lang) -> Response {
    let w = Words::of(lang);
    for complaint in &mut problem.complaints {
        complaint.text = Some(w.complaint(complaint));
    }
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_string(&problem).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn accepts_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or("");
    accept.contains("application/json") && !accept.contains("text/html")
}

/// The language of the page that called, by its address.
fn came_from(headers: &HeaderMap) -> Option<Lang> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let path = referer.splitn(4, '/').nth(3)?;
    lang_of(&format!("/{path}"))
}

/// A path of this site and nothing else.
fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && lang_of(path.split('?').next().unwrap_or("")).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_comes_back_to_this_site_only() {
        assert!(is_local("/en/workshops?month=2002-03"));
        for elsewhere in ["//evil.example/en", "https://evil.example", "/\\evil.example", "/api/people/sign-out", ""] {
            assert!(!is_local(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn what_comes_next_is_in_the_language_of_the_form() {
        let to = |next| destination(next, Some("/tc/workshops/PM?x=1"), Lang::Tc);
        assert_eq!(to(Some("/registrations/PM-1")), "/tc/registrations/PM-1");
        assert_eq!(to(Some("?done=saved")), "/tc/workshops/PM?done=saved");
        assert_eq!(to(Some("!/en/desk")), "/en/desk");
        assert_eq!(to(None), "/tc/workshops/PM?x=1");
    }
}
