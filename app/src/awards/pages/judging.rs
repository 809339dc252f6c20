//! What a judge sees first: the invitation, the rounds, and one round with its declarations and its sheets.

use leptos::prelude::*;

use super::{
    super::{
        acts::{
            find,
            panel::{self, Desk},
            score::{self, Mine},
        },
        rules::{panel::Bar, *},
    },
    word,
};
use crate::{
    base::{
        problem::{Answer, Problem},
        roles::{Action, Reach},
        text::Bi,
        time::Moment,
        visit::{Form, Page, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// The chip of a round's state.
pub(super) fn round_chip(w: Words, state: RoundState) -> AnyView {
    let kind = match state {
        RoundState::SetUp => "quiet",
        RoundState::Declaring | RoundState::Scoring => "good",
        RoundState::Locked | RoundState::Deliberating | RoundState::Decided | RoundState::Approved => "wait",
        RoundState::Announced => "info",
    };
    ui::chip(kind, word(w, "round", state.code()))
}

/// "12 of 24 sheets submitted", as a bar and in words.
pub(super) fn progress(w: Words, done: usize, of: usize) -> AnyView {
    let words = t!(w, "judging-progress", done = done, of = of);
    view! { <div class="progress"><progress value=done max=of.max(1) aria-label=words.clone()></progress><p>{words}</p></div> }.into_any()
}

/// What the round waits for, and until when.
fn due(w: Words, round: &JudgingRound, now: Moment) -> Option<AnyView> {
    match round.state {
        RoundState::Declaring => Some(ui::deadline(w, "judging-declare-by", round.opens, now)),
        RoundState::Scoring if now < round.opens => Some(ui::deadline(w, "judging-opens-at", round.opens, now)),
        RoundState::Scoring => Some(ui::deadline(w, "judging-closes-at", round.closes, now)),
        _ => None,
    }
}

/// The invitation behind a personal link: scheme, task and days, no entry.
pub async fn invited(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let token = v.param(0).to_owned();
    let it = panel::invitation(&mut v.ctx, &token).await?;
    let form = v.form();
    let title = w.pick(&it.scheme.name);
    let mut facts = vec![
        (t!(w, "judging-task"), ui::text(t!(w, if it.is_chair { "judging-task-chair" } else { "judging-task-judge" }))),
        (t!(w, "judging-declare-until"), ui::text(w.moment(it.round.opens))),
        (t!(w, "judging-score-until"), ui::text(w.moment(it.round.closes))),
    ];
    let awards: Vec<Bi> = it.scheme.awards.iter().filter(|award| award.is_judged()).map(|award| award.name.clone()).collect();
    facts.push((t!(w, "judging-awards"), ui::text(super::joined(w, &awards))));
    let answer = |accept: &'static str, kind: &'static str, words: &str| {
        let fields = view! { {ui::hidden("token", token.clone())}{ui::hidden("accept", accept)}{ui::send(kind, t!(w, words))} };
        ui::act(&form, "awards/answer-invitation", "", fields)
    };
    let answered = it.accepted.map(|yes| ui::notice("status", t!(w, if yes { "judging-you-accepted" } else { "judging-you-declined" })));
    let sign_in = (it.accepted == Some(true)).then(|| {
        let href = v.href(&format!("/judging/{}", it.scheme.code));
        ui::button("main", href, t!(w, "judging-to-my-round"))
    });
    let view = view! {
        {ui::error_summary(&form)}
        {ui::title(Some(t!(w, "judging-invitation")), title, Some(t!(w, "judging-invitation-lead")))}
        {answered}
        {ui::facts(facts)}
        <p>{t!(w, "judging-interest-word")}</p>
        <div class="actions">
            {sign_in}
            {(it.accepted != Some(true)).then(|| answer("yes", "main", "judging-accept"))}
            {(it.accepted != Some(false)).then(|| answer("no", "quiet", "judging-decline"))}
        </div>
    };
    Ok(Page::new(t!(w, "judging-invitation"), view).width(Width::Read).hidden())
}

pub async fn rounds(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = panel::desks(&mut v.ctx).await?;
    let rows = all.iter().map(|it| desk(v, it)).collect_view();
    let list = if all.is_empty() {
        ui::empty(t!(w, "judging-none"), t!(w, "judging-none-why"), None)
    } else {
        view! { <h2 class="sr">{t!(w, "judging-rounds")}</h2><ol class="listing">{rows}</ol> }.into_any()
    };
    let view = view! { {ui::done(v)}{ui::title(None, t!(w, "judging-title"), Some(t!(w, "judging-lead")))}{list} };
    Ok(Page::new(t!(w, "judging-title"), view).hidden())
}

/// One round among others.
fn desk(v: &Visit, it: &Desk) -> AnyView {
    let w = v.w;
    let code = &it.scheme.code;
    let path = if it.seat.is_some() { format!("/judging/{code}") } else { format!("/judging/{code}/panel") };
    let state = match &it.round {
        Some(round) => round_chip(w, round.state),
        None => ui::chip("quiet", t!(w, "judging-no-round")),
    };
    let bar = (it.of > 0).then(|| progress(w, it.done as usize, it.of as usize));
    let due = it.round.as_ref().and_then(|round| due(w, round, v.ctx.now));
    let href = v.href(&path);
    view! {
        <li class="listing__row" data-plain="">
            <div class="listing__body"><h3><a href=href>{w.pick(&it.scheme.name)}</a></h3>{bar}</div>
            <div class="listing__side"><p class="listing__state">{state}</p>{due}</div>
        </li>
    }
    .into_any()
}

/// Why a judge may not open an entry, in the sentence that a refusal would say.
pub(super) fn bar_words(w: Words, bar: &Bar) -> String {
    let problem = Problem::from(Refusal::Barred(bar.clone()));
    problem.complaints.first().map(|it| w.complaint(it)).unwrap_or_default()
}

/// My round. An officer without a seat sees the panel.
pub async fn my_round(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let mine = match score::mine(&mut v.ctx, &code).await {
        Err(no) if no.status() == 404 && v.ctx.viewer.reach(Action::SetUpSchemes) >= Reach::Read => {
            return super::judging_panel(v).await;
        }
        other => other?,
    };
    let names = find::names(&mut v.ctx).await?;
    let name = |code: &str| names.get(code).map_or_else(|| code.to_owned(), |it| w.pick(it));
    let (round, scheme) = (mine.panel.round(), &mine.panel.scheme);
    let declares = round.state == RoundState::Declaring || (round.state == RoundState::Scoring && !mine.undeclared.is_empty());
    let (done, of) = mine.progress();
    let form = v.form();
    let path = |rest: &str| v.href(&format!("/judging/{code}{rest}"));
    let locked = round.state.shows_votes_to_judges().then(|| ui::button("main", path("/table"), t!(w, "judging-to-table")));
    let inside = mine.member.seat.is_chair.then(|| ui::button("quiet", path("/panel"), t!(w, "judging-panel")));
    let waits = (round.state == RoundState::SetUp).then(|| ui::notice("status", t!(w, "judging-not-open-yet")));
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "judging-title"), "/judging")], code.clone())}
        {ui::error_summary(&form)}
        {ui::title(Some(t!(w, "judging-my-round")), w.pick(&scheme.name), None)}
        <p>{round_chip(w, round.state)}" "{due(w, round, v.ctx.now)}</p>
        {waits}
        {(of > 0).then(|| progress(w, done, of))}
        <p class="actions">{locked}{inside}</p>
        {(declares || round.state == RoundState::SetUp).then(|| ui::section(t!(w, "judging-serve"), None, serving(&form, &mine, &name)))}
        {declares.then(|| ui::section(t!(w, "judging-declare"), None, declarations(&form, &mine, &name)))}
        {(!declares && of > 0).then(|| ui::section(t!(w, "judging-sheets"), None, sheets(v, &mine, &name)))}
        {(!declares && !mine.bars.is_empty()).then(|| ui::section(t!(w, "judging-barred"), None, barred(w, &mine)))}
    };
    Ok(Page::new(format!("{} · {code}", t!(w, "judging-my-round")), view).hidden())
}

