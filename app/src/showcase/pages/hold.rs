//! The venues of the event: how far the organiser has come with each, until when they can be booked, and what losing one would mean.

use leptos::prelude::*;

use super::{
    super::{
        acts::hold::{self, Line, Loss, Shown},
        rules::hold::*,
    },
    board::session_path,
    session::place_words,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

fn state_chip(w: Words, hold: Option<&VenueHold>) -> AnyView {
    let Some(it) = hold else { return ui::chip("stop", t!(w, "showcase-hold-none")) };
    let colour = match it.state {
        HoldState::Asked => "wait",
        HoldState::Held => "info",
        HoldState::Confirmed => "good",
        HoldState::Released => "quiet",
    };
    ui::chip(colour, t!(w, &format!("showcase-hold-{}", it.state.code())))
}

/// Since when, and until when.
fn dates(w: Words, hold: &VenueHold) -> String {
    match hold.until {
        Some(until) => t!(w, "showcase-hold-since-until", since = w.date_short(hold.since), until = w.date_short(until)),
        None => t!(w, "showcase-hold-since", since = w.date_short(hold.since)),
    }
}

fn days(w: Words, line: &Line) -> String {
    line.days.map_or_else(String::new, |(from, to)| {
        if from == to { w.date_short(from) } else { t!(w, "stop-days", from = w.date_short(from), to = w.date_short(to)) }
    })
}

/// Whose it is: a department by its code, or somebody outside.
fn manager(w: Words, line: &Line) -> String {
    if line.venue.managed_by == "external" { t!(w, "venues-external") } else { line.venue.managed_by.clone() }
}

/// Every venue that matters, and the last day to book.
pub async fn venues(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (event, lead, lines) = hold::lines(&mut v.ctx).await?;
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let form = v.form();
    let (by, today) = (lead.book_by(&event), v.ctx.now.day());
    let used = lines.iter().filter(|it| it.sessions > 0).count();
    let open = lines.iter().filter(|it| it.sessions > 0 && !it.is_confirmed()).count();
    let standing = match (open, today > by) {
        (0, _) if used == 0 => None,
        (0, _) => Some(ui::notice("status", t!(w, "showcase-venues-all", n = used))),
        (_, false) => Some(ui::notice("warning", t!(w, "showcase-venues-open", n = open, by = w.date(by)))),
        (_, true) => Some(ui::notice("error", t!(w, "showcase-venues-late", n = open, by = w.date(by)))),
    };
    let rows = lines
        .iter()
        .map(|it| {
            let href = v.href(&format!("/showcase/venues/{}", it.venue.code));
            let since = it.hold.as_ref().map(|hold| view! { <p class="quiet">{dates(w, hold)}</p> });
            vec![
                view! { <a href=href>{w.pick(&it.venue.name)}</a> }.into_any(),
                ui::text(w.pick(&it.venue.district_name)),
                ui::text(manager(w, it)),
                ui::text(it.sessions.to_string()),
                ui::text(days(w, it)),
                view! { {state_chip(w, it.hold.as_ref())}{since} }.into_any(),
            ]
        })
        .collect::<Vec<_>>();
    let heads = ["venues-name", "venues-district", "showcase-managed-by", "showcase-sessions", "showcase-days-there", "status"]
        .map(|key| t!(w, key))
        .to_vec();
    let list = if rows.is_empty() {
        ui::empty(t!(w, "showcase-venues-none"), t!(w, "showcase-board-none-why"), None)
    } else {
        ui::records(t!(w, "showcase-event-venues"), heads, rows)
    };
    let months = may.then(|| {
        let fields = view! {
            {ui::field(&form, "months", t!(w, "showcase-lead-months")).kind("number").value(lead.months.to_string())
                .hint(t!(w, "showcase-lead-hint")).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "save"))}</p>
        };
        ui::section(t!(w, "showcase-lead-time"), None, ui::act(&form, "showcase/lead", "stack", fields))
    });
    let title = t!(w, "showcase-event-venues");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(w.pick(&event.name), "/showcase"), (t!(w, "showcase-board"), "/showcase/board")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(Some(t!(w, "showcase-book-by", day = w.date(by))), title.clone(), Some(t!(w, "showcase-venues-lead")))}
        {standing}
        {list}
        {months}
    };
    Ok(Page::new(title, view).hidden())
}

