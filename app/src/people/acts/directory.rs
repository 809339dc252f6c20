//! Who is who: the directory, adding many people at once, and the personas of a demo.

use argon2::password_hash::phc::PasswordHash;
use serde_json::json;

use crate::base::{
    ctx::Ctx,
    problem::{Answer, Complaints, Problem},
    roles::{Action, Reach, Role, Roles},
    sheet,
    text::{Bi, Lang, fold},
};

use super::{
    super::{rules::*, store},
    Newcomer, add, invite, known,
};

/// One line of the directory: who holds which post where.
pub struct Entry {
    pub name: Bi,
    pub email: String,
    pub post: Bi,
    pub organisation: String,
    pub roles: Roles,
}

/// Everybody with a post today, for administrators and, of their own organisation, for co-ordinators.
pub async fn directory(ctx: &mut Ctx, search: &str) -> Answer<Vec<Entry>> {
    let reach = ctx.may(Action::Administer, Reach::Read)?;
    let own = ctx.viewer.me().filter(|_| reach == Reach::Own).map(|me| me.organisation.clone());
    let rows = store::directory(&mut ctx.tx, ctx.now.day(), &fold(search.trim()), own.as_deref()).await?;
    Ok(rows
        .into_iter()
        .map(|(name_en, name_zh, email, post_en, post_zh, organisation, roles)| Entry {
            name: Bi::new(name_en, name_zh),
            email,
            post: Bi::new(post_en, post_zh),
            organisation,
            roles: Roles::parse(&roles),
        })
        .collect())
}

/// The columns of `accolade user import`.
pub const COLUMNS: [&str; 8] = ["email", "name_en", "name_zh", "organisation", "post_en", "post_zh", "roles", "password_hash"];

/// Adds people by a CSV file: all of them, or nobody and what is wrong in which line. Who has no password is invited by letter.
pub async fn import(ctx: &mut Ctx, file: &[u8]) -> Answer<usize> {
    ctx.may(Action::Administer, Reach::All)?;
    let lines = sheet::read(file, &COLUMNS)?;
    let mut wrong = Complaints::default();
    let organisations: Vec<String> = store::organisations(&mut ctx.tx).await?.into_iter().map(|org| org.code).collect();
    let mut added = 0;
    for line in &lines {
        let cell = |i: usize| line.cells.get(i).map(|c| c.trim().to_owned()).unwrap_or_default();
        let (email, organisation, hash) = (cell(0), cell(3), cell(7));
        let name = Bi::new(cell(1), cell(2));
        let post = Bi::new(cell(4), cell(5));
        let mut say = |key: &str| wrong.add(Problem::form(key).with("line", line.number).with("email", email.as_str()).on("file"));
        if !is_email(&email) {
            say("people-line-email");
        } else if !organisations.contains(&organisation) {
            say("people-line-organisation");
        } else if !name.is_whole() || !post.is_whole() {
            say("people-line-both");
        } else if cell(6).split(';').any(|code| !code.trim().is_empty() && Role::of_code(code).is_none()) {
            say("people-line-role");
        } else if !hash.is_empty() && PasswordHash::new(&hash).is_err() {
            say("people-line-hash");
        } else {
            let newcomer = Newcomer {
                email: email.clone(),
                name,
                organisation,
                post,
                roles: cell(6),
                language: Lang::En,
                password_hash: Some(hash.clone()).filter(|hash| !hash.is_empty()),
                from: ctx.now.day(),
                to: None,
            };
            match add(ctx, &newcomer).await? {
                None => say("people-line-taken"),
                Some(id) if hash.is_empty() => invite(ctx, id).await?,
                Some(_) => {}
            }
            added += 1;
        }
    }
    wrong.check()?;
    ctx.audit("person.import", "people", json!({ "people": added }));
    Ok(added)
}

/// Who can be signed in as with one click in a demo, in the order in which they are offered.
pub const PERSONAS: [&str; 21] = [
    "officer",
    "coordinator",
    "coordinator2",
    "head",
    "organiser",
    "secretary",
    "secretary2",
    "exhibition",
    "exhibition2",
    "judge1",
    "judge2",
    "judge3",
    "judge4",
    "judge5",
    "chair",
    "scheduler",
    "editor",
    "progress",
    "enquiries",
    "auditor",
    "admin",
];

/// The personas of a demo who are there: address name, post and organisation, for the one-click sign-in.
pub async fn personas(ctx: &mut Ctx) -> Answer<Vec<(String, Bi, Bi, String)>> {
    let mut found = Vec::new();
    for name in PERSONAS {
        if let Some(person) = known(ctx, &format!("{name}@demo.example")).await?
            && let Some((organisation, title)) = person.posts.into_iter().next()
        {
            found.push((name.to_owned(), person.name, title, organisation));
        }
    }
    Ok(found)
}
