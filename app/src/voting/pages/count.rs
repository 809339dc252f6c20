//! The page of the count: what stands in its way, what two officers decide, the count, its certificate.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::{
    acts::count::{self, Standing},
    rules::*,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        time::Moment,
        visit::{Page, Visit},
    },
    t, ui,
};

pub async fn count(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let it = count::standing(&mut v.ctx, &code).await?;
    let by_stop = if it.totals.is_some() { count::by_stop(&mut v.ctx, &code).await? } else { Default::default() };
    let may = v.ctx.viewer.reach(Action::CertifyVotes) == Reach::All;
    let state = PollState::of_code(&it.poll.state).unwrap_or(PollState::Collecting);
    let open = it.days.iter().filter(|(_, settled)| !settled).count();
    let form = v.form();
    let me = v.me().map(|me| me.id.0);
    let act = |act: &'static str, words: &str| {
        ui::act(&form, act, "actions", view! { {ui::hidden("scheme", code.clone())}{ui::send("main", t!(w, words))} })
    };
    let next = match state {
        PollState::Collecting if open > 0 => ui::notice("warning", t!(w, "count-days-open", n = open)),
        PollState::Collecting if it.waiting > 0 => ui::notice("warning", t!(w, "count-urn", n = it.waiting)),
        PollState::Collecting if may => act("voting/count", "count-count"),
        PollState::Counted if may && it.poll.counted_by != me => act("voting/certify", "count-certify"),
        PollState::Counted => ui::notice("status", t!(w, "count-other")),
        PollState::Certified | PollState::Published => ui::notice("status", t!(w, "count-done")),
        PollState::Collecting => ui::notice("status", t!(w, "count-ready")),
    };
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards"), (code.clone(), &format!("/awards/{code}"))], t!(w, "count-title"))}
        {ui::error_summary(&v.form().returned("form"))}
        {ui::title(Some(w.pick(&it.paper.name)), t!(w, "count-title"), Some(t!(w, "count-lead")))}
        {next}
        {certificate(v, &it)}
        {totals(v, &it)}
        {stops(v, &it, &by_stop)}
        {days(v, &it)}
        {decisions(v, &it, &code, state)}
    };
    Ok(Page::new(t!(w, "count-title"), view).hidden())
}

/// Who counted and certified what, and the hashes by which it can be told from any other count.
fn certificate(v: &Visit, it: &Standing) -> Option<AnyView> {
    let w = v.w;
    let at = it.poll.counted_at?;
    let by = |name: &Option<crate::base::text::Bi>| name.as_ref().map(|it| w.pick(it)).unwrap_or_default();
    let sum = |of: &dyn Fn(&Balance) -> i64| it.days.iter().map(|(day, _)| of(&day.balance)).sum::<i64>().to_string();
    let mut facts = vec![
        (t!(w, "count-by"), ui::text(format!("{} · {}", by(&it.counted_by), w.moment(Moment(at))))),
        (t!(w, "count-spoilt"), ui::text(sum(&|b| b.spoilt))),
        (t!(w, "count-void"), ui::text(sum(&|b| b.void_issued + b.void_unissued))),
        (t!(w, "count-duplicates"), ui::text(it.duplicates.to_string())),
        (t!(w, "count-batches"), ui::text(it.poll.batch.to_string())),
        (t!(w, "count-hash"), view! { <code class="code">{it.poll.table_hash.clone().unwrap_or_default()}</code> }.into_any()),
    ];
    if let Some(at) = it.poll.certified_at {
        facts.insert(1, (t!(w, "count-certified-by"), ui::text(format!("{} · {}", by(&it.certified_by), w.moment(Moment(at))))));
    }
    Some(ui::section(t!(w, "count-certificate"), None, ui::facts(facts)))
}

/// Votes, shares to one decimal, ranks with ties as equals (FT-14); for those who may see them.
fn totals(v: &Visit, it: &Standing) -> Option<AnyView> {
    let w = v.w;
    let totals = it.totals.as_ref()?;
    let tables = it
        .paper
        .awards
        .iter()
        .map(|award| {
            let mut rows: Vec<(&BallotEntry, i64)> = award
                .entries
                .iter()
                .map(|entry| (entry, totals.get(&(award.code.clone(), entry.code.clone())).copied().unwrap_or(0)))
                .collect();
            rows.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.code.cmp(&b.0.code)));
            let all: i64 = rows.iter().map(|(_, n)| n).sum();
            let cells = rows
                .iter()
                .map(|(entry, n)| {
                    let rank = 1 + rows.iter().filter(|(_, more)| more > n).count();
                    let equal = rows.iter().filter(|(_, other)| other == n).count() > 1;
                    let share = (n * 1000 + all / 2).checked_div(all).unwrap_or(0);
                    vec![
                        ui::text(if equal { format!("{rank}=") } else { rank.to_string() }),
                        ui::text(entry.code.clone()),
                        ui::text(w.pick(&entry.title)),
                        ui::text(n.to_string()),
                        ui::text(format!("{}.{} %", share / 10, share % 10)),
                    ]
                })
                .collect();
            let heads = ["count-rank", "entries-number", "entries-entry", "judging-votes-n", "count-share"].map(|key| t!(w, key)).to_vec();
            ui::records(w.pick(&award.name), heads, cells)
        })
        .collect_view();
    Some(ui::section(t!(w, "count-totals"), None, tables))
}

