//! What a browser can do about signing in. Each is three lines: open, act, commit.

use leptos::prelude::*;

use crate::base::problem::Answer;
#[cfg(feature = "ssr")]
use {
    super::acts,
    crate::base::{ctx::Ctx, visit::Guest},
};

/// Signs in and sets the session cookie.
#[server(prefix = "/api/people", endpoint = "sign-in")]
pub async fn sign_in(email: String, password: String, #[server(default)] next: String) -> Answer<()> {
    let guest = Guest::here()?;
    let (token, lang) = acts::sign_in(&guest.site, &email, &password, &guest.address, &guest.device).await?;
    guest.welcome(&token, super::SESSION_DAYS, lang, &next)
}

/// Signs in as a persona of the demo.
#[server(prefix = "/api/people", endpoint = "sign-in-as")]
pub async fn sign_in_as(persona: String, #[server(default)] next: String) -> Answer<()> {
    let guest = Guest::here()?;
    let (token, lang) = acts::sign_in_as(&guest.site, &persona, &guest.device).await?;
    guest.welcome(&token, super::SESSION_DAYS, lang, &next)
}

#[server(prefix = "/api/people", endpoint = "sign-out")]
pub async fn sign_out() -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::sign_out(&mut ctx).await?;
    Guest::here()?.goodbye();
    ctx.done("?", ()).await
}

#[server(prefix = "/api/people", endpoint = "sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::sign_out_everywhere(&mut ctx).await?;
    ctx.done("/account?done=signed-out", ()).await
}

#[server(prefix = "/api/people", endpoint = "change-password")]
pub async fn change_password(current: String, password: String) -> Answer<()> {
    let guest = Guest::here()?;
    acts::change_password(&guest.site, guest.viewer.clone(), &current, &password).await?;
    guest.go("/account?done=password", ())
}

#[server(prefix = "/api/people", endpoint = "forget-password")]
pub async fn forget_password(email: String) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::forget_password(&mut ctx, &email).await?;
    ctx.done("/sign-in?done=link", ()).await
}

#[server(prefix = "/api/people", endpoint = "choose-password")]
pub async fn choose_password(token: String, password: String) -> Answer<()> {
    let guest = Guest::here()?;
    acts::choose_password(&guest.site, &token, &password).await?;
    guest.go("/sign-in?done=chosen", ())
}

#[server(prefix = "/api/people", endpoint = "choose-language")]
pub async fn choose_language(language: crate::base::text::Lang) -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::choose_language(&mut ctx, language).await?;
    ctx.done("/account?done=saved", ()).await
}

/// Keeps when one is busy, from a file of one's own calendar.
#[server(prefix = "/api/people", endpoint = "busy")]
pub async fn busy(file: String, #[server(default)] looked: String) -> Answer<usize> {
    let mut ctx = Ctx::open().await?;
    let n = acts::import_busy(&mut ctx, &file, !looked.is_empty()).await?;
    ctx.done("/account?done=saved", n).await
}

#[server(prefix = "/api/people", endpoint = "forget-busy")]
pub async fn forget_busy() -> Answer<()> {
    let mut ctx = Ctx::open().await?;
    acts::forget_busy(&mut ctx).await?;
    ctx.done("/account?done=saved", ()).await
}
