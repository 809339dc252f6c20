//! A large round: 300 entries, 40 judges, a long list. The number of questions to the database does not grow with it.

use std::collections::BTreeMap;

use super::world::*;
use crate::{
    awards::{
        acts::{assign, panel, score},
        *,
    },
    base::{
        text::Lang,
        visit::{PageFn, Visit},
        words::Words,
    },
};

/// A round of so many entries and judges, all declared and assigned, its sheets submitted but not locked.
async fn round(w: &World, entries: usize, judges: usize, each: usize) {
    let departments: Vec<String> = (1..=entries).map(|n| format!("D{n:03}")).collect();
    let departments: Vec<&str> = departments.iter().map(String::as_str).collect();
    let wide = SchemeForm { shortlist: "1000".into(), adjustment: "shrunk".into(), ..scheme() };
    w.begin(&departments, wide).await;
    act!(w, "secretary", panel::seat, SCHEME, &email("chair"), "", "40", true).unwrap();
    for n in 1..judges {
        w.person(&format!("judge{n}"), "UNI", "JU").await;
        act!(w, "secretary", panel::seat, SCHEME, &email(&format!("judge{n}")), "", "40", false).unwrap();
    }
    act!(w, "secretary", panel::open, SCHEME).unwrap();
    let all: BTreeMap<String, DeclarationForm> = {
        let mut ctx = w.acting("secretary").await;
        let (panel, _) = panel::look_inside(&mut ctx, SCHEME).await.unwrap();
        panel.entries.iter().map(|it| (it.code.clone(), said("none", ""))).collect()
    };
    assert_eq!(all.len(), entries);
    for n in 0..judges {
        let name = if n == 0 { "chair".into() } else { format!("judge{n}") };
        act!(w, &name, crate::awards::acts::declare::declare, SCHEME, &all).unwrap();
    }
    act!(w, "secretary", assign::assign, SCHEME, &each.to_string(), "7").unwrap();
    act!(w, "secretary", assign::begin, SCHEME).unwrap();
    w.clock(at(11, 5, 10));
    // The sheets themselves are written at once: how they are submitted is told elsewhere.
    let mut ctx = w.acting("house").await;
    for text in [
        "insert into score (seat, entry, award, criterion, halves) select seat, entry, award, 'k0', 14 from score_sheet",
        "insert into score (seat, entry, award, criterion, halves) select seat, entry, award, 'k1', 12 from score_sheet",
        "update score_sheet set state = 'submitted', total = 6400",
    ] {
        ctx.tx.run(text, vec![]).await.unwrap();
    }
    ctx.commit().await.unwrap();
}

/// A page as the shell calls it.
macro_rules! page {
    ($path:path) => {
        |v| Box::pin(async move { Ok($path(v).await?.into()) })
    };
}

const PAGES: [PageFn; 6] = [
    page!(pages::rounds),
    page!(pages::my_round),
    page!(pages::judging_panel),
    page!(pages::judging_votes),
    page!(pages::judging_sheet),
    page!(pages::judging_table),
];

/// The pages of a scheme and its entries, and who opens each.
const ENTRIES: [(PageFn, &str); 7] = [
    (page!(pages::schemes), "public"),
    (page!(pages::scheme), "public"),
    (page!(pages::gallery), "public"),
    (page!(pages::scheme_desk), "secretary"),
    (page!(pages::scheme), "secretary"),
    (page!(pages::edit_scheme), "secretary"),
    (page!(pages::rounds), "secretary"),
];

/// How many questions somebody's look at a page asks.
async fn asked(w: &World, who: &str, page: PageFn, params: &[&str]) -> usize {
    let ctx = w.acting(who).await;
    let before = ctx.tx.asked();
    let mut v = Visit {
        ctx,
        w: Words::of(Lang::En),
        path: "/judging".into(),
        params: params.iter().map(|it| it.to_string()).collect(),
        query: [("each".to_owned(), "2".to_owned())].into(),
        raw_query: String::new(),
        caller: Default::default(),
        echo: None,
    };
    assert!(page(&mut v).await.is_ok(), "{params:?}");
    v.ctx.tx.asked() - before
}

/// How many questions each look at the round asks.
async fn questions(w: &World) -> Vec<usize> {
    let mut counts = Vec::new();
    for state in ["scoring", "deliberating"] {
        let mut ctx = w.acting("house").await;
        ctx.tx
            .run(
                if state == "scoring" {
                    "update judging_round set state = 'scoring'"
                } else {
                    "update judging_round set state = 'deliberating'"
                },
                vec![],
            )
            .await
            .unwrap();
        ctx.commit().await.unwrap();
        let own = act!(w, "chair", score::mine, SCHEME).unwrap().sheets[0].sheet.entry.clone();
        for (page, params) in [
            (PAGES[0], vec![]),
            (PAGES[1], vec![SCHEME]),
            (PAGES[2], vec![SCHEME]),
            (PAGES[3], vec![SCHEME]),
            (PAGES[4], vec![SCHEME, &own]),
            (PAGES[5], vec![SCHEME]),
        ] {
            counts.push(asked(w, "chair", page, &params).await);
        }
    }
    for (page, who) in ENTRIES {
        counts.push(asked(w, who, page, &[SCHEME]).await);
    }
    counts
}

#[tokio::test]
async fn three_hundred_entries_and_forty_judges_ask_no_more_than_three_entries_and_three_judges() {
    let mut small = None;
    for (entries, judges, each) in [(3, 3, 2), (300, 40, 4)] {
        let (_, site) = crate::base::testing::sites(at(5, 1, 10)).await.remove(0);
        let w = World { site, on: "sqlite" };
        round(&w, entries, judges, each).await;
        let counts = questions(&w).await;
        assert!(counts.iter().all(|n| *n <= 24), "{counts:?}");
        assert_eq!(small.get_or_insert(counts.clone()), &counts);
    }
}