/// Where the judge serves, or which organisations they advise; more may be added.
fn serving(form: &Form, mine: &Mine, name: &impl Fn(&str) -> String) -> AnyView {
    let w = form.w;
    let own = mine
        .member
        .seat
        .organisations
        .iter()
        .map(|it| view! { <li>{name(it)}" "<span class="quiet">{it.clone()}</span></li> })
        .collect_view();
    let fields = view! {
        {ui::hidden("scheme", mine.panel.scheme.code.clone())}
        {ui::field(form, "organisations", t!(w, "judging-serve-more")).hint(t!(w, "judging-serve-hint")).view()}
        <p class="actions">{ui::send("quiet", t!(w, "judging-serve-send"))}</p>
    };
    view! { <p>{t!(w, "judging-serve-lead")}</p><ul>{own}</ul>{ui::act(form, "awards/serve-in", "stack", fields)} }.into_any()
}

/// One question for every entry: none, an interest, or unsure.
fn declarations(form: &Form, mine: &Mine, name: &impl Fn(&str) -> String) -> AnyView {
    let w = form.w;
    let seat = &mine.member.seat;
    let said = mine.panel.declared_by(seat.id);
    let rows = mine
        .panel
        .entries
        .iter()
        .map(|entry| {
            let title = w.pick(&entry.texts.title);
            let of: Vec<String> = entry.organisations().map(name).collect();
            let head = view! { <b>{title}</b>" "<span class="quiet">{entry.code.clone()}" · "{of.join(" · ")}</span> };
            if let Some(bar) = seat.own_organisation(entry) {
                let words = bar_words(w, &Bar::OwnOrganisation(name(bar)));
                return view! { <fieldset class="declare" data-state="barred"><legend>{head}</legend><p>{words}</p></fieldset> }.into_any();
            }
            let now = said.iter().find(|it| it.entry == entry.code);
            let note = mine.panel.notes.get(&(seat.id, entry.code.clone())).cloned().unwrap_or_default();
            let field = |part: &str| format!("declarations[{}][{part}]", entry.code);
            let chosen = form.typed(&field("stance")).unwrap_or_else(|| now.map(|it| it.stance.code().to_owned()).unwrap_or_default());
            let id = form.id(&field("stance"));
            let error = form.error(&field("stance")).map(|words| view! { <p class="field__error">{words}</p> });
            let choices = Stance::ALL
                .iter()
                .map(|stance| {
                    let (one, name) = (format!("{id}-{}", stance.code()), field("stance"));
                    let ticked = chosen == stance.code();
                    view! { <span class="choice"><input type="radio" id=one.clone() name=name value=stance.code() checked=ticked/><label for=one>{word(w, "stance", stance.code())}</label></span> }
                })
                .collect_view();
            let ruling = now.and_then(|it| it.ruling).map(|ruling| ui::chip("info", word(w, "ruling", ruling.code())));
            view! {
                <fieldset class="declare" id=id><legend>{head}</legend>{error}
                    <div class="choices">{choices}{ruling}</div>
                    {ui::field(form, field("note"), t!(w, "judging-note")).hint(t!(w, "judging-note-hint")).value(note).limit(500).view()}
                </fieldset>
            }
            .into_any()
        })
        .collect_view();
    let fields = view! {
        {ui::hidden("scheme", mine.panel.scheme.code.clone())}
        {rows}
        <p class="actions">{ui::send("main", t!(w, "judging-declare-send"))}</p>
    };
    view! { <p>{t!(w, "judging-declare-lead", left = mine.undeclared.len())}</p>{ui::act(form, "awards/declare", "stack", fields)} }
        .into_any()
}

