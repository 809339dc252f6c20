//! What happens by itself when its hour comes: offers lapse and pass on, requests nobody endorsed end. Done by the house.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        problem::{Answer, OrUnknown},
    },
    workshops::{
        rules::*,
        store::{self, Move},
    },
};

use super::{set, settle};

/// Lets an offer lapse: its registration goes to the end of the list, and the place passes on.
pub(super) async fn lapse(ctx: &mut Ctx, workshop: &Workshop, registration: &Registration) -> Answer<()> {
    let mut registration = registration.clone();
    let queue_no = Some(store::next_queue(&mut ctx.tx, &workshop.code).await?);
    set(ctx, workshop, &mut registration, Status::Waitlisted, Move { queue_no, ..Move::default() }, "lapsed").await?;
    settle(ctx, workshop).await
}

/// What is due in some workshop now: its code, once for each.
pub async fn due(ctx: &mut Ctx) -> Answer<Vec<String>> {
    let mut codes: Vec<String> = store::offers_lapsed(&mut ctx.tx, ctx.now).await?.into_iter().map(|(_, code)| code).collect();
    codes.extend(store::unendorsed_after_closing(&mut ctx.tx, ctx.now).await?.into_iter().map(|(_, code)| code));
    codes.sort();
    codes.dedup();
    Ok(codes)
}

/// Does what is due in one workshop, under its lock; two servers at once do it once.
pub async fn tick(ctx: &mut Ctx, code: &str) -> Answer<()> {
    ctx.only_the_house()?;
    let workshop = store::lock_workshop(&mut ctx.tx, code).await?.or_unknown()?;
    for (reference, of) in store::unendorsed_after_closing(&mut ctx.tx, ctx.now).await? {
        if of == code {
            let mut registration = store::registration(&mut ctx.tx, &reference).await?.or_unknown()?;
            set(ctx, &workshop, &mut registration, Status::Declined, Move::default(), "not-endorsed").await?;
        }
    }
    let lapsed: Vec<String> = store::offers_lapsed(&mut ctx.tx, ctx.now)
        .await?
        .into_iter()
        .filter(|(_, of)| of == code)
        .map(|(reference, _)| reference)
        .collect();
    for reference in &lapsed {
        let mut registration = store::registration(&mut ctx.tx, reference).await?.or_unknown()?;
        let queue_no = Some(store::next_queue(&mut ctx.tx, code).await?);
        set(ctx, &workshop, &mut registration, Status::Waitlisted, Move { queue_no, ..Move::default() }, "lapsed").await?;
    }
    if !lapsed.is_empty() {
        ctx.audit("workshop.tick", format!("workshop:{code}"), json!({ "lapsed": lapsed.len() }));
        settle(ctx, &workshop).await?;
    }
    Ok(())
}
