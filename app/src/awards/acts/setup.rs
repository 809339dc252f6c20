//! What the award secretary decides before anybody enters: awards, criteria, weights, calendar, how votes and ties count.

use serde_json::json;

use crate::base::{
    ctx::Ctx,
    problem::{Answer, Complaints, OrUnknown, Problem},
    roles::{Action, Reach},
    text::Bi,
    time::{Day, Moment},
};

use super::super::{
    rules::*,
    store::{self},
};

/// Reads a form field by field, gathering what cannot be read.
#[derive(Default)]
struct Reading {
    wrong: Complaints,
}

impl Reading {
    fn number(&mut self, field: &str, text: &str) -> i64 {
        text.trim().parse().ok().filter(|n: &i64| n.abs() <= 1_000_000).unwrap_or_else(|| {
            self.wrong.add(Problem::rule("problem-number").on(field));
            0
        })
    }

    fn moment(&mut self, field: &str, text: &str) -> Moment {
        Moment::parse_local(text).unwrap_or_else(|| {
            self.wrong.add(Problem::rule("problem-moment").on(field));
            Moment::default()
        })
    }

    fn day(&mut self, field: &str, text: &str) -> Day {
        Day::parse(text.trim()).unwrap_or_else(|| {
            self.wrong.add(Problem::rule("problem-moment").on(field));
            Moment::default().day()
        })
    }

    /// A word out of a list; only a tampered form has another.
    fn word<T>(&mut self, field: &str, found: Option<T>, otherwise: T) -> T {
        found.unwrap_or_else(|| {
            self.wrong.add(Problem::form("problem-form").on(field));
            otherwise
        })
    }

    fn code(&mut self, field: &str, text: &str) -> String {
        let code = text.trim().to_uppercase();
        if code.is_empty() || code.len() > 20 || !code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            self.wrong.add(Problem::rule("awards-code-bad").on(field));
        }
        code
    }

    fn text(&mut self, field: &str, en: &str, zh: &str, limit: usize) -> Bi {
        for (text, language) in [(en, "en"), (zh, "zh")] {
            if text.chars().count() > limit {
                self.wrong.add(Problem::rule("problem-too-long").with("limit", limit).on(format!("{field}_{language}")));
            }
        }
        Bi::new(en.replace("\r\n", "\n").trim(), zh.replace("\r\n", "\n").trim())
    }

    fn award(&mut self, i: usize, it: &AwardForm) -> Award {
        let field = |part: &str| format!("awards[{i}][{part}]");
        let mut criteria = Vec::new();
        for (j, line) in it.criteria.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
            let field = |part: &str| format!("awards[{i}][criteria][{j}][{part}]");
            let key = line.key.trim();
            criteria.push(Criterion {
                key: if key.is_empty() { format!("c{}", j + 1) } else { key.chars().take(40).collect() },
                name: self.text(&field("name"), &line.name_en, &line.name_zh, 120),
                weight: self.number(&field("weight"), &line.weight),
            });
        }
        Award {
            code: self.code(&field("code"), &it.code),
            name: self.text(&field("name"), &it.name_en, &it.name_zh, 120),
            admits: self.word(&field("admits"), Admits::of_code(&it.admits), Admits::Entered),
            criteria,
            public_weight: self.number(&field("public_weight"), &it.public_weight),
            panel_weight: self.number(&field("panel_weight"), &it.panel_weight),
            votes_per_ballot: self.number(&field("votes_per_ballot"), &it.votes_per_ballot),
        }
    }
}

/// The form as a scheme; `before` is the one it changes, `code` is read already.
fn read(form: &SchemeForm, before: &Scheme) -> Answer<Scheme> {
    let mut r = Reading::default();
    let mut half = |field: &str, text: &str| if text.trim().is_empty() { None } else { Some(r.moment(field, text)) };
    let (voting_opens, voting_closes) = (half("voting_opens", &form.voting_opens), half("voting_closes", &form.voting_closes));
    let awards = form.awards.iter().enumerate().filter(|(_, it)| !it.is_blank()).map(|(i, it)| r.award(i, it)).collect();
    let after = Scheme {
        edition: r.number("edition", &form.edition),
        name: r.text("name", &form.name_en, &form.name_zh, 160),
        mode: r.word("mode", EntryMode::of_code(&form.mode), before.mode),
        eligibility: r.text("eligibility", &form.eligibility_en, &form.eligibility_zh, 600),
        rules: r.text("rules", &form.rules_en, &form.rules_zh, 6000),
        awards,
        entry_opens: r.moment("entry_opens", &form.entry_opens),
        entry_closes: r.moment("entry_closes", &form.entry_closes),
        grace_minutes: r.number("grace_minutes", &form.grace_minutes),
        voting_opens,
        voting_closes,
        judging_from: r.day("judging_from", &form.judging_from),
        judging_to: r.day("judging_to", &form.judging_to),
        announce_at: r.moment("announce_at", &form.announce_at),
        min_judges: r.number("min_judges", &form.min_judges),
        shortlist: r.number("shortlist", &form.shortlist),
        combination: r.word("combination", Combination::of_code(&form.combination), before.combination),
        adjustment: r.word("adjustment", Adjustment::of_code(&form.adjustment), before.adjustment),
        ties: form.ties.iter().filter_map(|step| TieStep::of_code(step)).collect(),
        ..before.clone()
    };
    r.wrong.check()?;
    Ok(after)
}

