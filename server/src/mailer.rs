//! The postman: takes letters from the outbox under a lease, hands them to the mail server, and writes down what became of them.
//!
//! Several servers may do so on one database: the lease keeps a letter with one of them at a time. It never logs who a letter
//! is for or what is in it.

use std::{sync::Arc, time::Duration};

use app::base::{
    db::Stored,
    outbox::{self, Kept, Topic, topic},
    site::Site,
};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{Error, response::Code},
};
use tokio::task::JoinSet;

use crate::{Outcome, because, config, mail, meter, stop::Stop};

/// Letters taken at once, and for how many minutes. All go side by side, and none takes longer than [`WHOLE`], so the lease is long enough.
const BATCH: i64 = 5;
const LEASE: i64 = 2;
/// To reach the mail server, and for all that is said to it: the transport's own limit ends with the connection.
const PATIENCE: Duration = Duration::from_secs(20);
const WHOLE: Duration = Duration::from_secs(60);

/// The way to the mail server.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// What became of one letter.
enum Fate {
    Sent,
    Later(String),
    Never(String),
    /// There is no such reader, the mail server says.
    NoReader(String),
    /// There was none the last times, so it was not tried.
    KeptBack,
}

impl Mailer {
    pub fn new(smtp: &str, from: &str) -> Outcome<Mailer> {
        let address = config::redacted(smtp);
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp)
            .map_err(because(format!("ACCOLADE_SMTP {address} cannot be used")))?
            .timeout(Some(PATIENCE))
            .build();
        let from = from.parse().map_err(because(format!("ACCOLADE_MAIL_FROM {from} is no address")))?;
        Ok(Mailer { transport, from })
    }

    /// Runs until the server stops; a batch that is under way is finished.
    pub async fn run(self, site: Arc<Site>, stop: Stop) {
        let mailer = Arc::new(self);
        while !stop.said() {
            // A full batch means that more may be waiting; after anything else there is time to breathe.
            let pause = match mailer.batch(&site).await {
                Ok(taken) if taken == BATCH as usize => continue,
                Ok(_) => Duration::from_secs(1),
                Err(fault) => {
                    tracing::error!(cause = ?fault, "the outbox cannot be read or written");
                    Duration::from_secs(30)
                }
            };
            tokio::select! {
                () = stop.clone().wait() => break,
                () = tokio::time::sleep(pause) => {}
            }
        }
        mailer.transport.shutdown().await;
    }

    /// Takes and sends one batch; how many it took.
    async fn batch(self: &Arc<Mailer>, site: &Arc<Site>) -> Stored<usize> {
        let now = site.now();
        let mut tx = site.db.write().await?;
        let letters = outbox::take(&mut tx, now, now.plus_minutes(LEASE), BATCH).await?;
        tx.commit().await?;
        let taken = letters.len();
        if taken == 0 {
            return Ok(0);
        }
        let mut sending = JoinSet::new();
        for letter in letters {
            let (mailer, public_url) = (self.clone(), site.settings.public_url.clone());
            sending.spawn(async move { (mailer.send(&letter, &public_url).await, letter) });
        }
        // Each is written down by itself and at once: what happens to one letter does not send another again.
        while let Some(done) = sending.join_next().await {
            let Ok((fate, letter)) = done else { continue };
            let (now, mut tx) = (site.now(), site.db.write().await?);
            match fate {
                Fate::Sent => outbox::sent(&mut tx, &letter, now).await?,
                Fate::Later(error) => outbox::failed(&mut tx, &letter, &error, outbox::again(letter.attempts, now)).await?,
                Fate::Never(error) => outbox::failed(&mut tx, &letter, &error, None).await?,
                Fate::NoReader(error) => {
                    match letter.person_id {
                        Some(_) => outbox::kept_back(&mut tx, &letter, Some(&error)).await?,
                        None => outbox::failed(&mut tx, &letter, &error, None).await?,
                    }
                    outbox::bounced(&mut tx, &letter.email, &error, now).await?;
                }
                Fate::KeptBack => outbox::kept_back(&mut tx, &letter, None).await?,
            }
            tx.commit().await?;
        }
        Ok(taken)
    }

    async fn send(&self, letter: &Kept, public_url: &str) -> Fate {
        // Who cannot sign in cannot say that their address works, and a visitor has nowhere to say it: to them it is tried.
        let has_a_way = letter.person_id.is_some() && topic::topic(&letter.kind) != Topic::Account;
        if letter.bounces >= outbox::GIVEN_UP && has_a_way {
            return told(letter, Fate::KeptBack);
        }
        let message = match mail::compose(letter, &self.from, public_url) {
            Ok(message) => message,
            Err(sentence) => return told(letter, Fate::Never(sentence)),
        };
        told(
            letter,
            match tokio::time::timeout(WHOLE, self.transport.send(message)).await {
                Err(_) => Fate::Later("the mail server did not answer in time".into()),
                Ok(Ok(_)) => Fate::Sent,
                Ok(Err(error)) if error.status().is_some_and(|code| is_no_reader(code, &error.to_string())) => {
                    Fate::NoReader(error.to_string())
                }
                Ok(Err(error)) if is_for_good(&error) => Fate::Never(error.to_string()),
                Ok(Err(error)) => Fate::Later(error.to_string()),
            },
        )
    }
}

