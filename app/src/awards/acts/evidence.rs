//! The evidence pack of a scheme: all that shows how it was decided, as files that anybody can check without this house.
//!
//! For award secretaries and auditors, from the approval on. People appear by their posts; what stays out, and how everything is
//! checked, the pack's own README.txt says in both languages. The same state of the scheme gives the same bytes.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    base::{
        audit,
        ctx::Ctx,
        ids::PersonId,
        problem::{Answer, OrUnknown, Problem},
        roles::{Action, Reach},
        sheet::csv,
        text::{Bi, Lang},
        time::Moment,
        words::Words,
    },
    t,
};

use super::{
    super::{
        rules::{
            decision::Decision,
            deliberation::{AwardTable, Votes, record},
            panel::DeclarationRuling,
            *,
        },
        store::{
            self, decisions, entries,
            evidence::{self as kept, Finding, Held, Signed, Step},
            panel::{self, Kept},
            sheets,
        },
    },
    panel::{Panel, load},
    table::{certified_votes, tables},
};

/// The files of a pack by name, in their order.
pub type Files = Vec<(String, Vec<u8>)>;

/// Everything a pack is made of.
struct Found {
    panel: Panel,
    /// Of the scheme, whatever became of them.
    entries: Vec<Entry>,
    steps: Vec<Step>,
    findings: Vec<Finding>,
    declared: BTreeMap<(i64, String), (i64, Option<i64>)>,
    sheets: Vec<sheets::Kept>,
    totals: Vec<(Option<i64>, Option<i64>)>,
    votes: Votes,
    decisions: Vec<Decision>,
    /// Recomputed from the locked sheets and the certified votes.
    tables: Vec<AwardTable>,
    signatures: Vec<Signed>,
    posts: Vec<Held>,
    frozen: Option<String>,
    events: Vec<audit::Kept>,
    links: Vec<(i64, String, String)>,
}

/// The files that prove how a scheme was decided. A judge of this panel does not get them: they show what is behind walls.
pub async fn evidence(ctx: &mut Ctx, code: &str) -> Answer<Files> {
    ctx.may(Action::TakeEvidence, Reach::Read)?;
    let me = ctx.me()?;
    store::find(&mut ctx.tx, code).await?.or_unknown()?;
    let approved = |it: &Kept| matches!(it.round.state, RoundState::Approved | RoundState::Announced);
    if !panel::find(&mut ctx.tx, code).await?.as_ref().is_some_and(approved) {
        return Err(Problem::clash("papers-evidence-early"));
    }
    let panel = load(ctx, code).await?;
    if panel.seat_of(me.id).is_some() {
        return Err(Problem::forbidden());
    }
    Ok(find(ctx, panel).await?.files())
}

async fn find(ctx: &mut Ctx, panel: Panel) -> Answer<Found> {
    let code = panel.scheme.code.clone();
    let (_, votes) = certified_votes(ctx, &panel.scheme).await?;
    let tx = &mut ctx.tx;
    let entries = entries::of_scheme(tx, &code).await?;
    let sheets = sheets::of_scheme(tx, &code).await?;
    let decisions = decisions::of_scheme(tx, &code).await?;
    // Those that lay on the table: one that was disqualified since was part of the ranking all the same.
    let ranked: Vec<Entry> = entries.iter().filter(|it| decisions.iter().any(|of| of.entry == it.code)).cloned().collect();
    let events = kept::events(tx, &code).await?;
    let span = (events.first().map_or(0, |it| it.seq), events.last().map_or(0, |it| it.seq));
    Ok(Found {
        tables: tables(&panel.scheme, &ranked, &sheets, &votes),
        steps: kept::steps(tx, &code).await?,
        findings: kept::findings(tx, &code).await?,
        declared: kept::declared(tx, &code).await?.into_iter().map(|(seat, entry, at, by)| ((seat, entry), (at, by))).collect(),
        totals: kept::totals(tx, &code).await?,
        signatures: kept::signatures(tx, &code).await?,
        posts: kept::posts(tx, &code).await?,
        frozen: store::frozen_hash(tx, &code).await?,
        links: kept::links(tx, span.0, span.1).await?,
        panel,
        entries,
        sheets,
        votes,
        decisions,
        events,
    })
}

