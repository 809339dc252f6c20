//! Writing an entry: words in both languages, awards, partners, links. Two people may write at once; nobody's words are lost.

use leptos::prelude::*;

use super::super::{
    acts::find,
    rules::{
        texts::{Merge, SUMMARY_CHARACTERS, SUMMARY_WORDS, TITLE_CHARACTERS, TITLE_WORDS, Texts},
        *,
    },
};
use crate::{
    base::{
        count::Measure,
        problem::{Answer, Problem},
        text::Bi,
        visit::{Form, Page, Visit, Width},
    },
    people, t, ui,
};

/// Departments that may join an entry: so many rows are on the form.
const PARTNER_ROWS: usize = 3;

pub async fn edit_entry(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let shown = find::entry(&mut v.ctx, &code).await?;
    let (it, scheme) = (shown.entry, shown.scheme);
    if !shown.mine.leads {
        return Err(Problem::unknown());
    }
    it.may_write()?;
    scheme.entry_window(v.ctx.now, it.reopened_until)?;
    let me = v.ctx.me()?.id;
    let conflict = conflict(v, &it).await?;
    let form = v.form().inside("entry");
    let organisations = people::acts::organisations(&mut v.ctx).await?;
    let nomination = scheme.mode == EntryMode::Nomination;
    let texts = [
        ("title_en", "field-title-en", &it.texts.title.en, TITLE_WORDS, 0),
        ("title_zh", "field-title-zh", &it.texts.title.zh, TITLE_CHARACTERS, 0),
        ("summary_en", "field-summary-en", &it.texts.summary.en, SUMMARY_WORDS, 6),
        ("summary_zh", "field-summary-zh", &it.texts.summary.zh, SUMMARY_CHARACTERS, 6),
    ]
    .map(|(field, label, text, limit, rows)| {
        let english = field.ends_with("_en");
        let (measure, key) = if english { (Measure::Words, "write-words") } else { (Measure::Characters, "write-characters") };
        let counted = t!(w, key, n = "%n", limit = limit);
        let theirs = conflict.iter().find(|(name, merge)| *name == field && *merge == Merge::Both).map(|_| {
            view! { <div class="notice" data-kind="warning"><p>{t!(w, "write-theirs")}</p><blockquote class="theirs">{text.clone()}</blockquote></div> }
        });
        view! {
            {theirs}
            {ui::field(&form, format!("entry[{field}]"), t!(w, label)).counted(measure, limit, counted).lang(if english { "en-HK" } else { "zh-Hant-HK" }).value(text.clone()).rows(rows).view()}
        }
    });
    let awards = nomination.then(|| {
        let choices = scheme.entered_awards().map(|award| (award.code.clone(), w.pick(&award.name))).collect();
        ui::ticks(&form, "entry[awards]", t!(w, "entries-awards"), None, choices, &it.awards)
    });
    let partners = nomination.then(|| {
        let choices: Vec<(String, String)> = std::iter::once((String::new(), t!(w, "none")))
            .chain(organisations.iter().filter(|o| o.code != it.lead).map(|o| (o.code.clone(), format!("{} {}", o.code, w.pick(&o.name)))))
            .collect();
        let rows = (0..PARTNER_ROWS.max(it.partners.len() + 1))
            .map(|i| {
                let now = it.partners.get(i).map(|partner| partner.organisation.clone()).unwrap_or_default();
                ui::field(&form, format!("entry[partners][{i}]"), t!(w, "write-partner", n = i + 1)).choices(choices.clone()).value(now).view()
            })
            .collect_view();
        view! { <fieldset><legend>{t!(w, "entries-partners")}</legend><p class="field__hint">{t!(w, "write-partners-hint")}</p>{rows}</fieldset> }
    });
    let fields = view! {
        {ui::hidden("entry[code]", code.clone())}
        {ui::hidden("entry[version]", it.version.to_string())}
        {ui::hidden("entry[base_awards]", begun(&form, "entry[base_awards]", it.awards.join(" ")))}
        {ui::hidden("entry[base_partners]", begun(&form, "entry[base_partners]", it.partners.iter().map(|it| it.organisation.as_str()).collect::<Vec<_>>().join(" ")))}
        {texts.into_iter().collect_view()}
        {awards}
        {partners}
        <p class="actions">{ui::send("main", t!(w, "save"))}{ui::button("plain", v.href(&format!("/entries/{code}")), t!(w, "write-to-entry"))}</p>
    };
    let warning = it.endorsement.is_some().then(|| ui::notice("warning", t!(w, "write-voids")));
    let title = t!(w, "write-title");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards"), (it.code.clone(), &format!("/entries/{code}"))], title.clone())}
        {ui::title(Some(w.pick(&scheme.name)), title.clone(), Some(t!(w, "write-lead")))}
        {ui::error_summary(&form)}
        {ui::deadline(w, "schemes-closes-at", it.reopened_until.unwrap_or(scheme.entry_closes), v.ctx.now)}
        {warning}
        {ui::kept_form(w, format!("{code}-{}", me.0), v.href(&format!("/entries/{code}?done=saved")), ui::act(&form, "awards/save", "stack", fields))}
        {ui::section(t!(w, "entries-filed"), None, attachments(v, &it))}
    };
    Ok(Page::new(format!("{title} · {code}"), view).width(Width::Form).hidden().keeps())
}

