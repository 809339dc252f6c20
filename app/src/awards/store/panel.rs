//! The round of judging, the seats on its panel and what judges declared, in the database. Decides nothing.

use std::collections::BTreeMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::{PersonId, SeatId},
        text::Bi,
        time::Moment,
    },
    sql,
};

use super::super::rules::*;

/// A round with what was settled in it.
#[derive(Clone, Debug)]
pub struct Kept {
    pub round: JudgingRound,
    /// How it was assigned: judges to an entry (0: all judge all), and the seed.
    pub each: i64,
    pub seed: i64,
    /// [`deliberation::record`] as it lay on the table when it was decided.
    pub ranking: Option<String>,
    pub notes: String,
    pub decided_at: Option<Moment>,
    pub approved_at: Option<Moment>,
}

#[derive(sqlx::FromRow)]
struct RoundRow {
    scheme: String,
    opens_at: i64,
    closes_at: i64,
    state: String,
    each: i64,
    seed: i64,
    ranking: Option<String>,
    notes: Option<String>,
    decided_at: Option<i64>,
    approved_at: Option<i64>,
    min_judges: i64,
}

impl From<RoundRow> for Kept {
    fn from(row: RoundRow) -> Kept {
        let round = JudgingRound {
            scheme: row.scheme,
            min_judges: row.min_judges.max(0) as usize,
            opens: Moment(row.opens_at),
            closes: Moment(row.closes_at),
            // A state nobody knows is the first one, in which nothing is open.
            state: RoundState::of_code(&row.state).unwrap_or(RoundState::SetUp),
        };
        Kept {
            round,
            each: row.each,
            seed: row.seed,
            ranking: row.ranking,
            notes: row.notes.unwrap_or_default(),
            decided_at: row.decided_at.map(Moment),
            approved_at: row.approved_at.map(Moment),
        }
    }
}

/// The round of one scheme, or of each.
async fn rounds_of(tx: &mut Tx, scheme: Option<&str>) -> Stored<Vec<Kept>> {
    let rows: Vec<RoundRow> = tx
        .all(
            sql!(
                "select r.scheme, r.opens_at, r.closes_at, r.state, r.each, r.seed, r.ranking, r.notes, r.decided_at, r.approved_at,
                        s.min_judges
                 from judging_round r join scheme s on s.code = r.scheme where cast($1 as text) is null or r.scheme = $1"
            ),
            args![scheme],
        )
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

pub async fn find(tx: &mut Tx, scheme: &str) -> Stored<Option<Kept>> {
    Ok(rounds_of(tx, Some(scheme)).await?.pop())
}

/// Every round, by scheme.
pub async fn rounds(tx: &mut Tx) -> Stored<BTreeMap<String, JudgingRound>> {
    Ok(rounds_of(tx, None).await?.into_iter().map(|it| (it.round.scheme.clone(), it.round)).collect())
}

/// Locks the round's row until the transaction ends: whoever changes anything in a round goes through here first.
pub async fn lock(tx: &mut Tx, scheme: &str) -> Stored<()> {
    tx.run(sql!("update judging_round set state = state where scheme = $1"), args![scheme]).await?;
    Ok(())
}

/// Sets when a round opens and closes, or begins one.
pub async fn save(tx: &mut Tx, scheme: &str, opens: Moment, closes: Moment) -> Stored<()> {
    tx.run(
        sql!(
            "insert into judging_round (scheme, opens_at, closes_at, state) values ($1, $2, $3, 'set_up')
             on conflict (scheme) do update set opens_at = $2, closes_at = $3"
        ),
        args![scheme, opens, closes],
    )
    .await?;
    Ok(())
}

/// Moves a round on, if it is still where it was; false where another server was faster.
pub async fn move_on(tx: &mut Tx, scheme: &str, from: RoundState, to: RoundState) -> Stored<bool> {
    let done =
        tx.run(sql!("update judging_round set state = $3 where scheme = $1 and state = $2"), args![scheme, from.code(), to.code()]).await?;
    Ok(done == 1)
}

pub async fn set_assignment(tx: &mut Tx, scheme: &str, each: i64, seed: i64) -> Stored<()> {
    tx.run(sql!("update judging_round set each = $2, seed = $3 where scheme = $1"), args![scheme, each, seed]).await?;
    Ok(())
}

pub async fn set_notes(tx: &mut Tx, scheme: &str, notes: &str) -> Stored<()> {
    tx.run(sql!("update judging_round set notes = $2 where scheme = $1"), args![scheme, notes]).await?;
    Ok(())
}

pub async fn set_decided(tx: &mut Tx, scheme: &str, ranking: &str, by: PersonId, now: Moment) -> Stored<()> {
    tx.run(
        sql!("update judging_round set ranking = $2, decided_by = $3, decided_at = $4 where scheme = $1"),
        args![scheme, ranking, by, now],
    )
    .await?;
    Ok(())
}

pub async fn set_approved(tx: &mut Tx, scheme: &str, by: PersonId, now: Moment) -> Stored<()> {
    tx.run(sql!("update judging_round set approved_by = $2, approved_at = $3 where scheme = $1"), args![scheme, by, now]).await?;
    Ok(())
}

/// The schemes whose rounds are approved, and whose promised time has come.
pub async fn to_announce(tx: &mut Tx, now: Moment) -> Stored<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            sql!(
                "select r.scheme from judging_round r join scheme s on s.code = r.scheme
                 where r.state = 'approved' and s.state = 'published' and s.announce_at <= $1 order by r.scheme"
            ),
            args![now],
        )
        .await?;
    Ok(rows.into_iter().map(|(scheme,)| scheme).collect())
}

