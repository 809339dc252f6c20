//! Schemes in the database; their entries, panel and decisions in the files below. Decides nothing.

use std::collections::BTreeMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::PersonId,
        text::Bi,
        time::{Day, Moment},
    },
    sql,
};

use super::rules::*;

pub mod checks;
pub mod decisions;
pub mod entries;
pub mod evidence;
pub mod officers;
pub mod panel;
pub mod presentation;
pub mod sheets;

#[derive(sqlx::FromRow)]
struct SchemeRow {
    code: String,
    edition: i64,
    name_en: String,
    name_zh: String,
    mode: String,
    eligibility_en: String,
    eligibility_zh: String,
    rules_en: String,
    rules_zh: String,
    entry_opens_at: i64,
    entry_closes_at: i64,
    grace_minutes: i64,
    voting_opens_at: Option<i64>,
    voting_closes_at: Option<i64>,
    judging_from: String,
    judging_to: String,
    announce_at: i64,
    min_judges: i64,
    shortlist: i64,
    combination: String,
    adjustment: String,
    ties: String,
    set_up_by: i64,
    state: String,
    frozen_at: Option<i64>,
    sealed_at: Option<i64>,
    version: i64,
}

/// The columns of a scheme.
macro_rules! columns {
    () => {
        "code, edition, name_en, name_zh, mode, eligibility_en, eligibility_zh, rules_en, rules_zh, entry_opens_at, entry_closes_at, \
         grace_minutes, voting_opens_at, voting_closes_at, judging_from, judging_to, announce_at, min_judges, shortlist, combination, \
         adjustment, ties, set_up_by, state, frozen_at, sealed_at, version"
    };
}

#[derive(sqlx::FromRow)]
struct AwardRow {
    scheme: String,
    code: String,
    name_en: String,
    name_zh: String,
    admits: String,
    public_weight: i64,
    panel_weight: i64,
    votes_per_ballot: i64,
}

#[derive(sqlx::FromRow)]
struct CriterionRow {
    award: String,
    key: String,
    name_en: String,
    name_zh: String,
    weight: i64,
}

/// A day that cannot be read is one long past: nothing is open because of it.
fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| Moment(0).day())
}

/// Words nobody knows are read as the first of their kind: the strictest.
fn scheme(row: SchemeRow, awards: Vec<Award>) -> Scheme {
    Scheme {
        code: row.code,
        edition: row.edition,
        name: Bi::new(row.name_en, row.name_zh),
        mode: EntryMode::of_code(&row.mode).unwrap_or(EntryMode::Nomination),
        eligibility: Bi::new(row.eligibility_en, row.eligibility_zh),
        rules: Bi::new(row.rules_en, row.rules_zh),
        awards,
        entry_opens: Moment(row.entry_opens_at),
        entry_closes: Moment(row.entry_closes_at),
        grace_minutes: row.grace_minutes,
        voting_opens: row.voting_opens_at.map(Moment),
        voting_closes: row.voting_closes_at.map(Moment),
        judging_from: day(&row.judging_from),
        judging_to: day(&row.judging_to),
        announce_at: Moment(row.announce_at),
        min_judges: row.min_judges,
        shortlist: row.shortlist,
        combination: Combination::of_code(&row.combination).unwrap_or(Combination::MostVoted),
        adjustment: Adjustment::of_code(&row.adjustment).unwrap_or(Adjustment::Raw),
        ties: row.ties.split(';').filter_map(TieStep::of_code).collect(),
        set_up_by: PersonId(row.set_up_by),
        state: SchemeState::of_code(&row.state).unwrap_or(SchemeState::Draft),
        frozen: row.frozen_at.map(Moment),
        sealed: row.sealed_at.map(Moment),
        version: row.version,
    }
}

/// The awards of a scheme, or of all, in their order, by scheme.
async fn awards(tx: &mut Tx, of: Option<&str>) -> Stored<BTreeMap<String, Vec<Award>>> {
    let criteria: Vec<CriterionRow> = tx
        .all(
            sql!(
                "select c.award, c.key, c.name_en, c.name_zh, c.weight from criterion c join award a on a.code = c.award
                 where cast($1 as text) is null or a.scheme = $1 order by c.award, c.position"
            ),
            args![of],
        )
        .await?;
    let rows: Vec<AwardRow> = tx
        .all(
            sql!(
                "select scheme, code, name_en, name_zh, admits, public_weight, panel_weight, votes_per_ballot from award
                 where cast($1 as text) is null or scheme = $1 order by scheme, position"
            ),
            args![of],
        )
        .await?;
    let mut found: BTreeMap<String, Vec<Award>> = BTreeMap::new();
    for row in rows {
        let of_award = criteria.iter().filter(|it| it.award == row.code);
        let criteria =
            of_award.map(|it| Criterion { key: it.key.clone(), name: Bi::new(&it.name_en, &it.name_zh), weight: it.weight }).collect();
        found.entry(row.scheme).or_default().push(Award {
            code: row.code,
            name: Bi::new(row.name_en, row.name_zh),
            admits: Admits::of_code(&row.admits).unwrap_or(Admits::Entered),
            criteria,
            public_weight: row.public_weight,
            panel_weight: row.panel_weight,
            votes_per_ballot: row.votes_per_ballot,
        });
    }
    Ok(found)
}

