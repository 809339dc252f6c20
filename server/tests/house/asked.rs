//! Asking the whole router in process, and the feeds it names: what the tests of calendars begin with.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use icalendar::parser::{read_calendar, unfold};
use tower::ServiceExt;

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

pub async fn ask(router: &Router, path: &str, headers: &[(header::HeaderName, String)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 10_000_000).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
}

/// The entries of a calendar, each as its properties, by another library than the one it was written with.
pub fn entries(text: &str) -> Vec<BTreeMap<String, String>> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let events = calendar.components.iter().filter(|it| it.name.as_ref() == "VEVENT");
    events.map(|it| it.properties.iter().map(|it| (it.name.as_ref().to_owned(), it.val.as_ref().to_owned())).collect()).collect()
}

/// The addresses of all feeds that the page of subscriptions names.
pub async fn feeds(router: &Router, lang: &str) -> Vec<String> {
    let page = ask(router, &format!("/{lang}/calendar/subscribe"), &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    let mut found: Vec<String> =
        page.text.split("webcal://accolade.example").skip(1).map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&")).collect();
    found.sort();
    found.dedup();
    found
}
