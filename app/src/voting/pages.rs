//! What is shown of exhibitions and the vote: for visitors here, on the phone in `ballot`, at a machine in `kiosk`, of the record
//! in `record`; for officers in `plan`, `today` and `count`.

use leptos::prelude::*;

use super::{
    acts::find::{self, Shown},
    rules::*,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        time::Moment,
        visit::{File, Page, Visit},
        words::Words,
    },
    t, ui,
};

mod ballot;
mod count;
mod kiosk;
mod plan;
mod record;
mod today;

pub use ballot::{ballot, vote};
pub use count::count;
pub use kiosk::kiosk;
pub use plan::{edit_stop, new_stop};
pub use record::{checkpoints, public_record, record_file, recount};
pub use today::{paper, slips, today};

/// The chip of where a stop stands.
fn phase_chip(w: Words, phase: StopPhase) -> AnyView {
    let state = match phase {
        StopPhase::Live => "good",
        StopPhase::Coming => "info",
        StopPhase::Planned => "wait",
        StopPhase::Over => "quiet",
        StopPhase::Cancelled => "stop",
    };
    ui::chip(state, t!(w, &format!("stop-phase-{}", phase.code())))
}

/// The chip of a poll day.
fn day_chip(w: Words, day: &PollDay) -> AnyView {
    let state = match day.state {
        DayState::Open => "good",
        DayState::Paused | DayState::Closed => "wait",
        DayState::Suspended | DayState::WrittenOff => "stop",
        DayState::Planned => "info",
        DayState::Reconciled => "quiet",
    };
    ui::chip(state, t!(w, &format!("day-{}", day.state.code().replace('_', "-"))))
}

/// `14–16 September`, or one day.
fn days_words(w: Words, it: &Stop) -> String {
    if it.starts == it.ends {
        return w.date(it.starts);
    }
    t!(w, "stop-days", from = w.date(it.starts), to = w.date(it.ends))
}

fn hours_words(w: Words, it: &Stop) -> String {
    let (from, to) = it.span(it.starts);
    w.span(from, to)
}

/// Every day that is shut by weather, as notices.
pub(crate) async fn shut_notices(v: &mut Visit) -> Answer<AnyView> {
    let w = v.w;
    let shut = find::shut(&mut v.ctx).await?;
    Ok(shut
        .into_iter()
        .map(|(stop, day)| {
            let words = t!(w, "stop-shut", stop = w.pick(&stop.name), day = w.date(day.day), notice = w.pick(&day.notice));
            ui::notice("warning", words)
        })
        .collect_view()
        .into_any())
}

fn row(v: &Visit, it: &Shown, now: Moment) -> AnyView {
    let w = v.w;
    let href = v.href(&format!("/exhibitions/{}", it.stop.code));
    let (from, to) = it.stop.span(it.stop.starts);
    let poll = it.stop.scheme.is_some().then(|| view! { <p class="quiet">{t!(w, "stop-with-poll")}</p> });
    view! {
        <li class="listing__row">
            {ui::when(w, from, to)}
            <div class="listing__body">
                <h3><a href=href>{w.pick(&it.stop.name)}</a></h3>
                <p>{format!("{} · {}", w.pick(&it.venue.name), w.pick(&it.venue.district_name))}</p>
                <p class="quiet">{format!("{} · {}", days_words(w, &it.stop), hours_words(w, &it.stop))}</p>
            </div>
            <div class="listing__side"><p class="listing__state">{phase_chip(w, it.stop.phase(now))}</p>{poll}</div>
        </li>
    }
    .into_any()
}

/// All stops, to be narrowed by district and tour; what is on and what comes before what is over.
pub async fn exhibitions(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let now = v.ctx.now;
    let all = find::stops(&mut v.ctx).await?;
    let (district, series) = (v.asked("district").unwrap_or("").to_owned(), v.asked("series").unwrap_or("").to_owned());
    let mut districts: Vec<(String, String)> = all.iter().map(|it| (it.venue.district.clone(), w.pick(&it.venue.district_name))).collect();
    districts.sort_by(|a, b| a.1.cmp(&b.1));
    districts.dedup();
    districts.insert(0, (String::new(), t!(w, "filter-all")));
    let mut tours: Vec<(String, String)> = all.iter().map(|it| (it.stop.series.clone(), it.stop.series.clone())).collect();
    tours.sort();
    tours.dedup();
    tours.insert(0, (String::new(), t!(w, "filter-all")));
    let shown: Vec<Shown> = all
        .into_iter()
        .filter(|it| (district.is_empty() || it.venue.district == district) && (series.is_empty() || it.stop.series == series))
        .collect();
    let count = shown.len();
    let ended = |it: &&Shown| matches!(it.stop.phase(now), StopPhase::Over | StopPhase::Cancelled);
    let coming: Vec<AnyView> = shown.iter().filter(|it| !ended(it)).map(|it| row(v, it, now)).collect();
    let past: Vec<AnyView> = shown.iter().filter(ended).map(|it| row(v, it, now)).collect();
    let notices = shut_notices(v).await?;
    let plans = v.ctx.viewer.reach(Action::PlanStops) == Reach::All;
    let list = |rows: Vec<AnyView>| view! { <ol class="listing">{rows}</ol> };
    let next = if coming.is_empty() { ui::empty(t!(w, "stops-none"), t!(w, "stops-none-why"), None) } else { list(coming).into_any() };
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "stops-title"), Some(t!(w, "stops-lead")))}
        {notices}
        {plans.then(|| view! { <p class="actions">{ui::button("main", v.href("/exhibitions/new"), t!(w, "stop-new"))}</p> })}
        <form class="filters" method="get">
            {ui::filter(v, "district", "venues-district", districts)}
            {ui::filter(v, "series", "stops-tour", tours)}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
        <p class="count" role="status">{t!(w, "stops-count", n = count)}</p>
        {next}
        {(!past.is_empty()).then(|| ui::section(t!(w, "stops-past"), None, list(past)))}
    };
    Ok(Page::new(t!(w, "stops-title"), view))
}

