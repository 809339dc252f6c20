//! The plans there are, and two of them side by side.

use leptos::prelude::*;

use super::{
    super::{
        acts::board::{self, Compared},
        rules::*,
    },
    board::{making, session_path, tally_tiles},
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit},
        words::Words,
    },
    t, ui,
};

/// Differences that are shown; of more, how many there are is said.
const MOST: usize = 300;

fn at_words(w: Words, table: &Timetable, at: Option<&At>) -> String {
    let Some(at) = at else { return t!(w, "showcase-waits") };
    let venue = table.venue(&at.venue).map(|it| w.pick(&it.name)).unwrap_or_else(|| at.venue.clone());
    format!("{} · {venue}", w.moment_short(at.starts))
}

fn state(w: Words, plan: &Drawn, chosen: i64) -> AnyView {
    match plan.state {
        PlanState::Ready if plan.number == chosen => ui::chip("good", t!(w, "showcase-plan-on-board")),
        PlanState::Ready => ui::chip("quiet", t!(w, "showcase-plan-ready")),
        PlanState::Making | PlanState::Stopping => ui::chip("wait", t!(w, "showcase-plan-making")),
        PlanState::Failed => ui::chip("stop", t!(w, "showcase-plan-failed")),
    }
}

/// Two plans side by side: each in numbers, then every session that is elsewhere.
fn side_by_side(v: &Visit, it: &Compared) -> AnyView {
    let w = v.w;
    let side = |(plan, tally): &(Drawn, timetable::Tally)| {
        view! { <div><h3>{t!(w, "showcase-plan-number", plan = plan.number)}</h3>{tally_tiles(w, *tally, None)}</div> }
    };
    let rows: Vec<Vec<AnyView>> = it
        .differences
        .iter()
        .take(MOST)
        .map(|difference| {
            let href = v.href(&session_path(&difference.activity, difference.session));
            let title = it
                .table
                .slot(&difference.activity, difference.session)
                .map(|slot| w.pick(&it.table.activity(slot).title))
                .unwrap_or_default();
            vec![
                view! { <a class="ref" href=href>{format!("{} {}", difference.activity, difference.session)}</a> }.into_any(),
                ui::text(title),
                ui::text(at_words(w, &it.table, difference.one.as_ref())),
                ui::text(at_words(w, &it.table, difference.other.as_ref())),
            ]
        })
        .collect();
    let heads = vec![
        t!(w, "showcase-code"),
        t!(w, "showcase-what"),
        t!(w, "showcase-plan-number", plan = it.one.0.number),
        t!(w, "showcase-plan-number", plan = it.other.0.number),
    ];
    let count = t!(w, "showcase-differences", n = it.differences.len());
    let list = if rows.is_empty() { None } else { Some(ui::records(count.clone(), heads, rows)) };
    let inner = view! {
        <div class="pair">{side(&it.one)}{side(&it.other)}</div>
        <p class="count" role="status">{count}</p>
        {list}
    };
    ui::section(t!(w, "showcase-compare"), None, inner)
}

/// Where it is tight, by arithmetic; nothing where nothing is.
pub(super) fn bottlenecks(w: Words, table: &Timetable) -> Option<AnyView> {
    let all = table.bottlenecks();
    let items = all
        .iter()
        .map(|it| {
            let what = match &it.short {
                timetable::Short::Feature(name) => t!(w, "showcase-short-feature", name = w.pick(name)),
                timetable::Short::Teams(code) => t!(w, "showcase-short-teams", name = code.clone()),
            };
            view! { <li><b>{what}</b><span>{t!(w, "showcase-short", needed = it.needed, offered = it.offered)}</span></li> }
        })
        .collect_view();
    (!all.is_empty()).then(|| ui::why(t!(w, "showcase-bottlenecks"), view! { <ul class="waiting">{items}</ul> }))
}

