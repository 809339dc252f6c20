//! Booking places: the form on an activity's page, the page that only the visitor's link opens, and who comes, for the department.

use leptos::prelude::*;

use super::{
    super::{
        acts::booking::{self, Bookable, Mine},
        rules::{
            booking::{BookingState, KEPT_DAYS},
            programme::Entry,
            *,
        },
    },
    programme::when_words,
};
use crate::{
    base::{
        problem::Answer,
        visit::{Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// How full a session is, in words.
fn room_words(w: Words, it: &Bookable) -> String {
    let room = it.room;
    let left = if room.waiting > 0 { 0 } else { room.left() };
    let said = t!(w, "showcase-places-left", n = left, of = room.places);
    if room.waiting > 0 { format!("{said} {}", t!(w, "showcase-places-waiting", n = room.waiting)) } else { said }
}

/// The form on the page of an activity. Sessions that have begun are not offered.
pub(super) async fn form(v: &mut Visit, entry: &Entry) -> Answer<Option<AnyView>> {
    let w = v.w;
    let now = v.ctx.now;
    let sessions: Vec<Bookable> =
        booking::sessions(&mut v.ctx, entry).await?.into_iter().filter(|it| now < it.shown.told.at.starts).collect();
    if !entry.activity.booking {
        return Ok(None);
    }
    if sessions.is_empty() {
        return Ok(Some(ui::section(t!(w, "showcase-book"), None, view! { <p>{t!(w, "showcase-book-over")}</p> })));
    }
    let form = v.form().inside("booking");
    let typed = form.typed("booking[session]");
    let error = form.error("booking[session]").map(|words| view! { <p class="field__error">{words}</p> });
    let state = error.is_some().then_some("error");
    let choices = sessions
        .iter()
        .map(|it| {
            let told = &it.shown.told;
            let checked = typed.as_deref() == Some(&told.session.to_string());
            let place = w.located(&it.shown.venue.name, &it.shown.venue.district_name);
            view! {
                <label class="choice">
                    <input type="radio" name="booking[session]" value=told.session checked=checked required/>
                    <span>{when_words(w, told)}" – "{place}" – "{room_words(w, it)}</span>
                </label>
            }
        })
        .collect_view();
    let waits = ui::field(&form, "booking[waits]", t!(w, "showcase-book-waits")).tick();
    let fields = view! {
        {ui::hidden("booking[activity]", entry.activity.code.clone())}
        <fieldset id="booking-session" class="field" data-state=state>
            <legend>{t!(w, "showcase-session")}</legend>
            {error}
            {choices}
        </fieldset>
        {ui::field(&form, "booking[name]", t!(w, "showcase-book-name")).autocomplete("name").required().view()}
        {ui::field(&form, "booking[contact]", t!(w, "showcase-book-contact")).hint(t!(w, "showcase-book-contact-hint")).autocomplete("email").required().view()}
        {ui::field(&form, "booking[people]", t!(w, "showcase-book-people")).kind("number").value("1").required().view()}
        {ui::field(&form, "booking[access_needs]", t!(w, "showcase-book-access")).limit(300).view()}
        {waits}
        <p class="quiet">{t!(w, "showcase-book-consent", days = KEPT_DAYS)}</p>
        <p class="actions">{ui::send("main", t!(w, "showcase-book-send"))}</p>
    };
    Ok(Some(ui::section(t!(w, "showcase-book"), None, ui::act(&form, "showcase/book", "stack", fields))))
}

fn state(w: Words, it: &Mine) -> AnyView {
    match (it.booking.state, &it.shown) {
        (BookingState::Held, Some(_)) => ui::notice("status", t!(w, "showcase-booking-held", n = it.booking.people)),
        (BookingState::Waiting, Some(_)) => ui::notice("warning", t!(w, "showcase-booking-waits", n = it.booking.people, ahead = it.ahead)),
        (BookingState::Held | BookingState::Waiting, None) => ui::notice("error", t!(w, "showcase-booking-off")),
        _ => ui::notice("warning", t!(w, "showcase-booking-cancelled")),
    }
}

/// The page that the visitor's link opens.
pub async fn booking(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let token = v.param(0).to_owned();
    let it = booking::one(&mut v.ctx, &token).await?;
    let place = it.shown.as_ref().map(|shown| w.located(&shown.venue.name, &shown.venue.district_name));
    let mut facts = vec![(t!(w, "showcase-booking-reference"), ui::text(it.booking.reference.clone()))];
    if let Some(shown) = &it.shown {
        facts.push((t!(w, "time"), ui::text(when_words(w, &shown.told))));
    }
    if let Some(place) = place {
        facts.push((t!(w, "showcase-venue"), ui::text(place)));
    }
    facts.push((t!(w, "showcase-book-people"), ui::text(it.booking.people.to_string())));
    facts.push((t!(w, "showcase-book-name"), ui::text(it.booking.name.clone())));
    facts.push((t!(w, "showcase-book-contact"), ui::text(it.booking.contact.clone())));
    facts.push((t!(w, "showcase-form-wet"), ui::text(super::word(w, "wet", it.activity.wet.code()))));
    let live = matches!(it.booking.state, BookingState::Held | BookingState::Waiting);
    let cancel = live.then(|| {
        let fields = view! { {ui::hidden("token", token.clone())}{ui::send("stop", t!(w, "showcase-booking-give-back"))} };
        ui::confirm(
            t!(w, "showcase-booking-give-back"),
            t!(w, "showcase-booking-loss", n = it.booking.people),
            ui::act(&v.form(), "showcase/give-back", "actions", fields),
        )
    });
    let title = w.pick(&it.activity.title);
    let activity = v.href(&format!("/showcase/programme/{}", it.booking.activity));
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "showcase-title"), "/showcase"), (t!(w, "showcase-programme"), "/showcase/programme")], t!(w, "showcase-booking-mine"))}
        {ui::error_summary(&v.form())}
        {ui::title(Some(t!(w, "showcase-booking-mine")), title.clone(), None)}
        {state(w, &it)}
        {ui::facts(facts)}
        <p>{t!(w, "showcase-booking-link")}</p>
        {cancel}
        <p class="actions">{ui::button("plain", activity, t!(w, "showcase-booking-activity"))}</p>
    };
    Ok(Page::new(t!(w, "showcase-booking-mine"), view).width(Width::Read).hidden())
}

