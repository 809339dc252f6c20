//! The judging sheet: reading first – the entry large, the forms beside it, one for each award in which it is judged.

use leptos::prelude::*;

use super::{
    super::{
        acts::{
            find,
            score::{self, Mine},
        },
        rules::*,
    },
    judging::progress,
    word,
};
use crate::{
    base::{
        problem::Answer,
        visit::{Form, Page, Visit},
        words::Words,
    },
    t, ui,
};

pub async fn judging_sheet(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (code, entry) = (v.param(0).to_owned(), v.param(1).to_owned());
    let (mine, it) = score::reading(&mut v.ctx, &code, &entry).await?;
    let names = find::names(&mut v.ctx).await?;
    let of: Vec<String> = it.organisations().map(|code| names.get(code).map_or_else(|| code.to_owned(), |it| w.pick(it))).collect();
    let title = w.pick(&it.texts.title);
    let (done, all) = mine.progress();
    let round = mine.panel.round();
    let may_score = round.may_score(v.ctx.now);
    let closed = may_score.as_ref().err().map(|no| {
        let problem = crate::base::problem::Problem::from(no.clone());
        ui::notice("warning", problem.complaints.first().map(|it| w.complaint(it)).unwrap_or_default())
    });
    let sheets = mine
        .panel
        .scheme
        .judged_awards(&it)
        .filter_map(|award| {
            let kept = mine.sheets.iter().find(|sheet| sheet.sheet.entry == it.code && sheet.sheet.award == award.code)?;
            let form = v.form().about("award", &award.code);
            let inner = match kept.sheet.state == SheetState::Submitted || may_score.is_err() {
                true => submitted(w, award, &kept.sheet),
                false => open(v, &form, award, kept),
            };
            let returned =
                kept.returned_because.as_ref().map(|reason| ui::notice("warning", t!(w, "judging-returned", reason = reason.clone())));
            let chip = match kept.sheet.state {
                SheetState::Submitted => "good",
                SheetState::Returned => "stop",
                SheetState::Open => "wait",
            };
            Some(view! {
                <section class="card"><h2>{w.pick(&award.name)}</h2><p>{ui::chip(chip, word(w, "sheet", kept.sheet.state.code()))}</p>
                {returned}{inner}</section>
            })
        })
        .collect_view();
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "judging-title"), "/judging"), (code.clone(), &format!("/judging/{code}"))], it.code.clone())}
        <div class="split sheet">
            <div class="split__head">
                {ui::error_summary(&v.form().returned("award"))}
                {ui::title(Some(of.join(" · ")), title.clone(), None)}
                {progress(w, done, all)}
                {closed}
            </div>
            <div class="split__main">
                {super::entries::panel(v, &it)}
                {super::entries::filed(v, &it, find::Sight::Inside)}
                {(!it.visit_note.is_empty()).then(|| ui::section(t!(w, "judging-visit"), None, ui::paragraphs(&w.written(&it.visit_note))))}
                <p><a href=v.href(&format!("/entries/{}/dossier", it.code))>{t!(w, "papers-dossier")}</a></p>
                {(round.state == RoundState::Scoring).then(|| aside(v, &code, &it.code))}
            </div>
            <aside class="split__side">{sheets}{way(v, &mine, &it.code)}</aside>
        </div>
    };
    Ok(Page::new(format!("{} · {title}", it.code), view).hidden().keeps())
}

/// One criterion: a number in half points, which the arrow keys change by a half.
fn mark(form: &Form, criterion: &Criterion, now: Option<Score>) -> AnyView {
    let w = form.w;
    let name = format!("scores[{}]", criterion.key);
    let id = form.id(&name);
    let error = form.error(&name);
    let value = form.typed(&name).unwrap_or_else(|| now.map(|score| score.to_string()).unwrap_or_default());
    let (state, invalid) = (error.as_ref().map(|_| "error"), error.as_ref().map(|_| "true"));
    let mut described = format!("{id}-hint");
    if error.is_some() {
        described.push_str(&format!(" {id}-error"));
    }
    view! {
        <div class="field mark" data-state=state>
            <label for=id.clone()>{w.pick(&criterion.name)}</label>
            <p class="field__hint" id=format!("{id}-hint")>{t!(w, "judging-weight", n = criterion.weight)}</p>
            {error.map(|words| view! { <p class="field__error" id=format!("{id}-error")>{words}</p> })}
            <input id=id.clone() name=name type="number" inputmode="decimal" min="0" max="10" step="0.5" value=value aria-describedby=described aria-invalid=invalid/>
        </div>
    }
    .into_any()
}

