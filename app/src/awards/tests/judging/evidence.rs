//! The evidence pack, opened and checked as a stranger would: by its manifest, and by the chain as its README.txt describes it.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::world::*;
use crate::{
    awards::{
        acts::{decide, evidence::evidence},
        *,
    },
    base::archive,
};

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn unpacked(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut files = BTreeMap::new();
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().unwrap().into_owned(), content);
    }
    files
}

/// The files that are not as the manifest says.
fn changed(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let manifest = String::from_utf8(files[archive::MANIFEST].clone()).unwrap();
    let said: BTreeMap<&str, &str> = manifest.lines().map(|line| line.split_once("  ").unwrap()).map(|(hash, name)| (name, hash)).collect();
    assert_eq!(said.len(), files.len() - 1, "every file but the manifest is in it");
    said.into_iter().filter(|(name, hash)| sha256(&files[*name]) != *hash).map(|(name, _)| name.to_owned()).collect()
}

/// The first line of the chain that does not fit, as README.txt says it is found.
fn broken(chain: &str) -> Option<usize> {
    let mut before: Option<String> = None;
    for (n, line) in chain.lines().enumerate() {
        let event: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| event[key].as_str().unwrap_or("").to_owned();
        if before.as_ref().is_some_and(|hash| *hash != text("prev_hash")) {
            return Some(n);
        }
        if event.get("action").is_some() {
            let mut sha = Sha256::new();
            let (seq, at) = (event["seq"].as_i64().unwrap().to_string(), event["at"].as_i64().unwrap().to_string());
            for part in [text("prev_hash"), seq, at, text("actor"), text("action"), text("object"), text("detail"), text("reason")] {
                sha.update((part.len() as u64).to_be_bytes());
                sha.update(part.as_bytes());
            }
            if hex::encode(sha.finalize()) != text("hash") {
                return Some(n);
            }
        }
        before = Some(text("hash"));
    }
    None
}

async fn taken(w: &World, who: &str) -> BTreeMap<String, Vec<u8>> {
    unpacked(&archive::pack(&act!(w, who, evidence, SCHEME).unwrap()).unwrap())
}

#[tokio::test]
async fn a_stranger_can_check_the_pack_and_finds_one_altered_byte() {
    for w in World::approved().await {
        // Something that is none of this scheme's business, in the middle of the chain.
        let other =
            SchemeForm { code: "EEA9".into(), awards: vec![AwardForm { code: "EEA9-A".into(), ..scheme().awards[0].clone() }], ..scheme() };
        act!(w, "secretary", crate::awards::acts::setup::save, &other).unwrap();
        w.clock(at(12, 14, 10));
        w.tick().await;
        let files = taken(&w, "secretary2").await;
        assert_eq!(changed(&files), [""; 0], "{}", w.on);
        let chain = String::from_utf8(files["audit.jsonl"].clone()).unwrap();
        assert_eq!(broken(&chain), None);
        assert!(
            chain.contains("scheme.draft") && chain.contains("round.announce") && !chain.contains("EEA9"),
            "others by their link alone"
        );
        let links: Vec<Value> = chain.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(links.windows(2).all(|two| two[1]["seq"].as_i64() == two[0]["seq"].as_i64().map(|seq| seq + 1)), "without a gap");
        assert!(links.iter().any(|it| it.get("action").is_none()));

        // What the chain vouches for.
        let vouched = |action: &str, key: &str| {
            let event = links.iter().rev().find(|it| it["action"] == action).unwrap();
            let detail: Value = serde_json::from_str(event["detail"].as_str().unwrap()).unwrap();
            detail[key].as_str().unwrap().to_owned()
        };
        assert_eq!(vouched("votes.certify", "sha256"), sha256(&files["decision/votes.txt"]));
        assert_eq!(vouched("round.decide", "ranking"), sha256(&files["decision/ranking.txt"]));
        assert_eq!(vouched("scheme.draft", "rules"), sha256(&files["rules/fingerprint.txt"]));
        assert_eq!(files["decision/ranking.txt"], files["decision/ranking-recomputed.txt"], "I-22");

        // Every file, altered by one byte, is found; and so is every event.
        for name in files.keys().filter(|name| *name != archive::MANIFEST) {
            let mut altered = files.clone();
            altered.get_mut(name).unwrap()[0] ^= 1;
            assert_eq!(changed(&altered).join(" "), *name);
        }
        for (n, line) in chain.lines().enumerate().filter(|(_, line)| line.contains("\"action\"")) {
            let forged = line.replacen("Post of", "Past of", 1).replacen("\"house\"", "\"horse\"", 1);
            assert_ne!(forged, line, "{line}");
            let lines: Vec<&str> = chain.lines().enumerate().map(|(i, it)| if i == n { &forged } else { it }).collect();
            assert_eq!(broken(&lines.join("\n")), Some(n));
        }
    }
}

