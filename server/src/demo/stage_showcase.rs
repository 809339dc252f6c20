//! Plays what is done about the Showcase.

use app::{
    base::{ctx::Ctx, problem::Answer},
    showcase::{
        ProposalForm,
        acts::{self, accept, file, find},
    },
};

use super::showcase::ShowDeed;

pub async fn play(ctx: &mut Ctx, deed: &ShowDeed) -> Answer<()> {
    match deed {
        ShowDeed::SetUp(form) => acts::set_up(ctx, form).await.map(drop),
        ShowDeed::File { form, send } => file::save(ctx, form, *send).await.map(drop),
        ShowDeed::Return { activity, comment } => accept::give_back(ctx, activity, comment).await,
        ShowDeed::Again(code) => {
            let (_, shown, _) = find::one(ctx, code).await?;
            file::save(ctx, &ProposalForm::of(&shown.activity), true).await.map(drop)
        }
        ShowDeed::AcceptFitting => accept::accept_fitting(ctx).await.map(drop),
    }
}
