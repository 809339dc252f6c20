//! Plays what is done about award schemes: each deed through the act a real person would use.

use std::collections::BTreeMap;

use app::{
    awards::{
        DecisionForm,
        acts::{self, assign, decide, declare, find, material, officers, panel, presentation, score, setup, table},
    },
    base::{
        ctx::Ctx,
        problem::{Answer, OrUnknown},
    },
};

use super::awards::{ALL_WELL, AwardDeed};

pub async fn play(ctx: &mut Ctx, deed: &AwardDeed) -> Answer<()> {
    use AwardDeed::*;
    match deed {
        SetUp(form) => setup::save(ctx, form).await.map(drop),
        Publish(scheme) => setup::publish(ctx, scheme).await,
        Pledge { organisation, published, texts } => officers::register_pledge(ctx, organisation, *published, texts).await,
        Enrol(scheme) => officers::enrol(ctx, scheme).await.map(drop),
        Remind(scheme) => officers::remind(ctx, scheme).await.map(drop),
        Begin(scheme) => acts::begin(ctx, scheme).await.map(drop),
        Write(form) => acts::save(ctx, form).await.map(drop),
        Link { entry, address, title } => material::link(ctx, entry, address, title).await,
        Agree(entry) => acts::agree(ctx, entry, true).await,
        Ask { entry, email } => acts::ask_endorsement(ctx, entry, email).await,
        Endorse(entry) => {
            let version = find::entry(ctx, entry).await?.entry.version;
            acts::endorse(ctx, entry, version).await
        }
        Submit(entry) => acts::submit(ctx, entry, true).await.map(drop),
        Confirm(entry) => acts::confirm(ctx, entry, true).await.map(drop),
        GiveBack { entry, comment } => officers::give_back(ctx, entry, comment).await,
        Check { entry, mark } => officers::check(ctx, entry, ALL_WELL, mark).await,
        Shortlist(scheme) => officers::shortlist(ctx, scheme).await,
        Seal(scheme) => officers::seal(ctx, scheme).await,
        Present(scheme, starts, ends, venue) => {
            presentation::fix(ctx, scheme, &starts.to_local_input(), &ends.to_local_input(), venue).await
        }
        Round { scheme, opens, closes } => panel::round(ctx, scheme, &opens.to_local_input(), &closes.to_local_input()).await,
        Seat { scheme, email, organisations, is_chair } => panel::seat(ctx, scheme, email, organisations, "40", *is_chair).await.map(drop),
        OpenRound(scheme) => panel::open(ctx, scheme).await,
        Declare { scheme, forms } => declare::declare(ctx, scheme, forms).await,
        RuleInterest { scheme, judge, entry, ruling } => {
            let (panel, _) = panel::look(ctx, scheme).await?;
            let seat = panel.seats.iter().find(|it| it.email == *judge).or_unknown()?.seat.id;
            declare::rule(ctx, scheme, seat, entry, ruling).await
        }
        Assign(scheme) => assign::assign(ctx, scheme, "", "").await,
        BeginScoring(scheme) => assign::begin(ctx, scheme).await,
        Chase(scheme) => assign::chase(ctx, scheme).await.map(drop),
        Score(sheet) => score::submit(ctx, sheet).await.map(drop),
        Lock(scheme) => decide::lock(ctx, scheme).await,
        Deliberate(scheme) => decide::deliberate(ctx, scheme).await,
        Decide(scheme) => resolve(ctx, scheme).await,
        Approve(scheme) => decide::approve(ctx, scheme).await,
    }
}

/// The panel follows the ranking: the award to the first place, and two merit awards.
async fn resolve(ctx: &mut Ctx, scheme: &str) -> Answer<()> {
    let laid = table::table(ctx, scheme).await?;
    let mut decisions: BTreeMap<String, BTreeMap<String, DecisionForm>> = BTreeMap::new();
    for table in &laid.tables {
        for line in &table.ranking.lines {
            let placing = match line.place {
                1 => "winner",
                2 | 3 => "merit",
                _ => "not_awarded",
            };
            let form = DecisionForm { placing: placing.into(), reason: String::new() };
            decisions.entry(table.award.clone()).or_default().insert(line.entry.clone(), form);
        }
    }
    let notes =
        "The panel met for two hours and a half. It read the comments on the first eight of each award aloud and followed the ranking.";
    decide::decide(ctx, scheme, &decisions, Some(notes)).await
}
