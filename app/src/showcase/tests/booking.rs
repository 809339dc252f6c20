//! Booking on both databases: never more than there is room for, in the order of asking, told and forgotten (FT-22, I-53).

use super::*;
use crate::{
    base::{audit, problem::Problem},
    showcase::{
        acts::{board, booking, publish, remind},
        rules::booking::{BookingForm, BookingState},
    },
};

/// An activity of two sessions with ten places each, published.
async fn bookable() -> Vec<World> {
    let worlds = World::everywhere().await;
    for it in &worlds {
        let form = ProposalForm { booking: "yes".into(), sessions: "2".into(), expected: "10".into(), ..form() };
        it.confirm_for_wsd(&form).await;
        it.by("scheduler", async |ctx| publish::publish(ctx, &Bi::default()).await).await.unwrap();
    }
    worlds
}

fn wish(contact: &str, people: i64) -> BookingForm {
    BookingForm {
        activity: "SC-WSD-01".into(),
        session: "1".into(),
        name: "Ms Chan Secret".into(),
        contact: contact.into(),
        people: people.to_string(),
        waits: "yes".into(),
        ..BookingForm::default()
    }
}

impl World {
    async fn book(&self, wish: &BookingForm) -> Result<(BookingState, String), Problem> {
        let (made, token) = self.by("public", async |ctx| booking::book(ctx, wish, wish.contact.as_str()).await).await?;
        Ok((made.state, token))
    }

    async fn mine(&self, token: &str) -> booking::Mine {
        self.by("public", async |ctx| booking::one(ctx, token).await).await.unwrap()
    }

    async fn give_back(&self, token: &str) {
        self.by("public", async |ctx| booking::cancel(ctx, token).await).await.unwrap();
    }

    async fn tell(&self) {
        self.site.clock.set(self.site.now().plus_minutes(16));
        for event in self.by("house", async |ctx| publish::due(ctx).await).await.unwrap() {
            self.by("house", async |ctx| publish::tick(ctx, &event).await).await.unwrap();
        }
    }

    async fn counted(&self, kind: &str) -> usize {
        self.letters().await.iter().filter(|it| *it == kind).count()
    }

    async fn unsound(&self) -> i64 {
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        find::checks(&mut ctx).await.unwrap().iter().map(|(_, n)| n).sum()
    }
}

#[tokio::test]
async fn places_are_booked_while_there_are_any_then_one_waits_and_moves_up_in_order() {
    for it in bookable().await {
        let (state, first) = it.book(&wish("a@school.example", 6)).await.unwrap();
        assert_eq!(state, BookingState::Held, "{}", it.on);
        let no = it.book(&BookingForm { waits: String::new(), ..wish("b@school.example", 5) }).await.unwrap_err();
        assert_eq!((no.status(), no.key(), no.complaints[0].field.as_str()), (422, "showcase-no-room", "people"));
        assert!(format!("{:?}", no.complaints[0].values).contains("Number(4)"), "the places left are said");
        let (state, second) = it.book(&wish("b@school.example", 5)).await.unwrap();
        assert_eq!(state, BookingState::Waiting);
        // Two would fit, but whoever comes later does not pass.
        let (state, third) = it.book(&wish("+852 2810 1234", 2)).await.unwrap();
        assert_eq!((state, it.mine(&third).await.ahead), (BookingState::Waiting, 1));
        it.give_back(&first).await;
        assert_eq!(it.mine(&second).await.booking.state, BookingState::Held);
        assert_eq!(it.mine(&third).await.booking.state, BookingState::Held);
        assert_eq!((it.counted("booking-held").await, it.counted("booking-waiting").await), (2, 1), "a number gets no letter");
        let twice = it.by("public", async |ctx| booking::cancel(ctx, &first).await).await.unwrap_err();
        assert_eq!(twice.status(), 409);
        let stranger = it.by("public", async |ctx| booking::one(ctx, "00000000000000000000000000000000").await).await.map(drop);
        assert_eq!(stranger.unwrap_err().status(), 404);
        assert_eq!(it.unsound().await, 0);
    }
}

