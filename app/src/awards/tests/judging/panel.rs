//! The panel, its declarations and its assignment; the bad inputs of FT-15.

use super::world::*;
use crate::{
    awards::{
        acts::{assign, declare, panel, score},
        *,
    },
    base::time::Moment,
};

#[tokio::test]
async fn ft_15_a_panel_is_seated_by_e_mail_and_each_judge_gets_a_personal_link_once() {
    for w in World::everywhere().await {
        let seat = |who: &'static str, organisations: &'static str, most: &'static str, chair: bool| {
            let w = w.clone();
            async move { act!(w, "secretary", panel::seat, SCHEME, &email(who), organisations, most, chair) }
        };
        assert_eq!(no(seat("nobody", "", "5", false).await), (422, "judging-judge-unknown".into()), "{}", w.on);
        assert_eq!(no(seat("coordinator", "", "5", false).await), (422, "judging-judge-role".into()));
        assert_eq!(no(seat("ann", "", "5", true).await), (422, "judging-chair-role".into()));
        assert_eq!(no(seat("ann", "NOWHERE", "5", false).await), (422, "judging-organisation-unknown".into()));
        assert_eq!(no(seat("ann", "", "many", false).await), (422, "problem-number".into()));
        assert_eq!(w.events("panel.seat").await, 0, "what was refused left nothing");
        let ann = seat("ann", "bd, wsd", "5", false).await.unwrap();
        assert_eq!(seat("ann", "bd", "9", false).await.unwrap(), ann, "the same seat, changed");
        assert_eq!((w.events("panel.seat").await, w.letters("judge-invited").await.len()), (2, 1));
        let mut ctx = w.acting("secretary").await;
        let (panel, _) = panel::look_inside(&mut ctx, SCHEME).await.unwrap();
        assert_eq!(panel.seats[0].seat.organisations, ["BD", "UNI"], "where she serves is added by itself");
        drop(ctx);
        for who in ["ann", "coordinator", "auditor", "chair"] {
            let answer = act!(w, who, panel::seat, SCHEME, &email("bob"), "", "5", false);
            assert_eq!(no(answer).0, 403, "{who}");
        }
    }
}

#[tokio::test]
async fn ft_15_the_link_needs_no_sign_in_shows_no_entry_and_takes_an_answer() {
    for w in World::everywhere().await {
        act!(w, "secretary", panel::seat, SCHEME, &email("ann"), "", "5", false).unwrap();
        let page = w.letters("judge-invited").await.remove(0);
        let token = page.rsplit('/').next().unwrap().to_owned();
        let mut ctx = w.acting("public").await;
        let invitation = panel::invitation(&mut ctx, &token).await.unwrap();
        assert_eq!((invitation.scheme.code.as_str(), invitation.accepted), (SCHEME, None));
        assert_eq!(no(panel::invitation(&mut ctx, "0123").await), (410, "judging-link-lapsed".into()));
        drop(ctx);
        act!(w, "public", panel::answer, &token, true).unwrap();
        act!(w, "public", panel::answer, &token, true).unwrap();
        assert_eq!(w.events("panel.answer").await, 1, "{}: said twice, done once", w.on);
        act!(w, "public", panel::answer, &token, false).unwrap();
        assert!(!w.letters("judge-declined").await.is_empty());
        assert_eq!(no(act!(w, "ann", declare::declare, SCHEME, &w.no_interest())).0, 404, "she has left");
        let seat = w.seat_id("ann").await;
        act!(w, "secretary", panel::invite, SCHEME, seat).unwrap();
        assert_eq!(no(act!(w, "public", panel::answer, &token, true)).0, 410, "the link before has ended");
    }
}

#[tokio::test]
async fn ft_15_the_round_opens_with_a_large_enough_panel_one_chair_and_sealed_entries() {
    for w in World::everywhere().await {
        let opens = |opens: &'static str, closes: &'static str| {
            let w = w.clone();
            async move { act!(w, "secretary", panel::round, SCHEME, opens, closes) }
        };
        assert_eq!(no(opens("soon", "2001-11-16T17:00").await), (422, "problem-moment".into()));
        assert_eq!(no(opens("2001-11-16T17:00", "2001-11-01T09:00").await), (422, "judging-closes-first".into()));
        assert_eq!(no(opens("2001-11-01T09:00", "2001-12-20T09:00").await), (422, "judging-closes-late".into()));
        act!(w, "secretary", panel::seat, SCHEME, &email("ann"), "", "5", false).unwrap();
        assert_eq!(no(act!(w, "secretary", panel::open, SCHEME)), (409, "awards-panel-small".into()), "{}", w.on);
        act!(w, "secretary", panel::seat, SCHEME, &email("bob"), "", "5", false).unwrap();
        assert_eq!(no(act!(w, "secretary", panel::open, SCHEME)), (409, "awards-one-chair".into()));
        act!(w, "secretary", panel::seat, SCHEME, &email("otherchair"), "", "5", true).unwrap();
        act!(w, "secretary", panel::seat, SCHEME, &email("chair"), "", "5", true).unwrap();
        assert_eq!(no(act!(w, "chair", panel::open, SCHEME)).0, 403);
        act!(w, "secretary", panel::open, SCHEME).unwrap();
        assert_eq!(w.letters("judge-declare").await.len(), 4);
        let mut ctx = w.acting("secretary").await;
        let (panel, _) = panel::look_inside(&mut ctx, SCHEME).await.unwrap();
        assert_eq!(panel.seats.iter().filter(|it| it.seat.is_chair).count(), 1, "the last one made chair is");
        assert_eq!(panel.chair().unwrap().email, email("chair"));
        drop(ctx);
        assert_eq!(no(act!(w, "secretary", panel::open, SCHEME)), (409, "awards-round-move".into()));
        assert_eq!(w.events("round.open").await, 1);
    }
}

