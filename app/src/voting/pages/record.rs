//! The public record: how it grows while the poll is open, and the recount that everybody can run once it is published.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::{acts::record, rules::PollState};
use crate::{
    awards,
    base::{
        problem::Answer,
        visit::{File, Page, Visit, Width},
    },
    t, ui,
};

/// Checkpoints as they appear, turnout a quarter of an hour late and in tens, never a standing; afterwards the way to recount.
pub async fn public_record(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let scheme = awards::acts::find::scheme(&mut v.ctx, &code).await?;
    let state = record::state(&mut v.ctx, &code).await?;
    let posted = record::checkpoints(&mut v.ctx, &code).await?;
    let turnout = record::turnout(&mut v.ctx, &code).await?;
    let is_open = record::is_open(&mut v.ctx, &code).await?;
    let stops: Vec<(String, String)> =
        super::find::stops(&mut v.ctx).await?.into_iter().map(|it| (it.stop.code.clone(), w.pick(&it.stop.name))).collect();
    let name = |stop: &str| stops.iter().find(|(it, _)| it == stop).map_or(stop.to_owned(), |(_, name)| name.clone());
    let most = turnout.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let bars = turnout
        .iter()
        .map(|(stop, n)| {
            let label = t!(w, "record-about", n = *n);
            vec![
                ui::text(name(stop)),
                view! { <meter min="0" max=most value=*n aria-label=label.clone()></meter> }.into_any(),
                ui::text(label),
            ]
        })
        .collect();
    let heads = ["record-stop", "record-bar", "record-turnout"].map(|key| t!(w, key)).to_vec();
    let total = posted.len();
    let rows = posted
        .iter()
        .rev()
        .take(24)
        .map(|it| {
            vec![
                ui::text(it.seq.to_string()),
                ui::moment(w, it.at),
                view! { <details class="why"><summary>{t!(w, "record-note")}</summary><pre class="note">{it.note.clone()}</pre></details> }
                    .into_any(),
            ]
        })
        .collect();
    let columns = ["record-batch", "record-sealed", "record-checkpoint"].map(|key| t!(w, key)).to_vec();
    let key = record::public_key(&mut v.ctx, &code).await?;
    let link = |path: &str, kind: &'static str, words: &str| ui::button(kind, v.href(&format!("/voting/{code}{path}")), t!(w, words));
    let standing = match state {
        _ if is_open => ui::notice("status", t!(w, "record-is-open")),
        PollState::Collecting => ui::notice("embargo", t!(w, "record-collecting")),
        _ => ui::notice("embargo", t!(w, "record-counted", at = w.moment(scheme.announce_at))),
    };
    let checkpoints = if posted.is_empty() {
        ui::empty(t!(w, "record-none"), t!(w, "record-none-why"), None)
    } else {
        ui::records(t!(w, "record-checkpoints", n = total), columns, rows)
    };
    let people = if turnout.is_empty() {
        ui::empty(t!(w, "record-nobody"), t!(w, "record-nobody-why"), None)
    } else {
        ui::records(t!(w, "record-turnout-title"), heads, bars)
    };
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards"), (code.clone(), &format!("/awards/{code}"))], t!(w, "public-record-title"))}
        {ui::title(Some(w.pick(&scheme.name)), t!(w, "public-record-title"), Some(t!(w, "record-lead")))}
        {standing}
        <p class="actions">
            {link("/recount", "main", if is_open { "record-recount" } else { "record-check" })}
            {link("/record", "quiet", "record-file")}
            {link("/checkpoints", "quiet", "record-feed")}
        </p>
        {ui::section(t!(w, "record-turnout-title"), None, view! { {people}<p class="quiet">{t!(w, "record-turnout-how")}</p> })}
        {ui::section(t!(w, "record-checkpoints", n = total), None, checkpoints)}
        {key.map(|key| ui::why(t!(w, "record-key"), view! { <p>{t!(w, "record-key-why")}</p><p><code class="code">{key}</code></p> }))}
        {ui::section(t!(w, "record-how"), None, ui::paragraphs(&t!(w, "record-how-words")))}
    };
    Ok(Page::new(t!(w, "public-record-title"), view))
}

