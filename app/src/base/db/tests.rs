//! Changes that are put off are made in order, before the next question, or not at all.

use super::{
    super::testing,
    text::{repeated, shifted},
    *,
};

#[test]
fn the_arguments_of_a_statement_behind_others_are_counted_on() {
    assert_eq!(shifted("update t set a = $2, b = $10 where id = $1", 3), "update t set a = $5, b = $13 where id = $4");
    assert_eq!(shifted("delete from t", 7), "delete from t");
}

#[test]
fn a_statement_for_many_rows_has_a_tuple_for_each() {
    let text = "insert into t (a, b) values ($1, $2) on conflict do nothing";
    assert_eq!(repeated(text, 3), "insert into t (a, b) values ($1, $2), ($3, $4), ($5, $6) on conflict do nothing");
    assert_eq!(repeated("select a from t where a in (values ($1))", 2), "select a from t where a in (values ($1), ($2))");
}

#[tokio::test]
async fn what_is_put_off_is_done_before_the_next_question_and_in_order() {
    let mut dbs = vec![testing::fresh_sqlite().await.unwrap()];
    if let Ok(server) = std::env::var("TEST_POSTGRES") {
        dbs.push(testing::fresh_postgres(&server).await.unwrap());
    }
    let insert = crate::sql!("insert into setting (name, value) values ($1, $2)");
    for db in dbs {
        let mut tx = db.write().await.unwrap();
        tx.later(insert, crate::args!["a", "1"]);
        tx.later(insert, crate::args!["b", "2"]);
        tx.later(crate::sql!("update setting set value = value || $1 where name = $2"), crate::args!["!", "b"]);
        assert_eq!(setting(&mut tx, "b").await.unwrap().as_deref(), Some("2!"), "{}", db.kind());
        tx.later(insert, crate::args!["c", "3"]);
        tx.commit().await.unwrap();
        let mut tx = db.write().await.unwrap();
        assert_eq!(setting(&mut tx, "c").await.unwrap().as_deref(), Some("3"));
        // However many: a cancelled workshop writes to hundreds of people.
        for n in 0..5_000 {
            tx.later(insert, crate::args![format!("n{n}"), "x"]);
        }
        let count = crate::sql!("select count(*) from setting where value = 'x'");
        assert_eq!(tx.number(count, vec![]).await.unwrap(), 5_000, "{}", db.kind());
        drop(tx);
        let mut tx = db.write().await.unwrap();
        // One that fails takes the transaction with it.
        tx.later(insert, crate::args!["d", "4"]);
        tx.later(insert, crate::args!["a", "again"]);
        assert!(tx.commit().await.is_err());
        assert_eq!(setting(&mut db.read().await.unwrap(), "d").await.unwrap(), None, "{}", db.kind());
    }
}
