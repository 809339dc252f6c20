//! The organiser's form: a new draft, or a change.

use leptos::prelude::*;

use super::super::{acts::find, rules::*};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit, Width},
    },
    people, t, ui, venues,
};

pub async fn draft(v: &mut Visit) -> Answer<Page> {
    v.ctx.may(Action::RunWorkshops, Reach::All)?;
    form(v, None).await
}

pub async fn edit(v: &mut Visit) -> Answer<Page> {
    v.ctx.may(Action::RunWorkshops, Reach::All)?;
    let code = v.param(0).to_owned();
    let it = find::workshop(&mut v.ctx, &code).await?.workshop;
    form(v, Some(it)).await
}

async fn form(v: &mut Visit, it: Option<Workshop>) -> Answer<Page> {
    let w = v.w;
    let series = find::series(&mut v.ctx).await?;
    let mut rooms: Vec<_> = venues::acts::venues(&mut v.ctx).await?;
    rooms.sort_by_key(|room| w.pick(&room.name));
    let organisations = people::acts::organisations(&mut v.ctx).await?;
    let form = v.form().inside("draft");
    let before = it.clone();
    let text = |pick: fn(&Workshop) -> String| before.as_ref().map(pick).unwrap_or_default();
    let number = |pick: fn(&Workshop) -> i64, otherwise: i64| before.as_ref().map_or(otherwise, pick).to_string();
    let both = |name: &str, label: &str, english: String, chinese: String, rows: u32| {
        view! { <div class="pair">
            {ui::field(&form, format!("draft[{name}_en]"), t!(w, &format!("{label}-en"))).lang("en-HK").value(english).rows(rows).view()}
            {ui::field(&form, format!("draft[{name}_zh]"), t!(w, &format!("{label}-zh"))).lang("zh-Hant-HK").value(chinese).rows(rows).view()}
        </div> }
    };
    let code = if it.is_some() {
        ui::hidden("draft[code]", text(|w| w.code.clone()))
    } else {
        ui::field(&form, "draft[code]", t!(w, "workshops-code")).hint(t!(w, "field-code-hint")).required().view()
    };
    let kinds = ["workshop", "seminar", "briefing"].map(|kind| (kind.to_owned(), t!(w, &format!("kind-{kind}"))));
    let languages = ["yue", "eng", "cmn"].map(|code| (code.to_owned(), t!(w, &format!("language-{code}"))));
    let moment = |name: &str, label: &str, pick: fn(&Workshop) -> String| {
        ui::field(&form, format!("draft[{name}]"), t!(w, label)).kind("datetime-local").value(text(pick)).required().view()
    };
    let count = |name: &str, label: &str, pick: fn(&Workshop) -> i64, otherwise: i64| {
        ui::field(&form, format!("draft[{name}]"), t!(w, label)).kind("number").value(number(pick, otherwise)).required().view()
    };
    let co = [(String::new(), t!(w, "none"))].into_iter().chain(organisations.iter().map(|o| (o.code.clone(), w.pick(&o.name))));
    let room_choices = rooms.iter().map(|room| (room.code.clone(), format!("{} ({})", w.pick(&room.name), room.capacity)));
    let fields = view! {
        {code}
        {ui::hidden("draft[version]", number(|w| w.version, 1))}
        {ui::field(&form, "draft[series]", t!(w, "filter-series")).value(text(|w| w.series.clone())).choices(series.iter().map(|(code, name)| (code.clone(), w.pick(name)))).view()}
        {ui::field(&form, "draft[kind]", t!(w, "field-kind")).value(text(|w| w.kind.clone())).choices(kinds).view()}
        {both("title", "field-title", text(|w| w.title.en.clone()), text(|w| w.title.zh.clone()), 0)}
        {both("summary", "field-summary", text(|w| w.summary.en.clone()), text(|w| w.summary.zh.clone()), 3)}
        {both("audience", "field-audience", text(|w| w.audience.en.clone()), text(|w| w.audience.zh.clone()), 0)}
        <div class="pair">{moment("starts", "field-starts", |w| w.starts.to_local_input())}{moment("ends", "field-ends", |w| w.ends.to_local_input())}</div>
        <div class="pair">{moment("opens", "field-opens", |w| w.opens.to_local_input())}{moment("closes", "field-closes", |w| w.closes.to_local_input())}</div>
        {ui::field(&form, "draft[venue]", t!(w, "place")).value(text(|w| w.venue.clone())).choices(room_choices).view()}
        <div class="pair">{count("capacity", "field-capacity", |w| w.capacity, 30)}{count("minimum", "field-minimum", |w| w.minimum, 10)}</div>
        <div class="pair">{count("quota", "field-quota", |w| w.quota, 6)}{count("team_min", "field-team-min", |w| w.team_min, 1)}{count("team_max", "field-team-max", |w| w.team_max, 1)}</div>
        {ui::field(&form, "draft[language]", t!(w, "workshops-language")).value(text(|w| w.language.clone())).choices(languages).view()}
        {ui::field(&form, "draft[co_organiser]", t!(w, "workshops-co-organiser")).value(text(|w| w.co_organiser.clone().unwrap_or_default())).choices(co).view()}
        {ui::field(&form, "draft[endorsed]", t!(w, "field-endorsed")).value(text(|w| if w.endorsed { "yes".into() } else { String::new() })).tick()}
        {ui::field(&form, "draft[day_off]", t!(w, "field-day-off")).value(text(|w| if w.day_off { "yes".into() } else { String::new() })).tick()}
        <p class="actions">{ui::send("main", t!(w, if it.as_ref().is_some_and(Workshop::is_public) { "edit-send" } else { "draft-send" }))}</p>
    };
    let title = match &it {
        Some(it) => w.pick(&it.title),
        None => t!(w, "organise-new"),
    };
    let warning = it.as_ref().filter(|it| it.is_public()).map(|_| ui::notice("warning", t!(w, "edit-warning")));
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "organise-title"), "/organise")], title.clone())}
        {ui::title(None, title.clone(), None)}
        {ui::error_summary(&form)}
        {warning}
        {ui::act(&form, "workshops/save", "stack", fields)}
    };
    Ok(Page::new(title, view).width(Width::Form).hidden())
}
