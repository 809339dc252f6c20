//! What a running server is made of: its database and its files, its clock, its chance and its settings. No rules.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use super::{db::Db, files::Files, time::Moment, together::Own};

/// Tells the time. The server gives a real one; tests and replays a clock that stands still until it is set.
#[derive(Clone)]
pub struct Clock {
    real: Arc<dyn Fn() -> Moment + Send + Sync>,
    /// Microseconds between what `real` says and what this clock shows.
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that shows `start` now and runs on; or the real time.
    pub fn offset(real: impl Fn() -> Moment + Send + Sync + 'static, start: Option<Moment>) -> Clock {
        let ahead = start.map_or(0, |start| start.0 - real().0);
        Clock { real: Arc::new(real), ahead: Arc::new(AtomicI64::new(ahead)) }
    }

    /// A clock that stands still at `start` until it is set.
    pub fn held(start: Moment) -> Clock {
        Clock::offset(|| Moment(0), Some(start))
    }

    pub fn now(&self) -> Moment {
        Moment((self.real)().0 + self.ahead.load(Ordering::SeqCst))
    }

    /// Sets the clock: in tests, and by hand in a demo.
    pub fn set(&self, moment: Moment) {
        self.ahead.store(moment.0 - (self.real)().0, Ordering::SeqCst);
    }
}

/// What an installation may set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach this server, without a slash at the end; for links in letters and calendars.
    pub public_url: String,
    /// A demo shows the one-click sign-in of its personas.
    pub demo: bool,
    /// Where the built assets are.
    pub assets: Assets,
    /// Cookies travel by https only.
    pub secure: bool,
}

/// Addresses of the built assets; empty in tests that do not look.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub css: String,
    /// The islands that officers touch.
    pub desk: Module,
    /// The kiosk at an exhibition stop.
    pub booth: Module,
    /// The recount of a published record.
    pub recount: Module,
}

/// One WebAssembly module and the script that loads it.
#[derive(Clone, Debug, Default)]
pub struct Module {
    pub js: String,
    pub wasm: String,
}

/// A running server.
pub struct Site {
    pub db: Db,
    /// What people handed in, by content.
    pub files: Files,
    pub clock: Clock,
    pub settings: Settings,
    /// Fills a buffer with random bytes.
    pub chance: fn(&mut [u8]),
    /// Rises with every change, so that finished pages know when they are stale.
    pub version: AtomicU64,
    /// The keyed secret for links that must not be guessed, kept in the database.
    pub secret: [u8; 32],
    /// What this one process keeps for its slices.
    pub own: Own,
}

impl Site {
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Something changed that a page may show.
    pub fn changed(&self) {
        self.version.fetch_add(1, Ordering::AcqRel);
    }

    /// A random number for a new row.
    pub fn fresh_id(&self) -> i64 {
        let mut raw = [0u8; 8];
        (self.chance)(&mut raw);
        (i64::from_le_bytes(raw) >> 1).abs().max(1)
    }

    /// `bytes` random bytes in hexadecimal: a token nobody can guess.
    pub fn fresh_token(&self, bytes: usize) -> String {
        let mut raw = vec![0u8; bytes];
        (self.chance)(&mut raw);
        hex::encode(raw)
    }

    /// A code people can read out: no I, O, 0 or 1.
    pub fn speakable(&self, length: usize) -> String {
        const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        let mut raw = vec![0u8; length];
        (self.chance)(&mut raw);
        raw.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect()
    }
}