/// The entries to be scored, what is left to do first.
fn sheets(v: &Visit, mine: &Mine, name: &impl Fn(&str) -> String) -> AnyView {
    let w = v.w;
    let rows = mine
        .to_do()
        .into_iter()
        .map(|(entry, state)| {
            let href = v.href(&format!("/judging/{}/{}", mine.panel.scheme.code, entry.code));
            let kind = match state {
                SheetState::Open => "wait",
                SheetState::Returned => "stop",
                SheetState::Submitted => "good",
            };
            let of = mine.sheets.iter().filter(|it| it.sheet.entry == entry.code);
            let scored = of.clone().filter(|it| it.sheet.state == SheetState::Submitted).count();
            let words: Vec<String> = entry.organisations().map(name).collect();
            vec![
                view! { <a href=href>{w.pick(&entry.texts.title)}</a> }.into_any(),
                ui::text(entry.code.clone()),
                ui::text(words.join(" · ")),
                ui::chip(kind, word(w, "sheet", state.code())),
                ui::text(t!(w, "judging-n-of", n = scored, of = of.count())),
            ]
        })
        .collect();
    let heads = ["entries-entry", "entries-number", "entries-lead", "status", "judging-sheets-done"].map(|key| t!(w, key)).to_vec();
    ui::records(t!(w, "judging-sheets"), heads, rows)
}

fn barred(w: Words, mine: &Mine) -> AnyView {
    let rows = mine
        .bars
        .iter()
        .filter_map(|(code, bar)| {
            let entry = mine.panel.entry(code)?;
            Some(vec![ui::text(w.pick(&entry.texts.title)), ui::text(code.clone()), ui::text(bar_words(w, bar))])
        })
        .collect();
    let heads = ["entries-entry", "entries-number", "judging-why"].map(|key| t!(w, key)).to_vec();
    ui::records(t!(w, "judging-barred"), heads, rows)
}
