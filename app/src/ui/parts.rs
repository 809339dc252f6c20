//! The parts of a page that are not fields.

use leptos::prelude::*;

use crate::{
    base::{
        text::Lang,
        time::{Day, Moment, write},
        visit::{Form, Visit},
        words::Words,
    },
    t,
};

/// Kicker, title and lead at the head of a page.
pub fn title(kicker: Option<String>, heading: impl Into<String>, lead: Option<String>) -> AnyView {
    let heading = heading.into();
    view! {
        <div class="title">
            {kicker.map(|kicker| view! { <p class="title__kicker">{kicker}</p> })}
            <h1>{heading}</h1>
            {lead.map(|lead| view! { <p class="title__lead">{lead}</p> })}
        </div>
    }
    .into_any()
}

/// The way back up: pairs of words and address, then the page itself.
pub fn crumbs(v: &Visit, way: &[(String, &str)], here: impl Into<String>) -> AnyView {
    let steps = way
        .iter()
        .map(|(words, path)| {
            let href = v.href(path);
            let words = words.clone();
            view! { <li><a href=href>{words}</a></li> }
        })
        .collect_view();
    let label = t!(v.w, "crumbs");
    let here = here.into();
    view! { <nav class="crumbs" aria-label=label><ol>{steps}<li aria-current="page">{here}</li></ol></nav> }.into_any()
}

/// A link that looks like a button.
pub fn button(kind: &'static str, href: impl Into<String>, words: impl Into<String>) -> AnyView {
    let (href, words) = (href.into(), words.into());
    view! { <a class="button" data-kind=kind href=href>{words}</a> }.into_any()
}

/// A word for a state: good, wait, stop, info or quiet.
pub fn chip(state: &'static str, words: impl Into<String>) -> AnyView {
    let words = words.into();
    view! { <span class="chip" data-state=state>{words}</span> }.into_any()
}

/// The day as a big numeral, with the rest beside it.
pub fn when(w: Words, starts: Moment, ends: Moment) -> AnyView {
    let day = starts.day();
    let rest = match w.lang {
        Lang::En => format!("{}, {}", write::month_short(day, false), write::weekday_short(day, false)),
        _ => format!("{} {}", write::month_short(day, true), write::weekday_short(day, true)),
    };
    let span = w.span(starts, ends);
    view! {
        <time class="when" datetime=starts.to_rfc3339()>
            <span class="when__day">{day.day()}</span>
            <span class="when__rest"><b>{rest}</b><span>{span}</span></span>
        </time>
    }
    .into_any()
}

/// A moment that matters and how far off it is; `key` takes `moment`.
pub fn deadline(w: Words, key: &str, moment: Moment, now: Moment) -> AnyView {
    let words = t!(w, key, moment = w.moment_short(moment));
    let distance = w.distance(moment, now);
    let near = (moment > now && moment < now.plus_days(4)).then_some("");
    view! { <span class="deadline" data-near=near>{words}" "<b>{distance}</b></span> }.into_any()
}

/// Numbers of seats: taken, offered, waiting and all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    pub taken: i64,
    pub offered: i64,
    pub waiting: i64,
    pub capacity: i64,
}

/// The seat meter: a bar, and the same in words.
pub fn meter(w: Words, seats: Seats) -> AnyView {
    let part = |n: i64| (n.max(0) * 100 / seats.capacity.max(1)).min(100);
    let (taken, offered) = (part(seats.taken), part(seats.offered));
    let free = (seats.capacity - seats.taken - seats.offered).max(0);
    let head = if free == 0 { t!(w, "seats-full") } else { t!(w, "seats-free", n = free) };
    let mut rest = vec![t!(w, "seats-of", n = seats.capacity)];
    if seats.offered > 0 {
        rest.push(t!(w, "seats-offered", n = seats.offered));
    }
    if seats.waiting > 0 {
        rest.push(t!(w, "seats-waiting", n = seats.waiting));
    }
    let rest = rest.join(" · ");
    view! {
        <div class="meter" data-full=(free == 0).then_some("")>
            <svg class="meter__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="meter__taken" x="0" y="0" width=taken height="6"/>
                <rect class="meter__offered" x=taken y="0" width=offered height="6"/>
            </svg>
            <p class="meter__words"><b>{head}</b>" "{rest}</p>
        </div>
    }
    .into_any()
}

