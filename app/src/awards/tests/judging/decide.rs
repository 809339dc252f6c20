//! Votes, table, decision, approval, announcement; the bad inputs of FT-17, and the embargo.

use std::collections::BTreeMap;

use super::world::*;
use crate::{
    awards::{
        acts::{decide, find, table},
        deliberation::{Correction, record},
        *,
    },
    base::audit,
};

#[tokio::test]
async fn ft_17_the_votes_are_entered_by_one_officer_and_confirmed_by_another() {
    for w in World::scoring().await {
        let of = |n: &str| -> BTreeMap<String, BTreeMap<String, String>> {
            let each: BTreeMap<String, String> = (1..=3).map(|e| (format!("BPP2-E0{e}"), n.to_owned())).collect();
            ["DES", "CON", "PEO"].map(|award| (award.to_owned(), each.clone())).into()
        };
        let mut bad = of("10");
        bad.get_mut("PEO").unwrap().insert("BPP2-E02".into(), "many".into());
        let problem = act!(w, "secretary", decide::enter_votes, SCHEME, &bad).err().unwrap();
        assert_eq!((problem.status(), problem.complaints[0].field.as_str()), (422, "votes[PEO][BPP2-E02]"), "{}", w.on);
        assert_eq!(no(act!(w, "secretary", decide::confirm_votes, SCHEME)), (409, "judging-votes-missing".into()));
        // The chair may certify by role, but scores still: votes must not lead the hand.
        assert_eq!(no(act!(w, "chair", decide::enter_votes, SCHEME, &of("10"))), (403, "judging-votes-hidden".into()));
        assert_eq!(no(act!(w, "ann", decide::enter_votes, SCHEME, &of("10"))).0, 403);
        act!(w, "secretary", decide::enter_votes, SCHEME, &of("1,234")).unwrap();
        assert_eq!(no(act!(w, "secretary", decide::confirm_votes, SCHEME)), (403, "judging-same-certifier".into()));
        assert!(act!(w, "chair", table::entered_votes, SCHEME).unwrap().is_none());
        act!(w, "secretary2", decide::confirm_votes, SCHEME).unwrap();
        assert_eq!(no(act!(w, "secretary2", decide::confirm_votes, SCHEME)), (409, "judging-votes-confirmed".into()));
        assert_eq!((w.events("votes.enter").await, w.events("votes.certify").await), (1, 1));
        let mut ctx = w.acting("ann").await;
        let laid = table::table(&mut ctx, SCHEME).await.unwrap();
        assert!(laid.tables.is_empty() && laid.votes.is_empty() && laid.sheets.is_empty(), "nothing before the lock");
        assert!(laid.votes_are_certified());
    }
}

#[tokio::test]
async fn ft_17_nobody_sees_anothers_scores_before_the_lock_and_only_the_panel_and_officers_after_it() {
    for w in World::deliberating().await {
        for who in ["chair", "ann", "secretary", "auditor"] {
            assert_eq!(act!(w, who, table::table, SCHEME).unwrap().tables.len(), 3, "{who}");
        }
        for (who, status) in [("cat", 404), ("otherchair", 404), ("coordinator", 403), ("public", 401)] {
            assert_eq!(no(act!(w, who, table::table, SCHEME)).0, status, "{who}");
        }
        let laid = act!(w, "ann", table::table, SCHEME).unwrap();
        let design = &laid.tables[0];
        assert_eq!(design.ranking.lines[0].entry, "BPP2-E01");
        assert_eq!(design.ranking.lines[0].result.to_points(), Points(8600), "0.7 × 80 + 0.3 × 100");
        assert_eq!((design.rows[0].mean, design.rows[0].sheets, design.correction), (Some(80.0), 3, Correction::AsGiven));
        assert_eq!(laid.tables[2].ranking.lines[0].result.to_points(), Points(10000), "the public alone");
    }
}

#[tokio::test]
async fn i_22_the_ranking_kept_with_the_decision_is_what_recomputing_gives() {
    for w in World::approved().await {
        for _ in 0..2 {
            let laid = act!(w, "auditor", table::table, SCHEME).unwrap();
            assert_eq!(laid.panel.kept.ranking.as_deref(), Some(record(&laid.tables).as_str()), "{}", w.on);
        }
    }
}

