//! The calendar as a page: a list, which small screens and readers without script get, a day, a week, a month; and how to subscribe.

use leptos::prelude::*;

use super::{acts, rules::*};
use crate::{
    awards,
    base::{
        happening::{Happening, Happens, Sure},
        problem::Answer,
        time::{Day, write},
        visit::{Page, Visit, Width},
        words::Words,
    },
    people, showcase, t, ui, venues, workshops,
};

/// Entries in one square of a month; of more, how many is said.
const IN_SQUARE: usize = 4;
/// A list ends with the day on which it has so many entries; the next page goes on from there.
const IN_LIST: usize = 80;

/// What happens, on one line; in a square only when it begins.
fn entry(v: &Visit, it: &Happening, day: Day, brief: bool) -> AnyView {
    let w = v.w;
    let whole = it.is_whole_days();
    let time = if whole {
        t!(w, "calendar-whole-day")
    } else if it.starts.day() == day && brief {
        w.time(it.starts)
    } else if it.starts.day() == day {
        w.span(it.starts, it.ends)
    } else {
        format!("– {}", w.time(it.ends))
    };
    let place = it.place.as_ref().map(|it| w.located(&it.name, &it.district_name));
    let state = match it.sure {
        Sure::Cancelled => Some(ui::chip("stop", t!(w, "calendar-off"))),
        Sure::Tentative => Some(ui::chip("wait", t!(w, "calendar-unsure"))),
        Sure::Confirmed => None,
    };
    let title = w.pick(&it.title);
    let title = if it.sure == Sure::Cancelled { view! { <s>{title}</s> }.into_any() } else { ui::text(title) };
    view! {
        <li data-happens=it.happens.code()>
            <time datetime=it.starts.to_rfc3339()>{time}</time>" "<a href=v.href(&it.page)>{title}</a>" "{state}
            {place.map(|words| view! { <span class="quiet">{words}</span> })}
        </li>
    }
    .into_any()
}

/// The head of a day: its name, and the holiday's; Sundays and holidays are marked.
fn day_head(w: Words, day: Day, holidays: &venues::Holidays) -> AnyView {
    let holiday = holidays.name(day).map(|name| view! { " "<span class="calendar__holiday">{w.pick(name)}</span> });
    view! { <time datetime=day.iso()>{w.date(day)}</time>{holiday} }.into_any()
}

/// Days one below the other, those on which something happens.
fn list(v: &Visit, days: &[Day], all: &[&Happening], holidays: &venues::Holidays) -> AnyView {
    let w = v.w;
    let parts: Vec<AnyView> = days
        .iter()
        .filter_map(|day| {
            let here: Vec<AnyView> = all.iter().filter(|it| it.is_on(*day)).map(|it| entry(v, it, *day, false)).collect();
            (!here.is_empty()).then(|| {
                view! { <section class="calendar__day"><h2>{day_head(w, *day, holidays)}</h2><ul>{here}</ul></section> }.into_any()
            })
        })
        .collect();
    if parts.is_empty() {
        let all = ui::button("quiet", v.href("/calendar"), t!(w, "calendar-title"));
        return ui::empty(t!(w, "calendar-none"), t!(w, "calendar-none-why"), Some(all));
    }
    view! { <div class="calendar" data-layout="list">{parts}</div> }.into_any()
}

