//! Questionnaires in the database. Decides nothing.

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::{PersonId, SurveyId},
        time::Moment,
    },
    sql,
};

use super::rules::Given;

/// The survey about a subject, made if it is new; whoever makes or finds it holds its row.
pub async fn lock_survey(tx: &mut Tx, fresh: SurveyId, subject: &str, opens: Moment, closes: Moment) -> Stored<SurveyId> {
    let row: Option<(i64,)> = tx
        .one(
            sql!(
                "insert into survey (id, subject, opens_at, closes_at) values ($1, $2, $3, $4)
                 on conflict (subject) do update set opens_at = excluded.opens_at returning id"
            ),
            args![fresh, subject, opens, closes],
        )
        .await?;
    Ok(row.map_or(fresh, |(id,)| SurveyId(id)))
}

/// Notes that somebody answers; `false` if they did before.
pub async fn add_respondent(tx: &mut Tx, survey: SurveyId, person: PersonId) -> Stored<bool> {
    let added = tx
        .run(sql!("insert into survey_respondent (survey_id, person_id) values ($1, $2) on conflict do nothing"), args![survey, person])
        .await?;
    Ok(added == 1)
}

pub async fn has_answered(tx: &mut Tx, subject: &str, person: PersonId) -> Stored<bool> {
    let n = tx
        .number(
            sql!(
                "select count(*) from survey_respondent r join survey s on s.id = r.survey_id
                 where s.subject = $1 and r.person_id = $2"
            ),
            args![subject, person],
        )
        .await?;
    Ok(n > 0)
}

pub async fn insert_answer(tx: &mut Tx, survey: SurveyId, response: i64, given: &Given) -> Stored<()> {
    tx.run(
        sql!("insert into survey_answer (response_id, survey_id, question, score, words) values ($1, $2, $3, $4, $5)"),
        args![response, survey, given.question, given.score, given.words.clone()],
    )
    .await?;
    Ok(())
}

/// How often each score was given to each question.
pub async fn counts(tx: &mut Tx, subject: &str) -> Stored<Vec<(String, i64, i64)>> {
    tx.all(
        sql!(
            "select a.question, a.score, count(*) from survey_answer a join survey s on s.id = a.survey_id
             where s.subject = $1 and a.score is not null group by a.question, a.score order by a.question, a.score"
        ),
        args![subject],
    )
    .await
}

/// Written answers, in the order of random numbers.
pub async fn words(tx: &mut Tx, subject: &str) -> Stored<Vec<(String, String)>> {
    tx.all(
        sql!(
            "select a.question, a.words from survey_answer a join survey s on s.id = a.survey_id
             where s.subject = $1 and a.words is not null order by a.question, a.response_id"
        ),
        args![subject],
    )
    .await
}
