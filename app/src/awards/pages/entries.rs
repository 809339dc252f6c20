//! One entry: for everybody as it is shown, for its departments with what they can do, for officers with what was found.

use leptos::prelude::*;

use super::{
    super::{
        acts::find::{self, Shown, Sight},
        rules::{eligibility::CHECKLIST, eligibility::Finding, *},
    },
    entry_chip, is_mine, joined, word,
};
use crate::{
    base::{
        files::FileKind,
        ids::AttachmentId,
        problem::{Answer, Problem},
        roles::{Action, Reach},
        text::Bi,
        time::Moment,
        visit::{Download, Form, Page, Visit},
        words::Words,
    },
    t, ui,
};

pub async fn entry(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let shown = find::entry(&mut v.ctx, &code).await?;
    let names = find::names(&mut v.ctx).await?;
    let (it, scheme) = (&shown.entry, &shown.scheme);
    let name = |organisation: &str| names.get(organisation).cloned().unwrap_or_else(|| Bi::new(organisation, organisation));
    let title = w.pick(&it.texts.title);
    let title = if title.trim().is_empty() { t!(w, "entries-untitled") } else { title };
    let awards: Vec<Bi> = it.awards.iter().filter_map(|code| scheme.award(code)).map(|award| award.name.clone()).collect();
    let mut facts = vec![
        (t!(w, "entries-lead"), ui::text(w.pick(&name(&it.lead)))),
        (t!(w, "entries-awards"), ui::text(joined(w, &awards))),
        (t!(w, "entries-number"), ui::text(it.code.clone())),
    ];
    if !it.partners.is_empty() {
        facts.insert(1, (t!(w, "entries-partners"), partners(w, &shown, &name)));
    }
    if shown.sight >= Sight::Inside {
        facts.extend(inside_facts(w, &shown));
    }
    let back = (t!(w, "schemes-title"), "/awards");
    let scheme_path = format!("/awards/{}", scheme.code);
    let form = v.form();
    let steps = (!shown.steps.is_empty()).then(|| ui::section(t!(w, "entries-history"), None, history(w, &shown)));
    let side = view! {
        <section class="card">
            <p>{entry_chip(w, it.state)}</p>
            {what_next(v, &shown)}
            {(shown.sight >= Sight::Inside).then(|| view! { <p><a href=v.href(&format!("/entries/{code}/dossier"))>{t!(w, "papers-dossier")}</a></p> })}
            {is_mine(shown.mine).then(|| own_actions(v, &form, &shown))}
        </section>
        {(shown.sight == Sight::Officer).then(|| officer_actions(v, &form, &shown))}
    };
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[back, (scheme.code.clone(), &scheme_path)], it.code.clone())}
        <div class="split">
            <div class="split__head">
                {ui::error_summary(&form.returned("form"))}
                {ui::title(Some(w.pick(&scheme.name)), title.clone(), None)}
                {it.reason.as_ref().filter(|_| it.state == EntryState::Ineligible && shown.sight >= Sight::Inside).map(|reason| ui::notice("error", t!(w, "entries-not-eligible", reason = w.pick(reason))))}
                {(it.default_material && shown.sight >= Sight::Inside).then(|| ui::notice("warning", t!(w, "entries-default")))}
            </div>
            <aside class="split__side">{side}</aside>
            <div class="split__main">
                {panel(v, it)}
                {ui::facts(facts)}
                {filed(v, it, shown.sight)}
                {steps}
            </div>
        </div>
    };
    let mut page = Page::new(format!("{code} · {title}"), view);
    page.hidden = shown.sight > Sight::Display;
    Ok(page)
}

/// The entry as the exhibition panel shows it: both languages side by side.
pub(super) fn panel(v: &Visit, it: &Entry) -> AnyView {
    let w = v.w;
    let other = if w.lang.is_chinese() { "en-HK" } else { "zh-Hant-HK" };
    let (title, summary) =
        if w.lang.is_chinese() { (&it.texts.title.en, &it.texts.summary.en) } else { (&it.texts.title.zh, &it.texts.summary.zh) };
    let pictures = it
        .filed(AttachmentKind::Image)
        .map(|file| {
            let (full, small) = (file_href(v, it, file), format!("{}?small=1", file_href(v, it, file)));
            view! { <a class="panel__picture" href=full><img src=small alt=w.pick(&file.title) loading="lazy"/></a> }
        })
        .collect_view();
    view! {
        <article class="panel">
            <div>{ui::paragraphs(&w.pick(&it.texts.summary))}</div>
            <div lang=other><h2>{title.clone()}</h2>{ui::paragraphs(summary)}</div>
            {pictures}
        </article>
    }
    .into_any()
}

