//! The kiosk under the hand: one slip, one award after another, a look back, a receipt.
//!
//! What may happen is decided in [`booth`]; what is kept and sent is in `booth.js`, which stands in the page and outlives the
//! line. Without script there is no kiosk, and the page says so. It shows only words it was given, in all three languages.

use leptos::prelude::*;

use super::rules::{
    booth::{self, Ask, BoothPaper, BoothPlace, BoothWords, Event, Fault, Say, Screen, Standing},
    code::CodeFault,
};
use crate::base::text::Lang;

mod screens;

#[cfg(feature = "booth")]
mod kept {
    //! The journal's script in the page.

    use serde::Deserialize;
    use wasm_bindgen::prelude::*;

    use super::{super::rules::booth::Checked, BoothPlace, Event, Line, Standing};

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = booth, js_name = start)]
        fn begin(device: &str, scheme: &str, stop: &str, boxed: &str, sign: &str, hear: &Closure<dyn Fn(String)>);
        #[wasm_bindgen(js_namespace = booth)]
        pub fn asked(key: &str, code: &str, lang: &str);
        #[wasm_bindgen(js_namespace = booth)]
        pub fn cast(key: &str, ballot: &str);
        #[wasm_bindgen(js_namespace = booth)]
        fn chance() -> String;
        #[wasm_bindgen(js_namespace = booth)]
        pub fn look();
    }

    /// What the script tells.
    #[derive(Deserialize)]
    enum Told {
        Tick(u32),
        Touch,
        Line(Line),
        #[serde(rename_all = "camelCase")]
        Checked {
            key: String,
            #[serde(default)]
            ok: bool,
            #[serde(default)]
            words: String,
            #[serde(default)]
            offline: bool,
        },
        Kept {
            key: String,
            seq: u64,
        },
        NotKept {
            key: String,
        },
        Answered {
            seq: u64,
            state: String,
            receipt: String,
            qr: String,
        },
        Broken,
    }

    /// What the script tells, as the kiosk understands it.
    pub enum Heard {
        Event(Event),
        Line(Line),
        /// It is kept; whether there is a line the kiosk knows.
        Kept(String, u64),
        Broken,
    }

    pub fn start(place: &BoothPlace, scheme: &str, hear: impl Fn(Heard) + 'static) {
        let closure = Closure::<dyn Fn(String)>::new(move |text: String| {
            let Ok(told) = serde_json::from_str(&text) else { return };
            hear(match told {
                Told::Tick(seconds) => Heard::Event(Event::Tick(seconds)),
                Told::Touch => Heard::Event(Event::Touch),
                Told::Line(line) => Heard::Line(line),
                Told::Checked { key, ok, words, offline } => {
                    let answer = match (offline, ok) {
                        (true, _) => Checked::Offline,
                        (_, true) => Checked::Fine,
                        _ => Checked::No(words),
                    };
                    Heard::Event(Event::Checked { key, answer })
                }
                Told::Kept { key, seq } => Heard::Kept(key, seq),
                Told::NotKept { key } => Heard::Event(Event::NotKept { key }),
                Told::Answered { seq, state, receipt, qr } => {
                    let standing = match state.as_str() {
                        "counted" => Standing::Counted,
                        "duplicate" => Standing::Duplicate,
                        _ => Standing::Refused,
                    };
                    Heard::Event(Event::Answered { seq, receipt, standing, qr })
                }
                Told::Broken => Heard::Broken,
            });
        });
        begin(&place.device, scheme, &place.stop, &place.box_public, &place.sign_public, &closure);
        // The page's own life is the closure's.
        closure.forget();
    }

    /// A key and a seed nobody else has.
    pub fn fresh() -> (String, u64) {
        let chance = chance();
        let (key, seed) = chance.split_once(' ').unwrap_or_default();
        (key.into(), seed.parse().unwrap_or_default())
    }
}

#[cfg(not(feature = "booth"))]
mod kept {
    //! On the server the first screen is drawn once and nothing happens.

    use super::{BoothPlace, Event, Line};

    #[allow(dead_code, reason = "nothing is heard here")]
    pub enum Heard {
        Event(Event),
        Line(Line),
        Kept(String, u64),
        Broken,
    }

