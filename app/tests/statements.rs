//! Every statement of every store, prepared on both databases: a misspelt column or a word of one dialect is found here,
//! by file and line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that panics has failed")]
#![cfg(feature = "ssr")]

use app::base::{
    db::{Db, statements},
    testing,
};

async fn prepare_all(db: &Db) -> Vec<String> {
    let mut wrong = Vec::new();
    for statement in statements() {
        // A failed statement ends a PostgreSQL transaction, so each has its own.
        let mut tx = db.write().await.unwrap();
        if let Err(fault) = tx.prepare(statement.text).await {
            wrong.push(format!("{}:{} on {}: {:?}", statement.file, statement.line, db.kind(), fault));
        }
    }
    wrong
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_both_databases() {
    assert!(statements().count() > 80, "the list of statements got lost on the way");
    assert_eq!(prepare_all(&testing::fresh_sqlite().await.unwrap()).await, Vec::<String>::new());
    if let Ok(server) = std::env::var("TEST_POSTGRES") {
        assert_eq!(prepare_all(&testing::fresh_postgres(&server).await.unwrap()).await, Vec::<String>::new());
    }
}
