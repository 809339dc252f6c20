//! One visit to one page: who comes, in which language, what they typed last time, and what they get.
//!
//! Pages are plain async functions `fn(&mut Visit) -> Answer<Reply>` that call acts. A form that was refused is answered by
//! the page it came from, with the right status, an [`Echo`] of what was typed and the sentences beside the fields.

use std::{
    collections::BTreeMap,
    pin::Pin,
    sync::{Arc, Mutex},
};

use leptos::prelude::{AnyView, IntoAny, IntoView};

use super::{
    ctx::{Ctx, Me},
    files::FileKind,
    problem::{Answer, Problem},
    text::Lang,
    words::Words,
};

/// What a refused form brings back to its page.
#[derive(Clone, Debug)]
pub struct Echo {
    pub problem: Problem,
    /// Every field as typed, but for secrets.
    pub typed: BTreeMap<String, String>,
}

/// Where a plain form goes after its act; set by [`Ctx::done`].
#[derive(Clone, Default)]
pub struct Next(Arc<Mutex<Option<String>>>);

impl Next {
    pub fn set(&self, path: String) {
        if let Ok(mut next) = self.0.lock() {
            *next = Some(path);
        }
    }

    pub fn take(&self) -> Option<String> {
        self.0.lock().ok()?.take()
    }
}

/// A visit.
pub struct Visit {
    pub ctx: Ctx,
    pub w: Words,
    /// The address without its language: `/workshops/PM-2002-3`.
    pub path: String,
    /// The parts of the address in braces, in order.
    pub params: Vec<String>,
    pub query: BTreeMap<String, String>,
    pub raw_query: String,
    pub caller: Caller,
    pub echo: Option<Echo>,
}

impl Visit {
    /// The address of a page in this visit's language.
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.w.lang.path())
    }

    /// The same page, same query, in another language (I-70).
    pub fn in_language(&self, lang: Lang) -> String {
        let query = if self.raw_query.is_empty() { String::new() } else { format!("?{}", self.raw_query) };
        format!("/{}{}{query}", lang.path(), self.path)
    }

    pub fn param(&self, index: usize) -> &str {
        self.params.get(index).map_or("", String::as_str)
    }

    /// A filter from the address; empty counts as not asked.
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str).filter(|value| !value.trim().is_empty())
    }

    pub fn me(&self) -> Option<&Me> {
        self.ctx.viewer.me()
    }

    /// The form of this page, with what was typed before.
    pub fn form(&self) -> Form {
        Form { w: self.w, back: self.in_language(self.w.lang), scope: String::new(), inside: "", echo: self.echo.clone().map(Arc::new) }
    }
}

/// A form on a page: gives each field its value, its hint and its error.
#[derive(Clone)]
pub struct Form {
    pub w: Words,
    /// The page to come back to, as a hidden field.
    pub back: String,
    /// Stands before the ids of its fields, where a page has several such forms.
    pub scope: String,
    /// The argument of the act that all its fields belong to, as `draft` in `draft[title_en]`; problems leave it out.
    inside: &'static str,
    echo: Option<Arc<Echo>>,
}

impl Form {
    /// The same form whose fields are all parts of one argument of its act.
    pub fn inside(self, argument: &'static str) -> Form {
        Form { inside: argument, ..self }
    }

    /// The name of a field of which a problem speaks: `awards[0][code]` is `draft[awards][0][code]` inside `draft`.
    fn name(&self, field: &str) -> String {
        if self.inside.is_empty() || field.is_empty() || field == "file" {
            return field.into();
        }
        let (first, rest) = field.split_at(field.find('[').unwrap_or(field.len()));
        format!("{}[{first}]{rest}", self.inside)
    }

    /// The same form about one of many things: its hidden field `name` has this value. It brings back only its own errors.
    pub fn about(&self, name: &str, value: &str) -> Form {
        let echo = self.echo.clone().filter(|echo| echo.typed.get(name).is_some_and(|typed| typed == value));
        Form { scope: format!("{value}-"), echo, ..self.clone() }
    }

    /// Whichever of such forms came back: for the summary at the top of the page.
    pub fn returned(&self, name: &str) -> Form {
        let value = self.echo.as_ref().and_then(|echo| echo.typed.get(name).cloned());
        Form { scope: value.map(|value| format!("{value}-")).unwrap_or_default(), ..self.clone() }
    }

