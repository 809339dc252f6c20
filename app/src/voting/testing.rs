//! For tests and measurements: a poll that is open at a stop, made through the acts real people use, and slips to vote with.

use std::sync::Arc;

use super::{
    acts::{
        self,
        cast::{self, Casting, Receipt},
        day, exhibit, kiosk, slips,
    },
    rules::*,
};
use crate::{
    awards::{
        AwardForm, CriterionForm, SchemeForm,
        acts::{officers, panel, setup},
        eligibility::CHECKLIST,
        texts::Texts,
    },
    base::{
        problem::{Answer, OrUnknown, Problem},
        site::Site,
        text::Bi,
        time::{Day, Moment},
    },
    duty::Duty,
    people::testing as people,
    venues::{self, Venue},
};

pub use crate::people::testing::by;

pub const SCHEME: &str = "BPP2";
/// One vote here.
pub const DESIGN: &str = "BPP2-DES";
/// Up to three here.
pub const PEOPLE: &str = "BPP2-PEO";
pub const STOP: &str = "EX-1";
pub const OTHER: &str = "EX-2";

/// A moment of September 2001; the poll at [`STOP`] is on the 14th and 15th from ten to eight.
pub fn at(day: u32, hour: u32, minute: u32) -> Moment {
    Day::new(2001, 9, day).map_or(Moment(0), |it| it.at(hour, minute))
}

fn scheme() -> SchemeForm {
    let award = |code: &str, public: i64, votes: i64, admits: &str| AwardForm {
        code: code.into(),
        name_en: format!("Award {code}"),
        name_zh: format!("獎項{code}"),
        admits: admits.into(),
        public_weight: public.to_string(),
        panel_weight: (100 - public).to_string(),
        votes_per_ballot: votes.to_string(),
        criteria: vec![CriterionForm { key: "k".into(), name_en: "Merit".into(), name_zh: "優點".into(), weight: "100".into() }],
    };
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
        awards: vec![award(DESIGN, 30, 1, "entered"), award(PEOPLE, 100, 3, "shortlisted")],
        entry_opens: "2001-06-01T09:00".into(),
        entry_closes: "2001-07-31T17:00".into(),
        grace_minutes: "0".into(),
        voting_opens: "2001-09-03T10:00".into(),
        voting_closes: "2001-09-30T20:00".into(),
        judging_from: "2001-11-01".into(),
        judging_to: "2001-11-30".into(),
        announce_at: "2001-12-14T10:00".into(),
        min_judges: "2".into(),
        shortlist: "40".into(),
        combination: "most_voted".into(),
        adjustment: "raw".into(),
        ties: vec!["higher_panel".into()],
        version: "1".into(),
    }
}

/// A stop as it is typed: two days from ten to eight, unless its days are given.
pub fn stop_form(code: &str, from: u32, to: u32) -> StopForm {
    StopForm {
        code: code.into(),
        scheme: SCHEME.into(),
        name_en: format!("Stop {code}"),
        name_zh: format!("展覽站{code}"),
        venue: "HALL".into(),
        starts: format!("2001-09-{from:02}"),
        ends: format!("2001-09-{to:02}"),
        opens: "10:00".into(),
        closes: "20:00".into(),
        kiosks: "3".into(),
        ..StopForm::default()
    }
}

/// The departments whose pledges compete: `BPP2-E01` and so on, in this order.
pub const DEPARTMENTS: [&str; 6] = ["AFCD", "BD", "DH", "HYD", "IMMD", "WSD"];

