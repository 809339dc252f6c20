//! What the clock does by itself, whichever slice it belongs to: who wants it, and what then happens. One line a slice.

use crate::{
    awards,
    base::{ctx::Ctx, problem::Answer},
    workshops,
};

/// A kind of thing that falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    Workshops,
    Awards,
}

impl Duty {
    pub const ALL: [Duty; 2] = [Duty::Workshops, Duty::Awards];

    /// Under which it is logged.
    pub fn name(self) -> &'static str {
        match self {
            Duty::Workshops => "workshops",
            Duty::Awards => "awards",
        }
    }

    /// The codes of the things for which something is due now.
    pub async fn due(self, ctx: &mut Ctx) -> Answer<Vec<String>> {
        match self {
            Duty::Workshops => workshops::acts::tick::due(ctx).await,
            Duty::Awards => awards::acts::tick::due(ctx).await,
        }
    }

    /// Does what is due for one of them, by the rules; nothing, if it has been done meanwhile.
    pub async fn tick(self, ctx: &mut Ctx, code: &str) -> Answer<()> {
        match self {
            Duty::Workshops => workshops::acts::tick::tick(ctx, code).await,
            Duty::Awards => awards::acts::tick::tick(ctx, code).await,
        }
    }
}
