//! The day itself and after: marks at the door, the end of attendance, records, evaluation.

use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::{
    base::{
        ctx::Ctx,
        ids::PersonId,
        outbox::Letter,
        print,
        problem::{Answer, Kind, OrUnknown, Problem},
        roles::{Action, Reach},
        text::{Bi, Lang},
        time::{Moment, write},
        words::Words,
    },
    people, surveys, venues,
    workshops::{
        rules::*,
        store::{self, Move, Of, people as crowd},
    },
};

use super::set;

pub use crowd::Expected;

/// What the door says to one code: four colours, named reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Marked now.
    Ok,
    /// Marked before.
    Again,
    /// Known, but without a place: waiting, or not endorsed yet.
    Waiting,
    /// A place given up or never had.
    NoPlace,
    /// Registered for another workshop.
    Elsewhere,
    /// No such code.
    Unknown,
}

/// The answer to one mark, with the name it was about.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Marked {
    pub verdict: Verdict,
    pub name: Bi,
    pub organisation: String,
    /// The participant's number, as a text since JavaScript cannot hold it.
    pub participant: String,
    pub present: usize,
    pub expected: usize,
}

/// The door list: everyone with a place, by name.
pub async fn list(ctx: &mut Ctx, code: &str) -> Answer<(Workshop, Vec<Expected>)> {
    ctx.may(Action::RunWorkshops, Reach::Read)?;
    let workshop = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    let all = crowd::expected(&mut ctx.tx, code).await?;
    Ok((workshop, all.into_iter().filter(|e| e.status.holds_place() && e.status != Status::Offered).collect()))
}

/// Marks one person by door code or number. Sent twice with one key it marks once.
pub async fn mark(ctx: &mut Ctx, code: &str, who: &str, mark: Attendance, key: &str) -> Answer<Marked> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let workshop = store::lock_workshop(&mut ctx.tx, code).await?.or_unknown()?;
    workshop.may_mark(ctx.now)?;
    if key.is_empty() || key.len() > 80 {
        return Err(Problem::form("problem-form"));
    }
    let who = who.trim().to_uppercase().replace([' ', '-'], "");
    let all = crowd::expected(&mut ctx.tx, code).await?;
    let found = all.iter().find(|e| e.participant.door_code == who || e.participant.id.0.to_string() == who);
    let verdict = match found {
        None if crowd::door_code_elsewhere(&mut ctx.tx, &who).await? => Verdict::Elsewhere,
        None => Verdict::Unknown,
        Some(e) => match e.status {
            Status::Confirmed if e.participant.attendance == Some(mark) => Verdict::Again,
            Status::Confirmed => set_mark(ctx, &workshop, e, mark, key).await?,
            Status::AwaitingEndorsement | Status::Waitlisted | Status::Offered => Verdict::Waiting,
            _ => Verdict::NoPlace,
        },
    };
    let placed = |e: &&Expected| e.status == Status::Confirmed;
    let expected = all.iter().filter(placed).count();
    let before = all.iter().filter(placed).filter(|e| is_present(e.participant.attendance)).count();
    let was = found.is_some_and(|e| is_present(e.participant.attendance));
    let present = match verdict {
        Verdict::Ok => before + usize::from(is_present(Some(mark)) && !was) - usize::from(!is_present(Some(mark)) && was),
        _ => before,
    };
    Ok(Marked {
        verdict,
        name: found.map(|e| e.participant.name.clone()).unwrap_or_default(),
        organisation: found.map(|e| e.organisation.clone()).unwrap_or_default(),
        participant: found.map(|e| e.participant.id.0.to_string()).unwrap_or_default(),
        present,
        expected,
    })
}

fn is_present(mark: Option<Attendance>) -> bool {
    matches!(mark, Some(Attendance::Attended | Attendance::Part))
}

async fn set_mark(ctx: &mut Ctx, workshop: &Workshop, e: &Expected, mark: Attendance, key: &str) -> Answer<Verdict> {
    if !crowd::insert_mark(&mut ctx.tx, key, &workshop.code, e.participant.id, mark, ctx.now).await? {
        return Ok(Verdict::Again);
    }
    let record = is_present(Some(mark)).then(|| format!("AR{}", ctx.site.speakable(10)));
    crowd::set_attendance(&mut ctx.tx, e.participant.id, mark, record.as_deref(), ctx.now).await?;
    ctx.audit("attendance.mark", format!("registration:{}", e.reference), json!({ "mark": mark.code() }));
    Ok(Verdict::Ok)
}

