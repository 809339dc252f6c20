//! Booking a place: who asks for how many at which session, whether there is room, and whose turn it is when some is given back
//! (FT-22, I-53). Pure.

use serde::{Deserialize, Serialize};

use super::{Refusal, typed::number};
use crate::{
    base::{
        problem::{Answer, Complaints, Problem},
        text::fold,
        time::Moment,
    },
    stored,
};

/// Days after the session until everything that says who came is erased.
pub const KEPT_DAYS: i64 = 30;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookingState {
    /// There is a place for everybody of it.
    Held,
    Waiting,
    Cancelled,
    /// Nothing is known of who it was.
    Erased,
}

stored!(BookingState: Held = "held", Waiting = "waiting", Cancelled = "cancelled", Erased = "erased");

/// What a visitor asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub name: String,
    pub contact: Contact,
    pub people: i64,
    pub access_needs: String,
    /// Wait if there is no room now.
    pub waits: bool,
}

/// How they are reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    Email(String),
    /// Eight digits, or an international number.
    Phone(String),
}

impl Contact {
    /// Reads an e-mail address or a telephone number.
    pub fn read(text: &str) -> Option<Contact> {
        let text = text.trim();
        if let Some((name, domain)) = text.rsplit_once('@') {
            let good = |part: &str| {
                !part.is_empty() && part.len() <= 120 && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"@".contains(c))
            };
            return (good(name) && good(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.'))
                .then(|| Contact::Email(text.to_owned()));
        }
        let digits: String = text.chars().filter(|c| !" -()".contains(*c)).collect();
        let bare = digits.strip_prefix('+').unwrap_or(&digits);
        ((8..=15).contains(&bare.len()) && bare.bytes().all(|it| it.is_ascii_digit())).then_some(Contact::Phone(digits))
    }

    pub fn text(&self) -> &str {
        match self {
            Contact::Email(text) | Contact::Phone(text) => text,
        }
    }

    /// As two are compared.
    pub fn key(&self) -> String {
        fold(self.text())
    }
}

/// A booking as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BookingForm {
    pub activity: String,
    pub session: String,
    pub name: String,
    pub contact: String,
    pub people: String,
    pub access_needs: String,
    pub waits: String,
}

impl BookingForm {
    pub fn read(&self) -> Answer<Wish> {
        let mut wrong = Complaints::default();
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > 80 {
            wrong.add(Problem::rule("showcase-booking-name").on("name"));
        }
        let contact = Contact::read(&self.contact);
        if contact.is_none() {
            wrong.add(Problem::rule("showcase-booking-contact").on("contact"));
        }
        let people = number(&mut wrong, "people", &self.people, (1, 500));
        let access_needs = self.access_needs.trim();
        if access_needs.chars().count() > 300 {
            wrong.add(Problem::rule("showcase-booking-access-long").on("access_needs"));
        }
        for (field, text) in [("name", name), ("access_needs", access_needs)] {
            if crate::base::text::holds_identity_card(text) {
                wrong.add(Problem::rule("problem-identity-card").on(field));
            }
        }
        if self.session.trim().parse::<i64>().is_err() {
            wrong.add(Problem::rule("showcase-booking-session").on("session"));
        }
        wrong.check()?;
        let Some(contact) = contact else { return Err(Problem::form("problem-form")) };
        Ok(Wish { name: name.into(), contact, people, access_needs: access_needs.into(), waits: !self.waits.is_empty() })
    }
}

/// How full a session is, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    pub places: i64,
    pub held: i64,
    pub waiting: i64,
}

impl Room {
    pub fn left(&self) -> i64 {
        (self.places - self.held).max(0)
    }
}

/// Whether so many get their places now. Whoever comes later does not pass those who wait.
pub fn ask(room: Room, people: i64, waits: bool, starts: Moment, now: Moment) -> Result<BookingState, Refusal> {
    if now >= starts {
        return Err(Refusal::SessionBegan { since: starts });
    }
    if people > room.places {
        return Err(Refusal::GroupTooLarge { places: room.places });
    }
    let free = if room.waiting > 0 { 0 } else { room.left() };
    match (people <= free, waits) {
        (true, _) => Ok(BookingState::Held),
        (false, true) => Ok(BookingState::Waiting),
        (false, false) => Err(Refusal::NoRoom { left: free }),
    }
}

