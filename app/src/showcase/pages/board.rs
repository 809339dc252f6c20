//! The timetable board: a day at a time, venues as columns, time down; beside it what waits and what is wrong (FT-20).
//!
//! It is a table, whole without script: a session is a link to its own page, where it is moved by form. `board.js` lets it be taken up
//! and put down by hand or key, and shows what others change meanwhile.

use leptos::prelude::*;

use super::{
    super::{
        acts::{
            board::{self, Board},
            presence::State,
        },
        api::{BoardState, RunSaid},
        rules::{
            timetable::{Asking, Nowhere, QUARTER, Tally},
            *,
        },
    },
    days_words, listed,
    plans::bottlenecks,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        time::Day,
        visit::{Page, Visit},
        words::Words,
    },
    t, ui,
    venues::{self, Venue},
};

/// The earliest and latest hour a board shows if nothing lies outside.
const MORNING: i64 = 9 * 60;
const EVENING: i64 = 18 * 60;
/// Reasons are worked out for so many that wait; the others have theirs on their own pages.
const REASONS: usize = 12;
/// Tints of departments.
const TINTS: usize = 6;

/// The address of a session's own page.
pub(super) fn session_path(activity: &str, session: i64) -> String {
    format!("/showcase/board/{activity}/{session}")
}

/// What is in the way of a place, said; empty where nothing is.
pub fn say_run(w: Words, it: board::Run) -> RunSaid {
    let why = it.why.map(|no| no.complaints.iter().map(|it| w.complaint(it)).collect::<Vec<_>>().join(" ")).unwrap_or_default();
    RunSaid { venue: it.venue, from: it.from.minute_of_day(), to: it.to.minute_of_day(), why }
}

/// How the board stands, for a page that asks again.
pub fn say_state(w: Words, it: State) -> BoardState {
    let (plan, version) = it.plan.map_or((0, 0), |it| (it.number, it.version));
    let others: Vec<String> = it.others.iter().map(|name| w.pick(name)).collect();
    let others = if others.is_empty() { String::new() } else { t!(w, "showcase-board-others", names = listed(w, others)) };
    let last = it.last_by.map(|name| t!(w, "showcase-say-changed-by", name = w.pick(&name))).unwrap_or_default();
    BoardState { plan, version, making: it.making.map_or(-1, |it| it.progress), others, last }
}

/// Why a session is nowhere, as sentences.
pub(super) fn say_nowhere(w: Words, nowhere: &Nowhere) -> String {
    if nowhere.free {
        return t!(w, "showcase-nowhere-free");
    }
    let mut said = vec![t!(w, "showcase-nowhere", n = nowhere.venues)];
    for (need, feature, places) in nowhere.releases.iter().take(2) {
        let feature = feature.as_ref().map(|it| w.pick(it)).unwrap_or_default();
        said.push(t!(w, &format!("showcase-release-{need}"), n = *places, feature = feature));
    }
    if nowhere.releases.is_empty() {
        said.push(t!(w, "showcase-release-none"));
    }
    said.join(if w.lang.is_chinese() { "" } else { " " })
}

/// A plan in numbers.
pub(super) fn tally_tiles(w: Words, tally: Tally, conflicts: Option<usize>) -> AnyView {
    let tile = |key: &str, n: usize| view! { <div><dt>{t!(w, key, of = tally.sessions)}</dt><dd>{n}</dd></div> };
    view! {
        <dl class="tiles">
            {tile("showcase-tally-placed", tally.placed)}
            {conflicts.map(|n| tile("showcase-tally-conflicts", n))}
            {tile("showcase-tally-elsewhere", tally.elsewhere)}
            {tile("showcase-tally-other-day", tally.other_day)}
            {tile("showcase-tally-other-time", tally.other_time)}
            {tile("showcase-tally-locked", tally.locked)}
        </dl>
    }
    .into_any()
}

