//! Moving the event: first the new days or name by a form that only asks, then what that would mean, then the button with the reason.

use leptos::prelude::*;

use super::{
    super::{
        acts::moving::{self, Moved},
        rules::{
            moving::{MoveForm, Notice},
            *,
        },
    },
    board::session_path,
    days_words, span_words,
};
use crate::{
    base::{
        problem::{Answer, Kind},
        roles::{Action, Reach},
        visit::{Page, Reply, Visit, Width},
        words::Words,
    },
    t, ui,
};

/// Sessions that are listed in each part; of more, how many there are is said.
const MOST: usize = 60;

/// What the address asks for, as a form.
fn asked(v: &Visit, event: &Event) -> MoveForm {
    let text = |name: &str| v.asked(name).unwrap_or("").to_owned();
    MoveForm {
        starts: text("starts"),
        ends: text("ends"),
        name_en: text("name_en"),
        name_zh: text("name_zh"),
        version: event.version.to_string(),
        ..MoveForm::default()
    }
}

/// One of the three lists.
fn part(v: &Visit, it: &Moved, key: &str, sessions: &[(String, i64, String)]) -> Option<AnyView> {
    let w = v.w;
    if sessions.is_empty() {
        return None;
    }
    let items = sessions
        .iter()
        .take(MOST)
        .map(|(code, session, why)| {
            let title = it.table.activities.iter().find(|it| it.code == *code).map_or_else(|| code.clone(), |it| w.pick(&it.title));
            let href = v.href(&session_path(code, *session));
            view! { <li><a href=href><b>{title}</b></a><span>{format!("{code} · {}", t!(w, "showcase-session-n", n = *session))}</span><p>{why.clone()}</p></li> }
        })
        .collect_view();
    let more = sessions.len().saturating_sub(MOST);
    let more = (more > 0).then(|| view! { <p class="quiet">{t!(w, "showcase-and-more", n = more)}</p> });
    Some(ui::section(t!(w, key, n = sessions.len()), None, view! { <ul class="waiting">{items}</ul>{more} }))
}

/// What moving would mean, and the form that does it.
fn meant(v: &Visit, it: &Moved, ask: &MoveForm) -> AnyView {
    let w = v.w;
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let form = v.form().inside("event");
    let asking = it.table.asking();
    let why = |code: &str, session: i64| {
        let slot = it.table.slot(code, session);
        let at = slot.and_then(|slot| it.table.slots[slot].at.clone());
        match (slot, at) {
            (Some(slot), Some(at)) => {
                let no = asking.wrong_with(slot, &at).first().map(|why| asking.say(slot, &at, why));
                no.map(|no| no.complaints.iter().map(|it| w.complaint(it)).collect::<Vec<_>>().join(" ")).unwrap_or_default()
            }
            _ => String::new(),
        }
    };
    let decide: Vec<_> = it.impact.to_decide.iter().map(|(code, session, _)| (code.clone(), *session, why(code, *session))).collect();
    let dropped: Vec<_> = it.impact.dropped.iter().map(|(code, session)| (code.clone(), *session, String::new())).collect();
    let tile = |key: &str, n: usize| view! { <div><dt>{t!(w, key)}</dt><dd>{n}</dd></div> };
    let send = may.then(|| {
        let fields = view! {
            {ui::hidden("event[version]", ask.version.clone())}
            {ui::hidden("event[starts]", ask.starts.clone())}{ui::hidden("event[ends]", ask.ends.clone())}
            {ui::hidden("event[name_en]", ask.name_en.clone())}{ui::hidden("event[name_zh]", ask.name_zh.clone())}
            <div class="pair">
                {ui::field(&form, "event[reason_en]", t!(w, "showcase-reason-en")).lang("en-HK").required().limit(500).view()}
                {ui::field(&form, "event[reason_zh]", t!(w, "showcase-reason-zh")).lang("zh-Hant-HK").required().limit(500).view()}
            </div>
            <p class="actions">{ui::send("main", t!(w, "showcase-move-event"))}</p>
        };
        ui::act(&form, "showcase/move", "stack", fields)
    });
    let heading = t!(w, "showcase-move-meaning", name = w.pick(&it.event.name), days = days_words(w, &it.event));
    let inner = view! {
        <dl class="tiles">
            {tile("showcase-move-kept", it.impact.kept.len())}
            {tile("showcase-move-decide", it.impact.to_decide.len())}
            {tile("showcase-move-dropped", it.impact.dropped.len())}
        </dl>
        {part(v, it, "showcase-move-decide-n", &decide)}
        {part(v, it, "showcase-move-dropped-n", &dropped)}
        {send}
    };
    ui::section(heading, None, inner)
}

