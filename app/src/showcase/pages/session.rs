//! One session of the timetable: where it is and why, where else it could be, and the forms to place, move and lock it.

use leptos::prelude::*;

use super::{
    super::{
        acts::board,
        rules::{
            timetable::{Asking, Met, Offer, Swap},
            *,
        },
    },
    board::{auto_only, say_nowhere, session_path},
    word,
};
use crate::{
    base::{
        problem::{Answer, OrUnknown},
        roles::{Action, Reach},
        visit::{Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// How many free places are offered.
const OFFERS: usize = 8;

/// Which wishes are met and which are not, in words.
fn met_words(w: Words, met: Met) -> String {
    let said = [("district", met.district), ("day", met.day), ("time", met.time)]
        .into_iter()
        .filter_map(|(wish, met)| met.map(|met| t!(w, &format!("showcase-wish-{wish}-{}", if met { "met" } else { "not" }))))
        .collect::<Vec<_>>();
    if said.is_empty() { t!(w, "showcase-wish-none") } else { super::listed(w, said) }
}

pub(super) fn place_words(w: Words, table: &Timetable, slot: usize, at: &At) -> String {
    let (from, to) = table.span(slot, at);
    let venue = table.venue(&at.venue).map(|it| w.pick(&it.name)).unwrap_or_else(|| at.venue.clone());
    t!(w, "showcase-at", venue = venue, day = w.date_short(from.day()), span = w.span(from, to))
}

/// Hidden fields that say which session is meant, as it was read.
fn which(slot: &Slot) -> AnyView {
    view! {
        {ui::hidden("activity", slot.activity.clone())}
        {ui::hidden("session", slot.session.to_string())}
        {ui::hidden("version", slot.version.to_string())}
    }
    .into_any()
}

/// Free places, each with its button.
fn offers(v: &Visit, table: &Timetable, slot: usize, offers: &[Offer]) -> Option<AnyView> {
    let w = v.w;
    let form = v.form();
    if offers.is_empty() {
        return None;
    }
    let items = offers
        .iter()
        .map(|offer| {
            let fields = view! {
                {which(&table.slots[slot])}
                {ui::hidden("venue", offer.at.venue.clone())}
                {ui::hidden("day", offer.at.starts.day().iso())}
                {ui::hidden("time", clock(offer.at.starts.minute_of_day()))}
                {ui::send("quiet", t!(w, "showcase-take"))}
            };
            view! { <li><b>{place_words(w, table, slot, &offer.at)}</b><span>{met_words(w, offer.met)}</span>{ui::act(&form, "showcase/place", "act", fields)}</li> }
        })
        .collect_view();
    Some(ui::section(t!(w, "showcase-offers"), None, view! { <ul class="waiting">{items}</ul> }))
}

/// Where it could be if others went elsewhere: who, where to, and one button for all of it.
fn swaps(v: &Visit, table: &Timetable, slot: usize, swaps: &[Swap], may: bool) -> Option<AnyView> {
    let w = v.w;
    let form = v.form();
    if swaps.is_empty() {
        return None;
    }
    let going = |(other, to): &(usize, Option<At>)| {
        let it = &table.slots[*other];
        let said = match to {
            Some(to) => t!(w, "showcase-swap-to", n = it.session, place = place_words(w, table, *other, to)),
            None => t!(w, "showcase-swap-stuck", n = it.session),
        };
        view! { <span><a href=v.href(&session_path(&it.activity, it.session))>{w.pick(&table.activity(*other).title)}</a>{format!(" · {said}")}</span> }
    };
    let items = swaps
        .iter()
        .map(|swap| {
            let make = (may && swap.is_whole()).then(|| {
                let fields = view! { {which(&table.slots[slot])}{ui::hidden("swap", swap.text(table))}{ui::send("quiet", t!(w, "showcase-swap-make"))} };
                ui::act(&form, "showcase/make-way", "act", fields)
            });
            view! {
                <li>
                    <b>{place_words(w, table, slot, &swap.offer.at)}</b><span>{met_words(w, swap.offer.met)}</span>
                    {swap.moves.iter().map(going).collect_view()}{make}
                </li>
            }
        })
        .collect_view();
    Some(ui::section(t!(w, "showcase-swaps"), None, view! { <ul class="waiting">{items}</ul> }))
}

fn clock(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The form to put it anywhere.
fn mover(v: &Visit, table: &Timetable, slot: usize) -> AnyView {
    let w = v.w;
    let form = v.form();
    let (it, activity) = (&table.slots[slot], table.activity(slot));
    let needs = &activity.needs;
    let offers_all = |venue: &&crate::venues::Venue| needs.features.iter().all(|feature| venue.features.contains(feature));
    let mut venues: Vec<(String, String)> = table
        .venues
        .iter()
        .filter(|venue| match &needs.own_venue {
            Some(own) => venue.code == *own,
            None => !venue.is_premises(),
        })
        .filter(offers_all)
        .map(|venue| (venue.code.clone(), format!("{} · {}", w.pick(&venue.district_name), w.pick(&venue.name))))
        .collect();
    venues.sort_by(|a, b| a.1.cmp(&b.1));
    venues.insert(0, (String::new(), t!(w, "choose")));
    let days: Vec<(String, String)> = table.days.iter().map(|day| (day.iso(), w.date(*day))).collect();
    let now = it.at.as_ref();
    let fields = view! {
        {which(it)}
        {ui::field(&form, "venue", t!(w, "showcase-venue")).choices(venues).value(now.map(|at| at.venue.clone()).unwrap_or_default()).required().view()}
        <div class="pair">
            {ui::field(&form, "day", t!(w, "date")).choices(days).value(now.map(|at| at.starts.day().iso()).unwrap_or_default()).required().view()}
            {ui::field(&form, "time", t!(w, "showcase-begins")).kind("time").value(now.map(|at| clock(at.starts.minute_of_day())).unwrap_or_default()).required().view()}
        </div>
        <p class="actions">{ui::send("main", t!(w, if now.is_some() { "showcase-move" } else { "showcase-place-it" }))}</p>
    };
    ui::section(t!(w, "showcase-move-to"), None, ui::act(&form, "showcase/place", "stack", fields))
}

/// Why it is here: what was wished and is met, and the best other place there is.
fn why_here(w: Words, table: &Timetable, slot: usize, at: &At, best: Option<&Offer>) -> AnyView {
    let next = best.map(|offer| {
        let other = place_words(w, table, slot, &offer.at);
        view! { <p>{t!(w, "showcase-next-best", place = other, wishes = met_words(w, offer.met))}</p> }
    });
    ui::why(t!(w, "showcase-why-here"), view! { <p>{met_words(w, table.met(slot, at))}</p>{next} })
}

fn wrong(w: Words, asking: &Asking, slot: usize, at: &At) -> Option<AnyView> {
    let said: Vec<String> =
        asking.wrong_with(slot, at).iter().flat_map(|why| asking.say(slot, at, why).complaints).map(|it| w.complaint(&it)).collect();
    (!said.is_empty()).then(|| ui::notice("error", said.join(" ")))
}

/// The page of a session.
pub async fn session(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (code, number) = (v.param(0).to_owned(), v.param(1).parse::<i64>().ok().or_unknown()?);
    let (event, _, board) = board::board(&mut v.ctx).await?;
    let table = board.or_unknown()?.table;
    let slot = table.slot(&code, number).or_unknown()?;
    let asking = table.asking();
    let (it, activity) = (&table.slots[slot], table.activity(slot));
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let form = v.form();
    let free = asking.offers(slot, OFFERS);
    let standing = match &it.at {
        Some(at) => {
            let best = free.iter().min_by_key(|offer| offer.cost);
            let others = activity.needs.setup + activity.needs.teardown;
            view! {
                {wrong(w, &asking, slot, at)}
                <p class="lead"><b>{place_words(w, &table, slot, at)}</b></p>
                {(others > 0).then(|| view! { <p class="quiet">{t!(w, "showcase-around-of", setup = activity.needs.setup, teardown = activity.needs.teardown)}</p> })}
                {it.locked.then(|| ui::chip("info", t!(w, "showcase-locked")))}
                {why_here(w, &table, slot, at, best)}
            }
            .into_any()
        }
        None => ui::notice("warning", say_nowhere(w, &asking.why_nowhere(slot))),
    };
    let stays = it.at.as_ref().filter(|_| may).map(|_| {
        let lock = view! {
            {which(it)}
            {ui::hidden("locks", if it.locked { "" } else { "yes" })}
            {ui::send("quiet", t!(w, if it.locked { "showcase-unlock" } else { "showcase-lock" }))}
        };
        let off = (!it.locked)
            .then(|| ui::act(&form, "showcase/take-off", "act", view! { {which(it)}{ui::send("plain", t!(w, "showcase-take-off"))} }));
        view! { <div class="actions">{ui::act(&form, "showcase/lock", "act", lock)}{off}</div> }
    });
    let moves = (may && !it.locked).then(|| view! { {mover(v, &table, slot)}{offers(v, &table, slot, &free)} });
    let others = it.at.is_none().then(|| swaps(v, &table, slot, &asking.swaps(slot), may)).flatten();
    let siblings = (1..=activity.needs.sessions)
        .filter(|n| *n != number)
        .filter_map(|n| {
            let other = table.slot(&code, n)?;
            let at = table.slots[other].at.as_ref().map_or_else(|| t!(w, "showcase-waits"), |at| place_words(w, &table, other, at));
            let href = v.href(&session_path(&code, n));
            Some(view! { <li><a href=href>{t!(w, "showcase-session-n", n = n)}</a>" "<span>{at}</span></li> })
        })
        .collect_view();
    let siblings =
        (activity.needs.sessions > 1).then(|| ui::section(t!(w, "showcase-siblings"), None, view! { <ul class="waiting">{siblings}</ul> }));
    let title = w.pick(&activity.title);
    let of = t!(w, "showcase-session-of", n = number, of = activity.needs.sessions);
    let kicker = format!("{code} · {} · {of} · {}", activity.organisation, word(w, "kind", activity.kind.code()));
    let back =
        it.at.as_ref().map(|at| format!("/showcase/board?day={}", at.starts.day().iso())).unwrap_or_else(|| "/showcase/board".into());
    let filed = v.href(&format!("/showcase/activities/{code}"));
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(w.pick(&event.name), "/showcase"), (t!(w, "showcase-board"), &back)], of.clone())}
        {ui::error_summary(&form)}
        {ui::title(Some(kicker), title.clone(), None)}
        {standing}
        {stays}
        {others}
        {moves}
        {siblings}
        {may.then(|| {
            let anew = [
                auto_only(v, &Only::Activity(code.clone()), t!(w, "showcase-auto-activity")),
                auto_only(v, &Only::Department(activity.organisation.clone()), t!(w, "showcase-auto-department", name = activity.organisation.clone())),
            ];
            view! { <div class="actions">{anew}</div> }
        })}
        <p class="actions">{ui::button("plain", filed, t!(w, "showcase-filed-as"))}</p>
    };
    Ok(Page::new(format!("{title} – {of}"), view).width(Width::Read).hidden())
}
