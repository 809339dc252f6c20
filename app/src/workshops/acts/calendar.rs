//! Workshops as calendar entries: in letters, as downloads, and as a department's feed.

use crate::{
    base::{
        ctx::Ctx,
        ical::{self, Feed, Method, Occasion},
        problem::{Answer, OrUnknown},
        roles::{Action, Reach},
        text::{Bi, Lang},
        words::Words,
    },
    people::{self, Organisation},
    venues::{self, Venue},
    workshops::{rules::*, store},
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

/// A workshop as an occasion in one language, the other below in its description.
fn occasion(public_url: &str, workshop: &Workshop, venue: &Venue, w: Words) -> Occasion {
    let url = format!("{public_url}/{}/workshops/{}", w.lang.path(), workshop.code);
    let other = w.other();
    let cancelled = workshop.state == State::Cancelled;
    let title = w.pick(&workshop.title);
    Occasion {
        uid: workshop.uid.clone(),
        sequence: workshop.sequence,
        created: workshop.changed.min(workshop.opens),
        changed: workshop.changed,
        starts: workshop.starts,
        ends: workshop.ends,
        // Outlook shows a cancelled entry as if it were alive, so the word stands before the title too.
        summary: if cancelled { crate::t!(w, "calendar-cancelled", title = title) } else { title },
        description: format!(
            "{}\n\n{}\n{}\n\n{url}",
            w.pick(&workshop.summary),
            other.pick(&workshop.title),
            other.pick(&workshop.summary)
        ),
        location: place(w, &venue.name, &venue.district_name),
        categories: vec![workshop.series.clone()],
        url,
        state: match workshop.state {
            State::Cancelled => ical::State::Cancelled,
            State::Draft => ical::State::Tentative,
            _ => ical::State::Confirmed,
        },
        attendee: None,
    }
}

fn place(w: Words, venue: &Bi, district: &Bi) -> String {
    if w.lang == Lang::En { format!("{}, {}", venue.en, district.en) } else { format!("{}{}", w.pick(district), w.pick(venue)) }
}

/// One workshop as a file to keep.
pub async fn download(ctx: &mut Ctx, code: &str, w: Words) -> Answer<String> {
    let workshop = store::find(&mut ctx.tx, code).await?.filter(Workshop::is_public).or_unknown()?;
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let occasion = occasion(&ctx.site.settings.public_url, &workshop, &venue, w);
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
    let mut occasion = occasion(&ctx.site.settings.public_url, workshop, &setting.venue, w);
    occasion.sequence = workshop.sequence + registration.sequence;
    occasion.changed = ctx.now;
    occasion.attendee = Some((w.pick(&reader.name), reader.email.clone()));
    if method == Method::Cancel {
        occasion.state = ical::State::Cancelled;
    }
    let feed = Feed {
        name: occasion.summary.clone(),
        tag: w.lang.tag(),
        source: None,
        organizer: Some((w.pick(&setting.organiser.name), "workshops@accolade.example".into())),
    };
    (if method == Method::Cancel { "CANCEL" } else { "REQUEST" }, ical::calendar(&feed, method, &[occasion]))
}

/// Everything a department's people have a place in, for its co-ordinator's calendar.
pub async fn department(ctx: &mut Ctx, w: Words) -> Answer<String> {
    ctx.may(Action::Endorse, Reach::Own)?;
    let me = ctx.me()?;
    let org = people::acts::organisation(ctx, &me.organisation).await?;
    let mut workshops: Vec<Workshop> = Vec::new();
    for entry in super::find::department(ctx).await? {
        let held = entry.registration.status.holds_place() || entry.workshop.state == State::Cancelled;
        if held && !workshops.iter().any(|w| w.code == entry.workshop.code) {
            workshops.push(entry.workshop);
        }
    }
    let mut occasions = Vec::new();
    for workshop in &workshops {
        let venue = venues::acts::venue(ctx, &workshop.venue).await?;
        occasions.push(occasion(&ctx.site.settings.public_url, workshop, &venue, w));
    }
    let feed =
        Feed { name: crate::t!(w, "calendar-department", name = w.pick(&org.name)), tag: w.lang.tag(), source: None, organizer: None };
    Ok(ical::calendar(&feed, Method::Publish, &occasions))
}