/// Which of those who wait get their places, by number and people in their order: nobody is passed by somebody behind them.
pub fn next_in_line(room: Room, waiting: &[(i64, i64)]) -> Vec<i64> {
    let mut left = room.left();
    waiting
        .iter()
        .take_while(|(_, people)| {
            let fits = *people <= left;
            left -= if fits { *people } else { 0 };
            fits
        })
        .map(|(number, _)| *number)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_contact_is_an_address_or_a_telephone_number() {
        assert_eq!(Contact::read(" Chan@school.example "), Some(Contact::Email("Chan@school.example".into())));
        assert_eq!(Contact::read("2810 1234"), Some(Contact::Phone("28101234".into())));
        assert_eq!(Contact::read("+852 2810-1234"), Some(Contact::Phone("+85228101234".into())));
        for wrong in [
            "",
            "chan",
            "chan@",
            "@school.example",
            "a b@school.example",
            "a@b",
            "1234",
            "12345678x",
            "a@x.example\nBcc: y@z.example",
            "a,b@x.example",
        ] {
            assert_eq!(Contact::read(wrong), None, "{wrong:?}");
        }
        assert_eq!(Contact::read("CHAN@School.example").unwrap().key(), Contact::read("chan@school.example").unwrap().key());
    }

    #[test]
    fn a_class_of_38_does_not_fit_into_30_places_but_into_40() {
        let (now, starts) = (Moment(0), Moment(0).plus_minutes(60));
        let room = |places, held| Room { places, held, waiting: 0 };
        assert_eq!(ask(room(30, 0), 38, true, starts, now), Err(Refusal::GroupTooLarge { places: 30 }));
        assert_eq!(ask(room(40, 0), 38, false, starts, now), Ok(BookingState::Held));
        assert_eq!(ask(room(40, 10), 38, false, starts, now), Err(Refusal::NoRoom { left: 30 }));
        assert_eq!(ask(room(40, 10), 38, true, starts, now), Ok(BookingState::Waiting));
        assert_eq!(ask(room(40, 10), 3, false, starts, starts), Err(Refusal::SessionBegan { since: starts }));
        // Somebody waits for the ten that are left: whoever comes later does not pass.
        assert_eq!(ask(Room { places: 40, held: 30, waiting: 20 }, 3, false, starts, now), Err(Refusal::NoRoom { left: 0 }));
    }

    proptest! {
        #[test]
        fn i_53_whatever_is_asked_and_given_back_no_more_hold_places_than_there_are(
            places in 1i64..40,
            steps in proptest::collection::vec((1i64..12, any::<bool>(), 0usize..20), 1..60)
        ) {
            let (now, starts) = (Moment(0), Moment(0).plus_minutes(60));
            // Number, people, whether they hold their places.
            let mut live: Vec<(i64, i64, bool)> = Vec::new();
            let room = |live: &[(i64, i64, bool)]| Room {
                places,
                held: live.iter().filter(|it| it.2).map(|it| it.1).sum(),
                waiting: live.iter().filter(|it| !it.2).map(|it| it.1).sum(),
            };
            for (number, (people, comes, which)) in steps.into_iter().enumerate() {
                if comes || live.is_empty() {
                    match ask(room(&live), people, true, starts, now) {
                        Ok(state) => live.push((number as i64, people, state == BookingState::Held)),
                        Err(no) => prop_assert_eq!(no, Refusal::GroupTooLarge { places }),
                    }
                } else {
                    live.remove(which % live.len());
                    let waiting: Vec<(i64, i64)> = live.iter().filter(|it| !it.2).map(|it| (it.0, it.1)).collect();
                    let next = next_in_line(room(&live), &waiting);
                    live.iter_mut().filter(|it| next.contains(&it.0)).for_each(|it| it.2 = true);
                }
                let now = room(&live);
                prop_assert!(now.held <= places);
                // Nobody waits for whom there is room and who is first in the line.
                let first = live.iter().find(|it| !it.2);
                prop_assert!(first.is_none_or(|it| it.1 > now.left()), "{:?}", live);
            }
        }
    }
}
