//! The test ballots of a day, held against what was committed to when their slips were printed.

use crate::base::{ctx::Ctx, problem::Answer, time::Day};

use super::super::{
    rules::{
        BallotPaper,
        trial::{Script, Table, Trial},
    },
    store::checks,
};

/// How the test ballots of a day came out.
pub(super) async fn of_day(ctx: &mut Ctx, paper: &BallotPaper, stop: &str, day: Day) -> Answer<Trial> {
    let cast = checks::tests_cast(&mut ctx.tx, stop, day).await?;
    if cast.is_empty() {
        return Ok(Trial::default());
    }
    let mut expected = Table::new();
    for (batch, script) in checks::scripts(&mut ctx.tx, stop, day).await? {
        let script: Script = serde_json::from_str(&script).unwrap_or_default();
        let places = cast.iter().filter(|(of, _)| *of == batch).filter_map(|(_, place)| usize::try_from(*place).ok());
        for (award, row) in script.expected(paper, places) {
            let sum = expected.entry(award).or_default();
            row.into_iter().for_each(|(entry, n)| *sum.entry(entry).or_default() += n);
        }
    }
    let mut found = Table::new();
    for (award, entry, n) in checks::tests_sealed(&mut ctx.tx, stop, day).await? {
        found.entry(award).or_default().insert(entry, n);
    }
    let waiting = checks::tests_waiting(&mut ctx.tx, stop, day).await?;
    Ok(Trial::compare(cast.len() as i64, waiting, &expected, &found))
}
