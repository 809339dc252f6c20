//! Every session the public was told of, as something that happens. What was cancelled stays, cancelled.

use std::collections::BTreeMap;

use crate::{
    base::{
        ctx::Ctx,
        happening::{Happening, Happens, Sure},
        ical::{self, Feed, Method, Occasion},
        problem::Answer,
        text::Lang,
        time::Moment,
        words::Words,
    },
    people,
    venues::{self, Venue},
};

use super::{
    super::{
        rules::{hold::HoldState, *},
        store,
    },
    find, programme,
};

/// Under which a session stands in calendars, for ever.
pub fn uid(it: &Published) -> String {
    format!("showcase-{}@accolade", it.code().to_lowercase())
}

/// A session as something that happens; `first` is when the programme was first published, `changed` the version that says this of it.
fn happening(it: &Published, activity: &Activity, venue: Option<&Venue>, (first, changed): (Moment, Moment)) -> Happening {
    Happening {
        uid: uid(it),
        sequence: it.sequence,
        created: first,
        changed,
        starts: it.at.starts,
        ends: it.ends,
        title: activity.title.clone(),
        text: activity.line.clone(),
        place: venue.map(Venue::place),
        happens: Happens::Activity,
        series: activity.event.clone(),
        organisation: activity.organisation.clone(),
        page: format!("/showcase/programme/{}", it.activity),
        code: it.activity.clone(),
        sure: if it.cancelled { Sure::Cancelled } else { Sure::Confirmed },
    }
}

/// The sessions of the latest version.
pub async fn happenings(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let Some(event) = find::event_if_any(ctx).await? else { return Ok(Vec::new()) };
    let versions = store::publication::versions(&mut ctx.tx, &event.code).await?;
    let Some(last) = versions.first() else { return Ok(Vec::new()) };
    let published: BTreeMap<i64, Moment> = versions.iter().map(|it| (it.number, it.at)).collect();
    let at = |number: i64| published.get(&number).copied().unwrap_or(last.at);
    let activities: BTreeMap<String, Activity> =
        store::activities(&mut ctx.tx, &event.code).await?.into_iter().map(|it| (it.code.clone(), it)).collect();
    let venues: BTreeMap<String, Venue> = venues::acts::venues(ctx).await?.into_iter().map(|it| (it.code.clone(), it)).collect();
    let told = programme::standing(ctx, &event.code, last.number).await?;
    let of = |it: Published| Some(happening(&it, activities.get(&it.activity)?, venues.get(&it.at.venue), (at(1), at(it.since))));
    Ok(told.into_iter().filter_map(of).collect())
}

/// The file that goes with a letter to a visitor about a session they have places in: into their calendar, or out of it again. It is the
/// entry of the feeds.
pub async fn file(
    ctx: &mut Ctx,
    told: &Published,
    activity: &Activity,
    visitor: (String, String),
    lang: Lang,
    method: Method,
) -> Answer<String> {
    let venue = venues::acts::venue(ctx, &told.at.venue).await?;
    let department = people::acts::organisation(ctx, &activity.organisation).await?;
    let w = Words::of(lang);
    let it = happening(told, activity, Some(&venue), (ctx.now, ctx.now));
    let occasion = Occasion { attendee: Some(visitor), ..Occasion::of(&it, w, &ctx.site.settings.public_url) };
    let organizer = Some((w.pick(&department.name), "showcase@accolade.example".into()));
    let feed = Feed { name: occasion.summary.clone(), tag: lang.tag(), source: None, organizer };
    Ok(ical::calendar(&feed, method, &[occasion]))
}

/// The venues of the present event, and how far the organiser has come with each: the scheduler's own book.
pub async fn holds(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let Some(event) = find::event_if_any(ctx).await? else { return Ok(Vec::new()) };
    let venues: BTreeMap<String, Venue> = venues::acts::venues(ctx).await?.into_iter().map(|it| (it.code.clone(), it)).collect();
    let holds = store::hold::holds(&mut ctx.tx, &event.code).await?;
    let happening = |it: hold::VenueHold| {
        let venue = venues.get(&it.venue)?;
        let (starts, ends) = (event.starts.at(0, 0), event.ends.next().at(0, 0));
        Some(Happening {
            uid: format!("hold-{}-{}@accolade", event.code.to_lowercase(), it.venue.to_lowercase()),
            sequence: it.version + event.version,
            created: it.since.at(0, 0),
            changed: it.since.at(0, 0),
            starts,
            ends,
            // How sure it is says the entry's state.
            title: venue.name.clone(),
            text: event.name.clone(),
            place: Some(venue.place()),
            happens: Happens::Hold,
            series: event.code.clone(),
            organisation: String::new(),
            page: format!("/showcase/venues/{}", it.venue),
            code: it.venue,
            sure: match it.state {
                HoldState::Confirmed => Sure::Confirmed,
                HoldState::Released => Sure::Cancelled,
                HoldState::Asked | HoldState::Held => Sure::Tentative,
            },
        })
    };
    Ok(holds.into_iter().filter_map(happening).collect())
}
