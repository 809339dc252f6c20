//! The only place that asks the system clock. Everything else gets `now` from the site, where a demo may stand in 2001.

use std::time::{Instant, SystemTime};

use app::base::time::Moment;

/// The time of day, as the machine has it.
#[expect(clippy::disallowed_methods, reason = "somebody has to ask")]
pub fn real_now() -> Moment {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

/// Measures how long something takes; knows no time of day.
#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    pub fn micros(self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}