fn partners(w: Words, shown: &Shown, name: &impl Fn(&str) -> Bi) -> AnyView {
    let inside = shown.sight >= Sight::Inside;
    let items = shown
        .entry
        .partners
        .iter()
        .map(|it| {
            let agreed = inside.then(|| match it.agreed_at {
                Some(at) => ui::chip("good", t!(w, "entries-agreed", at = w.moment_short(at))),
                None => ui::chip("wait", t!(w, "entries-not-agreed")),
            });
            view! { <li>{w.pick(&name(&it.organisation))}" "{agreed}</li> }
        })
        .collect_view();
    view! { <ul>{items}</ul> }.into_any()
}

/// What only its departments and the officers read.
fn inside_facts(w: Words, shown: &Shown) -> Vec<(String, AnyView)> {
    let it = &shown.entry;
    let mut facts = Vec::new();
    if shown.scheme.mode == EntryMode::Nomination {
        let words = match (&it.endorsement, &shown.endorser) {
            (Some(endorsement), _) => t!(w, "entries-endorsed", post = w.pick(&endorsement.post), day = w.date(endorsement.on)),
            (None, Some((post, name))) => t!(w, "entries-endorsement-asked", post = w.pick(post), name = w.pick(name)),
            (None, None) => t!(w, "entries-endorsement-none"),
        };
        facts.push((t!(w, "entries-endorsement"), ui::text(words)));
    }
    if let Some(at) = it.submitted_at {
        let words = match it.minutes_late {
            0 => t!(w, "entries-receipt", code = it.code.clone(), at = w.moment(at)),
            late => t!(w, "entries-receipt-late", code = it.code.clone(), at = w.moment(at), n = late),
        };
        facts.push((t!(w, "entries-submitted"), ui::text(words)));
    }
    if let Some(until) = it.reopened_until {
        facts.push((t!(w, "entries-reopened"), ui::text(w.moment(until))));
    }
    if let Some(appeal) = &it.appeal {
        facts.push((t!(w, "entries-appeal"), ui::paragraphs(appeal)));
    }
    facts
}

/// Evidence and links: for its departments and officers only. Images are part of the panel.
pub(super) fn filed(v: &Visit, it: &Entry, sight: Sight) -> Option<AnyView> {
    let w = v.w;
    let shown: Vec<&Attachment> =
        it.attachments.iter().filter(|file| sight >= Sight::Inside && file.kind != AttachmentKind::Image).collect();
    if shown.is_empty() {
        return None;
    }
    let items = shown
        .into_iter()
        .map(|file| {
            let kind = t!(w, &format!("awards-filed-{}", file.kind.code()));
            let href = if file.kind == AttachmentKind::Link { file.name.clone() } else { file_href(v, it, file) };
            view! { <li><a href=href rel="noopener noreferrer">{w.pick(&file.title)}</a>" "<span class="quiet">{kind}</span></li> }
        })
        .collect_view();
    Some(ui::section(t!(w, "entries-filed"), None, view! { <ul>{items}</ul> }))
}

/// Where a file of an entry is.
pub(super) fn file_href(v: &Visit, it: &Entry, file: &Attachment) -> String {
    v.href(&format!("/entries/{}/files/{}", it.code, file.id.0))
}

/// A file of an entry, to whoever may see it: pictures of what is on show to everybody, the rest to those inside.
pub async fn entry_file(v: &mut Visit) -> Answer<Download> {
    let (code, id) = (v.param(0).to_owned(), v.param(1).to_owned());
    let small = v.asked("small").is_some();
    let file = find::file(&mut v.ctx, &code, AttachmentId(id.parse().map_err(|_| Problem::unknown())?)).await?;
    let (kind, hash) = match (small, file.thumbnail) {
        (true, Some(thumbnail)) => (FileKind::Jpeg, Some(thumbnail)),
        _ => (FileKind::of_name(&file.name).unwrap_or(FileKind::Pdf), file.hash),
    };
    Ok(Download { name: file.name, kind, hash: hash.ok_or_else(Problem::unknown)?, inline: kind.is_image() })
}

