//! The desk of the officer on duty: one stop, one day – slips, machines, turnout, opening and closing, balance, paper.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        acts::{
            find::{self, Desk},
            slips as sheets,
        },
        rules::{trial::Odd, *},
    },
    day_chip,
};
use crate::{
    base::{
        print,
        problem::{Answer, Problem},
        time::Day,
        visit::{Page, Paper, Visit, Width},
        words::Words,
    },
    t, ui,
};

pub async fn today(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let asked = v.asked("day").map(str::to_owned);
    let it = find::desk(&mut v.ctx, &code, asked.as_deref()).await?;
    let title = w.pick(&it.shown.stop.name);
    let heading = it.day.as_ref().map_or_else(|| t!(w, "today-title"), |day| w.date(day.day));
    let days = it
        .shown
        .days
        .iter()
        .map(|day| {
            let current = (it.day.as_ref().map(|it| it.day) == Some(day.day)).then_some("page");
            let href = v.href(&format!("/exhibitions/{code}/today?day={}", day.day.iso()));
            view! { <a href=href aria-current=current>{w.date_short(day.day)}" "{day_chip(w, day)}</a> }
        })
        .collect_view();
    let body = it.day.clone().map(|day| day_view(v, &it, &day));
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "stops-title"), "/exhibitions"), (code.clone(), &format!("/exhibitions/{code}"))], t!(w, "today-title"))}
        {ui::error_summary(&v.form().returned("form"))}
        {ui::title(Some(title), heading, None)}
        <nav class="tabs" aria-label=t!(w, "today-days")>{days}</nav>
        {body}
        <div class="split">
            <div class="split__main">{batches(v, &it)}</div>
            <aside class="split__side">{machines(v, &it)}</aside>
        </div>
    };
    Ok(Page::new(t!(w, "today-title"), view).hidden())
}

fn day_view(v: &Visit, it: &Desk, day: &PollDay) -> AnyView {
    let w = v.w;
    let b = &day.balance;
    let given: i64 = it.batches.iter().filter(|of| of.day == Some(day.day) && !of.is_test).map(|of| of.size).sum();
    let closed = matches!(day.state, DayState::Closed | DayState::Reconciled | DayState::WrittenOff);
    let tile = |key: &str, n: i64| view! { <div><dt>{t!(w, key)}</dt><dd>{n}</dd></div> };
    let numbers = if closed {
        view! {
            {tile("today-issued", b.issued)}{tile("today-used", it.used)}{tile("today-paper", b.paper)}
            {tile("today-spoilt", b.spoilt)}{tile("today-unused", b.unused)}
            {tile("today-difference", Balance { used: it.used, ..*b }.difference())}
        }
        .into_any()
    } else {
        view! { {tile("today-slips", given)}{tile("today-used", it.used)}{tile("today-paper", b.paper)} }.into_any()
    };
    view! {
        <section class="section">
            <p>{day_chip(w, day)}" "{w.span(day.opens, day.closes)}</p>
            {(day.state == DayState::Suspended).then(|| ui::notice("warning", w.pick(&day.notice)))}
            <dl class="tiles">{numbers}</dl>
            {closed.then(|| balance_notice(v, it, day))}
            {(it.trial.cast > 0).then(|| trial_notice(w, it))}
            {it.may.then(|| actions(v, it, day))}
            <p class="quiet">{t!(w, "today-no-standings")}</p>
        </section>
    }
    .into_any()
}

fn balance_notice(v: &Visit, it: &Desk, day: &PollDay) -> AnyView {
    let w = v.w;
    let difference = Balance { used: it.used, ..day.balance }.difference();
    let words = match difference {
        0 => t!(w, "today-balanced"),
        n if n > 0 => t!(w, "today-missing", n = n),
        n => t!(w, "today-over", n = -n),
    };
    let explained = (!day.explanation.is_empty()).then(|| view! { <p>{t!(w, "today-explained")}" "{day.explanation.clone()}</p> });
    view! { {ui::notice(if difference == 0 { "status" } else { "warning" }, words)}{explained} }.into_any()
}