/// Terms and what they are.
pub fn facts(pairs: Vec<(String, AnyView)>) -> AnyView {
    let rows = pairs.into_iter().map(|(term, it)| view! { <div><dt>{term}</dt><dd>{it}</dd></div> }).collect_view();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// A sentence set apart: status, warning, error or embargo.
pub fn notice(kind: &'static str, words: impl Into<String>) -> AnyView {
    let words = words.into();
    view! { <div class="notice" data-kind=kind role="status"><p>{words}</p></div> }.into_any()
}

/// "Saved" and its kin, after an act: the address says `?done=key`, and only keys that were written are said.
pub fn done(v: &Visit) -> Option<AnyView> {
    let key = format!("done-{}", v.asked("done")?);
    v.w.has(&key).then(|| notice("status", v.w.say(&key, &[])))
}

/// Why there is nothing, and what to do.
pub fn empty(heading: impl Into<String>, words: impl Into<String>, action: Option<AnyView>) -> AnyView {
    let (heading, words) = (heading.into(), words.into());
    view! {
        <div class="empty">
            <h2>{heading}</h2>
            <p>{words}</p>
            {action.map(|action| view! { <p class="actions">{action}</p> })}
        </div>
    }
    .into_any()
}

/// Explains a refusal, a place or a rule on request.
pub fn why(question: impl Into<String>, answer: impl IntoView + 'static) -> AnyView {
    let question = question.into();
    view! { <details class="why"><summary>{question}</summary>{answer}</details> }.into_any()
}

/// A form folded away under its words; it stands open when it comes back refused.
pub fn fold(form: &Form, words: impl Into<String>, inner: impl IntoView + 'static) -> AnyView {
    let (words, open) = (words.into(), form.typed("form").is_some());
    view! { <details class="why" open=open><summary>{words}</summary>{inner}</details> }.into_any()
}

/// A text of several paragraphs.
pub fn paragraphs(text: &str) -> AnyView {
    text.split("\n\n").filter(|it| !it.trim().is_empty()).map(|it| view! { <p>{it.to_owned()}</p> }).collect_view().into_any()
}

/// One choice of a filter bar; what is asked for in the address is chosen.
pub fn filter(v: &Visit, name: &'static str, label: &str, choices: Vec<(String, String)>) -> AnyView {
    let chosen = v.asked(name).unwrap_or("");
    let options = choices
        .into_iter()
        .map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }
        })
        .collect_view();
    view! { <label class="filters__one"><span>{t!(v.w, label)}</span><select name=name>{options}</select></label> }.into_any()
}

/// Asks once before something is lost, without script.
pub fn confirm(words: impl Into<String>, loss: impl Into<String>, form: AnyView) -> AnyView {
    let (words, loss) = (words.into(), loss.into());
    view! {
        <details class="confirm">
            <summary class="button" data-kind="stop">{words}</summary>
            <div class="confirm__box"><p>{loss}</p>{form}</div>
        </details>
    }
    .into_any()
}

/// The steps of a journey; the present one is said aloud.
pub fn stepper(w: Words, steps: Vec<String>, now: Option<usize>) -> AnyView {
    let label = t!(w, "steps");
    let items = steps
        .into_iter()
        .enumerate()
        .map(|(i, words)| {
            let state = match now {
                Some(now) if i < now => "done",
                Some(now) if i == now => "now",
                _ => "next",
            };
            let said = (state == "done").then(|| view! { <span class="sr">" "{t!(w, "step-done")}</span> });
            let current = (state == "now").then_some("step");
            view! { <li data-state=state aria-current=current><span class="stepper__no" aria-hidden="true">{i + 1}</span>" "{words}{said}</li> }
        })
        .collect_view();
    view! { <ol class="stepper" aria-label=label>{items}</ol> }.into_any()
}

