//! The story works out at every preset: it loads, its chain holds, no invariant is broken, and its numbers are as told.

use std::{sync::Arc, time::Instant};

use app::{
    awards,
    base::{
        audit,
        ctx::{Ctx, Viewer},
        site::Site,
        testing,
        time::Moment,
    },
    duty::Duty,
    people, surveys,
    workshops::{
        Phase, State, Status,
        acts::{door, find},
    },
};

use super::*;

/// A site of its own, with the story told until a moment.
struct Told {
    site: Arc<Site>,
    until: Moment,
}

/// The story on each database there is.
async fn told(name: &str, until: Moment) -> Vec<Told> {
    let mut all = Vec::new();
    for (kind, site) in testing::sites(until).await {
        let start = Instant::now();
        if let Err(problem) = load(&site, until).await {
            panic!("{name} on {kind}: {problem:?}");
        }
        eprintln!("demo {name} on {kind}: loaded in {:?}", start.elapsed());
        all.push(Told { site, until });
    }
    all
}

impl Told {
    async fn look(&self, who: &str) -> Ctx {
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        let viewer = people::acts::viewer_of(&mut ctx, &format!("{who}@demo.example")).await.unwrap();
        drop(ctx);
        Ctx::read(&self.site, viewer).await.unwrap()
    }

    /// The chain of what was done is whole, and nothing contradicts a rule.
    async fn is_sound(&self) {
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        let events = audit::verify(&mut ctx.tx).await.unwrap();
        assert!(events.is_ok_and(|n| n > 100), "{events:?}");
        for (invariant, violations) in app::checks::all(&mut ctx).await.unwrap() {
            assert_eq!(violations, 0, "{invariant}");
        }
        for persona in PERSONAS {
            let ctx = self.look(persona).await;
            assert!(ctx.viewer.me().is_some(), "{persona} holds no post");
        }
        // The clock has nothing left to do.
        for duty in Duty::ALL {
            assert!(duty.due(&mut ctx).await.unwrap().is_empty(), "{duty:?}");
        }
    }

    async fn row(&self, code: &str) -> find::Row {
        let mut ctx = self.look("organiser").await;
        find::programme(&mut ctx).await.unwrap().into_iter().find(|row| row.workshop.code == code).unwrap()
    }

    async fn state(&self, code: &str) -> State {
        self.row(code).await.workshop.state
    }

    async fn phase(&self, code: &str) -> Phase {
        self.row(code).await.workshop.phase(self.until)
    }

    /// Departments and people with a place that is sure or was used.
    async fn taking_part(&self, code: &str) -> (usize, i64) {
        let mut ctx = self.look("organiser").await;
        let entries = find::of_workshop(&mut ctx, code).await.unwrap();
        let held: Vec<_> = entries.iter().filter(|e| e.registration.status.holds_place()).collect();
        let mut departments: Vec<&str> = held.iter().map(|e| e.registration.organisation.as_str()).collect();
        departments.sort();
        departments.dedup();
        (departments.len(), held.iter().map(|e| e.registration.people).sum())
    }

    /// The registrations on a desk: workshop and status.
    async fn own(&self, who: &str) -> Vec<(String, Status)> {
        let mut ctx = self.look(who).await;
        find::mine(&mut ctx).await.unwrap().into_iter().map(|e| (e.workshop.code, e.registration.status)).collect()
    }

    /// How many requests of a department wait for its co-ordinator.
    async fn awaiting(&self, coordinator: &str) -> usize {
        let mut ctx = self.look(coordinator).await;
        let all = find::department(&mut ctx).await.unwrap();
        all.iter().filter(|e| e.registration.status == Status::AwaitingEndorsement).count()
    }

    async fn answers(&self, code: &str) -> i64 {
        let mut ctx = self.look("organiser").await;
        door::results(&mut ctx, code).await.unwrap().answers
    }
}

fn has(own: &[(String, Status)], code: &str, status: Status) -> bool {
    own.iter().any(|(it, s)| it == code && *s == status)
}

#[tokio::test]
async fn preset_a_stands_in_the_week_of_the_vote() {
    for it in told("a", preset('a').unwrap()).await {
        it.is_sound().await;
        assert_eq!(it.state("PM-2001-1").await, State::Completed);
        assert_eq!(it.taking_part("PM-2001-1").await, (5, 24));
        assert!(it.answers("PM-2001-1").await >= surveys::FEWEST);
        assert_eq!(it.row("PM-2001-2").await.workshop.carried_to.as_deref(), Some("F3.1"));
        assert_eq!(it.taking_part("PPD-2001-1").await, (25, 46));
        assert_eq!(it.phase("SHW-2001-1").await, Phase::Open);
        assert_eq!(it.phase("JDG-2001-1").await, Phase::Open);
        let officer = it.own("officer").await;
        assert!(has(&officer, "PM-2001-1", Status::Attended) && has(&officer, "SHW-2001-1", Status::Waitlisted), "{officer:?}");
        // Somebody's post has ended, and nobody comes in with it.
        let mut ctx = Ctx::read(&it.site, Viewer::House).await.unwrap();
        assert_eq!(people::acts::viewer_of(&mut ctx, "former@demo.example").await.unwrap(), Viewer::Public);
    }
}

