//! From an instance of showcase/1 to the solver's problem, every reference looked up and every number looked at.

use std::collections::HashMap;

use super::{
    super::problem::{
        Fixed, Group, Item, MOST_DAYS, MOST_ITEMS, MOST_SLOTS, MOST_SPACES, MoveCosts, Order, Place, Problem, Soft, Space, Team, Variety,
        Why, Window,
    },
    Activity, Flaw, Instance, Span, Wrong,
};

type Done<T> = Result<T, Flaw>;

/// The largest weight or priority: what the search adds up stays far within 32 bits.
const MOST: u32 = 10_000;

pub fn problem(instance: &Instance) -> Done<Problem> {
    let build = Build::new(instance)?;
    let items = instance.activities.iter().map(|activity| build.item(activity)).collect::<Done<Vec<_>>>()?;
    let mut problem = Problem {
        days: build.days,
        slots: build.slots,
        items,
        spaces: build.spaces()?,
        travel: build.travel()?,
        teams: build.teams()?,
        people: instance.staff.len(),
        crews: Vec::new(),
        groups: build.groups()?,
        orders: build.orders()?,
        opening: instance.opening.as_ref().map(|id| build.activities.find("opening", id)).transpose()?,
        first_day: within("frozen_before_day", instance.frozen_before_day.unwrap_or(0), 0, build.days)?,
        by_day: build.department_days()?,
        by_site: build.department_sites()?,
        by_district: build.themes()?,
        day_costs: build.day_balance()?,
        person_slots: instance.staff_day_slots.min(1 << 15) as u16,
        person_weight: weight("weights, staff_overload", instance.weights.staff_overload)?,
    };
    build.published(&mut problem)?;
    Ok(problem)
}

/// The numbers of named things.
struct Names<'a>(HashMap<&'a str, usize>);

impl<'a> Names<'a> {
    /// All of them, each once.
    fn new(of: &str, names: impl Iterator<Item = &'a String>) -> Done<Names<'a>> {
        let mut numbers = HashMap::new();
        for (number, name) in names.enumerate() {
            if numbers.insert(name.as_str(), number).is_some() {
                return Err(Flaw::new(of, Wrong::Twice(name.clone())));
            }
        }
        Ok(Names(numbers))
    }

    /// The same where many may share a name: each different one gets a number.
    fn shared(names: impl Iterator<Item = &'a String>) -> Names<'a> {
        let mut numbers = HashMap::new();
        for name in names {
            let next = numbers.len();
            numbers.entry(name.as_str()).or_insert(next);
        }
        Names(numbers)
    }

    fn find(&self, at: &str, name: &str) -> Done<usize> {
        self.0.get(name).copied().ok_or_else(|| Flaw::new(at, Wrong::Unknown(name.to_owned())))
    }

    /// Several, none of them twice.
    fn find_all(&self, at: &str, names: &[String]) -> Done<Vec<usize>> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            let number = self.find(at, name)?;
            if found.contains(&number) {
                return Err(Flaw::new(at, Wrong::Twice(name.clone())));
            }
            found.push(number);
        }
        Ok(found)
    }
}

fn within(at: &str, said: u32, least: usize, most: usize) -> Done<usize> {
    let number = said as usize;
    if (least..=most).contains(&number) { Ok(number) } else { Err(Flaw::new(at, Wrong::Range { said: said.to_string(), least, most })) }
}

fn weight(at: &str, said: u32) -> Done<i32> {
    within(at, said, 0, MOST as usize).map(|number| number as i32)
}

/// A length that is longer than any day fits nowhere, however long it is.
fn length(said: u32) -> u8 {
    said.min(MOST_SLOTS as u32) as u8
}

struct Build<'a> {
    instance: &'a Instance,
    days: usize,
    slots: usize,
    venues: Names<'a>,
    departments: Names<'a>,
    people: Names<'a>,
    activities: Names<'a>,
    attributes: Names<'a>,
    sites: Names<'a>,
    districts: Names<'a>,
    themes: Names<'a>,
}

