//! Who judges what: so many judges to each entry, nobody above their load, never across a wall; and judges mixed so that
//! their scores can be compared.
//!
//! Each judge sees only a part of a long list. Scores can then be compared across entries only where judges overlap, so every
//! pair of judges should share entries, and judges and entries must hang together in one piece: the idea of balanced
//! incomplete block designs (F. Yates, 1936). The work is in [`board`]; the chance in it comes from a seed that is kept.

use std::collections::BTreeSet;

use crate::base::{
    ids::SeatId,
    problem::{Complaints, Problem},
};

mod board;

use board::Board;

/// A judge and the most sheets they take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judge {
    pub seat: SeatId,
    pub most: usize,
}

/// What is to be assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub entries: Vec<String>,
    pub judges: Vec<Judge>,
    /// The walls: own organisation, interest, ruling. Nothing passes them (I-17, I-18).
    pub blocked: BTreeSet<(SeatId, String)>,
    /// Judges to an entry.
    pub each: usize,
    /// Kept with the round, so that the assignment can be made again.
    pub seed: u64,
}

/// Why a plan cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Too few judges may judge this entry at all.
    TooFewJudges { entry: String, allowed: usize, needed: usize },
    /// All judges together take fewer sheets than there are to give.
    LoadsTooLow { sheets: usize, room: usize },
    /// There are judges and room enough, but the walls keep them apart from this entry.
    Stuck { entry: String, missing: usize },
    /// Judges and entries fall into so many parts whose scores cannot be compared.
    Apart { parts: usize },
}

/// What an assignment would be, to look at before it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Who judges what, by seat and entry.
    pub sheets: Vec<(SeatId, String)>,
    /// Sheets of each judge.
    pub loads: Vec<(SeatId, usize)>,
    /// The fewest and the most entries that any two judges share.
    pub shared_least: usize,
    pub shared_most: usize,
    /// Pairs of judges who share no entry.
    pub strangers: usize,
    pub obstacles: Vec<Obstacle>,
}

impl Preview {
    /// The assignment, if nothing stands in its way; else all that does.
    pub fn accept(self) -> Result<Vec<(SeatId, String)>, Problem> {
        let mut wrong = Complaints::default();
        for obstacle in self.obstacles {
            wrong.add(match obstacle {
                Obstacle::TooFewJudges { entry, allowed, needed } => {
                    Problem::rule("awards-judges-few").with("entry", entry).with("allowed", allowed).with("needed", needed)
                }
                Obstacle::LoadsTooLow { sheets, room } => {
                    Problem::rule("awards-loads-low").with("sheets", sheets).with("room", room).on("most")
                }
                Obstacle::Stuck { entry, missing } => Problem::rule("awards-judges-stuck").with("entry", entry).with("missing", missing),
                Obstacle::Apart { parts } => Problem::rule("awards-judges-apart").with("parts", parts).on("each"),
            });
        }
        wrong.check()?;
        Ok(self.sheets)
    }
}

/// Assigns a long list: each entry gets exactly `each` judges, or the preview says why not.
///
/// The same plan gives the same assignment, in whatever order its entries and judges are listed.
pub fn assign(plan: &Plan) -> Preview {
    let mut board = Board::new(plan);
    let mut obstacles = Vec::new();
    for (e, entry) in board.entries.iter().enumerate() {
        let allowed = board.allowed[e].iter().filter(|may| **may).count();
        if allowed < plan.each {
            obstacles.push(Obstacle::TooFewJudges { entry: entry.clone(), allowed, needed: plan.each });
        }
    }
    let (sheets, room) = (board.entries.len() * plan.each, board.judges.iter().map(|judge| judge.most.min(board.entries.len())).sum());
    if sheets > room {
        obstacles.push(Obstacle::LoadsTooLow { sheets, room });
    }
    let missing = board.fill(plan.each);
    if obstacles.is_empty() {
        obstacles.extend(missing.into_iter().map(|(e, missing)| Obstacle::Stuck { entry: board.entries[e].clone(), missing }));
    }
    if obstacles.is_empty() {
        board.mix();
        board.connect();
        let parts = board.parts();
        if parts > 1 {
            obstacles.push(Obstacle::Apart { parts });
        }
    }
    board.preview(obstacles)
}

/// Assigns a shortlist: every judge scores every entry that no wall keeps from them; `each` is the fewest an entry may have.
pub fn assign_all(plan: &Plan) -> Preview {
    let mut board = Board::new(plan);
    let mut obstacles = Vec::new();
    for e in 0..board.entries.len() {
        for j in 0..board.judges.len() {
            if board.allowed[e][j] {
                board.place(e, j);
            }
        }
        let allowed = board.of_entry[e].len();
        if allowed < plan.each {
            obstacles.push(Obstacle::TooFewJudges { entry: board.entries[e].clone(), allowed, needed: plan.each });
        }
    }
    let parts = board.parts();
    if obstacles.is_empty() && parts > 1 {
        obstacles.push(Obstacle::Apart { parts });
    }
    board.preview(obstacles)
}

#[cfg(test)]
mod tests;