    /// The id of a field: `members[0][email]` is `members-0-email`.
    pub fn id(&self, name: &str) -> String {
        format!("{}{}", self.scope, name.replace("][", "-").replace(['[', ']'], "-").trim_end_matches('-'))
    }

    /// What was typed into a field, if the form comes back.
    pub fn typed(&self, name: &str) -> Option<String> {
        self.echo.as_ref().map(|echo| echo.typed.get(name).cloned().unwrap_or_default())
    }

    /// The sentence beside a field.
    pub fn error(&self, name: &str) -> Option<String> {
        let complaints = &self.echo.as_ref()?.problem.complaints;
        complaints.iter().find(|c| self.name(&c.field) == name).map(|c| self.w.complaint(c))
    }

    /// Every sentence with its field, for the summary at the top.
    pub fn errors(&self) -> Vec<(String, String)> {
        let complaints = self.echo.as_ref().map(|echo| echo.problem.complaints.clone()).unwrap_or_default();
        complaints
            .iter()
            .map(|c| {
                let words = self.w.complaint(c);
                // In a file that was refused, the reader looks for the line.
                match c.field.strip_prefix("file-line-").and_then(|line| line.parse::<i64>().ok()) {
                    Some(line) => ("file".into(), format!("{} {words}", crate::t!(self.w, "line-n", n = line))),
                    None => (self.name(&c.field), words),
                }
            })
            .collect()
    }
}

/// The widths a page may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    Wide,
    Read,
    Form,
}

/// Which islands a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundle {
    Desk,
    Booth,
}

/// A finished page, before it gets its frame.
pub struct Page {
    pub title: String,
    pub view: AnyView,
    pub width: Width,
    pub status: u16,
    /// The page holds an island: it needs the script of its bundle.
    pub islands: Option<Bundle>,
    /// Scripts of the page's own, modules that run in this order before any island.
    pub scripts: Vec<&'static str>,
    /// The page holds a form that keeps what is typed: it carries the script for that.
    pub keeps: bool,
    /// For people only, not for search engines.
    pub hidden: bool,
    /// The whole screen is the page's: no masthead, no foot, no way out.
    pub bare: bool,
}

impl Page {
    pub fn new(title: impl Into<String>, view: impl IntoView + 'static) -> Page {
        Page {
            title: title.into(),
            view: view.into_any(),
            width: Width::Wide,
            status: 200,
            islands: None,
            scripts: Vec::new(),
            keeps: false,
            hidden: false,
            bare: false,
        }
    }

    pub fn width(mut self, width: Width) -> Page {
        self.width = width;
        self
    }

    pub fn islands(mut self) -> Page {
        self.islands = Some(Bundle::Desk);
        self
    }

    pub fn booth(mut self) -> Page {
        self.islands = Some(Bundle::Booth);
        self
    }

    /// Carries a script; it may fetch from this server and run WebAssembly, as islands do.
    pub fn script(mut self, text: &'static str) -> Page {
        self.scripts.push(text);
        self
    }

    pub fn keeps(mut self) -> Page {
        self.keeps = true;
        self
    }

    pub fn hidden(mut self) -> Page {
        self.hidden = true;
        self
    }

    pub fn bare(mut self) -> Page {
        self.bare = true;
        self
    }
}

/// A file to keep.
pub struct File {
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
    /// Shown in the browser rather than saved.
    pub inline: bool,
}

/// A kept file, to be read by its hash after the page has let go of the database.
pub struct Download {
    pub name: String,
    pub kind: FileKind,
    pub hash: String,
    /// A picture is shown in the browser rather than saved; a PDF is always saved.
    pub inline: bool,
}

/// A file that takes its time: it is made after the page has let go of the database.
pub struct Paper {
    pub name: String,
    pub mime: &'static str,
    /// Shown in the browser rather than saved.
    pub inline: bool,
    pub make: Making,
}

/// How a paper is made of what the page found.
pub type Making = Pin<Box<dyn Future<Output = Answer<Vec<u8>>> + Send>>;

/// What a visit gets.
pub enum Reply {
    Page(Box<Page>),
    File(File),
    Download(Download),
    Paper(Paper),
    /// Another address, with its language.
    Go(String),
}

