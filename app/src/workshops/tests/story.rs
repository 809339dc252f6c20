//! The small world the tests are told in: four organisations, one room, and people made as they are named.

use std::sync::Arc;

use crate::{
    base::{
        ctx::{Ctx, Viewer},
        problem::Answer,
        site::Site,
        testing,
        text::Bi,
        time::{Day, Moment},
    },
    people::testing as people,
    venues::{self, Venue},
    workshops::{
        Draft, Member, Registration, Workshop,
        acts::{self, find, organise, tick},
    },
};

pub fn at(month: u32, day: u32, hour: u32) -> Moment {
    Day::new(2002, month, day).unwrap().at(hour, 0)
}

/// A site and short words for what people do on it.
#[derive(Clone)]
pub struct Story {
    pub site: Arc<Site>,
    pub on: &'static str,
}

impl Story {
    /// One story on every database there is; it is 1 February 2002, registration for PM-1 is open.
    pub async fn everywhere() -> Vec<Story> {
        let mut stories = Vec::new();
        for (on, site) in testing::sites(at(2, 1, 10)).await {
            stories.push(Story { site, on }.begun().await);
        }
        stories
    }

    pub async fn begun(self) -> Story {
        let mut ctx = self.house().await;
        for code in ["EU", "FEHD", "WSD", "LCSD"] {
            people::department(&mut ctx, code).await.unwrap();
        }
        let any = Bi::new("Eastern", "東區");
        venues::acts::add_district(&mut ctx, "E", &any, "HK", &any).await.unwrap();
        for (code, capacity) in [("ROOM", 30), ("HALL", 2_000), ("SMALL", 5)] {
            let venue = Venue {
                code: code.into(),
                name: Bi::new(code, "室"),
                district: "E".into(),
                district_name: any.clone(),
                kind: "meeting_room".into(),
                managed_by: "EU".into(),
                capacity,
                pitches: 1,
                features: vec![],
                weekday: None,
                saturday: None,
                holiday: None,
            };
            venues::acts::add_venue(&mut ctx, &venue, ["08:00-22:00", "08:00-13:00", ""]).await.unwrap();
        }
        venues::acts::add_holiday(&mut ctx, Day::new(2002, 4, 5).unwrap(), &Bi::new("Ching Ming Festival", "清明節")).await.unwrap();
        organise::add_series(&mut ctx, "PM", &Bi::new("Performance measurement", "衡量服務表現")).await.unwrap();
        ctx.commit().await.unwrap();
        self.person("organiser", "EU", "CS;WO").await;
        self.person("coordinator", "WSD", "CS;DC").await;
        self.person("fehd", "FEHD", "CS;DC").await;
        self.publish(draft("PM-1")).await.unwrap();
        self
    }

    async fn house(&self) -> Ctx {
        Ctx::write(&self.site, Viewer::House).await.unwrap()
    }

    /// Adds a person unless they are there.
    pub async fn person(&self, name: &str, organisation: &str, roles: &str) {
        let mut ctx = self.house().await;
        people::person(&mut ctx, &address(name, organisation), organisation, roles).await.unwrap();
        ctx.commit().await.unwrap();
    }

    /// A transaction as somebody.
    pub async fn acting(&self, name: &str, organisation: &str) -> Ctx {
        people::acting(&self.site, &address(name, organisation)).await.unwrap()
    }

    pub fn clock(&self, moment: Moment) {
        self.site.clock.set(moment);
    }

    /// Does something as somebody and makes it last.
    pub async fn publish(&self, draft: Draft) -> Answer<Workshop> {
        let mut ctx = self.acting("organiser", "EU").await;
        let saved = organise::save(&mut ctx, &draft).await?;
        ctx.commit().await?;
        let mut ctx = self.acting("organiser", "EU").await;
        let workshop = organise::publish(&mut ctx, &saved.code).await?;
        ctx.commit().await?;
        Ok(workshop)
    }

