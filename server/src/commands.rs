//! The commands that do one thing and stop. What they do is done by `app`; here it is called, and said in English on the
//! terminal. Exit code 1 means that it was not done, or that something is wrong.

use std::{io::Write, path::Path, process::ExitCode};

use app::base::{audit, db::Db, problem::Problem, site::Settings};

use crate::{
    Outcome, because,
    config::{self, Base, Demo, Now, Stage},
    faulty, site, stage,
};

/// A line for whoever sits at the terminal; if nobody reads any more (`| head`), that is no fault.
pub fn say(line: std::fmt::Arguments<'_>) {
    writeln!(std::io::stdout(), "{line}").ok();
}

/// `migrate`: the database is brought up to date as it is opened.
pub async fn migrate(database: &str) -> Outcome<ExitCode> {
    let db = site::open(database).await?;
    say(format_args!("the database {} is up to date", config::redacted(database)));
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// `demo`: what `serve --demo` does before it serves.
pub async fn demo(wish: &Stage) -> Outcome<ExitCode> {
    let db = site::open(&wish.base.database).await?;
    let settings = Settings { public_url: String::new(), demo: false, assets: Default::default(), secure: false };
    let wanted = Demo(wish.demo.0.or(Some('b')));
    let site = stage::set(db, site::files(&wish.base.files())?, settings, wanted, wish.now).await?;
    let shown = site.settings.demo;
    if shown {
        say(format_args!("the demo stands at {}", site.now().to_rfc3339()));
    } else {
        say(format_args!("nothing loaded: the database {} holds work of its own", config::redacted(&wish.base.database)));
    }
    site.db.close().await;
    Ok(if shown { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `user import`: everybody in the file, or nobody and every line that is wrong.
pub async fn import(file: &Path, now: Now, base: &Base) -> Outcome<ExitCode> {
    let bytes = std::fs::read(file).map_err(because(format!("cannot read {}", file.display())))?;
    let site = stage::aside(site::open(&base.database).await?, site::files(&base.files())?, now).await?;
    let mut ctx = site::house(&site, true).await?;
    let imported = match app::people::acts::import(&mut ctx, &bytes).await {
        Ok(count) => ctx.commit().await.map(|()| count),
        Err(problem) => {
            // The transaction goes with it: nobody has been added.
            drop(ctx);
            Err(problem)
        }
    };
    site.db.close().await;
    Ok(match imported {
        Ok(count) => {
            say(format_args!("{count} people added"));
            ExitCode::SUCCESS
        }
        Err(problem) => refused(&problem),
    })
}

fn refused(problem: &Problem) -> ExitCode {
    for sentence in site::sentences(problem) {
        eprintln!("{sentence}");
    }
    ExitCode::FAILURE
}

/// `check`: walks the audit chain and counts what breaks an invariant.
pub async fn check(base: &Base) -> Outcome<ExitCode> {
    let site = stage::aside(site::open_existing(&base.database).await?, site::files(&base.files())?, Now(None)).await?;
    let mut ctx = site::house(&site, false).await?;
    let chain = audit::verify(&mut ctx.tx).await.map_err(faulty("cannot walk the audit chain"))?;
    match chain {
        Ok(count) => say(format_args!("the audit chain is whole: {count} events")),
        Err(seq) => say(format_args!("THE AUDIT CHAIN IS BROKEN at event {seq}")),
    }
    let counts = app::checks::all(&mut ctx).await.map_err(|problem| site::sentences(&problem).join("\n"))?;
    for (sentence, violations) in &counts {
        say(format_args!("{violations:>6}  {sentence}"));
    }
    drop(ctx);
    site.db.close().await;
    let sound = chain.is_ok() && counts.iter().all(|(_, violations)| *violations == 0);
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `backup`: a consistent copy while people go on working.
pub async fn backup(file: &Path, database: &str) -> Outcome<ExitCode> {
    if config::sqlite_file(database).is_none() {
        return Err("backup copies an SQLite database; for PostgreSQL use pg_dump --format=custom".into());
    }
    if file.exists() {
        return Err(format!("{} is there already; give a new name", file.display()));
    }
    let path = file.to_str().ok_or("the name of the file must be UTF-8")?;
    let db = open_unchanged(database).await?;
    db.backup(path).await.map_err(faulty(format!("cannot write {}", file.display())))?;
    db.close().await;
    say(format_args!("copied to {}", file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Opens a database as it is: a copy should be made before a new version changes anything.
async fn open_unchanged(database: &str) -> Outcome<Db> {
    match config::sqlite_file(database) {
        Some(file) if !file.exists() => Err(format!("there is no database {}", file.display())),
        _ => Db::open(database).await.map_err(faulty(format!("cannot open the database {}", config::redacted(database)))),
    }
}
