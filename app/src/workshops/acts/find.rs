//! Looking workshops and registrations up. Changes nothing.

use std::collections::HashMap;

use crate::{
    base::{
        ctx::Ctx,
        ids::RegistrationId,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        text::Bi,
        time::Moment,
    },
    people,
    venues::{self, Holidays, Venue},
    workshops::{
        rules::{
            queue::{Standing, Tally, Why, position, positions, why},
            *,
        },
        store::{self, Listed, Of, people as crowd},
    },
};

pub use crowd::{Expected, Step};
pub use store::Listed as Row;

/// How the catalogue may be narrowed, by address.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub search: String,
    pub month: Option<String>,
    pub series: Option<String>,
    pub language: Option<String>,
    pub district: Option<String>,
    /// `single` or `team`.
    pub kind: Option<String>,
    /// `open` keeps what can be registered for; `past` what is over; otherwise what is to come.
    pub show: Option<String>,
}

/// Workshops as the catalogue lists them, by date; never a draft.
pub async fn catalogue(ctx: &mut Ctx, filter: &Filter) -> Answer<Vec<Listed>> {
    let words: Vec<String> = filter.search.split_whitespace().take(3).map(Into::into).collect();
    let now = ctx.now;
    let wanted = |row: &Listed| {
        let w = &row.workshop;
        let is = |asked: &Option<String>, value: &str| asked.as_deref().is_none_or(|asked| asked == value);
        let kind = match filter.kind.as_deref() {
            Some("team") => w.takes_teams(),
            Some("single") => w.team_min <= 1,
            _ => true,
        };
        let show = match filter.show.as_deref() {
            Some("open") => w.phase(now) == Phase::Open,
            Some("past") => w.ends <= now || matches!(w.state, State::Completed | State::Cancelled),
            Some("all") => true,
            _ => w.ends > now,
        };
        is(&filter.month, &w.starts.day().month_key())
            && is(&filter.series, &w.series)
            && is(&filter.language, &w.language)
            && is(&filter.district, &row.district)
            && kind
            && show
    };
    Ok(store::list(&mut ctx.tx, &words, false).await?.into_iter().filter(wanted).collect())
}

/// Every workshop with its numbers, drafts too, for organisers.
pub async fn programme(ctx: &mut Ctx) -> Answer<Vec<Listed>> {
    ctx.may(Action::RunWorkshops, Reach::Read)?;
    Ok(store::list(&mut ctx.tx, &[], true).await?)
}

pub async fn series(ctx: &mut Ctx) -> Answer<Vec<(String, Bi)>> {
    Ok(store::series(&mut ctx.tx).await?)
}

/// A workshop with everything its page says.
pub struct Shown {
    pub workshop: Workshop,
    pub venue: Venue,
    pub organiser: Bi,
    pub co_organiser: Option<Bi>,
    pub row: Listed,
    pub holidays: Holidays,
    /// The viewer's department in this workshop, if they are signed in.
    pub own: Option<Tally>,
    /// The viewer's own registrations here.
    pub mine: Vec<Registration>,
    /// What of the viewer's own is at the same hour, said before they register.
    pub clash: Option<(Bi, Moment)>,
    /// The next workshop of the series that takes registrations, when this one does not.
    pub next: Option<(String, Bi, Moment)>,
}

pub async fn workshop(ctx: &mut Ctx, code: &str) -> Answer<Shown> {
    let workshop = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    if !workshop.is_public() && ctx.viewer.reach(Action::RunWorkshops) < Reach::Read {
        return Err(Problem::unknown());
    }
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let holidays = venues::acts::holidays(ctx).await?;
    let organiser = people::acts::organisation(ctx, &workshop.organiser).await?.name;
    let co_organiser = match &workshop.co_organiser {
        Some(code) => Some(people::acts::organisation(ctx, code).await?.name),
        None => None,
    };
    let listed = store::list(&mut ctx.tx, &[], true).await?;
    let now = ctx.now;
    let next = listed
        .iter()
        .find(|row| row.workshop.series == workshop.series && row.workshop.code != workshop.code && row.workshop.phase(now) == Phase::Open)
        .map(|row| (row.workshop.code.clone(), row.workshop.title.clone(), row.workshop.starts));
    let row = listed.into_iter().find(|row| row.workshop.code == workshop.code).or_unknown()?;
    let (mut own, mut mine, mut clash) = (None, Vec::new(), None);
    if let Some(me) = ctx.viewer.me().cloned() {
        own = Some(store::tally(&mut ctx.tx, &workshop, &me.organisation).await?);
        mine = store::registrations(&mut ctx.tx, Of::Person(me.id)).await?;
        mine.retain(|it| it.workshop == code);
        let engaged = crowd::engagements(&mut ctx.tx, me.id, &workshop, None).await?;
        clash =
            engaged.into_iter().find(|it| it.workshop != workshop.code).map(|it| (Bi::new(it.title_en, it.title_zh), Moment(it.starts_at)));
    }
    Ok(Shown { workshop, venue, organiser, co_organiser, row, holidays, own, mine, clash, next })
}