    pub fn start(_: &BoothPlace, _: &str, _: impl Fn(Heard) + 'static) {}
    pub fn fresh() -> (String, u64) {
        Default::default()
    }
    pub fn asked(_: &str, _: &str, _: &str) {}
    pub fn cast(_: &str, _: &str) {}
    pub fn look() {}
}

/// Whether there is a line, and how many ballots of the journal wait for it, or for an officer.
#[derive(Clone, Copy, Debug, PartialEq, serde::Deserialize)]
pub struct Line {
    up: bool,
    waiting: u32,
    held: u32,
}

/// The kiosk as its screens hold it.
#[derive(Clone, Copy)]
struct Hands {
    state: RwSignal<booth::Booth>,
    lang: Memo<Lang>,
    given: StoredValue<(BoothPaper, BoothWords, BoothPlace)>,
}

impl Hands {
    fn say(self, it: Say) -> String {
        let lang = self.lang.get();
        self.given.with_value(|(_, words, _)| words.say(it, lang).to_owned())
    }

    fn say_n(self, it: Say, n: u32) -> String {
        self.say(it).replace("%n", &n.to_string())
    }

    /// Tells the machine what happened, and does what it asks for.
    fn on(self, event: Event) {
        let before = self.state.get_untracked();
        let mut now = before.clone();
        let ask = self.given.with_value(|(paper, ..)| now.on(paper, event));
        let lang = now.lang;
        if now != before {
            self.state.set(now);
        }
        match ask {
            Some(Ask::Check { key, code }) => kept::asked(&key, &code.plain(), lang.path()),
            Some(Ask::Keep { key, cast }) => kept::cast(&key, &serde_json::to_string(&cast).unwrap_or_default()),
            None => {}
        }
    }

    fn scan(self) {
        let (key, seed) = kept::fresh();
        self.on(Event::Scan { key, seed });
    }

    fn button(self, kind: &'static str, words: Say, event: Event) -> AnyView {
        view! { <button type="button" class="button" data-kind=kind on:click=move |_| self.on(event.clone())>{move || self.say(words)}</button> }
            .into_any()
    }

    /// What is wrong, in words.
    fn fault(self) -> Option<String> {
        self.state.with(|state| state.fault.clone()).map(|fault| match fault {
            Fault::Code(CodeFault::Length) => self.say(Say::BadLength),
            Fault::Code(CodeFault::Symbol) => self.say(Say::BadSymbol),
            Fault::Code(CodeFault::Check) => self.say(Say::BadCheck),
            Fault::Said(words) => words,
            Fault::NoneYet => self.say(Say::NoneYet),
            Fault::Most(n) => self.say_n(Say::Most, n as u32),
            Fault::AllBlank => self.say(Say::AllBlank),
            Fault::NotKept => self.say(Say::NotKept),
        })
    }

    /// The line above the heading, and the heading.
    fn heading(self) -> (String, String) {
        let screen = self.state.with(|state| state.screen.clone());
        let lang = self.lang.get();
        self.given.with_value(|(paper, ..)| {
            let name = paper.name.pick(lang).to_owned();
            let award = |at: usize| {
                let award = paper.awards.get(at)?;
                let step = self.say_n(Say::Step, at as u32 + 1).replace("%of", &paper.awards.len().to_string()).replace("%it", &name);
                let ask = self.say_n(if award.votes == 1 { Say::ChooseOne } else { Say::ChooseSome }, award.votes as u32);
                Some((step, ask.replace("%it", award.name.pick(lang))))
            };
            let heading = match screen {
                Screen::Award(at) => return award(at).unwrap_or_default(),
                Screen::Welcome => Say::Welcome,
                Screen::Checking => Say::Checking,
                Screen::Review => Say::Review,
                Screen::Sending { .. } => Say::Sending,
                Screen::Receipt { standing: Standing::Refused, .. } => Say::Refused,
                Screen::Receipt { .. } => Say::Thanks,
            };
            (name.clone(), self.say(heading))
        })
    }

