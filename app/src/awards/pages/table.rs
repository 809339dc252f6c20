//! The panel's table: what the locked scores and the certified votes say, award by award; the decision, its approval, the
//! announcement. Read by the panel, award secretaries and auditors; nobody else.

use leptos::prelude::*;

use super::{
    super::{
        acts::table::{self, Laid},
        rules::{
            agreement::Agreement,
            deliberation::{AwardTable, Correction, Row},
            *,
        },
    },
    judging::{bar_words, progress, round_chip},
    word,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Form, Page, Visit},
        words::Words,
    },
    t, ui,
};

pub async fn judging_table(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let laid = table::table(&mut v.ctx, &code).await?;
    let state = laid.panel.round().state;
    let form = v.form();
    let title = w.pick(&laid.panel.scheme.name);
    let way = if laid.standing.seat.is_some() { format!("/judging/{code}") } else { format!("/judging/{code}/panel") };
    let tables = laid.panel.scheme.awards.iter().zip(&laid.tables).map(|(award, table)| one_award(w, &laid, award, table)).collect_view();
    let embargo = matches!(state, RoundState::Decided | RoundState::Approved)
        .then(|| ui::notice("embargo", t!(w, "judging-embargo", at = w.moment(laid.panel.scheme.announce_at))));
    let closed = laid.tables.is_empty().then(|| {
        view! { {progress(w, laid.progress.0, laid.progress.1)}{ui::notice("embargo", t!(w, "judging-table-closed"))} }
    });
    let votes = (!laid.tables.is_empty() && !laid.votes_are_certified()).then(|| ui::notice("warning", t!(w, "judging-votes-missing")));
    let notes = (!laid.tables.is_empty() && (!laid.panel.kept.notes.is_empty() || laid.standing.is_chair())).then(|| notes(v, &laid));
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "judging-title"), "/judging"), (code.clone(), &way)], t!(w, "judging-table"))}
        {ui::error_summary(&form)}
        {ui::title(Some(title), t!(w, "judging-table"), None)}
        <p>{round_chip(w, state)}</p>
        {embargo}{closed}{votes}
        {steps(v, &laid)}
        {tables}
        {notes}
        {(laid.standing.is_chair() && state == RoundState::Deliberating && laid.votes_are_certified()).then(|| decision(&form, &laid))}
        {(!laid.decisions.is_empty()).then(|| resolved(w, &laid))}
    };
    Ok(Page::new(format!("{} · {code}", t!(w, "judging-table")), view).hidden())
}

/// What may be done next, by whoever may.
fn steps(v: &Visit, laid: &Laid) -> AnyView {
    let w = v.w;
    let form = v.form();
    let code = laid.panel.scheme.code.clone();
    let state = laid.panel.round().state;
    let card = |heading: &str, words: String, inner: AnyView| {
        view! { <section class="card"><h2>{t!(w, heading)}</h2><p>{words}</p>{inner}</section> }.into_any()
    };
    let one = |endpoint: &str, words: String| {
        ui::act(&form, endpoint, "actions", view! { {ui::hidden("scheme", code.clone())}{ui::send("main", words)} })
    };
    let mut cards = Vec::new();
    if laid.standing.is_chair() && state == RoundState::Locked {
        cards.push(card(
            "judging-deliberate",
            t!(w, "judging-deliberate-lead"),
            one("awards/deliberate", t!(w, "judging-deliberate-send")),
        ));
        let form = form.about("form", "reopen");
        let fields = view! {
            {ui::hidden("scheme", code.clone())}
            {ui::hidden("form", "reopen")}
            {ui::field(&form, "reason", t!(w, "judging-reason")).rows(2).limit(2000).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "judging-reopen-send"))}</p>
        };
        cards.push(card("judging-reopen", t!(w, "judging-reopen-lead"), ui::act(&form, "awards/reopen-scores", "stack", fields)));
    }
    let approves = v.ctx.viewer.reach(Action::Approve) == Reach::All;
    if approves && state == RoundState::Decided {
        let me = v.me().map(|me| me.id);
        let inner = if me == Some(laid.panel.scheme.set_up_by) {
            view! { <p>{t!(w, "awards-approver-set-up")}</p> }.into_any()
        } else {
            one("awards/approve", t!(w, "judging-approve-send"))
        };
        cards.push(card("judging-approve", t!(w, "judging-approve-lead"), inner));
    }
    if approves && state == RoundState::Approved {
        let at = laid.panel.scheme.announce_at;
        let inner = if v.ctx.now >= at {
            one("awards/announce", t!(w, "judging-announce-send"))
        } else {
            ui::deadline(w, "judging-announced-at", at, v.ctx.now)
        };
        cards.push(card("judging-announce", t!(w, "judging-announce-lead"), inner));
    }
    let takes = v.ctx.viewer.reach(Action::TakeEvidence) >= Reach::Read && laid.standing.seat.is_none();
    if takes && matches!(state, RoundState::Approved | RoundState::Announced) {
        let pack = ui::button("quiet", v.href(&format!("/awards/{code}/evidence")), t!(w, "papers-evidence-take"));
        cards.push(card("papers-evidence", t!(w, "papers-evidence-lead"), view! { <p class="actions">{pack}</p> }.into_any()));
    }
    view! { <div class="decisions">{cards}</div> }.into_any()
}

