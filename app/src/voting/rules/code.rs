//! The code on a ballot slip: eight characters of chance and one that tells a slip of the hand from a wrong slip.
//!
//! Crockford's base32 has no I, L, O or U, so nothing on the slip can be read as something else. The last character is a sum
//! over the field of 32 elements in which every place has a weight of its own: one wrong character is always noticed, and so
//! are any two that changed places. A mistyped code is refused without asking the database.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Crockford's alphabet.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of chance, before the check.
pub const LENGTH: usize = 8;

/// A code whose check fits: nine characters of [`ALPHABET`], without hyphens.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; LENGTH + 1]);

/// Why something typed is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// Not nine characters.
    Length,
    /// A character that no code has.
    Symbol,
    /// One of them is wrong, or two have changed places.
    Check,
}

impl Code {
    /// A code from five random bytes.
    pub fn of_chance(bytes: [u8; 5]) -> Code {
        let number = bytes.iter().fold(0u64, |sum, byte| sum << 8 | u64::from(*byte));
        let mut symbols = [0u8; LENGTH + 1];
        for (place, symbol) in symbols.iter_mut().take(LENGTH).enumerate() {
            *symbol = (number >> (5 * (LENGTH - 1 - place)) & 31) as u8;
        }
        symbols[LENGTH] = check(&symbols[..LENGTH]);
        Code(symbols)
    }

    /// Reads what was typed or scanned: any case, hyphens and spaces anywhere, O for 0, I and L for 1, full-width characters;
    /// of an address, what stands behind its `#`.
    pub fn parse(text: &str) -> Result<Code, CodeFault> {
        let text = text.rsplit('#').next().unwrap_or(text);
        let mut symbols = Vec::new();
        for c in text.chars().map(narrow).filter(|c| !matches!(c, '-' | ' ' | '\t' | '\r' | '\n' | '–' | '\u{3000}')) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            let value = ALPHABET.iter().position(|it| char::from(*it) == c).ok_or(CodeFault::Symbol)?;
            symbols.push(value as u8);
        }
        let symbols: [u8; LENGTH + 1] = symbols.try_into().map_err(|_| CodeFault::Length)?;
        if check(&symbols[..LENGTH]) == symbols[LENGTH] { Ok(Code(symbols)) } else { Err(CodeFault::Check) }
    }

    /// As it is hashed and sent: `7QK4MX2PR`.
    pub fn plain(&self) -> String {
        self.0.iter().map(|it| char::from(ALPHABET[usize::from(*it)])).collect()
    }

    /// As it is printed and read aloud: `7QK4-MX2P-R`.
    pub fn spoken(&self) -> String {
        let plain = self.plain();
        format!("{}-{}-{}", &plain[..4], &plain[4..8], &plain[8..])
    }
}

impl fmt::Debug for Code {
    /// A code in a log would be a ballot given away.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

impl TryFrom<String> for Code {
    type Error = String;

    fn try_from(text: String) -> Result<Code, String> {
        Code::parse(&text).map_err(|fault| format!("{fault:?}"))
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.plain()
    }
}

fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

/// Twice as much in the field of 32 elements, modulo x⁵ + x² + 1.
fn twice(it: u8) -> u8 {
    let shifted = it << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

/// The sum of the symbols, each times its own power of two: Horner's scheme from the first to the last.
fn check(symbols: &[u8]) -> u8 {
    symbols.iter().fold(0, |sum, symbol| twice(sum ^ symbol))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_read_as_people_and_scanners_give_it() {
        let code = Code::of_chance([0x12, 0x34, 0x56, 0x78, 0x9A]);
        let spoken = code.spoken();
        assert_eq!(spoken.len(), 11);
        for typed in [
            spoken.to_lowercase(),
            spoken.replace('-', " "),
            format!("https://accolade.example/tc/vote#{}", code.plain()),
            spoken.replace('0', "o").replace('1', "l"),
            spoken.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect(),
        ] {
            assert_eq!(Code::parse(&typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(Code::parse("7QK4"), Err(CodeFault::Length));
        assert_eq!(Code::parse("7QK4-MX2P-U"), Err(CodeFault::Symbol));
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    proptest! {
        #[test]
        fn one_wrong_character_or_two_changed_over_are_always_noticed(bytes: [u8; 5], at in 0..9usize, other in 0..9usize, wrong in 1..32u8) {
            let code = Code::of_chance(bytes);
            let mut symbols = code.0;
            symbols[at] = (symbols[at] + wrong) % 32;
            let typed: String = symbols.iter().map(|it| char::from(ALPHABET[usize::from(*it)])).collect();
            prop_assert_eq!(Code::parse(&typed), Err(CodeFault::Check));
            let mut symbols = code.0;
            symbols.swap(at, other);
            if symbols != code.0 {
                let typed: String = symbols.iter().map(|it| char::from(ALPHABET[usize::from(*it)])).collect();
                prop_assert_eq!(Code::parse(&typed), Err(CodeFault::Check));
            }
        }
    }
}
