//! What a department sees of its activities: the list, one of them, the form, and the table to send many at once.

use leptos::prelude::*;

use super::{
    super::{
        acts::{
            Ground,
            find::{self, Shown},
        },
        rules::{activity::LANGUAGES, proposal::COLUMNS, *},
    },
    days_words, listed, names, say_fit, state_chip, tiles, word,
};
use crate::{
    base::{
        problem::{Answer, Problem},
        roles::{Action, Reach},
        sheet,
        time::Moment,
        visit::{File, Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// Where an activity fits, as a short chip.
pub(super) fn fit_chip(w: Words, it: &Shown) -> AnyView {
    match (&it.fit, it.activity.needs.own_venue.is_some()) {
        (fit, _) if fit.own_too_small.is_some() => ui::chip("stop", t!(w, "showcase-chip-small")),
        (fit, _) if fit.is_hopeless() => ui::chip("stop", t!(w, "showcase-chip-none")),
        (_, true) => ui::chip("good", t!(w, "showcase-chip-own")),
        (fit, _) if fit.wanted == 0 => ui::chip("wait", t!(w, "showcase-chip-elsewhere", n = fit.venues.len())),
        (fit, _) => ui::chip("good", t!(w, "showcase-chip-fits", n = fit.wanted)),
    }
}

/// The department's own list, with the ways to file more.
pub async fn activities(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (ground, mine) = find::mine(&mut v.ctx).await?;
    let meter = find::meter(&mut v.ctx, &ground.event.code).await?;
    let now = v.ctx.now;
    let open = ground.event.may_file(now).is_ok();
    let rows: Vec<Vec<AnyView>> = mine
        .iter()
        .map(|it| {
            let href = v.href(&format!("/showcase/activities/{}", it.activity.code));
            vec![
                view! { <a class="ref" href=href>{it.activity.code.clone()}</a> }.into_any(),
                ui::text(w.pick(&it.activity.title)),
                ui::text(it.activity.needs.sessions.to_string()),
                state_chip(w, it.activity.state),
                fit_chip(w, it),
            ]
        })
        .collect();
    let heads = ["showcase-code", "showcase-what", "showcase-sessions", "status", "showcase-venues"].map(|key| t!(w, key)).to_vec();
    let new = || open.then(|| ui::button("main", v.href("/showcase/activities/new"), t!(w, "showcase-new")));
    let list = if rows.is_empty() {
        ui::empty(t!(w, "showcase-mine-none"), t!(w, "showcase-mine-none-why"), new())
    } else {
        view! { {ui::records(t!(w, "showcase-mine"), heads, rows)}<p class="actions">{new()}</p> }.into_any()
    };
    let form = v.form();
    let import = open.then(|| {
        let fields = view! {
            {ui::field(&form, "file", t!(w, "showcase-import-file")).hint(t!(w, "showcase-import-hint")).rows(8).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "showcase-import-send"))}
            {ui::button("plain", v.href("/showcase/activities/sample"), t!(w, "showcase-import-sample"))}</p>
        };
        ui::section(t!(w, "showcase-import"), None, ui::act(&form, "showcase/import", "stack", fields))
    });
    let title = t!(w, "showcase-mine");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(w.pick(&ground.event.name), "/showcase")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(Some(days_words(w, &ground.event)), title.clone(), Some(t!(w, "showcase-mine-lead")))}
        {open.then(|| view! { <p>{ui::deadline(w, "showcase-closes-at", ground.event.closes, now)}</p> })}
        {super::confirm::all(v, mine.iter().filter(|it| it.activity.state == ActivityState::Scheduled).count())}
        {list}
        {import}
        {ui::section(t!(w, "showcase-together"), None, tiles(w, &ground.event, meter))}
    };
    Ok(Page::new(title, view).hidden())
}

/// A table with one line to write over.
pub async fn sample(v: &mut Visit) -> Answer<File> {
    v.ctx.may(Action::FileActivities, Reach::Own)?;
    let line = [
        "How drinking water is tested",
        "食水怎樣檢驗",
        "",
        "",
        "demonstration",
        "",
        "60",
        "2",
        "30",
        "15",
        "40",
        "seated",
        "",
        "power;water",
        "ST;WC",
        "weekend",
        "pm",
        "yue;eng",
        "register",
        "not_affected",
    ];
    let bytes = sheet::csv(&COLUMNS.map(String::from), &[line.map(String::from).to_vec()]);
    Ok(File { name: "activities.csv".into(), mime: "text/csv; charset=utf-8", bytes, inline: false })
}

