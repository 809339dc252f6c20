//! The public programme: found by district, day, kind, language, department or words; an activity; what has changed; on paper (FT-22).

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

use super::{
    super::{
        acts::programme,
        rules::{
            activity::LANGUAGES,
            programme::{Asked, Entry, Shown, matching},
            *,
        },
    },
    days_words, listed, word,
};
use crate::{
    base::{
        problem::{Answer, Kind, OrUnknown, Problem},
        text::Bi,
        time::Day,
        visit::{Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// Activities on one page.
const PAGE: usize = 40;
/// Sessions of an activity in a list; of more, how many is said.
const SESSIONS: usize = 4;

/// What the address asks for.
fn asked(v: &Visit) -> Asked {
    let text = |name: &str| v.asked(name).map(|it| it.trim().to_owned()).unwrap_or_default();
    Asked {
        district: text("district"),
        day: v.asked("day").and_then(Day::parse),
        // What is over is left out, unless somebody asks for its day, for all, or for an earlier version.
        from: ["day", "version", "over"].iter().all(|name| v.asked(name).is_none()).then_some(v.ctx.now),
        kind: v.asked("kind").and_then(ActivityKind::of_code),
        language: text("language"),
        department: text("department"),
        text: text("q"),
        step_free: v.asked("stepfree").is_some(),
        indoor: v.asked("indoor").is_some(),
        booking: v.asked("booking").is_some(),
    }
}

/// The programme of the version asked for, or what is said while there is none.
async fn found(v: &mut Visit) -> Answer<(Arc<Programme>, Vec<Version>)> {
    let version = match v.asked("version") {
        Some(number) => Some(number.parse::<i64>().ok().or_unknown()?),
        None => None,
    };
    let programme = programme::programme(&mut v.ctx, version).await?;
    programme.ok_or_else(|| Problem::new(Kind::Unknown, "showcase-no-programme"))
}

/// Says that this is an earlier version.
fn earlier(v: &Visit, programme: &Programme, versions: &[Version]) -> Option<AnyView> {
    let w = v.w;
    let it = versions.iter().find(|it| it.number == programme.version)?;
    let last = versions.first().filter(|last| last.number != it.number)?;
    let words = t!(w, "showcase-earlier-version", version = it.number, moment = w.moment_short(it.at), last = last.number);
    let href = v.href("/showcase/programme");
    Some(
        view! { <div class="notice" data-kind="warning"><p>{words}" "<a href=href>{t!(w, "showcase-present-version")}</a></p></div> }
            .into_any(),
    )
}

pub(super) fn when_words(w: Words, it: &Published) -> String {
    format!("{} {}", w.date_short(it.at.starts.day()), w.span(it.at.starts, it.ends))
}

/// One activity in the list.
fn item<'a>(v: &Visit, entry: &Entry, sessions: impl Iterator<Item = &'a Shown>) -> AnyView {
    let w = v.w;
    let sessions: Vec<&Shown> = sessions.collect();
    let it = &entry.activity;
    let href = v.href(&format!("/showcase/programme/{}", it.code));
    let lines = sessions
        .iter()
        .take(SESSIONS)
        .map(|it| {
            let place = w.located(&it.venue.name, &it.venue.district_name);
            view! { <li><time datetime=it.told.at.starts.to_rfc3339()>{when_words(w, &it.told)}</time>" "<span>{place}</span></li> }
        })
        .collect_view();
    let more = sessions.len().saturating_sub(SESSIONS);
    let more = (more > 0).then(|| view! { <li class="quiet">{t!(w, "showcase-sessions-more", n = more)}</li> });
    let booking = it.booking.then(|| ui::chip("info", t!(w, "showcase-booking-yes")));
    view! {
        <article class="card programme__one">
            <p class="quiet">{format!("{} · {}", word(w, "kind", it.kind.code()), w.pick(&entry.organisation))}</p>
            <h2><a href=href>{w.pick(&it.title)}</a></h2>
            {booking}
            <ul>{lines}{more}</ul>
        </article>
    }
    .into_any()
}

fn filters(v: &Visit, programme: &Programme) -> AnyView {
    let w = v.w;
    let with_all = |mut choices: Vec<(String, String)>| {
        choices.sort_by(|a, b| a.1.cmp(&b.1));
        choices.dedup();
        choices.insert(0, (String::new(), t!(w, "filter-all")));
        choices
    };
    let named = |it: &BTreeMap<String, Bi>| with_all(it.iter().map(|(code, name)| (code.clone(), w.pick(name))).collect());
    let (districts, departments) = (named(&programme.districts), named(&programme.departments));
    let kinds = with_all(ActivityKind::ALL.iter().map(|it| (it.code().to_owned(), word(w, "kind", it.code()))).collect());
    let mut days: Vec<(String, String)> = programme.event.days().into_iter().map(|day| (day.iso(), w.date_short(day))).collect();
    days.insert(0, (String::new(), t!(w, "filter-all")));
    let mut languages: Vec<(String, String)> = LANGUAGES.map(|code| (code.to_owned(), word(w, "language", code))).to_vec();
    languages.insert(0, (String::new(), t!(w, "filter-all")));
    let tick = |name: &'static str, key: &str| {
        let checked = v.asked(name).is_some();
        view! { <label class="filters__tick"><input type="checkbox" name=name value="1" checked=checked/>" "{t!(w, key)}</label> }
    };
    let text = v.asked("q").unwrap_or("").to_owned();
    let version = v.asked("version").map(|it| ui::hidden("version", it));
    view! {
        <form class="filters" method="get">
            {version}
            <label class="filters__one filters__wide"><span>{t!(w, "showcase-search")}</span><input type="search" name="q" value=text/></label>
            {ui::filter(v, "district", "venues-district", districts)}
            {ui::filter(v, "day", "date", days)}
            {ui::filter(v, "kind", "showcase-form-kind", kinds)}
            {ui::filter(v, "language", "filter-language", languages)}
            {ui::filter(v, "department", "showcase-department", departments)}
            {tick("stepfree", "showcase-step-free")}
            {tick("indoor", "showcase-indoor")}
            {tick("booking", "showcase-bookable")}
            {(programme.event.starts <= v.ctx.now.day()).then(|| tick("over", "showcase-over"))}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
    }
    .into_any()
}

/// The ways to the neighbouring pages of a list: a form that asks the same of another page.
fn pager(v: &Visit, page: usize, pages: usize) -> Option<AnyView> {
    let w = v.w;
    let to = |n: usize, key: &str| view! { <button class="button" data-kind="quiet" name="page" value=n>{t!(w, key)}</button> };
    (pages > 1).then(|| {
        let asked = v.query.iter().filter(|(name, _)| *name != "page");
        let asked = asked.map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> }).collect_view();
        view! {
            <form class="actions" method="get" aria-label=t!(w, "showcase-pages")>
                {asked}
                {(page > 1).then(|| to(page - 1, "showcase-page-before"))}
                <span class="quiet">{t!(w, "showcase-page-of", n = page, of = pages)}</span>
                {(page < pages).then(|| to(page + 1, "showcase-page-after"))}
            </form>
        }
        .into_any()
    })
}

