//! What people do about letters, and what the house does by the clock: it reminds, and writes in the morning what was gathered.

use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::json;

use super::{rules::*, store};
use crate::{
    awards,
    base::{
        ctx::Ctx,
        ids::PersonId,
        outbox::{self, Kept, Letter, To, Topic, Way},
        problem::{Answer, OrUnknown, Problem, Value},
        roles::{Action, Reach},
        text::Bi,
        time::Moment,
        words,
    },
    showcase, workshops,
};

/// The minute in which this process last looked what is due.
#[derive(Default)]
struct Looked(AtomicI64);

/// Things of an anchor that begin or end within the longest time a rule may say.
async fn coming(ctx: &mut Ctx) -> Answer<Vec<(Anchor, String, Moment)>> {
    let mut all = Vec::new();
    for (code, [opens, closes, starts]) in workshops::acts::remind::coming(ctx).await? {
        for (anchor, at) in [(Anchor::WorkshopOpens, opens), (Anchor::WorkshopCloses, closes), (Anchor::WorkshopStarts, starts)] {
            all.push((anchor, code.clone(), at));
        }
    }
    for (code, closes, sheets) in awards::acts::remind::coming(ctx).await? {
        all.push((Anchor::EntriesClose, code.clone(), closes));
        all.extend(sheets.map(|at| (Anchor::SheetsDue, code, at)));
    }
    if let Some((code, at)) = showcase::acts::remind::closing(ctx).await? {
        all.push((Anchor::ActivitiesClose, code, at));
    }
    let until = ctx.now.plus_days(MOST_DAYS + 1);
    all.extend(showcase::acts::remind::sessions(ctx, until).await?.into_iter().map(|(code, at)| (Anchor::ActivityStarts, code, at)));
    Ok(all)
}

/// What is due: `digest N` for a person, `remind ANCHOR DAYS MOMENT THING`. Looked for once a minute.
pub async fn due(ctx: &mut Ctx) -> Answer<Vec<String>> {
    let minute = ctx.now.0 / 60_000_000;
    if ctx.site.own.get::<Looked>().0.swap(minute, Ordering::AcqRel) == minute {
        return Ok(Vec::new());
    }
    let mut due = Vec::new();
    if let Some(morning) = morning(ctx.now) {
        due.extend(outbox::gathered(&mut ctx.tx, morning).await?.into_iter().map(|person| format!("digest {person}")));
    }
    let rules: Vec<Rule> = store::rules(&mut ctx.tx).await?.into_iter().filter(|it| it.active).collect();
    if rules.is_empty() {
        return Ok(due);
    }
    let all = coming(ctx).await?;
    let done = store::reminded(&mut ctx.tx, ctx.now.plus_days(-2)).await?;
    for rule in rules {
        for (_, thing, at) in all.iter().filter(|(anchor, _, at)| *anchor == rule.anchor && rule.is_due(*at, ctx.now)) {
            if !done.contains(&(rule.anchor.code().to_owned(), rule.days, thing.clone(), at.0)) {
                due.push(format!("remind {} {} {} {thing}", rule.anchor.code(), rule.days, at.0));
            }
        }
    }
    Ok(due)
}

/// Does what is due; two servers at once do it once.
pub async fn tick(ctx: &mut Ctx, what: &str) -> Answer<()> {
    ctx.only_the_house()?;
    let words: Vec<&str> = what.split(' ').collect();
    match words.as_slice() {
        ["digest", person] => {
            let person = PersonId(person.parse().map_err(|_| Problem::unknown())?);
            if let Some(morning) = morning(ctx.now) {
                let site = ctx.site.clone();
                outbox::digest(&mut ctx.tx, &site, person, morning, ctx.now).await?;
            }
            Ok(())
        }
        ["remind", anchor, days, at, thing] => {
            let anchor = Anchor::of_code(anchor).or_unknown()?;
            let number = |text: &str| text.parse::<i64>().map_err(|_| Problem::unknown());
            remind(ctx, (anchor, number(days)?), thing, Moment(number(at)?)).await
        }
        _ => Err(Problem::unknown()),
    }
}

