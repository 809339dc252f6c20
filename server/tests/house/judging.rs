//! Judging through the whole router, over the demo: every page of it as its people see it, every form as a browser sends it, and
//! before the announcement not a word of it anywhere else (I-24).

use std::{collections::BTreeMap, sync::Arc};

use crate::told::told;
use app::{
    base::{
        ctx::{Ctx, Viewer},
        site::Site,
        time::Moment,
    },
    people,
    shell::{self, Gate},
};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use tower::ServiceExt;

/// A number of votes that stands nowhere else.
const VOTES: &str = "481516237";
/// What a judge writes, the chair notes, and why they departed from the ranking.
const COMMENT: &str = "Quick brown comment";
const NOTES: &str = "Lazy dog notes";

struct Hall {
    site: Arc<Site>,
    router: Router,
    cookies: BTreeMap<&'static str, String>,
}

impl Hall {
    /// The demo in September: the shortlist is sealed, people vote, and there is no panel yet.
    async fn open() -> Hall {
        let site = told("http://accolade.example", "2001-09-20T09:00:00+08:00").await;
        let router = shell::routes(site.clone());
        let mut hall = Hall { site, router, cookies: BTreeMap::new() };
        hall.sign_in().await;
        hall
    }

    async fn sign_in(&mut self) {
        for persona in ["secretary", "secretary2", "chair", "judge1", "judge2", "judge3", "auditor", "coordinator", "officer"] {
            let (token, _) = people::acts::sign_in_as(&self.site, persona, "test").await.unwrap();
            self.cookies.insert(persona, format!("accolade={token}"));
        }
    }

    async fn answer(&self, request: axum::http::request::Builder, who: &str, body: String) -> (StatusCode, String, String) {
        let request = match self.cookies.get(who) {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let to = response.headers().get(header::LOCATION).and_then(|it| it.to_str().ok()).unwrap_or("").to_owned();
        let status = response.status();
        let bytes = axum::body::to_bytes(response.into_body(), 20_000_000).await.unwrap();
        (status, String::from_utf8_lossy(&bytes).into_owned(), to)
    }

    async fn page(&self, who: &str, path: &str) -> (u16, String) {
        let (status, body, _) = self.answer(Request::get(path), who, String::new()).await;
        (status.as_u16(), body)
    }

    /// A page that is there.
    async fn see(&self, who: &str, path: &str) -> String {
        let (status, body) = self.page(who, path).await;
        assert_eq!(status, 200, "{path} as {who}: {body}");
        body
    }

    /// A plain form, sent from a page; where it leads, or the page again with what is wrong.
    async fn send(&self, who: &str, back: &str, act: &str, fields: &[(&str, &str)]) -> Result<String, (u16, String)> {
        let encode = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let mut body = format!("back={}", encode(back));
        fields.iter().for_each(|(name, value)| body.push_str(&format!("&{}={}", encode(name), encode(value))));
        let request = Request::post(format!("/api/awards/{act}")).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let (status, body, to) = self.answer(request, who, body).await;
        if status == StatusCode::SEE_OTHER { Ok(to) } else { Err((status.as_u16(), body)) }
    }

    /// The same, and it is done.
    async fn done(&self, who: &str, back: &str, act: &str, fields: &[(&str, &str)]) -> String {
        match self.send(who, back, act, fields).await {
            Ok(to) => to,
            Err((status, body)) => panic!("{act} as {who}: {status} {}", text_of(&body)),
        }
    }

    /// Weeks later everybody signs in anew.
    async fn clock(&mut self, moment: &str) {
        self.site.clock.set(Moment::parse(moment).unwrap());
        self.sign_in().await;
    }
}

/// The words of a page without its marks.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of hidden and other fields of a page by their names.
fn values(html: &str, name: &str) -> Vec<String> {
    html.split('<')
        .filter(|tag| tag.contains(&format!("name=\"{name}\"")))
        .filter_map(|tag| Some(tag.split("value=\"").nth(1)?.split('"').next()?.to_owned()))
        .collect()
}

const PANEL: &str = "/en/judging/BPP2/panel";
const MINE: &str = "/en/judging/BPP2";
const TABLE: &str = "/en/judging/BPP2/table";

/// Every entry on show, by its number.
async fn entries(hall: &Hall) -> Vec<String> {
    let page = hall.see("nobody", "/en/awards/BPP2/entries").await;
    let mut codes: Vec<String> = page.split("/entries/").skip(1).filter_map(|it| it.split(['"', '?']).next().map(str::to_owned)).collect();
    codes.retain(|code| code.starts_with("BPP2-E"));
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 24);
    codes
}

