//! Two databases behind one thin adapter: plain functions on a transaction, `$1` parameters, rows through `FromRow`.
//!
//! SQLite has one writer, whose transactions begin immediately, and a pool of readers; PostgreSQL is read committed with
//! one pool. It decides nothing: which rows to lock is said by the stores (`lock_…` touches the parent row first).

use std::{borrow::Cow, fmt, str::FromStr, time::Duration};

use sqlx::{
    AssertSqlSafe, FromRow, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    postgres::{PgPoolOptions, PgRow},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous},
};

use super::{
    problem::{Kind, Problem},
    time::{Day, Moment},
};

mod text;

use text::{ROWS, TOGETHER, repeated, together};

/// The one set of migrations, for both databases.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../migrations");

/// A statement of some store, registered so that one test prepares every one of them on both databases.
pub struct Statement {
    pub text: &'static str,
    pub file: &'static str,
    pub line: u32,
}

inventory::collect!(Statement);

/// Every statement of the application.
pub fn statements() -> impl Iterator<Item = &'static Statement> {
    inventory::iter::<Statement>.into_iter()
}

/// A statement's text, registered where it stands.
#[macro_export]
macro_rules! sql {
    ($text:expr) => {{
        ::inventory::submit! { $crate::base::db::Statement { text: $text, file: file!(), line: line!() } }
        $text
    }};
}

/// The arguments of a statement, in order.
#[macro_export]
macro_rules! args {
    ($($arg:expr),* $(,)?) => { vec![$($crate::base::db::Arg::from($arg)),*] };
}

/// A failure of the machine: the chain of causes, for the log only.
pub struct Fault(pub Box<dyn std::error::Error + Send + Sync>);

/// What a store gives.
pub type Stored<T> = Result<T, Fault>;

