//! Papers as PDF, archival (PDF/A-2a) and accessible (PDF/UA-1) at once: certificates and sign-in sheets here, entries below.
//!
//! The templates in `print/` are fixed; what differs from paper to paper is handed to them as data and is never read as
//! markup. A document sees only what is handed to it: no files, no network, no clock. Fonts are read from the disk for
//! one document and let go with it, and one document is set at a time, so that the server stays small.

use std::{
    env,
    f64::consts::TAU,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex, OnceLock, PoisonError},
};

use fast_qr::{
    ECL, QRBuilder,
    convert::{Builder, svg::SvgBuilder},
};
use serde_json::{Value, json};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceResult},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook, FontInfo},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{
    db::{Fault, Stored},
    text::Bi,
    time::{Day, Moment, write},
};

pub mod entry;
pub mod slips;

/// Who attended what: everything an attendance record says.
#[derive(Clone, Debug)]
pub struct Record {
    /// The code by which anybody can check the record.
    pub code: String,
    /// The workshop.
    pub title: Bi,
    pub name: Bi,
    pub post: Bi,
    pub organisation: Bi,
    /// The day the record is made out.
    pub date: Day,
    pub span: (Moment, Moment),
    pub venue: Bi,
    pub issuer: Bi,
    pub co_organiser: Option<Bi>,
    /// Attended in part.
    pub part: bool,
    pub verify_url: String,
}

/// A sheet to sign at the door.
#[derive(Clone, Debug)]
pub struct Roll {
    pub title: Bi,
    pub when: Bi,
    pub venue: Bi,
    /// When the list was drawn up: two printed sheets of one workshop can then be told apart.
    pub printed: Moment,
    pub rows: Vec<RollRow>,
}

/// One person expected.
#[derive(Clone, Debug)]
pub struct RollRow {
    pub no: usize,
    pub name: Bi,
    pub post: Bi,
    pub organisation: Bi,
    pub reference: String,
}

/// Why an entry was honoured: everything a citation says.
#[derive(Clone, Debug)]
pub struct Citation {
    /// The number of the entry.
    pub code: String,
    pub scheme: Bi,
    /// What it received, one award a line.
    pub awards: Bi,
    pub organisation: Bi,
    pub title: Bi,
    pub summary: Bi,
    /// The day of the announcement.
    pub date: Day,
    pub issuer: Bi,
}

/// A citation on one A4 page, both languages side by side.
pub fn citation(it: &Citation) -> Stored<Vec<u8>> {
    let data = json!({
        "code": it.code, "scheme": it.scheme, "awards": it.awards, "organisation": it.organisation, "title": it.title,
        "summary": it.summary, "issuer": it.issuer,
        "date": Bi::new(write::date_formal(it.date, false), write::date_formal(it.date, true)),
    });
    press(include_str!("print/citation.typ"), data, vec![("rosette.svg".into(), rosette(&it.code).into())], it.date.at(0, 0))
}

/// A certificate on one A4 page.
pub fn attendance_record(record: &Record) -> Stored<Vec<u8>> {
    let data = json!({
        "name": record.name, "post": record.post, "organisation": record.organisation,
        "date": Bi::new(write::date_formal(record.date, false), write::date_formal(record.date, true)),
        "title": record.title, "when": when(record.span), "venue": record.venue, "part": record.part,
        "issuer": record.issuer, "co_organiser": record.co_organiser,
        "code": groups(&record.code), "verify_url": record.verify_url,
    });
    let pictures = vec![("code.svg".into(), qr(&record.verify_url)?.into()), ("rosette.svg".into(), rosette(&record.code).into())];
    press(include_str!("print/attendance_record.typ"), data, pictures, record.date.at(0, 0))
}

/// A sign-in sheet on as many A4 pages as it takes.
pub fn attendance_sheet(roll: &Roll) -> Stored<Vec<u8>> {
    let row = |row: &RollRow| json!([row.no, row.name, row.post, row.organisation, row.reference]);
    let data = json!({
        "title": roll.title, "when": roll.when, "venue": roll.venue,
        "printed": Bi::new(write::moment(roll.printed, false), write::moment(roll.printed, true)),
        "rows": roll.rows.iter().map(row).collect::<Vec<_>>(),
    });
    press(include_str!("print/attendance_sheet.typ"), data, vec![], roll.printed)
}

/// The formal day with its hours; with both days where it lasted longer than one.
fn when((from, to): (Moment, Moment)) -> Bi {
    let said = |zh: bool| {
        let (first, last) = (write::date_formal(from.day(), zh), write::date_formal(to.day(), zh));
        match (from.day() == to.day(), zh) {
            (true, true) => format!("{first}{}", write::span(from, to, zh)),
            (true, false) => format!("{first}, {}", write::span(from, to, zh)),
            (false, true) => format!("{first}至{last}"),
            (false, false) => format!("{first} – {last}"),
        }
    };
    Bi::new(said(false), said(true))
}

