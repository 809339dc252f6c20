//! The small world in which entries are made: two schemes, three departments, and people made as they are named.

use std::sync::Arc;

use crate::{
    awards::{
        acts::{self, find, officers, setup, tick},
        eligibility::CHECKLIST,
        texts::Texts,
        *,
    },
    base::{
        audit,
        ctx::Ctx,
        problem::Answer,
        site::Site,
        testing,
        text::Bi,
        time::{Day, Moment},
    },
    people::testing as people,
};

pub fn at(month: u32, day: u32, hour: u32) -> Moment {
    Day::new(2002, month, day).unwrap().at(hour, 0)
}

/// A site and short words for what people do on it.
pub struct World {
    pub site: Arc<Site>,
    pub on: &'static str,
}

/// The nomination scheme of this world, with one award or two.
pub fn scheme(code: &str, mode: &str) -> SchemeForm {
    let award = |ending: &str| AwardForm {
        code: format!("{code}-{ending}"),
        name_en: format!("Award {ending}"),
        name_zh: format!("獎項{ending}"),
        admits: "entered".into(),
        public_weight: "30".into(),
        panel_weight: "70".into(),
        votes_per_ballot: "1".into(),
        criteria: [("results", "成效", "60"), ("evidence", "佐證", "40")]
            .map(|(en, zh, weight)| CriterionForm { key: en.into(), name_en: en.into(), name_zh: zh.into(), weight: weight.into() })
            .to_vec(),
    };
    SchemeForm {
        code: code.into(),
        edition: "2".into(),
        name_en: format!("Scheme {code}"),
        name_zh: format!("計劃{code}"),
        mode: mode.into(),
        eligibility_en: "All departments".into(),
        eligibility_zh: "所有部門".into(),
        rules_en: "Rules".into(),
        rules_zh: "規則".into(),
        awards: vec![award("A"), award("B")],
        entry_opens: "2002-05-27T09:00".into(),
        entry_closes: "2002-07-31T17:00".into(),
        grace_minutes: "30".into(),
        voting_opens: "2002-09-09T10:00".into(),
        voting_closes: "2002-10-04T20:00".into(),
        judging_from: "2002-10-15".into(),
        judging_to: "2002-11-15".into(),
        announce_at: "2002-12-06T10:00".into(),
        min_judges: "3".into(),
        shortlist: "2".into(),
        combination: "most_voted".into(),
        adjustment: "raw".into(),
        ties: vec!["higher_panel".into(), "first_criterion".into()],
        version: "1".into(),
    }
}

pub fn words(code: &str, version: i64) -> EntryForm {
    EntryForm {
        code: code.into(),
        title_en: "Books by post".into(),
        title_zh: "郵遞圖書".into(),
        summary_en: "Books come home to those who cannot come.".into(),
        summary_zh: "為行動不便的讀者把圖書送上門。".into(),
        awards: vec!["EEA-A".into()],
        partners: vec![],
        version: version.to_string(),
        ..EntryForm::default()
    }
}

pub const ALL_WELL: [bool; CHECKLIST.len()] = [true; CHECKLIST.len()];

impl World {
    /// One world on every database there is; it is 3 June 2002, entries for EEA and BPP are open.
    pub async fn everywhere() -> Vec<World> {
        let mut worlds = Vec::new();
        for (on, site) in testing::sites(at(5, 1, 10)).await {
            worlds.push(World { site, on }.begun().await);
        }
        worlds
    }

