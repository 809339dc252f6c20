//! The desk of a departmental training co-ordinator: what to endorse, who goes where, bulk enrolment.

use leptos::prelude::*;

use super::{
    super::{
        acts::{calendar, endorse, find},
        rules::*,
    },
    mine::{entries, status_chip},
};
use crate::{
    base::{
        problem::Answer,
        sheet,
        visit::{File, Page, Visit, Width},
    },
    people, t, ui,
};

pub async fn department(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = find::department(&mut v.ctx).await?;
    let me = v.ctx.me()?;
    let organisation = people::acts::organisation(&mut v.ctx, &me.organisation).await?;
    let now = v.ctx.now;
    let form = v.form();
    let (awaiting, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|e| e.registration.status == Status::AwaitingEndorsement);
    let cards = awaiting
        .iter()
        .map(|entry| {
            let r = &entry.registration;
            let people = entry.participants.iter().map(|p| view! { <li>{w.pick(&p.name)}" "<span class="quiet">{w.pick(&p.post)}</span></li> }).collect_view();
            let href = v.href(&format!("/workshops/{}", entry.workshop.code));
            let reference = r.reference.clone();
            let form = form.about("reference", &reference);
            let decline = view! {
                {ui::hidden("reference", reference.clone())}
                {ui::field(&form, "reason", t!(w, "decline-reason")).hint(t!(w, "decline-hint")).rows(2).limit(500).required().view()}
                <p class="actions">{ui::send("stop", t!(w, "decline-send"))}</p>
            };
            let rank = view! {
                {ui::hidden("reference", reference.clone())}
                {ui::field(&form, "rank", t!(w, "rank-label")).kind("number").view()}
                {ui::send("plain", t!(w, "save"))}
            };
            view! {
                <section class="card" id=reference.clone()>
                    <h3><a href=href>{w.pick(&entry.workshop.title)}</a></h3>
                    <p>{w.date(entry.workshop.starts.day())}" · "<a href=v.href(&format!("/registrations/{reference}"))>{reference.clone()}</a></p>
                    <ul>{people}</ul>
                    {ui::deadline(w, "endorse-until", entry.workshop.closes, now)}
                    {ui::act(&form, "workshops/endorse", "actions", view! { {ui::hidden("reference", reference.clone())}{ui::send("main", t!(w, "endorse-send"))} })}
                    <details class="why"><summary>{t!(w, "decline-title")}</summary>{ui::act(&form, "workshops/decline", "stack", decline)}</details>
                    <details class="why"><summary>{t!(w, "rank-title")}</summary>{ui::act(&form, "workshops/rank", "stack", rank)}</details>
                </section>
            }
        })
        .collect_view();
    let list = if awaiting.is_empty() { ui::empty(t!(w, "endorse-none"), t!(w, "endorse-none-why"), None) } else { cards.into_any() };
    let (coming, past): (Vec<_>, Vec<_>) = rest.into_iter().partition(|e| e.workshop.ends > now);
    let coming_list = if coming.is_empty() {
        ui::empty(
            t!(w, "department-none"),
            t!(w, "department-none-why"),
            Some(ui::button("main", v.href("/workshops?show=open"), t!(w, "mine-find"))),
        )
    } else {
        entries(v, &coming)
    };
    let view = view! {
        {ui::done(v)}
        {ui::title(Some(w.pick(&organisation.name)), t!(w, "department-title"), Some(t!(w, "department-lead")))}
        {ui::error_summary(&form.returned("reference"))}
        <p class="actions">
            {ui::button("main", v.href("/department/enrol"), t!(w, "enrol-title"))}
            {ui::button("quiet", v.href("/department/list?as=xlsx"), t!(w, "list-xlsx"))}
            {ui::button("quiet", v.href("/department/list?as=csv"), t!(w, "list-csv"))}
            {ui::button("quiet", v.href("/department/calendar"), t!(w, "list-calendar"))}
        </p>
        {ui::section(t!(w, "endorse-title", n = awaiting.len()), None, list)}
        {ui::section(t!(w, "department-coming"), None, coming_list)}
        {(!past.is_empty()).then(|| ui::section(t!(w, "department-past"), None, entries(v, &past)))}
    };
    Ok(Page::new(t!(w, "department-title"), view).hidden())
}

