//! Following the programme by letter: where it is asked for, and what the link in the first letter opens.

use leptos::prelude::*;

use super::super::acts::follow;
use crate::{
    base::{
        problem::Answer,
        visit::{Page, Visit, Width},
    },
    t, ui,
};

/// Asks for an address.
pub async fn ask(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let activity = v.asked("activity").unwrap_or_default().to_owned();
    let (_, what) = follow::what(&mut v.ctx, &activity).await?;
    let form = v.form();
    let mut email = ui::field(&form, "email", t!(w, "showcase-follow-address")).kind("email").autocomplete("email").required();
    if let Some(me) = v.me() {
        email = email.value(me.email.clone());
    }
    let fields = view! {
        {ui::hidden("activity", activity)}
        {email.view()}
        <p class="quiet">{t!(w, "showcase-follow-consent")}</p>
        <p class="actions">{ui::send("main", t!(w, "showcase-follow-send"))}</p>
    };
    let title = t!(w, "showcase-follow");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "showcase-title"), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(Some(w.pick(&what)), title.clone(), Some(t!(w, "showcase-follow-lead")))}
        {ui::act(&form, "showcase/follow", "stack", fields)}
        <p class="quiet">{t!(w, "showcase-follow-calendar")}" "<a href=v.href("/calendar/subscribe")>{t!(w, "showcase-follow-subscribe")}</a></p>
    };
    Ok(Page::new(title, view).width(Width::Read))
}

/// What only the owner of the address sees.
pub async fn following(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let token = v.param(0).to_owned();
    let (it, what) = follow::one(&mut v.ctx, &token).await?;
    let stop = |kind: &'static str, words: String| {
        ui::act(&v.form(), "showcase/follow-stop", "actions", view! { {ui::hidden("token", token.clone())}{ui::send(kind, words)} })
    };
    let inner = if it.confirmed.is_some() {
        let stop = stop("stop", t!(w, "showcase-follow-stop"));
        view! { {ui::notice("status", t!(w, "showcase-follow-on"))}{stop} }.into_any()
    } else {
        let fields = view! { {ui::hidden("token", token.clone())}{ui::send("main", t!(w, "showcase-follow-yes"))} };
        let yes = ui::act(&v.form(), "showcase/follow-confirm", "actions", fields);
        let no = stop("plain", t!(w, "showcase-follow-no"));
        view! { <p>{t!(w, "showcase-follow-ask")}</p>{yes}{no} }.into_any()
    };
    let title = t!(w, "showcase-follow");
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "showcase-title"), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], title.clone())}
        {ui::error_summary(&v.form())}
        {ui::title(Some(w.pick(&what)), title.clone(), Some(it.email))}
        {inner}
    };
    Ok(Page::new(title, view).width(Width::Read).hidden())
}
