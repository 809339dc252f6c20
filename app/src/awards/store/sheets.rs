//! Score sheets in the database, each with its scores. Decides nothing.

use std::collections::BTreeMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::SeatId,
        time::Moment,
    },
    sql,
};

use super::super::rules::*;

/// A sheet as kept.
#[derive(Clone, Debug)]
pub struct Kept {
    pub sheet: ScoreSheet,
    /// Raised by every save.
    pub version: i64,
    /// Why the chair gave it back.
    pub returned_because: Option<String>,
}

#[derive(sqlx::FromRow)]
struct SheetRow {
    seat: i64,
    entry: String,
    award: String,
    state: String,
    comment: String,
    returned_because: Option<String>,
    version: i64,
}

/// The sheets that fit a condition on `t`, in two questions however many they are.
macro_rules! load {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<SheetRow> = $tx
            .all(
                sql!(concat!(
                    "select t.seat, t.entry, t.award, t.state, t.comment, t.returned_because, t.version from score_sheet t where ",
                    $condition,
                    " order by t.seat, t.entry, t.award"
                )),
                $args,
            )
            .await?;
        let scores: Vec<(i64, String, String, String, i64)> =
            $tx.all(sql!(concat!("select t.seat, t.entry, t.award, t.criterion, t.halves from score t where ", $condition)), $args).await?;
        assemble(rows, scores)
    }};
}

fn assemble(rows: Vec<SheetRow>, scores: Vec<(i64, String, String, String, i64)>) -> Vec<Kept> {
    let mut of: BTreeMap<(i64, String, String), BTreeMap<String, Score>> = BTreeMap::new();
    for (seat, entry, award, criterion, halves) in scores {
        // What is no score any more is a gap: somebody has to look at it again.
        if let Some(score) = u8::try_from(halves).ok().and_then(|halves| Score::of_halves(halves).ok()) {
            of.entry((seat, entry, award)).or_default().insert(criterion, score);
        }
    }
    rows.into_iter()
        .map(|row| {
            let scores = of.remove(&(row.seat, row.entry.clone(), row.award.clone())).unwrap_or_default();
            let state = SheetState::of_code(&row.state).unwrap_or(SheetState::Submitted);
            let sheet = ScoreSheet { seat: SeatId(row.seat), entry: row.entry, award: row.award, scores, comment: row.comment, state };
            Kept { sheet, version: row.version, returned_because: row.returned_because }
        })
        .collect()
}

pub async fn of_scheme(tx: &mut Tx, scheme: &str) -> Stored<Vec<Kept>> {
    Ok(load!(tx, "t.seat in (select p.id from panel_seat p where p.scheme = $1)", args![scheme]))
}

pub async fn of_seat(tx: &mut Tx, seat: SeatId) -> Stored<Vec<Kept>> {
    Ok(load!(tx, "t.seat = $1", args![seat]))
}

pub async fn find(tx: &mut Tx, seat: SeatId, entry: &str, award: &str) -> Stored<Option<Kept>> {
    Ok(load!(tx, "t.seat = $1 and t.entry = $2 and t.award = $3", args![seat, entry, award]).pop())
}

/// How many sheets each of a person's seats has, and how many of them are submitted: by scheme.
pub async fn progress_of(tx: &mut Tx, person: crate::base::ids::PersonId) -> Stored<BTreeMap<String, (i64, i64)>> {
    let rows: Vec<(String, i64, i64)> = tx
        .all(
            sql!(
                "select p.scheme, count(*) filter (where t.state = 'submitted'), count(*)
                 from score_sheet t join panel_seat p on p.id = t.seat where p.person_id = $1 group by p.scheme"
            ),
            args![person],
        )
        .await?;
    Ok(rows.into_iter().map(|(scheme, done, of)| (scheme, (done, of))).collect())
}

/// The same of every scheme, over all its judges.
pub async fn progress(tx: &mut Tx) -> Stored<BTreeMap<String, (i64, i64)>> {
    let rows: Vec<(String, i64, i64)> = tx
        .all(
            sql!(
                "select p.scheme, count(*) filter (where t.state = 'submitted'), count(*)
                 from score_sheet t join panel_seat p on p.id = t.seat group by p.scheme"
            ),
            args![],
        )
        .await?;
    Ok(rows.into_iter().map(|(scheme, done, of)| (scheme, (done, of))).collect())
}

/// Hands out an empty sheet, unless it is out already.
pub fn hand_out(tx: &mut Tx, seat: SeatId, entry: &str, award: &str) {
    tx.later(
        sql!(
            "insert into score_sheet (seat, entry, award, state, comment) values ($1, $2, $3, 'open', '')
             on conflict (seat, entry, award) do nothing"
        ),
        args![seat, entry, award],
    );
}

/// Takes back a judge's sheets for an entry, scores and all.
pub fn take_back(tx: &mut Tx, seat: SeatId, entry: &str) {
    tx.later(sql!("delete from score where seat = $1 and entry = $2"), args![seat, entry]);
    tx.later(sql!("delete from score_sheet where seat = $1 and entry = $2"), args![seat, entry]);
}

/// Writes a sheet and raises its version; gives the version now kept.
pub async fn save(tx: &mut Tx, it: &Kept, total: Option<Points>, submitted: Option<Moment>) -> Stored<i64> {
    let sheet = &it.sheet;
    let key = || args![sheet.seat, &sheet.entry, &sheet.award];
    tx.later(sql!("delete from score where seat = $1 and entry = $2 and award = $3"), key());
    for (criterion, score) in &sheet.scores {
        tx.later(
            sql!("insert into score (seat, entry, award, criterion, halves) values ($1, $2, $3, $4, $5)"),
            args![sheet.seat, &sheet.entry, &sheet.award, criterion, i64::from(score.halves())],
        );
    }
    tx.number(
        sql!(
            "update score_sheet set state = $4, comment = $5, total = $6, submitted_at = $7, returned_because = $8, version = version + 1
             where seat = $1 and entry = $2 and award = $3 returning version"
        ),
        args![
            sheet.seat,
            &sheet.entry,
            &sheet.award,
            sheet.state.code(),
            &sheet.comment,
            total.map(|total| total.0),
            submitted,
            it.returned_because.as_deref()
        ],
    )
    .await
}
