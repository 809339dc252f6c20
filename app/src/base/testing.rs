//! For tests of acts: a site on a fresh database of either kind, with a clock in the hand and chance from a seed.
//!
//! SQLite is always there; PostgreSQL when `TEST_POSTGRES` names a server, as `make test` does. Each test has its own database.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use sqlx::Connection;
use tokio::sync::OnceCell;

use super::{
    ctx::Viewer,
    db::{Db, Fault},
    files::Files,
    problem::{Answer, Problem},
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

/// A fresh SQLite file of its own: a copy of the one that was migrated for all tests of this process.
pub async fn fresh_sqlite() -> Answer<Db> {
    static MIGRATED: OnceCell<Vec<u8>> = OnceCell::const_new();
    let migrated = MIGRATED
        .get_or_try_init(|| async {
            let db = Db::open(&format!("sqlite:{}", made::file(&name()).display())).await?;
            db.migrate().await?;
            contents(&db).await
        })
        .await?;
    sqlite_of(migrated).await
}

/// What an SQLite database holds, as the file it would be.
pub async fn contents(db: &Db) -> Answer<Vec<u8>> {
    let file = made::file(&name());
    db.backup(&file.to_string_lossy()).await?;
    Ok(std::fs::read(&file).map_err(Fault::new)?)
}

/// A fresh SQLite file with what another one holds.
pub async fn sqlite_of(bytes: &[u8]) -> Answer<Db> {
    let file = made::file(&name());
    std::fs::write(&file, bytes).map_err(Fault::new)?;
    Ok(Db::open(&format!("sqlite:{}", file.display())).await?)
}

/// A fresh database on a PostgreSQL server: a copy of the one that was migrated for all tests of this process.
pub async fn fresh_postgres(server: &str) -> Answer<Db> {
    static MIGRATED: OnceCell<String> = OnceCell::const_new();
    let (front, _) = server.rsplit_once('/').unwrap_or((server, ""));
    let migrated = MIGRATED
        .get_or_try_init(|| async {
            let name = database(server, "").await?;
            let db = Db::open(&format!("{front}/{name}")).await?;
            db.migrate().await?;
            db.close().await;
            Ok::<_, Problem>(name)
        })
        .await?;
    let name = database(server, &format!("template {migrated}")).await?;
    made::database(server, &name);
    Ok(Db::open(&format!("{front}/{name}")).await?)
}

/// Makes a database, and gives its name; one that an earlier process left under that name goes.
async fn database(server: &str, from: &str) -> Answer<String> {
    let name = name();
    command(server, format!("drop database if exists {name}")).await?;
    command(server, format!("create database {name} {from}")).await?;
    Ok(name)
}

/// A command to the server itself. Names are made here, of letters and digits.
async fn command(server: &str, text: String) -> Answer<()> {
    let mut admin = sqlx::PgConnection::connect(server).await.map_err(Fault::from)?;
    sqlx::query::<sqlx::Postgres>(sqlx::AssertSqlSafe(text)).execute(&mut admin).await.map_err(Fault::from)?;
    Ok(admin.close().await.map_err(Fault::from)?)
}

/// What a test made goes when its thread ends: more than a thousand databases are a dozen gigabytes.
mod made {
    use std::{
        cell::RefCell,
        path::{Path, PathBuf},
    };

    enum Thing {
        File(PathBuf),
        Database { server: String, name: String },
    }

    /// Dropped with the thread.
    struct Things(RefCell<Vec<Thing>>);

    thread_local! { static THINGS: Things = const { Things(RefCell::new(Vec::new())) } }

    impl Drop for Things {
        fn drop(&mut self) {
            for thing in self.0.take() {
                match thing {
                    Thing::File(file) => remove(&file),
                    Thing::Database { server, name } => {
                        // On a thread of its own: what a runtime needs of this one may be gone already.
                        let dropped = std::thread::spawn(move || {
                            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
                            runtime.block_on(super::command(&server, format!("drop database if exists {name} with (force)"))).ok()
                        });
                        if !matches!(dropped.join(), Ok(Some(()))) {
                            tracing::warn!("a test's database is left behind");
                        }
                    }
                }
            }
        }
    }

    fn remove(file: &Path) {
        for ending in ["", "-wal", "-shm"] {
            std::fs::remove_file(format!("{}{ending}", file.display())).ok();
        }
    }

    /// Where a test's SQLite file lies; nothing is there yet.
    pub fn file(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join("accolade-tests");
        std::fs::create_dir_all(&folder).ok();
        let file = folder.join(format!("{name}.db"));
        remove(&file);
        THINGS.with(|all| all.0.borrow_mut().push(Thing::File(file.clone())));
        file
    }

    /// A test has made a database.
    pub fn database(server: &str, name: &str) {
        THINGS.with(|all| all.0.borrow_mut().push(Thing::Database { server: server.into(), name: name.into() }));
    }
}

/// The house, for what happens by itself.
pub fn house() -> Viewer {
    Viewer::House
}
