//! Entries in the database, with their awards, partners, attachments and earlier words. Decides nothing.

use std::collections::BTreeMap;

use crate::{
    args,
    base::{
        db::{Stored, Tx},
        ids::{AttachmentId, PersonId},
        text::Bi,
        time::Moment,
    },
    sql,
};

use super::{super::rules::*, day};
use texts::Texts;

#[derive(sqlx::FromRow)]
struct EntryRow {
    code: String,
    scheme: String,
    lead: String,
    title_en: String,
    title_zh: String,
    summary_en: String,
    summary_zh: String,
    state: String,
    endorser: Option<i64>,
    endorsed_post_en: Option<String>,
    endorsed_post_zh: Option<String>,
    endorsed_on: Option<String>,
    reopened_until: Option<i64>,
    submitted_at: Option<i64>,
    minutes_late: i64,
    default_material: bool,
    reason_en: Option<String>,
    reason_zh: Option<String>,
    decided_at: Option<i64>,
    appeal: Option<String>,
    appeal_open: bool,
    visit_note: String,
    version: i64,
    changed_at: i64,
}

impl From<EntryRow> for Entry {
    fn from(row: EntryRow) -> Entry {
        let post = row.endorsed_post_en.zip(row.endorsed_post_zh).map(|(en, zh)| Bi::new(en, zh));
        // A state nobody knows is shown to nobody and goes nowhere.
        let state = EntryState::of_code(&row.state).unwrap_or(EntryState::Withdrawn);
        Entry {
            texts: Texts { title: Bi::new(row.title_en, row.title_zh), summary: Bi::new(row.summary_en, row.summary_zh) },
            endorser: row.endorser.map(PersonId),
            endorsement: post.zip(row.endorsed_on).map(|(post, on)| Endorsement { post, on: day(&on) }),
            reopened_until: row.reopened_until.map(Moment),
            submitted_at: row.submitted_at.map(Moment),
            minutes_late: row.minutes_late,
            default_material: row.default_material,
            reason: row.reason_en.zip(row.reason_zh).map(|(en, zh)| Bi::new(en, zh)),
            decided_at: row.decided_at.map(Moment),
            appeal: row.appeal,
            appeal_open: row.appeal_open,
            visit_note: row.visit_note,
            version: row.version,
            changed_at: Moment(row.changed_at),
            ..Entry::new(&row.code, &row.scheme, &row.lead, state)
        }
    }
}

#[derive(sqlx::FromRow)]
struct AttachmentRow {
    entry: String,
    id: i64,
    kind: String,
    name: String,
    title_en: String,
    title_zh: String,
    hash: Option<String>,
    thumbnail: Option<String>,
    size: Option<i64>,
}

/// Entries that fit a condition on `e`, whole, in four questions however many they are.
macro_rules! load {
    ($tx:expr, $condition:literal, $args:expr) => {{
        let rows: Vec<EntryRow> = $tx
            .all(
                sql!(concat!(
                    "select e.code, e.scheme, e.lead, e.title_en, e.title_zh, e.summary_en, e.summary_zh, e.state, e.endorser, \
                     e.endorsed_post_en, e.endorsed_post_zh, e.endorsed_on, e.reopened_until, e.submitted_at, e.minutes_late, \
                     e.default_material, e.reason_en, e.reason_zh, e.decided_at, e.appeal, e.appeal_open, e.visit_note, e.version, e.changed_at \
                     from entry e where ",
                    $condition,
                    " order by e.code"
                )),
                $args,
            )
            .await?;
        let awards: Vec<(String, String)> = $tx
            .all(
                sql!(concat!(
                    "select a.entry, a.award from entry_award a join entry e on e.code = a.entry where a.through and ",
                    $condition,
                    " order by a.entry, a.award"
                )),
                $args,
            )
            .await?;
        let partners: Vec<(String, String, Option<i64>)> = $tx
            .all(
                sql!(concat!(
                    "select p.entry, p.organisation, p.agreed_at from entry_partner p join entry e on e.code = p.entry where ",
                    $condition,
                    " order by p.entry, p.organisation"
                )),
                $args,
            )
            .await?;
        let attachments: Vec<AttachmentRow> = $tx
            .all(
                sql!(concat!(
                    "select f.entry, f.id, f.kind, f.name, f.title_en, f.title_zh, f.hash, f.thumbnail, f.size \
                     from entry_file f join entry e on e.code = f.entry where ",
                    $condition,
                    " order by f.entry, f.position"
                )),
                $args,
            )
            .await?;
        assemble(rows, awards, partners, attachments)
    }};
}

