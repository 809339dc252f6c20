//! PDF: looked through for what would act by itself; kept as it was handed in, since it may be signed.
//!
//! Every object is looked at, also those in compressed object streams and those no page leads to. The file is read twice: as
//! it describes itself, and as a reader does that distrusts the description and searches for objects, because a file can
//! show different faces to the two. Nothing is run and nothing is drawn.

use lopdf::{Dictionary, Document, LoadOptions, Object, xref::XrefEntry};

use crate::base::problem::Problem;

/// The most octets one compressed part may grow to while the file is read.
const PART: usize = 16 * 1024 * 1024;

/// How deep objects may stand in each other.
const DEPTH: usize = 100;

/// What an action may not be (ISO 32000-1, 12.6.4): it would run a program, fetch or send something, or play a medium.
const ACTIONS: [&[u8]; 10] = [
    b"JavaScript",
    b"Launch",
    b"ImportData",
    b"SubmitForm",
    b"GoToE",
    b"GoTo3DView",
    b"RichMediaExecute",
    b"Rendition",
    b"Movie",
    b"Sound",
];

/// Keys that lead to scripts, to other files, or to forms that are programs.
const KEYS: [&[u8]; 6] = [b"JS", b"JavaScript", b"EmbeddedFiles", b"EF", b"XFA", b"RichMediaContent"];

/// Names that no reader should find anywhere, not even in a version that a later one covers.
const NOWHERE: [&[u8]; 4] = [b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia"];

/// Refuses a PDF that cannot be read, is locked, or would act.
pub(super) fn look(bytes: &[u8]) -> Result<(), Problem> {
    let plain = unescaped(bytes);
    if NOWHERE.iter().any(|name| contains(&plain, name)) {
        return Err(active());
    }
    let told = load(bytes, false)?;
    if told.is_encrypted() || told.was_encrypted() {
        return Err(Problem::rule("files-pdf-locked"));
    }
    if told.get_pages().is_empty() || !is_whole(&told) {
        return Err(broken());
    }
    let searched = load(bytes, true)?;
    match acts(&told) || acts(&searched) {
        true => Err(active()),
        false => Ok(()),
    }
}

fn load(bytes: &[u8], searching: bool) -> Result<Document, Problem> {
    let options = LoadOptions { force_reconstruct: searching, ..LoadOptions::with_max_decompressed_size(PART) };
    Document::load_mem_with_options(bytes, options).map_err(|_| broken())
}

/// A compressed part that could not be read is passed over in silence; what it holds was then not looked at.
fn is_whole(document: &Document) -> bool {
    document.reference_table.entries.values().all(|entry| match entry {
        XrefEntry::Compressed { container, .. } => document.objects.contains_key(&(*container, 0)),
        _ => true,
    })
}

fn acts(document: &Document) -> bool {
    is_active_in(&document.trailer, 0) || document.objects.values().any(|object| is_active(object, 0))
}

/// Whether an object acts, or something in it; one too deep to be looked at counts as if it did.
fn is_active(object: &Object, depth: usize) -> bool {
    match object {
        _ if depth > DEPTH => true,
        Object::Dictionary(entries) => is_active_in(entries, depth),
        Object::Stream(stream) => is_active_in(&stream.dict, depth),
        Object::Array(items) => items.iter().any(|item| is_active(item, depth + 1)),
        _ => false,
    }
}

fn is_active_in(entries: &Dictionary, depth: usize) -> bool {
    let named = |key: &[u8], names: &[&[u8]]| entries.get(key).and_then(Object::as_name).is_ok_and(|name| names.contains(&name));
    named(b"S", &ACTIONS)
        || named(b"Type", &[b"EmbeddedFile"])
        || named(b"Subtype", &[b"RichMedia", b"Movie", b"Sound", b"Screen", b"3D", b"FileAttachment"])
        || entries.iter().any(|(key, value)| KEYS.contains(&key.as_slice()) || is_active(value, depth + 1))
}

/// The octets with `#4A` in names written out, as readers take them.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'#', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    plain
}

fn contains(bytes: &[u8], name: &[u8]) -> bool {
    bytes.windows(name.len()).any(|window| window == name)
}

fn broken() -> Problem {
    Problem::rule("files-pdf-broken")
}

fn active() -> Problem {
    Problem::rule("files-pdf-active")
}
