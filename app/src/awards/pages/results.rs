//! The results, for everybody, from the moment they are announced: winners, merit awards, how it was counted; and the papers.

use leptos::prelude::*;

use super::{
    super::{
        acts::{
            self,
            table::{self, Results},
        },
        rules::{deliberation::AwardTable, *},
    },
    joined,
    table::ties,
    word,
};
use crate::{
    base::{
        ical,
        print::{self, Citation},
        problem::{Answer, OrUnknown},
        text::Bi,
        visit::{File, Page, Visit},
        words::Words,
    },
    t, ui, workshops,
};

pub async fn results(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let it = table::results(&mut v.ctx, &code).await?;
    let title = w.pick(&it.scheme.name);
    let awards = it.scheme.awards.iter().zip(&it.tables).map(|(award, table)| one_award(v, &it, award, table)).collect_view();
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards"), (code.clone(), &format!("/awards/{code}"))], t!(w, "results-awards"))}
        {ui::title(Some(title.clone()), t!(w, "results-awards"), Some(t!(w, "results-announced", at = w.moment(it.scheme.announce_at))))}
        {awards}
        <p class="actions">{ui::button("quiet", v.href(&format!("/awards/{code}/results/calendar")), t!(w, "results-calendar"))}</p>
    };
    Ok(Page::new(format!("{} · {title}", t!(w, "results-awards")), view))
}

/// The departments of an entry.
fn departments(w: Words, it: &Results, entry: &Entry) -> String {
    let names: Vec<Bi> = entry.organisations().map(|code| it.names.get(code).cloned().unwrap_or_else(|| Bi::new(code, code))).collect();
    joined(w, &names)
}

/// One award: the wall of winners, the merit awards, and how it was counted.
fn one_award(v: &Visit, it: &Results, award: &Award, table: &AwardTable) -> AnyView {
    let w = v.w;
    let of = |placing: Placing| {
        let ranked = table.ranking.lines.iter().filter_map(|line| it.entry(&line.entry));
        ranked.filter(|entry| it.placing(&award.code, &entry.code) == placing).collect::<Vec<_>>()
    };
    let card = |entry: &Entry, placing: Placing| {
        let href = v.href(&format!("/entries/{}", entry.code));
        let paper = v.href(&format!("/awards/{}/citation/{}", it.scheme.code, entry.code));
        view! {
            <li class="exhibit" data-placed=(placing == Placing::Winner).then_some("")>
                <p class="exhibit__of">{departments(w, it, entry)}" "{ui::chip("good", word(w, "entry", placing.code()))}</p>
                <h3><a href=href>{w.pick(&entry.texts.title)}</a></h3>
                <p>{w.pick(&entry.texts.summary)}</p>
                <p><a href=paper>{t!(w, "results-citation")}</a></p>
            </li>
        }
    };
    let winners = of(Placing::Winner).into_iter().map(|entry| card(entry, Placing::Winner)).collect_view();
    let merits = of(Placing::Merit).into_iter().map(|entry| card(entry, Placing::Merit)).collect_view();
    let shared = (of(Placing::Winner).len() > 1).then(|| ui::notice("status", t!(w, "results-shared", n = of(Placing::Winner).len())));
    let none = of(Placing::Winner).is_empty().then(|| view! { <p>{t!(w, "results-no-winner")}</p> });
    view! {
        <section class="section">
            <div class="section__head"><h2>{w.pick(&award.name)}</h2></div>
            {shared}{none}
            <ul class="exhibits">{winners}{merits}</ul>
            {counted(w, it, award, table)}
        </section>
    }
    .into_any()
}

