//! The front page, each person's desk, and the papers of the house: notices, outbox, audit.

use leptos::prelude::*;

use crate::{
    awards::{
        EntryState, RoundState, SchemeState,
        acts::{find as entries, panel, score},
        pages::scheme_card,
    },
    base::{
        audit as chain,
        problem::{Answer, Problem},
        roles::{Action, Reach},
        time::Moment,
        visit::{Page, Visit, Width},
    },
    showcase, t, ui,
    voting::{self, pages as stops},
    workshops::{
        Status,
        acts::{door, find},
        pages::{listing, need, status_rows},
    },
};

pub async fn front(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let coming = find::catalogue(&mut v.ctx, &find::Filter::default()).await?;
    let all = find::catalogue(&mut v.ctx, &find::Filter { show: Some("all".into()), ..Default::default() }).await?;
    let held = find::completed(&mut v.ctx, "PM", 2002).await?;
    let organisations = crate::people::acts::organisations(&mut v.ctx).await?.len();
    let venues = crate::venues::acts::venues(&mut v.ctx).await?.len();
    let attended: i64 = all.iter().filter(|row| row.workshop.state == crate::workshops::State::Completed).map(|row| row.confirmed).sum();
    let mut next = coming;
    next.truncate(4);
    let desk = if v.me().is_some() { "/desk" } else { "/sign-in" };
    let kicker = t!(w, "front-kicker", month = w.month(v.ctx.now.day()));
    let all_link = view! { <a href=v.href("/workshops?show=all")>{t!(w, "front-all", n = all.len())}</a> }.into_any();
    let shut = stops::shut_notices(v).await?;
    let voting = voting::acts::find::open_now(&mut v.ctx).await?.map(|(shown, day)| {
        view! {
            <section class="card vote__today"><h2>{t!(w, "front-vote-title", stop = w.pick(&shown.stop.name))}</h2>
            <p>{t!(w, "front-vote-words", closes = w.time(day.closes))}</p>
            <p class="actions">{ui::button("main", v.href("/vote"), t!(w, "front-vote-button"))}
            {ui::button("plain", v.href(&format!("/exhibitions/{}", shown.stop.code)), t!(w, "stops-title"))}</p></section>
        }
    });
    let show = showcase::pages::card(v).await?;
    let schemes: Vec<_> = entries::schemes(&mut v.ctx).await?.into_iter().filter(|it| it.state != SchemeState::Draft).take(2).collect();
    let cards = schemes.iter().map(|it| scheme_card(v, it, v.ctx.now)).collect_view();
    let schemes = (!schemes.is_empty()).then(|| ui::section(t!(w, "front-schemes"), None, view! { <ol class="listing">{cards}</ol> }));
    let list = if next.is_empty() { ui::empty(t!(w, "workshops-none"), t!(w, "front-none-why"), None) } else { listing(v, &next) };
    let view = view! {
        <section class="hero">
            <p class="title__kicker">{kicker}</p>
            <h1>{t!(w, "front-title")}</h1>
            <p class="title__lead">{t!(w, "front-lead")}</p>
            <p class="actions">{ui::button("main", v.href("/workshops"), t!(w, "front-find"))}{ui::button("quiet", v.href(desk), t!(w, "front-desk"))}</p>
        </section>
        {shut}
        {voting}
        {show}
        <dl class="tiles">
            <div><dt>{t!(w, "front-meter")}</dt><dd>{t!(w, "organise-of", n = held, of = 8)}</dd></div>
            <div><dt>{t!(w, "front-workshops")}</dt><dd>{all.len()}</dd></div>
            <div><dt>{t!(w, "front-organisations")}</dt><dd>{organisations}</dd></div>
            <div><dt>{t!(w, "front-people")}</dt><dd>{attended}</dd></div>
            <div><dt>{t!(w, "front-venues")}</dt><dd>{venues}</dd></div>
        </dl>
        {ui::section(t!(w, "front-next"), Some(all_link), list)}
        {schemes}
    };
    Ok(Page::new(t!(w, "front-name"), view))
}

