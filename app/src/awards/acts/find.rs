//! What people may see of schemes and entries.

use std::collections::BTreeMap;

use crate::{
    base::{
        ctx::Ctx,
        ids::{AttachmentId, PersonId},
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::Bi,
    },
    people, venues,
};

use super::super::{
    rules::{
        eligibility::{Finding, finding},
        likeness,
        texts::Texts,
        *,
    },
    store::{
        self,
        entries::{self, Step},
        officers::{self, Checked},
    },
};

/// The schemes that the viewer may know of, the latest first.
pub async fn schemes(ctx: &mut Ctx) -> Answer<Vec<Scheme>> {
    let sees_drafts = ctx.viewer.reach(Action::SetUpSchemes) >= Reach::Read;
    Ok(store::list(&mut ctx.tx).await?.into_iter().filter(|it| sees_drafts || it.state != SchemeState::Draft).collect())
}

pub async fn scheme(ctx: &mut Ctx, code: &str) -> Answer<Scheme> {
    let sees_drafts = ctx.viewer.reach(Action::SetUpSchemes) >= Reach::Read;
    store::find(&mut ctx.tx, code).await?.filter(|it| sees_drafts || it.state != SchemeState::Draft).or_unknown()
}

/// The names of organisations by their codes.
pub async fn names(ctx: &mut Ctx) -> Answer<BTreeMap<String, Bi>> {
    Ok(people::acts::organisations(ctx).await?.into_iter().map(|it| (it.code, it.name)).collect())
}

/// How much of an entry somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// What is on show.
    Display,
    /// All that its departments wrote and what happened to it, before the results.
    Inside,
    /// That, and what officers found.
    Officer,
}

/// What the viewer may do with an entry besides looking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mine {
    pub leads: bool,
    pub is_partner: bool,
    pub endorses: bool,
}

/// How far the viewer sees into an entry; nothing where it does not exist for them.
fn sight(ctx: &Ctx, scheme: &Scheme, entry: &Entry) -> Option<(Sight, Mine)> {
    let me = ctx.viewer.me();
    let reach = ctx.viewer.reach(Action::EnterAwards);
    let of = |organisation: &str| me.is_some_and(|me| me.organisation == organisation);
    let mine = Mine {
        leads: reach == Reach::Own && of(&entry.lead),
        is_partner: reach == Reach::Own && entry.partners.iter().any(|it| of(&it.organisation)),
        endorses: entry.endorser.is_some() && me.map(|me| me.id) == entry.endorser,
    };
    let on_show = scheme.sealed.is_some() && entry.state.before_announcement() == EntryState::OnDisplay;
    let officer = ctx.viewer.reach(Action::Shortlist) >= Reach::Read;
    match () {
        () if officer => Some((Sight::Officer, mine)),
        () if mine.leads || mine.is_partner || mine.endorses => Some((Sight::Inside, mine)),
        () if on_show => Some((Sight::Display, mine)),
        () => None,
    }
}

/// The same as it is for whoever sits on the panel too: an officer behind a wall sees no more than everybody.
async fn seen(ctx: &mut Ctx, scheme: &Scheme, entry: &Entry) -> Answer<(Sight, Mine)> {
    let (sight, mine) = sight(ctx, scheme, entry).or_unknown()?;
    let barred = sight == Sight::Officer && super::panel::is_barred(ctx, entry).await?;
    Ok((if barred { Sight::Display } else { sight }, mine))
}

/// An entry with all that its page tells.
pub struct Shown {
    pub scheme: Scheme,
    /// Its state is what this viewer may know (I-24).
    pub entry: Entry,
    pub sight: Sight,
    pub mine: Mine,
    pub steps: Vec<Step>,
    /// For officers: checks, what they say together, and earlier entries that it resembles, in percent.
    pub checked: Checked,
    pub finding: Finding,
    pub likest: Vec<(String, u32)>,
    /// For its department: until when it may appeal.
    pub appeal_until: Option<crate::base::time::Moment>,
    pub endorser: Option<(Bi, Bi)>,
}