/// The secret in the door's QR code: bound to the workshop and to its day, worthless on any other.
pub fn door_token(ctx: &Ctx, workshop: &Workshop) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&ctx.site.secret) else { return String::new() };
    mac.update(format!("door|{}|{}", workshop.code, workshop.door_day().iso()).as_bytes());
    hex::encode(&mac.finalize().into_bytes()[..10])
}

/// The door's QR code, as an address, for the organiser to put on the wall.
pub async fn door_link(ctx: &mut Ctx, code: &str) -> Answer<(Workshop, String)> {
    ctx.may(Action::RunWorkshops, Reach::Read)?;
    let workshop = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    let token = door_token(ctx, &workshop);
    Ok((workshop.clone(), format!("{}/attend/{}/{token}", ctx.site.settings.public_url, workshop.code)))
}

/// The viewer at the door, by the QR code: who they are here, before they press the button.
pub async fn at_the_door(ctx: &mut Ctx, code: &str, token: &str) -> Answer<(Workshop, Expected)> {
    let workshop = store::find(&mut ctx.tx, code).await?.filter(Workshop::is_public).or_unknown()?;
    if token.len() != 20 || !bool::from(subtle::ConstantTimeEq::ct_eq(token.as_bytes(), door_token(ctx, &workshop).as_bytes())) {
        return Err(Problem::unknown());
    }
    if ctx.now.day() != workshop.door_day() {
        return Err(Problem::closed("workshops-door-day").with("day", workshop.door_day()));
    }
    workshop.may_mark(ctx.now)?;
    let me = ctx.me()?;
    let all = crowd::expected(&mut ctx.tx, code).await?;
    let mine = all.into_iter().find(|e| e.participant.person == me.id && e.status == Status::Confirmed);
    let mine = mine.ok_or_else(|| Problem::new(Kind::Forbidden, "workshops-no-place-here"))?;
    Ok((workshop, mine))
}

/// "I am here": marks the viewer present by the QR code at the door.
pub async fn arrive(ctx: &mut Ctx, code: &str, token: &str) -> Answer<()> {
    store::lock_workshop(&mut ctx.tx, code).await?;
    let (workshop, mine) = at_the_door(ctx, code, token).await?;
    if !is_present(mine.participant.attendance) {
        let key = format!("self-{}", mine.participant.id.0);
        set_mark(ctx, &workshop, &mine, Attendance::Attended, &key).await?;
    }
    Ok(())
}

/// Ends attendance: whoever was not marked was absent, every registration gets its end, and the workshop is completed (I-09).
pub async fn close_attendance(ctx: &mut Ctx, code: &str) -> Answer<Workshop> {
    ctx.may(Action::RunWorkshops, Reach::All)?;
    let mut workshop = store::lock_workshop(&mut ctx.tx, code).await?.or_unknown()?;
    match workshop.state {
        State::Completed => return Err(Refusal::AttendanceClosed.into()),
        State::Cancelled => return Err(Refusal::WorkshopCancelled.into()),
        _ if ctx.now < workshop.ends => return Err(Refusal::NotEnded { ends: workshop.ends }.into()),
        _ => {}
    }
    workshop.state = State::Completed;
    workshop.changed = ctx.now;
    super::organise::write(ctx, &workshop, false).await?;
    let mut attended = 0;
    for registration in store::registrations(&mut ctx.tx, Of::Workshop(code)).await? {
        let people = crowd::participants(&mut ctx.tx, registration.id).await?;
        let mut registration = registration;
        match registration.status {
            Status::Confirmed => {
                for p in people.iter().filter(|p| p.attendance.is_none()) {
                    crowd::set_attendance(&mut ctx.tx, p.id, Attendance::Absent, None, ctx.now).await?;
                }
                let present = people.iter().filter(|p| is_present(p.attendance)).count();
                attended += present;
                let status = if present > 0 { Status::Attended } else { Status::NoShow };
                set(ctx, &workshop, &mut registration, status, Move::default(), "closed").await?;
            }
            status if status.is_live() => {
                set(ctx, &workshop, &mut registration, Status::Withdrawn, Move::default(), "list-closed").await?;
            }
            _ => {}
        }
    }
    ctx.audit("workshop.complete", format!("workshop:{code}"), json!({ "attended": attended }));
    Ok(workshop)
}

