//! A round of judging of any size, put in by the acts of the application: departments with pledges, a panel that has declared,
//! every sheet submitted and locked, the votes certified, the panel at its table.

use std::{collections::BTreeMap, sync::Arc};

use app::{
    awards::{
        AwardForm, CriterionForm, DeclarationForm, SchemeForm,
        acts::{assign, decide, declare, officers, panel, score, setup},
        texts::Texts,
    },
    base::{
        ctx::{Ctx, Viewer},
        ids::SeatId,
        problem::Answer,
        site::Site,
        text::Bi,
        time::{Day, Moment},
    },
    people::testing as folk,
};

use super::Done;

pub const SCHEME: &str = "LONG";
/// When the panel is at its table.
pub const NOW: &str = "2001-12-01T10:00:00+08:00";

/// How large a round is: `sheets` are those of each judge.
#[derive(Clone, Copy)]
pub struct Size {
    pub entries: usize,
    pub judges: usize,
    pub sheets: usize,
}

impl Size {
    /// The entries of a judge, by their places in the list: spread so that the same judges do not always meet.
    fn of_judge(self, judge: usize) -> Vec<usize> {
        let mut own: Vec<usize> = Vec::new();
        for round in 0..self.sheets {
            let pair = round * self.judges + judge;
            let from = if pair < self.entries { pair } else { pair * 7 % self.entries };
            own.extend((from..from + self.entries).map(|it| it % self.entries).find(|it| !own.contains(it)));
        }
        own
    }
}

/// A judge by number; the first one is the chair.
pub fn judge(n: usize) -> String {
    if n == 0 { "chair".into() } else { format!("j{n:02}") }
}

fn email(name: &str) -> String {
    format!("{name}@demo.example")
}

async fn acting(site: &Arc<Site>, name: &str) -> Answer<Ctx> {
    folk::acting(site, &email(name)).await
}

fn at(moment: &str) -> Done<Moment> {
    Moment::parse(moment).ok_or_else(|| "no moment".into())
}

/// A scheme of one award, half panel, half public, from whose scores leniency is taken out.
fn scheme() -> SchemeForm {
    let criterion = |key: &str, weight: &str| CriterionForm {
        key: key.into(),
        name_en: format!("Criterion {key}"),
        name_zh: format!("準則{key}"),
        weight: weight.into(),
    };
    SchemeForm {
        code: SCHEME.into(),
        edition: "1".into(),
        name_en: "Long list".into(),
        name_zh: "長名單".into(),
        mode: "auto_enrol".into(),
        eligibility_en: "All".into(),
        eligibility_zh: "所有部門".into(),
        rules_en: "Rules".into(),
        rules_zh: "規則".into(),
        awards: vec![AwardForm {
            code: "LONG-A".into(),
            name_en: "Award".into(),
            name_zh: "獎項".into(),
            admits: "entered".into(),
            public_weight: "50".into(),
            panel_weight: "50".into(),
            votes_per_ballot: "1".into(),
            criteria: ["k0", "k1", "k2", "k3", "k4"].map(|key| criterion(key, "20")).to_vec(),
        }],
        entry_opens: "2001-06-01T09:00".into(),
        entry_closes: "2001-07-31T17:00".into(),
        grace_minutes: "0".into(),
        voting_opens: "2001-09-03T10:00".into(),
        voting_closes: "2001-09-30T20:00".into(),
        judging_from: "2001-11-01".into(),
        judging_to: "2001-11-30".into(),
        announce_at: "2001-12-14T10:00".into(),
        min_judges: "1".into(),
        shortlist: "1000".into(),
        combination: "most_voted".into(),
        adjustment: "shrunk".into(),
        ties: vec!["higher_panel".into(), "first_criterion".into()],
        version: "1".into(),
    }
}