async fn form_page(v: &mut Visit, ground: &Ground, before: Option<&Activity>) -> Answer<Page> {
    let w = v.w;
    let me = v.ctx.me()?;
    let form = v.form().inside("activity");
    let now = before.map_or_else(|| ProposalForm { languages: vec!["yue".into()], ..ProposalForm::default() }, ProposalForm::of);
    let field = |name: &str, label: &str| ui::field(&form, format!("activity[{name}]"), t!(w, label));
    let both = |name: &str, label: &str, limit: u32, (en, zh): (&str, &str)| {
        view! {
            <div class="pair">
                {field(&format!("{name}_en"), &format!("{label}-en")).lang("en-HK").value(en).limit(limit).view()}
                {field(&format!("{name}_zh"), &format!("{label}-zh")).lang("zh-Hant-HK").value(zh).limit(limit).view()}
            </div>
        }
    };
    let choices = |group: &str, codes: Vec<&'static str>| -> Vec<(String, String)> {
        codes.into_iter().map(|code| (code.to_owned(), word(w, group, code))).collect()
    };
    let with_none = |mut all: Vec<(String, String)>| {
        all.insert(0, (String::new(), t!(w, "choose")));
        all
    };
    let kinds = with_none(choices("kind", ActivityKind::ALL.iter().map(|it| it.code()).collect()));
    let crowds = choices("crowd", Crowd::ALL.iter().map(|it| it.code()).collect());
    let days = choices("days", DayWish::ALL.iter().map(|it| it.code()).collect());
    let times = choices("time", TimeWish::ALL.iter().map(|it| it.code()).collect());
    let wets = choices("wet", WetWeather::ALL.iter().map(|it| it.code()).collect());
    let mut places = vec![(String::new(), t!(w, "showcase-pool"))];
    for venue in ground.venues.iter().filter(|it| it.is_premises() && it.managed_by == me.organisation) {
        places.push((venue.code.clone(), t!(w, "showcase-own-of", venue = w.pick(&venue.name), n = venue.capacity)));
    }
    let of_list = |known: &[(String, crate::base::text::Bi)]| known.iter().map(|(code, name)| (code.clone(), w.pick(name))).collect();
    let number = |name: &str, label: &str, now: &str| field(name, label).kind("number").value(now);
    let shown = before.map(|it| {
        let fit = ground.fit(&it.needs, &it.wishes.districts);
        say_fit(w, ground, &fit, &it.needs, &it.wishes.districts)
    });
    let (kind, words) = shown.unwrap_or_else(|| ("status", t!(w, "showcase-fit-begin")));
    let fields = view! {
        {ui::hidden("activity[code]", now.code.clone())}
        {ui::hidden("activity[version]", now.version.clone())}
        {both("title", "showcase-form-title", 120, (&now.title_en, &now.title_zh))}
        {both("line", "showcase-form-line", 300, (&now.line_en, &now.line_zh))}
        <div class="pair">
            {field("kind", "showcase-form-kind").choices(kinds).value(now.kind.clone()).required().view()}
            {field("own_venue", "showcase-form-place").choices(places).value(now.own_venue.clone()).view()}
        </div>
        <div class="pair">
            {number("minutes", "showcase-form-minutes", &now.minutes).required().view()}
            {number("sessions", "showcase-form-sessions", &now.sessions).required().view()}
        </div>
        <div class="pair">
            {number("setup", "showcase-form-setup", &now.setup).view()}
            {number("teardown", "showcase-form-teardown", &now.teardown).view()}
        </div>
        <div class="pair">
            {field("crowd", "showcase-form-crowd").choices(crowds).value(now.crowd.clone()).view()}
            {number("expected", "showcase-form-expected", &now.expected).required().view()}
        </div>
        {number("peak", "showcase-form-peak", &now.peak).hint(t!(w, "showcase-form-peak-hint")).view()}
        {ui::ticks(&form, "activity[features]", t!(w, "showcase-form-features"), None, of_list(&ground.features), &now.features)}
        {ui::ticks(&form, "activity[districts]", t!(w, "showcase-form-districts"), Some(t!(w, "showcase-form-districts-hint")), of_list(&ground.districts), &now.districts)}
        <div class="notice" data-kind=kind data-fit="/api/showcase/fit" role="status"><p>{words}</p></div>
        <div class="pair">
            {field("days", "showcase-form-days").choices(days).value(now.days.clone()).view()}
            {field("time", "showcase-form-time").choices(times).value(now.time.clone()).view()}
        </div>
        {ui::ticks(&form, "activity[languages]", t!(w, "showcase-form-languages"), None, choices("language", LANGUAGES.to_vec()), &now.languages)}
        {field("wet", "showcase-form-wet").choices(wets).value(now.wet.clone()).hint(t!(w, "showcase-form-wet-hint")).view()}
        {field("booking", "showcase-form-booking").value(now.booking.clone()).tick()}
        <p class="actions">
            <button class="button" data-kind="main" name="send" value="yes">{t!(w, "showcase-file")}</button>
            {ui::send("quiet", t!(w, "showcase-save-draft"))}
        </p>
    };
    let heading = before.map_or_else(|| t!(w, "showcase-new"), |it| t!(w, "showcase-edit-of", code = it.code.as_str()));
    let returned = before.filter(|it| it.state == ActivityState::Returned).map(|it| ui::notice("warning", w.pick(&it.comment)));
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&ground.event.name), "/showcase"), (t!(w, "showcase-mine"), "/showcase/activities")], heading.clone())}
        {ui::error_summary(&form)}
        {ui::title(None, heading.clone(), Some(t!(w, "showcase-form-lead")))}
        <p>{ui::deadline(w, "showcase-closes-at", ground.event.closes, v.ctx.now)}</p>
        {returned}
        {ui::act(&form, "showcase/save", "stack", fields)}
    };
    Ok(Page::new(heading, view).width(Width::Form).hidden().script(include_str!("fit.js")))
}

