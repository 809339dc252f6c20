//! The audit chain over what was really done: it holds, and whoever changes the past is found out.

use super::story::*;
use crate::{args, base::audit, sql, workshops::acts};

/// A few days of a workshop: asked, waited, given up, offered, accepted, cancelled.
async fn lived(s: &Story) {
    let first = s.register("PM-1", "FEHD", &["a", "b"]).await.unwrap();
    s.register("PM-1", "LCSD", &["c", "d"]).await.unwrap();
    let waits = s.register("PM-1", "WSD", &["e"]).await.unwrap();
    s.give_up("a", "FEHD", &first.reference).await.unwrap();
    s.accept("e", "WSD", &waits.reference).await.unwrap();
    let mut ctx = s.acting("organiser", "EU").await;
    acts::organise::cancel(&mut ctx, "PM-1", "speaker", "The speaker is ill.", "", "").await.unwrap();
    ctx.commit().await.unwrap();
}

#[tokio::test]
async fn i_69_the_chain_verifies_and_every_step_of_a_registration_has_one_event() {
    for s in Story::everywhere().await {
        lived(&s).await;
        s.is_sound().await;
        // A step that nobody recorded is found: the check above can fail.
        let mut ctx = s.acting("organiser", "EU").await;
        ctx.tx
            .run(
                sql!(
                    "insert into registration_step (registration_id, number, at, step, by_post_en, by_post_zh)
                     select id, 99, 0, 'accepted', '', '' from registration"
                ),
                args![],
            )
            .await
            .unwrap();
        let broken = crate::checks::all(&mut ctx).await.unwrap().into_iter().filter(|(_, n)| *n > 0);
        let broken: Vec<(String, i64)> = broken.collect();
        assert_eq!(broken, [("I-69 every step of a registration is one event of the chain".to_owned(), 3)], "{}", s.on);
    }
}

#[tokio::test]
async fn i_69_whoever_changes_the_past_is_found_out_at_the_event() {
    let forgeries = [
        ("another time", sql!("update audit_event set at = at + 1 where seq = $1"), 0),
        ("another actor", sql!("update audit_event set actor = 'Somebody else' where seq = $1"), 0),
        ("another object", sql!("update audit_event set object = 'registration:PM-1-9999' where seq = $1"), 0),
        ("another number", sql!("update audit_event set detail = '{}' where seq = $1"), 0),
        ("another reason", sql!("update audit_event set reason = 'None.' where seq = $1"), 0),
        ("one taken out", sql!("delete from audit_event where seq = $1"), 0),
        ("a hash that fits itself but not the next", sql!("update audit_event set hash = prev_hash where seq = $1"), 0),
        ("the end cut off", sql!("delete from audit_event where seq > $1"), 1),
        ("the end cut off and its head moved back", sql!("update audit_head set seq = $1"), 0),
    ];
    for s in Story::everywhere().await {
        lived(&s).await;
        let mut ctx = s.acting("organiser", "EU").await;
        let length = audit::verify(&mut ctx.tx).await.unwrap().expect("it verifies as it was written");
        assert!(length > 8, "{length}");
        drop(ctx);
        for (what, statement, beyond) in forgeries {
            // Never committed: each forgery begins with the true chain.
            let mut ctx = s.acting("organiser", "EU").await;
            let at = length / 2;
            assert!(ctx.tx.run(statement, args![at]).await.unwrap() > 0, "{what}");
            let found = audit::verify(&mut ctx.tx).await.unwrap().expect_err(what);
            let expected = if what.contains("head") { length + 1 } else { at + beyond };
            assert_eq!(found, expected, "{what} on {}", s.on);
        }
    }
}
