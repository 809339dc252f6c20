//! Every page × every role, every act × every role: the answers are as the role table says (I-65). And the language switch
//! keeps the page it is on (I-70). The whole router in process, over the demo, with no network.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    role_table::{ACTS, BOARD, JUDGING, SHOWCASE},
    told::told,
};
use app::{
    base::{
        ctx::{Ctx, Viewer},
        roles::{Action, Reach, Role, Roles, reach},
        site::Site,
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

/// The persona who has each role, and it alone.
const PERSONAS: [(Role, &str); 13] = [
    (Role::CivilServant, "officer"),
    (Role::Coordinator, "coordinator"),
    (Role::Organiser, "organiser"),
    (Role::Secretary, "secretary"),
    (Role::ExhibitionOfficer, "exhibition"),
    (Role::Judge, "judge1"),
    (Role::Chair, "chair"),
    (Role::Scheduler, "scheduler"),
    (Role::Editor, "editor"),
    (Role::ProgressOfficer, "progress"),
    (Role::EnquiryOfficer, "enquiries"),
    (Role::Auditor, "auditor"),
    (Role::Administrator, "admin"),
];

/// The demo of preset b behind the whole router.
async fn demo() -> (Arc<Site>, Router) {
    let site = told("http://accolade.example", "2001-10-15T09:00:00+08:00").await;
    let router = shell::routes(site.clone());
    (site, router)
}

/// Everybody's cookie, and the roles behind it; the public has none.
async fn everybody(site: &Arc<Site>) -> Vec<(Role, Roles, Option<String>)> {
    let mut all = vec![(Role::Public, Roles::of(&[Role::Public]), None)];
    for (role, persona) in PERSONAS {
        let (token, _) = people::acts::sign_in_as(site, persona, "test").await.unwrap();
        let mut ctx = Ctx::read(site, Viewer::House).await.unwrap();
        let viewer = people::acts::viewer_of(&mut ctx, &format!("{persona}@demo.example")).await.unwrap();
        assert!(viewer.roles().has(role), "{persona} is no {role:?}");
        all.push((role, viewer.roles(), Some(format!("accolade={token}"))));
    }
    all
}

async fn get(router: &Router, path: &str, cookie: &Option<String>) -> (StatusCode, String) {
    let mut request = Request::get(path);
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), 10_000_000).await.unwrap();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

/// An address with something real in its braces.
fn filled(path: &str) -> String {
    path.replace("{topic}", "privacy")
        .replace("/judging/{scheme}/{entry}", "/judging/BPP2/BPP2-E01")
        .replace("{scheme}", "BPP2")
        .replace("/exhibitions/{code}", "/exhibitions/EX-BPP2-4")
        .replace("/showcase/activities/{code}", "/showcase/activities/SC-WSD-01")
        .replace("/showcase/called/{name}", "/showcase/called/%E6%9C%8D%E5%8B%99%E5%B8%82%E6%B0%91%E5%91%A8")
        .replace("/showcase/venues/{code}", "/showcase/venues/STTH-CH")
        .replace("/showcase/board/{code}/{session}", "/showcase/board/SC-WSD-01/1")
        .replace("/showcase/programme/{code}", "/showcase/programme/SC-WSD-01")
        .replace("{number}", "1")
        .replace("/vote/{step}", "/vote/1")
        .replace("{device}", "nosuchmachine")
        .replace("{entry}", "BPP2-E01")
        .replace("/invited/{token}", "/invited/nosuchlink")
        .replace("{reference}", "WEB-2001-1-0006")
        .replace("/awards/{code}", "/awards/BPP2")
        .replace("/entries/{code}/edit", "/entries/BPP2-E24/edit")
        .replace("/entries/{code}", "/entries/BPP2-E24")
        .replace("/venues/{code}", "/venues/NPGO-R1")
        .replace("/records/{code}", "/records/ARNOSUCHCODE")
        .replace("{code}", "WEB-2001-1")
        .replace("/password/{token}", "/password/nosuchlink")
        .replace("{token}", "00000000000000000000")
        .replace("{id}", "1")
        .replace("{kind}", "moved")
}

/// What the gate says to a role, from the role table alone.
fn allowed(gate: Gate, role: Role, roles: Roles) -> bool {
    match gate {
        Gate::Anyone => true,
        Gate::SignedIn => role != Role::Public,
        Gate::May(action, least) => reach(roles, action) >= least,
    }
}

#[tokio::test]
async fn i_65_every_page_answers_every_role_as_the_table_says() {
    let (site, router) = demo().await;
    let everybody = everybody(&site).await;
    for (path, gate, _) in shell::pages() {
        // Prints a paper each time; its gate is that of its neighbours.
        if path.ends_with("/sheet") {
            continue;
        }
        let path = filled(path);
        for (role, roles, cookie) in &everybody {
            let (status, body) = get(&router, &format!("/en{path}"), cookie).await;
            let status = status.as_u16();
            if allowed(gate, *role, *roles) {
                // Whoever has no ballot open is led to where one begins.
                assert!(
                    (path == "/vote/1" || path.contains("/called/")) && status == 303 || matches!(status, 200 | 403 | 404 | 409 | 410),
                    "{path} as {role:?}: {status}"
                );
                // Past the gate only single things may be refused, by their own rules.
                let single = [
                    "/evaluate",
                    "/attend/",
                    "/records/",
                    "/registrations/",
                    "/password/",
                    "/outbox/",
                    "/letters/000",
                    "/entries/",
                    "/judging/",
                    "/results",
                    "/citation/",
                    "/evidence",
                    "/kiosk/",
                    "/slips/",
                    "/vote/",
                    "/showcase/activities/SC-",
                    "/showcase/programme/",
                    "/showcase/bookings/",
                    "/showcase/follow",
                    "/showcase/my-plan",
                ]
                .iter()
                .any(|it| path.contains(it));
                assert!(status == 200 || single || path.contains("/called/"), "{path} as {role:?}: {status} {body}");
            } else if *role == Role::Public {
                assert_eq!(status, 303, "{path} as a stranger");
            } else {
                assert_eq!(status, 403, "{path} as {role:?}");
            }
        }
    }
}

#[tokio::test]
async fn i_65_every_act_answers_every_role_as_the_table_says() {
    let (site, router) = demo().await;
    let everybody = everybody(&site).await;
    // One form that has every field; what an act does not know it leaves alone. Nothing real is named, so nothing is done.
    let form = "workshop=NONE&venue=NONE&starts=&ends=&reason_en=&reason_zh=&code=NONE&reference=NONE&reason=&file=x&rank=1&closes=&who=x&mark=attended&key=k&language=en\
                &current=x&password=a+long+enough+word&draft[code]=%3F&entry[code]=NONE&scheme=NONE&organisation=NONE&published=2001-01-01&id=1&version=1&members[0][email]=x&useful=5&stop=NONE&day=2001-09-14&number=1&days=1&size=5&serial=1&form[stop]=NONE&anchor=NONE&hour=x&kind=NONE&work=x&reminder=x&news=x&file_en=x&file_zh=x";
    let judging = "scheme=NONE&entry=NONE&award=NONE&seat=1&version=1&reason=x&ruling=cleared";
    // The form of a stop is a whole one of its own.
    let planning = [("exhibitions/plan", Some((Action::PlanStops, Reach::All)), "stop[code]=%3F")];
    let placing = "event[version]=&hold[venue]=NONE&months=x&levels[noise]=forbid&activity=NONE&code=NONE&session=1&version=1&venue=NONE&venues=NONE&day=2002-02-01&time=x&keeps=NONE&seed=1&plan=99&swap=x";
    let showing = "activity[code]=&event[code]=%3F&code=NONE&file=x";
    let all = ACTS
        .map(|(act, row)| (act, row, form))
        .into_iter()
        .chain(JUDGING.map(|(act, row)| (act, row, judging)))
        .chain(planning)
        .chain(SHOWCASE.map(|(act, row)| (act, row, showing)))
        .chain(BOARD.map(|(act, row)| (act, row, placing)));
    for (act, row, form) in all {
        for (role, roles, cookie) in &everybody {
            let mut request = Request::post(format!("/api/{act}"))
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::ACCEPT, "application/json");
            if let Some(cookie) = cookie {
                request = request.header(header::COOKIE, cookie);
            }
            let response = router.clone().oneshot(request.body(Body::from(form)).unwrap()).await.unwrap();
            let status = response.status().as_u16();
            let bytes = axum::body::to_bytes(response.into_body(), 1_000_000).await.unwrap();
            let said = String::from_utf8_lossy(&bytes);
            let may = row.map_or(*role != Role::Public, |(action, least)| reach(*roles, action) >= least);
            if may {
                assert!(!matches!(status, 401 | 500 | 503), "{act} as {role:?}: {status} {said}");
                assert!(status != 403 || said.contains("not-attended"), "{act} as {role:?}: {said}");
            } else if *role == Role::Public {
                // What does not exist is not told apart from what may not be known.
                assert!(matches!(status, 401 | 404), "{act} as a stranger: {status} {said}");
            } else {
                assert!(matches!(status, 403 | 404), "{act} as {role:?}: {status} {said}");
            }
        }
    }
}

