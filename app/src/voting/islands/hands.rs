//! The kiosk brought to life in the page: its state, what it hears and says, and the frame around its screens.

use leptos::{either::EitherOf6, prelude::*};

use super::{
    super::rules::{
        booth::{self, Ask, Event, Fault, Given, Say, Screen, Standing},
        code::CodeFault,
    },
    journal::{self, Heard, Line},
    screens,
};
use crate::base::text::Lang;

/// The kiosk as its screens hold it.
#[derive(Clone, Copy)]
pub struct Hands {
    pub state: RwSignal<booth::Booth>,
    pub lang: Memo<Lang>,
    pub given: StoredValue<Given>,
}

impl Hands {
    pub fn say(self, it: Say) -> String {
        let lang = self.lang.get();
        self.given.with_value(|given| given.words.say(it, lang).to_owned())
    }

    pub fn say_n(self, it: Say, n: u32) -> String {
        self.say(it).replace("%n", &n.to_string())
    }

    /// Tells the machine what happened, and does what it asks for.
    pub fn on(self, event: Event) {
        let before = self.state.get_untracked();
        let mut now = before.clone();
        let ask = self.given.with_value(|given| now.on(&given.paper, event));
        let lang = now.lang;
        if now != before {
            self.state.set(now);
        }
        match ask {
            Some(Ask::Check { key, code }) => journal::asked(&key, &code.plain(), lang.path()),
            Some(Ask::Keep { key, cast }) => journal::cast(&key, &serde_json::to_string(&cast).unwrap_or_default()),
            None => {}
        }
    }

    pub fn scan(self) {
        let (key, seed) = journal::fresh();
        self.on(Event::Scan { key, seed });
    }

    /// A sentence in the language of the moment. (All places of one type: each type of its own is code in the bundle.)
    pub fn text(self, it: Say) -> impl Fn() -> String + Copy + Send + 'static {
        move || self.say(it)
    }

    pub fn button(self, (kind, words, event): (&'static str, Say, Event)) -> impl IntoView {
        view! { <button type="button" class="button" data-kind=kind on:click=move |_| self.on(event.clone())>{self.text(words)}</button> }
    }

    /// What is wrong, in words.
    pub fn fault(self) -> Option<String> {
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
        self.given.with_value(|Given { paper, .. }| {
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

    /// What is to be known at the foot of a screen: what is wrong, or how much is chosen or how long it lasts, and a note.
    fn note(self, note: Say) -> String {
        let screen = self.state.with(|it| it.screen.clone());
        let chosen = |at: usize| self.state.with(|it| it.chosen(at).len() as u32);
        let votes = |at: usize| self.given.with_value(|given| given.paper.awards.get(at).map_or(1, |it| it.votes));
        match (self.fault(), screen) {
            (Some(fault), _) => fault,
            (_, Screen::Receipt { left, .. }) => self.say_n(note, left),
            (_, Screen::Award(at)) if votes(at) > 1 => {
                [self.say_n(Say::Chosen, chosen(at)).replace("%of", &votes(at).to_string()), self.say(note)].join(" ")
            }
            _ => self.say(note),
        }
    }

    /// The bar at the foot of a screen: what is to be known, and the ways on.
    pub fn bar(self, note: Say, ways: Vec<(&'static str, Say, Event)>) -> impl IntoView {
        // Nobody wants to hear the seconds counted.
        let role = (note != Say::Clears).then_some("status");
        view! {
            <div class="kiosk__bar">
                <p role=role data-fault=move || self.state.with(|it| it.fault.is_some())>{move || self.note(note)}</p>
                {ways.into_iter().map(|it| self.button(it)).collect_view()}
            </div>
        }
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

/// Puts the kiosk into its frame, for as long as the page is there.
pub fn rise(frame: web_sys::HtmlDivElement) {
    let given = Given::read(&journal::given());
    // Whoever wants no island in the page's HTML needs no code to find its way through it: the screen is drawn here alone.
    leptos::mount::mount_to(frame.into(), move || kiosk(given)).forget();
}

fn kiosk(given: Given) -> impl IntoView {
    let state = RwSignal::new(booth::Booth::new(given.place.lang));
    let line = RwSignal::new(Line { up: true, waiting: 0, held: 0 });
    let lang = Memo::new(move |_| state.with(|it| it.lang));
    let h = Hands { state, lang, given: StoredValue::new(given) };
    let broken = RwSignal::new(false);
    let screen = Memo::new(move |_| state.with(drawn));
    let still = Memo::new(move |_| state.with(|it| it.warned().is_some()));
    h.given.with_value(|it| {
        journal::start(&it.place, &it.paper.scheme, move |heard| match heard {
            Heard::Event(event) => h.on(event),
            Heard::Line(now) => line.set(now),
            Heard::Kept(key, seq) => h.on(Event::Kept { key, seq, line: line.get_untracked().up }),
            Heard::Broken => broken.set(true),
        });
    });
    Effect::new(move |_| {
        screen.get();
        journal::look();
    });
    let langs = [(Lang::En, "ENG"), (Lang::Tc, "繁"), (Lang::Sc, "简")]
        .map(|(it, name)| {
            let on = move || if lang.get() == it { "true" } else { "false" };
            view! { <button type="button" lang=it.tag() aria-pressed=on on:click=move |_| h.on(Event::Lang(it))>{name}</button> }
        })
        .collect_view();
    let about = move || {
        h.given.with_value(|Given { place, .. }| {
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
        <div class="kiosk" lang=move || lang.get().tag() data-large=move || state.with(|it| it.large)>
            <header>
                <div aria-live="polite">
                    <p class="title__kicker">{move || h.heading().0}</p>
                    <h1 id="heading" tabindex="-1">{move || h.heading().1}</h1>
                </div>
                <button type="button" class="button" aria-pressed=move || state.with(|it| it.large).to_string() on:click=move |_| h.on(Event::Large)>
                    {h.text(Say::Large)}
                </button>
                <div class="kiosk__langs" role="group" aria-label=h.text(Say::Languages)>{langs}</div>
            </header>
            {move || match (broken.get(), screen.get()) {
                (true, _) => EitherOf6::A(view! { <p class="kiosk__broken" role="alert">{h.say(Say::Broken)}</p> }),
                (_, (0, _)) => EitherOf6::B(screens::welcome(h)),
                (_, (2, at)) => EitherOf6::C(screens::award(h, at)),
                (_, (3, _)) => EitherOf6::D(screens::review(h)),
                (_, (5, _)) => EitherOf6::E(screens::receipt(h)),
                _ => EitherOf6::F(view! { <progress></progress> }),
            }}
            {move || still.get().then(|| view! {
                <div class="kiosk__still" role="alert">
                    <p><b>{h.say(Say::Still)}</b>" "<span aria-hidden="true">{move || h.say_n(Say::Clears, state.with(|it| it.warned()).unwrap_or(0))}</span></p>
                    {h.button(("main", Say::Here, Event::Touch))}
                </div>
            })}
            <footer><p>{about}</p><p role="status" data-up=move || line.get().up>{note}</p></footer>
        </div>
    }
}