pub async fn find(tx: &mut Tx, code: &str) -> Stored<Option<Scheme>> {
    let row: Option<SchemeRow> = tx.one(sql!(concat!("select ", columns!(), " from scheme where code = $1")), args![code]).await?;
    let Some(row) = row else { return Ok(None) };
    let awards = awards(tx, Some(code)).await?.remove(code).unwrap_or_default();
    Ok(Some(scheme(row, awards)))
}

/// Finds a scheme and locks its row until the transaction ends: whoever enters, seals or decides goes through here.
pub async fn lock(tx: &mut Tx, code: &str) -> Stored<Option<Scheme>> {
    tx.run(sql!("update scheme set code = code where code = $1"), args![code]).await?;
    find(tx, code).await
}

/// Every scheme, the latest first.
pub async fn list(tx: &mut Tx) -> Stored<Vec<Scheme>> {
    let rows: Vec<SchemeRow> =
        tx.all(sql!(concat!("select ", columns!(), " from scheme order by entry_opens_at desc, code")), args![]).await?;
    let mut awards = awards(tx, None).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = awards.remove(&row.code).unwrap_or_default();
            scheme(row, own)
        })
        .collect())
}

pub async fn insert(tx: &mut Tx, it: &Scheme) -> Stored<bool> {
    let done = tx
        .run(
            sql!(
                "insert into scheme (code, edition, name_en, name_zh, mode, eligibility_en, eligibility_zh, rules_en, rules_zh,
                                     entry_opens_at, entry_closes_at, grace_minutes, judging_from, judging_to, announce_at, min_judges,
                                     shortlist, combination, adjustment, ties, set_up_by, state)
                 values ($1, $2, '', '', $3, '', '', '', '', 0, 0, 0, '', '', 0, 0, 0, '', '', '', $4, $5) on conflict (code) do nothing"
            ),
            args![&it.code, it.edition, it.mode.code(), it.set_up_by, it.state.code()],
        )
        .await?;
    Ok(done == 1)
}

/// Writes all that a secretary may set, awards and criteria too; the version rises.
pub async fn save(tx: &mut Tx, it: &Scheme, now: Moment) -> Stored<()> {
    tx.run(
        sql!(
            "update scheme set edition = $2, name_en = $3, name_zh = $4, mode = $5, eligibility_en = $6, eligibility_zh = $7,
                    rules_en = $8, rules_zh = $9, entry_opens_at = $10, entry_closes_at = $11, grace_minutes = $12,
                    voting_opens_at = $13, voting_closes_at = $14, judging_from = $15, judging_to = $16, announce_at = $17,
                    min_judges = $18, shortlist = $19, combination = $20, adjustment = $21, ties = $22, version = version + 1, changed_at = $23
             where code = $1"
        ),
        args![
            &it.code,
            it.edition,
            &it.name.en,
            &it.name.zh,
            it.mode.code(),
            &it.eligibility.en,
            &it.eligibility.zh,
            &it.rules.en,
            &it.rules.zh,
            it.entry_opens,
            it.entry_closes,
            it.grace_minutes,
            it.voting_opens,
            it.voting_closes,
            it.judging_from,
            it.judging_to,
            it.announce_at,
            it.min_judges,
            it.shortlist,
            it.combination.code(),
            it.adjustment.code(),
            it.ties.iter().map(|step| step.code()).collect::<Vec<_>>().join(";"),
            now,
        ],
    )
    .await?;
    for (position, award) in it.awards.iter().enumerate() {
        tx.run(
            sql!(
                "insert into award (code, scheme, position, name_en, name_zh, admits, public_weight, panel_weight, votes_per_ballot)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                 on conflict (code) do update set position = $3, name_en = $4, name_zh = $5, admits = $6, public_weight = $7,
                    panel_weight = $8, votes_per_ballot = $9 where award.scheme = $2"
            ),
            args![
                &award.code,
                &it.code,
                position as i64,
                &award.name.en,
                &award.name.zh,
                award.admits.code(),
                award.public_weight,
                award.panel_weight,
                award.votes_per_ballot
            ],
        )
        .await?;
        tx.run(sql!("delete from criterion where award = $1"), args![&award.code]).await?;
        for (position, it) in award.criteria.iter().enumerate() {
            tx.run(
                sql!("insert into criterion (award, position, key, name_en, name_zh, weight) values ($1, $2, $3, $4, $5, $6)"),
                args![&award.code, position as i64, &it.key, &it.name.en, &it.name.zh, it.weight],
            )
            .await?;
        }
    }
    Ok(())
}

