//! Letters: rows written in the act's own transaction, rendered in the reader's language when they are sent.
//!
//! A letter is a kind and its values; the words are in `locales/*/letters.ftl` under `letter-<kind>-subject` and
//! `letter-<kind>-body`. A worker takes letters with a lease, so several servers never send one twice at a time.

use serde::{Deserialize, Serialize};

use super::{
    db::{Stored, Tx},
    ids::{LetterId, PersonId},
    problem::Value,
    text::Lang,
    time::Moment,
    words::Words,
};
use crate::{args, sql};

/// Whom a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum To {
    /// Somebody of the directory, in the language they chose there.
    Person(PersonId),
    /// A visitor who left an address with what they asked for.
    Address { email: String, lang: Lang },
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
}

/// A letter in words.
pub struct Written {
    pub subject: String,
    pub body: String,
}

impl Kept {
    /// The letter in the reader's language, with the address of the page at its foot.
    pub fn write(&self, public_url: &str) -> Written {
        let lang = Lang::of_path(&self.language).unwrap_or_default();
        let w = Words::of(lang);
        let values: Vec<(String, Value)> = serde_json::from_str(&self.body).unwrap_or_default();
        let mut values: Vec<(&str, _)> = values.iter().map(|(name, value)| (name.as_str(), w.value(value))).collect();
        let link = format!("{public_url}/{}{}", lang.path(), self.page);
        values.push(("link", link.into()));
        Written {
            subject: w.say(&format!("letter-{}-subject", self.kind), &values),
            body: format!("{}\n\n{}\n", w.say(&format!("letter-{}-body", self.kind), &values), w.say("letter-foot", &values)),
        }
    }
}

/// Puts letters in the box.
pub fn post(tx: &mut Tx, letters: Vec<(LetterId, Letter)>, now: Moment) {
    for (id, letter) in letters {
        let (method, calendar) = letter.calendar.unzip();
        let (person, email, lang) = match letter.to {
            To::Person(id) => (Some(id), None, None),
            To::Address { email, lang } => (None, Some(email), Some(lang.path())),
        };
        tx.later(
            sql!(
                "insert into letter (id, person_id, email, language, kind, body, page, calendar, method, state, created_at, due_at, attempts)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', $10, $10, 0)"
            ),
            args![
                id,
                person,
                email,
                lang,
                letter.kind,
                serde_json::to_string(&letter.values).unwrap_or_default(),
                letter.page,
                calendar,
                method,
                now
            ],
        );
    }
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
    tx.one(
        sql!(
            "select l.id, coalesce(p.email, l.email) as email, coalesce(p.language, l.language) as language, l.kind, l.body, l.page,
                    l.calendar, l.method, l.state, l.created_at, l.due_at, l.attempts, l.last_error
             from letter l left join person p on p.id = l.person_id where l.id = $1"
        ),
        args![id],
    )
    .await
}

/// The latest letters, newest first.
pub async fn latest(tx: &mut Tx, state: Option<&str>, limit: i64) -> Stored<Vec<Kept>> {
    tx.all(
        sql!(
            "select l.id, coalesce(p.email, l.email) as email, coalesce(p.language, l.language) as language, l.kind, l.body, l.page,
                    l.calendar, l.method, l.state, l.created_at, l.due_at, l.attempts, l.last_error
             from letter l left join person p on p.id = l.person_id
             where cast($1 as text) is null or l.state = $1 order by l.created_at desc, l.id limit $2"
        ),
        args![state, limit],
    )
    .await
}

/// Letters to an address are forgotten with whoever left it.
pub fn forget(tx: &mut Tx, email: &str) {
    tx.later(sql!("delete from letter where email = $1"), args![email]);
}

/// How many letters wait to be sent.
pub async fn queued(tx: &mut Tx) -> Stored<i64> {
    tx.number(sql!("select count(*) from letter where state in ('queued', 'sending')"), args![]).await
}

/// It was accepted by the mail server.
pub async fn sent(tx: &mut Tx, id: LetterId, now: Moment) -> Stored<()> {
    tx.run(sql!("update letter set state = 'sent', sent_at = $2, last_error = null where id = $1"), args![id, now]).await?;
    Ok(())
}

/// Everything written so far counts as sent: for a story of the past, whose readers have long read it.
pub async fn past(tx: &mut Tx) -> Stored<()> {
    tx.run(sql!("update letter set state = 'sent', sent_at = created_at where state = 'queued'"), args![]).await?;
    Ok(())
}

/// It was not accepted: tried again at `again`, or given up for good.
pub async fn failed(tx: &mut Tx, id: LetterId, error: &str, again: Option<Moment>) -> Stored<()> {
    tx.run(
        sql!("update letter set state = $2, last_error = $3, due_at = coalesce($4, due_at) where id = $1"),
        args![id, if again.is_some() { "queued" } else { "failed" }, error, again],
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
