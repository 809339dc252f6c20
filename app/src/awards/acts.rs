//! What a department does with its entries: begin, write together, agree, endorse, hand in, confirm, withdraw, appeal.
//!
//! Each act is one transaction: who may → load and lock → decide → save → tell. The scheme's row is locked before an entry's.

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{
    base::{
        ctx::Ctx,
        outbox::Letter,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach, Role},
        text::{Bi, holds_identity_card},
        time::Moment,
        words::Words,
    },
    people, t,
    ui::Saved,
    venues,
};

use super::{
    rules::{
        texts::{Merge, Texts, merge_texts},
        *,
    },
    store::{self, entries},
};

pub mod assign;
pub mod calendar;
pub mod decide;
pub mod declare;
pub mod evidence;
pub mod find;
pub mod material;
pub mod officers;
pub mod panel;
pub mod presentation;
pub mod remind;
pub mod score;
pub mod setup;
pub mod table;
pub mod tick;

/// How whoever acts signs in the history of an entry: by post.
fn actor(ctx: &Ctx) -> Bi {
    ctx.viewer.me().map_or_else(|| Bi::new("By rule", "按規則"), |me| me.post_title.clone())
}

/// Adds a step to the history of an entry and the event to the audit trail.
fn step(ctx: &mut Ctx, entry: &Entry, step: &'static str, reason: Option<&str>) {
    let (id, by) = (ctx.site.fresh_id(), actor(ctx));
    entries::add_step(&mut ctx.tx, id, &entry.code, step, &by, reason, ctx.now);
    let (object, detail) =
        (format!("entry:{}", entry.code), json!({ "step": step, "state": entry.state.code(), "version": entry.version }));
    ctx.audit("entry.step", object, detail);
}

/// A reason that people will read, checked.
fn spoken(reason: &str, field: &str) -> Answer<String> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Problem::from(Refusal::ReasonMissing).on(field));
    }
    if holds_identity_card(reason) {
        return Err(Problem::rule("problem-identity-card").on(field));
    }
    if reason.chars().count() > 2000 {
        return Err(Problem::rule("problem-too-long").with("limit", 2000i64).on(field));
    }
    Ok(reason.to_owned())
}

/// Writes to the co-ordinators of every organisation in an entry.
async fn tell(ctx: &mut Ctx, scheme: &Scheme, entry: &Entry, kind: &str, reason: Option<&str>) -> Answer<()> {
    for organisation in entry.organisations().map(str::to_owned).collect::<Vec<_>>() {
        tell_one(ctx, scheme, entry, &organisation, kind, reason).await?;
    }
    Ok(())
}

/// Writes to the co-ordinators of one organisation.
async fn tell_one(ctx: &mut Ctx, scheme: &Scheme, entry: &Entry, organisation: &str, kind: &str, reason: Option<&str>) -> Answer<()> {
    for person in people::acts::holders(ctx, Role::Coordinator, Some(organisation)).await? {
        let letter = letter(scheme, entry, person, kind, reason);
        ctx.tell(letter);
    }
    Ok(())
}

fn letter(scheme: &Scheme, entry: &Entry, to: crate::base::ids::PersonId, kind: &str, reason: Option<&str>) -> Letter {
    let mut letter = Letter::new(to, kind, format!("/entries/{}", entry.code))
        .with("entry", entry.code.as_str())
        .with("title", entry.texts.title.clone())
        .with("scheme", scheme.name.clone())
        .with("closes", entry.reopened_until.unwrap_or(scheme.entry_closes));
    if let Some(reason) = reason {
        letter = letter.with("reason", reason);
    }
    letter
}

/// An entry of the viewer's own organisation, locked with its scheme; to others it does not exist.
async fn own(ctx: &mut Ctx, code: &str) -> Answer<(Scheme, Entry)> {
    ctx.may(Action::EnterAwards, Reach::Own)?;
    let found = entries::find(&mut ctx.tx, code).await?.or_unknown()?;
    ctx.may_for(Action::EnterAwards, &found.lead).map_err(|_| Problem::unknown())?;
    let scheme = store::lock(&mut ctx.tx, &found.scheme).await?.or_unknown()?;
    let entry = entries::lock(&mut ctx.tx, code).await?.or_unknown()?;
    Ok((scheme, entry))
}

/// The same, and it may be written now: not handed in, and in time.
async fn own_open(ctx: &mut Ctx, code: &str) -> Answer<(Scheme, Entry)> {
    let (scheme, entry) = own(ctx, code).await?;
    entry.may_write()?;
    scheme.entry_window(ctx.now, entry.reopened_until)?;
    Ok((scheme, entry))
}

