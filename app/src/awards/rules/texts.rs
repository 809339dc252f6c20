//! The words of an entry: how long they are, whether each is in its own language, and two people writing at once.
//!
//! The browser counts with the same functions, so that the counter beside a field and the server never differ.

use crate::base::{
    count::{count_characters, count_words, is_han},
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

/// What two people have chosen who started from the same choices: what either added is in, what either took out is not. Theirs keep
/// their order, mine come after.
pub fn merge_choices(base: &[String], theirs: &[String], mine: &[String]) -> Vec<String> {
    let stays = theirs.iter().filter(|it| mine.contains(it) || !base.contains(it));
    let added = mine.iter().filter(|it| !base.contains(it) && !theirs.contains(it));
    stays.chain(added).cloned().collect()
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
    use super::*;

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
    fn of_two_people_who_choose_at_once_neither_undoes_what_the_other_did() {
        let codes = |text: &str| text.split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        for (base, theirs, mine, merged) in [
            ("", "HD", "", "HD"),
            ("", "HD", "WSD", "HD WSD"),
            ("HD", "", "HD", ""),
            ("HD", "HD", "", ""),
            ("HD LD", "LD WSD", "HD LD", "LD WSD"),
            ("HD", "HD", "HD WSD", "HD WSD"),
        ] {
            assert_eq!(merge_choices(&codes(base), &codes(theirs), &codes(mine)), codes(merged), "{base} | {theirs} | {mine}");
        }
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
}
