//! The kiosk at an exhibition stop: a page with nothing around it, which holds all that it needs when the line is cut.
//!
//! It is served to whoever has the machine's key; what may be cast there the server decides when a ballot arrives.

use leptos::prelude::*;

use super::super::{
    acts,
    islands::Booth,
    rules::booth::{BoothWords, Given, Say, Tri},
};
use crate::{
    base::{
        problem::Answer,
        text::Lang,
        visit::{Page, Visit},
        words::Words,
    },
    t,
};

/// The journal: what keeps and sends ballots, and outlives the line.
const JOURNAL: &str = include_str!("../booth.js");

/// Every sentence of the kiosk in the three languages; what it fills in itself stands as `%n`, `%of` and `%it`.
pub fn words() -> BoothWords {
    let open = ["n", "of", "it"].map(|name| (name, format!("%{name}").into()));
    BoothWords(Say::KEYS.iter().map(|key| Tri::new(|lang: Lang| Words::of(lang).say(key, &open))).collect())
}

pub async fn kiosk(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let device = v.param(0).to_owned();
    let (paper, mut place) = acts::kiosk::place(&mut v.ctx, &device).await?;
    place.lang = w.lang;
    let given = Given { paper, words: words(), place }.written();
    let view = view! {
        <noscript><p>{t!(w, "kiosk-script")}</p></noscript>
        <data id="given" value=given hidden></data>
        <Booth/>
    };
    Ok(Page::new(t!(w, "kiosk-title"), view).hidden().bare().script(JOURNAL).booth())
}
