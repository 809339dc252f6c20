//! The public's votes by hand: one officer enters the totals of the count, another confirms them.

use leptos::prelude::*;

use super::super::{
    acts::{decide, find, panel, table},
    rules::*,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit},
    },
    t, ui,
};

pub async fn judging_votes(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let by_ballot = find::is_by_ballot(&mut v.ctx, &code).await?;
    let entered = table::entered_votes(&mut v.ctx, &code).await?;
    let (panel, standing) = panel::look(&mut v.ctx, &code).await?;
    let state = panel.round().state;
    let is_decided = matches!(state, RoundState::Decided | RoundState::Approved | RoundState::Announced);
    let hidden = standing.seat.is_some() && !state.shows_votes_to_judges();
    let may = v.ctx.viewer.reach(Action::CertifyVotes) == Reach::All && !hidden && !is_decided && !by_ballot;
    let certificate = entered.as_ref().map(|(certificate, _)| certificate.clone());
    let is_confirmed = certificate.as_ref().is_some_and(|it| it.confirmed_by.is_some());
    let is_mine = certificate.as_ref().zip(v.me()).is_some_and(|(it, me)| it.entered_by == me.id);
    let form = v.form();
    let cast = |award: &str, entry: &str| {
        let votes = entered.as_ref().and_then(|(_, votes)| votes.get(&(award.to_owned(), entry.to_owned())));
        votes.map(u32::to_string).unwrap_or_default()
    };
    let standing = match (&certificate, hidden) {
        (_, true) => ui::notice("embargo", t!(w, "judging-votes-hidden")),
        (None, _) => ui::notice("status", t!(w, "judging-votes-none")),
        (Some(it), _) => match it.confirmed_at {
            Some(at) => ui::notice("status", t!(w, "judging-votes-certified-at", at = w.moment(at))),
            None => ui::notice("warning", t!(w, "judging-votes-await")),
        },
    };
    let confirm = (may && certificate.is_some() && !is_confirmed && !is_mine).then(|| {
        let fields = view! { {ui::hidden("scheme", code.clone())}{ui::send("main", t!(w, "judging-votes-confirm"))} };
        ui::act(&form, "awards/confirm-votes", "actions", fields)
    });
    let awards = decide::ballots(&panel);
    let body = if may {
        let sections = awards
            .iter()
            .map(|(award, entries)| {
                let fields = entries
                    .iter()
                    .map(|entry| {
                        let label = format!("{} {}", entry.code, w.pick(&entry.texts.title));
                        ui::field(&form, format!("votes[{}][{}]", award.code, entry.code), label)
                            .value(cast(&award.code, &entry.code))
                            .view()
                    })
                    .collect_view();
                view! { <fieldset><legend>{w.pick(&award.name)}</legend>{fields}</fieldset> }
            })
            .collect_view();
        let inner = view! {
            {ui::hidden("scheme", code.clone())}
            {sections}
            <p class="actions">{ui::send(if confirm.is_some() { "quiet" } else { "main" }, t!(w, "judging-votes-enter"))}</p>
        };
        ui::act(&form, "awards/enter-votes", "stack", inner)
    } else {
        awards
            .iter()
            .filter(|_| !hidden)
            .map(|(award, entries)| {
                let rows = entries
                    .iter()
                    .map(|it| vec![ui::text(it.code.clone()), ui::text(w.pick(&it.texts.title)), ui::text(cast(&award.code, &it.code))]);
                let heads = ["entries-number", "entries-entry", "judging-votes-n"].map(|key| t!(w, key)).to_vec();
                ui::records(w.pick(&award.name), heads, rows.collect())
            })
            .collect_view()
            .into_any()
    };
    let way = format!("/judging/{code}/panel");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "judging-title"), "/judging"), (code.clone(), &way)], t!(w, "judging-votes"))}
        {ui::error_summary(&form)}
        {ui::title(Some(w.pick(&panel.scheme.name)), t!(w, "judging-votes"), Some(t!(w, "judging-votes-lead")))}
        {standing}
        {by_ballot.then(|| view! { <p class="actions">{ui::button("quiet", v.href(&format!("/voting/{code}/count")), t!(w, "scheme-count"))}</p> })}
        {confirm}
        {body}
    };
    Ok(Page::new(format!("{} · {code}", t!(w, "judging-votes")), view).hidden())
}