#[tokio::test]
async fn i_53_forty_who_ask_at_once_for_ten_places_get_ten() {
    for it in bookable().await {
        let mut crowd = tokio::task::JoinSet::new();
        for n in 0..40 {
            let (site, wish) = (it.site.clone(), wish(&format!("v{n}@home.example"), 1));
            crowd.spawn(async move {
                people::by(&site, "public", async |ctx| booking::book(ctx, &wish, &wish.contact).await).await.unwrap().0.state
            });
        }
        let states = crowd.join_all().await;
        let count = |state| states.iter().filter(|it| **it == state).count();
        let (held, waiting) = (count(BookingState::Held), count(BookingState::Waiting));
        assert_eq!((held, waiting), (10, 30), "{}", it.on);
        assert_eq!(it.unsound().await, 0);
        // The check would see one too many: a negative control.
        let mut ctx = Ctx::write(&it.site, Viewer::House).await.unwrap();
        ctx.tx.run(crate::sql!("update booking set state = 'held' where state = 'waiting'"), crate::args![]).await.unwrap();
        assert_eq!(find::checks(&mut ctx).await.unwrap().iter().map(|(_, n)| n).sum::<i64>(), 1);
    }
}

#[tokio::test]
async fn i_53_one_contact_holds_one_booking_of_a_session_however_it_is_written_and_at_once() {
    for it in bookable().await {
        let (a, b) = (wish("Chan@School.example", 1), wish("chan@school.EXAMPLE", 2));
        let (one, other) = tokio::join!(it.book(&a), it.book(&b));
        assert!(one.is_ok() != other.is_ok(), "{}: {one:?} {other:?}", it.on);
        let no = one.err().or(other.err()).unwrap();
        assert_eq!((no.status(), no.key()), (409, "showcase-booked-already"));
        it.book(&BookingForm { session: "2".into(), ..wish("chan@school.example", 1) }).await.unwrap();
    }
}

