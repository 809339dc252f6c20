//! Reminders, choices, the quiet period and the letter of the morning, on both databases.

use super::{acts, rules::*};
use crate::{
    base::{
        ctx::{Ctx, Viewer},
        outbox::{self, Kept, Topic},
        problem::Problem,
        text::Lang,
        time::Moment,
    },
    workshops::{
        self, Draft,
        acts::{find, organise},
        tests::story::{Story, at, draft},
    },
};

impl Story {
    /// Lets the house do what is due of letters now.
    async fn post_due(&self) -> usize {
        let due = acts::due(&mut Ctx::read(&self.site, Viewer::House).await.unwrap()).await.unwrap();
        for what in &due {
            self.post_one(what).await;
        }
        due.len()
    }

    async fn post_one(&self, what: &str) {
        let mut ctx = Ctx::write(&self.site, Viewer::House).await.unwrap();
        acts::tick(&mut ctx, what).await.unwrap();
        ctx.commit().await.unwrap();
    }

    async fn box_of(&self, kind: &str) -> Vec<Kept> {
        let mut tx = self.site.db.read().await.unwrap();
        outbox::latest(&mut tx, None, 500).await.unwrap().into_iter().filter(|it| it.kind == kind).collect()
    }

    async fn states(&self, kind: &str) -> Vec<String> {
        self.box_of(kind).await.into_iter().map(|it| it.state).collect()
    }

    /// Moves PM-1 to another hour of its day.
    async fn move_to(&self, starts: &str) {
        let mut ctx = self.acting("organiser", "EU").await;
        let version = find::workshop(&mut ctx, "PM-1").await.unwrap().workshop.version.to_string();
        organise::save(&mut ctx, &Draft { starts: starts.into(), version, ..draft("PM-1") }).await.unwrap();
        ctx.commit().await.unwrap();
    }

    async fn choose(&self, who: &str, of: &str, (reminder, news): (&str, &str)) -> Result<(), Problem> {
        let mut ctx = self.acting(who, of).await;
        acts::choose(&mut ctx, &[(Topic::Work, "at-once"), (Topic::Reminder, reminder), (Topic::News, news)]).await?;
        ctx.commit().await
    }

    fn later(&self, minutes: i64) {
        self.clock(self.site.now().plus_minutes(minutes));
    }
}

#[tokio::test]
async fn who_has_a_place_is_reminded_once_and_again_when_the_workshop_is_moved() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.register("PM-1", "WSD", &["b"]).await.unwrap();
        s.give_up("b", "WSD", "PM-1-0002").await.unwrap();
        s.clock(at(3, 19, 8));
        s.post_due().await;
        assert!(s.box_of("reminder-workshop-starts").await.is_empty(), "{}: before its hour", s.on);
        s.clock(at(3, 19, 9));
        let due = acts::due(&mut Ctx::read(&s.site, Viewer::House).await.unwrap()).await.unwrap();
        assert_eq!(due.len(), 1, "{due:?}");
        // Two servers at once.
        s.post_one(&due[0]).await;
        s.post_one(&due[0]).await;
        let letters = s.box_of("reminder-workshop-starts").await;
        assert_eq!(letters.iter().map(|it| it.email.as_str()).collect::<Vec<_>>(), ["a@fehd.demo.example"], "{}", s.on);
        let written = letters[0].write("https://accolade.example");
        assert!(written.body.contains("ROOM") && written.body.contains("/letters/"), "{}", written.body);
        s.later(1);
        assert_eq!(s.post_due().await, 0);
        s.move_to("2002-03-20T10:00").await;
        s.later(1);
        s.post_due().await;
        assert_eq!(s.box_of("reminder-workshop-starts").await.len(), 2, "for its new hour");
    }
}

