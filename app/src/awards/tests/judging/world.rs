//! The small world of judging tests: a scheme of three awards, departments with pledges, a panel, and short words for its acts.
//!
//! The scheme BPP2 has a design and a content award (30% public, 70% panel) and a prize of the public alone. Entries come in
//! by pledges, so that the panel gets `BPP2-E01`, `BPP2-E02` … in the order of the departments' codes.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    awards::{
        acts::{assign, decide, declare, officers, panel, score, setup, table, tick},
        *,
    },
    base::{
        audit,
        ctx::Ctx,
        ids::SeatId,
        problem::Answer,
        site::Site,
        testing,
        text::Bi,
        time::{Day, Moment},
    },
    people::testing as people,
};

pub const SCHEME: &str = "BPP2";

pub fn at(month: u32, day: u32, hour: u32) -> Moment {
    Day::new(2001, month, day).unwrap().at(hour, 0)
}

#[derive(Clone)]
pub struct World {
    pub site: Arc<Site>,
    pub on: &'static str,
}

fn award(code: &str, admits: &str, public: i64) -> AwardForm {
    let criterion = |key: &str, weight: i64| CriterionForm {
        key: key.into(),
        name_en: format!("Criterion {key}"),
        name_zh: format!("準則{key}"),
        weight: weight.to_string(),
    };
    AwardForm {
        code: code.into(),
        name_en: format!("Award {code}"),
        name_zh: format!("獎項{code}"),
        admits: admits.into(),
        public_weight: public.to_string(),
        panel_weight: (100 - public).to_string(),
        votes_per_ballot: "1".into(),
        criteria: vec![criterion("k0", 40), criterion("k1", 60)],
    }
}

pub fn scheme() -> SchemeForm {
    SchemeForm {
        code: SCHEME.into(),
        edition: "2".into(),
        name_en: "Pledge Election".into(),
        name_zh: "服務承諾選舉".into(),
        mode: "auto_enrol".into(),
        eligibility_en: "All".into(),
        eligibility_zh: "所有部門".into(),
        rules_en: "Rules".into(),
        rules_zh: "規則".into(),
        awards: vec![award("DES", "entered", 30), award("CON", "entered", 30), award("PEO", "shortlisted", 100)],
        entry_opens: "2001-06-01T09:00".into(),
        entry_closes: "2001-07-31T17:00".into(),
        grace_minutes: "0".into(),
        voting_opens: "2001-09-03T10:00".into(),
        voting_closes: "2001-09-30T20:00".into(),
        judging_from: "2001-11-01".into(),
        judging_to: "2001-11-30".into(),
        announce_at: "2001-12-14T10:00".into(),
        min_judges: "2".into(),
        shortlist: "8".into(),
        combination: "most_voted".into(),
        adjustment: "raw".into(),
        ties: vec!["higher_panel".into(), "first_criterion".into()],
        version: "1".into(),
    }
}

pub fn said(stance: &str, note: &str) -> DeclarationForm {
    DeclarationForm { stance: stance.into(), note: note.into() }
}

/// Does something as somebody, and makes it last if it was done.
macro_rules! act {
    ($world:expr, $who:expr, $act:path $(, $arg:expr)*) => {{
        let mut ctx = $world.acting($who).await;
        match $act(&mut ctx $(, $arg)*).await {
            Ok(done) => {
                ctx.commit().await.unwrap();
                Ok(done)
            }
            Err(no) => Err(no),
        }
    }};
}
pub(super) use act;

impl World {
    /// One world on every database; three departments, entries sealed, no panel yet; it is 15 October.
    pub async fn everywhere() -> Vec<World> {
        let mut worlds = Vec::new();
        for (on, site) in testing::sites(at(5, 1, 10)).await {
            let world = World { site, on };
            world.begin(&["AFCD", "BD", "WSD"], scheme()).await;
            worlds.push(world);
        }
        worlds
    }

    /// The same with a panel of three that has declared no interest and scores: chair, ann and bob.
    pub async fn scoring() -> Vec<World> {
        let worlds = World::everywhere().await;
        for w in &worlds {
            w.seat_all().await;
            w.declare_all().await;
            act!(w, "secretary", assign::assign, SCHEME, "", "").unwrap();
            act!(w, "secretary", assign::begin, SCHEME).unwrap();
            w.clock(at(11, 5, 10));
        }
        worlds
    }

