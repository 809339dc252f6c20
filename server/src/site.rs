//! Opens the database and the store of files, and builds the site that everything else is handed.
//!
//! It never looks into a table: what must be remembered between runs goes through the settings of `app::base::db`.

use std::sync::{Arc, atomic::AtomicU64};

use app::base::{
    ctx::{Ctx, Viewer},
    db::{self, Db},
    files::Files,
    problem::Problem,
    site::{Clock, Settings, Site},
    text::Lang,
    words::Words,
};

use crate::{Outcome, because, config, faulty};

/// Opens a database, makes its folder where it needs one, and brings it up to date.
pub async fn open(database: &str) -> Outcome<Db> {
    if let Some(folder) = config::sqlite_file(database).and_then(|file| file.parent()) {
        std::fs::create_dir_all(folder).map_err(because(format!("cannot make the folder {}", folder.display())))?;
    }
    let shown = config::redacted(database);
    let db = Db::open(database).await.map_err(faulty(format!("cannot open the database {shown}")))?;
    db.migrate().await.map_err(faulty(format!("cannot bring the database {shown} up to date")))?;
    Ok(db)
}

/// Opens the store of files.
pub fn files(place: &str) -> Outcome<Files> {
    Files::open(place).map_err(faulty(format!("cannot open the store of files {place}")))
}

/// Opens a database that must be there already: looking at one should not make one.
pub async fn open_existing(database: &str) -> Outcome<Db> {
    match config::sqlite_file(database) {
        Some(file) if !file.exists() => Err(format!("there is no database {}", file.display())),
        _ => open(database).await,
    }
}

/// The secret of this installation, made by whichever server first asks for it.
pub async fn secret(db: &Db) -> Outcome<[u8; 32]> {
    let mut fresh = [0u8; 32];
    chance(&mut fresh);
    let what = "cannot keep the secret of this installation";
    let mut tx = db.write().await.map_err(faulty(what))?;
    let kept = db::keep_setting(&mut tx, "secret", &hex::encode(fresh)).await.map_err(faulty(what))?;
    tx.commit().await.map_err(faulty(what))?;
    let mut secret = [0u8; 32];
    hex::decode_to_slice(kept.trim(), &mut secret).map_err(because("the kept secret of this installation cannot be read"))?;
    Ok(secret)
}

/// Fills a buffer from the machine's own source. A server without chance would hand out tokens that can be guessed, so it stops.
pub fn chance(buffer: &mut [u8]) {
    if let Err(cause) = getrandom::fill(buffer) {
        tracing::error!(%cause, "this machine gives no random bytes");
        std::process::abort();
    }
}

/// A site from its parts.
pub fn build(db: Db, files: Files, clock: Clock, settings: Settings, secret: [u8; 32]) -> Arc<Site> {
    Arc::new(Site { db, files, clock, settings, chance, version: AtomicU64::new(1), secret, own: Default::default() })
}

/// A problem in English sentences, one a line, for whoever sits at the terminal.
pub fn sentences(problem: &Problem) -> Vec<String> {
    let words = Words::of(Lang::En);
    problem.complaints.iter().map(|complaint| words.complaint(complaint)).collect()
}

/// A transaction of the house itself, to change something or to look.
pub async fn house(site: &Arc<Site>, write: bool) -> Outcome<Ctx> {
    let ctx = if write { Ctx::write(site, Viewer::House).await } else { Ctx::read(site, Viewer::House).await };
    ctx.map_err(|problem| sentences(&problem).join("\n"))
}
