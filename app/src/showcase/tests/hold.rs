//! Venues are asked for, held and confirmed in time, on both databases (FT-19).

use super::*;
use crate::{
    duty::Duty,
    showcase::{
        acts::{confirm, hold, moving, publish},
        rules::{
            hold::{HoldForm, HoldState},
            moving::MoveForm,
            timetable::WhyNot,
        },
    },
};

async fn planned() -> Vec<World> {
    let worlds = World::everywhere().await;
    for it in &worlds {
        it.place_for_wsd(&form()).await;
    }
    worlds
}

fn says(state: &str, until: &str, version: &str) -> HoldForm {
    let own = |text: &str| text.to_owned();
    HoldForm { venue: own("HALL"), state: own(state), until: own(until), note: String::new(), version: own(version) }
}

impl World {
    async fn set(&self, who: &str, form: HoldForm) -> Answer<()> {
        self.by(who, async |ctx| hold::set(ctx, &form).await).await
    }

    /// What the clock does on a day, and the kinds of letters that were written then.
    async fn on_day(&self, day: &str) -> Vec<String> {
        let now = Day::parse(day).unwrap().at(8, 0);
        self.site.clock.set(now);
        let mut ctx = Ctx::write(&self.site, Viewer::House).await.unwrap();
        for event in Duty::Showcase.due(&mut ctx).await.unwrap() {
            Duty::Showcase.tick(&mut ctx, &event).await.unwrap();
        }
        ctx.commit().await.unwrap();
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        let mut kinds: Vec<String> = outbox::latest(&mut ctx.tx, None, 100)
            .await
            .unwrap()
            .into_iter()
            .filter(|it| it.created_at == now.0)
            .map(|it| it.kind)
            .collect();
        kinds.sort();
        kinds
    }
}

#[tokio::test]
async fn what_is_asked_held_or_confirmed_is_kept_from_others_and_moves_no_session_of_its_own() {
    for it in planned().await {
        let room = async |purpose: &'static str| {
            it.by("scheduler", async |ctx| {
                let venue = venues::acts::venue(ctx, "HALL").await?;
                let day = Day::new(2002, 1, 15).unwrap();
                Ok(venues::acts::in_the_way(ctx, &Venue { pitches: 1, ..venue }, (day.at(9, 0), day.at(10, 0)), purpose).await?.len())
            })
            .await
            .unwrap()
        };
        assert_eq!(room("workshop:PM").await, 0, "{}", it.on);
        it.set("scheduler", says("asked", "", "")).await.unwrap();
        assert_eq!(room("workshop:PM").await, 1);
        it.set("scheduler", says("held", "2001-10-01", "1")).await.unwrap();
        it.set("scheduler", says("confirmed", "", "2")).await.unwrap();
        let (_, _, lines) = it.by("auditor", async |ctx| hold::lines(ctx).await).await.unwrap();
        let hall = lines.iter().find(|line| line.venue.code == "HALL").unwrap();
        assert_eq!(hall.hold.as_ref().map(|it| (it.state, it.version)), Some((HoldState::Confirmed, 3)));
        assert!(hall.sessions > 0 && hall.is_confirmed());
        let board = it.by("scheduler", async |ctx| acts::board::board(ctx).await).await.unwrap().2.unwrap();
        let asking = board.table.asking();
        assert_eq!(asking.conflicts().len(), 0, "its own sessions are not in its way");
        let night = At { venue: "HALL".into(), starts: Day::new(2002, 1, 15).unwrap().at(3, 0) };
        assert_eq!(asking.why_not(0, &night), [WhyNot::Closed], "at night it is shut, not held by ourselves");
        it.set("scheduler", says("released", "", "3")).await.unwrap();
        assert_eq!(room("workshop:PM").await, 0);
    }
}

#[tokio::test]
async fn one_letter_reminds_of_the_last_day_to_book_and_one_of_each_last_day_of_holding() {
    for it in planned().await {
        assert!(it.on_day("2001-09-26").await.is_empty(), "{}", it.on);
        assert_eq!(it.on_day("2001-09-27").await, ["showcase-book-venues", "showcase-book-venues"], "two schedulers");
        assert!(it.on_day("2001-09-28").await.is_empty(), "once");
        it.set("scheduler", says("held", "2001-10-20", "")).await.unwrap();
        assert!(it.on_day("2001-10-12").await.is_empty());
        assert_eq!(it.on_day("2001-10-13").await, ["showcase-hold-ends", "showcase-hold-ends"]);
        assert!(it.on_day("2001-10-14").await.is_empty());
        it.by("scheduler", async |ctx| hold::set_lead(ctx, "2").await).await.unwrap();
        assert_eq!(it.on_day("2001-10-28").await, ["showcase-book-venues", "showcase-book-venues"], "another day to book");
    }
}

