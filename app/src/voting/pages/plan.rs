//! Planning a stop: its form, and what officers may do with one.

use leptos::prelude::*;

use super::super::{
    acts::find::{self, Shown},
    rules::*,
};
use crate::{
    awards::{self, Award},
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit, Width},
    },
    t, ui, venues,
};

/// The officers' part of a stop's page.
pub(super) fn office(v: &Visit, it: &Shown, on_duty: bool) -> AnyView {
    let w = v.w;
    let code = it.stop.code.clone();
    let form = v.form();
    let plans = v.ctx.viewer.reach(Action::PlanStops) == Reach::All;
    let link = |path: &str, words: &str, kind: &'static str| ui::button(kind, v.href(&format!("/exhibitions/{code}{path}")), t!(w, words));
    let hidden = || ui::hidden("code", it.stop.code.clone());
    let confirm = (plans && it.stop.state == StopState::Planned)
        .then(|| ui::act(&form, "exhibitions/confirm", "actions", view! { {hidden()}{ui::send("main", t!(w, "stop-confirm"))} }));
    let alive = plans && it.stop.state != StopState::Cancelled && v.ctx.now < it.stop.span(it.stop.ends).1;
    let days: Vec<(String, String)> = it
        .days
        .iter()
        .filter(|day| day.state != DayState::Suspended && day.closes > v.ctx.now)
        .map(|day| (day.day.iso(), w.date(day.day)))
        .collect();
    let suspend = (alive && !days.is_empty()).then(|| {
        let form = form.about("form", "suspend");
        let fields = view! {
            {hidden()}{ui::hidden("form", "suspend")}
            {ui::field(&form, "day", t!(w, "date")).choices(days).view()}
            {ui::field(&form, "notice_en", t!(w, "stop-notice-en")).rows(2).limit(1000).lang("en").required().view()}
            {ui::field(&form, "notice_zh", t!(w, "stop-notice-zh")).rows(2).limit(1000).lang("zh-Hant-HK").required().view()}
            <p class="actions">{ui::send("stop", t!(w, "stop-suspend"))}</p>
        };
        ui::fold(&form, t!(w, "stop-weather"), ui::act(&form, "exhibitions/suspend", "stack", fields))
    });
    let lift = it.days.iter().filter(|day| plans && day.state == DayState::Suspended && day.closes > v.ctx.now).map(|day| {
        let words = t!(w, "stop-lift", day = w.date(day.day));
        let fields = view! { {hidden()}{ui::hidden("day", day.day.iso())}{ui::send("quiet", words)} };
        ui::act(&form, "exhibitions/lift", "actions", fields)
    });
    let extend = (plans && it.stop.state == StopState::Confirmed).then(|| {
        let form = form.about("form", "extend");
        let fields = view! {
            {hidden()}{ui::hidden("form", "extend")}
            {ui::field(&form, "days", t!(w, "stop-extend-days")).kind("number").value("1").required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "stop-extend"))}</p>
        };
        ui::fold(&form, t!(w, "stop-extend-title"), ui::act(&form, "exhibitions/extend", "stack", fields))
    });
    let cancel = alive.then(|| {
        let form = form.about("form", "cancel");
        let fields = view! {
            {hidden()}{ui::hidden("form", "cancel")}
            {ui::field(&form, "reason_en", t!(w, "reason-en")).rows(2).limit(1000).lang("en").required().view()}
            {ui::field(&form, "reason_zh", t!(w, "reason-zh")).rows(2).limit(1000).lang("zh-Hant-HK").required().view()}
            <p class="actions">{ui::send("stop", t!(w, "stop-cancel"))}</p>
        };
        ui::confirm(t!(w, "stop-cancel-title"), t!(w, "stop-cancel-loss"), ui::act(&form, "exhibitions/cancel", "stack", fields))
    });
    view! {
        <section class="card"><h2>{t!(w, "stop-office")}</h2>
            <p class="actions">
                {on_duty.then(|| link("/today", "today-title", "main"))}
                {alive.then(|| link("/edit", "stop-edit", "quiet"))}
            </p>
            {confirm}{suspend}{lift.collect_view()}{extend}{cancel}
        </section>
    }
    .into_any()
}

