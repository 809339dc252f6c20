//! How an enum is written into the database and found among the words: one short text for each of its variants.

/// Gives an enum the words under which its variants are stored.
#[macro_export]
macro_rules! stored {
    ($name:ident: $($variant:ident = $text:literal),* $(,)?) => {
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word under which it is stored and found among the words.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }

            pub fn of_code(code: &str) -> Option<$name> {
                match code { $($text => Some($name::$variant),)* _ => None }
            }
        }
    };
}
