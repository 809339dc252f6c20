//! Workshops as calendar entries: in letters, as downloads, and as a department's feed.

use crate::{
    base::{
        ctx::Ctx,
        ical::{self, Feed, Method, Occasion},
        ids::PersonId,
        problem::{Answer, OrUnknown},
        roles::{Action, Reach},
        text::{Bi, Lang},
        words::Words,
    },
    people, venues,
    workshops::{rules::*, store},
};

/// A workshop as an occasion in one language, the other below in its description.
pub async fn occasion(ctx: &mut Ctx, workshop: &Workshop, w: Words) -> Answer<Occasion> {
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let url = format!("{}/{}/workshops/{}", ctx.site.settings.public_url, w.lang.path(), workshop.code);
    let other = w.other();
    let cancelled = workshop.state == State::Cancelled;
    let title = w.pick(&workshop.title);
    Ok(Occasion {
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
    })
}

fn place(w: Words, venue: &Bi, district: &Bi) -> String {
    if w.lang == Lang::En { format!("{}, {}", venue.en, district.en) } else { format!("{}{}", w.pick(district), w.pick(venue)) }
}

/// One workshop as a file to keep.
pub async fn download(ctx: &mut Ctx, code: &str, w: Words) -> Answer<String> {
    let workshop = store::find(&mut ctx.tx, code).await?.filter(Workshop::is_public).or_unknown()?;
    let occasion = occasion(ctx, &workshop, w).await?;
    let feed = Feed { name: occasion.summary.clone(), tag: w.lang.tag(), source: None, organizer: None };
    Ok(ical::calendar(&feed, Method::Publish, &[occasion]))
}

/// The file that goes with a letter: an invitation while the place is sure, its end when it is lost, nothing otherwise.
///
/// An entry is of a person and a registration, with the workshop's UID, so that it and the public feed are one.
pub(super) async fn for_letter(
    ctx: &mut Ctx,
    workshop: &Workshop,
    registration: &Registration,
    reader: PersonId,
) -> Answer<Option<(&'static str, String)>> {
    let ended =
        matches!(registration.status, Status::Cancelled | Status::Withdrawn) && (registration.sequence > 0 || workshop.sequence > 0);
    let method = match registration.status {
        Status::Confirmed => Method::Request,
        _ if ended => Method::Cancel,
        _ => return Ok(None),
    };
    let (email, name, lang) = people::acts::address(ctx, reader).await?;
    let w = Words::of(lang);
    let mut occasion = occasion(ctx, workshop, w).await?;
    occasion.sequence = workshop.sequence + registration.sequence;
    occasion.changed = ctx.now;
    occasion.attendee = Some((w.pick(&name), email));
    if ended {
        occasion.state = ical::State::Cancelled;
    }
    let organiser = people::acts::organisation(ctx, &workshop.organiser).await?.name;
    let feed = Feed {
        name: occasion.summary.clone(),
        tag: w.lang.tag(),
        source: None,
        organizer: Some((w.pick(&organiser), "workshops@accolade.example".into())),
    };
    let word = if ended { "CANCEL" } else { "REQUEST" };
    Ok(Some((word, ical::calendar(&feed, method, &[occasion]))))
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
        occasions.push(occasion(ctx, workshop, w).await?);
    }
    let feed =
        Feed { name: crate::t!(w, "calendar-department", name = w.pick(&org.name)), tag: w.lang.tag(), source: None, organizer: None };
    Ok(ical::calendar(&feed, Method::Publish, &occasions))
}
