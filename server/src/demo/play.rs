//! Plays the story: every deed through the act a real person would use, at its own moment, in its own transaction.
//!
//! Deeds of one person at one moment share a transaction, so that a hundred registrations are not a hundred waits for the disk.

use std::{collections::HashMap, sync::Arc};

use app::{
    base::{
        ctx::{Ctx, Viewer},
        outbox,
        problem::{Answer, OrUnknown, Problem},
        site::Site,
        time::Moment,
    },
    duty::Duty,
    people, surveys,
    workshops::{
        Attendance, Member, Status,
        acts::{self, door, endorse, find, organise},
    },
};

use super::{
    showcase::ShowDeed,
    stage_awards, stage_showcase,
    stage_voting::{self, Slips},
    story::{Deed, HOUSE, Marks, Step, What},
    voting::VISITORS,
};

/// Plays the deeds, which are in the order of time, and what the clock does until `until`.
pub async fn play(site: &Arc<Site>, deeds: Vec<Deed>, until: Moment) -> Answer<()> {
    let mut stage = Stage { site, viewers: HashMap::new(), slips: Slips::new() };
    let mut rest = deeds.as_slice();
    while let Some(first) = rest.first() {
        let together = rest.iter().take_while(|deed| (deed.at, &deed.who) == (first.at, &first.who)).count();
        let (now, later) = rest.split_at(together);
        // A refusal here is a mistake of the story: it is said with the deed that was refused.
        stage.scene(now).await.map_err(|no| {
            let (at, who) = (first.at.to_rfc3339(), first.who.as_str());
            tracing::error!(at, who, ?no, "the story of the demo does not work out");
            no.and(Problem::form("demo-deed").with("at", at.as_str()).with("who", who))
        })?;
        rest = later;
    }
    site.clock.set(until);
    stage.tick(until).await?;
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    outbox::past(&mut ctx.tx).await?;
    ctx.commit().await
}

struct Stage<'a> {
    site: &'a Arc<Site>,
    /// Posts do not change hands while the story lasts, so everybody is looked up once.
    viewers: HashMap<String, Viewer>,
    slips: Slips,
}

impl Stage<'_> {
    /// One person's deeds at one moment.
    async fn scene(&mut self, deeds: &[Deed]) -> Answer<()> {
        let Some(first) = deeds.first() else { return Ok(()) };
        // What many do at once opens transactions of its own, in the time of the site.
        self.site.clock.set(first.at);
        if first.who == VISITORS {
            for deed in deeds {
                if let What::Vote(deed) = &deed.what {
                    stage_voting::vote(self.site, deed, &self.slips).await?;
                }
            }
            return Ok(());
        }
        if first.who == HOUSE {
            return self.tick(first.at).await;
        }
        let viewer = self.viewer(&first.who, first.at).await?;
        if let What::Show(ShowDeed::Place(seed)) = &first.what {
            return stage_showcase::place(self.site, viewer, first.at, *seed).await;
        }
        let mut ctx = Ctx::write(self.site, viewer).await?;
        ctx.now = first.at;
        for deed in deeds {
            self.act(&mut ctx, deed).await?;
        }
        ctx.commit().await
    }

    async fn viewer(&mut self, email: &str, at: Moment) -> Answer<Viewer> {
        if let Some(viewer) = self.viewers.get(email) {
            return Ok(viewer.clone());
        }
        let mut ctx = Ctx::read(self.site, Viewer::House).await?;
        ctx.now = at;
        let viewer = people::acts::viewer_of(&mut ctx, email).await?;
        self.viewers.insert(email.into(), viewer.clone());
        Ok(viewer)
    }

    async fn act(&mut self, ctx: &mut Ctx, deed: &Deed) -> Answer<()> {
        match &deed.what {
            What::Draft(draft) => organise::save(ctx, draft).await.map(drop),
            What::Publish(workshop) => organise::publish(ctx, workshop).await.map(drop),
            What::Ask { workshop, members } => ask(ctx, workshop, members).await,
            What::Step { workshop, person, step } => {
                let entry = self.entry(workshop, person, deed.at).await?;
                take(ctx, &entry, person, step).await
            }
            What::Confirm { workshop } => organise::confirm(ctx, workshop, "").await.map(drop),
            What::Cancel { workshop, reason, to, words } => {
                let (carried, replacement) = if reason == "merged" { ("", to.as_str()) } else { (to.as_str(), "") };
                organise::cancel(ctx, workshop, reason, words, carried, replacement).await.map(drop)
            }
            What::Mark { workshop, marks } => mark(ctx, workshop, marks).await,
            What::Close(workshop) => {
                let workshop = door::close_attendance(ctx, workshop).await?;
                door::thank(ctx, &workshop).await
            }
            What::Evaluate { workshop, words } => evaluate(ctx, workshop, words).await,
            What::Award(deed) => stage_awards::play(ctx, deed).await,
            What::Show(deed) => stage_showcase::play(ctx, deed).await,
            What::Vote(deed) => stage_voting::play(ctx, deed, &mut self.slips).await,
            What::Tick => Ok(()),
        }
    }

    /// The latest registration of a person in a workshop, as they see it themselves.
    async fn entry(&mut self, workshop: &str, person: &str, at: Moment) -> Answer<find::Entry> {
        let viewer = self.viewer(person, at).await?;
        let mut ctx = Ctx::read(self.site, viewer).await?;
        ctx.now = at;
        let mine = find::mine(&mut ctx).await?;
        mine.into_iter().rfind(|entry| entry.workshop.code == workshop).or_unknown()
    }

    /// What is due by the clock is done, each thing in its own transaction as the server does it.
    async fn tick(&self, at: Moment) -> Answer<()> {
        for duty in Duty::ALL {
            let mut ctx = Ctx::read(self.site, Viewer::House).await?;
            ctx.now = at;
            let due = duty.due(&mut ctx).await?;
            drop(ctx);
            for code in due {
                let mut ctx = Ctx::write(self.site, Viewer::House).await?;
                ctx.now = at;
                duty.tick(&mut ctx, &code).await?;
                ctx.commit().await?;
            }
        }
        Ok(())
    }
}