impl From<Page> for Reply {
    fn from(page: Page) -> Reply {
        Reply::Page(Box::new(page))
    }
}

impl From<File> for Reply {
    fn from(file: File) -> Reply {
        Reply::File(file)
    }
}

impl From<Paper> for Reply {
    fn from(paper: Paper) -> Reply {
        Reply::Paper(paper)
    }
}

impl From<Download> for Reply {
    fn from(download: Download) -> Reply {
        Reply::Download(download)
    }
}

/// A page of the house: an address and the function that answers it.
pub type PageFn = for<'a> fn(&'a mut Visit) -> Pin<Box<dyn Future<Output = Answer<Reply>> + Send + 'a>>;

/// Who stands at the counter of a server function: the request around it, before any transaction is open.
pub struct Guest {
    pub site: Arc<crate::base::site::Site>,
    pub viewer: crate::base::ctx::Viewer,
    /// The network address they come from; only ever kept hashed.
    pub address: String,
    /// The browser's name, for their own list of sessions.
    pub device: String,
    caller: Caller,
}

/// Address, browser and cookies of a request, put into context by the router.
#[derive(Clone, Default)]
pub struct Caller {
    pub address: String,
    pub device: String,
    /// As they came, `name=value; name=value`.
    pub cookies: String,
}

impl Caller {
    /// The value of a cookie, if it came and holds anything.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.split(';').find_map(|it| it.trim().strip_prefix(name)?.strip_prefix('=')).filter(|it| !it.is_empty())
    }
}

impl Guest {
    pub fn here() -> Answer<Guest> {
        use leptos::prelude::use_context;
        let caller: Caller = use_context().unwrap_or_default();
        Ok(Guest {
            site: use_context().ok_or_else(|| crate::base::db::Fault::new("no site in this request"))?,
            viewer: use_context().unwrap_or_default(),
            address: caller.address.clone(),
            device: caller.device.clone(),
            caller,
        })
    }

    /// Answers, and sends a plain form on.
    pub fn go<T>(&self, next: &str, answer: T) -> Answer<T> {
        if let Some(to) = leptos::prelude::use_context::<Next>() {
            to.set(next.into());
        }
        Ok(answer)
    }

    /// Sets the session cookie and goes to the page asked for, or to the desk in the person's language.
    pub fn welcome(&self, token: &str, days: i64, lang: Lang, next: &str) -> Answer<()> {
        self.cookie(token, days * 86_400);
        // Only a path of ours; anything else would make the sign-in page a springboard for strangers.
        let next = if next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') {
            next.to_owned()
        } else {
            format!("!/{}/desk", lang.path())
        };
        self.go(&if next.starts_with('!') { next } else { format!("!{next}") }, ())
    }

    /// Sets the clock of a demo forward.
    pub fn set_clock(&self, to: &str) -> Answer<()> {
        if !self.site.settings.demo {
            return Err(Problem::unknown());
        }
        let to = super::time::Moment::parse_local(to).ok_or_else(|| Problem::rule("problem-moment").on("to"))?;
        if to < self.site.now() {
            return Err(Problem::rule("clock-back").on("to"));
        }
        self.site.clock.set(to);
        self.site.changed();
        Ok(())
    }

    /// Removes the session cookie.
    pub fn goodbye(&self) {
        self.cookie("", 0);
    }

    /// A cookie that came with the request.
    pub fn cookie_of(&self, name: &str) -> Option<&str> {
        self.caller.cookie(name)
    }

    fn cookie(&self, token: &str, seconds: i64) {
        self.set_cookie(session_cookie(self.site.settings.secure), token, seconds);
    }

    /// Gives the browser a cookie that no script reads and no other site sends; with nothing in it and no time, takes it away.
    pub fn set_cookie(&self, name: &str, value: &str, seconds: i64) {
        let secure = if self.site.settings.secure { "; Secure" } else { "" };
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
        if let (Some(response), Ok(value)) =
            (leptos::prelude::use_context::<leptos_axum::ResponseOptions>(), http::HeaderValue::from_str(&cookie))
        {
            response.append_header(http::header::SET_COOKIE, value);
        }
    }
}

/// The name of the session cookie; the `__Host-` prefix binds it to this host wherever https is used.
pub fn session_cookie(secure: bool) -> &'static str {
    if secure { "__Host-accolade" } else { "accolade" }
}
