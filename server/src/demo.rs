//! The demo workspace: a Hong Kong of 2001 and 2002 told as one story, cut off at any moment.
//!
//! First the ground (places, organisations, people), then dated deeds played through the very acts real people use, so that
//! every preset is true: its letters, histories and audit chain happened. It decides nothing and holds no SQL.

use std::sync::Arc;

use app::base::{
    problem::Answer,
    site::Site,
    time::{Day, Moment},
};

mod awards;
mod cast;
mod ground;
mod judging;
mod play;
mod showcase;
mod stage_awards;
mod stage_showcase;
mod stage_voting;
mod story;
mod table;
mod voting;

pub use app::people::acts::PERSONAS;

/// The password of every persona.
pub const PASSWORD: &str = "accolade demo 2001";

/// The moment of a preset: `a` voting is live, `b` the week after the booklet, `c` the Showcase, `d` the second award scheme.
pub fn preset(letter: char) -> Option<Moment> {
    let (day, hour) = match letter {
        'a' => (Day::new(2001, 9, 14)?, 12),
        'b' => (Day::new(2001, 10, 15)?, 9),
        'c' => (Day::new(2002, 1, 12)?, 11),
        'd' => (Day::new(2002, 7, 15)?, 9),
        _ => return None,
    };
    Some(day.at(hour, 0))
}

/// Fills an empty database with the ground and with everything that happened up to and including `until`.
pub async fn load(site: &Arc<Site>, until: Moment) -> Answer<()> {
    let cast = cast::Cast::read()?;
    let deeds = story::read(&cast)?;
    ground::lay(site, &cast).await?;
    play::play(site, deeds.into_iter().filter(|deed| deed.at <= until).collect(), until).await
}

#[cfg(test)]
mod tests;
