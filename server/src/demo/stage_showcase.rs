//! Plays what is done about the Showcase.

use std::sync::Arc;

use app::{
    base::{
        ctx::{Ctx, Viewer},
        problem::{Answer, OrUnknown},
        site::Site,
        text::Bi,
        time::Moment,
    },
    showcase::{
        Keeps, ProposalForm, Timetable,
        acts::{self, accept, auto, board, confirm, file, find, hold, moving, publish},
    },
    venues,
};

use super::showcase::ShowDeed;

pub async fn play(ctx: &mut Ctx, deed: &ShowDeed) -> Answer<()> {
    match deed {
        ShowDeed::SetUp(form) => acts::set_up(ctx, form).await.map(drop),
        ShowDeed::Move(form) => moving::move_event(ctx, form).await.map(drop),
        ShowDeed::File { form, send } => file::save(ctx, form, *send).await.map(drop),
        ShowDeed::Return { activity, comment } => accept::give_back(ctx, activity, comment).await,
        ShowDeed::Again(code) => {
            let (_, shown, _) = find::one(ctx, code).await?;
            file::save(ctx, &ProposalForm::of(&shown.activity), true).await.map(drop)
        }
        ShowDeed::AcceptFitting => accept::accept_fitting(ctx).await.map(drop),
        ShowDeed::Hold(form) => hold::set(ctx, form).await,
        ShowDeed::Place(_) => Ok(()),
        ShowDeed::Lose(n) => lose(ctx, *n).await,
        ShowDeed::Close { venue, from, to } => {
            let why = Bi::new("Urgent repairs", "緊急維修");
            let span = (from.at(0, 0).to_local_input(), to.at(0, 0).to_local_input());
            venues::acts::close(ctx, venue, (&span.0, &span.1), &why, true).await
        }
        ShowDeed::Settle => settle(ctx).await,
        ShowDeed::Ask => confirm::ask(ctx).await.map(drop),
        ShowDeed::ConfirmAll => confirm::confirm(ctx, "").await.map(drop),
        ShowDeed::Publish(reason) => publish::publish(ctx, reason).await.map(drop),
    }
}

/// Places every session by itself: it begins in one transaction and ends in another.
pub async fn place(site: &Arc<Site>, viewer: Viewer, at: Moment, seed: i64) -> Answer<()> {
    let mut ctx = Ctx::write(site, viewer).await?;
    ctx.now = at;
    let (event, number) = auto::begin(&mut ctx, Keeps::Locked, seed).await?;
    ctx.commit().await?;
    auto::make(site, &event, number).await
}

async fn lose(ctx: &mut Ctx, n: usize) -> Answer<()> {
    let table = board::board(ctx).await?.2.or_unknown()?.table;
    let alone: Vec<usize> = table.placed().map(|(slot, _)| slot).filter(|slot| is_alone(&table, *slot)).step_by(40).take(n).collect();
    for slot in alone {
        let at = table.slots[slot].at.clone().or_unknown()?;
        let (from, to) = table.span(slot, &at);
        let why = Bi::new("The hall answered that it is let already", "場地回覆已租予他人");
        venues::acts::close(ctx, &at.venue, (&from.to_local_input(), &to.to_local_input()), &why, true).await?;
    }
    Ok(())
}

/// One after the other, since each takes a place from the others.
async fn settle(ctx: &mut Ctx) -> Answer<()> {
    loop {
        let table = board::board(ctx).await?.2.or_unknown()?.table;
        let asking = table.asking();
        let Some((slot, _)) = asking.conflicts().into_iter().next() else { return Ok(()) };
        let (it, offer) = (&table.slots[slot], asking.offers(slot, 200).into_iter().min_by_key(|offer| offer.cost));
        let Some(offer) = offer else {
            board::take_off(ctx, &it.activity, it.session, it.version).await?;
            continue;
        };
        let (day, minute) = (offer.at.starts.day().iso(), offer.at.starts.minute_of_day());
        let time = format!("{:02}:{:02}", minute / 60, minute % 60);
        let (activity, session, version) = (it.activity.as_str(), it.session, it.version);
        board::place(ctx, &board::Typed { activity, session, version, venue: &offer.at.venue, day: &day, time: &time }).await?;
    }
}

/// Nothing else is in its venue on its day.
fn is_alone(table: &Timetable, slot: usize) -> bool {
    let Some(at) = &table.slots[slot].at else { return false };
    table.on(at.starts.day()).iter().filter(|(_, other)| other.venue == at.venue).count() == 1
}
