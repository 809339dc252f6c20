//! Where an item might go: places that are legal for it by themselves, drawn by chance.
//!
//! Whether somebody stands in the way is not asked, but that a draw may be kept to starts at which the space is free.

use super::{
    board::{Board, NOWHERE},
    dice::Dice,
    ground::Ground,
    problem::Place,
};

/// Slots by which an item is shifted at most.
const SHIFT: u32 = 4;
const ALL: u128 = u128::MAX;

/// A place for an item that was at `old`, or nothing if the draw fell on what is not legal, or not free though it should be.
#[inline]
pub fn propose(ground: &Ground, board: &Board, dice: &mut Dice, item: usize, old: Place, free: bool) -> Option<Place> {
    let draw = dice.below(16);
    let (lane, window) = match draw {
        0..=4 => return anywhere(ground, board, dice, item, free),
        5..=11 if old == NOWHERE => return anywhere(ground, board, dice, item, free),
        5..=7 if old != NOWHERE => (ground.lane(dice.below(ground.spaces), usize::from(old.day)), 1 << old.start),
        8..=10 if old != NOWHERE => (ground.lane(usize::from(old.space), usize::from(old.day)), around(old.start)),
        13..=14 if old != NOWHERE => (ground.lane(dice.below(ground.spaces), usize::from(old.day)), ALL),
        15 if !free => {
            let other = dice.below(ground.items);
            return aligned(ground, item, other, board.place[other]);
        }
        _ => (by_mate(ground, board, dice, item)?, ALL),
    };
    some_start(ground, board, dice, item, (lane, ground.starts(item, lane) & window), free)
}

/// Any space and day where it has a legal start.
#[inline]
fn anywhere(ground: &Ground, board: &Board, dice: &mut Dice, item: usize, free: bool) -> Option<Place> {
    let lanes = ground.lanes.of(item);
    let (lane, mask) = *lanes.get(dice.below(lanes.len()))?;
    some_start(ground, board, dice, item, (lane as usize, ground.mask(mask)), free)
}

/// Where its team already is on a day.
#[inline]
fn by_mate(ground: &Ground, board: &Board, dice: &mut Dice, item: usize) -> Option<usize> {
    let mates = ground.mates.of(item);
    let there = board.place[usize::from(*mates.get(dice.below(mates.len()))?)];
    (there != NOWHERE).then(|| ground.lane(usize::from(there.space), usize::from(there.day)))
}

/// A little earlier or later, but not where it was.
#[inline]
fn around(start: u8) -> u128 {
    let start = u32::from(start);
    let to = |end: u32| if end < 128 { (1u128 << end) - 1 } else { ALL };
    to(start + SHIFT + 1) & !to(start.saturating_sub(SHIFT)) & !(1 << start)
}

/// One of these starts, mostly one that costs nothing by itself.
#[inline]
fn some_start(
    ground: &Ground,
    board: &Board,
    dice: &mut Dice,
    item: usize,
    (lane, mut starts): (usize, u128),
    free: bool,
) -> Option<Place> {
    if free && starts != 0 {
        starts &= !board.blocked(ground, item, lane);
    }
    if starts == 0 {
        return None;
    }
    let (space, day) = (lane / ground.days, lane % ground.days);
    let cheap = starts & ground.cheap_starts(item, day);
    let draw = dice.roll();
    if cheap != 0 && draw & 7 != 0 {
        starts = cheap;
    }
    let mut skip = (u64::from((draw >> 32) as u32) * u64::from(starts.count_ones())) >> 32;
    while skip > 0 {
        starts &= starts - 1;
        skip -= 1;
    }
    Some(Place { space: space as u16, day: day as u8, start: starts.trailing_zeros() as u8 })
}

/// Where another one is or was, its set-up beginning when the other's does.
#[inline]
pub fn aligned(ground: &Ground, item: usize, other: usize, there: Place) -> Option<Place> {
    if there == NOWHERE || item == other {
        return None;
    }
    let start = (there.start + ground.shape[item].before).checked_sub(ground.shape[other].before)?;
    let at = Place { start, ..there };
    ground.is_legal(item, at).then_some(at)
}