/// One moment of a time line.
pub struct Instant {
    pub at: Moment,
    pub heading: String,
    pub words: Option<String>,
}

/// What happened and what will happen by itself, in order.
pub fn timeline(w: Words, instants: Vec<Instant>, now: Moment) -> AnyView {
    let next = instants.iter().position(|instant| instant.at > now);
    let items = instants
        .into_iter()
        .enumerate()
        .map(|(i, instant)| {
            let state = match next {
                Some(next) if i == next => "next",
                Some(next) if i > next => "later",
                _ => "done",
            };
            view! {
                <li data-state=state>
                    <time class="timeline__at" datetime=instant.at.to_rfc3339()>{w.moment_short(instant.at)}</time>
                    <div><b>{instant.heading}</b>{instant.words.map(|words| view! { <p>{words}</p> })}</div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{items}</ol> }.into_any()
}

/// A table that becomes cards on a phone: caption, column heads, rows of cells.
pub fn records(caption: impl Into<String>, heads: Vec<String>, rows: Vec<Vec<AnyView>>) -> AnyView {
    let caption = caption.into();
    let labels = heads.clone();
    let heads = heads.into_iter().map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect_view();
    let rows = rows
        .into_iter()
        .map(|cells| {
            let cells = cells
                .into_iter()
                .zip(labels.clone())
                .map(|(cell, label)| view! { <td role="cell" data-label=label>{cell}</td> })
                .collect_view();
            view! { <tr role="row">{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="records"><table role="table"><caption>{caption}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table></div>
    }
    .into_any()
}

/// A section with its heading, and something small at its right.
pub fn section(heading: impl Into<String>, aside: Option<AnyView>, inner: impl IntoView + 'static) -> AnyView {
    let heading = heading.into();
    view! {
        <section class="section">
            <div class="section__head"><h2>{heading}</h2>{aside}</div>
            {inner}
        </section>
    }
    .into_any()
}

/// Plain text as a cell or a fact.
pub fn text(words: impl Into<String>) -> AnyView {
    words.into().into_any()
}

/// A moment as a cell: kept on one line.
pub fn moment(w: Words, at: Moment) -> AnyView {
    view! { <time datetime=at.to_rfc3339()>{w.moment_short(at)}</time> }.into_any()
}

/// Months between two days as filter choices: `2002-03` and its words.
pub fn months(w: Words, days: impl Iterator<Item = Day>) -> Vec<(String, String)> {
    let mut seen: Vec<(String, String)> = Vec::new();
    for day in days {
        let key = day.month_key();
        if !seen.iter().any(|(it, _)| *it == key) {
            seen.push((key, w.month(day)));
        }
    }
    seen.sort();
    seen
}

/// Wraps one form whose act answers with [`super::Saved`]; its page says [`keeps`](crate::base::visit::Page::keeps). `name` tells it
/// from every other, also from the same form of another person on this machine; `next` is the
/// page after the button.
pub fn kept_form(w: Words, name: impl Into<String>, next: impl Into<String>, form: AnyView) -> AnyView {
    let (name, next) = (name.into(), next.into());
    view! {
        <div class="kept" data-kept=name data-next=next data-saving=t!(w, "kept-saving") data-offline=t!(w, "kept-offline") data-restored=t!(w, "kept-restored")>
            {form}
            <p class="kept__line" role="status"></p>
        </div>
    }
    .into_any()
}

/// A QR code as an SVG, black on white always, with its meaning for those who do not see it.
pub fn qr(content: &str, label: impl Into<String>) -> AnyView {
    let (svg, label) = (qr_svg(content), label.into());
    view! { <div class="qr" role="img" aria-label=label inner_html=svg></div> }.into_any()
}

/// The picture alone.
pub fn qr_svg(content: &str) -> String {
    use fast_qr::convert::{Builder, Shape, svg::SvgBuilder};
    let code = fast_qr::QRBuilder::new(content.to_owned()).build();
    code.map(|code| SvgBuilder::default().shape(Shape::Square).to_str(&code)).unwrap_or_default()
}