pub async fn programme(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let title = t!(w, "showcase-programme");
    let (programme, versions) = match found(v).await {
        Err(no) if no.key() == "showcase-no-programme" => {
            let view = view! {
                {ui::crumbs(v, &[(t!(w, "showcase-title"), "/showcase")], title.clone())}
                {ui::title(None, title.clone(), None)}
                {ui::empty(t!(w, "showcase-no-programme-title"), t!(w, "showcase-no-programme"), None)}
            };
            return Ok(Page::new(title, view));
        }
        found => found?,
    };
    let asked = asked(v);
    let (answering, sessions) = matching(&programme, &asked);
    let pages = answering.len().div_ceil(PAGE).max(1);
    let page = v.asked("page").and_then(|it| it.parse::<usize>().ok()).unwrap_or(1).clamp(1, pages);
    let items = answering.iter().skip((page - 1) * PAGE).take(PAGE).map(|entry| item(v, entry, asked.sessions(entry))).collect_view();
    let list = if answering.is_empty() {
        let all = ui::button("quiet", v.href("/showcase/programme"), t!(w, "showcase-programme-all"));
        ui::empty(t!(w, "showcase-programme-empty"), t!(w, "showcase-programme-empty-why"), Some(all))
    } else {
        view! { <div class="programme">{items}</div> }.into_any()
    };
    let query = if v.raw_query.is_empty() { String::new() } else { format!("?{}", v.raw_query) };
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&programme.event.name), "/showcase")], title.clone())}
        {earlier(v, &programme, &versions)}
        {ui::title(Some(days_words(w, &programme.event)), title.clone(), None)}
        {filters(v, &programme)}
        <p class="count" role="status">{t!(w, "showcase-programme-count", n = answering.len(), sessions = sessions)}</p>
        {list}
        {pager(v, page, pages)}
        <p class="actions">
            {ui::button("plain", v.href(&format!("/showcase/programme/print{query}")), t!(w, "showcase-print"))}
            {ui::button("plain", v.href("/showcase/programme/changes"), t!(w, "showcase-changes"))}
            {ui::button("plain", v.href("/showcase/my-plan"), t!(w, "showcase-my-plan"))}
        </p>
    };
    Ok(Page::new(title, view))
}