async fn remind(ctx: &mut Ctx, (anchor, days): (Anchor, i64), thing: &str, at: Moment) -> Answer<()> {
    if !store::note(&mut ctx.tx, (anchor, days), thing, at, ctx.now).await? {
        return Ok(());
    }
    store::forget(&mut ctx.tx, ctx.now.plus_days(-7));
    let told = match anchor {
        Anchor::WorkshopOpens => workshops::acts::remind::of_opening(ctx, thing).await?,
        Anchor::WorkshopCloses => workshops::acts::remind::of_closing(ctx, thing).await?,
        Anchor::WorkshopStarts => workshops::acts::remind::of_start(ctx, thing).await?,
        Anchor::EntriesClose => awards::acts::remind::of_closing(ctx, thing).await?,
        Anchor::SheetsDue => awards::acts::remind::of_sheets(ctx, thing).await?,
        Anchor::ActivitiesClose => showcase::acts::remind::of_closing(ctx, thing).await?,
        Anchor::ActivityStarts => showcase::acts::remind::of_session(ctx, thing).await?,
    };
    // How many, never who.
    if told > 0 {
        ctx.audit("letters.remind", format!("{}:{thing}", anchor.code()), json!({ "days": days, "told": told }));
    }
    Ok(())
}

/// When the house reminds.
pub async fn rules(ctx: &mut Ctx) -> Answer<Vec<Rule>> {
    ctx.may(Action::WriteLetters, Reach::Read)?;
    let mut rules = store::rules(&mut ctx.tx).await?;
    rules.sort_by_key(|it| (it.anchor, -it.days));
    Ok(rules)
}

/// Sets when the house reminds of something.
pub async fn put_rule(ctx: &mut Ctx, anchor: &str, days: &str, hour: &str) -> Answer<()> {
    ctx.may(Action::WriteLetters, Reach::All)?;
    let rule = read(anchor, days, hour)?;
    ctx.may(rule.anchor.kept_by(), Reach::All)?;
    store::put(&mut ctx.tx, &rule, ctx.now);
    ctx.audit("letters.rule", format!("reminder:{anchor}"), json!({ "days": rule.days, "hour": rule.hour }));
    Ok(())
}

/// No longer reminds so.
pub async fn drop_rule(ctx: &mut Ctx, anchor: &str, days: &str) -> Answer<()> {
    ctx.may(Action::WriteLetters, Reach::All)?;
    let anchor = Anchor::of_code(anchor).or_unknown()?;
    ctx.may(anchor.kept_by(), Reach::All)?;
    let days: i64 = days.trim().parse().map_err(|_| Problem::unknown())?;
    if !store::remove(&mut ctx.tx, anchor, days).await? {
        return Err(Problem::unknown());
    }
    ctx.audit("letters.rule", format!("reminder:{}", anchor.code()), json!({ "days": days, "hour": null }));
    Ok(())
}

/// How the viewer wants each sort, and since when letters to them come back.
pub struct Mine {
    pub ways: Vec<(Topic, Way)>,
    pub comes_back: Option<(Moment, String)>,
}

pub async fn mine(ctx: &mut Ctx) -> Answer<Mine> {
    let (me, site) = (ctx.me()?, ctx.site.clone());
    let mut ways = Vec::new();
    for topic in Topic::ALL {
        ways.push((*topic, outbox::way(&mut ctx.tx, &site, &me.id.into(), *topic).await?));
    }
    Ok(Mine { ways, comes_back: outbox::comes_back(&mut ctx.tx, &me.email).await? })
}

/// Chooses how letters of each sort come.
pub async fn choose(ctx: &mut Ctx, chosen: &[(Topic, &str)]) -> Answer<()> {
    let me = ctx.me()?;
    for (topic, way) in chosen {
        let way = Way::of_code(way).filter(|it| topic.ways().contains(it));
        let way = way.ok_or_else(|| Problem::rule("letters-way-wrong").on(topic.code()))?;
        outbox::choose(&mut ctx.tx, &ctx.site, &me.id.into(), *topic, way, ctx.now);
    }
    ctx.audit("letters.choose", format!("person:{}", me.id.0), json!({}));
    Ok(())
}