    /// Registers people for a workshop, as the first of them.
    pub async fn register(&self, code: &str, organisation: &str, names: &[&str]) -> Answer<Registration> {
        for name in names {
            self.person(name, organisation, "CS").await;
        }
        self.register_as(names[0], organisation, code, names).await
    }

    pub async fn register_as(&self, who: &str, organisation: &str, code: &str, names: &[&str]) -> Answer<Registration> {
        let mut ctx = self.acting(who, organisation).await;
        let members: Vec<Member> = names.iter().map(|name| member(name, organisation)).collect();
        let key = self.site.fresh_token(8);
        let made = acts::register(&mut ctx, code, &members, true, &key).await?;
        ctx.commit().await?;
        Ok(made)
    }

    pub async fn give_up(&self, who: &str, organisation: &str, reference: &str) -> Answer<Registration> {
        let mut ctx = self.acting(who, organisation).await;
        let ended = acts::give_up(&mut ctx, reference, "").await?;
        ctx.commit().await?;
        Ok(ended)
    }

    pub async fn accept(&self, who: &str, organisation: &str, reference: &str) -> Answer<Registration> {
        let mut ctx = self.acting(who, organisation).await;
        let taken = acts::accept(&mut ctx, reference).await?;
        ctx.commit().await?;
        Ok(taken?)
    }

    /// Lets the house do what is due.
    pub async fn tick(&self) {
        let mut ctx = self.house().await;
        let due = tick::due(&mut ctx).await.unwrap();
        drop(ctx);
        for code in due {
            let mut ctx = self.house().await;
            tick::tick(&mut ctx, &code).await.unwrap();
            ctx.commit().await.unwrap();
        }
    }

    /// A registration as its department sees it.
    pub async fn look(&self, reference: &str) -> find::Followed {
        let mut ctx = self.acting("organiser", "EU").await;
        find::registration(&mut ctx, reference).await.unwrap()
    }

    pub async fn status(&self, reference: &str) -> &'static str {
        self.look(reference).await.registration.status.code()
    }

    pub async fn position(&self, reference: &str) -> Option<i64> {
        self.look(reference).await.waiting.map(|(position, _)| position)
    }

    /// Every invariant that can be asked of the database holds.
    pub async fn is_sound(&self) {
        let mut ctx = self.house().await;
        for (sentence, broken) in crate::checks::all(&mut ctx).await.unwrap() {
            assert_eq!(broken, 0, "{} on {}", sentence, self.on);
        }
    }

    /// Kinds of the letters written so far, newest first.
    pub async fn letters(&self) -> Vec<String> {
        let mut ctx = self.house().await;
        crate::base::outbox::latest(&mut ctx.tx, None, 500).await.unwrap().into_iter().map(|l| l.kind).collect()
    }
}

pub fn address(name: &str, organisation: &str) -> String {
    format!("{name}@{}.demo.example", organisation.to_lowercase())
}

pub fn member(name: &str, organisation: &str) -> Member {
    Member { email: address(name, organisation), ..Member::default() }
}

/// A workshop for single officers, 20 March 2002, four places, two a department, no endorsement.
pub fn draft(code: &str) -> Draft {
    Draft {
        code: code.into(),
        series: "PM".into(),
        kind: "workshop".into(),
        title_en: format!("Measuring {code}"),
        title_zh: format!("衡量{code}"),
        summary_en: "What to measure.".into(),
        summary_zh: "衡量甚麼。".into(),
        audience_en: "Officers".into(),
        audience_zh: "主任".into(),
        starts: "2002-03-20T09:00".into(),
        ends: "2002-03-20T17:00".into(),
        venue: "ROOM".into(),
        capacity: "4".into(),
        minimum: "2".into(),
        quota: "2".into(),
        team_min: "1".into(),
        team_max: "2".into(),
        language: "yue".into(),
        opens: "2002-01-23T09:00".into(),
        closes: "2002-03-06T17:00".into(),
        version: "1".into(),
        ..Draft::default()
    }
}
