//! A visitor's own plan: sessions picked from the programme. The address holds it, the browser remembers it, nobody else knows it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        acts::{calendar, programme},
        rules::{
            programme::{Entry, Shown},
            *,
        },
    },
    programme::when_words,
    word,
};
use crate::{
    base::{
        ical::{self, Feed, Method, Occasion},
        problem::{Answer, OrUnknown},
        time::Moment,
        visit::{File, Page, Visit, Width},
    },
    t, ui,
    venues::overlap,
};

/// The most sessions a plan holds: more do not fit into ten days.
const MOST: usize = 60;

/// Sessions that the address names, in the order of time, with their activities; cancelled ones too.
async fn picked(v: &mut Visit) -> Answer<(Arc<Programme>, Vec<Version>, Vec<(Option<Entry>, Published, Option<Shown>)>)> {
    let codes: Vec<String> = v.asked("sessions").unwrap_or("").split(',').take(MOST).map(|it| it.trim().to_owned()).collect();
    let (programme, versions) = programme::programme(&mut v.ctx, None).await?.or_unknown()?;
    let told = programme::standing(&mut v.ctx, &programme.event.code, programme.version).await?;
    let mut all: Vec<_> = told
        .into_iter()
        .filter(|it| codes.contains(&it.code()))
        .map(|it| {
            let entry = programme.entry(&it.activity).cloned();
            let shown = entry.as_ref().and_then(|entry| entry.sessions.iter().find(|shown| shown.told.session == it.session).cloned());
            (entry, it, shown)
        })
        .collect();
    all.sort_by_key(|(_, it, _)| (it.at.starts, it.activity.clone(), it.session));
    Ok((programme, versions, all))
}

/// The plan, with what overlaps and what does not take place any more.
pub async fn my_plan(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (programme, _, all) = picked(v).await?;
    let spans: Vec<(Moment, Moment, bool)> = all.iter().map(|(_, it, _)| (it.at.starts, it.ends, it.cancelled)).collect();
    let codes: Vec<String> = all.iter().map(|(_, it, _)| it.code()).collect();
    let items = all
        .iter()
        .enumerate()
        .map(|(n, (entry, it, shown))| {
            let href = v.href(&format!("/showcase/programme/{}", it.activity));
            let title = entry.as_ref().map_or_else(|| it.activity.clone(), |entry| w.pick(&entry.activity.title));
            let place = shown.as_ref().map(|it| w.located(&it.venue.name, &it.venue.district_name)).unwrap_or_default();
            let clash = !it.cancelled
                && spans.iter().enumerate().any(|(m, other)| m != n && !other.2 && overlap((it.at.starts, it.ends), (other.0, other.1)));
            let state = match (it.cancelled, clash) {
                (true, _) => ui::chip("stop", t!(w, "showcase-turn-cancelled")),
                (_, true) => ui::chip("wait", t!(w, "showcase-plan-overlaps")),
                _ => ui::text(""),
            };
            let wet = entry
                .as_ref()
                .filter(|_| !it.cancelled)
                .map(|entry| t!(w, "showcase-plan-rain", wet = word(w, "wet", entry.activity.wet.code())));
            let rest: Vec<&str> = codes.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, code)| code.as_str()).collect();
            let without = v.href(&format!("/showcase/my-plan?sessions={}", rest.join(",")));
            view! {
                <li>
                    <time datetime=it.at.starts.to_rfc3339()>{when_words(w, it)}</time>" "<a href=href><b>{title}</b></a>
                    <span>{place}</span>{wet.map(|words| view! { <p>{words}</p> })}{state}
                    <p><a class="no-print" href=without>{t!(w, "showcase-plan-take-off")}</a></p>
                </li>
            }
        })
        .collect_view();
    let title = t!(w, "showcase-my-plan");
    let list = if all.is_empty() {
        let all = ui::button("main", v.href("/showcase/programme"), t!(w, "showcase-programme"));
        ui::empty(t!(w, "showcase-my-plan-none"), t!(w, "showcase-my-plan-none-why"), Some(all))
    } else {
        let calendar = v.href(&format!("/showcase/my-plan/calendar?sessions={}", codes.join(",")));
        view! {
            <p class="count" role="status">{t!(w, "showcase-sessions-n", n = all.len())}</p>
            <ul class="waiting">{items}</ul>
            <p class="actions">{ui::button("main", calendar, t!(w, "showcase-my-plan-calendar"))}</p>
            <p class="quiet">{t!(w, "showcase-my-plan-kept")}</p>
        }
        .into_any()
    };
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&programme.event.name), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], title.clone())}
        {ui::title(None, title.clone(), None)}
        <div data-my-plan=codes.join(",")>{list}</div>
    };
    Ok(Page::new(title, view).width(Width::Read).hidden().script(include_str!("my_plan.js")))
}

/// The plan for a calendar: what was moved carries a higher sequence, what was cancelled says so; and what happens when it rains.
pub async fn my_calendar(v: &mut Visit) -> Answer<File> {
    let w = v.w;
    let (programme, _, all) = picked(v).await?;
    let happenings = calendar::happenings(&mut v.ctx).await?;
    let occasions: Vec<Occasion> = all
        .iter()
        .filter_map(|(entry, it, _)| {
            let uid = calendar::uid(it);
            let mut occasion = Occasion::of(happenings.iter().find(|it| it.uid == uid)?, w, &v.ctx.site.settings.public_url);
            if let Some(entry) = entry {
                let wet = t!(w, "showcase-plan-rain", wet = word(w, "wet", entry.activity.wet.code()));
                occasion.description = format!("{wet}\n\n{}", occasion.description);
            }
            Some(occasion)
        })
        .collect();
    let feed = Feed { name: w.pick(&programme.event.name), tag: w.lang.tag(), source: None, organizer: None };
    let bytes = ical::calendar(&feed, Method::Publish, &occasions).into_bytes();
    Ok(File { name: "my-plan.ics".into(), mime: "text/calendar; charset=utf-8", bytes, inline: false })
}
