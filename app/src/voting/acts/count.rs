//! The count: only when every day is balanced, twice by two programs, certified by two people, then handed to the panel (FT-14).

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    awards,
    base::{
        ctx::Ctx,
        ids::PersonId,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        time::Moment,
    },
};

use super::{
    super::{
        rules::{
            record::{Decision, DecisionKind, Outcome, Recount, Turnout, digest, read_hex, report, write},
            *,
        },
        store::{
            self,
            ballots::{self, PollRow},
            log,
            officers::{self, DecisionRow},
        },
    },
    Keys, fresh_paper, record, sha,
};

/// Whoever counts, or decides about classes and days: an award secretary, the panel's chair, or an exhibition officer for the days.
pub(super) fn officer(ctx: &Ctx) -> Answer<()> {
    let reach = |action| ctx.viewer.reach(action) == Reach::All;
    if reach(Action::CertifyVotes) || reach(Action::RunPolls) { Ok(()) } else { ctx.may(Action::CertifyVotes, Reach::All).map(drop) }
}

/// What the database counts: votes by award and entry, blanks by award, with what was decided out left out.
struct Counted {
    totals: BTreeMap<(String, String), i64>,
    blank: BTreeMap<String, i64>,
}

async fn by_database(ctx: &mut Ctx, paper: &BallotPaper, decisions: &[Decision]) -> Answer<Counted> {
    let mut it = Counted { totals: BTreeMap::new(), blank: BTreeMap::new() };
    for award in &paper.awards {
        it.blank.insert(award.code.clone(), 0);
        for entry in &award.entries {
            it.totals.insert((award.code.clone(), entry.code.clone()), 0);
        }
    }
    for (award, choice, class, n) in log::tally(&mut ctx.tx, &paper.scheme).await? {
        if !report::counts(decisions, &class) {
            continue;
        }
        let place = if choice.is_empty() { it.blank.entry(award).or_default() } else { it.totals.entry((award, choice)).or_default() };
        *place += n;
    }
    Ok(it)
}

/// What was decided, as the record tells it. A class that was set aside is not counted; a day that was written off is.
fn told(rows: &[DecisionRow]) -> Vec<Decision> {
    let mut decided: Vec<&DecisionRow> = rows.iter().filter(|it| it.decided_by.is_some()).collect();
    // Of several decisions about one ballot the last stands: what is said of a class is nearer than what is said of a day.
    decided.sort_by_key(|it| it.kind == "class");
    decided
        .into_iter()
        .map(|it| Decision {
            kind: match it.kind.as_str() {
                "class" => DecisionKind::Class,
                "void_batch" => DecisionKind::VoidBatch,
                _ => DecisionKind::WriteOff,
            },
            object: it.object.clone(),
            counted: it.kind != "class",
            reason: it.reason(),
            by: vec![it.proposed_post.clone(), it.decided_post.clone().unwrap_or_default()],
            at: Moment(it.decided_at.unwrap_or(it.proposed_at)).to_rfc3339(),
        })
        .collect()
}

async fn turnout(ctx: &mut Ctx, scheme: &str) -> Answer<Vec<Turnout>> {
    let days = store::days_of_scheme(&mut ctx.tx, scheme).await?;
    let used = ballots::used(&mut ctx.tx, scheme).await?;
    let duplicates = officers::duplicates(&mut ctx.tx, scheme).await?;
    Ok(days
        .into_iter()
        .map(|it| {
            let day = it.day.iso();
            let (_, _, used, test) = used.iter().find(|row| row.0 == it.stop && row.1 == day).cloned().unwrap_or_default();
            Turnout {
                used: used as u64,
                paper: it.balance.paper as u64,
                test: test as u64,
                spoilt: it.balance.spoilt as u64,
                void: (it.balance.void_issued + it.balance.void_unissued) as u64,
                duplicates: duplicates.get(&(it.stop.clone(), day.clone())).copied().unwrap_or(0) as u64,
                stop: it.stop,
                day,
            }
        })
        .collect())
}

/// A day of which no more is to come: balanced, written off, or shut by weather before anything happened on it.
fn is_settled(day: &PollDay, batches: i64) -> bool {
    day.state.is_final() || (day.state == DayState::Suspended && batches == 0)
}

/// How many days still stand in the way of the count.
pub async fn open_days(ctx: &mut Ctx, scheme: &str) -> Answer<i64> {
    let mut open = 0;
    for day in store::days_of_scheme(&mut ctx.tx, scheme).await? {
        let batches = ballots::batches_on(&mut ctx.tx, &day.stop, day.day).await?.len() as i64;
        open += i64::from(!is_settled(&day, batches));
    }
    Ok(open)
}