/// A line of a table.
macro_rules! line {
    ($($cell:expr),* $(,)?) => { vec![$($cell.to_string()),*] };
}

fn yes(it: bool) -> &'static str {
    if it { "yes" } else { "no" }
}

/// A moment as everybody's programs read it; empty where there is none.
fn moment(at: Option<i64>) -> String {
    at.map(|at| Moment(at).to_rfc3339()).unwrap_or_default()
}

const VOICES: [Words; 2] = [Words { lang: Lang::En }, Words { lang: Lang::Tc }];

/// A table, its columns named in both languages.
fn sheet(name: &str, columns: &[&str], rows: Vec<Vec<String>>) -> (String, Vec<u8>) {
    let head = |column: &&str| VOICES.map(|w| t!(w, &format!("papers-col-{column}"))).join(" ");
    (format!("{name}.csv"), csv(&columns.iter().map(head).collect::<Vec<_>>(), &rows))
}

fn written(name: &str, value: &Value) -> (String, Vec<u8>) {
    (name.into(), format!("{value:#}\n").into_bytes())
}

fn text(name: &str, text: &str) -> (String, Vec<u8>) {
    (name.into(), text.as_bytes().to_vec())
}

impl Found {
    /// The posts somebody held on a day, in both languages: never who they are.
    fn post(&self, by: Option<i64>, at: i64) -> Bi {
        let day = Moment(at).day().iso();
        let then = |it: &&Held| Some(it.person_id) == by && it.from_day <= day && it.to_day.as_ref().is_none_or(|to| day <= *to);
        let held: Vec<&Held> = self.posts.iter().filter(then).collect();
        let said = |title: fn(&Held) -> &str| held.iter().map(|it| format!("{} ({})", title(it), it.organisation)).collect::<Vec<_>>();
        Bi::new(said(|it| &it.title_en).join("; "), said(|it| &it.title_zh).join("；"))
    }

    fn files(&self) -> Files {
        let mut files = vec![text("README.txt", &readme(&self.panel.scheme))];
        files.extend(self.rules());
        files.extend(self.entered());
        files.extend(self.judged());
        files.extend(self.decided());
        files.push(("audit.jsonl".into(), self.chain()));
        files
    }

    fn rules(&self) -> Files {
        let it = &self.panel.scheme;
        let scheme = json!({
            "code": it.code, "edition": it.edition, "name": it.name, "mode": it.mode, "eligibility": it.eligibility,
            "entries": { "open": it.entry_opens.to_rfc3339(), "close": it.entry_closes.to_rfc3339(), "grace_minutes": it.grace_minutes },
            "voting": { "opens": moment(it.voting_opens.map(|at| at.0)), "closes": moment(it.voting_closes.map(|at| at.0)) },
            "judging": { "from": it.judging_from.iso(), "to": it.judging_to.iso() },
            "announced_at": it.announce_at.to_rfc3339(), "min_judges": it.min_judges, "shortlist": it.shortlist,
            "combination": it.combination, "adjustment": it.adjustment, "ties": it.ties, "awards": it.awards,
            "frozen_at": moment(it.frozen.map(|at| at.0)), "frozen_sha256": self.frozen, "sealed_at": moment(it.sealed.map(|at| at.0)),
        });
        vec![
            text("rules/fingerprint.txt", &it.fingerprint_text()),
            text("rules/rules.en.txt", &format!("{}\n", it.rules.en)),
            text("rules/rules.zh-Hant.txt", &format!("{}\n", it.rules.zh)),
            written("rules/scheme.json", &scheme),
        ]
    }