#[tokio::test]
async fn i_17_nothing_is_opened_before_all_is_declared_and_scoring_waits_for_everybody() {
    for w in World::everywhere().await {
        w.seat_all().await;
        assert_eq!(no(act!(w, "ann", score::reading, SCHEME, "BPP2-E01")), (403, "awards-undeclared".into()), "{}", w.on);
        assert_eq!(no(act!(w, "ann", score::may_open, "BPP2-E01")), (403, "awards-undeclared".into()));
        let two = [("BPP2-E01", "none"), ("BPP2-E02", "unsure")].map(|(entry, stance)| (entry.to_owned(), said(stance, "")));
        let answer = act!(w, "ann", declare::declare, SCHEME, &two.into()).err().unwrap();
        assert_eq!((answer.status(), answer.complaints[0].field.as_str()), (422, "declarations[BPP2-E02][note]"));
        assert_eq!(w.events("panel.declare").await, 0, "nothing stored");
        let card = [("BPP2-E01".to_owned(), said("unsure", "His card is A123456(3)"))];
        assert_eq!(no(act!(w, "ann", declare::declare, SCHEME, &card.into())).1, "problem-identity-card");
        let two = [("BPP2-E01", "none", ""), ("BPP2-E02", "unsure", "My former pupil wrote it")];
        act!(w, "ann", declare::declare, SCHEME, &two.map(|(entry, stance, note)| (entry.to_owned(), said(stance, note))).into()).unwrap();
        let open = act!(w, "secretary", assign::begin, SCHEME).err().unwrap();
        assert_eq!((open.status(), open.key()), (409, "awards-declarations-open"));
        assert_eq!(no(act!(w, "secretary", assign::assign, SCHEME, "", "")).1, "awards-declarations-open");
        // Somebody else's entry, and one that is not there.
        let strange = [("NONE-E01".to_owned(), said("none", ""))];
        assert_eq!(no(act!(w, "ann", declare::declare, SCHEME, &strange.into())).0, 400);
    }
}

#[tokio::test]
async fn i_17_the_chair_rules_where_a_judge_is_unsure_and_a_secretary_on_the_chairs_own() {
    for w in World::everywhere().await {
        w.seat_all().await;
        for name in ["chair", "ann", "bob"] {
            let mut forms = w.no_interest();
            if name != "bob" {
                forms.insert("BPP2-E02".into(), said("unsure", "A cousin works there"));
            }
            act!(w, name, declare::declare, SCHEME, &forms).unwrap();
        }
        let (ann, chair) = (w.seat_id("ann").await, w.seat_id("chair").await);
        let rule = |who: &'static str, seat, ruling: &'static str| {
            let w = w.clone();
            async move { act!(w, who, declare::rule, SCHEME, seat, "BPP2-E02", ruling) }
        };
        assert_eq!(no(rule("bob", ann, "cleared").await).0, 403);
        assert_eq!(no(rule("otherchair", ann, "cleared").await), (403, "awards-chair-only".into()), "the role alone is not the seat");
        assert_eq!(no(rule("secretary2", ann, "cleared").await), (403, "awards-chair-only".into()));
        assert_eq!(no(rule("ann", ann, "cleared").await), (403, "awards-own-declaration".into()));
        assert_eq!(no(rule("chair", chair, "cleared").await), (403, "awards-own-declaration".into()));
        assert_eq!(no(rule("chair", ann, "perhaps").await), (422, "judging-ruling-missing".into()));
        rule("chair", ann, "barred").await.unwrap();
        assert_eq!(no(rule("chair", ann, "cleared").await), (409, "awards-nothing-to-rule".into()), "{}", w.on);
        rule("secretary2", chair, "cleared").await.unwrap();
        assert_eq!((w.events("panel.rule").await, w.letters("judge-ruled-barred").await.len()), (2, 1));
        // A ruling is not talked away; said once more as it was, it stands.
        assert_eq!(no(act!(w, "ann", declare::declare, SCHEME, &w.no_interest())), (409, "judging-already-ruled".into()));
        let mut ctx = w.acting("ann").await;
        let mine = score::mine(&mut ctx, SCHEME).await.unwrap();
        assert!(mine.bars.contains_key("BPP2-E02"));
        drop(ctx);
        assert_eq!(no(act!(w, "ann", score::may_open, "BPP2-E02")), (403, "awards-ruled-out".into()));
    }
}

