//! Where a department sees the places and times it was given, and says whether it can keep them.

use leptos::prelude::*;

use super::super::{
    acts::{Ground, confirm},
    rules::*,
};
use crate::{
    base::{problem::Answer, visit::Visit},
    t, ui,
};

/// Places and times of an activity; for its department with the answer it owes.
pub(super) async fn places(v: &mut Visit, ground: &Ground, it: &Activity, own: bool) -> Answer<Option<AnyView>> {
    let w = v.w;
    let places = confirm::places(&mut v.ctx, it).await?;
    if places.is_empty() {
        return Ok(None);
    }
    let rows = places
        .iter()
        .map(|(session, at)| {
            let ends = at.starts.plus_minutes(it.needs.minutes);
            let venue = ground.venue(&at.venue);
            let href = v.href(&format!("/venues/{}", at.venue));
            vec![
                ui::text(t!(w, "showcase-session-n", n = *session)),
                ui::text(format!("{} {}", w.date_short(at.starts.day()), w.span(at.starts, ends))),
                view! { <a href=href>{venue.map_or_else(|| at.venue.clone(), |it| w.pick(&it.name))}</a> }.into_any(),
                ui::text(venue.map(|it| w.pick(&it.district_name)).unwrap_or_default()),
            ]
        })
        .collect();
    let heads = ["showcase-session", "time", "showcase-venue", "venues-district"].map(|key| t!(w, key)).to_vec();
    let list = ui::records(t!(w, "showcase-sessions-at"), heads, rows);
    let answer = (own && matches!(it.state, ActivityState::Scheduled | ActivityState::Confirmed)).then(|| {
        let yes = (it.state == ActivityState::Scheduled).then(|| {
            let fields = view! { {ui::hidden("code", it.code.clone())}{ui::send("main", t!(w, "showcase-confirm"))} };
            view! { <p>{t!(w, "showcase-to-confirm-lead")}</p>{ui::act(&v.form(), "showcase/confirm", "actions", fields)} }
        });
        let form = v.form().about("form", "object");
        let fields = view! {
            {ui::hidden("code", it.code.clone())}{ui::hidden("form", "object")}
            {ui::field(&form, "comment_en", t!(w, "showcase-reason-en")).lang("en-HK").required().view()}
            {ui::field(&form, "comment_zh", t!(w, "showcase-reason-zh")).lang("zh-Hant-HK").required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "showcase-object"))}</p>
        };
        view! { {yes}{ui::fold(&form, t!(w, "showcase-object-title"), ui::act(&form, "showcase/object", "stack", fields))} }
    });
    Ok(Some(ui::section(t!(w, "showcase-sessions-at"), None, view! { {list}{answer} })))
}

/// One button for all that waits for the department's answer.
pub(super) fn all(v: &Visit, waiting: usize) -> Option<AnyView> {
    let w = v.w;
    (waiting > 0).then(|| {
        let fields = view! { {ui::hidden("code", "")}{ui::send("main", t!(w, "showcase-confirm-all", n = waiting))} };
        let inner = view! { <p>{t!(w, "showcase-to-confirm-lead")}</p>{ui::act(&v.form(), "showcase/confirm", "actions", fields)} };
        ui::section(t!(w, "showcase-to-confirm"), None, inner)
    })
}
