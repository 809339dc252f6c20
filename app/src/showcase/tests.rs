//! Acts of the Showcase on both databases, with a clock in the hand: what departments file and the scheduler decides (FT-18).

use std::sync::Arc;

use super::{
    acts::{self, accept, auto, file, find},
    rules::*,
};
use crate::{
    base::{
        ctx::{Ctx, Viewer},
        outbox,
        problem::Answer,
        site::Site,
        testing,
        text::Bi,
        time::{Day, Moment},
    },
    people::testing as people,
    venues::{self, Venue},
};

mod board;
mod booking;
mod calendar;
mod follow;
mod hold;
mod moving;
mod publication;

struct World {
    site: Arc<Site>,
    on: &'static str,
}

fn at(month: u32, day: u32, hour: u32) -> Moment {
    Day::new(2001, month, day).unwrap().at(hour, 0)
}

fn event() -> EventForm {
    EventForm {
        code: "SC".into(),
        name_en: "Showcase".into(),
        name_zh: "服務市民巡禮".into(),
        starts: "2002-01-11".into(),
        ends: "2002-01-20".into(),
        closes: "2001-11-15T17:00".into(),
        target_departments: "2".into(),
        target_activities: "3".into(),
        enquiries: String::new(),
        version: String::new(),
    }
}

fn form() -> ProposalForm {
    let codes = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
    ProposalForm {
        title_en: "Tap water testing".into(),
        title_zh: "自來水測試".into(),
        kind: "handson".into(),
        minutes: "60".into(),
        sessions: "4".into(),
        setup: "30".into(),
        teardown: "30".into(),
        expected: "40".into(),
        crowd: "seated".into(),
        features: codes(&["power"]),
        districts: codes(&["ST"]),
        languages: codes(&["yue"]),
        wet: "not_affected".into(),
        ..ProposalForm::default()
    }
}

/// Open air and a projector: no venue has both.
fn hopeless() -> ProposalForm {
    ProposalForm {
        title_en: "Film".into(),
        title_zh: "電影".into(),
        features: vec!["outdoor".into(), "power".into()],
        wet: "cancel".into(),
        ..form()
    }
}

/// The department's own premises take 60, and 63 are there at once.
fn too_small() -> ProposalForm {
    ProposalForm {
        title_en: "Open day".into(),
        title_zh: "開放日".into(),
        own_venue: "P-HKO".into(),
        crowd: "drop_in".into(),
        expected: "250".into(),
        features: vec![],
        ..form()
    }
}

impl World {
    /// Two halls, a park, the premises of HKO and WSD; it is September 2001 and departments may file.
    async fn everywhere() -> Vec<World> {
        let mut worlds = Vec::new();
        for (on, site) in testing::sites(at(9, 3, 9)).await {
            let it = World { site, on };
            it.begin().await;
            worlds.push(it);
        }
        worlds
    }

    async fn begin(&self) {
        let mut ctx = Ctx::write(&self.site, Viewer::House).await.unwrap();
        for code in ["CSB", "WSD", "HKO", "AUD"] {
            people::department(&mut ctx, code).await.unwrap();
        }
        for (name, organisation, roles) in [
            ("scheduler", "CSB", "CS;SH"),
            ("scheduler2", "CSB", "CS;SH"),
            ("wsd", "WSD", "CS;DC"),
            ("wsd2", "WSD", "CS;DC"),
            ("hko", "HKO", "CS;DC"),
            ("clerk", "WSD", "CS"),
            ("auditor", "AUD", "CS;AU"),
        ] {
            people::person(&mut ctx, &format!("{name}@demo.example"), organisation, roles).await.unwrap();
        }
        for (code, en, zh) in [("ST", "Sha Tin", "沙田"), ("WC", "Wan Chai", "灣仔")] {
            venues::acts::add_district(&mut ctx, code, &Bi::new(en, zh), "R", &Bi::new("Region", "區域")).await.unwrap();
        }
        for code in ["power", "outdoor", "projector"] {
            venues::acts::add_feature(&mut ctx, code, &Bi::new(code, code)).await.unwrap();
        }
        for (code, district, kind, by, capacity, features) in [
            ("HALL", "ST", "hall", "LCSD", 200, "power;projector"),
            ("ROOM", "WC", "hall", "LCSD", 80, "power;projector"),
            ("PARK", "ST", "outdoor", "LCSD", 500, "outdoor"),
            ("P-HKO", "WC", "department_premises", "HKO", 60, "power"),
            ("P-WSD", "ST", "department_premises", "WSD", 60, "power"),
        ] {
            let venue = Venue {
                code: code.into(),
                name: Bi::new(code, code),
                district: district.into(),
                district_name: Bi::default(),
                kind: kind.into(),
                managed_by: by.into(),
                capacity,
                pitches: 2,
                features: features.split(';').map(Into::into).collect(),
                weekday: None,
                saturday: None,
                holiday: None,
            };
            venues::acts::add_venue(&mut ctx, &venue, ["09:00-18:00"; 3]).await.unwrap();
        }
        ctx.commit().await.unwrap();
        self.by("scheduler", async |ctx| acts::set_up(ctx, &event()).await).await.unwrap();
    }