/// Fills an empty database; leaves the clock at [`NOW`].
pub async fn fill(site: &Arc<Site>, size: Size) -> Done<()> {
    site.clock.set(at("2001-05-01T10:00:00+08:00")?);
    let departments: Vec<String> = (1..=size.entries).map(|n| format!("D{n:03}")).collect();
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    for code in departments.iter().map(String::as_str).chain(["EU"]) {
        folk::department(&mut ctx, code).await?;
    }
    for name in ["secretary", "secretary2"] {
        folk::person(&mut ctx, &email(name), "EU", "CS;AS").await?;
    }
    for n in 0..size.judges {
        folk::person(&mut ctx, &email(&judge(n)), "EU", if n == 0 { "CH" } else { "JU" }).await?;
    }
    ctx.commit().await?;
    let mut ctx = acting(site, "secretary").await?;
    setup::save(&mut ctx, &scheme()).await?;
    setup::publish(&mut ctx, SCHEME).await?;
    for code in &departments {
        let texts = Texts {
            title: Bi::new(format!("Pledge of {code}"), format!("{code}的承諾")),
            summary: Bi::new("Ten minutes at the counter.", "櫃檯十分鐘。"),
        };
        officers::register_pledge(&mut ctx, code, Day::new(2001, 1, 1).ok_or("no day")?, &texts).await?;
    }
    officers::enrol(&mut ctx, SCHEME).await?;
    ctx.commit().await?;
    site.clock.set(at("2001-08-01T10:00:00+08:00")?);
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    app::awards::acts::tick::tick(&mut ctx, SCHEME).await?;
    ctx.commit().await?;
    let mut ctx = acting(site, "secretary").await?;
    officers::shortlist(&mut ctx, SCHEME).await?;
    officers::seal(&mut ctx, SCHEME).await?;
    panel::round(&mut ctx, SCHEME, "2001-11-01T09:00", "2001-11-16T17:00").await?;
    let mut seats = Vec::new();
    for n in 0..size.judges {
        seats.push(panel::seat(&mut ctx, SCHEME, &email(&judge(n)), "", "1000", n == 0).await?);
    }
    panel::open(&mut ctx, SCHEME).await?;
    let codes: Vec<String> = panel::look_inside(&mut ctx, SCHEME).await?.0.entries.into_iter().map(|it| it.code).collect();
    ctx.commit().await?;
    judged(site, size, &seats, &codes).await?;
    counted(site, &codes).await?;
    site.clock.set(at(NOW)?);
    Ok(())
}

/// Judges declare, get their entries, and submit every sheet; the chair locks the scores.
async fn judged(site: &Arc<Site>, size: Size, seats: &[SeatId], codes: &[String]) -> Done<()> {
    let none = |code: &String| (code.clone(), DeclarationForm { stance: "none".into(), note: String::new() });
    let forms: BTreeMap<String, DeclarationForm> = codes.iter().map(none).collect();
    for n in 0..size.judges {
        let mut ctx = acting(site, &judge(n)).await?;
        declare::declare(&mut ctx, SCHEME, &forms).await?;
        ctx.commit().await?;
    }
    let mut ctx = acting(site, "secretary").await?;
    for (n, seat) in seats.iter().enumerate() {
        for entry in size.of_judge(n) {
            assign::assign_one(&mut ctx, SCHEME, *seat, &codes[entry]).await?;
        }
    }
    assign::begin(&mut ctx, SCHEME).await?;
    ctx.commit().await?;
    site.clock.set(at("2001-11-05T10:00:00+08:00")?);
    for n in 0..size.judges {
        let mut ctx = acting(site, &judge(n)).await?;
        for (e, it) in score::mine(&mut ctx, SCHEME).await?.sheets.into_iter().enumerate() {
            // Each entry has its worth, each judge their leniency, and each score something of its own.
            let worth = codes.iter().position(|code| *code == it.sheet.entry).unwrap_or(0) % 7;
            let score = |k: usize| ((7 + worth + n % 4 + (e * 3 + k) % 3) as f64 / 2.0).to_string();
            let scores = (0..5).map(|k| (format!("k{k}"), score(k))).collect();
            let (entry, award, version) = (it.sheet.entry, it.sheet.award, it.version.to_string());
            score::submit(&mut ctx, &score::Written { entry, award, version, scores, comment: Some("Noted.".into()) }).await?;
        }
        ctx.commit().await?;
    }
    let mut ctx = acting(site, "chair").await?;
    decide::lock(&mut ctx, SCHEME).await?;
    decide::deliberate(&mut ctx, SCHEME).await?;
    Ok(ctx.commit().await?)
}

/// One officer enters the votes, another confirms them.
async fn counted(site: &Arc<Site>, codes: &[String]) -> Done<()> {
    let totals = codes.iter().enumerate().map(|(n, code)| (code.clone(), (1_000 + n * 37 % 911).to_string())).collect();
    let mut ctx = acting(site, "secretary").await?;
    decide::enter_votes(&mut ctx, SCHEME, &BTreeMap::from([("LONG-A".to_owned(), totals)])).await?;
    ctx.commit().await?;
    let mut ctx = acting(site, "secretary2").await?;
    decide::confirm_votes(&mut ctx, SCHEME).await?;
    Ok(ctx.commit().await?)
}
