//! The prize presentation, and reminders of what closes.

use super::world::*;
use crate::{
    awards::acts::{calendar, presentation, remind},
    base::{
        happening::{Happens, Sure},
        text::Bi,
    },
    venues::{self, Venue},
};

impl World {
    async fn with_hall(&self) {
        let mut ctx = self.house().await;
        let name = Bi::new("City Hall", "大會堂");
        venues::acts::add_district(&mut ctx, "CW", &name, "HK", &name).await.unwrap();
        let venue = Venue {
            code: "HALL".into(),
            name,
            district: "CW".into(),
            kind: "theatre".into(),
            managed_by: "EU".into(),
            capacity: 400,
            pitches: 1,
            ..Venue::default()
        };
        venues::acts::add_venue(&mut ctx, &venue, ["09:00-23:00"; 3]).await.unwrap();
        ctx.commit().await.unwrap();
    }

    async fn shown(&self) -> Vec<(i64, Sure, Option<String>)> {
        let mut ctx = self.house().await;
        let all = calendar::happenings(&mut ctx).await.unwrap();
        let all = all.into_iter().filter(|it| it.happens == Happens::Presentation);
        all.map(|it| (it.sequence, it.sure, it.place.map(|it| it.venue))).collect()
    }
}

#[tokio::test]
async fn i_55_the_prize_presentation_is_moved_and_called_off_in_calendars_while_the_rules_stand() {
    for w in World::everywhere().await {
        w.with_hall().await;
        let fix = async |who: &str, starts: &str, ends: &str| {
            act!(w, who, presentation::fix, SCHEME, starts, ends, "HALL").map_err(|no| (no.status(), no.complaints[0].field.clone()))
        };
        assert_eq!(fix("coordinator", "2001-12-20T15:00", "2001-12-20T17:00").await, Err((403, String::new())), "{}", w.on);
        assert_eq!(fix("secretary", "2001-11-20T15:00", "2001-11-20T17:00").await, Err((422, "starts".into())), "before the results");
        assert_eq!(fix("secretary", "2001-12-20T15:00", "2001-12-20T14:00").await, Err((422, "ends".into())));
        assert_eq!(fix("secretary", "2001-12-20T22:00", "2001-12-20T23:30").await, Err((422, "venue".into())), "shut");
        assert!(w.shown().await.is_empty(), "nothing is stored of what is refused");
        fix("secretary", "2001-12-20T15:00", "2001-12-20T17:00").await.unwrap();
        let uid = |all: Vec<crate::base::happening::Happening>| all.into_iter().find(|it| it.happens == Happens::Presentation).unwrap().uid;
        let first = uid(calendar::happenings(&mut w.house().await).await.unwrap());
        fix("secretary", "2001-12-21T15:00", "2001-12-21T17:00").await.unwrap();
        assert_eq!(w.shown().await, [(1, Sure::Confirmed, Some("HALL".into()))]);
        assert_eq!(uid(calendar::happenings(&mut w.house().await).await.unwrap()), first);
        let mut ctx = w.house().await;
        let hall = venues::acts::venue(&mut ctx, "HALL").await.unwrap();
        let span = (w.site.now(), w.site.now().plus_days(90));
        let held = venues::acts::in_the_way(&mut ctx, &hall, span, "").await.unwrap();
        assert_eq!(held.len(), 1, "the hall is kept once");
        drop(ctx);
        act!(w, "secretary", presentation::call_off, SCHEME).unwrap();
        assert_eq!(act!(w, "secretary", presentation::call_off, SCHEME).unwrap_err().status(), 404);
        assert_eq!(w.shown().await, [(2, Sure::Cancelled, Some("HALL".into()))]);
        assert!(venues::acts::in_the_way(&mut w.house().await, &hall, span, "").await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn judges_who_have_sheets_left_are_reminded_and_others_are_not() {
    for w in World::scoring().await {
        let coming = remind::coming(&mut w.house().await).await.unwrap();
        assert_eq!(coming.iter().map(|it| (it.0.as_str(), it.2.is_some())).collect::<Vec<_>>(), [(SCHEME, true)], "{}", w.on);
        let no = act!(w, "secretary", remind::of_sheets, SCHEME).unwrap_err();
        assert_eq!(no.status(), 403, "by the clock alone");
        assert_eq!(act!(w, "house", remind::of_sheets, SCHEME), Ok(3));
        w.score_all(|_, _| "7").await;
        assert_eq!(act!(w, "house", remind::of_sheets, SCHEME), Ok(0));
        assert_eq!(w.letters("reminder-sheets-due").await.len(), 3);
    }
}