/// Removes an award that is no longer wanted; only before anybody entered for it.
pub async fn remove_award(tx: &mut Tx, code: &str) -> Stored<()> {
    tx.run(sql!("delete from criterion where award = $1"), args![code]).await?;
    tx.run(sql!("delete from award where code = $1"), args![code]).await?;
    Ok(())
}

/// The scheme an award code belongs to already, if any.
pub async fn scheme_of_award(tx: &mut Tx, code: &str) -> Stored<Option<String>> {
    let row: Option<(String,)> = tx.one(sql!("select scheme from award where code = $1"), args![code]).await?;
    Ok(row.map(|(scheme,)| scheme))
}

pub async fn set_state(tx: &mut Tx, code: &str, state: SchemeState, now: Moment) -> Stored<()> {
    tx.run(sql!("update scheme set state = $2, version = version + 1, changed_at = $3 where code = $1"), args![code, state.code(), now])
        .await?;
    Ok(())
}

/// Something of it has changed that calendars show.
pub fn raise(tx: &mut Tx, code: &str, now: Moment) {
    tx.later(sql!("update scheme set version = version + 1, changed_at = $2 where code = $1"), args![code, now]);
}

/// When each scheme was last changed.
pub async fn changed(tx: &mut Tx) -> Stored<BTreeMap<String, Moment>> {
    let rows: Vec<(String, i64)> = tx.all(sql!("select code, changed_at from scheme"), args![]).await?;
    Ok(rows.into_iter().map(|(code, at)| (code, Moment(at))).collect())
}

/// The public's votes come from counted ballots, not from a form.
pub async fn set_by_ballot(tx: &mut Tx, code: &str) -> Stored<()> {
    tx.run(sql!("update scheme set by_ballot = true where code = $1"), args![code]).await?;
    Ok(())
}

pub async fn is_by_ballot(tx: &mut Tx, code: &str) -> Stored<bool> {
    let row: Option<(bool,)> = tx.one(sql!("select by_ballot from scheme where code = $1"), args![code]).await?;
    Ok(row.is_some_and(|(it,)| it))
}

/// Freezes the rules, unless they are frozen already; the hash is of [`Scheme::fingerprint_text`].
pub async fn freeze(tx: &mut Tx, code: &str, hash: &str, now: Moment) -> Stored<bool> {
    let done = tx
        .run(sql!("update scheme set frozen_at = $2, frozen_hash = $3 where code = $1 and frozen_at is null"), args![code, now, hash])
        .await?;
    Ok(done == 1)
}

pub async fn frozen_hash(tx: &mut Tx, code: &str) -> Stored<Option<String>> {
    let row: Option<(Option<String>,)> = tx.one(sql!("select frozen_hash from scheme where code = $1"), args![code]).await?;
    Ok(row.and_then(|(hash,)| hash))
}

pub async fn seal(tx: &mut Tx, code: &str, now: Moment) -> Stored<()> {
    tx.run(sql!("update scheme set sealed_at = $2, version = version + 1, changed_at = $2 where code = $1"), args![code, now]).await?;
    Ok(())
}

/// The number of the next entry, taken.
pub async fn next_entry(tx: &mut Tx, code: &str) -> Stored<i64> {
    tx.number(sql!("update scheme set next_entry = next_entry + 1 where code = $1 returning next_entry - 1"), args![code]).await
}

/// The schemes with entries that this officer has still to check, and how many.
pub async fn to_check(tx: &mut Tx, officer: PersonId) -> Stored<Vec<(String, i64)>> {
    tx.all(
        sql!(
            "select e.scheme, count(*) from entry e
             where e.state = 'submitted' and (select count(*) from entry_check c where c.entry = e.code) < 2
               and not exists (select 1 from entry_check c where c.entry = e.code and c.officer = $1)
             group by e.scheme order by e.scheme"
        ),
        args![officer],
    )
    .await
}

/// A published pledge.
pub async fn save_pledge(tx: &mut Tx, organisation: &str, published: Day, texts: &texts::Texts) -> Stored<()> {
    tx.run(
        sql!(
            "insert into pledge (organisation, published_on, title_en, title_zh, summary_en, summary_zh) values ($1, $2, $3, $4, $5, $6)
             on conflict (organisation) do update set published_on = $2, title_en = $3, title_zh = $4, summary_en = $5, summary_zh = $6"
        ),
        args![organisation, published, &texts.title.en, &texts.title.zh, &texts.summary.en, &texts.summary.zh],
    )
    .await?;
    Ok(())
}

/// Every published pledge in the order of publication: whose, and its words.
pub async fn pledges(tx: &mut Tx) -> Stored<Vec<(String, texts::Texts)>> {
    let rows: Vec<(String, String, String, String, String)> = tx
        .all(
            sql!("select organisation, title_en, title_zh, summary_en, summary_zh from pledge order by published_on, organisation"),
            args![],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|(organisation, te, tz, se, sz)| (organisation, texts::Texts { title: Bi::new(te, tz), summary: Bi::new(se, sz) }))
        .collect())
}