    async fn begun(self) -> World {
        let mut ctx = self.acting("house").await;
        for code in ["EU", "LCSD", "HD", "WSD", "FEHD"] {
            people::department(&mut ctx, code).await.unwrap();
        }
        for (name, organisation, roles) in [
            ("secretary", "EU", "CS;AS"),
            ("secretary2", "EU", "CS;AS"),
            ("chief", "EU", "CS;AS"),
            ("chair", "EU", "CH"),
            ("lcsd", "LCSD", "CS;DC"),
            ("lcsd2", "LCSD", "CS;DC"),
            ("head", "LCSD", "CS"),
            ("hd", "HD", "CS;DC"),
            ("wsd", "WSD", "CS;DC"),
            ("wsdhead", "WSD", "CS"),
            ("fehd", "FEHD", "CS;DC"),
        ] {
            people::person(&mut ctx, &self.address(name), organisation, roles).await.unwrap();
        }
        ctx.commit().await.unwrap();
        for form in [scheme("EEA", "nomination"), scheme("BPP", "auto_enrol")] {
            self.by("secretary", async |ctx| setup::save(ctx, &form).await.map(drop)).await.unwrap();
            self.by("secretary", async |ctx| setup::publish(ctx, &form.code).await).await.unwrap();
        }
        self.site.clock.set(at(6, 3, 10));
        self
    }

    pub fn address(&self, name: &str) -> String {
        format!("{name}@demo.example")
    }

    /// A transaction as somebody; `public` is nobody, `house` the clock.
    pub async fn acting(&self, name: &str) -> Ctx {
        let who = if matches!(name, "public" | "house") { name.to_owned() } else { self.address(name) };
        people::acting(&self.site, &who).await.unwrap()
    }

    /// Does one act as somebody, and keeps it if it was allowed.
    pub async fn by<T>(&self, name: &str, act: impl AsyncFnOnce(&mut Ctx) -> Answer<T>) -> Answer<T> {
        let mut ctx = self.acting(name).await;
        let done = act(&mut ctx).await?;
        ctx.commit().await?;
        Ok(done)
    }

    pub async fn entry(&self, code: &str) -> Entry {
        let mut ctx = self.acting("secretary").await;
        find::entry(&mut ctx, code).await.unwrap().entry
    }

    pub async fn state(&self, code: &str) -> EntryState {
        self.entry(code).await.state
    }

    /// LCSD's entry, written, endorsed and handed in. Gives its code.
    pub async fn submitted(&self, department: &str, head: &str) -> String {
        let code = self.by(department, async |ctx| acts::begin(ctx, "EEA").await).await.unwrap().code;
        self.by(department, async |ctx| acts::save(ctx, &words(&code, 1)).await).await.unwrap();
        let address = self.address(head);
        self.by(department, async |ctx| acts::ask_endorsement(ctx, &code, &address).await).await.unwrap();
        self.by(head, async |ctx| acts::endorse(ctx, &code, 2).await).await.unwrap();
        self.by(department, async |ctx| acts::submit(ctx, &code, false).await).await.unwrap();
        code
    }

    pub async fn check(&self, officer: &str, entry: &str, answers: [bool; CHECKLIST.len()], mark: &str) -> Answer<()> {
        self.by(officer, async |ctx| officers::check(ctx, entry, answers, mark).await).await
    }

    pub async fn pledge(&self, organisation: &str, day: u32) {
        let texts = Texts { title: Bi::new("Pledge", "承諾"), summary: Bi::new(format!("We pledge, {organisation}"), "我們承諾") };
        let published = Day::new(2002, 1, day).unwrap();
        self.by("secretary", async |ctx| officers::register_pledge(ctx, organisation, published, &texts).await).await.unwrap();
    }

    pub async fn tick(&self, now: Moment) {
        self.site.clock.set(now);
        let mut ctx = self.acting("house").await;
        let due = tick::due(&mut ctx).await.unwrap();
        drop(ctx);
        for code in due {
            self.by("house", async |ctx| tick::tick(ctx, &code).await).await.unwrap();
        }
    }

    /// The kinds of all letters so far.
    pub async fn letters(&self) -> Vec<String> {
        let mut ctx = self.acting("house").await;
        crate::base::outbox::latest(&mut ctx.tx, None, 1000).await.unwrap().into_iter().map(|it| it.kind).collect()
    }

    /// How often something is in the audit trail of an object, and that the chain is whole.
    pub async fn audited(&self, object: &str, action: &str) -> usize {
        let mut ctx = self.acting("house").await;
        assert!(audit::verify(&mut ctx.tx).await.unwrap().is_ok());
        audit::latest(&mut ctx.tx, Some(object), 1000).await.unwrap().into_iter().filter(|it| it.action == action).count()
    }
}