#[tokio::test]
async fn letters_come_as_their_reader_chose_and_those_that_hold_a_place_always_at_once() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.choose("a", "FEHD", ("never", "at-once")).await.unwrap();
        s.choose("coordinator", "WSD", ("at-once", "daily")).await.unwrap();
        assert_eq!(s.states("registered-confirmed").await, ["queued"], "{}", s.on);
        let later = Draft {
            starts: "2002-04-17T09:00".into(),
            ends: "2002-04-17T17:00".into(),
            opens: "2002-02-18T09:00".into(),
            closes: "2002-03-15T17:00".into(),
            ..draft("PM-2")
        };
        s.publish(later).await.unwrap();
        // Registration for it opens: news for co-ordinators, one of whom wants one letter a day.
        s.clock(at(2, 18, 9));
        s.post_due().await;
        let mut states = s.states("reminder-workshop-opens").await;
        states.sort();
        assert_eq!(states, ["gathered", "queued"]);
        // Half past eight of the next day, not before; and once.
        s.clock(at(2, 19, 8));
        s.post_due().await;
        assert!(s.box_of("digest").await.is_empty());
        s.later(31);
        s.post_due().await;
        s.later(1);
        s.post_due().await;
        let morning = s.box_of("digest").await;
        let to: Vec<_> = morning.iter().map(|it| (it.email.as_str(), it.state.as_str())).collect();
        assert_eq!(to, [("coordinator@wsd.demo.example", "queued")]);
        let written = morning[0].write("https://accolade.example");
        assert!(written.subject.contains("Measuring PM-2") && written.body.contains("/workshops/PM-2"), "{}", written.body);
        s.clock(at(3, 19, 9));
        s.post_due().await;
        assert_eq!(s.states("reminder-workshop-starts").await, ["unwanted"]);
        for (reminder, news, field) in [("sometimes", "daily", "reminder"), ("daily", "daily", "reminder"), ("never", "weekly", "news")] {
            let no = s.choose("a", "FEHD", (reminder, news)).await.unwrap_err();
            assert_eq!((no.status(), no.complaints[0].field.as_str()), (422, field), "a reminder of the day before cannot wait for it");
        }
        let mut ctx = s.acting("a", "FEHD").await;
        assert_eq!(acts::choose(&mut ctx, &[(Topic::Standing, "never")]).await.unwrap_err().status(), 422);
    }
}

#[tokio::test]
async fn of_several_changes_in_the_quiet_period_the_last_is_told_and_none_before_a_cancellation() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.move_to("2002-03-20T10:00").await;
        s.later(2);
        s.move_to("2002-03-20T11:00").await;
        assert_eq!(s.states("moved").await, ["queued", "overtaken"], "{}", s.on);
        let waiting = &s.box_of("moved").await[0];
        assert_eq!(Moment(waiting.due_at), s.site.now().plus_minutes(outbox::topic::QUIET));
        assert!(waiting.calendar.as_ref().unwrap().contains("T110000"), "what is told is what is true");
        s.later(1);
        let mut ctx = s.acting("organiser", "EU").await;
        organise::cancel(&mut ctx, "PM-1", "carried_forward", "", "F3.1", "").await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!(s.states("moved").await, ["overtaken", "overtaken"], "an older number never comes after a newer one");
        assert_eq!(s.states("workshop-cancelled-cancelled").await, ["queued"]);
    }
}