/// Weeks below one another, Sunday first.
fn squares(v: &Visit, on: Day, days: &[Day], all: &[&Happening], holidays: &venues::Holidays, layout: Layout) -> AnyView {
    let w = v.w;
    let zh = w.lang.is_chinese();
    let today = v.ctx.now.day();
    let most = if layout == Layout::Month { IN_SQUARE } else { usize::MAX };
    let heads = days
        .iter()
        .take(7)
        .map(|day| view! { <th scope="col" data-rest=day.is_sunday()>{write::weekday_short(*day, zh)}</th> })
        .collect_view();
    let square = |day: &Day| {
        let day = *day;
        let here: Vec<&&Happening> = all.iter().filter(|it| it.is_on(day)).collect();
        let more = here.len().saturating_sub(most);
        let entries = here.iter().take(most).map(|it| entry(v, it, day, true)).collect_view();
        let href = v.href(&format!("/calendar?layout=day&on={}", day.iso()));
        let more = (more > 0).then(|| view! { <p><a href=href.clone()>{t!(w, "calendar-more", n = more)}</a></p> });
        let holiday = holidays.name(day).map(|name| view! { <span class="calendar__holiday">{w.pick(name)}</span> });
        let out = layout == Layout::Month && day.month() != on.month();
        view! {
            <td data-day=day.iso() data-rest=day.is_sunday() || holidays.name(day).is_some() data-today=day == today data-out=out>
                <p><a href=href aria-label=w.date(day)>{day.day()}</a>" "{holiday}</p><ul>{entries}</ul>{more}
            </td>
        }
    };
    let weeks = days.chunks(7).map(|week| view! { <tr>{week.iter().map(square).collect_view()}</tr> }).collect_view();
    view! {
        <div class="scroll"><table class="calendar" data-layout=layout.code()>
            <caption class="sr">{w.month_formal(on)}</caption><thead><tr>{heads}</tr></thead><tbody>{weeks}</tbody>
        </table></div>
    }
    .into_any()
}

pub async fn calendar(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let layout = v.asked("layout").and_then(Layout::of_code).unwrap_or(Layout::List);
    let now = v.ctx.now;
    let on = v.asked("on").and_then(Day::parse).unwrap_or(now.day());
    let happens = v.asked("what").and_then(Happens::of_code);
    let mut days = days(layout, on);
    let mut span = Span { from: days[0], to: days[days.len() - 1] };
    let everything = acts::everything(&v.ctx.site).await?;
    let holidays = venues::acts::holidays(&mut v.ctx).await?;
    let district = v.asked("district").unwrap_or("").to_owned();
    let choice = if district.is_empty() { Choice::All } else { Choice::District(district) };
    let mut all = chosen(&everything, &choice, span, now);
    all.retain(|it| happens.is_none_or(|happens| it.happens == happens));
    if layout == Layout::List {
        let mut n = 0;
        let full = days.iter().position(|day| {
            n += all.iter().filter(|it| it.is_on(*day)).count();
            n >= IN_LIST
        });
        days.truncate(full.map_or(days.len(), |last| last + 1));
        let last = days[days.len() - 1];
        span.to = last;
        all.retain(|it| it.starts < last.next().at(0, 0));
    }
    let body = match layout {
        Layout::Week | Layout::Month => squares(v, on, &days, &all, &holidays, layout),
        Layout::List | Layout::Day => list(v, &days, &all, &holidays),
    };
    let mut layouts: Vec<(String, String)> = Vec::new();
    for it in Layout::ALL {
        layouts.push((it.code().to_owned(), t!(w, &format!("calendar-layout-{}", it.code()))));
    }
    let mut whats: Vec<(String, String)> = vec![(String::new(), t!(w, "filter-all"))];
    whats.extend(
        Happens::ALL.iter().filter(|it| **it != Happens::Hold).map(|it| (it.code().to_owned(), t!(w, &format!("happens-{}", it.code())))),
    );
    let mut districts: Vec<(String, String)> =
        venues::acts::venues(&mut v.ctx).await?.into_iter().map(|it| (it.district.clone(), w.pick(&it.district_name))).collect();
    districts.sort();
    districts.dedup();
    districts.insert(0, (String::new(), t!(w, "filter-all")));
    let to = |day: Day| {
        let rest = v.query.iter().filter(|(name, _)| !["on", "layout"].contains(&name.as_str()));
        let rest: String = rest.map(|(name, value)| format!("&{name}={value}")).collect();
        v.href(&format!("/calendar?layout={}&on={}{rest}", layout.code(), day.iso()))
    };
    let title = t!(w, "calendar-title");
    let kicker = match layout {
        Layout::Month => w.month_formal(on),
        Layout::Day => w.date(on),
        _ => t!(w, "stop-days", from = w.date(span.from), to = w.date(span.to)),
    };
    let view = view! {
        {ui::title(Some(kicker), title.clone(), Some(t!(w, "calendar-lead")))}
        <form class="filters" method="get">
            {ui::filter(v, "layout", "calendar-layout", layouts)}
            <label class="filters__one"><span>{t!(w, "calendar-jump")}</span><input type="date" name="on" value=on.iso()/></label>
            {ui::filter(v, "what", "calendar-happens", whats)}
            {ui::filter(v, "district", "venues-district", districts)}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
        <nav class="actions no-print" aria-label=title.clone()>
            <a class="button" data-kind="plain" rel="prev" href=to(step(layout, on, false))>{t!(w, "calendar-before")}</a>
            <a class="button" data-kind="plain" href=to(now.day())>{t!(w, "calendar-today")}</a>
            <a class="button" data-kind="plain" rel="next" href=to(if layout == Layout::List { span.to.next() } else { step(layout, on, true) })>{t!(w, "calendar-after")}</a>
            {ui::button("quiet", v.href("/calendar/subscribe"), t!(w, "calendar-to-subscribe"))}
        </nav>
        <p class="count" role="status">{t!(w, "calendar-count", n = all.len())}</p>
        {body}
    };
    let page = Page::new(title, view);
    Ok(if matches!(layout, Layout::Week | Layout::Month) { page.script(include_str!("pages/squares.js")) } else { page })
}