    async fn by<T>(&self, who: &str, act: impl AsyncFnOnce(&mut Ctx) -> Answer<T>) -> Answer<T> {
        people::by(&self.site, who, act).await
    }

    async fn filed(&self, who: &str, form: &ProposalForm) -> file::Filed {
        self.by(who, async |ctx| file::save(ctx, form, true).await).await.unwrap()
    }

    /// WSD's activity is accepted, and the first plan is on the board.
    async fn place_for_wsd(&self, form: &ProposalForm) {
        self.filed("wsd", form).await;
        self.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
        let (event, number) = self.by("scheduler", async |ctx| auto::begin(ctx, Keeps::Locked, 1).await).await.unwrap();
        auto::make(&self.site, &event, number).await.unwrap();
    }

    /// The same, confirmed by its department.
    async fn confirm_for_wsd(&self, form: &ProposalForm) {
        self.place_for_wsd(form).await;
        self.by("scheduler", async |ctx| acts::confirm::ask(ctx).await).await.unwrap();
        self.by("wsd", async |ctx| acts::confirm::confirm(ctx, "").await).await.unwrap();
    }

    async fn refused(&self, who: &str, form: &ProposalForm) -> (u16, String) {
        let no = self.by(who, async |ctx| file::save(ctx, form, true).await).await.unwrap_err();
        (no.status(), no.key().to_owned())
    }

    async fn one(&self, code: &str) -> Activity {
        self.by("scheduler", async |ctx| find::one(ctx, code).await).await.unwrap().1.activity
    }

    async fn count(&self) -> usize {
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        super::store::activities(&mut ctx.tx, "SC").await.unwrap().len()
    }

    async fn letters(&self) -> Vec<String> {
        let mut ctx = Ctx::read(&self.site, Viewer::House).await.unwrap();
        outbox::latest(&mut ctx.tx, None, 50).await.unwrap().into_iter().map(|it| it.kind).collect()
    }
}