#[tokio::test]
async fn preset_b_stands_in_the_week_after_the_booklet() {
    for it in told("b", preset('b').unwrap()).await {
        it.is_sound().await;
        fifty_departments_have_filed(&it).await;
        the_first_scheme_is_being_judged(&it).await;
        let shw = it.taking_part("SHW-2001-1").await;
        assert_eq!((shw, it.state("SHW-2001-1").await), ((48, 140), State::Confirmed));
        assert_eq!(it.taking_part("JDG-2001-1").await.1, 6);
        let web = it.row("WEB-2001-1").await;
        assert_eq!((web.confirmed, web.awaiting, web.workshop.phase(it.until)), (26, 3, Phase::Open));
        assert_eq!((it.awaiting("coordinator").await, it.awaiting("coordinator2").await), (2, 1));
        let officer = it.own("officer").await;
        for (code, status) in [("PM-2001-1", Status::Attended), ("WEB-2001-1", Status::Confirmed), ("SHW-2001-1", Status::Offered)] {
            assert!(has(&officer, code, status), "{officer:?}");
        }
        // Workshops of 2002 stand as the table says they do at this preset.
        for (code, state) in [("PM-2002-1", State::Published), ("PM-2002-5", State::Draft), ("PSI-2002-1", State::Draft)] {
            assert_eq!(it.state(code).await, state, "{code}");
        }
        assert_eq!(it.phase("SHW-2001-2").await, Phase::Upcoming);
    }
}

/// Fifty departments have filed for the Showcase, and two activities still fit nowhere.
async fn fifty_departments_have_filed(it: &Told) {
    use app::showcase::{ActivityState, Meter, acts::find as shows};
    let mut ctx = it.look("scheduler").await;
    let (ground, all) = shows::all(&mut ctx).await.unwrap();
    let meter = Meter::of(all.iter().map(|it| &it.activity));
    assert_eq!((all.len(), meter), (220, Meter { departments: 50, activities: 218, sessions: 575 }));
    assert_eq!(ground.event.days().len(), 10);
    let nowhere = all.iter().filter(|it| it.fit.is_hopeless()).map(|it| (it.activity.code.as_str(), it.activity.state));
    let mut nowhere: Vec<_> = nowhere.collect();
    nowhere.sort();
    assert_eq!(nowhere, [("SC-HKO-01", ActivityState::Draft), ("SC-LCSD-04", ActivityState::Draft)]);
    let elsewhere = all.iter().filter(|it| !it.fit.is_hopeless() && it.fit.wanted == 0).count();
    assert_eq!(elsewhere, 5, "no venue in the districts they would like");
    // The table's own codes are those the acts gave.
    assert!(all.iter().any(|it| it.activity.code == "SC-WSD-05" && it.activity.title.en == "Water saving quiz"));
}

#[tokio::test]
async fn by_november_the_briefing_on_the_homepage_is_full() {
    for it in told("november", Day::new(2001, 11, 10).unwrap().at(9, 0)).await {
        it.is_sound().await;
        let web = it.row("WEB-2001-1").await;
        assert_eq!((web.confirmed, web.waiting), (30, 5));
    }
}

#[tokio::test]
async fn preset_c_stands_in_the_showcase() {
    for it in told("c", preset('c').unwrap()).await {
        it.is_sound().await;
        the_results_are_announced(&it).await;
        for code in ["SHW-2001-1", "SHW-2001-2", "WEB-2001-1", "JDG-2001-1"] {
            assert_eq!(it.state(code).await, State::Completed, "{code}");
            assert!(it.answers(code).await >= surveys::FEWEST, "{code}");
        }
        let pm = it.row("PM-2002-1").await;
        assert_eq!((pm.confirmed, pm.offered, pm.workshop.phase(it.until)), (26, 4, Phase::Closed));
        assert!(pm.waiting > 0);
        let officer = it.own("officer").await;
        assert!(has(&officer, "PM-2002-1", Status::Offered) && has(&officer, "WEB-2001-1", Status::Attended), "{officer:?}");
        assert_eq!((it.awaiting("coordinator").await, it.awaiting("coordinator2").await), (2, 1));
    }
}

