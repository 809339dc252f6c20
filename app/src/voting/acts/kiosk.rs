//! What a kiosk is given when it opens.

use super::super::rules::booth::{BoothPaper, BoothPlace};
use crate::base::{
    ctx::Ctx,
    problem::{Answer, Problem},
};

/// The ballot paper and the place of the kiosk with this key, today. The page sets the language.
pub async fn place(_: &mut Ctx, _: &str) -> Answer<(BoothPaper, BoothPlace)> {
    Err(Problem::unknown())
}