/// What anybody may know of an attendance record: that it is one, whose, for what.
pub struct Record {
    pub code: String,
    pub person: PersonId,
    pub workshop: Workshop,
    pub venue: Bi,
    pub name: Bi,
    pub post: Bi,
    pub organisation: Bi,
    pub part: bool,
}

/// A record by its code; codes are long and random, and nothing lists them.
pub async fn record(ctx: &mut Ctx, code: &str) -> Answer<Record> {
    let code = code.trim().to_uppercase().replace(['-', ' '], "");
    let row = crowd::record(&mut ctx.tx, &code).await?.or_unknown()?;
    let workshop = store::find(&mut ctx.tx, &row.workshop).await?.or_unknown()?;
    let part = match row.attendance.as_deref().and_then(Attendance::of_code) {
        Some(Attendance::Attended) => false,
        Some(Attendance::Part) => true,
        _ => return Err(Problem::unknown()),
    };
    if ctx.now < workshop.ends {
        return Err(Problem::unknown());
    }
    let venue = venues::acts::venue(ctx, &workshop.venue).await?.name;
    Ok(Record {
        code,
        person: PersonId(row.person_id),
        venue,
        name: Bi::new(row.name_en, row.name_zh),
        post: Bi::new(row.post_en, row.post_zh),
        organisation: Bi::new(row.org_en, row.org_zh),
        part,
        workshop,
    })
}

/// The record as a designed PDF, for the person themselves.
pub async fn record_paper(ctx: &mut Ctx, code: &str) -> Answer<print::Record> {
    let me = ctx.me()?;
    let record = record(ctx, code).await?;
    if record.person != me.id && ctx.viewer.reach(Action::RunWorkshops) < Reach::Read {
        return Err(Problem::forbidden());
    }
    let issuer = people::acts::organisation(ctx, &record.workshop.organiser).await?.name;
    let co_organiser = match &record.workshop.co_organiser {
        Some(code) => Some(people::acts::organisation(ctx, code).await?.name),
        None => None,
    };
    Ok(print::Record {
        verify_url: format!("{}/records/{}", ctx.site.settings.public_url, record.code),
        code: record.code,
        title: record.workshop.title,
        name: record.name,
        post: record.post,
        organisation: record.organisation,
        date: record.workshop.starts.day(),
        span: (record.workshop.starts, record.workshop.ends),
        venue: record.venue,
        issuer,
        co_organiser,
        part: record.part,
    })
}

/// Prints, off the threads that answer requests.
pub async fn printed(print: impl FnOnce() -> crate::base::db::Stored<Vec<u8>> + Send + 'static) -> Answer<Vec<u8>> {
    Ok(tokio::task::spawn_blocking(print).await.map_err(crate::base::db::Fault::new)??)
}

/// The viewer's own records: workshop, what was marked, the record's code.
pub async fn my_records(ctx: &mut Ctx) -> Answer<Vec<(Workshop, Attendance, Option<String>)>> {
    let me = ctx.me()?;
    let mut records = Vec::new();
    for (code, attendance, record) in crowd::own_records(&mut ctx.tx, me.id).await? {
        let workshop = store::find(&mut ctx.tx, &code).await?.or_unknown()?;
        if let Some(attendance) = attendance.as_deref().and_then(Attendance::of_code) {
            records.push((workshop, attendance, record));
        }
    }
    Ok(records)
}

/// The sheet to sign at the door, for printing.
pub async fn roll(ctx: &mut Ctx, code: &str) -> Answer<print::Roll> {
    let (workshop, expected) = list(ctx, code).await?;
    let venue = venues::acts::venue(ctx, &workshop.venue).await?.name;
    let day = workshop.starts.day();
    let when = Bi::new(
        format!("{}, {}", write::date(day, false), write::span(workshop.starts, workshop.ends, false)),
        format!("{}{}", write::date(day, true), write::span(workshop.starts, workshop.ends, true)),
    );
    let rows = expected
        .into_iter()
        .enumerate()
        .map(|(i, e)| print::RollRow {
            no: i + 1,
            name: e.participant.name,
            post: e.participant.post,
            organisation: e.organisation_name,
            reference: e.reference,
        })
        .collect();
    Ok(print::Roll { title: workshop.title, when, venue, printed: ctx.now, rows })
}