    /// The same with every sheet submitted (7 for all, 8 for the first entry), locked, votes certified, and the panel at the table.
    pub async fn deliberating() -> Vec<World> {
        let worlds = World::scoring().await;
        for w in &worlds {
            w.score_all(|_, entry| if entry == "BPP2-E01" { "8" } else { "7" }).await;
            act!(w, "chair", decide::lock, SCHEME).unwrap();
            w.certify(&[("BPP2-E01", 100), ("BPP2-E02", 50), ("BPP2-E03", 10)]).await;
            act!(w, "chair", decide::deliberate, SCHEME).unwrap();
        }
        worlds
    }

    /// The same, decided as the ranking proposes, and approved.
    pub async fn approved() -> Vec<World> {
        let worlds = World::deliberating().await;
        for w in &worlds {
            let typed = w.proposed().await;
            act!(w, "chair", decide::decide, SCHEME, &typed, None).unwrap();
            act!(w, "secretary2", decide::approve, SCHEME).unwrap();
        }
        worlds
    }

    pub async fn begin(&self, departments: &[&str], scheme: SchemeForm) {
        let mut ctx = self.house().await;
        for code in ["EU", "UNI"].iter().chain(departments) {
            people::department(&mut ctx, code).await.unwrap();
        }
        ctx.commit().await.unwrap();
        for (name, organisation, roles) in [
            ("secretary", "EU", "CS;AS"),
            ("secretary2", "EU", "CS;AS"),
            ("auditor", "EU", "AU"),
            ("chair", "UNI", "CH"),
            ("otherchair", "UNI", "CH"),
            ("ann", "UNI", "JU"),
            ("bob", "UNI", "JU"),
            ("cat", "UNI", "JU"),
            ("coordinator", departments[0], "CS;DC"),
        ] {
            self.person(name, organisation, roles).await;
        }
        act!(self, "secretary", setup::save, &scheme).unwrap();
        act!(self, "secretary", setup::publish, &scheme.code).unwrap();
        for code in departments {
            let texts = texts::Texts {
                title: Bi::new(format!("Pledge of {code}"), format!("{code}的承諾")),
                summary: Bi::new("Ten minutes at the counter.", "櫃檯十分鐘。"),
            };
            act!(self, "secretary", officers::register_pledge, code, Day::new(2001, 1, 1).unwrap(), &texts).unwrap();
        }
        act!(self, "secretary", officers::enrol, &scheme.code).unwrap();
        self.clock(at(8, 1, 10));
        self.tick().await;
        act!(self, "secretary", officers::shortlist, &scheme.code).unwrap();
        act!(self, "secretary", officers::seal, &scheme.code).unwrap();
        self.clock(at(10, 15, 9));
        act!(self, "secretary", panel::round, &scheme.code, "2001-11-01T09:00", "2001-11-16T17:00").unwrap();
    }

    pub async fn seat_all(&self) {
        for (name, is_chair) in [("chair", true), ("ann", false), ("bob", false)] {
            act!(self, "secretary", panel::seat, SCHEME, &email(name), "", "30", is_chair).unwrap();
        }
        act!(self, "secretary", panel::open, SCHEME).unwrap();
    }

    pub async fn declare_all(&self) {
        for name in ["chair", "ann", "bob"] {
            act!(self, name, declare::declare, SCHEME, &self.no_interest()).unwrap();
        }
    }

    pub fn no_interest(&self) -> BTreeMap<String, DeclarationForm> {
        (1..=3).map(|n| (format!("BPP2-E0{n}"), said("none", ""))).collect()
    }

    /// Every judge submits every sheet they have; the mark is asked for by judge and entry.
    pub async fn score_all(&self, mark: impl Fn(&str, &str) -> &'static str) {
        for name in ["chair", "ann", "bob"] {
            let mut ctx = self.acting(name).await;
            let mine = score::mine(&mut ctx, SCHEME).await.unwrap();
            drop(ctx);
            for it in mine.sheets {
                let (entry, award) = (it.sheet.entry, it.sheet.award);
                act!(self, name, score::submit, &sheet(&entry, &award, it.version, mark(name, &entry))).unwrap();
            }
        }
    }