/// A number of the table, to two decimals; a dash where there is none.
fn number(value: Option<f64>) -> String {
    value.map_or("–".into(), |it| Points::nearest(it).to_string())
}

/// One award: how far the judges agree, what is corrected, and entry by entry who stands where.
fn one_award(w: Words, laid: &Laid, award: &Award, table: &AwardTable) -> AnyView {
    let judged = award.is_judged();
    let shows_votes = award.is_voted() && laid.votes_are_certified();
    let mut heads = vec![t!(w, "judging-place"), t!(w, "entries-entry")];
    if judged {
        heads.push(t!(w, "judging-mean"));
        if table.correction == Correction::Taken {
            heads.push(t!(w, "judging-adjusted"));
        }
        heads.extend([t!(w, "judging-spread"), t!(w, "judging-by-judge")]);
    }
    if award.is_voted() {
        heads.extend([t!(w, "judging-votes-n"), t!(w, "judging-public")]);
    }
    heads.push(t!(w, "judging-final"));
    let rows = table
        .ranking
        .lines
        .iter()
        .filter_map(|line| {
            let row = table.row(&line.entry)?;
            let entry = laid.panel.entry(&line.entry)?;
            let title = w.pick(&entry.texts.title);
            let name = |mark: Option<AnyView>| {
                view! { <div>{title.clone()}" "<span class="quiet">{line.entry.clone()}</span>" "{mark}</div> }.into_any()
            };
            // A judge learns nothing of an entry behind their wall. The chair, who records for all, sees it marked.
            if let Some(bar) = laid.bars.get(&line.entry)
                && !laid.standing.is_chair()
            {
                let mut cells = vec![ui::text(""), view! { <div>{name(None)}{bar_words(w, bar)}</div> }.into_any()];
                cells.extend(heads.iter().skip(2).map(|_| ui::text("–")));
                return Some(cells);
            }
            let marked = laid.bars.get(&line.entry).map(|bar| ui::chip("stop", bar_words(w, bar)));
            let mut cells = vec![ui::text(line.place.to_string()), name(marked)];
            if judged {
                cells.push(ui::text(number(row.mean)));
                if table.correction == Correction::Taken {
                    let band = row.band.map(|band| format!(" ± {}", number(Some(band)))).unwrap_or_default();
                    cells.push(ui::text(format!("{}{band}", number(row.adjusted))));
                }
                cells.extend([ui::text(number(row.spread)), by_judge(w, laid, table, row)]);
            }
            if award.is_voted() {
                let votes = laid.votes.get(&(award.code.clone(), line.entry.clone())).copied().unwrap_or(0);
                let shown = |text: String| ui::text(if shows_votes { text } else { "–".into() });
                cells.extend([shown(votes.to_string()), shown(line.public.to_points().to_string())]);
            }
            cells.push(view! { <b>{line.result.to_points().to_string()}</b> }.into_any());
            Some(cells)
        })
        .collect();
    let parts = t!(w, "judging-parts", panel = award.panel_weight, public = award.public_weight);
    view! {
        <section class="section">
            <div class="section__head"><h2>{w.pick(&award.name)}</h2><span class="quiet">{parts}</span></div>
            {judged.then(|| agreement_words(w, table))}
            {judged.then(|| correction_words(w, laid, table))}
            {ui::records(t!(w, "judging-table-of", award = w.pick(&award.name)), heads, rows)}
            {ties(w, table)}
            {comments(w, laid, award)}
        </section>
    }
    .into_any()
}