#[tokio::test]
async fn nobody_is_reminded_of_venues_that_are_all_confirmed() {
    for it in planned().await {
        let (_, _, lines) = it.by("scheduler", async |ctx| hold::lines(ctx).await).await.unwrap();
        for line in lines {
            it.set("scheduler", HoldForm { venue: line.venue.code, ..says("confirmed", "", "") }).await.unwrap();
        }
        assert!(it.on_day("2001-10-01").await.is_empty(), "{}", it.on);
    }
}

#[tokio::test]
async fn what_losing_a_venue_would_mean_is_told_session_by_session() {
    for it in planned().await {
        let (_, _, lines) = it.by("scheduler", async |ctx| hold::lines(ctx).await).await.unwrap();
        let used = lines.iter().find(|line| line.sessions > 0).unwrap();
        let shown = it.by("auditor", async |ctx| hold::one(ctx, &used.venue.code).await).await.unwrap();
        assert_eq!(shown.losses.len(), used.sessions, "{}", it.on);
        for loss in &shown.losses {
            let offer = loss.instead.as_ref().expect("there are other rooms");
            assert_ne!(offer.at.venue, used.venue.code);
            assert!(shown.table.asking().why_not(loss.slot, &offer.at).is_empty(), "it could be there");
        }
        let unknown = it.by("scheduler", async |ctx| hold::one(ctx, "P-HKO").await.map(drop)).await.unwrap_err();
        assert_eq!(unknown.status(), 404, "own premises are not booked");
    }
}

#[tokio::test]
async fn a_venue_with_published_sessions_is_not_let_go_and_moving_the_event_asks_again() {
    for it in planned().await {
        it.by("scheduler", async |ctx| confirm::ask(ctx).await).await.unwrap();
        it.by("wsd", async |ctx| confirm::confirm(ctx, "").await).await.unwrap();
        it.by("scheduler", async |ctx| publish::publish(ctx, &Bi::default()).await).await.unwrap();
        let (_, _, lines) = it.by("scheduler", async |ctx| hold::lines(ctx).await).await.unwrap();
        let used = lines.iter().find(|line| line.sessions > 0).unwrap().venue.code.clone();
        let set =
            async |state: &str, version: &str| it.set("scheduler", HoldForm { venue: used.clone(), ..says(state, "", version) }).await;
        set("confirmed", "").await.unwrap();
        let no = set("released", "1").await.unwrap_err();
        assert_eq!((no.status(), no.key()), (409, "showcase-still-published"), "{}", it.on);
        assert_eq!(set("asked", "").await.unwrap_err().status(), 409, "read before somebody changed it");
        let moved = MoveForm {
            starts: "2002-01-12".into(),
            ends: "2002-01-21".into(),
            reason_en: "A day later".into(),
            reason_zh: "延後一天".into(),
            version: "1".into(),
            ..MoveForm::default()
        };
        it.by("scheduler", async |ctx| moving::move_event(ctx, &moved).await).await.unwrap();
        let (_, _, lines) = it.by("scheduler", async |ctx| hold::lines(ctx).await).await.unwrap();
        let hold = lines.into_iter().find(|line| line.venue.code == used).unwrap().hold.unwrap();
        assert_eq!(hold.state, HoldState::Asked, "for other days it is not confirmed");
    }
}

#[tokio::test]
async fn who_may_not_book_venues_is_refused_and_nothing_is_kept() {
    for it in planned().await {
        for (who, status) in [("public", 401), ("wsd", 403), ("auditor", 403)] {
            assert_eq!(it.set(who, says("asked", "", "")).await.unwrap_err().status(), status, "{} {who}", it.on);
            assert_eq!(it.by(who, async |ctx| hold::set_lead(ctx, "2").await).await.unwrap_err().status(), status);
        }
        let no = it.set("scheduler", HoldForm { venue: "P-HKO".into(), ..says("asked", "", "") }).await.unwrap_err();
        assert_eq!(no.key(), "showcase-not-for-hire");
        assert_eq!(it.set("scheduler", says("held", "", "")).await.unwrap_err().complaints[0].field, "until");
        assert_eq!(it.by("scheduler", async |ctx| hold::set_lead(ctx, "13").await).await.unwrap_err().complaints[0].field, "months");
        let (_, lead, lines) = it.by("scheduler", async |ctx| hold::lines(ctx).await).await.unwrap();
        assert_eq!(lead.months, 3);
        assert!(lines.iter().all(|line| line.hold.is_none()));
    }
}

