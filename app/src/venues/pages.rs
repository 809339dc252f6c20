//! The places, for whoever has to find one.

use leptos::prelude::*;

use super::{acts, rules::*};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit},
        words::Words,
    },
    t, ui,
};

pub async fn venues(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let district = v.asked("district").unwrap_or("").to_owned();
    let all = acts::venues(&mut v.ctx).await?;
    let mut districts: Vec<(String, String)> = all.iter().map(|it| (it.district.clone(), w.pick(&it.district_name))).collect();
    districts.sort_by(|a, b| a.1.cmp(&b.1));
    districts.dedup();
    districts.insert(0, (String::new(), t!(w, "filter-all")));
    let shown: Vec<Venue> = all.into_iter().filter(|it| district.is_empty() || it.district == district).collect();
    let count = t!(w, "venues-count", n = shown.len());
    let rows = shown
        .into_iter()
        .map(|it| {
            let name = w.pick(&it.name);
            let href = v.href(&format!("/venues/{}", it.code));
            vec![
                view! { <a href=href>{name}</a> }.into_any(),
                ui::text(w.pick(&it.district_name)),
                ui::text(it.capacity.to_string()),
                ui::text(hours(w, it.weekday)),
            ]
        })
        .collect();
    let heads = ["venues-name", "venues-district", "venues-capacity", "venues-weekday"].map(|key| t!(w, key)).to_vec();
    let form = v.form();
    let holidays = (v.ctx.viewer.reach(Action::KeepVenues) == Reach::All).then(|| {
        let file = |name: &'static str, words: &str| ui::field(&form, name, t!(w, words)).rows(6).required().view();
        let fields = view! {
            <p>{t!(w, "venues-holidays-lead")}</p>
            <div class="pair">{file("file_en", "venues-holidays-en")}{file("file_zh", "venues-holidays-zh")}</div>
            {ui::field(&form, "looked", t!(w, "venues-holidays-looked")).tick()}
            <p class="actions">{ui::send("quiet", t!(w, "venues-holidays-take"))}</p>
        };
        ui::section(t!(w, "venues-holidays"), None, ui::act(&form, "venues/import-holidays", "stack", fields))
    });
    let view = view! {
        {ui::done(v)}
        {ui::error_summary(&form)}
        {ui::title(None, t!(w, "venues-title"), Some(t!(w, "venues-lead")))}
        <form class="filters" method="get">
            {ui::filter(v, "district", "venues-district", districts)}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
        <p class="count" role="status">{count}</p>
        {ui::records(t!(w, "venues-title"), heads, rows)}
        {holidays}
    };
    Ok(Page::new(t!(w, "venues-title"), view))
}

/// Hours of one kind of day, or that it is shut.
pub fn hours(w: Words, hours: Option<Hours>) -> String {
    let clock = |minutes: u32| format!("{}:{:02}", minutes / 60, minutes % 60);
    hours.map_or_else(|| t!(w, "venues-shut"), |h| format!("{}–{}", clock(h.opens), clock(h.closes)))
}

/// How to get there: its district, whether wheels get in, and a map of others that looks for its Chinese name.
pub fn way(w: Words, it: &Venue) -> AnyView {
    let map = format!("https://www.openstreetmap.org/search?{}", serde_qs::to_string(&[("query", &it.name.zh)]).unwrap_or_default());
    let wheels = t!(w, if it.is_step_free() { "venues-step-free" } else { "venues-steps" });
    view! { <p>{t!(w, "venues-way", venue = w.pick(&it.name), district = w.pick(&it.district_name))}" "{wheels}" "<a href=map rel="noreferrer external">{t!(w, "venues-map")}</a></p> }
        .into_any()
}

pub async fn venue(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let it = acts::venue(&mut v.ctx, &code).await?;
    let names = acts::features(&mut v.ctx).await?;
    let today = v.ctx.now.day();
    let taken = acts::taken(&mut v.ctx, &code, today, today.plus(180)).await?;
    let features: Vec<String> =
        it.features.iter().filter_map(|code| names.iter().find(|(it, _)| it == code)).map(|(_, name)| w.pick(name)).collect();
    let facts = ui::facts(vec![
        (t!(w, "venues-district"), ui::text(w.pick(&it.district_name))),
        (t!(w, "venues-capacity"), ui::text(t!(w, "venues-people", n = it.capacity))),
        (t!(w, "venues-pitches"), ui::text(it.pitches.to_string())),
        (t!(w, "venues-weekday"), ui::text(hours(w, it.weekday))),
        (t!(w, "venues-saturday"), ui::text(hours(w, it.saturday))),
        (t!(w, "venues-holiday"), ui::text(hours(w, it.holiday))),
        (t!(w, "venues-features"), ui::text(features.join(if w.lang.is_chinese() { "、" } else { ", " }))),
    ]);
    let rows: Vec<_> = taken
        .into_iter()
        .map(|t| vec![ui::text(w.date(t.starts.day())), ui::text(w.span(t.starts, t.ends)), ui::text(w.pick(&t.label))])
        .collect();
    let heads = ["date", "time", "venues-taken-by"].map(|key| t!(w, key)).to_vec();
    let list = if rows.is_empty() {
        view! { <p class="quiet">{t!(w, "venues-free")}</p> }.into_any()
    } else {
        ui::records(t!(w, "venues-taken-caption"), heads, rows)
    };
    let name = w.pick(&it.name);
    let form = v.form();
    let shut = (v.ctx.viewer.reach(Action::KeepVenues) == Reach::All).then(|| {
        let fields = view! {
            {ui::hidden("venue", code.clone())}
            <div class="pair">
                {ui::field(&form, "starts", t!(w, "field-starts")).kind("datetime-local").required().view()}
                {ui::field(&form, "ends", t!(w, "field-ends")).kind("datetime-local").required().view()}
            </div>
            <div class="pair">
                {ui::field(&form, "reason_en", t!(w, "venues-reason-en")).lang("en-HK").required().view()}
                {ui::field(&form, "reason_zh", t!(w, "venues-reason-zh")).lang("zh-Hant-HK").required().view()}
            </div>
            {ui::field(&form, "decided", t!(w, "venues-close-decided")).tick()}
            <p class="actions">{ui::send("main", t!(w, "venues-close"))}</p>
        };
        ui::section(t!(w, "venues-close"), None, ui::act(&form, "venues/close", "stack", fields))
    });
    let import = (v.ctx.viewer.reach(Action::KeepVenues) == Reach::All).then(|| {
        let fields = view! {
            {ui::hidden("venue", code.clone())}
            {ui::field(&form, "file", t!(w, "venues-import-file")).hint(t!(w, "venues-import-hint")).rows(6).required().view()}
            {ui::field(&form, "looked", t!(w, "venues-import-looked")).tick()}
            {ui::field(&form, "over", t!(w, "venues-close-decided")).tick()}
            <p class="actions">{ui::send("quiet", t!(w, "venues-import"))}</p>
        };
        ui::section(t!(w, "venues-import"), None, ui::act(&form, "venues/import", "stack", fields))
    });
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "venues-title"), "/venues")], name.clone())}
        {ui::error_summary(&form)}
        {ui::title(None, name.clone(), None)}
        {facts}
        {ui::section(t!(w, "venues-way-there"), None, way(w, &it))}
        {ui::section(t!(w, "venues-taken-caption"), None, list)}
        {shut}
        {import}
    };
    Ok(Page::new(name, view))
}