/// One feed to subscribe to.
fn feed(v: &Visit, name: &str, called: String) -> AnyView {
    let w = v.w;
    let address = format!("{}/cal/{name}.ics?lang={}", v.ctx.site.settings.public_url, w.lang.path());
    subscribed(w, called, address)
}

fn subscribed(w: Words, called: String, address: String) -> AnyView {
    let webcal = address.replacen("https://", "webcal://", 1).replacen("http://", "webcal://", 1);
    let code = ui::qr(&address, t!(w, "calendar-qr", name = called.clone()));
    view! {
        <li>
            <b>{called}</b>" "<a href=webcal>{t!(w, "calendar-open")}</a>
            <details><summary>{t!(w, "calendar-address")}</summary>
                <p><code data-copy=t!(w, "calendar-copy") data-copied=t!(w, "calendar-copied")>{address}</code></p>{code}
            </details>
        </li>
    }
    .into_any()
}

/// Every feed there is, and how to subscribe.
pub async fn subscribe(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = acts::everything(&v.ctx.site).await?;
    let some = |choice: &Choice| all.iter().any(|it| choice.takes(it));
    let mut groups: Vec<(&str, Vec<(String, String)>)> = vec![("calendar-feed-all", vec![("all".into(), t!(w, "calendar-feed-all"))])];
    let mut districts: Vec<(String, String)> =
        venues::acts::venues(&mut v.ctx).await?.into_iter().map(|it| (w.pick(&it.district_name), it.district)).collect();
    districts.sort();
    districts.dedup();
    let mut add = |key: &'static str, choices: Vec<(Choice, String)>| {
        let there: Vec<(String, String)> = choices.into_iter().filter(|(it, _)| some(it)).map(|(it, name)| (it.name(), name)).collect();
        if !there.is_empty() {
            groups.push((key, there));
        }
    };
    add("calendar-feed-districts", districts.into_iter().map(|(name, code)| (Choice::District(code), name)).collect());
    let series = workshops::acts::find::series(&mut v.ctx).await?;
    add("calendar-feed-series", series.into_iter().map(|(code, name)| (Choice::Series(code), w.pick(&name))).collect());
    let schemes = awards::acts::find::schemes(&mut v.ctx).await?;
    let named = |tour: bool| {
        let choice = move |code: &String| if tour { Choice::Tour(code.clone()) } else { Choice::Scheme(code.clone()) };
        schemes.iter().map(|it| (choice(&it.code), w.pick(&it.name))).collect::<Vec<_>>()
    };
    let event = showcase::acts::find::event_if_any(&mut v.ctx).await?;
    add("calendar-feed-event", event.into_iter().map(|it| (Choice::Event(it.code), w.pick(&it.name))).collect());
    add("calendar-feed-tours", named(true));
    add("calendar-feed-schemes", named(false));
    let departments = people::acts::organisations(&mut v.ctx).await?;
    add("calendar-feed-departments", departments.into_iter().map(|it| (Choice::Department(it.code), w.pick(&it.name))).collect());
    let groups = groups
        .into_iter()
        .map(|(key, feeds)| {
            let feeds = feeds.into_iter().map(|(name, called)| feed(v, &name, called)).collect_view();
            ui::section(t!(w, key), None, view! { <ul class="feeds">{feeds}</ul> })
        })
        .collect_view();
    let one = format!("{}/cal/one-CODE.ics?lang={}", v.ctx.site.settings.public_url, w.lang.path());
    let how = ["apple", "google", "outlook", "others"].map(|it| view! { <li>{t!(w, &format!("calendar-how-{it}"))}</li> }).collect_view();
    let own = own(v).await?;
    let title = t!(w, "calendar-subscribe");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "calendar-title"), "/calendar")], title.clone())}
        {ui::error_summary(&v.form())}
        {ui::title(None, title.clone(), Some(t!(w, "calendar-subscribe-lead")))}
        {own}
        {ui::section(t!(w, "calendar-how"), None, view! { <ul>{how}</ul><p class="quiet">{t!(w, "calendar-slow")}</p> })}
        {groups}
        {ui::section(t!(w, "calendar-feed-one"), None, view! { <p>{t!(w, "calendar-feed-one-how")}</p><p><code>{one}</code></p> })}
    };
    Ok(Page::new(title, view).width(Width::Read).script(include_str!("pages/copy.js")))
}