/// How far a plan is that makes itself, and how to stop it.
pub(super) fn making(v: &Visit, plans: &[Drawn], may: bool) -> Option<AnyView> {
    let w = v.w;
    let plan = plans.iter().find(|it| it.is_making(v.ctx.now))?;
    let said = t!(w, "showcase-making", plan = plan.number, percent = plan.progress / 10, n = plan.unplaced);
    let stop = may.then(|| {
        ui::act(
            &v.form(),
            "showcase/stop",
            "actions",
            view! { {ui::hidden("plan", plan.number.to_string())}{ui::send("quiet", t!(w, "showcase-stop"))} },
        )
    });
    Some(
        view! {
            <div class="making" data-making="">
                <p><label for="making">{said}</label></p>
                <progress id="making" max="1000" value=plan.progress></progress>
                {stop}
                <p class="actions">{ui::button("plain", v.href("/showcase/board"), t!(w, "showcase-look-again"))}</p>
            </div>
        }
        .into_any(),
    )
}

/// Places only what is chosen anew.
pub(super) fn auto_only(v: &Visit, only: &Only, words: String) -> AnyView {
    let fields = view! { {ui::hidden("only", only.text())}{ui::hidden("seed", "1")}{ui::send("quiet", words)} };
    ui::act(&v.form(), "showcase/auto", "act", fields)
}

/// The ways to place by itself, to go back, and to the other plans.
fn tools(v: &Visit, board: Option<&Board>, day: Option<Day>, wrong: usize) -> AnyView {
    let w = v.w;
    let form = v.form();
    let auto = |keeps: Keeps, kind: &'static str, words: String| {
        let fields = view! {
            {ui::hidden("keeps", keeps.code())}
            {ui::hidden("seed", "1")}
            {ui::send(kind, words)}
        };
        ui::act(&form, "showcase/auto", "act", fields)
    };
    let Some(board) = board else {
        return view! { <div class="actions">{auto(Keeps::Locked, "main", t!(w, "showcase-auto-first"))}</div> }.into_any();
    };
    let waiting = board.table.waiting().count() + wrong;
    let undo = |again: &'static str, key: &str| {
        let fields = view! { {ui::hidden("again", again)}{ui::send("quiet", t!(w, key))} };
        ui::act(&form, "showcase/undo", "act", fields)
    };
    let lock = day.map(|day| {
        let locked = board.table.on(day).iter().all(|(slot, _)| board.table.slots[*slot].locked);
        let fields = view! {
            {ui::hidden("day", day.iso())}
            {ui::hidden("locks", if locked { "" } else { "yes" })}
            {ui::send("quiet", t!(w, if locked { "showcase-unlock-day" } else { "showcase-lock-day" }))}
        };
        ui::act(&form, "showcase/lock-day", "act", fields)
    });
    view! {
        <div class="actions">
            {(waiting > 0).then(|| auto(Keeps::Placed, "main", t!(w, "showcase-auto-rest", n = waiting)))}
            {auto(Keeps::Locked, "quiet", t!(w, "showcase-auto-all"))}
            {undo("", "showcase-undo")}
            {undo("yes", "showcase-redo")}
            {lock}
            {day.map(|day| auto_only(v, &Only::Day(day), t!(w, "showcase-auto-day")))}
            {ui::button("plain", v.href("/showcase/board/plans"), t!(w, "showcase-plans"))}
            {ui::button("plain", v.href("/showcase/venues"), t!(w, "showcase-event-venues"))}
            {ui::button("plain", v.href("/showcase/board/rules"), t!(w, "showcase-rules"))}
            {ui::button("plain", v.href("/showcase/publish"), t!(w, "showcase-publish"))}
        </div>
    }
    .into_any()
}

