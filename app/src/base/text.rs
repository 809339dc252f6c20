//! Text in two written languages, and what may never be stored in any of it.

use serde::{Deserialize, Serialize};

/// The languages a page can be read in. `Sc` is derived from `Tc`, never written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    En,
    Tc,
    Sc,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Tc, Lang::Sc];

    /// The segment of the address: `/en/…`, `/tc/…`, `/sc/…`.
    pub fn path(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Tc => "tc",
            Lang::Sc => "sc",
        }
    }

    /// The BCP 47 tag for `lang` and `hreflang`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en-HK",
            Lang::Tc => "zh-Hant-HK",
            Lang::Sc => "zh-Hans",
        }
    }

    pub fn of_path(segment: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.path() == segment)
    }

    pub fn is_chinese(self) -> bool {
        self != Lang::En
    }

    /// The best language for an Accept-Language header; English when it says nothing we know.
    pub fn accepted(header: &str) -> Lang {
        let mut wanted: Vec<(f32, &str)> = header
            .split(',')
            .filter_map(|part| {
                let mut bits = part.trim().split(';');
                let tag = bits.next()?.trim();
                let weight = bits.find_map(|bit| bit.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
                (weight > 0.0).then_some((weight, tag))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted
            .iter()
            .find_map(|(_, tag)| {
                let tag = tag.to_ascii_lowercase();
                if tag.starts_with("en") {
                    Some(Lang::En)
                } else if tag.starts_with("zh-hans") || tag == "zh-cn" || tag == "zh-sg" {
                    Some(Lang::Sc)
                } else if tag.starts_with("zh") || tag.starts_with("yue") {
                    Some(Lang::Tc)
                } else {
                    None
                }
            })
            .unwrap_or_default()
    }
}

/// One text in English and Traditional Chinese: equals, neither the translation of the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bi {
    pub en: String,
    pub zh: String,
}

impl Bi {
    pub fn new(en: impl Into<String>, zh: impl Into<String>) -> Bi {
        Bi { en: en.into(), zh: zh.into() }
    }

    /// Both languages are there and neither carries a character lost on the way (I-61).
    pub fn is_whole(&self) -> bool {
        !self.en.trim().is_empty() && !self.zh.trim().is_empty() && is_intact(&self.en) && is_intact(&self.zh)
    }
}

/// No replacement character and no private-use code point, where old HKSCS files hid 衞 and 着.
pub fn is_intact(text: &str) -> bool {
    !text.chars().any(|c| c == '\u{FFFD}' || ('\u{E000}'..='\u{F8FF}').contains(&c))
}

/// Whether the text holds a Hong Kong identity card number with a right check digit (I-68).
///
/// Such numbers are never asked for, stored or accepted. One or two letters, six digits and a check digit (0–9 or A),
/// with or without brackets and spaces; the weighted sum is divisible by 11, a missing first letter counting 36.
pub fn holds_identity_card(text: &str) -> bool {
    let folded: Vec<char> =
        text.chars().map(narrow).map(|c| c.to_ascii_uppercase()).filter(|c| !matches!(c, ' ' | '(' | ')' | '-' | '\u{3000}')).collect();
    // The digits decide where a number can begin: six digits after one or two letters, then the check digit.
    (0..folded.len()).any(|start| {
        let window = &folded[start..];
        let letters = window.iter().take_while(|c| c.is_ascii_uppercase()).count().min(2);
        [1, 2].into_iter().filter(|n| *n <= letters).any(|n| check_digit_fits(window, n))
    })
}

fn check_digit_fits(window: &[char], letters: usize) -> bool {
    let Some(digits) = window.get(letters..letters + 6) else { return false };
    let Some(check) = window.get(letters + 6) else { return false };
    if window.get(letters + 7).is_some_and(|c| c.is_ascii_digit()) {
        return false; // a longer number, not a card
    }
    let letter = |c: char| c as u32 - 'A' as u32 + 10;
    let mut sum = match letters {
        2 => 9 * letter(window[0]) + 8 * letter(window[1]),
        _ => 9 * 36 + 8 * letter(window[0]),
    };
    for (digit, weight) in digits.iter().zip((2..=7).rev()) {
        let Some(value) = digit.to_digit(10) else { return false };
        sum += value * weight;
    }
    let Some(check) = (if *check == 'A' { Some(10) } else { check.to_digit(10) }) else { return false };
    (sum + check) % 11 == 0
}

/// Full-width Latin, digits and punctuation as their half-width twins.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Folds what people type differently but mean alike: width, case, 衛/衞, 著/着 and their kin.
///
/// Both sides of a search are folded, so the fold may be coarse; it is never shown.
pub fn fold(text: &str) -> String {
    text.chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '衛' => '衞',
            '著' => '着',
            '裡' => '裏',
            '線' => '綫',
            '峰' => '峯',
            '柏' => '栢',
            '群' => '羣',
            '臺' => '台',
            '啓' => '啟',
            '櫃' => '柜',
            '夥' => '伙',
            '佈' => '布',
            '週' => '周',
            '’' | '‘' => '\'',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i_68_an_identity_card_number_is_seen_however_it_is_written() {
        // Specimen numbers made to fit the published check rule; none belongs to anybody.
        for text in ["A123456(3)", "my card is a123456 (3), thanks", "Ａ１２３４５６（３）", "AB987654(3)", "Z683365(A)"] {
            assert!(holds_identity_card(text), "{text}");
        }
    }

    #[test]
    fn i_68_references_dates_and_telephone_numbers_are_not_taken_for_cards() {
        for text in ["PM-2002-3-0042", "A123456(4)", "tel 2810 2345", "EO(T)1", "2002-03-20", "G1234567890"] {
            assert!(!holds_identity_card(text), "{text}");
        }
    }

    #[test]
    fn searching_finds_either_way_of_writing() {
        assert_eq!(fold("食物環境衛生署"), fold("食物環境衞生署"));
        assert_eq!(fold("隨著"), fold("隨着"));
        assert_eq!(fold("ＰＭ　Workshop"), fold("pm workshop"));
    }

    #[test]
    fn the_language_asked_for_first_is_the_one_given() {
        assert_eq!(Lang::accepted("zh-HK,zh;q=0.9,en;q=0.8"), Lang::Tc);
        assert_eq!(Lang::accepted("zh-CN,zh;q=0.9"), Lang::Sc);
        assert_eq!(Lang::accepted("fr,en;q=0.5,zh;q=0.2"), Lang::En);
        assert_eq!(Lang::accepted(""), Lang::En);
    }

    #[test]
    fn i_61_a_lost_character_makes_a_text_unfit() {
        assert!(Bi::new("Health", "衞生").is_whole());
        assert!(!Bi::new("Health", "\u{FFFD}生").is_whole());
        assert!(!Bi::new("Health", "\u{E003}生").is_whole());
        assert!(!Bi::new("Health", " ").is_whole());
    }
}