/// Who comes, for the department that must reach them.
pub(super) async fn visitors(v: &mut Visit, activity: &Activity) -> Answer<Option<AnyView>> {
    let w = v.w;
    if !activity.booking || activity.state != ActivityState::Published {
        return Ok(None);
    }
    let all = booking::of_activity(&mut v.ctx, activity).await?;
    let rows: Vec<Vec<AnyView>> = all
        .iter()
        .map(|it| {
            let state = if it.state == BookingState::Held {
                ui::chip("good", t!(w, "showcase-booking-is-held"))
            } else {
                ui::chip("wait", t!(w, "showcase-booking-is-waiting"))
            };
            vec![
                ui::text(t!(w, "showcase-session-n", n = it.session)),
                ui::text(it.name.clone()),
                ui::text(it.contact.clone()),
                ui::text(it.people.to_string()),
                ui::text(it.access_needs.clone()),
                state,
            ]
        })
        .collect();
    let heads =
        ["showcase-session", "showcase-book-name", "showcase-book-contact", "showcase-book-people", "showcase-book-access", "status"]
            .map(|key| t!(w, key))
            .to_vec();
    let list = if rows.is_empty() {
        view! { <p class="quiet">{t!(w, "showcase-visitors-none")}</p> }.into_any()
    } else {
        ui::records(t!(w, "showcase-visitors"), heads, rows)
    };
    Ok(Some(ui::section(t!(w, "showcase-visitors"), None, list)))
}
