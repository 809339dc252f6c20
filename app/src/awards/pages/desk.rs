//! The award secretary's desk for one scheme: who is silent, what is to be checked, the shortlist and its seal.

use leptos::prelude::*;

use super::{
    super::{acts::find, rules::*},
    entries::finding_words,
    entry_chip, phase_chip,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit},
    },
    t, ui,
};

pub async fn scheme_desk(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let (scheme, all) = find::desk(&mut v.ctx, &code).await?;
    let missing = if scheme.mode == EntryMode::AutoEnrol {
        find::not_enrolled(&mut v.ctx, all.iter().map(|(entry, ..)| entry)).await?
    } else {
        Vec::new()
    };
    let asked = v.asked("state").and_then(EntryState::of_code);
    let may = v.ctx.viewer.reach(Action::Shortlist) == Reach::All;
    let me = v.me().map(|me| me.id);
    let count = |state: EntryState| all.iter().filter(|(entry, ..)| entry.state == state).count();
    let silent = count(EntryState::Enrolled);
    let fallback = all.iter().filter(|(entry, ..)| entry.default_material).count();
    let mine_to_check = all
        .iter()
        .filter(|(entry, known, _)| {
            entry.state == EntryState::Submitted && known.checks.len() < 2 && !known.checks.iter().any(|check| Some(check.by) == me)
        })
        .count();
    let tiles = [
        ("desk-entries", all.iter().filter(|(entry, ..)| entry.state.is_live()).count()),
        ("desk-silent", silent),
        ("desk-to-check", count(EntryState::Submitted)),
        ("desk-yours", mine_to_check),
        ("desk-default", fallback),
        ("desk-shown", count(EntryState::OnDisplay)),
    ]
    .into_iter()
    .filter(|(key, n)| *n > 0 || *key == "desk-entries")
    .map(|(key, n)| view! { <div><dt>{t!(w, key)}</dt><dd>{n}</dd></div> })
    .collect_view();
    let states: Vec<EntryState> = EntryState::ALL.iter().copied().filter(|state| count(*state) > 0).collect();
    let path = format!("/awards/{code}/desk");
    let tabs = std::iter::once(None)
        .chain(states.into_iter().map(Some))
        .map(|state| {
            let current = (state == asked).then_some("page");
            let words = state.map_or_else(|| t!(w, "filter-all"), |state| super::word(w, "entry", state.code()));
            let href = state.map_or_else(|| v.href(&path), |state| v.href(&format!("{path}?state={}", state.code())));
            view! { <a href=href aria-current=current>{words}</a> }
        })
        .collect_view();
    let rows = all
        .iter()
        .filter(|(entry, ..)| asked.is_none_or(|state| entry.state == state))
        .map(|(entry, known, finding)| {
            let href = v.href(&format!("/entries/{}", entry.code));
            let title = w.pick(&entry.texts.title);
            let title = if title.trim().is_empty() { t!(w, "entries-untitled") } else { title };
            let marks: i64 = known.checks.iter().map(|check| check.halves).sum();
            let flag = entry.default_material.then(|| ui::chip("wait", t!(w, "desk-default-flag")));
            vec![
                view! { <a href=href>{title}</a>" "{flag} }.into_any(),
                super::number(&entry.code),
                ui::text(entry.lead.clone()),
                entry_chip(w, entry.state),
                ui::text(if entry.state == EntryState::Submitted { finding_words(w, finding, entry.state) } else { String::new() }),
                ui::text(if known.checks.is_empty() {
                    String::new()
                } else {
                    format!("{}.{}", marks / 2, if marks % 2 == 0 { "0" } else { "5" })
                }),
            ]
        })
        .collect::<Vec<_>>();
    let n = rows.len();
    let heads = ["entries-entry", "entries-number", "entries-lead", "status", "desk-finding", "desk-marks"].map(|key| t!(w, key)).to_vec();
    let list =
        if n == 0 { ui::empty(t!(w, "desk-none"), t!(w, "desk-none-why"), None) } else { ui::records(t!(w, "desk-scheme"), heads, rows) };
    let title = w.pick(&scheme.name);
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards"), (code.clone(), &format!("/awards/{code}"))], t!(w, "desk-scheme"))}
        {ui::error_summary(&v.form())}
        {ui::title(Some(title), t!(w, "desk-scheme"), None)}
        <p>{phase_chip(w, scheme.phase(v.ctx.now))}</p>
        <dl class="tiles">{tiles}</dl>
        {may.then(|| decisions(v, &scheme, &missing, silent))}
        <nav class="tabs" aria-label=t!(w, "desk-scheme")>{tabs}</nav>
        <p class="count" role="status">{t!(w, "gallery-count", n = n)}</p>
        {list}
    };
    Ok(Page::new(format!("{} · {code}", t!(w, "desk-scheme")), view).hidden())
}

/// What the secretary may do for the whole scheme now.
fn decisions(v: &Visit, scheme: &Scheme, missing: &[String], silent: usize) -> AnyView {
    let w = v.w;
    let form = v.form();
    let code = || ui::hidden("scheme", scheme.code.clone());
    let phase = scheme.phase(v.ctx.now);
    let enrol = (scheme.mode == EntryMode::AutoEnrol && scheme.sealed.is_none() && scheme.state == SchemeState::Published).then(|| {
        let send = (!missing.is_empty()).then(|| ui::send("main", t!(w, "desk-enrol", n = missing.len())));
        let words = if missing.is_empty() { t!(w, "desk-all-enrolled") } else { t!(w, "desk-enrol-lead", codes = missing.join(" ")) };
        view! { <section class="card"><h2>{t!(w, "desk-enrolment")}</h2><p>{words}</p>{ui::act(&form, "awards/enrol", "actions", view! { {code()}{send} })}
        <p><a href=v.href("/awards/pledges")>{t!(w, "pledges-title")}</a></p></section> }
    });
    let remind = (silent > 0 && phase == Phase::Entries).then(|| {
        let both = [w, w.other()].map(|w| {
            let tag = w.lang.tag();
            view! { <p lang=tag>{t!(w, "desk-reminder-text", closes = w.moment(scheme.entry_closes))}</p> }
        });
        view! { <section class="card"><h2>{t!(w, "desk-remind-title", n = silent)}</h2>{both.into_iter().collect_view()}
        {ui::act(&form, "awards/remind", "actions", view! { {code()}{ui::send("main", t!(w, "desk-remind"))} })}</section> }
    });
    let closed = matches!(phase, Phase::Checking | Phase::BeforeJudging | Phase::Voting);
    let shortlist = (closed && scheme.sealed.is_none()).then(|| {
        view! { <section class="card"><h2>{t!(w, "desk-shortlist")}</h2><p>{t!(w, "desk-shortlist-lead", n = scheme.shortlist)}</p>
        {ui::act(&form, "awards/shortlist", "actions", view! { {code()}{ui::send("main", t!(w, "desk-shortlist-send"))} })}
        <p>{t!(w, "desk-seal-lead")}</p>
        {ui::act(&form, "awards/seal", "actions", view! { {code()}{ui::send("quiet", t!(w, "desk-seal"))} })}</section> }
    });
    let sealed = scheme.sealed.map(|at| ui::notice("status", t!(w, "desk-sealed", at = w.moment(at))));
    view! { <div class="decisions">{enrol}{remind}{shortlist}</div>{sealed} }.into_any()
}
