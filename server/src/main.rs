//! The binary `accolade`: reads what it is asked, sets up the log and the threads, and runs one command.
//!
//! It never does a command's work itself: that is `serve.rs` and `commands.rs`.

use std::{io::IsTerminal, process::ExitCode, time::Duration};

use clap::Parser;
use server::{
    Outcome, because, commands,
    config::{Cli, Command, UserCommand},
    recount, schedule, serve,
};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match log(&cli.log).and_then(|()| threads()?.block_on(run(cli.command))) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("accolade: {sentence}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Outcome<ExitCode> {
    match command {
        Command::Serve(wish) => serve::serve(*wish).await.map(|()| ExitCode::SUCCESS),
        Command::Migrate(base) => commands::migrate(&base.database).await,
        Command::Demo(wish) => commands::demo(&wish).await,
        Command::User { command: UserCommand::Import { file, now, base } } => commands::import(&file, now, &base).await,
        Command::Check(base) => commands::check(&base).await,
        Command::Recount(wish) => recount::recount(&wish),
        Command::Schedule(wish) => schedule::schedule(&wish),
        Command::Backup { file, base } => commands::backup(&file, &base.database).await,
    }
}

/// As many workers as cores; blocking work (passwords, papers) on a few threads that go away again.
fn threads() -> Outcome<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(16)
        .thread_keep_alive(Duration::from_secs(5))
        .build()
        .map_err(because("cannot start the threads"))
}

/// One line an event on standard error: JSON for machines, plain where a person looks on.
fn log(filter: &str) -> Outcome<()> {
    // PostgreSQL remarks on what is as it should be; whoever wants that can ask for it by name.
    let filter =
        EnvFilter::try_new(format!("sqlx::postgres::notice=warn,{filter}")).map_err(because("ACCOLADE_LOG is not a log filter"))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.compact().init();
    } else {
        log.json().flatten_event(true).with_span_list(false).init();
    }
    // A panic's own message may quote what somebody typed, so only its place is written; the request's span has its number.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    Ok(())
}
