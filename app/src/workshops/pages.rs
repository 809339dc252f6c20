//! The catalogue, a workshop, and the way in.

use leptos::prelude::*;

use super::{
    acts::{self, find},
    rules::{queue::Tally, *},
};
use crate::{
    base::{
        problem::Answer,
        time::Moment,
        visit::{File, Form, Page, Visit, Width},
        words::Words,
    },
    t,
    ui::{self, Seats},
    venues::Holidays,
};

mod department;
mod door;
mod edit;
mod mine;
mod organise;

pub use department::*;
pub use door::*;
pub use edit::*;
pub(crate) use mine::entries as status_rows;
pub use mine::*;
pub use organise::*;

/// The chip of a phase.
pub(super) fn phase_chip(w: Words, phase: Phase, full: bool) -> AnyView {
    let state = match phase {
        Phase::Open if full => return ui::chip("wait", t!(w, "phase-waiting")),
        Phase::Open | Phase::Confirmed | Phase::Running => "good",
        Phase::Upcoming => "info",
        Phase::Closed | Phase::Over => "wait",
        Phase::Cancelled => "stop",
        Phase::Draft | Phase::Completed => "quiet",
    };
    ui::chip(state, t!(w, &format!("phase-{}", phase.code())))
}

pub(super) fn seats(row: &find::Row) -> Seats {
    Seats { taken: row.confirmed, offered: row.offered, waiting: row.waiting, capacity: row.workshop.capacity }
}

/// Workshops as rows under their months.
pub(crate) fn listing(v: &Visit, rows: &[find::Row]) -> AnyView {
    let w = v.w;
    let now = v.ctx.now;
    let mut months: Vec<(String, Vec<&find::Row>)> = Vec::new();
    for row in rows {
        let month = w.month(row.workshop.starts.day());
        match months.last_mut() {
            Some((it, rows)) if *it == month => rows.push(row),
            _ => months.push((month, vec![row])),
        }
    }
    months
        .into_iter()
        .map(|(month, rows)| {
            let items = rows.into_iter().map(|row| listed(v, row, now)).collect_view();
            view! { <h2 class="listing__month">{month}</h2><ol class="listing">{items}</ol> }
        })
        .collect_view()
        .into_any()
}

fn listed(v: &Visit, row: &find::Row, now: Moment) -> AnyView {
    let w = v.w;
    let it = &row.workshop;
    let phase = it.phase(now);
    let numbers = seats(row);
    let full = numbers.taken + numbers.offered >= numbers.capacity;
    let href = v.href(&format!("/workshops/{}", it.code));
    let place = format!("{} · {}", w.pick(&row.venue), t!(w, &format!("language-{}", it.language)));
    let side = match phase {
        Phase::Open => view! {
            {ui::meter(w, numbers)}
            <p class="listing__state">{phase_chip(w, phase, full)}" "{t!(w, "workshops-closes-in", distance = w.distance(it.closes, now))}</p>
        }
        .into_any(),
        Phase::Upcoming => view! {
            <p class="listing__state">{phase_chip(w, phase, full)}" "{t!(w, "workshops-opens-on", moment = w.date_short(it.opens.day()))}</p>
        }
        .into_any(),
        Phase::Cancelled | Phase::Completed | Phase::Over => view! { <p class="listing__state">{phase_chip(w, phase, full)}</p> }.into_any(),
        _ => view! { {ui::meter(w, numbers)}<p class="listing__state">{phase_chip(w, phase, full)}</p> }.into_any(),
    };
    view! {
        <li class="listing__row">
            {ui::when(w, it.starts, it.ends)}
            <div class="listing__body"><h3><a href=href>{w.pick(&it.title)}</a></h3><p>{w.pick(&it.summary)}</p><p class="quiet">{place}</p></div>
            <div class="listing__side">{side}</div>
        </li>
    }
    .into_any()
}

