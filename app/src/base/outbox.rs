//! Letters: rows written in the act's own transaction, rendered in the reader's language when they are sent.
//!
//! A letter is a kind and its values; the words are in `locales/*/letters.ftl` under `letter-<kind>-subject` and
//! `letter-<kind>-body`. A worker takes letters with a lease, so several servers never send one twice at a time. What its reader
//! chose for letters of its sort decides when it is written: it goes out, waits for the morning's one letter, or stays here unsent.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use topic::{Topic, Way};
use written::Part;
pub use written::{Written, said};

use super::{
    db::{Stored, Tx},
    ids::{LetterId, PersonId},
    problem::Value,
    site::Site,
    text::Lang,
    time::Moment,
};
use crate::{args, sql};

pub mod topic;
mod written;

/// Whom a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum To {
    /// Somebody of the directory, in the language they chose there.
    Person(PersonId),
    /// A visitor who left an address with what they asked for.
    Address { email: String, lang: Lang },
}

impl To {
    /// Under which their choices are kept: of a visitor's address only what it comes to with the secret of the house.
    fn reader(&self, site: &Site) -> String {
        match self {
            To::Person(id) => id.0.to_string(),
            To::Address { email, .. } => {
                let mut hash = Sha256::new_with_prefix(site.secret);
                hash.update(email.trim().to_lowercase());
                hex::encode(hash.finalize())
            }
        }
    }
}

impl From<PersonId> for To {
    fn from(id: PersonId) -> To {
        To::Person(id)
    }
}

/// A letter to one person, before it has a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Letter {
    pub to: To,
    /// The kind, as `registered` or `offered`.
    pub kind: String,
    pub values: Vec<(String, Value)>,
    /// The page it speaks of, without language, as `/registrations/PM-2002-3-0042`.
    pub page: String,
    /// A calendar file to go with it, with its METHOD.
    pub calendar: Option<(String, String)>,
}

impl Letter {
    pub fn new(to: impl Into<To>, kind: &str, page: impl Into<String>) -> Letter {
        Letter { to: to.into(), kind: kind.into(), values: Vec::new(), page: page.into(), calendar: None }
    }

    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Letter {
        self.values.push((name.into(), value.into()));
        self
    }

    /// Adds the calendar file of an invitation (`REQUEST`) or its end (`CANCEL`).
    pub fn calendar(mut self, method: &str, file: impl Into<String>) -> Letter {
        self.calendar = Some((method.into(), file.into()));
        self
    }
}

/// A letter as kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Kept {
    pub id: i64,
    pub person_id: Option<i64>,
    pub email: String,
    pub language: String,
    pub kind: String,
    pub body: String,
    pub page: String,
    pub calendar: Option<String>,
    pub method: Option<String>,
    pub state: String,
    pub created_at: i64,
    pub due_at: i64,
    pub attempts: i64,
    pub last_error: Option<String>,
    /// Opens the page on which its reader sees why it came.
    pub token: Option<String>,
    /// How often the mail server said that there is no such reader.
    pub bounces: i64,
}

/// Of so many refusals of an address none is tried any more until its owner says that it works.
pub const GIVEN_UP: i64 = 3;

/// A statement that reads letters, from its `where` on.
macro_rules! letters {
    ($rest:literal) => {
        sql!(concat!(
            "select l.id, l.person_id, coalesce(p.email, l.email) as email, coalesce(p.language, l.language) as language, l.kind, l.body,
                l.page, l.calendar, l.method, l.state, l.created_at, l.due_at, l.attempts, l.last_error, l.token,
                coalesce(b.times, 0) as bounces
             from letter l left join person p on p.id = l.person_id left join letter_bounce b on b.email = coalesce(p.email, l.email) ",
            $rest
        ))
    };
}

impl Kept {
    pub fn to(&self) -> To {
        match self.person_id {
            Some(id) => To::Person(PersonId(id)),
            None => To::Address { email: self.email.clone(), lang: self.lang() },
        }
    }

