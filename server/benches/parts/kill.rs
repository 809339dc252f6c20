//! `kill -9` in the middle of a thousand registrations: what was answered is there after the restart, and nothing twice.

use std::sync::Arc;

use super::table::Table;
use crate::stand::{
    Done,
    child::Running,
    crowd::{self, Hall, NOW},
    place::Places,
};

const PEOPLE: usize = 1_000;
const HALL: Hall = Hall { code: "R1", capacity: 900, quota: 24 };

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    for kind in places.kinds() {
        let database = places.fresh(kind).await?;
        let site = crowd::site(&database).await?;
        let tokens = Arc::new(crowd::fill(&site, PEOPLE, &[HALL]).await?);
        site.db.close().await;
        let first = Running::server(&database, &["--now", NOW], &places.file("kill.log"))?;
        let mut killed = Ok(());
        let addr = [first.addr];
        let (told, _) = crowd::register(&addr, &tokens, HALL.code, PEOPLE / 2, || killed = first.kill()).await?;
        killed?;
        let second = Running::server(&database, &["--now", NOW], &places.file("kill.log"))?;
        let site = crowd::site(&database).await?;
        let (answered, there) = crowd::survived(&site, &HALL, &told).await?;
        // Everybody sends their form again, with the key it had: those who are in get the reference they were told.
        let (again, _) = crowd::register(&[second.addr], &tokens, HALL.code, usize::MAX, || ()).await?;
        if let Some((n, was)) = told.iter().find(|(n, was)| again.get(n) != Some(was)) {
            return Err(format!("person {n} was told {was:?} and then {:?}", again.get(n)).into());
        }
        crowd::fair(&site, &HALL, &again).await?;
        site.db.close().await;
        second.stop()?;
        table.aimed(
            &format!("{kind}: kill -9 amid {PEOPLE} registrations, what was answered is there once"),
            format!("{answered} answered, {there} there, {} after all sent again", again.len()),
            "all, once",
            again.len() == PEOPLE,
        );
    }
    Ok(())
}
