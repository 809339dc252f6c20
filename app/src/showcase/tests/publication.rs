//! From the board to the public, on both databases: departments confirm, versions are published, everybody is told once (FT-20 to FT-22).

use super::*;
use crate::showcase::{
    acts::{auto, board, confirm, programme, publish},
    rules::programme::{Asked, matching},
};

impl World {
    async fn planned() -> Vec<World> {
        let worlds = World::everywhere().await;
        for it in &worlds {
            it.filed("wsd", &form()).await;
            it.filed("hko", &ProposalForm { title_en: "Star talk".into(), title_zh: "觀星講座".into(), sessions: "2".into(), ..form() })
                .await;
            it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
            let (event, number) = it.by("scheduler", async |ctx| auto::begin(ctx, Keeps::Locked, 1).await).await.unwrap();
            auto::make(&it.site, &event, number).await.unwrap();
        }
        worlds
    }

    async fn publish(&self, reason: &Bi) -> Answer<i64> {
        self.by("scheduler", async |ctx| publish::publish(ctx, reason).await).await
    }

    async fn everybody_confirms(&self) {
        self.by("scheduler", async |ctx| confirm::ask(ctx).await).await.unwrap();
        for who in ["wsd", "hko"] {
            self.by(who, async |ctx| confirm::confirm(ctx, "").await).await.unwrap();
        }
    }

    async fn read(&self, version: Option<i64>) -> Arc<Programme> {
        self.by("public", async |ctx| programme::programme(ctx, version).await).await.unwrap().unwrap().0
    }

    async fn put(&self, activity: &str, session: i64, (venue, day, time): (&str, &str, &str)) {
        let table = self.by("scheduler", async |ctx| board::board(ctx).await).await.unwrap().2.unwrap().table;
        let version = table.slots[table.slot(activity, session).unwrap()].version;
        let typed = board::Typed { activity, session, version, venue, day, time };
        self.by("scheduler", async |ctx| board::place(ctx, &typed).await).await.unwrap();
    }

    async fn tick(&self) {
        for event in self.by("house", async |ctx| publish::due(ctx).await).await.unwrap() {
            self.by("house", async |ctx| publish::tick(ctx, &event).await).await.unwrap();
        }
    }

    async fn told(&self) -> usize {
        self.letters().await.iter().filter(|it| *it == "programme-published").count()
    }
}

fn reason() -> Bi {
    Bi::new("The hall is closed", "場地關閉")
}

#[tokio::test]
async fn i_39_only_what_is_confirmed_is_published_and_the_public_sees_no_more() {
    for it in World::planned().await {
        let nothing = it.publish(&Bi::default()).await.unwrap_err();
        assert_eq!((nothing.status(), nothing.key()), (409, "showcase-nothing-to-publish"), "{}", it.on);
        assert!(it.by("public", async |ctx| programme::programme(ctx, None).await).await.unwrap().is_none());
        assert_eq!(it.by("scheduler", async |ctx| confirm::ask(ctx).await).await.unwrap(), 2);
        assert_eq!(it.letters().await.iter().filter(|it| *it == "activities-scheduled").count(), 3, "two at WSD, one at HKO");
        it.by("wsd", async |ctx| confirm::confirm(ctx, "SC-WSD-01").await).await.unwrap();
        let theirs = it.by("wsd", async |ctx| confirm::confirm(ctx, "SC-HKO-01").await).await.unwrap_err();
        assert_eq!(theirs.status(), 404);
        assert_eq!(it.publish(&Bi::default()).await.unwrap(), 1);
        let programme = it.read(None).await;
        assert_eq!(programme.entries.len(), 1);
        assert_eq!((programme.entries[0].activity.code.as_str(), programme.entries[0].sessions.len()), ("SC-WSD-01", 4));
        assert_eq!(it.one("SC-WSD-01").await.state, ActivityState::Published);
        // What the department cannot keep goes back, with its reason.
        let half = it.by("hko", async |ctx| confirm::object(ctx, "SC-HKO-01", &Bi::new("No", "")).await).await.unwrap_err();
        assert_eq!(half.status(), 422);
        it.by("hko", async |ctx| confirm::object(ctx, "SC-HKO-01", &reason()).await).await.unwrap();
        let back = it.one("SC-HKO-01").await;
        assert_eq!((back.state, back.comment), (ActivityState::Accepted, reason()));
    }
}

