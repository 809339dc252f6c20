//! What the clock does by itself, whichever slice it belongs to: who wants it, and what then happens. One line a slice.

use crate::{
    awards,
    base::{ctx::Ctx, problem::Answer},
    letters, showcase, voting, workshops,
};

/// A kind of thing that falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    Workshops,
    Awards,
    Voting,
    Showcase,
    Letters,
}

impl Duty {
    pub const ALL: [Duty; 5] = [Duty::Workshops, Duty::Awards, Duty::Voting, Duty::Showcase, Duty::Letters];

    /// Under which it is logged.
    pub fn name(self) -> &'static str {
        match self {
            Duty::Workshops => "workshops",
            Duty::Awards => "awards",
            Duty::Voting => "voting",
            Duty::Showcase => "showcase",
            Duty::Letters => "letters",
        }
    }

    /// The codes of the things for which something is due now.
    pub async fn due(self, ctx: &mut Ctx) -> Answer<Vec<String>> {
        match self {
            Duty::Workshops => workshops::acts::tick::due(ctx).await,
            Duty::Awards => awards::acts::tick::due(ctx).await,
            Duty::Voting => voting::acts::tick::due(ctx).await,
            Duty::Showcase => showcase::acts::publish::due(ctx).await,
            Duty::Letters => letters::acts::due(ctx).await,
        }
    }

    /// Does what is due for one of them, by the rules; nothing, if it has been done meanwhile.
    pub async fn tick(self, ctx: &mut Ctx, code: &str) -> Answer<()> {
        match self {
            Duty::Workshops => workshops::acts::tick::tick(ctx, code).await,
            Duty::Awards => awards::acts::tick::tick(ctx, code).await,
            Duty::Voting => voting::acts::tick::tick(ctx, code).await,
            Duty::Showcase => showcase::acts::publish::tick(ctx, code).await,
            Duty::Letters => letters::acts::tick(ctx, code).await,
        }
    }
}