    /// The entries, what is filed with them, what happened to them, and what officers found.
    fn entered(&self) -> Files {
        let entry = |it: &Entry| {
            let partner = |it: &Partner| json!({ "organisation": it.organisation, "agreed_at": moment(it.agreed_at.map(|at| at.0)) });
            json!({
                "code": it.code, "lead": it.lead, "state": it.state, "title": it.texts.title, "summary": it.texts.summary,
                "awards": it.awards, "partners": it.partners.iter().map(partner).collect::<Vec<_>>(),
                "endorsement": it.endorsement.as_ref().map(|it| json!({ "post": it.post, "on": it.on.iso() })),
                "submitted_at": moment(it.submitted_at.map(|at| at.0)), "minutes_late": it.minutes_late,
                "reopened_until": moment(it.reopened_until.map(|at| at.0)), "published_pledge_shown": it.default_material,
                "ineligible_because": it.reason, "eligibility_decided_at": moment(it.decided_at.map(|at| at.0)), "appeal": it.appeal,
                "version": it.version,
            })
        };
        let filed = |it: &Entry| it.attachments.iter().map(|of| (it.code.clone(), of.clone())).collect::<Vec<_>>();
        let file = |(entry, it): (String, Attachment)| {
            line![entry, it.kind.code(), it.name, it.title.en, it.title.zh, it.size, it.hash.as_deref().unwrap_or("")]
        };
        let step = |it: &Step| {
            let (by, why) = (it.actor(), it.reason.as_deref().unwrap_or(""));
            line![it.entry, moment(Some(it.at)), it.step, by.en, by.zh, why]
        };
        let finding = |it: &Finding| {
            let by = self.post(Some(it.officer), it.at);
            let mark =
                it.halves.and_then(|halves| Score::of_halves(u8::try_from(halves).ok()?).ok()).map_or(String::new(), |it| it.to_string());
            line![it.entry, moment(Some(it.at)), by.en, by.zh, it.answers.as_deref().unwrap_or(""), mark, it.eligible.map_or("", yes)]
        };
        vec![
            written("entries/entries.json", &self.entries.iter().map(entry).collect()),
            sheet(
                "entries/attachments",
                &["entry", "kind", "name", "title-en", "title-zh", "octets", "sha256"],
                self.entries.iter().flat_map(filed).map(file).collect(),
            ),
            sheet("entries/history", &["entry", "at", "step", "post-en", "post-zh", "reason"], self.steps.iter().map(step).collect()),
            sheet(
                "entries/checks",
                &["entry", "at", "post-en", "post-zh", "answers", "mark", "ruling"],
                self.findings.iter().map(finding).collect(),
            ),
        ]
    }

    /// The panel, what its members declared, who got what, and what they found.
    fn judged(&self) -> Files {
        let mut seats: Vec<_> = self.panel.seats.iter().collect();
        seats.sort_by_key(|it| it.seat.id);
        let opened = self.panel.round().opens.0;
        let seat = |it: &&panel::Member| {
            let post = self.post(Some(it.seat.judge.0), opened);
            let said = it.accepted.map_or("", yes);
            line![it.seat.id.0, post.en, post.zh, it.seat.organisations.join(" "), yes(it.seat.is_chair), it.most, said]
        };
        let declaration = |it: &Declaration| {
            let (at, by) = self.declared.get(&(it.seat.0, it.entry.clone())).copied().unwrap_or_default();
            let ruled = self.post(by, at);
            let ruling = it.ruling.map_or("", DeclarationRuling::code);
            line![it.seat.0, it.entry, moment(Some(at)), it.stance.code(), ruling, ruled.en, ruled.zh]
        };
        // Both come in the same order: by seat, entry and award.
        let marked = |(it, (total, at)): (&sheets::Kept, &(Option<i64>, Option<i64>))| {
            let of = &it.sheet;
            let total = total.map_or(String::new(), |it| Points(it).to_string());
            let returned = it.returned_because.as_deref().unwrap_or("");
            line![of.seat.0, of.entry, of.award, of.state.code(), total, moment(*at), it.version, of.comment, returned]
        };
        let scores = |it: &sheets::Kept| {
            let of = &it.sheet;
            of.scores.iter().map(|(key, score)| line![of.seat.0, of.entry, of.award, key, score]).collect::<Vec<_>>()
        };
        vec![
            sheet(
                "judging/panel",
                &["seat", "post-en", "post-zh", "organisations", "chair", "most", "accepted"],
                seats.iter().map(seat).collect(),
            ),
            sheet(
                "judging/declarations",
                &["seat", "entry", "at", "stance", "ruling", "ruled-en", "ruled-zh"],
                self.panel.declarations.iter().map(declaration).collect(),
            ),
            sheet(
                "judging/sheets",
                &["seat", "entry", "award", "state", "total", "submitted", "version", "comment", "returned"],
                self.sheets.iter().zip(&self.totals).map(marked).collect(),
            ),
            sheet("judging/scores", &["seat", "entry", "award", "criterion", "score"], self.sheets.iter().flat_map(scores).collect()),
        ]
    }

