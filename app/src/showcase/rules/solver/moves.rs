//! Where an item might go: places that are legal for it by themselves, drawn by chance. Who stands there is not asked.

use super::{
    board::{Board, NOWHERE},
    dice::Dice,
    ground::Ground,
    problem::Place,
};

/// Slots by which an item is shifted at most.
const SHIFT: usize = 4;

/// A place for an item that was at `old`, or nothing if the draw fell on what is not legal.
#[inline]
pub fn propose(ground: &Ground, board: &Board, dice: &mut Dice, item: usize, old: Place) -> Option<Place> {
    let draw = dice.below(16);
    if old == NOWHERE {
        return if draw < 12 { anywhere(ground, dice, item) } else { by_mate(ground, board, dice, item) };
    }
    match draw {
        0..=4 => anywhere(ground, dice, item),
        5..=7 => {
            let at = Place { space: dice.below(ground.spaces) as u16, ..old };
            (at.space != old.space && ground.is_legal(item, at)).then_some(at)
        }
        8..=10 => shifted(ground, dice, item, old),
        11..=12 => by_mate(ground, board, dice, item),
        13..=14 => {
            let space = dice.below(ground.spaces);
            some_start(ground, dice, item, ground.lane(space, usize::from(old.day)))
        }
        _ => in_place_of(ground, item, board, dice.below(ground.items)),
    }
}

/// Any legal place.
#[inline]
fn anywhere(ground: &Ground, dice: &mut Dice, item: usize) -> Option<Place> {
    let lanes = ground.lanes.of(item);
    let lane = *lanes.get(dice.below(lanes.len()))?;
    some_start(ground, dice, item, lane as usize)
}

/// Any start in a space on a day, mostly one that costs nothing by itself.
#[inline]
fn some_start(ground: &Ground, dice: &mut Dice, item: usize, lane: usize) -> Option<Place> {
    let mut starts = ground.starts(item, lane);
    let (space, day) = (lane / ground.days, lane % ground.days);
    let cheap = starts & ground.cheap_starts(item, day);
    let draw = dice.roll();
    if cheap != 0 && draw & 7 != 0 {
        starts = cheap;
    }
    if starts == 0 {
        return None;
    }
    let (first, end) = (starts.trailing_zeros(), 128 - starts.leading_zeros());
    let start = first + ((u64::from((draw >> 32) as u32) * u64::from(end - first)) >> 32) as u32;
    (starts >> start & 1 == 1).then_some(Place { space: space as u16, day: day as u8, start: start as u8 })
}

/// A little earlier or later.
#[inline]
fn shifted(ground: &Ground, dice: &mut Dice, item: usize, old: Place) -> Option<Place> {
    let by = dice.below(2 * SHIFT);
    let start = usize::from(old.start) + by + usize::from(by >= SHIFT);
    let at = Place { start: start.checked_sub(SHIFT)? as u8, ..old };
    ground.is_legal(item, at).then_some(at)
}

/// Where its team already is on a day.
#[inline]
fn by_mate(ground: &Ground, board: &Board, dice: &mut Dice, item: usize) -> Option<Place> {
    let mates = ground.mates.of(item);
    let there = board.place[usize::from(*mates.get(dice.below(mates.len()))?)];
    (there != NOWHERE).then(|| ground.lane(usize::from(there.space), usize::from(there.day))).and_then(|lane| some_start(ground, dice, item, lane))
}

/// Where another one is, its set-up beginning when the other's does.
#[inline]
pub fn in_place_of(ground: &Ground, item: usize, board: &Board, other: usize) -> Option<Place> {
    aligned(ground, item, other, board.place[other])
}

#[inline]
pub fn aligned(ground: &Ground, item: usize, other: usize, there: Place) -> Option<Place> {
    if there == NOWHERE || item == other {
        return None;
    }
    let start = (there.start + ground.shape[item].before).checked_sub(ground.shape[other].before)?;
    let at = Place { start, ..there };
    ground.is_legal(item, at).then_some(at)
}
