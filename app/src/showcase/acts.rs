//! What is done about the Showcase: an event is set up, departments file activities, the scheduler accepts or returns them.

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        outbox::Letter,
        problem::{Answer, Complaints, OrUnknown, Problem},
        roles::{Action, Reach, Role},
        text::Bi,
    },
    people,
    venues::{self, Holidays, Venue},
};

use super::{
    rules::{fit::fit, *},
    store,
};

pub mod accept;
pub mod auto;
pub mod board;
pub mod booking;
pub mod calendar;
pub mod confirm;
pub mod file;
pub mod find;
pub mod follow;
pub mod hold;
pub mod moving;
pub mod presence;
pub mod programme;
pub mod publish;
pub mod remind;

/// What activities are held against: the event, and every place there is.
pub struct Ground {
    pub event: Event,
    pub venues: Vec<Venue>,
    pub holidays: Holidays,
    /// Code and name.
    pub features: Vec<(String, Bi)>,
    pub districts: Vec<(String, Bi)>,
}

impl Ground {
    async fn of(ctx: &mut Ctx, event: Event) -> Answer<Ground> {
        let venues = venues::acts::venues(ctx).await?;
        let mut districts: Vec<(String, Bi)> = venues.iter().map(|it| (it.district.clone(), it.district_name.clone())).collect();
        districts.sort_by(|a, b| a.0.cmp(&b.0));
        districts.dedup();
        Ok(Ground { event, holidays: venues::acts::holidays(ctx).await?, features: venues::acts::features(ctx).await?, venues, districts })
    }

    pub fn fit(&self, needs: &Needs, districts: &[String]) -> Fit {
        fit(needs, districts, &self.venues, &self.event, &self.holidays)
    }

    pub fn venue(&self, code: &str) -> Option<&Venue> {
        self.venues.iter().find(|it| it.code == code)
    }
}

/// Sets up an event, or changes it.
pub async fn set_up(ctx: &mut Ctx, form: &EventForm) -> Answer<Event> {
    ctx.may(Action::PlaceActivities, Reach::All)?;
    let event = form.read()?;
    let before = store::lock_event(&mut ctx.tx, &event.code).await?;
    match &before {
        Some(before) if before.version != event.version => return Err(Refusal::Changed.into()),
        None if event.version != 0 => return Err(Problem::unknown()),
        // Its name and, once there is a plan, its days are changed with a reason that everybody reads.
        Some(before) if before.name != event.name || before.plan > 0 && (before.starts, before.ends) != (event.starts, event.ends) => {
            return Err(Refusal::MoveInstead.into());
        }
        _ => {}
    }
    store::put_event(&mut ctx.tx, &event).await?;
    let detail = json!({ "from": event.starts.iso(), "to": event.ends.iso(), "closes": event.closes.to_rfc3339() });
    ctx.audit(if before.is_some() { "showcase.change" } else { "showcase.set-up" }, format!("showcase:{}", event.code), detail);
    store::event(&mut ctx.tx, &event.code).await?.or_unknown()
}

/// A text that is said to others: in both languages.
fn spoken(text: &Bi, field: &str) -> Answer<Bi> {
    let mut wrong = Complaints::default();
    let text = typed::both(&mut wrong, field, (&text.en, &text.zh), 500, true);
    wrong.check()?;
    Ok(text)
}

/// Who acts, as it stands in a history: by post, never by person.
fn post(ctx: &Ctx) -> Bi {
    match ctx.viewer.me() {
        Some(me) => Bi::new(format!("{}, {}", me.post_title.en, me.organisation), format!("{}（{}）", me.post_title.zh, me.organisation)),
        None => Bi::new("Accolade", "嘉許"),
    }
}

/// Saves an activity in a new state, with a line in its history and in the audit chain.
fn step(ctx: &mut Ctx, activity: &mut Activity, state: ActivityState, name: &'static str, reason: &Bi) {
    activity.state = state;
    activity.changed = ctx.now;
    let by = post(ctx);
    store::put_activity(&mut ctx.tx, activity);
    store::add_step(&mut ctx.tx, &activity.code, name, &by, reason, ctx.now);
    ctx.audit_because("activity.step", format!("activity:{}", activity.code), json!({ "step": name, "state": state.code() }), &reason.en);
}

/// Writes to the co-ordinators of a department.
async fn tell(ctx: &mut Ctx, organisation: &str, letter: impl Fn(crate::base::ids::PersonId) -> Letter) -> Answer<()> {
    for person in people::acts::holders(ctx, Role::Coordinator, Some(organisation)).await? {
        ctx.tell(letter(person));
    }
    Ok(())
}
