//! What the award secretary and the other officers do: enrol, remind, send back, check by two, rule, shortlist, seal.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::Bi,
        time::{Day, Moment},
    },
    people, venues,
};

use super::{
    super::{
        rules::{
            eligibility::{CHECKLIST, Check, Finding, Ruling},
            texts::Texts,
            *,
        },
        store::{self, entries, officers as found},
    },
    spoken, step, tell, write_new,
};

/// Puts an organisation's published pledge on the register: from now on it is entered by itself.
pub async fn register_pledge(ctx: &mut Ctx, organisation: &str, published: Day, texts: &Texts) -> Answer<()> {
    ctx.may(Action::SetUpSchemes, Reach::All)?;
    people::acts::organisation(ctx, organisation).await.map_err(|_| Problem::rule("awards-partner-unknown").on("organisation"))?;
    if !texts.title.is_whole() || !texts.summary.is_whole() {
        return Err(Problem::rule("awards-both-languages").on("title_zh"));
    }
    store::save_pledge(&mut ctx.tx, organisation, published, texts).await?;
    ctx.audit("pledge.register", format!("organisation:{organisation}"), json!({ "published": published.iso() }));
    Ok(())
}

/// Enrols every organisation with a published pledge that is not entered yet, in every award (I-13). Gives how many.
pub async fn enrol(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    let scheme = officer(ctx, code).await?;
    if scheme.mode != EntryMode::AutoEnrol {
        return Err(Problem::rule("awards-by-nomination"));
    }
    let pledges = store::pledges(&mut ctx.tx).await?;
    let existing: Vec<String> = entries::of_scheme(&mut ctx.tx, code).await?.into_iter().map(|it| it.lead).collect();
    let pledging: Vec<String> = pledges.iter().map(|(organisation, _)| organisation.clone()).collect();
    let new = entry::to_enrol(&pledging, &existing);
    // Numbered in the order in which the pledges were published.
    for (organisation, texts) in pledges.into_iter().filter(|(it, _)| new.contains(it)) {
        let number = store::next_entry(&mut ctx.tx, code).await?;
        let mut entry = Entry::new(&format!("{code}-E{number:02}"), code, &organisation, EntryState::Enrolled);
        entry.texts = texts;
        entry.awards = scheme.entered_awards().map(|it| it.code.clone()).collect();
        entry.changed_at = ctx.now;
        write_new(ctx, &entry, true).await?;
        step(ctx, &entry, "enrolled", None);
        tell(ctx, &scheme, &entry, "entry-enrolled", None).await?;
    }
    ctx.audit("scheme.enrol", format!("scheme:{code}"), json!({ "entries": new.len() }));
    Ok(new.len())
}

/// Reminds the departments that have not confirmed their material. Gives how many.
pub async fn remind(ctx: &mut Ctx, code: &str) -> Answer<usize> {
    let scheme = officer(ctx, code).await?;
    let silent: Vec<Entry> =
        entries::of_scheme(&mut ctx.tx, code).await?.into_iter().filter(|it| it.state == EntryState::Enrolled).collect();
    for entry in &silent {
        tell(ctx, &scheme, entry, "entry-reminder", None).await?;
    }
    ctx.audit("scheme.remind", format!("scheme:{code}"), json!({ "entries": silent.len() }));
    Ok(silent.len())
}

/// The scheme, locked, for an officer who checks and short-lists.
async fn officer(ctx: &mut Ctx, code: &str) -> Answer<Scheme> {
    ctx.may(Action::Shortlist, Reach::All)?;
    store::lock(&mut ctx.tx, code).await?.filter(|it| it.state != SchemeState::Draft).or_unknown()
}

/// An entry with its scheme, both locked, for an officer.
async fn entry_for_officer(ctx: &mut Ctx, code: &str) -> Answer<(Scheme, Entry)> {
    ctx.may(Action::Shortlist, Reach::All)?;
    let found = entries::find(&mut ctx.tx, code).await?.or_unknown()?;
    let scheme = store::lock(&mut ctx.tx, &found.scheme).await?.or_unknown()?;
    let entry = entries::lock(&mut ctx.tx, code).await?.or_unknown()?;
    Ok((scheme, entry))
}

