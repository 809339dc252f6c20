//! What the panel's table costs: all statistics of a long list (300 entries, 40 judges, 12 sheets each), and its page beside that of
//! a round as large as the demo's (24 entries, 4 judges who judge all). The number of questions to the database must be the same.

use app::{
    awards::{
        ScoreSheet,
        acts::table,
        deliberation::{AwardTable, lay, record},
        pages,
    },
    base::{ctx::Ctx, text::Lang, visit::Visit, words::Words},
    people,
};
use server::clock::Stopwatch;

use super::{median, table::Table};
use crate::stand::{
    Done,
    child::Running,
    client::{Conn, get},
    crowd,
    place::Places,
    round::{self, NOW, SCHEME, Size},
};

const DEMO: Size = Size { entries: 24, judges: 4, sheets: 24 };
const LONG: Size = Size { entries: 300, judges: 40, sheets: 12 };
const ROUNDS: usize = 21;

/// What one round of judging came to: milliseconds of all statistics, questions asked by the page, milliseconds of the page by
/// the wall and by the server's processor.
struct Went {
    statistics: f64,
    questions: usize,
    page: f64,
    cpu: f64,
}

pub async fn measure(places: &Places, table: &mut Table) -> Done<()> {
    let small = one(places, DEMO).await?;
    let large = one(places, LONG).await?;
    let both = |it: fn(&Went) -> f64| format!("{:.2} ms, {:.2} ms", it(&large), it(&small));
    let met = large.statistics <= 50.0;
    table.aimed("statistics of 300 entries, 40 judges; of 24 and 4", both(|it| it.statistics), "≤ 50 ms", met);
    table.plain("the panel's table, the same two: time to its answer", both(|it| it.page));
    table.plain("the panel's table, the same two: processor time", both(|it| it.cpu));
    let asked = format!("{}, {}", large.questions, small.questions);
    table.aimed("the panel's table, the same two: questions to the database", asked, "the same", large.questions == small.questions);
    Ok(())
}

async fn one(places: &Places, size: Size) -> Done<Went> {
    let database = places.fresh("SQLite").await?;
    let site = crowd::site(&database).await?;
    let watch = Stopwatch::start();
    round::fill(&site, size).await?;
    println!("judging: {} entries told in {:.1} s", size.entries, watch.micros() as f64 / 1e6);
    let (token, _) = people::acts::sign_in_as(&site, "chair", "bench").await?;

    let viewer = people::acts::viewer(&site, &token).await?;
    let mut ctx = Ctx::read(&site, viewer).await?;
    let laid = table::table(&mut ctx, SCHEME).await?;
    let sheets: Vec<ScoreSheet> = laid.sheets.iter().map(|it| it.sheet.clone()).collect();
    let scheme = &laid.panel.scheme;
    let tables =
        || -> Vec<AwardTable> { scheme.awards.iter().map(|award| lay(scheme, award, &laid.panel.entries, &sheets, &laid.votes)).collect() };
    let mut statistics = Vec::new();
    for _ in 0..ROUNDS {
        let watch = Stopwatch::start();
        let tables = tables();
        statistics.push(watch.micros() as f64 / 1e3);
        if record(&tables) != record(&laid.tables) {
            return Err("the same sheets gave another ranking".into());
        }
    }
    let before = ctx.tx.asked();
    let mut v = Visit {
        ctx,
        w: Words::of(Lang::En),
        path: format!("/judging/{SCHEME}/table"),
        params: vec![SCHEME.into()],
        query: Default::default(),
        raw_query: String::new(),
        caller: Default::default(),
        echo: None,
    };
    pages::judging_table(&mut v).await?;
    let questions = v.ctx.tx.asked() - before;
    drop(v);
    site.db.close().await;

    let running = Running::server(&database, &["--now", NOW], &places.file("judging.log"))?;
    let request = get(&format!("/en/judging/{SCHEME}/table"), &format!("Cookie: accolade={token}\r\n"));
    let mut conn = Conn::open(running.addr).await?;
    let (mut page, mut cpu) = (Vec::new(), 0.0);
    for n in 0..=ROUNDS {
        let (used, watch) = (running.cpu()?, Stopwatch::start());
        let answer = conn.ask(&request).await?;
        if answer.status != 200 {
            return Err(format!("the table answers {}", answer.head).into());
        }
        // The first is for warming up.
        if n > 0 {
            page.push(watch.micros() as f64 / 1e3);
            cpu += (running.cpu()? - used) * 1e3 / ROUNDS as f64;
        }
    }
    running.stop()?;
    let went = Went { statistics: median(statistics), questions, page: median(page), cpu };
    println!(
        "judging: statistics {:.2} ms, page {:.2} ms, {:.2} ms of processor, {questions} questions",
        went.statistics, went.page, went.cpu
    );
    Ok(went)
}
