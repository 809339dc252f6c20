//! The door list: marks people present by scanner, keyboard or a press, and goes on when the line is lost.
//!
//! Without script the page shows the same list with a form at each name, and nothing here is needed. With it, marks that could
//! not be sent wait in the browser's own storage under keys of their own, so that none is lost and none counts twice.

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{
    api::mark,
    rules::{Attendance, MarkAnswer},
};
use crate::base::problem::Kind;

/// Words of the island, said by the server.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DoorWords {
    pub code: String,
    pub ready: String,
    pub online: String,
    /// With `%n` where the number goes.
    pub offline: String,
    pub tally: String,
    pub present: String,
    pub part: String,
    pub absent: String,
    pub kept: String,
    pub search: String,
}

/// One person on the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoorPerson {
    pub id: String,
    pub code: String,
    pub name: String,
    pub from: String,
    pub mark: Option<Attendance>,
}

/// A mark on its way to the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Pending {
    key: String,
    who: String,
    mark: Attendance,
}

#[cfg(feature = "hydrate")]
mod kept {
    //! The marks not sent yet, in the browser's storage: they outlive the page and the machine's sleep.

    use super::Pending;

    fn storage() -> Option<web_sys::Storage> {
        web_sys::window()?.local_storage().ok()?
    }

    pub fn read(workshop: &str) -> Vec<Pending> {
        let text = storage().and_then(|s| s.get_item(&format!("door-{workshop}")).ok()?);
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    pub fn write(workshop: &str, pending: &[Pending]) {
        if let (Some(s), Ok(text)) = (storage(), serde_json::to_string(pending)) {
            s.set_item(&format!("door-{workshop}"), &text).ok();
        }
    }

    /// A key nobody else makes.
    pub fn fresh() -> String {
        let random = || (js_sys::Math::random() * 1e15) as u64;
        format!("{:x}-{:x}-{:x}", js_sys::Date::now() as u64, random(), random())
    }

    /// Calls again and again, while the page is open.
    pub fn every(seconds: i32, call: impl Fn() + 'static) {
        use wasm_bindgen::{JsCast, closure::Closure};
        let closure = Closure::<dyn Fn()>::new(call);
        if let Some(window) = web_sys::window() {
            window.set_interval_with_callback_and_timeout_and_arguments_0(closure.as_ref().unchecked_ref(), seconds * 1000).ok();
        }
        // The page's own life is the closure's.
        closure.forget();
    }

    /// Calls before a character goes to no field: a scanner types wherever the focus happens to be.
    pub fn typing(call: impl Fn() + 'static) {
        use wasm_bindgen::{JsCast, closure::Closure};
        let closure = Closure::<dyn Fn(web_sys::KeyboardEvent)>::new(move |event: web_sys::KeyboardEvent| {
            let plain =
                event.key().chars().count() == 1 && event.key() != " " && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let in_field = event.target().is_some_and(|it| it.has_type::<web_sys::HtmlInputElement>());
            if plain && !in_field {
                call();
            }
        });
        if let Some(window) = web_sys::window() {
            window.add_event_listener_with_callback("keydown", closure.as_ref().unchecked_ref()).ok();
        }
        closure.forget();
    }
}

#[cfg(not(feature = "hydrate"))]
mod kept {
    //! On the server nothing is pending: the list is drawn once.

    use super::Pending;

