//! Random sequences of everything that can happen to a workshop, beside a model so simple that it cannot be wrong.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use super::story::*;
use crate::{
    base::testing,
    workshops::{
        Draft, Member,
        acts::{self, endorse, find, organise},
    },
};

#[derive(Clone, Debug)]
enum Step {
    Register {
        org: usize,
        people: usize,
    },
    Endorse(usize),
    GiveUp(usize),
    Accept(usize),
    Substitute(usize),
    /// The clock goes to the end of the earliest offer.
    Lapse,
    Capacity(i64),
    Cancel,
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0usize..3, 1usize..4).prop_map(|(org, people)| Step::Register { org, people }),
        4 => (0usize..12).prop_map(Step::Endorse),
        4 => (0usize..12).prop_map(Step::GiveUp),
        4 => (0usize..12).prop_map(Step::Accept),
        1 => (0usize..12).prop_map(Step::Substitute),
        2 => Just(Step::Lapse),
        2 => (2i64..9).prop_map(Step::Capacity),
        1 => Just(Step::Cancel),
    ]
}

const ORGS: [(&str, &str); 3] = [("FEHD", "fehd"), ("WSD", "coordinator"), ("LCSD", "lcsd")];
const QUOTA: i64 = 4;

/// One request in the model.
#[derive(Clone, Debug)]
struct Wish {
    org: usize,
    people: i64,
    state: &'static str,
    queue: i64,
}

#[derive(Debug)]
struct Model {
    capacity: i64,
    wishes: Vec<Wish>,
    queue: i64,
    over: bool,
}

impl Model {
    fn used(&self, org: Option<usize>) -> i64 {
        self.wishes
            .iter()
            .filter(|w| matches!(w.state, "confirmed" | "offered") && org.is_none_or(|org| org == w.org))
            .map(|w| w.people)
            .sum()
    }

    fn fits(&self, org: usize, people: i64) -> bool {
        self.used(None) + people <= self.capacity && self.used(Some(org)) + people <= QUOTA
    }

    fn place(&mut self, i: usize) {
        let (org, people) = (self.wishes[i].org, self.wishes[i].people);
        if self.fits(org, people) {
            self.wishes[i].state = "confirmed";
        } else {
            self.wait(i);
        }
    }

    fn wait(&mut self, i: usize) {
        self.queue += 1;
        self.wishes[i].queue = self.queue;
        self.wishes[i].state = "waitlisted";
    }

    /// Offers one place after another to the first who fits, until nobody does.
    fn settle(&mut self) {
        loop {
            let mut waiting: Vec<usize> = (0..self.wishes.len()).filter(|i| self.wishes[*i].state == "waitlisted").collect();
            waiting.sort_by_key(|i| self.wishes[*i].queue);
            let Some(next) = waiting.into_iter().find(|i| self.fits(self.wishes[*i].org, self.wishes[*i].people)) else { return };
            self.wishes[next].state = "offered";
        }
    }
}