/// Each judge's score and the place they gave, those that stand out marked in words.
fn by_judge(w: Words, laid: &Laid, table: &AwardTable, row: &Row) -> AnyView {
    let items = table
        .judges
        .iter()
        .zip(&row.by_judge)
        .filter_map(|(seat, cell)| {
            let (score, place, out) = (*cell)?;
            let name = laid.panel.seat(*seat).map(|it| w.pick(&it.name)).unwrap_or_default();
            let mark = out.then(|| ui::chip("wait", t!(w, "judging-outlier")));
            Some(view! { <li>{name}" "{t!(w, "judging-score-place", score = score.to_string(), place = place)}" "{mark}</li> })
        })
        .collect_view();
    let stands_out = row.by_judge.iter().flatten().any(|(.., out)| *out).then(|| ui::chip("wait", t!(w, "judging-outlier")));
    view! { <details><summary>{t!(w, "judging-n-sheets", n = row.sheets)}" "{stands_out}</summary><ul>{items}</ul></details> }.into_any()
}

/// How far the judges agree and what to do about it, in plain words; the coefficients behind a disclosure.
fn agreement_words(w: Words, table: &AwardTable) -> AnyView {
    let list = |rows: &[usize]| rows.iter().filter_map(|e| table.entries.get(*e)).cloned().collect::<Vec<_>>().join(", ");
    let (kind, words) = match &table.agreement {
        Agreement::Unknown => ("status", t!(w, "judging-agree-unknown")),
        Agreement::Reliable => ("status", t!(w, "judging-agree-good")),
        Agreement::Tentative { discuss } => ("warning", t!(w, "judging-agree-fair", entries = list(discuss))),
        Agreement::Weak { add_judge } => ("warning", t!(w, "judging-agree-weak", entries = list(add_judge), n = add_judge.len())),
    };
    let coefficient = |value: Option<f64>| value.map_or("–".into(), |it| format!("{it:.3}"));
    let icc = table.intraclass.map(|it| (it.single[1], it.mean[1]));
    let facts = ui::facts(vec![
        (t!(w, "judging-alpha"), ui::text(coefficient(table.alpha))),
        (t!(w, "judging-icc-single"), ui::text(coefficient(icc.map(|it| it.0)))),
        (t!(w, "judging-icc-mean"), ui::text(coefficient(icc.map(|it| it.1)))),
    ]);
    view! { {ui::notice(kind, words)}{ui::why(t!(w, "judging-agree-numbers"), view! { <p>{t!(w, "judging-agree-explained")}</p>{facts} })} }
        .into_any()
}

/// Whether leniency is taken out, and what that changes; else why not.
fn correction_words(w: Words, laid: &Laid, table: &AwardTable) -> AnyView {
    let key = match table.correction {
        Correction::AsGiven => "judging-correction-as-given",
        Correction::Complete => "judging-correction-complete",
        Correction::Apart => "judging-correction-apart",
        Correction::Taken => "judging-correction-taken",
    };
    let title = |entry: &str| laid.panel.entry(entry).map_or_else(|| entry.to_owned(), |it| w.pick(&it.texts.title));
    let moved = table
        .moved
        .iter()
        .filter(|(entry, _)| laid.standing.is_chair() || !laid.bars.contains_key(entry))
        .map(|(entry, it)| {
            let key = if it.leniency >= 0.0 { "judging-moved-lenient" } else { "judging-moved-strict" };
            let by = Points::nearest(it.leniency.abs()).to_string();
            view! { <li>{t!(w, key, title = title(entry), raw = it.raw_place, place = it.place, by = by)}</li> }
        })
        .collect_view();
    let close =
        table.close.iter().map(|(a, b)| view! { <li>{t!(w, "judging-not-separable", a = a.clone(), b = b.clone())}</li> }).collect_view();
    view! { <p>{t!(w, key)}</p><ul>{moved}{close}</ul> }.into_any()
}

/// The ladder, step by step, in words.
pub(super) fn ties(w: Words, table: &AwardTable) -> Option<AnyView> {
    if table.ranking.ties.is_empty() {
        return None;
    }
    let steps = table
        .ranking
        .ties
        .iter()
        .map(|tie| {
            let groups: Vec<String> = tie.groups.iter().map(|group| group.join(" = ")).collect();
            let words = match tie.step {
                Some(step) => {
                    t!(w, "judging-tie-step", among = tie.among.join(", "), step = word(w, "tie", step.code()), groups = groups.join(" > "))
                }
                None => t!(w, "judging-tie-shared", among = tie.among.join(", ")),
            };
            view! { <li>{words}</li> }
        })
        .collect_view();
    Some(view! { <h3>{t!(w, "judging-ties")}</h3><ol>{steps}</ol> }.into_any())
}