/// One activity, for everybody: what, when, where, how to get there, and what happens when it rains.
pub async fn entry(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let (programme, versions) = found(v).await?;
    let cancelled = programme::cancelled(&mut v.ctx, &programme.event.code, programme.version, &code).await?;
    let Some(entry) = programme.entry(&code) else {
        // Who follows an old link learns that it does not take place, and why.
        cancelled.first().or_unknown()?;
        return Ok(gone(v, &versions, &cancelled, &code));
    };
    let it = &entry.activity;
    let rows = entry
        .sessions
        .iter()
        .map(|shown| {
            let href = v.href(&format!("/venues/{}", shown.venue.code));
            let code = shown.told.code();
            let plan = v.href(&format!("/showcase/my-plan?sessions={code}"));
            let pick = view! {
                <a href=plan data-pick=code data-on=t!(w, "showcase-pick") data-off=t!(w, "showcase-unpick")><span>{t!(w, "showcase-pick")}</span></a>
            };
            let access = if shown.step_free() { ui::chip("good", t!(w, "showcase-step-free")) } else { ui::text(t!(w, "showcase-access-not")) };
            vec![
                view! { <time datetime=shown.told.at.starts.to_rfc3339()>{when_words(w, &shown.told)}</time> }.into_any(),
                view! { <a href=href>{w.pick(&shown.venue.name)}</a> }.into_any(),
                ui::text(w.pick(&shown.venue.district_name)),
                access,
                pick.into_any(),
            ]
        })
        .collect();
    let heads = ["time", "showcase-venue", "venues-district", "showcase-access", "showcase-my-plan"].map(|key| t!(w, key)).to_vec();
    let off = cancelled.iter().map(|it| t!(w, "showcase-session-cancelled", when = when_words(w, it))).collect::<Vec<_>>();
    let off = (!off.is_empty()).then(|| ui::notice("warning", off.join(" ")));
    let languages = listed(w, it.languages.iter().map(|code| word(w, "language", code)).collect());
    let mut facts = vec![
        (t!(w, "showcase-form-kind"), ui::text(word(w, "kind", it.kind.code()))),
        (t!(w, "showcase-department"), ui::text(w.pick(&entry.organisation))),
        (t!(w, "showcase-length"), ui::text(t!(w, "showcase-length-of", n = entry.sessions.len(), minutes = it.needs.minutes))),
        (t!(w, "showcase-form-languages"), ui::text(languages)),
        (t!(w, "showcase-booking"), ui::text(t!(w, if it.booking { "showcase-booking-yes" } else { "showcase-booking-no" }))),
        (t!(w, "showcase-form-wet"), ui::text(word(w, "wet", it.wet.code()))),
    ];
    let mut places: Vec<_> = entry.sessions.iter().map(|it| &it.venue).collect();
    places.sort_by_key(|it| it.code.as_str());
    places.dedup_by_key(|it| it.code.as_str());
    let way = places.into_iter().map(|it| crate::venues::pages::way(w, it)).collect_view().into_any();
    facts.push((t!(w, "venues-way-there"), way));
    if !programme.event.enquiries.is_empty() {
        facts.push((t!(w, "showcase-enquiries"), ui::text(programme.event.enquiries.clone())));
    }
    let title = w.pick(&it.title);
    // Nobody books from an old version.
    let booking = if v.asked("version").is_none() { super::booking::form(v, entry).await? } else { None };
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&programme.event.name), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], title.clone())}
        {earlier(v, &programme, &versions)}
        {ui::error_summary(&v.form().inside("booking"))}
        {ui::title(Some(w.pick(&entry.organisation)), title.clone(), Some(w.pick(&it.line)).filter(|it| !it.is_empty()))}
        {off}
        {ui::section(t!(w, "showcase-when-where"), None, ui::records(t!(w, "showcase-when-where"), heads, rows))}
        <p class="actions">
            {ui::button("plain", v.href("/showcase/my-plan"), t!(w, "showcase-my-plan"))}
            {ui::button("plain", v.href(&format!("/showcase/follow?activity={}", it.code)), t!(w, "showcase-follow"))}
        </p>
        {ui::facts(facts)}
        {booking}
        <script type="application/ld+json" inner_html=linked_data(w, &programme.event, entry)></script>
    };
    Ok(Page::new(title, view).width(Width::Read).script(include_str!("my_plan.js")))
}