#[tokio::test]
async fn on_20_february_2002_the_third_workshop_is_nearly_full() {
    for it in told("february", Day::new(2002, 2, 20).unwrap().at(9, 0)).await {
        it.is_sound().await;
        let pm = it.row("PM-2002-3").await;
        assert_eq!((pm.confirmed, pm.offered, pm.awaiting), (21, 3, 3));
        let mut ctx = it.look("organiser").await;
        let entries = find::of_workshop(&mut ctx, "PM-2002-3").await.unwrap();
        let of = |status| entries.iter().filter(|e| e.registration.status == status).count();
        assert_eq!((of(Status::Offered), of(Status::Waitlisted)), (1, 2));
        assert!(entries.iter().all(|e| e.registration.organisation != "FEHD"));
        assert_eq!(it.awaiting("coordinator").await, 3);
    }
}

#[tokio::test]
async fn preset_d_stands_in_the_second_scheme() {
    for it in told("d", preset('d').unwrap()).await {
        it.is_sound().await;
        the_second_scheme_is_open(&it).await;
        for code in ["PM-2002-1", "PM-2002-2", "PM-2002-3", "PM-2002-4", "CSS-2002-1", "PSI-2002-1", "EEA-2002-1"] {
            assert_eq!(it.state(code).await, State::Completed, "{code}");
            assert!(it.answers(code).await >= surveys::FEWEST, "{code}");
        }
        let merged = it.row("PM-2002-5").await.workshop;
        assert_eq!((merged.state, merged.cancel_reason.as_deref()), (State::Cancelled, Some("merged")));
        let mut ctx = it.look("organiser").await;
        let moved = find::of_workshop(&mut ctx, "PM-2002-6").await.unwrap();
        let of = |organisation: &str| moved.iter().find(|e| e.registration.organisation == organisation).map(|e| e.registration.status);
        assert_eq!([of("HYD"), of("CED"), of("TDD")], [Some(Status::Confirmed), Some(Status::Confirmed), Some(Status::Withdrawn)]);
        let pm = it.row("PM-2002-6").await;
        assert_eq!((pm.confirmed, pm.offered), (20, 4));
        let officer = it.own("officer").await;
        assert!(has(&officer, "PM-2002-6", Status::Offered) && has(&officer, "PM-2002-3", Status::Attended), "{officer:?}");
        let mut ctx = it.look("organiser").await;
        assert_eq!(find::completed(&mut ctx, "PM", 2002).await.unwrap(), 4);
    }
}

/// How many entries of a scheme stand where.
async fn entries(told: &Told, scheme: &str) -> Vec<(awards::EntryState, usize)> {
    let mut ctx = told.look("secretary2").await;
    let (_, all) = awards::acts::find::desk(&mut ctx, scheme).await.unwrap();
    let mut counts: Vec<(awards::EntryState, usize)> = Vec::new();
    for (entry, ..) in all {
        match counts.iter_mut().find(|(state, _)| *state == entry.state) {
            Some((_, n)) => *n += 1,
            None => counts.push((entry.state, 1)),
        }
    }
    counts.sort_by_key(|(state, _)| state.code());
    counts
}

/// The first scheme is being judged, and nobody outside sees more than the panels.
async fn the_first_scheme_is_being_judged(it: &Told) {
    use awards::{EntryState, Phase, RoundState, acts};
    assert_eq!(entries(it, "BPP2").await, [(EntryState::OnDisplay, 24)]);
    let mut ctx = it.look("judge1").await;
    let mine = acts::score::mine(&mut ctx, "BPP2").await.unwrap();
    assert_eq!((mine.panel.scheme.phase(it.until), mine.panel.round().state), (Phase::Judging, RoundState::Scoring));
    let (done, of) = mine.progress();
    assert_eq!(of, 46, "23 entries in two awards: the judge advises the department of one");
    assert!(done > 20 && done < of, "{done}");
    let mut ctx = it.look("officer").await;
    assert!(acts::table::results(&mut ctx, "BPP2").await.is_err());
}

/// The results are announced, and every award has its winner.
async fn the_results_are_announced(it: &Told) {
    use awards::{EntryState, Placing, acts};
    let mut ctx = it.look("officer").await;
    let results = acts::table::results(&mut ctx, "BPP2").await.unwrap();
    for table in &results.tables {
        let won = results.entries.iter().filter(|entry| results.placing(&table.award, &entry.code) == Placing::Winner).count();
        assert!(won >= 1, "{}", table.award);
    }
    let states = entries(it, "BPP2").await;
    assert_eq!(states.iter().map(|(_, n)| n).sum::<usize>(), 24);
    assert!(states.iter().all(|(state, _)| matches!(state, EntryState::Winner | EntryState::Merit | EntryState::NotAwarded)));
}

/// The second scheme is open with its sixteen entries.
async fn the_second_scheme_is_open(it: &Told) {
    use awards::EntryState::{Draft, Eligible, Returned, Submitted};
    assert_eq!(entries(it, "EEA2").await, [(Draft, 4), (Eligible, 4), (Returned, 4), (Submitted, 4)]);
}
