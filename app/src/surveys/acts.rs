//! Answering a questionnaire and reading what was answered.

use crate::base::{
    ctx::Ctx,
    ids::SurveyId,
    problem::{Answer, Problem},
    time::Moment,
};

use super::{rules::*, store};

/// A questionnaire about something, and when it is open.
#[derive(Clone, Debug)]
pub struct Asked {
    pub subject: String,
    pub opens: Moment,
    pub closes: Moment,
}

/// Answers once, unnamed: who answered is noted in one place, the answers under a random number in another.
pub async fn answer(ctx: &mut Ctx, asked: &Asked, answers: Vec<Given>) -> Answer<()> {
    let me = ctx.me()?;
    if ctx.now < asked.opens || ctx.now >= asked.closes {
        return Err(Problem::closed("surveys-closed").with("closes", asked.closes));
    }
    let fresh = SurveyId(ctx.site.fresh_id());
    let survey = store::lock_survey(&mut ctx.tx, fresh, &asked.subject, asked.opens, asked.closes).await?;
    if !store::add_respondent(&mut ctx.tx, survey, me.id).await? {
        return Err(Problem::clash("surveys-answered"));
    }
    let response = ctx.site.fresh_id();
    for given in &answers {
        store::insert_answer(&mut ctx.tx, survey, response, given).await?;
    }
    Ok(())
}

/// Whether the viewer has answered.
pub async fn has_answered(ctx: &mut Ctx, subject: &str) -> Answer<bool> {
    let me = ctx.me()?;
    Ok(store::has_answered(&mut ctx.tx, subject, me.id).await?)
}

/// What was answered: the number of answers, and the rest only from five on.
pub struct Results {
    pub answers: i64,
    pub counts: Vec<Count>,
    pub words: Vec<(String, String)>,
}

pub async fn results(ctx: &mut Ctx, subject: &str) -> Answer<Results> {
    let rows = store::counts(&mut ctx.tx, subject).await?;
    let counts: Vec<Count> = SCORED
        .iter()
        .map(|question| {
            let mut scores = [0; 5];
            for (_, score, n) in rows.iter().filter(|(q, ..)| q == question) {
                if let Some(slot) = usize::try_from(score - 1).ok().and_then(|i| scores.get_mut(i)) {
                    *slot = *n;
                }
            }
            Count { question, scores }
        })
        .collect();
    let answers = counts.iter().map(Count::answers).max().unwrap_or(0);
    if !may_show(answers) {
        return Ok(Results { answers, counts: Vec::new(), words: Vec::new() });
    }
    Ok(Results { answers, counts, words: store::words(&mut ctx.tx, subject).await? })
}
