//! Letters: how everybody wants theirs, when the house reminds by itself, why a letter came and how letters of its sort end, and what
//! every kind looks like. What a letter says its slice says; how it is kept and sent stands in `base/outbox`.

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
