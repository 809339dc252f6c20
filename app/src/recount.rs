//! The recount for a browser: the same rules as on the command line, as a module of their own without the rest of the house.
//!
//! The page fetches or opens the record and pushes it in pieces; nothing in here can send anything anywhere. Its script is
//! `voting/recount.js`.

use std::collections::BTreeSet;

use wasm_bindgen::prelude::*;

use crate::voting::{
    ballot::read_receipt,
    record::{Flaw, Recount, Report},
};

/// One recount, from the first byte to switching classes off.
#[wasm_bindgen]
#[derive(Default)]
pub struct Recounter {
    going: Option<Recount>,
    report: Option<Report>,
}

#[wasm_bindgen]
impl Recounter {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Recounter {
        Recounter { going: Some(Recount::new()), report: None }
    }

    /// A checkpoint as it was published earlier. Before or between pushes.
    pub fn witness(&mut self, note: String) {
        if let Some(going) = &mut self.going {
            going.witness(note);
        }
    }

    /// The next bytes; throws a flaw as JSON.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        match &mut self.going {
            Some(going) => going.push(bytes).map_err(told),
            None => Err(JsError::new("this recount is over")),
        }
    }

    /// The report as JSON; throws a flaw as JSON.
    pub fn finish(&mut self) -> Result<String, JsError> {
        let going = self.going.take().ok_or_else(|| JsError::new("this recount is over"))?;
        let report = self.report.insert(going.finish().map_err(told)?);
        Ok(serde_json::to_string(report)?)
    }

    /// The awards as JSON, with these classes off and all others but tests on; `off` is a JSON list of classes or of the words
    /// they begin with.
    pub fn tally(&self, off: &str) -> Result<String, JsError> {
        let off: BTreeSet<String> = serde_json::from_str(off)?;
        Ok(serde_json::to_string(&self.report()?.tally_all_but(&off))?)
    }

    /// The batch of a receipt; -1 if it is not in the record, -2 if that is no receipt.
    pub fn finds(&self, receipt: &str) -> Result<i64, JsError> {
        let report = self.report()?;
        let found = read_receipt(receipt).map_or(-2, |it| report.finds(&it).map_or(-1, |batch| i64::try_from(batch).unwrap_or(i64::MAX)));
        Ok(found)
    }

    fn report(&self) -> Result<&Report, JsError> {
        self.report.as_ref().ok_or_else(|| JsError::new("nothing is recounted yet"))
    }
}

fn told(flaw: Flaw) -> JsError {
    JsError::new(&serde_json::to_string(&flaw).unwrap_or_default())
}
