//! People in the database. Decides nothing.

use crate::{
    args,
    base::{
        db::{Db, Stored, Tx},
        ids::{PersonId, PostId},
        text::{Bi, Lang, fold},
        time::{Day, Moment},
    },
    sql,
};

use super::rules::*;

#[derive(sqlx::FromRow)]
struct OrganisationRow {
    code: String,
    name_en: String,
    name_zh: String,
    short_zh: String,
    kind: String,
    email_domains: String,
}

impl From<OrganisationRow> for Organisation {
    fn from(row: OrganisationRow) -> Organisation {
        Organisation {
            code: row.code,
            name: Bi::new(row.name_en, row.name_zh),
            short_zh: row.short_zh,
            kind: row.kind,
            email_domains: row.email_domains.split_whitespace().map(Into::into).collect(),
        }
    }
}

pub async fn organisation(tx: &mut Tx, code: &str) -> Stored<Option<Organisation>> {
    let row: Option<OrganisationRow> =
        tx.one(sql!("select code, name_en, name_zh, short_zh, kind, email_domains from organisation where code = $1"), args![code]).await?;
    Ok(row.map(Into::into))
}

pub async fn organisations(tx: &mut Tx) -> Stored<Vec<Organisation>> {
    let rows: Vec<OrganisationRow> =
        tx.all(sql!("select code, name_en, name_zh, short_zh, kind, email_domains from organisation order by name_en"), args![]).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

pub async fn save_organisation(tx: &mut Tx, org: &Organisation, parent: Option<&str>, serves: Option<bool>) -> Stored<()> {
    tx.run(
        sql!(
            "insert into organisation (code, name_en, name_zh, short_zh, kind, parent, serves_public, email_domains)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (code) do update set name_en = excluded.name_en, name_zh = excluded.name_zh"
        ),
        args![
            &org.code,
            &org.name.en,
            &org.name.zh,
            &org.short_zh,
            &org.kind,
            parent,
            crate::base::db::Arg::Bool(serves),
            org.email_domains.join(" ")
        ],
    )
    .await?;
    Ok(())
}

/// What signing in needs of a person; asked for nothing else.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PersonRow {
    pub id: i64,
    pub email: String,
    pub password_hash: Option<String>,
}

pub async fn person_by_email(tx: &mut Tx, email: &str) -> Stored<Option<PersonRow>> {
    tx.one(sql!("select id, email, password_hash from person where email_folded = $1"), args![fold(email.trim())]).await
}

pub async fn person(tx: &mut Tx, id: PersonId) -> Stored<Option<PersonRow>> {
    tx.one(sql!("select id, email, password_hash from person where id = $1"), args![id]).await
}

/// A person and one post they hold on a day; without a post once, with nothing in its columns.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct HolderRow {
    pub id: i64,
    pub email: String,
    pub name_en: String,
    pub name_zh: String,
    pub language: String,
    pub post_id: Option<i64>,
    pub organisation: Option<String>,
    pub title_en: Option<String>,
    pub title_zh: Option<String>,
    pub roles: Option<String>,
}

/// Persons, each with the posts they hold on the day `$2`, the latest first: what is asked besides, of which tables, and whom.
macro_rules! holders {
    ($besides:literal, $of:literal, $whom:literal) => {
        sql!(concat!(
            "select ",
            $besides,
            "x.id, x.email, x.name_en, x.name_zh, x.language, h.post_id, p.organisation, p.title_en, p.title_zh, p.roles from ",
            $of,
            " left join holding h on h.person_id = x.id and h.from_day <= $2 and (h.to_day is null or h.to_day >= $2)
              left join post p on p.id = h.post_id where ",
            $whom,
            " order by h.from_day desc, h.post_id"
        ))
    };
}

/// Who has this address, with the posts they hold on a day.
pub async fn holder_by_email(tx: &mut Tx, email: &str, today: Day) -> Stored<Vec<HolderRow>> {
    tx.all(holders!("", "person x", "x.email_folded = $1"), args![fold(email.trim()), today]).await
}

/// The same by number.
pub async fn holder(tx: &mut Tx, id: PersonId, today: Day) -> Stored<Vec<HolderRow>> {
    tx.all(holders!("", "person x", "x.id = $1"), args![id, today]).await
}

/// Adds a person; `false` if the address is taken.
pub async fn insert_person(tx: &mut Tx, id: PersonId, email: &str, name: &Bi, lang: Lang, hash: Option<&str>) -> Stored<bool> {
    let added = tx
        .run(
            sql!(
                "insert into person (id, email, email_folded, name_en, name_zh, language, password_hash)
                 values ($1, $2, $3, $4, $5, $6, $7) on conflict (email_folded) do nothing"
            ),
            args![id, email.trim(), fold(email.trim()), &name.en, &name.zh, lang.path(), hash],
        )
        .await?;
    Ok(added == 1)
}