fn assemble(
    rows: Vec<EntryRow>,
    awards: Vec<(String, String)>,
    partners: Vec<(String, String, Option<i64>)>,
    attachments: Vec<AttachmentRow>,
) -> Vec<Entry> {
    let mut entries: BTreeMap<String, Entry> = rows.into_iter().map(|row| (row.code.clone(), row.into())).collect();
    for (entry, award) in awards {
        entries.entry(entry).and_modify(|it| it.awards.push(award));
    }
    for (entry, organisation, agreed) in partners {
        let partner = Partner { organisation, agreed_at: agreed.map(Moment) };
        entries.entry(entry).and_modify(|it| it.partners.push(partner));
    }
    for row in attachments {
        let attachment = Attachment {
            id: AttachmentId(row.id),
            kind: AttachmentKind::of_code(&row.kind).unwrap_or(AttachmentKind::Evidence),
            name: row.name,
            title: Bi::new(row.title_en, row.title_zh),
            hash: row.hash,
            thumbnail: row.thumbnail,
            size: row.size.unwrap_or(0),
        };
        entries.entry(row.entry).and_modify(|it| it.attachments.push(attachment));
    }
    entries.into_values().collect()
}

pub async fn find(tx: &mut Tx, code: &str) -> Stored<Option<Entry>> {
    Ok(load!(tx, "e.code = $1", args![code]).pop())
}

/// Finds an entry and locks its row until the transaction ends. Whoever needs the scheme's row too takes that first.
pub async fn lock(tx: &mut Tx, code: &str) -> Stored<Option<Entry>> {
    tx.run(sql!("update entry set code = code where code = $1"), args![code]).await?;
    find(tx, code).await
}

pub async fn of_scheme(tx: &mut Tx, scheme: &str) -> Stored<Vec<Entry>> {
    Ok(load!(tx, "e.scheme = $1", args![scheme]))
}

/// Those an organisation leads or takes part in.
pub async fn of_organisation(tx: &mut Tx, organisation: &str) -> Stored<Vec<Entry>> {
    Ok(load!(
        tx,
        "(e.lead = $1 or exists (select 1 from entry_partner q where q.entry = e.code and q.organisation = $1))",
        args![organisation]
    ))
}

/// Those a person is asked to endorse.
pub async fn of_endorser(tx: &mut Tx, person: PersonId) -> Stored<Vec<Entry>> {
    Ok(load!(tx, "e.endorser = $1", args![person]))
}

/// Codes, titles and summaries of all others, for the comparison with earlier entries.
pub async fn words_of_others(tx: &mut Tx, but: &str) -> Stored<Vec<(String, Texts)>> {
    let rows: Vec<(String, String, String, String, String)> = tx
        .all(
            sql!(
                "select code, title_en, title_zh, summary_en, summary_zh from entry
                 where code <> $1 and state not in ('draft', 'withdrawn') order by code"
            ),
            args![but],
        )
        .await?;
    Ok(rows.into_iter().map(|(code, te, tz, se, sz)| (code, Texts { title: Bi::new(te, tz), summary: Bi::new(se, sz) })).collect())
}

/// The published schemes that hold an entry whose material nobody confirmed before its last minute: asked every second, so in one
/// question. What then happens the rule says, [`Entry::takes_default_material`].
pub async fn still_silent(tx: &mut Tx, now: Moment) -> Stored<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            sql!(
                "select distinct s.code from entry e join scheme s on s.code = e.scheme
                 where e.state = 'enrolled' and s.state = 'published' and s.sealed_at is null
                   and s.entry_closes_at + s.grace_minutes * 60000000 <= $1 and (e.reopened_until is null or e.reopened_until <= $1) order by s.code"
            ),
            args![now],
        )
        .await?;
    Ok(rows.into_iter().map(|(scheme,)| scheme).collect())
}

/// Puts a new entry in; false where the organisation is enrolled already.
pub async fn insert(tx: &mut Tx, it: &Entry, enrolled: bool) -> Stored<bool> {
    let done = tx
        .run(
            sql!(
                "insert into entry (code, scheme, lead, enrolled, title_en, title_zh, summary_en, summary_zh, state, changed_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing"
            ),
            args![
                &it.code,
                &it.scheme,
                &it.lead,
                enrolled,
                &it.texts.title.en,
                &it.texts.title.zh,
                &it.texts.summary.en,
                &it.texts.summary.zh,
                it.state.code(),
                it.changed_at
            ],
        )
        .await?;
    Ok(done == 1)
}

