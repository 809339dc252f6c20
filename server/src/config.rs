//! What may be asked of the binary, by flag or by environment, and what each says when it says nothing.
//!
//! An empty variable counts as not set. Everything is read once, here; nothing else asks the environment, but the client of an
//! S3-compatible store for its keys (AWS_…). What is printed of
//! it has no password in it.

use std::path::{Path, PathBuf};

use app::base::time::Moment;
use clap::{Args, Parser, Subcommand};

use crate::{demo, proxy::Proxies};

/// Where the database is when nobody says.
const DATABASE: &str = "sqlite:data/accolade.db";

/// Accolade 嘉許: the workspace of an efficiency unit.
#[derive(Parser, Debug)]
#[command(name = "accolade", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What to log: a level, or targets with levels (`info,sqlx=warn`)
    #[arg(long, env = "ACCOLADE_LOG", default_value = "info", global = true, value_parser = level)]
    pub log: String,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the workspace to browsers
    Serve(Box<Serve>),
    /// Bring the database up to date and stop
    Migrate(Base),
    /// Fill an empty database with the demo workspace and stop
    Demo(Stage),
    /// People
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Walk the audit chain and count what breaks a rule; exits with 1 if anything does
    Check(Base),
    /// Recount the public record of a vote from its file alone; exits with 1 if anything in it is wrong
    Recount(Recount),
    /// Place the activities of a showcase/1 file in halls and time; exits with 2 if the file cannot be meant
    Schedule(Schedule),
    /// Copy an SQLite database to a new file while people go on working
    Backup {
        /// The file to write; it must not be there yet
        file: PathBuf,
        #[command(flatten)]
        base: Base,
    },
}

#[derive(Subcommand, Debug)]
pub enum UserCommand {
    /// Add the people of a CSV file, all of them or none
    Import {
        /// email,name_en,name_zh,organisation,post_en,post_zh,roles,password_hash
        file: PathBuf,
        /// As if it were this moment (RFC 3339) [default: now, or a demo's own time]
        #[arg(long, env = "ACCOLADE_NOW", default_value = "", hide_default_value = true, value_parser = now)]
        now: Now,
        #[command(flatten)]
        base: Base,
    },
}

#[derive(Args, Debug)]
pub struct Base {
    /// `sqlite:PATH` or `postgres://…`
    #[arg(long, env = "ACCOLADE_DATABASE", default_value = DATABASE, hide_env_values = true, value_parser = database)]
    pub database: String,
    /// Where files people hand in are kept: a folder, or `s3://BUCKET/PREFIX` with the usual AWS_… variables (with AWS_ENDPOINT_URL
    /// for another store than Amazon's) [default: `files` beside the SQLite database, else data/files]
    #[arg(long, env = "ACCOLADE_FILES", default_value = "", hide_default_value = true, value_parser = files)]
    pub files: String,
}

impl Base {
    /// Where files are kept, if nobody says otherwise beside the database.
    pub fn files(&self) -> String {
        let beside = || sqlite_file(&self.database).and_then(Path::parent).unwrap_or(Path::new("data")).join("files");
        if self.files.is_empty() { beside().to_string_lossy().into_owned() } else { self.files.clone() }
    }
}

#[derive(Args, Debug)]
pub struct Stage {
    #[command(flatten)]
    pub base: Base,
    /// Fill an empty database with the demo workspace, as it stood at the preset (b if none is named)
    #[arg(
        long, env = "ACCOLADE_DEMO", value_name = "a|b|c|d", num_args = 0..=1, require_equals = true,
        default_value = "off", default_missing_value = "b", hide_default_value = true, value_parser = preset
    )]
    pub demo: Demo,
    /// Start the clock at this moment (RFC 3339); it runs on from there
    #[arg(long, env = "ACCOLADE_NOW", default_value = "", hide_default_value = true, value_parser = now)]
    pub now: Now,
}

#[derive(Args, Debug)]
pub struct Serve {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, env = "ACCOLADE_ADDR", default_value = "127.0.0.1:3000", value_parser = addr)]
    pub addr: String,
    #[command(flatten)]
    pub stage: Stage,
    /// Mail server (`smtp://`, `smtps://`, with user:password@ if it wants them); without it letters stay readable in the outbox
    #[arg(long, env = "ACCOLADE_SMTP", default_value = "", hide_default_value = true, hide_env_values = true)]
    pub smtp: String,
    /// Who letters are from
    #[arg(long, env = "ACCOLADE_MAIL_FROM", default_value = "Efficiency Unit <workshops@accolade.example>")]
    pub mail_from: String,
    /// Where people reach this server [default: http://ADDR]
    #[arg(long, env = "ACCOLADE_PUBLIC_URL", default_value = "", hide_default_value = true, value_parser = public_url)]
    pub public_url: String,
    /// Addresses or networks, separated by commas, whose X-Forwarded-For is believed
    #[arg(long, env = "ACCOLADE_PROXY", default_value = "", hide_default_value = true, value_parser = Proxies::parse)]
    pub proxy: Proxies,
    /// Folder of the built stylesheet and islands [default: beside the binary's folder, then target/site]
    #[arg(long, env = "ACCOLADE_SITE", default_value = "", hide_default_value = true)]
    pub site: String,
}

