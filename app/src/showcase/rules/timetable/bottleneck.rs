//! Where it will be tight, by arithmetic, before anything is placed: minutes that are needed against minutes that are offered. Pure.

use super::{TEAMS, Timetable};
use crate::{base::text::Bi, showcase::rules::Needs};

/// From this share of what is offered on, something is tight.
const TIGHT: f64 = 0.7;

/// What is short.
#[derive(Clone, Debug, PartialEq)]
pub enum Short {
    /// Venues of the pool that have this.
    Feature(Bi),
    /// Teams of a department.
    Teams(String),
}

/// Something that is nearly or more than used up.
#[derive(Clone, Debug, PartialEq)]
pub struct Bottleneck {
    pub short: Short,
    /// Hours of sessions with set-up and clearing, and hours there are: pitches and open hours, or teams and open hours.
    pub needed: i64,
    pub offered: i64,
}

impl Bottleneck {
    pub fn share(&self) -> f64 {
        self.needed as f64 / self.offered.max(1) as f64
    }
}

fn minutes(needs: &Needs) -> i64 {
    needs.sessions * (needs.setup + needs.minutes + needs.teardown)
}

impl Timetable {
    /// What is tight, the tightest first.
    pub fn bottlenecks(&self) -> Vec<Bottleneck> {
        let open = |venue: &crate::venues::Venue| -> i64 {
            let of_day = |day| self.hours(venue, day).map_or(0, |it| i64::from(it.closes.saturating_sub(it.opens)));
            let away: i64 = self.away(&venue.code).iter().map(|(_, it)| i64::from(it.until.saturating_sub(it.from))).sum();
            self.days.iter().map(|day| of_day(*day)).sum::<i64>() - away
        };
        let pool: Vec<(&crate::venues::Venue, i64)> =
            self.venues.iter().filter(|it| !it.is_premises()).map(|it| (it, it.pitches * open(it).max(0))).collect();
        let mut all = Vec::new();
        for (code, name) in &self.features {
            let wants = self.activities.iter().filter(|it| it.needs.own_venue.is_none() && it.needs.features.contains(code));
            let needed: i64 = wants.map(|it| minutes(&it.needs)).sum();
            let offered: i64 = pool.iter().filter(|(venue, _)| venue.features.contains(code)).map(|(_, minutes)| minutes).sum();
            all.push(Bottleneck { short: Short::Feature(name.clone()), needed: needed / 60, offered: offered / 60 });
        }
        // The longest day anywhere is what a team has.
        let longest: i64 = self
            .days
            .iter()
            .map(|day| {
                pool.iter().filter_map(|(venue, _)| self.hours(venue, *day)).map(|it| i64::from(it.closes - it.opens)).max().unwrap_or(0)
            })
            .sum();
        let mut organisations: Vec<&str> = self.activities.iter().map(|it| it.organisation.as_str()).collect();
        organisations.sort_unstable();
        organisations.dedup();
        for organisation in organisations {
            let own = self.activities.iter().filter(|it| it.organisation == organisation);
            let needed: i64 = own.map(|it| minutes(&it.needs)).sum();
            all.push(Bottleneck {
                short: Short::Teams(organisation.into()),
                needed: needed / 60,
                offered: i64::from(TEAMS) * longest / 60,
            });
        }
        all.retain(|it| it.needed > 0 && it.share() >= TIGHT);
        all.sort_by(|a, b| b.share().total_cmp(&a.share()));
        all
    }
}