    pub fn read(_: &str) -> Vec<Pending> {
        Vec::new()
    }
    pub fn write(_: &str, _: &[Pending]) {}
    pub fn fresh() -> String {
        String::new()
    }
    pub fn every(_: i32, _: impl Fn() + 'static) {}
    pub fn typing(_: impl Fn() + 'static) {}
}

/// Sends what is pending, oldest first, until the line fails.
async fn send(
    workshop: String,
    pending: RwSignal<Vec<Pending>>,
    answer: RwSignal<Option<MarkAnswer>>,
    people: RwSignal<Vec<DoorPerson>>,
    tally: RwSignal<(usize, usize)>,
    down: RwSignal<bool>,
) {
    while let Some(next) = pending.get_untracked().first().cloned() {
        match mark(workshop.clone(), next.who.clone(), next.mark, next.key.clone()).await {
            Ok(said) => {
                down.set(false);
                tally.set((said.present, said.expected));
                people.update(|people| {
                    if let Some(person) = people.iter_mut().find(|p| p.id == said.participant)
                        && matches!(said.colour.as_str(), "ok" | "again")
                    {
                        person.mark = Some(said.mark);
                    }
                });
                answer.set(Some(said));
            }
            // The line, or the server, is away: everything stays where it is.
            Err(problem) if matches!(problem.kind, Kind::Busy | Kind::Broken) => return down.set(true),
            // The server said no for good: that mark is spent, and its reason shown.
            Err(problem) => {
                let words = problem.complaints.into_iter().find_map(|c| c.text).unwrap_or_default();
                let (present, expected) = tally.get_untracked();
                answer.set(Some(MarkAnswer {
                    colour: "refused".into(),
                    words,
                    participant: String::new(),
                    mark: next.mark,
                    present,
                    expected,
                }));
            }
        }
        pending.update(|pending| pending.retain(|it| it.key != next.key));
        kept::write(&workshop, &pending.get_untracked());
    }
}

/// The door list under the hand: one field that always listens, and every name with its marks.
#[island]
pub fn DoorList(workshop: String, people: Vec<DoorPerson>, expected: usize, words: DoorWords) -> impl IntoView {
    let present = people.iter().filter(|p| matches!(p.mark, Some(Attendance::Attended | Attendance::Part))).count();
    let people = RwSignal::new(people);
    let tally = RwSignal::new((present, expected));
    let answer = RwSignal::new(None::<MarkAnswer>);
    let pending = RwSignal::new(Vec::<Pending>::new());
    let busy = RwSignal::new(false);
    // The line is called lost when a mark could not be sent, not while one is on its way.
    let down = RwSignal::new(false);
    // Drawn when the script is alive; until then, and without it, the page has the plain list.
    let alive = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let field = NodeRef::<leptos::html::Input>::new();

    let code = StoredValue::new(workshop);
    let flush = move || {
        if busy.get_untracked() || pending.get_untracked().is_empty() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            send(code.get_value(), pending, answer, people, tally, down).await;
            busy.set(false);
        });
    };
    let put = move |who: String, mark: Attendance| {
        if who.trim().is_empty() {
            return;
        }
        pending.update(|pending| pending.push(Pending { key: kept::fresh(), who, mark }));
        kept::write(&code.get_value(), &pending.get_untracked());
        flush();
    };
    Effect::new(move |_| {
        pending.set(kept::read(&code.get_value()));
        flush();
        kept::every(3, flush);
        kept::typing(move || {
            if let Some(field) = field.get_untracked() {
                field.focus().ok();
            }
        });
        alive.set(true);
        // What is still hidden takes no focus: wait until the list is drawn.
        request_animation_frame(move || {
            if let Some(field) = field.get_untracked() {
                field.focus().ok();
            }
        });
    });

    let ready = words.ready.clone();
    let kept_words = words.kept.clone();
    let (online, offline, tally_words) = (words.online.clone(), words.offline.clone(), words.tally.clone());
    let marks =
        [(Attendance::Attended, words.present.clone()), (Attendance::Part, words.part.clone()), (Attendance::Absent, words.absent.clone())];
    let colour = move || answer.get().map(|a| a.colour);
    let said = move || match answer.get() {
        _ if !pending.get().is_empty() && down.get() => kept_words.clone(),
        Some(a) => a.words,
        None => ready.clone(),
    };
    view! {
        <section class="door" hidden=move || !alive.get()>
            <form class="door__scan" on:submit=move |event| {
                event.prevent_default();
                put(typed.get_untracked(), Attendance::Attended);
                typed.set(String::new());
            }>
                <label>{words.code.clone()}
                    <input node_ref=field autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="done"
                        prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))/>
                </label>
            </form>
            <p class="door__answer" data-state=colour role="status">{said}</p>
            <p class="door__line" data-state=move || if down.get() && !pending.get().is_empty() { "offline" } else { "online" }>
                {move || match pending.get().len() { n if n > 0 && down.get() => offline.replace("%n", &n.to_string()), _ => online.clone() }}
            </p>
            <p class="door__tally">{move || { let (n, of) = tally.get(); tally_words.replace("%n", &n.to_string()).replace("%of", &of.to_string()) }}</p>
            <ol class="door__list">
                <For each=move || if alive.get() { people.get() } else { Vec::new() } key=|p| (p.id.clone(), p.mark) let:person>
                    <li data-state=person.mark.map_or("none", Attendance::code)>
                        <div><b>{person.name.clone()}</b><span>{person.from.clone()}" "<code class="code">{person.code.clone()}</code></span></div>
                        <div class="actions">
                            {marks.clone().into_iter().map(|(mark, words)| {
                                let id = person.id.clone();
                                let pressed = if person.mark == Some(mark) { "true" } else { "false" };
                                view! { <button class="button" data-kind="quiet" aria-pressed=pressed on:click=move |_| put(id.clone(), mark)>{words}</button> }
                            }).collect_view()}
                        </div>
                    </li>
                </For>
            </ol>
        </section>
    }
}
