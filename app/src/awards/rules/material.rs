//! What is filed with an entry: evidence and images, of kinds that open everywhere, and never in the name alone.

use serde::{Deserialize, Serialize};

use crate::base::text::Bi;

use super::Refusal;

/// The most images of an entry: what a display panel holds.
pub const IMAGES: usize = 4;

/// The most octets of one file: 10 MB.
pub const FILE_SIZE: u64 = 10 * 1024 * 1024;

/// The kinds of file that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Pdf,
    Jpeg,
    Png,
}

stored!(FileKind: Pdf = "pdf", Jpeg = "jpeg", Png = "png");

impl FileKind {
    /// By the ending of a file's name or of a link's path.
    pub fn of_name(name: &str) -> Option<FileKind> {
        let path = name.split(['?', '#']).next().unwrap_or(name);
        let (_, ending) = path.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "pdf" => Some(FileKind::Pdf),
            "jpg" | "jpeg" => Some(FileKind::Jpeg),
            "png" => Some(FileKind::Png),
            _ => None,
        }
    }

    /// By the first octets, which a wrong name cannot change.
    pub fn of_content(bytes: &[u8]) -> Option<FileKind> {
        let starts = [
            (FileKind::Pdf, b"%PDF-".as_slice()),
            (FileKind::Jpeg, &[0xFF, 0xD8, 0xFF]),
            (FileKind::Png, &[0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ];
        starts.into_iter().find(|(_, start)| bytes.starts_with(start)).map(|(kind, _)| kind)
    }

    pub fn is_image(self) -> bool {
        self != FileKind::Pdf
    }
}

/// Takes a file whose content is what its name says, within the size.
pub fn take_file(name: &str, bytes: &[u8]) -> Result<FileKind, Refusal> {
    if bytes.len() as u64 > FILE_SIZE {
        return Err(Refusal::FileLarge { limit: FILE_SIZE as i64 });
    }
    let said = FileKind::of_name(name).ok_or_else(|| Refusal::FileKind { name: name.into() })?;
    if FileKind::of_content(bytes) == Some(said) { Ok(said) } else { Err(Refusal::FileContent { name: name.into() }) }
}

/// Something that shows that the entry is true: a file or a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub title: Bi,
    /// The file's name, or an address.
    pub name: String,
}

impl Evidence {
    /// A link is checked by its ending, since nobody fetches it.
    pub fn check(&self) -> Result<FileKind, Refusal> {
        FileKind::of_name(&self.name).ok_or_else(|| Refusal::FileKind { name: self.name.clone() })
    }
}

/// A picture for the display panel, with what it shows in words, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    pub name: String,
    pub alt: Bi,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_content_says() {
        assert_eq!(take_file("pledge.PDF", b"%PDF-1.4 ..."), Ok(FileKind::Pdf));
        assert_eq!(take_file("photo.jpg", &[0xFF, 0xD8, 0xFF, 0xE0]), Ok(FileKind::Jpeg));
        assert_eq!(take_file("photo.jpg", b"%PDF-1.4"), Err(Refusal::FileContent { name: "photo.jpg".into() }));
        assert_eq!(take_file("run.exe", b"MZ"), Err(Refusal::FileKind { name: "run.exe".into() }));
        let large = vec![0; FILE_SIZE as usize + 1];
        assert_eq!(take_file("x.pdf", &large), Err(Refusal::FileLarge { limit: FILE_SIZE as i64 }));
    }

    #[test]
    fn a_link_is_known_by_the_ending_of_its_path() {
        let link = |name: &str| Evidence { title: Bi::default(), name: name.into() }.check();
        assert_eq!(link("https://www.demo.example/report.pdf?page=2"), Ok(FileKind::Pdf));
        assert!(link("https://www.demo.example/report.doc").is_err());
        assert!(link("https://www.demo.example/run.exe?x=a.pdf").is_err());
    }
}
