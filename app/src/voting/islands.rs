//! The kiosk at an exhibition stop: one slip, one award after another, a look back, a receipt.
//!
//! What may happen is decided in `rules::booth`; what is kept and sent is in `booth.js`, which stands in the page and outlives
//! the line. Without script there is no kiosk, and the page says so; until it is alive nothing can be pressed, since a form
//! sent by the browser itself would put a code into an address. It shows only words it was given, in all three languages.

use leptos::prelude::*;

#[cfg(feature = "booth")]
mod hands;
#[cfg(feature = "booth")]
mod journal;
#[cfg(feature = "booth")]
mod screens;

#[cfg(not(feature = "booth"))]
mod hands {
    //! On the server there is only the frame.

    pub fn rise<F>(_: F) {}
}

/// The kiosk. It fills the screen and leads nowhere else. What it is given stands in the page, in the element `given`, as one
/// text (`Given::written`).
#[island]
pub fn Booth() -> impl IntoView {
    let frame = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let Some(frame) = frame.get() {
            hands::rise(frame);
        }
    });
    view! { <div node_ref=frame></div> }
}