pub async fn plans(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (event, plans, _) = board::board(&mut v.ctx).await?;
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let form = v.form();
    let rows: Vec<Vec<AnyView>> = plans
        .iter()
        .map(|plan| {
            let ready = plan.state == PlanState::Ready && plan.number != event.plan;
            let compare = (ready && event.plan > 0).then(|| {
                ui::button(
                    "plain",
                    v.href(&format!("/showcase/board/plans?one={}&other={}", event.plan, plan.number)),
                    t!(w, "showcase-compare"),
                )
            });
            let choose = (ready && may).then(|| {
                let fields = view! { {ui::hidden("plan", plan.number.to_string())}{ui::send("quiet", t!(w, "showcase-choose-plan"))} };
                ui::act(&form, "showcase/choose", "act", fields)
            });
            let how = t!(w, &format!("showcase-plan-keeps-{}", plan.keeps.code()), plan = plan.base);
            vec![
                ui::text(t!(w, "showcase-plan-number", plan = plan.number)),
                view! { {ui::moment(w, plan.made)}" "{w.pick(&plan.by)} }.into_any(),
                ui::text(how),
                ui::text(plan.unplaced.to_string()),
                state(w, plan, event.plan),
                view! { <div class="actions">{compare}{choose}</div> }.into_any(),
            ]
        })
        .collect();
    let heads = ["showcase-plan", "showcase-plan-made", "showcase-plan-how", "showcase-plan-unplaced", "status", "showcase-plan-do"]
        .map(|key| t!(w, key))
        .to_vec();
    let list = if rows.is_empty() {
        ui::empty(t!(w, "showcase-board-none"), t!(w, "showcase-board-none-why"), None)
    } else {
        ui::records(t!(w, "showcase-plans"), heads, rows)
    };
    let number = |name: &str| v.asked(name).and_then(|it| it.parse::<i64>().ok());
    let compared = match (number("one"), number("other")) {
        (Some(one), Some(other)) => Some(board::compare(&mut v.ctx, one, other).await?),
        _ => None,
    };
    let title = t!(w, "showcase-plans");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(w.pick(&event.name), "/showcase"), (t!(w, "showcase-board"), "/showcase/board")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(None, title.clone(), Some(t!(w, "showcase-plans-lead")))}
        {making(v, &plans, may)}
        {list}
        {compared.map(|it| side_by_side(v, &it))}
    };
    Ok(Page::new(title, view).hidden())
}

/// How strict the event is with each rule.
pub async fn rules(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let (event, levels) = board::levels(&mut v.ctx).await?;
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let form = v.form();
    let choices = || -> Vec<(String, String)> {
        Level::ALL.iter().map(|level| (level.code().to_owned(), t!(w, &format!("showcase-level-{}", level.code())))).collect()
    };
    let inner = if may {
        let fields = BoardRule::ALL
            .iter()
            .map(|rule| {
                let name = format!("levels[{}]", rule.code());
                let label = t!(w, &format!("showcase-rule-{}", rule.code()));
                ui::field(&form, name, label).choices(choices()).value(levels.of(*rule).code()).view()
            })
            .collect_view();
        let fields = view! { <div class="pair">{fields}</div><p class="actions">{ui::send("main", t!(w, "save"))}</p> };
        ui::act(&form, "showcase/levels", "stack", fields)
    } else {
        let rules = BoardRule::ALL.iter().map(|rule| {
            let level = t!(w, &format!("showcase-level-{}", levels.of(*rule).code()));
            (t!(w, &format!("showcase-rule-{}", rule.code())), ui::text(level))
        });
        ui::facts(rules.collect())
    };
    let title = t!(w, "showcase-rules");
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&event.name), "/showcase"), (t!(w, "showcase-board"), "/showcase/board")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(None, title.clone(), Some(t!(w, "showcase-rules-lead")))}
        {inner}
    };
    Ok(Page::new(title, view).width(crate::base::visit::Width::Read).hidden())
}
