//! The scheduler's desk of proposals: the meters, what waits, what fits nowhere; and the form of the event.

use leptos::prelude::*;

use super::{
    super::{
        acts::find::{self, Shown},
        rules::*,
    },
    days_words,
    filing::fit_chip,
    state_chip, tiles, word,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        sheet,
        visit::{File, Page, Visit, Width},
    },
    t, ui,
};

/// Narrows the list to what the address asks for.
fn narrowed(v: &Visit, all: Vec<Shown>) -> Vec<Shown> {
    let state = v.asked("state").and_then(ActivityState::of_code);
    let department = v.asked("department").map(str::to_owned);
    let fit = v.asked("fit").map(str::to_owned);
    all.into_iter()
        .filter(|it| state.is_none_or(|state| it.activity.state == state))
        .filter(|it| department.as_ref().is_none_or(|department| it.activity.organisation == *department))
        .filter(|it| match fit.as_deref() {
            Some("none") => it.fit.is_hopeless(),
            Some("elsewhere") => !it.fit.is_hopeless() && it.fit.wanted == 0,
            Some("wanted") => it.fit.wanted > 0,
            _ => true,
        })
        .collect()
}

pub async fn proposals(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (ground, all) = find::all(&mut v.ctx).await?;
    let meter = Meter::of(all.iter().map(|it| &it.activity));
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let waiting = all.iter().filter(|it| it.activity.state == ActivityState::Proposed && !it.fit.is_hopeless()).count();
    let mut departments: Vec<(String, String)> =
        all.iter().map(|it| (it.activity.organisation.clone(), it.activity.organisation.clone())).collect();
    departments.dedup();
    departments.insert(0, (String::new(), t!(w, "filter-all")));
    let mut states: Vec<(String, String)> = ActivityState::ALL
        .iter()
        .filter(|state| all.iter().any(|it| it.activity.state == **state))
        .map(|state| (state.code().to_owned(), word(w, "state", state.code())))
        .collect();
    states.insert(0, (String::new(), t!(w, "filter-all")));
    let mut fits: Vec<(String, String)> = ["wanted", "elsewhere", "none"].map(|code| (code.to_owned(), word(w, "fits", code))).to_vec();
    fits.insert(0, (String::new(), t!(w, "filter-all")));
    let shown = narrowed(v, all);
    let count = shown.len();
    let rows: Vec<Vec<AnyView>> = shown
        .iter()
        .map(|it| {
            let href = v.href(&format!("/showcase/activities/{}", it.activity.code));
            vec![
                view! { <a class="ref" href=href>{it.activity.code.clone()}</a> }.into_any(),
                ui::text(w.pick(&it.activity.title)),
                ui::text(word(w, "kind", it.activity.kind.code())),
                ui::text(it.activity.needs.sessions.to_string()),
                ui::text(it.activity.needs.peak.to_string()),
                state_chip(w, it.activity.state),
                fit_chip(w, it),
            ]
        })
        .collect();
    let heads =
        ["showcase-code", "showcase-what", "showcase-form-kind", "showcase-sessions", "showcase-at-once", "status", "showcase-venues"]
            .map(|key| t!(w, key))
            .to_vec();
    let list = if rows.is_empty() {
        ui::empty(t!(w, "showcase-proposals-none"), t!(w, "showcase-proposals-none-why"), None)
    } else {
        ui::records(t!(w, "showcase-proposals"), heads, rows)
    };
    let form = v.form();
    let accept = (may && waiting > 0).then(|| {
        let send = ui::send("main", t!(w, "showcase-accept-fitting", n = waiting));
        ui::act(&form, "showcase/accept-fitting", "actions", send)
    });
    let title = t!(w, "showcase-proposals");
    let query = if v.raw_query.is_empty() { String::new() } else { format!("?{}", v.raw_query) };
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(w.pick(&ground.event.name), "/showcase")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(Some(days_words(w, &ground.event)), title.clone(), Some(t!(w, "showcase-proposals-lead")))}
        {tiles(w, &ground.event, meter)}
        {accept}
        <form class="filters" method="get">
            {ui::filter(v, "state", "status", states)}
            {ui::filter(v, "department", "showcase-department", departments)}
            {ui::filter(v, "fit", "showcase-venues", fits)}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
        <p class="count" role="status">{t!(w, "showcase-count", n = count)}</p>
        {list}
        <p class="actions">{ui::button("quiet", v.href(&format!("/showcase/proposals/list{query}")), t!(w, "showcase-list"))}</p>
    };
    Ok(Page::new(title, view).hidden())
}

