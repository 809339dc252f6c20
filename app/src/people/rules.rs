//! What a password, a session and an address of an officer must be. Pure.

use crate::base::{problem::Problem, text::Bi, time::Moment};

/// A session ends after eight hours unused, and after fourteen days in any case.
pub const IDLE_MINUTES: i64 = 8 * 60;
pub const SESSION_DAYS: i64 = 14;

/// Wrong passwords are remembered for a quarter of an hour.
pub const FAILURE_MINUTES: i64 = 15;

/// A link to choose a password works for an hour; an invitation for a week.
pub const RESET_MINUTES: i64 = 60;
pub const INVITE_MINUTES: i64 = 7 * 24 * 60;

/// Nobody is sent more links than this at a time, or a stranger could fill their letter box.
pub const LIVE_LINKS: i64 = 3;

/// An organisation of the government.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    pub code: String,
    pub name: Bi,
    pub short_zh: String,
    pub kind: String,
    /// Domains its officers write from.
    pub email_domains: Vec<String>,
}

impl Organisation {
    /// Whether an address is one of its officers'.
    pub fn has_address(&self, email: &str) -> bool {
        let domain = email.rsplit_once('@').map(|(_, domain)| domain.to_lowercase());
        domain.is_some_and(|domain| self.email_domains.iter().any(|it| it.eq_ignore_ascii_case(&domain)))
    }
}

/// How many wrong passwords are behind this attempt.
#[derive(Clone, Copy, Debug, Default)]
pub struct Failures {
    /// For this account from this address.
    pub pair: i64,
    /// From this address, whatever the account.
    pub address: i64,
}

/// Whether another password may be tried.
///
/// Guessing is slowed by account *and* address together, and by address alone: a stranger elsewhere can fail as often as
/// they like without shutting anybody out.
pub fn may_try(failures: Failures) -> Result<(), Problem> {
    if failures.pair >= 5 || failures.address >= 100 {
        return Err(Problem::new(crate::base::problem::Kind::Rate, "people-too-many-tries").with("minutes", FAILURE_MINUTES));
    }
    Ok(())
}

/// Passwords everybody tries first.
const COMMON: [&str; 12] = [
    "password1234",
    "123456789012",
    "qwertyuiop12",
    "accolade1234",
    "efficiencyunit",
    "hongkong2001",
    "passwordpassword",
    "111111111111",
    "abcdefghijkl",
    "servingthecommunity",
    "welcome12345",
    "letmein12345",
];

/// Whether a password may be chosen: long rather than odd, and not the one everybody tries.
pub fn may_choose(password: &str, email: &str) -> Result<(), Problem> {
    let length = password.chars().count();
    if length < 12 {
        return Err(Problem::rule("people-password-short").with("least", 12i64).on("password"));
    }
    if length > 200 {
        return Err(Problem::rule("people-password-long").with("most", 200i64).on("password"));
    }
    let lower = password.to_lowercase();
    let squeezed: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    let name = email.split('@').next().unwrap_or("").to_lowercase();
    let one_character = squeezed.chars().all(|c| squeezed.starts_with(c));
    if one_character || COMMON.contains(&squeezed.as_str()) || (name.len() >= 4 && squeezed == name.repeat(squeezed.len() / name.len())) {
        return Err(Problem::rule("people-password-common").on("password"));
    }
    Ok(())
}

/// A plausible e-mail address; only a letter proves it.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    !name.is_empty()
        && name.len() <= 64
        && text.len() <= 200
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "._%+-'".contains(c))
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// When a session seen at `seen` and begun at `created` ends.
pub fn session_ends(created: Moment, seen: Moment) -> Moment {
    seen.plus_minutes(IDLE_MINUTES).min(created.plus_days(SESSION_DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_wrong_passwords_from_one_place_slow_that_place_only() {
        assert!(may_try(Failures { pair: 4, address: 4 }).is_ok());
        assert_eq!(may_try(Failures { pair: 5, address: 5 }).unwrap_err().status(), 429);
        // The stranger's failures are theirs: the owner, elsewhere, has none.
        assert!(may_try(Failures { pair: 0, address: 0 }).is_ok());
        assert!(may_try(Failures { pair: 0, address: 100 }).is_err());
    }

    #[test]
    fn a_password_is_long_rather_than_odd() {
        assert!(may_choose("accolade demo 2001", "officer@demo.example").is_ok());
        assert!(may_choose("四個字太短", "a@b.example").is_err());
        assert!(may_choose("aaaaaaaaaaaaaa", "a@b.example").is_err());
        assert!(may_choose("Password 1234", "a@b.example").is_err());
        assert!(may_choose("officerofficer", "officer@demo.example").is_err());
    }

    #[test]
    fn addresses_are_told_from_other_text() {
        for good in ["officer@demo.example", "chan.tm+pm@fehd.demo.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["officer", "a@b", "@demo.example", "a b@demo.example", "a@demo..example", "a@@demo.example", ".a@demo.example"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
