//! For tests of acts: a site on a fresh database of either kind, with a clock in the hand and chance from a seed.
//!
//! SQLite is always there; PostgreSQL when `TEST_POSTGRES` names a server, as `make test` does. Each test has its own database.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use super::{
    ctx::Viewer,
    db::Db,
    files::Files,
    problem::Answer,
    site::{Assets, Clock, Settings, Site},
    time::Moment,
};

static CHANCE: AtomicU64 = AtomicU64::new(0x9E37_79B9_7F4A_7C15);

/// Numbers that look random and are the same in every run: splitmix64, by D. Lea and others.
fn chance(buffer: &mut [u8]) {
    for chunk in buffer.chunks_mut(8) {
        let mut z = CHANCE.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let bytes = (z ^ (z >> 31)).to_le_bytes();
        for (to, from) in chunk.iter_mut().zip(bytes) {
            *to = from;
        }
    }
}

/// A site over a database that is migrated already.
pub fn site(db: Db, now: Moment) -> Arc<Site> {
    Arc::new(Site {
        db,
        files: Files::memory(),
        clock: Clock::held(now),
        settings: Settings { public_url: "http://accolade.example".into(), demo: false, assets: Assets::default(), secure: false },
        chance,
        version: AtomicU64::new(0),
        secret: [7; 32],
        own: Default::default(),
    })
}

/// A fresh site on each database there is, by name.
pub async fn sites(now: Moment) -> Vec<(&'static str, Arc<Site>)> {
    let mut sites = Vec::new();
    match fresh_sqlite().await {
        Ok(db) => sites.push(("sqlite", site(db, now))),
        Err(problem) => tracing::error!(%problem, "no SQLite to test on"),
    }
    if let Ok(server) = std::env::var("TEST_POSTGRES") {
        match fresh_postgres(&server).await {
            Ok(db) => sites.push(("postgres", site(db, now))),
            Err(problem) => tracing::error!(%problem, "no PostgreSQL to test on"),
        }
    }
    // A database that was promised and is not there must not make a test pass by testing nothing.
    assert_eq!(sites.len(), 1 + usize::from(std::env::var("TEST_POSTGRES").is_ok()), "a database is missing");
    sites
}

fn name() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A fresh SQLite file of its own.
pub async fn fresh_sqlite() -> Answer<Db> {
    let folder = std::env::temp_dir().join("accolade-tests");
    std::fs::create_dir_all(&folder).ok();
    let path = folder.join(format!("{}.db", name()));
    for ending in ["", "-wal", "-shm"] {
        std::fs::remove_file(format!("{}{ending}", path.display())).ok();
    }
    let db = Db::open(&format!("sqlite:{}", path.display())).await?;
    db.migrate().await?;
    Ok(db)
}

/// A fresh database on a PostgreSQL server.
pub async fn fresh_postgres(server: &str) -> Answer<Db> {
    let name = name();
    let admin = sqlx::PgPool::connect(server).await.map_err(super::db::Fault::from)?;
    // The name is made here, of letters and digits.
    for text in [format!("drop database if exists {name}"), format!("create database {name}")] {
        sqlx::query::<sqlx::Postgres>(sqlx::AssertSqlSafe(text)).execute(&admin).await.map_err(super::db::Fault::from)?;
    }
    admin.close().await;
    let (front, _) = server.rsplit_once('/').unwrap_or((server, ""));
    let db = Db::open(&format!("{front}/{name}")).await?;
    db.migrate().await?;
    Ok(db)
}

/// The house, for what happens by itself.
pub fn house() -> Viewer {
    Viewer::House
}
