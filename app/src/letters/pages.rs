//! How one's letters come, why one came, when the house reminds, what every kind looks like, and the box they go out by.

use leptos::prelude::*;

use super::{acts, rules::*};
use crate::{
    base::{
        ids::LetterId,
        outbox::{self, Topic, Way, topic},
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::Lang,
        time::Moment,
        visit::{Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

fn topic_name(w: Words, topic: Topic) -> String {
    t!(w, &format!("letters-topic-{}", topic.code()))
}

fn way_name(w: Words, way: Way) -> String {
    t!(w, &format!("letters-way-{}", way.code()))
}

/// How the viewer's letters come.
pub async fn own(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let mine = acts::mine(&mut v.ctx).await?;
    let me = v.ctx.me()?;
    let form = v.form();
    let hint = |topic: Topic| t!(w, &format!("letters-topic-{}-hint", topic.code()));
    let (open, fixed): (Vec<_>, Vec<_>) = mine.ways.into_iter().partition(|(topic, _)| topic.ways().len() > 1);
    let fixed = fixed
        .into_iter()
        .map(|(topic, way)| (topic_name(w, topic), view! { {way_name(w, way)}<p class="quiet">{hint(topic)}</p> }.into_any()))
        .collect();
    let open = open
        .into_iter()
        .map(|(topic, way)| {
            let choices: Vec<(String, String)> = topic.ways().iter().map(|it| (it.code().to_owned(), way_name(w, *it))).collect();
            ui::field(&form, topic.code(), topic_name(w, topic)).hint(hint(topic)).value(way.code()).choices(choices).view()
        })
        .collect_view();
    let back = mine.comes_back.map(|(since, answer)| {
        view! {
            {ui::notice("error", t!(w, "letters-come-back", email = me.email.clone(), since = w.moment(since), answer = answer))}
            {ui::act(&form, "letters/try-again", "actions", ui::send("quiet", t!(w, "letters-try-again")))}
        }
    });
    let fields = view! { {open}<p class="actions">{ui::send("main", t!(w, "save"))}</p> };
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "people-account"), "/account")], t!(w, "letters-own"))}
        {ui::title(None, t!(w, "letters-own"), Some(t!(w, "letters-own-lead", email = me.email)))}
        {ui::error_summary(&form)}
        {back}
        {ui::act(&form, "letters/choose", "stack", fields)}
        {ui::section(t!(w, "letters-always"), None, ui::facts(fixed))}
    };
    Ok(Page::new(t!(w, "letters-own"), view).width(Width::Form).hidden())
}

/// Why a letter came, for whoever holds it; and the end of its sort.
pub async fn why(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let token = v.param(0).to_owned();
    let (letter, topic, way) = acts::why(&mut v.ctx, &token).await?;
    let form = v.form();
    let reason = t!(w, &format!("letter-why-{}", topic::why(&letter.kind)));
    let facts = ui::facts(vec![
        (t!(w, "letters-sort"), ui::text(topic_name(w, topic))),
        (t!(w, "outbox-when"), ui::moment(w, Moment(letter.created_at))),
        (t!(w, "letters-because"), ui::text(reason)),
        (t!(w, "letters-now"), ui::text(way_name(w, way))),
    ]);
    let end = if topic.may_end() {
        let (again, words) = match way {
            Way::Never => ("yes", t!(w, "letters-again")),
            _ => ("", t!(w, "letters-stop", sort = topic_name(w, topic))),
        };
        let inner = view! { {ui::hidden("token", token)}{ui::hidden("again", again)}<p class="actions">{ui::send("main", words)}</p> };
        ui::act(&form, "letters/stop", "stack", inner)
    } else {
        view! { <p>{t!(w, "letters-cannot-end")}</p> }.into_any()
    };
    let choose = letter.person_id.is_some().then(|| view! { <p><a href=v.href("/account/letters")>{t!(w, "letters-own")}</a></p> });
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "letters-why"), Some(t!(w, "letters-why-lead")))}
        {ui::error_summary(&form)}
        {facts}
        {end}
        {choose}
    };
    Ok(Page::new(t!(w, "letters-why"), view).width(Width::Form).hidden())
}

