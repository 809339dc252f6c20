//! How long a text is: words of English, characters of Chinese. The server counts with this; the counter beside a field counts
//! by the same rule in `ui/kept.js`, and end2end compares the two.

/// What a text is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Words,
    Characters,
}

impl Measure {
    pub fn code(self) -> &'static str {
        match self {
            Measure::Words => "words",
            Measure::Characters => "characters",
        }
    }

    /// Back from [`Measure::code`].
    pub fn of_code(code: &str) -> Measure {
        if code == "words" { Measure::Words } else { Measure::Characters }
    }

    pub fn count(self, text: &str) -> usize {
        match self {
            Measure::Words => count_words(text),
            Measure::Characters => count_characters(text),
        }
    }
}

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
pub fn is_han(c: char) -> bool {
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

    proptest! {
        #[test]
        fn counting_follows_the_parts(a in "[ a-z服務承諾，0-9]{0,40}", b in "[ a-z服務承諾，0-9]{0,40}") {
            let together = format!("{a} {b}");
            prop_assert_eq!(count_words(&together), count_words(&a) + count_words(&b));
            prop_assert_eq!(count_characters(&together), count_characters(&a) + count_characters(&b));
        }
    }
}