/// A tab for every day with how many sessions it has; the address keeps the district.
fn days(v: &Visit, board: &Board, day: Day) -> AnyView {
    let w = v.w;
    let district = v.asked("district").map(|it| format!("&district={it}")).unwrap_or_default();
    let tabs = board
        .table
        .days
        .iter()
        .map(|it| {
            let href = v.href(&format!("/showcase/board?day={}{district}", it.iso()));
            let current = (*it == day).then_some("page");
            view! { <a href=href aria-current=current>{w.date_short(*it)}<b>{board.table.on(*it).len()}</b></a> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!(w, "showcase-days")>{tabs}</nav> }.into_any()
}

/// A session as a card on the board.
struct Card<'a> {
    slot: usize,
    at: &'a At,
    from: i64,
    to: i64,
}

/// One column: sessions of a venue that do not overlap. Who has no room beside the others gets a column of its own.
fn lanes<'a>(table: &'a Timetable, venue: &str, day: Day) -> Vec<Vec<Card<'a>>> {
    let mut lanes: Vec<Vec<Card>> = vec![Vec::new()];
    for (slot, at) in table.on(day).into_iter().filter(|(_, at)| at.venue == venue) {
        let from = i64::from(at.starts.minute_of_day()) / QUARTER;
        let to = from + (table.activity(slot).needs.minutes + QUARTER - 1) / QUARTER;
        let card = Card { slot, at, from, to };
        match lanes.iter_mut().find(|lane| lane.last().is_none_or(|last| last.to <= from)) {
            Some(lane) => lane.push(card),
            None => lanes.push(vec![card]),
        }
    }
    lanes
}

/// The day as a table: a row for every quarter of an hour.
fn grid(v: &Visit, board: &Board, day: Day, venues: &[&Venue], wrong: &[usize]) -> AnyView {
    let w = v.w;
    let table = &board.table;
    let columns: Vec<(&Venue, Vec<Vec<Card>>)> = venues.iter().map(|it| (*it, lanes(table, &it.code, day))).collect();
    let cards = || columns.iter().flat_map(|(_, lanes)| lanes).flatten();
    let first = cards().map(|it| it.from).chain([MORNING / QUARTER]).min().unwrap_or(0) / 4 * 4;
    let last = (cards().map(|it| it.to).chain([EVENING / QUARTER]).max().unwrap_or(96) + 3) / 4 * 4;
    let tints: Vec<&str> = {
        let mut all: Vec<&str> = table.activities.iter().map(|it| it.organisation.as_str()).collect();
        all.dedup();
        all
    };
    let heads = columns
        .iter()
        .map(|(venue, lanes)| {
            let href = v.href(&format!("/venues/{}", venue.code));
            let open = venues::pages::hours(w, table.hours(venue, day));
            let about = t!(w, "showcase-venue-about", district = w.pick(&venue.district_name), n = venue.capacity, pitches = venue.pitches);
            view! {
                <th scope="col" colspan=lanes.len() data-venue=venue.code.clone()>
                    <a href=href>{w.pick(&venue.name)}</a><span>{about}</span><span>{open}</span>
                </th>
            }
        })
        .collect_view();
    let rows = (first..last)
        .map(|row| {
            let hour = (row % 4 == 0).then(|| {
                view! { <th scope="row" rowspan="4">{w.time(day.at(0, 0).plus_minutes(row * QUARTER))}</th> }
            });
            let cells = columns
                .iter()
                .flat_map(|(venue, lanes)| lanes.iter().map(move |lane| (venue, lane)))
                .map(|(_, lane)| {
                    if let Some(card) = lane.iter().find(|it| it.from == row) {
                        let tint = tints.iter().position(|it| *it == table.activity(card.slot).organisation).unwrap_or(0) % TINTS;
                        return cell(v, table, card, tint, wrong.contains(&card.slot));
                    }
                    if lane.iter().any(|it| it.from < row && row < it.to) {
                        return ().into_any();
                    }
                    // What is empty is one cell until the next session or the full hour.
                    let begun = lane.iter().any(|it| it.to == row) || row % 4 == 0 || row == first;
                    if !begun {
                        return ().into_any();
                    }
                    let hour = (row / 4 + 1) * 4;
                    let until = lane.iter().map(|it| it.from).filter(|from| *from > row).chain([hour]).min().unwrap_or(hour);
                    view! { <td rowspan=until - row></td> }.into_any()
                })
                .collect_view();
            view! { <tr data-minute=row * QUARTER>{hour}{cells}</tr> }
        })
        .collect_view();
    let caption = t!(w, "showcase-board-of", day = w.date(day));
    let label = caption.clone();
    view! {
        <div class="board" tabindex="0" role="region" aria-label=label data-day=day.iso() data-plan=board.plan.number data-version=board.plan.version>
            <table><caption class="sr">{caption}</caption>
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(v: &Visit, table: &Timetable, card: &Card, tint: usize, wrong: bool) -> AnyView {
    let w = v.w;
    let (slot, activity) = (&table.slots[card.slot], table.activity(card.slot));
    let (from, to) = table.span(card.slot, card.at);
    let href = v.href(&session_path(&slot.activity, slot.session));
    let state = [(slot.locked, "showcase-locked"), (wrong, "showcase-wrong")]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, key)| view! { <em>{t!(w, key)}</em> })
        .collect_view();
    view! {
        <td rowspan=card.to - card.from data-tint=tint data-locked=slot.locked.then_some("") data-wrong=wrong.then_some("")>
            <a href=href data-slot=format!("{}/{}", slot.activity, slot.session) data-version=slot.version data-rows=card.to - card.from>
                <b>{w.pick(&activity.title)}</b><span>{format!("{} · {}", activity.organisation, w.span(from, to))}</span>{state}
            </a>
        </td>
    }
    .into_any()
}

