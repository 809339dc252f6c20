//! What a browser can do about calendars: make a private address, and take it back.

use leptos::prelude::*;

use crate::base::problem::Answer;
#[cfg(feature = "ssr")]
use {super::acts, crate::base::ctx::Ctx};

#[server(prefix = "/api/calendar", endpoint = "make-address")]
pub async fn make_address(own: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::make_address(&mut ctx, &own).await?;
    ctx.done(format!("/calendar/subscribe?made={own}"), ()).await
}

#[server(prefix = "/api/calendar", endpoint = "revoke")]
pub async fn revoke(own: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::revoke(&mut ctx, &own).await?;
    ctx.done("/calendar/subscribe?done=saved", ()).await
}
