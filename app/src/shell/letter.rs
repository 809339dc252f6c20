//! The address that mail programs call to end letters of a sort: one click, no page, no language (RFC 8058).

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};

use super::serve::{House, accepted};
use crate::{
    base::{
        ctx::{Ctx, Viewer},
        problem::Answer,
        site::Site,
    },
    letters::acts,
};

/// People who follow it see why the letter came.
pub(super) async fn look(Path(token): Path<String>, headers: HeaderMap) -> Response {
    let token: String = token.chars().filter(char::is_ascii_hexdigit).collect();
    Redirect::to(&format!("/{}/letters/{token}", accepted(&headers).path())).into_response()
}

pub(super) async fn stop(State(house): State<House>, Path(token): Path<String>) -> Response {
    match end(&house.site, &token).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(no) => StatusCode::from_u16(no.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    }
}

async fn end(site: &Arc<Site>, token: &str) -> Answer<()> {
    let mut ctx = Ctx::write(site, Viewer::Public).await?;
    acts::stop(&mut ctx, token, false).await?;
    ctx.commit().await
}
