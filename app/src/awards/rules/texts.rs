//! The words of an entry: how long they are, whether each is in its own language, and two people writing at once.
//!
//! The browser counts with the same functions, so that the counter beside a field and the server never differ.

use crate::base::{
    problem::{Complaints, Problem},
    text::{Bi, holds_identity_card, is_intact},
};

/// The most English words of a summary.
pub const SUMMARY_WORDS: usize = 150;
/// The most Chinese characters of a summary.
pub const SUMMARY_CHARACTERS: usize = 250;
/// The most English words of a title: what fits on two lines of a display panel.
pub const TITLE_WORDS: usize = 20;
/// The most Chinese characters of a title.
pub const TITLE_CHARACTERS: usize = 30;

/// Words of an English text, as people and word processors count them: what stands between spaces and has a letter or a
/// digit in it. A Chinese character among them counts as a word.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .map(|token| {
            let han = token.chars().filter(|c| is_han(*c)).count();
            let others = token.split(is_han).filter(|part| part.chars().any(char::is_alphanumeric)).count();
            han + others
        })
        .sum()
}

/// Characters of a Chinese text (字數), as word processors count them: each Chinese character and each full-width mark is
/// one, a run of Latin letters or digits is one, spaces and variation selectors are none.
pub fn count_characters(text: &str) -> usize {
    let mut count = 0;
    let mut in_run = false;
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        let alone = is_wide(c);
        if alone || (!in_run && !c.is_whitespace()) {
            count += 1;
        }
        in_run = !alone && !c.is_whitespace();
    }
    count
}

/// A Chinese character, with those of the later planes that hold Hong Kong's own.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '〇' | '々')
}

/// Written in a square of its own: Chinese characters and the marks that go with them.
fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3001}'..='\u{30FF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FFEE}' | '—' | '…' | '‘'..='‟')
}

/// Chooses a glyph or joins; it is no character of its own.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The text seems to be in the wrong box. A warning: one may confirm and go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongBox {
    /// No Chinese character in the Chinese field.
    NoChinese,
    /// More Chinese characters than other words in the English field.
    MostlyChinese,
}

/// Whether either language stands in the other's box; the first is for the English field, the second for the Chinese.
pub fn wrong_box(text: &Bi) -> (Option<WrongBox>, Option<WrongBox>) {
    let han = |text: &str| text.chars().filter(|c| is_han(*c)).count();
    let english = 2 * han(&text.en) > count_words(&text.en);
    let chinese = !text.zh.trim().is_empty() && han(&text.zh) == 0;
    (english.then_some(WrongBox::MostlyChinese), chinese.then_some(WrongBox::NoChinese))
}

/// What a department writes of its entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub title: Bi,
    pub summary: Bi,
}

impl Texts {
    /// Each text with the name of its field.
    pub fn fields(&self) -> [(&'static str, &str); 4] {
        [("title_en", &self.title.en), ("title_zh", &self.title.zh), ("summary_en", &self.summary.en), ("summary_zh", &self.summary.zh)]
    }

    /// Adds what stands in the way of handing in; `confirmed` are the texts that only seem to be in the wrong box.
    pub fn complain(&self, confirmed: bool, wrong: &mut Complaints) {
        let limits = [TITLE_WORDS, TITLE_CHARACTERS, SUMMARY_WORDS, SUMMARY_CHARACTERS];
        for ((field, text), limit) in self.fields().into_iter().zip(limits) {
            let english = field.ends_with("_en");
            let count = if english { count_words(text) } else { count_characters(text) };
            if text.trim().is_empty() {
                wrong
                    .add(if english { Problem::rule("awards-english-missing") } else { Problem::rule("awards-chinese-missing") }.on(field));
            } else if count > limit {
                let long = if english { Problem::rule("awards-words-long") } else { Problem::rule("awards-characters-long") };
                wrong.add(long.with("count", count).with("limit", limit).on(field));
            }
            if !is_intact(text) {
                wrong.add(Problem::rule("awards-lost-character").on(field));
            }
            if holds_identity_card(text) {
                wrong.add(Problem::rule("problem-identity-card").on(field));
            }
        }
        for (name, text) in [("title", &self.title), ("summary", &self.summary)].into_iter().filter(|_| !confirmed) {
            let (english, chinese) = wrong_box(text);
            if english.is_some() {
                wrong.add(Problem::rule("awards-mostly-chinese").on(format!("{name}_en")));
            }
            if chinese.is_some() {
                wrong.add(Problem::rule("awards-no-chinese").on(format!("{name}_zh")));
            }
        }
    }
}

/// What becomes of one field when two people have edited from the same version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// Both have the same text now.
    Same,
    /// Only I changed it: mine stands.
    Mine,
    /// Only the other changed it: theirs stands.
    Theirs,
    /// Both did, differently: a person has to choose.
    Both,
}