impl Fault {
    pub fn new(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Fault {
        Fault(cause.into())
    }

    /// The database is away or overloaded: worth another try, unlike a mistake of ours.
    fn is_passing(&self) -> bool {
        match self.0.downcast_ref::<sqlx::Error>() {
            Some(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed) => true,
            Some(sqlx::Error::Database(e)) => {
                // 57P0x: PostgreSQL shutting down or starting; 40P01, 40001: a deadlock or serialisation victim; 5: SQLite busy.
                e.code().is_some_and(|code| code.starts_with("57P0") || matches!(&*code, "40P01" | "40001" | "53300" | "5"))
            }
            Some(_) => false,
            // So may a store of files that is somewhere else.
            None => matches!(self.0.downcast_ref(), Some(object_store::Error::Generic { store: "S3", .. })),
        }
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl From<sqlx::Error> for Fault {
    fn from(e: sqlx::Error) -> Fault {
        Fault(Box::new(e))
    }
}

impl From<Fault> for Problem {
    /// Logs the fault once, under a number the person is shown.
    fn from(fault: Fault) -> Problem {
        let mut raw = [0u8; 4];
        getrandom::fill(&mut raw).ok();
        let incident = hex::encode(raw).to_uppercase();
        if fault.is_passing() {
            tracing::warn!(incident, cause = ?fault, "the database, or the store of files, did not answer");
            return Problem { incident: Some(incident), ..Problem::new(Kind::Busy, "problem-busy") };
        }
        tracing::error!(incident, cause = ?fault, "a fault");
        let problem = Problem::new(Kind::Broken, "problem-broken").with("incident", incident.as_str());
        Problem { incident: Some(incident), ..problem }
    }
}

/// One argument of a statement, with its type even when it is null: PostgreSQL wants to know.
#[derive(Clone, Debug)]
pub enum Arg {
    Int(Option<i64>),
    Text(Option<String>),
    Bool(Option<bool>),
    Bytes(Vec<u8>),
}

macro_rules! arguments {
    ($($from:ty => $make:expr;)*) => {$(
        impl From<$from> for Arg {
            fn from(it: $from) -> Arg {
                let make: fn($from) -> Arg = $make;
                make(it)
            }
        }
    )*};
}

arguments! {
    i64 => |it| Arg::Int(Some(it));
    u32 => |it| Arg::Int(Some(it.into()));
    Option<i64> => Arg::Int;
    bool => |it| Arg::Bool(Some(it));
    &str => |it| Arg::Text(Some(it.into()));
    &String => |it| Arg::Text(Some(it.clone()));
    String => |it| Arg::Text(Some(it));
    Option<String> => Arg::Text;
    Option<&str> => |it| Arg::Text(it.map(Into::into));
    Moment => |it| Arg::Int(Some(it.0));
    Option<Moment> => |it| Arg::Int(it.map(|m| m.0));
    Day => |it| Arg::Text(Some(it.iso()));
    Option<Day> => |it| Arg::Text(it.map(Day::iso));
    Vec<u8> => Arg::Bytes;
    super::ids::PersonId => |it| Arg::Int(Some(it.0));
    Option<super::ids::PersonId> => |it| Arg::Int(it.map(|id| id.0));
    super::ids::PostId => |it| Arg::Int(Some(it.0));
    super::ids::RegistrationId => |it| Arg::Int(Some(it.0));
    super::ids::ParticipantId => |it| Arg::Int(Some(it.0));
    super::ids::SurveyId => |it| Arg::Int(Some(it.0));
    super::ids::AttachmentId => |it| Arg::Int(Some(it.0));
    super::ids::SeatId => |it| Arg::Int(Some(it.0));
    super::ids::LetterId => |it| Arg::Int(Some(it.0));
}

/// A row that can be read from either database; `#[derive(sqlx::FromRow)]` is enough.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// The database of a site.
#[derive(Clone)]
pub enum Db {
    Sqlite { readers: SqlitePool, writer: SqlitePool },
    Postgres(PgPool),
}

/// A transaction. Dropped, it is rolled back.
pub struct Tx {
    on: On,
    /// Changes whose count nobody asked for, to be made before the next question; see [`Tx::later`].
    later: Vec<(&'static str, Vec<Arg>)>,
    /// How often it has asked: tests hold pages to a number that does not grow with what they show.
    asked: usize,
}

enum On {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`.
    pub async fn open(address: &str) -> Stored<Db> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            let options = SqliteConnectOptions::from_str(&format!("sqlite:{path}"))?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("temp_store", "memory")
                // Pages that many ballots change are copied back once for all of them: the log grows to 16 MB before.
                .pragma("wal_autocheckpoint", "4000")
                .statement_cache_capacity(200);
            let writer =
                SqlitePoolOptions::new().max_connections(1).acquire_timeout(Duration::from_secs(30)).connect_with(options.clone()).await?;
            let readers = SqlitePoolOptions::new().max_connections(4).connect_with(options.read_only(true)).await?;
            Ok(Db::Sqlite { readers, writer })
        } else {
            let pool = PgPoolOptions::new().max_connections(32).acquire_timeout(Duration::from_secs(15)).connect(address).await?;
            Ok(Db::Postgres(pool))
        }
    }

    pub async fn migrate(&self) -> Stored<()> {
        match self {
            Db::Sqlite { writer, .. } => MIGRATIONS.run(writer).await,
            Db::Postgres(pool) => MIGRATIONS.run(pool).await,
        }
        .map_err(Fault::new)
    }

    /// A transaction to change things in.
    pub async fn write(&self) -> Stored<Tx> {
        Ok(Tx::begun(match self {
            Db::Sqlite { writer, .. } => On::Sqlite(writer.begin_with("begin immediate").await?),
            Db::Postgres(pool) => On::Postgres(pool.begin().await?),
        }))
    }

    /// A transaction to look in: one consistent picture, never waits for the writer.
    pub async fn read(&self) -> Stored<Tx> {
        Ok(Tx::begun(match self {
            Db::Sqlite { readers, .. } => On::Sqlite(readers.begin().await?),
            Db::Postgres(pool) => On::Postgres(pool.begin_with("begin isolation level repeatable read read only").await?),
        }))
    }

    pub async fn close(&self) {
        match self {
            Db::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }

    pub fn kind(&self) -> &'static str {
        match self {
            Db::Sqlite { .. } => "sqlite",
            Db::Postgres(_) => "postgres",
        }
    }
}

macro_rules! bound {
    ($query:expr, $args:expr) => {{
        let mut query = $query;
        for arg in $args {
            query = match arg {
                Arg::Int(it) => query.bind(it),
                Arg::Text(it) => query.bind(it),
                Arg::Bool(it) => query.bind(it),
                Arg::Bytes(it) => query.bind(it),
            };
        }
        query
    }};
}

impl Tx {
    fn begun(on: On) -> Tx {
        Tx { on, later: Vec::new(), asked: 0 }
    }

    /// Every row of the answer.
    pub async fn all<R: Row>(&mut self, text: &'static str, args: Vec<Arg>) -> Stored<Vec<R>> {
        let (text, args) = self.after_those_put_off(text, args).await?;
        Ok(match &mut self.on {
            On::Sqlite(tx) => bound!(sqlx::query_as::<Sqlite, R>(AssertSqlSafe(text)), args).fetch_all(&mut **tx).await?,
            On::Postgres(tx) => bound!(sqlx::query_as::<Postgres, R>(AssertSqlSafe(text)), args).fetch_all(&mut **tx).await?,
        })
    }

    /// The first row, if there is one.
    pub async fn one<R: Row>(&mut self, text: &'static str, args: Vec<Arg>) -> Stored<Option<R>> {
        let (text, args) = self.after_those_put_off(text, args).await?;
        Ok(match &mut self.on {
            On::Sqlite(tx) => bound!(sqlx::query_as::<Sqlite, R>(AssertSqlSafe(text)), args).fetch_optional(&mut **tx).await?,
            On::Postgres(tx) => bound!(sqlx::query_as::<Postgres, R>(AssertSqlSafe(text)), args).fetch_optional(&mut **tx).await?,
        })
    }

    /// Changes rows and says how many.
    pub async fn run(&mut self, text: &'static str, args: Vec<Arg>) -> Stored<u64> {
        self.catch_up().await?;
        self.asked += 1;
        Ok(match &mut self.on {
            On::Sqlite(tx) => bound!(sqlx::query::<Sqlite>(text), args).execute(&mut **tx).await?.rows_affected(),
            On::Postgres(tx) => bound!(sqlx::query::<Postgres>(text), args).execute(&mut **tx).await?.rows_affected(),
        })
    }

    /// Changes rows before the next question is asked, or the transaction ends: for changes whose count nobody needs.
    ///
    /// Every way to SQLite's thread and back costs more than a statement does there; these go along with the next one.
    pub fn later(&mut self, text: &'static str, args: Vec<Arg>) {
        self.later.push((text, args));
    }

    /// A question behind the changes that were put off. SQLite takes them as one text; PostgreSQL makes the changes first.
    /// The text is made of statements of ours alone; what people typed is in the arguments.
    async fn after_those_put_off(&mut self, text: &'static str, args: Vec<Arg>) -> Stored<(Cow<'static, str>, Vec<Arg>)> {
        self.asked += 1;
        match self.on {
            On::Sqlite(_) if (1..TOGETHER).contains(&self.later.len()) => {
                self.later.push((text, args));
                let (text, args) = together(std::mem::take(&mut self.later));
                Ok((text.into(), args))
            }
            _ => {
                self.catch_up().await?;
                Ok((text.into(), args))
            }
        }
    }

    /// Makes the changes that were put off.
    async fn catch_up(&mut self) -> Stored<()> {
        let mut later = std::mem::take(&mut self.later);
        match &mut self.on {
            On::Sqlite(tx) => {
                while !later.is_empty() {
                    let rest = later.split_off(later.len().min(TOGETHER));
                    let (text, args) = together(std::mem::replace(&mut later, rest));
                    bound!(sqlx::query::<Sqlite>(AssertSqlSafe(text)), args).execute(&mut **tx).await?;
                }
            }
            On::Postgres(tx) => {
                for (text, args) in later {
                    bound!(sqlx::query::<Postgres>(text), args).execute(&mut **tx).await?;
                }
            }
        }
        Ok(())
    }

    /// One statement for many rows: the tuple behind its `values` is repeated for each of them. The answers of all together.
    ///
    /// A row costs a fraction of what a statement of its own costs; so many go at once that they stay within the arguments a
    /// statement may have.
    pub async fn rows<R: Row>(&mut self, text: &'static str, rows: Vec<Vec<Arg>>) -> Stored<Vec<R>> {
        self.catch_up().await?;
        let mut found = Vec::new();
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let many: Vec<Vec<Arg>> = rows.by_ref().take(ROWS).collect();
            let (text, args) = (repeated(text, many.len()), many.into_iter().flatten());
            self.asked += 1;
            match &mut self.on {
                On::Sqlite(tx) => found.extend(bound!(sqlx::query_as::<Sqlite, R>(AssertSqlSafe(text)), args).fetch_all(&mut **tx).await?),
                On::Postgres(tx) => {
                    found.extend(bound!(sqlx::query_as::<Postgres, R>(AssertSqlSafe(text)), args).fetch_all(&mut **tx).await?)
                }
            }
        }
        Ok(found)
    }

    /// How many questions were put to the database so far.
    pub fn asked(&self) -> usize {
        self.asked
    }

    /// One number: a count or a sum.
    pub async fn number(&mut self, text: &'static str, args: Vec<Arg>) -> Stored<i64> {
        Ok(self.one::<(i64,)>(text, args).await?.map_or(0, |(n,)| n))
    }

    /// Makes the changes last.
    pub async fn commit(mut self) -> Stored<()> {
        self.catch_up().await?;
        match self.on {
            On::Sqlite(tx) => tx.commit().await?,
            On::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Prepares a statement without running it.
    pub async fn prepare(&mut self, text: &'static str) -> Stored<()> {
        use sqlx::{Executor, SqlSafeStr};
        match &mut self.on {
            On::Sqlite(tx) => drop((&mut **tx).prepare(text.into_sql_str()).await?),
            On::Postgres(tx) => drop((&mut **tx).prepare(text.into_sql_str()).await?),
        }
        Ok(())
    }
}

impl Db {
    /// The answer to one question that needs no transaction around it: a third of the way to the database and back.
    pub async fn all<R: Row>(&self, text: &'static str, args: Vec<Arg>) -> Stored<Vec<R>> {
        Ok(match self {
            Db::Sqlite { readers, .. } => bound!(sqlx::query_as::<Sqlite, R>(text), args).fetch_all(readers).await?,
            Db::Postgres(pool) => bound!(sqlx::query_as::<Postgres, R>(text), args).fetch_all(pool).await?,
        })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Stored<()> {
        self.all::<(i64,)>(crate::sql!("select cast(1 as bigint)"), Vec::new()).await?;
        Ok(())
    }

    /// Writes a consistent copy of an SQLite database to a new file, while people go on working.
    pub async fn backup(&self, path: &str) -> Stored<()> {
        match self {
            Db::Sqlite { readers, .. } => {
                sqlx::query::<Sqlite>("vacuum into $1").bind(path).execute(readers).await?;
                Ok(())
            }
            Db::Postgres(_) => Err(Fault::new("use pg_dump for PostgreSQL")),
        }
    }
}

/// A small fact about this installation.
pub async fn setting(tx: &mut Tx, name: &str) -> Stored<Option<String>> {
    let row: Option<(String,)> = tx.one(crate::sql!("select value from setting where name = $1"), crate::args![name]).await?;
    Ok(row.map(|(value,)| value))
}

/// Sets such a fact.
pub async fn set_setting(tx: &mut Tx, name: &str, value: &str) -> Stored<()> {
    tx.run(
        crate::sql!("insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value"),
        crate::args![name, value],
    )
    .await?;
    Ok(())
}

/// Sets such a fact unless it is set; what holds in the end.
pub async fn keep_setting(tx: &mut Tx, name: &str, value: &str) -> Stored<String> {
    tx.run(crate::sql!("insert into setting (name, value) values ($1, $2) on conflict (name) do nothing"), crate::args![name, value])
        .await?;
    Ok(setting(tx, name).await?.unwrap_or_default())
}

#[cfg(test)]
mod tests;
