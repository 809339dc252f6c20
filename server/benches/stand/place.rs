//! Databases to measure on: fresh ones of either kind, and copies of one that is filled. All are gone in the end.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use super::Done;

/// A folder of its own, and the PostgreSQL that `TEST_POSTGRES` names.
pub struct Places {
    folder: PathBuf,
    postgres: Option<String>,
}

impl Places {
    pub fn new(name: &str) -> Done<Places> {
        let folder = std::env::temp_dir().join(format!("accolade-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let postgres = std::env::var("TEST_POSTGRES").ok().filter(|url| !url.is_empty());
        Ok(Places { folder, postgres })
    }

    /// The kinds of database there are.
    pub fn kinds(&self) -> Vec<&'static str> {
        if self.postgres.is_some() { vec!["SQLite", "PostgreSQL"] } else { vec!["SQLite"] }
    }

    /// A file in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn name(&self) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        format!("bench_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// The address of a fresh database.
    pub async fn fresh(&self, kind: &str) -> Done<String> {
        let name = self.name();
        match (kind, &self.postgres) {
            ("PostgreSQL", Some(url)) => create(url, &name, "template0").await,
            _ => Ok(format!("sqlite:{}", self.file(&name).with_extension("db").display())),
        }
    }

    /// A copy of a database that nobody has open.
    pub async fn copy(&self, address: &str) -> Done<String> {
        let name = self.name();
        match (address.strip_prefix("sqlite:"), &self.postgres) {
            (Some(from), _) => {
                let to = self.file(&name).with_extension("db");
                // Whoever closed it last has taken the log in; if not, it goes along.
                for ending in ["", "-wal"] {
                    let from = format!("{from}{ending}");
                    if Path::new(&from).exists() {
                        fs::copy(from, format!("{}{ending}", to.display()))?;
                    }
                }
                Ok(format!("sqlite:{}", to.display()))
            }
            (None, Some(url)) => create(url, &name, address.rsplit_once('/').map_or(address, |(_, name)| name)).await,
            (None, None) => Err("no PostgreSQL".into()),
        }
    }
}

impl Drop for Places {
    /// The folder goes; the PostgreSQL is the run's own and goes with its databases.
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// Makes a database; names are made here, of letters, digits and strokes.
async fn create(server: &str, name: &str, template: &str) -> Done<String> {
    let admin = sqlx::PgPool::connect(server).await?;
    let text = format!("create database {name} template {template}");
    sqlx::query::<sqlx::Postgres>(sqlx::AssertSqlSafe(text)).execute(&admin).await?;
    admin.close().await;
    let (front, _) = server.rsplit_once('/').ok_or("TEST_POSTGRES names no database")?;
    Ok(format!("{front}/{name}"))
}
