//! Who asks, when, and the one transaction their act runs in.
//!
//! An act gathers what is to be told (letters, audit events) while it works; `commit` writes them in the same transaction,
//! the audit chain last, so that its single head is held for a moment only.

use std::sync::Arc;

use super::{
    audit::{self, Event},
    db::Tx,
    ids::{PersonId, PostId},
    outbox::{self, Letter},
    problem::{Answer, Problem},
    roles::{Action, Reach, Role, Roles, reach},
    site::Site,
    text::{Bi, Lang},
    time::Moment,
};

/// A person signed in, with the post they act from.
#[derive(Clone, Debug, PartialEq)]
pub struct Me {
    pub id: PersonId,
    pub name: Bi,
    pub email: String,
    /// The language of their letters.
    pub lang: Lang,
    pub post: PostId,
    pub post_title: Bi,
    /// Code of the organisation.
    pub organisation: String,
    pub roles: Roles,
    /// Which session: a hash of its token.
    pub session: String,
}

/// Who asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Viewer {
    #[default]
    Public,
    Person(Box<Me>),
    /// The house itself: what happens by the clock.
    House,
}

impl Viewer {
    pub fn me(&self) -> Option<&Me> {
        match self {
            Viewer::Person(me) => Some(me),
            _ => None,
        }
    }

    pub fn roles(&self) -> Roles {
        match self {
            Viewer::Person(me) => me.roles,
            _ => Roles::of(&[Role::Public]),
        }
    }

    pub fn reach(&self, action: Action) -> Reach {
        match self {
            Viewer::House => Reach::All,
            _ => reach(self.roles(), action),
        }
    }

    /// How the audit trail names them: by post, never by person.
    fn actor(&self) -> String {
        match self {
            Viewer::Public => "public".into(),
            Viewer::House => "house".into(),
            Viewer::Person(me) => format!("{} {}", me.post_title.en, me.organisation),
        }
    }
}

/// One request, act or tick: database transaction, viewer and moment.
pub struct Ctx {
    pub site: Arc<Site>,
    pub tx: Tx,
    pub viewer: Viewer,
    pub now: Moment,
    letters: Vec<Letter>,
    events: Vec<Event>,
}

impl Ctx {
    /// To change something.
    pub async fn write(site: &Arc<Site>, viewer: Viewer) -> Answer<Ctx> {
        Ok(Ctx::over(site, site.db.write().await?, viewer))
    }

    /// To look at something.
    pub async fn read(site: &Arc<Site>, viewer: Viewer) -> Answer<Ctx> {
        Ok(Ctx::over(site, site.db.read().await?, viewer))
    }

    fn over(site: &Arc<Site>, tx: Tx, viewer: Viewer) -> Ctx {
        Ctx { site: site.clone(), tx, viewer, now: site.now(), letters: Vec::new(), events: Vec::new() }
    }

    /// Inside a server function: the site, and who asks, come with the request.
    pub async fn open() -> Answer<Ctx> {
        let (site, viewer) = Ctx::caller()?;
        Ctx::write(&site, viewer).await
    }

    /// The same for a server function that changes nothing.
    pub async fn look() -> Answer<Ctx> {
        let (site, viewer) = Ctx::caller()?;
        Ctx::read(&site, viewer).await
    }

    fn caller() -> Answer<(Arc<Site>, Viewer)> {
        use leptos::prelude::use_context;
        let site: Arc<Site> = use_context().ok_or_else(|| super::db::Fault::new("no site in this request"))?;
        Ok((site, use_context::<Viewer>().unwrap_or_default()))
    }

    /// The person signed in, or 401.
    pub fn me(&self) -> Answer<Me> {
        self.viewer.me().cloned().ok_or_else(Problem::sign_in)
    }

    /// How far the viewer may go in `action`: at least `least`, or 401 for strangers and 403 for the rest.
    pub fn may(&self, action: Action, least: Reach) -> Answer<Reach> {
        let reach = self.viewer.reach(action);
        if reach >= least {
            return Ok(reach);
        }
        Err(if self.viewer == Viewer::Public { Problem::sign_in() } else { Problem::forbidden() })
    }

    /// Like [`Ctx::may`] for a thing that belongs to an organisation: those who reach only their own must be of it.
    pub fn may_for(&self, action: Action, organisation: &str) -> Answer<()> {
        match (self.may(action, Reach::Own)?, self.viewer.me()) {
            (Reach::Own, Some(me)) if me.organisation == organisation => Ok(()),
            (Reach::Own, _) => Err(Problem::forbidden()),
            _ => Ok(()),
        }
    }

    /// What only the clock may do: 403 for everybody else.
    pub fn only_the_house(&self) -> Answer<()> {
        if self.viewer == Viewer::House { Ok(()) } else { Err(Problem::forbidden()) }
    }

    /// A letter to send when this is committed.
    pub fn tell(&mut self, letter: Letter) {
        self.letters.push(letter);
    }

    /// An event for the audit trail when this is committed.
    pub fn audit(&mut self, action: &'static str, object: impl Into<String>, detail: serde_json::Value) {
        self.events.push(Event { action, object: object.into(), detail, reason: None });
    }

    /// The same with the reason somebody gave.
    pub fn audit_because(&mut self, action: &'static str, object: impl Into<String>, detail: serde_json::Value, reason: &str) {
        self.events.push(Event { action, object: object.into(), detail, reason: Some(reason.into()) });
    }

    /// Makes it all last: what was saved, told and recorded, or none of it.
    pub async fn commit(mut self) -> Answer<()> {
        let visible = !self.events.is_empty();
        audit::append(&mut self.tx, &self.viewer.actor(), self.now, &std::mem::take(&mut self.events)).await?;
        outbox::post(&mut self.tx, &self.site, std::mem::take(&mut self.letters), self.now);
        self.tx.commit().await?;
        if visible {
            self.site.changed();
        }
        Ok(())
    }

    /// The last line of a server function: commit, answer, and for a plain form the page to go to next
    /// (without language; empty for the page it came from).
    pub async fn done<T>(self, next: impl Into<String>, answer: T) -> Answer<T> {
        self.commit().await?;
        if let Some(answer) = leptos::prelude::use_context::<super::visit::Next>() {
            answer.set(next.into());
        }
        Ok(answer)
    }

    /// The language to write to somebody in who has not said.
    pub fn lang(&self) -> Lang {
        leptos::prelude::use_context::<Lang>().unwrap_or_default()
    }
}