#[derive(Args, Debug)]
pub struct Recount {
    /// The record; `-` for standard input
    #[arg(required_unless_present = "explain")]
    pub file: Option<PathBuf>,
    /// Leave out these ballots too: a class, or the words it begins with (STOP, STOP:DAY); may be given several times
    #[arg(long, value_name = "CLASS")]
    pub without: Vec<String>,
    /// A checkpoint as it was published earlier, the whole signed note: the record must have it
    #[arg(long, value_name = "NOTEFILE")]
    pub witness: Option<PathBuf>,
    /// Look for this receipt; exits with 1 if it is not there
    #[arg(long)]
    pub receipt: Option<String>,
    /// Print the format of a record, from which others can write a recounter, and stop
    #[arg(long)]
    pub explain: bool,
}

#[derive(Args, Debug)]
pub struct Schedule {
    /// The instance, in the format showcase/1
    #[arg(long = "in", value_name = "FILE", required_unless_present = "explain")]
    pub instance: Option<PathBuf>,
    /// Where to write the schedule
    #[arg(long, value_name = "FILE", required_unless_present = "explain")]
    pub out: Option<PathBuf>,
    /// How long to search
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    pub seconds: f64,
    /// Another seed finds another schedule
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// A published schedule: start from it, and move only what is worth its price
    #[arg(long, value_name = "PLAN")]
    pub keep: Option<PathBuf>,
    /// Print the format of instances and schedules, and what is counted, and stop
    #[arg(long)]
    pub explain: bool,
}

/// Which demo is wanted, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo(pub Option<char>);

/// When the clock is to start, if somebody says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now(pub Option<Moment>);

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.0..=86_400.0).contains(seconds));
    seconds.ok_or_else(|| "must be a number of seconds, a day at most".into())
}

fn level(text: &str) -> Result<String, String> {
    Ok(if text.trim().is_empty() { "info".into() } else { text.into() })
}

fn addr(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Ok("127.0.0.1:3000".into()),
        text if text.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok()) => Ok(text.into()),
        _ => Err("give address and port, as 127.0.0.1:3000".into()),
    }
}

fn database(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Ok(DATABASE.into()),
        text if text.strip_prefix("sqlite:").is_some_and(|path| !path.is_empty()) => Ok(text.into()),
        text if text.starts_with("postgres://") || text.starts_with("postgresql://") => Ok(text.into()),
        _ => Err("give sqlite:PATH or postgres://…".into()),
    }
}

fn files(text: &str) -> Result<String, String> {
    let text = text.trim();
    match text.split_once("://") {
        None => Ok(text.into()),
        Some(("s3", rest)) if rest.split('/').next().is_some_and(|bucket| !bucket.is_empty() && !bucket.contains(['@', ':'])) => {
            Ok(text.trim_end_matches('/').into())
        }
        Some(_) => Err("give a folder or s3://BUCKET/PREFIX".into()),
    }
}

fn preset(text: &str) -> Result<Demo, String> {
    let text = text.trim().to_ascii_lowercase();
    match text.as_str() {
        "" | "off" | "no" | "false" | "0" => Ok(Demo(None)),
        "on" | "yes" | "true" | "1" => Ok(Demo(Some('b'))),
        _ => {
            let known = text.chars().next().filter(|letter| text.len() == 1 && demo::preset(*letter).is_some());
            known.map(|letter| Demo(Some(letter))).ok_or_else(|| "the presets are a, b, c and d".into())
        }
    }
}

fn now(text: &str) -> Result<Now, String> {
    match text.trim() {
        "" => Ok(Now(None)),
        text => Moment::parse(text).map(|moment| Now(Some(moment))).ok_or_else(|| "give RFC 3339, as 2002-01-12T11:00:00+08:00".into()),
    }
}

fn public_url(text: &str) -> Result<String, String> {
    let text = text.trim().trim_end_matches('/');
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest {
        None if text.is_empty() => Ok(String::new()),
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@']) => Ok(text.into()),
        _ => Err("give scheme and host with nothing after it, as https://accolade.example".into()),
    }
}

