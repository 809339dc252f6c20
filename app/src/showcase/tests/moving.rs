//! The event goes to other days and gets another name, on both databases (FT-21, J8, I-50, I-52).

use super::*;
use crate::showcase::{
    acts::{board, moving, programme, publish},
    rules::{
        moving::MoveForm,
        programme::{Asked, matching},
    },
};

async fn confirmed() -> Vec<World> {
    let worlds = World::everywhere().await;
    for it in &worlds {
        it.confirm_for_wsd(&form()).await;
    }
    worlds
}

fn later() -> MoveForm {
    MoveForm {
        starts: "2002-01-18".into(),
        ends: "2002-01-20".into(),
        name_en: "Serving the Community Week".into(),
        name_zh: "服務市民周".into(),
        reason_en: "Eleven halls are taken".into(),
        reason_zh: "十一個場地已租出".into(),
        version: "1".into(),
    }
}

impl World {
    async fn move_event(&self, who: &str, form: &MoveForm) -> Answer<crate::showcase::rules::moving::Impact> {
        self.by(who, async |ctx| moving::move_event(ctx, form).await).await
    }
}

#[tokio::test]
async fn j_8_everything_that_had_a_place_is_kept_to_be_decided_or_dropped_and_the_plan_before_stays() {
    for it in confirmed().await {
        let before = it.by("scheduler", async |ctx| board::board(ctx).await).await.unwrap().2.unwrap();
        let why = Bi::new("Painting", "髹漆");
        for venue in ["HALL", "ROOM"] {
            let span = ("2002-01-18T00:00", "2002-01-19T00:00");
            it.by("scheduler", async |ctx| venues::acts::close(ctx, venue, span, &why, true).await).await.unwrap();
        }
        let shown = it.by("auditor", async |ctx| moving::preview(ctx, &later()).await).await.unwrap().impact;
        assert_eq!(it.by("public", async |ctx| find::event(ctx).await).await.unwrap().version, 1, "{}: looking changes nothing", it.on);
        let impact = it.move_event("scheduler", &later()).await.unwrap();
        assert_eq!(impact, shown);
        let all = impact.kept.len() + impact.to_decide.len() + impact.dropped.len();
        assert_eq!(all, before.table.tally().placed);
        assert!(!impact.dropped.is_empty(), "ten days do not go into three");
        let after = it.by("scheduler", async |ctx| board::board(ctx).await).await.unwrap();
        let board = after.2.unwrap();
        assert_eq!((after.0.starts.iso().as_str(), board.plan.number, after.1.len()), ("2002-01-18", 2, 2));
        assert_eq!(board.table.tally().placed, impact.kept.len() + impact.to_decide.len());
        assert_eq!(board.table.asking().conflicts().len(), impact.to_decide.len());
        assert_eq!(it.one("SC-WSD-01").await.state, ActivityState::Accepted, "its department is asked again");
        let notices = it.by("public", async |ctx| moving::notices(ctx, "SC").await).await.unwrap();
        assert_eq!((notices[0].reason.zh.as_str(), notices[0].dropped), ("十一個場地已租出", impact.dropped.len() as i64));
    }
}

#[tokio::test]
async fn i_52_a_renamed_event_is_found_by_each_of_its_names() {
    for it in confirmed().await {
        let renamed = MoveForm { starts: String::new(), ends: String::new(), ..later() };
        it.move_event("scheduler", &renamed).await.unwrap();
        assert_eq!(it.one("SC-WSD-01").await.state, ActivityState::Confirmed, "{}: another name moves nothing", it.on);
        for name in ["服務市民周", "serving the community week", "服務市民巡禮", "Showcase"] {
            it.by("public", async |ctx| moving::called(ctx, name).await).await.unwrap();
        }
        let no = it.by("public", async |ctx| moving::called(ctx, "Another").await).await.unwrap_err();
        assert_eq!(no.status(), 404);
        it.by("scheduler", async |ctx| publish::publish(ctx, &Bi::default()).await).await.unwrap();
        let programme = it.by("public", async |ctx| programme::programme(ctx, None).await).await.unwrap().unwrap().0;
        for name in ["服務市民巡禮", "服務市民周"] {
            assert_eq!(matching(&programme, &Asked { text: name.into(), ..Asked::default() }).0.len(), 1, "{name}");
        }
    }
}

#[tokio::test]
async fn a_move_without_a_reason_in_both_languages_over_a_blackout_or_over_somebodys_change_is_refused() {
    for it in confirmed().await {
        let refused = async |form: MoveForm| {
            let no = it.move_event("scheduler", &form).await.unwrap_err();
            (no.status(), no.complaints[0].field.clone())
        };
        assert_eq!(refused(MoveForm { reason_zh: " ".into(), ..later() }).await, (422, "reason_zh".into()), "{}", it.on);
        assert_eq!(refused(MoveForm { ends: "2002-01-17".into(), ..later() }).await, (422, "ends".into()));
        assert_eq!(refused(MoveForm { name_zh: String::new(), ..later() }).await, (422, "name_zh".into()));
        assert_eq!(refused(MoveForm { version: "7".into(), ..later() }).await.0, 409);
        let same = MoveForm { starts: "2002-01-11".into(), name_en: String::new(), name_zh: String::new(), ..later() };
        assert_eq!(refused(same).await.0, 409, "nothing would change");
        let why = Bi::new("Lunar New Year", "農曆新年");
        for venue in ["HALL", "ROOM", "PARK"] {
            let span = ("2002-01-19T00:00", "2002-01-20T00:00");
            it.by("scheduler", async |ctx| venues::acts::close(ctx, venue, span, &why, true).await).await.unwrap();
        }
        let no = it.move_event("scheduler", &later()).await.unwrap_err();
        assert_eq!((no.status(), no.key()), (422, "showcase-blackout"));
        for (who, status) in [("public", 401), ("clerk", 403), ("wsd", 403), ("auditor", 403)] {
            assert_eq!(it.move_event(who, &later()).await.unwrap_err().status(), status, "{who}");
        }
        // The form of the event does not do it in passing.
        let passing = EventForm { name_en: "Another".into(), version: "1".into(), ..event() };
        let no = it.by("scheduler", async |ctx| acts::set_up(ctx, &passing).await).await.unwrap_err();
        assert_eq!(no.key(), "showcase-move-instead");
        assert!(it.by("public", async |ctx| moving::notices(ctx, "SC").await).await.unwrap().is_empty());
    }
}