    /// The bar at the foot: what to know, or what is wrong, and the ways on.
    fn bar(self, note: impl Fn() -> String + Send + 'static, ways: impl IntoView) -> AnyView {
        view! {
            <div class="kiosk__bar">
                <p role="status" data-fault=move || self.state.with(|it| it.fault.is_some())>{move || self.fault().unwrap_or_else(&note)}</p>
                {ways}
            </div>
        }
        .into_any()
    }
}

/// A number for each screen that is drawn anew, and takes the focus.
fn drawn(state: &booth::Booth) -> (u8, usize) {
    match state.screen {
        Screen::Welcome => (0, 0),
        Screen::Checking => (1, 0),
        Screen::Award(at) => (2, at),
        Screen::Review => (3, 0),
        Screen::Sending { .. } => (4, 0),
        Screen::Receipt { standing, .. } => (5, standing as usize),
    }
}

/// The kiosk. It fills the screen and leads nowhere else.
#[island]
pub fn Booth(paper: BoothPaper, words: BoothWords, place: BoothPlace) -> impl IntoView {
    let state = RwSignal::new(booth::Booth::new(place.lang));
    let line = RwSignal::new(Line { up: true, waiting: 0, held: 0 });
    let lang = Memo::new(move |_| state.with(|it| it.lang));
    let h = Hands { state, lang, given: StoredValue::new((paper, words, place)) };
    // Nothing can be pressed before the script is alive: a form sent by the browser itself would put a code into an address.
    let alive = RwSignal::new(false);
    let broken = RwSignal::new(false);
    let screen = Memo::new(move |_| state.with(drawn));
    let still = Memo::new(move |_| state.with(|it| it.warned().is_some()));
    Effect::new(move |_| {
        alive.set(true);
        h.given.with_value(|(paper, _, place)| {
            kept::start(place, &paper.scheme, move |heard| match heard {
                kept::Heard::Event(event) => h.on(event),
                kept::Heard::Line(now) => line.set(now),
                kept::Heard::Kept(key, seq) => h.on(Event::Kept { key, seq, line: line.get_untracked().up }),
                kept::Heard::Broken => broken.set(true),
            });
        });
    });
    Effect::new(move |_| {
        screen.get();
        kept::look();
    });
    let langs = [(Lang::En, "ENG"), (Lang::Tc, "繁"), (Lang::Sc, "简")]
        .map(|(it, name)| {
            let on = move || if lang.get() == it { "true" } else { "false" };
            view! { <button type="button" lang=it.tag() aria-pressed=on on:click=move |_| h.on(Event::Lang(it))>{name}</button> }
        })
        .collect_view();
    let about = move || {
        h.given.with_value(|(_, _, place)| {
            let lang = lang.get();
            [place.stop_name.pick(lang), &h.say_n(Say::Kiosk, place.number), place.day.pick(lang)].join(" · ")
        })
    };
    let note = move || {
        let Line { up, waiting, held } = line.get();
        let some = |n: u32, it| (n > 0).then(|| h.say_n(it, n));
        let parts = [(!up).then(|| h.say(Say::NoLine)), some(waiting, Say::Waiting), some(held, Say::Held)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <div class="kiosk" lang=move || lang.get().tag() data-large=move || state.with(|it| it.large) inert=move || !alive.get()>
            <header>
                <div aria-live="polite">
                    <p class="title__kicker">{move || h.heading().0}</p>
                    <h1 id="heading" tabindex="-1">{move || h.heading().1}</h1>
                </div>
                <button type="button" class="button" aria-pressed=move || state.with(|it| it.large).to_string() on:click=move |_| h.on(Event::Large)>
                    {move || h.say(Say::Large)}
                </button>
                <div class="kiosk__langs" role="group" aria-label=move || h.say(Say::Languages)>{langs}</div>
            </header>
            {move || match (broken.get(), screen.get()) {
                (true, _) => view! { <p class="kiosk__broken" role="alert">{h.say(Say::Broken)}</p> }.into_any(),
                (_, (0, _)) => screens::welcome(h),
                (_, (2, at)) => screens::award(h, at),
                (_, (3, _)) => screens::review(h),
                (_, (5, _)) => screens::receipt(h),
                _ => view! { <progress></progress> }.into_any(),
            }}
            {move || still.get().then(|| view! {
                <div class="kiosk__still" role="alert">
                    <p><b>{h.say(Say::Still)}</b>" "<span aria-hidden="true">{move || h.say_n(Say::Clears, state.with(|it| it.warned()).unwrap_or(0))}</span></p>
                    {h.button("main", Say::Here, Event::Touch)}
                </div>
            })}
            <footer><p>{about}</p><p role="status" data-up=move || line.get().up>{note}</p></footer>
        </div>
    }
}