/// Counts the votes of a scheme: by the database, and by the recount that everybody can run. They have to agree to the vote.
pub async fn count(ctx: &mut Ctx, scheme: &str) -> Answer<()> {
    ctx.may(Action::CertifyVotes, Reach::All)?;
    let me = ctx.me()?;
    let poll = ballots::lock_poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    let state = PollState::of_code(&poll.state).unwrap_or(PollState::Published);
    if !matches!(state, PollState::Collecting | PollState::Counted) {
        return Err(Refusal::PollMove { from: state }.into());
    }
    let days = open_days(ctx, scheme).await?;
    if days > 0 {
        return Err(Refusal::DaysOpen { days }.into());
    }
    let (waiting, _) = log::waiting(&mut ctx.tx, scheme, ctx.now).await?;
    if waiting > 0 {
        return Err(Refusal::UrnNotEmpty { ballots: waiting }.into());
    }
    let decisions = officers::decisions(&mut ctx.tx, scheme).await?;
    let undecided = decisions.iter().filter(|it| it.decided_by.is_none()).count();
    if undecided > 0 {
        return Err(Problem::clash("voting-undecided").with("n", undecided));
    }
    let keys = Keys::of(&poll).ok_or_else(|| Problem::closed("voting-keys-erased"))?;
    let paper = fresh_paper(ctx, scheme, true).await?;
    let decided = told(&decisions);
    let counted = by_database(ctx, &paper, &decided).await?;
    let statements = write::turnout(&turnout(ctx, scheme).await?) + &decided.iter().map(write::decision).collect::<String>();
    let header = write::header(&paper, &read_hex(&poll.sign_public).unwrap_or_default());
    let unsigned = |n: &i64| (*n).max(0) as u64;
    let outcome = Outcome {
        scheme: scheme.into(),
        header: digest(header.as_bytes()),
        last: (poll.batch as u64, read_hex(&poll.head).unwrap_or_default()),
        statements: digest(statements.as_bytes()),
        totals: counted.totals.iter().map(|(place, n)| (place.clone(), unsigned(n))).collect(),
        blank: counted.blank.iter().map(|(award, n)| (award.clone(), unsigned(n))).collect(),
    };
    let result = outcome.sign(&keys.sign);
    agree(ctx, &poll, &header, &statements, &result).await?;
    let hash = table_hash(&counted.totals, &counted.blank);
    officers::save_count(&mut ctx.tx, scheme, &counted.totals, (&hash, &header, &statements, &result), me.id, ctx.now).await?;
    ctx.audit("poll.count", format!("poll:{scheme}"), json!({ "batches": poll.batch, "sha256": hash }));
    Ok(())
}

/// The recount over the very file that will be published: it finds no flaw, and so comes to the totals that were signed.
async fn agree(ctx: &mut Ctx, poll: &PollRow, header: &str, statements: &str, result: &str) -> Answer<()> {
    let mut recount = Recount::new();
    let mut flaw = None;
    record::lines(ctx, &poll.scheme, Some(header), true, &mut |line| {
        if flaw.is_none() {
            flaw = recount.push(line.as_bytes()).err();
        }
    })
    .await?;
    let rest = format!("{statements}{}", write::result(result));
    let flaw = flaw.or_else(|| recount.push(rest.as_bytes()).err());
    let finished = match flaw {
        Some(flaw) => Err(flaw),
        None => recount.finish(),
    };
    match finished {
        Ok(report) if report.complete => Ok(()),
        Ok(_) => Err(Refusal::CountsDiffer.into()),
        Err(flaw) => {
            // It tells a line and what is wrong there, never a choice.
            tracing::error!(scheme = poll.scheme, %flaw, "the recount does not agree with the database");
            Err(Refusal::CountsDiffer.into())
        }
    }
}

/// The tables of the count in one fixed form, hashed.
fn table_hash(totals: &BTreeMap<(String, String), i64>, blank: &BTreeMap<String, i64>) -> String {
    let mut text: String = totals.iter().map(|((award, entry), n)| format!("{award}\t{entry}\t{n}\n")).collect();
    blank.iter().for_each(|(award, n)| text.push_str(&format!("{award}\t\t{n}\n")));
    sha(text)
}

