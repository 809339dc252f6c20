//! Places: districts, venues, features, opening hours by kind of day, closures, holds, and the holidays of Hong Kong.

mod rules;
pub use rules::*;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "web")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod store;