/// How it was counted: every part, the formula, the ladder, how many sheets and judges.
fn counted(w: Words, it: &Results, award: &Award, table: &AwardTable) -> AnyView {
    let mut heads = vec![t!(w, "judging-place"), t!(w, "entries-entry")];
    if award.is_judged() {
        heads.push(t!(w, "results-panel-part"));
    }
    if award.is_voted() {
        heads.extend([t!(w, "judging-votes-n"), t!(w, "judging-public")]);
    }
    heads.extend([t!(w, "judging-final"), t!(w, "judging-placing")]);
    let rows = table
        .ranking
        .lines
        .iter()
        .filter_map(|line| {
            let entry = it.entry(&line.entry)?;
            let mut cells = vec![
                ui::text(line.place.to_string()),
                view! { {w.pick(&entry.texts.title)}<br/><span class="quiet">{departments(w, it, entry)}" · "{entry.code.clone()}</span> }
                    .into_any(),
            ];
            if award.is_judged() {
                cells.push(ui::text(line.panel.to_points().to_string()));
            }
            if award.is_voted() {
                let votes = it.votes.get(&(award.code.clone(), line.entry.clone())).copied().unwrap_or(0);
                cells.extend([ui::text(votes.to_string()), ui::text(line.public.to_points().to_string())]);
            }
            let placing = it.placing(&award.code, &line.entry);
            let kind = if placing == Placing::NotAwarded { "quiet" } else { "good" };
            cells.push(view! { <b>{line.result.to_points().to_string()}</b> }.into_any());
            cells.push(ui::chip(kind, word(w, "entry", placing.code())));
            Some(cells)
        })
        .collect();
    let formula = match (award.panel_weight, award.public_weight) {
        (_, 0) => t!(w, "results-formula-panel"),
        (0, _) => t!(w, "results-formula-public"),
        (panel, public) => t!(w, "results-formula", panel = panel, public = public),
    };
    let sheets: usize = table.rows.iter().map(|row| row.sheets).sum();
    let made = award.is_judged().then(|| view! { <p>{t!(w, "results-made-of", sheets = sheets, judges = table.judges.len())}</p> });
    let combined = award.is_voted().then(|| view! { <p>{word(w, "combination", it.scheme.combination.code())}</p> });
    let inner = view! {
        <p>{formula}</p>{combined}{made}
        {award.is_judged().then(|| view! { <p>{word(w, "adjustment", it.scheme.adjustment.code())}</p> })}
        {ui::records(t!(w, "judging-table-of", award = w.pick(&award.name)), heads, rows)}
        {ties(w, table)}
    };
    ui::why(t!(w, "results-how"), inner)
}

/// The citation of an entry that won or was commended, in both languages, as a paper.
pub async fn citation(v: &mut Visit) -> Answer<File> {
    let (code, entry) = (v.param(0).to_owned(), v.param(1).to_owned());
    let it = table::results(&mut v.ctx, &code).await?;
    let found = it.entry(&entry).or_unknown()?;
    let received: Vec<(Placing, Bi)> = it
        .scheme
        .awards
        .iter()
        .map(|award| (it.placing(&award.code, &entry), award.name.clone()))
        .filter(|(placing, _)| *placing != Placing::NotAwarded)
        .collect();
    if received.is_empty() {
        return Err(crate::base::problem::Problem::unknown());
    }
    let named = |w: Words| {
        let lines: Vec<String> =
            received.iter().map(|(placing, award)| format!("{} · {}", w.pick(award), word(w, "entry", placing.code()))).collect();
        lines.join("\n")
    };
    let both =
        |say: &dyn Fn(Words) -> String| Bi::new(say(Words::of(crate::base::text::Lang::En)), say(Words::of(crate::base::text::Lang::Tc)));
    let paper = Citation {
        code: found.code.clone(),
        scheme: it.scheme.name.clone(),
        awards: both(&named),
        organisation: both(&|w| departments(w, &it, found)),
        title: found.texts.title.clone(),
        summary: found.texts.summary.clone(),
        date: it.scheme.announce_at.day(),
        issuer: it.names.get("EU").cloned().unwrap_or_else(|| Bi::new("Efficiency Unit", "效率促進組")),
    };
    let bytes = workshops::acts::door::printed(move || print::citation(&paper)).await?;
    Ok(File { name: format!("{entry}.pdf"), mime: "application/pdf", bytes, inline: true })
}

/// The announcement and the prize presentation as entries for one's calendar: when, and where to read it. It says nothing of who won.
pub async fn results_calendar(v: &mut Visit) -> Answer<File> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let (scheme, all) = acts::calendar::announced(&mut v.ctx, &code).await?;
    let url = v.ctx.site.settings.public_url.clone();
    let occasions: Vec<_> = all.iter().map(|it| ical::Occasion::of(it, w, &url)).collect();
    let feed = ical::Feed { name: w.pick(&scheme.name), tag: w.lang.tag(), source: None, organizer: None };
    let text = ical::calendar(&feed, ical::Method::Publish, &occasions);
    Ok(File { name: format!("{code}.ics"), mime: "text/calendar; charset=utf-8", bytes: text.into_bytes(), inline: false })
}
