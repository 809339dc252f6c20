//! The register of published pledges: who is entered by itself, and with which words if it says nothing.

use leptos::prelude::*;

use super::super::acts::find;
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit},
    },
    people, t, ui,
};

pub async fn pledges(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let all = find::pledges(&mut v.ctx).await?;
    let organisations = people::acts::organisations(&mut v.ctx).await?;
    let name = |code: &str| organisations.iter().find(|o| o.code == code).map_or(code.to_owned(), |o| w.pick(&o.name));
    let rows = all
        .iter()
        .map(|(code, texts)| vec![ui::text(name(code)), ui::text(w.pick(&texts.title)), ui::text(w.pick(&texts.summary))])
        .collect();
    let heads = ["people-organisation", "pledges-name", "pledges-words"].map(|key| t!(w, key)).to_vec();
    let form = v.form();
    let may = v.ctx.viewer.reach(Action::SetUpSchemes) == Reach::All;
    let add = may.then(|| {
        let choices = organisations.iter().map(|o| (o.code.clone(), format!("{} {}", o.code, w.pick(&o.name))));
        let fields = view! {
            {ui::field(&form, "organisation", t!(w, "people-organisation")).choices(choices).view()}
            {ui::field(&form, "published", t!(w, "pledges-published")).kind("date").required().view()}
            <div class="pair">
                {ui::field(&form, "title_en", t!(w, "field-title-en")).lang("en-HK").required().view()}
                {ui::field(&form, "title_zh", t!(w, "field-title-zh")).lang("zh-Hant-HK").required().view()}
            </div>
            <div class="pair">
                {ui::field(&form, "summary_en", t!(w, "field-summary-en")).lang("en-HK").rows(3).required().view()}
                {ui::field(&form, "summary_zh", t!(w, "field-summary-zh")).lang("zh-Hant-HK").rows(3).required().view()}
            </div>
            <p class="actions">{ui::send("main", t!(w, "pledges-register"))}</p>
        };
        ui::section(t!(w, "pledges-register"), None, ui::act(&form, "awards/register-pledge", "stack", fields))
    });
    let list = if all.is_empty() {
        ui::empty(t!(w, "pledges-none"), t!(w, "pledges-none-why"), None)
    } else {
        ui::records(t!(w, "pledges-title"), heads, rows)
    };
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards")], t!(w, "pledges-title"))}
        {ui::error_summary(&form)}
        {ui::title(None, t!(w, "pledges-title"), Some(t!(w, "pledges-lead")))}
        <p class="count" role="status">{t!(w, "pledges-count", n = all.len())}</p>
        {list}
        {add}
    };
    Ok(Page::new(t!(w, "pledges-title"), view).hidden())
}
