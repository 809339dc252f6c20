//! Ballot slips, twenty-four to an A4 sheet, to be cut along the lines.

use serde_json::json;

use super::{press, qr};
use crate::base::{
    db::Stored,
    text::Bi,
    time::{Moment, write},
};

/// One slip.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The number by which officers count it.
    pub serial: i64,
    /// As it is typed: `7QK4-MX2P-R`.
    pub code: String,
    /// What the picture leads to: the code stands behind a `#`, which no browser sends.
    pub address: String,
}

/// A batch of slips.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub scheme: Bi,
    pub stop: Bi,
    pub venue: Bi,
    /// Where to vote with one's own phone.
    pub site: String,
    pub batch: i64,
    /// For staff who try the machines.
    pub is_test: bool,
    pub printed: Moment,
    pub slips: Vec<Slip>,
    /// What is to be cast with each test slip: the awards, and in each the titles, none to leave it blank.
    pub script: Vec<Vec<(Bi, Bi)>>,
}

/// A batch on as many sheets as it takes.
pub fn slips(it: &Sheet) -> Stored<Vec<u8>> {
    let mut files = Vec::with_capacity(it.slips.len());
    let mut all = Vec::with_capacity(it.slips.len());
    for slip in &it.slips {
        let name = format!("slip-{}.svg", slip.serial);
        files.push((name.clone(), qr(&slip.address)?.into()));
        all.push(json!({ "serial": slip.serial, "code": slip.code, "picture": format!("/{name}") }));
    }
    let data = json!({
        "scheme": it.scheme, "stop": it.stop, "venue": it.venue, "batch": it.batch, "test": it.is_test, "slips": all, "script": it.script,
        "site": it.site.trim_start_matches("http://").trim_start_matches("https://"),
        "printed": Bi::new(write::moment(it.printed, false), write::moment(it.printed, true)),
    });
    press(include_str!("slips.typ"), data, files, it.printed)
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{hostile, kept, pages},
        *,
    };
    use crate::base::time::Day;

    fn sheet(count: i64, words: fn() -> Bi) -> Sheet {
        let slip = |serial: i64| Slip { serial, code: "7QK4-MX2P-R".into(), address: "https://accolade.example/vote#7QK4MX2PR".into() };
        Sheet {
            scheme: words(),
            stop: words(),
            venue: words(),
            site: "https://accolade.example".into(),
            batch: 3,
            is_test: false,
            printed: Day::new(2001, 9, 13).unwrap().at(9, 0),
            slips: (201..201 + count).map(slip).collect(),
            script: Vec::new(),
        }
    }

    #[test]
    fn twenty_four_slips_go_on_a_sheet_whatever_is_written_on_them() {
        let plain = || Bi::new("The second Best Performance Pledge Election", "第二次「最佳服務承諾選舉」");
        assert_eq!(pages(&kept("slips", slips(&sheet(25, plain)).unwrap())), 2);
        let cast = |words: fn() -> Bi| vec![vec![(words(), words()), (words(), Bi::default())]; 24];
        let test = Sheet { is_test: true, script: cast(hostile), ..sheet(24, hostile) };
        assert!(pages(&kept("slips-test", slips(&test).unwrap())) > 1);
        assert_eq!(pages(&kept("slips-hostile", slips(&sheet(24, hostile)).unwrap())), 1);
    }
}
