//! Many people at once for few places: never one too many, nobody lost. And the control: without the lock it does oversell.

use std::sync::Arc;

use tokio::sync::{Barrier, Semaphore};

use super::story::*;
use crate::{
    base::{db::Db, ids::PersonId, site::Site, testing},
    people::testing as people,
    workshops::{Draft, acts, rules::queue::place, store},
};

const PEOPLE: usize = 2_000;
const PLACES: i64 = 100;
const DEPARTMENTS: usize = 40;
const QUOTA: i64 = 3;

/// A workshop of a hundred places, and two thousand people of forty departments who want in.
async fn crowd(s: &Story) {
    for d in 0..DEPARTMENTS {
        let mut ctx = crate::base::ctx::Ctx::write(&s.site, testing::house()).await.unwrap();
        let code = format!("D{d}");
        people::department(&mut ctx, &code).await.unwrap();
        for p in (d..PEOPLE).step_by(DEPARTMENTS) {
            people::person(&mut ctx, &address(&format!("p{p}"), &code), &code, "CS").await.unwrap();
        }
        ctx.commit().await.unwrap();
    }
    let wide =
        Draft { venue: "HALL".into(), capacity: PLACES.to_string(), quota: QUOTA.to_string(), team_max: "1".into(), ..draft("PM-RACE") };
    s.publish(wide).await.unwrap();
}

/// Everybody asks, sixty-four at a time, over these servers in turn.
async fn everybody(servers: &[Story]) -> usize {
    let turn = Arc::new(Semaphore::new(64));
    let mut asks = Vec::new();
    for p in 0..PEOPLE {
        let (s, turn) = (servers[p % servers.len()].clone(), turn.clone());
        asks.push(tokio::spawn(async move {
            let _turn = turn.acquire().await.unwrap();
            let org = format!("D{}", p % DEPARTMENTS);
            s.register_as(&format!("p{p}"), &org, "PM-RACE", &[&format!("p{p}")]).await
        }));
    }
    let mut answered = 0;
    for ask in asks {
        ask.await.unwrap().unwrap();
        answered += 1;
    }
    answered
}

async fn exactly(s: &Story) {
    let mut ctx = s.acting("organiser", "EU").await;
    let all = acts::find::of_workshop(&mut ctx, "PM-RACE").await.unwrap();
    let confirmed = all.iter().filter(|e| e.registration.status.code() == "confirmed").count();
    assert_eq!(confirmed as i64, PLACES, "{}", s.on);
    for d in 0..DEPARTMENTS {
        let own =
            all.iter().filter(|e| e.registration.organisation == format!("D{d}") && e.registration.status.code() == "confirmed").count();
        assert!(own as i64 <= QUOTA, "D{d} has {own}");
    }
    drop(ctx);
    let mut tx = s.site.db.read().await.unwrap();
    let standings = store::standings(&mut tx, "PM-RACE").await.unwrap();
    let mut positions: Vec<i64> = standings.iter().filter_map(|it| crate::workshops::rules::queue::position(&standings, it.id)).collect();
    positions.sort_unstable();
    assert_eq!(positions, (1..=(PEOPLE as i64 - PLACES)).collect::<Vec<_>>(), "the list has no gaps");
    drop(tx);
    s.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i_01_i_02_i_07_two_thousand_people_for_a_hundred_places() {
    for s in Story::everywhere().await {
        crowd(&s).await;
        assert_eq!(everybody(std::slice::from_ref(&s)).await, PEOPLE);
        exactly(&s).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn i_01_the_same_on_two_servers_over_one_postgresql() {
    let Ok(server) = std::env::var("TEST_POSTGRES") else { return };
    let one = Story { site: testing::site(testing::fresh_postgres(&server).await.unwrap(), at(2, 1, 10)), on: "two servers" }.begun().await;
    let Db::Postgres(pool) = &one.site.db else { panic!("not PostgreSQL") };
    let (first, _) = server.rsplit_once('/').unwrap();
    let name = sqlx::query_scalar::<_, String>("select current_database()").fetch_one(pool).await.unwrap();
    let two = Story { site: testing::site(Db::open(&format!("{first}/{name}")).await.unwrap(), at(2, 1, 10)), on: "two servers" };
    crowd(&one).await;
    assert_eq!(everybody(&[one.clone(), two]).await, PEOPLE);
    exactly(&one).await;
}

/// Registers without the lock: looks first, and writes afterwards what it decided from what it saw.
async fn careless(site: &Arc<Site>, person: PersonId, seen: &Barrier) {
    let mut tx = site.db.read().await.unwrap();
    let workshop = store::find(&mut tx, "PM-1").await.unwrap().unwrap();
    let tally = store::tally(&mut tx, &workshop, "FEHD").await.unwrap();
    drop(tx);
    seen.wait().await;
    let status = match place(tally, 1) {
        crate::workshops::rules::queue::Place::Confirmed => crate::workshops::Status::Confirmed,
        crate::workshops::rules::queue::Place::Waitlisted => crate::workshops::Status::Waitlisted,
    };
    let mut tx = site.db.write().await.unwrap();
    let id = crate::base::ids::RegistrationId(site.fresh_id());
    let registration = crate::workshops::Registration {
        id,
        reference: format!("X-{}", id.0),
        workshop: "PM-1".into(),
        organisation: "FEHD".into(),
        is_team: false,
        people: 1,
        status,
        queue_no: None,
        offered_until: None,
        asked_by: person,
        asked_at: site.now(),
        changed_at: site.now(),
        reason: None,
        sequence: 0,
    };
    let key = site.fresh_token(8);
    store::insert_registration(&mut tx, &store::NewRegistration { registration: &registration, key: &key }, site.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn control_without_the_lock_the_same_places_are_sold_twice() {
    for s in Story::everywhere().await {
        s.person("a", "FEHD", "CS").await;
        let person = s.acting("a", "FEHD").await.me().unwrap().id;
        // As many look at once as the readers of the database allow.
        let (crowd, seen) = (4, Arc::new(Barrier::new(4)));
        let mut asks = Vec::new();
        for _ in 0..crowd {
            let (site, seen) = (s.site.clone(), seen.clone());
            asks.push(tokio::spawn(async move { careless(&site, person, &seen).await }));
        }
        for ask in asks {
            ask.await.unwrap();
        }
        let mut tx = s.site.db.read().await.unwrap();
        let workshop = store::find(&mut tx, "PM-1").await.unwrap().unwrap();
        let tally = store::tally(&mut tx, &workshop, "FEHD").await.unwrap();
        assert!(tally.own > tally.quota, "if this no longer oversells, the race tests above prove nothing ({} on {})", tally.own, s.on);
    }
}