    /// The votes, the ranking as it lay on the table and as it comes out again, and what was decided, by which posts.
    fn decided(&self) -> Files {
        let kept = &self.panel.kept;
        let signed = |step: usize| {
            let both = self.signatures.get(step).and_then(Signed::both);
            both.map(|(PersonId(by), at)| json!({ "at": at.to_rfc3339(), "post": self.post(Some(by), at.0) }))
        };
        let set_up = self.post(Some(self.panel.scheme.set_up_by.0), self.panel.scheme.entry_opens.0);
        let round = json!({
            "opens": kept.round.opens.to_rfc3339(), "closes": kept.round.closes.to_rfc3339(), "state": kept.round.state,
            "min_judges": kept.round.min_judges, "judges_to_an_entry": kept.each, "seed": kept.seed, "notes": kept.notes,
            "set_up": set_up, "decided": signed(0), "approved": signed(1), "votes_entered": signed(2), "votes_confirmed": signed(3),
        });
        let decision = |it: &Decision| line![it.award, it.entry, it.placing.code(), it.reason];
        vec![
            written("judging/round.json", &round),
            text("decision/votes.txt", &super::decide::votes_text(&self.votes)),
            text("decision/ranking.txt", kept.ranking.as_deref().unwrap_or("")),
            text("decision/ranking-recomputed.txt", &record(&self.tables)),
            sheet("decision/decisions", &["award", "entry", "placing", "reason"], self.decisions.iter().map(decision).collect()),
        ]
    }

    /// The audit chain from the scheme's first event to its last: those of the scheme whole, of all others the link alone.
    fn chain(&self) -> Vec<u8> {
        let own: BTreeMap<i64, &audit::Kept> = self.events.iter().map(|it| (it.seq, it)).collect();
        let link = |(seq, prev, hash): &(i64, String, String)| match own.get(seq) {
            Some(it) => json!({
                "seq": seq, "at": it.at, "actor": it.actor, "action": it.action, "object": it.object, "detail": it.detail,
                "reason": it.reason, "prev_hash": prev, "hash": hash,
            }),
            None => json!({ "seq": seq, "prev_hash": prev, "hash": hash }),
        };
        self.links.iter().map(|it| format!("{}\n", link(it))).collect::<String>().into_bytes()
    }
}

/// What is in the pack, what is not, how it is checked, and what its words mean: English first, then Chinese.
fn readme(scheme: &Scheme) -> String {
    let said = VOICES.map(|w| {
        let mut words = String::new();
        let mut add = |group: &str, codes: Vec<&str>| {
            for code in codes {
                words += &format!("  {code}: {}\n", t!(w, &format!("awards-{group}-{}", code.replace('_', "-"))));
            }
        };
        add("entry", EntryState::ALL.iter().map(|it| it.code()).collect());
        add("stance", Stance::ALL.iter().map(|it| it.code()).collect());
        add("ruling", DeclarationRuling::ALL.iter().map(|it| it.code()).collect());
        add("sheet", SheetState::ALL.iter().map(|it| it.code()).collect());
        add("check", eligibility::CHECKLIST.to_vec());
        format!("{}\n\n{}\n\n{}\n{words}", w.pick(&scheme.name), t!(w, "papers-evidence-readme"), t!(w, "papers-evidence-words"))
    });
    said.join("\n----------------------------------------------------------------------\n\n")
}
