//! From a request to a finished page: who comes, which page answers, the frame around it, the headers it goes with.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, RawPathParams, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};

use leptos::reactive::computed::ScopedFuture;

use super::{Gate, counter, document, download, feeds, kept, letter};
use crate::{
    base::{
        ctx::{Ctx, Viewer},
        problem::{Answer, Problem},
        site::Site,
        text::Lang,
        visit::{Caller, Echo, File, Page, PageFn, Reply, Visit, session_cookie},
        words::Words,
    },
    people,
};

/// What every handler knows.
#[derive(Clone)]
pub(super) struct House {
    pub site: Arc<Site>,
    pub kept: Arc<kept::Kept>,
}

/// The error and the typed fields of a refused form, on the request that shows its page again.
#[derive(Clone)]
pub(super) struct Returned(pub Echo);

/// On an answer that is the page itself, whatever its status, and not a problem in the page's place.
#[derive(Clone)]
struct Itself;

pub(super) fn router(site: Arc<Site>) -> Router {
    let house = House { site, kept: Arc::new(kept::Kept::new()) };
    let mut router = Router::new().route("/", get(way_in)).route("/vote", get(way_to_vote));
    for lang in Lang::ALL {
        for (path, gate, page) in super::pages() {
            let answer =
                move |state: State<House>, params: RawPathParams, request: Request| visit(state, lang, gate, page, params, request);
            router = router.route(&format!("/{}{path}", lang.path()), get(answer));
        }
    }
    router = router.route("/cal/{file}", get(feeds::public)).route("/cal/p/{file}", get(feeds::private));
    router = router.route("/letters/{token}", get(letter::look).post(letter::stop));
    router.route("/api/{*act}", post(counter::act)).fallback(nowhere).with_state(house)
}

/// `/` goes to the reader's language.
async fn way_in(headers: HeaderMap) -> Response {
    let lang = accepted(&headers);
    ([(header::LOCATION, format!("/{}", lang.path())), (header::VARY, "Accept-Language".into())], StatusCode::SEE_OTHER).into_response()
}

/// What stands on a slip leads to the ballot in the reader's language; the code behind the `#` never leaves the browser.
async fn way_to_vote(headers: HeaderMap) -> Response {
    let to = format!("/{}/vote", accepted(&headers).path());
    ([(header::LOCATION, to), (header::VARY, "Accept-Language".into())], StatusCode::SEE_OTHER).into_response()
}

pub(super) fn accepted(headers: &HeaderMap) -> Lang {
    Lang::accepted(headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or(""))
}

/// The language of an address, by its first segment.
pub(super) fn lang_of(path: &str) -> Option<Lang> {
    Lang::of_path(path.split('/').nth(1)?)
}

pub(super) fn caller(request: &Request) -> Caller {
    Caller {
        address: request.extensions().get::<ConnectInfo<SocketAddr>>().map_or("unknown".into(), |c| c.0.ip().to_string()),
        device: request.headers().get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned(),
        cookies: request.headers().get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).collect::<Vec<_>>().join("; "),
    }
}

/// Who comes with this request, by the session cookie.
pub(super) async fn viewer(site: &Arc<Site>, headers: &HeaderMap) -> Answer<Viewer> {
    let name = session_cookie(site.settings.secure);
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
    for cookie in cookies {
        if let Some((key, token)) = cookie.trim().split_once('=')
            && key == name
            && !token.is_empty()
        {
            return people::acts::viewer(site, token).await;
        }
    }
    Ok(Viewer::Public)
}

pub(super) fn query(raw: &str) -> BTreeMap<String, String> {
    serde_qs::from_str::<BTreeMap<String, serde_json::Value>>(raw)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(key, value)| Some((key, value.as_str()?.to_owned())))
        .collect()
}

