//! What everybody sees of award schemes: the list, the rules page of one, and the entries on show.

use leptos::prelude::*;

use super::{
    acts::{
        self,
        find::{self, Mine},
    },
    rules::{presentation::Presentation, *},
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        text::Bi,
        time::Moment,
        visit::{Page, Visit, Width},
        words::Words,
    },
    t,
    ui::{self, Instant},
    venues,
};

mod desk;
mod entries;
mod judging;
mod panel;
mod papers;
mod pledges;
mod results;
mod setup;
mod simulator;
mod sheet;
mod table;
mod votes;
mod write;

pub use desk::*;
pub use entries::*;
pub use judging::{invited, my_round, rounds};
pub use panel::judging_panel;
pub use papers::*;
pub use pledges::*;
pub use results::*;
pub use setup::*;
pub use sheet::judging_sheet;
pub use table::judging_table;
pub use votes::judging_votes;
pub use write::*;

/// The word of something stored, as `awards-phase-before-judging` for `before_judging`.
pub(super) fn word(w: Words, group: &str, code: &str) -> String {
    t!(w, &format!("awards-{group}-{}", code.replace('_', "-")))
}

/// The chip of a scheme's phase.
pub(crate) fn phase_chip(w: Words, phase: Phase) -> AnyView {
    let state = match phase {
        Phase::Entries | Phase::Voting => "good",
        Phase::Upcoming => "info",
        Phase::Checking | Phase::BeforeJudging | Phase::Judging | Phase::Embargo => "wait",
        Phase::Draft | Phase::Announced => "quiet",
    };
    ui::chip(state, word(w, "phase", phase.code()))
}

/// The chip of an entry's state.
pub(super) fn entry_chip(w: Words, state: EntryState) -> AnyView {
    use EntryState::*;
    let kind = match state {
        Eligible | Shortlisted | OnDisplay | Winner | Merit => "good",
        Draft | Enrolled | Returned => "wait",
        Submitted | Judged => "info",
        Ineligible | Disqualified => "stop",
        NotShortlisted | NotAwarded | Withdrawn => "quiet",
    };
    ui::chip(kind, word(w, "entry", state.code()))
}

pub async fn schemes(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = find::schemes(&mut v.ctx).await?;
    let now = v.ctx.now;
    let cards = all.iter().map(|it| scheme_card(v, it, now)).collect_view();
    let sets_up = v.ctx.viewer.reach(Action::SetUpSchemes) == Reach::All;
    let own = v.me().is_some().then(|| ui::button("quiet", v.href("/entries"), t!(w, "entries-mine")));
    let list = if all.is_empty() {
        ui::empty(t!(w, "schemes-none"), t!(w, "schemes-none-why"), None)
    } else {
        view! { <ol class="listing">{cards}</ol> }.into_any()
    };
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "schemes-title"), Some(t!(w, "schemes-lead")))}
        <p class="actions">{sets_up.then(|| view! { {ui::button("main", v.href("/awards/new"), t!(w, "schemes-new"))}{ui::button("quiet", v.href("/awards/pledges"), t!(w, "pledges-title"))} })}{own}</p>
        {list}
    };
    Ok(Page::new(t!(w, "schemes-title"), view))
}

/// What comes next in a scheme, and when.
fn next(w: Words, it: &Scheme, now: Moment) -> Option<AnyView> {
    let (key, moment) = match it.phase(now) {
        Phase::Upcoming => ("schemes-opens-at", it.entry_opens),
        Phase::Entries => ("schemes-closes-at", it.entry_closes),
        Phase::Voting => ("schemes-voting-until", it.voting_closes?),
        Phase::Checking if it.voting_opens.is_some() => ("schemes-voting-from", it.voting_opens?),
        Phase::Checking | Phase::BeforeJudging => ("schemes-judging-from", it.judging_from.at(0, 0)),
        Phase::Judging | Phase::Embargo => ("schemes-announced-at", it.announce_at),
        Phase::Draft | Phase::Announced => return None,
    };
    Some(ui::deadline(w, key, moment, now))
}