/// Sends an entry back with what is to be changed.
pub async fn give_back(ctx: &mut Ctx, code: &str, comment: &str) -> Answer<()> {
    let (scheme, mut entry) = entry_for_officer(ctx, code).await?;
    let comment = spoken(comment, "comment")?;
    entry.state = entry.give_back(&comment)?;
    entry.endorsement = None;
    found::forget_checks(&mut ctx.tx, code).await?;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "returned", Some(&comment));
    tell(ctx, &scheme, &entry, "entry-returned", Some(&comment)).await
}

/// Gives one entry a deadline of its own.
pub async fn reopen(ctx: &mut Ctx, code: &str, until: &str, reason: &str) -> Answer<()> {
    let (scheme, mut entry) = entry_for_officer(ctx, code).await?;
    if !entry.state.is_editable() {
        return Err(Refusal::EntryMove { from: entry.state, to: EntryState::Submitted }.into());
    }
    let until = Moment::parse_local(until).ok_or_else(|| Problem::rule("problem-moment").on("until"))?;
    if until <= ctx.now {
        return Err(Problem::rule("awards-until-past").on("until"));
    }
    let reason = spoken(reason, "reason")?;
    entry.reopened_until = Some(until);
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "reopened", Some(&reason));
    tell(ctx, &scheme, &entry, "entry-reopened", Some(&reason)).await
}

/// Keeps what the secretariat saw when it visited, for the judges to read beside the entry; empty takes it away.
pub async fn note_visit(ctx: &mut Ctx, code: &str, note: &str) -> Answer<()> {
    let (_, mut entry) = entry_for_officer(ctx, code).await?;
    if !entry.state.is_live() {
        return Err(Refusal::EntryMove { from: entry.state, to: entry.state }.into());
    }
    entry.visit_note = if note.trim().is_empty() { String::new() } else { spoken(note, "note")? };
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "visited", None);
    Ok(())
}

/// What one officer found in an entry. Two who agree that all is well make it eligible at once.
pub async fn check(ctx: &mut Ctx, code: &str, answers: [bool; CHECKLIST.len()], mark: &str) -> Answer<()> {
    let (scheme, mut entry) = entry_for_officer(ctx, code).await?;
    let me = ctx.me()?;
    let halves = Score::parse(mark).map_err(|refusal| Problem::from(refusal).on("mark"))?.halves();
    if entry.state != EntryState::Submitted {
        return Err(Refusal::EntryMove { from: entry.state, to: EntryState::Eligible }.into());
    }
    let mut known = found::of_scheme(&mut ctx.tx, &scheme.code).await?.remove(code).unwrap_or_default();
    eligibility::may_check(&known.checks, me.id)?;
    let check = Check { by: me.id, answers, halves: halves.into() };
    found::add_check(&mut ctx.tx, code, &check, ctx.now).await?;
    known.checks.push(check);
    step(ctx, &entry, "checked", None);
    if eligibility::finding(&known.checks, None).eligible() == Some(true) {
        pass(ctx, &scheme, &mut entry).await?;
    }
    Ok(())
}

/// It may compete.
async fn pass(ctx: &mut Ctx, scheme: &Scheme, entry: &mut Entry) -> Answer<()> {
    entry.state = entry.state.may_become(EntryState::Eligible)?;
    entry.decided_at = Some(ctx.now);
    entry.appeal_open = false;
    entries::save(&mut ctx.tx, entry, ctx.now).await?;
    step(ctx, entry, "eligible", None);
    tell(ctx, scheme, entry, "entry-eligible", None).await
}