/// When the house reminds by itself.
pub async fn reminders(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let rules = acts::rules(&mut v.ctx).await?;
    let viewer = v.ctx.viewer.clone();
    let may = |anchor: &Anchor| viewer.reach(anchor.kept_by()) == Reach::All;
    let form = v.form();
    let name = |anchor: Anchor| t!(w, &format!("letters-anchor-{}", anchor.code()));
    let rows = rules
        .iter()
        .map(|rule| {
            let drop = may(&rule.anchor).then(|| {
                let inner = view! {
                    {ui::hidden("anchor", rule.anchor.code())}{ui::hidden("days", rule.days.to_string())}
                    {ui::send("quiet", t!(w, "letters-rule-drop"))}
                };
                ui::act(&form, "letters/drop-rule", "act", inner)
            });
            let kind = format!("/letters/kinds/reminder-{}", rule.anchor.code());
            vec![
                view! { <a href=v.href(&kind)>{name(rule.anchor)}</a> }.into_any(),
                ui::text(t!(w, "letters-rule-when", days = rule.days, hour = rule.hour)),
                ui::text(t!(w, &format!("letters-to-{}", rule.anchor.code()))),
                drop.unwrap_or_else(|| ().into_any()),
            ]
        })
        .collect();
    let anchors: Vec<(String, String)> = Anchor::ALL.iter().filter(|it| may(it)).map(|it| (it.code().to_owned(), name(*it))).collect();
    let add = (!anchors.is_empty()).then(|| {
        let fields = view! {
            {ui::field(&form, "anchor", t!(w, "letters-rule-anchor")).choices(anchors).view()}
            {ui::field(&form, "days", t!(w, "letters-rule-days")).hint(t!(w, "letters-rule-days-hint")).kind("number").value("1").required().view()}
            {ui::field(&form, "hour", t!(w, "letters-rule-hour")).hint(t!(w, "letters-rule-hour-hint")).kind("number").value("9").required().view()}
            <p class="actions">{ui::send("main", t!(w, "save"))}</p>
        };
        ui::section(t!(w, "letters-rule-add"), None, ui::act(&form, "letters/put-rule", "stack", fields))
    });
    let heads = ["letters-rule-anchor", "letters-rule-falls", "outbox-to", "letters-rule-change"].map(|key| t!(w, key)).to_vec();
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "letters-reminders"), Some(t!(w, "letters-reminders-lead")))}
        {ui::error_summary(&form)}
        {ui::records(t!(w, "letters-reminders"), heads, rows)}
        {add}
        <p><a href=v.href("/letters/kinds")>{t!(w, "letters-kinds")}</a></p>
    };
    Ok(Page::new(t!(w, "letters-reminders"), view).hidden())
}

/// Every kind of letter.
pub async fn kinds(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    v.ctx.may(Action::WriteLetters, Reach::Read)?;
    let example = acts::example(&v.ctx);
    let rows = acts::kinds()
        .into_iter()
        .map(|kind| {
            let href = v.href(&format!("/letters/kinds/{kind}"));
            let subject = outbox::said(w, kind, &example, "").subject;
            vec![view! { <a href=href>{subject}</a> }.into_any(), ui::text(topic_name(w, topic::topic(kind)))]
        })
        .collect();
    let heads = vec![t!(w, "outbox-subject"), t!(w, "letters-sort")];
    let view = view! {
        {ui::title(None, t!(w, "letters-kinds"), Some(t!(w, "letters-kinds-lead")))}
        {ui::records(t!(w, "letters-kinds"), heads, rows)}
    };
    Ok(Page::new(t!(w, "letters-kinds"), view).hidden())
}

/// One kind with examples for its values, in three languages; to be tried on oneself.
pub async fn kind(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    v.ctx.may(Action::WriteLetters, Reach::Read)?;
    let asked = v.param(0).to_owned();
    let kind = acts::kinds().into_iter().find(|it| *it == asked).or_unknown()?;
    let example = acts::example(&v.ctx);
    let form = v.form();
    let link = format!("{}{}", v.ctx.site.settings.public_url, v.href("/desk"));
    let parts = [Lang::En, Lang::Tc, Lang::Sc]
        .map(|lang| {
            let written = outbox::said(Words::of(lang), kind, &example, &link);
            let body = ui::paragraphs(&written.body);
            view! { <article class="card" lang=lang.tag()><h2>{written.subject}</h2>{body}</article> }
        })
        .collect_view();
    let title = outbox::said(w, kind, &example, "").subject;
    let facts = ui::facts(vec![
        (t!(w, "letters-sort"), ui::text(topic_name(w, topic::topic(kind)))),
        (t!(w, "letters-because"), ui::text(t!(w, &format!("letter-why-{}", topic::why(kind))))),
    ]);
    let try_it = (v.ctx.viewer.reach(Action::WriteLetters) == Reach::All).then(|| {
        let inner = view! { {ui::hidden("kind", kind)}{ui::send("main", t!(w, "letters-test"))} };
        ui::act(&form, "letters/test", "actions", inner)
    });
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "letters-kinds"), "/letters/kinds")], title.clone())}
        {ui::title(None, title.clone(), Some(t!(w, "letters-example")))}
        {ui::error_summary(&form)}
        {facts}
        {try_it}
        {parts}
    };
    Ok(Page::new(title, view).width(Width::Read).hidden())
}

