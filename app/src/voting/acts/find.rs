//! Looking stops and their days up: for visitors, and for the officers on duty. Changes nothing.

use crate::{
    base::{
        ctx::Ctx,
        happening::{Happening, Happens, Sure},
        ical::{self, Feed, Method, Occasion},
        problem::{Answer, OrUnknown},
        roles::{Action, Reach},
        text::Bi,
        time::{Day, Moment},
        words::Words,
    },
    venues::{self, Venue},
};

use super::{
    super::{
        rules::*,
        store::{self, ballots, officers},
    },
    kiosk::Kiosk,
};

/// A stop with its place and its days.
pub struct Shown {
    pub stop: Stop,
    pub venue: Venue,
    pub days: Vec<PollDay>,
}

/// Whether the viewer sees stops that are not confirmed yet, and who is on duty.
pub fn plans(ctx: &Ctx) -> bool {
    ctx.viewer.reach(Action::PlanStops) >= Reach::Read
}

/// Every stop the viewer may know of, by date.
pub async fn stops(ctx: &mut Ctx) -> Answer<Vec<Shown>> {
    let planner = plans(ctx);
    let venues = venues::acts::venues(ctx).await?;
    let mut shown = Vec::new();
    for stop in store::stops(&mut ctx.tx).await? {
        if stop.state == StopState::Planned && !planner {
            continue;
        }
        let Some(venue) = venues.iter().find(|it| it.code == stop.venue).cloned() else { continue };
        shown.push(Shown { stop, venue, days: Vec::new() });
    }
    Ok(shown)
}

pub async fn stop(ctx: &mut Ctx, code: &str) -> Answer<Shown> {
    let planner = plans(ctx);
    let stop = store::stop(&mut ctx.tx, code).await?.filter(|it| planner || it.state != StopState::Planned).or_unknown()?;
    let venue = venues::acts::venue(ctx, &stop.venue).await?;
    let days = store::days_of(&mut ctx.tx, code).await?;
    Ok(Shown { stop, venue, days })
}

/// Days shut by weather, today or later, with their stops: for notices.
pub async fn shut(ctx: &mut Ctx) -> Answer<Vec<(Stop, PollDay)>> {
    let mut found = Vec::new();
    for day in store::suspended(&mut ctx.tx, ctx.now.day()).await? {
        if let Some(stop) = store::stop(&mut ctx.tx, &day.stop).await?.filter(|it| it.state == StopState::Confirmed) {
            found.push((stop, day));
        }
    }
    Ok(found)
}

/// The stop at which people can vote now, if there is one: on the front page.
pub async fn open_now(ctx: &mut Ctx) -> Answer<Option<(Shown, PollDay)>> {
    for it in stops(ctx).await? {
        if it.stop.scheme.is_none() || it.stop.phase(ctx.now) != StopPhase::Live {
            continue;
        }
        let days = store::days_of(&mut ctx.tx, &it.stop.code).await?;
        if let Some(day) = days.iter().find(|day| day.takes(ctx.now)).cloned() {
            return Ok(Some((Shown { days, ..it }, day)));
        }
    }
    Ok(None)
}

/// What an exhibition needs of the viewer, for their desk: of which stop or scheme, and what.
pub struct DutyOf {
    pub code: String,
    pub name: Bi,
    pub need: Need,
}

pub enum Need {
    /// The poll is held today until then.
    Today(Moment),
    /// The day is over and not balanced.
    Balance(Day),
    /// All is balanced: the votes can be counted, or the count certified.
    Count,
}

/// What the viewer has to do about stops and polls.
pub async fn duties(ctx: &mut Ctx) -> Answer<Vec<DutyOf>> {
    let mut all = Vec::new();
    let me = ctx.viewer.me().map(|me| me.id);
    if ctx.viewer.reach(Action::RunPolls) == Reach::All {
        for it in store::unbalanced(&mut ctx.tx, ctx.now.day()).await? {
            let Some(stop) = store::stop(&mut ctx.tx, &it.stop).await?.filter(|it| it.state == StopState::Confirmed) else { continue };
            let need = match it.state {
                _ if it.day == ctx.now.day() && ctx.now < it.closes => Need::Today(it.closes),
                // Whoever closed it waits for a colleague.
                DayState::Closed if it.closed_by == me => continue,
                _ => Need::Balance(it.day),
            };
            all.push(DutyOf { code: stop.code, name: stop.name, need });
        }
    }
    if ctx.viewer.reach(Action::CertifyVotes) == Reach::All {
        for row in ballots::polls(&mut ctx.tx).await? {
            let waits = match PollState::of_code(&row.state) {
                Some(PollState::Collecting) => {
                    let days = store::days_of_scheme(&mut ctx.tx, &row.scheme).await?;
                    let over = days.last().is_some_and(|it| it.closes <= ctx.now);
                    over && super::count::open_days(ctx, &row.scheme).await? == 0
                }
                Some(PollState::Counted) => row.counted_by != me.map(|it| it.0),
                _ => false,
            };
            if waits {
                let name = crate::awards::acts::find::scheme(ctx, &row.scheme).await?.name;
                all.push(DutyOf { code: row.scheme, name, need: Need::Count });
            }
        }
    }
    Ok(all)
}