/// A scheme of which nothing is decided yet.
fn blank(code: &str, set_up_by: crate::base::ids::PersonId, now: Moment) -> Scheme {
    Scheme {
        code: code.into(),
        edition: 1,
        name: Bi::default(),
        mode: EntryMode::Nomination,
        eligibility: Bi::default(),
        rules: Bi::default(),
        awards: Vec::new(),
        entry_opens: now,
        entry_closes: now,
        grace_minutes: 0,
        voting_opens: None,
        voting_closes: None,
        judging_from: now.day(),
        judging_to: now.day(),
        announce_at: now,
        min_judges: 3,
        shortlist: 8,
        combination: Combination::MostVoted,
        adjustment: Adjustment::Raw,
        ties: TieStep::ALL.to_vec(),
        set_up_by,
        state: SchemeState::Draft,
        frozen: None,
        sealed: None,
        version: 1,
    }
}

/// Saves a draft, new or changed, or a change of a published scheme. What is frozen stays as it is (I-15).
pub async fn save(ctx: &mut Ctx, form: &SchemeForm) -> Answer<Scheme> {
    ctx.may(Action::SetUpSchemes, Reach::All)?;
    let me = ctx.me()?;
    let mut reading = Reading::default();
    let code = reading.code("code", &form.code);
    reading.wrong.check()?;
    let before = store::lock(&mut ctx.tx, &code).await?;
    let fresh = blank(&code, me.id, ctx.now);
    if let Some(before) = &before
        && form.version.trim() != before.version.to_string()
    {
        return Err(Problem::clash("awards-scheme-changed"));
    }
    let after = read(form, before.as_ref().unwrap_or(&fresh))?;
    setup::check(&after)?;
    write(ctx, before.as_ref(), &after).await?;
    Ok(after)
}

/// Writes a scheme that is fit, unless it changes what is frozen.
async fn write(ctx: &mut Ctx, before: Option<&Scheme>, after: &Scheme) -> Answer<()> {
    for (i, award) in after.awards.iter().enumerate() {
        if store::scheme_of_award(&mut ctx.tx, &award.code).await?.is_some_and(|scheme| scheme != after.code) {
            return Err(Problem::rule("awards-code-twice").with("code", award.code.clone()).on(format!("awards[{i}][code]")));
        }
    }
    if let Some(before) = before {
        check_frozen(before.frozen, before, after)?;
        if before.state == SchemeState::Announced {
            return Err(Refusal::SchemeNotPublished.into());
        }
        let gone: Vec<String> = before.awards.iter().map(|it| it.code.clone()).filter(|code| after.award(code).is_none()).collect();
        if !gone.is_empty()
            && store::entries::of_scheme(&mut ctx.tx, &after.code).await?.iter().any(|it| it.awards.iter().any(|a| gone.contains(a)))
        {
            return Err(Problem::clash("awards-award-entered"));
        }
        for code in gone {
            store::remove_award(&mut ctx.tx, &code).await?;
        }
    } else {
        store::insert(&mut ctx.tx, after).await?;
    }
    store::save(&mut ctx.tx, after, ctx.now).await?;
    let hash = super::fingerprint(after);
    let action = if before.is_none() { "scheme.draft" } else { "scheme.change" };
    ctx.audit(action, format!("scheme:{}", after.code), json!({ "rules": hash }));
    Ok(())
}

/// Makes the rules page public.
pub async fn publish(ctx: &mut Ctx, code: &str) -> Answer<()> {
    ctx.may(Action::SetUpSchemes, Reach::All)?;
    let scheme = store::lock(&mut ctx.tx, code).await?.or_unknown()?;
    let state = scheme.publish()?;
    setup::check(&scheme)?;
    store::set_state(&mut ctx.tx, code, state, ctx.now).await?;
    ctx.audit("scheme.publish", format!("scheme:{code}"), json!({}));
    Ok(())
}

/// Copies a scheme as the draft of its next edition: the awards with codes of their own.
pub async fn copy(ctx: &mut Ctx, code: &str, to: &str) -> Answer<Scheme> {
    ctx.may(Action::SetUpSchemes, Reach::All)?;
    let me = ctx.me()?;
    let mut reading = Reading::default();
    let to = reading.code("to", to);
    reading.wrong.check()?;
    let from = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    if store::lock(&mut ctx.tx, &to).await?.is_some() {
        return Err(Problem::rule("awards-code-taken").with("code", to).on("to"));
    }
    let awards = from
        .awards
        .iter()
        .map(|it| {
            let ending = it.code.strip_prefix(&format!("{code}-")).unwrap_or(&it.code);
            Award { code: format!("{to}-{ending}"), ..it.clone() }
        })
        .collect();
    let next = Scheme {
        code: to,
        edition: from.edition + 1,
        awards,
        set_up_by: me.id,
        state: SchemeState::Draft,
        frozen: None,
        sealed: None,
        version: 1,
        ..from
    };
    write(ctx, None, &next).await?;
    Ok(next)
}

/// The public's votes of a scheme will be counted from ballots: from now on they cannot be entered by hand.
pub async fn count_ballots(ctx: &mut Ctx, code: &str) -> Answer<()> {
    let scheme = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    if !scheme.awards.iter().any(Award::is_voted) {
        return Err(Problem::clash("awards-nothing-voted"));
    }
    Ok(store::set_by_ballot(&mut ctx.tx, code).await?)
}

/// The first poll day may open: the shortlist is sealed, there is a place to vote, and with that the rules are frozen (I-15).
pub async fn open_voting(ctx: &mut Ctx, code: &str, stops: usize) -> Answer<()> {
    let scheme = store::find(&mut ctx.tx, code).await?.or_unknown()?;
    setup::may_open_voting(&scheme, stops)?;
    if scheme.sealed.is_none() {
        return Err(Refusal::NotSealed.into());
    }
    super::freeze(ctx, &scheme).await
}