pub async fn move_event(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let event = super::super::acts::find::event(&mut v.ctx).await?;
    let ask = asked(v, &event);
    let wants = [&ask.starts, &ask.ends, &ask.name_en, &ask.name_zh].iter().any(|it| !it.is_empty());
    let (moved, no) = match wants {
        false => (None, None),
        true => match moving::preview(&mut v.ctx, &ask).await {
            Ok(moved) => (Some(moved), None),
            Err(no) if matches!(no.kind, Kind::Rule | Kind::Clash) => (None, Some(no)),
            Err(no) => return Err(no),
        },
    };
    let status = no.as_ref().map_or(200, |no| no.status());
    let said = no.map(|no| ui::notice("error", no.complaints.iter().map(|it| w.complaint(it)).collect::<Vec<_>>().join(" ")));
    let form = v.form();
    let field = |name: &'static str, label: &str, kind: &'static str, value: &str| {
        ui::field(&form, name, t!(w, label)).kind(kind).value(value).view()
    };
    let or = |text: &str, now: String| if text.is_empty() { now } else { text.to_owned() };
    let title = t!(w, "showcase-move-title");
    let view = view! {
        {ui::crumbs(v, &[(w.pick(&event.name), "/showcase"), (t!(w, "showcase-board"), "/showcase/board")], title.clone())}
        {ui::error_summary(&form.clone().inside("event"))}
        {ui::title(Some(days_words(w, &event)), title.clone(), Some(t!(w, "showcase-move-lead")))}
        {said}
        <form class="stack" method="get">
            <div class="pair">
                {field("starts", "stop-first-day", "date", &or(&ask.starts, event.starts.iso()))}
                {field("ends", "stop-last-day", "date", &or(&ask.ends, event.ends.iso()))}
            </div>
            <div class="pair">
                {field("name_en", "showcase-name-en", "text", &or(&ask.name_en, event.name.en.clone()))}
                {field("name_zh", "showcase-name-zh", "text", &or(&ask.name_zh, event.name.zh.clone()))}
            </div>
            <p class="actions"><button class="button" data-kind="quiet">{t!(w, "showcase-move-ask")}</button></p>
        </form>
        {moved.map(|it| meant(v, &it, &ask))}
    };
    Ok(Page { status, ..Page::new(title, view).width(Width::Read).hidden() })
}

/// Former names and the last notice, for everybody.
pub(super) async fn formerly(v: &mut Visit, event: &Event) -> Answer<Option<AnyView>> {
    let w = v.w;
    let names = moving::former_names(&mut v.ctx, event).await?;
    let notices = moving::notices(&mut v.ctx, &event.code).await?;
    let formerly = (!names.is_empty()).then(|| {
        let names = super::listed(w, names.iter().map(|it| w.pick(it)).collect());
        view! { <p>{t!(w, "showcase-formerly", names = names)}</p> }
    });
    let last = notices.first().map(|it| notice(w, it));
    Ok((!notices.is_empty()).then(|| view! { {formerly}{last} }.into_any()))
}

fn notice(w: Words, it: &Notice) -> AnyView {
    let was = span_words(w, it.starts_was, it.ends_was);
    ui::notice(
        "status",
        format!(
            "{} {}",
            t!(w, "showcase-notice", moment = w.moment_short(it.at), name = w.pick(&it.name_was), days = was),
            w.pick(&it.reason)
        ),
    )
}

/// By any name it has or had: an old link leads on.
pub async fn called(v: &mut Visit) -> Answer<Reply> {
    let name = v.param(0).to_owned();
    moving::called(&mut v.ctx, &name).await?;
    Ok(Reply::Go(v.href("/showcase")))
}