#[tokio::test]
async fn every_act_of_the_counter_is_in_the_table_of_this_test() {
    let public = [
        "people/sign-in",
        "people/sign-in-as",
        "people/sign-out",
        "people/forget-password",
        "people/choose-password",
        "demo/clock",
        "awards/answer-invitation",
        "voting/begin",
        "voting/choose",
        "voting/size",
        "voting/send",
        "voting/leave",
        "voting/cast",
        "voting/check",
        "voting/deposit",
        "voting/demo-slip",
        "showcase/book",
        "showcase/give-back",
        "showcase/follow",
        "showcase/follow-confirm",
        "showcase/follow-stop",
        "letters/stop",
    ];
    // Acts on one registration are refused as unknown to all it does not belong to; they have tests of their own.
    // What two officers decide may be an award secretary's or an exhibition officer's: two rows of the table.
    let single = [
        "calendar/make-address",
        "calendar/revoke",
        "exhibitions/plan",
        "voting/propose",
        "voting/decide",
        "workshops/accept",
        "workshops/give-up",
        "workshops/substitute",
        "workshops/arrive",
        "awards/endorse",
    ];
    // This program has an act of its own, for what is tested with a form.
    for path in server_fn::axum::server_fn_paths().map(|it| it.0.trim_start_matches("/api/")).filter(|it| !it.starts_with("tests/")) {
        let known = ACTS.iter().chain(&JUDGING).chain(&SHOWCASE).chain(&BOARD).any(|(act, _)| *act == path)
            || public.contains(&path)
            || single.contains(&path);
        assert!(known, "{path} is nobody's");
    }
}

