//! `kill -9` of the server, and of the sealer in it, while ballots come in: what was answered is in the record, once, and the record
//! is sound. On SQLite always, on PostgreSQL when `TEST_POSTGRES` names one. Nothing here is timed; `make bench` does it fifty times.

use crate::{
    fire,
    stand::{Done, place::Places},
};

#[tokio::test(flavor = "multi_thread")]
async fn every_ballot_that_was_answered_outlives_a_kill_and_is_counted_once() -> Done<()> {
    let places = Places::new("kill-votes")?;
    for kind in places.kinds() {
        let (answered, there) = fire::killed(&places, kind, 4, 120).await?;
        assert!(answered > 0 && answered <= there, "{kind}: {answered} answered, {there} in the record");
    }
    Ok(())
}