#[tokio::test]
async fn the_pack_says_everything_that_was_scored_and_decided_and_nobodys_name() {
    for w in World::approved().await {
        let files = taken(&w, "auditor").await;
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let lines = |name: &str| text(name).lines().count() - 1;
        assert_eq!((lines("judging/panel.csv"), lines("judging/declarations.csv")), (3, 9), "{}", w.on);
        assert_eq!((lines("judging/sheets.csv"), lines("judging/scores.csv"), lines("decision/decisions.csv")), (18, 36, 9));
        assert!(text("judging/sheets.csv").contains(",80.00,") && text("judging/sheets.csv").contains("Noted."));
        assert!(text("decision/votes.txt").contains("DES\tBPP2-E01\t100\n"));
        let round: Value = serde_json::from_str(&text("judging/round.json")).unwrap();
        assert_eq!(round["decided"]["post"]["en"], "Post of chair (UNI)");
        assert_eq!(round["approved"]["post"]["zh"], "secretary2職位 (EU)");
        let readme = text("README.txt");
        assert!(readme.contains("sha256sum --check") && readme.contains("winner: 得獎") && !readme.contains("papers-"));
        assert!(text("judging/panel.csv").starts_with("\u{FEFF}Seat 席位,"));
        let all: String = files.values().map(|it| String::from_utf8(it.clone()).unwrap()).collect();
        for name in ["secretary", "secretary2", "chair", "ann", "bob", "coordinator"] {
            assert!(!all.contains(&email(name)), "{name}");
        }
        // Names in this world are those of the posts; so they are changed, and the pack stays as it is.
        let mut ctx = w.acting("house").await;
        ctx.tx.run("update person set name_en = 'Unmistakable', name_zh = '無人', email = email || '.hk'", vec![]).await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!(taken(&w, "auditor").await, files, "the same state, the same bytes");
        let twice = [act!(w, "auditor", evidence, SCHEME).unwrap(), act!(w, "auditor", evidence, SCHEME).unwrap()];
        assert_eq!(archive::pack(&twice[0]).unwrap(), archive::pack(&twice[1]).unwrap());
    }
}

#[tokio::test]
async fn only_secretaries_and_auditors_get_the_pack_and_nobody_before_the_approval() {
    for w in World::deliberating().await {
        let early = (409, "papers-evidence-early".to_owned());
        assert_eq!(no(act!(w, "secretary", evidence, SCHEME)), early, "{}", w.on);
        let typed = w.proposed().await;
        act!(w, "chair", decide::decide, SCHEME, &typed, None).unwrap();
        assert_eq!(no(act!(w, "auditor", evidence, SCHEME)), early);
        act!(w, "secretary2", decide::approve, SCHEME).unwrap();
        act!(w, "auditor", evidence, SCHEME).unwrap();
        for (who, status) in [("public", 401), ("coordinator", 403), ("chair", 403), ("ann", 403), ("cat", 403)] {
            assert_eq!(no(act!(w, who, evidence, SCHEME)).0, status, "{who}");
        }
        assert_eq!(no(act!(w, "secretary", evidence, "NONE")).0, 404);
    }
}