#[tokio::test]
async fn i_23_a_decision_against_the_ranking_needs_a_reason_and_every_entry_its_placing() {
    for w in World::deliberating().await {
        let mut typed = w.proposed().await;
        typed.get_mut("DES").unwrap().get_mut("BPP2-E01").unwrap().placing = "merit".into();
        typed.get_mut("DES").unwrap().get_mut("BPP2-E02").unwrap().placing = "winner".into();
        typed.get_mut("CON").unwrap().remove("BPP2-E03");
        typed.get_mut("PEO").unwrap().get_mut("BPP2-E02").unwrap().placing = "best".into();
        assert_eq!(no(act!(w, "chair", decide::decide, SCHEME, &typed, None)).0, 422, "{}", w.on);
        typed.get_mut("PEO").unwrap().get_mut("BPP2-E02").unwrap().placing = "not_awarded".into();
        let problem = act!(w, "chair", decide::decide, SCHEME, &typed, None).err().unwrap();
        let fields: Vec<&str> = problem.complaints.iter().map(|it| it.field.as_str()).collect();
        let expected = ["decisions[DES][BPP2-E01][reason]", "decisions[DES][BPP2-E02][reason]", "decisions[CON][BPP2-E03][placing]"];
        assert_eq!((problem.status(), fields), (422, expected.to_vec()));
        assert_eq!((w.events("round.decide").await, w.state().await), (0, RoundState::Deliberating), "nothing stored");
        let mut typed = w.proposed().await;
        for (entry, placing) in [("BPP2-E01", "merit"), ("BPP2-E02", "winner")] {
            let reason = "The panel found the evidence stronger.".to_owned();
            typed.get_mut("DES").unwrap().insert(entry.into(), DecisionForm { placing: placing.into(), reason });
        }
        assert_eq!(no(act!(w, "secretary", decide::decide, SCHEME, &typed, None)).0, 403);
        assert_eq!(no(act!(w, "otherchair", decide::decide, SCHEME, &typed, None)), (403, "awards-chair-only".into()));
        act!(w, "chair", decide::note, SCHEME, "Long talk about E01.").unwrap();
        act!(w, "chair", decide::decide, SCHEME, &typed, Some("Agreed by all.")).unwrap();
        assert_eq!((w.events("round.decide").await, w.events("round.note").await), (1, 1));
        assert_eq!(no(act!(w, "chair", decide::decide, SCHEME, &typed, None)), (409, "awards-round-move".into()));
        let laid = act!(w, "ann", table::table, SCHEME).unwrap();
        assert_eq!((laid.panel.kept.notes.as_str(), laid.decisions.len()), ("Agreed by all.", 9));
    }
}

#[tokio::test]
async fn ft_17_without_certified_votes_nothing_is_decided_and_afterwards_they_stand() {
    for w in World::scoring().await {
        w.score_all(|_, _| "7").await;
        act!(w, "chair", decide::lock, SCHEME).unwrap();
        act!(w, "chair", decide::deliberate, SCHEME).unwrap();
        let typed = w.proposed().await;
        assert_eq!(no(act!(w, "chair", decide::decide, SCHEME, &typed, None)), (409, "judging-votes-missing".into()), "{}", w.on);
        w.certify(&[("BPP2-E01", 3), ("BPP2-E02", 2), ("BPP2-E03", 1)]).await;
        let typed = w.proposed().await;
        act!(w, "chair", decide::decide, SCHEME, &typed, None).unwrap();
        let typed = ["DES", "CON", "PEO"].map(|award| (award.to_owned(), BTreeMap::new())).into();
        assert_eq!(no(act!(w, "secretary", decide::enter_votes, SCHEME, &typed)), (409, "awards-round-move".into()));
    }
}

#[tokio::test]
async fn i_23_the_approver_is_neither_chair_nor_judge_nor_the_secretary_who_set_the_scheme_up() {
    for w in World::deliberating().await {
        assert_eq!(no(act!(w, "secretary2", decide::approve, SCHEME)), (409, "awards-round-move".into()), "{}", w.on);
        let typed = w.proposed().await;
        act!(w, "chair", decide::decide, SCHEME, &typed, None).unwrap();
        assert_eq!(w.letters("judging-approve").await.len(), 1, "whoever set it up is not asked");
        assert_eq!(no(act!(w, "chair", decide::approve, SCHEME)).0, 403);
        assert_eq!(no(act!(w, "ann", decide::approve, SCHEME)).0, 403);
        assert_eq!(no(act!(w, "secretary", decide::approve, SCHEME)), (403, "awards-approver-set-up".into()));
        w.clock(at(12, 14, 10));
        assert_eq!(no(act!(w, "secretary2", decide::announce, SCHEME)), (409, "awards-not-approved".into()));
        w.tick().await;
        assert_eq!(w.events("round.announce").await, 0);
        act!(w, "secretary2", decide::approve, SCHEME).unwrap();
        assert_eq!(w.events("round.approve").await, 1);
        // A chair who is a secretary too may not approve what they decided.
        w.tick().await;
        assert_eq!((w.events("round.announce").await, w.state().await), (1, RoundState::Announced));
    }
}

#[tokio::test]
async fn i_23_a_chair_who_is_a_secretary_as_well_does_not_approve_their_own_decision() {
    for w in World::everywhere().await {
        w.person("both", "UNI", "CH;AS").await;
        for (name, is_chair) in [("both", true), ("ann", false), ("bob", false)] {
            act!(w, "secretary", crate::awards::acts::panel::seat, SCHEME, &email(name), "", "30", is_chair).unwrap();
        }
        let mut ctx = w.acting("both").await;
        for text in ["update judging_round set state = 'decided'"] {
            ctx.tx.run(text, vec![]).await.unwrap();
        }
        assert_eq!(no(decide::approve(&mut ctx, SCHEME).await), (403, "awards-approver-is-chair".into()), "{}", w.on);
    }
}

