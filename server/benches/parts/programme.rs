//! The public programme a hundred times as long: what a filtered page that nobody has asked for before costs, beside the same page of
//! the demo's own 218 activities.

use std::time::Duration;

use server::clock::Stopwatch;
use sqlx::{Connection, SqliteConnection};

use super::{median, table::Table};
use crate::stand::{
    Done,
    child::Running,
    client::{Conn, get},
    place::Places,
};

/// Activities of the long programme.
const LONG: i64 = 20_000;
const DISTRICTS: [&str; 8] = ["ST", "CW", "WC", "KC", "IS", "YTM", "SSP", "E"];

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    let short = places.fresh("SQLite").await?;
    // Told once; then it lies still to be copied.
    Running::server(&short, &["--demo=c"], &places.file("told.log"))?.stop()?;
    let long = places.copy(&short).await?;
    let activities = multiply(&long).await?;
    let (one, other) = (
        Running::server(&short, &["--demo=c"], &places.file("short.log"))?,
        Running::server(&long, &["--demo=c"], &places.file("long.log"))?,
    );
    let (mut few, mut many) = (Conn::open(one.addr).await?, Conn::open(other.addr).await?);
    let (mut short, mut ratios) = (Vec::new(), Vec::new());
    for (n, page) in pages().enumerate() {
        let page = get(&page, "Accept-Encoding: br\r\n");
        let (a, b) = (timed(&mut few, &page).await?, timed(&mut many, &page).await?);
        // The first makes the programme, once for all readers.
        if n == 0 {
            table.plain(&format!("programme of {activities} activities made once, and of 218"), format!("{b:.0} ms, {a:.0} ms"));
            continue;
        }
        short.push(a);
        ratios.push(b / a);
    }
    let ratio = median(ratios);
    let what = format!("a filtered page of {activities} activities, never asked for before, against 218");
    table.aimed(&what, format!("{ratio:.2} × {:.2} ms", median(short)), "≤ 1.3 ×", ratio <= 1.3);
    one.stop()?;
    other.stop()
}

/// Addresses that differ: none is answered from pages that are kept.
fn pages() -> impl Iterator<Item = String> {
    let filters = ["kind=talk", "kind=handson", "booking=1", "stepfree=1", "indoor=1", "language=eng", "q=water", "q=%E6%B0%B4"];
    filters
        .into_iter()
        .flat_map(|filter| DISTRICTS.into_iter().map(move |district| format!("/en/showcase/programme?over=1&district={district}&{filter}")))
}

async fn timed(conn: &mut Conn, page: &[u8]) -> Done<f64> {
    let watch = Stopwatch::start();
    let answer = tokio::time::timeout(Duration::from_secs(60), conn.ask(page)).await??;
    if answer.status != 200 {
        return Err(format!("the programme answers {}", answer.head).into());
    }
    Ok(watch.micros() as f64 / 1e3)
}

/// Copies every published activity with its sessions under other codes until there are enough; how many there are then.
async fn multiply(address: &str) -> Done<i64> {
    let mut db = SqliteConnection::connect(address).await?;
    let few: i64 = sqlx::query_scalar("select count(distinct activity) from published_slot").fetch_one(&mut db).await?;
    for (table, key) in [("activity", "code"), ("published_slot", "activity")] {
        let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info(?)").bind(table).fetch_all(&mut db).await?;
        let read = columns.iter().map(|it| if it == key { format!("{key} || '-' || n") } else { it.clone() }).collect::<Vec<_>>();
        let text = format!(
            "with recursive times(n) as (select 2 union all select n + 1 from times where n < {}) \
             insert into {table} ({}) select {} from {table}, times",
            LONG / few,
            columns.join(", "),
            read.join(", ")
        );
        sqlx::query(sqlx::AssertSqlSafe(text)).execute(&mut db).await?;
    }
    let many = sqlx::query_scalar("select count(distinct activity) from published_slot").fetch_one(&mut db).await?;
    db.close().await?;
    Ok(many)
}