/// How the test ballots of the day came out.
fn trial_notice(w: Words, it: &Desk) -> AnyView {
    let (cast, trial) = (it.trial.cast, &it.trial);
    if trial.waiting > 0 {
        return ui::notice("status", t!(w, "tests-waiting", n = cast));
    }
    if trial.odd.is_empty() {
        return ui::notice("status", t!(w, "tests-fine", n = cast));
    }
    let line = |odd: &Odd| {
        let award = it.ballot.awards.iter().find(|of| of.code == odd.award);
        let entry = award.and_then(|of| of.entries.iter().find(|entry| entry.code == odd.entry));
        let name =
            entry.map_or_else(|| if odd.entry.is_empty() { t!(w, "tests-blank") } else { odd.entry.clone() }, |of| w.pick(&of.title));
        let award = award.map_or_else(|| odd.award.clone(), |of| w.pick(&of.name));
        view! { <li>{t!(w, "tests-odd-line", award = award, entry = name, expected = odd.expected, found = odd.found)}</li> }
    };
    let lines = trial.odd.iter().map(line).collect_view();
    view! { {ui::notice("warning", t!(w, "tests-odd"))}<ul>{lines}</ul> }.into_any()
}

/// What can be done with the day now: one main thing, the rest folded.
fn actions(v: &Visit, it: &Desk, day: &PollDay) -> AnyView {
    let w = v.w;
    let code = it.shown.stop.code.clone();
    let form = v.form();
    let is_today = v.ctx.now.day() == day.day && v.ctx.now < day.closes;
    let fields = |code: &str| view! { {ui::hidden("stop", code.to_owned())}{ui::hidden("day", day.day.iso())} };
    let plain = |act: &'static str, kind: &'static str, words: &str| {
        ui::act(&form, act, "actions", view! { {fields(&code)}{ui::send(kind, t!(w, words))} })
    };
    let open = (day.state == DayState::Planned && is_today).then(|| plain("voting/open", "main", "today-open"));
    let resume = (day.state == DayState::Paused).then(|| plain("voting/resume", "main", "today-resume"));
    let pause = (day.state == DayState::Open).then(|| {
        let form = form.about("form", "pause");
        let inner = view! {
            {fields(&code)}{ui::hidden("form", "pause")}
            {ui::field(&form, "reason", t!(w, "today-pause-reason")).limit(1000).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "today-pause"))}</p>
        };
        ui::fold(&form, t!(w, "today-pause"), ui::act(&form, "voting/pause", "stack", inner))
    });
    let close = day.state.may_become(DayState::Closed).is_ok().then(|| {
        let form = form.about("form", "close");
        let handed = it
            .batches
            .iter()
            .filter(|of| of.day == Some(day.day))
            .map(|of| {
                let label = t!(w, "today-handed", number = of.number, first = of.first, last = of.last());
                ui::field(&form, format!("handed[{}]", of.number), label)
                    .kind("number")
                    .hint(t!(w, "today-handed-hint", n = of.used))
                    .view()
            })
            .collect_view();
        let inner = view! {
            {fields(&code)}{ui::hidden("form", "close")}
            {handed}
            {ui::field(&form, "unused", t!(w, "today-unused")).kind("number").hint(t!(w, "today-unused-hint")).view()}
            {ui::field(&form, "explanation", t!(w, "today-explanation")).rows(2).limit(1000).hint(t!(w, "today-explanation-hint")).view()}
            <p class="actions">{ui::send("main", t!(w, "today-close"))}</p>
        };
        ui::fold(&form, t!(w, "today-close-title"), ui::act(&form, "voting/close", "stack", inner))
    });
    let explain = (day.state == DayState::Closed && (day.balance.difference() != 0 || !it.trial.odd.is_empty())).then(|| {
        let form = form.about("form", "explain");
        let inner = view! {
            {fields(&code)}{ui::hidden("form", "explain")}
            {ui::field(&form, "explanation", t!(w, "today-explanation")).rows(2).limit(1000).value(day.explanation.clone()).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "today-explain"))}</p>
        };
        ui::fold(&form, t!(w, "today-explain"), ui::act(&form, "voting/explain", "stack", inner))
    });
    let closer = day.closed_by.is_some() && day.closed_by == v.me().map(|me| me.id);
    let reconcile = (day.state == DayState::Closed).then(|| match closer {
        true => ui::notice("status", t!(w, "today-other-officer")),
        false => plain("voting/reconcile", "main", "today-reconcile"),
    });
    let takes_paper = matches!(day.state, DayState::Open | DayState::Paused | DayState::Suspended | DayState::Closed) && !it.paper_agrees;
    let paper = takes_paper.then(|| {
        let href = v.href(&format!("/exhibitions/{code}/paper?day={}", day.day.iso()));
        view! { <p class="actions">{ui::button("quiet", href, t!(w, "today-enter-paper"))}</p> }
    });
    let told = match (it.paper.len(), it.paper_agrees) {
        (_, true) => Some(ui::notice("status", t!(w, "today-paper-agreed"))),
        (1, _) => Some(ui::notice("warning", t!(w, "today-paper-once"))),
        _ => None,
    };
    view! { {open}{resume}{told}{reconcile}{explain}{paper}{pause}{close} }.into_any()
}

