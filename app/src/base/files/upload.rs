//! A file on its way from a form into the house: found in the form, looked into, kept.
//!
//! All of it happens before the act opens its transaction, so neither a large picture nor a slow store holds the database.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use bytes::Bytes;
use tokio::sync::Semaphore;

use super::{FILE_SIZE, FORM_SIZE, FileKind, Files, pdf, picture};
use crate::base::{
    ctx::Viewer,
    db::{Fault, Stored},
    problem::{Answer, Kind, Problem},
    roles::{Action, Reach},
    visit::Guest,
};

/// A file as it came, unchecked.
#[derive(Clone, Debug)]
pub struct Upload {
    pub name: String,
    pub bytes: Bytes,
}

/// The files of the form that is being answered, by the name of their field; put into context by the counter.
#[derive(Clone, Default)]
pub struct Uploads(pub Arc<BTreeMap<String, Upload>>);

/// A file that has been looked into, as it will be kept.
#[derive(Clone, Debug)]
pub struct Taken {
    pub name: String,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
    /// A small copy of a picture, as JPEG.
    pub thumbnail: Option<Vec<u8>>,
}

/// A file that is kept: what a slice writes down beside its own row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name it was handed in under, without any folder.
    pub name: String,
    pub kind: FileKind,
    /// SHA-256 of the content as it is kept; what [`Files::read`] asks for.
    pub hash: String,
    pub size: i64,
    /// The hash of a picture's small copy.
    pub thumbnail: Option<String>,
}

/// Reading a picture takes memory and time: as many at once as there are cores.
static LOOKING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, Into::into)));

/// In a server function, before its transaction: the file of this field, looked into and kept. Only for whoever reaches so far in
/// this row of the role table; nobody else gets anything stored or worked on.
pub async fn receive(field: &str, action: Action, least: Reach) -> Answer<Kept> {
    receive_any(field, action, least).await?.ok_or_else(|| Problem::rule("files-missing").on(field))
}

/// The same where a form may come without a file.
pub async fn receive_any(field: &str, action: Action, least: Reach) -> Answer<Option<Kept>> {
    let guest = Guest::here()?;
    if guest.viewer.reach(action) < least {
        return Err(if guest.viewer == Viewer::Public { Problem::sign_in() } else { Problem::forbidden() });
    }
    let uploads: Uploads = leptos::prelude::use_context().unwrap_or_default();
    let Some(upload) = uploads.0.get(field).cloned() else { return Ok(None) };
    let turn = LOOKING.acquire().await.map_err(Fault::new)?;
    let looked = tokio::task::spawn_blocking(move || take(&upload)).await.map_err(Fault::new)?;
    drop(turn);
    let taken = looked.map_err(|problem| problem.on(field))?;
    Ok(Some(keep(&guest.site.files, taken).await?))
}

/// Looks into a file: it is one of the kinds that are taken, its name says so too, and nothing in it acts by itself.
pub fn take(upload: &Upload) -> Answer<Taken> {
    let name = bare(&upload.name);
    if upload.bytes.len() as u64 > FILE_SIZE {
        return Err(too_large(&name));
    }
    let said = FileKind::of_name(&name).ok_or_else(|| Problem::rule("files-kind").with("name", name.as_str()))?;
    if FileKind::of_content(&upload.bytes) != Some(said) {
        return Err(Problem::rule("files-content").with("name", name));
    }
    if said == FileKind::Pdf {
        pdf::look(&upload.bytes)?;
        return Ok(Taken { name, kind: said, bytes: upload.bytes.to_vec(), thumbnail: None });
    }
    let drawn = picture::draw(said, &upload.bytes)?;
    Ok(Taken { name, kind: said, bytes: drawn.bytes, thumbnail: Some(drawn.small) })
}

/// Keeps a file that has been looked into, with its small copy.
pub async fn keep(files: &Files, taken: Taken) -> Stored<Kept> {
    let size = taken.bytes.len() as i64;
    let thumbnail = match taken.thumbnail {
        Some(small) => Some(files.keep(small).await?),
        None => None,
    };
    Ok(Kept { name: taken.name, kind: taken.kind, hash: files.keep(taken.bytes).await?, size, thumbnail })
}

/// A file is larger than is taken.
pub fn too_large(name: &str) -> Problem {
    let megabytes = |size: u64| (size / (1024 * 1024)) as i64;
    Problem::new(Kind::Large, "files-large").with("name", name).with("one", megabytes(FILE_SIZE)).with("all", megabytes(FORM_SIZE))
}

/// A name as a person gave it: without folders and without signs that cannot be seen, and not endless.
fn bare(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    // Marks of direction can make `gpj.exe` out of `exe.jpg` for the eye.
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let seen: Vec<char> = last.chars().filter(|c| !hidden(*c)).collect();
    // The ending says what it is, so a long name loses its beginning.
    seen.iter().skip(seen.len().saturating_sub(120)).collect::<String>().trim().to_owned()
}