/// Plays the steps against acts and model at once; they must agree after each.
async fn play(s: &Story, steps: &[Step]) {
    s.person("lcsd", "LCSD", "CS;DC").await;
    s.publish(Draft {
        capacity: "5".into(),
        quota: QUOTA.to_string(),
        team_max: "3".into(),
        endorsed: "yes".into(),
        venue: "HALL".into(),
        ..draft("PM-R")
    })
    .await
    .unwrap();
    let mut model = Model { capacity: 5, wishes: Vec::new(), queue: 0, over: false };
    let mut references: Vec<String> = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        match step {
            Step::Register { org, people } => {
                let names: Vec<String> = (0..*people).map(|p| format!("n{n}p{p}")).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let made = s.register("PM-R", ORGS[*org].0, &names).await;
                assert_eq!(made.is_err(), model.over, "{step:?}");
                if let Ok(made) = made {
                    references.push(made.reference);
                    model.wishes.push(Wish { org: *org, people: *people as i64, state: "awaiting_endorsement", queue: 0 });
                }
            }
            Step::Endorse(i) if *i < references.len() => {
                let (org, who) = ORGS[model.wishes[*i].org];
                let mut ctx = s.acting(who, org).await;
                let done = endorse::endorse(&mut ctx, &references[*i]).await;
                assert_eq!(done.is_ok(), model.wishes[*i].state == "awaiting_endorsement", "{step:?}");
                if done.is_ok() {
                    ctx.commit().await.unwrap();
                    model.place(*i);
                }
            }
            Step::GiveUp(i) if *i < references.len() => {
                let (org, who) = ORGS[model.wishes[*i].org];
                let done = s.give_up(who, org, &references[*i]).await;
                let before = model.wishes[*i].state;
                let live = ["awaiting_endorsement", "waitlisted", "offered", "confirmed"].contains(&before);
                assert_eq!(done.is_ok(), live, "{step:?}");
                if live {
                    model.wishes[*i].state = if before == "confirmed" { "cancelled" } else { "withdrawn" };
                    if matches!(before, "confirmed" | "offered") {
                        model.settle();
                    }
                }
            }
            Step::Accept(i) if *i < references.len() => {
                let (org, who) = ORGS[model.wishes[*i].org];
                let done = s.accept(who, org, &references[*i]).await;
                assert_eq!(done.is_ok(), model.wishes[*i].state == "offered", "{step:?}");
                if done.is_ok() {
                    model.wishes[*i].state = "confirmed";
                }
            }
            Step::Substitute(i) if *i < references.len() => {
                let (org, who) = ORGS[model.wishes[*i].org];
                let name = format!("sub{n}");
                s.person(&name, org, "CS").await;
                let participant = s.look(&references[*i]).await.participants[0].id;
                let mut ctx = s.acting(who, org).await;
                let done =
                    acts::substitute(&mut ctx, &references[*i], participant, &Member { email: address(&name, org), ..Member::default() })
                        .await;
                let live = ["awaiting_endorsement", "waitlisted", "offered", "confirmed"].contains(&model.wishes[*i].state);
                assert_eq!(done.is_ok(), live, "{step:?}");
                if done.is_ok() {
                    ctx.commit().await.unwrap();
                }
            }
            Step::Lapse => {
                let mut ends = Vec::new();
                for (i, reference) in references.iter().enumerate() {
                    if model.wishes[i].state == "offered" {
                        ends.push((s.look(reference).await.registration.offered_until.unwrap(), i));
                    }
                }
                // The closing of the workshop is another story; this one ends before it.
                if let Some(&(first, _)) = ends.iter().min()
                    && first < at(3, 6, 0)
                {
                    s.clock(first);
                    s.tick().await;
                    let mut lapsed: Vec<usize> = ends.into_iter().filter(|(until, _)| *until <= first).map(|(_, i)| i).collect();
                    lapsed.sort_by_key(|i| model.wishes[*i].queue);
                    for i in lapsed {
                        model.wait(i);
                    }
                    model.settle();
                }
            }
            Step::Capacity(capacity) => {
                let mut ctx = s.acting("organiser", "EU").await;
                let before = find::workshop(&mut ctx, "PM-R").await.unwrap().workshop;
                let change = Draft {
                    capacity: capacity.to_string(),
                    quota: QUOTA.to_string(),
                    team_max: "3".into(),
                    endorsed: "yes".into(),
                    venue: "HALL".into(),
                    version: before.version.to_string(),
                    ..draft("PM-R")
                };
                let done = organise::save(&mut ctx, &change).await;
                assert_eq!(done.is_ok(), !model.over && *capacity >= model.used(None), "{step:?} {done:?}");
                if done.is_ok() {
                    ctx.commit().await.unwrap();
                    model.capacity = *capacity;
                    model.settle();
                }
            }
            Step::Cancel if n > 12 => {
                let mut ctx = s.acting("organiser", "EU").await;
                let done = organise::cancel(&mut ctx, "PM-R", "weather", "", "", "").await;
                assert_eq!(done.is_ok(), !model.over);
                if done.is_ok() {
                    ctx.commit().await.unwrap();
                    model.over = true;
                    for wish in &mut model.wishes {
                        if ["awaiting_endorsement", "waitlisted", "offered", "confirmed"].contains(&wish.state) {
                            wish.state = "cancelled";
                        }
                    }
                }
            }
            _ => continue,
        }
        for (i, reference) in references.iter().enumerate() {
            assert_eq!(s.status(reference).await, model.wishes[i].state, "{reference} after {step:?} on {}", s.on);
        }
    }
    s.is_sound().await;
}

#[test]
fn i_01_to_i_09_whatever_happens_in_whatever_order_acts_and_model_agree() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let mut runner = TestRunner::new(Config { cases: 24, max_shrink_iters: 60, ..Config::default() });
    runner
        .run(&prop::collection::vec(any_step(), 1..40), |steps| {
            runtime.block_on(async {
                for (on, site) in testing::sites(at(2, 1, 10)).await {
                    play(&Story { site, on }.begun().await, &steps).await;
                }
            });
            Ok(())
        })
        .unwrap();
}
