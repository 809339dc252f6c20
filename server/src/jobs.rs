//! What happens by itself: every second what has its own hours, every minute the sweeping, always one thing after another.
//!
//! What is due and what then happens is said by `app`; here is only the beat. A thing that fails is logged once and left
//! alone for a minute, so that it neither fills the log nor keeps the rest from being done.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use app::{
    base::{
        audit,
        ctx::{Ctx, Viewer},
        problem::Answer,
        site::Site,
    },
    duty::Duty,
    people, showcase,
};
use tokio::time::MissedTickBehavior;

use crate::{meter, stage, stop::Stop};

/// Beats to leave alone what has failed.
const REST: u64 = 60;

/// The beat and what it has in mind from one second to the next.
#[derive(Default)]
struct Beat {
    count: u64,
    /// What failed, and the beat at which it may be tried again.
    resting: BTreeMap<String, u64>,
    /// The last audit event seen: when it moves, some server changed what pages show.
    seen: i64,
}

/// Runs until the server stops; what is begun is finished.
pub async fn run(site: Arc<Site>, stop: Stop) {
    let mut beat = Beat::default();
    let mut every = tokio::time::interval(Duration::from_secs(1));
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.clone().wait() => return,
            _ = every.tick() => beat.once(&site).await,
        }
    }
}

impl Beat {
    async fn once(&mut self, site: &Arc<Site>) {
        self.count += 1;
        self.resting.retain(|_, until| *until > self.count);
        if self.rested("pages") {
            let looked = self.look(site).await;
            self.note("pages", looked);
        }
        for duty in Duty::ALL {
            if self.rested(duty.name()) {
                match due(site, duty).await {
                    Ok(codes) => self.each(site, duty, codes).await,
                    Err(problem) => self.note(duty.name(), Err(problem)),
                }
            }
        }
        if self.count.is_multiple_of(5) {
            meter::upkeep();
        }
        if self.count.is_multiple_of(60) {
            self.note("sweep", sweep(site).await);
            if let Err(sentence) = stage::remember(site).await {
                tracing::warn!(sentence, "the demo's clock is not kept");
            }
        }
    }

    /// Notices what another server on the same database has changed, so that no kept page outlives it by more than a second.
    async fn look(&mut self, site: &Arc<Site>) -> Answer<()> {
        let mut tx = site.db.read().await?;
        let last = audit::latest(&mut tx, None, 1).await?.first().map_or(0, |event| event.seq);
        if last != self.seen {
            self.seen = last;
            site.changed();
        }
        Ok(())
    }

    /// Each thing in a transaction of its own: one that fails holds no other up.
    async fn each(&mut self, site: &Arc<Site>, duty: Duty, codes: Vec<String>) {
        for code in codes {
            if self.rested(&code) {
                self.note(&code, tick(site, duty, &code).await);
            }
        }
    }

    fn rested(&self, what: &str) -> bool {
        !self.resting.contains_key(what)
    }

    fn note(&mut self, what: &str, done: Answer<()>) {
        let Err(problem) = done else { return };
        // A fault has been logged already, where it happened, under its number.
        if problem.incident.is_none() {
            tracing::error!(what, %problem, "a job was refused");
        }
        self.resting.insert(what.to_owned(), self.count + REST);
    }
}

async fn due(site: &Arc<Site>, duty: Duty) -> Answer<Vec<String>> {
    duty.due(&mut Ctx::read(site, Viewer::House).await?).await
}

async fn tick(site: &Arc<Site>, duty: Duty, code: &str) -> Answer<()> {
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    duty.tick(&mut ctx, code).await?;
    ctx.commit().await
}

async fn sweep(site: &Arc<Site>) -> Answer<()> {
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    people::acts::sweep(&mut ctx).await?;
    showcase::acts::booking::erase_due(&mut ctx).await?;
    showcase::acts::follow::forget_due(&mut ctx).await?;
    ctx.commit().await
}

#[cfg(test)]
mod tests {
    use app::base::problem::Problem;

    use super::*;

    #[test]
    fn what_failed_is_left_alone_for_a_minute_and_nothing_else_is() {
        let mut beat = Beat::default();
        beat.note("PM-2002-1", Err(Problem::unknown()));
        assert!(!beat.rested("PM-2002-1"));
        assert!(beat.rested("PM-2002-2"));
        beat.count = REST;
        beat.resting.retain(|_, until| *until > beat.count);
        assert!(beat.rested("PM-2002-1"));
    }
}
