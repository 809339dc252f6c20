//! What is filed with an entry: evidence and images, of kinds that open everywhere, and never in the name alone.

use serde::{Deserialize, Serialize};

use crate::base::{files::FileKind, ids::AttachmentId, text::Bi};

use super::Refusal;

/// The most images of an entry: what a display panel holds.
pub const IMAGES: usize = 4;

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

crate::stored!(AttachmentKind: Evidence = "evidence", Link = "link", Image = "image", Pledge = "pledge");

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
    /// Of a picture: that of its small copy.
    pub thumbnail: Option<String>,
    /// Of a file: its octets.
    pub size: i64,
}

impl AttachmentKind {
    /// A file of this kind may be filed so: a panel shows pictures, and a pledge is a document.
    pub fn takes(self, kind: FileKind) -> bool {
        match self {
            AttachmentKind::Evidence => true,
            AttachmentKind::Image => kind.is_image(),
            AttachmentKind::Pledge => kind == FileKind::Pdf,
            AttachmentKind::Link => false,
        }
    }
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
    fn a_link_is_known_by_the_ending_of_its_path() {
        let link = |name: &str| {
            let (kind, title) = (AttachmentKind::Link, Bi::default());
            Attachment { id: AttachmentId(1), kind, name: name.into(), title, hash: None, thumbnail: None, size: 0 }.check()
        };
        assert_eq!(link("https://www.demo.example/report.pdf?page=2"), Ok(()));
        assert!(link("javascript:alert(1)//.pdf").is_err());
        assert!(link("https://www.demo.example/report.doc").is_err());
        assert!(link("https://www.demo.example/run.exe?x=a.pdf").is_err());
    }
}
