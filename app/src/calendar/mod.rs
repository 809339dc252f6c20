//! Calendars: what happens when, across all slices, as feeds that stay right, as a page, and as private addresses (FT-23, FT-24).

mod rules;
pub use rules::*;

#[cfg(feature = "ssr")]
pub mod acts;
#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;
