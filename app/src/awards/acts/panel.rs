//! The panel of a scheme: its round, who sits on it, their invitations, and the opening for declarations.
//!
//! Whoever changes anything in a round locks its row first ([`locked`]); a scheme's row, where needed, before that.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{
    base::{
        ctx::Ctx,
        ids::{PersonId, SeatId},
        outbox::Letter,
        problem::{Answer, Kind, OrUnknown, Problem},
        roles::{Action, Reach, Role, reach},
        time::Moment,
    },
    people,
};

use super::super::{
    rules::{panel::Bar, *},
    store::{
        self, entries,
        panel::{self, Kept},
        sheets,
    },
};
pub use store::panel::Member;

/// All that is known of a round, asked in the same few questions however many judges and entries there are.
pub struct Panel {
    pub scheme: Scheme,
    pub kept: Kept,
    pub seats: Vec<Member>,
    /// The entries to be judged: those on show.
    pub entries: Vec<Entry>,
    pub declarations: Vec<Declaration>,
    /// What judges wrote to their declarations, by seat and entry.
    pub notes: BTreeMap<(SeatId, String), String>,
}

impl Panel {
    pub fn round(&self) -> &JudgingRound {
        &self.kept.round
    }

    /// Those who have not declined.
    pub fn sitting(&self) -> impl Iterator<Item = &Member> {
        self.seats.iter().filter(|it| it.accepted != Some(false))
    }

    pub fn sitting_seats(&self) -> Vec<PanelSeat> {
        self.sitting().map(|it| it.seat.clone()).collect()
    }

    pub fn seat_of(&self, person: PersonId) -> Option<&Member> {
        self.sitting().find(|it| it.seat.judge == person)
    }

    pub fn seat(&self, id: SeatId) -> Option<&Member> {
        self.seats.iter().find(|it| it.seat.id == id)
    }

    pub fn chair(&self) -> Option<&Member> {
        self.sitting().find(|it| it.seat.is_chair)
    }

    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.code == code)
    }

    /// What one judge declared.
    pub fn declared_by(&self, seat: SeatId) -> Vec<Declaration> {
        self.declarations.iter().filter(|it| it.seat == seat).cloned().collect()
    }

    /// The entries this seat may not judge, each with the reason.
    pub fn bars(&self, seat: &PanelSeat) -> BTreeMap<String, Bar> {
        let declared = self.declared_by(seat.id);
        self.entries.iter().filter_map(|entry| Some((entry.code.clone(), seat.bar(entry, &declared)?))).collect()
    }
}

pub(super) async fn load(ctx: &mut Ctx, code: &str) -> Answer<Panel> {
    let scheme = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    let kept = panel::find(&mut ctx.tx, code).await?.or_unknown()?;
    let seats = panel::seats(&mut ctx.tx, code).await?;
    let all = entries::of_scheme(&mut ctx.tx, code).await?;
    let entries = all.into_iter().filter(|it| it.state.before_announcement() == EntryState::OnDisplay).collect();
    let (mut declarations, mut notes) = (Vec::new(), BTreeMap::new());
    for (declaration, note) in panel::declarations(&mut ctx.tx, code).await? {
        if let Some(note) = note {
            notes.insert((declaration.seat, declaration.entry.clone()), note);
        }
        declarations.push(declaration);
    }
    Ok(Panel { scheme, kept, seats, entries, declarations, notes })
}

/// A round whose row nobody else changes until this transaction ends.
pub(super) async fn locked(ctx: &mut Ctx, code: &str) -> Answer<Panel> {
    panel::lock(&mut ctx.tx, code).await?;
    load(ctx, code).await
}

/// The round, locked, for the award secretary.
pub(super) async fn for_secretary(ctx: &mut Ctx, code: &str) -> Answer<Panel> {
    ctx.may(Action::SetUpSchemes, Reach::All)?;
    locked(ctx, code).await
}

/// The round, locked, for the chair of this very panel: the role alone is not enough, the seat decides.
pub(super) async fn for_chair(ctx: &mut Ctx, code: &str) -> Answer<Panel> {
    ctx.may(Action::Deliberate, Reach::All)?;
    let me = ctx.me()?;
    let panel = locked(ctx, code).await?;
    if panel.seat_of(me.id).is_some_and(|it| it.seat.is_chair) { Ok(panel) } else { Err(Refusal::ChairOnly.into()) }
}

/// The round, locked, for one of its judges; for others there is none.
pub(super) async fn for_judge(ctx: &mut Ctx, code: &str) -> Answer<(Panel, Member)> {
    ctx.may(Action::Judge, Reach::Own)?;
    let me = ctx.me()?;
    let panel = locked(ctx, code).await?;
    let seat = panel.seat_of(me.id).cloned().or_unknown()?;
    Ok((panel, seat))
}

