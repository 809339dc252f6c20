//! What may be read of scores, votes and decisions: the panel's table, and after the announcement everybody's results.
//!
//! Before the scores are locked nobody sees another's scores, not even the secretary; before the announcement nobody outside the
//! panel and the secretariat sees any of it (I-24).

use std::collections::BTreeMap;

use crate::base::{
    ctx::Ctx,
    db::Stored,
    problem::{Answer, OrUnknown},
    text::Bi,
};

use super::{
    super::{
        rules::{
            decision::Decision,
            deliberation::{AwardTable, Votes, lay},
            panel::Bar,
            *,
        },
        store::{
            self,
            decisions::{self, Certificate},
            entries,
            sheets::{self, Kept},
        },
    },
    find,
    panel::{Panel, Standing, look},
};

/// Everything on the panel's table.
pub struct Laid {
    pub panel: Panel,
    pub standing: Standing,
    /// By award, in the order of the scheme; none before the scores are locked.
    pub tables: Vec<AwardTable>,
    /// The entries this viewer may see nothing of: a judge's own walls. The chair, who records for all, sees them marked.
    pub bars: BTreeMap<String, Bar>,
    pub certificate: Option<Certificate>,
    pub votes: Votes,
    pub decisions: Vec<Decision>,
    /// Sheets as they stand; the comments on them are read at the table. None before the scores are locked.
    pub sheets: Vec<Kept>,
    /// Sheets submitted, of all there are.
    pub progress: (usize, usize),
}

impl Laid {
    /// The votes count: somebody entered them and somebody else confirmed them, or the public has no part in any award.
    pub fn votes_are_certified(&self) -> bool {
        certified(&self.panel.scheme, self.certificate.as_ref())
    }
}

/// The public's part is settled.
pub(super) fn certified(scheme: &Scheme, certificate: Option<&Certificate>) -> bool {
    !scheme.awards.iter().any(Award::is_voted) || certificate.is_some_and(|it| it.confirmed_by.is_some())
}

/// The tables of every award of a scheme.
pub(super) fn tables(scheme: &Scheme, entries: &[Entry], sheets: &[Kept], votes: &Votes) -> Vec<AwardTable> {
    let sheets: Vec<ScoreSheet> = sheets.iter().map(|it| it.sheet.clone()).collect();
    scheme.awards.iter().map(|award| lay(scheme, award, entries, &sheets, votes)).collect()
}

/// The votes if they are certified, else none: what only one person has entered ranks nobody.
pub(super) async fn certified_votes(ctx: &mut Ctx, scheme: &Scheme) -> Stored<(Option<Certificate>, Votes)> {
    let certificate = decisions::certificate(&mut ctx.tx, &scheme.code).await?;
    let confirmed = certificate.as_ref().is_some_and(|it| it.confirmed_by.is_some());
    let votes = if confirmed { decisions::votes(&mut ctx.tx, &scheme.code).await? } else { Votes::new() };
    Ok((certificate, votes))
}

/// The panel's table, for its judges, award secretaries and auditors.
pub async fn table(ctx: &mut Ctx, code: &str) -> Answer<Laid> {
    let (panel, standing) = look(ctx, code).await?;
    let all = sheets::of_scheme(&mut ctx.tx, code).await?;
    let progress = (all.iter().filter(|it| it.sheet.state == SheetState::Submitted).count(), all.len());
    let (certificate, votes) = certified_votes(ctx, &panel.scheme).await?;
    let is_locked = panel.round().state.shows_votes_to_judges();
    let (tables, votes, sheets) = match is_locked {
        true => (tables(&panel.scheme, &panel.entries, &all, &votes), votes, all),
        false => (Vec::new(), Votes::new(), Vec::new()),
    };
    let decisions = if is_locked { decisions::of_scheme(&mut ctx.tx, code).await? } else { Vec::new() };
    let bars = standing.seat.as_ref().map(|it| panel.bars(&it.seat)).unwrap_or_default();
    Ok(Laid { panel, standing, tables, bars, certificate, votes, decisions, sheets, progress })
}

/// The totals as entered, for the officers who enter and confirm them. A judge sees none of them before the scores are locked.
pub async fn entered_votes(ctx: &mut Ctx, code: &str) -> Answer<Option<(Certificate, Votes)>> {
    let (panel, standing) = look(ctx, code).await?;
    if standing.seat.is_some() && !panel.round().state.shows_votes_to_judges() {
        return Ok(None);
    }
    let certificate = decisions::certificate(&mut ctx.tx, code).await?;
    let votes = decisions::votes(&mut ctx.tx, code).await?;
    Ok(certificate.map(|it| (it, votes)))
}

/// The results of a scheme, as everybody may read them.
pub struct Results {
    pub scheme: Scheme,
    pub entries: Vec<Entry>,
    pub tables: Vec<AwardTable>,
    pub votes: Votes,
    pub decisions: Vec<Decision>,
    /// The names of organisations by their codes.
    pub names: BTreeMap<String, Bi>,
}

impl Results {
    pub fn placing(&self, award: &str, entry: &str) -> Placing {
        self.decisions.iter().find(|it| it.award == award && it.entry == entry).map_or(Placing::NotAwarded, |it| it.placing)
    }

    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.code == code)
    }
}

/// The results, once they are announced and the promised time has come; before that there are none, for anybody (I-24).
pub async fn results(ctx: &mut Ctx, code: &str) -> Answer<Results> {
    let now = ctx.now;
    let scheme = store::find(&mut ctx.tx, code).await?.filter(|it| it.shows_results(now)).or_unknown()?;
    let all = entries::of_scheme(&mut ctx.tx, code).await?;
    let entries: Vec<Entry> = all.into_iter().filter(|it| it.state.before_announcement() == EntryState::OnDisplay).collect();
    let sheets = sheets::of_scheme(&mut ctx.tx, code).await?;
    let (_, votes) = certified_votes(ctx, &scheme).await?;
    let tables = tables(&scheme, &entries, &sheets, &votes);
    let decisions = decisions::of_scheme(&mut ctx.tx, code).await?;
    let names = find::names(ctx).await?;
    Ok(Results { scheme, entries, tables, votes, decisions, names })
}

/// Each invariant of judging, and how often the database breaks it.
pub async fn checks(ctx: &mut Ctx) -> Answer<Vec<(&'static str, i64)>> {
    Ok(store::checks::all(&mut ctx.tx).await?)
}
