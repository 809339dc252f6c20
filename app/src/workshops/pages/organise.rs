//! The organiser's programme, and one workshop from the inside.

use leptos::prelude::*;

use super::{
    super::{
        acts::{door, find},
        rules::*,
    },
    department::{line, spreadsheet},
    phase_chip, seats,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        time::Moment,
        visit::{File, Page, Visit},
        words::Words,
    },
    surveys, t,
    ui::{self, Instant},
    venues::{self, Holidays},
};

pub async fn organise(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = find::programme(&mut v.ctx).await?;
    let now = v.ctx.now;
    let meter = find::completed(&mut v.ctx, "PM", 2002).await?;
    let holidays = venues::acts::holidays(&mut v.ctx).await?;
    let needs: Vec<(String, String, String)> = all
        .iter()
        .filter_map(|row| need(w, row, now).map(|words| (row.workshop.code.clone(), w.pick(&row.workshop.title), words)))
        .collect();
    let tasks = needs
        .into_iter()
        .map(|(code, title, words)| {
            let href = v.href(&format!("/organise/{code}"));
            view! { <li class="task"><div><a href=href><b>{words}</b></a><p>{title}</p></div></li> }
        })
        .collect_view();
    let mut soon: Vec<Instant> = all.iter().flat_map(|row| by_itself(w, row, &holidays, now)).collect();
    soon.sort_by_key(|i| i.at);
    soon.truncate(8);
    let rows: Vec<Vec<AnyView>> = all
        .iter()
        .map(|row| {
            let it = &row.workshop;
            let href = v.href(&format!("/organise/{}", it.code));
            let numbers = seats(row);
            vec![
                view! { <a href=href>{w.pick(&it.title)}</a> }.into_any(),
                view! { <time datetime=it.starts.day().iso()>{w.date_short(it.starts.day())}</time> }.into_any(),
                phase_chip(w, it.phase(now), numbers.taken + numbers.offered >= numbers.capacity),
                ui::text(format!("{} / {}", numbers.taken, numbers.capacity)),
                ui::text(numbers.waiting.to_string()),
                ui::text(row.awaiting.to_string()),
            ]
        })
        .collect();
    let heads =
        ["mine-workshop", "date", "status", "organise-confirmed", "organise-waiting", "organise-awaiting"].map(|key| t!(w, key)).to_vec();
    let has_tasks = all.iter().any(|row| need(w, row, now).is_some());
    let may = v.ctx.viewer.reach(Action::RunWorkshops) == Reach::All;
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "organise-title"), Some(t!(w, "organise-lead")))}
        <dl class="tiles">
            <div><dt>{t!(w, "organise-meter")}</dt><dd>{t!(w, "organise-of", n = meter, of = 8)}</dd></div>
            <div><dt>{t!(w, "organise-published")}</dt><dd>{all.iter().filter(|r| r.workshop.is_public()).count()}</dd></div>
            <div><dt>{t!(w, "organise-people")}</dt><dd>{all.iter().map(|r| r.confirmed).sum::<i64>()}</dd></div>
        </dl>
        {may.then(|| view! { <p class="actions">{ui::button("main", v.href("/organise/new"), t!(w, "organise-new"))}</p> })}
        {ui::section(t!(w, "desk-needs"), None, if has_tasks { view! { <ul class="tasks">{tasks}</ul> }.into_any() } else { ui::empty(t!(w, "desk-nothing"), t!(w, "desk-nothing-why"), None) })}
        {ui::section(t!(w, "organise-by-itself"), None, ui::timeline(w, soon, now))}
        {ui::section(t!(w, "organise-all"), None, ui::records(t!(w, "organise-all"), heads, rows))}
    };
    Ok(Page::new(t!(w, "organise-title"), view).hidden())
}

/// What a workshop needs of its organiser now.
pub(crate) fn need(w: Words, row: &find::Row, now: Moment) -> Option<String> {
    let it = &row.workshop;
    match it.phase(now) {
        Phase::Closed if row.confirmed + row.offered < it.minimum => {
            Some(t!(w, "need-go-no-go", n = row.confirmed + row.offered, minimum = it.minimum))
        }
        Phase::Closed => Some(t!(w, "need-confirm", n = row.confirmed)),
        Phase::Over => Some(t!(w, "need-close")),
        Phase::Draft if it.opens < now.plus_days(14) && it.opens > now => Some(t!(w, "need-publish", opens = w.date_short(it.opens.day()))),
        _ => None,
    }
}

/// What will happen to a workshop by itself, and when.
fn by_itself(w: Words, row: &find::Row, holidays: &Holidays, now: Moment) -> Vec<Instant> {
    let it = &row.workshop;
    if !matches!(it.state, State::Published | State::Confirmed) {
        return Vec::new();
    }
    [(it.opens, "auto-opens"), (it.closes, "auto-closes"), (it.waitlist_closes(holidays), "auto-list-ends"), (it.starts, "auto-held")]
        .into_iter()
        .filter(|(at, _)| *at > now)
        .map(|(at, key)| Instant { at, heading: t!(w, key), words: Some(w.pick(&it.title)) })
        .collect()
}