#[tokio::test]
async fn an_invitation_that_waits_for_the_mail_server_is_not_sent_after_its_end() {
    for s in Story::everywhere().await {
        let made = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        let take = async || {
            let mut tx = s.site.db.write().await.unwrap();
            let taken = outbox::take(&mut tx, s.site.now(), s.site.now().plus_minutes(2), 5).await.unwrap();
            tx.commit().await.unwrap();
            taken
        };
        let fail = async |letter: &Kept| {
            let mut tx = s.site.db.write().await.unwrap();
            outbox::failed(&mut tx, letter, "nobody listens", Some(s.site.now().plus_minutes(8))).await.unwrap();
            tx.commit().await.unwrap();
        };
        // Being sent while its end is written.
        let sending = take().await;
        assert_eq!(sending.len(), 1, "{}", s.on);
        s.later(1);
        s.give_up("a", "FEHD", &made.reference).await.unwrap();
        fail(&sending[0]).await;
        assert_eq!(s.states("registered-confirmed").await, ["overtaken"]);
        assert_eq!(s.states("gave-up-cancelled").await, ["queued"]);
        // Waiting for its next try.
        let again = s.register("PM-1", "WSD", &["b"]).await.unwrap();
        let confirmed = take().await.into_iter().find(|it| it.kind == "registered-confirmed").unwrap();
        fail(&confirmed).await;
        s.later(1);
        s.give_up("b", "WSD", &again.reference).await.unwrap();
        assert_eq!(s.states("registered-confirmed").await, ["overtaken", "overtaken"]);
        // Whoever lost the lease changes nothing any more.
        fail(&confirmed).await;
        assert_eq!(s.states("registered-confirmed").await, ["overtaken", "overtaken"]);
    }
}

#[tokio::test]
async fn a_move_is_told_though_another_letter_about_the_place_comes_first() {
    for s in Story::everywhere().await {
        let made = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.move_to("2002-03-20T10:00").await;
        let me = s.acting("a", "FEHD").await.me().unwrap().id;
        let file = s.box_of("moved").await[0].calendar.clone().unwrap();
        let mut ctx = Ctx::write(&s.site, Viewer::House).await.unwrap();
        ctx.tell(outbox::Letter::new(me, "substituted-confirmed", format!("/registrations/{}", made.reference)).calendar("REQUEST", file));
        ctx.commit().await.unwrap();
        assert_eq!(s.states("moved").await, ["queued"], "{}", s.on);
    }
}

#[tokio::test]
async fn who_was_replaced_in_the_quiet_period_is_not_invited_again() {
    for s in Story::everywhere().await {
        let made = s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.person("b", "FEHD", "CS").await;
        s.move_to("2002-03-20T10:00").await;
        let mut ctx = s.acting("a", "FEHD").await;
        let first = find::registration(&mut ctx, &made.reference).await.unwrap().participants[0].id;
        workshops::acts::substitute(&mut ctx, &made.reference, first, &workshops::tests::story::member("b", "FEHD")).await.unwrap();
        ctx.commit().await.unwrap();
        let out = s.box_of("replaced").await;
        assert!(out[0].calendar.as_ref().unwrap().contains("METHOD:CANCEL"), "{}", s.on);
        assert_eq!(s.states("moved").await, ["overtaken"]);
    }
}

#[tokio::test]
async fn whoever_holds_a_reminder_ends_reminders_but_not_what_becomes_of_their_place() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        s.clock(at(3, 19, 9));
        s.post_due().await;
        let stop = async |token: &str, again: bool| -> Result<(), Problem> {
            let mut ctx = Ctx::write(&s.site, Viewer::Public).await?;
            acts::stop(&mut ctx, token, again).await?;
            ctx.commit().await
        };
        let token = async |kind: &str| s.box_of(kind).await[0].token.clone().unwrap();
        assert_eq!(stop("0123456789abcdef0123456789abcdef", false).await.unwrap_err().status(), 404, "{}", s.on);
        assert_eq!(stop(&token("registered-confirmed").await, false).await.unwrap_err().status(), 422);
        stop(&token("reminder-workshop-starts").await, false).await.unwrap();
        s.move_to("2002-03-20T10:00").await;
        s.later(1);
        s.post_due().await;
        assert_eq!(s.states("reminder-workshop-starts").await, ["unwanted", "queued"]);
        assert_eq!(s.states("moved").await, ["queued"], "a change is told all the same");
        stop(&token("reminder-workshop-starts").await, true).await.unwrap();
        s.move_to("2002-03-20T11:00").await;
        s.later(1);
        s.post_due().await;
        assert_eq!(s.states("reminder-workshop-starts").await[0], "queued", "wanted again");
    }
}

