//! What schemes have to be reminded of, and the letters that do it. When is said by the rules of the slice `letters`.

use crate::base::{
    ctx::Ctx,
    outbox::Letter,
    problem::{Answer, OrUnknown},
    time::Moment,
};

use super::{
    super::{
        rules::*,
        store::{self, entries, panel as kept, sheets},
    },
    assign, panel, tell,
};

/// Schemes with a last moment ahead: code, when entries close, and until when sheets are to be submitted.
pub async fn coming(ctx: &mut Ctx) -> Answer<Vec<(String, Moment, Option<Moment>)>> {
    let mut coming = Vec::new();
    for scheme in store::list(&mut ctx.tx).await? {
        if scheme.state == SchemeState::Published {
            let round = kept::find(&mut ctx.tx, &scheme.code).await?.map(|it| it.round);
            let due = round.filter(|it| it.state == RoundState::Scoring).map(|it| it.closes);
            coming.push((scheme.code, scheme.entry_closes, due));
        }
    }
    Ok(coming)
}

/// Writes to the departments whose entries are not submitted. Gives how many entries.
pub async fn of_closing(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    ctx.only_the_house()?;
    let scheme = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    let all = entries::of_scheme(&mut ctx.tx, code).await?;
    let open = |it: &&Entry| matches!(it.state, EntryState::Draft | EntryState::Enrolled | EntryState::Returned);
    for entry in all.iter().filter(open) {
        tell(ctx, &scheme, entry, "reminder-entries-close", None).await?;
    }
    Ok(all.iter().filter(open).count())
}

/// Writes to the judges who have sheets to submit. Gives how many.
pub async fn of_sheets(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    ctx.only_the_house()?;
    let panel = panel::load(ctx, code).await?;
    let all = sheets::of_scheme(&mut ctx.tx, code).await?;
    let late = assign::missing(&panel, &all);
    for (member, left) in &late {
        let letter = Letter::new(member.seat.judge, "reminder-sheets-due", format!("/judging/{code}"))
            .with("scheme", panel.scheme.name.clone())
            .with("left", *left)
            .with("closes", panel.round().closes);
        ctx.tell(letter);
    }
    Ok(late.len())
}
