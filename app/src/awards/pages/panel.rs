//! The panel from the inside: its seats, what was declared, who judges what, how far the sheets are. For officers and the chair.

use leptos::prelude::*;

use super::{
    super::{
        acts::{
            assign::{self, Overview},
            find,
        },
        rules::{
            assignment::Preview,
            panel::{Bar, DeclarationRuling},
            *,
        },
    },
    judging::{progress, round_chip},
    word,
};
use crate::{
    base::{
        ids::SeatId,
        problem::{Answer, Problem},
        roles::{Action, Reach},
        visit::{Form, Page, Visit},
        words::Words,
    },
    t, ui,
};

pub async fn judging_panel(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let view = match assign::overview(&mut v.ctx, &code).await {
        // A scheme that has no round yet: whoever sets it up may begin one.
        Err(no) if no.status() == 404 && v.ctx.viewer.reach(Action::SetUpSchemes) == Reach::All => {
            let scheme = find::scheme(&mut v.ctx, &code).await?;
            let form = v.form();
            let (opens, closes) = (scheme.judging_from.at(9, 0), scheme.judging_to.at(17, 0));
            view! {
                {crumbs(v, &code)}
                {ui::error_summary(&form)}
                {ui::title(Some(w.pick(&scheme.name)), t!(w, "judging-panel"), Some(t!(w, "judging-no-round-lead")))}
                {dates(&form, &code, opens.to_local_input(), closes.to_local_input())}
            }
            .into_any()
        }
        it => inside(v, &code, it?).await?,
    };
    Ok(Page::new(format!("{} · {code}", t!(w, "judging-panel")), view).hidden())
}

fn crumbs(v: &Visit, code: &str) -> AnyView {
    let way = [(t!(v.w, "judging-title"), "/judging".to_owned()), (code.to_owned(), format!("/awards/{code}"))];
    ui::crumbs(v, &way.each_ref().map(|(words, path)| (words.clone(), path.as_str())), t!(v.w, "judging-panel"))
}

/// When judges may score.
fn dates(form: &Form, code: &str, opens: String, closes: String) -> AnyView {
    let w = form.w;
    let fields = view! {
        {ui::hidden("scheme", code)}
        <div class="pair">
            {ui::field(form, "opens", t!(w, "judging-opens")).hint(t!(w, "judging-opens-hint")).kind("datetime-local").value(opens).required().view()}
            {ui::field(form, "closes", t!(w, "judging-closes")).kind("datetime-local").value(closes).required().view()}
        </div>
        <p class="actions">{ui::send("main", t!(w, "save"))}</p>
    };
    ui::act(form, "awards/round", "stack", fields)
}