/// A code as it is read aloud: in its own groups, or in fours.
fn groups(code: &str) -> Vec<String> {
    let parts: Vec<String> = code.split(['-', ' ']).filter(|part| !part.is_empty()).map(Into::into).collect();
    let fours = |part: &String| part.chars().collect::<Vec<_>>().chunks(4).map(String::from_iter).collect();
    if let [one] = &parts[..] { fours(one) } else { parts }
}

fn qr(address: &str) -> Stored<String> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().map_err(|e| Fault::new(format!("no QR code of this address: {e:?}")))?;
    Ok(SvgBuilder::default().margin(0).background_color([0, 0, 0, 0]).module_color("#2a1420").to_str(&code))
}

/// A ring of fine lines as banknotes have, drawn from the code: each record has its own flower.
fn rosette(code: &str) -> String {
    let seed = code.bytes().fold(2_166_136_261_u32, |hash, b| (hash ^ u32::from(b)).wrapping_mul(16_777_619));
    let petals = f64::from(5 + seed % 5);
    let twist = 0.25 + f64::from(seed >> 8 & 0xff) / 500.0;
    // The inner lines are nearly round, the outer ones have full petals and are turned a little further.
    let line = |out: f64| {
        let point = |angle: f64| {
            let radius = 62.0 + 26.0 * out + (1.0 + 10.0 * out) * (petals * (angle - twist * out)).cos();
            format!("{:.2} {:.2}", radius * angle.sin(), -radius * angle.cos())
        };
        let points: Vec<String> = (0..300).map(|step| point(f64::from(step) / 300.0 * TAU)).collect();
        format!(r#"<path stroke-width="{:.2}" d="M{}Z"/>"#, 0.22 + 0.2 * out, points.join("L"))
    };
    let lines: String = (0..24).map(|n| line(f64::from(n) / 23.0)).collect();
    format!(r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-100 -100 200 200"><g fill="none" stroke="#8a1458">{lines}</g></svg>"##)
}

/// The families the templates name, the one they cannot do without first.
const FAMILIES: [&str; 2] = ["Noto Sans CJK HK", "Noto Serif CJK HK"];
const MISSING: &str = "the font \"Noto Sans CJK HK\" is not there: install the Debian package fonts-noto-cjk, \
    or name the folder of its .ttc files in ACCOLADE_FONTS";

fn folders() -> String {
    let usual = || format!("/usr/share/fonts:{}/.fonts", env::var("HOME").unwrap_or_default());
    env::var("ACCOLADE_FONTS").ok().filter(|folders| !folders.is_empty()).unwrap_or_else(usual)
}

/// What is known of the fonts without holding them.
struct Shelf {
    book: LazyHash<FontBook>,
    places: Vec<(PathBuf, u32)>,
}

impl Shelf {
    /// Looks through these folders, separated by colons.
    fn find(folders: &str) -> Stored<Shelf> {
        let mut shelf = Shelf { book: LazyHash::new(FontBook::new()), places: Vec::new() };
        folders.split(':').for_each(|folder| shelf.search(Path::new(folder), 8));
        if shelf.book.contains_family(&FAMILIES[0].to_lowercase()) { Ok(shelf) } else { Err(Fault::new(MISSING)) }
    }

    /// Folders that cannot be read hold no fonts; so deep and no deeper, for links may run in circles.
    fn search(&mut self, folder: &Path, depth: u8) {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if depth > 0 && path.is_dir() {
                self.search(&path, depth - 1);
            } else if is_ours(&path) {
                self.note(&path);
            }
        }
    }

    fn note(&mut self, path: &Path) {
        let data = load(path).unwrap_or_default();
        for (index, info) in (0..).map_while(|index| Some((index, FontInfo::new(&data, index)?))) {
            if FAMILIES.contains(&info.family.as_str()) {
                self.book.push(info);
                self.places.push((path.into(), index));
            }
        }
    }

    /// Whether some font of ours has the character: PDF/A forbids the box that stands for a missing one.
    fn has(&self, c: char) -> bool {
        (0..self.places.len()).filter_map(|index| self.book.info(index)).any(|info| info.coverage.contains(c.into()))
    }

    /// Makes every text of the data printable.
    fn clean(&self, data: &mut Value) {
        match data {
            Value::String(text) => *text = text.chars().filter(|c| !is_unseen(*c)).map(|c| if self.has(c) { c } else { '〓' }).collect(),
            Value::Array(list) => list.iter_mut().for_each(|it| self.clean(it)),
            Value::Object(map) => map.values_mut().for_each(|it| self.clean(it)),
            _ => {}
        }
    }
}

/// The bytes of a font file, in a buffer larger than the allocator keeps for itself (32 MB with glibc): freed, it goes
/// back to the system at once. In a smaller one, tens of megabytes would stay with every thread that ever printed.
fn load(path: &Path) -> io::Result<Vec<u8>> {
    let mut font = fs::File::open(path)?;
    let mut bytes = Vec::with_capacity(usize::max(33 << 20, font.metadata()?.len() as usize + 1));
    font.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// By its name, so that no other font is even opened; two weights are enough for paper.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let kind = [".ttc", ".otf", ".ttf"].iter().any(|end| name.ends_with(end));
    kind && name.starts_with("Noto") && name.contains("CJK") && ["Regular", "Bold"].iter().any(|weight| name.contains(weight))
}

/// Control characters, joiners and marks of direction: they print nothing, or turn round what stands beside them.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// What one document can see.
struct Desk<'a> {
    shelf: &'a Shelf,
    fonts: Vec<OnceLock<Option<Font>>>,
    main: Source,
    files: Vec<(FileId, Bytes)>,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.iter().find(|(name, _)| *name == id).map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        let (path, face) = self.shelf.places.get(index)?;
        self.fonts.get(index)?.get_or_init(|| Font::new(Bytes::new(load(path).ok()?), *face)).clone()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets and prints one document: one at a time, with whatever it needed forgotten afterwards.
fn press(template: &'static str, mut data: Value, pictures: Vec<(String, Vec<u8>)>, date: Moment) -> Stored<Vec<u8>> {
    static SHELF: Mutex<Option<Shelf>> = Mutex::new(None);
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    let shelf = match &mut *shelf {
        Some(shelf) => shelf,
        none => none.insert(Shelf::find(&folders())?),
    };
    shelf.clean(&mut data);
    let mut files = vec![(file("data.json")?, Bytes::from_string(data.to_string()))];
    for (name, bytes) in pictures {
        files.push((file(&name)?, Bytes::new(bytes)));
    }
    let fonts = shelf.places.iter().map(|_| OnceLock::new()).collect();
    let desk = Desk { shelf, fonts, main: Source::new(file("main.typ")?, template.into()), files };
    let printed = set(&desk, date);
    drop(desk);
    typst::comemo::evict(0);
    printed
}

fn file(name: &str) -> Stored<FileId> {
    let path = VirtualPath::new(name).map_err(|e| Fault::new(format!("{name}: {e:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn set(desk: &Desk, date: Moment) -> Stored<Vec<u8>> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|e| Fault::new(e.message().as_str()))?;
    let (day, minute) = (date.day(), date.minute_of_day());
    let clock = Datetime::from_ymd_hms(day.year(), day.month() as u8, day.day() as u8, (minute / 60) as u8, (minute % 60) as u8, 0);
    let timestamp = clock.and_then(|clock| Timestamp::new_local(clock, 8 * 60));
    let options = PdfOptions { creator: Smart::Custom(Some("Accolade".into())), timestamp, standards, ..PdfOptions::default() };
    let document: PagedDocument = told(typst::compile(desk).output)?;
    told(typst_pdf::pdf(&document, &options))
}

fn told<T>(result: SourceResult<T>) -> Stored<T> {
    result.map_err(|errors| {
        let said: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        Fault::new(said.join("; "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        let day = Day::new(2002, 3, 20).unwrap();
        let organisation = Bi::new("Food and Environmental Hygiene Department", "食物環境衞生署");
        let title = Bi::new("Business Process Re-engineering: from Paper to Service", "業務流程重整：由文件到服務");
        let (name, post) = (Bi::new("Mr CHAN Tai-man", "陳大文先生"), Bi::new("Senior Executive Officer (Awards)", "高級行政主任（獎項）"));
        let venue = Bi::new("Lecture Hall, 5/F, Quarry Bay Government Offices", "鰂魚涌政府合署五樓演講廳");
        let co_organiser = Some(Bi::new("Civil Service Training and Development Institute", "公務員培訓處"));
        let (issuer, span) = (Bi::new("Efficiency Unit", "效率促進組"), (day.at(9, 0), day.at(17, 0)));
        let (code, verify_url) = ("7QK4MX2P9RTB".into(), "https://accolade.gov.example/verify/7QK4MX2P9RTB".into());
        Record { code, title, name, post, organisation, date: day.plus(6), span, venue, issuer, co_organiser, part: false, verify_url }
    }

    fn roll(rows: usize) -> Roll {
        let Record { name, post, organisation, venue, span: (printed, _), .. } = record();
        let row = RollRow { no: 0, name, post, organisation, reference: String::new() };
        let rows = (1..=rows).map(|no| RollRow { no, reference: format!("PM-2002-3-{no:04}"), ..row.clone() }).collect();
        let when = Bi::new("20 March 2002 (Wednesday), 9 am – 5 pm", "2002年3月20日（星期三）上午9時至下午5時");
        Roll {
            title: Bi::new("Process Mapping for Beginners", "工序圖入門：隨着深水埗大坑東邨"), when, venue, printed, rows
        }
    }

    /// Text nobody should send, longer than anything should be.
    pub(super) fn hostile() -> Bi {
        let markup = r##"#read("/etc/passwd") $x$ *b* _i_ `raw` <label> @ref \ // #sys.inputs https://a.example "\u{0}""##;
        Bi::new(format!("{markup} {} 😀\u{202E}\u{0}", "W".repeat(200)), format!("{markup}{}\u{E000}", "衞着邨埗鰂".repeat(60)))
    }

    pub(super) fn pages(pdf: &[u8]) -> usize {
        pdf.windows(11).filter(|at| at == b"/Type/Page/").count()
    }

    /// To look at: `PAPERS_OUT=/tmp cargo test -p app print`.
    pub(super) fn kept(name: &str, pdf: Vec<u8>) -> Vec<u8> {
        if let Ok(folder) = env::var("PAPERS_OUT") {
            fs::write(format!("{folder}/{name}.pdf"), &pdf).unwrap();
        }
        pdf
    }

    #[test]
    fn a_record_is_one_page_and_the_same_each_time() {
        let first = kept("record", attendance_record(&record()).unwrap());
        assert_eq!((first.starts_with(b"%PDF-1.7"), pages(&first)), (true, 1));
        assert!(first == attendance_record(&record()).unwrap());
    }

    #[test]
    fn hostile_words_stay_words_and_a_record_stays_on_its_page() {
        let all = hostile;
        let it = Record { title: all(), name: all(), post: all(), organisation: all(), venue: all(), issuer: all(), ..record() };
        let it = Record { co_organiser: Some(all()), part: true, code: "x".repeat(60), ..it };
        assert_eq!(pages(&kept("hostile", attendance_record(&it).unwrap())), 1);
        let mut list = roll(3);
        list.rows[1] = RollRow { no: 2, name: all(), post: all(), organisation: all(), reference: all().en };
        list.title = all();
        kept("hostile-sheet", attendance_sheet(&list).unwrap());
    }

    #[test]
    fn a_citation_is_one_page_in_both_languages_whatever_it_says() {
        let of = |words: fn() -> Bi| Citation {
            code: "BPP2-E01".into(),
            scheme: Bi::new("The second Best Performance Pledge Election", "第二次「最佳服務承諾選舉」"),
            awards: Bi::new("Best Content Grand Award · Winner", "最佳內容大獎 · 得獎"),
            organisation: words(),
            title: words(),
            summary: words(),
            date: Day::new(2001, 12, 14).unwrap(),
            issuer: Bi::new("Efficiency Unit", "效率促進組"),
        };
        let plain = of(|| Bi::new("Ten minutes at the counter, and a number to hold on to.", "櫃檯輪候十分鐘，派籌安坐。"));
        assert_eq!(pages(&kept("citation", citation(&plain).unwrap())), 1);
        assert_eq!(pages(&kept("citation-hostile", citation(&of(hostile)).unwrap())), 1);
    }

    #[test]
    fn a_sheet_takes_the_pages_it_needs() {
        assert_eq!(pages(&kept("sheet-none", attendance_sheet(&roll(0)).unwrap())), 1);
        assert_eq!(pages(&kept("sheet", attendance_sheet(&roll(60)).unwrap())), 4);
    }

    #[test]
    fn without_its_font_the_press_says_what_to_install() {
        let fault = Shelf::find("/nowhere").map(|_| ()).unwrap_err();
        assert!(format!("{fault:?}").contains("fonts-noto-cjk"));
    }

    #[test]
    fn a_document_sees_nothing_but_its_own_files() {
        for outside in ["#read(\"/etc/passwd\")", "#import \"@preview/cetz:0.3.0\"", "#image(\"/code.svg\")"] {
            assert!(press(outside, json!({}), vec![], record().span.0).is_err(), "{outside}");
        }
    }

    #[test]
    fn a_code_is_read_in_groups() {
        assert_eq!((groups("7QK4MX2P9").join(" "), groups("ABC-DEF-1").join(" ")), ("7QK4 MX2P 9".into(), "ABC DEF 1".into()));
    }
}
