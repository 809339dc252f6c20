//! From the last sheet to the announcement: lock, certify the votes, deliberate, decide, approve, announce.
//!
//! Each step is taken by somebody else than the one before where that matters: two officers for the votes, the chair for the
//! decision, and for its approval neither the chair nor whoever set up the scheme (I-23).

use std::collections::BTreeMap;

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{
    base::{
        ctx::Ctx,
        ids::PersonId,
        outbox::Letter,
        problem::{Answer, Complaints, Kind, OrUnknown, Problem},
        roles::{Action, Reach, Role},
        text::Bi,
    },
    people,
};

use super::{
    super::{
        rules::{
            decision::{self, Decision, departures},
            deliberation::{AwardTable, Votes, record},
            *,
        },
        store::{self, decisions, entries, panel as kept, sheets},
    },
    actor,
    assign::fewest,
    panel::{Panel, for_chair, load, locked, move_on},
    spoken,
    table::{certified, certified_votes, tables},
};

/// Locks the scores: every entry has its sheets (I-19). What was not submitted does not count.
pub async fn lock(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let panel = for_chair(ctx, code).await?;
    let all = sheets::of_scheme(&mut ctx.tx, code).await?;
    let submitted = fewest(&panel, &all, |it| it.state == SheetState::Submitted);
    let next = panel.round().lock(&submitted)?;
    move_on(ctx, &panel, next).await?;
    ctx.audit("round.lock", format!("judging:{code}"), json!({ "entries": submitted.len() }));
    Ok(())
}

/// Opens the scores again, with the reason.
pub async fn reopen(ctx: &mut Ctx, code: &str, reason: &str) -> Answer<()> {
    let panel = for_chair(ctx, code).await?;
    let next = panel.round().reopen(true, reason)?;
    let reason = spoken(reason, "reason")?;
    move_on(ctx, &panel, next).await?;
    ctx.audit_because("round.reopen", format!("judging:{code}"), json!({}), &reason);
    Ok(())
}

/// The panel meets over the table.
pub async fn deliberate(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let panel = for_chair(ctx, code).await?;
    let next = panel.round().state.may_become(RoundState::Deliberating)?;
    move_on(ctx, &panel, next).await?;
    ctx.audit("round.deliberate", format!("judging:{code}"), json!({}));
    Ok(())
}

/// Notes as they are kept: nothing that must not be kept, and not without end.
fn noted(notes: &str) -> Answer<String> {
    let notes = notes.replace("\r\n", "\n").trim().to_owned();
    if notes.chars().count() > 8000 {
        return Err(Problem::rule("problem-too-long").with("limit", 8000i64).on("notes"));
    }
    if crate::base::text::holds_identity_card(&notes) {
        return Err(Problem::rule("problem-identity-card").on("notes"));
    }
    Ok(notes)
}

/// Keeps what was said at the table, in the chair's words.
pub async fn note(ctx: &mut Ctx, code: &str, notes: &str) -> Answer<()> {
    let panel = for_chair(ctx, code).await?;
    match panel.round().state {
        RoundState::Locked | RoundState::Deliberating => {}
        from => return Err(Refusal::RoundMove { from, to: RoundState::Deliberating }.into()),
    }
    let notes = noted(notes)?;
    kept::set_notes(&mut ctx.tx, code, &notes).await?;
    // That notes were taken, not what they say.
    ctx.audit("round.note", format!("judging:{code}"), json!({ "characters": notes.chars().count() }));
    Ok(())
}

/// Every award with a public part and every entry in it, for which a total is needed.
pub fn ballots(panel: &Panel) -> Vec<(&Award, Vec<&Entry>)> {
    let of = |award: &Award| panel.entries.iter().filter(|it| award.takes(it)).collect::<Vec<_>>();
    panel.scheme.awards.iter().filter(|it| it.is_voted()).map(|it| (it, of(it))).collect()
}

/// An officer may put in or confirm votes now. Whoever still scores on the panel does not: votes must not lead a judge's hand.
fn may_certify(ctx: &Ctx, panel: &Panel) -> Answer<PersonId> {
    ctx.may(Action::CertifyVotes, Reach::All)?;
    let me = ctx.me()?;
    if panel.seat_of(me.id).is_some() && !panel.round().state.shows_votes_to_judges() {
        return Err(Problem::new(Kind::Forbidden, "judging-votes-hidden"));
    }
    open_for_votes(panel)?;
    Ok(me.id)
}

/// Whether the viewer may see the public's votes now: nobody who still scores on the panel.
pub async fn sees_votes(ctx: &mut Ctx, code: &str) -> Answer<bool> {
    if kept::find(&mut ctx.tx, code).await?.is_none() {
        return Ok(true);
    }
    let panel = load(ctx, code).await?;
    let seat = ctx.viewer.me().and_then(|me| panel.seat_of(me.id)).is_some();
    Ok(!seat || panel.round().state.shows_votes_to_judges())
}