/// Another officer certifies the count, and the panel has its public part.
pub async fn certify(ctx: &mut Ctx, scheme: &str) -> Answer<()> {
    ctx.may(Action::CertifyVotes, Reach::All)?;
    let me = ctx.me()?;
    let poll = ballots::lock_poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    let counted_by = poll.counted_by.map(PersonId).filter(|_| poll.state == PollState::Counted.code());
    let counted_by = counted_by.ok_or(Refusal::PollMove { from: PollState::of_code(&poll.state).unwrap_or(PollState::Collecting) })?;
    if counted_by == me.id {
        return Err(Problem::new(crate::base::problem::Kind::Forbidden, "judging-same-certifier"));
    }
    let paper = fresh_paper(ctx, scheme, false).await?;
    let totals = officers::totals(&mut ctx.tx, scheme).await?;
    let on_display = |(award, entry): &(String, String)| {
        paper.awards.iter().any(|it| it.code == *award && it.entries.iter().any(|of| of.code == *entry))
    };
    let votes = totals.into_iter().filter(|(place, _)| on_display(place)).map(|(place, n)| (place, n.max(0) as u32)).collect();
    officers::certify(&mut ctx.tx, scheme, me.id, ctx.now).await?;
    ctx.audit("poll.certify", format!("poll:{scheme}"), json!({ "sha256": poll.table_hash }));
    awards::acts::decide::certify(ctx, scheme, &votes, (counted_by, me.id)).await
}

/// Everything on the page of the count.
pub struct Standing {
    pub poll: PollRow,
    pub paper: BallotPaper,
    pub days: Vec<(PollDay, bool)>,
    pub stops: Vec<Stop>,
    pub waiting: i64,
    pub decisions: Vec<DecisionRow>,
    /// Ballots by class, sealed ones; without a word of what they chose.
    pub classes: Vec<(String, i64)>,
    pub duplicates: i64,
    /// The totals, for those who may see them now.
    pub totals: Option<BTreeMap<(String, String), i64>>,
    pub counted_by: Option<crate::base::text::Bi>,
    pub certified_by: Option<crate::base::text::Bi>,
}

/// The page of the count: what is in its way, and once it is made, what it says.
pub async fn standing(ctx: &mut Ctx, scheme: &str) -> Answer<Standing> {
    if ctx.viewer.reach(Action::CertifyVotes) < Reach::Read {
        ctx.may(Action::RunPolls, Reach::Read)?;
    }
    let poll = ballots::poll(&mut ctx.tx, scheme).await?.or_unknown()?;
    let paper = fresh_paper(ctx, scheme, true).await?;
    let mut days = Vec::new();
    for day in store::days_of_scheme(&mut ctx.tx, scheme).await? {
        let batches = ballots::batches_on(&mut ctx.tx, &day.stop, day.day).await?.len() as i64;
        let settled = is_settled(&day, batches);
        days.push((day, settled));
    }
    let (waiting, _) = log::waiting(&mut ctx.tx, scheme, ctx.now).await?;
    let first = paper.awards.first();
    let votes = first.map_or(1, |it| it.votes.max(1) as i64);
    let classes = match first {
        Some(award) => log::classes(&mut ctx.tx, &award.code, i64::MAX).await?,
        None => Vec::new(),
    };
    // Votes must not lead a judge's hand, nor go round the office before they are counted by those who certify them (I-24).
    let may_see = ctx.viewer.reach(Action::CertifyVotes) == Reach::All && awards::acts::decide::sees_votes(ctx, scheme).await?;
    let counted = poll.counted_at.is_some();
    let totals = if counted && may_see { Some(officers::totals(&mut ctx.tx, scheme).await?) } else { None };
    let mut name = async |id: Option<i64>| match id {
        Some(id) => super::name_of(ctx, PersonId(id)).await.map(Some),
        None => Ok(None),
    };
    let (counted_by, certified_by) = (name(poll.counted_by).await?, name(poll.certified_by).await?);
    let duplicates = officers::duplicates(&mut ctx.tx, scheme).await?.values().sum();
    Ok(Standing {
        stops: store::stops_of(&mut ctx.tx, scheme).await?,
        decisions: officers::decisions(&mut ctx.tx, scheme).await?,
        classes: classes.into_iter().map(|(class, leaves)| (class, leaves / votes)).collect(),
        poll,
        paper,
        days,
        waiting,
        duplicates,
        totals,
        counted_by,
        certified_by,
    })
}

/// Votes by stop, for the secretary alone.
pub async fn by_stop(ctx: &mut Ctx, scheme: &str) -> Answer<BTreeMap<(String, String, String), i64>> {
    ctx.may(Action::CertifyVotes, Reach::All)?;
    let mut all: BTreeMap<(String, String, String), i64> = BTreeMap::new();
    for (award, choice, class, n) in log::tally(&mut ctx.tx, scheme).await? {
        let Some(of) = super::super::rules::record::Class::parse(&class).filter(|it| !it.is_test()) else { continue };
        if !choice.is_empty() {
            *all.entry((award, choice, of.stop.to_owned())).or_default() += n;
        }
    }
    Ok(all)
}
