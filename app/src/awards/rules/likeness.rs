//! Which earlier entries an entry resembles, so that the secretary looks before the judges do. It never decides.
//!
//! Texts are cut into overlapping runs of characters ("shingles") and compared by what they share of all they have: the
//! resemblance of A. Z. Broder, "On the resemblance and containment of documents" (1997), after P. Jaccard (1912).
//! Characters rather than words, because Chinese writes no spaces; each language is compared with its own kind.

use std::collections::BTreeSet;

use crate::base::text::{Bi, fold};

/// Characters in a shingle: about one Chinese word and its neighbour, or half an English word.
const RUN: usize = 3;

/// From here on the secretary is shown a likeness, in percent.
pub const NOTICEABLE: u32 = 40;

/// The shingles of a text: folded, and without spaces and marks, so that neither hides a copy.
pub fn shingles(text: &str) -> BTreeSet<String> {
    let plain: Vec<char> = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    if plain.is_empty() {
        return BTreeSet::new();
    }
    plain.windows(RUN.min(plain.len())).map(|run| run.iter().collect()).collect()
}

/// What two sets share of all they hold together, in whole percent, rounded down; nothing resembles nothing.
pub fn jaccard(a: &BTreeSet<String>, b: &BTreeSet<String>) -> u32 {
    let shared = a.intersection(b).count();
    let all = a.len() + b.len() - shared;
    (shared * 100).checked_div(all).unwrap_or(0) as u32
}

/// How alike two texts are, in percent: as alike as the more alike of their two languages.
pub fn likeness(a: &Bi, b: &Bi) -> u32 {
    let alike = |a: &str, b: &str| jaccard(&shingles(a), &shingles(b));
    alike(&a.en, &b.en).max(alike(&a.zh, &b.zh))
}

/// The others that are at least so alike, the likest first; equals in the order of their codes.
pub fn likest(text: &Bi, others: &[(String, Bi)], threshold: u32) -> Vec<(String, u32)> {
    let mut found: Vec<(String, u32)> =
        others.iter().map(|(code, other)| (code.clone(), likeness(text, other))).filter(|(_, percent)| *percent >= threshold).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_copy_with_other_marks_and_width_is_the_same() {
        assert_eq!(jaccard(&shingles("A pledge, in pictures!"), &shingles("Ａ  PLEDGE in pictures")), 100);
        assert_eq!(jaccard(&shingles("食物環境衛生署的服務承諾"), &shingles("食物環境衞生署，的服務承諾。")), 100);
    }

    #[test]
    fn two_different_texts_are_hardly_alike() {
        let a = Bi::new("Clearing your cargo: a pledge in pictures", "圖解清關服務承諾");
        let b = Bi::new("What happens after you report an unsafe sign", "舉報危險招牌之後");
        assert!(likeness(&a, &b) < 15);
        assert_eq!(likeness(&Bi::default(), &Bi::default()), 0);
    }

    #[test]
    fn the_likest_come_first_and_a_new_english_text_does_not_hide_the_chinese_one() {
        let mine = Bi::new("A waterproof fold-out card", "防水摺卡，一面是服務承諾，一面是郊野公園地圖。");
        let others = [
            ("E01".to_owned(), Bi::new("Something else", "防水摺卡，一面是服務承諾，一面是郊野公園地圖")),
            ("E02".to_owned(), Bi::new("A waterproof fold-out leaflet", "舉報危險招牌之後")),
            ("E03".to_owned(), Bi::new("Signs", "招牌")),
        ];
        let found = likest(&mine, &others, NOTICEABLE);
        assert_eq!(found.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["E01", "E02"]);
        assert_eq!(found[0].1, 100);
    }

    proptest! {
        #[test]
        fn likeness_is_mutual_and_whole_with_itself(a in "[a-e服務承諾 ]{0,30}", b in "[a-e服務承諾 ]{0,30}") {
            let (x, y) = (shingles(&a), shingles(&b));
            prop_assert_eq!(jaccard(&x, &y), jaccard(&y, &x));
            prop_assert!(jaccard(&x, &y) <= 100);
            prop_assert_eq!(jaccard(&x, &x), if x.is_empty() { 0 } else { 100 });
        }
    }
}