/// How far the viewer may go with a registration: nothing means that for them it does not exist.
pub async fn may_see(ctx: &mut Ctx, registration: &Registration) -> Answer<Reach> {
    let runs = ctx.viewer.reach(Action::RunWorkshops);
    if runs == Reach::All {
        return Ok(Reach::All);
    }
    let Some(me) = ctx.viewer.me().cloned() else { return Ok(Reach::Nothing) };
    let coordinates = ctx.viewer.reach(Action::Endorse) == Reach::Own && me.organisation == registration.organisation;
    let takes_part = crowd::participants(&mut ctx.tx, registration.id).await?.iter().any(|p| p.person == me.id);
    Ok(if coordinates || takes_part || registration.asked_by == me.id { Reach::Own } else { runs })
}

/// A registration with all its page says.
pub struct Followed {
    pub registration: Registration,
    pub workshop: Workshop,
    pub venue: Venue,
    pub participants: Vec<Participant>,
    pub steps: Vec<Step>,
    pub tally: Tally,
    /// Position on the list and why there is no offer, while waiting.
    pub waiting: Option<(i64, Why)>,
    pub holidays: Holidays,
    pub reach: Reach,
}

pub async fn registration(ctx: &mut Ctx, reference: &str) -> Answer<Followed> {
    let registration = store::registration(&mut ctx.tx, reference).await?.or_unknown()?;
    let reach = may_see(ctx, &registration).await?;
    if reach == Reach::Nothing {
        return Err(if ctx.viewer.me().is_some() { Problem::unknown() } else { Problem::sign_in() });
    }
    let workshop = store::find(&mut ctx.tx, &registration.workshop).await?.or_unknown()?;
    let venue = venues::acts::venue(ctx, &workshop.venue).await?;
    let participants = crowd::participants(&mut ctx.tx, registration.id).await?;
    let steps = crowd::steps(&mut ctx.tx, registration.id).await?;
    let tally = store::tally(&mut ctx.tx, &workshop, &registration.organisation).await?;
    let waiting = if registration.status == Status::Waitlisted {
        let standings = store::standings(&mut ctx.tx, &workshop.code).await?;
        position(&standings, registration.id).map(|number| (number, why(tally, registration.people)))
    } else {
        None
    };
    let holidays = venues::acts::holidays(ctx).await?;
    Ok(Followed { registration, workshop, venue, participants, steps, tally, waiting, holidays, reach })
}

/// A registration in a list, with its workshop and its people.
pub struct Entry {
    pub registration: Registration,
    pub workshop: Workshop,
    pub participants: Vec<Participant>,
    pub position: Option<i64>,
}

/// Four questions, however many registrations there are.
async fn entries(ctx: &mut Ctx, of: Of<'_>) -> Answer<Vec<Entry>> {
    let registrations = store::registrations(&mut ctx.tx, of).await?;
    let mut members = crowd::members(&mut ctx.tx, of).await?;
    let workshops: HashMap<String, Workshop> =
        store::list(&mut ctx.tx, &[], true).await?.into_iter().map(|it| (it.workshop.code.clone(), it.workshop)).collect();
    let mut lists: HashMap<String, Vec<Standing>> = HashMap::new();
    if registrations.iter().any(|it| it.status == Status::Waitlisted) {
        for (workshop, standing) in store::waiting(&mut ctx.tx).await? {
            lists.entry(workshop).or_default().push(standing);
        }
    }
    let places: HashMap<RegistrationId, i64> = lists.values().flat_map(|list| positions(list)).collect();
    let mut entries = Vec::new();
    for registration in registrations {
        let workshop = workshops.get(&registration.workshop).cloned().or_unknown()?;
        let participants = members.remove(&registration.id).unwrap_or_default();
        let position = places.get(&registration.id).copied();
        entries.push(Entry { registration, workshop, participants, position });
    }
    entries.sort_by_key(|entry| entry.workshop.starts);
    Ok(entries)
}

/// What the viewer asked for or takes part in.
pub async fn mine(ctx: &mut Ctx) -> Answer<Vec<Entry>> {
    let me = ctx.me()?;
    entries(ctx, Of::Person(me.id)).await
}

/// Everything of the viewer's department (I-66).
pub async fn department(ctx: &mut Ctx) -> Answer<Vec<Entry>> {
    ctx.may(Action::Endorse, Reach::Own)?;
    let me = ctx.me()?;
    entries(ctx, Of::Organisation(&me.organisation)).await
}

/// Everything in one workshop, for its organiser.
pub async fn of_workshop(ctx: &mut Ctx, code: &str) -> Answer<Vec<Entry>> {
    ctx.may(Action::RunWorkshops, Reach::Read)?;
    entries(ctx, Of::Workshop(code)).await
}

/// How many workshops of a series were completed in a year: the meter of target F3.1.2 (I-10).
pub async fn completed(ctx: &mut Ctx, series: &str, year: i32) -> Answer<i64> {
    let all = store::list(&mut ctx.tx, &[], false).await?;
    let counts =
        |row: &&Listed| row.workshop.series == series && row.workshop.state == State::Completed && row.workshop.starts.day().year() == year;
    Ok(all.iter().filter(counts).count() as i64)
}

/// Each invariant of this slice that can be asked of a database, and how often it is broken.
pub async fn checks(ctx: &mut Ctx) -> Answer<Vec<(&'static str, i64)>> {
    Ok(store::checks::all(&mut ctx.tx).await?)
}