/// People, a sealed scheme, a hall, and two stops that are confirmed; it is the morning of the first poll day, nothing is open.
pub async fn world(site: &Arc<Site>) -> Answer<()> {
    let clock = |moment: Moment| site.clock.set(moment);
    clock(Day::new(2001, 5, 1).or_unknown()?.at(10, 0));
    let mut ctx = people::acting(site, "house").await?;
    for code in ["EU"].iter().chain(&DEPARTMENTS) {
        people::department(&mut ctx, code).await?;
    }
    for (name, roles) in [
        ("secretary", "CS;AS"),
        ("secretary2", "CS;AS"),
        ("chair", "CH"),
        ("judge", "JU"),
        ("officer", "CS;XO"),
        ("officer2", "CS;XO"),
        ("officer3", "CS;XO"),
        ("clerk", "CS"),
        ("auditor", "AU"),
    ] {
        people::person(&mut ctx, &format!("{name}@demo.example"), "EU", roles).await?;
    }
    venues::acts::add_district(&mut ctx, "TM", &Bi::new("Tuen Mun", "屯門"), "NT", &Bi::new("New Territories", "新界")).await?;
    for code in ["HALL", "MALL"] {
        let venue = Venue {
            code: code.into(),
            name: Bi::new(format!("Town {code}"), format!("大會堂{code}")),
            district: "TM".into(),
            district_name: Bi::default(),
            kind: "hall".into(),
            managed_by: "LCSD".into(),
            capacity: 300,
            pitches: 1,
            features: vec![],
            weekday: None,
            saturday: None,
            holiday: None,
        };
        let sunday = if code == "HALL" { "09:00-22:00" } else { "" };
        venues::acts::add_venue(&mut ctx, &venue, ["09:00-22:00", "09:00-22:00", sunday]).await?;
    }
    ctx.commit().await?;
    by(site, "secretary", async |ctx| setup::save(ctx, &scheme()).await.map(drop)).await?;
    by(site, "secretary", async |ctx| setup::publish(ctx, SCHEME).await).await?;
    clock(Day::new(2001, 6, 4).or_unknown()?.at(10, 0));
    for (n, code) in (1..).zip(DEPARTMENTS) {
        let texts = Texts {
            title: Bi::new(format!("Pledge of {code}"), format!("{code}承諾")),
            summary: Bi::new("We pledge to be quick.", "我們承諾快捷。"),
        };
        let published = Day::new(2001, 1, n).or_unknown()?;
        by(site, "secretary", async |ctx| officers::register_pledge(ctx, code, published, &texts).await).await?;
    }
    by(site, "secretary", async |ctx| officers::enrol(ctx, SCHEME).await.map(drop)).await?;
    clock(Day::new(2001, 8, 6).or_unknown()?.at(10, 0));
    tick(site).await?;
    let codes: Vec<String> = (1..=DEPARTMENTS.len()).map(|n| format!("{SCHEME}-E{n:02}")).collect();
    for officer in ["secretary", "secretary2"] {
        for code in &codes {
            // Enrolled entries need no check in every world; where one is refused it was not needed.
            let _ = by(site, officer, async |ctx| officers::check(ctx, code, [true; CHECKLIST.len()], "7.0").await).await;
        }
    }
    by(site, "secretary", async |ctx| officers::shortlist(ctx, SCHEME).await).await?;
    by(site, "secretary", async |ctx| officers::seal(ctx, SCHEME).await).await?;
    by(site, "secretary", async |ctx| panel::round(ctx, SCHEME, "2001-10-02T09:00", "2001-11-16T17:00").await).await?;
    for form in [stop_form(STOP, 14, 15), StopForm { venue: "MALL".into(), ..stop_form(OTHER, 18, 19) }] {
        by(site, "officer", async |ctx| exhibit::plan(ctx, &form).await.map(drop)).await?;
        by(site, "officer", async |ctx| exhibit::confirm(ctx, &form.code).await).await?;
    }
    clock(at(14, 9, 30));
    Ok(())
}

/// The same with the poll open at [`STOP`] at noon, and slips handed out to its visitors.
pub async fn open(site: &Arc<Site>, count: usize) -> Answer<Vec<Code>> {
    world(site).await?;
    let codes = hand_out(site, STOP, count).await?;
    by(site, "officer", async |ctx| day::open(ctx, STOP, "2001-09-14").await).await?;
    site.clock.set(at(14, 12, 0));
    Ok(codes)
}

/// Prints a batch for a stop and gives it to today: its codes.
pub async fn hand_out(site: &Arc<Site>, stop: &str, count: usize) -> Answer<Vec<Code>> {
    let batch = by(site, "officer", async |ctx| slips::print(ctx, stop, &count.to_string(), false).await).await?;
    codes(site, stop, batch.number).await
}

/// Gives a printed batch to today: its codes.
pub async fn codes(site: &Arc<Site>, stop: &str, number: i64) -> Answer<Vec<Code>> {
    let sheet = by(site, "officer", async |ctx| slips::sheets(ctx, stop, number).await).await?;
    by(site, "officer", async |ctx| slips::issue(ctx, stop, number).await).await?;
    sheet.slips.iter().map(|it| Code::parse(&it.code).map_err(|_| Problem::form("problem-form"))).collect()
}