impl<'a> Build<'a> {
    fn new(instance: &'a Instance) -> Done<Build<'a>> {
        let some = |at: &str, count: usize, most: usize| match count {
            0 => Err(Flaw::new(at, Wrong::None)),
            count if count > most => Err(Flaw::new(at, Wrong::Many { most })),
            count => Ok(count),
        };
        some("venues", instance.venues.len(), MOST_SPACES)?;
        if instance.activities.len() > MOST_ITEMS {
            return Err(Flaw::new("activities", Wrong::Many { most: MOST_ITEMS }));
        }
        let attributes = instance.venues.iter().flat_map(|it| &it.attributes).chain(instance.activities.iter().flat_map(|it| &it.requires));
        Ok(Build {
            instance,
            days: some("days", instance.days.len(), MOST_DAYS)?,
            slots: within("slots_per_day", instance.slots_per_day, 1, MOST_SLOTS)?,
            venues: Names::new("venues", instance.venues.iter().map(|it| &it.id))?,
            departments: Names::new("departments", instance.departments.iter().map(|it| &it.id))?,
            people: Names::new("staff", instance.staff.iter().map(|it| &it.id))?,
            activities: Names::new("activities", instance.activities.iter().map(|it| &it.id))?,
            attributes: Names::shared(attributes),
            sites: Names::shared(instance.venues.iter().map(|it| &it.site)),
            districts: Names::shared(instance.venues.iter().map(|it| &it.district)),
            themes: Names::shared(instance.activities.iter().map(|it| &it.theme)),
        })
    }

    fn span(&self, at: &str, (day, from, to): Span) -> Done<(u8, u8, u8)> {
        let is_in = (day as usize) < self.days && from < to && to as usize <= self.slots;
        if is_in { Ok((day as u8, from as u8, to as u8)) } else { Err(Flaw::new(at, Wrong::Span { day, from, to })) }
    }

    fn place(&self, at: &str, venue: &str, day: u32, start: u32) -> Done<Place> {
        Ok(Place {
            space: self.venues.find(&format!("{at}, venue"), venue)? as u16,
            day: within(&format!("{at}, day"), day, 0, self.days - 1)? as u8,
            start: within(&format!("{at}, start"), start, 0, self.slots - 1)? as u8,
        })
    }

    fn spaces(&self) -> Done<Vec<Space>> {
        let mut spaces = Vec::new();
        for venue in &self.instance.venues {
            let at = format!("venues {}, open", venue.id);
            let windows = venue.open.iter().map(|span| {
                let (day, from, until) = self.span(&at, *span)?;
                Ok(Window { day, opens: from, closes: until, from, until })
            });
            spaces.push(Space {
                site: self.sites.find("venues", &venue.site)?,
                district: self.districts.find("venues", &venue.district)?,
                capacity: within(&format!("venues {}, capacity", venue.id), venue.capacity, 0, i32::MAX as usize)? as u32,
                pitches: 1,
                features: venue.attributes.iter().map(|name| self.attributes.find("venues", name)).collect::<Done<_>>()?,
                windows: windows.collect::<Done<_>>()?,
            });
        }
        Ok(spaces)
    }

    fn travel(&self) -> Done<Vec<Vec<u8>>> {
        let (table, due) = (&self.instance.travel, self.instance.venues.len());
        let square = |at: String, found: usize| if found == due { Ok(()) } else { Err(Flaw::new(at, Wrong::Table { due, found })) };
        square("travel".into(), table.len())?;
        let line = |(number, row): (usize, &Vec<u32>)| {
            let at = format!("travel, line {number}");
            square(at.clone(), row.len())?;
            row.iter().map(|slots| Ok(within(&at, *slots, 0, MOST_SLOTS)? as u8)).collect()
        };
        table.iter().enumerate().map(line).collect()
    }

    fn teams(&self) -> Done<Vec<Team>> {
        let team = |it: &super::Department| {
            let at = format!("departments {}, available", it.id);
            Ok(Team { available: it.available.iter().map(|span| self.span(&at, *span)).collect::<Done<_>>()? })
        };
        self.instance.departments.iter().map(team).collect()
    }

    fn item(&self, it: &Activity) -> Done<Item> {
        let at = |field: &str| format!("activities {}, {field}", it.id);
        within(&at("duration"), it.duration, 1, u32::MAX as usize)?;
        let days = it
            .allowed_days
            .as_ref()
            .map(|days| days.iter().map(|day| within(&at("allowed_days"), *day, 0, self.days - 1)).collect::<Done<Vec<_>>>());
        let pin = it.pinned.as_ref().map(|pin| self.place(&at("pinned"), &pin.venue, pin.day, pin.start)).transpose()?;
        let department = self.departments.find(&at("department"), &it.department)?;
        Ok(Item {
            before: length(it.setup),
            length: length(it.duration),
            after: length(it.teardown),
            priority: weight(&at("priority"), it.priority)?,
            people: within(&at("attendance"), it.attendance, 0, i32::MAX as usize)? as u32,
            features: self.attributes.find_all(&at("requires"), &it.requires)?,
            spaces: it.allowed_venues.as_ref().map(|names| self.venues.find_all(&at("allowed_venues"), names)).transpose()?,
            days: days.transpose()?,
            team: department,
            persons: self.people.find_all(&at("staff"), &it.staff)?,
            exclusive: it.exclusive,
            fixed: pin.map(|place| Fixed { place, why: Why::Pin }),
            start_costs: vec![(Soft::Hours, self.hours(it)?)],
            space_costs: self.space_costs(it)?,
            by_day: Some(department),
            by_site: Some(department),
            by_district: Some(self.themes.find("theme", &it.theme)?),
            ..Item::default()
        })
    }

    /// S2: each public slot outside what the public prefers.
    fn hours(&self, it: &Activity) -> Done<Vec<i32>> {
        let each = weight("weights, window_slot", self.instance.weights.window_slot)?;
        let mut good = vec![false; self.days * self.slots];
        for span in &it.preferred_windows {
            let (day, from, to) = self.span(&format!("activities {}, preferred_windows", it.id), *span)?;
            let first = usize::from(day) * self.slots;
            good[first + usize::from(from)..first + usize::from(to)].fill(true);
        }
        let outside = |at: usize| {
            let day_ends = (at / self.slots + 1) * self.slots;
            let ends = at + usize::from(length(it.duration));
            let missed = good[at..ends.min(day_ends)].iter().filter(|good| !**good).count() + ends.saturating_sub(day_ends);
            missed as i32 * each
        };
        Ok((0..good.len()).map(outside).collect())
    }

    /// S3 and S4: another space than those preferred; one four times too large.
    fn space_costs(&self, it: &Activity) -> Done<Vec<(Soft, Vec<i32>)>> {
        let weights = &self.instance.weights;
        let (other, large) = (weight("weights, venue_pref", weights.venue_pref)?, weight("weights, oversize", weights.oversize)?);
        let preferred = self.venues.find_all(&format!("activities {}, preferred_venues", it.id), &it.preferred_venues)?;
        let wished = |space: usize| if preferred.is_empty() || preferred.contains(&space) { 0 } else { other };
        let oversize = |capacity: u32| if u64::from(it.attendance) * 4 < u64::from(capacity) { large } else { 0 };
        Ok(vec![
            (Soft::SpaceWished, (0..self.instance.venues.len()).map(wished).collect()),
            (Soft::Oversize, self.instance.venues.iter().map(|venue| oversize(venue.capacity)).collect()),
        ])
    }

    fn groups(&self) -> Done<Vec<Group>> {
        let group = |it: &super::Group| {
            let at = format!("groups {}", it.id);
            let weight = if it.hard { None } else { Some(weight(&format!("{at}, weight"), it.weight)?) };
            Ok(Group { weight, items: self.activities.find_all(&at, &it.activities)? })
        };
        self.instance.groups.iter().map(group).collect()
    }

    fn orders(&self) -> Done<Vec<Order>> {
        let order = |(number, it): (usize, &super::Precedence)| {
            let at = format!("precedences, line {number}");
            let (before, after) = (self.activities.find(&at, &it.before)?, self.activities.find(&at, &it.after)?);
            if before == after {
                return Err(Flaw::new(at, Wrong::Itself(it.before.clone())));
            }
            Ok(Order { before, after, gap: length(it.gap) })
        };
        self.instance.precedences.iter().enumerate().map(order).collect()
    }

    /// S5.
    fn department_days(&self) -> Done<Variety> {
        let each = weight("weights, dept_day", self.instance.weights.dept_day)?;
        let line = |target: u32| (0..=self.days as i32).map(|count| each * (count - target.min(1 << 20) as i32).max(0)).collect();
        Ok(Variety { soft: Soft::TeamDays, lines: self.instance.departments.iter().map(|it| line(it.target_days)).collect() })
    }

    /// S6.
    fn department_sites(&self) -> Done<Variety> {
        let each = weight("weights, dept_site", self.instance.weights.dept_site)?;
        let line: Vec<i32> = (0..=self.sites.0.len() as i32).map(|count| each * (count - 1).max(0)).collect();
        Ok(Variety { soft: Soft::TeamSites, lines: vec![line; self.instance.departments.len()] })
    }

    /// S7.
    fn themes(&self) -> Done<Variety> {
        let each = weight("weights, theme_district", self.instance.weights.theme_district)?;
        let mut counts = vec![0u32; self.themes.0.len()];
        for it in &self.instance.activities {
            counts[self.themes.find("theme", &it.theme)?] += 1;
        }
        let line = |count: u32| {
            let want = count.min(self.instance.spread.theme_min_districts) as i32;
            (0..=want).map(|have| each * (want - have)).collect()
        };
        Ok(Variety { soft: Soft::Districts, lines: counts.into_iter().map(line).collect() })
    }

    /// S8: outside ⌊mean (1 − tolerance)⌋ to ⌈mean (1 + tolerance)⌉.
    fn day_balance(&self) -> Done<Vec<i32>> {
        let each = weight("weights, day_balance", self.instance.weights.day_balance)?;
        let tolerance = self.instance.spread.day_tolerance;
        if !(0.0..=1000.0).contains(&tolerance) {
            return Err(Flaw::new("spread, day_tolerance", Wrong::Range { said: tolerance.to_string(), least: 0, most: 1000 }));
        }
        let count = self.instance.activities.len();
        let mean = count as f64 / self.days as f64;
        // Towards zero below, as the benchmark's own scorer does.
        let (low, high) = ((mean * (1.0 - tolerance)) as i32, (mean * (1.0 + tolerance)).ceil() as i32);
        Ok((0..=count as i32).map(|on| each * (low - on).max(on - high).max(0)).collect())
    }

    /// S10 and H14: what a published programme holds.
    fn published(&self, problem: &mut Problem) -> Done<()> {
        let weights = &self.instance.weights;
        let costs = MoveCosts {
            day: weight("weights, move_day", weights.move_day)?,
            time: weight("weights, move_time", weights.move_time)?,
            site: weight("weights, move_venue", weights.move_venue)?,
            space: weight("weights, move_space", weights.move_space)?,
        };
        for (number, line) in self.instance.published.iter().flatten().enumerate() {
            let at = format!("published, line {number}");
            let was = self.place(&at, &line.venue, line.day, line.start)?;
            let it = &mut problem.items[self.activities.find(&at, &line.activity)?];
            if it.published.is_some() {
                return Err(Flaw::new(at, Wrong::Twice(line.activity.clone())));
            }
            it.publish(was, costs, &problem.spaces, (problem.days, problem.slots));
            // A pin that says otherwise is found by `check`.
            if usize::from(was.day) < problem.first_day && it.fixed.is_none_or(|pin| pin.place == was) {
                it.fixed = Some(Fixed { place: was, why: Why::Past });
            }
        }
        Ok(())
    }
}
