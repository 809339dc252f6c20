//! What a departmental training co-ordinator does: endorse, decline, rank, enrol in bulk.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        problem::{Answer, Complaints, Problem},
        roles::{Action, Reach},
        sheet,
    },
    workshops::{
        rules::*,
        store::{self, Move},
    },
};

use super::{Member, mine, place_now, register, set, spoken};

/// A registration that still waits for the viewer's endorsement; that of another department is refused (403).
async fn awaiting(ctx: &mut Ctx, reference: &str) -> Answer<(Workshop, Registration)> {
    ctx.may(Action::Endorse, Reach::Own)?;
    if let Some(found) = store::registration(&mut ctx.tx, reference).await? {
        ctx.may_for(Action::Endorse, &found.organisation)?;
    }
    let (workshop, registration) = mine(ctx, reference).await?;
    if registration.status != Status::AwaitingEndorsement {
        return Err(Refusal::NotAwaiting.into());
    }
    Ok((workshop, registration))
}

/// Endorses a request: it gets its place, or its number on the list.
pub async fn endorse(ctx: &mut Ctx, reference: &str) -> Answer<Registration> {
    let (workshop, mut registration) = awaiting(ctx, reference).await?;
    workshop.may_register(ctx.now)?;
    let status = place_now(ctx, &workshop, &registration.organisation, registration.people).await?;
    let queue_no = match status {
        Status::Waitlisted => Some(store::next_queue(&mut ctx.tx, &workshop.code).await?),
        _ => None,
    };
    set(ctx, &workshop, &mut registration, status, Move { queue_no, endorsed: true, ..Move::default() }, "endorsed").await?;
    Ok(registration)
}

/// Declines a request, with a reason the team will read.
pub async fn decline(ctx: &mut Ctx, reference: &str, reason: &str) -> Answer<Registration> {
    let (workshop, mut registration) = awaiting(ctx, reference).await?;
    let reason = spoken(reason)?.ok_or(Refusal::ReasonMissing)?;
    set(ctx, &workshop, &mut registration, Status::Declined, Move { reason: Some(reason), ..Move::default() }, "declined").await?;
    Ok(registration)
}

/// Puts a request in the department's own order of preference, 1 first, while it is over its quota.
pub async fn rank(ctx: &mut Ctx, reference: &str, rank: i64) -> Answer<()> {
    let (_, registration) = awaiting(ctx, reference).await?;
    if !(1..=99).contains(&rank) {
        return Err(Problem::rule("workshops-rank-bad").on("rank"));
    }
    store::set_rank(&mut ctx.tx, registration.id, rank).await?;
    ctx.audit("registration.rank", format!("registration:{reference}"), json!({ "rank": rank }));
    Ok(())
}

/// The lines that register together: workshop, label of the team, and each member with the line it stands in.
type Team = (String, String, Vec<(usize, Member)>);

/// The columns of a bulk enrolment.
pub const COLUMNS: [&str; 5] = ["workshop", "team", "email", "name", "post"];

/// Enrols people by a CSV file: all of them, or nobody and a list of what is wrong in which line.
///
/// Lines of one workshop and one `team` label register together; an empty label stands alone.
pub async fn enrol(ctx: &mut Ctx, file: &[u8], key: &str) -> Answer<usize> {
    if ctx.may(Action::Endorse, Reach::Own)? != Reach::Own {
        return Err(Problem::forbidden());
    }
    let lines = sheet::read(file, &COLUMNS)?;
    let mut teams: Vec<Team> = Vec::new();
    for line in lines {
        let cell = |index: usize| line.cells.get(index).map(|c| c.trim().to_owned()).unwrap_or_default();
        let (workshop, team) = (cell(0), cell(1));
        let member = Member { email: cell(2), name: cell(3), post: cell(4) };
        match teams.iter_mut().find(|(w, t, _)| *w == workshop && *t == team && !team.is_empty()) {
            Some((_, _, members)) => members.push((line.number, member)),
            None => teams.push((workshop, team, vec![(line.number, member)])),
        }
    }
    // In the order of workshops, so that two imports lock rows in one order.
    teams.sort_by(|a, b| a.0.cmp(&b.0).then(a.2[0].0.cmp(&b.2[0].0)));
    let mut wrong = Complaints::default();
    let mut enrolled = 0;
    for (number, (workshop, _, members)) in teams.iter().enumerate() {
        let named: Vec<Member> = members.iter().map(|(_, member)| member.clone()).collect();
        match register(ctx, workshop, &named, true, &format!("{key}-{number}")).await {
            Ok(_) => enrolled += named.len(),
            Err(problem) => {
                for complaint in problem.complaints.clone() {
                    // The field says which member; the reader wants the line.
                    let index = complaint.field.trim_start_matches("members[").split(']').next().and_then(|i| i.parse::<usize>().ok());
                    let line = index.and_then(|i| members.get(i)).unwrap_or(&members[0]).0;
                    let mut told = Problem { complaints: vec![complaint], ..problem.clone() };
                    told.kind = crate::base::problem::Kind::Form;
                    wrong.add(told.with("line", line).on(format!("file-line-{line}")));
                }
                // Whatever the database thinks of a failed statement, nothing of this file will be kept.
                if matches!(problem.kind, crate::base::problem::Kind::Broken | crate::base::problem::Kind::Busy) {
                    return Err(problem);
                }
            }
        }
    }
    wrong.check()?;
    ctx.audit("registration.enrol", "department", json!({ "people": enrolled }));
    Ok(enrolled)
}