/// The viewer's private calendars; for strangers the way to sign in.
async fn own(v: &mut Visit) -> Answer<AnyView> {
    let w = v.w;
    if v.me().is_none() {
        let href = v.href("/sign-in?next=/calendar/subscribe");
        return Ok(view! { <p><a href=href>{t!(w, "calendar-own-sign-in")}</a></p> }.into_any());
    }
    let there = acts::addresses(&mut v.ctx).await?;
    let form = v.form();
    let mut items = Vec::new();
    for own in acts::may_have(&v.ctx) {
        let called = t!(w, &format!("calendar-own-{}", own.code()));
        let address = there.iter().find(|it| it.own == own);
        // Shown right after it was made, and not again.
        let fresh = address.filter(|it| v.asked("made") == Some(own.code()) && v.ctx.now.minutes_since(it.made) < 10);
        let shown = match fresh {
            Some(it) => {
                let token = acts::token(&v.ctx, own, it.made)?;
                let address = format!("{}/cal/p/{token}.ics?lang={}", v.ctx.site.settings.public_url, w.lang.path());
                let once = ui::notice("status", t!(w, "calendar-own-once"));
                Some(view! { {once}<ul class="feeds">{subscribed(w, called.clone(), address)}</ul> })
            }
            None => None,
        };
        let since = address.map(|it| {
            let fetched =
                it.fetched.map_or_else(|| t!(w, "calendar-own-never"), |at| t!(w, "calendar-own-fetched", fetched = w.moment_short(at)));
            view! { <p class="quiet">{t!(w, "calendar-own-made", made = w.moment_short(it.made))}" · "{fetched}</p> }
        });
        let key = if address.is_some() { "calendar-own-again" } else { "calendar-own-make" };
        let make = ui::act(&form, "calendar/make-address", "act", view! { {ui::hidden("own", own.code())}{ui::send("quiet", t!(w, key))} });
        let revoke = address.map(|_| {
            ui::act(
                &form,
                "calendar/revoke",
                "act",
                view! { {ui::hidden("own", own.code())}{ui::send("plain", t!(w, "calendar-own-revoke"))} },
            )
        });
        items.push(view! { <li><b>{called}</b>{since}{shown}<div class="actions">{make}{revoke}</div></li> });
    }
    let inner = view! { <p>{t!(w, "calendar-own-lead")}</p><ul class="feeds">{items}</ul> };
    Ok(ui::section(t!(w, "calendar-own"), None, inner))
}