/// A seat with the person on it.
#[derive(Clone, Debug)]
pub struct Member {
    pub seat: PanelSeat,
    pub scheme: String,
    pub name: Bi,
    pub email: String,
    /// The most entries they take.
    pub most: i64,
    /// Their answer to the invitation, once they have given one.
    pub accepted: Option<bool>,
}

#[derive(sqlx::FromRow)]
struct SeatRow {
    id: i64,
    scheme: String,
    person_id: i64,
    organisations: String,
    is_chair: bool,
    most: i64,
    accepted: Option<bool>,
    name_en: String,
    name_zh: String,
    email: String,
}

impl From<SeatRow> for Member {
    fn from(row: SeatRow) -> Member {
        let seat = PanelSeat {
            id: SeatId(row.id),
            judge: PersonId(row.person_id),
            organisations: row.organisations.split_whitespace().map(str::to_owned).collect(),
            is_chair: row.is_chair,
        };
        let name = Bi::new(row.name_en, row.name_zh);
        Member { seat, scheme: row.scheme, name, email: row.email, most: row.most, accepted: row.accepted }
    }
}

/// The seats that fit a condition on `p`, with the people on them.
macro_rules! seats {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<SeatRow> = $tx
            .all(
                sql!(concat!(
                    "select p.id, p.scheme, p.person_id, p.organisations, p.is_chair, p.most, p.accepted, q.name_en, q.name_zh, q.email \
                     from panel_seat p join person q on q.id = p.person_id where ",
                    $condition,
                    " order by p.is_chair desc, q.name_en, p.id"
                )),
                $args,
            )
            .await?;
        rows.into_iter().map(Member::from).collect::<Vec<_>>()
    }};
}

pub async fn seats(tx: &mut Tx, scheme: &str) -> Stored<Vec<Member>> {
    Ok(seats!(tx, "p.scheme = $1", args![scheme]))
}

pub async fn seats_of(tx: &mut Tx, person: PersonId) -> Stored<Vec<Member>> {
    Ok(seats!(tx, "p.person_id = $1", args![person]))
}

/// The seat that a personal link belongs to.
pub async fn invited(tx: &mut Tx, hash: &str) -> Stored<Option<Member>> {
    Ok(seats!(tx, "p.invitation_hash = $1", args![hash]).pop())
}