/// What was decided stands on the votes as they were.
fn open_for_votes(panel: &Panel) -> Answer<()> {
    match panel.round().state {
        from @ (RoundState::Decided | RoundState::Approved | RoundState::Announced) => {
            Err(Refusal::RoundMove { from, to: RoundState::Deliberating }.into())
        }
        _ => Ok(()),
    }
}

/// One officer enters the totals of the count, by award and entry. They rank nobody until another confirms them.
pub async fn enter_votes(ctx: &mut Ctx, code: &str, typed: &BTreeMap<String, BTreeMap<String, String>>) -> Answer<()> {
    ctx.may(Action::CertifyVotes, Reach::All)?;
    let panel = locked(ctx, code).await?;
    let me = may_certify(ctx, &panel)?;
    if store::is_by_ballot(&mut ctx.tx, code).await? {
        return Err(Problem::clash("judging-votes-by-ballot"));
    }
    let mut wrong = Complaints::default();
    let mut votes = Votes::new();
    for (award, entries) in ballots(&panel) {
        for entry in entries {
            let text = typed.get(&award.code).and_then(|of| of.get(&entry.code)).map_or("", |it| it.trim());
            match text.replace([',', ' '], "").parse::<u32>() {
                Ok(n) => drop(votes.insert((award.code.clone(), entry.code.clone()), n)),
                Err(_) => wrong.add(Problem::rule("judging-votes-bad").on(format!("votes[{}][{}]", award.code, entry.code))),
            }
        }
    }
    wrong.check()?;
    if votes.is_empty() {
        return Err(Problem::clash("judging-no-public-part"));
    }
    decisions::save_votes(&mut ctx.tx, code, &votes, me, None, ctx.now).await?;
    ctx.audit("votes.enter", format!("judging:{code}"), json!({ "totals": votes.len(), "sha256": hash(&votes) }));
    Ok(())
}

/// Another officer confirms the totals as they stand: from now on they count.
pub async fn confirm_votes(ctx: &mut Ctx, code: &str) -> Answer<()> {
    ctx.may(Action::CertifyVotes, Reach::All)?;
    let panel = locked(ctx, code).await?;
    let me = may_certify(ctx, &panel)?;
    let certificate = decisions::certificate(&mut ctx.tx, code).await?.ok_or_else(|| Problem::clash("judging-votes-missing"))?;
    if certificate.confirmed_by.is_some() {
        return Err(Problem::clash("judging-votes-confirmed"));
    }
    let votes = decisions::votes(&mut ctx.tx, code).await?;
    certify(ctx, code, &votes, (certificate.entered_by, me)).await
}

/// Certifies the public's votes of a scheme: totals by award and entry, and the two different people who stand for them.
///
/// Who may count and confirm is for the caller to say: by hand above, and with ballots where they are counted.
pub async fn certify(ctx: &mut Ctx, code: &str, votes: &Votes, (counted_by, confirmed_by): (PersonId, PersonId)) -> Answer<()> {
    if counted_by == confirmed_by {
        return Err(Problem::new(Kind::Forbidden, "judging-same-certifier"));
    }
    if kept::find(&mut ctx.tx, code).await?.is_none() {
        return Err(Problem::clash("judging-round-first"));
    }
    let panel = locked(ctx, code).await?;
    open_for_votes(&panel)?;
    for (award, entries) in ballots(&panel) {
        let missing = entries.iter().find(|it| !votes.contains_key(&(award.code.clone(), it.code.clone())));
        if let Some(entry) = missing {
            return Err(Problem::rule("judging-votes-bad").on(format!("votes[{}][{}]", award.code, entry.code)));
        }
    }
    decisions::save_votes(&mut ctx.tx, code, votes, counted_by, Some(confirmed_by), ctx.now).await?;
    ctx.audit("votes.certify", format!("judging:{code}"), json!({ "totals": votes.len(), "sha256": hash(votes) }));
    Ok(())
}

/// The totals in one fixed form.
pub(super) fn votes_text(votes: &Votes) -> String {
    votes.iter().map(|((award, entry), n)| format!("{award}\t{entry}\t{n}\n")).collect()
}

/// The totals hashed: the audit trail shows that they did not change, and not what they are (I-24).
fn hash(votes: &Votes) -> String {
    hex::encode(Sha256::digest(votes_text(votes)))
}

