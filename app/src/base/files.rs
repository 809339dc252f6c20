//! Files that people hand in: which kinds are taken, and how large.
//!
//! This page is pure. Below it is the server's part, in the order a file goes through it: `upload` (out of a form, looked into,
//! kept), with `picture` and `pdf` for what is inside; `keep` (by the hash of the content, on a disk or in an S3-compatible
//! store). What was handed in, by whom and for what, is written down by the slice that asked for it.

use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod pdf;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(all(test, feature = "ssr"))]
mod tests;
#[cfg(feature = "ssr")]
mod upload;

#[cfg(feature = "ssr")]
pub use {
    keep::Files,
    upload::{Kept, Taken, Upload, Uploads, keep, receive, receive_any, take, too_large},
};

/// The most octets of one file: 10 MB.
pub const FILE_SIZE: u64 = 10 * 1024 * 1024;

/// The most octets of all files of one form.
pub const FORM_SIZE: u64 = 12 * 1024 * 1024;

/// The kinds of file that are taken: those that open everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Pdf,
    Jpeg,
    Png,
}

impl FileKind {
    pub const ALL: &'static [FileKind] = &[FileKind::Pdf, FileKind::Jpeg, FileKind::Png];

    /// The word under which it is stored and found among the words.
    pub fn code(self) -> &'static str {
        match self {
            FileKind::Pdf => "pdf",
            FileKind::Jpeg => "jpeg",
            FileKind::Png => "png",
        }
    }

    pub fn of_code(code: &str) -> Option<FileKind> {
        FileKind::ALL.iter().copied().find(|kind| kind.code() == code)
    }

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
        let found = infer::get(bytes)?.mime_type();
        FileKind::ALL.iter().copied().find(|kind| kind.mime() == found)
    }

    pub fn mime(self) -> &'static str {
        match self {
            FileKind::Pdf => "application/pdf",
            FileKind::Jpeg => "image/jpeg",
            FileKind::Png => "image/png",
        }
    }

    pub fn is_image(self) -> bool {
        self != FileKind::Pdf
    }
}

#[cfg(test)]
mod kinds {
    use super::*;

    #[test]
    fn a_kind_is_known_by_the_content_whatever_the_name() {
        assert_eq!(FileKind::of_content(b"%PDF-1.4 ..."), Some(FileKind::Pdf));
        assert_eq!(FileKind::of_content(&[0xFF, 0xD8, 0xFF, 0xE0]), Some(FileKind::Jpeg));
        assert_eq!(FileKind::of_content(b"\x89PNG\r\n\x1a\n"), Some(FileKind::Png));
        assert_eq!(FileKind::of_content(b"MZ"), None);
        for kind in FileKind::ALL {
            assert_eq!(
                (FileKind::of_code(kind.code()), FileKind::of_name(&format!("A.{}", kind.code().to_uppercase()))),
                (Some(*kind), Some(*kind))
            );
        }
    }
}