fn history(w: Words, shown: &Shown) -> AnyView {
    let rows = shown
        .steps
        .iter()
        .map(|step| {
            vec![
                ui::moment(w, Moment(step.at)),
                ui::text(t!(w, &format!("awards-step-{}", step.step))),
                ui::text(w.pick(&Bi::new(&step.actor_en, &step.actor_zh))),
                ui::text(w.written(step.reason.as_deref().unwrap_or_default())),
            ]
        })
        .collect();
    let heads = ["entries-when", "entries-what", "entries-by", "entries-why"].map(|key| t!(w, key)).to_vec();
    ui::records(t!(w, "entries-history"), heads, rows)
}

/// What happens next, and until when.
fn what_next(v: &Visit, shown: &Shown) -> AnyView {
    let (w, it, scheme, now) = (v.w, &shown.entry, &shown.scheme, v.ctx.now);
    if shown.sight < Sight::Inside {
        return view! { <p><a href=v.href(&format!("/awards/{}", scheme.code))>{w.pick(&scheme.name)}</a></p> }.into_any();
    }
    let words = t!(w, &format!("awards-next-{}", it.state.code().replace('_', "-")));
    let closes =
        it.state.is_editable().then(|| ui::deadline(w, "schemes-closes-at", it.reopened_until.unwrap_or(scheme.entry_closes), now));
    let appeal = shown.appeal_until.filter(|until| now < *until).map(|until| ui::deadline(w, "entries-appeal-until", until, now));
    view! { <p>{words}</p>{closes}{appeal} }.into_any()
}

/// What its departments and its head can do with it now.
fn own_actions(v: &Visit, form: &Form, shown: &Shown) -> AnyView {
    let (w, it, mine) = (v.w, &shown.entry, shown.mine);
    let code = || ui::hidden("code", it.code.clone());
    let editable = it.state.is_editable();
    let write = (mine.leads && editable).then(|| ui::button("main", v.href(&format!("/entries/{}/edit", it.code)), t!(w, "entries-write")));
    let hand_in = (mine.leads && editable).then(|| {
        let (act, words) =
            if it.state == EntryState::Enrolled { ("awards/confirm", "entries-confirm") } else { ("awards/submit", "entries-submit") };
        let form = form.about("form", "hand-in");
        let fields = view! {
            {code()}{ui::hidden("form", "hand-in")}
            {ui::field(&form, "confirmed", t!(w, "entries-meant-so")).tick()}
            <p class="actions">{ui::send("main", t!(w, words))}</p>
        };
        ui::fold(&form, t!(w, words), view! { <p>{t!(w, &format!("{words}-lead"))}</p>{ui::act(&form, act, "stack", fields)} })
    });
    let ask = (mine.leads && editable && shown.scheme.mode == EntryMode::Nomination).then(|| {
        let form = form.about("form", "ask");
        let fields = view! {
            {code()}{ui::hidden("form", "ask")}
            {ui::field(&form, "email", t!(w, "entries-endorser")).hint(t!(w, "entries-endorser-hint")).kind("email").autocomplete("off").required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "entries-ask"))}</p>
        };
        ui::fold(&form, t!(w, "entries-ask"), ui::act(&form, "awards/ask-endorsement", "stack", fields))
    });
    let endorse = (mine.endorses && editable && it.endorsement.is_none()).then(|| {
        let fields = view! { {code()}{ui::hidden("version", it.version.to_string())}{ui::send("main", t!(w, "entries-endorse"))} };
        view! { <p>{t!(w, "entries-endorse-lead")}</p>{ui::act(form, "awards/endorse", "actions", fields)} }
    });
    let agree = (mine.is_partner && editable).then(|| {
        let yes = view! { {code()}{ui::hidden("yes", "yes")}{ui::send("main", t!(w, "entries-agree"))} };
        let no = view! { {code()}{ui::send("quiet", t!(w, "entries-leave"))} };
        view! { <p>{t!(w, "entries-agree-lead")}</p>{ui::act(form, "awards/agree", "actions", yes)}{ui::act(form, "awards/agree", "actions", no)} }
    });
    let withdrawable = it.withdraw(shown.scheme.mode).is_ok();
    let withdraw = (mine.leads && withdrawable).then(|| {
        let fields = view! { {code()}<p class="actions">{ui::send("stop", t!(w, "entries-withdraw"))}</p> };
        ui::confirm(t!(w, "entries-withdraw"), t!(w, "entries-withdraw-loss"), ui::act(form, "awards/withdraw", "stack", fields))
    });
    let appeal = (mine.leads && shown.appeal_until.is_some_and(|until| v.ctx.now < until)).then(|| {
        let form = form.about("form", "appeal");
        let fields = view! {
            {code()}{ui::hidden("form", "appeal")}
            {ui::field(&form, "words", t!(w, "entries-appeal-words")).hint(t!(w, "entries-appeal-hint")).rows(5).limit(2000).required().view()}
            <p class="actions">{ui::send("main", t!(w, "entries-appeal-send"))}</p>
        };
        ui::fold(&form, t!(w, "entries-appeal-send"), ui::act(&form, "awards/appeal", "stack", fields))
    });
    view! { {write.map(|it| view! { <p class="actions">{it}</p> })}{endorse}{agree}{ask}{hand_in}{appeal}{withdraw} }.into_any()
}