/// One stop: what is shown, when, how to get there without steps, and how to vote.
pub async fn stop(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let it = find::stop(&mut v.ctx, &code).await?;
    let now = v.ctx.now;
    let phase = it.stop.phase(now);
    let title = w.pick(&it.stop.name);
    let scheme = match &it.stop.scheme {
        Some(scheme) => Some(crate::awards::acts::find::scheme(&mut v.ctx, scheme).await?),
        None => None,
    };
    let days: Vec<Vec<AnyView>> = it
        .days
        .iter()
        .map(|day| {
            let state = match day.state {
                DayState::Suspended => view! { {day_chip(w, day)}" "{w.pick(&day.notice)} }.into_any(),
                DayState::Open if day.takes(now) => day_chip(w, day),
                DayState::Paused if now < day.closes => day_chip(w, day),
                _ if now >= day.closes => ui::chip("quiet", t!(w, "day-over")),
                _ => ui::chip("info", t!(w, "day-planned")),
            };
            vec![ui::text(w.date(day.day)), ui::text(w.span(day.opens, day.closes)), state]
        })
        .collect();
    let heads = ["date", "stop-hours", "status"].map(|key| t!(w, key)).to_vec();
    let venue =
        view! { <a href=v.href(&format!("/venues/{}", it.venue.code))>{w.pick(&it.venue.name)}</a>", "{w.pick(&it.venue.district_name)} };
    let mut facts = vec![(t!(w, "stop-where"), venue.into_any()), (t!(w, "stop-when"), ui::text(days_words(w, &it.stop)))];
    facts.push((t!(w, "stop-hours"), ui::text(hours_words(w, &it.stop))));
    let access = w.pick(&it.stop.access);
    facts.push((t!(w, "stop-access"), ui::text(if access.is_empty() { t!(w, "stop-access-default") } else { access })));
    if !w.pick(&it.stop.note).is_empty() {
        facts.push((t!(w, "stop-note"), ui::text(w.pick(&it.stop.note))));
    }
    let plans = v.ctx.viewer.reach(Action::PlanStops) >= Reach::Read;
    if plans && !it.stop.roster.is_empty() {
        facts.push((t!(w, "stop-roster"), ui::text(it.stop.roster.clone())));
    }
    let poll = scheme.as_ref().map(|scheme| {
        let open = it.days.iter().any(|day| day.takes(now));
        let words = if open { t!(w, "stop-vote-now") } else { t!(w, "stop-vote-then") };
        view! {
            <section class="card"><h2>{t!(w, "stop-poll")}</h2><p>{w.pick(&scheme.name)}</p><p>{words}</p>
            <p class="actions">
                {open.then(|| ui::button("main", v.href("/vote"), t!(w, "vote-title")))}
                {ui::button("quiet", v.href(&format!("/awards/{}/entries", scheme.code)), t!(w, "stop-entries"))}
                {ui::button("plain", v.href(&format!("/voting/{}", scheme.code)), t!(w, "public-record-title"))}
            </p></section>
        }
    });
    let on_duty = v.ctx.viewer.reach(Action::RunPolls) >= Reach::Read && it.stop.scheme.is_some();
    let office = (plans || on_duty).then(|| plan::office(v, &it, on_duty));
    let notices = shut_notices(v).await?;
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "stops-title"), "/exhibitions")], code.clone())}
        {ui::error_summary(&v.form().returned("form"))}
        <div class="split">
            <div class="split__head">
                {ui::title(Some(it.stop.series.clone()), title.clone(), None)}
                {notices}
                {(it.stop.state == StopState::Cancelled).then(|| ui::notice("warning", t!(w, "stop-is-cancelled")))}
            </div>
            <aside class="split__side">
                <section class="card">
                    <p>{phase_chip(w, phase)}</p>
                    {ui::when(w, it.stop.span(it.stop.starts).0, it.stop.span(it.stop.starts).1)}
                    <p class="actions">{ui::button("quiet", v.href(&format!("/exhibitions/{code}/calendar")), t!(w, "stop-calendar"))}</p>
                </section>
                {poll}
                {office}
            </aside>
            <div class="split__main">
                {ui::facts(facts)}
                {ui::section(t!(w, "stop-each-day"), None, ui::records(t!(w, "stop-each-day"), heads, days))}
            </div>
        </div>
    };
    Ok(Page::new(title, view))
}

/// A stop for one's calendar.
pub async fn stop_calendar(v: &mut Visit) -> Answer<File> {
    let code = v.param(0).to_owned();
    let text = find::calendar(&mut v.ctx, &code, v.w).await?;
    Ok(File { name: format!("{code}.ics"), mime: "text/calendar; charset=utf-8", bytes: text.into_bytes(), inline: false })
}