pub async fn letters(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    v.ctx.may(Action::Administer, Reach::All)?;
    let state = v.asked("state").map(str::to_owned);
    let all = outbox::latest(&mut v.ctx.tx, state.as_deref(), 200).await?;
    let url = v.ctx.site.settings.public_url.clone();
    let count = all.len();
    let rows = all
        .into_iter()
        .map(|letter| {
            let href = v.href(&format!("/outbox/{}", letter.id));
            let colour = match letter.state.as_str() {
                "sent" | "digested" => "good",
                "failed" | "kept-back" => "stop",
                "unwanted" | "overtaken" => "rest",
                _ => "wait",
            };
            let chip = ui::chip(colour, t!(w, &format!("letter-state-{}", letter.state)));
            let subject = letter.write(&url).subject;
            let tag = letter.lang().tag();
            vec![
                view! { <a href=href lang=tag>{subject}</a> }.into_any(),
                ui::text(letter.email),
                ui::moment(w, Moment(letter.created_at)),
                chip,
                ui::text(letter.attempts.to_string()),
            ]
        })
        .collect();
    let heads = ["outbox-subject", "outbox-to", "outbox-when", "status", "outbox-tries"].map(|key| t!(w, key)).to_vec();
    let tabs = ["", "queued", "gathered", "sent", "failed", "kept-back", "unwanted"]
        .map(|it| {
            let current = (state.as_deref().unwrap_or("") == it).then_some("page");
            let words = if it.is_empty() { t!(w, "filter-all") } else { t!(w, &format!("letter-state-{it}")) };
            let href = if it.is_empty() { v.href("/outbox") } else { v.href(&format!("/outbox?state={it}")) };
            view! { <a href=href aria-current=current>{words}</a> }
        })
        .collect_view();
    let list = if count == 0 {
        ui::empty(t!(w, "outbox-none"), t!(w, "outbox-none-why"), None)
    } else {
        ui::records(t!(w, "outbox-title"), heads, rows)
    };
    let view = view! {
        {ui::title(None, t!(w, "outbox-title"), Some(t!(w, "outbox-lead")))}
        <p class="actions">
            <a href=v.href("/letters/kinds")>{t!(w, "letters-kinds")}</a>
            <a href=v.href("/letters/reminders")>{t!(w, "letters-reminders")}</a>
        </p>
        <nav class="tabs" aria-label=t!(w, "outbox-title")>{tabs}</nav>
        <p class="count" role="status">{t!(w, "outbox-count", n = count)}</p>
        {list}
    };
    Ok(Page::new(t!(w, "outbox-title"), view).hidden())
}

pub async fn letter(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    v.ctx.may(Action::Administer, Reach::All)?;
    let id: i64 = v.param(0).parse().map_err(|_| Problem::unknown())?;
    let letter = outbox::find(&mut v.ctx.tx, LetterId(id)).await?.or_unknown()?;
    let written = letter.write(&v.ctx.site.settings.public_url);
    let facts = ui::facts(vec![
        (t!(w, "outbox-to"), ui::text(letter.email.clone())),
        (t!(w, "outbox-when"), ui::text(w.moment(Moment(letter.created_at)))),
        (t!(w, "status"), ui::text(t!(w, &format!("letter-state-{}", letter.state)))),
        (t!(w, "outbox-error"), ui::text(letter.last_error.clone().unwrap_or_else(|| "–".into()))),
        (t!(w, "outbox-calendar"), ui::text(letter.method.clone().unwrap_or_else(|| "–".into()))),
    ]);
    let tag = letter.lang().tag();
    let body = ui::paragraphs(&written.body);
    let calendar = letter.calendar.clone().map(|text| ui::why(t!(w, "outbox-calendar"), view! { <pre class="code">{text}</pre> }));
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "outbox-title"), "/outbox")], written.subject.clone())}
        {ui::title(None, written.subject.clone(), None)}
        {facts}
        <article class="card" lang=tag>{body}</article>
        {calendar}
    };
    Ok(Page::new(written.subject, view).width(Width::Read).hidden())
}
