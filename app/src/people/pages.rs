//! Signing in, one's account, and the directory.

use leptos::prelude::*;

use super::acts;
use crate::{
    base::{
        problem::Answer,
        text::Lang,
        visit::{Page, Visit, Width},
    },
    t, ui,
};

pub async fn sign_in(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let next = v.asked("next").unwrap_or("").to_owned();
    let personas = if v.ctx.site.settings.demo { acts::personas(&mut v.ctx).await? } else { Vec::new() };
    let form = v.form();
    let fields = view! {
        {ui::hidden("next", next.clone())}
        {ui::field(&form, "email", t!(w, "people-email")).kind("email").autocomplete("username").required().view()}
        {ui::field(&form, "password", t!(w, "people-password")).kind("password").autocomplete("current-password").required().view()}
        <p class="actions">{ui::send("main", t!(w, "people-sign-in"))} <a href=v.href("/password")>{t!(w, "people-forgot")}</a></p>
    };
    let one_click = (!personas.is_empty()).then(|| {
        let items = personas
            .into_iter()
            .map(|(name, person, post, organisation)| {
                let inner = view! {
                    {ui::hidden("persona", name.clone())}
                    {ui::hidden("next", next.clone())}
                    <button class="persona"><b>{name.clone()}</b><span>{w.pick(&person)}", "{w.pick(&post)}", "{organisation}</span></button>
                };
                view! { <li>{ui::act(&form, "people/sign-in-as", "", inner)}</li> }
            })
            .collect_view();
        ui::section(t!(w, "people-personas"), None, view! { <p class="quiet">{t!(w, "people-personas-lead")}</p><ul class="personas">{items}</ul> })
    });
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "people-sign-in"), Some(t!(w, "people-sign-in-lead")))}
        {ui::error_summary(&form)}
        {ui::act(&form, "people/sign-in", "stack", fields)}
        {one_click}
    };
    Ok(Page::new(t!(w, "people-sign-in"), view).width(Width::Form).hidden())
}

pub async fn forget_password(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let form = v.form();
    let fields = view! {
        {ui::field(&form, "email", t!(w, "people-email")).kind("email").autocomplete("username").required().view()}
        <p class="actions">{ui::send("main", t!(w, "people-send-link"))}</p>
    };
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "people-sign-in"), "/sign-in")], t!(w, "people-forgot"))}
        {ui::title(None, t!(w, "people-forgot"), Some(t!(w, "people-forgot-lead")))}
        {ui::error_summary(&form)}
        {ui::act(&form, "people/forget-password", "stack", fields)}
    };
    Ok(Page::new(t!(w, "people-forgot"), view).width(Width::Form).hidden())
}

pub async fn choose_password(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let token = v.param(0).to_owned();
    if !acts::link_works(&mut v.ctx, &token).await? {
        return Err(crate::base::problem::Problem::closed("people-link-lapsed"));
    }
    let form = v.form();
    let fields = view! {
        {ui::hidden("token", token)}
        {ui::field(&form, "password", t!(w, "people-new-password")).hint(t!(w, "people-password-hint")).kind("password").autocomplete("new-password").required().view()}
        <p class="actions">{ui::send("main", t!(w, "people-choose"))}</p>
    };
    let view = view! {
        {ui::title(None, t!(w, "people-choose"), None)}
        {ui::error_summary(&form)}
        {ui::act(&form, "people/choose-password", "stack", fields)}
    };
    Ok(Page::new(t!(w, "people-choose"), view).width(Width::Form).hidden())
}