/// A sheet that is being written: saved as one goes, and submitted when it is done.
fn open(v: &Visit, form: &Form, award: &Award, kept: &super::super::acts::score::Kept) -> AnyView {
    let w = v.w;
    let sheet = &kept.sheet;
    let marks = award.criteria.iter().map(|it| mark(form, it, sheet.scores.get(&it.key).copied())).collect_view();
    let so_far = sheet.total(award).map(|total| view! { <p>{t!(w, "judging-total", total = total.to_string())}</p> });
    // The version is always the one kept now: whoever was told of newer words and sends again has read them.
    let fields = view! {
        {ui::hidden("entry", sheet.entry.clone())}
        {ui::hidden("award", award.code.clone())}
        {ui::hidden("version", kept.version.to_string())}
        <p class="quiet">{t!(w, "judging-scale")}</p>
        {marks}
        {ui::field(form, "comment", t!(w, "judging-comment")).hint(t!(w, "judging-comment-hint")).value(sheet.comment.clone()).rows(4).limit(4000).view()}
        {so_far}
        <p class="actions">
            {ui::send("quiet", t!(w, "judging-save"))}
            <button class="button" data-kind="main" formaction="/api/awards/submit-sheet">{t!(w, "judging-submit")}</button>
        </p>
    };
    let name = format!("{}-{}-{}", sheet.entry, award.code, sheet.seat.0);
    let here = v.href(&format!("{}?done=sheet-saved", v.path));
    ui::kept_form(w, name, here, ui::act(form, "awards/score", "stack", fields))
}

/// A sheet that is handed in, or that the clock has closed: to be read.
fn submitted(w: Words, award: &Award, sheet: &ScoreSheet) -> AnyView {
    let mut facts: Vec<(String, AnyView)> = award
        .criteria
        .iter()
        .map(|it| (w.pick(&it.name), ui::text(sheet.scores.get(&it.key).map_or("–".to_owned(), Score::to_string))))
        .collect();
    if let Some(total) = sheet.total(award) {
        facts.push((t!(w, "judging-total-head"), ui::text(total.to_string())));
    }
    if !sheet.comment.is_empty() {
        facts.push((t!(w, "judging-comment"), ui::text(sheet.comment.clone())));
    }
    view! { {ui::facts(facts)}<p class="quiet">{t!(w, "judging-locked-why")}</p> }.into_any()
}

/// To the entry before and the one after, and to what is left to do.
fn way(v: &Visit, mine: &Mine, here: &str) -> AnyView {
    let w = v.w;
    let codes: Vec<&str> =
        mine.panel.entries.iter().map(|it| it.code.as_str()).filter(|code| mine.sheets.iter().any(|it| it.sheet.entry == *code)).collect();
    let at = codes.iter().position(|code| *code == here);
    let link = |code: &str, words: &str, kind: &'static str| {
        ui::button(kind, v.href(&format!("/judging/{}/{code}", mine.panel.scheme.code)), t!(w, words))
    };
    let previous = at.and_then(|at| at.checked_sub(1)).map(|at| link(codes[at], "judging-previous", "plain"));
    let next = at.and_then(|at| codes.get(at + 1)).map(|code| link(code, "judging-next", "plain"));
    let to_do = mine.to_do();
    let left = to_do.iter().find(|(entry, state)| entry.code != here && *state != SheetState::Submitted);
    let left = left.map(|(entry, _)| link(&entry.code, "judging-next-to-do", "quiet"));
    view! { <nav class="actions" aria-label=t!(w, "judging-way")>{previous}{next}{left}</nav> }.into_any()
}

/// It is never too late to own to an interest.
fn aside(v: &Visit, scheme: &str, entry: &str) -> AnyView {
    let w = v.w;
    let form = v.form().about("form", "aside");
    let name = format!("declarations[{entry}][stance]");
    let fields = view! {
        {ui::hidden("scheme", scheme)}
        {ui::hidden("form", "aside")}
        <input type="hidden" name=name value="interest"/>
        <p class="actions">{ui::send("stop", t!(w, "judging-aside-send"))}</p>
    };
    ui::confirm(t!(w, "judging-aside"), t!(w, "judging-aside-loss"), ui::act(&form, "awards/declare", "stack", fields))
}