/// Votes by stop: for whoever certifies, and never published.
fn stops(v: &Visit, it: &Standing, votes: &BTreeMap<(String, String, String), i64>) -> Option<AnyView> {
    let w = v.w;
    it.totals.as_ref()?;
    let tables = it
        .paper
        .awards
        .iter()
        .map(|award| {
            let cells = |entry: &BallotEntry| {
                let of = |stop: &Stop| votes.get(&(award.code.clone(), entry.code.clone(), stop.code.clone())).copied().unwrap_or(0);
                let mut cells = vec![ui::text(entry.code.clone()), ui::text(w.pick(&entry.title))];
                cells.extend(it.stops.iter().map(|stop| ui::text(of(stop).to_string())));
                cells
            };
            let mut heads = vec![t!(w, "entries-number"), t!(w, "entries-entry")];
            heads.extend(it.stops.iter().map(|stop| stop.code.clone()));
            ui::records(w.pick(&award.name), heads, award.entries.iter().map(cells).collect())
        })
        .collect_view();
    Some(ui::why(t!(w, "count-by-stop"), tables))
}

fn days(v: &Visit, it: &Standing) -> AnyView {
    let w = v.w;
    let name = |code: &str| it.stops.iter().find(|of| of.code == code).map_or(code.to_owned(), |of| w.pick(&of.name));
    let rows = it
        .days
        .iter()
        .map(|(day, _)| {
            let href = v.href(&format!("/exhibitions/{}/today?day={}", day.stop, day.day.iso()));
            let b = &day.balance;
            let difference = if day.state.is_final() || day.state == DayState::Closed { b.difference().to_string() } else { String::new() };
            vec![
                view! { <a href=href>{name(&day.stop)}</a> }.into_any(),
                ui::text(w.date_short(day.day)),
                super::day_chip(w, day),
                ui::text(b.issued.to_string()),
                ui::text(b.used.to_string()),
                ui::text(b.paper.to_string()),
                ui::text(b.spoilt.to_string()),
                ui::text(difference),
            ]
        })
        .collect();
    let heads = ["record-stop", "date", "status", "today-issued", "today-used", "today-paper", "today-spoilt", "today-difference"]
        .map(|key| t!(w, key))
        .to_vec();
    ui::section(t!(w, "count-days"), None, ui::records(t!(w, "count-days"), heads, rows))
}

fn decisions(v: &Visit, it: &Standing, code: &str, state: PollState) -> AnyView {
    let w = v.w;
    let form = v.form();
    let me = v.me().map(|me| me.id.0);
    let reach = |action| v.ctx.viewer.reach(action) == Reach::All;
    let may = (reach(Action::CertifyVotes) || reach(Action::RunPolls)) && state == PollState::Collecting;
    let rows = it
        .decisions
        .iter()
        .map(|of| {
            let act = |agree: bool, kind: &'static str, words: &str| {
                let fields = view! {
                    {ui::hidden("scheme", code.to_owned())}{ui::hidden("id", of.id.to_string())}{ui::hidden("agree", agree.to_string())}
                    {ui::send(kind, t!(w, words))}
                };
                ui::act(&form, "voting/decide", "actions", fields)
            };
            let standing = match (&of.decided_post, may) {
                (Some(post), _) => ui::text(t!(w, "count-decided", first = of.proposed_post.clone(), second = post.clone())),
                (None, true) => view! {
                    <div class="actions">{(me != Some(of.proposed_by)).then(|| act(true, "main", "count-agree"))}{act(false, "plain", "count-withdraw")}</div>
                }
                .into_any(),
                (None, false) => ui::text(t!(w, "count-proposed", by = of.proposed_post.clone())),
            };
            vec![
                ui::text(t!(w, &format!("decision-{}", of.kind.replace('_', "-")))),
                ui::text(of.object.clone()),
                ui::text(w.pick(&of.reason())),
                standing,
            ]
        })
        .collect::<Vec<_>>();
    let heads = ["decision-kind", "decision-object", "decision-reason", "status"].map(|key| t!(w, key)).to_vec();
    let list = if rows.is_empty() {
        view! { <p class="quiet">{t!(w, "count-no-decisions")}</p> }.into_any()
    } else {
        ui::records(t!(w, "count-decisions"), heads, rows)
    };
    let propose = may.then(|| {
        let form = form.about("form", "propose");
        let kinds = ["class", "write_off", "void_batch"].map(|it| (it.to_owned(), t!(w, &format!("decision-{}", it.replace('_', "-")))));
        let inner = view! {
            {ui::hidden("scheme", code.to_owned())}{ui::hidden("form", "propose")}
            {ui::field(&form, "kind", t!(w, "decision-kind")).choices(kinds).view()}
            {ui::field(&form, "object", t!(w, "decision-object")).hint(t!(w, "decision-object-hint")).required().view()}
            {ui::field(&form, "reason_en", t!(w, "reason-en")).rows(2).limit(1000).lang("en").required().view()}
            {ui::field(&form, "reason_zh", t!(w, "reason-zh")).rows(2).limit(1000).lang("zh-Hant-HK").required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "decision-propose"))}</p>
        };
        ui::fold(&form, t!(w, "decision-propose"), ui::act(&form, "voting/propose", "stack", inner))
    });
    let classes = it.classes.iter().map(|(class, n)| vec![ui::text(class.clone()), ui::text(n.to_string())]).collect::<Vec<_>>();
    let seen = (!classes.is_empty()).then(|| {
        ui::why(
            t!(w, "count-classes"),
            ui::records(t!(w, "count-classes"), ["count-class", "record-ballots"].map(|key| t!(w, key)).to_vec(), classes),
        )
    });
    ui::section(t!(w, "count-decisions"), None, view! { {list}{propose}{seen} })
}
