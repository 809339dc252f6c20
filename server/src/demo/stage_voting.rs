//! Plays what is done about the vote: officers through their acts, visitors through the very path every ballot takes.

use std::{collections::HashMap, sync::Arc};

use app::{
    base::{
        ctx::{Ctx, Viewer},
        problem::{Answer, OrUnknown, Problem},
        site::Site,
    },
    voting::{
        Cast, Channel,
        acts::{
            self,
            cast::{self, Casting},
            count, day, exhibit, find, kiosk, slips,
        },
    },
};
use tokio::task::JoinSet;

use super::voting::{VoteDeed, choices};

/// The codes on the slips that were printed in the story, by stop and batch: what officers hold in their hands.
pub type Slips = HashMap<(String, i64), Vec<String>>;

/// What an officer does.
pub async fn play(ctx: &mut Ctx, deed: &VoteDeed, hands: &mut Slips) -> Answer<()> {
    match deed {
        VoteDeed::Plan(form) => exhibit::plan(ctx, form).await.map(drop),
        VoteDeed::Confirm(stop) => exhibit::confirm(ctx, stop).await,
        VoteDeed::SetUp { stop, number } => kiosk::set_up(ctx, stop, &number.to_string()).await,
        VoteDeed::Print { stop, size } => {
            let batch = slips::print(ctx, stop, &size.to_string(), false).await?;
            let sheet = slips::sheets(ctx, stop, batch.number).await?;
            hands.insert((stop.clone(), batch.number), sheet.slips.into_iter().map(|it| it.code).collect());
            Ok(())
        }
        VoteDeed::Issue { stop, number } => slips::issue(ctx, stop, *number).await,
        VoteDeed::Open { stop, day } => day::open(ctx, stop, &day.iso()).await,
        VoteDeed::Paper(form) => day::enter_paper(ctx, form).await.map(drop),
        VoteDeed::Close { stop, day: on, unused, missing } => {
            let desk = find::desk(ctx, stop, Some(&on.iso())).await?;
            let mut rest = unused + missing + desk.paper.first().map_or(0, |(_, it)| it.ballots + it.spoilt);
            let handed = desk.batches.iter().filter(|it| it.day == Some(*on)).map(|it| {
                let more = rest.min(it.size - it.used);
                rest -= more;
                (it.number.to_string(), (it.used + more).to_string())
            });
            let handed = handed.collect();
            let explanation =
                if *missing > 0 { "Two visitors left the hall with their slips and did not come back.".into() } else { String::new() };
            day::close(ctx, stop, &on.iso(), &day::Closing { handed, unused: unused.to_string(), explanation }).await.map(drop)
        }
        VoteDeed::Reconcile { stop, day: on } => day::reconcile(ctx, stop, &on.iso()).await,
        VoteDeed::Count(scheme) => count::count(ctx, scheme).await,
        VoteDeed::Certify(scheme) => count::certify(ctx, scheme).await,
        VoteDeed::Cast { .. } => Err(Problem::forbidden()),
    }
}

/// Visitors vote, all those of one hour at once; four of five at a machine.
pub async fn vote(site: &Arc<Site>, deed: &VoteDeed, hands: &Slips) -> Answer<()> {
    let VoteDeed::Cast { stop, number, from, count, first } = deed else { return Err(Problem::forbidden()) };
    let mut ctx = Ctx::read(site, Viewer::Public).await?;
    let scheme = find::stop(&mut ctx, stop).await?.stop.scheme.or_unknown()?;
    let paper = acts::ballot_paper(&mut ctx, &scheme).await?;
    drop(ctx);
    let awards: Vec<(String, Vec<String>)> =
        paper.awards.iter().map(|it| (it.code.clone(), it.entries.iter().map(|of| of.code.clone()).collect())).collect();
    let codes = hands.get(&(stop.clone(), *number)).or_unknown()?;
    let mut casting = JoinSet::new();
    for n in 0..*count {
        let voter = first + n;
        let code = codes.get(from + n).or_unknown()?.clone();
        let channel = if voter % 5 == 3 { Channel::Phone } else { Channel::Kiosk };
        let it = Casting {
            scheme: Some(scheme.clone()),
            cast: Cast { code, key: site.fresh_token(16), seed: site.fresh_id() as u64 >> 11, choices: choices(voter, &awards) },
            channel,
            here: (channel == Channel::Kiosk).then(|| stop.clone()),
            late: false,
        };
        let site = site.clone();
        casting.spawn(async move { cast::cast(&site, it).await });
    }
    while let Some(done) = casting.join_next().await {
        done.map_err(app::base::db::Fault::new)??;
    }
    Ok(())
}