/// How somebody who looks at a round stands to it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Their seat, if they sit on the panel.
    pub seat: Option<Member>,
    /// Award secretary or auditor.
    pub is_officer: bool,
}

impl Standing {
    pub fn is_chair(&self) -> bool {
        self.seat.as_ref().is_some_and(|it| it.seat.is_chair)
    }
}

/// A round for those who may look at it: its judges, award secretaries and auditors. For others there is none.
pub async fn look(ctx: &mut Ctx, code: &str) -> Answer<(Panel, Standing)> {
    ctx.may(Action::Deliberate, Reach::Read)?;
    let me = ctx.me()?;
    let panel = load(ctx, code).await?;
    let is_officer = ctx.viewer.reach(Action::Approve) == Reach::All || ctx.viewer.reach(Action::KeepAudit) == Reach::All;
    let seat = panel.seat_of(me.id).cloned();
    if seat.is_none() && !is_officer { Err(Problem::unknown()) } else { Ok((panel, Standing { seat, is_officer })) }
}

/// The same for those who see the whole panel: officers and the chair.
pub async fn look_inside(ctx: &mut Ctx, code: &str) -> Answer<(Panel, Standing)> {
    let (panel, standing) = look(ctx, code).await?;
    if standing.is_officer || standing.is_chair() { Ok((panel, standing)) } else { Err(Problem::forbidden()) }
}

/// The viewer sits on the panel of an entry that they may not judge, or not yet: they see no more of it than everybody (I-17).
pub(super) async fn is_barred(ctx: &mut Ctx, entry: &Entry) -> Answer<bool> {
    let me = ctx.me()?;
    if ctx.viewer.reach(Action::Judge) < Reach::Own || panel::find(&mut ctx.tx, &entry.scheme).await?.is_none() {
        return Ok(false);
    }
    let panel = load(ctx, &entry.scheme).await?;
    let is_open = |it: &Member| it.seat.access(entry, &panel.entries, &panel.declared_by(it.seat.id)) == Access::Open;
    Ok(panel.round().state != RoundState::SetUp && panel.seat_of(me.id).is_some_and(|it| !is_open(it)))
}

/// A scheme that has a panel or may get one, with where its round stands and how many sheets are submitted, of how many.
pub struct Desk {
    pub scheme: Scheme,
    pub round: Option<JudgingRound>,
    pub seat: Option<Member>,
    pub done: i64,
    pub of: i64,
}

/// The rounds the viewer has to do with: a judge's own, or all for an officer.
pub async fn desks(ctx: &mut Ctx) -> Answer<Vec<Desk>> {
    ctx.may(Action::Deliberate, Reach::Read)?;
    let me = ctx.me()?;
    let is_officer = ctx.viewer.reach(Action::Approve) == Reach::All || ctx.viewer.reach(Action::KeepAudit) == Reach::All;
    let seats = panel::seats_of(&mut ctx.tx, me.id).await?;
    let own = sheets::progress_of(&mut ctx.tx, me.id).await?;
    let all = if is_officer { sheets::progress(&mut ctx.tx).await? } else { BTreeMap::new() };
    let mut rounds = panel::rounds(&mut ctx.tx).await?;
    let schemes = store::list(&mut ctx.tx).await?;
    Ok(schemes
        .into_iter()
        .filter(|it| it.state != SchemeState::Draft)
        .filter_map(|scheme| {
            let seat = seats.iter().find(|it| it.scheme == scheme.code && it.accepted != Some(false)).cloned();
            let round = rounds.remove(&scheme.code);
            if seat.is_none() && !is_officer {
                return None;
            }
            let of = if seat.is_some() { &own } else { &all };
            let (done, of) = of.get(&scheme.code).copied().unwrap_or_default();
            Some(Desk { scheme, round, seat, done, of })
        })
        .collect())
}

/// Sets when judges may score, or sets it anew.
pub async fn round(ctx: &mut Ctx, code: &str, opens: &str, closes: &str) -> Answer<()> {
    ctx.may(Action::SetUpSchemes, Reach::All)?;
    let scheme = store::lock(&mut ctx.tx, code).await?.or_unknown()?;
    if scheme.state != SchemeState::Published {
        return Err(Refusal::SchemeNotPublished.into());
    }
    panel::lock(&mut ctx.tx, code).await?;
    if let Some(kept) = panel::find(&mut ctx.tx, code).await? {
        kept.round.may_seat()?;
    }
    let read = |field: &str, text: &str| Moment::parse_local(text).ok_or_else(|| Problem::rule("problem-moment").on(field));
    let (opens, closes) = (read("opens", opens)?, read("closes", closes)?);
    if closes <= opens {
        return Err(Problem::rule("judging-closes-first").on("closes"));
    }
    if closes > scheme.announce_at {
        return Err(Problem::rule("judging-closes-late").with("announce", scheme.announce_at).on("closes"));
    }
    panel::save(&mut ctx.tx, code, opens, closes).await?;
    store::raise(&mut ctx.tx, code, ctx.now);
    ctx.audit("round.set", format!("judging:{code}"), json!({ "opens": opens.to_rfc3339(), "closes": closes.to_rfc3339() }));
    Ok(())
}