pub async fn entry(ctx: &mut Ctx, code: &str) -> Answer<Shown> {
    let mut entry = entries::find(&mut ctx.tx, code).await?.or_unknown()?;
    let scheme = scheme(ctx, &entry.scheme.clone()).await?;
    let (sight, mine) = seen(ctx, &scheme, &entry).await?;
    if sight < Sight::Officer {
        entry.visit_note.clear();
        entry.state = scheme.told(entry.state, ctx.now);
    }
    let steps = if sight >= Sight::Inside { entries::steps(&mut ctx.tx, code).await? } else { Vec::new() };
    let (mut checked, mut likest) = (Checked::default(), Vec::new());
    if sight == Sight::Officer {
        checked = officers::of_scheme(&mut ctx.tx, &scheme.code).await?.remove(code).unwrap_or_default();
        let words =
            |texts: &Texts| Bi::new(format!("{} {}", texts.title.en, texts.summary.en), format!("{} {}", texts.title.zh, texts.summary.zh));
        let others: Vec<(String, Bi)> =
            entries::words_of_others(&mut ctx.tx, code).await?.into_iter().map(|(code, texts)| (code, words(&texts))).collect();
        likest = likeness::likest(&words(&entry.texts), &others, likeness::NOTICEABLE);
    }
    let appeal_until = match (entry.state, entry.decided_at) {
        (EntryState::Ineligible, Some(at)) if entry.appeal.is_none() => {
            Some(eligibility::appeal_until(at, &venues::acts::holidays(ctx).await?))
        }
        _ => None,
    };
    let endorser = match entry.endorser {
        Some(id) if sight >= Sight::Inside => Some(post_of(ctx, id).await?),
        _ => None,
    };
    let finding = finding(&checked.checks, checked.ruling.as_ref());
    Ok(Shown { scheme, entry, sight, mine, steps, checked, finding, likest, appeal_until, endorser })
}

/// Something filed with an entry, if the viewer may see it.
pub async fn file(ctx: &mut Ctx, code: &str, id: AttachmentId) -> Answer<Attachment> {
    let entry = entries::find(&mut ctx.tx, code).await?.or_unknown()?;
    let scheme = scheme(ctx, &entry.scheme.clone()).await?;
    let (sight, _) = seen(ctx, &scheme, &entry).await?;
    let file = entry.attachments.into_iter().find(|it| it.id == id).or_unknown()?;
    // Pictures of what is on show are everybody's; the rest is for those inside, and for judges without a wall before it.
    if file.kind == AttachmentKind::Image || super::score::may_open(ctx, code).await? || sight >= Sight::Inside {
        Ok(file)
    } else {
        Err(Problem::unknown())
    }
}

/// The same for a dossier: whoever sees inside the entry, and a judge who may open it; others may not have it.
pub async fn dossier(ctx: &mut Ctx, code: &str) -> Answer<Shown> {
    let shown = entry(ctx, code).await?;
    let may = shown.sight >= Sight::Inside || super::score::may_open(ctx, code).await?;
    if may { Ok(shown) } else { Err(Problem::forbidden()) }
}

/// The entries whose panels are printed: those on show, once the shortlist is sealed.
pub async fn panels(ctx: &mut Ctx, code: &str) -> Answer<(Scheme, Vec<Entry>)> {
    ctx.may(Action::PrintPanels, Reach::Read)?;
    let scheme = scheme(ctx, code).await?;
    let shown = gallery(ctx, &scheme).await?;
    if shown.is_empty() { Err(Problem::clash("papers-panels-early")) } else { Ok((scheme, shown)) }
}

/// The post and the name of a person.
async fn post_of(ctx: &mut Ctx, id: PersonId) -> Answer<(Bi, Bi)> {
    let known = people::acts::person(ctx, id).await?;
    let post = known.posts.into_iter().next().map(|(_, title)| title).unwrap_or_default();
    Ok((post, known.name))
}