#[tokio::test]
async fn j_7_an_activity_is_drafted_filed_sent_back_filed_again_and_accepted() {
    for it in World::everywhere().await {
        let drafted = it.by("wsd", async |ctx| file::save(ctx, &form(), false).await).await.unwrap();
        assert_eq!(drafted, file::Filed { code: "SC-WSD-01".into(), state: ActivityState::Draft, hopeless: false }, "{}", it.on);
        let mut form = ProposalForm::of(&it.one("SC-WSD-01").await);
        form.sessions = "3".into();
        assert_eq!(it.filed("wsd2", &form).await.state, ActivityState::Proposed);
        assert_eq!(it.refused("wsd", &form).await, (409, "showcase-activity-stays".into()), "filed is filed");

        let give_back = |en: &'static str, zh: &'static str| {
            it.by("scheduler", async move |ctx| accept::give_back(ctx, "SC-WSD-01", &Bi::new(en, zh)).await)
        };
        let half = give_back("Which laboratory?", " ").await.unwrap_err();
        assert_eq!((half.status(), half.complaints[0].field.as_str()), (422, "comment_zh"));
        give_back("Which laboratory?", "哪一個化驗所？").await.unwrap();
        assert!(it.letters().await.contains(&"activity-returned".into()));

        // The time for filing is over, but what was sent back may be put right.
        it.site.clock.set(at(11, 16, 9));
        let form = ProposalForm::of(&it.one("SC-WSD-01").await);
        assert_eq!(it.filed("wsd", &form).await.state, ActivityState::Proposed);
        assert_eq!(it.refused("wsd", &super::tests::form()).await, (410, "showcase-filing-closed".into()));
        it.by("scheduler", async |ctx| accept::accept(ctx, "SC-WSD-01").await).await.unwrap();
        let done = it.one("SC-WSD-01").await;
        assert_eq!((done.state, done.needs.sessions, done.comment), (ActivityState::Accepted, 3, Bi::default()));
        let twice = it.by("scheduler", async |ctx| accept::accept(ctx, "SC-WSD-01").await).await.unwrap_err();
        assert_eq!(twice.status(), 409);
        let (.., steps) = it.by("auditor", async |ctx| find::one(ctx, "SC-WSD-01").await).await.unwrap();
        let steps: Vec<&str> = steps.iter().map(|it| it.step.as_str()).collect();
        assert_eq!(steps, ["drafted", "filed", "returned", "filed", "accepted"]);
    }
}

#[tokio::test]
async fn ft_18_where_no_venue_offers_all_the_activity_stays_a_draft_and_the_cause_is_named() {
    for it in World::everywhere().await {
        let filed = it.filed("wsd", &hopeless()).await;
        assert_eq!((filed.state, filed.hopeless), (ActivityState::Draft, true), "{}", it.on);
        let (_, fit) = it.by("wsd", async |ctx| find::fit_so_far(ctx, &hopeless()).await).await.unwrap();
        let causes = [(Need::Feature("outdoor".into()), 2), (Need::Feature("power".into()), 1)];
        assert_eq!((fit.venues.len(), fit.causes), (0, causes.to_vec()));
        let no = it.by("scheduler", async |ctx| accept::accept(ctx, &filed.code).await).await.unwrap_err();
        assert_eq!(no.status(), 409, "a draft is not accepted");
        // The scheduler sees it, though a draft: somebody has to help.
        let (_, all) = it.by("scheduler", async |ctx| find::all(ctx).await).await.unwrap();
        assert_eq!(all.len(), 1);
        let better = ProposalForm { features: vec!["outdoor".into()], ..ProposalForm::of(&all[0].activity) };
        assert_eq!(it.filed("wsd", &better).await.state, ActivityState::Proposed);
    }
}

#[tokio::test]
async fn ft_18_own_premises_that_are_too_small_are_refused_with_both_numbers_and_nothing_is_stored() {
    for it in World::everywhere().await {
        let no = it.by("hko", async |ctx| file::save(ctx, &too_small(), true).await).await.unwrap_err();
        assert_eq!((no.status(), no.key(), no.complaints[0].field.as_str()), (422, "showcase-own-too-small", "peak"), "{}", it.on);
        let said = format!("{:?}", no.complaints[0].values);
        assert!(said.contains("63") && said.contains("60"), "{said}");
        assert_eq!(it.count().await, 0);
        // As a draft it may wait for a decision; the draft is not filed either.
        it.by("hko", async |ctx| file::save(ctx, &too_small(), false).await).await.unwrap();
        let draft = ProposalForm::of(&it.one("SC-HKO-01").await);
        assert_eq!(it.refused("hko", &draft).await.0, 422);
        assert_eq!(it.filed("hko", &ProposalForm { peak: "60".into(), ..draft }).await.state, ActivityState::Proposed);
    }
}