pub(crate) fn scheme_card(v: &Visit, it: &Scheme, now: Moment) -> AnyView {
    let w = v.w;
    let href = v.href(&format!("/awards/{}", it.code));
    let awards: Vec<String> = it.awards.iter().map(|award| w.pick(&award.name)).collect();
    let awards = awards.join(if w.lang.is_chinese() { "、" } else { " · " });
    view! {
        <li class="listing__row" data-plain="">
            <div class="listing__body"><h3><a href=href>{w.pick(&it.name)}</a></h3><p>{awards}</p><p class="quiet">{w.pick(&it.eligibility)}</p></div>
            <div class="listing__side"><p class="listing__state">{phase_chip(w, it.phase(now))}</p>{next(w, it, now)}</div>
        </li>
    }
    .into_any()
}

/// The calendar of a scheme, what was and what comes.
fn calendar(w: Words, it: &Scheme, prizes: Option<(Presentation, Bi)>, now: Moment) -> AnyView {
    let at = |at: Moment, key: &str| Instant { at, heading: t!(w, key), words: None };
    let mut instants = vec![at(it.entry_opens, "scheme-entries-open"), at(it.entry_closes, "scheme-entries-close")];
    if let (Some(opens), Some(closes)) = (it.voting_opens, it.voting_closes) {
        instants.extend([at(opens, "scheme-voting-opens"), at(closes, "scheme-voting-closes")]);
    }
    instants.push(at(it.judging_from.at(9, 0), "scheme-judging-begins"));
    instants.push(at(it.announce_at, "scheme-announced"));
    instants.extend(prizes.map(|(it, venue)| Instant { words: Some(w.pick(&venue)), ..at(it.starts, "presentation") }));
    ui::timeline(w, instants, now)
}

/// One award with its criteria, and how the parts count.
fn award_section(w: Words, it: &Award) -> AnyView {
    let criteria =
        it.criteria.iter().map(|line| view! { <li><b>{format!("{}%", line.weight)}</b>" "{w.pick(&line.name)}</li> }).collect_view();
    let parts = match (it.panel_weight, it.public_weight) {
        (_, 0) => t!(w, "scheme-panel-alone"),
        (0, _) => t!(w, "scheme-public-alone", n = it.votes_per_ballot),
        (panel, public) => t!(w, "scheme-parts", panel = panel, public = public, n = it.votes_per_ballot),
    };
    let admits = (it.admits == Admits::Shortlisted).then(|| view! { <p class="quiet">{word(w, "admits", it.admits.code())}</p> });
    view! {
        <section class="card award"><h3>{w.pick(&it.name)}</h3>{admits}<p>{parts}</p>
        {it.is_judged().then(|| view! { <ul class="weights">{criteria}</ul> })}</section>
    }
    .into_any()
}

/// How votes and scores count, how ties are broken, who may not enter: what the rules have to say (FT-07).
fn counting(w: Words, it: &Scheme) -> AnyView {
    let voted = it.awards.iter().any(Award::is_voted);
    let mut facts = vec![
        (t!(w, "scheme-who"), ui::text(w.pick(&it.eligibility))),
        (t!(w, "scheme-mode"), ui::text(word(w, "mode", it.mode.code()))),
        (t!(w, "scheme-shortlist"), ui::text(t!(w, "scheme-shortlist-of", n = it.shortlist))),
    ];
    if voted {
        facts.push((t!(w, "scheme-counting"), ui::text(word(w, "combination", it.combination.code()))));
    }
    if it.awards.iter().any(Award::is_judged) {
        facts.push((t!(w, "scheme-judges"), ui::text(t!(w, "scheme-judges-least", n = it.min_judges))));
        facts.push((t!(w, "scheme-adjustment"), ui::text(word(w, "adjustment", it.adjustment.code()))));
    }
    let steps = it.ties.iter().map(|step| view! { <li>{word(w, "tie", step.code())}</li> }).collect_view();
    facts.push((t!(w, "scheme-ties"), view! { <ol>{steps}<li>{t!(w, "awards-tie-shared")}</li></ol> }.into_any()));
    ui::facts(facts)
}

