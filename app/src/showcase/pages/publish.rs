//! What the scheduler sees before publishing: what would change, who will be told, and what stays out.

use leptos::prelude::*;

use super::{super::acts::publish, programme::turns_list};
use crate::{
    base::{
        problem::Answer,
        roles::{Action, Reach},
        visit::{Page, Visit},
    },
    t, ui,
};

/// Changes that are listed; of more, how many there are is said.
const MOST: usize = 200;

pub async fn publish(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let it = publish::preview(&mut v.ctx).await?;
    let may = v.ctx.viewer.reach(Action::PlaceActivities) == Reach::All;
    let event = &it.board.table.event;
    let ready = it.ready;
    let form = v.form();
    let ask = (may && ready > 0).then(|| ui::act(&form, "showcase/ask", "actions", ui::send("quiet", t!(w, "showcase-ask", n = ready))));
    let unconfirmed = (it.unconfirmed > 0).then(|| ui::notice("warning", t!(w, "showcase-unconfirmed", n = it.unconfirmed)));
    let conflicts = (it.conflicts > 0).then(|| ui::notice("error", t!(w, "showcase-publish-conflicts", n = it.conflicts)));
    let next = it.last.as_ref().map_or(1, |it| it.number + 1);
    let names = |code: &str| it.board.table.activities.iter().find(|activity| activity.code == code).map(|it| it.title.clone());
    let venues = |code: &str| it.board.table.venue(code).map(|it| it.name.clone());
    let list = if it.turns.is_empty() {
        ui::empty(t!(w, "showcase-publish-nothing"), t!(w, "showcase-publish-nothing-why"), None)
    } else {
        let more = it.turns.len().saturating_sub(MOST);
        let shown = &it.turns[..it.turns.len().min(MOST)];
        view! {
            {turns_list(v, t!(w, "showcase-publish-changes", n = it.turns.len()), shown, &names, &venues)}
            {(more > 0).then(|| view! { <p class="quiet">{t!(w, "showcase-and-more", n = more)}</p> })}
        }
        .into_any()
    };
    let send = (may && !it.turns.is_empty()).then(|| {
        let reason = (next > 1).then(|| {
            view! {
                <div class="pair">
                    {ui::field(&form, "reason_en", t!(w, "showcase-publish-reason-en")).lang("en-HK").required().limit(500).view()}
                    {ui::field(&form, "reason_zh", t!(w, "showcase-publish-reason-zh")).lang("zh-Hant-HK").required().limit(500).view()}
                </div>
            }
        });
        let fields = view! {
            {reason}
            <p>{t!(w, "showcase-publish-told", n = it.departments, bookings = it.bookings, followers = it.followers)}</p>
            <p class="actions">{ui::send("main", t!(w, "showcase-publish-n", version = next))}</p>
        };
        ui::act(&form, "showcase/publish", "stack", fields)
    });
    let last = it.last.as_ref().map(|it| t!(w, "showcase-version-of", version = it.number, moment = w.moment_short(it.at)));
    let title = t!(w, "showcase-publish");
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(w.pick(&event.name), "/showcase"), (t!(w, "showcase-board"), "/showcase/board")], title.clone())}
        {ui::error_summary(&form)}
        {ui::title(last, title.clone(), Some(t!(w, "showcase-publish-lead")))}
        {conflicts}
        {unconfirmed}
        {ask}
        {list}
        {send}
    };
    Ok(Page::new(title, view).hidden())
}
