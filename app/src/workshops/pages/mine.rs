//! What is one's own: registrations and where they stand, the door, the evaluation, the records.

use leptos::prelude::*;

use super::{
    super::{
        acts::{self, door, find},
        rules::{queue::Why, *},
    },
    member_fields,
};
use crate::{
    base::{
        print,
        problem::Answer,
        roles::Reach,
        time::Moment,
        visit::{File, Page, Visit, Width},
        words::Words,
    },
    surveys, t,
    ui::{self, Instant},
};

/// The chip of a registration's status.
pub(super) fn status_chip(w: Words, status: Status) -> AnyView {
    let state = match status {
        Status::Confirmed | Status::Attended => "good",
        Status::Offered | Status::AwaitingEndorsement | Status::Waitlisted => "wait",
        Status::Declined | Status::NoShow => "stop",
        Status::Withdrawn | Status::Cancelled => "quiet",
    };
    ui::chip(state, t!(w, &format!("status-{}", status.code().replace('_', "-"))))
}

/// Registrations as rows: the workshop's day, who, where it stands.
pub(crate) fn entries(v: &Visit, entries: &[find::Entry]) -> AnyView {
    let w = v.w;
    let items = entries
        .iter()
        .map(|entry| {
            let r = &entry.registration;
            let href = v.href(&format!("/registrations/{}", r.reference));
            let people: Vec<String> = entry.participants.iter().map(|p| w.pick(&p.name)).collect();
            let position = entry.position.map(|n| t!(w, "status-position", n = n));
            let until = r.offered_until.filter(|_| r.status == Status::Offered).map(|until| ui::deadline(w, "offer-until", until, v.ctx.now));
            view! {
                <li class="listing__row">
                    {ui::when(w, entry.workshop.starts, entry.workshop.ends)}
                    <div class="listing__body"><h3><a href=href>{w.pick(&entry.workshop.title)}</a></h3>
                        <p>{people.join(if w.lang.is_chinese() { "、" } else { ", " })}</p><p class="quiet">{w.month(entry.workshop.starts.day())}" · "{r.reference.clone()}</p></div>
                    <div class="listing__side"><p class="listing__state">{status_chip(w, r.status)}" "{position}</p>{until}</div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="listing">{items}</ol> }.into_any()
}

pub async fn registrations(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = find::mine(&mut v.ctx).await?;
    let records = door::my_records(&mut v.ctx).await?;
    let (coming, past): (Vec<_>, Vec<_>) = all.into_iter().partition(|e| e.registration.status.is_live() && e.workshop.ends > v.ctx.now);
    let list = if coming.is_empty() {
        ui::empty(t!(w, "mine-none"), t!(w, "mine-none-why"), Some(ui::button("main", v.href("/workshops?show=open"), t!(w, "mine-find"))))
    } else {
        entries(v, &coming)
    };
    let rows: Vec<Vec<AnyView>> = records
        .into_iter()
        .map(|(it, attendance, code)| {
            let paper = match code.filter(|_| v.ctx.now >= it.ends) {
                Some(code) => {
                    let (page, paper) = (v.href(&format!("/records/{code}")), v.href(&format!("/records/{code}/paper")));
                    view! { <a href=page>{code}</a>" · "<a href=paper>"PDF"</a> }.into_any()
                }
                None => ui::text("–"),
            };
            vec![
                ui::text(w.pick(&it.title)),
                ui::text(w.date(it.starts.day())),
                ui::text(t!(w, &format!("attendance-{}", attendance.code()))),
                paper,
            ]
        })
        .collect();
    let heads = ["mine-workshop", "date", "mine-attendance", "mine-record"].map(|key| t!(w, key)).to_vec();
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "mine-title"), Some(t!(w, "mine-lead")))}
        {ui::section(t!(w, "mine-coming"), None, list)}
        {(!rows.is_empty()).then(|| ui::section(t!(w, "mine-records"), None, ui::records(t!(w, "mine-records"), heads, rows)))}
        {(!past.is_empty()).then(|| ui::section(t!(w, "mine-past"), None, entries(v, &past)))}
    };
    Ok(Page::new(t!(w, "mine-title"), view).hidden())
}

