//! A form that keeps what is typed: at once in the browser, a moment later on the server.
//!
//! Without script it is an ordinary form with its button. With it (`kept.js`, a kilobyte inside the page), what is typed is sent
//! by itself; on a bad line, or when the page is closed too soon, unsent words stay in the browser's own storage and are back
//! when the form is opened again. The server's answer tells which fields hold something else now, since somebody else may
//! have written meanwhile.

use serde::{Deserialize, Serialize};

/// What an act answers to a form that saves itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// What the fields hold now, by name; also the version to start from next.
    pub fields: Vec<(String, String)>,
    /// "Saved at 10.03 am", in the reader's language.
    pub words: String,
}
