//! What is shown of the Showcase: for everybody here, for departments in `filing`, for the scheduler in `proposals`.

use leptos::prelude::*;

use super::{
    acts::{Ground, find, programme as published},
    rules::*,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        time::Day,
        visit::{Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

mod board;
mod booking;
mod card;
mod confirm;
mod filing;
mod follow;
mod hold;
mod moving;
mod my_plan;
mod plans;
mod programme;
mod proposals;
mod publish;
mod session;

pub use board::{board, say_run, say_state};
pub use booking::booking;
pub use card::card;
pub use filing::{activities, activity, edit_activity, new_activity, sample};
pub use follow::{ask as ask_to_follow, following};
pub use hold::{venue, venues};
pub use moving::{called, move_event};
pub use my_plan::{my_calendar, my_plan};
pub use plans::{plans, rules};
pub use programme::{changes, entry, print, programme};
pub use proposals::{event_form, list, proposals};
pub use publish::publish;
pub use session::session;

/// The words of a closed list: `showcase-kind-open-day`.
fn word(w: Words, group: &str, code: &str) -> String {
    t!(w, &format!("showcase-{group}-{}", code.replace('_', "-")))
}

fn state_chip(w: Words, state: ActivityState) -> AnyView {
    let colour = match state {
        ActivityState::Accepted | ActivityState::Scheduled | ActivityState::Confirmed | ActivityState::Published => "good",
        ActivityState::Proposed => "info",
        ActivityState::Returned => "wait",
        ActivityState::Draft | ActivityState::Held => "quiet",
        ActivityState::Cancelled => "stop",
    };
    ui::chip(colour, word(w, "state", state.code()))
}

/// Several names in a sentence.
fn listed(w: Words, names: Vec<String>) -> String {
    names.join(if w.lang.is_chinese() { "、" } else { ", " })
}

fn names(w: Words, codes: &[String], known: &[(String, crate::base::text::Bi)]) -> String {
    listed(
        w,
        codes.iter().map(|code| known.iter().find(|(it, _)| it == code).map_or_else(|| code.clone(), |(_, name)| w.pick(name))).collect(),
    )
}

/// What a need is called.
fn need_words(w: Words, ground: &Ground, need: &Need) -> String {
    match need {
        Need::Feature(code) => names(w, std::slice::from_ref(code), &ground.features),
        Need::Room { peak } => t!(w, "showcase-need-room", n = *peak),
        Need::Hours { minutes } => t!(w, "showcase-need-hours", n = *minutes),
    }
}

/// Where an activity fits, as a kind of notice and a sentence: how many venues, or which need stands in the way.
pub(super) fn say_fit(w: Words, ground: &Ground, fit: &Fit, needs: &Needs, districts: &[String]) -> (&'static str, String) {
    if let Some(capacity) = fit.own_too_small {
        return ("warning", t!(w, "showcase-fit-own-small", peak = needs.peak, capacity = capacity));
    }
    if fit.is_hopeless() {
        let causes: Vec<String> =
            fit.causes.iter().take(3).map(|(need, n)| t!(w, "showcase-fit-without", need = need_words(w, ground, need), n = *n)).collect();
        let causes = if causes.is_empty() { t!(w, "showcase-fit-no-single") } else { causes.join(" ") };
        return ("warning", format!("{} {causes}", t!(w, "showcase-fit-none")));
    }
    if needs.own_venue.is_some() {
        return ("status", t!(w, "showcase-fit-own"));
    }
    let all = t!(w, "showcase-fit", n = fit.venues.len());
    match (districts.is_empty(), fit.wanted) {
        (true, _) => ("status", all),
        (false, 0) => ("warning", format!("{all} {}", t!(w, "showcase-fit-elsewhere", districts = names(w, districts, &ground.districts)))),
        (false, n) => ("status", format!("{all} {}", t!(w, "showcase-fit-wanted", n = n))),
    }
}

/// "50 departments, more than 200 activities": what was set out, and how far it has come.
fn tiles(w: Words, event: &Event, meter: Meter) -> AnyView {
    view! {
        <dl class="tiles">
            <div><dt>{t!(w, "showcase-departments", of = event.target_departments)}</dt><dd>{meter.departments}</dd></div>
            <div><dt>{t!(w, "showcase-activities", of = event.target_activities)}</dt><dd>{meter.activities}</dd></div>
            <div><dt>{t!(w, "showcase-sessions")}</dt><dd>{meter.sessions}</dd></div>
        </dl>
    }
    .into_any()
}

fn days_words(w: Words, event: &Event) -> String {
    span_words(w, event.starts, event.ends)
}

fn span_words(w: Words, starts: Day, ends: Day) -> String {
    if starts == ends { w.date(starts) } else { t!(w, "stop-days", from = w.date(starts), to = w.date(ends)) }
}

/// What the Showcase is, and the way in for those who work on it.
pub async fn showcase(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let title = t!(w, "showcase-title");
    let places = v.ctx.viewer.reach(Action::PlaceActivities);
    let files = v.ctx.viewer.reach(Action::FileActivities) == Reach::Own;
    let set_up = (places == Reach::All).then(|| ui::button("quiet", v.href("/showcase/event"), t!(w, "showcase-set-up")));
    let Some(event) = find::event_if_any(&mut v.ctx).await? else {
        let view = view! {
            {ui::title(None, title.clone(), None)}
            {ui::empty(t!(w, "showcase-none"), t!(w, "showcase-none-why"), set_up)}
        };
        return Ok(Page::new(title, view));
    };
    let meter = find::meter(&mut v.ctx, &event.code).await?;
    let now = v.ctx.now;
    let filing = now < event.closes;
    let is_out = published::is_published(&mut v.ctx, &event.code).await?;
    let formerly = moving::formerly(v, &event).await?;
    let inside = files || places >= Reach::Read;
    let view = view! {
        {ui::done(v)}
        {ui::title(Some(days_words(w, &event)), w.pick(&event.name), Some(t!(w, "showcase-lead")))}
        {formerly}
        {tiles(w, &event, meter)}
        {filing.then(|| view! { <p>{ui::deadline(w, "showcase-closes-at", event.closes, now)}</p> })}
        {(!is_out).then(|| view! { <p>{t!(w, "showcase-programme-later")}</p> })}
        <p class="actions">
            {is_out.then(|| ui::button("main", v.href("/showcase/programme"), t!(w, "showcase-programme")))}
            {is_out.then(|| ui::button("quiet", v.href("/showcase/programme/changes"), t!(w, "showcase-changes")))}
            {files.then(|| ui::button("main", v.href("/showcase/activities"), t!(w, "showcase-mine")))}
            {(places >= Reach::Read).then(|| ui::button("main", v.href("/showcase/proposals"), t!(w, "showcase-proposals")))}
            {(places >= Reach::Read).then(|| ui::button("quiet", v.href("/showcase/board"), t!(w, "showcase-board")))}
            {set_up}
            {(!inside && !is_out).then(|| ui::button("quiet", v.href("/exhibitions"), t!(w, "stops-title")))}
        </p>
    };
    Ok(Page::new(w.pick(&event.name), view).width(Width::Read))
}
