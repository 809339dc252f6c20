//! What happens of a scheme: its closing, the days of its panel, its announcement, its prize presentation. It says nothing of who won.

use crate::{
    base::{
        ctx::Ctx,
        happening::{Happening, Happens, Sure},
        problem::Answer,
        text::Bi,
        time::Moment,
    },
    venues::{self, Venue},
};

use super::{
    super::{rules::*, store},
    find,
};

/// One date of a scheme. Its number is the scheme's version, raised with whatever changes.
fn date(
    scheme: &Scheme,
    changed: Moment,
    (name, happens): (&str, Happens),
    (starts, ends): (Moment, Moment),
    (en, zh): (&str, &str),
) -> Happening {
    let page =
        if happens == Happens::Announcement { format!("/awards/{}/results", scheme.code) } else { format!("/awards/{}", scheme.code) };
    Happening {
        uid: format!("{name}-{}@accolade", scheme.code),
        sequence: scheme.version,
        created: scheme.entry_opens.min(changed),
        changed,
        starts,
        ends,
        title: Bi::new(en.replace("{}", &scheme.name.en), zh.replace("{}", &scheme.name.zh)),
        text: Bi::default(),
        place: None,
        happens,
        series: scheme.code.clone(),
        organisation: String::new(),
        code: scheme.code.clone(),
        page,
        sure: Sure::Confirmed,
    }
}

/// The dates of every scheme that the public knows of.
pub async fn happenings(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let changed = store::changed(&mut ctx.tx).await?;
    let mut all = Vec::new();
    for it in find::schemes(ctx).await?.into_iter().filter(|it| it.state != SchemeState::Draft) {
        let changed = changed.get(&it.code).copied().unwrap_or(it.entry_opens);
        let closes = it.entry_closes.plus_minutes(-1).day();
        let day = (closes.at(0, 0), closes.next().at(0, 0));
        let judging = (it.judging_from.at(0, 0), it.judging_to.next().at(0, 0));
        all.push(date(&it, changed, ("closes", Happens::Deadline), day, ("Last day for entries: {}", "截止參賽：{}")));
        all.push(date(&it, changed, ("judging", Happens::Judging), judging, ("Judging: {}", "評審：{}")));
        all.push(announcement(&it, changed));
    }
    all.extend(presentations(ctx).await?.into_iter().map(|it| it.1));
    Ok(all)
}

/// Prize presentations with the codes of their schemes. A number of their own: they are moved while the rules stand.
async fn presentations(ctx: &mut Ctx) -> Answer<Vec<(String, Happening)>> {
    let schemes = find::schemes(ctx).await?;
    let venues = venues::acts::venues(ctx).await?;
    let mut all = Vec::new();
    for it in store::presentation::all(&mut ctx.tx).await? {
        let Some(scheme) = schemes.iter().find(|scheme| scheme.code == it.scheme) else { continue };
        let kind = ("presentation", Happens::Presentation);
        let of_scheme = date(scheme, it.changed, kind, (it.starts, it.ends), ("Prize presentation: {}", "頒獎典禮：{}"));
        let happening = Happening {
            sequence: it.sequence,
            created: it.created,
            place: venues.iter().find(|venue| venue.code == it.venue).map(Venue::place),
            sure: if it.is_off { Sure::Cancelled } else { Sure::Confirmed },
            ..of_scheme
        };
        all.push((it.scheme, happening));
    }
    Ok(all)
}

fn announcement(it: &Scheme, changed: Moment) -> Happening {
    let hour = (it.announce_at, it.announce_at.plus_minutes(60));
    date(it, changed, ("results", Happens::Announcement), hour, ("Results announced: {}", "公布結果：{}"))
}

/// The announcement of one scheme, and its prize presentation.
pub async fn announced(ctx: &mut Ctx, code: &str) -> Answer<(Scheme, Vec<Happening>)> {
    let scheme = find::scheme(ctx, code).await?;
    let changed = store::changed(&mut ctx.tx).await?.get(code).copied().unwrap_or(scheme.entry_opens);
    let mut all = vec![announcement(&scheme, changed)];
    all.extend(presentations(ctx).await?.into_iter().filter(|it| it.0 == code).map(|it| it.1));
    Ok((scheme, all))
}

/// What the viewer has to judge: the days of each of their panels, and the last day for their sheets.
pub async fn judging(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let changed = store::changed(&mut ctx.tx).await?;
    let mut all = Vec::new();
    for desk in super::panel::desks(ctx).await?.into_iter().filter(|it| it.seat.is_some()) {
        let it = &desk.scheme;
        let changed = changed.get(&it.code).copied().unwrap_or(it.entry_opens);
        let days = (it.judging_from.at(0, 0), it.judging_to.next().at(0, 0));
        all.push(date(it, changed, ("judging", Happens::Judging), days, ("Judging: {}", "評審：{}")));
        if let Some(round) = &desk.round {
            let day = round.closes.plus_minutes(-1).day();
            let last = (day.at(0, 0), day.next().at(0, 0));
            all.push(date(it, changed, ("sheets", Happens::Deadline), last, ("Score sheets due: {}", "評分截止：{}")));
        }
        all.push(announcement(it, changed));
    }
    Ok(all)
}