/// Codes of organisations as typed, each of them one we know.
pub(super) async fn organisations(ctx: &mut Ctx, typed: &str) -> Answer<Vec<String>> {
    let known = people::acts::organisations(ctx).await?;
    let mut read: Vec<String> = Vec::new();
    for code in typed.split([' ', ',', ';', '、', '，', '\n', '\r', '\t']).map(str::trim).filter(|it| !it.is_empty()) {
        let found = known.iter().find(|it| it.code.eq_ignore_ascii_case(code));
        let unknown = || Problem::rule("judging-organisation-unknown").with("organisation", code.chars().take(40).collect::<String>());
        let code = found.ok_or_else(|| unknown().on("organisations"))?.code.clone();
        if !read.contains(&code) {
            read.push(code);
        }
    }
    Ok(read)
}

/// Puts somebody on the panel and invites them, or changes how they sit there.
pub async fn seat(ctx: &mut Ctx, code: &str, email: &str, organisations: &str, most: &str, is_chair: bool) -> Answer<SeatId> {
    let panel = for_secretary(ctx, code).await?;
    panel.round().may_seat()?;
    let known = people::acts::known(ctx, email.trim()).await?.ok_or_else(|| Problem::rule("judging-judge-unknown").on("email"))?;
    let roles = people::acts::viewer_of(ctx, &known.email).await?.roles();
    if reach(roles, Action::Judge) < Reach::Own {
        return Err(Problem::rule("judging-judge-role").on("email"));
    }
    if is_chair && reach(roles, Action::Deliberate) < Reach::All {
        return Err(Problem::rule("judging-chair-role").on("chair"));
    }
    let most: i64 =
        most.trim().parse().ok().filter(|n| (1..=1000).contains(n)).ok_or_else(|| Problem::rule("problem-number").on("most"))?;
    let mut serves = self::organisations(ctx, organisations).await?;
    for (organisation, _) in known.posts {
        if !serves.contains(&organisation) {
            serves.push(organisation);
        }
    }
    let before = panel.seats.iter().find(|it| it.seat.judge == known.id);
    let id = before.map_or_else(|| SeatId(ctx.site.fresh_id()), |it| it.seat.id);
    let seat = PanelSeat { id, judge: known.id, organisations: serves, is_chair };
    let is_new = before.is_none();
    panel::save_seat(&mut ctx.tx, code, &seat, most).await?;
    keep_walls(ctx, code, id).await?;
    if is_new {
        send_invitation(ctx, &panel, &seat).await?;
    }
    ctx.audit("panel.seat", format!("judging:{code}"), json!({ "seat": id.0, "new": is_new, "chair": is_chair, "most": most }));
    Ok(id)
}

/// Takes back every sheet that stands behind a wall now (I-17).
pub(super) async fn keep_walls(ctx: &mut Ctx, code: &str, seat: SeatId) -> Answer<()> {
    let panel = load(ctx, code).await?;
    let Some(member) = panel.seat(seat) else { return Ok(()) };
    for entry in panel.bars(&member.seat).keys() {
        sheets::take_back(&mut ctx.tx, seat, entry);
    }
    Ok(())
}

/// A personal link, of which only the hash is kept.
async fn send_invitation(ctx: &mut Ctx, panel: &Panel, seat: &PanelSeat) -> Answer<()> {
    let token = ctx.site.fresh_token(16);
    panel::set_invitation(&mut ctx.tx, seat.id, &people::acts::token_hash(&token)).await?;
    let letter = Letter::new(seat.judge, "judge-invited", format!("/judging/invited/{token}"))
        .with("scheme", panel.scheme.name.clone())
        .with("opens", panel.round().opens)
        .with("closes", panel.round().closes);
    ctx.tell(letter);
    Ok(())
}

/// Invites a judge once more; the link before ends.
pub async fn invite(ctx: &mut Ctx, code: &str, seat: SeatId) -> Answer<()> {
    let panel = for_secretary(ctx, code).await?;
    panel.round().may_seat()?;
    let member = panel.seat(seat).or_unknown()?;
    send_invitation(ctx, &panel, &member.seat).await?;
    ctx.audit("panel.invite", format!("judging:{code}"), json!({ "seat": seat.0 }));
    Ok(())
}

