//! The document around a page: head, masthead with language switch and desk, foot; and the pages for what went wrong.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use leptos::{prelude::*, reactive::owner::Owner};

use super::serve::plain;
use crate::{
    base::{
        ctx::Viewer,
        problem::Problem,
        roles::{Action, Reach},
        site::{Module, Site},
        text::Lang,
        visit::{Bundle, Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// A page in full, with what its answer needs.
pub(super) struct Rendered {
    pub html: String,
    pub csp: HeaderValue,
    pub status: u16,
    /// It is the same for every stranger: no nonce, status 200.
    pub keep: bool,
}

impl Rendered {
    pub fn answer(self) -> Response {
        let mut response = Response::new(Body::from(self.html));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        headers.insert(header::CONTENT_SECURITY_POLICY, self.csp);
        response
    }
}

/// An owner for one page: whatever its views make is dropped with the request.
pub(super) fn owner() -> Owner {
    Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())))
}

/// The frame around a page.
struct Frame<'a> {
    site: &'a Site,
    w: Words,
    /// The address without language, and its query.
    path: &'a str,
    query: &'a str,
    viewer: &'a Viewer,
}

pub(super) fn page(v: &Visit, page: Page) -> Rendered {
    let frame = Frame { site: &v.ctx.site, w: v.w, path: &v.path, query: &v.raw_query, viewer: &v.ctx.viewer };
    render(&frame, page)
}

/// A page that says what went wrong, for a visit.
pub(super) fn problem_on(v: &Visit, problem: &Problem) -> Response {
    let frame = Frame { site: &v.ctx.site, w: v.w, path: &v.path, query: &v.raw_query, viewer: &v.ctx.viewer };
    sorry(&frame, problem)
}

/// The same where there is no visit: at the counter, or where nothing is.
pub(super) fn problem(site: &Arc<Site>, w: Words, path: &str, viewer: &Viewer, problem: &Problem) -> Response {
    let rest = if super::serve::lang_of(path).is_some() { path.get(3..).unwrap_or("") } else { "" };
    sorry(&Frame { site, w, path: rest, query: "", viewer }, problem)
}