/// What judges wrote on their sheets, without names: it is read out at the table.
fn comments(w: Words, laid: &Laid, award: &Award) -> Option<AnyView> {
    let of: Vec<_> = laid
        .sheets
        .iter()
        .map(|it| &it.sheet)
        .filter(|it| it.award == award.code && it.state == SheetState::Submitted && !it.comment.is_empty())
        .filter(|it| laid.standing.is_chair() || !laid.bars.contains_key(&it.entry))
        .collect();
    if of.is_empty() {
        return None;
    }
    let n = of.len();
    let mut lines: Vec<(String, String)> = of.into_iter().map(|it| (it.entry.clone(), w.written(&it.comment))).collect();
    lines.sort();
    let lines = lines.into_iter().map(|(entry, words)| view! { <div><dt>{entry}</dt><dd>{words}</dd></div> }).collect_view();
    Some(ui::why(t!(w, "judging-comments", n = n), view! { <dl class="facts">{lines}</dl> }))
}

/// The chair's notes of the meeting.
fn notes(v: &Visit, laid: &Laid) -> AnyView {
    let w = v.w;
    let kept = laid.panel.kept.notes.clone();
    let writes = laid.standing.is_chair() && matches!(laid.panel.round().state, RoundState::Locked | RoundState::Deliberating);
    let inner = if writes {
        let form = v.form().about("form", "note");
        let fields = view! {
            {ui::hidden("scheme", laid.panel.scheme.code.clone())}
            {ui::hidden("form", "note")}
            {ui::field(&form, "notes", t!(w, "judging-notes")).value(kept).rows(5).limit(8000).view()}
            <p class="actions">{ui::send("quiet", t!(w, "save"))}</p>
        };
        ui::act(&form, "awards/note", "stack", fields)
    } else {
        ui::paragraphs(&kept)
    };
    ui::section(t!(w, "judging-notes"), None, inner)
}

/// The placing of every entry in every award, as the ranking proposes it until the chair says otherwise.
fn decision(form: &Form, laid: &Laid) -> AnyView {
    let w = form.w;
    let choices: Vec<(String, String)> = Placing::ALL.iter().map(|it| (it.code().to_owned(), word(w, "entry", it.code()))).collect();
    let awards = laid
        .panel
        .scheme
        .awards
        .iter()
        .zip(&laid.tables)
        .map(|(award, table)| {
            let rows = table
                .ranking
                .lines
                .iter()
                .map(|line| {
                    let name = |part: &str| format!("decisions[{}][{}][{part}]", award.code, line.entry);
                    let title = laid.panel.entry(&line.entry).map(|it| w.pick(&it.texts.title)).unwrap_or_default();
                    let label = format!("{}. {title} ({})", line.place, line.entry);
                    view! {
                        <div class="decide">
                            {ui::field(form, name("placing"), label).choices(choices.clone()).value(table.proposal(&line.entry).code()).view()}
                            {ui::field(form, name("reason"), t!(w, "judging-departs")).limit(2000).view()}
                        </div>
                    }
                })
                .collect_view();
            view! { <fieldset><legend>{w.pick(&award.name)}</legend>{rows}</fieldset> }
        })
        .collect_view();
    let fields = view! {
        {ui::hidden("scheme", laid.panel.scheme.code.clone())}
        {awards}
        <p class="actions">{ui::send("main", t!(w, "judging-decide-send"))}</p>
    };
    ui::section(
        t!(w, "judging-decide"),
        None,
        view! { <p>{t!(w, "judging-decide-lead")}</p>{ui::act(form, "awards/decide", "stack", fields)} },
    )
}

/// What was resolved.
fn resolved(w: Words, laid: &Laid) -> AnyView {
    let rows = laid
        .decisions
        .iter()
        .filter(|it| laid.standing.is_chair() || !laid.bars.contains_key(&it.entry))
        .map(|it| {
            let award = laid.panel.scheme.award(&it.award).map(|award| w.pick(&award.name)).unwrap_or_default();
            let kind = if it.placing == Placing::NotAwarded { "quiet" } else { "good" };
            vec![
                ui::text(award),
                ui::text(it.entry.clone()),
                ui::chip(kind, word(w, "entry", it.placing.code())),
                ui::text(it.reason.clone()),
            ]
        })
        .collect();
    let heads = ["judging-award", "entries-number", "judging-placing", "judging-departs"].map(|key| t!(w, key)).to_vec();
    ui::section(t!(w, "judging-resolved"), None, ui::records(t!(w, "judging-resolved"), heads, rows))
}
