//! The secretary's form for a scheme: new, or changed; what is frozen is said.

use leptos::prelude::*;

use super::super::{
    acts::{self, find},
    rules::*,
};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        time::Moment,
        visit::{Form, Page, Visit, Width},
        words::Words,
    },
    t, ui, venues,
};

/// Awards that the form has room for, and criteria of each.
const AWARDS: usize = 6;
const CRITERIA: usize = 6;

/// A vote is promised and no exhibition is planned yet: for those who plan it.
pub(super) fn no_stop_yet(w: Words, it: &Scheme, officer: bool) -> Option<AnyView> {
    let voted = officer && it.state != SchemeState::Announced && super::super::setup::lacks_stop(it, 0) && it.sealed.is_none();
    voted.then(|| ui::notice("warning", t!(w, "scheme-no-stop")))
}

pub async fn new_scheme(v: &mut Visit) -> Answer<Page> {
    v.ctx.may(Action::SetUpSchemes, Reach::All)?;
    form(v, None, None)
}

pub async fn edit_scheme(v: &mut Visit) -> Answer<Page> {
    v.ctx.may(Action::SetUpSchemes, Reach::All)?;
    let code = v.param(0).to_owned();
    let it = find::scheme(&mut v.ctx, &code).await?;
    let presentation = if it.state == SchemeState::Draft { None } else { Some(presentation(v, &code).await?) };
    form(v, Some(it), presentation)
}

/// When and where the prizes are presented.
async fn presentation(v: &mut Visit, code: &str) -> Answer<AnyView> {
    let w = v.w;
    let before = acts::presentation::of(&mut v.ctx, code).await?.filter(|it| !it.is_off);
    let mut venues: Vec<(String, String)> =
        venues::acts::venues(&mut v.ctx).await?.into_iter().map(|it| (it.code, w.pick(&it.name))).collect();
    venues.sort_by(|a, b| a.1.cmp(&b.1));
    let form = v.form();
    let local = |at: Option<Moment>| at.map(Moment::to_local_input).unwrap_or_default();
    let fields = view! {
        {ui::hidden("code", code.to_owned())}
        <div class="pair">
            {ui::field(&form, "starts", t!(w, "presentation-starts")).kind("datetime-local").value(local(before.as_ref().map(|it| it.starts))).required().view()}
            {ui::field(&form, "ends", t!(w, "presentation-until")).kind("datetime-local").value(local(before.as_ref().map(|it| it.ends))).required().view()}
        </div>
        {ui::field(&form, "venue", t!(w, "presentation-place")).value(before.as_ref().map(|it| it.venue.clone()).unwrap_or_default()).choices(venues).view()}
        <p class="actions">{ui::send("main", t!(w, "save"))}</p>
    };
    let off = before.map(|_| {
        let inner = view! { {ui::hidden("code", code.to_owned())}{ui::send("quiet", t!(w, "presentation-call-off"))} };
        ui::act(&form, "awards/call-off-presentation", "actions", inner)
    });
    let inner = view! { <p>{t!(w, "presentation-lead")}</p>{ui::act(&form, "awards/present", "stack", fields)}{off} };
    Ok(ui::section(t!(w, "presentation"), None, inner))
}