#[tokio::test]
async fn what_the_scheduler_moves_must_be_confirmed_again() {
    for it in World::planned().await {
        it.everybody_confirms().await;
        it.put("SC-HKO-01", 1, ("ROOM", "2002-01-16", "15:00")).await;
        assert_eq!(it.one("SC-HKO-01").await.state, ActivityState::Accepted, "{}", it.on);
        it.publish(&Bi::default()).await.unwrap();
        assert_eq!(it.read(None).await.entries.len(), 1);
    }
}

#[tokio::test]
async fn i_51_every_change_has_a_reason_in_both_languages_and_raises_the_sequence_and_old_versions_stay_readable() {
    for it in World::planned().await {
        it.everybody_confirms().await;
        it.publish(&Bi::default()).await.unwrap();
        let before = it.read(None).await;
        it.put("SC-HKO-01", 1, ("ROOM", "2002-01-16", "15:00")).await;
        assert_eq!(it.read(None).await.entries, before.entries, "{}: what is on the board is not published", it.on);
        for half in [Bi::default(), Bi::new("The hall is closed", " ")] {
            assert_eq!(it.publish(&half).await.unwrap_err().status(), 422);
        }
        assert_eq!(it.publish(&reason()).await.unwrap(), 2);
        assert_eq!(it.publish(&reason()).await.unwrap_err().key(), "showcase-nothing-to-publish");
        let session = |programme: &Arc<Programme>| {
            let it = programme.entry("SC-HKO-01").unwrap().sessions.iter().find(|it| it.told.session == 1).unwrap();
            (it.told.at.venue.clone(), it.told.at.starts.to_local_input(), it.told.sequence)
        };
        assert_eq!(session(&it.read(None).await), ("ROOM".into(), "2002-01-16T15:00".into(), 1));
        assert_eq!(session(&it.read(Some(1)).await), session(&before));
        let unknown = it.by("public", async |ctx| programme::programme(ctx, Some(3)).await).await.map(drop).unwrap_err();
        assert_eq!(unknown.status(), 404);
        let (_, versions) = it.by("public", async |ctx| programme::changes(ctx).await).await.unwrap();
        assert_eq!((versions[0].0.reason.clone(), versions[0].1.len()), (reason(), 1));
        // A department gives up: its sessions are cancelled, not lost.
        it.by("hko", async |ctx| file::cancel(ctx, "SC-HKO-01", &reason()).await).await.unwrap();
        it.publish(&reason()).await.unwrap();
        assert!(it.read(None).await.entry("SC-HKO-01").is_none());
        let gone = it.by("public", async |ctx| programme::cancelled(ctx, "SC", 3, "SC-HKO-01").await).await.unwrap();
        let sequences: Vec<i64> = gone.iter().map(|it| it.sequence).collect();
        assert_eq!(sequences, [2, 1]);
    }
}

