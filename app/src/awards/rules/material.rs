//! What is filed with an entry: evidence and images, of kinds that open everywhere, and never in the name alone.

use serde::{Deserialize, Serialize};

use crate::base::{ids::AttachmentId, text::Bi};

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

/// What an attachment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// A file that shows that the entry is true.
    Evidence,
    /// The address of such a file.
    Link,
    /// A picture for the display panel.
    Image,
    /// The pledge itself.
    Pledge,
}

stored!(AttachmentKind: Evidence = "evidence", Link = "link", Image = "image", Pledge = "pledge");

/// Something filed with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub kind: AttachmentKind,
    /// The file's name, or an address.
    pub name: String,
    /// What it is; of a picture what it shows, for those who cannot see it.
    pub title: Bi,
    /// Of a file: the SHA-256 of its content, by which it is kept.
    pub hash: Option<String>,
    /// Of a file: its octets.
    pub size: i64,
}

impl Attachment {
    /// A link is checked by its ending, since nobody fetches it; a file was checked when it was taken.
    pub fn check(&self) -> Result<(), Refusal> {
        let web = self.name.starts_with("https://") || self.name.starts_with("http://");
        let fits = FileKind::of_name(&self.name).is_some() && (self.kind != AttachmentKind::Link || web);
        if fits { Ok(()) } else { Err(Refusal::FileKind { name: self.name.clone() }) }
    }
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
        let link = |name: &str| {
            let (kind, title) = (AttachmentKind::Link, Bi::default());
            Attachment { id: AttachmentId(1), kind, name: name.into(), title, hash: None, size: 0 }.check()
        };
        assert_eq!(link("https://www.demo.example/report.pdf?page=2"), Ok(()));
        assert!(link("javascript:alert(1)//.pdf").is_err());
        assert!(link("https://www.demo.example/report.doc").is_err());
        assert!(link("https://www.demo.example/run.exe?x=a.pdf").is_err());
    }
}