/// Something that needs the person: where, what, about what, and until when in which words.
type Task = (String, String, String, Option<(&'static str, Moment)>);

/// My desk: what needs me, what is coming, what happened.
pub async fn desk(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let me = v.ctx.me()?;
    let now = v.ctx.now;
    let mine = find::mine(&mut v.ctx).await?;
    let mut tasks: Vec<Task> = Vec::new();
    for entry in &mine {
        let r = &entry.registration;
        let title = w.pick(&entry.workshop.title);
        let path = format!("/registrations/{}", r.reference);
        if r.status == Status::Offered {
            tasks.push((
                path.clone(),
                t!(w, "task-offer", n = r.people),
                title.clone(),
                r.offered_until.map(|until| ("offer-until", until)),
            ));
        }
        let attended =
            entry.participants.iter().any(|p| p.person == me.id && p.attendance.is_some_and(|a| a != crate::workshops::Attendance::Absent));
        let closes = entry.workshop.ends.plus_days(crate::surveys::OPEN_DAYS);
        if attended && now >= entry.workshop.ends && now < closes {
            let subject = format!("workshop:{}", entry.workshop.code);
            if !crate::surveys::acts::has_answered(&mut v.ctx, &subject).await? {
                tasks.push((
                    format!("/workshops/{}/evaluate", entry.workshop.code),
                    t!(w, "task-evaluate"),
                    title,
                    Some(("task-until", closes)),
                ));
            }
        }
    }
    if v.ctx.viewer.reach(Action::Endorse) == Reach::Own {
        for entry in find::department(&mut v.ctx).await? {
            if entry.registration.status == Status::AwaitingEndorsement {
                let path = format!("/department#{}", entry.registration.reference);
                tasks.push((
                    path,
                    t!(w, "task-endorse", n = entry.registration.people),
                    w.pick(&entry.workshop.title),
                    Some(("endorse-until", entry.workshop.closes)),
                ));
            }
        }
    }
    if v.ctx.viewer.reach(Action::RunWorkshops) == Reach::All {
        for row in find::programme(&mut v.ctx).await? {
            if let Some(words) = need(w, &row, now) {
                tasks.push((format!("/organise/{}", row.workshop.code), words, w.pick(&row.workshop.title), None));
            }
        }
    }
    tasks.extend(award_tasks(v).await?);
    tasks.extend(vote_tasks(v).await?);
    tasks.extend(show_tasks(v).await?);
    tasks.sort_by_key(|(.., deadline)| deadline.map_or(Moment(i64::MAX), |(_, at)| at));
    let records = door::my_records(&mut v.ctx).await?;
    let (coming, past): (Vec<_>, Vec<_>) = mine.into_iter().partition(|e| e.registration.status.is_live() && e.workshop.ends > now);
    let count = tasks.len();
    let items = tasks
        .into_iter()
        .map(|(path, words, about, until)| {
            let until = until.map(|(key, at)| ui::deadline(w, key, at, now));
            view! { <li class="task"><div><a href=v.href(&path)><b>{words}</b></a><p>{about}</p></div>{until}</li> }
        })
        .collect_view();
    let needs = if count == 0 {
        ui::empty(t!(w, "desk-nothing"), t!(w, "desk-nothing-why"), None)
    } else {
        view! { <ul class="tasks">{items}</ul> }.into_any()
    };
    let soon = if coming.is_empty() {
        ui::empty(t!(w, "mine-none"), t!(w, "mine-none-why"), Some(ui::button("main", v.href("/workshops?show=open"), t!(w, "mine-find"))))
    } else {
        status_rows(v, &coming)
    };
    let view = view! {
        {ui::done(v)}
        {ui::title(Some(t!(w, "desk-of", post = w.pick(&me.post_title), organisation = me.organisation.clone())), t!(w, "desk-hello", name = w.pick(&me.name)), None)}
        <div class="desk">
            <section class="desk__needs"><h2>{t!(w, "desk-needs")}</h2>{needs}</section>
            <section class="desk__coming"><h2>{t!(w, "desk-coming")}</h2>{soon}</section>
            {(!past.is_empty()).then(|| view! { <section class="desk__past"><h2>{t!(w, "desk-past")}</h2>{status_rows(v, &past)}</section> })}
        </div>
        <p class="actions">
            {ui::button("quiet", v.href("/registrations"), t!(w, "desk-records", n = records.len()))}
            {(v.ctx.viewer.reach(Action::WriteLetters) >= Reach::Read).then(|| ui::button("quiet", v.href("/letters/reminders"), t!(w, "letters-reminders")))}
            {ui::button("plain", v.href("/account"), t!(w, "people-account"))}
        </p>
    };
    Ok(Page::new(t!(w, "nav-desk"), view).hidden())
}

/// What award schemes need of the viewer: words to write, agree or endorse, entries to check.
async fn award_tasks(v: &mut Visit) -> Answer<Vec<Task>> {
    let w = v.w;
    let me = v.ctx.me()?;
    let now = v.ctx.now;
    let mut tasks = Vec::new();
    for (scheme, entry) in entries::mine(&mut v.ctx).await? {
        let closes = entry.reopened_until.unwrap_or(scheme.entry_closes);
        if !entry.state.is_editable() || now >= closes {
            continue;
        }
        let silent = entry.partners.iter().any(|it| it.organisation == me.organisation && it.agreed_at.is_none());
        let leads = entry.lead == me.organisation && v.ctx.viewer.reach(Action::EnterAwards) == Reach::Own;
        let words = match entry.state {
            _ if entry.endorser == Some(me.id) && entry.endorsement.is_none() => t!(w, "task-stand-behind"),
            _ if silent => t!(w, "task-agree"),
            EntryState::Enrolled if leads => t!(w, "task-confirm-entry"),
            EntryState::Returned if leads => t!(w, "task-entry-returned"),
            EntryState::Draft if leads => t!(w, "task-finish-entry"),
            _ => continue,
        };
        let title = w.pick(&entry.texts.title);
        let about = if title.trim().is_empty() { entry.code.clone() } else { title };
        tasks.push((format!("/entries/{}", entry.code), words, about, Some(("schemes-closes-at", closes))));
    }
    for (scheme, waiting) in entries::to_check(&mut v.ctx).await? {
        let path = format!("/awards/{}/desk?state=submitted", scheme.code);
        tasks.push((path, t!(w, "task-check-entries", n = waiting), w.pick(&scheme.name), None));
    }
    tasks.extend(judging_tasks(v).await?);
    Ok(tasks)
}

/// What exhibitions need of the viewer: to be on duty, to balance a day, to count.
async fn vote_tasks(v: &mut Visit) -> Answer<Vec<Task>> {
    let w = v.w;
    let mut tasks = Vec::new();
    for it in voting::acts::find::duties(&mut v.ctx).await? {
        use voting::acts::find::Need;
        let name = w.pick(&it.name);
        let (path, words, until) = match it.need {
            Need::Today(closes) => {
                (format!("/exhibitions/{}/today", it.code), t!(w, "task-today", stop = name.clone()), Some(("task-until", closes)))
            }
            Need::Balance(day) => (
                format!("/exhibitions/{}/today?day={}", it.code, day.iso()),
                t!(w, "task-balance", stop = name.clone(), day = w.date_short(day)),
                None,
            ),
            Need::Count => (format!("/voting/{}/count", it.code), t!(w, "task-count"), None),
        };
        tasks.push((path, words, name, until));
    }
    Ok(tasks)
}

/// What the Showcase needs of the viewer: proposals to look at, activities to put right.
async fn show_tasks(v: &mut Visit) -> Answer<Vec<Task>> {
    let w = v.w;
    let mut tasks = Vec::new();
    for it in showcase::acts::find::duties(&mut v.ctx).await? {
        use showcase::acts::find::Duty;
        let until = |closes: Moment| (closes > v.ctx.now).then_some(("task-until", closes));
        tasks.push(match it {
            Duty::LookAt { event, waiting } => {
                ("/showcase/proposals?state=proposed".into(), t!(w, "task-proposals", n = waiting), w.pick(&event.name), None)
            }
            Duty::Confirm { event, waiting } => {
                ("/showcase/activities".into(), t!(w, "task-confirm-places", n = waiting), w.pick(&event.name), None)
            }
            Duty::PutRight(it) => (format!("/showcase/activities/{}", it.code), t!(w, "task-put-right"), w.pick(&it.title), None),
            Duty::Finish { activity, closes } => {
                (format!("/showcase/activities/{}", activity.code), t!(w, "task-finish-activity"), w.pick(&activity.title), until(closes))
            }
        });
    }
    Ok(tasks)
}

/// What panels need of the viewer: to declare, to score, to lock and decide, to approve.
async fn judging_tasks(v: &mut Visit) -> Answer<Vec<Task>> {
    let w = v.w;
    let me = v.ctx.me()?;
    let now = v.ctx.now;
    let mut tasks = Vec::new();
    if v.ctx.viewer.reach(Action::Deliberate) == Reach::Nothing {
        return Ok(tasks);
    }
    for desk in panel::desks(&mut v.ctx).await? {
        let Some(round) = desk.round else { continue };
        let code = &desk.scheme.code;
        let about = w.pick(&desk.scheme.name);
        let (mine, table) = (format!("/judging/{code}"), format!("/judging/{code}/table"));
        let chairs = desk.seat.as_ref().is_some_and(|it| it.seat.is_chair);
        match round.state {
            RoundState::Declaring if desk.seat.is_some() => {
                let left = score::mine(&mut v.ctx, code).await?.undeclared.len();
                if left > 0 {
                    tasks.push((mine, t!(w, "task-declare", n = left), about, Some(("judging-declare-by", round.opens))));
                }
            }
            RoundState::Scoring if chairs && now >= round.closes => {
                tasks.push((format!("/judging/{code}/panel"), t!(w, "task-lock-scores"), about, None));
            }
            RoundState::Scoring if desk.seat.is_some() && desk.of > desk.done && now < round.closes => {
                let due = if now < round.opens { ("judging-opens-at", round.opens) } else { ("judging-closes-at", round.closes) };
                tasks.push((mine, t!(w, "task-score", n = desk.of - desk.done), about, Some(due)));
            }
            RoundState::Locked | RoundState::Deliberating if chairs => tasks.push((table, t!(w, "task-decide"), about, None)),
            RoundState::Decided if v.ctx.viewer.reach(Action::Approve) == Reach::All && desk.scheme.set_up_by != me.id => {
                tasks.push((table, t!(w, "task-approve"), about, Some(("judging-announced-at", desk.scheme.announce_at))));
            }
            _ => {}
        }
    }
    Ok(tasks)
}

/// Notices, privacy, accessibility, contact; in a demo, the clock.
pub async fn about(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let topic = v.param(0).to_owned();
    if topic == "clock" && v.ctx.site.settings.demo {
        return Ok(clock(v));
    }
    if !["notices", "privacy", "accessibility", "contact"].contains(&topic.as_str()) {
        return Err(Problem::unknown());
    }
    let title = t!(w, &format!("about-{topic}"));
    let body = t!(w, &format!("about-{topic}-text"));
    let of_demo = format!("about-{topic}-demo");
    let warning = (v.ctx.site.settings.demo && w.has(&of_demo)).then(|| ui::notice("warning", w.say(&of_demo, &[])));
    let view =
        view! { {ui::title(None, title.clone(), None)}{warning}{ui::paragraphs(&body)}<p class="quiet">{t!(w, "about-revised")}</p> };
    Ok(Page::new(title, view).width(Width::Read))
}

/// The demo's clock: a journey takes months, a visitor has minutes.
fn clock(v: &Visit) -> Page {
    let w = v.w;
    let form = v.form();
    let fields = view! {
        {ui::field(&form, "to", t!(w, "clock-to")).kind("datetime-local").value(v.ctx.now.to_local_input()).required().view()}
        <p class="actions">{ui::send("main", t!(w, "clock-send"))}</p>
    };
    let view = view! {
        {ui::title(None, t!(w, "demo-clock"), Some(t!(w, "clock-lead", now = w.moment(v.ctx.now))))}
        {ui::error_summary(&form)}
        {ui::act(&form, "demo/clock", "stack", fields)}
    };
    Page::new(t!(w, "demo-clock"), view).width(Width::Form).hidden()
}

pub async fn audit(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    v.ctx.may(Action::KeepAudit, Reach::All)?;
    let object = v.asked("object").map(str::to_owned);
    let verdict = chain::verify(&mut v.ctx.tx).await?;
    let rows = chain::latest(&mut v.ctx.tx, object.as_deref(), 200)
        .await?
        .into_iter()
        .map(|e| {
            let href = v.href(&format!("/audit?object={}", e.object));
            vec![
                ui::text(e.seq.to_string()),
                ui::moment(w, Moment(e.at)),
                ui::text(e.actor),
                ui::text(e.action),
                view! { <a href=href>{e.object}</a> }.into_any(),
                ui::text(e.reason.unwrap_or_default()),
                view! { <code class="code">{e.hash.chars().take(12).collect::<String>()}</code> }.into_any(),
            ]
        })
        .collect();
    let heads =
        ["audit-no", "audit-when", "audit-who", "audit-what", "audit-object", "audit-reason", "audit-hash"].map(|key| t!(w, key)).to_vec();
    let state = match verdict {
        Ok(n) => ui::notice("status", t!(w, "audit-whole", n = n)),
        Err(at) => ui::notice("error", t!(w, "audit-broken", at = at)),
    };
    let view = view! {
        {ui::title(None, t!(w, "audit-title"), Some(t!(w, "audit-lead")))}
        {state}
        {ui::records(t!(w, "audit-title"), heads, rows)}
    };
    Ok(Page::new(t!(w, "audit-title"), view).hidden())
}
