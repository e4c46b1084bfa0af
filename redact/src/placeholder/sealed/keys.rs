//! Where the key of a sealed map comes from.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::encryption::SecretKey;
use crate::{Error, ErrorKind, RandomSource, Result};

/// A key for one map, and the form in which it may be stored beside the map.
pub struct DataKey {
    /// The key itself; used and dropped.
    pub key: SecretKey,
    /// The key, encrypted by whoever keeps the master key.
    pub wrapped: Vec<u8>,
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "DataKey({} bytes wrapped)", self.wrapped.len())
    }
}

/// Makes, opens and destroys the keys of sealed maps: envelope encryption, as key management
/// services do it.
///
/// [`LocalKeyProvider`] holds a master key itself. A service that must be waited for does not fit
/// behind this trait; ask it first and use [`SealedMap::seal_with`](super::SealedMap::seal_with) and
/// [`SealedMap::open_with`](super::SealedMap::open_with).
pub trait KeyProvider {
    /// A new key for a case.
    ///
    /// # Errors
    ///
    /// When none can be made.
    fn new_key(&self, case_id: &str, random: &mut dyn RandomSource) -> Result<DataKey>;

    /// The key behind a wrapped one.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decryption`] when it was wrapped by another master key or for another case,
    /// [`ErrorKind::MapUnusable`] when the case was destroyed.
    fn unwrap_key(&self, case_id: &str, wrapped: &[u8]) -> Result<SecretKey>;

    /// Makes the keys of a case unusable for good.
    ///
    /// # Errors
    ///
    /// When that could not be done; the map must then be taken for readable.
    fn destroy(&self, case_id: &str) -> Result<()>;
}

/// Wraps keys under a master key of this process.
///
/// It remembers destroyed cases while it lives. What makes a map unreadable beyond that is that
/// [`SealedMap::forget`](super::SealedMap::forget) overwrites the only copy of the wrapped key;
/// copies of the sealed map elsewhere must be deleted by whoever made them.
#[derive(Debug)]
pub struct LocalKeyProvider {
    master: SecretKey,
    destroyed: Mutex<BTreeSet<String>>,
}

impl LocalKeyProvider {
    /// A provider under a master key.
    pub fn new(master: SecretKey) -> Self {
        Self {
            master,
            destroyed: Mutex::new(BTreeSet::new()),
        }
    }

    fn check(&self, case_id: &str) -> Result<()> {
        let destroyed = self
            .destroyed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if destroyed.contains(case_id) {
            return Err(Error::new(
                ErrorKind::MapUnusable,
                "the key of this case was destroyed",
            ));
        }
        Ok(())
    }
}

/// What a wrapped key is bound to.
fn bound(case_id: &str) -> Vec<u8> {
    [b"redact data key\0".as_slice(), case_id.as_bytes()].concat()
}

impl KeyProvider for LocalKeyProvider {
    fn new_key(&self, case_id: &str, random: &mut dyn RandomSource) -> Result<DataKey> {
        self.check(case_id)?;
        let key = SecretKey::random(random)?;
        let wrapped = self.master.encrypt(key.expose(), &bound(case_id), random)?;
        Ok(DataKey { key, wrapped })
    }

    fn unwrap_key(&self, case_id: &str, wrapped: &[u8]) -> Result<SecretKey> {
        self.check(case_id)?;
        SecretKey::from_slice(&self.master.decrypt(wrapped, &bound(case_id))?)
    }

    fn destroy(&self, case_id: &str) -> Result<()> {
        self.destroyed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(case_id.to_owned());
        Ok(())
    }
}