async fn ask(ctx: &mut Ctx, workshop: &str, members: &[String]) -> Answer<()> {
    let named: Vec<Member> = members.iter().map(|email| Member { email: email.clone(), ..Member::default() }).collect();
    let key = format!("demo-{workshop}-{}-{}", members.first().map_or("", String::as_str), ctx.now.0);
    acts::register(ctx, workshop, &named, true, &key).await.map(drop)
}

async fn take(ctx: &mut Ctx, entry: &find::Entry, person: &str, step: &Step) -> Answer<()> {
    let reference = entry.registration.reference.as_str();
    match step {
        Step::Endorse => endorse::endorse(ctx, reference).await.map(drop),
        Step::Decline(reason) => endorse::decline(ctx, reference, reason).await.map(drop),
        Step::Rank(rank) => endorse::rank(ctx, reference, *rank).await,
        Step::Accept => acts::accept(ctx, reference).await?.map(drop).map_err(Problem::from),
        Step::GiveUp(reason) => acts::give_up(ctx, reference, reason).await.map(drop),
        Step::Jump(reason) => organise::jump(ctx, reference, reason).await.map(drop),
        Step::Substitute(newcomer) => {
            let old = entry.participants.iter().find(|it| it.email == person).or_unknown()?.id;
            let member = Member { email: newcomer.clone(), ..Member::default() };
            acts::substitute(ctx, reference, old, &member).await.map(drop)
        }
    }
}

/// Everyone with a place is marked as they come in.
async fn mark(ctx: &mut Ctx, workshop: &str, marks: &Marks) -> Answer<()> {
    let (_, expected) = door::list(ctx, workshop).await?;
    let mut expected: Vec<_> = expected.into_iter().filter(|it| it.status == Status::Confirmed).collect();
    // Databases sort names differently; every so-manieth must be the same person in each.
    expected.sort_by(|a, b| a.participant.email.cmp(&b.participant.email));
    for (number, expected) in (1..).zip(expected) {
        let absent = marks.every > 0 && number % marks.every == 0;
        let usual = if absent { Attendance::Absent } else { Attendance::Attended };
        let mark = marks.people.get(&expected.participant.email).copied().unwrap_or(usual);
        let who = expected.participant.id.0.to_string();
        door::mark(ctx, workshop, &who, mark, &format!("demo-{who}")).await?;
    }
    Ok(())
}

/// Scores from good to fair, different from person to person and the same every time.
async fn evaluate(ctx: &mut Ctx, workshop: &str, words: &str) -> Answer<()> {
    let seed: usize = ctx.me()?.email.bytes().map(usize::from).sum();
    let score = |question: &str| ["5", "4", "4", "5", "3", "4", "5", "4", "4", "5", "2"][(seed + question.len() * 3) % 11];
    let answers = surveys::read(|question| match question {
        "best" => words.to_owned(),
        question if surveys::SCORED.contains(&question) => score(question).to_owned(),
        _ => String::new(),
    })?;
    door::evaluate(ctx, workshop, answers).await
}
