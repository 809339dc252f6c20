//! The day at the door: the list, the code on the wall, the sheet to sign.

use leptos::prelude::*;

use super::super::{
    acts::door,
    islands::{DoorList, DoorPerson, DoorWords},
    rules::*,
};
use crate::{
    base::{
        print,
        problem::Answer,
        roles::{Action, Reach},
        visit::{File, Page, Visit, Width},
    },
    t, ui,
};

pub async fn door(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let (it, expected) = door::list(&mut v.ctx, &code).await?;
    let title = w.pick(&it.title);
    let may = v.ctx.viewer.reach(Action::RunWorkshops) == Reach::All;
    let open = it.may_mark(v.ctx.now);
    let early = match &open {
        Err(Refusal::NotBegun { starts }) => {
            Some(ui::notice("warning", t!(w, "door-not-yet", opens = w.moment_short(door::door_opens(&it)), starts = w.time(*starts))))
        }
        Err(Refusal::AttendanceClosed) => Some(ui::notice("status", t!(w, "workshops-attendance-closed"))),
        _ => None,
    };
    let words = DoorWords {
        code: t!(w, "door-scan"),
        ready: t!(w, "door-ready"),
        online: t!(w, "door-online"),
        offline: t!(w, "door-offline", n = "%n"),
        tally: t!(w, "door-tally", n = "%n", of = "%of"),
        present: t!(w, "attendance-attended"),
        part: t!(w, "attendance-part"),
        absent: t!(w, "attendance-absent"),
        kept: t!(w, "door-kept"),
        search: t!(w, "search-label"),
    };
    let people: Vec<DoorPerson> = expected
        .iter()
        .map(|e| DoorPerson {
            id: e.participant.id.0.to_string(),
            code: e.participant.door_code.clone(),
            name: w.pick(&e.participant.name),
            from: format!("{} · {}", w.pick(&e.participant.post), e.organisation),
            mark: e.participant.attendance,
        })
        .collect();
    let form = v.form();
    let plain = people
        .iter()
        .map(|p| {
            let buttons = [(Attendance::Attended, &words.present), (Attendance::Part, &words.part), (Attendance::Absent, &words.absent)]
                .map(|(mark, label)| view! { <button class="button" data-kind="quiet" name="mark" value=mark.code()>{label.clone()}</button> })
                .collect_view();
            let fields = view! { {ui::hidden("code", code.clone())}{ui::hidden("who", p.id.clone())}{buttons} };
            let marks = ui::act(&form, "workshops/mark", "actions", fields);
            let state = p.mark.map_or("none", Attendance::code);
            let said = p.mark.map(|mark| view! { <span class="sr">{t!(w, &format!("attendance-{}", mark.code()))}</span> });
            view! { <li data-state=state><div><b>{p.name.clone()}</b>" "<span>{p.from.clone()}</span>{said}</div>{marks}</li> }
        })
        .collect_view();
    let alive = may && open.is_ok();
    let expected_count = people.len();
    let list = if people.is_empty() {
        ui::empty(t!(w, "door-nobody"), t!(w, "door-nobody-why"), None)
    } else if alive {
        let code = code.clone();
        view! {
            <DoorList workshop=code people=people expected=expected_count words=words/>
            <noscript><section class="door"><ol class="door__list">{plain}</ol></section></noscript>
        }
        .into_any()
    } else {
        view! { <p class="quiet">{t!(w, "door-expected", n = expected_count)}</p> }.into_any()
    };
    let link = |path: &str, words: &str| ui::button("quiet", v.href(&format!("/organise/{code}{path}")), t!(w, words));
    let view = view! {
        {ui::done(v)}
        {ui::crumbs(v, &[(t!(w, "organise-title"), "/organise"), (code.clone(), &format!("/organise/{code}"))], t!(w, "door-title"))}
        {ui::title(Some(title), t!(w, "door-title"), None)}
        {ui::error_summary(&form)}
        {early}
        <p class="actions">{link("/door/code", "door-wall")}{link("/sheet", "sheet-print")}</p>
        {list}
    };
    let page = Page::new(t!(w, "door-title"), view).hidden();
    Ok(if alive { page.islands() } else { page })
}

/// The code for the wall: people's own phones mark them present with it, on that day only.
pub async fn door_code(v: &mut Visit) -> Answer<Page> {
    let w = v.w;
    let code = v.param(0).to_owned();
    let (it, _) = door::door_link(&mut v.ctx, &code).await?;
    let token = door::door_token(&v.ctx, &it);
    let link = format!("{}{}", v.ctx.site.settings.public_url, v.href(&format!("/attend/{code}/{token}")));
    let other = w.other();
    let title = w.pick(&it.title);
    let view = view! {
        {ui::crumbs(v, &[(t!(w, "organise-title"), "/organise"), (code.clone(), &format!("/organise/{code}")), (t!(w, "door-title"), &format!("/organise/{code}/door"))], t!(w, "door-wall"))}
        {ui::title(Some(w.date(it.door_day())), title.clone(), None)}
        <section class="doorcode">
            {ui::qr(&link, t!(w, "door-wall-label"))}
            <p class="doorcode__words">{t!(w, "door-wall-words")}" "<span lang=other.lang.tag()>{t!(other, "door-wall-words")}</span></p>
        </section>
        <p class="quiet"><a href=link.clone()>{link.clone()}</a></p>
    };
    Ok(Page::new(title, view).width(Width::Read).hidden())
}

/// The sheet to sign, as a paper.
pub async fn sheet(v: &mut Visit) -> Answer<File> {
    let code = v.param(0).to_owned();
    let roll = door::roll(&mut v.ctx, &code).await?;
    let bytes = door::printed(move || print::attendance_sheet(&roll)).await?;
    Ok(File { name: format!("{code}.pdf"), mime: "application/pdf", bytes, inline: true })
}
