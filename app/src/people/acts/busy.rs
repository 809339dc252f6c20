//! When somebody is busy, from a file of their own calendar: only they see it, and only when, never with what, is kept.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        ical_in,
        problem::{Answer, Complaints, Problem},
        time::Moment,
    },
    people::store,
};

/// Times that a look at a file lists.
const LISTED: usize = 20;

/// The viewer's times to come.
pub async fn busy(ctx: &mut Ctx) -> Answer<Vec<(Moment, Moment)>> {
    let me = ctx.me()?.id;
    Ok(store::busy(&mut ctx.tx, me, ctx.now, Moment(i64::MAX)).await?)
}

/// Whether the viewer is busy in a span: the first such time.
pub async fn is_busy(ctx: &mut Ctx, (starts, ends): (Moment, Moment)) -> Answer<Option<(Moment, Moment)>> {
    let Some(me) = ctx.viewer.me().map(|it| it.id) else { return Ok(None) };
    Ok(store::busy(&mut ctx.tx, me, starts, ends).await?.into_iter().next())
}

/// Takes the times of a file, instead of those kept before. What is over, cancelled or keeps nobody busy is left out. The first time it only lists what it
/// would keep; whoever has looked sends it again. Gives how many.
pub async fn import_busy(ctx: &mut Ctx, file: &str, looked: bool) -> Answer<usize> {
    let me = ctx.me()?.id;
    let mut times: Vec<(Moment, Moment)> = ical_in::read(file.as_bytes(), ctx.now)?
        .into_iter()
        .filter(|it| !it.is_cancelled && !it.is_free && it.ends > ctx.now)
        .map(|it| (it.starts, it.ends))
        .collect();
    times.sort_unstable();
    times.dedup();
    if times.is_empty() {
        return Err(Problem::rule("busy-nothing").on("file"));
    }
    if !looked {
        let mut look = Complaints::default();
        look.add(Problem::clash("busy-look").with("n", times.len() as i64).on("looked"));
        for (from, to) in times.iter().take(LISTED) {
            look.add(Problem::clash("busy-one").with("from", *from).with("to", *to));
        }
        look.check()?;
    }
    store::forget_busy(&mut ctx.tx, me);
    for (starts, ends) in &times {
        store::add_busy(&mut ctx.tx, me, *starts, *ends);
    }
    ctx.audit("people.busy", format!("person:{}", me.0), json!({ "times": times.len() }));
    Ok(times.len())
}

/// Keeps none of them any more.
pub async fn forget_busy(ctx: &mut Ctx) -> Answer<()> {
    let me = ctx.me()?.id;
    store::forget_busy(&mut ctx.tx, me);
    ctx.audit("people.busy", format!("person:{}", me.0), json!({ "times": 0 }));
    Ok(())
}
