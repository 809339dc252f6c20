//! The screens of the kiosk, each drawn once when it comes up; what changes on it changes in place.

use leptos::prelude::*;

use super::{
    super::rules::{
        ballot::spoken_receipt,
        booth::{BoothAward, Event, Given, Say, Screen, Standing},
        code::ALPHABET,
    },
    hands::Hands,
};

/// A slip is asked for: by the scanner, which types; by a keyboard; by the keys on the screen.
pub fn welcome(h: Hands) -> impl IntoView {
    let typed = move || h.state.with(|it| it.typed.clone());
    let type_on = move |c: &str| h.on(Event::Type(h.state.with_untracked(|it| it.typed.clone()) + c));
    let keys = ALPHABET
        .iter()
        .map(|it| {
            let key = char::from(*it).to_string();
            let name = key.clone();
            view! { <button type="button" class="button" tabindex="-1" on:click=move |_| type_on(&key)>{name}</button> }
        })
        .collect_view();
    let rub = move |_| {
        let mut text = h.state.with_untracked(|it| it.typed.clone());
        text.pop();
        h.on(Event::Type(text));
    };
    view! {
        <form class="kiosk__slip" on:submit=move |event| { event.prevent_default(); h.scan(); }>
            <p>{h.text(Say::Hint)}</p>
            <label for="code">{h.text(Say::Field)}</label>
            <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" inputmode="none" enterkeyhint="go"
                aria-describedby="fault" prop:value=typed on:input=move |event| h.on(Event::Type(event_target_value(&event)))/>
            <button class="button" data-kind="main">{h.text(Say::Begin)}</button>
            <p id="fault" role="alert">{move || h.fault()}</p>
        </form>
        <div class="kiosk__keys" role="group" aria-label=h.text(Say::Keys)>
            {keys}
            <button type="button" class="button" tabindex="-1" on:click=rub>{h.text(Say::Rub)}</button>
        </div>
    }
}

/// The entries of one award, each a card that is its own label.
pub fn award(h: Hands, at: usize) -> impl IntoView {
    let lang = h.lang.get();
    let award = h.given.with_value(|given| given.paper.awards.get(at).cloned()).unwrap_or_default();
    let votes = award.votes;
    let count = move || h.state.with(|it| it.chosen(at).len());
    let entries = h.state.with_untracked(|it| it.entries(&award).into_iter().cloned().collect::<Vec<_>>());
    let cards = entries
        .into_iter()
        .map(|it| {
            let entry = StoredValue::new(it.code);
            let on = move || h.state.with(|it| entry.with_value(|entry| it.chosen(at).contains(entry)));
            let full = move || votes > 1 && count() >= votes && !on();
            let kind = if votes == 1 { "radio" } else { "checkbox" };
            view! {
                <label>
                    <input type=kind name="entry" prop:checked=on prop:disabled=full on:change=move |_| h.on(Event::Choose(entry.get_value()))/>
                    <b>{it.title.pick(lang).to_owned()}</b>
                    <span>{it.department.pick(lang).to_owned()}" · "{it.summary.pick(lang).to_owned()}</span>
                </label>
            }
        })
        .collect_view();
    let back = if at == 0 { (Say::Leave, Event::Leave) } else { (Say::Back, Event::Back) };
    view! {
        <fieldset class="kiosk__cards" aria-labelledby="heading">{cards}</fieldset>
        {h.bar(Say::Note, vec![("plain", back.0, back.1), ("quiet", Say::Skip, Event::Skip), ("main", Say::Next, Event::Next)])}
    }
}

/// What was chosen, before it is cast.
pub fn review(h: Hands) -> impl IntoView {
    let lang = h.lang.get();
    let rows = h.given.with_value(|Given { paper, .. }| {
        let row = |(at, award): (usize, &BoothAward)| {
            let name = award.name.pick(lang).to_owned();
            let titles = h.state.with_untracked(|it| {
                let chosen = it.chosen(at);
                let titles = award.entries.iter().filter(|entry| chosen.contains(&entry.code)).map(|entry| entry.title.pick(lang));
                titles.collect::<Vec<_>>().join(" · ")
            });
            let blank = titles.is_empty();
            let change = h.say(Say::ChangeOf).replace("%it", &name);
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd data-blank=blank>{if blank { h.say(Say::Blank) } else { titles }}</dd>
                    <dd><button type="button" class="button" aria-label=change on:click=move |_| h.on(Event::Change(at))>{h.say(Say::Change)}</button></dd>
                </div>
            }
        };
        paper.awards.iter().enumerate().map(row).collect_view()
    });
    view! {
        <dl class="kiosk__review">{rows}</dl>
        {h.bar(Say::ReviewLead, vec![("plain", Say::Leave, Event::Leave), ("quiet", Say::Back, Event::Back), ("main", Say::Cast, Event::Cast)])}
    }
}

/// What is known of the ballot, and the receipt.
pub fn receipt(h: Hands) -> impl IntoView {
    let lang = h.lang.get();
    let (receipt, standing, qr) = match h.state.with_untracked(|it| it.screen.clone()) {
        Screen::Receipt { receipt, standing, qr, .. } => (receipt, standing, qr),
        _ => Default::default(),
    };
    let (state, words) = match standing {
        Standing::Kept => ("wait", Say::Kept),
        Standing::Counted => ("good", Say::Counted),
        Standing::Duplicate => ("wait", Say::Duplicate),
        Standing::Refused => ("stop", Say::NotTaken),
    };
    let parts = spoken_receipt(&receipt).split('-').map(|it| view! { <span>{it.to_owned()}</span>" " }).collect_view();
    let paper = (standing != Standing::Refused).then(|| {
        let picture = (!qr.is_empty()).then(|| view! { <img src=qr alt=h.say(Say::Qr)/> });
        let deadline = h.given.with_value(|Given { place, .. }| h.say(Say::Deadline).replace("%it", place.deadline.pick(lang)));
        view! {
            <div class="kiosk__paper">
                {picture}
                <p>{h.say(Say::Receipt)}</p>
                <p class="kiosk__no">{parts}</p>
                <p>{deadline}</p>
            </div>
            <p>{h.say(Say::Promise)}</p>
        }
    });
    view! {
        <div class="kiosk__thanks">
            <p data-state=state>{h.say(words)}</p>
            {paper}
        </div>
        {h.bar(Say::Clears, vec![("quiet", Say::Longer, Event::Longer), ("main", Say::Done, Event::Leave)])}
    }
}