fn form(v: &Visit, it: Option<Scheme>, presentation: Option<AnyView>) -> Answer<Page> {
    let w = v.w;
    let form = v.form().inside("draft");
    let before = it.as_ref();
    let text = |pick: &dyn Fn(&Scheme) -> String| before.map(pick).unwrap_or_default();
    let both = |name: &str, label: &str, pick: &dyn Fn(&Scheme) -> crate::base::text::Bi, rows: u32| {
        let now = before.map(pick).unwrap_or_default();
        view! { <div class="pair">
            {ui::field(&form, format!("draft[{name}_en]"), t!(w, &format!("{label}-en"))).lang("en-HK").value(now.en).rows(rows).required().view()}
            {ui::field(&form, format!("draft[{name}_zh]"), t!(w, &format!("{label}-zh"))).lang("zh-Hant-HK").value(now.zh).rows(rows).required().view()}
        </div> }
    };
    let moment = |name: &str, label: &str, pick: &dyn Fn(&Scheme) -> String| {
        ui::field(&form, format!("draft[{name}]"), t!(w, label)).kind("datetime-local").value(text(pick)).view()
    };
    let day = |name: &str, label: &str, pick: &dyn Fn(&Scheme) -> String| {
        ui::field(&form, format!("draft[{name}]"), t!(w, label)).kind("date").value(text(pick)).required().view()
    };
    let number = |name: &str, label: &str, pick: &dyn Fn(&Scheme) -> i64, otherwise: i64| {
        let now = before.map_or(otherwise, pick).to_string();
        ui::field(&form, format!("draft[{name}]"), t!(w, label)).kind("number").value(now).required().view()
    };
    let choice = |name: &str, label: &str, group: &str, all: Vec<&'static str>, now: String| {
        let choices = all.into_iter().map(|code| (code.to_owned(), super::word(w, group, code)));
        ui::field(&form, format!("draft[{name}]"), t!(w, label)).choices(choices).value(now).view()
    };
    let awards = (0..AWARDS).map(|i| award_fields(w, &form, i, before.and_then(|it| it.awards.get(i)))).collect_view();
    let ties = TieStep::ALL
        .iter()
        .enumerate()
        .map(|(i, _)| {
            let now = before.map_or(TieStep::ALL.get(i), |it| it.ties.get(i)).map_or("", |step| step.code()).to_owned();
            let choices = std::iter::once((String::new(), t!(w, "none")))
                .chain(TieStep::ALL.iter().map(|step| (step.code().to_owned(), super::word(w, "tie", step.code()))));
            ui::field(&form, format!("draft[ties][{i}]"), t!(w, "setup-tie", n = i + 1)).choices(choices).value(now).view()
        })
        .collect_view();
    let code = match before {
        Some(it) => ui::hidden("draft[code]", it.code.clone()),
        None => ui::field(&form, "draft[code]", t!(w, "setup-code")).hint(t!(w, "setup-code-hint")).required().view(),
    };
    let frozen = before.and_then(|it| it.frozen).map(|since| ui::notice("embargo", t!(w, "setup-frozen", since = w.moment(since))));
    let fields = view! {
        {code}
        {ui::hidden("draft[version]", before.map_or(1, |it| it.version).to_string())}
        {number("edition", "setup-edition", &|it| it.edition, 1)}
        {both("name", "setup-name", &|it| it.name.clone(), 0)}
        {both("eligibility", "setup-eligibility", &|it| it.eligibility.clone(), 2)}
        {both("rules", "setup-rules", &|it| it.rules.clone(), 6)}
        {choice("mode", "setup-mode", "mode", EntryMode::ALL.iter().map(|it| it.code()).collect(), text(&|it| it.mode.code().into()))}
        <fieldset><legend>{t!(w, "scheme-calendar")}</legend>
            <div class="pair">{moment("entry_opens", "scheme-entries-open", &|it| it.entry_opens.to_local_input())}{moment("entry_closes", "scheme-entries-close", &|it| it.entry_closes.to_local_input())}</div>
            {number("grace_minutes", "setup-grace", &|it| it.grace_minutes, 0)}
            <div class="pair">{moment("voting_opens", "scheme-voting-opens", &|it| it.voting_opens.map(|at| at.to_local_input()).unwrap_or_default())}{moment("voting_closes", "scheme-voting-closes", &|it| it.voting_closes.map(|at| at.to_local_input()).unwrap_or_default())}</div>
            <div class="pair">{day("judging_from", "setup-judging-from", &|it| it.judging_from.iso())}{day("judging_to", "setup-judging-to", &|it| it.judging_to.iso())}</div>
            {moment("announce_at", "scheme-announced", &|it| it.announce_at.to_local_input())}
        </fieldset>
        <div class="pair">{number("shortlist", "setup-shortlist", &|it| it.shortlist, 8)}{number("min_judges", "setup-min-judges", &|it| it.min_judges, 3)}</div>
        {choice("combination", "setup-combination", "combination", Combination::ALL.iter().map(|it| it.code()).collect(), text(&|it| it.combination.code().into()))}
        {choice("adjustment", "setup-adjustment", "adjustment", Adjustment::ALL.iter().map(|it| it.code()).collect(), text(&|it| it.adjustment.code().into()))}
        <fieldset><legend>{t!(w, "scheme-ties")}</legend><p class="field__hint">{t!(w, "setup-ties-hint")}</p>{ties}</fieldset>
        {awards}
        <p class="actions">{ui::send("main", t!(w, "save"))}</p>
    };
    let copy = before.map(|it| {
        let form = v.form();
        let fields = view! {
            {ui::hidden("code", it.code.clone())}
            {ui::field(&form, "to", t!(w, "setup-copy-to")).hint(t!(w, "setup-code-hint")).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "setup-copy"))}</p>
        };
        ui::why(t!(w, "setup-copy"), view! { <p>{t!(w, "setup-copy-lead")}</p>{ui::act(&form, "awards/copy", "stack", fields)} })
    });
    let title = before.map_or_else(|| t!(w, "schemes-new"), |it| w.pick(&it.name));
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards")], title.clone())}
        {ui::title(None, title.clone(), Some(t!(w, "setup-lead")))}
        {ui::error_summary(&form)}
        {frozen}
        {ui::act(&form, "awards/set-up", "stack", fields)}
        {presentation}
        {before.and_then(|it| super::simulator::simulator(v, it))}
        {copy}
    };
    Ok(Page::new(title, view).width(Width::Form).hidden())
}