#[tokio::test]
async fn however_many_edits_there_is_one_letter_and_none_for_what_went_to_and_fro() {
    for it in World::planned().await {
        it.everybody_confirms().await;
        it.publish(&Bi::default()).await.unwrap();
        it.tick().await;
        assert_eq!(it.told().await, 0, "{}: not before it has been quiet", it.on);
        it.site.clock.set(it.site.now().plus_minutes(16));
        it.tick().await;
        it.tick().await;
        assert_eq!(it.told().await, 3);
        let began = it.read(None).await.entry("SC-HKO-01").unwrap().sessions.clone();
        for time in ["15:00", "15:30", "16:00"] {
            it.put("SC-HKO-01", 1, ("ROOM", "2002-01-16", time)).await;
            it.publish(&reason()).await.unwrap();
            it.site.clock.set(it.site.now().plus_minutes(5));
            it.tick().await;
        }
        assert_eq!(it.told().await, 3, "it has not been quiet yet");
        it.site.clock.set(it.site.now().plus_minutes(15));
        it.tick().await;
        assert_eq!(it.told().await, 4, "only the department whose session moved");
        it.put("SC-HKO-01", 1, ("ROOM", "2002-01-17", "15:00")).await;
        it.publish(&reason()).await.unwrap();
        it.put("SC-HKO-01", 1, ("ROOM", "2002-01-16", "16:00")).await;
        it.publish(&reason()).await.unwrap();
        it.site.clock.set(it.site.now().plus_minutes(16));
        it.tick().await;
        assert_eq!(it.told().await, 4);
        let now = it.read(None).await.entry("SC-HKO-01").unwrap().sessions.clone();
        assert_ne!(now, began);
    }
}

#[tokio::test]
async fn after_its_last_session_an_activity_was_held_and_the_programme_still_shows_it() {
    for it in World::planned().await {
        it.everybody_confirms().await;
        it.publish(&Bi::default()).await.unwrap();
        let sessions = it.read(None).await.entry("SC-HKO-01").unwrap().sessions.clone();
        let last = sessions.iter().map(|it| it.told.ends).max().unwrap();
        it.site.clock.set(last.plus_minutes(-1));
        it.tick().await;
        assert_eq!(it.one("SC-HKO-01").await.state, ActivityState::Published, "{}", it.on);
        it.site.clock.set(last);
        it.tick().await;
        assert_eq!(it.one("SC-HKO-01").await.state, ActivityState::Held);
        let programme = it.read(None).await;
        assert_eq!(programme.entry("SC-HKO-01").unwrap().sessions, sessions);
        let now = Asked { from: Some(last), department: "HKO".into(), ..Asked::default() };
        assert!(matching(&programme, &now).0.is_empty(), "but not among what is to come");
        assert_eq!(it.publish(&reason()).await.unwrap_err().key(), "showcase-nothing-to-publish");
    }
}