pub async fn set_password(tx: &mut Tx, id: PersonId, hash: &str) -> Stored<()> {
    tx.run(sql!("update person set password_hash = $2 where id = $1"), args![id, hash]).await?;
    Ok(())
}

pub async fn set_language(tx: &mut Tx, id: PersonId, lang: Lang) -> Stored<()> {
    tx.run(sql!("update person set language = $2 where id = $1"), args![id, lang.path()]).await?;
    Ok(())
}

/// The post of this title and these roles in this organisation, made if it is new. The roles belong to its identity: whoever is
/// added under a title that somebody more powerful has gets no more than was given to them.
pub async fn ensure_post(tx: &mut Tx, fresh: PostId, organisation: &str, title: &Bi, roles: &str) -> Stored<PostId> {
    let row: Option<(i64,)> = tx
        .one(
            sql!(
                "insert into post (id, organisation, title_en, title_zh, roles, folded) values ($1, $2, $3, $4, $5, $6)
                 on conflict (organisation, folded) do update set title_en = post.title_en returning id"
            ),
            args![fresh, organisation, &title.en, &title.zh, roles, fold(&format!("{} {roles}", title.en))],
        )
        .await?;
    Ok(row.map_or(fresh, |(id,)| PostId(id)))
}

pub async fn hold(tx: &mut Tx, person: PersonId, post: PostId, from: Day, to: Option<Day>) -> Stored<()> {
    tx.run(
        sql!(
            "insert into holding (person_id, post_id, from_day, to_day) values ($1, $2, $3, $4)
             on conflict (person_id, post_id, from_day) do update set to_day = excluded.to_day"
        ),
        args![person, post, from, to.map(Day::iso)],
    )
    .await?;
    Ok(())
}

/// The organisation of the latest post a person holds or held.
pub async fn last_organisation(tx: &mut Tx, person: PersonId) -> Stored<Option<String>> {
    let row: Option<(String,)> = tx
        .one(
            sql!(
                "select p.organisation from holding h join post p on p.id = h.post_id
                 where h.person_id = $1 order by h.from_day desc, h.post_id limit 1"
            ),
            args![person],
        )
        .await?;
    Ok(row.map(|(organisation,)| organisation))
}

/// People who now hold a post with a role (by its code) in an organisation, or anywhere.
pub async fn holders(tx: &mut Tx, role: &str, organisation: Option<&str>, today: Day) -> Stored<Vec<PersonId>> {
    let rows: Vec<(i64,)> = tx
        .all(
            sql!(
                "select distinct h.person_id from holding h join post p on p.id = h.post_id
                 where (';' || p.roles || ';') like $1 and (cast($2 as text) is null or p.organisation = $2)
                   and h.from_day <= $3 and (h.to_day is null or h.to_day >= $3)"
            ),
            args![format!("%;{role};%"), organisation, today],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
}

/// A session, as its owner sees it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SessionRow {
    pub token_hash: String,
    pub seen_at: i64,
    pub device: String,
}

/// A live session with its person and one of their posts; asked with every request, hence in one question.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct VisitorRow {
    pub created_at: i64,
    pub seen_at: i64,
    #[sqlx(flatten)]
    pub holder: HolderRow,
}

/// Whose session this is, with the posts they hold now; nothing if it has ended.
pub async fn visitor(db: &Db, hash: &str, now: Moment) -> Stored<Vec<VisitorRow>> {
    let text =
        holders!("s.created_at, s.seen_at, ", "session s join person x on x.id = s.person_id", "s.token_hash = $1 and s.expires_at > $3");
    db.all(text, args![hash, now.day(), now]).await
}

pub async fn sessions(tx: &mut Tx, person: PersonId, now: Moment) -> Stored<Vec<SessionRow>> {
    tx.all(
        sql!(
            "select token_hash, seen_at, device from session
             where person_id = $1 and expires_at > $2 order by seen_at desc"
        ),
        args![person, now],
    )
    .await
}

pub async fn insert_session(tx: &mut Tx, hash: &str, person: PersonId, now: Moment, device: &str) -> Stored<()> {
    tx.run(
        sql!(
            "insert into session (token_hash, person_id, created_at, seen_at, expires_at, device)
             values ($1, $2, $3, $3, $4, $5)"
        ),
        args![hash, person, now, session_ends(now, now), device],
    )
    .await?;
    Ok(())
}

pub async fn see_session(tx: &mut Tx, hash: &str, now: Moment, expires: Moment) -> Stored<()> {
    tx.run(sql!("update session set seen_at = $2, expires_at = $3 where token_hash = $1"), args![hash, now, expires]).await?;
    Ok(())
}

pub async fn end_session(tx: &mut Tx, hash: &str) -> Stored<()> {
    tx.run(sql!("delete from session where token_hash = $1"), args![hash]).await?;
    Ok(())
}