/// The SHA-256 of the rules of a scheme, under which they are frozen and audited.
fn fingerprint(scheme: &Scheme) -> String {
    hex::encode(Sha256::digest(scheme.fingerprint_text()))
}

/// Begins a nomination for the viewer's organisation.
pub async fn begin(ctx: &mut Ctx, scheme: &str) -> Answer<Entry> {
    if ctx.may(Action::EnterAwards, Reach::Own)? != Reach::Own {
        return Err(Problem::forbidden());
    }
    let me = ctx.me()?;
    let scheme = store::lock(&mut ctx.tx, scheme).await?.filter(|it| it.state != SchemeState::Draft).or_unknown()?;
    if scheme.mode != EntryMode::Nomination {
        return Err(Problem::rule("awards-by-pledge"));
    }
    scheme.entry_window(ctx.now, None)?;
    let led: Vec<(String, EntryState)> = entries::of_organisation(&mut ctx.tx, &me.organisation)
        .await?
        .into_iter()
        .filter(|it| it.scheme == scheme.code && it.lead == me.organisation)
        .map(|it| (it.code, it.state))
        .collect();
    entry::may_lead_another(&led)?;
    let number = store::next_entry(&mut ctx.tx, &scheme.code).await?;
    let code = format!("{}-E{number:02}", scheme.code);
    let mut entry = Entry { changed_at: ctx.now, ..Entry::new(&code, &scheme.code, &me.organisation, EntryState::Draft) };
    // Where there is one award only, the entry is for that.
    entry.awards = scheme.entered_awards().map(|it| it.code.clone()).collect();
    entry.awards.truncate(usize::from(entry.awards.len() == 1));
    write_new(ctx, &entry, false).await?;
    step(ctx, &entry, "begun", None);
    Ok(entry)
}

/// Puts a new entry in with its awards and its first words.
async fn write_new(ctx: &mut Ctx, entry: &Entry, enrolled: bool) -> Answer<()> {
    if !entries::insert(&mut ctx.tx, entry, enrolled).await? {
        return Err(Problem::form("problem-form"));
    }
    entries::set_awards(&mut ctx.tx, &entry.code, &entry.awards).await?;
    let by = actor(ctx);
    Ok(entries::keep_words(&mut ctx.tx, &entry.code, entry.version, &entry.texts, &by, ctx.now).await?)
}

/// Saves what was typed. Words of somebody else who wrote meanwhile are kept: each field changed by one of the two has what
/// that one wrote, and where both wrote in one field a person has to choose (409, those fields named).
pub async fn save(ctx: &mut Ctx, form: &EntryForm) -> Answer<Entry> {
    let (scheme, mut entry) = own_open(ctx, &form.code).await?;
    let mine = written(form);
    let before = entry.texts.clone();
    let based_on: i64 = form.version.trim().parse().map_err(|_| Problem::form("problem-form"))?;
    entry.texts = if based_on == entry.version { mine } else { merged(ctx, &entry, based_on, &mine).await? };
    for (field, text) in entry.texts.fields() {
        if holds_identity_card(text) {
            return Err(Problem::rule("problem-identity-card").on(field));
        }
        if text.chars().count() > 4000 {
            return Err(Problem::rule("problem-too-long").with("limit", 4000i64).on(field));
        }
    }
    let before_awards = entry.awards.clone();
    let partners = set_choices(ctx, &scheme, &mut entry, form).await?;
    let changed = entry.texts != before || entry.awards != before_awards;
    if changed {
        entry.version += 1;
        let by = actor(ctx);
        entries::keep_words(&mut ctx.tx, &entry.code, entry.version, &entry.texts, &by, ctx.now).await?;
        // The head stood behind other words.
        entry.endorsement = None;
    }
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    if changed {
        step(ctx, &entry, "written", None);
    }
    for organisation in partners {
        tell_one(ctx, &scheme, &entry, &organisation, "entry-partner", None).await?;
    }
    Ok(entry)
}

/// What the form holds now: the words as kept, the version they are, and the choices it shows as those it goes on from.
pub fn saved(entry: &Entry, form: &EntryForm, now: Moment, w: Words) -> Saved {
    let mut fields: Vec<(String, String)> =
        entry.texts.fields().into_iter().map(|(field, text)| (format!("entry[{field}]"), text.to_owned())).collect();
    fields.push(("entry[version]".into(), entry.version.to_string()));
    let shown = |codes: &[String]| codes.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    fields.push(("entry[base_awards]".into(), shown(&form.awards)));
    fields.push(("entry[base_partners]".into(), shown(&form.partners)));
    Saved { fields, words: t!(w, "kept-saved", at = w.time(now)) }
}

