//! What is shown of the public vote.

mod kiosk;

pub use kiosk::kiosk;