/// The head of the section says where two officers differ.
pub async fn rule(ctx: &mut Ctx, code: &str, eligible: bool) -> Answer<()> {
    let (scheme, mut entry) = entry_for_officer(ctx, code).await?;
    let me = ctx.me()?;
    let known = found::of_scheme(&mut ctx.tx, &scheme.code).await?.remove(code).unwrap_or_default();
    if known.ruling.is_some() {
        return Err(Refusal::NotDisputed.into());
    }
    eligibility::may_rule(&known.checks, me.id)?;
    found::set_ruling(&mut ctx.tx, code, &Ruling { by: me.id, eligible }, ctx.now).await?;
    step(ctx, &entry, if eligible { "ruled-eligible" } else { "ruled-ineligible" }, None);
    if eligible { pass(ctx, &scheme, &mut entry).await } else { Ok(()) }
}

/// Tells a department why its entry may not compete: after two officers found so, or the head of the section ruled so.
pub async fn refuse(ctx: &mut Ctx, code: &str, reason: &Bi) -> Answer<()> {
    let (scheme, mut entry) = entry_for_officer(ctx, code).await?;
    let known = found::of_scheme(&mut ctx.tx, &scheme.code).await?.remove(code).unwrap_or_default();
    let finding = eligibility::finding(&known.checks, known.ruling.as_ref());
    if finding.eligible() != Some(false) {
        return Err(Problem::clash("awards-not-found-so"));
    }
    eligibility::check_reason(reason)?;
    entry.state = entry.state.may_become(EntryState::Ineligible)?;
    entry.decided_at = Some(ctx.now);
    entry.reason = Some(reason.clone());
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "ineligible", None);
    tell(ctx, &scheme, &entry, "entry-ineligible", None).await
}

/// Answers an appeal: allowed, the entry is eligible; dismissed, it stays out, and the department reads why.
pub async fn answer_appeal(ctx: &mut Ctx, code: &str, allow: bool, reason: &str) -> Answer<()> {
    let (scheme, mut entry) = entry_for_officer(ctx, code).await?;
    if !entry.appeal_open {
        return Err(Problem::clash("awards-no-appeal"));
    }
    let reason = spoken(reason, "reason")?;
    entry.appeal_open = false;
    step(ctx, &entry, if allow { "appeal-allowed" } else { "appeal-dismissed" }, Some(&reason));
    if allow {
        return pass(ctx, &scheme, &mut entry).await;
    }
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    tell(ctx, &scheme, &entry, "entry-appeal-dismissed", Some(&reason)).await
}

/// Makes the shortlist: in each award the highest marks, and all equal to the last of them. Where every department is entered by
/// its pledge nobody is marked, and everybody goes through.
pub async fn shortlist(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let scheme = officer(ctx, code).await?;
    if matches!(scheme.phase(ctx.now), Phase::Upcoming | Phase::Entries) {
        return Err(Problem::clash("awards-still-open").with("closes", scheme.entry_closes));
    }
    let all = entries::of_scheme(&mut ctx.tx, code).await?;
    eligibility::may_seal(&findings(ctx, &scheme, &all).await?, None, ctx.now)?;
    let checked = found::of_scheme(&mut ctx.tx, code).await?;
    let mark = |it: &Entry| -> i64 { checked.get(&it.code).map_or(0, |known| known.checks.iter().map(|check| check.halves).sum()) };
    let eligible: Vec<&Entry> = all.iter().filter(|it| it.state == EntryState::Eligible).collect();
    let mut through: Vec<(String, String)> = Vec::new();
    for award in scheme.entered_awards() {
        let marks: Vec<(String, i64)> =
            eligible.iter().filter(|it| it.awards.contains(&award.code)).map(|it| (it.code.clone(), mark(it))).collect();
        through.extend(eligibility::cut(&marks, scheme.shortlist as usize).into_iter().map(|entry| (entry, award.code.clone())));
    }
    for entry in all.into_iter().filter(|it| it.state == EntryState::Eligible) {
        let mut entry = entry;
        for award in entry.awards.clone() {
            if !through.contains(&(entry.code.clone(), award.clone())) {
                entries::leave_behind(&mut ctx.tx, &entry.code, &award).await?;
            }
        }
        let in_any = through.iter().any(|(it, _)| *it == entry.code);
        entry.state = entry.state.may_become(if in_any { EntryState::Shortlisted } else { EntryState::NotShortlisted })?;
        entries::save(&mut ctx.tx, &entry, ctx.now).await?;
        step(ctx, &entry, if in_any { "shortlisted" } else { "not-shortlisted" }, None);
    }
    ctx.audit("scheme.shortlist", format!("scheme:{code}"), json!({ "entries": through.len() }));
    Ok(())
}