/// What officers found, and what they can do.
fn officer_actions(v: &Visit, form: &Form, shown: &Shown) -> AnyView {
    let (w, it) = (v.w, &shown.entry);
    let me = v.me().map(|me| me.id);
    let may = v.ctx.viewer.reach(Action::Shortlist) == Reach::All;
    let code = || ui::hidden("code", it.code.clone());
    let likest = (!shown.likest.is_empty()).then(|| {
        let items = shown
            .likest
            .iter()
            .map(|(code, percent)| view! { <li><a href=v.href(&format!("/entries/{code}"))>{code.clone()}</a>" "{t!(w, "officer-alike", n = *percent)}</li> })
            .collect_view();
        view! { <h3>{t!(w, "officer-likest")}</h3><ul>{items}</ul> }
    });
    let checked = shown.checked.checks.iter().any(|check| Some(check.by) == me);
    let check = (may && it.state == EntryState::Submitted && !checked && shown.checked.checks.len() < 2).then(|| check_form(w, form, it));
    let rule = (may && matches!(shown.finding, Finding::Disputed { .. }) && !checked).then(|| {
        let choice = |value: &'static str, kind: &'static str, key: &str| {
            ui::act(form, "awards/rule", "actions", view! { {code()}{ui::hidden("eligible", value)}{ui::send(kind, t!(w, key))} })
        };
        view! { <p>{t!(w, "officer-rule-lead")}</p>{choice("yes", "main", "officer-rule-yes")}{choice("no", "quiet", "officer-rule-no")} }
    });
    let refuse = (may && it.state == EntryState::Submitted && shown.finding.eligible() == Some(false)).then(|| {
        let form = form.about("form", "refuse");
        let fields = view! {
            {code()}{ui::hidden("form", "refuse")}
            {ui::field(&form, "reason_en", t!(w, "officer-reason-en")).lang("en-HK").rows(2).limit(2000).required().view()}
            {ui::field(&form, "reason_zh", t!(w, "officer-reason-zh")).lang("zh-Hant-HK").rows(2).limit(2000).required().view()}
            <p class="actions">{ui::send("stop", t!(w, "officer-refuse"))}</p>
        };
        view! { <p>{t!(w, "officer-refuse-lead")}</p>{ui::act(&form, "awards/refuse", "stack", fields)} }
    });
    let give_back = (may && it.state == EntryState::Submitted).then(|| {
        let form = form.about("form", "give-back");
        let fields = view! {
            {code()}{ui::hidden("form", "give-back")}
            {ui::field(&form, "comment", t!(w, "officer-comment")).hint(t!(w, "officer-comment-hint")).rows(3).limit(2000).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "officer-give-back"))}</p>
        };
        ui::fold(&form, t!(w, "officer-give-back"), ui::act(&form, "awards/give-back", "stack", fields))
    });
    let reopen = (may && it.state.is_editable()).then(|| {
        let form = form.about("form", "reopen");
        let fields = view! {
            {code()}{ui::hidden("form", "reopen")}
            {ui::field(&form, "until", t!(w, "officer-until")).kind("datetime-local").required().view()}
            {ui::field(&form, "reason", t!(w, "officer-reason")).rows(2).limit(500).required().view()}
            <p class="actions">{ui::send("quiet", t!(w, "officer-reopen"))}</p>
        };
        ui::fold(&form, t!(w, "officer-reopen"), ui::act(&form, "awards/reopen", "stack", fields))
    });
    let visit = (may && it.state.is_live()).then(|| {
        let form = form.about("form", "visit");
        let fields = view! {
            {code()}{ui::hidden("form", "visit")}
            {ui::field(&form, "note", t!(w, "officer-visit")).hint(t!(w, "officer-visit-hint")).value(it.visit_note.clone()).rows(3).limit(2000).view()}
            <p class="actions">{ui::send("quiet", t!(w, "save"))}</p>
        };
        ui::fold(&form, t!(w, "officer-visit"), ui::act(&form, "awards/note-visit", "stack", fields))
    });
    let appeal = (may && it.appeal_open).then(|| {
        let form = form.about("form", "answer");
        let choices =
            [("yes", "officer-appeal-allow"), ("no", "officer-appeal-dismiss")].map(|(value, key)| (value.to_owned(), t!(w, key)));
        let fields = view! {
            {code()}{ui::hidden("form", "answer")}
            {ui::field(&form, "allow", t!(w, "officer-appeal")).choices(choices).view()}
            {ui::field(&form, "reason", t!(w, "officer-reason")).rows(3).limit(2000).required().view()}
            <p class="actions">{ui::send("main", t!(w, "officer-appeal-send"))}</p>
        };
        ui::act(&form, "awards/answer-appeal", "stack", fields)
    });
    let chair = v.ctx.viewer.reach(Action::Deliberate) == Reach::All;
    let disqualify = (chair && it.state.next().contains(&EntryState::Disqualified)).then(|| {
        let form = form.about("form", "disqualify");
        let fields = view! {
            {code()}{ui::hidden("form", "disqualify")}
            {ui::field(&form, "reason", t!(w, "officer-reason")).rows(3).limit(2000).required().view()}
            <p class="actions">{ui::send("stop", t!(w, "officer-disqualify"))}</p>
        };
        ui::confirm(t!(w, "officer-disqualify"), t!(w, "officer-disqualify-loss"), ui::act(&form, "awards/disqualify", "stack", fields))
    });
    view! {
        <section class="card">
            <h2>{t!(w, "officer-title")}</h2>
            <p>{finding_words(w, &shown.finding, it.state)}</p>
            {likest}{check}{rule}{refuse}{appeal}{give_back}{reopen}{visit}{disqualify}
            <p><a href=v.href(&format!("/awards/{}/desk", it.scheme))>{t!(w, "desk-scheme")}</a></p>
        </section>
    }
    .into_any()
}

