//! How a `Problem` travels between browser and server: as JSON, in both directions.

use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

use super::problem::{Kind, Problem};

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

    /// What the transport itself could not do: a form that cannot be read is the sender's, a lost line is nobody's.
    fn from_server_fn_error(error: ServerFnErrorErr) -> Problem {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Problem::form("problem-form"),
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) | ServerFnErrorErr::Deserialization(_) => {
                Problem::new(Kind::Busy, "problem-busy")
            }
            _ => Problem::new(Kind::Broken, "problem-broken").with("incident", "–"),
        }
    }
}
