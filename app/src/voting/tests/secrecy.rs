//! Nothing joins a slip to a ballot: not a column, not an order, not a transaction. And nobody sees who is ahead.

use super::super::{rules::*, testing::*};
use crate::base::{ctx::Ctx, db::Db, testing::sites};

/// Every table of the vote with its columns.
fn tables() -> Vec<(String, Vec<String>)> {
    let text = include_str!("../../../../migrations/0007_voting.sql");
    text.split("create table ")
        .skip(1)
        .map(|part| {
            let (name, rest) = part.split_once(" (").unwrap();
            let body = &rest[..rest.find("\n);").unwrap()];
            let columns = body
                .lines()
                .map(str::trim)
                .filter(|it| {
                    !it.is_empty()
                        && !it.starts_with("--")
                        && !it.starts_with("primary key")
                        && !it.starts_with("unique")
                        && !it.starts_with("foreign key")
                })
                .map(|it| it.split(' ').next().unwrap().to_owned())
                .collect();
            (name.to_owned(), columns)
        })
        .collect()
}

#[test]
fn i_26_i_32_a_ballot_has_no_slip_no_moment_no_machine_and_a_slip_no_choice() {
    let tables = tables();
    let of = |name: &str| tables.iter().find(|(it, _)| it == name).unwrap().1.clone();
    for ballot in ["urn", "inclusion_leaf", "content_leaf"] {
        for column in of(ballot) {
            let told = ["code", "hmac", "_at", "device", "kiosk", "address", "serial", "key", "person", "officer"];
            assert!(!told.iter().any(|it| column.contains(it)), "{ballot} has {column}");
        }
    }
    for slip in ["ballot_code", "spent", "code_batch", "kiosk", "kiosk_duplicate"] {
        for column in of(slip) {
            let told = ["choice", "entry", "award", "vote", "receipt", "quarter", "class", "nonce", "urn"];
            assert!(!told.iter().any(|it| column.contains(it)), "{slip} has {column}");
        }
    }
    assert_eq!(of("spent"), ["code_hmac", "key_hash", "stop", "day", "is_test"], "no moment beside a code");
    for (table, columns) in &tables {
        for column in columns {
            for personal in ["name_of_voter", "phone", "email", "hkid", "identity", "account", "ip", "user_agent"] {
                assert_ne!(column, personal, "{table}");
            }
        }
    }
}

/// Pairs (key of the slip, choice) as the order or the transactions of a database tell them: each table read in the order in which
/// its rows lie.
async fn in_order(ctx: &mut Ctx, is_sqlite: bool, text: [&'static str; 2]) -> Vec<String> {
    let rows: Vec<(String,)> = ctx.tx.all(if is_sqlite { text[0] } else { text[1] }, vec![]).await.unwrap();
    rows.into_iter().map(|(it,)| it).collect()
}

#[tokio::test]
async fn i_26_neither_order_nor_ids_nor_transactions_join_codes_to_ballots_after_sealing() {
    for (on, site) in sites(at(1, 0, 0)).await {
        let is_sqlite = matches!(site.db, Db::Sqlite { .. });
        let codes = open(&site, 120).await.unwrap();
        // One after the other, each in its own transaction: the worst case. Every voter's choice is known to the test alone.
        let mut truth = Vec::new();
        for (n, code) in codes.iter().enumerate() {
            let choice = ["E01", "E02", "E03", "E04", "E05", "E06"][(n * 7 + n / 5) % 6];
            vote(&site, code, n, choosing(choice, &[])).await.unwrap();
            truth.push(format!("{SCHEME}-{choice}"));
        }
        let mut ctx = crate::people::testing::acting(&site, "house").await.unwrap();
        let spent = in_order(
            &mut ctx,
            is_sqlite,
            ["select code_hmac from spent order by rowid", "select code_hmac from spent order by cast(cast(xmin as text) as bigint)"],
        )
        .await;
        assert_eq!(spent.len(), 120);
        // Before sealing, with the urn in one's hand, all of it could be joined: this is what the mixing is for.
        let urn = in_order(&mut ctx, is_sqlite, [
            "select choices from urn order by rowid",
            "select u.choices from urn u join spent s on cast(s.xmin as text) = cast(u.xmin as text) order by cast(cast(s.xmin as text) as bigint)",
        ]).await;
        let joined = urn.iter().zip(&truth).filter(|(choices, choice)| choices.contains(choice.as_str())).count();
        assert_eq!(joined, 120, "{on}: a negative control – the urn is private because this works");
        drop(ctx);
        site.clock.set(at(14, 12, 20));
        tick(&site).await.unwrap();
        let mut ctx = crate::people::testing::acting(&site, "house").await.unwrap();
        let urn = in_order(&mut ctx, is_sqlite, ["select id from urn", "select id from urn"]).await;
        assert!(urn.is_empty());
        // In the order of their rows, and in the order of their places.
        for text in [
            [
                "select choice from content_leaf where award = 'BPP2-DES' order by rowid",
                "select choice from content_leaf where award = 'BPP2-DES' order by ctid",
            ],
            [
                "select choice from content_leaf where award = 'BPP2-DES' order by place",
                "select choice from content_leaf where award = 'BPP2-DES' order by place",
            ],
        ] {
            let leaves = in_order(&mut ctx, is_sqlite, text).await;
            assert_eq!(leaves.len(), 120);
            let joined = leaves.iter().zip(&truth).filter(|(a, b)| a == b).count();
            // By chance alone one in six fits: twenty of 120, with a deviation of four.
            assert!(joined < 45, "{on}: {joined} of 120 pairs fit in order");
        }
        // The two logs do not know each other either.
        let receipts = in_order(
            &mut ctx,
            is_sqlite,
            ["select receipt_hash from inclusion_leaf order by place", "select receipt_hash from inclusion_leaf order by place"],
        )
        .await;
        let order: Vec<String> = (0..120).map(|n| hex::encode(record::receipt_hash(&ballot::receipt(&key(n))))).collect();
        let in_place = receipts.iter().zip(&order).filter(|(a, b)| a == b).count();
        assert!(in_place < 12, "{on}: {in_place} receipts lie where they were cast");
        if !is_sqlite {
            // PostgreSQL keeps the transaction of every row: no leaf shares one with any slip, and all leaves share one.
            let shared: Vec<(i64,)> = ctx
                .tx
                .all("select count(*) from spent s join content_leaf l on cast(l.xmin as text) = cast(s.xmin as text)", vec![])
                .await
                .unwrap();
            assert_eq!(shared[0].0, 0, "{on}");
            let own: Vec<(i64,)> = ctx.tx.all("select count(distinct cast(xmin as text)) from content_leaf", vec![]).await.unwrap();
            assert_eq!(own[0].0, 1, "{on}");
        }
        // What stands beside a spent code cannot be made of a receipt, nor a receipt of it.
        let keys = in_order(&mut ctx, is_sqlite, ["select key_hash from spent", "select key_hash from spent"]).await;
        for (n, hash) in keys.iter().enumerate() {
            let receipt = ballot::receipt(&key(n));
            assert!(!receipts.contains(hash) && hex::encode(record::receipt_hash(&receipt)) != *hash);
        }
    }
}
