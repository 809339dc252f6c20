//! What people do about the public vote.

pub mod kiosk;
