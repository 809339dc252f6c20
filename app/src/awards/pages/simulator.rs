//! What other common rules would make of the same scores and votes: shown while the rules may still be chosen, never after, so
//! that the choice is made before anybody knows whom it helps (I-15).

use leptos::prelude::*;

use super::super::rules::{combine::*, fraction::Fraction, *};
use crate::{base::visit::Visit, t, ui};

/// The example that the form begins with: three entries, and three winners from four respectable rules.
const EXAMPLE: [(&str, &str, &str); 4] = [("A", "86", "1200"), ("B", "84", "3000"), ("C", "70", "5800"), ("D", "", "")];

/// A form with a panel's score and votes for some entries, and how each rule ranks them; none once the rules are frozen.
pub(super) fn simulator(v: &Visit, scheme: &Scheme) -> Option<AnyView> {
    let award = scheme.awards.iter().find(|it| it.is_voted() && it.is_judged()).filter(|_| scheme.frozen.is_none())?;
    let w = v.w;
    let typed = |name: &str, example: &str| v.query.get(name).cloned().unwrap_or_else(|| example.to_owned());
    let mut contenders = Vec::new();
    let mut fields = Vec::new();
    for (i, (entry, panel, votes)) in EXAMPLE.into_iter().enumerate() {
        let (panel, votes) = (typed(&format!("panel{i}"), panel), typed(&format!("votes{i}"), votes));
        if let (Ok(panel @ 0..=100), Ok(votes)) = (panel.trim().parse::<i64>(), votes.trim().parse()) {
            contenders.push(Contender { entry: entry.into(), panel: Fraction::whole(panel), first: Fraction::ZERO, votes });
        }
        fields.push(view! {
            <label class="filters__one"><span>{t!(w, "simulator-panel", entry = entry)}</span><input type="number" min="0" max="100" name=format!("panel{i}") value=panel/></label>
            <label class="filters__one"><span>{t!(w, "simulator-votes", entry = entry)}</span><input type="number" min="0" name=format!("votes{i}") value=votes/></label>
        });
    }
    let rows = Combination::ALL
        .iter()
        .map(|rule| {
            let ranking = rank(*rule, award.panel_weight, award.public_weight, &scheme.ties, &contenders);
            let order: Vec<String> =
                ranking.lines.iter().map(|it| format!("{}. {} ({})", it.place, it.entry, it.result.to_points())).collect();
            let chosen = (*rule == scheme.combination).then(|| ui::chip("good", t!(w, "simulator-chosen")));
            vec![view! { {super::word(w, "combination", rule.code())}" "{chosen} }.into_any(), ui::text(order.join("  "))]
        })
        .collect();
    let heads = ["simulator-rule", "simulator-order"].map(|key| t!(w, key)).to_vec();
    let lead = t!(w, "simulator-lead", award = w.pick(&award.name), panel = award.panel_weight, public = award.public_weight);
    Some(ui::section(
        t!(w, "simulator-title"),
        None,
        view! {
            <p>{lead}</p>
            <form class="filters" method="get">{fields}<button class="button" data-kind="quiet">{t!(w, "simulator-send")}</button></form>
            {ui::records(t!(w, "simulator-title"), heads, rows)}
        },
    ))
}