/// Who may evaluate a workshop now: whoever attended, from its end on. Gives the workshop and its questionnaire's subject.
pub async fn may_evaluate(ctx: &mut Ctx, code: &str) -> Answer<(Workshop, surveys::acts::Asked)> {
    let workshop = store::find(&mut ctx.tx, code).await?.filter(Workshop::is_public).or_unknown()?;
    let me = ctx.me()?;
    let attended =
        crowd::expected(&mut ctx.tx, code).await?.iter().any(|e| e.participant.person == me.id && is_present(e.participant.attendance));
    if !attended {
        return Err(Refusal::NotAttended.into());
    }
    if ctx.now < workshop.ends {
        return Err(Refusal::NotEnded { ends: workshop.ends }.into());
    }
    let asked = surveys::acts::Asked {
        subject: format!("workshop:{code}"),
        opens: workshop.ends,
        closes: workshop.ends.plus_days(surveys::OPEN_DAYS),
    };
    Ok((workshop, asked))
}

/// The answer of the door in words: the colour's word, the reason, the name.
pub fn say(marked: &Marked, mark: Attendance, lang: Lang) -> MarkAnswer {
    let w = Words::of(lang);
    let colour = match marked.verdict {
        Verdict::Ok => "ok",
        Verdict::Again => "again",
        Verdict::Waiting => "wait",
        _ => "refused",
    };
    let key = match marked.verdict {
        Verdict::Ok => format!("door-ok-{}", mark.code()),
        Verdict::Again => "door-again".into(),
        Verdict::Waiting => "door-waiting".into(),
        Verdict::NoPlace => "door-no-place".into(),
        Verdict::Elsewhere => "door-elsewhere".into(),
        Verdict::Unknown => "door-unknown".into(),
    };
    let name = if marked.name == Bi::default() { String::new() } else { format!("{} · {}", w.pick(&marked.name), marked.organisation) };
    MarkAnswer {
        colour: colour.into(),
        words: format!("{} {name}", crate::t!(w, &key)).trim_end().to_owned(),
        participant: marked.participant.clone(),
        mark,
        present: marked.present,
        expected: marked.expected,
    }
}

/// Evaluates from a filled form: once, unnamed.
pub async fn evaluate_form(ctx: &mut Ctx, code: &str, fields: &[(&str, String)]) -> Answer<()> {
    may_evaluate(ctx, code).await?;
    let answers =
        surveys::read(|name| fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone()).unwrap_or_default())?;
    evaluate(ctx, code, answers).await
}

/// Evaluates: once, unnamed.
pub async fn evaluate(ctx: &mut Ctx, code: &str, answers: Vec<surveys::Given>) -> Answer<()> {
    let (_, asked) = may_evaluate(ctx, code).await?;
    surveys::acts::answer(ctx, &asked, answers).await
}

/// The results of an evaluation, for the organiser: none below five answers (I-64).
pub async fn results(ctx: &mut Ctx, code: &str) -> Answer<surveys::acts::Results> {
    ctx.may(Action::RunWorkshops, Reach::Read)?;
    surveys::acts::results(ctx, &format!("workshop:{code}")).await
}

/// Reminds those who attended that the evaluation is open and their record is ready.
pub async fn thank(ctx: &mut Ctx, workshop: &Workshop) -> Answer<()> {
    for e in crowd::expected(&mut ctx.tx, &workshop.code).await? {
        if is_present(e.participant.attendance) {
            ctx.tell(
                Letter::new(e.participant.person, "evaluate", format!("/workshops/{}/evaluate", workshop.code))
                    .with("title", workshop.title.clone()),
            );
        }
    }
    Ok(())
}

/// When attendance may first be marked.
pub fn door_opens(workshop: &Workshop) -> Moment {
    workshop.starts.plus_minutes(-DOOR_OPENS_MINUTES)
}