/// What the chair recorded, read: by award and entry.
fn read(tables: &[AwardTable], typed: &BTreeMap<String, BTreeMap<String, DecisionForm>>) -> Answer<Vec<Decision>> {
    let mut wrong = Complaints::default();
    let mut read = Vec::new();
    for table in tables {
        for (entry, form) in typed.get(&table.award).into_iter().flatten() {
            let field = |part: &str| format!("decisions[{}][{entry}][{part}]", table.award);
            let reason = form.reason.trim();
            if crate::base::text::holds_identity_card(reason) {
                wrong.add(Problem::rule("problem-identity-card").on(field("reason")));
            }
            if reason.chars().count() > 2000 {
                wrong.add(Problem::rule("problem-too-long").with("limit", 2000i64).on(field("reason")));
            }
            match Placing::of_code(form.placing.trim()) {
                Some(placing) => {
                    read.push(Decision { award: table.award.clone(), entry: entry.clone(), placing, reason: reason.to_owned() })
                }
                None => wrong.add(Problem::rule("awards-undecided").with("entry", entry.clone()).on(field("placing"))),
            }
        }
    }
    wrong.check()?;
    Ok(read)
}

/// The resolution on one award may stand; what is wrong is said beside its fields.
fn check(panel: &Panel, award: &Award, table: &AwardTable, decisions: &[Decision], bars: &[String], wrong: &mut Complaints) {
    let sheets: Vec<(String, usize)> = table.rows.iter().map(|row| (row.entry.clone(), row.sheets)).collect();
    let least = if award.is_judged() { panel.round().min_judges } else { 0 };
    if let Err(mut problem) = decision::check(&table.ranking, decisions, &sheets, least) {
        for complaint in &mut problem.complaints {
            let of = complaint.field.replacen("decisions[", &format!("decisions[{}][", award.code), 1);
            complaint.field = if of.ends_with("[reason]") { of } else { format!("{of}[placing]") };
        }
        wrong.add(problem);
    }
    // Where the chair has an interest the ranking stands: nobody lifts or drops an entry they may not judge.
    for entry in departures(&table.ranking, decisions).into_iter().filter(|entry| bars.iter().any(|it| it == entry)) {
        let no = Problem::new(Kind::Forbidden, "judging-chair-barred").with("entry", entry);
        wrong.add(no.on(format!("decisions[{}][{entry}][placing]", award.code)));
    }
}

/// Records what the panel resolved, for every award at once, with the ranking as it lay on the table.
pub async fn decide(
    ctx: &mut Ctx,
    code: &str,
    typed: &BTreeMap<String, BTreeMap<String, DecisionForm>>,
    notes: Option<&str>,
) -> Answer<()> {
    let panel = for_chair(ctx, code).await?;
    let me = ctx.me()?;
    let next = panel.round().state.may_become(RoundState::Decided)?;
    let (certificate, votes) = certified_votes(ctx, &panel.scheme).await?;
    if !certified(&panel.scheme, certificate.as_ref()) {
        return Err(Problem::clash("judging-votes-missing"));
    }
    let all = sheets::of_scheme(&mut ctx.tx, code).await?;
    let tables = tables(&panel.scheme, &panel.entries, &all, &votes);
    let resolved = read(&tables, typed)?;
    let bars: Vec<String> = panel.chair().map(|it| panel.bars(&it.seat).into_keys().collect()).unwrap_or_default();
    let mut wrong = Complaints::default();
    for (award, table) in panel.scheme.awards.iter().zip(&tables) {
        let of: Vec<Decision> = resolved.iter().filter(|it| it.award == award.code).cloned().collect();
        check(&panel, award, table, &of, &bars, &mut wrong);
    }
    wrong.check()?;
    if let Some(notes) = notes {
        let notes = noted(notes)?;
        kept::set_notes(&mut ctx.tx, code, &notes).await?;
    }
    for it in &resolved {
        decisions::add(&mut ctx.tx, it);
    }
    let ranking = record(&tables);
    kept::set_decided(&mut ctx.tx, code, &ranking, me.id, ctx.now).await?;
    move_on(ctx, &panel, next).await?;
    decisions::judged(&mut ctx.tx, code, ctx.now).await?;
    ctx.audit("round.decide", format!("judging:{code}"), json!({ "ranking": hex::encode(Sha256::digest(&ranking)) }));
    for secretary in people::acts::holders(ctx, Role::Secretary, None).await?.into_iter().filter(|it| *it != panel.scheme.set_up_by) {
        ctx.tell(Letter::new(secretary, "judging-approve", format!("/judging/{code}/table")).with("scheme", panel.scheme.name.clone()));
    }
    Ok(())
}

/// A step in the history of every entry, for its department to read. The audit trail has the one event of the round.
fn history(ctx: &mut Ctx, panel: &Panel, step: impl Fn(&Entry) -> &'static str) {
    let by = actor(ctx);
    for entry in &panel.entries {
        let id = ctx.site.fresh_id();
        entries::add_step(&mut ctx.tx, id, &entry.code, step(entry), &by, None, ctx.now);
    }
}

