//! Organisations, the posts in them, the people who hold the posts, and how they sign in.
//!
//! Work is tied to a post: whoever holds it has its roles and its desk, and leaves both to the successor.

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
#[cfg(feature = "ssr")]
pub mod testing;
#[cfg(all(test, feature = "ssr"))]
mod tests;