#[tokio::test]
async fn nothing_is_published_over_a_hall_that_is_lost() {
    for it in World::planned().await {
        it.everybody_confirms().await;
        let why = Bi::new("Flood", "水浸");
        for venue in ["HALL", "ROOM"] {
            let span = ("2002-01-11T00:00", "2002-01-21T00:00");
            it.by("scheduler", async |ctx| venues::acts::close(ctx, venue, span, &why, true).await).await.unwrap();
        }
        let no = it.publish(&Bi::default()).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (409, "showcase-publish-conflicts"), "{}", it.on);
        assert!(no.complaints.iter().any(|it| it.key == "showcase-why-held"), "the cause is named");
        assert!(it.by("public", async |ctx| programme::programme(ctx, None).await).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn ft_19_a_hall_with_confirmed_sessions_is_closed_only_on_a_decision_and_what_it_held_is_placed_anew_alone() {
    for it in World::planned().await {
        it.everybody_confirms().await;
        it.publish(&Bi::default()).await.unwrap();
        it.put("SC-HKO-01", 1, ("ROOM", "2002-01-16", "15:00")).await;
        it.publish(&reason()).await.unwrap();
        let why = Bi::new("Flood", "水浸");
        let span = ("2002-01-16T14:00", "2002-01-16T18:00");
        let close = async |decided| it.by("scheduler", async |ctx| venues::acts::close(ctx, "ROOM", span, &why, decided).await).await;
        let no = close(false).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (409, "venues-close-confirmed"), "{}", it.on);
        assert!(format!("{:?}", no.complaints[1].values).contains("Star talk"), "it is named");
        let board = async || it.by("scheduler", async |ctx| board::board(ctx).await).await.unwrap().2.unwrap();
        assert!(board().await.table.asking().conflicts().is_empty(), "nothing was closed");
        close(true).await.unwrap();
        let lost = board().await;
        let wrong = lost.table.asking().conflicts().len();
        assert!(wrong >= 1);
        let (event, number) = it.by("scheduler", async |ctx| auto::begin(ctx, Keeps::Placed, 1).await).await.unwrap();
        auto::make(&it.site, &event, number).await.unwrap();
        let found = board().await;
        assert_eq!(found.plan.number, number, "it goes onto the board at once");
        assert!(found.table.asking().conflicts().is_empty());
        assert_eq!(plan::differences(&lost.table.slots, &found.table.slots).len(), wrong, "nothing else moves");
        // Where it was first nobody is held any more.
        it.publish(&reason()).await.unwrap();
        close(false).await.unwrap();
    }
}

#[tokio::test]
async fn the_programme_is_found_by_place_day_kind_language_and_words_in_every_way_of_writing() {
    for it in World::planned().await {
        it.everybody_confirms().await;
        it.publish(&Bi::default()).await.unwrap();
        let programme = it.read(None).await;
        let found = |asked: Asked| matching(&programme, &asked).0.into_iter().map(|it| it.activity.code.clone()).collect::<Vec<_>>();
        let text = |text: &str| found(Asked { text: text.into(), ..Asked::default() });
        assert_eq!(found(Asked::default()).len(), 2, "{}", it.on);
        assert_eq!(text("star TALK"), ["SC-HKO-01"]);
        assert_eq!(text("觀星"), ["SC-HKO-01"]);
        assert_eq!(text("观星讲座"), ["SC-HKO-01"], "as readers of Simplified Chinese write it");
        assert_eq!(text("water star"), Vec::<String>::new(), "every word");
        assert_eq!(found(Asked { language: "eng".into(), ..Asked::default() }), Vec::<String>::new());
        assert_eq!(found(Asked { department: "WSD".into(), ..Asked::default() }), ["SC-WSD-01"]);
        assert_eq!(found(Asked { booking: true, ..Asked::default() }), Vec::<String>::new());
        assert_eq!(found(Asked { step_free: true, ..Asked::default() }), Vec::<String>::new());
        assert_eq!(found(Asked { indoor: true, ..Asked::default() }).len(), 2);
        let day = programme.entry("SC-HKO-01").unwrap().sessions[0].told.at.starts.day();
        let of_day = Asked { day: Some(day), department: "HKO".into(), ..Asked::default() };
        let (here, sessions) = matching(&programme, &of_day);
        assert!(of_day.sessions(here[0]).all(|it| it.told.at.starts.day() == day));
        assert_eq!(sessions, here.iter().map(|it| of_day.sessions(it).count()).sum::<usize>());
        let district = found(Asked { district: "NOWHERE".into(), ..Asked::default() });
        assert_eq!(district, Vec::<String>::new());
    }
}

#[tokio::test]
async fn who_may_not_publish_or_confirm_is_refused() {
    for it in World::planned().await {
        it.by("scheduler", async |ctx| confirm::ask(ctx).await).await.unwrap();
        for (who, status) in [("public", 401), ("clerk", 403), ("wsd", 403), ("auditor", 403)] {
            let no = it.by(who, async |ctx| publish::publish(ctx, &Bi::default()).await).await.unwrap_err();
            assert_eq!(no.status(), status, "{} {who}", it.on);
            let no = it.by(who, async |ctx| confirm::ask(ctx).await).await.unwrap_err();
            assert_eq!(no.status(), status);
        }
        for (who, status) in [("public", 401), ("clerk", 403), ("scheduler", 403), ("auditor", 403)] {
            let no = it.by(who, async |ctx| confirm::confirm(ctx, "SC-WSD-01").await).await.unwrap_err();
            assert_eq!(no.status(), status, "{} {who}", it.on);
        }
        assert_eq!(it.by("wsd", async |ctx| publish::tick(ctx, "SC").await).await.unwrap_err().status(), 403);
    }
}
