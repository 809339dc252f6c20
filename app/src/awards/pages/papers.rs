//! Papers about a scheme and its entries, made when they are asked for: evidence pack, display panels, the dossier of an entry.

use std::sync::Arc;

use super::{
    super::{
        acts::{
            evidence,
            find::{self, Shown},
        },
        rules::*,
    },
    joined, word,
};
use crate::{
    base::{
        archive,
        db::{Fault, Stored},
        print::entry::{self as print, Dossier, Event, Filed, Panel, Picture},
        problem::Answer,
        site::Site,
        text::{Bi, Lang},
        time::Moment,
        visit::{Making, Paper, Visit},
        words::Words,
    },
    t,
    workshops::acts::door::printed,
};

/// The most octets of pictures that the panels of a scheme are printed from in full; beyond that from their small copies, which
/// still have some 180 dots to the inch.
const PICTURES: i64 = 64 * 1024 * 1024;

/// The evidence pack of a scheme, as one archive.
pub async fn evidence_pack(v: &mut Visit) -> Answer<Paper> {
    let code = v.param(0).to_owned();
    let files = evidence::evidence(&mut v.ctx, &code).await?;
    let make: Making = Box::pin(printed(move || archive::pack(&files)));
    Ok(Paper { name: format!("{code}-evidence.zip"), mime: "application/zip", inline: false, make })
}

/// The same in both languages.
fn both(say: impl Fn(Words) -> String) -> Bi {
    Bi::new(say(Words::of(Lang::En)), say(Words::of(Lang::Tc)))
}

/// The names of organisations by their codes, as one line.
fn named<'a>(names: &std::collections::BTreeMap<String, Bi>, codes: impl Iterator<Item = &'a str>) -> Bi {
    let found: Vec<Bi> = codes.map(|code| names.get(code).cloned().unwrap_or_else(|| Bi::new(code, code))).collect();
    both(|w| joined(w, &found))
}

/// The pictures of an entry, whole or small.
async fn pictures(site: &Site, it: &Entry, whole: bool) -> Stored<Vec<Picture>> {
    let mut read = Vec::new();
    for file in it.filed(AttachmentKind::Image) {
        let small = file.thumbnail.as_ref().filter(|_| !whole);
        let hash = small.or(file.hash.as_ref()).cloned().unwrap_or_default();
        let bytes = site.files.read(&hash).await?.ok_or_else(|| Fault::new(format!("the file {hash} is not in the store")))?;
        read.push(Picture { caption: file.title.clone(), bytes: bytes.to_vec() });
    }
    Ok(read)
}

/// The display panels of a scheme, a page for each entry on show.
pub async fn panels(v: &mut Visit) -> Answer<Paper> {
    let code = v.param(0).to_owned();
    let (scheme, shown) = find::panels(&mut v.ctx, &code).await?;
    let names = find::names(&mut v.ctx).await?;
    let whole = shown.iter().flat_map(|it| it.filed(AttachmentKind::Image)).map(|it| it.size).sum::<i64>() <= PICTURES;
    let (site, now): (Arc<Site>, Moment) = (v.ctx.site.clone(), v.ctx.now);
    let make: Making = Box::pin(async move {
        let mut all = Vec::new();
        for it in shown {
            let departments = named(&names, it.organisations());
            let pictures = pictures(&site, &it, whole).await?;
            all.push(Panel { code: it.code, title: it.texts.title, summary: it.texts.summary, departments, pictures });
        }
        printed(move || print::panels(&scheme.name, all, now)).await
    });
    Ok(Paper { name: format!("{code}-panels.pdf"), mime: "application/pdf", inline: true, make })
}

/// What stands in the head of a dossier.
fn facts(shown: &Shown, names: &std::collections::BTreeMap<String, Bi>) -> Vec<(Bi, Bi)> {
    let (it, scheme) = (&shown.entry, &shown.scheme);
    let mut facts = Vec::new();
    let mut fact = |key: &str, says: Bi| facts.push((both(|w| t!(w, key)), says));
    fact("entries-lead", named(names, std::iter::once(it.lead.as_str())));
    let agreed: Vec<&str> = it.partners.iter().filter(|of| of.agreed_at.is_some()).map(|of| of.organisation.as_str()).collect();
    let asked: Vec<&str> = it.partners.iter().filter(|of| of.agreed_at.is_none()).map(|of| of.organisation.as_str()).collect();
    if !agreed.is_empty() {
        fact("entries-partners", named(names, agreed.into_iter()));
    }
    if !asked.is_empty() {
        fact("entries-not-agreed", named(names, asked.into_iter()));
    }
    let awards: Vec<Bi> = it.awards.iter().filter_map(|code| scheme.award(code)).map(|award| award.name.clone()).collect();
    fact("entries-awards", both(|w| joined(w, &awards)));
    if let Some(at) = it.submitted_at {
        let late = it.minutes_late;
        fact(
            "entries-submitted",
            both(|w| match late {
                0 => t!(w, "entries-receipt", code = it.code.clone(), at = w.moment(at)),
                _ => t!(w, "entries-receipt-late", code = it.code.clone(), at = w.moment(at), n = late),
            }),
        );
    }
    if scheme.mode == EntryMode::Nomination {
        fact(
            "entries-endorsement",
            both(|w| match &it.endorsement {
                Some(of) => t!(w, "entries-endorsed", post = w.pick(&of.post), day = w.date(of.on)),
                None => t!(w, "entries-endorsement-none"),
            }),
        );
    }
    facts
}

/// The dossier of one entry: for its departments, its endorser, officers, and the judges who may open it.
pub async fn dossier(v: &mut Visit) -> Answer<Paper> {
    let code = v.param(0).to_owned();
    let shown = find::dossier(&mut v.ctx, &code).await?;
    let names = find::names(&mut v.ctx).await?;
    let filed = shown.entry.attachments.iter().filter(|it| it.kind != AttachmentKind::Image).map(|it| Filed {
        kind: both(|w| word(w, "filed", it.kind.code())),
        title: it.title.clone(),
        name: it.name.clone(),
        hash: it.hash.clone().unwrap_or_default(),
    });
    let history = shown.steps.iter().map(|it| Event {
        at: Moment(it.at),
        what: both(|w| t!(w, &format!("awards-step-{}", it.step))),
        by: Bi::new(&it.actor_en, &it.actor_zh),
        why: it.reason.clone().unwrap_or_default(),
    });
    let mut paper = Dossier {
        code: code.clone(),
        scheme: shown.scheme.name.clone(),
        printed: v.ctx.now,
        title: shown.entry.texts.title.clone(),
        summary: shown.entry.texts.summary.clone(),
        facts: facts(&shown, &names),
        pictures: Vec::new(),
        filed: filed.collect(),
        history: history.collect(),
    };
    let (site, entry) = (v.ctx.site.clone(), shown.entry);
    let make: Making = Box::pin(async move {
        paper.pictures = pictures(&site, &entry, false).await?;
        printed(move || print::dossier(paper)).await
    });
    Ok(Paper { name: format!("{code}-dossier.pdf"), mime: "application/pdf", inline: true, make })
}
