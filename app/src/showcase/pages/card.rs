//! The Showcase on the front page.

use leptos::prelude::*;

use super::{super::acts::programme, days_words};
use crate::{
    base::{problem::Answer, visit::Visit},
    t, ui,
};

/// What is on, from the day the programme is published to the event's last.
pub async fn card(v: &mut Visit) -> Answer<Option<AnyView>> {
    let (w, today) = (v.w, v.ctx.now.day());
    let Some((programme, _)) = programme::programme(&mut v.ctx, None).await?.filter(|it| today <= it.0.event.ends) else { return Ok(None) };
    let event = &programme.event;
    let sessions = programme.entries.iter().flat_map(|it| &it.sessions).filter(|it| it.told.at.starts.day() == today).count();
    let mut words = t!(
        w,
        "showcase-card",
        n = programme.entries.len(),
        departments = programme.departments.len(),
        districts = programme.districts.len()
    );
    if sessions > 0 {
        words += if w.lang.is_chinese() { "" } else { " " };
        words += &t!(w, "showcase-card-today", n = sessions);
    }
    let view = view! {
        <section class="card vote__today">
            <h2>{w.pick(&event.name)}</h2>
            <p><b>{days_words(w, event)}</b></p>
            <p>{words}</p>
            <p class="actions">
                {ui::button("main", v.href("/showcase/programme"), t!(w, "showcase-card-open"))}
                {ui::button("plain", v.href("/showcase/my-plan"), t!(w, "showcase-my-plan"))}
            </p>
        </section>
    };
    Ok(Some(view.into_any()))
}