pub async fn new_activity(v: &mut Visit) -> Answer<Page> {
    let ground = find::ground(&mut v.ctx).await?;
    form_page(v, &ground, None).await
}

pub async fn edit_activity(v: &mut Visit) -> Answer<Page> {
    let code = v.param(0).to_owned();
    let (ground, it, _) = find::one(&mut v.ctx, &code).await?;
    // Who may look is not always who writes.
    if v.me().is_none_or(|me| me.organisation != it.activity.organisation) {
        return Err(Problem::forbidden());
    }
    if !it.activity.state.is_open() && v.echo.is_none() {
        return Err(Refusal::ActivityStays { state: it.activity.state }.into());
    }
    form_page(v, &ground, Some(&it.activity)).await
}

/// What was filed, as terms.
fn facts(w: Words, ground: &Ground, it: &Activity) -> AnyView {
    let place = match it.needs.own_venue.as_deref().and_then(|code| ground.venue(code)) {
        Some(venue) => t!(w, "showcase-own-of", venue = w.pick(&venue.name), n = venue.capacity),
        None => t!(w, "showcase-pool"),
    };
    let or_any = |text: String| if text.is_empty() { t!(w, "showcase-any") } else { text };
    let languages = listed(w, it.languages.iter().map(|code| word(w, "language", code)).collect());
    let wishes = listed(
        w,
        vec![
            names(w, &it.wishes.districts, &ground.districts),
            word(w, "days", it.wishes.days.code()),
            word(w, "time", it.wishes.time.code()),
        ]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect(),
    );
    ui::facts(vec![
        (t!(w, "showcase-form-kind"), ui::text(word(w, "kind", it.kind.code()))),
        (t!(w, "showcase-form-place"), ui::text(place)),
        (t!(w, "showcase-length"), ui::text(t!(w, "showcase-length-of", n = it.needs.sessions, minutes = it.needs.minutes))),
        (t!(w, "showcase-around"), ui::text(t!(w, "showcase-around-of", setup = it.needs.setup, teardown = it.needs.teardown))),
        (
            t!(w, "showcase-people"),
            ui::text(t!(
                w,
                "showcase-people-of",
                expected = it.needs.expected,
                peak = it.needs.peak,
                crowd = word(w, "crowd", it.needs.crowd.code())
            )),
        ),
        (t!(w, "showcase-form-features"), ui::text(or_any(names(w, &it.needs.features, &ground.features)))),
        (t!(w, "showcase-wishes"), ui::text(wishes)),
        (t!(w, "showcase-form-languages"), ui::text(languages)),
        (t!(w, "showcase-form-wet"), ui::text(word(w, "wet", it.wet.code()))),
        (t!(w, "showcase-booking"), ui::text(t!(w, if it.booking { "showcase-booking-yes" } else { "showcase-booking-no" }))),
    ])
}