    pub fn lang(&self) -> Lang {
        Lang::of_path(&self.language).unwrap_or_default()
    }
}

/// Puts letters in the box, as their readers chose.
pub fn post(tx: &mut Tx, site: &Site, letters: Vec<Letter>, now: Moment) {
    for letter in letters {
        let reader = letter.to.reader(site);
        let is_change = topic::OF_CHANGES.contains(&letter.kind.as_str());
        let (method, file) = letter.calendar.unzip();
        let uid = file.as_ref().and_then(|it: &String| it.lines().find_map(|line| line.strip_prefix("UID:")));
        let about = uid.unwrap_or(&letter.page).to_owned();
        let (person, email, lang) = match letter.to {
            To::Person(id) => (Some(id), None, None),
            To::Address { email, lang } => (None, Some(email), Some(lang.path())),
        };
        // The end of an entry overtakes every invitation to it that still waits, and a change the change before: an older number never
        // comes after a newer one.
        let is_end = method.as_deref() == Some("CANCEL");
        if is_change || is_end {
            tx.later(
                sql!(
                    "update letter set state = 'overtaken'
                     where about in ($1, $2) and state in ('queued', 'kept-back') and (kind in ($6, $7) or ($3 and method = 'REQUEST'))
                       and (person_id = cast($4 as bigint) or email = cast($5 as text))"
                ),
                args![&about, &letter.page, is_end, person, email.clone(), topic::OF_CHANGES[0], topic::OF_CHANGES[1]],
            );
        }
        let due = if is_change { now.plus_minutes(topic::QUIET) } else { now };
        tx.later(
            sql!(
                "insert into letter (id, person_id, email, language, kind, body, page, calendar, method, state, created_at, due_at, attempts, token, about)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
                    coalesce((select case when way = 'daily' then 'gathered' else 'unwanted' end from letter_choice where reader = $10 and topic = $11), 'queued'),
                    $12, $13, 0, $14, $15)"
            ),
            args![
                LetterId(site.fresh_id()),
                person,
                email,
                lang,
                &letter.kind,
                serde_json::to_string(&letter.values).unwrap_or_default(),
                letter.page,
                file,
                method,
                reader,
                topic::topic(&letter.kind).code(),
                now,
                due,
                site.fresh_token(16),
                about
            ],
        );
    }
}

/// How a reader wants letters of a sort.
pub async fn way(tx: &mut Tx, site: &Site, to: &To, topic: Topic) -> Stored<Way> {
    let row: Option<(String,)> =
        tx.one(sql!("select way from letter_choice where reader = $1 and topic = $2"), args![to.reader(site), topic.code()]).await?;
    Ok(row.and_then(|it| Way::of_code(&it.0)).unwrap_or(Way::AtOnce))
}

/// Keeps how a reader wants letters of a sort, from the next one on.
pub fn choose(tx: &mut Tx, site: &Site, to: &To, topic: Topic, way: Way, now: Moment) {
    tx.later(sql!("delete from letter_choice where reader = $1 and topic = $2"), args![to.reader(site), topic.code()]);
    if way != Way::AtOnce {
        tx.later(
            sql!(
                "insert into letter_choice (reader, topic, way, chosen_at) values ($1, $2, $3, $4)
                 on conflict (reader, topic) do update set way = excluded.way, chosen_at = excluded.chosen_at"
            ),
            args![to.reader(site), topic.code(), way.code(), now],
        );
    }
}