pub async fn registration(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let reference = v.param(0).to_owned();
    let f = find::registration(&mut v.ctx, &reference).await?;
    let (r, it, now) = (&f.registration, &f.workshop, v.ctx.now);
    let title = w.pick(&it.title);
    let endorse = usize::from(it.endorsed);
    let step = match r.status {
        Status::AwaitingEndorsement => 1,
        Status::Waitlisted | Status::Offered => 1 + endorse,
        Status::Confirmed => 2 + endorse,
        Status::Attended => 4 + endorse,
        _ => 1,
    };
    let mut steps = vec![t!(w, if r.is_team { "step-team" } else { "step-self" })];
    if it.endorsed {
        steps.push(t!(w, "step-endorse"));
    }
    steps.extend([t!(w, "step-place"), t!(w, "step-attend"), t!(w, "step-record")]);
    let ended = !r.status.is_live() && r.status != Status::Attended;
    let facts = ui::facts(vec![
        (
            t!(w, "date"),
            ui::text(format!("{}{}{}", w.date(it.starts.day()), if w.lang.is_chinese() { "" } else { ", " }, w.span(it.starts, it.ends))),
        ),
        (t!(w, "place"), ui::text(format!("{} {}", w.pick(&f.venue.name), w.pick(&f.venue.district_name)))),
        (t!(w, "registration-people"), ui::text(t!(w, "registration-people-n", n = r.people))),
        (t!(w, "registration-asked"), ui::text(w.moment(r.asked_at))),
    ]);
    let offer = (r.status == Status::Offered && f.reach >= Reach::Own).then(|| {
        let until = r.offered_until.unwrap_or(now);
        let form = v.form();
        view! {
            <section class="card">
                <h2>{t!(w, "offer-title")}</h2>
                <p>{t!(w, "offer-words", n = r.people)}</p>
                {ui::deadline(w, "offer-until", until, now)}
                {ui::act(&form, "workshops/accept", "actions", view! { {ui::hidden("reference", reference.clone())}{ui::send("main", t!(w, "offer-accept"))} })}
            </section>
        }
    });
    let waiting = f.waiting.map(|(position, reason)| {
        view! {
            <section class="card">
                <h2>{t!(w, "waiting-title", n = position)}</h2>
                {ui::why(t!(w, "waiting-why"), view! { <p>{why_words(w, reason)}</p><p>{t!(w, "waiting-rule", until = w.moment_short(it.waitlist_closes(&f.holidays)))}</p> })}
            </section>
        }
    });
    let reason = r.reason.clone().map(|reason| ui::notice("warning", t!(w, "registration-reason", reason = reason)));
    let history = f
        .steps
        .iter()
        .map(|s| Instant {
            at: Moment(s.at),
            heading: t!(w, &format!("history-{}", s.step.replace('_', "-"))),
            words: Some(match &s.reason {
                Some(reason) => format!("{} · {reason}", w.pick(&crate::base::text::Bi::new(&s.by_post_en, &s.by_post_zh))),
                None => w.pick(&crate::base::text::Bi::new(&s.by_post_en, &s.by_post_zh)),
            }),
        })
        .collect();
    let by_itself = coming(w, &f, now);
    let mine = f.reach >= Reach::Own;
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "mine-title"), "/registrations")], reference.clone())}
        {ui::error_summary(&v.form().returned("participant"))}
        <div class="split">
            <div class="split__head">
                {ui::title(Some(t!(w, "registration-kicker")), title.clone(), None)}
                {(!ended).then(|| ui::stepper(w, steps, Some(step)))}
                {reason}
            </div>
            <aside class="split__side">
                <section class="receipt">
                    <p class="receipt__label">{t!(w, "registration-reference")}</p>
                    <p class="receipt__no">{reference.clone()}</p>
                    <p>{status_chip(w, r.status)}</p>
                    <p class="actions">{ui::button("quiet", v.href(&format!("/workshops/{}/calendar", it.code)), t!(w, "workshops-add-calendar"))}</p>
                </section>
                {offer}
                {waiting}
                {(!by_itself.is_empty()).then(|| view! { <section class="card"><h2>{t!(w, "registration-next")}</h2>{ui::timeline(w, by_itself, now)}</section> })}
                {(mine && r.status.is_live()).then(|| leave(v, r))}
            </aside>
            <div class="split__main">
                {facts}
                {ui::section(t!(w, "registration-members"), None, members(v, &f, mine))}
                {ui::section(t!(w, "registration-history"), None, ui::timeline(w, history, Moment(i64::MAX)))}
            </div>
        </div>
    };
    Ok(Page::new(format!("{reference} · {title}"), view).hidden())
}

pub(super) fn why_words(w: Words, why: Why) -> String {
    match why {
        Why::Quota { left, people } => t!(w, "why-quota", left = left, people = people),
        Why::Places { free, people } => t!(w, "why-places", free = free, people = people),
    }
}

