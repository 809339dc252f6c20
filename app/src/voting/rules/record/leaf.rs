//! What one leaf of a log says: one choice with its class, or one receipt. And what a class is.

use super::{Hash, is_code, is_day, merkle};

/// One choice of one ballot in one award. A ballot has as many leaves in an award as it has votes there; what was not used is
/// blank, so that nothing shows how many choices a ballot made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotLeaf {
    /// The code of the award.
    pub award: String,
    /// The code of the entry, or nothing: blank.
    pub choice: String,
    /// Where and how it was cast, see [`Class`].
    pub class: String,
    /// The batch it was sealed in, from 1.
    pub batch: u64,
    /// The quarter of the list, 0 to 3, in which the chosen entry stood; 0 when blank.
    pub quarter: u8,
    /// Chance, so that nobody finds a hidden leaf by trying all choices.
    pub nonce: [u8; 32],
}

impl BallotLeaf {
    /// The bytes of the leaf.
    pub fn data(&self) -> String {
        let mut bytes = String::new();
        spell(&mut bytes, [&self.award, &self.choice, &self.class], self.batch, self.quarter, &hex::encode(self.nonce));
        bytes
    }

    pub fn hash(&self) -> Hash {
        merkle::leaf(self.data().as_bytes())
    }
}

/// Award, choice and class, batch, quarter and nonce with tabs between. Into a buffer, since a recount does it millions of times.
pub(super) fn spell(into: &mut String, words: [&str; 3], batch: u64, quarter: u8, nonce: &str) {
    for word in words {
        into.push_str(word);
        into.push('\t');
    }
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut left = batch;
    loop {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    digits[at..].iter().for_each(|digit| into.push(char::from(*digit)));
    into.push('\t');
    into.push(char::from(b'0' + quarter % 10));
    into.push('\t');
    into.push_str(nonce);
}

/// What stands for a receipt in the log of receipts; its leaf is the [`merkle::leaf`] of this.
pub fn receipt_hash(receipt: &str) -> Hash {
    super::digest(receipt.as_bytes())
}

/// Where and how a ballot was cast: `STOP:YYYY-MM-DD:PART:CHANNEL`, as `EX-BPP2-4:2001-09-14:am:kiosk`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class<'a> {
    pub stop: &'a str,
    pub day: &'a str,
    /// `am`, `pm`, `eve` or `any`.
    pub part: &'a str,
    /// `kiosk`, `phone`, `paper`, `test` or `any`.
    pub channel: &'a str,
}

impl<'a> Class<'a> {
    pub const PARTS: [&'static str; 4] = ["am", "pm", "eve", "any"];
    pub const CHANNELS: [&'static str; 5] = ["kiosk", "phone", "paper", "test", "any"];

    pub fn parse(text: &'a str) -> Option<Class<'a>> {
        let mut words = text.split(':');
        let class = Class { stop: words.next()?, day: words.next()?, part: words.next()?, channel: words.next()? };
        let known = Class::PARTS.contains(&class.part) && Class::CHANNELS.contains(&class.channel);
        (words.next().is_none() && is_code(class.stop) && is_day(class.day) && known).then_some(class)
    }

    /// The class into which a small one goes before it is sealed: too few ballots of one machine in one part of a day would
    /// point at people. Paper and test ballots keep their channel, since each is reckoned by itself.
    pub fn merged(&self) -> String {
        let channel = if matches!(self.channel, "paper" | "test") { self.channel } else { "any" };
        format!("{}:{}:any:{channel}", self.stop, self.day)
    }

    /// Ballots with which a machine was tried are in the record and in no count.
    pub fn is_test(&self) -> bool {
        self.channel == "test"
    }
}

/// Whether an object, which is a class or the words it begins with (`EX-1`, `EX-1:2001-09-14`), means this class.
pub fn covers(object: &str, class: &str) -> bool {
    class.strip_prefix(object).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaf_has_one_spelling() {
        let leaf = BallotLeaf {
            award: "BPP2-DES".into(),
            choice: "BPP2-E04".into(),
            class: "EX-BPP2-4:2001-09-14:am:kiosk".into(),
            batch: 17,
            quarter: 3,
            nonce: [0xAB; 32],
        };
        let data = format!("BPP2-DES\tBPP2-E04\tEX-BPP2-4:2001-09-14:am:kiosk\t17\t3\t{}", "ab".repeat(32));
        assert_eq!(leaf.data(), data);
        assert_eq!(leaf.hash(), merkle::leaf(data.as_bytes()));
        for batch in [0, 9, 10, u64::MAX] {
            assert!(BallotLeaf { batch, ..leaf.clone() }.data().contains(&format!("\t{batch}\t3\t")));
        }
    }

    #[test]
    fn a_class_is_read_and_a_small_one_goes_upward() {
        let class = Class::parse("EX-1:2001-09-14:am:kiosk").unwrap();
        assert_eq!((class.stop, class.day, class.part, class.channel), ("EX-1", "2001-09-14", "am", "kiosk"));
        assert_eq!(class.merged(), "EX-1:2001-09-14:any:any");
        assert_eq!(Class::parse("EX-1:2001-09-14:am:test").unwrap().merged(), "EX-1:2001-09-14:any:test");
        for wrong in
            ["", "EX-1", "EX-1:2001-9-14:am:kiosk", "EX-1:2001-09-14:noon:kiosk", "EX-1:2001-09-14:am:fax", "E X:2001-09-14:am:kiosk"]
        {
            assert_eq!(Class::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Class::parse("EX-1:2001-09-14:am:kiosk:2"), None);
    }

    #[test]
    fn an_object_means_whole_words_only() {
        let class = "EX-1:2001-09-14:am:kiosk";
        for object in ["EX-1", "EX-1:2001-09-14", "EX-1:2001-09-14:am", class] {
            assert!(covers(object, class), "{object}");
        }
        for object in ["EX", "EX-1:", "EX-1:2001-09-1", "EX-10", "EX-1:2001-09-14:am:kiosk:x"] {
            assert!(!covers(object, class), "{object}");
        }
    }
}
