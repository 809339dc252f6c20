//! Score sheets: saved as one goes, submitted, returned; the bad inputs of FT-16.

use super::world::*;
use crate::awards::{
    acts::{decide, score},
    *,
};

#[tokio::test]
async fn i_20_only_half_points_from_0_to_10_are_kept_and_the_total_is_their_weighted_sum() {
    for w in World::scoring().await {
        for bad in ["10.5", "7.3", "-1", "ten"] {
            let mut form = sheet("BPP2-E01", "DES", 1, "7");
            form.scores.insert("k1".into(), bad.into());
            let problem = act!(w, "ann", score::score, &form).err().unwrap();
            assert_eq!((problem.status(), problem.key(), problem.complaints[0].field.as_str()), (422, "awards-score-bad", "scores[k1]"));
        }
        let mut form = sheet("BPP2-E01", "DES", 1, "7");
        form.scores.insert("nosuch".into(), "7".into());
        assert_eq!(no(act!(w, "ann", score::score, &form)), (422, "awards-criterion-unknown".into()));
        let mut ctx = w.acting("ann").await;
        let mine = score::mine(&mut ctx, SCHEME).await.unwrap();
        assert!(mine.sheets.iter().all(|it| it.sheet.scores.is_empty() && it.version == 1), "{}: nothing was stored", w.on);
        drop(ctx);
        let mut form = sheet("BPP2-E01", "DES", 1, "7.5");
        form.scores.insert("k1".into(), "8".into());
        act!(w, "ann", score::submit, &form).unwrap();
        let mut ctx = w.acting("ann").await;
        let (mine, _) = score::reading(&mut ctx, SCHEME, "BPP2-E01").await.unwrap();
        let kept = mine.sheets.iter().find(|it| it.sheet.entry == "BPP2-E01" && it.sheet.award == "DES").unwrap();
        assert_eq!(kept.sheet.total(mine.panel.scheme.award("DES").unwrap()), Some(Points(7800)));
        let (total,): (i64,) =
            ctx.tx.one("select total from score_sheet where entry = 'BPP2-E01' and total is not null", vec![]).await.unwrap().unwrap();
        assert_eq!(total, 7800, "40 × 7.5 / 10 + 60 × 8 / 10");
    }
}

#[tokio::test]
async fn ft_16_a_sheet_is_saved_in_parts_and_an_old_tab_never_overwrites_newer_words() {
    for w in World::scoring().await {
        let part = |version: i64, key: &str, mark: &str, comment: Option<&str>| score::Written {
            scores: [(key.to_owned(), mark.to_owned())].into(),
            comment: comment.map(str::to_owned),
            ..sheet("BPP2-E01", "DES", version, "")
        };
        let first = act!(w, "ann", score::score, &part(1, "k0", "7", None)).unwrap();
        assert_eq!((first.version, first.done, first.of), (2, 0, 6), "{}", w.on);
        let second = act!(w, "ann", score::score, &part(2, "k1", "8", Some("Clear and short."))).unwrap();
        assert_eq!(second.version, 3);
        // A telephone that was offline sends what is kept already: fine, and nothing changes.
        assert_eq!(act!(w, "ann", score::score, &part(1, "k0", "7", None)).unwrap().version, 3);
        // It sends something else: both are told, and the newer words stay.
        let problem = act!(w, "ann", score::score, &part(2, "k1", "5", Some("Old words."))).err().unwrap();
        let said: Vec<(&str, &str)> = problem.complaints.iter().map(|it| (it.key.as_str(), it.field.as_str())).collect();
        assert_eq!(problem.status(), 409);
        assert_eq!(said, [("judging-other-score", "scores[k1]"), ("judging-other-comment", "comment")]);
        assert_eq!(format!("{:?}", problem.complaints[0].values), r#"[("kept", Text("8")), ("typed", Text("5"))]"#);
        // An empty field takes a score away again.
        assert_eq!(act!(w, "ann", score::score, &part(3, "k0", "", None)).unwrap().version, 4);
        let gaps = act!(w, "ann", score::submit, &part(4, "k1", "9.5", Some(""))).err().unwrap();
        let said: Vec<&str> = gaps.complaints.iter().map(|it| it.key.as_str()).collect();
        assert_eq!((gaps.status(), said), (422, vec!["awards-score-missing", "awards-comment-missing"]), "all gaps at once");
        assert_eq!(no(act!(w, "ann", score::score, &part(4, "k0", "7", Some("A123456(3)")))).1, "problem-identity-card");
        assert_eq!((w.events("sheet.submit").await, w.events("panel.declare").await), (0, 3));
    }
}

#[tokio::test]
async fn i_21_a_submitted_sheet_changes_only_when_the_chair_has_returned_it() {
    for w in World::scoring().await {
        let done = act!(w, "ann", score::submit, &sheet("BPP2-E01", "DES", 1, "7")).unwrap();
        assert_eq!((done.done, done.of), (1, 6));
        for answer in [
            no(act!(w, "ann", score::score, &sheet("BPP2-E01", "DES", done.version, "8"))),
            no(act!(w, "ann", score::submit, &sheet("BPP2-E01", "DES", done.version, "7"))),
        ] {
            assert_eq!(answer, (409, "awards-sheet-locked".into()), "{}", w.on);
        }
        let ann = w.seat_id("ann").await;
        let back = |who: &'static str, entry: &'static str, reason: &'static str| {
            let w = w.clone();
            async move { act!(w, who, score::give_back, SCHEME, ann, entry, "DES", reason) }
        };
        assert_eq!(no(back("bob", "BPP2-E01", "a slip").await).0, 403);
        assert_eq!(no(back("secretary", "BPP2-E01", "a slip").await).0, 403);
        assert_eq!(no(back("otherchair", "BPP2-E01", "a slip").await), (403, "awards-chair-only".into()));
        assert_eq!(no(back("chair", "BPP2-E01", " ").await), (422, "awards-reason-missing".into()));
        assert_eq!(no(back("chair", "BPP2-E02", "a slip").await), (409, "awards-sheet-not-submitted".into()));
        back("chair", "BPP2-E01", "The second mark looks like a slip").await.unwrap();
        assert_eq!((w.events("sheet.return").await, w.letters("sheet-returned").await.len()), (1, 1));
        let mut ctx = w.acting("ann").await;
        let mine = score::mine(&mut ctx, SCHEME).await.unwrap();
        assert_eq!((mine.to_do()[0].0.code.as_str(), mine.to_do()[0].1), ("BPP2-E01", SheetState::Returned), "first of what is left to do");
        let version = mine.sheets.iter().find(|it| it.sheet.state == SheetState::Returned).unwrap().version;
        drop(ctx);
        act!(w, "ann", score::submit, &sheet("BPP2-E01", "DES", version, "8")).unwrap();
        assert_eq!(w.events("sheet.submit").await, 2);
    }
}