/// The choices the page began with: when it comes back refused, still those of its first showing.
fn begun(form: &Form, name: &str, now: String) -> String {
    form.typed(name).unwrap_or(now)
}

/// Where this form comes back because somebody else wrote meanwhile: what became of each field. Fields that only the other one
/// changed show the other's words, so that saving again keeps them.
async fn conflict(v: &mut Visit, it: &Entry) -> Answer<Vec<(&'static str, Merge)>> {
    let Some(echo) = v.echo.clone() else { return Ok(Vec::new()) };
    let typed = |field: &str| echo.typed.get(&format!("entry[{field}]")).cloned().unwrap_or_default();
    let Ok(based_on) = typed("version").parse::<i64>() else { return Ok(Vec::new()) };
    let mine = Texts { title: Bi::new(typed("title_en"), typed("title_zh")), summary: Bi::new(typed("summary_en"), typed("summary_zh")) };
    let Some(outcome) = find::conflict(&mut v.ctx, it, based_on, &mine).await? else { return Ok(Vec::new()) };
    let theirs = it.texts.fields();
    if let Some(echo) = &mut v.echo {
        for (i, (field, merge)) in outcome.iter().enumerate() {
            if *merge == Merge::Theirs {
                echo.typed.insert(format!("entry[{field}]"), theirs[i].1.to_owned());
            }
        }
    }
    Ok(outcome.to_vec())
}

/// What is filed, and the form for one more link.
fn attachments(v: &Visit, it: &Entry) -> AnyView {
    let w = v.w;
    let items = it
        .attachments
        .iter()
        .map(|file| {
            let id = file.id.0.to_string();
            let form = v.form().about("id", &id);
            let describe = view! {
                {ui::hidden("code", it.code.clone())}{ui::hidden("id", id.clone())}
                <div class="pair">
                    {ui::field(&form, "title_en", t!(w, "write-what-en")).lang("en-HK").value(file.title.en.clone()).limit(200).view()}
                    {ui::field(&form, "title_zh", t!(w, "write-what-zh")).lang("zh-Hant-HK").value(file.title.zh.clone()).limit(200).view()}
                </div>
                <p class="actions">{ui::send("quiet", t!(w, "save"))}</p>
            };
            let detach =
                view! { {ui::hidden("code", it.code.clone())}{ui::hidden("id", id.clone())}{ui::send("plain", t!(w, "write-detach"))} };
            let kind = t!(w, &format!("awards-filed-{}", file.kind.code()));
            view! {
                <li class="attachment"><p><b>{file.name.clone()}</b>" "<span class="quiet">{kind}</span></p>
                {ui::act(&form, "awards/describe", "stack", describe)}{ui::act(&form, "awards/detach", "actions", detach)}</li>
            }
        })
        .collect_view();
    let link_form = v.form().about("form", "link");
    let link = view! {
        {ui::hidden("code", it.code.clone())}{ui::hidden("form", "link")}
        {ui::field(&link_form, "name", t!(w, "write-link")).hint(t!(w, "write-link-hint")).kind("url").limit(500).required().view()}
        <div class="pair">
            {ui::field(&link_form, "title_en", t!(w, "write-what-en")).lang("en-HK").limit(200).required().view()}
            {ui::field(&link_form, "title_zh", t!(w, "write-what-zh")).lang("zh-Hant-HK").limit(200).required().view()}
        </div>
        <p class="actions">{ui::send("quiet", t!(w, "write-link-send"))}</p>
    };
    let form = v.form().about("form", "attach");
    let kinds = if it.state == EntryState::Enrolled {
        [AttachmentKind::Image, AttachmentKind::Pledge]
    } else {
        [AttachmentKind::Evidence, AttachmentKind::Image]
    };
    let kinds = kinds.map(|kind| (kind.code().to_owned(), t!(w, &format!("awards-filed-{}", kind.code()))));
    let file = view! {
        {ui::hidden("code", it.code.clone())}{ui::hidden("form", "attach")}
        {ui::field(&form, "kind", t!(w, "write-kind")).choices(kinds).view()}
        <div class="pair">
            {ui::field(&form, "title_en", t!(w, "write-what-en")).hint(t!(w, "write-what-hint")).lang("en-HK").limit(200).required().view()}
            {ui::field(&form, "title_zh", t!(w, "write-what-zh")).hint(t!(w, "write-what-hint")).lang("zh-Hant-HK").limit(200).required().view()}
        </div>
        {ui::field(&form, "file", t!(w, "write-file")).hint(t!(w, "write-file-hint")).file("application/pdf,image/jpeg,image/png").required().view()}
        <p class="actions">{ui::send("main", t!(w, "write-file-send"))}</p>
    };
    let none = it.attachments.is_empty().then(|| view! { <p class="quiet">{t!(w, "write-none-filed")}</p> });
    view! { {none}<ul class="attachments">{items}</ul>{ui::section(t!(w, "write-file-send"), None, ui::upload(&form, "awards/attach", "stack", file))}{ui::section(t!(w, "write-link-send"), None, ui::act(&link_form, "awards/link", "stack", link))} }.into_any()
}