#[tokio::test]
async fn a_class_too_large_a_session_that_began_and_what_cannot_be_read_are_refused_and_nothing_is_kept() {
    for it in bookable().await {
        let no = it.book(&wish("a@school.example", 38)).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "showcase-group-too-large"), "{}", it.on);
        let no = it
            .book(&BookingForm { name: " ".into(), contact: "nobody".into(), people: "0".into(), session: String::new(), ..wish("", 1) })
            .await;
        let no = no.unwrap_err();
        let fields: Vec<&str> = no.complaints.iter().map(|it| it.field.as_str()).collect();
        assert_eq!((no.status(), fields), (422, vec!["name", "contact", "people", "session"]));
        let card = it.book(&BookingForm { access_needs: "my card is A123456(3)".into(), ..wish("a@school.example", 1) }).await.unwrap_err();
        assert_eq!(card.key(), "problem-identity-card");
        for unknown in [
            BookingForm { activity: "SC-NO-01".into(), ..wish("a@x.example", 1) },
            BookingForm { session: "7".into(), ..wish("a@x.example", 1) },
        ] {
            assert_eq!(it.book(&unknown).await.unwrap_err().status(), 404);
        }
        it.site.clock.set(Day::new(2002, 1, 21).unwrap().at(9, 0));
        let late = it.book(&wish("a@school.example", 1)).await.unwrap_err();
        assert_eq!((late.status(), late.key()), (410, "showcase-session-began"));
        let activity = it.one("SC-WSD-01").await;
        assert!(it.by("wsd", async |ctx| booking::of_activity(ctx, &activity).await).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn who_has_booked_is_told_of_a_move_once_and_of_a_cancellation_and_the_booking_ends() {
    for it in bookable().await {
        let (_, token) = it.book(&wish("a@school.example", 2)).await.unwrap();
        it.tell().await;
        let table = it.by("scheduler", async |ctx| board::board(ctx).await).await.unwrap().2.unwrap().table;
        let version = table.slots[table.slot("SC-WSD-01", 1).unwrap()].version;
        let typed = board::Typed { activity: "SC-WSD-01", session: 1, version, venue: "ROOM", day: "2002-01-18", time: "15:00" };
        it.by("scheduler", async |ctx| board::place(ctx, &typed).await).await.unwrap();
        let why = Bi::new("The hall is closed", "場地關閉");
        it.by("scheduler", async |ctx| publish::publish(ctx, &why).await).await.unwrap();
        it.tell().await;
        it.tell().await;
        assert_eq!(it.counted("booking-moved").await, 1, "{}", it.on);
        assert_eq!(it.mine(&token).await.shown.unwrap().venue.code, "ROOM");
        it.by("wsd", async |ctx| file::cancel(ctx, "SC-WSD-01", &why).await).await.unwrap();
        it.by("scheduler", async |ctx| publish::publish(ctx, &why).await).await.unwrap();
        it.tell().await;
        assert_eq!(it.counted("booking-off").await, 1);
        let mine = it.mine(&token).await;
        assert_eq!((mine.booking.state, mine.shown), (BookingState::Cancelled, None));
        // One entry of their calendar, with a higher number each time, and in the end out of it again.
        let mut ctx = Ctx::read(&it.site, Viewer::House).await.unwrap();
        let letters = outbox::latest(&mut ctx.tx, None, 50).await.unwrap();
        let file = |kind: &str| letters.iter().find(|it| it.kind == kind).and_then(|it| it.calendar.clone()).unwrap();
        let value = |kind: &str, name: &str| file(kind).lines().find_map(|line| line.strip_prefix(name).map(str::to_owned)).unwrap();
        let all = ["booking-held", "booking-moved", "booking-off"];
        assert_eq!(all.map(|kind| value(kind, "METHOD:")), ["REQUEST", "REQUEST", "CANCEL"]);
        assert_eq!(all.map(|kind| value(kind, "STATUS:")), ["CONFIRMED", "CONFIRMED", "CANCELLED"]);
        assert!(all.iter().all(|kind| value(kind, "UID:") == "showcase-sc-wsd-01.1@accolade"));
        let numbers = all.map(|kind| value(kind, "SEQUENCE:").parse::<i64>().unwrap());
        assert!(numbers[0] < numbers[1] && numbers[1] < numbers[2], "{numbers:?}");
        assert_eq!(value("booking-moved", "DTSTART;TZID=Asia/Hong_Kong:"), "20020118T150000");
    }
}

#[tokio::test]
async fn who_has_places_is_reminded_the_day_before_and_giving_them_back_takes_them_out_of_the_calendar() {
    for it in bookable().await {
        let (_, first) = it.book(&wish("a@school.example", 2)).await.unwrap();
        it.book(&wish("22345678", 1)).await.unwrap();
        it.book(&wish("c@school.example", 9)).await.unwrap();
        let sessions = it.by("house", async |ctx| remind::sessions(ctx, ctx.now.plus_days(300)).await).await.unwrap();
        assert_eq!(sessions.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["SC-WSD-01.1", "SC-WSD-01.2"], "{}", it.on);
        let told = it.by("house", async |ctx| remind::of_session(ctx, "SC-WSD-01.1").await).await.unwrap();
        assert_eq!((told, it.counted("reminder-activity-starts").await), (2, 1), "a telephone gets no letter, who waits has no place");
        let no = it.by("scheduler", async |ctx| remind::of_session(ctx, "SC-WSD-01.1").await).await.unwrap_err();
        assert_eq!(no.status(), 403);
        it.give_back(&first).await;
        let mut ctx = Ctx::read(&it.site, Viewer::House).await.unwrap();
        let letters = outbox::latest(&mut ctx.tx, None, 50).await.unwrap();
        let out = letters.iter().find(|it| it.kind == "booking-given-back").unwrap();
        let file = out.calendar.as_ref().unwrap();
        assert!(file.contains("METHOD:CANCEL") && file.contains("UID:showcase-sc-wsd-01.1@accolade"), "{file}");
        assert_eq!((out.email.as_str(), out.method.as_deref()), ("a@school.example", Some("CANCEL")));
    }
}

#[tokio::test]
async fn who_gives_places_back_and_books_again_is_uninvited_and_invited_with_a_higher_number_each_time() {
    for it in bookable().await {
        for _ in 0..2 {
            let (_, token) = it.book(&wish("a@school.example", 2)).await.unwrap();
            it.site.clock.set(it.site.now().plus_minutes(1));
            it.give_back(&token).await;
            it.site.clock.set(it.site.now().plus_minutes(1));
        }
        let mut ctx = Ctx::read(&it.site, Viewer::House).await.unwrap();
        let mut files: Vec<String> =
            outbox::latest(&mut ctx.tx, None, 50).await.unwrap().into_iter().filter_map(|it| it.calendar).collect();
        files.reverse();
        let values =
            |name: &str| files.iter().map(|file| file.lines().find_map(|line| line.strip_prefix(name)).unwrap()).collect::<Vec<_>>();
        assert_eq!(values("METHOD:"), ["REQUEST", "CANCEL", "REQUEST", "CANCEL"], "{}", it.on);
        let numbers: Vec<i64> = values("SEQUENCE:").into_iter().map(|it| it.parse().unwrap()).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
    }
}

#[tokio::test]
async fn only_the_department_reads_who_comes_and_thirty_days_later_nobody_does() {
    for it in bookable().await {
        let (_, token) = it.book(&BookingForm { access_needs: "wheelchair".into(), ..wish("a@school.example", 2) }).await.unwrap();
        let activity = it.one("SC-WSD-01").await;
        let names = it.by("wsd", async |ctx| booking::of_activity(ctx, &activity).await).await.unwrap();
        assert_eq!((names[0].name.as_str(), names[0].access_needs.as_str()), ("Ms Chan Secret", "wheelchair"), "{}", it.on);
        for who in ["public", "hko", "clerk", "scheduler", "auditor"] {
            let no = it.by(who, async |ctx| booking::of_activity(ctx, &activity).await).await.unwrap_err();
            assert_eq!(no.status(), 403, "{who}");
        }
        let erase = async || it.by("house", async |ctx| booking::erase_due(ctx).await).await.unwrap();
        it.site.clock.set(Day::new(2002, 2, 9).unwrap().at(9, 0));
        assert_eq!(erase().await, 0, "not before its time");
        it.site.clock.set(Day::new(2002, 2, 20).unwrap().at(0, 0));
        assert_eq!(erase().await, 1);
        assert_eq!(it.by("public", async |ctx| booking::one(ctx, &token).await).await.map(drop).unwrap_err().status(), 404);
        // Nothing of the person is left anywhere, and never was in the audit trail.
        let mut ctx = Ctx::write(&it.site, Viewer::House).await.unwrap();
        let left = ctx
            .tx
            .number(
                crate::sql!("select (select count(*) from booking where name <> '' or contact <> '' or contact_key <> '') + (select count(*) from letter where email is not null)"),
                crate::args![],
            )
            .await
            .unwrap();
        assert_eq!(left, 0);
        let events = audit::latest(&mut ctx.tx, None, 100).await.unwrap();
        assert!(events.iter().any(|it| it.action == "booking.erase"));
        assert!(events.iter().all(|it| !format!("{it:?}").contains("Secret") && !format!("{it:?}").contains("school.example")));
    }
}

#[tokio::test]
async fn from_one_address_twenty_bookings_are_taken_in_an_hour_and_others_are_not_kept_out() {
    for it in bookable().await {
        let from = async |address: &'static str, n: usize| {
            let wish = wish(&format!("visitor{n}@mail.example"), 1);
            it.by("public", async |ctx| booking::book(ctx, &wish, address).await).await.map(|it| it.0.state)
        };
        for n in 0..20 {
            from("192.0.2.1", n).await.unwrap();
        }
        let no = from("192.0.2.1", 20).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (429, "showcase-too-many-bookings"), "{}", it.on);
        from("192.0.2.2", 20).await.unwrap();
        it.site.clock.set(it.site.now().plus_minutes(61));
        it.by("house", async |ctx| booking::erase_due(ctx).await).await.unwrap();
        from("192.0.2.1", 21).await.unwrap();
        let mut ctx = Ctx::read(&it.site, Viewer::House).await.unwrap();
        let kept = ctx.tx.number(crate::sql!("select count(*) from booking_place"), crate::args![]).await.unwrap();
        assert_eq!(kept, 1, "nothing older than an hour is kept");
    }
}