async fn inside(v: &mut Visit, code: &str, it: Overview) -> Answer<AnyView> {
    let w = v.w;
    let sets_up = v.ctx.viewer.reach(Action::SetUpSchemes) == Reach::All;
    let state = it.panel.round().state;
    // The preview is asked for in the address; what cannot be read there is said beside its field.
    let (each, seed) = (v.asked("each").unwrap_or("").to_owned(), v.asked("seed").unwrap_or("").to_owned());
    let asked = v.query.contains_key("each");
    let preview = if asked { Some(assign::preview(&mut v.ctx, code, &each, &seed).await) } else { None };
    let fresh = (v.ctx.site.fresh_id() % 1_000_000).to_string();
    let form = v.form();
    let round = it.panel.round();
    let path = |rest: &str| v.href(&format!("/judging/{code}{rest}"));
    let done = it.sheets.iter().filter(|(.., state)| *state == SheetState::Submitted).count();
    let may_seat = sets_up && round.may_seat().is_ok();
    let one = |endpoint: &str, kind: &'static str, words: String| {
        ui::act(&form, endpoint, "", view! { {ui::hidden("scheme", code)}{ui::send(kind, words)} })
    };
    let next = match state {
        RoundState::SetUp if sets_up => Some((t!(w, "judging-open-lead"), one("awards/open-round", "main", t!(w, "judging-open-send")))),
        RoundState::Declaring if sets_up => {
            Some((t!(w, "judging-begin-lead"), one("awards/begin-scoring", "main", t!(w, "judging-begin-send"))))
        }
        RoundState::Scoring if it.standing.is_chair() => {
            Some((t!(w, "judging-lock-lead", n = round.min_judges), one("awards/lock-scores", "main", t!(w, "judging-lock-send"))))
        }
        _ => None,
    };
    let next =
        next.map(|(words, form)| view! { <section class="card"><h2>{t!(w, "judging-what-next")}</h2><p>{words}</p>{form}</section> });
    let chase = (sets_up && matches!(state, RoundState::Declaring | RoundState::Scoring))
        .then(|| one("awards/chase", "quiet", t!(w, "judging-chase-send")));
    let assigning = (sets_up && state == RoundState::Declaring).then(|| {
        let inner =
            view! { {assignment(v, code, &each, &seed, &fresh)}{preview.map(|preview| previewed(w, &form, &it, &each, &seed, preview))} };
        ui::section(t!(w, "judging-assignment"), None, inner)
    });
    let more =
        (sets_up && matches!(state, RoundState::Declaring | RoundState::Scoring) && !it.sheets.is_empty()).then(|| one_more(&form, &it));
    let back = (it.standing.is_chair() && state == RoundState::Scoring && done > 0).then(|| give_back(v, &it));
    Ok(view! {
        {ui::done(v)}
        {crumbs(v, code)}
        {ui::error_summary(&form)}
        {ui::title(Some(w.pick(&it.panel.scheme.name)), t!(w, "judging-panel"), None)}
        <p>{round_chip(w, state)}" "{t!(w, "judging-window", opens = w.moment_short(round.opens), closes = w.moment_short(round.closes))}</p>
        {(!it.sheets.is_empty()).then(|| progress(w, done, it.sheets.len()))}
        <div class="decisions">{next}</div>
        <div class="actions">
            {chase}
            {it.panel.scheme.awards.iter().any(Award::is_voted).then(|| ui::button("quiet", path("/votes"), t!(w, "judging-votes")))}
            {state.shows_votes_to_judges().then(|| ui::button("main", path("/table"), t!(w, "judging-to-table")))}
        </div>
        {ui::section(t!(w, "judging-seats"), None, seats(&form, &it, may_seat))}
        {may_seat.then(|| ui::why(t!(w, "judging-seat-add"), new_seat(&form.about("form", "seat"), code)))}
        {ui::section(t!(w, "judging-declarations"), None, declarations(v, &it))}
        {assigning}
        {(!it.sheets.is_empty()).then(|| ui::section(t!(w, "judging-by-entry"), None, by_entry(w, &it)))}
        {more}{back}
        {may_seat.then(|| ui::why(t!(w, "judging-dates"), dates(&form.about("form", "dates"), code, round.opens.to_local_input(), round.closes.to_local_input())))}
    }
    .into_any())
}

/// Who sits on the panel, and how far each has come.
fn seats(form: &Form, it: &Overview, may_seat: bool) -> AnyView {
    let w = form.w;
    if it.panel.seats.is_empty() {
        return ui::empty(t!(w, "judging-seats-none"), t!(w, "judging-seats-none-why", n = it.panel.round().min_judges), None);
    }
    let rows = it
        .panel
        .seats
        .iter()
        .map(|member| {
            let id = member.seat.id;
            let left = member.seat.undeclared(&it.panel.entries, &it.panel.declared_by(id)).len();
            let of = it.sheets.iter().filter(|(seat, ..)| *seat == id);
            let done = of.clone().filter(|(.., state)| *state == SheetState::Submitted).count();
            let (kind, words) = match member.accepted {
                None => ("wait", "judging-answer-open"),
                Some(true) => ("good", "judging-answer-yes"),
                Some(false) => ("stop", "judging-answer-no"),
            };
            let chair = member.seat.is_chair.then(|| ui::chip("info", t!(w, "judging-chair")));
            let act = |endpoint: &str, words: String| {
                let fields = view! { {ui::hidden("scheme", it.panel.scheme.code.clone())}{ui::hidden("seat", id.0.to_string())}{ui::send("plain", words)} };
                ui::act(form, endpoint, "", fields)
            };
            let acts = may_seat.then(|| view! { <div class="actions">{act("awards/invite-judge", t!(w, "judging-invite-again"))}{act("awards/unseat", t!(w, "judging-unseat"))}</div> });
            vec![
                view! { <div>{w.pick(&member.name)}" "{chair}<br/><span class="quiet">{member.email.clone()}</span></div> }.into_any(),
                ui::text(member.seat.organisations.join(" ")),
                ui::chip(kind, t!(w, words)),
                ui::text(if left == 0 { t!(w, "judging-all-declared") } else { t!(w, "judging-left", n = left) }),
                ui::text(t!(w, "judging-n-of", n = done, of = of.count())),
                ui::text(member.most.to_string()),
                view! { {acts} }.into_any(),
            ]
        })
        .collect();
    let heads =
        ["judging-judge", "judging-serves", "judging-answer", "judging-declared", "judging-sheets-done", "judging-most", "judging-acts"];
    ui::records(t!(w, "judging-seats"), heads.map(|key| t!(w, key)).to_vec(), rows)
}