fn batches(v: &Visit, it: &Desk) -> AnyView {
    let w = v.w;
    let code = it.shown.stop.code.clone();
    let form = v.form();
    let today = v.ctx.now.day();
    let takes = it
        .shown
        .days
        .iter()
        .any(|day| day.day == today && day.closes > v.ctx.now && !matches!(day.state, DayState::Closed | DayState::Suspended));
    let rows = it
        .batches
        .iter()
        .map(|of| {
            let act = |act: &'static str, kind: &'static str, words: &str| {
                let fields =
                    view! { {ui::hidden("stop", code.clone())}{ui::hidden("number", of.number.to_string())}{ui::send(kind, t!(w, words))} };
                ui::act(&form, act, "actions", fields)
            };
            let printed = of.state == BatchState::Printed && it.may;
            let does = printed.then(|| {
                let href = v.href(&format!("/exhibitions/{code}/slips/{}", of.number));
                view! {
                    <div class="actions">
                        {ui::button("quiet", href, t!(w, "slips-sheets"))}
                        {takes.then(|| act("voting/issue", "main", "slips-issue"))}
                        {act("voting/take-back", "plain", "slips-take-back")}
                    </div>
                }
            });
            let state = t!(w, &format!("batch-{}", of.state.code()));
            let day = of.day.map(|day| w.date_short(day)).unwrap_or_default();
            let part = of.part.map(|part| t!(w, &format!("part-{}", part.code()))).unwrap_or_default();
            let test = if of.is_test { t!(w, "slips-test") } else { String::new() };
            vec![
                ui::text(format!("{} {test}", of.number)),
                ui::text(format!("{}–{}", of.first, of.last())),
                ui::text(state),
                ui::text(format!("{day} {part}")),
                ui::text(of.handed.map(|n| n.to_string()).unwrap_or_default()),
                ui::text(of.used.to_string()),
                does.into_any(),
            ]
        })
        .collect::<Vec<_>>();
    let heads =
        ["slips-number", "slips-serials", "status", "slips-day", "slips-handed", "today-used", "slips-do"].map(|key| t!(w, key)).to_vec();
    let list = if rows.is_empty() {
        ui::empty(t!(w, "slips-none"), t!(w, "slips-none-why"), None)
    } else {
        ui::records(t!(w, "slips-title"), heads, rows)
    };
    let print = it.may.then(|| {
        let form = form.about("form", "print");
        let inner = view! {
            {ui::hidden("stop", code.clone())}{ui::hidden("form", "print")}
            {ui::field(&form, "size", t!(w, "slips-size")).kind("number").value("200").hint(t!(w, "slips-size-hint")).required().view()}
            {ui::field(&form, "test", t!(w, "slips-test-tick")).tick()}
            <p class="actions">{ui::send("quiet", t!(w, "slips-print"))}</p>
        };
        ui::fold(&form, t!(w, "slips-print"), ui::act(&form, "voting/print", "stack", inner))
    });
    let void = it.may.then(|| {
        let form = form.about("form", "void");
        let inner = view! {
            {ui::hidden("stop", code.clone())}{ui::hidden("form", "void")}
            {ui::field(&form, "serial", t!(w, "slips-serial")).kind("number").required().view()}
            {ui::field(&form, "reason", t!(w, "slips-void-reason")).limit(1000).required().view()}
            <p class="actions">{ui::send("stop", t!(w, "slips-void"))}</p>
        };
        ui::fold(&form, t!(w, "slips-void"), ui::act(&form, "voting/void-slip", "stack", inner))
    });
    ui::section(t!(w, "slips-title"), None, view! { {list}{print}{void} })
}