/// Who has letters that were gathered before a moment.
pub async fn gathered(tx: &mut Tx, before: Moment) -> Stored<Vec<i64>> {
    let rows: Vec<(i64,)> = tx
        .all(
            sql!("select distinct person_id from letter where state = 'gathered' and created_at < $1 and person_id is not null order by person_id"),
            args![before],
        )
        .await?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

/// Writes what was gathered for somebody as one letter; how many it holds.
pub async fn digest(tx: &mut Tx, site: &Site, person: PersonId, before: Moment, now: Moment) -> Stored<usize> {
    // The update is the guard: of two servers only one gets the rows.
    let mut taken: Vec<(i64,)> = tx
        .all(
            sql!("update letter set state = 'digested' where person_id = $1 and state = 'gathered' and created_at < $2 returning id"),
            args![person, before],
        )
        .await?;
    taken.sort_unstable();
    let mut parts: Vec<(i64, Part)> = Vec::new();
    for (id,) in taken {
        if let Some(it) = find(tx, LetterId(id)).await? {
            parts.push((it.created_at, Part { kind: it.kind, body: it.body, page: it.page }));
        }
    }
    parts.sort_by_key(|it| it.0);
    let parts: Vec<Part> = parts.into_iter().map(|it| it.1).collect();
    if !parts.is_empty() {
        tx.run(
            sql!(
                "insert into letter (id, person_id, kind, body, page, state, created_at, due_at, attempts, token)
                 values ($1, $2, 'digest', $3, '/desk', 'queued', $4, $4, 0, $5)"
            ),
            args![LetterId(site.fresh_id()), person, serde_json::to_string(&parts).unwrap_or_default(), now, site.fresh_token(16)],
        )
        .await?;
    }
    Ok(parts.len())
}

/// Takes letters that are due, under a lease until `until`: whoever holds it may send them.
pub async fn take(tx: &mut Tx, now: Moment, until: Moment, limit: i64) -> Stored<Vec<Kept>> {
    let ids: Vec<(i64,)> = tx
        .all(
            sql!("select id from letter where state in ('queued', 'sending') and due_at <= $1 order by due_at, id limit $2"),
            args![now, limit],
        )
        .await?;
    let mut taken = Vec::new();
    for (id,) in ids {
        // The guard on due_at is the lease: of two workers only one moves it.
        let won = tx
            .run(
                sql!(
                    "update letter set state = 'sending', due_at = $3, attempts = attempts + 1
                     where id = $1 and due_at <= $2 and state in ('queued', 'sending')"
                ),
                args![id, now, until],
            )
            .await?;
        if won == 1 {
            taken.extend(find(tx, LetterId(id)).await?);
        }
    }
    Ok(taken)
}

/// One letter with its reader's address and language.
pub async fn find(tx: &mut Tx, id: LetterId) -> Stored<Option<Kept>> {
    tx.one(letters!("where l.id = $1"), args![id]).await
}

/// The letter that a token opens.
pub async fn by_token(tx: &mut Tx, token: &str) -> Stored<Option<Kept>> {
    tx.one(letters!("where l.token = $1"), args![token]).await
}

/// The latest letters, newest first.
pub async fn latest(tx: &mut Tx, state: Option<&str>, limit: i64) -> Stored<Vec<Kept>> {
    tx.all(letters!("where cast($1 as text) is null or l.state = $1 order by l.created_at desc, l.id limit $2"), args![state, limit]).await
}

/// Letters to an address are forgotten with whoever left it.
pub fn forget(tx: &mut Tx, site: &Site, email: &str) {
    let reader = To::Address { email: email.to_owned(), lang: Lang::default() }.reader(site);
    tx.later(sql!("delete from letter_choice where reader = $1"), args![reader]);
    tx.later(sql!("delete from letter where email = $1"), args![email]);
    tx.later(sql!("delete from letter_bounce where email = $1"), args![email]);
}

/// Letters of kinds that begin so are forgotten, with the address they went to.
pub fn forget_kinds(tx: &mut Tx, email: &str, beginning: &str) {
    tx.later(sql!("delete from letter where email = $1 and kind like $2 || '%'"), args![email, beginning]);
}

/// How many letters wait to be sent.
pub async fn queued(tx: &mut Tx) -> Stored<i64> {
    tx.number(sql!("select count(*) from letter where state in ('queued', 'sending')"), args![]).await
}

/// It was accepted by the mail server: its address works.
pub async fn sent(tx: &mut Tx, letter: &Kept, now: Moment) -> Stored<()> {
    tx.run(
        sql!("update letter set state = 'sent', sent_at = $2, last_error = null where id = $1 and state = 'sending' and attempts = $3"),
        args![letter.id, now, letter.attempts],
    )
    .await?;
    if letter.bounces > 0 {
        tx.run(sql!("delete from letter_bounce where email = $1"), args![&letter.email]).await?;
    }
    Ok(())
}

/// The mail server said that there is no such reader.
pub async fn bounced(tx: &mut Tx, email: &str, answer: &str, now: Moment) -> Stored<()> {
    tx.run(
        sql!(
            "insert into letter_bounce (email, since, times, answer) values ($1, $2, 1, $3)
             on conflict (email) do update set times = letter_bounce.times + 1, answer = excluded.answer"
        ),
        args![email, now, answer],
    )
    .await?;
    Ok(())
}

/// Since when letters to an address come back, and what the mail server says.
pub async fn comes_back(tx: &mut Tx, email: &str) -> Stored<Option<(Moment, String)>> {
    let row: Option<(i64, String)> = tx.one(sql!("select since, answer from letter_bounce where email = $1"), args![email]).await?;
    Ok(row.map(|(since, answer)| (Moment(since), answer)))
}

/// Its owner says that the address works: what was kept back is sent now.
pub fn try_again(tx: &mut Tx, person: PersonId, email: &str, now: Moment) {
    tx.later(sql!("delete from letter_bounce where email = $1"), args![email]);
    tx.later(
        sql!("update letter set state = 'queued', due_at = $2, attempts = 0 where person_id = $1 and state = 'kept-back'"),
        args![person, now],
    );
}

/// Nothing more is sent to an address that does not exist; the letter is kept until its owner says that it works.
pub async fn kept_back(tx: &mut Tx, letter: &Kept, error: Option<&str>) -> Stored<()> {
    tx.run(
        sql!("update letter set state = 'kept-back', last_error = coalesce($2, last_error) where id = $1 and state = 'sending' and attempts = $3"),
        args![letter.id, error, letter.attempts],
    )
    .await?;
    Ok(())
}

/// Everything written so far counts as sent: for a story of the past, whose readers have long read it.
pub async fn past(tx: &mut Tx) -> Stored<()> {
    tx.run(sql!("update letter set state = 'sent', sent_at = created_at where state in ('queued', 'gathered')"), args![]).await?;
    Ok(())
}

/// It was not accepted: tried again at `again`, or given up for good. Whoever has lost the lease meanwhile changes nothing; and an
/// invitation that was being sent while its end was written is not sent after it.
pub async fn failed(tx: &mut Tx, letter: &Kept, error: &str, again: Option<Moment>) -> Stored<()> {
    tx.run(
        sql!(
            "update letter set last_error = $3, due_at = coalesce($4, due_at), state = case
                when method = 'REQUEST' and exists (select 1 from letter n where n.about = letter.about and n.method = 'CANCEL'
                    and n.created_at >= letter.created_at and n.id <> letter.id
                    and (n.person_id = letter.person_id or n.email = letter.email)) then 'overtaken'
                else $2 end
             where id = $1 and state = 'sending' and attempts = $5"
        ),
        args![letter.id, if again.is_some() { "queued" } else { "failed" }, error, again, letter.attempts],
    )
    .await?;
    Ok(())
}

/// When to try again after `attempts` tries: 1, 2, 4 … minutes, at most six hours; after twelve tries nevermore.
pub fn again(attempts: i64, now: Moment) -> Option<Moment> {
    (attempts < 12).then(|| now.plus_minutes((1i64 << attempts.clamp(1, 9).saturating_sub(1)).min(360)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_fails_waits_longer_each_time_and_is_given_up_in_the_end() {
        let now = Moment(0);
        let waits: Vec<i64> = (1..=12).filter_map(|n| again(n, now)).map(|m| m.minutes_since(now)).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 256, 256]);
        assert_eq!(again(12, now), None);
    }
}