/// Seats the panel, lets it declare (judge1 with an interest in the first entry), assigns and begins.
async fn seated(hall: &mut Hall, codes: &[String]) {
    assert!(hall.see("secretary", PANEL).await.contains("name=\"opens\""), "a scheme without a round offers to begin one");
    let days = [("scheme", "BPP2"), ("opens", "2001-11-01T09:00"), ("closes", "2001-11-16T17:00")];
    hall.done("secretary", PANEL, "round", &days).await;
    for (persona, chair) in [("chair", "yes"), ("judge1", ""), ("judge2", ""), ("judge3", "")] {
        let email = format!("{persona}@demo.example");
        hall.done("secretary", PANEL, "seat", &[("scheme", "BPP2"), ("email", &email), ("most", "30"), ("chair", chair)]).await;
    }
    let (status, page) = hall
        .send("secretary", PANEL, "seat", &[("scheme", "BPP2"), ("form", "seat"), ("email", "who@demo.example"), ("most", "x")])
        .await
        .unwrap_err();
    assert!(status == 422 && page.contains("who@demo.example") && page.contains("field__error"), "typed text is kept: {}", text_of(&page));
    assert!(hall.see("judge1", MINE).await.contains("not open yet"));
    hall.done("secretary", PANEL, "open-round", &[("scheme", "BPP2")]).await;
    for persona in ["chair", "judge1", "judge2", "judge3"] {
        let page = hall.see(persona, MINE).await;
        assert!(page.contains("declarations[BPP2-E02][stance]"));
        let names: Vec<String> = codes.iter().map(|code| format!("declarations[{code}][stance]")).collect();
        let mut fields = vec![("scheme", "BPP2")];
        for (name, code) in names.iter().zip(codes) {
            fields.push((name, if persona == "judge1" && *code == codes[0] { "interest" } else { "none" }));
        }
        hall.done(persona, MINE, "declare", &fields).await;
    }
    let preview = hall.see("secretary", "/en/judging/BPP2/panel?each=&seed=7").await;
    assert!(text_of(&preview).contains("Any two judges share"), "{}", text_of(&preview));
    hall.done("secretary", PANEL, "assign", &[("scheme", "BPP2")]).await;
    hall.done("secretary", PANEL, "begin-scoring", &[("scheme", "BPP2")]).await;
    hall.clock("2001-11-05T09:00:00+08:00").await;
}

/// Every judge hands in every sheet, from the pages themselves.
async fn scored(hall: &Hall, codes: &[String]) {
    for persona in ["chair", "judge1", "judge2", "judge3"] {
        for (e, code) in codes.iter().enumerate() {
            let path = format!("{MINE}/{code}");
            let (status, page) = hall.page(persona, &path).await;
            if persona == "judge1" && e == 0 {
                assert!(status == 403 && page.contains("declared an interest"), "{}", text_of(&page));
                continue;
            }
            assert_eq!(status, 200, "{path}: {}", text_of(&page));
            let (awards, versions) = (values(&page, "award"), values(&page, "version"));
            for (award, version) in awards.iter().zip(&versions) {
                let mark = ["8", "7.5", "7", "6.5", "6"][e % 5];
                let names: Vec<String> = page
                    .split("name=\"scores[")
                    .skip(1)
                    .filter_map(|it| it.split(']').next())
                    .map(|key| format!("scores[{key}]"))
                    .collect();
                let own: Vec<&String> = names.iter().collect();
                let (half_design, half_content) = own.split_at(5);
                let mut fields = vec![("entry", code.as_str()), ("award", award), ("version", version), ("comment", COMMENT)];
                fields.extend((if award == "BPP2-DES" { half_design } else { half_content }).iter().map(|name| (name.as_str(), mark)));
                if e == 1 && persona == "judge2" {
                    let mut bad = fields.clone();
                    bad.last_mut().unwrap().1 = "7.3";
                    let (status, page) = hall.send(persona, &path, "submit-sheet", &bad).await.unwrap_err();
                    assert!(status == 422 && page.contains("7.3") && page.contains("is not a score"), "{}", text_of(&page));
                    hall.done(persona, &path, "score", &fields[..5]).await;
                    let (status, page) =
                        hall.send(persona, &path, "score", &[&fields[..4], &[(fields[4].0, "2")]].concat()).await.unwrap_err();
                    assert!(status == 409 && page.contains("another page or device"), "{}", text_of(&page));
                    let now = hall.see(persona, &path).await;
                    let at = values(&now, "award").iter().position(|it| it == award).unwrap();
                    let version = values(&now, "version")[at].clone();
                    fields[2].1 = &version;
                    hall.done(persona, &path, "submit-sheet", &fields).await;
                } else {
                    hall.done(persona, &path, "submit-sheet", &fields).await;
                }
            }
        }
    }
}

