//! Who gets a place, who waits, and who is offered the next one.
//!
//! One idea holds it together: a workshop is *settled* when nobody on the waiting list would fit into what is free.
//! Every act that frees places settles it again, so a newcomer only has to be compared with the numbers, not the list.

use crate::base::ids::RegistrationId;

use super::Status;

/// The numbers of one workshop, seen by one organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub capacity: i64,
    pub quota: i64,
    /// People who hold a place: confirmed and offered.
    pub taken: i64,
    /// The same, of this organisation.
    pub own: i64,
}

impl Tally {
    pub fn free(self) -> i64 {
        (self.capacity - self.taken).max(0)
    }

    pub fn quota_left(self) -> i64 {
        (self.quota - self.own).max(0)
    }

    pub fn fits(self, people: i64) -> bool {
        people <= self.free() && people <= self.quota_left()
    }
}

/// What a request gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Confirmed,
    /// At the end of the waiting list.
    Waitlisted,
}

/// A place for so many people, in a settled workshop: theirs if they fit, else the end of the list (I-01, I-02).
pub fn place(tally: Tally, people: i64) -> Place {
    if tally.fits(people) { Place::Confirmed } else { Place::Waitlisted }
}

/// One request as the queue sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub id: RegistrationId,
    pub organisation: String,
    pub people: i64,
    pub status: Status,
    /// The number drawn on joining the list; lower goes first.
    pub queue_no: i64,
}

/// The requests to offer places to now, in order: each the lowest number that fits capacity and quota (I-07).
pub fn offers(capacity: i64, quota: i64, standings: &[Standing]) -> Vec<RegistrationId> {
    let mut taken: i64 = standings.iter().filter(|s| s.status.holds_place()).map(|s| s.people).sum();
    let mut own: std::collections::BTreeMap<&str, i64> = std::collections::BTreeMap::new();
    for s in standings.iter().filter(|s| s.status.holds_place()) {
        *own.entry(&s.organisation).or_default() += s.people;
    }
    let mut waiting: Vec<&Standing> = standings.iter().filter(|s| s.status == Status::Waitlisted).collect();
    waiting.sort_by_key(|s| s.queue_no);
    let mut offered = Vec::new();
    for s in waiting {
        let used = own.entry(&s.organisation).or_default();
        if taken + s.people <= capacity && *used + s.people <= quota {
            taken += s.people;
            *used += s.people;
            offered.push(s.id);
        }
    }
    offered
}

/// Positions on the waiting list, 1, 2, 3 … without gaps, in the order of the numbers drawn (I-07).
pub fn positions(standings: &[Standing]) -> impl Iterator<Item = (RegistrationId, i64)> {
    let mut waiting: Vec<&Standing> = standings.iter().filter(|s| s.status == Status::Waitlisted).collect();
    waiting.sort_by_key(|s| s.queue_no);
    waiting.into_iter().map(|s| s.id).zip(1..)
}

/// The position of one.
pub fn position(standings: &[Standing], id: RegistrationId) -> Option<i64> {
    positions(standings).find(|(it, _)| *it == id).map(|(_, position)| position)
}

/// Why somebody on the list has no offer, in the order in which they can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Their department has so many places left, and they are more people.
    Quota { left: i64, people: i64 },
    /// So many places are free, and they are more people.
    Places { free: i64, people: i64 },
}

/// Why a waiting request has no offer now.
pub fn why(tally: Tally, people: i64) -> Why {
    if people > tally.quota_left() && people <= tally.free() {
        Why::Quota { left: tally.quota_left(), people }
    } else {
        Why::Places { free: tally.free(), people }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn standing(id: i64, organisation: &str, people: i64, status: Status) -> Standing {
        Standing { id: RegistrationId(id), organisation: organisation.into(), people, status, queue_no: id }
    }

    #[test]
    fn a_smaller_team_further_down_is_offered_what_the_first_cannot_use() {
        let list = [
            standing(1, "WSD", 28, Status::Confirmed),
            standing(2, "FEHD", 4, Status::Waitlisted),
            standing(3, "LCSD", 2, Status::Waitlisted),
        ];
        assert_eq!(offers(30, 30, &list), [RegistrationId(3)]);
        assert_eq!(position(&list, RegistrationId(3)), Some(2));
    }

    #[test]
    fn a_department_at_its_quota_lets_the_next_one_by() {
        let list = [
            standing(1, "WSD", 6, Status::Confirmed),
            standing(2, "WSD", 1, Status::Waitlisted),
            standing(3, "LCSD", 1, Status::Waitlisted),
        ];
        assert_eq!(offers(30, 6, &list), [RegistrationId(3)]);
        let tally = Tally { capacity: 30, quota: 6, taken: 6, own: 6 };
        assert_eq!(why(tally, 1), Why::Quota { left: 0, people: 1 });
    }

    fn any_standing() -> impl Strategy<Value = (u8, i64, u8)> {
        (0u8..4, 1i64..6, 0u8..5)
    }

    proptest! {
        #[test]
        fn i_01_i_02_i_07_offers_fill_what_is_free_in_order_and_leave_nobody_out_who_fits(
            capacity in 0i64..40,
            quota in 1i64..12,
            list in prop::collection::vec(any_standing(), 0..30),
        ) {
            // Build a list that keeps the rules so far, as every act leaves it.
            let mut standings: Vec<Standing> = Vec::new();
            for (i, (org, people, status)) in list.into_iter().enumerate() {
                let organisation = format!("D{org}");
                let tally = Tally {
                    capacity,
                    quota,
                    taken: standings.iter().filter(|s| s.status.holds_place()).map(|s| s.people).sum(),
                    own: standings.iter().filter(|s| s.status.holds_place() && s.organisation == organisation).map(|s| s.people).sum(),
                };
                let status = match status {
                    0 | 1 if tally.fits(people) => Status::Confirmed,
                    2 if tally.fits(people) => Status::Offered,
                    3 => Status::Cancelled,
                    _ => Status::Waitlisted,
                };
                standings.push(standing(i as i64, &organisation, people, status));
            }
            let offered = offers(capacity, quota, &standings);
            for s in &mut standings {
                if offered.contains(&s.id) {
                    s.status = Status::Offered;
                }
            }
            let taken: i64 = standings.iter().filter(|s| s.status.holds_place()).map(|s| s.people).sum();
            prop_assert!(taken <= capacity);
            for org in 0..4 {
                let own: i64 = standings.iter().filter(|s| s.status.holds_place() && s.organisation == format!("D{org}")).map(|s| s.people).sum();
                prop_assert!(own <= quota);
            }
            // Settled: asking again offers nothing, and whoever still waits does not fit.
            prop_assert!(offers(capacity, quota, &standings).is_empty());
            // Gap-free positions.
            let waiting: Vec<i64> = standings.iter().filter_map(|s| position(&standings, s.id)).collect();
            prop_assert_eq!(waiting.clone(), (1..=waiting.len() as i64).collect::<Vec<_>>());
        }
    }
}