#[tokio::test]
async fn a_calendar_file_shuts_a_venue_once_somebody_has_looked_and_decided_and_is_taken_whole_or_not_at_all() {
    for it in planned().await {
        it.by("scheduler", async |ctx| confirm::ask(ctx).await).await.unwrap();
        it.by("wsd", async |ctx| confirm::confirm(ctx, "").await).await.unwrap();
        it.by("scheduler", async |ctx| publish::publish(ctx, &Bi::default()).await).await.unwrap();
        let (_, _, lines) = it.by("scheduler", async |ctx| hold::lines(ctx).await).await.unwrap();
        let hall = lines.iter().find(|line| line.sessions > 0).unwrap().venue.code.clone();
        let event = |n: u32, lines: &str| format!("BEGIN:VEVENT\r\nUID:{n}\r\n{lines}SUMMARY:Painting {n}\r\nEND:VEVENT\r\n");
        let file = |events: String| format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n");
        let good =
            file(event(1, "DTSTART;VALUE=DATE:20020111\r\nDTEND;VALUE=DATE:20020121\r\n") + &event(2, "DTSTART;VALUE=DATE:20010101\r\n"));
        let import = async |who: &str, file: &str, looked, decided| {
            it.by(who, async |ctx| venues::acts::import(ctx, &hall, file, (looked, decided)).await)
                .await
                .map_err(|no| (no.status(), no.key().to_owned()))
        };
        let shut = async || {
            let taken = it.by("scheduler", async |ctx| {
                venues::acts::taken(ctx, &hall, Day::new(2002, 1, 1).unwrap(), Day::new(2002, 2, 1).unwrap()).await
            });
            taken.await.unwrap().iter().filter(|it| it.purpose == "closure").count()
        };
        assert_eq!(import("scheduler", &good, false, false).await, Err((409, "venues-import-look".into())), "{}", it.on);
        assert_eq!(import("scheduler", &good, true, false).await, Err((409, "venues-close-confirmed".into())));
        let bad = file(event(1, "DTSTART;VALUE=DATE:20020125\r\n") + &event(3, "DTSTART:soon\r\n"));
        assert_eq!(import("scheduler", &bad, true, true).await, Err((422, "calendar-in-time".into())));
        for (who, status) in [("public", 401), ("wsd", 403), ("auditor", 403)] {
            assert_eq!(import(who, &good, true, true).await.unwrap_err().0, status, "{who}");
        }
        assert_eq!(shut().await, 0, "whole or not at all");
        assert_eq!(import("scheduler", &good, true, true).await, Ok(1), "what is over is left out");
        assert_eq!(shut().await, 1);
        assert_eq!(import("scheduler", &good, true, true).await, Err((422, "venues-import-nothing".into())), "known already");
    }
}

#[tokio::test]
async fn general_holidays_come_from_a_file_in_each_language_all_or_nothing() {
    let file = |days: &[(&str, &str)]| {
        let event = |(day, name): &(&str, &str)| {
            format!("BEGIN:VEVENT\r\nUID:{day}\r\nDTSTART;VALUE=DATE:{day}\r\nDURATION:P1D\r\nSUMMARY:{name}\r\nEND:VEVENT\r\n")
        };
        let events: String = days.iter().map(event).collect();
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n")
    };
    let en = file(&[("20020101", "The first day of January"), ("20020212", "Lunar New Year’s Day")]);
    let zh = file(&[("20020101", "一月一日"), ("20020212", "農曆年初一")]);
    for it in World::everywhere().await {
        let import = async |who: &str, en: &str, zh: &str, looked: bool| {
            it.by(who, async |ctx| venues::acts::import_holidays(ctx, en, zh, looked).await).await
        };
        assert_eq!(import("wsd", &en, &zh, true).await.unwrap_err().status(), 403, "{}", it.on);
        let half = import("scheduler", &en, &file(&[("20020101", "一月一日")]), true).await.unwrap_err();
        assert_eq!((half.status(), half.complaints[0].field.as_str()), (422, "file_zh"));
        let look = import("scheduler", &en, &zh, false).await.unwrap_err();
        assert_eq!((look.status(), look.complaints.len()), (409, 3));
        let name = async || {
            let day = Day::new(2002, 2, 12).unwrap();
            it.by("public", async |ctx| venues::acts::holidays(ctx).await).await.unwrap().name(day).cloned()
        };
        assert_eq!(name().await, None, "looking keeps nothing");
        assert_eq!(import("scheduler", &en, &zh, true).await.unwrap(), 2);
        assert_eq!(name().await, Some(Bi::new("Lunar New Year’s Day", "農曆年初一")));
        assert_eq!(import("scheduler", &en, &zh, true).await.unwrap_err().key(), "venues-import-nothing");
    }
}
