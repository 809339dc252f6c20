//! What departments do: save an activity, file it, send many as a file, take one back.

use crate::base::{
    ctx::Ctx,
    problem::{Answer, Complaints, Kind, OrUnknown, Problem},
    roles::{Action, Reach},
    sheet,
    text::Bi,
};

use super::{
    super::{
        rules::{
            proposal::{self, Known, Proposal},
            *,
        },
        store,
    },
    Ground, find, spoken, step,
};

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    pub code: String,
    pub state: ActivityState,
    /// No venue offers all it needs: however it was sent, it stays a draft until its needs change.
    pub hopeless: bool,
}

/// Saves an activity of the viewer's own department; `send` files it for acceptance.
pub async fn save(ctx: &mut Ctx, form: &ProposalForm, send: bool) -> Answer<Filed> {
    let event = match form.code.as_str() {
        "" => find::event(ctx).await?.code,
        code => store::activity(&mut ctx.tx, code).await?.or_unknown()?.event,
    };
    let ground = locked(ctx, &event).await?;
    save_on(ctx, &ground, form, send).await
}

/// The event with its row locked: two who file at once get two numbers.
async fn locked(ctx: &mut Ctx, event: &str) -> Answer<Ground> {
    if ctx.may(Action::FileActivities, Reach::Own)? != Reach::Own {
        return Err(Problem::forbidden());
    }
    let event = store::lock_event(&mut ctx.tx, event).await?.or_unknown()?;
    Ground::of(ctx, event).await
}

async fn save_on(ctx: &mut Ctx, ground: &Ground, form: &ProposalForm, send: bool) -> Answer<Filed> {
    let organisation = ctx.me()?.organisation;
    let before = match form.code.as_str() {
        "" => None,
        // What is another department's does not exist here.
        code => Some(store::lock_activity(&mut ctx.tx, code).await?.filter(|it| it.organisation == organisation).or_unknown()?),
    };
    // What was sent back after the closing may still be put right.
    if before.as_ref().is_none_or(|it| it.state != ActivityState::Returned) {
        ground.event.may_file(ctx.now)?;
    }
    if let Some(before) = &before {
        if !before.state.is_open() {
            return Err(Refusal::ActivityStays { state: before.state }.into());
        }
        if form.version.trim() != before.version.to_string() {
            return Err(Refusal::Changed.into());
        }
    }
    let features: Vec<String> = ground.features.iter().map(|(code, _)| code.clone()).collect();
    let districts: Vec<String> = ground.districts.iter().map(|(code, _)| code.clone()).collect();
    let known = Known { organisation: &organisation, venues: &ground.venues, features: &features, districts: &districts };
    let read = form.read(&known)?;
    let fit = ground.fit(&read.needs, &read.wishes.districts);
    if let (true, Some(capacity)) = (send, fit.own_too_small) {
        return Err(Refusal::OwnTooSmall { peak: read.needs.peak, capacity }.into());
    }
    let hopeless = fit.is_hopeless();
    let was = before.as_ref().map_or(ActivityState::Draft, |it| it.state);
    let state = if send && !hopeless { was.may_become(ActivityState::Proposed)? } else { was };
    let name = match (&before, state) {
        (_, ActivityState::Proposed) => "filed",
        (None, _) => "drafted",
        _ => "changed",
    };
    let code = match &before {
        Some(it) => it.code.clone(),
        None => {
            let number =
                1 + store::of_organisation(&mut ctx.tx, &organisation).await?.iter().filter(|it| it.event == ground.event.code).count();
            format!("{}-{organisation}-{number:02}", ground.event.code)
        }
    };
    let mut activity = activity(read, before, &code, &ground.event.code, &organisation);
    step(ctx, &mut activity, state, name, &Bi::default());
    Ok(Filed { code, state, hopeless })
}

fn activity(read: Proposal, before: Option<Activity>, code: &str, event: &str, organisation: &str) -> Activity {
    let Proposal { title, line, kind, needs, wishes, languages, booking, wet } = read;
    Activity {
        code: code.into(),
        event: event.into(),
        organisation: organisation.into(),
        title,
        line,
        kind,
        needs,
        wishes,
        languages,
        booking,
        wet,
        state: ActivityState::Draft,
        // What the scheduler wrote stands until it is decided on again.
        comment: before.map(|it| it.comment).unwrap_or_default(),
        version: 0,
        changed: crate::base::time::Moment(0),
    }
}

/// Files every line of a table, or none: what is wrong is said line by line.
pub async fn import(ctx: &mut Ctx, file: &[u8]) -> Answer<Vec<Filed>> {
    let event = find::event(ctx).await?;
    let ground = locked(ctx, &event.code).await?;
    let lines = sheet::read(file, &proposal::COLUMNS)?;
    let mut wrong = Complaints::default();
    let mut filed = Vec::new();
    for line in lines {
        match save_on(ctx, &ground, &proposal::of_cells(&line.cells), true).await {
            Ok(it) => filed.push(it),
            // The database is away, or nothing may be filed any more: no line is to blame.
            Err(problem) if matches!(problem.kind, Kind::Broken | Kind::Busy | Kind::Closed) => return Err(problem),
            Err(problem) => {
                for complaint in problem.complaints {
                    let column = complaint.field.clone();
                    let told = Problem { kind: Kind::Rule, complaints: vec![complaint], incident: None };
                    wrong.add(told.with("column", column).on(format!("file-line-{}", line.number)));
                }
            }
        }
    }
    wrong.check()?;
    Ok(filed)
}

/// Takes an activity back for good, with the reason in both languages: its department, or the scheduler.
pub async fn cancel(ctx: &mut Ctx, code: &str, reason: &Bi) -> Answer<()> {
    let mut activity = store::lock_activity(&mut ctx.tx, code).await?.or_unknown()?;
    if ctx.may(Action::PlaceActivities, Reach::All).is_err() {
        ctx.may(Action::FileActivities, Reach::Own)?;
        ctx.may_for(Action::FileActivities, &activity.organisation).map_err(|_| Problem::unknown())?;
    }
    let reason = spoken(reason, "reason")?;
    let state = activity.state.may_become(ActivityState::Cancelled)?;
    activity.comment = reason.clone();
    step(ctx, &mut activity, state, "cancelled", &reason);
    Ok(())
}
