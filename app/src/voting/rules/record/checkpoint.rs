//! A checkpoint: how far every log had come when a batch was sealed. Each names the one before it, so none can be taken back.

use std::{collections::BTreeMap, fmt::Write};

use ed25519_dalek::SigningKey;

use super::{Hash, is_code, is_day, note, read_hex, read_number};

const TITLE: &str = "accolade record checkpoint";

/// The state of all logs after a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The code of the scheme.
    pub scheme: String,
    /// The number of the batch, from 1.
    pub seq: u64,
    /// The SHA-256 of the whole previous signed note; zeros before the first.
    pub prev: Hash,
    /// The poll day, `2001-09-14`.
    pub day: String,
    /// Size and root of the log of receipts.
    pub inclusion: (u64, Hash),
    /// Size and root of the log of choices of each award.
    pub content: BTreeMap<String, (u64, Hash)>,
}

impl Checkpoint {
    /// What is signed: one item a line.
    pub fn text(&self) -> String {
        let mut text = format!("{TITLE}\nscheme {}\nseq {}\nprev {}\nday {}\n", self.scheme, self.seq, hex::encode(self.prev), self.day);
        let _ = writeln!(text, "inclusion {} {}", self.inclusion.0, hex::encode(self.inclusion.1));
        for (award, (size, root)) in &self.content {
            let _ = writeln!(text, "content {award} {size} {}", hex::encode(root));
        }
        text
    }

    /// Reads a text that this program could have written, and no other.
    pub fn parse(text: &str) -> Option<Checkpoint> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let mut item = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let opening = item("accolade")?;
        let scheme = item("scheme").filter(|it| is_code(it))?.to_owned();
        let seq = item("seq").and_then(read_number)?;
        let prev = item("prev").and_then(read_hex)?;
        let day = item("day").filter(|it| is_day(it))?.to_owned();
        let inclusion = size_and_root(item("inclusion")?)?;
        let mut content = BTreeMap::new();
        for line in lines {
            let (award, rest) = line.strip_prefix("content ")?.split_once(' ')?;
            content.insert(award.to_owned(), size_and_root(rest)?);
        }
        let read = Checkpoint { scheme, seq, prev, day, inclusion, content };
        // One state has one text: a second spelling of it, in another order say, is refused.
        (TITLE.strip_prefix("accolade ") == Some(opening) && read.text() == text).then_some(read)
    }

    /// The signed note as it is published; its SHA-256 is the `prev` of the next.
    pub fn sign(&self, key: &SigningKey) -> String {
        note::sign(&note::signer(&self.scheme), key, &self.text())
    }

    /// The checkpoint in a note, if it is of this scheme and signed with this key.
    pub fn open(scheme: &str, public: &[u8; 32], note: &str) -> Option<Checkpoint> {
        Checkpoint::parse(note::verify(&note::signer(scheme), public, note)?).filter(|it| it.scheme == scheme)
    }
}

fn size_and_root(words: &str) -> Option<(u64, Hash)> {
    let (size, root) = words.split_once(' ')?;
    Some((read_number(size)?, read_hex(root)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkpoint() -> Checkpoint {
        Checkpoint {
            scheme: "BPP2".into(),
            seq: 7,
            prev: [0x11; 32],
            day: "2001-09-14".into(),
            inclusion: (140, [0x22; 32]),
            content: [("BPP2-DES".into(), (140, [0x33; 32])), ("BPP2-PC".into(), (420, [0x44; 32]))].into(),
        }
    }

    #[test]
    fn a_checkpoint_reads_back_as_it_was_written() {
        let it = checkpoint();
        let expected = format!(
            "accolade record checkpoint\nscheme BPP2\nseq 7\nprev {}\nday 2001-09-14\ninclusion 140 {}\ncontent BPP2-DES 140 {}\ncontent BPP2-PC 420 {}\n",
            "11".repeat(32),
            "22".repeat(32),
            "33".repeat(32),
            "44".repeat(32)
        );
        assert_eq!(it.text(), expected);
        assert_eq!(Checkpoint::parse(&expected), Some(it));
    }

    #[test]
    fn a_second_spelling_of_a_checkpoint_is_none() {
        let text = checkpoint().text();
        let lines: Vec<&str> = text.lines().collect();
        let order = |of: &[usize]| of.iter().map(|at| format!("{}\n", lines[*at])).collect::<String>();
        assert!(Checkpoint::parse(&order(&[0, 1, 2, 3, 4, 5, 6, 7])).is_some());
        for wrong in [
            order(&[0, 1, 2, 3, 4, 5, 7, 6]),
            order(&[0, 1, 2, 3, 4, 5, 6, 6, 7]),
            order(&[0, 1, 2, 3, 5, 4, 6, 7]),
            text.replace("seq 7", "seq 07"),
            text.replace("seq 7", "seq +7"),
            text.replace("2222", "222A"),
            text.replace("checkpoint", "result"),
            format!("{text}\n"),
            text.trim_end().to_owned(),
        ] {
            assert_eq!(Checkpoint::parse(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_the_key_of_the_record_opens_a_checkpoint() {
        let key = SigningKey::from_bytes(&[1; 32]);
        let public = key.verifying_key().to_bytes();
        let note = checkpoint().sign(&key);
        assert_eq!(Checkpoint::open("BPP2", &public, &note), Some(checkpoint()));
        assert_eq!(Checkpoint::open("BPP3", &public, &note), None);
        assert_eq!(Checkpoint::open("BPP2", &SigningKey::from_bytes(&[2; 32]).verifying_key().to_bytes(), &note), None);
    }
}
