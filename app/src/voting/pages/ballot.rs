//! The ballot on a visitor's own phone: code, one award after the other, review, receipt. Plain forms; script only reads the code
//! of a scanned slip off the address, where the server never sees it.

use leptos::prelude::*;

use super::super::{
    acts::{
        self,
        phone::{self, Booth},
    },
    rules::{ballot::spoken_receipt, *},
};
use crate::{
    base::{
        problem::{Answer, Problem},
        visit::{Page, Reply, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// The ballot that is open on this phone.
fn booth(v: &Visit) -> Option<Booth> {
    Booth::open(&v.ctx.site, v.caller.cookie(phone::COOKIE)?, v.ctx.now)
}

/// What is promised, and what is not.
fn promises(w: Words) -> AnyView {
    view! { <section class="card"><h2>{t!(w, "vote-promise-title")}</h2><p>{t!(w, "vote-promise")}</p></section> }.into_any()
}

/// Where the slip's code is typed.
pub async fn vote(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let form = v.form();
    let open = super::super::acts::find::open_now(&mut v.ctx).await?;
    let now = match &open {
        Some((shown, day)) => ui::notice("status", t!(w, "vote-open-at", stop = w.pick(&shown.stop.name), closes = w.time(day.closes))),
        None => ui::notice("warning", t!(w, "vote-closed-now")),
    };
    let fields = view! {
        {ui::field(&form, "code", t!(w, "vote-code")).hint(t!(w, "vote-code-hint")).autocomplete("off").required().view()}
        <p class="actions">{ui::send("main", t!(w, "vote-begin"))}</p>
    };
    let going = booth(v).filter(|it| it.receipt.is_none()).map(|_| {
        view! { <p class="actions">{ui::button("quiet", v.href("/vote/1"), t!(w, "vote-go-on"))}</p> }
    });
    let slip = (v.ctx.site.settings.demo && open.is_some())
        .then(|| ui::act(&form, "voting/demo-slip", "actions", ui::send("quiet", t!(w, "vote-demo-slip"))));
    let view = view! {
        {ui::error_summary(&form)}
        {ui::title(None, t!(w, "vote-title"), Some(t!(w, "vote-lead")))}
        {now}
        {going}
        {ui::act(&form, "voting/begin", "stack vote__code", fields)}
        {slip}
        {promises(w)}
        <p class="actions">{ui::button("plain", v.href("/exhibitions"), t!(w, "stops-title"))}</p>
    };
    Ok(Page::new(t!(w, "vote-title"), view).width(Width::Form).script(SCANNED))
}

/// Takes the code of a scanned slip from behind the `#`, and the `#` off the address.
const SCANNED: &str = "const field=document.querySelector('input[name=code]');\
    if(location.hash.length>1&&field){field.value=decodeURIComponent(location.hash.slice(1));history.replaceState(null,'',location.pathname)}";

/// One page of the ballot: `1`, `2` …, then `review`, then `receipt`.
pub async fn ballot(v: &mut Visit) -> Answer<Reply> {
    let Some(booth) = booth(v) else {
        return Ok(Reply::Go(v.href("/vote")));
    };
    let step = v.param(0).to_owned();
    if let Some(receipt) = booth.receipt.clone() {
        return if step == "receipt" { Ok(receipt_page(v, &booth, &receipt).into()) } else { Ok(Reply::Go(v.href("/vote/receipt"))) };
    }
    let paper = acts::ballot_paper(&mut v.ctx, &booth.scheme).await?;
    let count = paper.awards.len();
    match step.parse::<usize>() {
        Ok(n) if (1..=count).contains(&n) => Ok(award_page(v, &booth, &paper, n).into()),
        Ok(n) if n == count + 1 => Ok(review_page(v, &booth, &paper).into()),
        _ if step == "review" => Ok(review_page(v, &booth, &paper).into()),
        _ if step == "receipt" => Ok(Reply::Go(v.href("/vote/review"))),
        _ => Err(Problem::unknown()),
    }
}

/// The frame of every step: large type on wish, how long the ballot stays open.
fn frame(v: &Visit, booth: &Booth, heading: String, inner: AnyView) -> Page {
    let w = v.w;
    let form = v.form();
    let words = if booth.large { t!(w, "vote-usual-type") } else { t!(w, "vote-large-type") };
    let size = ui::act(&form, "voting/size", "vote__size", ui::send("quiet", words));
    let leave = ui::act(&form, "voting/leave", "vote__size", ui::send("plain", t!(w, "vote-leave")));
    let view = view! {
        <div class="vote" data-size=booth.large.then_some("large")>
            <div class="vote__bar">{size}{leave}</div>
            {inner}
        </div>
    };
    Page::new(heading, view).width(Width::Read).hidden()
}

fn award_page(v: &Visit, booth: &Booth, paper: &BallotPaper, n: usize) -> Page {
    let w = v.w;
    let form = v.form();
    let Some(award) = paper.awards.get(n - 1) else { return frame(v, booth, String::new(), ().into_any()) };
    let heading = match award.votes {
        1 => t!(w, "vote-choose-one", award = w.pick(&award.name)),
        most => t!(w, "vote-choose-some", award = w.pick(&award.name), most = most),
    };
    let chosen = booth.cast.choices.get(&award.code).cloned().unwrap_or_default();
    let kind = if award.votes == 1 { "radio" } else { "checkbox" };
    let cards = ballot::order(booth.cast.seed, &award.code, award.entries.len())
        .into_iter()
        .filter_map(|at| award.entries.get(at).map(|entry| (at, entry)))
        .map(|(at, entry)| {
            let checked = chosen.contains(&entry.code);
            let name = if award.votes == 1 { "chosen[0]".to_owned() } else { format!("chosen[{at}]") };
            view! {
                <li><label class="choice">
                    <input type=kind name=name value=entry.code.clone() checked=checked/>
                    <span><b>{w.pick(&entry.title)}</b><span class="choice__of">{w.pick(&entry.department)}</span>
                    <span class="choice__words">{w.pick(&entry.summary)}</span></span>
                </label></li>
            }
        })
        .collect_view();
    let error = form.errors().first().map(|_| ui::error_summary(&form));
    let inner = view! {
        {ui::hidden("step", n.to_string())}{ui::hidden("award", award.code.clone())}
        <ul class="choices">{cards}</ul>
        <div class="vote__next">
            <p class="quiet">{t!(w, "vote-order")}</p>
            <button class="button" data-kind="quiet" name="skip" value="yes">{t!(w, "vote-skip")}</button>
            {ui::send("main", t!(w, "vote-next"))}
        </div>
    };
    let back = (n > 1).then(|| ui::button("plain", v.href(&format!("/vote/{}", n - 1)), t!(w, "vote-back")));
    let view = view! {
        {error}
        {ui::title(Some(t!(w, "vote-step", scheme = w.pick(&paper.name), n = n, of = paper.awards.len())), heading.clone(), None)}
        {ui::act(&form, "voting/choose", "stack", inner)}
        {back}
    };
    frame(v, booth, heading, view.into_any())
}

fn review_page(v: &Visit, booth: &Booth, paper: &BallotPaper) -> Page {
    let w = v.w;
    let form = v.form();
    let rows = (1..)
        .zip(&paper.awards)
        .map(|(n, award)| {
            let chosen = booth.cast.choices.get(&award.code).cloned().unwrap_or_default();
            let named: Vec<AnyView> = chosen
                .iter()
                .filter_map(|code| award.entries.iter().find(|it| it.code == *code))
                .map(|it| view! { <p><b>{w.pick(&it.title)}</b><br/>{w.pick(&it.department)}</p> }.into_any())
                .collect();
            let none = named.is_empty().then(|| view! { <p class="quiet">{t!(w, "vote-none")}</p> });
            let change = t!(w, "vote-change", award = w.pick(&award.name));
            (w.pick(&award.name), view! { {named}{none}{ui::button("plain", v.href(&format!("/vote/{n}")), change)} }.into_any())
        })
        .collect();
    let view = view! {
        {ui::error_summary(&form)}
        {ui::title(Some(w.pick(&paper.name)), t!(w, "vote-review"), Some(t!(w, "vote-review-lead")))}
        {ui::facts(rows)}
        {ui::act(&form, "voting/send", "actions", ui::send("main", t!(w, "vote-send")))}
        {promises(w)}
    };
    frame(v, booth, t!(w, "vote-review"), view.into_any())
}

fn receipt_page(v: &Visit, booth: &Booth, receipt: &acts::cast::Receipt) -> Page {
    let w = v.w;
    let address =
        format!("{}{}#receipt={}", v.ctx.site.settings.public_url, v.href(&format!("/voting/{}/recount", booth.scheme)), receipt.receipt);
    let view = view! {
        {ui::title(None, t!(w, "vote-thanks"), Some(t!(w, "vote-thanks-lead")))}
        <section class="receipt vote__receipt">
            <p>{t!(w, "vote-receipt")}</p>
            <p class="vote__number"><code class="code">{spoken_receipt(&receipt.receipt)}</code></p>
            {ui::qr(&address, t!(w, "vote-receipt-qr"))}
            <p>{t!(w, "vote-receipt-by", day = w.date(receipt.deadline.day()))}</p>
        </section>
        <p>{t!(w, "vote-promise")}</p>
        {ui::why(t!(w, "vote-receipt-signed"), view! { <pre class="vote__signed">{receipt.text.clone()}</pre><p><code class="code">{receipt.signature.clone()}</code></p> })}
        <p class="actions">{ui::button("quiet", address.clone(), t!(w, "vote-check"))}</p>
    };
    frame(v, booth, t!(w, "vote-thanks"), view.into_any())
}