/// Another person approves what was decided.
pub async fn approve(ctx: &mut Ctx, code: &str) -> Answer<()> {
    ctx.may(Action::Approve, Reach::All)?;
    let me = ctx.me()?;
    let panel = locked(ctx, code).await?;
    let chair = panel.chair().ok_or(Refusal::OneChair)?.seat.judge;
    let next = panel.round().approve(me.id, chair, panel.scheme.set_up_by)?;
    move_on(ctx, &panel, next).await?;
    kept::set_approved(&mut ctx.tx, code, me.id, ctx.now).await?;
    ctx.audit("round.approve", format!("judging:{code}"), json!({}));
    Ok(())
}

/// Makes the results public by hand, once the promised time has passed.
pub async fn announce(ctx: &mut Ctx, code: &str) -> Answer<()> {
    ctx.may(Action::Approve, Reach::All)?;
    let scheme = store::lock(&mut ctx.tx, code).await?.or_unknown()?;
    let panel = locked(ctx, code).await?;
    make_public(ctx, &scheme, &panel).await
}

/// The same by the clock. On several servers at once it happens once: who comes second finds it done.
pub(super) async fn announce_when_due(ctx: &mut Ctx, scheme: &Scheme) -> Answer<()> {
    ctx.only_the_house()?;
    if scheme.state != SchemeState::Published || ctx.now < scheme.announce_at || kept::find(&mut ctx.tx, &scheme.code).await?.is_none() {
        return Ok(());
    }
    kept::lock(&mut ctx.tx, &scheme.code).await?;
    let panel = load(ctx, &scheme.code).await?;
    if panel.round().state == RoundState::Approved { make_public(ctx, scheme, &panel).await } else { Ok(()) }
}

async fn make_public(ctx: &mut Ctx, scheme: &Scheme, panel: &Panel) -> Answer<()> {
    let state = scheme.announce(&[panel.round().state], ctx.now)?;
    let next = panel.round().announce(scheme.announce_at, ctx.now)?;
    let decisions = decisions::of_scheme(&mut ctx.tx, &scheme.code).await?;
    store::set_state(&mut ctx.tx, &scheme.code, state, ctx.now).await?;
    move_on(ctx, panel, next).await?;
    let placings = |entry: &Entry| decisions.iter().filter(|it| it.entry == entry.code).map(|it| it.placing).collect::<Vec<_>>();
    for entry in panel.entries.iter().filter(|it| it.state == EntryState::Judged) {
        let received = entry.state.may_become(EntryState::by_placings(&placings(entry)))?;
        decisions::receive(&mut ctx.tx, &entry.code, received, ctx.now);
    }
    history(ctx, panel, |entry| match EntryState::by_placings(&placings(entry)) {
        EntryState::Winner => "winner",
        EntryState::Merit => "merit",
        _ => "not-awarded",
    });
    ctx.audit("round.announce", format!("judging:{}", scheme.code), json!({ "entries": panel.entries.len() }));
    tell_results(ctx, panel, &decisions).await
}

/// Letters to the departments and the panel.
async fn tell_results(ctx: &mut Ctx, panel: &Panel, decisions: &[Decision]) -> Answer<()> {
    let page = format!("/awards/{}/results", panel.scheme.code);
    let mut coordinators: BTreeMap<String, Vec<PersonId>> = BTreeMap::new();
    for organisation in panel.entries.iter().flat_map(Entry::organisations) {
        if !coordinators.contains_key(organisation) {
            let people = people::acts::holders(ctx, Role::Coordinator, Some(organisation)).await?;
            coordinators.insert(organisation.to_owned(), people);
        }
    }
    for entry in &panel.entries {
        let of: Vec<&Decision> = decisions.iter().filter(|it| it.entry == entry.code).collect();
        let best = of.iter().map(|it| it.placing).min().unwrap_or(Placing::NotAwarded);
        let awards: Vec<&Bi> =
            of.iter().filter(|it| it.placing == best).filter_map(|it| panel.scheme.award(&it.award).map(|award| &award.name)).collect();
        let names = |pick: fn(&Bi) -> &str, join: &str| awards.iter().map(|it| pick(it)).collect::<Vec<_>>().join(join);
        let awards = Bi::new(names(|it| &it.en, ", "), names(|it| &it.zh, "、"));
        for person in entry.organisations().filter_map(|it| coordinators.get(it)).flatten() {
            let letter = Letter::new(*person, &format!("results-{}", best.code()), page.clone())
                .with("scheme", panel.scheme.name.clone())
                .with("entry", entry.code.as_str())
                .with("title", entry.texts.title.clone())
                .with("awards", awards.clone());
            ctx.tell(letter);
        }
    }
    for member in panel.sitting() {
        ctx.tell(Letter::new(member.seat.judge, "results-panel", page.clone()).with("scheme", panel.scheme.name.clone()));
    }
    Ok(())
}
