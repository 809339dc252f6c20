//! What is measured, one file each; and the table it comes to.

pub mod calendar;
pub mod casting;
pub mod catalogue;
pub mod fire;
pub mod judging;
pub mod kill;
pub mod programme;
pub mod recount;
pub mod rush;
pub mod schedule;
pub mod start;
pub mod table;
pub mod wire;

/// The one in the middle: what a noisy machine says most steadily.
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