/// What is known about the eligibility of every entry that was handed in, as far as it stands in the way of a shortlist: an open
/// appeal, or one that may still come, is as unsettled as a missing check.
async fn findings(ctx: &mut Ctx, scheme: &Scheme, all: &[Entry]) -> Answer<Vec<(String, Finding)>> {
    let checked = found::of_scheme(&mut ctx.tx, &scheme.code).await?;
    let holidays = venues::acts::holidays(ctx).await?;
    let now = ctx.now;
    let open = |it: &Entry| match it.state {
        EntryState::Submitted | EntryState::Enrolled => true,
        EntryState::Ineligible => {
            it.appeal_open || (it.appeal.is_none() && it.decided_at.is_some_and(|at| now < eligibility::appeal_until(at, &holidays)))
        }
        _ => false,
    };
    let settled = Finding::Agreed { eligible: true };
    Ok(all
        .iter()
        .map(|it| {
            let finding = match checked.get(&it.code) {
                _ if !open(it) => settled.clone(),
                Some(known) if it.state == EntryState::Submitted => eligibility::finding(&known.checks, known.ruling.as_ref()),
                _ => Finding::Waiting { officers: 2 },
            };
            // Found out of place but not told so yet: not settled either.
            let untold = it.state == EntryState::Submitted && finding.eligible() == Some(false);
            (it.code.clone(), if untold { Finding::Waiting { officers: 0 } } else { finding })
        })
        .collect())
}

/// Seals the shortlist: from now on it is shown, and only a disqualification changes it (I-16).
pub async fn seal(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let scheme = officer(ctx, code).await?;
    if scheme.sealed.is_some() {
        return Err(Problem::clash("awards-sealed"));
    }
    let all = entries::of_scheme(&mut ctx.tx, code).await?;
    let listed: Vec<Entry> = all.iter().filter(|it| it.state == EntryState::Shortlisted).cloned().collect();
    if listed.is_empty() {
        return Err(Problem::clash("awards-no-shortlist"));
    }
    eligibility::may_seal(&findings(ctx, &scheme, &all).await?, scheme.voting_opens, ctx.now)?;
    store::seal(&mut ctx.tx, code, ctx.now).await?;
    ctx.audit("scheme.seal", format!("scheme:{code}"), json!({ "entries": listed.iter().map(|it| it.code.as_str()).collect::<Vec<_>>() }));
    for mut entry in listed {
        entry.state = entry.state.may_become(EntryState::OnDisplay)?;
        entries::save(&mut ctx.tx, &entry, ctx.now).await?;
        step(ctx, &entry, "on-display", None);
        tell(ctx, &scheme, &entry, "entry-shortlisted", None).await?;
    }
    for entry in all.into_iter().filter(|it| it.state == EntryState::NotShortlisted) {
        tell(ctx, &scheme, &entry, "entry-not-shortlisted", None).await?;
    }
    Ok(())
}

/// Takes a short-listed entry out: the chair, with a reason.
pub async fn disqualify(ctx: &mut Ctx, code: &str, reason: &str) -> Answer<()> {
    let (scheme, mut entry) = entry_for_officer(ctx, code).await?;
    let by_chair = ctx.viewer.reach(Action::Deliberate) == Reach::All;
    let reason = if by_chair { spoken(reason, "reason")? } else { String::new() };
    entry.state = entry.disqualify(by_chair, &reason)?;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "disqualified", Some(&reason));
    tell(ctx, &scheme, &entry, "entry-disqualified", Some(&reason)).await
}