pub async fn scheme(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let it = find::scheme(&mut v.ctx, &code).await?;
    let now = v.ctx.now;
    let phase = it.phase(now);
    let shown = find::gallery(&mut v.ctx, &it).await?;
    let mine: Vec<(Scheme, Entry)> = if v.me().is_some() {
        find::mine(&mut v.ctx).await?.into_iter().filter(|(scheme, _)| scheme.code == it.code).collect()
    } else {
        Vec::new()
    };
    let title = w.pick(&it.name);
    let fingerprint = find::frozen_hash(&mut v.ctx, &it.code).await?;
    let awards = it.awards.iter().map(|award| award_section(w, award)).collect_view();
    let form = v.form();
    let enters = v.ctx.viewer.reach(Action::EnterAwards) == Reach::Own && it.mode == EntryMode::Nomination && phase == Phase::Entries;
    let begin = enters.then(|| {
        ui::act(
            &form,
            "awards/begin",
            "actions",
            view! { {ui::hidden("scheme", it.code.clone())}{ui::send("main", t!(w, "entries-begin"))} },
        )
    });
    let own = (!mine.is_empty()).then(|| ui::section(t!(w, "entries-mine"), None, entry_rows(v, &mine)));
    let officer = v.ctx.viewer.reach(Action::Shortlist) >= Reach::Read;
    let sets_up = v.ctx.viewer.reach(Action::SetUpSchemes) == Reach::All;
    let publish = (sets_up && it.state == SchemeState::Draft).then(|| {
        ui::act(
            &form,
            "awards/publish",
            "actions",
            view! { {ui::hidden("code", it.code.clone())}{ui::send("main", t!(w, "scheme-publish"))} },
        )
    });
    let prints = v.ctx.viewer.reach(Action::PrintPanels) >= Reach::Read && it.sealed.is_some();
    let office = (officer || sets_up || prints).then(|| {
        view! { <p class="actions">
            {officer.then(|| ui::button("main", v.href(&format!("/awards/{}/desk", it.code)), t!(w, "desk-scheme")))}
            {sets_up.then(|| ui::button("quiet", v.href(&format!("/awards/{}/setup", it.code)), t!(w, "scheme-edit")))}
            {prints.then(|| ui::button("quiet", v.href(&format!("/awards/{}/panels", it.code)), t!(w, "papers-panels")))}
        </p>{publish} }
    });
    let gallery = (!shown.is_empty()).then(|| {
        let all = view! { <a href=v.href(&format!("/awards/{}/entries", it.code))>{t!(w, "gallery-all", n = shown.len())}</a> }.into_any();
        ui::section(t!(w, "gallery-title"), Some(all), cards(v, &shown[..shown.len().min(6)]))
    });
    let results =
        it.shows_results(now).then(|| ui::button("main", v.href(&format!("/awards/{}/results", it.code)), t!(w, "scheme-results")));
    let by_ballot = find::is_by_ballot(&mut v.ctx, &it.code).await?;
    let counts = v.ctx.viewer.reach(Action::CertifyVotes) >= Reach::Read;
    let record = by_ballot.then(|| {
        let link = |path: &str, words: &str| ui::button("quiet", v.href(&format!("/voting/{}{path}", it.code)), t!(w, words));
        view! { <p class="actions">{link("", "scheme-vote-record")}{counts.then(|| link("/count", "scheme-count"))}</p> }
    });
    let prizes = match acts::presentation::of(&mut v.ctx, &it.code).await?.filter(|it| !it.is_off) {
        Some(it) => Some((it.clone(), venues::acts::venue(&mut v.ctx, &it.venue).await?.name)),
        None => None,
    };
    let warning = setup::no_stop_yet(w, &it, officer && !by_ballot);
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards")], it.code.clone())}
        <div class="split">
            <div class="split__head">
                {ui::error_summary(&form)}
                {ui::title(Some(t!(w, "scheme-edition", n = it.edition)), title.clone(), Some(w.pick(&it.eligibility)))}
                {(phase == Phase::Draft).then(|| ui::notice("embargo", t!(w, "scheme-is-draft")))}
                {warning}
            </div>
            <aside class="split__side">
                <section class="card"><p>{phase_chip(w, phase)}</p>{next(w, &it, now)}{results.map(|it| view! { <p class="actions">{it}</p> })}{record}{begin}{office}</section>
                <section class="card"><h2>{t!(w, "scheme-calendar")}</h2>{calendar(w, &it, prizes, now)}</section>
            </aside>
            <div class="split__main">
                {own}
                {ui::section(t!(w, "scheme-awards"), None, view! { <div class="awards">{awards}</div> })}
                {ui::section(t!(w, "scheme-how"), None, counting(w, &it))}
                {ui::section(t!(w, "scheme-rules"), None, ui::paragraphs(&w.pick(&it.rules)))}
                {fingerprint.map(|hash| ui::why(t!(w, "scheme-frozen"), view! { <p>{t!(w, "scheme-frozen-why")}</p><p><code class="code">{hash}</code></p> }))}
                {gallery}
            </div>
        </div>
    };
    Ok(Page::new(title, view))
}