/// Those that wait, with what would have to give way.
fn waiting(v: &Visit, table: &Timetable, asking: &Asking) -> Option<AnyView> {
    let w = v.w;
    let waiting: Vec<usize> = table.waiting().collect();
    if waiting.is_empty() {
        return None;
    }
    let explained = waiting.len() <= REASONS;
    let items = waiting
        .iter()
        .take(60)
        .map(|slot| {
            let (it, activity) = (&table.slots[*slot], table.activity(*slot));
            let href = v.href(&session_path(&it.activity, it.session));
            let why = explained.then(|| view! { <p>{say_nowhere(w, &asking.why_nowhere(*slot))}</p> });
            let session = t!(w, "showcase-session-of", n = it.session, of = activity.needs.sessions);
            let rows = (activity.needs.minutes + QUARTER - 1) / QUARTER;
            view! {
                <li>
                    <a href=href data-slot=format!("{}/{}", it.activity, it.session) data-version=it.version data-rows=rows><b>{w.pick(&activity.title)}</b></a>
                    <span>{format!("{} · {session}", activity.organisation)}</span>{why}
                </li>
            }
        })
        .collect_view();
    let more = (waiting.len() > 60).then(|| view! { <p class="quiet">{t!(w, "showcase-and-more", n = waiting.len() - 60)}</p> });
    Some(ui::section(t!(w, "showcase-waiting", n = waiting.len()), None, view! { <ul class="waiting">{items}</ul>{more} }))
}

/// What is wrong with the plan as it stands, each with its way to put it right; `key` says what is to be done about it.
fn conflicts(v: &Visit, table: &Timetable, asking: &Asking, key: &str, wrong: &[(usize, Vec<timetable::WhyNot>)]) -> Option<AnyView> {
    let w = v.w;
    if wrong.is_empty() {
        return None;
    }
    let items = wrong
        .iter()
        .filter_map(|(slot, whys)| {
            let (it, activity) = (&table.slots[*slot], table.activity(*slot));
            let at = it.at.as_ref()?;
            let href = v.href(&session_path(&it.activity, it.session));
            let why = whys
                .iter()
                .flat_map(|why| asking.say(*slot, at, why).complaints)
                .map(|complaint| view! { <p>{w.complaint(&complaint)}</p> })
                .collect_view();
            Some(view! { <li><a href=href><b>{w.pick(&activity.title)}</b></a><span>{format!("{} · {}", activity.organisation, w.moment_short(at.starts))}</span>{why}</li> })
        })
        .collect_view();
    Some(ui::section(t!(w, key, n = wrong.len()), None, view! { <ul class="waiting">{items}</ul> }))
}

/// Venues to show: those of a district, or those in use that day.
fn shown<'a>(v: &Visit, table: &'a Timetable, day: Day) -> Vec<&'a Venue> {
    let used: Vec<&str> = table.on(day).iter().map(|(_, at)| at.venue.as_str()).collect();
    let district = v.asked("district");
    let mut venues: Vec<&Venue> = table
        .venues
        .iter()
        .filter(|it| match district {
            Some(district) => it.district == district && (!it.is_premises() || used.contains(&it.code.as_str())),
            None => used.contains(&it.code.as_str()),
        })
        .collect();
    venues.sort_by_key(|it| (&it.district, &it.code));
    venues
}

