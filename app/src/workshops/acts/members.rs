//! Who is named in a form, whether they may come, and whether they are free: before anybody gets a place.

use crate::{
    base::{
        ctx::{Ctx, Me},
        ids::{PersonId, RegistrationId},
        problem::{Answer, Complaints, Problem},
        text::{Bi, Lang, holds_identity_card, is_intact},
        time::Moment,
    },
    people::{self, acts::Known, is_email},
    workshops::{rules::*, store::people as crowd},
};

/// A person who takes part, with the post they come from and the field that named them.
pub(super) struct Comer {
    pub reader: Reader,
    pub post: Bi,
    pub field: String,
}

/// Somebody to write to.
#[derive(Clone)]
pub(super) struct Reader {
    pub id: PersonId,
    pub email: String,
    pub name: Bi,
    pub lang: Lang,
}

impl From<Known> for Reader {
    fn from(it: Known) -> Reader {
        Reader { id: it.id, email: it.email, name: it.name, lang: it.lang }
    }
}

impl From<Participant> for Reader {
    fn from(it: Participant) -> Reader {
        Reader { id: it.person, email: it.email, name: it.name, lang: it.lang }
    }
}

/// Reads the members of a form, of an organisation; everything wrong with it is said at once, and nobody is added until nothing is.
pub(super) async fn read_members(
    ctx: &mut Ctx,
    workshop: &Workshop,
    me: &Me,
    organisation: &str,
    members: &[Member],
    consent: bool,
) -> Answer<Vec<Comer>> {
    let own = Member { email: me.email.clone(), name: String::new(), post: String::new() };
    let mut named: Vec<(usize, &Member)> = members.iter().enumerate().filter(|(_, member)| !member.is_blank()).collect();
    if named.is_empty() && !workshop.takes_teams() {
        named.push((0, &own));
    }
    let mut wrong = Complaints::default();
    let mut seen: Vec<String> = Vec::new();
    let mut found: Vec<(String, &Member, Option<Known>)> = Vec::new();
    for (i, member) in &named {
        for (part, text) in [("email", &member.email), ("name", &member.name), ("post", &member.post)] {
            let field = format!("members[{i}][{part}]");
            if holds_identity_card(text) {
                wrong.add(Problem::rule("problem-identity-card").on(field));
            } else if !is_intact(text) {
                wrong.add(Problem::rule("workshops-lost-character").on(field));
            } else if text.chars().count() > 120 {
                wrong.add(Problem::rule("problem-too-long").with("limit", 120i64).on(field));
            }
        }
        let field = format!("members[{i}][email]");
        let email = member.email.trim().to_lowercase();
        if !is_email(&email) {
            wrong.add(Problem::rule("people-email-bad").on(field));
        } else if seen.contains(&email) {
            wrong.add(Problem::rule("workshops-member-twice").with("email", email.as_str()).on(field));
        } else {
            // Whoever registers is known by their session, as far as the post goes that they act from.
            let is_me = email == me.email.to_lowercase() && organisation == me.organisation;
            let known = if is_me { Some(me.into()) } else { people::acts::known(ctx, &email).await? };
            match &known {
                Some(known) if !known.is_of(organisation) => {
                    wrong.add(Problem::rule("workshops-other-department").with("email", email.as_str()).on(field.as_str()));
                }
                Some(_) => {}
                None => {
                    let org = people::acts::organisation(ctx, organisation).await?;
                    if !org.has_address(&email) {
                        let domains = org.email_domains.join(", ");
                        wrong.add(
                            Problem::rule("workshops-other-domain")
                                .with("email", email.as_str())
                                .with("domains", domains)
                                .on(field.as_str()),
                        );
                    } else if member.name.trim().is_empty() || member.post.trim().is_empty() {
                        wrong.add(Problem::rule("workshops-newcomer-name").on(format!("members[{i}][name]")));
                    }
                }
            }
            found.push((field, member, known));
        }
        seen.push(email);
    }
    if let Err(refusal) = workshop.fits_team(named.len() as i64) {
        wrong.add(refusal.into());
    }
    if !consent {
        wrong.add(Problem::rule("workshops-no-consent").on("consent"));
    }
    wrong.check()?;
    let mut comers = Vec::new();
    for (field, member, known) in found {
        let known = match known {
            Some(known) => known,
            None => newcomer(ctx, organisation, member).await?,
        };
        let typed = member.post.trim();
        let post =
            if typed.is_empty() { known.posts.first().map(|(_, title)| title.clone()).unwrap_or_default() } else { Bi::new(typed, typed) };
        comers.push(Comer { reader: known.into(), post, field });
    }
    Ok(comers)
}

/// Adds a colleague nobody knows yet, who is yet to choose a password.
async fn newcomer(ctx: &mut Ctx, organisation: &str, member: &Member) -> Answer<Known> {
    let (name, post) = (member.name.trim(), member.post.trim());
    let newcomer = people::acts::Newcomer {
        email: member.email.trim().to_lowercase(),
        name: Bi::new(name, name),
        organisation: organisation.into(),
        post: Bi::new(post, post),
        roles: "CS".into(),
        language: ctx.lang(),
        password_hash: None,
        from: ctx.now.day(),
        to: None,
    };
    let id = people::acts::add(ctx, &newcomer).await?.ok_or_else(|| Problem::form("problem-form"))?;
    people::acts::invite(ctx, id).await?;
    people::acts::person(ctx, id).await
}

/// Nobody is in this workshop already, nor in another at the same hour (I-03, I-04). Locks the persons first.
pub(super) async fn no_clashes(ctx: &mut Ctx, workshop: &Workshop, comers: &[Comer], but: Option<RegistrationId>) -> Answer<()> {
    let persons: Vec<PersonId> = comers.iter().map(|comer| comer.reader.id).collect();
    crowd::lock_persons(&mut ctx.tx, &persons);
    let mut wrong = Complaints::default();
    for comer in comers {
        for it in crowd::engagements(&mut ctx.tx, comer.reader.id, workshop, but).await? {
            let refusal = if it.workshop == workshop.code {
                Refusal::AlreadyIn { email: comer.reader.email.clone(), reference: it.reference }
            } else {
                let title = Bi::new(it.title_en, it.title_zh);
                Refusal::Overlaps { email: comer.reader.email.clone(), title, starts: Moment(it.starts_at) }
            };
            wrong.add(Problem::from(refusal).on(&comer.field));
        }
    }
    wrong.check()
}
