//! What a browser can do about places. Each is three lines: open, act, commit.

use leptos::prelude::*;

use crate::base::problem::Answer;
#[cfg(feature = "ssr")]
use {super::acts, crate::base::ctx::Ctx};

/// Shuts a venue for a while; times are Hong Kong wall-clock time.
#[server(prefix = "/api/venues", endpoint = "close")]
pub async fn close(
    venue: String,
    starts: String,
    ends: String,
    reason_en: String,
    reason_zh: String,
    #[server(default)] decided: String,
) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    let reason = crate::base::text::Bi::new(reason_en.trim(), reason_zh.trim());
    acts::close(&mut ctx, &venue, (&starts, &ends), &reason, !decided.is_empty()).await?;
    ctx.done("?done=saved", ()).await
}

/// Shuts a venue as a calendar file says, once somebody has looked at what that would be.
#[server(prefix = "/api/venues", endpoint = "import")]
pub async fn import(venue: String, file: String, #[server(default)] looked: String, #[server(default)] over: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = acts::import(&mut ctx, &venue, &file, (!looked.is_empty(), !over.is_empty())).await?;
    ctx.done("?done=saved", n).await
}

/// Takes general holidays from a file in each language.
#[server(prefix = "/api/venues", endpoint = "import-holidays")]
pub async fn import_holidays(file_en: String, file_zh: String, #[server(default)] looked: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = acts::import_holidays(&mut ctx, &file_en, &file_zh, !looked.is_empty()).await?;
    ctx.done("/venues?done=saved", n).await
}
