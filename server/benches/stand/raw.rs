//! The limit: the very rows that registrations made, put into another database by plain statements, one transaction for each
//! registration, with the same settings. No rule, no lock, no question.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use app::base::db::{Arg, Db};
use server::clock::Stopwatch;
use sqlx::{Postgres, Row, Sqlite};
use tokio::task::JoinSet;

use super::{Done, crowd::DOORS};

/// A table: its columns with `i` for numbers, `t` for text, `b` for yes or no; and what of a registration its rows belong to.
struct Table {
    name: &'static str,
    columns: &'static str,
    owner: &'static str,
}

const TABLES: [Table; 5] = [
    Table {
        name: "registration",
        columns: "id i, ref t, workshop t, organisation t, kind t, people i, state t, queue_no i, rank i, offered_until i, asked_by i, \
                  asked_at i, changed_at i, endorsed_at i, reason t, consent_version t, request_key t, sequence i, priority b",
        owner: "id = $1",
    },
    Table {
        name: "participant",
        columns: "id i, registration_id i, workshop t, person_id i, number i, post_en t, post_zh t, live b, attendance t, attended_at i, door_code t, \
                  record_code t",
        owner: "registration_id = $1",
    },
    Table {
        name: "registration_step",
        columns: "registration_id i, number i, at i, step t, by_post_en t, by_post_zh t, reason t",
        owner: "registration_id = $1",
    },
    Table {
        name: "letter",
        columns: "id i, person_id i, kind t, body t, page t, calendar t, method t, state t, created_at i, due_at i, sent_at i, attempts i, \
                  last_error t",
        owner: "person_id = (select asked_by from registration where id = $1) and page = (select '/registrations/' || ref from registration where id = $1)",
    },
    Table {
        name: "audit_event",
        columns: "seq i, at i, actor t, action t, object t, detail t, reason t, prev_hash t, hash t",
        owner: "object = (select 'registration:' || ref from registration where id = $1)",
    },
];

/// A statement with its values.
type Insert = (&'static str, Vec<Arg>);

impl Table {
    fn columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.columns.split(',').filter_map(|it| it.trim().split_once(' '))
    }

    fn names(&self) -> String {
        self.columns().map(|(name, _)| name).collect::<Vec<_>>().join(", ")
    }

    /// The text of its insert. A handful in the life of this program, so it is never let go of.
    fn insert(&self) -> &'static str {
        let values: Vec<String> = (1..=self.columns().count()).map(|n| format!("${n}")).collect();
        format!("insert into {} ({}) values ({})", self.name, self.names(), values.join(", ")).leak()
    }

    fn select(&self) -> &'static str {
        format!("select {} from {} where {}", self.names(), self.name, self.owner).leak()
    }
}

macro_rules! values {
    ($table:expr, $row:expr) => {{
        let mut values = Vec::new();
        for (n, (_, kind)) in $table.columns().enumerate() {
            values.push(match kind {
                "i" => Arg::Int($row.try_get(n)?),
                "b" => Arg::Bool($row.try_get(n)?),
                _ => Arg::Text($row.try_get(n)?),
            });
        }
        values
    }};
}

macro_rules! bound {
    ($database:ty, $text:expr, $args:expr) => {{
        let mut query = sqlx::query::<$database>($text);
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

/// Reads what the registrations of a workshop wrote: a list of inserts for each.
pub async fn read(db: &Db, hall: &str) -> Done<Vec<Vec<Insert>>> {
    let texts: Vec<_> = TABLES.iter().map(|table| (table, table.select(), table.insert())).collect();
    let ids = "select id from registration where workshop = $1 order by ref";
    let ids: Vec<(i64,)> = match db {
        Db::Sqlite { readers, .. } => sqlx::query_as(ids).bind(hall).fetch_all(readers).await?,
        Db::Postgres(pool) => sqlx::query_as(ids).bind(hall).fetch_all(pool).await?,
    };
    let mut all = Vec::new();
    for (id,) in ids {
        let mut inserts = Vec::new();
        for (table, select, insert) in &texts {
            match db {
                Db::Sqlite { readers, .. } => {
                    for row in sqlx::query::<Sqlite>(*select).bind(id).fetch_all(readers).await? {
                        inserts.push((*insert, values!(table, row)));
                    }
                }
                Db::Postgres(pool) => {
                    for row in sqlx::query::<Postgres>(*select).bind(id).fetch_all(pool).await? {
                        inserts.push((*insert, values!(table, row)));
                    }
                }
            }
        }
        all.push(inserts);
    }
    Ok(all)
}

/// Writes them into another database, as many at once as the crowd was; in how many seconds.
pub async fn write(db: &Db, all: Vec<Vec<Insert>>) -> Done<f64> {
    let (all, next) = (Arc::new(all), Arc::new(AtomicUsize::new(0)));
    let mut doors = JoinSet::new();
    let watch = Stopwatch::start();
    for _ in 0..DOORS {
        let (db, all, next) = (db.clone(), all.clone(), next.clone());
        doors.spawn(async move {
            while let Some(inserts) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                match &db {
                    Db::Sqlite { writer, .. } => {
                        let mut tx = writer.begin_with("begin immediate").await?;
                        for (text, args) in inserts {
                            bound!(Sqlite, *text, args.clone()).execute(&mut *tx).await?;
                        }
                        tx.commit().await?;
                    }
                    Db::Postgres(pool) => {
                        let mut tx = pool.begin().await?;
                        for (text, args) in inserts {
                            bound!(Postgres, *text, args.clone()).execute(&mut *tx).await?;
                        }
                        tx.commit().await?;
                    }
                }
            }
            Done::Ok(())
        });
    }
    while let Some(door) = doors.join_next().await {
        door??;
    }
    Ok(watch.micros() as f64 / 1e6)
}
