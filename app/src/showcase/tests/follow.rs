//! Following the programme by letter: only the owner of an address can begin it, it tells what is followed once, and forgets.

use super::*;
use crate::{
    base::outbox::{Kept, Topic, Way},
    showcase::acts::{board, follow, publish},
};

const EMAIL: &str = "reader@home.example";

/// An activity of two sessions, published.
async fn published() -> Vec<World> {
    let worlds = World::everywhere().await;
    for it in &worlds {
        it.confirm_for_wsd(&ProposalForm { sessions: "2".into(), ..form() }).await;
        it.by("scheduler", async |ctx| publish::publish(ctx, &Bi::default()).await).await.unwrap();
    }
    worlds
}

impl World {
    async fn follows(&self, activity: &str, email: &str) -> String {
        self.by("public", async |ctx| follow::ask(ctx, activity, email, "192.0.2.1").await).await.unwrap();
        let asked = self.letters_to(email).await.into_iter().rfind(|it| it.kind == "follow-confirm").unwrap();
        asked.page.rsplit('/').next().unwrap().to_owned()
    }

    async fn opens(&self, token: &str) {
        self.by("public", async |ctx| follow::confirm(ctx, token).await).await.unwrap();
        self.site.clock.set(self.site.now().plus_minutes(1));
    }

    /// In the order in which they were written.
    async fn letters_to(&self, email: &str) -> Vec<Kept> {
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        let mut all = outbox::latest(&mut ctx.tx, None, 200).await.unwrap();
        all.retain(|it| it.email == email);
        all.sort_by_key(|it| it.created_at);
        all
    }

    async fn news(&self) -> Vec<Kept> {
        self.letters_to(EMAIL).await.into_iter().filter(|it| it.kind == "follow-news").collect()
    }

    /// Puts a session elsewhere, publishes it, and lets the quiet time pass.
    async fn moves(&self, session: i64, day: &str) {
        let table = self.board().await.table;
        let version = table.slots[table.slot("SC-WSD-01", session).unwrap()].version;
        let typed = board::Typed { activity: "SC-WSD-01", session, version, venue: "ROOM", day, time: "15:00" };
        self.by("scheduler", async |ctx| board::place(ctx, &typed).await).await.unwrap();
        self.publish_and_tell().await;
    }

    async fn publish_and_tell(&self) {
        let why = Bi::new("The hall is closed", "場地關閉");
        self.by("scheduler", async |ctx| publish::publish(ctx, &why).await).await.unwrap();
        self.site.clock.set(self.site.now().plus_minutes(16));
        for event in self.by("house", async |ctx| publish::due(ctx).await).await.unwrap() {
            self.by("house", async |ctx| publish::tick(ctx, &event).await).await.unwrap();
        }
        self.site.clock.set(self.site.now().plus_minutes(1));
    }

    async fn forgets(&self) {
        self.by("house", async |ctx| follow::forget_due(ctx).await).await.unwrap();
    }
}

#[tokio::test]
async fn who_follows_hears_once_of_what_changed_since_and_only_after_opening_the_link() {
    for it in published().await {
        let token = it.follows("", EMAIL).await;
        it.moves(1, "2002-01-18").await;
        assert_eq!(it.news().await.len(), 0, "{}: nobody has opened the link", it.on);
        it.opens(&token).await;
        let preview = it.by("scheduler", async |ctx| publish::preview(ctx).await).await.unwrap();
        assert_eq!(preview.followers, 0, "nothing has changed");
        it.moves(2, "2002-01-17").await;
        let news = it.news().await;
        assert_eq!(news.len(), 1, "once, and not of what was before");
        let said = news[0].write("http://accolade.example").body;
        assert!(said.contains("0 added, 1 moved, 0 cancelled") && said.contains("The hall is closed"), "{said}");
        assert_eq!(news[0].page, "/showcase/programme/changes");
        // Asked again, the same link; stopped, no more, the link opens nothing, and no letter says where it went.
        assert_eq!(it.follows("", EMAIL).await, token);
        it.by("public", async |ctx| follow::stop(ctx, &token).await).await.unwrap();
        it.moves(1, "2002-01-16").await;
        assert_eq!(it.letters_to(EMAIL).await.len(), 0);
        let gone = it.by("public", async |ctx| follow::one(ctx, &token).await).await.map(drop).unwrap_err();
        assert_eq!(gone.status(), 404);
    }
}