/// A choice in each award.
pub fn choosing(design: &str, people: &[&str]) -> Choices {
    let entry = |it: &str| format!("{SCHEME}-{it}");
    let design = if design.is_empty() { vec![] } else { vec![entry(design)] };
    Choices::from([(DESIGN.to_owned(), design), (PEOPLE.to_owned(), people.iter().map(|it| entry(it)).collect())])
}

pub fn ballot(code: &Code, key: &str, choices: Choices) -> Casting {
    Casting {
        scheme: Some(SCHEME.into()),
        cast: Cast { code: code.plain(), key: key.into(), seed: 7, choices },
        channel: Channel::Phone,
        here: None,
        late: false,
    }
}

/// A key of a client, thirty-two digits.
pub fn key(n: usize) -> String {
    format!("{n:032x}")
}

/// Casts a ballot on a phone.
pub async fn vote(site: &Arc<Site>, code: &Code, n: usize, choices: Choices) -> Answer<Receipt> {
    cast::cast(site, ballot(code, &key(n), choices)).await
}

/// What the clock does now, for every duty.
pub async fn tick(site: &Arc<Site>) -> Answer<()> {
    for duty in Duty::ALL {
        let mut ctx = people::acting(site, "house").await?;
        let due = duty.due(&mut ctx).await?;
        drop(ctx);
        for code in due {
            by(site, "house", async |ctx| duty.tick(ctx, &code).await).await?;
        }
    }
    Ok(())
}

/// Closes a day with all slips handed out and lets another officer agree.
pub async fn balance(site: &Arc<Site>, stop: &str, on: &str) -> Answer<Balance> {
    let desk = by(site, "officer", async |ctx| acts::find::desk(ctx, stop, Some(on)).await).await?;
    let handed = desk.batches.iter().filter(|it| it.day.map(Day::iso).as_deref() == Some(on));
    let said = day::Closing {
        handed: handed.clone().map(|it| (it.number.to_string(), it.size.to_string())).collect(),
        unused: handed.filter(|it| !it.is_test).map(|it| it.size - it.used).sum::<i64>().to_string(),
        explanation: String::new(),
    };
    let balance = by(site, "officer", async |ctx| day::close(ctx, stop, on, &said).await).await?;
    by(site, "officer2", async |ctx| day::reconcile(ctx, stop, on).await).await?;
    Ok(balance)
}

/// Sets a machine up at a stop: its key.
pub async fn machine(site: &Arc<Site>, stop: &str, number: i64) -> Answer<String> {
    by(site, "officer", async |ctx| kiosk::set_up(ctx, stop, &number.to_string()).await).await?;
    let all = by(site, "officer", async |ctx| kiosk::kiosks(ctx, stop).await).await?;
    all.into_iter().find(|it| it.number == number).map(|it| it.device).or_unknown()
}

/// The next entry of a machine's journal, as the machine makes it.
pub async fn journal(site: &Arc<Site>, device: &str, after: Option<&kiosk::Entry>, cast: &Cast) -> Answer<kiosk::Entry> {
    let mut ctx = people::acting(site, "public").await?;
    let it = kiosk::standing(&mut ctx, device).await?;
    let (seq, prev) = after.map_or((1, "0".repeat(64)), |it| (it.seq + 1, kiosk::link(it)));
    let public = hex::decode(&it.box_public).ok().and_then(|it| <[u8; 32]>::try_from(it).ok()).or_unknown()?;
    let mut chance = [0u8; 44];
    (site.chance)(&mut chance);
    let (ephemeral, nonce) = chance.split_at(32);
    let bound = kiosk::bound_to(&it.scheme, &it.stop.code, seq, &prev);
    let ephemeral = <[u8; 32]>::try_from(ephemeral).ok().or_unknown()?;
    let nonce = <[u8; 12]>::try_from(nonce).ok().or_unknown()?;
    let sealed = kiosk::seal(&public, ephemeral, nonce, &bound, cast)?;
    Ok(kiosk::Entry { device: device.into(), seq, prev, sealed })
}