#[tokio::test]
async fn i_18_own_departments_are_barred_by_themselves_also_those_a_judge_adds() {
    for w in World::everywhere().await {
        w.seat_all().await;
        let serve = |what: &'static str| {
            let w = w.clone();
            async move { act!(w, "ann", declare::serve_in, SCHEME, what) }
        };
        assert_eq!(no(serve("NOSUCH").await), (422, "judging-organisation-unknown".into()));
        serve("afcd").await.unwrap();
        serve("AFCD").await.unwrap();
        assert_eq!(w.events("panel.serve").await, 1, "{}", w.on);
        // Not even saying "none" opens it.
        w.declare_all().await;
        assert_eq!(no(act!(w, "ann", score::reading, SCHEME, "BPP2-E01")), (403, "awards-own-organisation".into()));
        act!(w, "secretary", assign::assign, SCHEME, "", "").unwrap();
        act!(w, "secretary", assign::begin, SCHEME).unwrap();
        w.clock(at(11, 5, 10));
        let ann = w.seat_id("ann").await;
        assert_eq!(no(act!(w, "secretary", assign::assign_one, SCHEME, ann, "BPP2-E01")), (403, "judging-judge-serves".into()));
        let score = act!(w, "ann", score::score, &sheet("BPP2-E01", "DES", 1, "7"));
        assert_eq!(no(score), (403, "awards-own-organisation".into()));
    }
}

#[tokio::test]
async fn i_17_an_interest_declared_late_takes_the_sheets_back_and_is_a_wall_from_then_on() {
    for w in World::scoring().await {
        act!(w, "ann", score::submit, &sheet("BPP2-E02", "DES", 1, "7")).unwrap();
        let unsure = [("BPP2-E02".to_owned(), said("unsure", "Well"))].into();
        assert_eq!(no(act!(w, "ann", declare::declare, SCHEME, &unsure)), (409, "awards-not-declaring".into()), "{}", w.on);
        let aside = [("BPP2-E02".to_owned(), said("interest", ""))].into();
        act!(w, "ann", declare::declare, SCHEME, &aside).unwrap();
        let mut ctx = w.acting("ann").await;
        let mine = score::mine(&mut ctx, SCHEME).await.unwrap();
        assert!(mine.sheets.iter().all(|it| it.sheet.entry != "BPP2-E02"), "no sheet where there is an interest");
        drop(ctx);
        for answer in [
            no(act!(w, "ann", score::score, &sheet("BPP2-E02", "DES", 2, "7"))),
            no(act!(w, "ann", score::submit, &sheet("BPP2-E02", "DES", 2, "7"))),
            no(act!(w, "ann", score::reading, SCHEME, "BPP2-E02")),
            no(act!(w, "ann", score::may_open, "BPP2-E02")),
        ] {
            assert_eq!(answer, (403, "awards-interest".into()));
        }
        let ann = w.seat_id("ann").await;
        assert_eq!(no(act!(w, "secretary", assign::assign_one, SCHEME, ann, "BPP2-E02")), (403, "judging-judge-interest".into()));
        w.is_sound().await;
    }
}

#[tokio::test]
async fn ft_15_without_the_fewest_judges_an_entry_is_not_assigned() {
    for w in World::everywhere().await {
        w.seat_all().await;
        for name in ["chair", "ann"] {
            let mut forms = w.no_interest();
            forms.insert("BPP2-E03".into(), said("interest", ""));
            act!(w, name, declare::declare, SCHEME, &forms).unwrap();
        }
        act!(w, "bob", declare::declare, SCHEME, &w.no_interest()).unwrap();
        let mut ctx = w.acting("secretary").await;
        let preview = assign::preview(&mut ctx, SCHEME, "", "").await.unwrap();
        assert_eq!((preview.sheets.len(), preview.obstacles.len()), (7, 1), "{}", w.on);
        assert_eq!(no(assign::preview(&mut ctx, SCHEME, "1", "").await), (422, "judging-each-few".into()));
        assert_eq!(no(assign::preview(&mut ctx, SCHEME, "x", "").await), (422, "problem-number".into()));
        drop(ctx);
        assert_eq!(no(act!(w, "secretary", assign::assign, SCHEME, "", "")), (422, "awards-judges-few".into()));
        let begun = act!(w, "secretary", assign::begin, SCHEME);
        assert_eq!(no(begun), (409, "judging-unassigned".into()));
        // One more judge, who declares, and it can be done.
        act!(w, "secretary", panel::seat, SCHEME, &email("cat"), "", "30", false).unwrap();
        act!(w, "cat", declare::declare, SCHEME, &w.no_interest()).unwrap();
        act!(w, "secretary", assign::assign, SCHEME, "2", "42").unwrap();
        act!(w, "secretary", assign::begin, SCHEME).unwrap();
        assert_eq!((w.events("round.assign").await, w.events("round.begin").await), (1, 1));
        assert!(!w.letters("judge-scoring").await.is_empty());
    }
}