/// One activity: what was filed, where it fits, how it got here, and what the viewer may do about it.
pub async fn activity(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let (ground, shown, steps) = find::one(&mut v.ctx, &code).await?;
    let it = &shown.activity;
    let places = v.ctx.viewer.reach(Action::PlaceActivities);
    let own = v.me().is_some_and(|me| me.organisation == it.organisation) && v.ctx.viewer.reach(Action::FileActivities) == Reach::Own;
    let (kind, words) = say_fit(w, &ground, &shown.fit, &it.needs, &it.wishes.districts);
    let history = steps
        .into_iter()
        .map(|step| ui::Instant {
            at: Moment(step.at),
            heading: t!(w, &format!("showcase-step-{}", step.step)),
            words: Some(listed(
                w,
                [crate::base::text::Bi::new(step.by_en, step.by_zh), crate::base::text::Bi::new(step.reason_en, step.reason_zh)]
                    .iter()
                    .map(|it| w.pick(it))
                    .filter(|it| !it.is_empty())
                    .collect(),
            )),
        })
        .collect();
    let venues: Vec<Vec<AnyView>> = shown
        .fit
        .venues
        .iter()
        .filter_map(|code| ground.venue(code))
        .take(12)
        .map(|venue| {
            let href = v.href(&format!("/venues/{}", venue.code));
            vec![
                view! { <a href=href>{w.pick(&venue.name)}</a> }.into_any(),
                ui::text(w.pick(&venue.district_name)),
                ui::text(venue.capacity.to_string()),
            ]
        })
        .collect();
    let heads = ["venues-name", "venues-district", "venues-capacity"].map(|key| t!(w, key)).to_vec();
    let venues = (!venues.is_empty() && it.needs.own_venue.is_none())
        .then(|| ui::section(t!(w, "showcase-venues"), None, ui::records(t!(w, "showcase-venues"), heads, venues)));
    let given = super::confirm::places(v, &ground, it, own).await?;
    let visitors = if own { super::booking::visitors(v, it).await? } else { None };
    let edit = (own && it.state.is_open())
        .then(|| ui::button("main", v.href(&format!("/showcase/activities/{code}/edit")), t!(w, "showcase-edit")));
    let decide = (places == Reach::All && it.state == ActivityState::Proposed).then(|| decide(v, &code));
    let cancel = ((own || places == Reach::All) && it.state.next().contains(&ActivityState::Cancelled)).then(|| {
        let form = v.form().about("form", "cancel");
        let fields = view! {
            {ui::hidden("code", code.clone())}{ui::hidden("form", "cancel")}
            {ui::field(&form, "reason_en", t!(w, "showcase-reason-en")).lang("en-HK").required().view()}
            {ui::field(&form, "reason_zh", t!(w, "showcase-reason-zh")).lang("zh-Hant-HK").required().view()}
            <p class="actions">{ui::send("stop", t!(w, "showcase-cancel"))}</p>
        };
        ui::confirm(t!(w, "showcase-cancel-title"), t!(w, "showcase-cancel-loss"), ui::act(&form, "showcase/cancel", "stack", fields))
    });
    let comment = (!w.pick(&it.comment).is_empty()).then(|| ui::notice("warning", w.pick(&it.comment)));
    let title = w.pick(&it.title);
    let line = Some(w.pick(&it.line)).filter(|it| !it.is_empty());
    let back = if own { (t!(w, "showcase-mine"), "/showcase/activities") } else { (t!(w, "showcase-proposals"), "/showcase/proposals") };
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(w.pick(&ground.event.name), "/showcase"), back], code.clone())}
        {ui::error_summary(&v.form().returned("form"))}
        <div class="split">
            <div class="split__head">
                {ui::title(Some(format!("{code} · {}", it.organisation)), title.clone(), line)}
                {comment}
            </div>
            <aside class="split__side">
                <section class="card"><p>{state_chip(w, it.state)}</p>
                    <div class="notice" data-kind=kind><p>{words}</p></div>
                    <p class="actions">{edit}</p>
                    {decide}{cancel}
                </section>
            </aside>
            <div class="split__main">
                {given}
                {visitors}
                {facts(w, &ground, it)}
                {venues}
                {ui::section(t!(w, "showcase-history"), None, ui::timeline(w, history, v.ctx.now))}
            </div>
        </div>
    };
    Ok(Page::new(title, view).hidden())
}

/// Accept it, or send it back with what is to be put right.
fn decide(v: &Visit, code: &str) -> AnyView {
    let w = v.w;
    let accept = v.form().about("form", "accept");
    let form = v.form().about("form", "return");
    let yes = view! { {ui::hidden("code", code)}{ui::hidden("form", "accept")}{ui::send("main", t!(w, "showcase-accept"))} };
    let fields = view! {
        {ui::hidden("code", code)}{ui::hidden("form", "return")}
        {ui::field(&form, "comment_en", t!(w, "showcase-comment-en")).lang("en-HK").rows(3).required().view()}
        {ui::field(&form, "comment_zh", t!(w, "showcase-comment-zh")).lang("zh-Hant-HK").rows(3).required().view()}
        <p class="actions">{ui::send("quiet", t!(w, "showcase-return"))}</p>
    };
    view! {
        {ui::act(&accept, "showcase/accept", "actions", yes)}
        {ui::fold(&form, t!(w, "showcase-return-title"), ui::act(&form, "showcase/return", "stack", fields))}
    }
    .into_any()
}
