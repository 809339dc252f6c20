//! J6, judging, as a story: a professor, the chair, the secretaries, from the personal link to the results.

use super::world::*;
use crate::{
    awards::{
        acts::{assign, decide, declare, panel, score, table},
        *,
    },
    base::text::Lang,
};

#[tokio::test]
async fn j_6_from_the_invitation_to_the_results() {
    for w in World::everywhere().await {
        // 1. An invitation with a personal link: what is asked, and by when.
        w.seat_all().await;
        let page = w.letters("judge-invited").await.remove(0);
        let token = page.rsplit('/').next().unwrap().to_owned();
        let mut ctx = w.acting("public").await;
        assert_eq!(panel::invitation(&mut ctx, &token).await.unwrap().round.closes, at(11, 16, 17), "{}", w.on);
        drop(ctx);
        act!(w, "public", panel::answer, &token, true).unwrap();

        // 2. Ann advises AFCD and is unsure of one; the chair clears it.
        act!(w, "ann", declare::serve_in, SCHEME, "AFCD").unwrap();
        let mut forms = w.no_interest();
        forms.insert("BPP2-E02".into(), said("unsure", "I taught their project leader"));
        act!(w, "ann", declare::declare, SCHEME, &forms).unwrap();
        for name in ["chair", "bob"] {
            act!(w, name, declare::declare, SCHEME, &w.no_interest()).unwrap();
        }
        assert_eq!(no(act!(w, "secretary", assign::begin, SCHEME)).1, "awards-declarations-open");
        let ann = w.seat_id("ann").await;
        act!(w, "chair", declare::rule, SCHEME, ann, "BPP2-E02", "cleared").unwrap();
        act!(w, "secretary", assign::assign, SCHEME, "0", "").unwrap();
        act!(w, "secretary", assign::begin, SCHEME).unwrap();

        // 3. On the train: saved without signal, sent later, and once more by mistake.
        w.clock(at(11, 5, 8));
        let mine = act!(w, "ann", score::mine, SCHEME).unwrap();
        assert_eq!((mine.progress(), mine.bars.len()), ((0, 4), 1));
        let queued = sheet("BPP2-E02", "DES", 1, "7.5");
        act!(w, "ann", score::score, &queued).unwrap();
        assert_eq!(act!(w, "ann", score::score, &queued).unwrap().version, 2);

        // 4. Submits; would change it; has to ask the chair.
        act!(w, "ann", score::submit, &sheet("BPP2-E02", "DES", 2, "7.5")).unwrap();
        assert_eq!(no(act!(w, "ann", score::score, &sheet("BPP2-E02", "DES", 3, "8"))).0, 409);
        act!(w, "chair", score::give_back, SCHEME, ann, "BPP2-E02", "DES", "As you asked").unwrap();

        // 5. All in; the chair locks, and the public's part is revealed.
        w.score_all(|_, entry| if entry == "BPP2-E03" { "6" } else { "8" }).await;
        w.certify(&[("BPP2-E01", 500), ("BPP2-E02", 500), ("BPP2-E03", 100)]).await;
        act!(w, "chair", decide::lock, SCHEME).unwrap();
        act!(w, "chair", decide::deliberate, SCHEME).unwrap();

        // 6. A tie for Best Content: the ladder goes down to its end, every step on record, and they share.
        let laid = act!(w, "chair", table::table, SCHEME).unwrap();
        let content = &laid.tables[1];
        assert_eq!((content.ranking.place("BPP2-E01"), content.ranking.place("BPP2-E02")), (Some(1), Some(1)));
        let steps: Vec<Option<TieStep>> = content.ranking.ties.iter().map(|it| it.step).collect();
        assert_eq!(steps, [Some(TieStep::HigherPanel), Some(TieStep::FirstCriterion), None]);

        // 7. The chair confirms, a second officer approves.
        let typed = w.proposed().await;
        act!(w, "chair", decide::decide, SCHEME, &typed, Some("Shared.")).unwrap();
        act!(w, "secretary2", decide::approve, SCHEME).unwrap();

        // 8. 14 December, 10 o'clock.
        w.clock(at(12, 14, 10));
        w.tick().await;
        let results = act!(w, "public", table::results, SCHEME).unwrap();
        let winners: Vec<&str> =
            results.entries.iter().filter(|it| results.placing("CON", &it.code) == Placing::Winner).map(|it| it.code.as_str()).collect();
        assert_eq!(winners, ["BPP2-E01", "BPP2-E02"]);
        assert_eq!(w.letters("results-winner").await.len(), 1, "the one co-ordinator there is");

        w.is_sound().await;

        // Every letter has its words, in both languages, and none says a key instead.
        let mut ctx = w.acting("house").await;
        for mut letter in crate::base::outbox::latest(&mut ctx.tx, None, 500).await.unwrap() {
            for lang in [Lang::En, Lang::Tc] {
                letter.language = lang.path().into();
                let written = letter.write("http://accolade.example");
                assert!(!written.subject.starts_with("letter-") && !written.body.starts_with("letter-"), "{}", letter.kind);
                assert!(!written.body.contains("{$") && !written.body.contains("{ $"), "{}: {}", letter.kind, written.body);
            }
        }
    }
}