/// Where the script speaks, with its words.
fn says(w: Words) -> AnyView {
    view! {
        <p class="sr" role="status" aria-live="polite" data-board-says="" data-taken=t!(w, "showcase-say-taken") data-fits=t!(w, "showcase-say-fits")
            data-put=t!(w, "showcase-say-put") data-back=t!(w, "showcase-say-back") data-locked=t!(w, "showcase-why-locked")
            data-looking=t!(w, "showcase-say-looking") data-shut=t!(w, "venues-shut") data-changed=t!(w, "showcase-say-changed")
            data-offline=t!(w, "showcase-say-offline")></p>
    }
    .into_any()
}

/// The board of one day.
pub async fn board(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (event, plans, board) = board::board(&mut v.ctx).await?;
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let title = t!(w, "showcase-board");
    let form = v.form();
    let now = making(v, &plans, may);
    let crumbs = ui::crumbs(v, &[(w.pick(&event.name), "/showcase")], title.clone());
    let Some(board) = board else {
        let begin = (may && now.is_none()).then(|| tools(v, None, None, 0));
        let view = view! {
            {crumbs}
            {ui::error_summary(&form)}
            {ui::title(Some(days_words(w, &event)), title.clone(), Some(t!(w, "showcase-board-lead")))}
            <div data-live="">{now}{ui::empty(t!(w, "showcase-board-none"), t!(w, "showcase-board-none-why"), begin)}</div>
            {says(w)}
        };
        return Ok(Page::new(title, view).hidden().script(include_str!("board.js")));
    };
    let table = &board.table;
    let today = v.ctx.now.day();
    let asked = v.asked("day").and_then(Day::parse).filter(|day| table.days.contains(day));
    let day = asked.or_else(|| table.days.iter().copied().find(|day| *day == today)).unwrap_or(event.starts);
    let asking = table.asking();
    let wrong = asking.conflicts();
    let wrong_slots: Vec<usize> = wrong.iter().map(|(slot, _)| *slot).collect();
    let venues = shown(v, table, day);
    let mut districts: Vec<(String, String)> = table.venues.iter().map(|it| (it.district.clone(), w.pick(&it.district_name))).collect();
    districts.sort();
    districts.dedup();
    districts.insert(0, (String::new(), t!(w, "showcase-venues-in-use")));
    let grid = if venues.is_empty() {
        ui::empty(t!(w, "showcase-day-none"), t!(w, "showcase-day-none-why"), None)
    } else {
        grid(v, &board, day, &venues, &wrong_slots)
    };
    let kicker = t!(w, "showcase-plan-n", plan = board.plan.number, moment = w.moment_short(board.plan.made));
    let view = view! {
        {ui::done(v)}
        {crumbs}
        {ui::error_summary(&form)}
        {ui::title(Some(kicker), title.clone(), None)}
        <p class="quiet" data-board-others=""></p>
        <div class="live" data-live="">
            {now}
            {tally_tiles(w, table.tally(), Some(wrong.len()))}
            {may.then(|| tools(v, Some(&board), Some(day), wrong.len()))}
            {conflicts(v, table, &asking, "showcase-conflicts", &wrong)}
            {days(v, &board, day)}
        </div>
        <form class="filters" method="get">
            <input type="hidden" name="day" value=day.iso()/>
            {ui::filter(v, "district", "showcase-board-venues", districts)}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
        {may.then(|| view! { <p class="quiet" data-live="">{t!(w, "showcase-board-keys")}</p> })}
        <div data-live="">{grid}</div>
        <div class="live" data-live="">{conflicts(v, table, &asking, "showcase-warnings", &asking.warnings())}</div>
        <div class="live" data-live="">{waiting(v, table, &asking)}{bottlenecks(w, table)}</div>
        {says(w)}
    };
    let page = Page::new(title, view).hidden();
    Ok(if may { page.script(include_str!("board.js")) } else { page })
}
