//! `kill -9` in the middle of registrations, on the running binary: everything that was answered is there after the restart, and
//! nothing twice. On SQLite always, on PostgreSQL when `TEST_POSTGRES` names one. Nothing here is timed.

use std::sync::Arc;

use crate::stand::{
    Done,
    child::Running,
    crowd::{self, Hall, NOW},
    place::Places,
};

const PEOPLE: usize = 300;
/// Places for most; each department has seven or eight people and seven places, so the list of those who wait is tested too.
const HALL: Hall = Hall { code: "R1", capacity: 250, quota: 7 };

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_before_a_kill_is_there_after_the_restart_and_nothing_twice() -> Done<()> {
    let places = Places::new("kill")?;
    for kind in places.kinds() {
        let database = places.fresh(kind).await?;
        let site = crowd::site(&database).await?;
        let tokens = Arc::new(crowd::fill(&site, PEOPLE, &[HALL]).await?);
        site.db.close().await;

        // A third of them have been answered, and sixty-four are being answered now.
        let server = Running::server(&database, &["--now", NOW], &places.file("log"))?;
        let (addr, mut killed) = (server.addr, Ok(()));
        let (told, _) = crowd::register(&[addr], &tokens, HALL.code, PEOPLE / 3, || killed = server.kill()).await?;
        killed?;
        assert!(told.len() >= PEOPLE / 3 && told.len() < PEOPLE, "{kind}: {} were answered before it died", told.len());

        let server = Running::server(&database, &["--now", NOW], &places.file("log"))?;
        let site = crowd::site(&database).await?;
        let (answered, there) = crowd::survived(&site, &HALL, &told).await?;
        assert!(answered <= there && there <= answered + crowd::DOORS, "{kind}: {answered} answered, {there} there");

        // Everybody sends their form again, with the key it had: who is in already gets the reference they were told.
        let (again, _) = crowd::register(&[server.addr], &tokens, HALL.code, usize::MAX, || ()).await?;
        assert_eq!(again.len(), PEOPLE, "{kind}");
        for (n, was) in &told {
            assert_eq!(again.get(n), Some(was), "{kind}: person {n}");
        }
        crowd::fair(&site, &HALL, &again).await?;
        site.db.close().await;
        server.stop()?;
    }
    Ok(())
}
