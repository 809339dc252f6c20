//! What a running server is made of: its database, its clock, its chance and its settings. No rules.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use super::{db::Db, time::Moment};

/// Tells the time. The server gives a real one; tests and replays a clock that stands still until it is set.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    pub fn new(tell: impl Fn() -> Moment + Send + Sync + 'static) -> Clock {
        Clock(Arc::new(tell))
    }

    /// A clock in the hand: it shows what is in the cell.
    pub fn held(hand: Arc<AtomicI64>) -> Clock {
        Clock::new(move || Moment(hand.load(Ordering::SeqCst)))
    }

    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

/// What an installation may set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach this server, without a slash at the end; for links in letters and calendars.
    pub public_url: String,
    /// A demo shows the one-click sign-in of its personas.
    pub demo: bool,
    /// Names of the built assets, by kind: `css`, `js`, `wasm`.
    pub assets: Assets,
    /// Cookies travel by https only.
    pub secure: bool,
}

/// Addresses of the built assets; empty in tests that do not look.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub css: String,
    pub js: String,
    pub wasm: String,
}

/// A running server.
pub struct Site {
    pub db: Db,
    pub clock: Clock,
    pub settings: Settings,
    /// Fills a buffer with random bytes.
    pub chance: fn(&mut [u8]),
    /// Rises with every change, so that finished pages know when they are stale.
    pub version: AtomicU64,
    /// The keyed secret for links that must not be guessed, kept in the database.
    pub secret: [u8; 32],
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
}