#[tokio::test]
async fn letters_to_an_address_that_does_not_exist_are_kept_until_its_owner_says_that_it_works() {
    for s in Story::everywhere().await {
        s.register("PM-1", "FEHD", &["a"]).await.unwrap();
        let mut tx = s.site.db.write().await.unwrap();
        let until = s.site.now().plus_minutes(2);
        let letter = outbox::take(&mut tx, s.site.now(), until, 1).await.unwrap().remove(0);
        for _ in 0..outbox::GIVEN_UP {
            outbox::bounced(&mut tx, &letter.email, "550 5.1.1 no such user", s.site.now()).await.unwrap();
        }
        outbox::kept_back(&mut tx, &letter, None).await.unwrap();
        tx.commit().await.unwrap();
        let letter = s.box_of("registered-confirmed").await[0].clone();
        assert_eq!((letter.bounces, letter.state.as_str()), (outbox::GIVEN_UP, "kept-back"), "{}", s.on);
        let mut ctx = s.acting("a", "FEHD").await;
        assert_eq!(acts::mine(&mut ctx).await.unwrap().comes_back, Some((s.site.now(), "550 5.1.1 no such user".into())));
        acts::try_again(&mut ctx).await.unwrap();
        ctx.commit().await.unwrap();
        let letter = s.box_of("registered-confirmed").await[0].clone();
        assert_eq!((letter.bounces, letter.state.as_str()), (0, "queued"));
    }
}

#[tokio::test]
async fn whoever_runs_a_part_of_the_house_decides_when_it_reminds_and_nobody_else() {
    for s in Story::everywhere().await {
        let put = async |who: &str, of: &str, anchor: &str| {
            let mut ctx = s.acting(who, of).await;
            acts::put_rule(&mut ctx, anchor, "3", "10").await?;
            ctx.commit().await
        };
        put("organiser", "EU", "workshop-starts").await.unwrap();
        assert_eq!(put("organiser", "EU", "sheets-due").await.unwrap_err().status(), 403, "{}", s.on);
        assert_eq!(put("coordinator", "WSD", "workshop-starts").await.unwrap_err().status(), 403);
        let mut ctx = s.acting("organiser", "EU").await;
        let rule = Rule { anchor: Anchor::WorkshopStarts, days: 3, hour: 10, active: true };
        assert!(acts::rules(&mut ctx).await.unwrap().contains(&rule));
        acts::drop_rule(&mut ctx, "workshop-starts", "3").await.unwrap();
        assert_eq!(acts::drop_rule(&mut ctx, "workshop-starts", "3").await.unwrap_err().status(), 404);
        ctx.commit().await.unwrap();
        let mut ctx = s.acting("coordinator", "WSD").await;
        assert_eq!(acts::rules(&mut ctx).await.unwrap_err().status(), 403);
    }
}

#[tokio::test]
async fn every_kind_is_shown_with_examples_in_three_languages_and_tried_on_oneself_only() {
    for s in Story::everywhere().await {
        let mut ctx = s.acting("organiser", "EU").await;
        let example = acts::example(&ctx);
        assert!(acts::kinds().len() > 60);
        for kind in acts::kinds() {
            for lang in [Lang::En, Lang::Tc, Lang::Sc] {
                let written = outbox::said(crate::base::words::Words::of(lang), kind, &example, "https://accolade.example/x");
                assert!(
                    !written.subject.is_empty() && !written.subject.contains("{$") && !written.body.contains("{$"),
                    "{kind}: {}",
                    written.body
                );
            }
        }
        acts::test(&mut ctx, "moved").await.unwrap();
        assert_eq!(acts::test(&mut ctx, "nothing").await.unwrap_err().status(), 404);
        ctx.commit().await.unwrap();
        let letter = s.box_of("test").await[0].clone();
        assert_eq!(letter.email, "organiser@eu.demo.example", "{}", s.on);
        assert!(letter.write("https://accolade.example").subject.starts_with("[Test] "));
        let mut ctx = s.acting("coordinator", "WSD").await;
        assert_eq!(acts::test(&mut ctx, "moved").await.unwrap_err().status(), 403);
    }
}