/// What will happen by itself, and when.
fn coming(w: Words, f: &find::Followed, now: Moment) -> Vec<Instant> {
    let it = &f.workshop;
    let mut instants = Vec::new();
    let mut add = |at: Moment, key: &str| {
        if at > now {
            instants.push(Instant { at, heading: t!(w, key), words: None });
        }
    };
    match f.registration.status {
        Status::AwaitingEndorsement => add(it.closes, "auto-not-endorsed"),
        Status::Offered => {
            if let Some(until) = f.registration.offered_until {
                add(until, "auto-offer-lapses");
            }
        }
        Status::Waitlisted => add(it.waitlist_closes(&f.holidays), "auto-list-closes"),
        Status::Confirmed => {
            add(it.changes_close(&f.holidays), "auto-changes-close");
            add(it.starts, "auto-starts");
            add(it.ends, "auto-evaluation");
        }
        _ => {}
    }
    instants
}

/// Members with their door codes; a form to exchange one while that is possible.
fn members(v: &Visit, f: &find::Followed, mine: bool) -> AnyView {
    let w = v.w;
    let form = v.form();
    let may_change = mine && f.registration.status.is_live() && f.workshop.may_change(v.ctx.now, &f.holidays).is_ok();
    let shows_codes = mine && f.registration.status == Status::Confirmed;
    let items = f
        .participants
        .iter()
        .map(|p| {
            let exchange = may_change.then(|| {
                let form = form.about("participant", &p.id.0.to_string());
                let fields = view! {
                    {ui::hidden("reference", f.registration.reference.clone())}
                    {ui::hidden("participant", p.id.0.to_string())}
                    {member_fields(&form, 0, "", "", false)}
                    <p class="actions">{ui::send("main", t!(w, "substitute-send"))}</p>
                };
                view! { <details class="why"><summary>{t!(w, "substitute-title")}</summary>{ui::act(&form, "workshops/substitute", "stack", fields)}</details> }
            });
            let code = shows_codes.then(|| view! { <p class="quiet">{t!(w, "door-code")}" "<code class="code">{p.door_code.clone()}</code></p> });
            let attendance = p.attendance.map(|a| ui::chip(if a == Attendance::Absent { "stop" } else { "good" }, t!(w, &format!("attendance-{}", a.code()))));
            view! { <li><p><b>{w.pick(&p.name)}</b>" "<span class="quiet">{w.pick(&p.post)}" · "{p.email.clone()}</span>" "{attendance}</p>{code}{exchange}</li> }
        })
        .collect_view();
    view! { <ul class="people">{items}</ul> }.into_any()
}

/// Giving it up, asked once, saying what is lost.
fn leave(v: &Visit, r: &Registration) -> AnyView {
    let w = v.w;
    let form = v.form();
    let loss = match r.status {
        Status::Confirmed => t!(w, "leave-loss-place", n = r.people),
        Status::Offered => t!(w, "leave-loss-offer"),
        _ => t!(w, "leave-loss-wait"),
    };
    let fields = view! {
        {ui::hidden("reference", r.reference.clone())}
        {ui::field(&form, "reason", t!(w, "leave-reason")).rows(2).limit(500).view()}
        <p class="actions">{ui::send("stop", t!(w, "leave-send"))}</p>
    };
    ui::confirm(t!(w, "leave-title"), loss, ui::act(&form, "workshops/give-up", "stack", fields))
}

/// The page behind the door's QR code: one button, "I am here".
pub async fn attend(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (code, token) = (v.param(0).to_owned(), v.param(1).to_owned());
    let (it, mine) = door::at_the_door(&mut v.ctx, &code, &token).await?;
    let form = v.form();
    let title = w.pick(&it.title);
    let here = mine.participant.attendance.is_some_and(|a| a != Attendance::Absent);
    let inner = if here {
        view! {
            <section class="receipt"><p class="receipt__label">{w.pick(&mine.participant.name)}</p><p class="receipt__no">{t!(w, "attend-present")}</p></section>
            <p>{t!(w, "attend-then", ends = w.time(it.ends))}</p>
            <p class="actions">{ui::button("quiet", v.href(&format!("/registrations/{}", mine.reference)), mine.reference.clone())}</p>
        }
        .into_any()
    } else {
        let fields = view! {
            {ui::hidden("code", code.clone())}
            {ui::hidden("token", token)}
            <p class="actions">{ui::send("main", t!(w, "attend-here"))}</p>
        };
        view! { <p>{t!(w, "attend-as", name = w.pick(&mine.participant.name), reference = mine.reference.clone())}</p>{ui::act(&form, "workshops/arrive", "stack", fields)} }.into_any()
    };
    let view = view! {
        {ui::done(v)}
        {ui::title(Some(w.date(it.starts.day())), title.clone(), None)}
        {ui::error_summary(&form)}
        {inner}
    };
    Ok(Page::new(title, view).width(Width::Form).hidden())
}