/// Every page that anybody may open without being of the panel or the secretariat, in the words it then says.
async fn outside(hall: &Hall) -> Vec<(String, String)> {
    let mut said = Vec::new();
    for (path, gate, _) in shell::pages() {
        let path = path
            .replace("/judging/{scheme}/{entry}", "/judging/BPP2/BPP2-E01")
            .replace("{scheme}", "BPP2")
            .replace("{entry}", "BPP2-E01")
            .replace("/awards/{code}", "/awards/BPP2")
            .replace("/entries/{code}", "/entries/BPP2-E01")
            .replace("{topic}", "privacy");
        if path.contains('{') || path.ends_with("/sheet") {
            continue;
        }
        for who in ["nobody", "coordinator", "officer"] {
            if who == "nobody" && gate != Gate::Anyone {
                continue;
            }
            for lang in ["en", "tc", "sc"] {
                let (_, body) = hall.page(who, &format!("/{lang}{path}")).await;
                said.push((format!("{path} as {who}"), body));
            }
        }
    }
    said
}

#[tokio::test]
async fn j_6_and_i_24_a_round_from_page_to_page_and_nothing_of_it_outside_before_its_time() {
    let mut hall = Hall::open().await;
    let codes = entries(&hall).await;
    seated(&mut hall, &codes).await;
    // The personal link, as the letter has it.
    let mut ctx = Ctx::read(&hall.site, Viewer::House).await.unwrap();
    let letters = app::base::outbox::latest(&mut ctx.tx, None, 5_000).await.unwrap();
    drop(ctx);
    let link = letters.iter().find(|it| it.kind == "judge-invited").unwrap().page.clone();
    let invitation = hall.see("nobody", &format!("/en{link}")).await;
    assert!(!codes.iter().any(|code| invitation.contains(code.as_str())), "it names no entry");
    hall.done("nobody", &format!("/en{link}"), "answer-invitation", &[("token", link.rsplit('/').next().unwrap()), ("accept", "yes")])
        .await;
    assert!(hall.see("nobody", &format!("/tc{link}")).await.contains("你已接受邀請"));

    scored(&hall, &codes).await;
    for (who, path) in [
        ("judge1", "/en/judging"),
        ("secretary", "/tc/judging"),
        ("auditor", PANEL),
        ("judge2", MINE),
        ("judge1", TABLE),
        ("secretary", "/en/judging/BPP2/votes"),
    ] {
        hall.see(who, path).await;
    }
    assert!(text_of(&hall.see("judge1", TABLE).await).contains("not locked yet"));
    let (status, _) = hall.page("judge1", PANEL).await;
    assert_eq!(status, 403);
    hall.done("chair", PANEL, "lock-scores", &[("scheme", "BPP2")]).await;

    // The public's votes come from counted ballots: nobody can type totals beside them. The count hands them in.
    let page = "/en/judging/BPP2/votes";
    let (status, _) = hall.send("secretary", page, "enter-votes", &[("scheme", "BPP2")]).await.unwrap_err();
    assert_eq!(status, 409);
    assert!(hall.see("secretary", page).await.contains("/en/voting/BPP2/count"));
    let mut ctx = Ctx::write(&hall.site, Viewer::House).await.unwrap();
    let votes = ["BPP2-DES", "BPP2-CON"].iter().flat_map(|award| codes.iter().map(move |code| (award.to_string(), code.clone())));
    let votes = votes.enumerate().map(|(n, place)| (place, if n % 24 == 0 { VOTES.parse().unwrap() } else { 4711 })).collect();
    let counted_by = people::acts::known(&mut ctx, "secretary@demo.example").await.unwrap().unwrap().id;
    let confirmed_by = people::acts::known(&mut ctx, "secretary2@demo.example").await.unwrap().unwrap().id;
    app::awards::acts::decide::certify(&mut ctx, "BPP2", &votes, (counted_by, confirmed_by)).await.unwrap();
    ctx.commit().await.unwrap();
    hall.done("chair", TABLE, "deliberate", &[("scheme", "BPP2")]).await;
    hall.done("chair", TABLE, "note", &[("scheme", "BPP2"), ("notes", NOTES)]).await;
    let table = hall.see("chair", TABLE).await;
    assert!(table.contains(VOTES) && table.contains(COMMENT) && table.contains(NOTES));
    let barred = hall.see("judge1", TABLE).await;
    assert!(barred.contains("you may not judge it") && !barred.contains(VOTES), "a judge learns nothing of an entry behind their wall");
    for (who, lang) in [("judge2", "en"), ("auditor", "tc"), ("secretary", "sc")] {
        hall.see(who, &format!("/{lang}/judging/BPP2/table")).await;
    }

    // As the ranking proposes, but for one without its reason: told, and everything typed is kept.
    let placing = |html: &str| -> Vec<(String, String)> {
        html.split("<select")
            .skip(1)
            .filter_map(|select| {
                let name = select.split("name=\"").nth(1)?.split('"').next()?.to_owned();
                let chosen =
                    select.split("<option").find(|it| it.contains("selected"))?.split("value=\"").nth(1)?.split('"').next()?.to_owned();
                name.starts_with("decisions[").then_some((name, chosen))
            })
            .collect()
    };
    let proposed = placing(&table);
    assert_eq!(proposed.len(), 48);
    let mut fields = vec![("scheme", "BPP2")];
    fields.extend(proposed.iter().map(|(name, chosen)| (name.as_str(), chosen.as_str())));
    let mut bad = fields.clone();
    let winner = bad.iter().position(|(_, chosen)| *chosen == "winner").unwrap();
    bad[winner].1 = "not_awarded";
    let (status, page) = hall.send("chair", TABLE, "decide", &bad).await.unwrap_err();
    assert!(status == 422 && page.contains("departs from the ranking"), "{}", text_of(&page));
    hall.done("chair", TABLE, "decide", &fields).await;
    assert_eq!(hall.send("chair", TABLE, "approve", &[("scheme", "BPP2")]).await.unwrap_err().0, 403);
    assert_eq!(hall.send("secretary", TABLE, "approve", &[("scheme", "BPP2")]).await.unwrap_err().0, 403, "who set it up");
    hall.done("secretary2", TABLE, "approve", &[("scheme", "BPP2")]).await;

    // I-24: until a second before the time, nothing anywhere outside.
    let announce_at = "2001-12-14T10:00:00+08:00";
    hall.clock("2001-12-14T09:59:59+08:00").await;
    assert_eq!(hall.send("secretary2", TABLE, "announce", &[("scheme", "BPP2")]).await.unwrap_err().0, 409);
    for who in ["nobody", "coordinator", "secretary", "chair"] {
        for path in ["/en/awards/BPP2/results", "/tc/awards/BPP2/results", "/en/awards/BPP2/citation/BPP2-E01"] {
            assert_eq!(hall.page(who, path).await.0, 404, "{path} as {who}");
        }
    }
    for (path, body) in outside(&hall).await {
        for secret in [VOTES, COMMENT, NOTES, ">Winner<", ">得獎<", ">得奖<", "data-placed"] {
            assert!(!body.contains(secret), "{path} says {secret}");
        }
    }
    let calendar = hall.see("nobody", "/en/awards/BPP2/results/calendar").await;
    assert!(calendar.contains("DTSTART") && !calendar.contains(VOTES));

    // Then everybody.
    hall.clock(announce_at).await;
    hall.done("secretary2", TABLE, "announce", &[("scheme", "BPP2")]).await;
    for (lang, word) in [("en", "Winner"), ("tc", "得獎"), ("sc", "得奖")] {
        let page = hall.see("nobody", &format!("/{lang}/awards/BPP2/results")).await;
        assert!(page.contains(word) && page.contains(VOTES), "{lang}");
        assert!(!page.contains(COMMENT) && !page.contains(NOTES), "what was said in the room stays there");
    }
    let won = codes.iter().find(|code| proposed.iter().any(|(name, chosen)| chosen == "winner" && name.contains(code.as_str()))).unwrap();
    let (status, body) = hall.page("nobody", &format!("/en/awards/BPP2/citation/{won}")).await;
    assert!(status == 200 && body.starts_with("%PDF"));
    let lost = codes.iter().find(|code| !proposed.iter().any(|(name, chosen)| chosen == "winner" && name.contains(code.as_str()))).unwrap();
    assert_eq!(hall.page("nobody", &format!("/en/awards/BPP2/citation/{lost}")).await.0, 404);
}