/// Ends every session of a person but one.
pub async fn end_sessions(tx: &mut Tx, person: PersonId, but: &str) -> Stored<u64> {
    tx.run(sql!("delete from session where person_id = $1 and token_hash <> $2"), args![person, but]).await
}

pub async fn count_failures(tx: &mut Tx, subject: &str, since: Moment) -> Stored<i64> {
    tx.number(sql!("select count(*) from sign_in_failure where subject = $1 and at > $2"), args![subject, since]).await
}

pub async fn add_failure(tx: &mut Tx, subject: &str, now: Moment) -> Stored<()> {
    tx.run(sql!("insert into sign_in_failure (subject, at) values ($1, $2)"), args![subject, now]).await?;
    Ok(())
}

pub async fn forget_failures(tx: &mut Tx, subject: &str) -> Stored<()> {
    tx.run(sql!("delete from sign_in_failure where subject = $1"), args![subject]).await?;
    Ok(())
}

/// What time has made useless: old failures, ended sessions, links that lapsed.
pub async fn sweep(tx: &mut Tx, now: Moment) -> Stored<()> {
    tx.run(sql!("delete from sign_in_failure where at < $1"), args![now.plus_minutes(-FAILURE_MINUTES)]).await?;
    tx.run(sql!("delete from session where expires_at < $1"), args![now]).await?;
    tx.run(sql!("delete from password_link where expires_at < $1"), args![now]).await?;
    Ok(())
}

pub async fn insert_link(tx: &mut Tx, hash: &str, person: PersonId, expires: Moment) -> Stored<()> {
    tx.run(sql!("insert into password_link (token_hash, person_id, expires_at) values ($1, $2, $3)"), args![hash, person, expires]).await?;
    Ok(())
}

/// How many links of a person still work.
pub async fn count_links(tx: &mut Tx, person: PersonId, now: Moment) -> Stored<i64> {
    tx.number(sql!("select count(*) from password_link where person_id = $1 and expires_at > $2 and used_at is null"), args![person, now])
        .await
}

/// Whose link this is, while it works.
pub async fn link(tx: &mut Tx, hash: &str, now: Moment) -> Stored<Option<PersonId>> {
    let row: Option<(i64,)> = tx
        .one(sql!("select person_id from password_link where token_hash = $1 and expires_at > $2 and used_at is null"), args![hash, now])
        .await?;
    Ok(row.map(|(id,)| PersonId(id)))
}

/// Uses a link up; whose it was, if it still worked.
pub async fn use_link(tx: &mut Tx, hash: &str, now: Moment) -> Stored<Option<PersonId>> {
    let row: Option<(i64,)> = tx
        .one(
            sql!(
                "update password_link set used_at = $2
                 where token_hash = $1 and expires_at > $2 and used_at is null returning person_id"
            ),
            args![hash, now],
        )
        .await?;
    Ok(row.map(|(id,)| PersonId(id)))
}

/// Everybody with a post today, for the administrator: name, address, post, organisation, roles.
pub async fn directory(
    tx: &mut Tx,
    today: Day,
    like: &str,
    organisation: Option<&str>,
) -> Stored<Vec<(String, String, String, String, String, String, String)>> {
    tx.all(
        sql!(
            "select x.name_en, x.name_zh, x.email, p.title_en, p.title_zh, p.organisation, p.roles
             from holding h join post p on p.id = h.post_id join person x on x.id = h.person_id
             where h.from_day <= $1 and (h.to_day is null or h.to_day >= $1)
               and (x.email_folded like $2 or p.folded like $2 or lower(p.organisation) like $2)
               and (cast($3 as text) is null or p.organisation = $3)
             order by p.organisation, p.title_en, x.email limit 200"
        ),
        args![today, format!("%{like}%"), organisation],
    )
    .await
}

/// When somebody is busy between two moments.
pub async fn busy(tx: &mut Tx, person: PersonId, from: Moment, to: Moment) -> Stored<Vec<(Moment, Moment)>> {
    let rows: Vec<(i64, i64)> = tx
        .all(
            sql!(
                "select starts_at, ends_at from busy where person_id = $1 and ends_at > $2 and starts_at < $3 order by starts_at, ends_at"
            ),
            args![person, from, to],
        )
        .await?;
    Ok(rows.into_iter().map(|(starts, ends)| (Moment(starts), Moment(ends))).collect())
}

pub fn add_busy(tx: &mut Tx, person: PersonId, starts: Moment, ends: Moment) {
    tx.later(sql!("insert into busy (person_id, starts_at, ends_at) values ($1, $2, $3)"), args![person, starts, ends]);
}

pub fn forget_busy(tx: &mut Tx, person: PersonId) {
    tx.later(sql!("delete from busy where person_id = $1"), args![person]);
}