/// Puts somebody on the panel, or changes how they sit there. Of all seats only the last one made chair is.
pub async fn save_seat(tx: &mut Tx, scheme: &str, it: &PanelSeat, most: i64) -> Stored<()> {
    tx.run(
        sql!(
            "insert into panel_seat (id, scheme, person_id, organisations, is_chair, most) values ($1, $2, $3, $4, $5, $6)
             on conflict (scheme, person_id) do update set organisations = $4, is_chair = $5, most = $6"
        ),
        args![it.id, scheme, it.judge, it.organisations.join(" "), it.is_chair, most],
    )
    .await?;
    if it.is_chair {
        tx.run(sql!("update panel_seat set is_chair = (person_id = $2) where scheme = $1"), args![scheme, it.judge]).await?;
    }
    Ok(())
}

pub async fn set_organisations(tx: &mut Tx, seat: SeatId, organisations: &[String]) -> Stored<()> {
    tx.run(sql!("update panel_seat set organisations = $2 where id = $1"), args![seat, organisations.join(" ")]).await?;
    Ok(())
}

/// A new personal link, which ends the one before; the question is open again.
pub async fn set_invitation(tx: &mut Tx, seat: SeatId, hash: &str) -> Stored<()> {
    tx.run(sql!("update panel_seat set invitation_hash = $2, accepted = null where id = $1"), args![seat, hash]).await?;
    Ok(())
}

pub async fn set_answer(tx: &mut Tx, seat: SeatId, accepted: bool) -> Stored<()> {
    tx.run(sql!("update panel_seat set accepted = $2 where id = $1"), args![seat, accepted]).await?;
    Ok(())
}

/// Takes a seat off the panel with all that was said from it. Its sheets must be gone already.
pub async fn remove_seat(tx: &mut Tx, seat: SeatId) -> Stored<()> {
    tx.run(sql!("delete from declaration where seat = $1"), args![seat]).await?;
    tx.run(sql!("delete from panel_seat where id = $1"), args![seat]).await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct DeclarationRow {
    seat: i64,
    entry: String,
    stance: String,
    ruling: Option<String>,
    note: Option<String>,
}

/// What judges declared in a scheme, each with the note they wrote.
pub async fn declarations(tx: &mut Tx, scheme: &str) -> Stored<Vec<(Declaration, Option<String>)>> {
    let rows: Vec<DeclarationRow> = tx
        .all(
            sql!(
                "select d.seat, d.entry, d.stance, d.ruling, d.note from declaration d join panel_seat p on p.id = d.seat
                 where p.scheme = $1 order by d.seat, d.entry"
            ),
            args![scheme],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            // A stance nobody knows is the strictest one.
            let stance = Stance::of_code(&row.stance).unwrap_or(Stance::Interest);
            let ruling = row.ruling.map(|it| panel::DeclarationRuling::of_code(&it).unwrap_or(panel::DeclarationRuling::Barred));
            (Declaration { seat: SeatId(row.seat), entry: row.entry, stance, ruling }, row.note)
        })
        .collect())
}

/// What a judge says of an entry, instead of what they said before; a ruling on that is void.
pub fn declare(tx: &mut Tx, seat: SeatId, entry: &str, stance: Stance, note: Option<&str>, now: Moment) {
    tx.later(
        sql!(
            "insert into declaration (seat, entry, stance, note, at) values ($1, $2, $3, $4, $5)
             on conflict (seat, entry) do update set stance = $3, note = $4, at = $5, ruling = null, ruled_by = null"
        ),
        args![seat, entry, stance.code(), note, now],
    );
}

pub async fn set_ruling(tx: &mut Tx, seat: SeatId, entry: &str, ruling: panel::DeclarationRuling, by: PersonId) -> Stored<()> {
    tx.run(sql!("update declaration set ruling = $3, ruled_by = $4 where seat = $1 and entry = $2"), args![seat, entry, ruling.code(), by])
        .await?;
    Ok(())
}
