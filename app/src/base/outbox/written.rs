//! Letters in words: in the reader's language, by themselves, or several as the one of the morning.

use serde::{Deserialize, Serialize};

use super::{Kept, topic};
use crate::base::{problem::Value, words::Words};

/// A letter in words.
#[derive(Default)]
pub struct Written {
    pub subject: String,
    pub body: String,
}

/// One of the letters that were gathered for the morning.
#[derive(Serialize, Deserialize, sqlx::FromRow)]
pub(super) struct Part {
    pub kind: String,
    pub body: String,
    pub page: String,
}

impl Kept {
    /// Where its reader sees why it came, and may end letters of its sort.
    pub fn why_page(&self, public_url: &str) -> Option<String> {
        Some(format!("{public_url}/{}/letters/{}", self.lang().path(), self.token.as_ref()?))
    }

    /// The letter in the reader's language; at its foot the address of its page, why it came, and where that may be changed.
    pub fn write(&self, public_url: &str) -> Written {
        let w = Words::of(self.lang());
        let mut written = match self.kind.as_str() {
            "digest" => self.gathered(w, public_url),
            // The first of its values is the kind that is tried.
            "test" => {
                let values = values(&self.body);
                let Some((_, Value::Text(kind))) = values.first() else { return Written::default() };
                let it = said(w, kind, &values, &link(w, public_url, &self.page));
                Written { subject: w.say("letter-test-subject", &[("subject", it.subject.into())]), body: it.body }
            }
            kind => said(w, kind, &values(&self.body), &link(w, public_url, &self.page)),
        };
        let why = w.say(&format!("letter-why-{}", topic::why(&self.kind)), &[]);
        let choose = self.why_page(public_url).unwrap_or_else(|| link(w, public_url, "/account/letters"));
        let foot =
            w.say("letter-foot", &[("link", link(w, public_url, &self.page).into()), ("why", why.into()), ("choose", choose.into())]);
        written.body = format!("{}\n\n{foot}\n", written.body);
        written
    }

    /// The letters of a day as one: its subject names the first.
    fn gathered(&self, w: Words, public_url: &str) -> Written {
        let parts: Vec<Part> = serde_json::from_str(&self.body).unwrap_or_default();
        let written: Vec<(Written, String)> = parts
            .iter()
            .map(|it| {
                let link = link(w, public_url, &it.page);
                (said(w, &it.kind, &values(&it.body), &link), link)
            })
            .collect();
        let first = written.first().map(|it| it.0.subject.clone()).unwrap_or_default();
        let values = [("n", written.len().into()), ("first", first.into())];
        let body: Vec<String> = written
            .iter()
            .map(|(it, link)| {
                format!("{}\n\n{}\n\n{link}", w.say("letter-digest-head", &[("subject", it.subject.as_str().into())]), it.body)
            })
            .collect();
        Written { subject: w.say("letter-digest-subject", &values), body: body.join("\n\n") }
    }
}

fn link(w: Words, public_url: &str, page: &str) -> String {
    format!("{public_url}/{}{page}", w.lang.path())
}

fn values(body: &str) -> Vec<(String, Value)> {
    serde_json::from_str(body).unwrap_or_default()
}

/// The words of one kind, without its foot.
pub fn said(w: Words, kind: &str, values: &[(String, Value)], link: &str) -> Written {
    let mut values: Vec<(&str, _)> = values.iter().map(|(name, value)| (name.as_str(), w.value(value))).collect();
    values.push(("link", link.into()));
    Written { subject: w.say(&format!("letter-{kind}-subject"), &values), body: w.say(&format!("letter-{kind}-body"), &values) }
}