#[tokio::test]
async fn i_38_premises_of_another_department_cannot_be_asked_for() {
    for it in World::everywhere().await {
        for other in ["P-HKO", "HALL", "NOWHERE"] {
            let form = ProposalForm { own_venue: other.into(), ..form() };
            assert_eq!(it.refused("wsd", &form).await, (422, "showcase-not-own-premises".into()), "{} {other}", it.on);
        }
        assert_eq!(it.count().await, 0);
        let own = it.filed("wsd", &ProposalForm { own_venue: "P-WSD".into(), ..form() }).await;
        let (_, shown, _) = it.by("wsd", async |ctx| find::one(ctx, &own.code).await).await.unwrap();
        assert_eq!(shown.fit.venues, ["P-WSD"]);
        // Others' premises are no venue of the pool.
        let (_, fit) = it.by("wsd", async |ctx| find::fit_so_far(ctx, &form()).await).await.unwrap();
        assert_eq!((fit.venues, fit.wanted), (vec!["HALL".to_owned(), "ROOM".to_owned()], 1));
    }
}

#[tokio::test]
async fn a_table_is_filed_whole_or_not_at_all_and_says_line_by_line_what_is_wrong() {
    for it in World::everywhere().await {
        let head = proposal::COLUMNS.join(",");
        let good = "Water testing,食水測試,,,handson,,60,2,30,15,40,seated,,power,ST,any,any,yue,register,not_affected";
        let bad = "Film,,,,circus,,60,2,0,0,40,seated,,outdoor,ST,any,any,yue,none,not_affected";
        let import = |text: String| it.by("wsd", async move |ctx| file::import(ctx, text.as_bytes()).await);
        let no = import(format!("{head}\r\n{good}\r\n{bad}\r\n")).await.unwrap_err();
        assert_eq!(no.status(), 422, "{}", it.on);
        let said: Vec<(&str, &str)> = no.complaints.iter().map(|it| (it.field.as_str(), it.key.as_str())).collect();
        let line = "file-line-3";
        assert_eq!(said, [(line, "problem-both-languages"), (line, "showcase-choose"), (line, "showcase-no-rain-plan")]);
        assert_eq!(it.count().await, 0, "the good line was not kept either");
        let filed = import(format!("{head}\r\n{good}\r\n{}\r\n", good.replace("testing", "tasting"))).await.unwrap();
        assert_eq!(filed.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["SC-WSD-01", "SC-WSD-02"]);
        assert!(it.one("SC-WSD-02").await.booking);
    }
}

#[tokio::test]
async fn two_who_file_at_once_get_two_codes_and_two_who_write_on_one_activity_do_not_overwrite_each_other() {
    for it in World::everywhere().await {
        let (a, b) = (form(), form());
        let (first, second) = tokio::join!(it.filed("wsd", &a), it.filed("wsd2", &b));
        let mut codes = [first.code, second.code];
        codes.sort();
        assert_eq!(codes, ["SC-WSD-01", "SC-WSD-02"], "{}", it.on);

        let drafted = it.by("wsd", async |ctx| file::save(ctx, &form(), false).await).await.unwrap().code;
        let read = ProposalForm::of(&it.one(&drafted).await);
        let mine = ProposalForm { minutes: "45".into(), ..read.clone() };
        let theirs = ProposalForm { minutes: "90".into(), ..read };
        let save = async |who: &str, form: &ProposalForm| it.by(who, async |ctx| file::save(ctx, form, false).await).await;
        let (one, other) = tokio::join!(save("wsd", &mine), save("wsd2", &theirs));
        let kept = it.one(&drafted).await.needs.minutes;
        match (one, other) {
            (Ok(_), Err(no)) => assert_eq!((kept, no.key()), (45, "showcase-changed")),
            (Err(no), Ok(_)) => assert_eq!((kept, no.key()), (90, "showcase-changed")),
            both => panic!("{}: {both:?}", it.on),
        }
    }
}

