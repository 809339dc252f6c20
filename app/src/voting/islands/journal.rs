//! What the kiosk and the journal's script in the page (`booth.js`) say to each other.

use wasm_bindgen::prelude::*;

use super::super::rules::booth::{BETWEEN, BoothPlace, Checked, Event, Standing};

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
    pub fn given() -> String;
    #[wasm_bindgen(js_namespace = booth)]
    pub fn look();
}

/// Whether there is a line, and how many ballots of the journal wait for it, or for an officer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub up: bool,
    pub waiting: u32,
    pub held: u32,
}

/// What the script tells.
pub enum Heard {
    Event(Event),
    Line(Line),
    /// It is kept; whether there is a line the kiosk knows.
    Kept(String, u64),
    Broken,
}

pub fn start(place: &BoothPlace, scheme: &str, hear: impl Fn(Heard) + 'static) {
    let closure = Closure::<dyn Fn(String)>::new(move |text: String| {
        // Words in a fixed order, with the separator of what the kiosk is given between them.
        let mut parts = text.split(BETWEEN);
        let mut next = || parts.next().unwrap_or_default();
        let heard = match next() {
            "tick" => Heard::Event(Event::Tick(next().parse().unwrap_or(1))),
            "touch" => Heard::Event(Event::Touch),
            "line" => {
                let up = next() == "true";
                let mut count = || next().parse().unwrap_or_default();
                Heard::Line(Line { up, waiting: count(), held: count() })
            }
            "checked" => {
                let key = next().to_owned();
                let answer = match next() {
                    "fine" => Checked::Fine,
                    "offline" => Checked::Offline,
                    _ => Checked::No(next().to_owned()),
                };
                Heard::Event(Event::Checked { key, answer })
            }
            "kept" => Heard::Kept(next().to_owned(), next().parse().unwrap_or_default()),
            "not kept" => Heard::Event(Event::NotKept { key: next().to_owned() }),
            "answered" => {
                let seq = next().parse().unwrap_or_default();
                let standing = match next() {
                    "counted" => Standing::Counted,
                    "duplicate" => Standing::Duplicate,
                    _ => Standing::Refused,
                };
                Heard::Event(Event::Answered { seq, standing, receipt: next().to_owned(), qr: next().to_owned() })
            }
            _ => Heard::Broken,
        };
        hear(heard);
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