#[tokio::test]
async fn ft_16_scores_are_taken_from_the_opening_of_the_round_to_its_last_moment() {
    for w in World::scoring().await {
        w.clock(at(10, 20, 9));
        assert_eq!(no(act!(w, "ann", score::score, &sheet("BPP2-E01", "DES", 1, "7"))), (409, "awards-not-scoring".into()), "{}", w.on);
        w.clock(at(11, 16, 17));
        assert_eq!(no(act!(w, "ann", score::score, &sheet("BPP2-E01", "DES", 1, "7"))), (410, "awards-scoring-closed".into()));
        assert_eq!(no(act!(w, "ann", score::submit, &sheet("BPP2-E01", "DES", 1, "7"))).0, 410);
        w.clock(at(11, 16, 16));
        act!(w, "ann", score::score, &sheet("BPP2-E01", "DES", 1, "7")).unwrap();
        // Another's sheet is not there for anybody, and there is none for an award of the public alone.
        assert_eq!(no(act!(w, "cat", score::score, &sheet("BPP2-E01", "DES", 1, "7"))).0, 404);
        assert_eq!(no(act!(w, "ann", score::score, &sheet("BPP2-E01", "PEO", 1, "7"))).0, 404);
        assert_eq!(no(act!(w, "coordinator", score::score, &sheet("BPP2-E01", "DES", 1, "7"))).0, 403);
        assert_eq!(no(act!(w, "public", score::score, &sheet("BPP2-E01", "DES", 1, "7"))).0, 401);
    }
}

#[tokio::test]
async fn i_19_scores_are_locked_with_enough_sheets_on_every_entry_and_closed_then() {
    for w in World::scoring().await {
        for name in ["ann", "bob"] {
            for (n, award) in (1..=3).flat_map(|n| ["DES", "CON"].map(|award| (n, award))) {
                if (name, n, award) != ("bob", 3, "CON") {
                    act!(w, name, score::submit, &sheet(&format!("BPP2-E0{n}"), award, 1, "7")).unwrap();
                }
            }
        }
        let few = act!(w, "chair", decide::lock, SCHEME).err().unwrap();
        assert_eq!((few.status(), few.key()), (409, "awards-sheets-few"), "{}", w.on);
        assert!(format!("{few:?}").contains("BPP2-E03") && !format!("{few:?}").contains("BPP2-E02"));
        assert_eq!(no(act!(w, "otherchair", decide::lock, SCHEME)), (403, "awards-chair-only".into()));
        assert_eq!(no(act!(w, "secretary", decide::lock, SCHEME)).0, 403);
        act!(w, "bob", score::submit, &sheet("BPP2-E03", "CON", 1, "7")).unwrap();
        act!(w, "chair", decide::lock, SCHEME).unwrap();
        assert_eq!(no(act!(w, "chair", score::score, &sheet("BPP2-E01", "DES", 1, "7"))).0, 410, "locked for the chair too");
        assert_eq!(no(act!(w, "chair", decide::reopen, SCHEME, "")), (422, "awards-reason-missing".into()));
        act!(w, "chair", decide::reopen, SCHEME, "A judge was ill").unwrap();
        act!(w, "chair", score::score, &sheet("BPP2-E01", "DES", 1, "7")).unwrap();
        assert_eq!((w.events("round.lock").await, w.events("round.reopen").await), (1, 1));
    }
}