#[tokio::test]
async fn i_24_before_the_promised_time_nobody_outside_learns_anything_and_then_everybody_does() {
    for w in World::approved().await {
        w.clock(at(12, 14, 9));
        assert_eq!(no(act!(w, "secretary2", decide::announce, SCHEME)), (409, "awards-embargo".into()), "{}", w.on);
        w.tick().await;
        for who in ["public", "coordinator", "cat", "secretary", "chair"] {
            assert_eq!(no(act!(w, who, table::results, SCHEME)).0, 404, "{who}: not even the page is there");
        }
        for entry in act!(w, "coordinator", find::mine).unwrap() {
            assert_eq!(entry.1.state, EntryState::OnDisplay);
        }
        for kind in ["results-winner", "results-merit", "results-not_awarded", "results-panel"] {
            assert!(w.letters(kind).await.is_empty(), "{kind}");
        }
        // Neither the trail, which officers and departments may read, nor a letter says who wins or how many voted.
        let mut ctx = w.acting("house").await;
        let trail = format!("{:?}", audit::latest(&mut ctx.tx, None, 10_000).await.unwrap());
        for word in ["winner", "placing", "\"votes\":", "Noted.", "total\":"] {
            assert!(!trail.contains(word), "{word}");
        }
        drop(ctx);
        w.clock(at(12, 14, 10));
        w.tick().await;
        w.tick().await;
        assert_eq!((w.events("round.announce").await, w.letters("results-panel").await.len()), (1, 3), "{}", w.on);
        assert_eq!(w.letters("results-winner").await, ["/awards/BPP2/results"]);
        let results = act!(w, "public", table::results, SCHEME).unwrap();
        assert_eq!(results.placing("DES", "BPP2-E01"), Placing::Winner);
        assert_eq!(results.entry("BPP2-E01").unwrap().state, EntryState::Winner);
        assert_eq!(results.entry("BPP2-E02").unwrap().state, EntryState::NotAwarded);
        assert_eq!(no(act!(w, "secretary2", decide::announce, SCHEME)), (409, "awards-scheme-not-published".into()));
    }
}

#[tokio::test]
async fn i_16_only_a_disqualification_takes_an_entry_off_the_table_and_the_others_stay() {
    for w in World::deliberating().await {
        let on_the_table = |w: World| async move {
            let laid = act!(w, "ann", table::table, SCHEME).unwrap();
            laid.tables[0].ranking.lines.iter().map(|it| it.entry.clone()).collect::<Vec<_>>()
        };
        assert_eq!(on_the_table(w.clone()).await, ["BPP2-E01", "BPP2-E02", "BPP2-E03"], "{}", w.on);
        act!(w, "chair", crate::awards::acts::officers::disqualify, "BPP2-E02", "Copied from another department").unwrap();
        assert_eq!(on_the_table(w.clone()).await, ["BPP2-E01", "BPP2-E03"]);
        let typed = w.proposed().await;
        act!(w, "chair", decide::decide, SCHEME, &typed, None).unwrap();
        act!(w, "secretary2", decide::approve, SCHEME).unwrap();
        w.clock(at(12, 14, 10));
        w.tick().await;
        let results = act!(w, "public", table::results, SCHEME).unwrap();
        assert!(results.entry("BPP2-E02").is_none());
    }
}

#[tokio::test]
async fn i_19_where_the_chair_has_an_interest_the_ranking_stands() {
    for w in World::everywhere().await {
        w.seat_all().await;
        act!(w, "secretary", crate::awards::acts::panel::seat, SCHEME, &email("cat"), "", "30", false).unwrap();
        for name in ["ann", "bob", "cat"] {
            act!(w, name, crate::awards::acts::declare::declare, SCHEME, &w.no_interest()).unwrap();
        }
        let mut forms = w.no_interest();
        forms.insert("BPP2-E02".into(), said("interest", ""));
        act!(w, "chair", crate::awards::acts::declare::declare, SCHEME, &forms).unwrap();
        act!(w, "secretary", crate::awards::acts::assign::assign, SCHEME, "", "").unwrap();
        act!(w, "secretary", crate::awards::acts::assign::begin, SCHEME).unwrap();
        w.clock(at(11, 5, 10));
        w.score_all(|_, _| "7").await;
        act!(w, "chair", decide::lock, SCHEME).unwrap();
        act!(w, "chair", decide::deliberate, SCHEME).unwrap();
        w.certify(&[("BPP2-E01", 30), ("BPP2-E02", 20), ("BPP2-E03", 10)]).await;
        let mut typed = w.proposed().await;
        for (entry, placing) in [("BPP2-E01", "merit"), ("BPP2-E02", "winner")] {
            typed.get_mut("DES").unwrap().insert(entry.into(), DecisionForm { placing: placing.into(), reason: "Friends".into() });
        }
        assert_eq!(no(act!(w, "chair", decide::decide, SCHEME, &typed, None)), (403, "judging-chair-barred".into()), "{}", w.on);
        let typed = w.proposed().await;
        act!(w, "chair", decide::decide, SCHEME, &typed, None).unwrap();
    }
}