/// One award: its names, how its parts count, and its criteria line by line. Empty ones are left out.
fn award_fields(w: Words, form: &Form, i: usize, it: Option<&Award>) -> AnyView {
    let name = |part: &str| format!("draft[awards][{i}][{part}]");
    let text = |pick: &dyn Fn(&Award) -> String, otherwise: &str| it.map_or_else(|| otherwise.to_owned(), pick);
    let admits = Admits::ALL.iter().map(|it| (it.code().to_owned(), super::word(w, "admits", it.code())));
    let lines = (0..CRITERIA)
        .map(|j| {
            let line = it.and_then(|it| it.criteria.get(j));
            let part = |part: &str| format!("draft[awards][{i}][criteria][{j}][{part}]");
            let now = |pick: &dyn Fn(&Criterion) -> String| line.map(pick).unwrap_or_default();
            view! {
                <div class="criterion">
                    <input type="hidden" name=part("key") value=now(&|it| it.key.clone())/>
                    {ui::field(form, part("name_en"), t!(w, "setup-criterion-en", n = j + 1)).lang("en-HK").value(now(&|it| it.name.en.clone())).view()}
                    {ui::field(form, part("name_zh"), t!(w, "setup-criterion-zh", n = j + 1)).lang("zh-Hant-HK").value(now(&|it| it.name.zh.clone())).view()}
                    {ui::field(form, part("weight"), t!(w, "scheme-weight")).kind("number").value(now(&|it| it.weight.to_string())).view()}
                </div>
            }
        })
        .collect_view();
    let criteria = name("criteria");
    let error = form.error(&criteria).map(|words| view! { <p class="field__error" id=form.id(&criteria)>{words}</p> });
    let typed = form.typed(&name("code")).is_some_and(|it| !it.is_empty());
    view! {
        <details class="why" open=it.is_some() || i == 0 || typed><summary>{t!(w, "setup-award", n = i + 1)}</summary>
            <div class="stack">
                {ui::field(form, name("code"), t!(w, "setup-award-code")).value(text(&|it| it.code.clone(), "")).view()}
                <div class="pair">
                    {ui::field(form, name("name_en"), t!(w, "setup-name-en")).lang("en-HK").value(text(&|it| it.name.en.clone(), "")).view()}
                    {ui::field(form, name("name_zh"), t!(w, "setup-name-zh")).lang("zh-Hant-HK").value(text(&|it| it.name.zh.clone(), "")).view()}
                </div>
                {ui::field(form, name("admits"), t!(w, "setup-admits")).choices(admits).value(text(&|it| it.admits.code().into(), "entered")).view()}
                <div class="pair">
                    {ui::field(form, name("panel_weight"), t!(w, "setup-panel-weight")).kind("number").value(text(&|it| it.panel_weight.to_string(), "100")).view()}
                    {ui::field(form, name("public_weight"), t!(w, "setup-public-weight")).kind("number").value(text(&|it| it.public_weight.to_string(), "0")).view()}
                    {ui::field(form, name("votes_per_ballot"), t!(w, "setup-votes")).kind("number").value(text(&|it| it.votes_per_ballot.to_string(), "1")).view()}
                </div>
                <fieldset><legend>{t!(w, "setup-criteria")}</legend>{error}{lines}</fieldset>
            </div>
        </details>
    }
    .into_any()
}
