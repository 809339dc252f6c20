//! What repeats on pages: the parts, server-rendered, each one small function over words and values.

#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "web")]
mod kept;
#[cfg(feature = "ssr")]
mod parts;

#[cfg(feature = "ssr")]
pub use field::*;
#[cfg(feature = "web")]
pub use kept::*;
#[cfg(feature = "ssr")]
pub use parts::*;