/// The list as it is narrowed, as a table for a spreadsheet.
pub async fn list(v: &mut Visit) -> Answer<File> {
    let (ground, all) = find::all(&mut v.ctx).await?;
    let heads = [
        "code",
        "department",
        "title_en",
        "title_zh",
        "kind",
        "state",
        "own_venue",
        "minutes",
        "sessions",
        "setup",
        "teardown",
        "expected",
        "peak",
        "features",
        "districts",
        "days",
        "time",
        "languages",
        "booking",
        "wet",
        "venues",
        "venues_in_wanted_districts",
    ];
    let rows: Vec<Vec<String>> = narrowed(v, all)
        .into_iter()
        .map(|Shown { activity: it, fit }| {
            vec![
                it.code,
                it.organisation,
                it.title.en,
                it.title.zh,
                it.kind.code().into(),
                it.state.code().into(),
                it.needs.own_venue.unwrap_or_default(),
                it.needs.minutes.to_string(),
                it.needs.sessions.to_string(),
                it.needs.setup.to_string(),
                it.needs.teardown.to_string(),
                it.needs.expected.to_string(),
                it.needs.peak.to_string(),
                it.needs.features.join(";"),
                it.wishes.districts.join(";"),
                it.wishes.days.code().into(),
                it.wishes.time.code().into(),
                it.languages.join(";"),
                if it.booking { "register".into() } else { "none".into() },
                it.wet.code().into(),
                fit.venues.len().to_string(),
                fit.wanted.to_string(),
            ]
        })
        .collect();
    let bytes = sheet::csv(&heads.map(String::from), &rows);
    Ok(File { name: format!("{}-activities.csv", ground.event.code), mime: "text/csv; charset=utf-8", bytes, inline: false })
}

/// The event: its names, its days, until when departments may file, what it sets out to have.
pub async fn event_form(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let before = find::event_if_any(&mut v.ctx).await?;
    let form = v.form().inside("event");
    let of = |pick: &dyn Fn(&Event) -> String| before.as_ref().map(pick).unwrap_or_default();
    let field = |name: &str, label: &str| ui::field(&form, format!("event[{name}]"), t!(w, label)).required();
    let code = match &before {
        Some(it) => ui::hidden("event[code]", it.code.clone()),
        None => field("code", "showcase-code").hint(t!(w, "showcase-code-hint")).view(),
    };
    let fields = view! {
        {ui::hidden("event[version]", of(&|it| it.version.to_string()))}
        {code}
        <div class="pair">
            {field("name_en", "showcase-name-en").lang("en-HK").value(of(&|it| it.name.en.clone())).view()}
            {field("name_zh", "showcase-name-zh").lang("zh-Hant-HK").value(of(&|it| it.name.zh.clone())).view()}
        </div>
        <div class="pair">
            {field("starts", "stop-first-day").kind("date").value(of(&|it| it.starts.iso())).view()}
            {field("ends", "stop-last-day").kind("date").value(of(&|it| it.ends.iso())).view()}
        </div>
        {field("closes", "showcase-closes").kind("datetime-local").value(of(&|it| it.closes.to_local_input())).view()}
        <div class="pair">
            {field("target_departments", "showcase-target-departments").kind("number").value(of(&|it| it.target_departments.to_string())).view()}
            {field("target_activities", "showcase-target-activities").kind("number").value(of(&|it| it.target_activities.to_string())).view()}
        </div>
        {ui::field(&form, "event[enquiries]", t!(w, "showcase-enquiries")).kind("tel").value(of(&|it| it.enquiries.clone())).view()}
        <p class="actions">{ui::send("main", t!(w, "save"))}</p>
    };
    let title = t!(w, "showcase-set-up");
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "showcase-title"), "/showcase")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(None, title.clone(), Some(t!(w, "showcase-set-up-lead")))}
        {ui::act(&form, "showcase/event", "stack", fields)}
        {before.is_some().then(|| view! { <p class="actions">{ui::button("plain", v.href("/showcase/event/move"), t!(w, "showcase-move-title"))}</p> })}
    };
    Ok(Page::new(title, view).width(Width::Form).hidden())
}
