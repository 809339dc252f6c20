//! The one error that leaves an act: what is wrong, where on the form, and with which numbers.
//!
//! Rules make their own typed `Refusal`s; they become a `Problem` here, and a `Problem` becomes words only at the edge,
//! in the reader's language. Machine failures are logged with an incident number and show nothing else.

use serde::{Deserialize, Serialize};

use super::{
    text::Bi,
    time::{Day, Moment},
};

/// What an act gives: the thing asked for, or why not.
pub type Answer<T> = Result<T, Problem>;

/// The kinds of no, each with its status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 400: the form cannot be read.
    Form,
    /// 401: sign in first.
    SignIn,
    /// 403: the role table says no.
    Forbidden,
    /// 404: no such thing, or none that you may know of.
    Unknown,
    /// 409: it clashes with what is already so.
    Clash,
    /// 410: it was possible, and is over.
    Closed,
    /// 413: more than is taken.
    Large,
    /// 422: a rule of the house says no.
    Rule,
    /// 429: too often.
    Rate,
    /// 500: the machine failed; the incident number is in the log.
    Broken,
    /// 503: try again in a moment.
    Busy,
}

/// A value inside a sentence, still without a language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    Text(String),
    Number(i64),
    Both(Bi),
    Day(Day),
    Moment(Moment),
}

/// One sentence to say: its key among the words, the field it stands beside, and its values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Complaint {
    /// The `name` of the field; empty when it concerns the whole form.
    pub field: String,
    pub key: String,
    /// The browser leaves them out: it is told the sentence that was said with them, and needs no reader of dates for it.
    #[cfg_attr(not(feature = "ssr"), serde(skip))]
    pub values: Vec<(String, Value)>,
    /// The sentence in the reader's language, filled in at the edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A no, ready to travel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    pub kind: Kind,
    pub complaints: Vec<Complaint>,
    /// For [`Kind::Broken`]: the number under which the log has the cause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<String>,
}

impl Problem {
    pub fn new(kind: Kind, key: &str) -> Problem {
        let complaint = Complaint { field: String::new(), key: key.into(), values: Vec::new(), text: None };
        Problem { kind, complaints: vec![complaint], incident: None }
    }

    pub fn form(key: &str) -> Problem {
        Problem::new(Kind::Form, key)
    }

    pub fn rule(key: &str) -> Problem {
        Problem::new(Kind::Rule, key)
    }

    pub fn clash(key: &str) -> Problem {
        Problem::new(Kind::Clash, key)
    }

    pub fn closed(key: &str) -> Problem {
        Problem::new(Kind::Closed, key)
    }

    pub fn unknown() -> Problem {
        Problem::new(Kind::Unknown, "problem-unknown")
    }

    pub fn sign_in() -> Problem {
        Problem::new(Kind::SignIn, "problem-sign-in")
    }

    pub fn forbidden() -> Problem {
        Problem::new(Kind::Forbidden, "problem-forbidden")
    }

    /// Ties the last sentence to a field of the form.
    pub fn on(mut self, field: impl Into<String>) -> Problem {
        if let Some(last) = self.complaints.last_mut() {
            last.field = field.into();
        }
        self
    }

    /// Gives the last sentence a value.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Problem {
        if let Some(last) = self.complaints.last_mut() {
            last.values.push((name.into(), value.into()));
        }
        self
    }

    /// Several things wrong at once are said at once; the gravest kind of the first stands for all.
    pub fn and(mut self, other: Problem) -> Problem {
        self.complaints.extend(other.complaints);
        self
    }

    pub fn status(&self) -> u16 {
        match self.kind {
            Kind::Form => 400,
            Kind::SignIn => 401,
            Kind::Forbidden => 403,
            Kind::Unknown => 404,
            Kind::Clash => 409,
            Kind::Closed => 410,
            Kind::Large => 413,
            Kind::Rule => 422,
            Kind::Rate => 429,
            Kind::Broken => 500,
            Kind::Busy => 503,
        }
    }

    /// The key of the first sentence, by which tests and callers tell one no from another.
    pub fn key(&self) -> &str {
        self.complaints.first().map_or("", |c| c.key.as_str())
    }
}

/// Gathers what is wrong with a form, so that all of it is said at once.
#[derive(Default)]
pub struct Complaints(Option<Problem>);

impl Complaints {
    pub fn add(&mut self, problem: Problem) {
        self.0 = Some(match self.0.take() {
            Some(first) => first.and(problem),
            None => problem,
        });
    }

    /// Fails with everything gathered, if anything was.
    pub fn check(self) -> Answer<()> {
        self.0.map_or(Ok(()), Err)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}", self.kind, self.key())
    }
}

impl std::error::Error for Problem {}

/// "Not there" becomes a 404 only where an act says so.
pub trait OrUnknown<T> {
    fn or_unknown(self) -> Answer<T>;
}

impl<T> OrUnknown<T> for Option<T> {
    fn or_unknown(self) -> Answer<T> {
        self.ok_or_else(Problem::unknown)
    }
}

macro_rules! values {
    ($($from:ty => $make:expr;)*) => {$(
        impl From<$from> for Value {
            fn from(it: $from) -> Value {
                let make: fn($from) -> Value = $make;
                make(it)
            }
        }
    )*};
}

values! {
    &str => |it| Value::Text(it.into());
    String => Value::Text;
    i64 => Value::Number;
    u32 => |it| Value::Number(it.into());
    usize => |it| Value::Number(it as i64);
    Bi => Value::Both;
    Day => Value::Day;
    Moment => Value::Moment;
}