async fn form_page(v: &mut Visit, before: Option<Shown>) -> Answer<Page> {
    let w = v.w;
    let form = v.form().inside("stop");
    let mut places: Vec<(String, String)> = venues::acts::venues(&mut v.ctx)
        .await?
        .into_iter()
        .map(|it| (it.code.clone(), format!("{} · {}", w.pick(&it.name), w.pick(&it.district_name))))
        .collect();
    places.insert(0, (String::new(), t!(w, "choose")));
    let mut schemes = vec![(String::new(), t!(w, "stop-no-poll"))];
    for it in awards::acts::find::schemes(&mut v.ctx).await? {
        if it.awards.iter().any(Award::is_voted) {
            schemes.push((it.code.clone(), w.pick(&it.name)));
        }
    }
    let of = |pick: &dyn Fn(&Stop) -> String| before.as_ref().map(|it| pick(&it.stop)).unwrap_or_default();
    let field = |name: &str, label: &str| ui::field(&form, format!("stop[{name}]"), t!(w, label));
    let both = |name: &str, label: &str, rows: u32, pick: &dyn Fn(&Stop) -> &crate::base::text::Bi| {
        let (en, zh) = (of(&|it| pick(it).en.clone()), of(&|it| pick(it).zh.clone()));
        view! {
            <div class="pair">
                {ui::field(&form, format!("stop[{name}_en]"), t!(w, &format!("{label}-en"))).value(en).rows(rows).lang("en").view()}
                {ui::field(&form, format!("stop[{name}_zh]"), t!(w, &format!("{label}-zh"))).value(zh).rows(rows).lang("zh-Hant-HK").view()}
            </div>
        }
    };
    let code = before.as_ref().map(|it| it.stop.code.clone());
    let number = match &code {
        Some(code) => ui::hidden("stop[code]", code.clone()),
        None => field("code", "stop-code").hint(t!(w, "stop-code-hint")).required().view(),
    };
    let clock = |minutes: u32| exhibition::clock(minutes);
    let inner = view! {
        {ui::hidden("stop[version]", of(&|it| it.version.to_string()))}
        {number}
        {both("name", "stop-name", 0, &|it| &it.name)}
        {match &before {
            Some(it) => view! { {ui::hidden("stop[scheme]", it.stop.scheme.clone().unwrap_or_default())}{ui::hidden("stop[series]", it.stop.series.clone())} }.into_any(),
            None => view! { {field("scheme", "stop-scheme").choices(schemes).view()}{field("series", "stop-series").hint(t!(w, "stop-series-hint")).view()} }.into_any(),
        }}
        {field("venue", "stop-where").choices(places).value(of(&|it| it.venue.clone())).required().view()}
        <div class="pair">
            {field("starts", "stop-first-day").kind("date").value(of(&|it| it.starts.iso())).required().view()}
            {field("ends", "stop-last-day").kind("date").value(of(&|it| it.ends.iso())).required().view()}
        </div>
        <div class="pair">
            {field("opens", "stop-opens").kind("time").value(of(&|it| clock(it.hours.opens))).required().view()}
            {field("closes", "stop-closes").kind("time").value(of(&|it| clock(it.hours.closes))).required().view()}
        </div>
        {field("kiosks", "stop-kiosks").kind("number").value(of(&|it| it.kiosks.to_string())).required().view()}
        {both("note", "stop-note", 2, &|it| &it.note)}
        {both("access", "stop-access", 2, &|it| &it.access)}
        {field("roster", "stop-roster").hint(t!(w, "stop-roster-hint")).rows(3).value(of(&|it| it.roster.clone())).view()}
        <p class="actions">{ui::send("main", t!(w, "stop-save"))}</p>
    };
    let heading = code.as_ref().map_or_else(|| t!(w, "stop-new"), |code| t!(w, "stop-edit-of", code = code.as_str()));
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "stops-title"), "/exhibitions")], heading.clone())}
        {ui::error_summary(&form)}
        {ui::title(None, heading.clone(), Some(t!(w, "stop-form-lead")))}
        {ui::act(&form, "exhibitions/plan", "stack", inner)}
    };
    Ok(Page::new(heading, view).width(Width::Form).hidden())
}

pub async fn new_stop(v: &mut Visit) -> Answer<Page> {
    form_page(v, None).await
}

pub async fn edit_stop(v: &mut Visit) -> Answer<Page> {
    let code = v.param(0).to_owned();
    let it = find::stop(&mut v.ctx, &code).await?;
    form_page(v, Some(it)).await
}
