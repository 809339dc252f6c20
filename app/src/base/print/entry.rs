//! Papers about entries: the dossier of one, and the display panels of all that are on show.

use serde_json::{Value, json};

use super::press;
use crate::base::{
    db::Stored,
    text::Bi,
    time::{Moment, write},
};

/// A picture with what it shows.
#[derive(Clone, Debug)]
pub struct Picture {
    pub caption: Bi,
    pub bytes: Vec<u8>,
}

/// Something filed with an entry, known by its hash.
#[derive(Clone, Debug)]
pub struct Filed {
    pub kind: Bi,
    pub title: Bi,
    /// The file's name, or an address.
    pub name: String,
    pub hash: String,
}

/// One thing that happened to an entry.
#[derive(Clone, Debug)]
pub struct Event {
    pub at: Moment,
    pub what: Bi,
    pub by: Bi,
    pub why: String,
}

/// Everything a dossier says.
#[derive(Clone, Debug)]
pub struct Dossier {
    pub code: String,
    pub scheme: Bi,
    /// Two prints of one entry can then be told apart.
    pub printed: Moment,
    pub title: Bi,
    pub summary: Bi,
    /// Departments, awards, receipt, endorsement: what it is called, and what it says.
    pub facts: Vec<(Bi, Bi)>,
    pub pictures: Vec<Picture>,
    pub filed: Vec<Filed>,
    pub history: Vec<Event>,
}

/// What one panel of the exhibition shows.
#[derive(Clone, Debug)]
pub struct Panel {
    pub code: String,
    pub title: Bi,
    pub summary: Bi,
    pub departments: Bi,
    pub pictures: Vec<Picture>,
}

/// Puts pictures among the files of a document and says where each one is.
fn hang(pictures: Vec<Picture>, files: &mut Vec<(String, Vec<u8>)>) -> Vec<Value> {
    let mut hung = Vec::new();
    for it in pictures {
        let name = format!("picture-{}", files.len());
        hung.push(json!({ "file": format!("/{name}"), "caption": it.caption }));
        files.push((name, it.bytes));
    }
    hung
}

/// A dossier on as many A4 pages as it takes.
pub fn dossier(it: Dossier) -> Stored<Vec<u8>> {
    let mut files = Vec::new();
    let both = |at: Moment| Bi::new(write::moment(at, false), write::moment(at, true));
    let data = json!({
        "code": it.code, "scheme": it.scheme, "title": it.title, "summary": it.summary, "facts": it.facts, "printed": both(it.printed),
        "pictures": hang(it.pictures, &mut files),
        "filed": it.filed.iter().map(|of| json!({ "kind": of.kind, "title": of.title, "name": of.name, "hash": of.hash })).collect::<Vec<_>>(),
        "history": it.history.iter().map(|of| json!({ "at": both(of.at), "what": of.what, "by": of.by, "why": of.why })).collect::<Vec<_>>(),
    });
    press(include_str!("dossier.typ"), data, files, it.printed)
}

/// The panels of a scheme, each on one A4 page, for the printers.
pub fn panels(scheme: &Bi, all: Vec<Panel>, printed: Moment) -> Stored<Vec<u8>> {
    let mut files = Vec::new();
    let panel = |it: Panel| {
        json!({
            "code": it.code, "title": it.title, "summary": it.summary, "departments": it.departments,
            "pictures": hang(it.pictures, &mut files),
        })
    };
    let data = json!({ "scheme": scheme, "panels": all.into_iter().map(panel).collect::<Vec<_>>() });
    press(include_str!("panels.typ"), data, files, printed)
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{hostile, kept, pages},
        *,
    };
    use crate::base::time::Day;

    fn picture(caption: Bi) -> Picture {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::DynamicImage::ImageRgb8(image::RgbImage::from_fn(60, 40, |x, y| image::Rgb([x as u8 * 4, y as u8 * 6, 90])))
            .write_to(&mut bytes, image::ImageFormat::Png)
            .unwrap();
        Picture { caption, bytes: bytes.into_inner() }
    }

    fn panel(code: String, words: &dyn Fn() -> Bi, pictures: usize) -> Panel {
        let pictures = (0..pictures).map(|_| picture(words())).collect();
        Panel { code, title: words(), summary: words(), departments: words(), pictures }
    }

    fn plain() -> Bi {
        Bi::new("Ten minutes at the counter, and a number to hold on to.", "櫃檯輪候十分鐘，派籌安坐。")
    }

    #[test]
    fn every_panel_is_one_page_whatever_it_shows() {
        let now = Day::new(2001, 8, 24).unwrap().at(9, 0);
        let mut all: Vec<Panel> = (0..5).map(|n| panel(format!("BPP2-E0{n}"), &plain, n)).collect();
        all.push(panel("HOSTILE".into(), &hostile, 4));
        assert_eq!(pages(&kept("panels", panels(&plain(), all, now).unwrap())), 6);
    }

    #[test]
    fn a_dossier_takes_the_pages_it_needs_and_hostile_words_stay_words() {
        let at = Day::new(2002, 7, 12).unwrap().at(16, 30);
        for (name, words) in [("dossier", plain as fn() -> Bi), ("dossier-hostile", hostile)] {
            let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned();
            let filed = Filed { kind: words(), title: words(), name: words().en, hash };
            let event = Event { at, what: words(), by: words(), why: words().zh };
            let it = Dossier {
                code: "EEA2-E07".into(),
                scheme: words(),
                printed: at,
                title: words(),
                summary: words(),
                facts: vec![(words(), words()); 4],
                pictures: (0..3).map(|_| picture(words())).collect(),
                filed: vec![filed; 3],
                history: vec![event; 12],
            };
            let bare = Dossier { pictures: vec![], filed: vec![], history: vec![], ..it.clone() };
            assert!(pages(&kept(name, dossier(it).unwrap())) >= 1);
            assert!(pages(&dossier(bare).unwrap()) >= 1);
        }
    }
}
