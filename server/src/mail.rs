//! A letter of the outbox as an e-mail: the text, the same in plain HTML, and its calendar file twice over.
//!
//! It writes no words of its own; they come from the letter. Number and date come from the letter too, so that a letter sent
//! again after a crash is the same message and can be recognised.

use std::time::{Duration, SystemTime};

use app::base::outbox::{Kept, topic};
use lettre::{
    Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use crate::{Outcome, because};

/// Writes a letter.
pub fn compose(letter: &Kept, from: &Mailbox, public_url: &str) -> Outcome<Message> {
    let written = letter.write(public_url);
    let to = Mailbox::new(None, letter.email.parse().map_err(because("the address cannot be read"))?);
    let at = SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(letter.created_at).unwrap_or(0));
    let number = format!("<{}@{}>", letter.id, from.email.domain());
    let mut message = Message::builder().from(from.clone()).to(to).subject(written.subject).date(at).message_id(Some(number));
    // So that no holiday notice answers a machine.
    if let Ok(name) = HeaderName::new_from_ascii("Auto-Submitted".into()) {
        message = message.raw_header(HeaderValue::new(name, "auto-generated".into()));
    }
    if let Some(token) = letter.token.as_ref().filter(|_| topic::topic(&letter.kind).may_end()) {
        // Mail programs show a button that ends letters of this sort (RFC 2369, RFC 8058).
        for (name, value) in [
            ("List-Unsubscribe", format!("<{public_url}/letters/{token}>")),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()),
        ] {
            if let Ok(name) = HeaderName::new_from_ascii(name.into()) {
                message = message.raw_header(HeaderValue::new(name, value));
            }
        }
    }
    let text = MultiPart::alternative()
        .singlepart(SinglePart::plain(written.body.clone()))
        .singlepart(SinglePart::html(html(&written.body, letter.lang().tag())));
    let body = match (&letter.calendar, &letter.method) {
        (Some(file), Some(method)) => with_calendar(text, file, method)?,
        _ => text,
    };
    message.multipart(body).map_err(because("the letter cannot be put together"))
}

/// Mail programs that know invitations read the alternative part; all others show the attachment.
fn with_calendar(text: MultiPart, file: &str, method: &str) -> Outcome<MultiPart> {
    let kind = |text: &str| ContentType::parse(text).map_err(because("the calendar file has no kind"));
    let method: String = method.chars().filter(char::is_ascii_alphabetic).collect();
    let calendar = kind(&format!("text/calendar; charset=utf-8; method={method}"))?;
    let invite = SinglePart::builder().header(calendar).body(file.to_owned());
    let attached = Attachment::new("invite.ics".into()).body(file.to_owned(), kind("application/ics")?);
    Ok(MultiPart::mixed().multipart(text.singlepart(invite)).singlepart(attached))
}

/// The text as HTML: its paragraphs and lines, and its addresses as links.
fn html(text: &str, lang: &str) -> String {
    let paragraphs: Vec<String> = text
        .trim()
        .split("\n\n")
        .map(|paragraph| {
            let lines: Vec<String> = paragraph.lines().map(|line| line.split(' ').map(linked).collect::<Vec<_>>().join(" ")).collect();
            format!("<p>{}</p>", lines.join("<br>\n"))
        })
        .collect();
    format!("<!doctype html>\n<html lang=\"{lang}\"><meta charset=\"utf-8\">\n<body>\n{}\n</body></html>\n", paragraphs.join("\n"))
}

/// An address may follow Chinese with nothing between, and be followed by a full stop.
fn linked(word: &str) -> String {
    let Some(from) = word.find("https://").or_else(|| word.find("http://")) else { return escaped(word) };
    let (before, rest) = word.split_at(from);
    let end = rest.find(|c: char| !c.is_ascii_graphic()).unwrap_or(rest.len());
    let (address, after) = rest.split_at(end);
    let bare = address.trim_end_matches(['.', ',', ';', ')']);
    let (link, after) = (escaped(bare), escaped(address.get(bare.len()..).unwrap_or("")) + &escaped(after));
    format!("{}<a href=\"{link}\">{link}</a>{after}", escaped(before))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(calendar: Option<&str>) -> Kept {
        Kept {
            id: 4711,
            person_id: Some(1),
            email: "officer@demo.example".into(),
            language: "tc".into(),
            kind: "nothing-of-this-kind".into(),
            body: "[]".into(),
            page: "/registrations/PM-2002-3-0042".into(),
            calendar: calendar.map(Into::into),
            method: calendar.map(|_| "REQUEST".into()),
            state: "sending".into(),
            created_at: 1_003_107_600_000_000,
            due_at: 0,
            attempts: 1,
            last_error: None,
            token: Some("5eed".into()),
            bounces: 0,
        }
    }

    fn sent(letter: &Kept) -> String {
        let from = "Efficiency Unit <workshops@accolade.example>".parse().unwrap();
        String::from_utf8(compose(letter, &from, "https://accolade.example").unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_letter_sent_again_is_the_same_message() {
        let mail = sent(&letter(None));
        assert!(mail.contains("Message-ID: <4711@accolade.example>"), "{mail}");
        assert!(mail.contains("Date: Mon, 15 Oct 2001 01:00:00 +0000"), "{mail}");
        assert!(mail.contains("Auto-Submitted: auto-generated"));
        assert!(mail.contains("multipart/alternative") && mail.contains("text/plain") && mail.contains("text/html"));
        assert!(!mail.contains("text/calendar"));
        assert!(!mail.contains("List-Unsubscribe"), "what becomes of one's own things cannot be ended");
    }

    #[test]
    fn an_invitation_comes_to_be_answered_and_as_a_file() {
        let mail = sent(&letter(Some("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")));
        assert!(mail.contains("text/calendar; charset=utf-8; method=REQUEST"), "{mail}");
        assert!(mail.contains("filename=\"invite.ics\""), "{mail}");
    }

    #[test]
    fn a_reminder_can_be_ended_with_one_click() {
        let mail = sent(&Kept { kind: "reminder-workshop-starts".into(), ..letter(None) });
        assert!(mail.contains("List-Unsubscribe: <https://accolade.example/letters/5eed>"), "{mail}");
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{mail}");
    }

    #[test]
    fn an_address_that_is_none_is_said_and_not_sent() {
        let mut bad = letter(None);
        bad.email = "nobody".into();
        let from = "workshops@accolade.example".parse().unwrap();
        assert!(compose(&bad, &from, "").is_err());
    }

    #[test]
    fn html_keeps_paragraphs_makes_links_and_lets_nothing_in() {
        let page = html("Dear <b>A</b> & B,\nsee https://accolade.example/en?a=1&b=2\n\nGoodbye\n", "en-HK");
        assert!(
            page.contains("<p>Dear &lt;b&gt;A&lt;/b&gt; &amp; B,<br>\nsee <a href=\"https://accolade.example/en?a=1&amp;b=2\">"),
            "{page}"
        );
        assert!(page.contains("<p>Goodbye</p>"));
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        assert_eq!(linked("有關網頁：https://a.example/tc。"), "有關網頁：<a href=\"https://a.example/tc\">https://a.example/tc</a>。");
        assert_eq!(linked("(https://a.example/en)."), "(<a href=\"https://a.example/en\">https://a.example/en</a>).");
        assert_eq!(linked("nothing<"), "nothing&lt;");
    }
}