pub async fn catalogue(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let asked = |name: &str| v.asked(name).map(str::to_owned);
    let filter = find::Filter {
        search: asked("q").unwrap_or_default(),
        month: asked("month"),
        series: asked("series"),
        language: asked("language"),
        district: asked("district"),
        kind: asked("kind"),
        show: asked("show"),
    };
    let all = find::catalogue(&mut v.ctx, &find::Filter { show: Some("all".into()), ..Default::default() }).await?;
    let rows = find::catalogue(&mut v.ctx, &filter).await?;
    let series = find::series(&mut v.ctx).await?;
    let everything = || (String::new(), t!(w, "filter-all"));
    let mut months = ui::months(w, all.iter().map(|row| row.workshop.starts.day()));
    months.insert(0, everything());
    let mut kinds: Vec<_> = series.iter().map(|(code, name)| (code.clone(), w.pick(name))).collect();
    kinds.insert(0, everything());
    let languages =
        [everything()].into_iter().chain(["yue", "eng"].map(|code| (code.to_owned(), t!(w, &format!("language-{code}"))))).collect();
    let teams = vec![everything(), ("team".into(), t!(w, "filter-team")), ("single".into(), t!(w, "filter-single"))];
    let shows = vec![
        (String::new(), t!(w, "filter-coming")),
        ("open".into(), t!(w, "filter-open")),
        ("past".into(), t!(w, "filter-past")),
        ("all".into(), t!(w, "filter-all")),
    ];
    let bar = view! {
        <form class="filters" method="get" role="search">
            <label class="filters__one filters__wide"><span>{t!(w, "search-label")}</span><input type="search" name="q" value=filter.search.clone()/></label>
            {ui::filter(v, "month", "filter-month", months)}
            {ui::filter(v, "series", "filter-series", kinds)}
            {ui::filter(v, "language", "filter-language", languages)}
            {ui::filter(v, "kind", "filter-kind", teams)}
            {ui::filter(v, "show", "filter-which", shows)}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
        <p class="count" role="status">{t!(w, "workshops-count", n = rows.len())}</p>
    };
    let list = if rows.is_empty() {
        ui::empty(
            t!(w, "workshops-none"),
            t!(w, "workshops-none-why"),
            Some(ui::button("quiet", v.href("/workshops?show=all"), t!(w, "workshops-show-all"))),
        )
    } else {
        listing(v, &rows)
    };
    let view = view! {
        {ui::title(None, t!(w, "workshops-title"), Some(t!(w, "workshops-lead")))}
        {bar}
        {list}
    };
    Ok(Page::new(t!(w, "workshops-title"), view))
}

/// What a reader needs to know of a workshop, as terms.
pub(super) fn facts_of(w: Words, shown: &find::Shown, venue_href: String) -> AnyView {
    let it = &shown.workshop;
    let teams =
        if it.takes_teams() { t!(w, "workshops-teams-of", least = it.team_min, most = it.team_max) } else { t!(w, "workshops-alone") };
    let mut pairs = vec![
        (
            t!(w, "date"),
            ui::text(format!("{}{}{}", w.date(it.starts.day()), if w.lang.is_chinese() { "" } else { ", " }, w.span(it.starts, it.ends))),
        ),
        (
            t!(w, "place"),
            view! { <a href=venue_href>{w.pick(&shown.venue.name)}</a>" "{w.pick(&shown.venue.district_name)}{step_free(w, shown)} }
                .into_any(),
        ),
        (
            t!(w, "workshops-audience"),
            ui::text(format!("{}{}{teams}", w.pick(&it.audience), if w.lang.is_chinese() { "，" } else { "; " })),
        ),
        (t!(w, "workshops-language"), ui::text(t!(w, &format!("language-{}", it.language)))),
        (t!(w, "workshops-organiser"), ui::text(w.pick(&shown.organiser))),
    ];
    if let Some(co) = &shown.co_organiser {
        pairs.push((t!(w, "workshops-co-organiser"), ui::text(w.pick(co))));
    }
    pairs.push((t!(w, "workshops-code"), ui::text(it.code.clone())));
    ui::facts(pairs)
}

fn step_free(w: Words, shown: &find::Shown) -> Option<String> {
    let words = t!(w, "venues-stepfree");
    let words = if w.lang.is_chinese() { format!("（{words}）") } else { format!(" ({words})") };
    shown.venue.features.iter().any(|f| f == "stepfree").then_some(words)
}

pub async fn workshop(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let shown = find::workshop(&mut v.ctx, &code).await?;
    let it = shown.workshop.clone();
    let now = v.ctx.now;
    let phase = it.phase(now);
    let title = w.pick(&it.title);
    let numbers = seats(&shown.row);
    let full = numbers.taken + numbers.offered >= numbers.capacity;
    let side = view! {
        <section class="card">
            <p>{phase_chip(w, phase, full)}</p>
            {ui::when(w, it.starts, it.ends)}
            {ui::meter(w, numbers)}
            {shown.own.map(|own| view! { <p class="quiet">{own_quota(w, own)}</p> })}
            {way_in(v, &shown, phase)}
            {dates(w, &it, phase, now)}
        </section>
    };
    let mine = shown.mine.iter().map(|r| my_place(v, r)).collect_view();
    let notice = match phase {
        Phase::Cancelled => Some(ui::notice("error", cancelled_words(w, &it))),
        Phase::Draft => Some(ui::notice("embargo", t!(w, "workshops-is-draft"))),
        _ => None,
    };
    let clash = shown.clash.as_ref().filter(|_| shown.mine.is_empty() && phase == Phase::Open).map(|(other, starts)| {
        ui::notice("warning", t!(w, "workshops-you-clash", title = w.pick(other), starts = w.moment_short(*starts)))
    });
    let venue_href = v.href(&format!("/venues/{}", it.venue));
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "workshops-title"), "/workshops")], it.code.clone())}
        <div class="split">
            <div class="split__head">
                {ui::title(None, title.clone(), Some(w.pick(&it.summary)))}
                {notice}
                {mine}
                {clash}
            </div>
            <aside class="split__side">{side}</aside>
            <div class="split__main">
                {facts_of(w, &shown, venue_href)}
                {ui::section(t!(w, "workshops-how"), None, how(w, &it, &shown.holidays))}
            </div>
        </div>
    };
    Ok(Page::new(title, view))
}