/// An activity that was published and does not take place.
fn gone(v: &Visit, versions: &[Version], cancelled: &[Published], code: &str) -> Page {
    let w = v.w;
    let why = cancelled.iter().map(|it| it.since).max().and_then(|since| versions.iter().find(|it| it.number == since));
    let words = t!(w, "showcase-activity-off", code = code);
    let reason = why.map(|it| w.pick(&it.reason)).unwrap_or_default();
    let all = ui::button("main", v.href("/showcase/programme"), t!(w, "showcase-programme-all"));
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "showcase-title"), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], code.to_owned())}
        {ui::empty(words.clone(), reason, Some(all))}
    };
    Page { status: 410, ..Page::new(words, view).width(Width::Read).hidden() }
}

/// What search engines read of it: an Event of schema.org for every session.
fn linked_data(w: Words, event: &Event, entry: &Entry) -> String {
    let of = |shown: &Shown| {
        serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Event",
            "name": w.pick(&entry.activity.title),
            "description": w.pick(&entry.activity.line),
            "inLanguage": entry.activity.languages,
            "startDate": shown.told.at.starts.to_rfc3339(),
            "endDate": shown.told.ends.to_rfc3339(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "isAccessibleForFree": true,
            "location": {
                "@type": "Place",
                "name": w.pick(&shown.venue.name),
                "address": { "@type": "PostalAddress", "addressLocality": w.pick(&shown.venue.district_name), "addressRegion": "HK" },
            },
            "organizer": { "@type": "GovernmentOrganization", "name": w.pick(&entry.organisation) },
            "superEvent": { "@type": "Event", "name": w.pick(&event.name), "startDate": event.starts.iso(), "endDate": event.ends.iso() },
        })
    };
    let all: Vec<serde_json::Value> = entry.sessions.iter().map(of).collect();
    // Nothing in it may end the element it stands in.
    serde_json::Value::from(all).to_string().replace('<', "\\u003c")
}

/// Changes as a table.
pub(super) fn turns_list(
    v: &Visit,
    caption: String,
    turns: &[Turn],
    title: &dyn Fn(&str) -> Option<Bi>,
    venue: &dyn Fn(&str) -> Option<Bi>,
) -> AnyView {
    let w = v.w;
    let place = |it: &Published| {
        let name = venue(&it.at.venue).map_or_else(|| it.at.venue.clone(), |name| w.pick(&name));
        format!("{}, {name}", when_words(w, it))
    };
    let rows = turns
        .iter()
        .map(|turn| {
            let it = turn.now();
            let href = v.href(&format!("/showcase/programme/{}", it.activity));
            let name = title(&it.activity).map_or_else(|| it.activity.clone(), |name| w.pick(&name));
            let (chip, was, now) = match turn {
                Turn::Added(it) => (ui::chip("good", t!(w, "showcase-turn-added")), String::new(), place(it)),
                Turn::Moved { was, now } => (ui::chip("wait", t!(w, "showcase-turn-moved")), place(was), place(now)),
                Turn::Cancelled(it) => (ui::chip("stop", t!(w, "showcase-turn-cancelled")), place(it), String::new()),
            };
            vec![view! { <a href=href>{name}</a> }.into_any(), chip, ui::text(was), ui::text(now)]
        })
        .collect();
    let heads = ["showcase-what", "status", "showcase-turn-was", "showcase-turn-now"].map(|key| t!(w, key)).to_vec();
    ui::records(caption, heads, rows)
}