#[tokio::test]
async fn i_70_the_language_switch_keeps_page_and_query_everywhere() {
    let (site, router) = demo().await;
    let everybody = everybody(&site).await;
    let organiser = &everybody.iter().find(|(role, ..)| *role == Role::Organiser).unwrap().2;
    for (path, gate, _) in shell::pages() {
        let path = filled(path);
        // Papers and files have no switch; the rest has.
        if ["/calendar", "/sheet", "/paper", "/people", "/list", "/evidence", "/panels", "/dossier", "/record", "/checkpoints", "/sample"]
            .iter()
            .any(|it| path.ends_with(it))
            && path != "/people"
        {
            continue;
        }
        if let Gate::May(Action::Endorse | Action::Administer | Action::KeepAudit, _) = gate {
            continue;
        }
        for (lang, tag) in [("en", "en-HK"), ("tc", "zh-Hant-HK"), ("sc", "zh-Hans")] {
            let (status, body) = get(&router, &format!("/{lang}{path}?q=a%20b&x=1"), organiser).await;
            if !status.is_success() {
                continue;
            }
            assert!(body.contains(&format!("<html lang=\"{tag}\"")), "{lang}{path}");
            for other in ["en", "tc", "sc"] {
                let link = format!("href=\"/{other}{path}?q=a%20b&amp;x=1\"");
                assert!(body.contains(&link), "{lang}{path} has no {link}");
                let (there, _) = get(&router, &format!("/{other}{path}?q=a%20b&x=1"), organiser).await;
                assert_eq!(there, 200, "{other}{path}");
            }
        }
    }
}

#[tokio::test]
async fn no_page_says_a_key_instead_of_words() {
    let (site, router) = demo().await;
    let everybody = everybody(&site).await;
    let lines = app::base::words::LOCALES.iter().flat_map(|(_, english, _)| english.lines());
    let keys: BTreeSet<&str> = lines.filter_map(|line| line.split_once(" =")).map(|it| it.0).filter(|key| key.contains('-')).collect();
    for (path, gate, _) in shell::pages() {
        if path.ends_with("/sheet") {
            continue;
        }
        let path = filled(path);
        for (role, roles, cookie) in &everybody {
            if !allowed(gate, *role, *roles)
                || ![Role::Public, Role::CivilServant, Role::Coordinator, Role::Organiser, Role::Scheduler, Role::Administrator]
                    .contains(role)
            {
                continue;
            }
            for lang in ["en", "tc"] {
                let (_, body) = get(&router, &format!("/{lang}{path}"), cookie).await;
                // A key with a hyphen, standing alone as an element's whole text.
                let mut texts = body.split('>').filter_map(|it| it.split_once('<')).map(|it| it.0);
                let said = texts.find(|text| keys.contains(text));
                assert_eq!(said, None, "{lang}{path} says a key");
            }
        }
    }
}