/// The checklist of one officer.
fn check_form(w: Words, form: &Form, it: &Entry) -> AnyView {
    let form = form.about("form", "check");
    let questions = CHECKLIST
        .iter()
        .enumerate()
        .map(|(i, question)| {
            let name = format!("yes[{i}]");
            let id = form.id(&name);
            let ticked = form.typed(&name).is_some_and(|typed| !typed.is_empty());
            view! {
                <div class="field field--tick"><input type="checkbox" id=id.clone() name=name value=*question checked=ticked/>
                <label for=id>{t!(w, &format!("awards-check-{}", question.replace('_', "-")))}</label></div>
            }
        })
        .collect_view();
    let fields = view! {
        {ui::hidden("code", it.code.clone())}{ui::hidden("form", "check")}
        <fieldset><legend>{t!(w, "officer-checklist")}</legend>{questions}</fieldset>
        {ui::field(&form, "mark", t!(w, "officer-mark")).hint(t!(w, "officer-mark-hint")).required().view()}
        <p class="actions">{ui::send("main", t!(w, "officer-check"))}</p>
    };
    ui::act(&form, "awards/check", "stack", fields)
}

/// What the checks say together, in words.
pub(super) fn finding_words(w: Words, finding: &Finding, state: EntryState) -> String {
    if !matches!(state, EntryState::Submitted) {
        return word(w, "entry", state.code());
    }
    match finding {
        Finding::Waiting { officers } => t!(w, "officer-waiting", n = *officers),
        Finding::Agreed { eligible: true } | Finding::Ruled { eligible: true } => t!(w, "officer-agreed-yes"),
        Finding::Agreed { .. } | Finding::Ruled { .. } => t!(w, "officer-agreed-no"),
        Finding::Disputed { questions } => {
            let said: Vec<String> = questions.iter().map(|it| t!(w, &format!("awards-check-{}", it.replace('_', "-")))).collect();
            t!(w, "officer-disputed", questions = said.join(" "))
        }
    }
}