fn sorry(frame: &Frame<'_>, problem: &Problem) -> Response {
    let w = frame.w;
    let status = problem.status();
    let heading = t!(w, &format!("problem-{status}-title"));
    let sentences = problem.complaints.iter().map(|c| view! { <p>{w.complaint(c)}</p> }).collect_view();
    let home = format!("/{}", w.lang.path());
    let view = view! {
        {ui::title(None, heading.clone(), None)}
        {sentences}
        <p class="actions">
            {ui::button("main", format!("{home}/workshops"), t!(w, "problem-to-workshops"))}
            {ui::button("quiet", home.clone(), t!(w, "problem-to-front"))}
        </p>
        {(status == 404).then(|| view! {
            <form class="filters" method="get" action=format!("{home}/workshops") role="search">
                <label class="filters__one filters__wide"><span>{t!(w, "search-label")}</span><input type="search" name="q"/></label>
                <button class="button" data-kind="quiet">{t!(w, "search-button")}</button>
            </form>
        })}
    };
    let mut response = owner().with(|| render(frame, plain(heading, view, status))).answer();
    if status == 503 {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    response
}

fn render(frame: &Frame<'_>, page: Page) -> Rendered {
    let w = frame.w;
    let nonce = (page.islands.is_some() || page.keeps || !page.scripts.is_empty()).then(|| frame.site.fresh_token(16));
    // As raw text: a title takes no markers.
    let title = escaped(&format!("{} – {}", page.title, t!(w, "brand")));
    let assets = &frame.site.settings.assets;
    let query = if frame.query.is_empty() { String::new() } else { format!("?{}", frame.query) };
    let alternates = Lang::ALL
        .into_iter()
        .map(|lang| {
            let href = format!("{}/{}{}{query}", frame.site.settings.public_url, lang.path(), frame.path);
            view! { <link rel="alternate" hreflang=lang.tag() href=href/> }
        })
        .collect_view();
    let own = page.keeps.then_some(KEPT).into_iter().chain(page.scripts.iter().copied());
    let own = own.map(|text| view! { <script type="module" nonce=nonce.clone() inner_html=lines(text)></script> }).collect_view();
    let head = view! {
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title inner_html=title></title>
        <meta name="description" content=t!(w, "description")/>
        {page.hidden.then(|| view! { <meta name="robots" content="noindex"/> })}
        {(!assets.css.is_empty()).then(|| view! { <link rel="stylesheet" href=assets.css.clone()/> })}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
        {alternates}
        {own}
        {nonce.clone().zip(page.islands).map(|(nonce, bundle)| loader(module(frame.site, bundle), nonce))}
    };
    let width = match page.width {
        Width::Wide => "wide",
        Width::Read => "read",
        Width::Form => "form",
    };
    let body = if page.bare {
        view! { <main id="main">{page.view}</main> }.into_any()
    } else {
        view! {
            <a class="skip" href="#main">{t!(w, "skip")}</a>
            {frame.site.settings.demo.then(|| demo_bar(frame))}
            {masthead(frame, &query)}
            <main id="main" class="page" data-width=width tabindex="-1">{page.view}</main>
            {foot(w)}
        }
        .into_any()
    };
    let html =
        format!("<!DOCTYPE html><html lang=\"{}\"><head>{}</head><body>{}</body></html>", w.lang.tag(), head.to_html(), body.to_html());
    let script = match &nonce {
        Some(nonce) if page.islands.is_some() || !page.scripts.is_empty() => format!("'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"),
        Some(nonce) => format!("'nonce-{nonce}'"),
        None => "'none'".to_owned(),
    };
    // The kiosk is kept by a worker of its own, so that it opens when no server answers.
    let worker = if page.islands == Some(Bundle::Booth) { "worker-src 'self'; " } else { "" };
    let csp = format!(
        "default-src 'none'; script-src {script}; {worker}style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
    );
    Rendered {
        html,
        csp: HeaderValue::from_str(&csp).unwrap_or(HeaderValue::from_static("default-src 'none'")),
        status: page.status,
        keep: nonce.is_none() && page.status == 200,
    }
}

/// A script without the lines that are for people: they stay in the house.
fn lines(script: &str) -> String {
    script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Forms that keep what is typed.
const KEPT: &str = include_str!("../ui/kept.js");

fn module(site: &Site, bundle: Bundle) -> &Module {
    match bundle {
        Bundle::Desk => &site.settings.assets.desk,
        Bundle::Booth => &site.settings.assets.booth,
    }
}

/// What brings a page's islands to life; only pages with an island carry it.
fn loader(module: &Module, nonce: String) -> AnyView {
    // Walks the document, island by island, as the framework's own loader does, with names that were read once at start.
    const LOADER: &str = "const e=document.currentScript?.dataset??document.querySelector('script[data-js]').dataset;\
        import(e.js).then(async m=>{await m.default({module_or_path:e.wasm});m.hydrate();const c=[];\
        const w=async n=>{const t=n.tagName.toLowerCase();\
        if(t==='leptos-island'){const f=m[n.dataset.component];c.at(-1)?.();if(f){const r=f(n);if(r?.then)await r}for(const k of n.children)await w(k)}\
        else if(t==='leptos-children'){c.push(n.$$on_hydrate);for(const k of n.children)await w(k);c.pop()}\
        else for(const k of n.children)await w(k)};await w(document.body);document.documentElement.dataset.alive=''})";
    let (js, wasm) = (module.js.clone(), module.wasm.clone());
    view! {
        <script type="module" nonce=nonce data-js=js data-wasm=wasm inner_html=LOADER></script>
    }
    .into_any()
}

fn demo_bar(frame: &Frame<'_>) -> AnyView {
    let w = frame.w;
    let now = w.moment(frame.site.now());
    let clock = format!("/{}/about/clock", w.lang.path());
    view! { <div class="demo-bar" role="note">{t!(w, "demo-bar", now = now)}" "<a href=clock>{t!(w, "demo-clock")}</a></div> }.into_any()
}

fn masthead(frame: &Frame<'_>, query: &str) -> AnyView {
    let w = frame.w;
    let home = format!("/{}", w.lang.path());
    let reach = |action| frame.viewer.reach(action);
    let mut places = vec![
        ("workshops", "nav-workshops"),
        ("awards", "nav-awards"),
        ("exhibitions", "nav-exhibitions"),
        ("showcase", "nav-showcase"),
        ("calendar", "nav-calendar"),
    ];
    if frame.viewer.me().is_some() {
        places.push(("registrations", "nav-registrations"));
    }
    if reach(Action::Endorse) == Reach::Own {
        places.push(("department", "nav-department"));
    }
    if reach(Action::RunWorkshops) >= Reach::Read {
        places.push(("organise", "nav-organise"));
    }
    if reach(Action::Deliberate) >= Reach::Read {
        places.push(("judging", "nav-judging"));
    }
    if reach(Action::Administer) == Reach::All {
        places.push(("outbox", "nav-outbox"));
    }
    if reach(Action::KeepAudit) == Reach::All {
        places.push(("audit", "nav-audit"));
    }
    if frame.viewer.me().is_none() {
        places.push(("venues", "nav-venues"));
    }
    let first = frame.path.split('/').nth(1).unwrap_or("");
    let nav = places
        .into_iter()
        .map(|(place, words)| {
            let current = (place == first).then_some("page");
            view! { <a href=format!("{home}/{place}") aria-current=current>{t!(w, words)}</a> }
        })
        .collect_view();
    let langs = [(Lang::En, "ENG"), (Lang::Tc, "繁"), (Lang::Sc, "简")]
        .into_iter()
        .map(|(lang, words)| {
            let href = format!("/{}{}{query}", lang.path(), frame.path);
            let current = (lang == w.lang).then_some("true");
            view! { <a href=href lang=lang.tag() hreflang=lang.tag() aria-current=current>{words}</a> }
        })
        .collect_view();
    let me = if frame.viewer.me().is_some() {
        let form = sign_out(w);
        view! {
            <a class="me__desk" href=format!("{home}/desk")>{t!(w, "nav-desk")}</a>
            {form}
        }
        .into_any()
    } else {
        let next = super::serve::urlencode(&format!("{home}{}{query}", frame.path));
        let href = if first == "sign-in" { format!("{home}/sign-in") } else { format!("{home}/sign-in?next={next}") };
        view! { <a class="button" data-kind="quiet" href=href>{t!(w, "nav-sign-in")}</a> }.into_any()
    };
    let (first_name, second_name, second_lang) =
        if w.lang == Lang::En { ("Accolade", "嘉許", "zh-Hant-HK") } else { ("嘉許", "Accolade", "en") };
    let first_name = if w.lang == Lang::Sc { "嘉许" } else { first_name };
    view! {
        <header class="masthead"><div class="masthead__in">
            <a class="brand" href=home.clone()><b>{first_name}</b>" "<span lang=second_lang>{second_name}</span></a>
            <nav class="nav" aria-label=t!(w, "nav-label")>{nav}</nav>
            <nav class="langs" aria-label=t!(w, "lang-label")>{langs}</nav>
            <div class="me">{me}</div>
        </div></header>
    }
    .into_any()
}

/// After signing out the page may not be theirs to see; the front page always is.
fn sign_out(w: Words) -> AnyView {
    let back = format!("/{}", w.lang.path());
    view! {
        <form method="post" action="/api/people/sign-out">
            <input type="hidden" name="back" value=back/>
            <button class="button" data-kind="plain">{t!(w, "nav-sign-out")}</button>
        </form>
    }
    .into_any()
}

fn foot(w: Words) -> AnyView {
    let home = format!("/{}", w.lang.path());
    let links = ["notices", "privacy", "accessibility", "contact"]
        .into_iter()
        .map(|topic| view! { <li><a href=format!("{home}/about/{topic}")>{t!(w, &format!("about-{topic}"))}</a></li> })
        .collect_view();
    view! {
        <footer class="foot"><div class="foot__in">
            <ul class="foot__links">{links}</ul>
            <p>{t!(w, "foot-owner")}</p>
        </div></footer>
    }
    .into_any()
}
