//! Where files are kept: under the SHA-256 of their content, in a folder or in an S3-compatible store.
//!
//! Content that is there already is not written again, and what is acknowledged is on the disk. Nothing is ever changed or
//! removed here, and nothing is known of names: two people who hand in the same file share one copy without knowing it.

use std::{path::Path as Folder, sync::Arc, time::Duration};

use bytes::Bytes;
use object_store::{
    BackoffConfig, Error, ObjectStore, ObjectStoreExt, RetryConfig,
    aws::{AmazonS3Builder, AmazonS3ConfigKey},
    local::LocalFileSystem,
    memory::InMemory,
    path::Path,
    prefix::PrefixStore,
};
use sha2::{Digest, Sha256};

use crate::base::db::{Fault, Stored};

/// The store of a site.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// Opens a folder, which is made if it is not there, or `s3://bucket/prefix` with the usual `AWS_…` variables.
    pub fn open(place: &str) -> Stored<Files> {
        if let Some(rest) = place.strip_prefix("s3://") {
            let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            return Files::elsewhere(AmazonS3Builder::from_env().with_bucket_name(bucket), prefix);
        }
        std::fs::create_dir_all(place).map_err(Fault::new)?;
        // A folder that was just made must itself outlive a power cut, or what is in it does not.
        if let Some(parent) = Folder::new(place).canonicalize().map_err(Fault::new)?.parent() {
            std::fs::File::open(parent).and_then(|folder| folder.sync_all()).map_err(Fault::new)?;
        }
        Ok(Files(Arc::new(LocalFileSystem::new_with_prefix(place)?.with_fsync(true))))
    }

    /// An S3-compatible store, which must not keep anybody waiting longer than the house does.
    pub(super) fn elsewhere(store: AmazonS3Builder, prefix: &str) -> Stored<Files> {
        // TLS for the whole house is by ring; the client takes whichever is named first.
        rustls::crypto::ring::default_provider().install_default().ok();
        let tries = RetryConfig { max_retries: 3, retry_timeout: Duration::from_secs(15), backoff: BackoffConfig::default() };
        // Whoever writes http:// in the address means it: a store on the same machine or network.
        let plain = store.get_config_value(&AmazonS3ConfigKey::Endpoint).is_some_and(|address| address.starts_with("http://"));
        let store = store.with_retry(tries);
        let store = if plain { store.with_allow_http(true) } else { store };
        Ok(Files(Arc::new(PrefixStore::new(store.build()?, Path::parse(prefix).map_err(Fault::new)?))))
    }

    /// Keeps files in memory, for tests.
    pub fn memory() -> Files {
        Files(Arc::new(InMemory::new()))
    }

    /// Keeps a content and says under which hash. When it has answered, the content is there and stays.
    pub async fn keep(&self, content: impl Into<Bytes>) -> Stored<String> {
        let content = content.into();
        let (hash, content) = hashed(content).await?;
        let path = path(&hash);
        match self.0.head(&path).await {
            // The size tells a copy that somebody cut short by hand from one that is whole.
            Ok(found) if found.size == content.len() as u64 => return Ok(hash),
            Ok(_) | Err(Error::NotFound { .. }) => {}
            Err(e) => return Err(e.into()),
        }
        // Two who keep the same content at once write the same; each writes aside first, and nobody reads a half.
        self.0.put(&path, content.into()).await?;
        Ok(hash)
    }

    /// The content under a hash. One that has changed since it was kept is a fault, and is not shown.
    pub async fn read(&self, hash: &str) -> Stored<Option<Bytes>> {
        if hash.len() != 64 || !hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Ok(None);
        }
        let content = match self.0.get(&path(hash)).await {
            Ok(found) => found.bytes().await?,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(e) => return Err(e.into()),
        };
        match hashed(content).await? {
            (found, content) if found == hash => Ok(Some(content)),
            _ => Err(Fault::new(format!("the content of the file {hash} has changed"))),
        }
    }
}

/// The hash of a content: some milliseconds of work for the largest, so not where requests are answered.
async fn hashed(content: Bytes) -> Stored<(String, Bytes)> {
    tokio::task::spawn_blocking(move || (hex::encode(Sha256::digest(&content)), content)).await.map_err(Fault::new)
}

/// Two hundred and fifty-six folders, so that none of them grows long.
fn path(hash: &str) -> Path {
    Path::from_iter([hash.get(..2).unwrap_or(""), hash])
}

impl From<Error> for Fault {
    fn from(e: Error) -> Fault {
        Fault(Box::new(e))
    }
}
