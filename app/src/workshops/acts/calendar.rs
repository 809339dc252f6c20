//! Workshops as calendar entries: in letters, as downloads, and as a department's feed.

use crate::{
    base::{
        ctx::Ctx,
        happening::{Happening, Happens, Sure},
        ical::{self, Feed, Method, Occasion},
        problem::{Answer, OrUnknown},
        roles::{Action, Reach},
        text::Bi,
        words::Words,
    },
    people::{self, Organisation},
    venues::{self, Venue},
    workshops::{
        rules::*,
        store::{self, Listed},
    },
};

use super::Reader;

/// Where a workshop is held and who holds it: what its calendar entry says beside itself.
pub(super) struct Setting {
    pub venue: Venue,
    organiser: Organisation,
}

pub(super) async fn setting(ctx: &mut Ctx, workshop: &Workshop) -> Answer<Setting> {
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    Ok(Setting { venue, organiser: people::acts::organisation(ctx, &workshop.organiser).await? })
}

/// A workshop as something that happens.
fn happening(workshop: &Workshop, venue: &Venue) -> Happening {
    Happening {
        uid: workshop.uid.clone(),
        sequence: workshop.sequence,
        created: workshop.changed.min(workshop.opens),
        changed: workshop.changed,
        starts: workshop.starts,
        ends: workshop.ends,
        title: workshop.title.clone(),
        text: workshop.summary.clone(),
        place: Some(venue.place()),
        happens: Happens::Workshop,
        series: workshop.series.clone(),
        organisation: workshop.organiser.clone(),
        code: workshop.code.clone(),
        page: format!("/workshops/{}", workshop.code),
        sure: match workshop.state {
            State::Cancelled => Sure::Cancelled,
            State::Draft => Sure::Tentative,
            _ => Sure::Confirmed,
        },
    }
}

/// The last day to register, as something that happens: it keeps nobody busy.
fn closing(workshop: &Workshop) -> Happening {
    // Closing at midnight, the day before is the last.
    let day = workshop.closes.plus_minutes(-1).day();
    let says = |en: &str, zh: &str| Bi::new(format!("{en}{}", workshop.title.en), format!("{zh}{}", workshop.title.zh));
    Happening {
        uid: format!("closes-{}", workshop.uid),
        // Whatever changes of a workshop raises its version, its closing too.
        sequence: workshop.version,
        starts: day.at(0, 0),
        ends: day.next().at(0, 0),
        title: says("Last day to register: ", "截止報名："),
        text: Bi::default(),
        place: None,
        happens: Happens::Deadline,
        ..happening(workshop, &Venue::default())
    }
}

/// Every workshop that was announced, and its closing; cancelled ones too.
pub async fn happenings(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let venues = venues::acts::venues(ctx).await?;
    let mut all = Vec::new();
    for Listed { workshop, .. } in store::list(&mut ctx.tx, &[], false).await? {
        let Some(venue) = venues.iter().find(|it| it.code == workshop.venue) else { continue };
        all.push(happening(&workshop, venue));
        all.push(closing(&workshop));
    }
    Ok(all)
}

/// One workshop as a file to keep.
pub async fn download(ctx: &mut Ctx, code: &str, w: Words) -> Answer<String> {
    let workshop = store::find(&mut ctx.tx, code).await?.filter(Workshop::is_public).or_unknown()?;
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let occasion = Occasion::of(&happening(&workshop, &venue), w, &ctx.site.settings.public_url);
    let feed = Feed { name: occasion.summary.clone(), tag: w.lang.tag(), source: None, organizer: None };
    Ok(ical::calendar(&feed, Method::Publish, &[occasion]))
}

/// Which file goes with a letter: an invitation while the place is sure, its end when it is lost, none otherwise.
pub(super) fn method(workshop: &Workshop, registration: &Registration) -> Option<Method> {
    match registration.status {
        Status::Confirmed => Some(Method::Request),
        Status::Cancelled | Status::Withdrawn if registration.sequence > 0 || workshop.sequence > 0 => Some(Method::Cancel),
        _ => None,
    }
}

/// The file that goes with a letter to one reader. An entry is of a person and a registration, with the workshop's UID, so that it
/// and the public feed are one.
pub(super) fn file(
    ctx: &Ctx,
    (workshop, setting): (&Workshop, &Setting),
    registration: &Registration,
    reader: &Reader,
    method: Method,
) -> (&'static str, String) {
    let w = Words::of(reader.lang);
    let mut occasion = Occasion::of(&happening(workshop, &setting.venue), w, &ctx.site.settings.public_url);
    occasion.sequence = workshop.sequence + registration.sequence;
    occasion.changed = ctx.now;
    occasion.attendee = Some((w.pick(&reader.name), reader.email.clone()));
    if method == Method::Cancel {
        occasion.state = Sure::Cancelled;
    }
    let feed = Feed {
        name: occasion.summary.clone(),
        tag: w.lang.tag(),
        source: None,
        organizer: Some((w.pick(&setting.organiser.name), "workshops@accolade.example".into())),
    };
    (if method == Method::Cancel { "CANCEL" } else { "REQUEST" }, ical::calendar(&feed, method, &[occasion]))
}

/// The workshops of registrations, each once: those that hold a place, and those that are off. The number rises with the workshop's and
/// the registration's, as in letters, so that both speak of one entry.
async fn of_entries(ctx: &mut Ctx, entries: Vec<super::find::Entry>) -> Answer<Vec<Happening>> {
    let venues = venues::acts::venues(ctx).await?;
    let mut all: Vec<Happening> = Vec::new();
    for entry in entries {
        let is_off = entry.workshop.state == State::Cancelled;
        let Some(venue) = venues.iter().find(|it| it.code == entry.workshop.venue) else { continue };
        if !(entry.registration.status.holds_place() || is_off) || all.iter().any(|it| it.uid == entry.workshop.uid) {
            continue;
        }
        let it = happening(&entry.workshop, venue);
        all.push(Happening { sequence: it.sequence + entry.registration.sequence, ..it });
    }
    Ok(all)
}

/// What the viewer takes part in.
pub async fn mine(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let entries = super::find::mine(ctx).await?;
    of_entries(ctx, entries).await
}

/// Everything a department's people have a place in.
pub async fn of_department(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let entries = super::find::department(ctx).await?;
    of_entries(ctx, entries).await
}

/// The same as a file, for its co-ordinator.
pub async fn department(ctx: &mut Ctx, w: Words) -> Answer<String> {
    ctx.may(Action::Endorse, Reach::Own)?;
    let me = ctx.me()?;
    let org = people::acts::organisation(ctx, &me.organisation).await?;
    let occasions: Vec<Occasion> = of_department(ctx).await?.iter().map(|it| Occasion::of(it, w, &ctx.site.settings.public_url)).collect();
    let feed =
        Feed { name: crate::t!(w, "calendar-department", name = w.pick(&org.name)), tag: w.lang.tag(), source: None, organizer: None };
    Ok(ical::calendar(&feed, Method::Publish, &occasions))
}