pub async fn manage(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    v.ctx.may(Action::RunWorkshops, Reach::Read)?;
    let shown = find::workshop(&mut v.ctx, &code).await?;
    let entries = find::of_workshop(&mut v.ctx, &code).await?;
    let (it, now) = (&shown.workshop, v.ctx.now);
    let phase = it.phase(now);
    let numbers = seats(&shown.row);
    let title = w.pick(&it.title);
    let may = v.ctx.viewer.reach(Action::RunWorkshops) == Reach::All;
    let link = |path: &str, words: &str, kind: &'static str| ui::button(kind, v.href(&format!("/organise/{code}{path}")), t!(w, words));
    let live: Vec<_> = entries.iter().filter(|e| e.registration.status.is_live() || e.registration.status.holds_place()).collect();
    let ended: Vec<_> = entries.iter().filter(|e| !e.registration.status.is_live() && !e.registration.status.holds_place()).collect();
    let heads = ["registration-reference", "people-organisation", "registration-people", "status", "registration-asked"]
        .map(|key| t!(w, key))
        .to_vec();
    let venue_href = v.href(&format!("/venues/{}", it.venue));
    let jumps = may.then(|| {
        let waiting: Vec<(String, String)> = live.iter().filter(|e| e.registration.status == Status::Waitlisted).map(|e| (e.registration.reference.clone(), format!("{} · {}", e.registration.reference, e.registration.organisation))).collect();
        (!waiting.is_empty()).then(|| {
            let form = v.form().about("form", "jump");
            let fields = view! {
                {ui::hidden("form", "jump")}
                {ui::field(&form, "reference", t!(w, "registration-reference")).choices(waiting).view()}
                {ui::field(&form, "reason", t!(w, "jump-reason")).rows(2).limit(500).required().view()}
                <p class="actions">{ui::send("quiet", t!(w, "jump-send"))}</p>
            };
            view! { <details class="why"><summary>{t!(w, "jump-title")}</summary><p>{t!(w, "jump-lead")}</p>{ui::act(&form, "workshops/jump", "stack", fields)}</details> }
        })
    });
    let soon = by_itself(w, &shown.row, &shown.holidays, now);
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "organise-title"), "/organise")], code.clone())}
        {ui::error_summary(&v.form().returned("form"))}
        <div class="split">
            <div class="split__head">
                {ui::title(None, title.clone(), Some(w.pick(&it.summary)))}
                {need(w, &shown.row, now).map(|words| ui::notice("warning", words))}
            </div>
            <aside class="split__side">
                <section class="card">
                    <p>{phase_chip(w, phase, numbers.taken + numbers.offered >= numbers.capacity)}</p>
                    {ui::when(w, it.starts, it.ends)}
                    {ui::meter(w, numbers)}
                    <p class="quiet">{t!(w, "organise-minimum", minimum = it.minimum, quota = it.quota)}</p>
                    <p class="actions">
                        {matches!(phase, Phase::Running | Phase::Over | Phase::Confirmed | Phase::Closed).then(|| link("/door", "door-title", "main"))}
                        {(phase == Phase::Completed).then(|| link("/results", "results-title", "main"))}
                        {(may && !matches!(phase, Phase::Completed | Phase::Cancelled)).then(|| link("/edit", "organise-edit", "quiet"))}
                        {it.is_public().then(|| ui::button("plain", v.href(&format!("/workshops/{code}")), t!(w, "organise-public")))}
                    </p>
                </section>
                {(!soon.is_empty()).then(|| view! { <section class="card"><h2>{t!(w, "organise-by-itself")}</h2>{ui::timeline(w, soon, now)}</section> })}
                {may.then(|| decisions(v, it, phase))}
            </aside>
            <div class="split__main">
                {super::facts_of(w, &shown, venue_href)}
                {ui::section(t!(w, "organise-registrations", n = live.len()), None, view! {
                    {ui::records(t!(w, "organise-registrations", n = live.len()), heads.clone(), live.iter().map(|e| line(v, e)).collect())}
                    {jumps}
                    <p class="actions">{link("/people?as=xlsx", "list-xlsx", "quiet")}{link("/people?as=csv", "list-csv", "quiet")}{link("/sheet", "sheet-print", "quiet")}</p>
                })}
                {(!ended.is_empty()).then(|| ui::section(t!(w, "organise-ended"), None, ui::records(t!(w, "organise-ended"), heads, ended.iter().map(|e| line(v, e)).collect())))}
            </div>
        </div>
    };
    Ok(Page::new(format!("{code} · {title}"), view).hidden())
}