fn written(form: &EntryForm) -> Texts {
    let text = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    Texts { title: Bi::new(text(&form.title_en), text(&form.title_zh)), summary: Bi::new(text(&form.summary_en), text(&form.summary_zh)) }
}

/// What becomes of two people's words that started from one version.
async fn merged(ctx: &mut Ctx, entry: &Entry, based_on: i64, mine: &Texts) -> Answer<Texts> {
    let (base, _) = entries::words(&mut ctx.tx, &entry.code, based_on).await?.ok_or_else(|| Problem::form("problem-form"))?;
    let outcome = merge_texts(&base, &entry.texts, mine);
    let mut wrong = crate::base::problem::Complaints::default();
    for (field, _) in outcome.iter().filter(|(_, merge)| *merge == Merge::Both) {
        wrong.add(Problem::clash("awards-both-wrote").on(*field));
    }
    wrong.check()?;
    let pick = |i: usize, theirs: &str, mine: &str| if outcome[i].1 == Merge::Mine { mine.to_owned() } else { theirs.to_owned() };
    let theirs = &entry.texts;
    Ok(Texts {
        title: Bi::new(pick(0, &theirs.title.en, &mine.title.en), pick(1, &theirs.title.zh, &mine.title.zh)),
        summary: Bi::new(pick(2, &theirs.summary.en, &mine.summary.en), pick(3, &theirs.summary.zh, &mine.summary.zh)),
    })
}

/// Awards and partners as chosen; gives the partners who are new and have to be asked.
async fn set_choices(ctx: &mut Ctx, scheme: &Scheme, entry: &mut Entry, form: &EntryForm) -> Answer<Vec<String>> {
    if scheme.mode == EntryMode::AutoEnrol {
        return Ok(Vec::new());
    }
    let known: Vec<String> = scheme.entered_awards().map(|it| it.code.clone()).collect();
    if form.awards.iter().any(|code| !known.contains(code)) {
        return Err(Problem::rule("awards-award-missing").on("awards"));
    }
    let chosen = texts::merge_choices(&begun_with(&form.base_awards, &entry.awards), &entry.awards, &form.awards);
    entry.awards = known.into_iter().filter(|code| chosen.contains(code)).collect();
    entries::set_awards(&mut ctx.tx, &entry.code, &entry.awards).await?;
    let mut named: Vec<String> = Vec::new();
    for (i, code) in form.partners.iter().map(|it| it.trim()).enumerate().filter(|(_, code)| !code.is_empty()) {
        let field = format!("partners[{i}]");
        let organisation = people::acts::organisation(ctx, code).await.map_err(|_| Problem::rule("awards-partner-unknown").on(&field))?;
        if organisation.code == entry.lead || named.contains(&organisation.code) {
            return Err(Problem::rule("awards-partner-twice").with("organisation", organisation.code).on(field));
        }
        named.push(organisation.code);
    }
    let before: Vec<String> = entry.partners.iter().map(|it| it.organisation.clone()).collect();
    let merged = texts::merge_choices(&begun_with(&form.base_partners, &before), &before, &named);
    let fresh = merged.iter().filter(|it| !before.contains(it)).cloned().collect();
    let agreed = |code: &String| entry.partners.iter().find(|it| it.organisation == *code).and_then(|it| it.agreed_at);
    let partners: Vec<Partner> = merged.into_iter().map(|code| Partner { agreed_at: agreed(&code), organisation: code }).collect();
    entries::set_partners(&mut ctx.tx, &entry.code, &partners).await?;
    entry.partners = partners;
    Ok(fresh)
}

/// The choices a page began with; one that does not say began with those of now.
fn begun_with(said: &Option<String>, now: &[String]) -> Vec<String> {
    said.as_ref().map_or_else(|| now.to_vec(), |said| said.split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect())
}

/// A partner department takes part, or leaves.
pub async fn agree(ctx: &mut Ctx, code: &str, yes: bool) -> Answer<()> {
    if ctx.may(Action::EnterAwards, Reach::Own)? != Reach::Own {
        return Err(Problem::forbidden());
    }
    let me = ctx.me()?;
    let found = entries::find(&mut ctx.tx, code).await?.or_unknown()?;
    let scheme = store::lock(&mut ctx.tx, &found.scheme).await?.or_unknown()?;
    let mut entry = entries::lock(&mut ctx.tx, code).await?.or_unknown()?;
    let place = entry.partners.iter().position(|it| it.organisation == me.organisation).or_unknown()?;
    entry.may_write()?;
    if yes {
        entry.partners[place].agreed_at = Some(ctx.now);
    } else {
        entry.partners.remove(place);
    }
    entries::set_partners(&mut ctx.tx, code, &entry.partners).await?;
    step(ctx, &entry, if yes { "agreed" } else { "refused" }, None);
    tell_one(ctx, &scheme, &entry, &entry.lead.clone(), if yes { "entry-agreed" } else { "entry-left" }, None).await
}

