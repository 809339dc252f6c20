//! Several files as one: a ZIP archive that names the SHA-256 of everything in it, the same bytes for the same files.
//!
//! Times of day have no place in it: each file bears the first moment that a ZIP can say. It knows nothing of what is in the files.

use std::io::{Cursor, Write};

use sha2::{Digest, Sha256};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::db::{Fault, Stored};

/// Where the hashes stand, as `sha256sum --check` reads them.
pub const MANIFEST: &str = "manifest.sha256";

/// The files in their order, by name, and behind them the manifest.
pub fn pack(files: &[(String, Vec<u8>)]) -> Stored<Vec<u8>> {
    let manifest: String = files.iter().map(|(name, content)| format!("{}  {name}\n", hex::encode(Sha256::digest(content)))).collect();
    let named = files.iter().map(|(name, content)| (name.as_str(), content.as_slice()));
    write(named.chain([(MANIFEST, manifest.as_bytes())])).map_err(Fault::new)
}

fn write<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> ZipResult<Vec<u8>> {
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name, plain.unix_permissions(0o644))?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}