/// What an organiser may decide now: publish, go, no-go.
fn decisions(v: &Visit, it: &Workshop, phase: Phase) -> AnyView {
    let w = v.w;
    let form = v.form();
    let code = || ui::hidden("code", it.code.clone());
    let publish = (phase == Phase::Draft).then(|| {
        view! { <section class="card"><h2>{t!(w, "publish-title")}</h2><p>{t!(w, "publish-lead")}</p>
        {ui::act(&form, "workshops/publish", "actions", view! { {code()}{ui::send("main", t!(w, "publish-send"))} })}</section> }
    });
    let go = (phase == Phase::Closed).then(|| {
        let form = form.about("form", "confirm");
        let fields = view! {
            {code()}
            {ui::hidden("form", "confirm")}
            {ui::field(&form, "reason", t!(w, "confirm-reason")).hint(t!(w, "confirm-hint")).rows(2).limit(500).view()}
            <p class="actions">{ui::send("main", t!(w, "confirm-send"))}</p>
        };
        view! { <section class="card"><h2>{t!(w, "confirm-title")}</h2>{ui::act(&form, "workshops/confirm", "stack", fields)}</section> }
    });
    let extend = matches!(phase, Phase::Open | Phase::Closed).then(|| {
        let fields = view! {
            {code()}
            {ui::field(&form, "closes", t!(w, "field-closes")).kind("datetime-local").value(it.closes.to_local_input()).view()}
            <p class="actions">{ui::send("quiet", t!(w, "extend-send"))}</p>
        };
        view! { <details class="why"><summary>{t!(w, "extend-title")}</summary>{ui::act(&form, "workshops/extend", "stack", fields)}</details> }
    });
    let no_go = (!matches!(phase, Phase::Draft | Phase::Completed | Phase::Cancelled)).then(|| {
        let mut reasons: Vec<(String, String)> = vec![(String::new(), t!(w, "choose"))];
        reasons.extend(CancelReason::ALL.iter().map(|r| (r.code().to_owned(), t!(w, &format!("cancel-{}", r.code().replace('_', "-"))))));
        let form = form.about("form", "cancel");
        let fields = view! {
            {code()}
            {ui::hidden("form", "cancel")}
            {ui::field(&form, "reason", t!(w, "no-go-reason")).choices(reasons).required().view()}
            {ui::field(&form, "words", t!(w, "no-go-words")).rows(2).limit(500).view()}
            {ui::field(&form, "carried_to", t!(w, "no-go-carried")).hint(t!(w, "no-go-carried-hint")).view()}
            {ui::field(&form, "replacement", t!(w, "no-go-replacement")).hint(t!(w, "no-go-replacement-hint")).view()}
            <p class="actions">{ui::send("stop", t!(w, "no-go-send"))}</p>
        };
        ui::confirm(t!(w, "no-go-title"), t!(w, "no-go-loss"), ui::act(&form, "workshops/cancel", "stack", fields))
    });
    let close = (phase == Phase::Over).then(|| {
        view! { <section class="card"><h2>{t!(w, "close-title")}</h2><p>{t!(w, "close-lead")}</p>
        {ui::act(&form, "workshops/close-attendance", "actions", view! { {code()}{ui::send("main", t!(w, "close-send"))} })}</section> }
    });
    view! { {publish}{go}{close}{extend}{no_go} }.into_any()
}

/// Everyone in a workshop as a spreadsheet.
pub async fn people_list(v: &mut Visit) -> Answer<File> {
    let code = v.param(0).to_owned();
    let all = find::of_workshop(&mut v.ctx, &code).await?;
    spreadsheet(v, &code, all)
}

/// How a workshop was evaluated.
pub async fn results(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let results = door::results(&mut v.ctx, &code).await?;
    let shown = find::workshop(&mut v.ctx, &code).await?;
    let title = w.pick(&shown.workshop.title);
    let inner = if results.counts.is_empty() {
        ui::empty(t!(w, "results-few", n = results.answers), t!(w, "results-few-why", fewest = surveys::FEWEST), None)
    } else {
        let mut heads = vec![t!(w, "results-question"), t!(w, "results-mean")];
        heads.extend((1..=5).rev().map(|n| t!(w, &format!("score-{n}"))));
        let rows = results
            .counts
            .iter()
            .map(|c| {
                let mean = c.mean_tenths();
                let mut cells =
                    vec![ui::text(t!(w, &format!("question-{}", c.question))), ui::text(format!("{}.{}", mean / 10, mean % 10))];
                cells.extend(c.scores.iter().rev().map(|n| ui::text(n.to_string())));
                cells
            })
            .collect();
        let words = results
            .words
            .iter()
            .map(|(question, words)| view! { <div><dt>{t!(w, &format!("question-{question}"))}</dt><dd>{words.clone()}</dd></div> })
            .collect_view();
        view! {
            {ui::records(t!(w, "results-caption", n = results.answers), heads, rows)}
            {ui::section(t!(w, "results-words"), None, view! { <dl class="facts">{words}</dl> })}
        }
        .into_any()
    };
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "organise-title"), "/organise"), (code.clone(), &format!("/organise/{code}"))], t!(w, "results-title"))}
        {ui::title(Some(title), t!(w, "results-title"), Some(t!(w, "results-lead", n = results.answers)))}
        {inner}
    };
    Ok(Page::new(t!(w, "results-title"), view).hidden())
}