pub async fn evaluate(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let (it, asked) = door::may_evaluate(&mut v.ctx, &code).await?;
    let title = w.pick(&it.title);
    let answered = surveys::acts::has_answered(&mut v.ctx, &asked.subject).await?;
    let form = v.form();
    let inner = if answered && form.errors().is_empty() {
        ui::notice("status", t!(w, "evaluate-thanks"))
    } else if v.ctx.now >= asked.closes {
        ui::notice("warning", t!(w, "surveys-closed", closes = w.moment(asked.closes)))
    } else {
        let questions = surveys::SCORED.map(|question| scored(&form, question)).collect_view();
        let written = surveys::WRITTEN
            .map(|question| {
                let limit = u32::try_from(surveys::WORDS_LIMIT).unwrap_or(600);
                ui::field(&form, question, t!(w, &format!("question-{question}"))).rows(3).limit(limit).view()
            })
            .collect_view();
        let fields = view! {
            {ui::hidden("code", code)}
            {questions}
            {written}
            <p class="actions">{ui::send("main", t!(w, "evaluate-send"))}</p>
        };
        view! { <p class="quiet">{t!(w, "evaluate-anonymous", fewest = surveys::FEWEST)}</p>{ui::act(&form, "workshops/evaluate", "stack", fields)} }.into_any()
    };
    let view = view! {
        {ui::title(Some(t!(w, "evaluate-kicker")), title.clone(), None)}
        {ui::error_summary(&form)}
        {inner}
    };
    Ok(Page::new(format!("{} · {title}", t!(w, "evaluate-kicker")), view).width(Width::Form).hidden())
}

/// One question, five choices.
fn scored(form: &crate::base::visit::Form, question: &'static str) -> AnyView {
    let w = form.w;
    let chosen = form.typed(question).unwrap_or_default();
    let error = form.error(question);
    let error_id = error.as_ref().map(|_| format!("{question}-error"));
    let state = error.as_ref().map(|_| "error");
    let choices = (1..=5)
        .rev()
        .map(|n| {
            let id = (n == 5).then_some(question);
            let value = n.to_string();
            let checked = chosen == value;
            view! { <label class="choice"><input type="radio" id=id name=question value=value checked=checked/>" "{t!(w, &format!("score-{n}"))}</label> }
        })
        .collect_view();
    view! {
        <fieldset class="field" data-state=state aria-describedby=error_id>
            <legend>{t!(w, &format!("question-{question}"))}</legend>
            {error.map(|text| view! { <p class="field__error" id=format!("{question}-error")>{text}</p> })}
            {choices}
        </fieldset>
    }
    .into_any()
}

/// An attendance record at its public address: what it must say, and no more.
pub async fn record(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let record = door::record(&mut v.ctx, &code).await?;
    let own = v.me().is_some_and(|me| me.id == record.person);
    let other = w.other();
    let (title, other_title) = (w.pick(&record.workshop.title), other.pick(&record.workshop.title));
    let words = |w: Words| {
        let date = w.date(record.workshop.starts.day());
        let key = if record.part { "record-words-part" } else { "record-words" };
        t!(
            w,
            key,
            name = w.pick(&record.name),
            organisation = w.pick(&record.organisation),
            title = w.pick(&record.workshop.title),
            date = date
        )
    };
    let paper = own.then(
        || view! { <p class="actions">{ui::button("main", v.href(&format!("/records/{}/paper", record.code)), t!(w, "record-paper"))}</p> },
    );
    let view = view! {
        {ui::notice("status", t!(w, "record-genuine"))}
        <article class="record">
            <p class="record__mark">"嘉許 Accolade"</p>
            <h1>{t!(w, "record-title")}</h1>
            <div class="record__pair">
                <p lang=w.lang.tag()>{words(w)}</p>
                <p lang=other.lang.tag()>{words(other)}</p>
            </div>
            <p class="record__code">{record.code.clone()}</p>
        </article>
        {paper}
        <p class="quiet">{title}" · "<span lang=other.lang.tag()>{other_title}</span></p>
    };
    Ok(Page::new(t!(w, "record-title"), view).width(Width::Read).hidden())
}

/// The record as a paper to print.
pub async fn record_paper(v: &mut Visit) -> Answer<File> {
    let code = v.param(0).to_owned();
    let record = door::record_paper(&mut v.ctx, &code).await?;
    let name = format!("{}.pdf", record.code);
    let bytes = acts::door::printed(move || print::attendance_record(&record)).await?;
    Ok(File { name, mime: "application/pdf", bytes, inline: true })
}
