//! Papers about a scheme and its entries, made when they are asked for: the evidence pack.

use super::super::acts::evidence;
use crate::{
    base::{
        archive,
        problem::Answer,
        visit::{Making, Paper, Visit},
    },
    workshops::acts::door::printed,
};

/// The evidence pack of a scheme, as one archive.
pub async fn evidence_pack(v: &mut Visit) -> Answer<Paper> {
    let code = v.param(0).to_owned();
    let files = evidence::evidence(&mut v.ctx, &code).await?;
    let make: Making = Box::pin(printed(move || archive::pack(&files)));
    Ok(Paper { name: format!("{code}-evidence.zip"), mime: "application/zip", inline: false, make })
}