/// The department's list as a spreadsheet: a month, or all.
pub async fn department_list(v: &mut Visit) -> Answer<File> {
    let all = find::department(&mut v.ctx).await?;
    let month = v.asked("month").map(str::to_owned);
    let wanted = all.into_iter().filter(|e| month.as_ref().is_none_or(|m| e.workshop.starts.day().month_key() == *m)).collect();
    spreadsheet(v, "department", wanted)
}

/// Registrations as a spreadsheet, one line a person, in the reader's language.
pub(super) fn spreadsheet(v: &Visit, name: &str, all: Vec<find::Entry>) -> Answer<File> {
    let w = v.w;
    let heads: Vec<String> = [
        "workshops-code",
        "mine-workshop",
        "date",
        "registration-reference",
        "people-organisation",
        "people-name",
        "people-post",
        "people-email",
        "status",
        "mine-attendance",
    ]
    .map(|key| t!(w, key))
    .to_vec();
    let mut rows = Vec::new();
    for entry in all {
        for p in &entry.participants {
            rows.push(vec![
                entry.workshop.code.clone(),
                w.pick(&entry.workshop.title),
                entry.workshop.starts.day().iso(),
                entry.registration.reference.clone(),
                entry.registration.organisation.clone(),
                w.pick(&p.name),
                w.pick(&p.post),
                p.email.clone(),
                t!(w, &format!("status-{}", entry.registration.status.code().replace('_', "-"))),
                p.attendance.map(|a| t!(w, &format!("attendance-{}", a.code()))).unwrap_or_default(),
            ]);
        }
    }
    if v.asked("as") == Some("csv") {
        return Ok(File { name: format!("{name}.csv"), mime: "text/csv; charset=utf-8", bytes: sheet::csv(&heads, &rows), inline: false });
    }
    let bytes = sheet::xlsx(name, &heads, &rows)?;
    Ok(File {
        name: format!("{name}.xlsx"),
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes,
        inline: false,
    })
}

/// The department's training as a calendar.
pub async fn department_calendar(v: &mut Visit) -> Answer<File> {
    let text = calendar::department(&mut v.ctx, v.w).await?;
    Ok(File { name: "department.ics".into(), mime: "text/calendar; charset=utf-8", bytes: text.into_bytes(), inline: false })
}

pub async fn enrol(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    v.ctx.may(crate::base::roles::Action::Endorse, crate::base::roles::Reach::Own)?;
    let form = v.form();
    let key = form.typed("key").filter(|key| !key.is_empty()).unwrap_or_else(|| v.ctx.site.fresh_token(16));
    let example =
        format!("{}\r\nPM-2002-3,A,chan@…,CHAN Tai-man,EO(T)1\r\nPM-2002-3,A,lee@…,LEE Siu-ming,EO(T)2", endorse::COLUMNS.join(","));
    let fields = view! {
        {ui::hidden("key", key)}
        {ui::field(&form, "file", t!(w, "enrol-file")).hint(t!(w, "enrol-hint")).rows(12).required().view()}
        <p class="actions">{ui::send("main", t!(w, "enrol-send"))}</p>
    };
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "department-title"), "/department")], t!(w, "enrol-title"))}
        {ui::title(None, t!(w, "enrol-title"), Some(t!(w, "enrol-lead")))}
        {ui::error_summary(&form)}
        {ui::why(t!(w, "enrol-example"), view! { <pre class="code">{example}</pre> })}
        {ui::act(&form, "workshops/enrol", "stack", fields)}
    };
    Ok(Page::new(t!(w, "enrol-title"), view).width(Width::Form).hidden())
}

/// A registration in one line, for organisers.
pub(super) fn line(v: &Visit, entry: &find::Entry) -> Vec<AnyView> {
    let w = v.w;
    let r = &entry.registration;
    let href = v.href(&format!("/registrations/{}", r.reference));
    let people: Vec<String> = entry.participants.iter().map(|p| w.pick(&p.name)).collect();
    let position = entry.position.map(|n| t!(w, "status-position", n = n));
    vec![
        view! { <a class="ref" href=href>{r.reference.clone()}</a> }.into_any(),
        ui::text(r.organisation.clone()),
        ui::text(people.join(if w.lang.is_chinese() { "、" } else { ", " })),
        view! { {status_chip(w, r.status)}" "{position} }.into_any(),
        ui::text(w.moment_short(r.asked_at)),
    ]
}
