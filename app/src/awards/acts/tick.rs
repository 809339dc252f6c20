//! What happens to schemes by itself.

use crate::base::{
    ctx::Ctx,
    problem::{Answer, OrUnknown},
};

use super::{
    super::{
        rules::*,
        store::{self, entries, panel},
    },
    decide, step, tell,
};

/// The schemes for which something is due.
pub async fn due(ctx: &mut Ctx) -> Answer<Vec<String>> {
    let mut due = entries::still_silent(&mut ctx.tx, ctx.now).await?;
    due.extend(panel::to_announce(&mut ctx.tx, ctx.now).await?);
    due.sort();
    due.dedup();
    Ok(due)
}

/// Does what is due: those who confirmed nothing are shown with their published pledge (I-13); approved results become public.
pub async fn tick(ctx: &mut Ctx, code: &str) -> Answer<()> {
    ctx.only_the_house()?;
    let scheme = store::lock(&mut ctx.tx, code).await?.or_unknown()?;
    for mut entry in entries::of_scheme(&mut ctx.tx, code).await? {
        if entry.takes_default_material(&scheme, ctx.now) {
            entry.state = entry.state.may_become(EntryState::Eligible)?;
            entry.default_material = true;
            entries::save(&mut ctx.tx, &entry, ctx.now).await?;
            step(ctx, &entry, "default-material", None);
            tell(ctx, &scheme, &entry, "entry-default", None).await?;
        }
    }
    decide::announce_when_due(ctx, &scheme).await
}
