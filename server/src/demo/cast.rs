//! Who there is: the personas, and in every department that takes part a crew of ordinary colleagues.
//!
//! Everything is worked out from the tables in `server/demo`, without chance: the same people every time.

use std::collections::HashMap;

use app::base::{
    problem::{Answer, Problem},
    text::{Bi, Lang},
    time::Day,
};

use super::table::{self, Row};

/// Co-ordinators stand first in the crew of their department; these three are personas.
const COORDINATORS: [(&str, &str); 3] = [("WSD", "coordinator"), ("LCSD", "coordinator2"), ("FEHD", "fehd-coordinator")];

/// Somebody of the demo, before the database knows them.
pub struct Player {
    pub email: String,
    pub name: Bi,
    pub organisation: String,
    pub post: Bi,
    pub roles: String,
    pub language: Lang,
    pub from: Day,
    pub to: Option<Day>,
    /// Has the password of the demo.
    pub is_persona: bool,
}

/// Everybody, and how the story calls them.
pub struct Cast {
    pub players: Vec<Player>,
    /// Addresses by department: the training co-ordinator first.
    crews: HashMap<String, Vec<String>>,
    /// Who endorses for the head of a department, by department.
    heads: HashMap<String, String>,
}

impl Cast {
    pub fn read() -> Answer<Cast> {
        let mut cast = Cast { players: Vec::new(), crews: HashMap::new(), heads: HashMap::new() };
        for row in table::read("personas", include_str!("../../demo/personas.csv"))? {
            cast.players.push(persona(&row)?);
        }
        let posts = table::read("posts", include_str!("../../demo/posts.csv"))?;
        let mut names = Names::read(cast.players.iter().map(|player| player.name.zh.clone()).collect())?;
        for row in table::read("crews", include_str!("../../demo/crews.csv"))? {
            cast.engage(row.get("organisation"), row.number("others")?, &posts, &mut names)?;
        }
        // After everybody else, so that nobody's name depends on them.
        for row in
            table::read("entries", include_str!("../../demo/entries.csv"))?.iter().filter(|row| row.get("entry_mode") == "nomination")
        {
            cast.appoint(row.get("dept_code"), &mut names)?;
        }
        Ok(cast)
    }

    /// Gives a department somebody who endorses for its head; in one it is a persona.
    fn appoint(&mut self, organisation: &str, names: &mut Names) -> Answer<()> {
        if organisation == "LCSD" {
            self.heads.insert(organisation.into(), persona_address("head"));
        } else if !self.heads.contains_key(organisation) {
            let post = Bi::new("Deputy Director (Administration)", "副署長（行政）");
            let address = self.hire(organisation, 90, post, "CS", names)?;
            self.heads.insert(organisation.into(), address);
        }
        Ok(())
    }

    /// The co-ordinator of a department.
    pub fn coordinator(&self, organisation: &str) -> Option<String> {
        self.crews.get(organisation)?.first().cloned()
    }

    /// Who endorses for the head of a department.
    pub fn head(&self, organisation: &str) -> Option<String> {
        self.heads.get(organisation).cloned()
    }

    /// Gives a department its crew: a co-ordinator and so many others.
    fn engage(&mut self, organisation: &str, others: i64, posts: &[Row], names: &mut Names) -> Answer<()> {
        let mut crew = Vec::new();
        if let Some((_, persona)) = COORDINATORS.iter().find(|(code, _)| *code == organisation) {
            crew.push(persona_address(persona));
        } else {
            let post = Bi::new("Executive Officer (Training)1", "行政主任（培訓）1");
            crew.push(self.hire(organisation, 0, post, "CS;DC", names)?);
        }
        let own = posts.iter().filter(|row| row.get("organisation") == organisation);
        let common = posts.iter().filter(|row| row.get("organisation") == "*");
        let titles: Vec<Bi> = own.chain(common).map(|row| row.both("title")).collect();
        for (number, title) in (1..=others).zip(titles) {
            crew.push(self.hire(organisation, number, title, "CS", names)?);
        }
        self.crews.insert(organisation.into(), crew);
        Ok(())
    }

    /// Adds an ordinary colleague and gives their address.
    fn hire(&mut self, organisation: &str, number: i64, post: Bi, roles: &str, names: &mut Names) -> Answer<String> {
        let (surname, given) = names.next()?;
        let plain = |name: &str| name.to_lowercase().replace('-', "");
        let email = format!("{}.{}{number}@{}.demo.example", plain(&given.en), plain(&surname.en), organisation.to_lowercase());
        // Two in three like their letters in Chinese.
        let language = if self.players.len().is_multiple_of(3) { Lang::En } else { Lang::Tc };
        let since = Day::new(1996 + (self.players.len() % 5) as i32, 4, 1).ok_or_else(|| Problem::form("demo-data"))?;
        self.players.push(Player {
            email: email.clone(),
            name: Bi::new(format!("{} {}", surname.en, given.en), format!("{}{}", surname.zh, given.zh)),
            organisation: organisation.into(),
            post,
            roles: roles.into(),
            language,
            from: since,
            to: None,
            is_persona: false,
        });
        Ok(email)
    }

    /// The addresses the story means: `officer` is a persona, `WSD.0` the co-ordinator of WSD, `WSD.3-5` three of its crew.
    pub fn named(&self, text: &str) -> Option<Vec<String>> {
        let mut found = Vec::new();
        for word in text.split_whitespace() {
            let Some((organisation, numbers)) = word.split_once('.') else {
                let address = persona_address(word);
                found.push(self.players.iter().find(|player| player.email == address)?.email.clone());
                continue;
            };
            let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
            let span = first.parse::<usize>().ok()?..=last.parse::<usize>().ok()?;
            found.extend_from_slice(self.crews.get(organisation)?.get(span)?);
        }
        Some(found)
    }
}

fn persona_address(persona: &str) -> String {
    format!("{persona}@demo.example")
}

fn persona(row: &Row) -> Answer<Player> {
    Ok(Player {
        email: persona_address(row.get("persona")),
        name: row.both("name"),
        organisation: row.get("organisation").into(),
        post: row.both("post"),
        roles: row.get("roles").into(),
        language: Lang::of_path(row.get("language")).unwrap_or_default(),
        from: row.day("from")?,
        to: if row.get("to").is_empty() { None } else { Some(row.day("to")?) },
        is_persona: true,
    })
}

/// Names in both languages, surname and given name, never the same pair twice.
struct Names {
    surnames: Vec<Bi>,
    given: Vec<Bi>,
    used: usize,
    /// The personas' own.
    taken: Vec<String>,
}

impl Names {
    fn read(taken: Vec<String>) -> Answer<Names> {
        let rows = table::read("names", include_str!("../../demo/names.csv"))?;
        let part =
            |part: &str| rows.iter().filter(|row| row.get("part") == part).map(|row| Bi::new(row.get("en"), row.get("zh"))).collect();
        Ok(Names { surnames: part("surname"), given: part("given"), used: 0, taken })
    }

    /// The two lists have no common factor, and neither step has one with its list: every pair comes once before any again.
    fn next(&mut self) -> Answer<(Bi, Bi)> {
        loop {
            let pick = |list: &[Bi], step: usize| list.get(self.used * step % list.len().max(1)).cloned();
            let (surname, given) = pick(&self.surnames, 17).zip(pick(&self.given, 7)).ok_or_else(|| Problem::form("demo-data"))?;
            self.used += 1;
            if !self.taken.contains(&format!("{}{}", surname.zh, given.zh)) {
                return Ok((surname, given));
            }
        }
    }
}