/// What an officer on duty looks at: one stop, one of its days.
pub struct Desk {
    pub shown: Shown,
    pub scheme: String,
    pub day: Option<PollDay>,
    pub batches: Vec<Batch>,
    pub kiosks: Vec<Kiosk>,
    /// Codes spent on the day so far.
    pub used: i64,
    pub paper: Vec<(crate::base::ids::PersonId, PaperReturn)>,
    pub paper_agrees: bool,
    pub trial: trial::Trial,
    pub ballot: std::sync::Arc<BallotPaper>,
    pub may: bool,
}

/// The desk of a stop, on a day if asked, else on today or the day nearest to it.
pub async fn desk(ctx: &mut Ctx, code: &str, asked: Option<&str>) -> Answer<Desk> {
    ctx.may(Action::RunPolls, Reach::Read)?;
    let may = ctx.viewer.reach(Action::RunPolls) == Reach::All;
    let shown = stop(ctx, code).await?;
    let scheme = shown.stop.scheme.clone().or_unknown()?;
    let today = ctx.now.day();
    let wanted = asked.and_then(Day::parse).unwrap_or(today);
    let day = shown
        .days
        .iter()
        .find(|it| it.day == wanted)
        .or_else(|| shown.days.iter().rfind(|it| it.day <= today))
        .or_else(|| shown.days.first())
        .cloned();
    let (used, paper) = match &day {
        Some(day) => (ballots::used_on(&mut ctx.tx, code, day.day).await?, officers::paper(&mut ctx.tx, code, day.day).await?),
        None => (0, Vec::new()),
    };
    let ballot = super::paper(ctx, &scheme).await?;
    let trial = match &day {
        Some(day) => super::trials::of_day(ctx, &ballot, code, day.day).await?,
        None => trial::Trial::default(),
    };
    Ok(Desk {
        batches: ballots::batches(&mut ctx.tx, code).await?,
        kiosks: if may { super::kiosk::kiosks(ctx, code).await? } else { Vec::new() },
        paper_agrees: super::day::agreed(&paper).is_some(),
        ballot,
        trial,
        shown,
        scheme,
        day,
        used,
        paper,
        may,
    })
}

/// A day of a stop as something that happens.
fn happening(it: &Shown, day: Day, (opens, closes): (Moment, Moment), changed: Moment, sure: Sure) -> Happening {
    Happening {
        uid: format!("stop-{}-{}@accolade", it.stop.code, day.iso()),
        sequence: it.stop.sequence,
        created: changed.min(opens),
        changed,
        starts: opens,
        ends: closes,
        title: it.stop.name.clone(),
        text: it.stop.note.clone(),
        place: Some(it.venue.place()),
        happens: Happens::Exhibition,
        series: it.stop.series.clone(),
        organisation: String::new(),
        code: it.stop.code.clone(),
        page: format!("/exhibitions/{}", it.stop.code),
        sure,
    }
}

/// The days of a stop as things that happen, each by itself; a day shut by weather is cancelled, and so is one on which the public expected
/// it before it was given other days (I-55).
async fn happenings_of(ctx: &mut Ctx, it: &Shown) -> Answer<Vec<Happening>> {
    let sure = |day: &PollDay| match it.stop.state {
        _ if day.state == DayState::Suspended => Sure::Cancelled,
        StopState::Cancelled => Sure::Cancelled,
        StopState::Confirmed => Sure::Confirmed,
        _ => Sure::Tentative,
    };
    let mut all: Vec<Happening> =
        it.days.iter().map(|day| happening(it, day.day, (day.opens, day.closes), it.stop.changed, sure(day))).collect();
    let off = store::days_off(&mut ctx.tx, &it.stop.code).await?;
    all.extend(off.iter().map(|day| happening(it, day.day, (day.opens, day.closes), day.since, Sure::Cancelled)));
    Ok(all)
}

/// Every day of every stop.
pub async fn happenings(ctx: &mut Ctx) -> Answer<Vec<Happening>> {
    let mut all = Vec::new();
    for it in stops(ctx).await? {
        let days = store::days_of(&mut ctx.tx, &it.stop.code).await?;
        all.extend(happenings_of(ctx, &Shown { days, ..it }).await?);
    }
    Ok(all)
}

/// A stop as calendar entries.
pub async fn calendar(ctx: &mut Ctx, code: &str, w: Words) -> Answer<String> {
    let it = stop(ctx, code).await?;
    let occasions: Vec<Occasion> =
        happenings_of(ctx, &it).await?.iter().map(|day| Occasion::of(day, w, &ctx.site.settings.public_url)).collect();
    let feed = Feed { name: w.pick(&it.stop.name), tag: w.lang.tag(), source: None, organizer: None };
    Ok(ical::calendar(&feed, Method::Publish, &occasions))
}

/// The invariants of the vote, and how often each is broken.
pub async fn checks(ctx: &mut Ctx) -> Answer<Vec<(&'static str, i64)>> {
    Ok(store::checks::all(&mut ctx.tx).await?)
}