/// The file of an SQLite database; none for PostgreSQL or a database in memory.
pub fn sqlite_file(database: &str) -> Option<&Path> {
    let path = database.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    (path != ":memory:").then(|| Path::new(path))
}

/// An address without its password, fit to be printed.
pub fn redacted(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let (authority, tail) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    // PostgreSQL also takes a password in the query.
    let path = tail.split_once('?').map_or(tail, |(path, _)| path);
    match authority.rsplit_once('@') {
        Some((user, host)) => {
            let user = user.split_once(':').map_or(user.to_owned(), |(user, _)| format!("{user}:…"));
            format!("{scheme}://{user}@{host}{path}")
        }
        None => format!("{scheme}://{authority}{path}"),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, FromArgMatches, error::Error};

    use super::*;

    /// Parses flags alone: what the environment of the tests says should not matter.
    fn parse(args: &[&str]) -> Result<Cli, Error> {
        let deaf = Cli::command().mut_subcommands(|command| command.mut_args(|arg| arg.env(None::<&str>)));
        Cli::from_arg_matches(&deaf.try_get_matches_from(["accolade", "serve"].iter().chain(args))?)
    }

    fn serve(args: &[&str]) -> Serve {
        match parse(args).unwrap().command {
            Command::Serve(serve) => *serve,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn with_no_flag_everything_has_the_promised_value() {
        let serve = serve(&[]);
        assert_eq!(serve.addr, "127.0.0.1:3000");
        assert_eq!(serve.stage.base.database, "sqlite:data/accolade.db");
        assert_eq!((serve.stage.demo, serve.stage.now), (Demo(None), Now(None)));
        assert_eq!((serve.smtp.as_str(), serve.public_url.as_str(), serve.site.as_str()), ("", "", ""));
    }

    #[test]
    fn a_bare_demo_means_b_and_never_swallows_the_next_flag() {
        assert_eq!(serve(&["--demo"]).stage.demo, Demo(Some('b')));
        assert_eq!(serve(&["--demo=c"]).stage.demo, Demo(Some('c')));
        let both = serve(&["--demo", "--addr", "127.0.0.1:0"]);
        assert_eq!((both.stage.demo, both.addr.as_str()), (Demo(Some('b')), "127.0.0.1:0"));
        assert!(parse(&["--demo=x"]).is_err());
    }

    #[test]
    fn what_cannot_be_meant_is_refused_at_once() {
        for args in [["--database", "mysql://x"], ["--now", "tomorrow"], ["--public-url", "accolade.example"], ["--addr", "here"]] {
            assert!(parse(&args).is_err(), "{args:?}");
        }
        assert_eq!(serve(&["--public-url", "https://accolade.example/"]).public_url, "https://accolade.example");
    }

    #[test]
    fn files_are_beside_the_database_unless_somebody_says_where() {
        let at = |args: &[&str]| serve(args).stage.base.files();
        assert_eq!(at(&[]), "data/files");
        assert_eq!(at(&["--database", "sqlite:/var/lib/accolade/a.db?mode=rwc"]), "/var/lib/accolade/files");
        assert_eq!(at(&["--database", "sqlite:a.db"]), "files");
        assert_eq!(at(&["--database", "postgres://db/accolade"]), "data/files");
        assert_eq!(at(&["--files", "/srv/files"]), "/srv/files");
        assert_eq!(at(&["--files", "s3://papers/accolade/"]), "s3://papers/accolade");
        for wrong in ["s3://", "s3:///prefix", "s3://key:secret@papers", "https://papers.example"] {
            assert!(parse(&["--files", wrong]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn no_password_is_printed() {
        assert_eq!(redacted("postgres://eu:s3cret@db:5432/accolade"), "postgres://eu:…@db:5432/accolade");
        assert_eq!(redacted("postgres://db/accolade?password=s3cret"), "postgres://db/accolade");
        assert_eq!(redacted("smtps://eu:p@ss@mail.example"), "smtps://eu:…@mail.example");
        assert_eq!(redacted("sqlite:data/accolade.db"), "sqlite:data/accolade.db");
    }

    #[test]
    fn the_file_of_a_database_is_known_where_there_is_one() {
        assert_eq!(sqlite_file("sqlite:data/accolade.db"), Some(Path::new("data/accolade.db")));
        assert_eq!(sqlite_file("sqlite:///var/accolade.db?mode=rwc"), Some(Path::new("/var/accolade.db")));
        assert_eq!(sqlite_file("sqlite::memory:"), None);
        assert_eq!(sqlite_file("postgres://db/accolade"), None);
    }
}