/// The record as it may be had now.
pub async fn record_file(v: &mut Visit) -> Answer<File> {
    let code = v.param(0).to_owned();
    awards::acts::find::scheme(&mut v.ctx, &code).await?;
    let text = record::file(&mut v.ctx, &code).await?;
    Ok(File { name: format!("{code}.record.jsonl"), mime: "application/jsonl; charset=utf-8", bytes: text.into_bytes(), inline: false })
}

/// The chained checkpoints, for whoever keeps them as a witness.
pub async fn checkpoints(v: &mut Visit) -> Answer<File> {
    let code = v.param(0).to_owned();
    awards::acts::find::scheme(&mut v.ctx, &code).await?;
    let all: Vec<Value> = record::checkpoints(&mut v.ctx, &code)
        .await?
        .into_iter()
        .map(|it| json!({ "seq": it.seq, "at": it.at.to_rfc3339(), "note": it.note }))
        .collect();
    let feed = json!({ "scheme": code, "key": record::public_key(&mut v.ctx, &code).await?, "checkpoints": all });
    Ok(File { name: format!("{code}.checkpoints.json"), mime: "application/json", bytes: feed.to_string().into_bytes(), inline: true })
}

/// The script of the recount.
const SCRIPT: &str = include_str!("../recount.js");

/// Every key `recount.js` asks for, but those of flaws.
#[rustfmt::skip]
const WORDS: [&str; 51] = [
    "start", "file", "drop", "loading", "progress", "read", "sound", "incomplete", "hidden", "witnessed", "flawed", "failed",
    "ballots", "key", "last", "entry", "votes", "share", "change", "bar", "blank", "classes", "classes-help", "whole", "class",
    "count", "tests", "part-am", "part-pm", "part-eve", "part-any", "channel-kiosk", "channel-phone", "channel-paper", "channel-any",
    "counted", "off", "decided", "switched", "reset", "decisions", "decision", "witness", "witness-help", "receipt", "receipt-check",
    "receipt-local", "receipt-first", "receipt-bad", "receipt-out", "receipt-in",
];

/// The kinds of flaws, as [`What`](super::super::rules::record::What) names them, and where they are.
#[rustfmt::skip]
const FLAWS: [&str; 36] = [
    "at", "at-batch", "empty", "unreadable", "long", "header", "order", "batch", "award", "choice", "class", "quarter", "digits", "signature",
    "seq", "chain", "awards", "size", "root", "share", "unsealed", "twice", "hidden", "day-untold", "day-twice", "turnout", "object",
    "paper", "statements", "last", "total", "blank", "entries", "witness-key", "witness-gone", "witness-other",
];

/// What `recount.js` puts into the words itself.
#[rustfmt::skip]
const HOLES: [&str; 26] = [
    "n", "s", "b", "d", "p", "c", "m", "o",
    "line", "batch", "it", "said", "due", "found", "award", "choice", "quarter", "log", "from", "votes", "ballots", "leaves", "stop", "day",
    "column", "entry",
];

/// The recount in the browser: the same program as `accolade recount`, on a file that never leaves the machine.
pub async fn recount(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let scheme = awards::acts::find::scheme(&mut v.ctx, &code).await?;
    let holes = HOLES.map(|name| (name, format!("%{name}").into()));
    let keys = WORDS.iter().map(|key| (*key).to_owned()).chain(FLAWS.iter().map(|key| format!("flaw-{key}")));
    let words: serde_json::Map<String, Value> = keys
        .map(|key| {
            let said = w.say(&format!("recount-{key}"), &holes);
            (key, Value::String(said))
        })
        .collect();
    let assets = &v.ctx.site.settings.assets.recount;
    let (js, wasm, file) = (assets.js.clone(), assets.wasm.clone(), v.href(&format!("/voting/{code}/record")));
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "schemes-title"), "/awards"), (t!(w, "public-record-title"), &format!("/voting/{code}"))], t!(w, "recount-title"))}
        {ui::title(Some(w.pick(&scheme.name)), t!(w, "recount-title"), Some(t!(w, "recount-lead")))}
        <noscript>{ui::notice("warning", t!(w, "recount-no-script"))}</noscript>
        <div class="recount" data-recount="" data-js=js data-wasm=wasm data-record=file data-words=Value::Object(words).to_string()></div>
    };
    Ok(Page::new(t!(w, "recount-title"), view).width(Width::Wide).script(SCRIPT))
}
