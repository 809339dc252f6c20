//! What a browser can do to the house itself: in a demo, set its clock.

use leptos::prelude::*;

use crate::base::problem::Answer;

/// Sets the clock of a demo, forward only: what would have happened in between happens then.
#[server(prefix = "/api/demo", endpoint = "clock")]
pub async fn clock(to: String) -> Answer<()> {
    let guest = crate::base::visit::Guest::here()?;
    guest.set_clock(&to)?;
    guest.go("?done=clock", ())
}