fn machines(v: &Visit, it: &Desk) -> AnyView {
    let w = v.w;
    if !it.may {
        return ().into_any();
    }
    let form = v.form();
    let rows = it
        .kiosks
        .iter()
        .map(|of| {
            let href = v.href(&format!("/kiosk/{}", of.device));
            let seen = of.seen.map_or_else(|| t!(w, "kiosks-never"), |at| t!(w, "kiosks-seen", at = w.moment_short(at)));
            view! {
                <li class="task"><div><a href=href><b>{t!(w, "kiosks-n", n = of.number)}</b></a>
                <p class="quiet">{t!(w, "kiosks-sent", n = of.sent)}" · "{seen}</p></div></li>
            }
        })
        .collect_view();
    let numbers = (1..=it.shown.stop.kiosks).map(|n| (n.to_string(), n.to_string()));
    let form = form.about("form", "kiosk");
    let inner = view! {
        {ui::hidden("stop", it.shown.stop.code.clone())}{ui::hidden("form", "kiosk")}
        {ui::field(&form, "number", t!(w, "kiosks-number")).choices(numbers).view()}
        <p class="actions">{ui::send("quiet", t!(w, "kiosks-set-up"))}</p>
    };
    view! {
        <section class="card"><h2>{t!(w, "kiosks-title")}</h2>
            {if it.kiosks.is_empty() { view! { <p class="quiet">{t!(w, "kiosks-none")}</p> }.into_any() } else { view! { <ul class="tasks">{rows}</ul> }.into_any() }}
            {ui::fold(&form, t!(w, "kiosks-set-up"), view! { <p>{t!(w, "kiosks-set-up-lead")}</p>{ui::act(&form, "voting/set-up-kiosk", "stack", inner)} })}
        </section>
    }
    .into_any()
}

/// The form for what one officer reads on the paper of a day.
pub async fn paper(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let asked = v.asked("day").map(str::to_owned);
    let it = find::desk(&mut v.ctx, &code, asked.as_deref()).await?;
    let day: Day = it.day.as_ref().map(|it| it.day).ok_or_else(Problem::unknown)?;
    let form = v.form().inside("form");
    let awards = it
        .ballot
        .awards
        .iter()
        .map(|award| {
            let fields = award
                .entries
                .iter()
                .map(|entry| {
                    let label = format!("{} {}", entry.code, w.pick(&entry.title));
                    ui::field(&form, format!("form[votes][{}][{}]", award.code, entry.code), label).kind("number").view()
                })
                .collect_view();
            view! { <fieldset><legend>{w.pick(&award.name)}</legend>{fields}</fieldset> }
        })
        .collect_view();
    let inner = view! {
        {ui::hidden("form[stop]", code.clone())}
        {ui::hidden("form[day]", day.iso())}
        <div class="pair">
            {ui::field(&form, "form[ballots]", t!(w, "paper-ballots")).kind("number").required().view()}
            {ui::field(&form, "form[spoilt]", t!(w, "paper-spoilt")).kind("number").view()}
        </div>
        {awards}
        <p class="actions">{ui::send("main", t!(w, "paper-send"))}</p>
    };
    let way = format!("/exhibitions/{code}/today?day={}", day.iso());
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "stops-title"), "/exhibitions"), (t!(w, "today-title"), &way)], t!(w, "paper-title"))}
        {ui::error_summary(&form)}
        {ui::title(Some(w.date(day)), t!(w, "paper-title"), Some(t!(w, "paper-lead")))}
        {ui::act(&form, "voting/paper", "stack", inner)}
    };
    Ok(Page::new(t!(w, "paper-title"), view).width(Width::Form).hidden())
}

/// The sheets of a batch, to print and cut.
pub async fn slips(v: &mut Visit) -> Answer<Paper> {
    let code = v.param(0).to_owned();
    let number: i64 = v.param(1).parse().map_err(|_| Problem::unknown())?;
    let sheet = Arc::new(sheets::sheets(&mut v.ctx, &code, number).await?);
    let make = Box::pin(crate::workshops::acts::door::printed(move || print::slips::slips(&sheet)));
    Ok(Paper { name: format!("{code}-{number}.pdf"), mime: "application/pdf", inline: true, make })
}