/// Compares one field with the version both started from. Ends of lines and spaces at the end are no change.
pub fn merge(base: &str, theirs: &str, mine: &str) -> Merge {
    let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    let (base, theirs, mine) = (plain(base), plain(theirs), plain(mine));
    match () {
        () if mine == theirs => Merge::Same,
        () if theirs == base => Merge::Mine,
        () if mine == base => Merge::Theirs,
        () => Merge::Both,
    }
}

/// The outcome field by field; the whole can be saved without asking when none is [`Merge::Both`].
pub fn merge_texts(base: &Texts, theirs: &Texts, mine: &Texts) -> [(&'static str, Merge); 4] {
    let (base, theirs) = (base.fields(), theirs.fields());
    let mut each = mine.fields().map(|(field, _)| (field, Merge::Same));
    for (i, (_, mine)) in mine.fields().into_iter().enumerate() {
        each[i].1 = merge(base[i].1, theirs[i].1, mine);
    }
    each
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_is_counted_in_words() {
        for (text, words) in [
            ("", 0),
            ("A pledge, in two languages.", 5),
            ("step-by-step – with the caller's day", 5),
            ("Opened 2 counters\nin 2001", 5),
            ("the 綠色 line", 4),
        ] {
            assert_eq!(count_words(text), words, "{text}");
        }
    }

    #[test]
    fn chinese_is_counted_in_characters_and_a_latin_run_is_one() {
        for (text, characters) in [
            ("", 0),
            ("帶得上山的服務承諾", 9),
            ("防水摺卡，一面是服務承諾。", 13),
            ("新設 2001 年 ESD 服務", 7),
            ("用ESD辦理", 4),
            ("衞\u{E0100}生 署", 3),
            ("𨋢", 1),
        ] {
            assert_eq!(count_characters(text), characters, "{text}");
        }
    }

    #[test]
    fn a_text_in_the_wrong_box_is_noticed() {
        assert_eq!(wrong_box(&Bi::new("A pledge", "服務承諾")), (None, None));
        assert_eq!(wrong_box(&Bi::new("服務承諾", "服務承諾")), (Some(WrongBox::MostlyChinese), None));
        assert_eq!(wrong_box(&Bi::new("The 服務 pledge of our department", "A pledge")), (None, Some(WrongBox::NoChinese)));
        assert_eq!(wrong_box(&Bi::default()), (None, None));
    }

    #[test]
    fn j_5_a_summary_of_171_words_is_told_its_number_and_the_limit() {
        let texts = Texts { title: Bi::new("Title", "題目"), summary: Bi::new("word ".repeat(171), "字".repeat(250)) };
        let mut wrong = Complaints::default();
        texts.complain(false, &mut wrong);
        let problem = wrong.check().unwrap_err();
        assert_eq!((problem.status(), problem.complaints.len()), (422, 1));
        let complaint = &problem.complaints[0];
        assert_eq!((complaint.field.as_str(), complaint.key.as_str()), ("summary_en", "awards-words-long"));
        assert_eq!(complaint.values, [("count".into(), 171_i64.into()), ("limit".into(), 150_i64.into())]);
    }

    #[test]
    fn the_warning_is_passed_once_it_is_confirmed() {
        let texts = Texts { title: Bi::new("Title", "e-Form"), summary: Bi::new("Summary", "摘要") };
        let complaints = |confirmed| {
            let mut wrong = Complaints::default();
            texts.complain(confirmed, &mut wrong);
            wrong.check().err().map(|problem| problem.key().to_owned())
        };
        assert_eq!(complaints(false).as_deref(), Some("awards-no-chinese"));
        assert_eq!(complaints(true), None);
    }

    #[test]
    fn two_people_who_wrote_in_different_fields_both_keep_their_words() {
        let base = Texts { title: Bi::new("Old", "舊"), summary: Bi::new("S", "摘") };
        let theirs = Texts { title: Bi::new("Theirs", "舊"), ..base.clone() };
        let mine = Texts { title: Bi::new("Old", "我"), summary: Bi::new("S\r\n", "摘") };
        let merged = merge_texts(&base, &theirs, &mine);
        assert_eq!(merged.map(|(_, merge)| merge), [Merge::Theirs, Merge::Mine, Merge::Same, Merge::Same]);
        assert_eq!(merge("old", "theirs", "mine"), Merge::Both);
    }

    proptest! {
        #[test]
        fn counting_follows_the_parts(a in "[ a-z服務承諾，0-9]{0,40}", b in "[ a-z服務承諾，0-9]{0,40}") {
            let together = format!("{a} {b}");
            prop_assert_eq!(count_words(&together), count_words(&a) + count_words(&b));
            prop_assert_eq!(count_characters(&together), count_characters(&a) + count_characters(&b));
        }
    }
}