fn own_quota(w: Words, own: Tally) -> String {
    t!(w, "workshops-own-quota", quota = own.quota, used = own.own, left = own.quota_left().min(own.free()))
}

/// Why a workshop is not held, in a sentence.
fn cancelled_words(w: Words, it: &Workshop) -> String {
    let reason = it.cancel_reason.as_deref().unwrap_or("too_few");
    let words = t!(w, &format!("cancel-{}", reason.replace('_', "-")));
    match &it.carried_to {
        Some(to) => t!(w, "workshops-cancelled-to", reason = words, to = to.clone()),
        None => t!(w, "workshops-cancelled", reason = words),
    }
}

/// The main button, in the person's words, or what stands in its place.
fn way_in(v: &Visit, shown: &find::Shown, phase: Phase) -> AnyView {
    let w = v.w;
    let it = &shown.workshop;
    let calendar = ui::button("quiet", v.href(&format!("/workshops/{}/calendar", it.code)), t!(w, "workshops-add-calendar"));
    let main = match phase {
        Phase::Open if shown.mine.iter().any(|r| r.status.is_live()) => None,
        Phase::Open => {
            let words = if it.takes_teams() { "workshops-register-team" } else { "workshops-register-me" };
            Some(ui::button("main", v.href(&format!("/workshops/{}/register", it.code)), t!(w, words)))
        }
        _ => None,
    };
    let over = main.is_none() && !matches!(phase, Phase::Open | Phase::Upcoming | Phase::Draft);
    let next = over.then(|| next_of_series(v, shown));
    view! { <p class="actions">{main}{calendar}</p>{next} }.into_any()
}

/// The next workshop of the series that takes registrations, for whoever is too late for this one.
fn next_of_series(v: &Visit, shown: &find::Shown) -> Option<AnyView> {
    let (code, title, starts) = shown.next.as_ref()?;
    let href = v.href(&format!("/workshops/{code}"));
    Some(view! { <p>{t!(v.w, "workshops-next")}" "<a href=href>{v.w.pick(title)}</a>" "{v.w.date_short(starts.day())}</p> }.into_any())
}

fn dates(w: Words, it: &Workshop, phase: Phase, now: Moment) -> Option<AnyView> {
    match phase {
        Phase::Open => Some(ui::deadline(w, "workshops-closes-at", it.closes, now)),
        Phase::Upcoming => Some(ui::deadline(w, "workshops-opens-at", it.opens, now)),
        _ => None,
    }
}

fn my_place(v: &Visit, r: &Registration) -> AnyView {
    let w = v.w;
    let href = v.href(&format!("/registrations/{}", r.reference));
    let words = t!(w, &format!("status-{}", r.status.code().replace('_', "-")));
    view! { <div class="notice" data-kind="status"><p>{t!(w, "workshops-your-registration")}" "<a href=href>{r.reference.clone()}</a>" · "<b>{words}</b></p></div> }.into_any()
}

/// How one gets in, step by step, with the rules that matter.
fn how(w: Words, it: &Workshop, holidays: &Holidays) -> AnyView {
    let mut steps = vec![t!(w, if it.takes_teams() { "step-team" } else { "step-self" })];
    if it.endorsed {
        steps.push(t!(w, "step-endorse"));
    }
    steps.extend([t!(w, "step-place"), t!(w, "step-attend"), t!(w, "step-record")]);
    let facts = vec![
        t!(w, "how-quota", quota = it.quota),
        t!(w, "how-change", until = w.moment_short(it.changes_close(holidays))),
        t!(w, "how-waiting", until = w.moment_short(it.waitlist_closes(holidays))),
    ];
    let facts = facts.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    view! { {ui::stepper(w, steps, None)}<ul>{facts}</ul> }.into_any()
}

/// A workshop as a calendar file.
pub async fn calendar(v: &mut Visit) -> Answer<File> {
    let code = v.param(0).to_owned();
    let text = acts::calendar::download(&mut v.ctx, &code, v.w).await?;
    Ok(File { name: format!("{code}.ics"), mime: "text/calendar; charset=utf-8", bytes: text.into_bytes(), inline: false })
}