/// Entries as cards: title, summary, department.
pub(super) fn cards(v: &Visit, entries: &[Entry]) -> AnyView {
    let w = v.w;
    let items = entries
        .iter()
        .map(|it| {
            let href = v.href(&format!("/entries/{}", it.code));
            let placed = matches!(it.state, EntryState::Winner | EntryState::Merit).then(|| entry_chip(w, it.state));
            view! {
                <li class="exhibit" data-placed=(it.state == EntryState::Winner).then_some("")>
                    <p class="exhibit__of">{it.lead.clone()}" "{placed}</p>
                    <h3><a href=href>{w.pick(&it.texts.title)}</a></h3>
                    <p>{w.pick(&it.texts.summary)}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="exhibits">{items}</ul> }.into_any()
}

/// Everything on show in a scheme; for one award if asked.
pub async fn gallery(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let it = find::scheme(&mut v.ctx, &code).await?;
    let asked = v.asked("award").unwrap_or("").to_owned();
    let mut shown = find::gallery(&mut v.ctx, &it).await?;
    shown.retain(|entry| asked.is_empty() || entry.awards.contains(&asked));
    let mut choices = vec![(String::new(), t!(w, "filter-all"))];
    choices.extend(it.entered_awards().map(|award| (award.code.clone(), w.pick(&award.name))));
    let list = if shown.is_empty() { ui::empty(t!(w, "gallery-none"), t!(w, "gallery-none-why"), None) } else { cards(v, &shown) };
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards"), (it.code.clone(), &format!("/awards/{}", it.code))], t!(w, "gallery-title"))}
        {ui::title(Some(w.pick(&it.name)), t!(w, "gallery-title"), Some(t!(w, "gallery-lead")))}
        <form class="filters" method="get">
            {ui::filter(v, "award", "gallery-award", choices)}
            <button class="button" data-kind="quiet">{t!(w, "filter-show")}</button>
        </form>
        <p class="count" role="status">{t!(w, "gallery-count", n = shown.len())}</p>
        {list}
    };
    Ok(Page::new(t!(w, "gallery-title"), view))
}

/// The number of an entry, kept on one line.
pub(super) fn number(code: &str) -> AnyView {
    let code = code.to_owned();
    view! { <span class="nowrap">{code}</span> }.into_any()
}

/// Entries of a department as rows.
pub(super) fn entry_rows(v: &Visit, all: &[(Scheme, Entry)]) -> AnyView {
    let w = v.w;
    let rows = all
        .iter()
        .map(|(scheme, it)| {
            let href = v.href(&format!("/entries/{}", it.code));
            let title = w.pick(&it.texts.title);
            let title = if title.trim().is_empty() { t!(w, "entries-untitled") } else { title };
            vec![
                view! { <a href=href>{title}</a> }.into_any(),
                number(&it.code),
                ui::text(w.pick(&scheme.name)),
                ui::text(it.lead.clone()),
                entry_chip(w, it.state),
            ]
        })
        .collect();
    let heads = ["entries-entry", "entries-number", "entries-scheme", "entries-lead", "status"].map(|key| t!(w, key)).to_vec();
    ui::records(t!(w, "entries-mine"), heads, rows)
}

/// The names of organisations, joined.
pub(super) fn joined(w: Words, names: &[Bi]) -> String {
    names.iter().map(|it| w.pick(it)).collect::<Vec<_>>().join(if w.lang.is_chinese() { "、" } else { ", " })
}

/// Whether the viewer has anything to do with an entry.
pub(super) fn is_mine(mine: Mine) -> bool {
    mine.leads || mine.is_partner || mine.endorses
}

/// The entries of the viewer's department.
pub async fn my_entries(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = find::mine(&mut v.ctx).await?;
    let list = if all.is_empty() {
        ui::empty(t!(w, "entries-none"), t!(w, "entries-none-why"), Some(ui::button("main", v.href("/awards"), t!(w, "entries-find"))))
    } else {
        entry_rows(v, &all)
    };
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "entries-mine"), Some(t!(w, "entries-lead-text")))}
        {list}
        <p class="actions">{ui::button("quiet", v.href("/awards"), t!(w, "entries-find"))}</p>
    };
    Ok(Page::new(t!(w, "entries-mine"), view).width(Width::Wide).hidden())
}
