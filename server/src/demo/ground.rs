//! The ground of the demo: districts, venues, holidays, organisations, series and people. All before the story.

use std::sync::Arc;

use app::{
    base::{
        ctx::{Ctx, Viewer},
        problem::{Answer, Problem},
        site::Site,
        text::Bi,
        time::Day,
    },
    people::{self, Organisation},
    venues::{self, Hours, Venue},
    workshops,
};
use serde_json::json;

use super::{
    PASSWORD,
    cast::Cast,
    table::{self, Row},
};

/// What workshops are held under, with good names in both languages.
const SERIES: [(&str, &str, &str); 8] = [
    ("PM", "Performance measurement workshops", "衡量服務表現工作坊"),
    ("PSI", "Private sector involvement seminars", "私營機構參與公共服務研討會"),
    ("CSS", "Customer satisfaction survey clinics", "顧客滿意程度調查研習班"),
    ("AWD", "Award scheme briefings", "獎勵計劃簡介會"),
    ("JDG", "Judging panel briefings", "評審團簡介會"),
    ("SHW", "Showcase organisers' briefings", "服務市民巡禮籌辦簡介會"),
    ("RMA", "Risk management and management audit", "風險管理及管理審查"),
    ("WEB", "Homepage and reference library briefings", "網頁及參考資料庫簡介會"),
];

/// Lays it, in one transaction.
pub async fn lay(site: &Arc<Site>, cast: &Cast) -> Answer<()> {
    let hash = people::acts::hash_password(PASSWORD).await?;
    let mut ctx = Ctx::write(site, Viewer::House).await?;
    ctx.now = Day::new(2001, 3, 30).ok_or_else(|| Problem::form("demo-data"))?.at(9, 0);
    places(&mut ctx).await?;
    organisations(&mut ctx).await?;
    for (code, en, zh) in SERIES {
        workshops::acts::organise::add_series(&mut ctx, code, &Bi::new(en, zh)).await?;
    }
    everybody(&mut ctx, cast, &hash).await?;
    ctx.audit("house.fill", "house", json!({ "people": cast.players.len() }));
    ctx.commit().await
}

async fn places(ctx: &mut Ctx) -> Answer<()> {
    for row in table::read("districts", include_str!("../../demo/districts.csv"))? {
        venues::acts::add_district(ctx, row.get("code"), &row.both("name"), row.get("region_code"), &row.both("region")).await?;
    }
    for row in table::read("features", include_str!("../../demo/features.csv"))? {
        venues::acts::add_feature(ctx, row.get("code"), &row.both("name")).await?;
    }
    for row in table::read("public_holidays", include_str!("../../demo/public_holidays.csv"))? {
        venues::acts::add_holiday(ctx, row.day("date")?, &row.both("name")).await?;
    }
    for row in table::read("venues", include_str!("../../demo/venues.csv"))? {
        let hours = ["hours_mon_fri", "hours_sat", "hours_sun_ph"].map(|column| row.get(column));
        venues::acts::add_venue(ctx, &venue(&row)?, hours).await?;
    }
    Ok(())
}

fn venue(row: &Row) -> Answer<Venue> {
    Ok(Venue {
        code: row.get("code").into(),
        name: row.both("name"),
        district: row.get("district_code").into(),
        district_name: Bi::default(),
        kind: row.get("kind").into(),
        managed_by: row.get("managed_by").into(),
        capacity: row.number("capacity")?,
        pitches: row.number("pitches")?,
        features: row.get("features").split(';').map(Into::into).collect(),
        weekday: Hours::parse(row.get("hours_mon_fri")),
        saturday: Hours::parse(row.get("hours_sat")),
        holiday: Hours::parse(row.get("hours_sun_ph")),
    })
}

async fn organisations(ctx: &mut Ctx) -> Answer<()> {
    for row in table::read("departments", include_str!("../../demo/departments.csv"))? {
        let code = row.get("code");
        let organisation = Organisation {
            code: code.into(),
            name: row.both("name"),
            short_zh: row.get("abbr_zh").into(),
            kind: row.get("kind").into(),
            email_domains: vec![format!("{}.demo.example", code.to_lowercase()), "demo.example".into()],
        };
        let parent = Some(row.get("parent_code")).filter(|parent| !parent.is_empty());
        people::acts::add_organisation(ctx, &organisation, parent, Some(row.get("serves_public") == "Y")).await?;
    }
    Ok(())
}

async fn everybody(ctx: &mut Ctx, cast: &Cast, hash: &str) -> Answer<()> {
    for player in &cast.players {
        let newcomer = people::acts::Newcomer {
            email: player.email.clone(),
            name: player.name.clone(),
            organisation: player.organisation.clone(),
            post: player.post.clone(),
            roles: player.roles.clone(),
            language: player.language,
            password_hash: player.is_persona.then(|| hash.to_owned()),
            from: player.from,
            to: player.to,
        };
        people::acts::add(ctx, &newcomer).await?.ok_or_else(|| Problem::clash("demo-person-twice").with("email", player.email.as_str()))?;
    }
    Ok(())
}