#[tokio::test]
async fn one_activity_is_followed_alone_and_its_end_is_told() {
    for it in published().await {
        let token = it.follows("SC-WSD-01", EMAIL).await;
        it.opens(&token).await;
        let unknown = it.by("public", async |ctx| follow::ask(ctx, "SC-NOBODY-01", EMAIL, "192.0.2.1").await).await.unwrap_err();
        assert_eq!(unknown.status(), 404);
        let why = Bi::new("Not enough staff", "人手不足");
        it.by("wsd", async |ctx| file::cancel(ctx, "SC-WSD-01", &why).await).await.unwrap();
        it.publish_and_tell().await;
        let news = it.news().await;
        assert_eq!((news.len(), news[0].page.as_str()), (1, "/showcase/programme/SC-WSD-01"), "{}", it.on);
    }
}

#[tokio::test]
async fn news_that_were_ended_come_again_for_whoever_asks_anew() {
    for it in published().await {
        let token = it.follows("", EMAIL).await;
        it.opens(&token).await;
        it.moves(1, "2002-01-18").await;
        let letter = it.news().await.remove(0);
        let end = letter.token.unwrap();
        it.by("public", async |ctx| crate::letters::acts::stop(ctx, &end, false).await).await.unwrap();
        it.moves(2, "2002-01-17").await;
        assert_eq!(it.news().await.last().unwrap().state, "unwanted", "{}", it.on);
        it.opens(&token).await;
        let mut ctx = Ctx::read(&it.site, Viewer::House).await.unwrap();
        let site = ctx.site.clone();
        assert_eq!(outbox::way(&mut ctx.tx, &site, &letter_to(), Topic::News).await.unwrap(), Way::AtOnce);
    }
}

fn letter_to() -> outbox::To {
    outbox::To::Address { email: EMAIL.into(), lang: crate::base::text::Lang::En }
}

#[tokio::test]
async fn what_is_no_address_is_refused_beside_its_field_and_a_machine_is_held_up() {
    for it in published().await {
        for wrong in ["", "22345678", "nobody", "a b@home.example"] {
            let no = it.by("public", async |ctx| follow::ask(ctx, "", wrong, "192.0.2.1").await).await.unwrap_err();
            assert_eq!((no.status(), no.complaints[0].field.as_str()), (422, "email"), "{}: {wrong:?}", it.on);
        }
        for n in 0..20 {
            it.by("public", async |ctx| follow::ask(ctx, "", &format!("n{n}@home.example"), "192.0.2.9").await).await.unwrap();
        }
        let no = it.by("public", async |ctx| follow::ask(ctx, "", "n21@home.example", "192.0.2.9").await).await.unwrap_err();
        assert_eq!(no.status(), 429);
    }
}

#[tokio::test]
async fn an_address_is_forgotten_if_nobody_opens_the_link_and_all_of_them_when_the_event_is_over() {
    for it in published().await {
        let unopened = it.follows("", "other@home.example").await;
        let opened = it.follows("", EMAIL).await;
        it.opens(&opened).await;
        let known = async |token: &str| it.by("public", async |ctx| follow::one(ctx, token).await).await.is_ok();
        it.forgets().await;
        assert!(known(&unopened).await && known(&opened).await, "{}", it.on);
        it.site.clock.set(it.site.now().plus_days(2));
        it.forgets().await;
        assert!(!known(&unopened).await && known(&opened).await);
        it.site.clock.set(Day::new(2002, 3, 1).unwrap().at(9, 0));
        it.forgets().await;
        assert!(!known(&opened).await);
        let no = it.by("scheduler", async |ctx| follow::forget_due(ctx).await).await.unwrap_err();
        assert_eq!(no.status(), 403);
    }
}
