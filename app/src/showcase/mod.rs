//! The Showcase: ten days on which departments show the public what they do. What they file, where it fits, and what is accepted.

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
