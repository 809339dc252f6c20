//! Everything that can be asked of a database that is said to be sound: the audit chain, and the invariants of every slice.

use crate::{
    awards,
    base::{audit, ctx::Ctx, problem::Answer},
    showcase, voting, workshops,
};

/// Each sentence that must hold, and how often it does not.
pub async fn all(ctx: &mut Ctx) -> Answer<Vec<(String, i64)>> {
    let mut found: Vec<(String, i64)> =
        workshops::acts::find::checks(ctx).await?.into_iter().map(|(sentence, n)| (sentence.to_owned(), n)).collect();
    found.extend(awards::acts::table::checks(ctx).await?.into_iter().map(|(sentence, n)| (sentence.to_owned(), n)));
    found.extend(voting::acts::find::checks(ctx).await?.into_iter().map(|(sentence, n)| (sentence.to_owned(), n)));
    found.extend(showcase::acts::find::checks(ctx).await?.into_iter().map(|(sentence, n)| (sentence.to_owned(), n)));
    let chain = match audit::verify(&mut ctx.tx).await? {
        Ok(events) => (format!("I-69 the audit chain verifies from first to last of {events} events"), 0),
        Err(at) => (format!("I-69 the audit chain is broken at event {at}"), 1),
    };
    found.push(chain);
    Ok(found)
}