fn new_seat(form: &Form, code: &str) -> AnyView {
    let w = form.w;
    let fields = view! {
        {ui::hidden("scheme", code)}
        {ui::hidden("form", "seat")}
        {ui::field(form, "email", t!(w, "people-email")).kind("email").required().view()}
        {ui::field(form, "organisations", t!(w, "judging-serves")).hint(t!(w, "judging-serves-hint")).view()}
        {ui::field(form, "most", t!(w, "judging-most")).kind("number").value("30").view()}
        {ui::field(form, "chair", t!(w, "judging-is-chair")).tick()}
        <p class="actions">{ui::send("main", t!(w, "judging-seat-send"))}</p>
    };
    view! { <p>{t!(w, "judging-seat-lead")}</p>{ui::act(form, "awards/seat", "stack", fields)} }.into_any()
}

/// Every interest, every doubt and every wall; and the ruling where one is needed.
fn declarations(v: &Visit, it: &Overview) -> AnyView {
    let w = v.w;
    let me = v.me().map(|me| me.id);
    let secretary = v.ctx.viewer.reach(Action::Approve) == Reach::All;
    let mut rows = Vec::new();
    for member in it.panel.sitting() {
        let seat = &member.seat;
        let said = it.panel.declared_by(seat.id);
        for (entry, bar) in it.panel.bars(seat) {
            let declared = said.iter().find(|it| it.entry == entry);
            let waits = bar == Bar::AwaitsRuling;
            let may_rule = waits && Some(seat.judge) != me && (it.standing.is_chair() || secretary && seat.is_chair);
            let ruling = may_rule.then(|| {
                let key = format!("{}-{entry}", seat.id.0);
                let form = v.form().about("form", &key);
                let choices = DeclarationRuling::ALL.iter().map(|it| (it.code().to_owned(), word(w, "ruling", it.code())));
                let fields = view! {
                    {ui::hidden("scheme", it.panel.scheme.code.clone())}
                    {ui::hidden("seat", seat.id.0.to_string())}
                    {ui::hidden("entry", entry.clone())}
                    {ui::hidden("form", key)}
                    {ui::field(&form, "ruling", t!(w, "judging-ruling")).choices(choices).view()}
                    {ui::send("main", t!(w, "judging-rule-send"))}
                };
                ui::act(&form, "awards/rule-interest", "stack", fields)
            });
            let ruled = match bar {
                Bar::AwaitsRuling => Some(t!(w, "judging-awaits")),
                Bar::Ruled => Some(word(w, "ruling", DeclarationRuling::Barred.code())),
                _ => None,
            };
            let note = it.panel.notes.get(&(seat.id, entry.clone())).cloned().unwrap_or_default();
            let what = match declared {
                Some(it) => word(w, "stance", it.stance.code()),
                None => t!(w, "judging-own"),
            };
            rows.push(vec![
                ui::text(w.pick(&member.name)),
                ui::text(entry),
                ui::chip(if waits { "wait" } else { "stop" }, what),
                ui::text(note),
                view! { <div>{ruled}{ruling}</div> }.into_any(),
            ]);
        }
    }
    if rows.is_empty() {
        return ui::empty(t!(w, "judging-declarations-none"), t!(w, "judging-declarations-none-why"), None);
    }
    let heads = ["judging-judge", "entries-number", "judging-declared", "judging-note", "judging-ruling"].map(|key| t!(w, key)).to_vec();
    ui::records(t!(w, "judging-declarations"), heads, rows)
}

/// How to assign, as a question in the address: nothing is stored by looking.
fn assignment(v: &Visit, code: &str, each: &str, seed: &str, fresh: &str) -> AnyView {
    let w = v.w;
    let action = v.href(&format!("/judging/{code}/panel"));
    let seed = if seed.is_empty() { fresh.to_owned() } else { seed.to_owned() };
    let each = each.to_owned();
    view! {
        <p>{t!(w, "judging-assign-lead")}</p>
        <form class="filters" method="get" action=action>
            <label class="filters__one"><span>{t!(w, "judging-each")}</span><input type="number" min="0" name="each" value=each/></label>
            <label class="filters__one"><span>{t!(w, "judging-seed")}</span><input type="number" min="0" name="seed" value=seed/></label>
            <button class="button" data-kind="quiet">{t!(w, "judging-preview")}</button>
        </form>
    }
    .into_any()
}