#[tokio::test]
async fn ft_15_nobody_is_given_more_entries_than_they_take() {
    for w in World::everywhere().await {
        w.seat_all().await;
        w.declare_all().await;
        act!(w, "secretary", panel::seat, SCHEME, &email("bob"), "", "2", false).unwrap();
        assert_eq!(no(act!(w, "secretary", assign::assign, SCHEME, "", "")), (422, "judging-over-most".into()), "{}", w.on);
        act!(w, "secretary", assign::assign, SCHEME, "2", "5").unwrap();
        let it = act!(w, "secretary", assign::overview, SCHEME).unwrap();
        let bob = w.seat_id("bob").await;
        assert!(it.sheets.iter().filter(|(seat, ..)| *seat == bob).count() <= 4, "two entries, two awards each");
    }
}

#[tokio::test]
async fn i_17_a_chair_behind_a_wall_sees_no_more_of_the_entry_than_everybody() {
    for w in World::everywhere().await {
        w.seat_all().await;
        let sight = |w: World| async move { act!(w, "chair", crate::awards::acts::find::entry, "BPP2-E01").unwrap().sight };
        assert_eq!(sight(w.clone()).await, crate::awards::acts::find::Sight::Display, "nothing is opened before all is declared");
        act!(w, "chair", declare::declare, SCHEME, &w.no_interest()).unwrap();
        assert_eq!(sight(w.clone()).await, crate::awards::acts::find::Sight::Officer);
        let interest = [("BPP2-E01".to_owned(), said("interest", ""))].into();
        act!(w, "chair", declare::declare, SCHEME, &interest).unwrap();
        assert_eq!(sight(w.clone()).await, crate::awards::acts::find::Sight::Display, "{}", w.on);
    }
}

#[tokio::test]
async fn ft_15_whoever_has_no_seat_learns_nothing_of_the_round() {
    for w in World::scoring().await {
        for (who, status) in [("cat", 404), ("otherchair", 404), ("coordinator", 403), ("public", 401)] {
            assert_eq!(no(act!(w, who, panel::look, SCHEME)).0, status, "{who}");
            assert_eq!(no(act!(w, who, panel::look_inside, SCHEME)).0, status, "{who}");
        }
        assert_eq!(no(act!(w, "ann", panel::look_inside, SCHEME)).0, 403);
        assert!(act!(w, "auditor", panel::look_inside, SCHEME).is_ok());
        assert!(act!(w, "chair", panel::look_inside, SCHEME).is_ok());
        let mut ctx = w.acting("cat").await;
        assert!(panel::desks(&mut ctx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn judges_who_are_late_are_reminded_and_one_who_has_scored_stays() {
    for w in World::scoring().await {
        for (award, entry) in ["DES", "CON"].iter().flat_map(|award| (1..=3).map(move |n| (award, format!("BPP2-E0{n}")))) {
            act!(w, "ann", score::submit, &sheet(&entry, award, 1, "7")).unwrap();
        }
        assert_eq!(act!(w, "secretary", assign::chase, SCHEME), Ok(2), "{}: chair and bob", w.on);
        assert_eq!((w.letters("judge-chase-sheets").await.len(), w.events("round.chase").await), (2, 1));
        let (ann, bob) = (w.seat_id("ann").await, w.seat_id("bob").await);
        assert_eq!(no(act!(w, "secretary", panel::unseat, SCHEME, ann)), (409, "judging-has-scored".into()));
        act!(w, "secretary", panel::unseat, SCHEME, bob).unwrap();
        assert_eq!(no(act!(w, "bob", score::mine, SCHEME)).0, 404);
        // The round may be prolonged while it lasts.
        act!(w, "secretary", panel::round, SCHEME, "2001-11-01T09:00", "2001-11-20T17:00").unwrap();
        assert_eq!(w.state().await, RoundState::Scoring);
        assert!(w.site.now() > Moment(0));
    }
}
