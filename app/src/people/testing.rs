//! For tests and measurements: departments and people made as they are named, through the acts real ones come by.

use std::sync::Arc;

use super::{Organisation, acts};
use crate::base::{
    ctx::{Ctx, Viewer},
    problem::{Answer, Problem},
    site::Site,
    text::{Bi, Lang},
    time::Day,
};

/// A department under its code; its officers write from `CODE.demo.example`, or from `demo.example` as all do.
pub async fn department(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let organisation = Organisation {
        code: code.into(),
        name: Bi::new(format!("Department {code}"), format!("部門{code}")),
        short_zh: code.into(),
        kind: "department".into(),
        email_domains: vec![format!("{}.demo.example", code.to_lowercase()), "demo.example".into()],
    };
    acts::add_organisation(ctx, &organisation, None, Some(true)).await
}

/// Somebody with a post of their own and its roles; whoever is there already stays as they are.
pub async fn person(ctx: &mut Ctx, email: &str, organisation: &str, roles: &str) -> Answer<()> {
    let name = email.split('@').next().unwrap_or(email);
    let newcomer = acts::Newcomer {
        email: email.into(),
        name: Bi::new(name, name),
        organisation: organisation.into(),
        post: Bi::new(format!("Post of {name}"), format!("{name}職位")),
        roles: roles.into(),
        language: Lang::En,
        password_hash: None,
        from: Day::new(2000, 1, 3).ok_or_else(|| Problem::form("problem-form"))?,
        to: None,
    };
    acts::add(ctx, &newcomer).await.map(drop)
}

/// A transaction as somebody: an address, `house`, or `public`. Whoever holds no post is refused.
pub async fn acting(site: &Arc<Site>, who: &str) -> Answer<Ctx> {
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    ctx.viewer = match who {
        "house" => Viewer::House,
        "public" => Viewer::Public,
        email => match acts::viewer_of(&mut ctx, email).await? {
            Viewer::Public => return Err(Problem::unknown()),
            viewer => viewer,
        },
    };
    Ok(ctx)
}

/// Does something as somebody of the demo (`public` is nobody, `house` the clock), and makes it last if it was allowed.
pub async fn by<T>(site: &Arc<Site>, who: &str, act: impl AsyncFnOnce(&mut Ctx) -> Answer<T>) -> Answer<T> {
    let who = if matches!(who, "public" | "house") { who.to_owned() } else { format!("{who}@demo.example") };
    let mut ctx = acting(site, &who).await?;
    let done = act(&mut ctx).await?;
    ctx.commit().await?;
    Ok(done)
}