/// What losing it would mean, session by session.
fn impact(v: &Visit, it: &Shown) -> AnyView {
    let w = v.w;
    let starts = |slot: usize| it.table.slots[slot].at.as_ref().map(|at| at.starts);
    let kept = |loss: &&Loss| loss.instead.as_ref().is_some_and(|offer| Some(offer.at.starts) == starts(loss.slot));
    let same = it.losses.iter().filter(kept).count();
    let nowhere = it.losses.iter().filter(|loss| loss.instead.is_none()).count();
    let other = it.losses.len() - same - nowhere;
    let items = it
        .losses
        .iter()
        .map(|loss| {
            let (slot, activity) = (&it.table.slots[loss.slot], it.table.activity(loss.slot));
            let href = v.href(&session_path(&slot.activity, slot.session));
            let at = slot.at.as_ref().map(|at| w.moment_short(at.starts));
            let instead = match &loss.instead {
                Some(offer) => t!(w, "showcase-loss-instead", place = place_words(w, &it.table, loss.slot, &offer.at)),
                None => t!(w, "showcase-loss-nowhere"),
            };
            view! { <li><a href=href><b>{w.pick(&activity.title)}</b></a><span>{at}</span><p>{instead}</p></li> }
        })
        .collect_view();
    let inner = if it.losses.is_empty() {
        view! { <p class="quiet">{t!(w, "showcase-loss-none")}</p> }.into_any()
    } else {
        view! { <p>{t!(w, "showcase-loss", same = same, other = other, nowhere = nowhere)}</p><ul class="waiting">{items}</ul> }.into_any()
    };
    ui::section(t!(w, "showcase-if-lost"), None, inner)
}

/// One venue: how far the organiser has come with it, and what losing it would mean.
pub async fn venue(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let it = hold::one(&mut v.ctx, &code).await?;
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let form = v.form().inside("hold");
    let hold = it.line.hold.as_ref();
    let facts = ui::facts(vec![
        (t!(w, "status"), state_chip(w, hold)),
        (t!(w, "date"), ui::text(hold.map_or_else(String::new, |hold| dates(w, hold)))),
        (t!(w, "showcase-managed-by"), ui::text(manager(w, &it.line))),
        (t!(w, "showcase-sessions"), ui::text(format!("{} · {}", it.line.sessions, days(w, &it.line)))),
        (t!(w, "showcase-hold-note"), ui::text(hold.map_or_else(String::new, |hold| hold.note.clone()))),
    ]);
    let change = may.then(|| {
        let choices: Vec<(String, String)> = HoldState::ALL
            .iter()
            .map(|state| (state.code().to_owned(), t!(w, &format!("showcase-hold-{}", state.code()))))
            .collect();
        let fields = view! {
            {ui::hidden("hold[venue]", code.clone())}
            {ui::hidden("hold[version]", hold.map_or(0, |it| it.version).to_string())}
            <div class="pair">
                {ui::field(&form, "hold[state]", t!(w, "status")).choices(choices).value(hold.map_or("asked", |it| it.state.code())).required().view()}
                {ui::field(&form, "hold[until]", t!(w, "showcase-hold-until")).kind("date").hint(t!(w, "showcase-hold-until-hint"))
                    .value(hold.and_then(|it| it.until).map(|day| day.iso()).unwrap_or_default()).view()}
            </div>
            {ui::field(&form, "hold[note]", t!(w, "showcase-hold-note")).hint(t!(w, "showcase-hold-note-hint")).limit(300)
                .value(hold.map(|it| it.note.clone()).unwrap_or_default()).view()}
            <p class="actions">{ui::send("main", t!(w, "save"))}</p>
        };
        ui::section(t!(w, "showcase-hold-change"), None, ui::act(&form, "showcase/hold", "stack", fields))
    });
    let name = w.pick(&it.line.venue.name);
    let way = [
        (w.pick(&it.table.event.name), "/showcase"),
        (t!(w, "showcase-board"), "/showcase/board"),
        (t!(w, "showcase-event-venues"), "/showcase/venues"),
    ];
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &way, name.clone())}
        {ui::error_summary(&form)}
        {ui::title(Some(w.pick(&it.line.venue.district_name)), name.clone(), None)}
        {facts}
        {change}
        {impact(v, &it)}
        <p class="actions">{ui::button("plain", v.href(&format!("/venues/{code}")), t!(w, "showcase-venue-page"))}</p>
    };
    Ok(Page::new(name, view).width(Width::Read).hidden())
}