/// Asks the head of department, or whoever endorses for the head, to stand behind the entry.
pub async fn ask_endorsement(ctx: &mut Ctx, code: &str, email: &str) -> Answer<()> {
    let (scheme, mut entry) = own(ctx, code).await?;
    entry.may_write()?;
    let head = people::acts::known(ctx, email.trim()).await?.filter(|it| it.is_of(&entry.lead));
    let head = head.ok_or_else(|| Problem::rule("awards-endorser-unknown").with("organisation", entry.lead.clone()).on("email"))?;
    entry.endorser = Some(head.id);
    entry.endorsement = None;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "endorsement-asked", None);
    let letter = letter(&scheme, &entry, head.id, "entry-endorse", None);
    ctx.tell(letter);
    Ok(())
}

/// The head of department stands behind the entry as it reads now.
pub async fn endorse(ctx: &mut Ctx, code: &str, version: i64) -> Answer<()> {
    let me = ctx.me()?;
    let found = entries::find(&mut ctx.tx, code).await?.filter(|it| it.endorser == Some(me.id)).or_unknown()?;
    let scheme = store::lock(&mut ctx.tx, &found.scheme).await?.or_unknown()?;
    let mut entry = entries::lock(&mut ctx.tx, code).await?.or_unknown()?;
    if !entry.state.is_editable() {
        return Err(Refusal::EntryMove { from: entry.state, to: EntryState::Submitted }.into());
    }
    if version != entry.version {
        return Err(Problem::clash("awards-read-again"));
    }
    entry.endorsement = Some(Endorsement { post: me.post_title.clone(), on: ctx.now.day() });
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "endorsed", None);
    tell_one(ctx, &scheme, &entry, &entry.lead.clone(), "entry-endorsed", None).await
}

/// Freezes the rules of a scheme with the first entry that counts (I-15).
async fn freeze(ctx: &mut Ctx, scheme: &Scheme) -> Answer<()> {
    let hash = fingerprint(scheme);
    if store::freeze(&mut ctx.tx, &scheme.code, &hash, ctx.now).await? {
        ctx.audit("scheme.freeze", format!("scheme:{}", scheme.code), json!({ "rules": hash }));
    }
    Ok(())
}

/// Hands an entry in, or in again.
pub async fn submit(ctx: &mut Ctx, code: &str, confirmed: bool) -> Answer<Entry> {
    let (scheme, mut entry) = own(ctx, code).await?;
    entry.minutes_late = entry.submit(&scheme, ctx.now, confirmed)?;
    entry.state = EntryState::Submitted;
    entry.submitted_at = Some(ctx.now);
    freeze(ctx, &scheme).await?;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "submitted", None);
    tell(ctx, &scheme, &entry, "entry-submitted", None).await?;
    Ok(entry)
}

/// The department of an enrolled entry confirms its material.
pub async fn confirm(ctx: &mut Ctx, code: &str, confirmed: bool) -> Answer<Entry> {
    let (scheme, mut entry) = own(ctx, code).await?;
    entry.minutes_late = entry.confirm_material(&scheme, ctx.now, confirmed)?;
    entry.state = entry.state.may_become(EntryState::Eligible)?;
    entry.submitted_at = Some(ctx.now);
    freeze(ctx, &scheme).await?;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "confirmed", None);
    tell(ctx, &scheme, &entry, "entry-confirmed", None).await?;
    Ok(entry)
}

/// Gives an entry up.
pub async fn withdraw(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let (scheme, mut entry) = own(ctx, code).await?;
    entry.state = entry.withdraw(scheme.mode)?;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "withdrawn", None);
    tell(ctx, &scheme, &entry, "entry-withdrawn", None).await
}

/// Speaks against a finding of ineligibility: once, in time.
pub async fn appeal(ctx: &mut Ctx, code: &str, words: &str) -> Answer<()> {
    let (_, mut entry) = own(ctx, code).await?;
    let (EntryState::Ineligible, Some(decided_at)) = (entry.state, entry.decided_at) else {
        return Err(Refusal::EntryMove { from: entry.state, to: EntryState::Eligible }.into());
    };
    let holidays = venues::acts::holidays(ctx).await?;
    eligibility::may_appeal(decided_at, entry.appeal.is_some(), ctx.now, &holidays)?;
    entry.appeal = Some(spoken(words, "words")?);
    entry.appeal_open = true;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    step(ctx, &entry, "appealed", None);
    Ok(())
}