/// What two people wrote, where both did: the entry as it stands now, and what became of each field of mine.
pub async fn conflict(ctx: &mut Ctx, entry: &Entry, based_on: i64, mine: &Texts) -> Answer<Option<[(&'static str, texts::Merge); 4]>> {
    let base = entries::words(&mut ctx.tx, &entry.code, based_on).await?;
    Ok(base.filter(|_| based_on != entry.version).map(|(base, _)| texts::merge_texts(&base, &entry.texts, mine)))
}

/// The entries of the viewer's department, led or shared, and those the viewer is asked to endorse.
pub async fn mine(ctx: &mut Ctx) -> Answer<Vec<(Scheme, Entry)>> {
    let me = ctx.me()?;
    let mut all = entries::of_endorser(&mut ctx.tx, me.id).await?;
    if ctx.viewer.reach(Action::EnterAwards) == Reach::Own {
        all.extend(entries::of_organisation(&mut ctx.tx, &me.organisation).await?);
    }
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all.dedup_by(|a, b| a.code == b.code);
    let schemes = store::list(&mut ctx.tx).await?;
    let now = ctx.now;
    Ok(all
        .into_iter()
        .filter_map(|mut entry| {
            let scheme = schemes.iter().find(|it| it.code == entry.scheme)?.clone();
            entry.state = scheme.told(entry.state, now);
            Some((scheme, entry))
        })
        .collect())
}

/// The entries on show, for everybody: none before the shortlist is sealed. Those disqualified are not shown.
pub async fn gallery(ctx: &mut Ctx, scheme: &Scheme) -> Answer<Vec<Entry>> {
    if scheme.sealed.is_none() {
        return Ok(Vec::new());
    }
    let now = ctx.now;
    Ok(entries::of_scheme(&mut ctx.tx, &scheme.code)
        .await?
        .into_iter()
        .filter(|it| it.state.before_announcement() == EntryState::OnDisplay)
        .map(|it| Entry { state: scheme.told(it.state, now), ..it })
        .collect())
}

/// What stands on the ballot of a scheme: its awards with a public part, and the entries in each. Once an entry is disqualified it
/// can no longer be chosen; what was cast for it before is still named (I-16).
pub async fn on_ballot(ctx: &mut Ctx, code: &str, disqualified_too: bool) -> Answer<(Scheme, Vec<(Award, Vec<Entry>)>)> {
    let scheme = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    let sealed = scheme.sealed.is_some();
    let on = |it: &Entry| {
        sealed && (it.state.before_announcement() == EntryState::OnDisplay || disqualified_too && it.state == EntryState::Disqualified)
    };
    let entries: Vec<Entry> = entries::of_scheme(&mut ctx.tx, code).await?.into_iter().filter(on).collect();
    let voted = scheme.awards.iter().filter(|it| it.is_voted()).cloned();
    let awards = voted.map(|award| {
        let of = entries.iter().filter(|it| award.takes(it)).cloned().collect();
        (award, of)
    });
    Ok((scheme.clone(), awards.collect()))
}

/// Whether the public's votes of a scheme are counted from ballots.
pub async fn is_by_ballot(ctx: &mut Ctx, code: &str) -> Answer<bool> {
    Ok(store::is_by_ballot(&mut ctx.tx, code).await?)
}

/// Everything the secretary's desk shows of one scheme: each entry with what officers found.
pub async fn desk(ctx: &mut Ctx, code: &str) -> Answer<(Scheme, Vec<(Entry, Checked, Finding)>)> {
    ctx.may(Action::Shortlist, Reach::Read)?;
    let scheme = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    let mut checked = officers::of_scheme(&mut ctx.tx, code).await?;
    let rows = entries::of_scheme(&mut ctx.tx, code)
        .await?
        .into_iter()
        .map(|entry| {
            let known = checked.remove(&entry.code).unwrap_or_default();
            let finding = finding(&known.checks, known.ruling.as_ref());
            (entry, known, finding)
        })
        .collect();
    Ok((scheme, rows))
}

/// The organisations on the register of pledges that lead none of these entries yet.
pub async fn not_enrolled<'a>(ctx: &mut Ctx, entered: impl Iterator<Item = &'a Entry>) -> Answer<Vec<String>> {
    let existing: Vec<String> = entered.map(|it| it.lead.clone()).collect();
    let pledging: Vec<String> = pledges(ctx).await?.into_iter().map(|(organisation, _)| organisation).collect();
    Ok(entry::to_enrol(&pledging, &existing))
}

/// The SHA-256 of the frozen rules, to be compared with a later page.
pub async fn frozen_hash(ctx: &mut Ctx, code: &str) -> Answer<Option<String>> {
    Ok(store::frozen_hash(&mut ctx.tx, code).await?)
}

/// Every published pledge: whose, and its words.
pub async fn pledges(ctx: &mut Ctx) -> Answer<Vec<(String, Texts)>> {
    ctx.may(Action::Shortlist, Reach::Read)?;
    Ok(store::pledges(&mut ctx.tx).await?)
}

/// The schemes with entries that the viewer has still to check, and how many: what was handed in, is not checked by two yet, and
/// not by this officer.
pub async fn to_check(ctx: &mut Ctx) -> Answer<Vec<(Scheme, usize)>> {
    let (Reach::All, Some(me)) = (ctx.viewer.reach(Action::Shortlist), ctx.viewer.me().map(|me| me.id)) else { return Ok(Vec::new()) };
    let waiting = store::to_check(&mut ctx.tx, me).await?;
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let count = |scheme: &Scheme| waiting.iter().find(|(code, _)| *code == scheme.code).map(|(_, n)| *n as usize);
    Ok(store::list(&mut ctx.tx).await?.into_iter().filter_map(|scheme| count(&scheme).map(|n| (scheme, n))).collect())
}
