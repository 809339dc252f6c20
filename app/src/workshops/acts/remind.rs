//! What workshops have to be reminded of, and the letters that do it. When is said by the rules of the slice `letters`.

use std::collections::BTreeMap;

use crate::{
    base::{
        ctx::Ctx,
        outbox::Letter,
        problem::{Answer, OrUnknown},
        roles::Role,
        time::Moment,
    },
    people, venues,
    workshops::{
        rules::*,
        store::{self, Of},
    },
};

use super::crowd;

/// The workshops that are announced and not over: code, and when registration opens, when it closes, when they start.
pub async fn coming(ctx: &mut Ctx) -> Answer<Vec<(String, [Moment; 3])>> {
    let all = store::list(&mut ctx.tx, &[], false).await?;
    let coming =
        all.into_iter().map(|it| it.workshop).filter(|it| matches!(it.state, State::Published | State::Confirmed) && it.starts > ctx.now);
    Ok(coming.map(|it| (it.code, [it.opens, it.closes, it.starts])).collect())
}

async fn workshop(ctx: &mut Ctx, code: &str) -> Answer<Workshop> {
    ctx.only_the_house()?;
    store::find(&mut ctx.tx, code).await?.or_unknown()
}

/// Writes to whoever has a place. Gives to how many.
pub async fn of_start(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    let workshop = workshop(ctx, code).await?;
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let mut told = 0;
    for registration in store::registrations(&mut ctx.tx, Of::Workshop(code)).await? {
        if registration.status != Status::Confirmed {
            continue;
        }
        for member in crowd::participants(&mut ctx.tx, registration.id).await? {
            let letter = Letter::new(member.person, "reminder-workshop-starts", format!("/registrations/{}", registration.reference))
                .with("title", workshop.title.clone())
                .with("starts", workshop.starts)
                .with("venue", venue.name.clone());
            ctx.tell(letter);
            told += 1;
        }
    }
    Ok(told)
}

/// Writes to all training co-ordinators that registration opens.
pub async fn of_opening(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    let workshop = workshop(ctx, code).await?;
    let all = people::acts::holders(ctx, Role::Coordinator, None).await?;
    for person in &all {
        let letter = Letter::new(*person, "reminder-workshop-opens", format!("/workshops/{code}"))
            .with("title", workshop.title.clone())
            .with("opens", workshop.opens)
            .with("closes", workshop.closes)
            .with("starts", workshop.starts);
        ctx.tell(letter);
    }
    Ok(all.len())
}

/// Writes to the co-ordinators whose departments have registrations to endorse.
pub async fn of_closing(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    let workshop = workshop(ctx, code).await?;
    let mut waiting: BTreeMap<String, usize> = BTreeMap::new();
    for registration in store::registrations(&mut ctx.tx, Of::Workshop(code)).await? {
        if registration.status == Status::AwaitingEndorsement {
            *waiting.entry(registration.organisation).or_default() += 1;
        }
    }
    let mut told = 0;
    for (organisation, n) in waiting {
        for person in people::acts::holders(ctx, Role::Coordinator, Some(&organisation)).await? {
            let letter = Letter::new(person, "reminder-workshop-closes", "/department")
                .with("title", workshop.title.clone())
                .with("closes", workshop.closes)
                .with("n", n);
            ctx.tell(letter);
            told += 1;
        }
    }
    Ok(told)
}