/// The viewer says that their address works: what was kept back is sent.
pub async fn try_again(ctx: &mut Ctx) -> Answer<()> {
    let me = ctx.me()?;
    outbox::try_again(&mut ctx.tx, me.id, &me.email, ctx.now);
    ctx.audit("letters.try-again", format!("person:{}", me.id.0), json!({}));
    Ok(())
}

/// A letter for whoever holds it, and how its sort comes.
pub async fn why(ctx: &mut Ctx, token: &str) -> Answer<(Kept, Topic, Way)> {
    let letter = outbox::by_token(&mut ctx.tx, token).await?.or_unknown()?;
    let topic = outbox::topic::topic(&letter.kind);
    let way = outbox::way(&mut ctx.tx, &ctx.site, &letter.to(), topic).await?;
    Ok((letter, topic, way))
}

/// Whoever holds a letter ends letters of its sort, or wants them again. No sign-in: mail programs do it in one click (RFC 8058).
pub async fn stop(ctx: &mut Ctx, token: &str, again: bool) -> Answer<()> {
    let (letter, topic, _) = why(ctx, token).await?;
    if !topic.may_end() {
        return Err(Problem::rule("letters-cannot-end"));
    }
    outbox::choose(&mut ctx.tx, &ctx.site, &letter.to(), topic, if again { Way::AtOnce } else { Way::Never }, ctx.now);
    // By number, as nobody need have signed in.
    ctx.audit("letters.stop", format!("letter:{}", letter.id), json!({ "topic": topic.code(), "again": again }));
    Ok(())
}

/// Every kind of letter that has words, but for those that only wrap others.
pub fn kinds() -> Vec<&'static str> {
    let all = words::keys().filter_map(|it| it.strip_prefix("letter-")?.strip_suffix("-subject"));
    all.filter(|it| !["digest", "test"].contains(it)).collect()
}

/// What the values of letters are called, and something to show in their place.
pub fn example(ctx: &Ctx) -> Vec<(String, Value)> {
    let day = ctx.now.plus_days(14).day();
    let both = |name: &str, en: &str, zh: &str| (name.to_owned(), Value::Both(Bi::new(en, zh)));
    let texts = [
        both("title", "Process Management workshop", "流程管理工作坊"),
        both("scheme", "Customer Service Award", "顧客服務獎"),
        both("event", "Serving the Community Showcase", "服務市民巡禮"),
        both("venue", "Sha Tin Town Hall", "沙田大會堂"),
        both("award", "Best Bookmark", "最佳書籤獎"),
        both("awards", "Best Bookmark", "最佳書籤獎"),
        both("judge", "Chan Tai Man", "陳大文"),
        both("reason", "The hall is closed.", "場地關閉。"),
        both("comment", "Please say how many people it reaches.", "請說明受惠人數。"),
        both("reference", "PM-2002-1-0001", "PM-2002-1-0001"),
        both("entry", "CSA-2002-E01", "CSA-2002-E01"),
        both("code", "PM-2002-1", "PM-2002-1"),
    ];
    let moments = ["starts", "closes", "opens", "until", "by"].map(|name| (name.to_owned(), Value::Moment(day.at(14, 30))));
    let numbers = ["n", "people", "left", "added", "moved", "cancelled", "version", "minutes", "entries", "sheets"];
    texts.into_iter().chain(moments).chain(numbers.map(|name| (name.to_owned(), Value::Number(3)))).collect()
}

/// Sends an example of a kind to the viewer, and to nobody else.
pub async fn test(ctx: &mut Ctx, kind: &str) -> Answer<()> {
    ctx.may(Action::WriteLetters, Reach::All)?;
    let me = ctx.me()?;
    if !kinds().contains(&kind) {
        return Err(Problem::unknown());
    }
    let mut letter = Letter::new(To::Person(me.id), "test", "/account/letters").with("test", kind);
    letter.values.extend(example(ctx));
    ctx.tell(letter);
    ctx.audit("letters.test", format!("letter:{kind}"), json!({}));
    Ok(())
}