/// Writes what can change about an entry itself, its version as it is told.
pub async fn save(tx: &mut Tx, it: &Entry, now: Moment) -> Stored<()> {
    let post = it.endorsement.as_ref().map(|endorsement| &endorsement.post);
    tx.run(
        sql!(
            "update entry set title_en = $2, title_zh = $3, summary_en = $4, summary_zh = $5, state = $6, endorser = $7,
                    endorsed_post_en = $8, endorsed_post_zh = $9, endorsed_on = $10, reopened_until = $11, submitted_at = $12,
                    minutes_late = $13, default_material = $14, reason_en = $15, reason_zh = $16, decided_at = $17, appeal = $18,
                    appeal_open = $19, visit_note = $20, version = $21, changed_at = $22
             where code = $1"
        ),
        args![
            &it.code,
            &it.texts.title.en,
            &it.texts.title.zh,
            &it.texts.summary.en,
            &it.texts.summary.zh,
            it.state.code(),
            it.endorser,
            post.map(|post| post.en.as_str()),
            post.map(|post| post.zh.as_str()),
            it.endorsement.as_ref().map(|endorsement| endorsement.on.iso()),
            it.reopened_until,
            it.submitted_at,
            it.minutes_late,
            it.default_material,
            it.reason.as_ref().map(|reason| reason.en.as_str()),
            it.reason.as_ref().map(|reason| reason.zh.as_str()),
            it.decided_at,
            it.appeal.as_deref(),
            it.appeal_open,
            &it.visit_note,
            it.version,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The awards it is entered for, instead of those before.
pub async fn set_awards(tx: &mut Tx, entry: &str, awards: &[String]) -> Stored<()> {
    tx.run(sql!("delete from entry_award where entry = $1"), args![entry]).await?;
    for award in awards {
        tx.run(sql!("insert into entry_award (entry, award) values ($1, $2) on conflict do nothing"), args![entry, award]).await?;
    }
    Ok(())
}

/// It goes no further in these awards.
pub async fn leave_behind(tx: &mut Tx, entry: &str, award: &str) -> Stored<()> {
    tx.run(sql!("update entry_award set through = false where entry = $1 and award = $2"), args![entry, award]).await?;
    Ok(())
}

/// The partners of it, instead of those before.
pub async fn set_partners(tx: &mut Tx, entry: &str, partners: &[Partner]) -> Stored<()> {
    tx.run(sql!("delete from entry_partner where entry = $1"), args![entry]).await?;
    for it in partners {
        tx.run(
            sql!("insert into entry_partner (entry, organisation, agreed_at) values ($1, $2, $3) on conflict do nothing"),
            args![entry, &it.organisation, it.agreed_at],
        )
        .await?;
    }
    Ok(())
}

/// Keeps the words of a version.
pub async fn keep_words(tx: &mut Tx, entry: &str, version: i64, words: &Texts, by: &Bi, now: Moment) -> Stored<()> {
    tx.run(
        sql!(
            "insert into entry_text (entry, version, title_en, title_zh, summary_en, summary_zh, by_en, by_zh, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (entry, version) do nothing"
        ),
        args![entry, version, &words.title.en, &words.title.zh, &words.summary.en, &words.summary.zh, &by.en, &by.zh, now],
    )
    .await?;
    Ok(())
}

/// The words of a version, and which post wrote them.
pub async fn words(tx: &mut Tx, entry: &str, version: i64) -> Stored<Option<(Texts, Bi)>> {
    let row: Option<(String, String, String, String, String, String)> = tx
        .one(
            sql!("select title_en, title_zh, summary_en, summary_zh, by_en, by_zh from entry_text where entry = $1 and version = $2"),
            args![entry, version],
        )
        .await?;
    Ok(row.map(|(te, tz, se, sz, be, bz)| (Texts { title: Bi::new(te, tz), summary: Bi::new(se, sz) }, Bi::new(be, bz))))
}

pub async fn attach(tx: &mut Tx, entry: &str, position: i64, it: &Attachment, now: Moment) -> Stored<()> {
    tx.run(
        sql!(
            "insert into entry_file (id, entry, position, kind, name, hash, thumbnail, size, title_en, title_zh, added_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        args![
            it.id,
            entry,
            position,
            it.kind.code(),
            &it.name,
            it.hash.as_deref(),
            it.thumbnail.as_deref(),
            it.size,
            &it.title.en,
            &it.title.zh,
            now
        ],
    )
    .await?;
    Ok(())
}

pub async fn describe(tx: &mut Tx, id: AttachmentId, title: &Bi) -> Stored<()> {
    tx.run(sql!("update entry_file set title_en = $2, title_zh = $3 where id = $1"), args![id, &title.en, &title.zh]).await?;
    Ok(())
}

pub async fn detach(tx: &mut Tx, id: AttachmentId) -> Stored<()> {
    tx.run(sql!("delete from entry_file where id = $1"), args![id]).await?;
    Ok(())
}

/// What happened to an entry, in order.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Step {
    pub at: i64,
    pub step: String,
    pub actor_en: String,
    pub actor_zh: String,
    pub reason: Option<String>,
}

pub fn add_step(tx: &mut Tx, id: i64, entry: &str, step: &str, actor: &Bi, reason: Option<&str>, now: Moment) {
    tx.later(
        sql!(
            "insert into entry_step (id, entry, at, step, actor_en, actor_zh, reason, number)
             values ($1, $2, $3, $4, $5, $6, $7, (select 1 + count(*) from entry_step where entry = $2))"
        ),
        args![id, entry, now, step, &actor.en, &actor.zh, reason],
    );
}

pub async fn steps(tx: &mut Tx, entry: &str) -> Stored<Vec<Step>> {
    tx.all(sql!("select at, step, actor_en, actor_zh, reason from entry_step where entry = $1 order by at, number"), args![entry]).await
}
