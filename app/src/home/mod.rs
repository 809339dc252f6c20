//! The public front page and each person's desk; reads every slice.

#[cfg(feature = "web")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