/// How many rows a team's form has: what was sent, or the least team, and a few spare ones.
fn rows(form: &Form, it: &Workshop) -> i64 {
    let typed = (0..it.team_max).rev().find(|i| form.typed(&format!("members[{i}][email]")).is_some_and(|t| !t.is_empty()));
    typed.map_or(it.team_min, |i| i + 1).max(it.team_max.min(it.team_min + 2)).min(it.team_max)
}

pub async fn register(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    v.ctx.may(crate::base::roles::Action::Register, crate::base::roles::Reach::Own)?;
    let me = v.ctx.me()?;
    let code = v.param(0).to_owned();
    let shown = find::workshop(&mut v.ctx, &code).await?;
    let it = shown.workshop.clone();
    let form = v.form();
    let crumbs = ui::crumbs(
        v,
        &[(t!(w, "workshops-title"), "/workshops"), (it.code.clone(), &format!("/workshops/{code}"))],
        t!(w, "register-title"),
    );
    let title = w.pick(&it.title);
    let heading = format!("{} · {title}", t!(w, "register-title"));
    // Whoever is too early or too late reads why, and where the next one is.
    if let Err(refusal) = it.may_register(v.ctx.now) {
        let problem = crate::base::problem::Problem::from(refusal);
        let sentence = problem.complaints.iter().map(|it| w.complaint(it)).collect::<String>();
        let view = view! {
            {crumbs}
            {ui::title(Some(title), t!(w, "register-title"), None)}
            {ui::notice("warning", sentence)}
            {next_of_series(v, &shown)}
            <p class="actions">{ui::button("quiet", v.href("/workshops"), t!(w, "front-find"))}</p>
        };
        let mut page = Page::new(heading, view).width(Width::Form).hidden();
        page.status = problem.status();
        return Ok(page);
    }
    let organisation = crate::people::acts::organisation(&mut v.ctx, &me.organisation).await?;
    let key = form.typed("key").filter(|key| !key.is_empty()).unwrap_or_else(|| v.ctx.site.fresh_token(16));
    let members = (0..rows(&form, &it))
        .map(|i| {
            let own = if i == 0 { me.email.as_str() } else { "" };
            member_fields(&form, i, own, &organisation.email_domains.join(", "), it.takes_teams())
        })
        .collect_view();
    let consent = t!(w, "consent-workshop");
    let fields = view! {
        {ui::hidden("workshop", code.clone())}
        {ui::hidden("key", key)}
        {members}
        {ui::why(t!(w, "consent-title"), view! { <p>{consent}</p> })}
        {ui::field(&form, "consent", t!(w, "consent-tick")).tick()}
        <p class="actions">{ui::send("main", t!(w, if it.takes_teams() { "workshops-register-team" } else { "workshops-register-me" }))}</p>
    };
    let lead =
        if it.takes_teams() { t!(w, "register-lead-team", least = it.team_min, most = it.team_max) } else { t!(w, "register-lead-me") };
    let clash = shown.clash.as_ref().map(|(other, starts)| {
        ui::notice("warning", t!(w, "workshops-you-clash", title = w.pick(other), starts = w.moment_short(*starts)))
    });
    let busy = crate::people::acts::is_busy(&mut v.ctx, (it.starts, it.ends)).await?;
    let busy = busy.map(|(from, to)| ui::notice("warning", t!(w, "busy-then", from = w.moment_short(from), to = w.moment_short(to))));
    let view = view! {
        {crumbs}
        {ui::title(Some(title), t!(w, "register-title"), Some(lead))}
        {ui::error_summary(&form)}
        {clash}
        {busy}
        {shown.own.map(|own| view! { <p class="quiet">{own_quota(w, own)}</p> })}
        {ui::act(&form, "workshops/register", "stack", fields)}
    };
    Ok(Page::new(heading, view).width(Width::Form).hidden())
}

/// The three fields of one member.
pub(super) fn member_fields(form: &Form, index: i64, email: &str, domains: &str, team: bool) -> AnyView {
    let w = form.w;
    let name = |part: &str| format!("members[{index}][{part}]");
    let mut address = ui::field(form, name("email"), t!(w, "people-email")).kind("email").autocomplete("off").value(email);
    if index == 0 {
        address = address.hint(t!(w, "register-email-hint", domains = domains.to_owned()));
    }
    let mut full_name = ui::field(form, name("name"), t!(w, "people-name")).autocomplete("off");
    if index == 0 {
        full_name = full_name.hint(t!(w, "register-name-hint"));
    }
    let legend = if team { t!(w, "register-member", n = index + 1) } else { t!(w, "register-you") };
    view! {
        <fieldset class="member"><legend>{legend}</legend>
            <div class="member__fields">
                {address.view()}
                {full_name.view()}
                {ui::field(form, name("post"), t!(w, "people-post")).autocomplete("off").view()}
            </div>
        </fieldset>
    }
    .into_any()
}