/// Whether the mail server will never take this letter. A refusal that is about us, not about the letter (who we are, whether
/// we may send at all), is put right by whoever runs the server, and then the letter should still be there.
fn is_for_good(error: &Error) -> bool {
    error.is_permanent() && error.status().is_some_and(|code| !is_about_us(code))
}

/// A mailbox that does not exist or takes nothing any more (RFC 5321, RFC 3463: 5.1.1, 5.1.6, 5.2.1). Of a full one, a policy against this
/// letter, or something about us nothing is said of the next.
fn is_no_reader(code: Code, answer: &str) -> bool {
    let answer = answer.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|it| answer.contains(it));
    let has_class = answer.split(|c: char| !(c.is_ascii_digit() || c == '.')).any(|it| it.starts_with("5.") && it.len() > 4);
    let named = if has_class { says(&["5.1.1", "5.1.6", "5.2.1"]) } else { says(&["user", "mailbox", "recipient"]) };
    matches!(u16::from(code), 550 | 551 | 553) && named
}

fn is_about_us(code: Code) -> bool {
    matches!(u16::from(code), 500..=509 | 521 | 523 | 530..=539)
}

/// Counts and logs what became of a letter: its number and kind, never its reader.
fn told(letter: &Kept, fate: Fate) -> Fate {
    let (id, kind, attempts) = (letter.id, letter.kind.as_str(), letter.attempts);
    match &fate {
        Fate::Sent => meter::letter("sent"),
        Fate::Later(_) => {
            meter::letter("later");
            tracing::warn!(letter = id, kind, attempts, "the mail server did not take a letter; it will be tried again");
        }
        Fate::KeptBack => meter::letter("kept back"),
        Fate::Never(_) | Fate::NoReader(_) => {
            meter::letter("never");
            tracing::error!(letter = id, kind, attempts, "the mail server will not take a letter; see the outbox");
        }
    }
    fate
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        format!("{text} no\r\n").parse::<lettre::transport::smtp::response::Response>().unwrap().code()
    }

    #[test]
    fn a_wrong_password_of_ours_costs_no_letter() {
        assert!(is_about_us(code("535")));
        assert!(is_about_us(code("530")));
        assert!(!is_about_us(code("550")));
        assert!(!is_about_us(code("554")));
    }

    #[test]
    fn a_mailbox_that_does_not_exist_is_told_from_a_letter_that_is_not_wanted() {
        assert!(is_no_reader(code("550"), "permanent error (550): 5.1.1 no such user"));
        assert!(is_no_reader(code("550"), "permanent error (550): no such user here"));
        assert!(!is_no_reader(code("550"), "permanent error (550): 5.7.1 looks like spam"));
        assert!(!is_no_reader(code("550"), "permanent error (550): sender rejected"));
        assert!(!is_no_reader(code("550"), "permanent error (550): 5.7.1 recipient policy"));
        assert!(!is_no_reader(code("552"), "permanent error (552): mailbox full"));
    }

    #[test]
    fn an_address_that_cannot_be_used_is_said_without_its_password() {
        let error = Mailer::new("ftp://eu:s3cret@mail", "a@b.example").err().unwrap();
        assert!(error.contains("ftp://eu:…@mail") && !error.contains("s3cret"), "{error}");
    }
}