/// What the assignment would be: loads, how judges are mixed, and what stands in its way.
fn previewed(w: Words, form: &Form, it: &Overview, each: &str, seed: &str, preview: Answer<Preview>) -> AnyView {
    let words = |problem: &Problem| problem.complaints.iter().map(|it| view! { <li>{w.complaint(it)}</li> }).collect_view();
    let preview = match preview {
        Ok(preview) => preview,
        Err(problem) => return view! { <div class="notice" data-kind="error" role="alert"><ul>{words(&problem)}</ul></div> }.into_any(),
    };
    let name = |seat: SeatId| it.panel.seat(seat).map(|it| w.pick(&it.name)).unwrap_or_default();
    let rows = preview.loads.iter().map(|(seat, n)| vec![ui::text(name(*seat)), ui::text(n.to_string())]).collect();
    let loads = ui::records(t!(w, "judging-loads"), vec![t!(w, "judging-judge"), t!(w, "judging-entries-n")], rows);
    let mixed = t!(w, "judging-mixed", least = preview.shared_least, most = preview.shared_most, strangers = preview.strangers);
    let accept = match assign::accept(&it.panel, preview) {
        Ok(pairs) => {
            let fields = view! {
                {ui::hidden("scheme", it.panel.scheme.code.clone())}
                {ui::hidden("each", each)}
                {ui::hidden("seed", seed)}
                {ui::send("main", t!(w, "judging-assign-send", n = pairs.len()))}
            };
            ui::act(form, "awards/assign", "actions", fields)
        }
        Err(problem) => view! { <div class="notice" data-kind="warning" role="alert"><p>{t!(w, "judging-obstacles")}</p><ul>{words(&problem)}</ul></div> }.into_any(),
    };
    view! { <p>{mixed}</p>{accept}{loads} }.into_any()
}

/// Sheets of each entry: submitted, of those handed out.
fn by_entry(w: Words, it: &Overview) -> AnyView {
    let least = it.panel.round().min_judges;
    let rows = it
        .panel
        .entries
        .iter()
        .map(|entry| {
            let cells = it.panel.scheme.judged_awards(entry).map(|award| {
                let of = it.sheets.iter().filter(|(_, e, a, _)| *e == entry.code && *a == award.code);
                let done = of.clone().filter(|(.., state)| *state == SheetState::Submitted).count();
                let kind = if done >= least { "good" } else { "wait" };
                view! { <li>{w.pick(&award.name)}" "{ui::chip(kind, t!(w, "judging-n-of", n = done, of = of.count()))}</li> }
            });
            vec![ui::text(w.pick(&entry.texts.title)), ui::text(entry.code.clone()), view! { <ul>{cells.collect_view()}</ul> }.into_any()]
        })
        .collect();
    let heads = ["entries-entry", "entries-number", "judging-sheets-done"].map(|key| t!(w, key)).to_vec();
    ui::records(t!(w, "judging-by-entry-lead", n = least), heads, rows)
}

/// A judge and an entry to choose.
fn judge_and_entry(form: &Form, it: &Overview) -> AnyView {
    let w = form.w;
    let judges = it.panel.sitting().map(|it| (it.seat.id.0.to_string(), w.pick(&it.name)));
    let entries = it.panel.entries.iter().map(|it| (it.code.clone(), format!("{} {}", it.code, w.pick(&it.texts.title))));
    view! {
        {ui::field(form, "seat", t!(w, "judging-judge")).choices(judges).view()}
        {ui::field(form, "entry", t!(w, "entries-entry")).choices(entries).view()}
    }
    .into_any()
}

/// One more judge for one entry.
fn one_more(form: &Form, it: &Overview) -> AnyView {
    let w = form.w;
    let form = form.about("form", "one-more");
    let fields = view! {
        {ui::hidden("scheme", it.panel.scheme.code.clone())}
        {ui::hidden("form", "one-more")}
        <div class="pair">
            {judge_and_entry(&form, it)}
        </div>
        <p class="actions">{ui::send("quiet", t!(w, "judging-one-more-send"))}</p>
    };
    ui::why(t!(w, "judging-one-more"), ui::act(&form, "awards/assign-one", "stack", fields))
}

/// The chair gives a submitted sheet back.
fn give_back(v: &Visit, it: &Overview) -> AnyView {
    let w = v.w;
    let form = v.form().about("form", "return");
    let awards: Vec<(String, String)> =
        it.panel.scheme.awards.iter().filter(|it| it.is_judged()).map(|it| (it.code.clone(), w.pick(&it.name))).collect();
    let fields = view! {
        {ui::hidden("scheme", it.panel.scheme.code.clone())}
        {ui::hidden("form", "return")}
        <div class="pair">
            {judge_and_entry(&form, it)}
            {ui::field(&form, "award", t!(w, "judging-award")).choices(awards).view()}
        </div>
        {ui::field(&form, "reason", t!(w, "judging-reason")).rows(2).limit(2000).required().view()}
        <p class="actions">{ui::send("quiet", t!(w, "judging-return-send"))}</p>
    };
    ui::why(t!(w, "judging-return"), ui::act(&form, "awards/return-sheet", "stack", fields))
}