    /// Totals for every award, entered by one officer and confirmed by another.
    pub async fn certify(&self, totals: &[(&str, u32)]) {
        let of: BTreeMap<String, String> = totals.iter().map(|(entry, n)| (entry.to_string(), n.to_string())).collect();
        let typed = ["DES", "CON", "PEO"].map(|award| (award.to_owned(), of.clone())).into();
        act!(self, "secretary", decide::enter_votes, SCHEME, &typed).unwrap();
        act!(self, "secretary2", decide::confirm_votes, SCHEME).unwrap();
    }

    /// What the ranking alone would give.
    pub async fn proposed(&self) -> BTreeMap<String, BTreeMap<String, DecisionForm>> {
        let mut ctx = self.acting("chair").await;
        let laid = table::table(&mut ctx, SCHEME).await.unwrap();
        laid.tables
            .iter()
            .map(|it| {
                let form = |entry: &str| DecisionForm { placing: it.proposal(entry).code().into(), reason: String::new() };
                (it.award.clone(), it.rows.iter().map(|row| (row.entry.clone(), form(&row.entry))).collect())
            })
            .collect()
    }

    pub async fn house(&self) -> Ctx {
        self.acting("house").await
    }

    pub async fn person(&self, name: &str, organisation: &str, roles: &str) {
        let mut ctx = self.house().await;
        people::person(&mut ctx, &email(name), organisation, roles).await.unwrap();
        ctx.commit().await.unwrap();
    }

    /// A transaction as somebody; `public` is nobody.
    pub async fn acting(&self, name: &str) -> Ctx {
        let who = if matches!(name, "public" | "house") { name.to_owned() } else { email(name) };
        people::acting(&self.site, &who).await.unwrap()
    }

    pub fn clock(&self, moment: Moment) {
        self.site.clock.set(moment);
    }

    pub async fn tick(&self) {
        let mut ctx = self.house().await;
        let due = tick::due(&mut ctx).await.unwrap();
        drop(ctx);
        for code in due {
            act!(self, "house", tick::tick, &code).unwrap();
        }
    }

    pub async fn seat_id(&self, name: &str) -> SeatId {
        let mut ctx = self.acting("secretary").await;
        let (panel, _) = panel::look_inside(&mut ctx, SCHEME).await.unwrap();
        panel.seats.iter().find(|it| it.email == email(name)).unwrap().seat.id
    }

    pub async fn state(&self) -> RoundState {
        let mut ctx = self.acting("secretary").await;
        panel::look_inside(&mut ctx, SCHEME).await.unwrap().0.round().state
    }

    /// How often something stands in the audit trail.
    pub async fn events(&self, action: &str) -> usize {
        let mut ctx = self.house().await;
        audit::latest(&mut ctx.tx, None, 10_000).await.unwrap().iter().filter(|it| it.action == action).count()
    }

    /// Every invariant that can be asked of the database holds.
    pub async fn is_sound(&self) {
        let mut ctx = self.house().await;
        for (sentence, broken) in crate::checks::all(&mut ctx).await.unwrap() {
            assert_eq!(broken, 0, "{sentence} on {}", self.on);
        }
    }

    /// Kinds and pages of the letters written so far.
    pub async fn letters(&self, kind: &str) -> Vec<String> {
        let mut ctx = self.house().await;
        let all = crate::base::outbox::latest(&mut ctx.tx, None, 5_000).await.unwrap();
        all.into_iter().filter(|it| it.kind == kind).map(|it| it.page).collect()
    }
}

pub fn email(name: &str) -> String {
    format!("{name}@demo.example")
}

/// A sheet with one mark throughout.
pub fn sheet(entry: &str, award: &str, version: i64, mark: &str) -> score::Written {
    let scores = [("k0", mark), ("k1", mark)].map(|(key, mark)| (key.to_owned(), mark.to_owned())).into();
    score::Written { entry: entry.into(), award: award.into(), version: version.to_string(), scores, comment: Some("Noted.".into()) }
}

/// The status and key of a refusal.
pub fn no<T>(answer: Answer<T>) -> (u16, String) {
    let problem = answer.err().unwrap();
    (problem.status(), problem.key().to_owned())
}