#[tokio::test]
async fn everything_that_fits_is_accepted_at_once_with_one_letter_a_department_and_the_meter_counts_it() {
    for it in World::everywhere().await {
        for _ in 0..3 {
            it.filed("wsd", &form()).await;
        }
        it.filed("hko", &form()).await;
        it.filed("hko", &hopeless()).await;
        let meter = async || it.by("public", async |ctx| find::meter(ctx, "SC").await).await.unwrap();
        assert_eq!(meter().await, Meter::default(), "{}", it.on);
        let n = it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap();
        assert_eq!((n, meter().await), (4, Meter { departments: 2, activities: 4, sessions: 16 }));
        // Two co-ordinators at WSD, one at HKO: a letter each.
        assert_eq!(it.letters().await.iter().filter(|it| *it == "activities-accepted").count(), 3);
        assert_eq!(it.by("scheduler", async |ctx| accept::accept_fitting(ctx).await).await.unwrap(), 0);
        let reason = Bi::new("The speaker is ill", "講者抱恙");
        it.by("wsd", async |ctx| file::cancel(ctx, "SC-WSD-01", &reason).await).await.unwrap();
        assert_eq!(meter().await.activities, 3);
        let again = it.by("wsd", async |ctx| file::cancel(ctx, "SC-WSD-01", &reason).await).await.unwrap_err();
        assert_eq!(again.status(), 409);
    }
}

#[tokio::test]
async fn who_may_not_is_refused_and_what_is_anothers_does_not_exist() {
    for it in World::everywhere().await {
        let code = it.filed("wsd", &form()).await.code;
        let on = it.on;
        for (who, status) in [("public", 401), ("clerk", 403), ("scheduler", 403), ("auditor", 403)] {
            assert_eq!(it.refused(who, &form()).await.0, status, "{on} {who} files");
        }
        for (who, status) in [("public", 401), ("clerk", 403), ("wsd", 403), ("auditor", 403)] {
            let no = it.by(who, async |ctx| accept::accept(ctx, &code).await).await.unwrap_err();
            assert_eq!(no.status(), status, "{on} {who} accepts");
            let no = it.by(who, async |ctx| acts::set_up(ctx, &event()).await).await.unwrap_err();
            assert_eq!(no.status(), status, "{on} {who} sets up");
        }
        for (who, status) in [("public", 401), ("hko", 404), ("clerk", 404)] {
            let no = it.by(who, async |ctx| find::one(ctx, &code).await).await.map(drop).unwrap_err();
            assert_eq!(no.status(), status, "{on} {who} reads");
        }
        let rival = ProposalForm::of(&it.one(&code).await);
        assert_eq!(it.refused("hko", &rival).await.0, 404, "{on}");
        let reason = Bi::new("No", "否");
        assert_eq!(it.by("hko", async |ctx| file::cancel(ctx, &code, &reason).await).await.unwrap_err().status(), 404);
        assert_eq!(it.one(&code).await.state, ActivityState::Proposed);
    }
}

#[tokio::test]
async fn an_event_that_somebody_else_changed_is_not_overwritten() {
    for it in World::everywhere().await {
        let change = async |version: &str, aim: &str| {
            let form = EventForm { version: version.into(), target_activities: aim.into(), ..event() };
            it.by("scheduler", async |ctx| acts::set_up(ctx, &form).await).await
        };
        assert_eq!(change("", "10").await.unwrap_err().key(), "showcase-changed", "{}", it.on);
        assert_eq!(change("1", "20").await.unwrap().version, 2);
        assert_eq!(change("1", "30").await.unwrap_err().status(), 409);
        let event = it.by("public", async |ctx| find::event(ctx).await).await.unwrap();
        assert_eq!(event.target_activities, 20);
    }
}

#[tokio::test]
async fn i_37_no_activity_in_the_open_air_is_without_a_plan_for_rain() {
    for it in World::everywhere().await {
        let open = ProposalForm { features: vec!["outdoor".into()], ..form() };
        assert_eq!(it.refused("wsd", &open).await, (422, "showcase-no-rain-plan".into()), "{}", it.on);
        it.filed("wsd", &ProposalForm { wet: "move_indoors".into(), ..open }).await;
        let mut ctx = Ctx::read(&it.site, Viewer::House).await.unwrap();
        assert!(find::checks(&mut ctx).await.unwrap().iter().all(|(_, n)| *n == 0));
        drop(ctx);
        // The check itself would see one.
        let mut ctx = Ctx::write(&it.site, Viewer::House).await.unwrap();
        ctx.tx.run(crate::sql!("update activity set wet = $1"), crate::args!["not_affected"]).await.unwrap();
        assert_eq!(find::checks(&mut ctx).await.unwrap()[0].1, 1);
    }
}