/// Nobody leaves the panel whose scores are in: they are part of what it finds.
async fn has_not_scored(ctx: &mut Ctx, seat: SeatId) -> Answer<()> {
    let scored = sheets::of_seat(&mut ctx.tx, seat).await?.iter().any(|it| it.sheet.state != SheetState::Open);
    if scored { Err(Problem::clash("judging-has-scored")) } else { Ok(()) }
}

async fn take_all_back(ctx: &mut Ctx, seat: SeatId) -> Answer<()> {
    for it in sheets::of_seat(&mut ctx.tx, seat).await? {
        sheets::take_back(&mut ctx.tx, seat, &it.sheet.entry);
    }
    Ok(())
}

/// Takes somebody off the panel who has not submitted a sheet.
pub async fn unseat(ctx: &mut Ctx, code: &str, seat: SeatId) -> Answer<()> {
    let panel = for_secretary(ctx, code).await?;
    panel.round().may_seat()?;
    panel.seat(seat).or_unknown()?;
    has_not_scored(ctx, seat).await?;
    take_all_back(ctx, seat).await?;
    panel::remove_seat(&mut ctx.tx, seat).await?;
    ctx.audit("panel.unseat", format!("judging:{code}"), json!({ "seat": seat.0 }));
    Ok(())
}

/// What an invitation says, for whoever has the link: the scheme and the round, and no entry.
pub struct Invitation {
    pub scheme: Scheme,
    pub round: JudgingRound,
    pub accepted: Option<bool>,
    pub is_chair: bool,
}

pub async fn invitation(ctx: &mut Ctx, token: &str) -> Answer<Invitation> {
    let (member, panel) = invited(ctx, token).await?;
    Ok(Invitation { scheme: panel.scheme, round: panel.kept.round, accepted: member.accepted, is_chair: member.seat.is_chair })
}

async fn invited(ctx: &mut Ctx, token: &str) -> Answer<(Member, Panel)> {
    let lapsed = || Problem::new(Kind::Closed, "judging-link-lapsed");
    let member = panel::invited(&mut ctx.tx, &people::acts::token_hash(token)).await?.ok_or_else(lapsed)?;
    let panel = load(ctx, &member.scheme).await?;
    if panel.round().may_seat().is_err() { Err(lapsed()) } else { Ok((member, panel)) }
}

/// Takes the seat, or declines it. The link is enough: it came to this judge alone.
pub async fn answer(ctx: &mut Ctx, token: &str, accepted: bool) -> Answer<()> {
    let (member, _) = invited(ctx, token).await?;
    let panel = locked(ctx, &member.scheme).await?;
    if member.accepted == Some(accepted) {
        return Ok(());
    }
    if !accepted {
        has_not_scored(ctx, member.seat.id).await?;
        take_all_back(ctx, member.seat.id).await?;
        for secretary in people::acts::holders(ctx, Role::Secretary, None).await? {
            let page = format!("/judging/{}/panel", panel.scheme.code);
            ctx.tell(
                Letter::new(secretary, "judge-declined", page).with("scheme", panel.scheme.name.clone()).with("judge", member.name.clone()),
            );
        }
    }
    panel::set_answer(&mut ctx.tx, member.seat.id, accepted).await?;
    ctx.audit("panel.answer", format!("judging:{}", panel.scheme.code), json!({ "seat": member.seat.id.0, "accepted": accepted }));
    Ok(())
}

/// Moves a round on. Where another server was faster it says so, and nothing happens twice.
pub(super) async fn move_on(ctx: &mut Ctx, panel: &Panel, to: RoundState) -> Answer<()> {
    let from = panel.round().state;
    if panel::move_on(&mut ctx.tx, &panel.scheme.code, from, to).await? { Ok(()) } else { Err(Refusal::RoundMove { from, to }.into()) }
}

/// Lets the judges declare.
pub async fn open(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let panel = for_secretary(ctx, code).await?;
    let next = panel.round().open(&panel.sitting_seats(), panel.scheme.sealed.is_some())?;
    move_on(ctx, &panel, next).await?;
    ctx.audit("round.open", format!("judging:{code}"), json!({ "seats": panel.sitting().count(), "entries": panel.entries.len() }));
    for member in panel.sitting() {
        let letter = Letter::new(member.seat.judge, "judge-declare", format!("/judging/{code}"))
            .with("scheme", panel.scheme.name.clone())
            .with("entries", panel.entries.len())
            .with("opens", panel.round().opens);
        ctx.tell(letter);
    }
    Ok(())
}