/// What has changed in the programme, version by version.
pub async fn changes(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (event, versions) = programme::changes(&mut v.ctx).await?;
    let ground = super::super::acts::find::ground(&mut v.ctx).await?;
    let titles = programme::titles(&mut v.ctx, &event.code).await?;
    let title_of = |code: &str| titles.iter().find(|(it, _)| it == code).map(|(_, title)| title.clone());
    let venue_of = |code: &str| ground.venue(code).map(|it| it.name.clone());
    let list = if versions.is_empty() {
        ui::empty(t!(w, "showcase-no-programme-title"), t!(w, "showcase-no-programme"), None)
    } else {
        versions
            .iter()
            .map(|(version, turns)| {
                let heading = t!(w, "showcase-version-of", version = version.number, moment = w.moment_short(version.at));
                let href = v.href(&format!("/showcase/programme?version={}", version.number));
                let reason = w.pick(&version.reason);
                let reason = if version.number == 1 { t!(w, "showcase-first-version") } else { reason };
                let list = (!turns.is_empty())
                    .then(|| turns_list(v, t!(w, "showcase-publish-changes", n = turns.len()), turns, &title_of, &venue_of));
                let inner =
                    view! { <p>{reason}</p>{list}<p class="actions">{ui::button("plain", href, t!(w, "showcase-version-read"))}</p> };
                ui::section(heading, None, inner)
            })
            .collect_view()
            .into_any()
    };
    let follow = (!versions.is_empty())
        .then(|| view! { <p class="actions">{ui::button("plain", v.href("/showcase/follow"), t!(w, "showcase-follow"))}</p> });
    let title = t!(w, "showcase-changes");
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&event.name), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], title.clone())}
        {ui::title(Some(days_words(w, &event)), title.clone(), Some(t!(w, "showcase-changes-lead")))}
        {follow}
        {list}
    };
    Ok(Page::new(title, view))
}

/// The programme on paper: by district, then by day, in three columns.
pub async fn print(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (programme, versions) = found(v).await?;
    let asked = asked(v);
    let of = |entry| asked.sessions(entry).map(move |it| (entry, it));
    let mut lines: Vec<(String, Day, &Entry, &Shown)> = matching(&programme, &asked)
        .0
        .into_iter()
        .flat_map(of)
        .map(|(entry, it)| (w.pick(&it.venue.district_name), it.told.at.starts.day(), entry, it))
        .collect();
    lines.sort_by(|a, b| (&a.0, a.1, a.3.told.at.starts, &a.2.activity.code).cmp(&(&b.0, b.1, b.3.told.at.starts, &b.2.activity.code)));
    let districts = lines
        .chunk_by(|a, b| a.0 == b.0)
        .map(|district| {
            let days = district
                .chunk_by(|a, b| a.1 == b.1)
                .map(|day| {
                    let items = day
                        .iter()
                        .map(|(.., entry, it)| {
                            let span = w.span(it.told.at.starts, it.told.ends);
                            view! { <li><b>{span}</b>" "{w.pick(&entry.activity.title)}<span>{format!("{} · {}", w.pick(&it.venue.name), entry.activity.organisation)}</span></li> }
                        })
                        .collect_view();
                    view! { <h3>{w.date(day[0].1)}</h3><ul>{items}</ul> }
                })
                .collect_view();
            view! { <section><h2>{district[0].0.clone()}</h2>{days}</section> }
        })
        .collect_view();
    let title = t!(w, "showcase-print");
    let last = versions
        .iter()
        .find(|it| it.number == programme.version)
        .map(|it| t!(w, "showcase-version-of", version = it.number, moment = w.moment_short(it.at)));
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&programme.event.name), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], title.clone())}
        {ui::title(Some(days_words(w, &programme.event)), w.pick(&programme.event.name), last)}
        <p class="count" role="status">{t!(w, "showcase-sessions-n", n = lines.len())}</p>
        <div class="folio">{districts}</div>
    };
    Ok(Page::new(title, view).hidden())
}