/// One visit to one page. Public pages without island are kept as finished bytes while nothing changes.
async fn visit(State(house): State<House>, lang: Lang, gate: Gate, page: PageFn, params: RawPathParams, request: Request) -> Response {
    let site = house.site.clone();
    let path = request.uri().path().to_owned();
    let raw_query = request.uri().query().unwrap_or("").to_owned();
    let stranger = !request.headers().contains_key(header::COOKIE);
    let echo = request.extensions().get::<Returned>().cloned().map(|it| it.0);
    let keep = (stranger && echo.is_none()).then(|| kept::Key::new(&site, &path, &raw_query));
    if let Some(key) = &keep
        && let Some(found) = house.kept.find(key)
    {
        return found.answer(request.headers());
    }
    let w = Words::of(lang);
    let viewer = match viewer(&site, request.headers()).await {
        Ok(viewer) => viewer,
        Err(problem) => return document::problem(&site, w, &path, &Viewer::Public, &problem),
    };
    let ctx = match Ctx::read(&site, viewer.clone()).await {
        Ok(ctx) => ctx,
        Err(problem) => return document::problem(&site, w, &path, &viewer, &problem),
    };
    let mut v = Visit {
        ctx,
        w,
        path: path.get(3..).unwrap_or("").to_owned(),
        params: params.iter().map(|(_, value)| value.to_owned()).collect(),
        query: query(&raw_query),
        raw_query,
        caller: caller(&request),
        echo,
    };
    let owner = document::owner();
    let reply = match gate.open(&viewer) {
        Ok(()) => owner.with(|| ScopedFuture::new(page(&mut v))).await,
        Err(problem) => Err(problem),
    };
    match reply {
        Ok(Reply::Page(page)) => {
            let response = owner.with(|| document::page(&v, *page));
            match keep {
                Some(key) if response.keep => {
                    let html = HeaderValue::from_static("text/html; charset=utf-8");
                    let headers = vec![(header::CONTENT_TYPE, html), (header::CONTENT_SECURITY_POLICY, response.csp)];
                    house.kept.add(key, response.html, None, headers).answer(request.headers())
                }
                _ => {
                    let mut response = response.answer();
                    response.extensions_mut().insert(Itself);
                    response
                }
            }
        }
        Ok(Reply::File(file)) => save(file),
        Ok(Reply::Paper(it)) => {
            drop(v);
            match it.make.await {
                Ok(bytes) => save(File { name: it.name, mime: it.mime, bytes, inline: it.inline }),
                Err(problem) => document::problem(&site, w, &path, &viewer, &problem),
            }
        }
        Ok(Reply::Download(it)) => {
            drop(v);
            download::answer(&site, &it, request.headers())
                .await
                .unwrap_or_else(|problem| document::problem(&site, w, &path, &viewer, &problem))
        }
        Ok(Reply::Go(to)) => ([(header::LOCATION, to)], StatusCode::SEE_OTHER).into_response(),
        // A stranger at a page for people signed in comes back to it after signing in.
        Err(problem) if problem.status() == 401 && v.me().is_none() => {
            let next = format!("{}?next={}", v.href("/sign-in"), urlencode(&v.in_language(lang)));
            ([(header::LOCATION, next)], StatusCode::SEE_OTHER).into_response()
        }
        Err(problem) => document::problem_on(&v, &problem),
    }
}

pub(super) fn urlencode(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-_.~/".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

fn save(file: File) -> Response {
    let mut response = Response::new(Body::from(file.bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.mime));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(value) = HeaderValue::from_str(&download::disposition(file.inline, &file.name)) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// Nothing is here: a page that says so, in the language of the address, with a search.
async fn nowhere(State(house): State<House>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let lang = lang_of(&path).unwrap_or_else(|| accepted(request.headers()));
    let viewer = viewer(&house.site, request.headers()).await.unwrap_or_default();
    document::problem(&house.site, Words::of(lang), &path, &viewer, &Problem::unknown())
}

/// Shows the page a form came from again, with its errors and what was typed.
pub(super) async fn return_to(house: &House, back: &str, headers: &HeaderMap, echo: Echo) -> Option<Response> {
    use tower::ServiceExt;
    let lang = lang_of(back)?;
    let mut request = Request::builder().uri(back).body(Body::empty()).ok()?;
    for name in [header::COOKIE, header::ACCEPT_LANGUAGE] {
        if let Some(value) = headers.get(&name) {
            request.headers_mut().insert(name, value.clone());
        }
    }
    let status = StatusCode::from_u16(echo.problem.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    request.extensions_mut().insert(Returned(echo));
    let mut response = router_for(house.clone(), lang).oneshot(request).await.ok()?;
    // A page may itself say the same no, and where to go instead; a problem in its place would know less than this one.
    response.extensions().get::<Itself>()?;
    if response.status() != StatusCode::OK && response.status() != status {
        return None;
    }
    *response.status_mut() = status;
    Some(response)
}

/// The pages of one language alone: what a refused form may come back to.
fn router_for(house: House, lang: Lang) -> Router {
    let mut router = Router::new();
    for (path, gate, page) in super::pages() {
        let answer = move |state: State<House>, params: RawPathParams, request: Request| visit(state, lang, gate, page, params, request);
        router = router.route(&format!("/{}{path}", lang.path()), get(answer));
    }
    router.with_state(house)
}

/// A page made by the frame itself.
pub(super) fn plain(title: String, view: impl leptos::prelude::IntoView + 'static, status: u16) -> Page {
    let mut page = Page::new(title, view).width(crate::base::visit::Width::Read).hidden();
    page.status = status;
    page
}