pub async fn account(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let me = v.ctx.me()?;
    let now = v.ctx.now;
    let organisation = acts::organisation(&mut v.ctx, &me.organisation).await?;
    let sessions = acts::my_sessions(&mut v.ctx).await?;
    let form = v.form();
    let facts = ui::facts(vec![
        (t!(w, "people-name"), ui::text(w.pick(&me.name))),
        (t!(w, "people-email"), ui::text(me.email.clone())),
        (t!(w, "people-post"), ui::text(w.pick(&me.post_title))),
        (t!(w, "people-organisation"), ui::text(w.pick(&organisation.name))),
    ]);
    let choices = [(Lang::En, "English"), (Lang::Tc, "繁體中文"), (Lang::Sc, "简体中文")]
        .map(|(lang, words)| (lang.path().to_owned(), words.to_owned()));
    let languages = view! {
        {ui::field(&form, "language", t!(w, "people-language")).hint(t!(w, "people-language-hint")).value(me.lang.path()).choices(choices).view()}
        <p class="actions">{ui::send("quiet", t!(w, "save"))}</p>
    };
    let rows = sessions
        .into_iter()
        .map(|(device, seen, this)| {
            let device = if device.is_empty() { t!(w, "people-device-unknown") } else { device };
            vec![ui::text(device), ui::text(if this { t!(w, "people-this-device") } else { w.distance(seen, now) })]
        })
        .collect();
    let password = view! {
        {ui::field(&form, "current", t!(w, "people-current-password")).kind("password").autocomplete("current-password").required().view()}
        {ui::field(&form, "password", t!(w, "people-new-password")).hint(t!(w, "people-password-hint")).kind("password").autocomplete("new-password").required().view()}
        <p class="actions">{ui::send("main", t!(w, "people-change-password"))}</p>
    };
    let busy = acts::busy(&mut v.ctx).await?;
    let kept = match busy.first() {
        Some((from, _)) => view! { <p>{t!(w, "busy-kept", n = busy.len(), from = w.moment_short(*from))}</p> }.into_any(),
        None => ().into_any(),
    };
    let forget = (!busy.is_empty()).then(|| ui::act(&form, "people/forget-busy", "actions", ui::send("quiet", t!(w, "busy-forget"))));
    let file = view! {
        {ui::field(&form, "file", t!(w, "venues-import-file")).hint(t!(w, "busy-hint")).rows(6).required().view()}
        {ui::field(&form, "looked", t!(w, "busy-looked")).tick()}
        <p class="actions">{ui::send("quiet", t!(w, "busy-import"))}</p>
    };
    let view = view! {
        {ui::done(v)}
        {ui::title(None, t!(w, "people-account"), None)}
        {ui::error_summary(&form)}
        {facts}
        {ui::section(t!(w, "people-language"), None, ui::act(&form, "people/choose-language", "stack", languages))}
        <p><a href=v.href("/account/letters")>{t!(w, "letters-own")}</a></p>
        {ui::section(t!(w, "busy"), None, view! { {kept}{ui::act(&form, "people/busy", "stack", file)}{forget} })}
        {ui::section(t!(w, "people-change-password"), None, ui::act(&form, "people/change-password", "stack", password))}
        {ui::section(t!(w, "people-sessions"), None, view! {
            {ui::records(t!(w, "people-sessions-caption"), vec![t!(w, "people-device"), t!(w, "people-seen")], rows)}
            {ui::act(&form, "people/sign-out-everywhere", "actions", ui::send("quiet", t!(w, "people-sign-out-everywhere")))}
        })}
    };
    Ok(Page::new(t!(w, "people-account"), view).width(Width::Form).hidden())
}

pub async fn directory(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let search = v.asked("q").unwrap_or("").to_owned();
    let entries = acts::directory(&mut v.ctx, &search).await?;
    let count = t!(w, "people-count", n = entries.len());
    let rows = entries
        .into_iter()
        .map(|e| {
            let roles: Vec<String> = e.roles.each().map(|role| t!(w, &format!("role-{}", role.code().to_lowercase()))).collect();
            vec![
                ui::text(w.pick(&e.name)),
                ui::text(w.pick(&e.post)),
                ui::text(e.organisation),
                ui::text(e.email),
                ui::text(roles.join(", ")),
            ]
        })
        .collect();
    let heads = ["people-name", "people-post", "people-organisation", "people-email", "people-roles"].map(|key| t!(w, key)).to_vec();
    let view = view! {
        {ui::title(None, t!(w, "people-directory"), Some(t!(w, "people-directory-lead")))}
        <form class="filters" method="get" role="search">
            <label class="filters__one filters__wide"><span>{t!(w, "search-label")}</span><input type="search" name="q" value=search/></label>
            <button class="button" data-kind="quiet">{t!(w, "search-button")}</button>
        </form>
        <p class="count" role="status">{count}</p>
        {ui::records(t!(w, "people-directory"), heads, rows)}
    };
    Ok(Page::new(t!(w, "people-directory"), view).hidden())
}
