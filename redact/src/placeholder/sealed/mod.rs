//! A map in the form in which it may be stored: encrypted under a key of its own, bound to its case.
//!
//! The cipher is XChaCha20-Poly1305 ([`encryption`](crate::encryption)). The case's id is
//! authenticated with it, so that the map of one case cannot be passed off as another's.
//!
//! ```json
//! {"format": "redact-sealed-map", "version": 1, "algorithm": "XChaCha20-Poly1305",
//!  "wrapped_key": "…", "map": "…"}
//! ```

mod keys;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::{Zeroize as _, Zeroizing};

pub use keys::{DataKey, KeyProvider, LocalKeyProvider};

use super::PlaceholderMap;
use crate::encryption::SecretKey;
use crate::{Error, ErrorKind, RandomSource, Result};

const FORMAT: &str = "redact-sealed-map";
const VERSION: u32 = 1;
const ALGORITHM: &str = "XChaCha20-Poly1305";

/// A placeholder map, encrypted.
///
/// ```
/// use redact::encryption::SecretKey;
/// use redact::placeholder::{LocalKeyProvider, PlaceholderMap, SealedMap};
///
/// # let mut random = |bytes: &mut [u8]| { bytes.fill(4); Ok(()) };
/// let keys = LocalKeyProvider::new(SecretKey::random(&mut random)?);
/// let sealed = SealedMap::seal(&PlaceholderMap::new(), "case-1", &keys, &mut random)?;
/// let stored = serde_json::to_string(&sealed).unwrap();
///
/// let sealed: SealedMap = serde_json::from_str(&stored).unwrap();
/// let map = sealed.open("case-1", &keys, 1_750_000_000)?;
/// assert!(map.is_empty());
/// assert!(sealed.open("case-2", &keys, 1_750_000_000).is_err());
/// # Ok::<(), redact::Error>(())
/// ```
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedMap {
    format: String,
    version: u32,
    algorithm: String,
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    wrapped_key: Vec<u8>,
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    map: Vec<u8>,
}

impl SealedMap {
    /// Seals a map under a new key of the provider's.
    ///
    /// # Errors
    ///
    /// Those of the provider and the source of randomness.
    pub fn seal(
        map: &PlaceholderMap,
        case_id: &str,
        keys: &dyn KeyProvider,
        random: &mut dyn RandomSource,
    ) -> Result<Self> {
        let data_key = keys.new_key(case_id, random)?;
        Self::seal_with(map, case_id, data_key, random)
    }

    /// Seals a map under a key that was fetched before.
    ///
    /// # Errors
    ///
    /// Those of the source of randomness.
    pub fn seal_with(
        map: &PlaceholderMap,
        case_id: &str,
        data_key: DataKey,
        random: &mut dyn RandomSource,
    ) -> Result<Self> {
        let plain = serde_json::to_vec(map)
            .map(Zeroizing::new)
            .map_err(|_| Error::new(ErrorKind::InvalidFormat, "the map cannot be written"))?;
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            algorithm: ALGORITHM.to_owned(),
            map: data_key.key.encrypt(&plain, &bound(case_id), random)?,
            wrapped_key: data_key.wrapped,
        })
    }

    /// Opens the map of a case at a time, in seconds since 1970-01-01 UTC.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decryption`] when the key or the case is another or anything was changed,
    /// [`ErrorKind::MapUnusable`] when the map is expired or its key destroyed.
    pub fn open(&self, case_id: &str, keys: &dyn KeyProvider, now: u64) -> Result<PlaceholderMap> {
        self.check()?;
        self.open_with(case_id, &keys.unwrap_key(case_id, &self.wrapped_key)?, now)
    }

    /// Opens the map with a key that was unwrapped before.
    ///
    /// # Errors
    ///
    /// As [`SealedMap::open`].
    pub fn open_with(&self, case_id: &str, key: &SecretKey, now: u64) -> Result<PlaceholderMap> {
        self.check()?;
        let plain = key.decrypt(&self.map, &bound(case_id))?;
        let map: PlaceholderMap = serde_json::from_slice(&plain).map_err(|_| {
            // The message of the parser could quote the map.
            Error::new(ErrorKind::InvalidFormat, "the sealed map cannot be read")
        })?;
        if map.expires_at().is_some_and(|expiry| now >= expiry) {
            return Err(Error::new(
                ErrorKind::MapUnusable,
                "this placeholder map is expired",
            ));
        }
        Ok(map)
    }

    /// The wrapped key, to be unwrapped elsewhere.
    pub fn wrapped_key(&self) -> &[u8] {
        &self.wrapped_key
    }

    /// Makes the map unreadable for good: overwrites the wrapped key and the map, and tells the
    /// provider to destroy the keys of the case. Store what is left over what was stored.
    ///
    /// # Errors
    ///
    /// Those of the provider; the wrapped key is overwritten all the same.
    pub fn forget(&mut self, case_id: &str, keys: &dyn KeyProvider) -> Result<()> {
        self.wrapped_key.zeroize();
        self.map.zeroize();
        keys.destroy(case_id)
    }

    fn check(&self) -> Result<()> {
        if self.format != FORMAT || self.version != VERSION || self.algorithm != ALGORITHM {
            return Err(Error::new(
                ErrorKind::InvalidFormat,
                "this is no sealed placeholder map of a version that this program reads",
            ));
        }
        if self.wrapped_key.is_empty() {
            return Err(Error::new(
                ErrorKind::MapUnusable,
                "this placeholder map was forgotten",
            ));
        }
        Ok(())
    }
}

impl std::fmt::Debug for SealedMap {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "SealedMap({} bytes)", self.map.len())
    }
}

/// What the cipher text is bound to besides its key.
fn bound(case_id: &str) -> Vec<u8> {
    format!("{FORMAT}\0{VERSION}\0{ALGORITHM}\0{case_id}").into_bytes()
}

fn to_base64<S: Serializer>(bytes: &[u8], serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD
        .decode(text)
        .map_err(|_| serde::de::Error::custom("this is not base64"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EntityType;
    use crate::Restorer;

    fn random() -> impl FnMut(&mut [u8]) -> Result<()> {
        let mut next = 1u8;
        move |bytes| {
            for byte in bytes {
                *byte = next;
                next = next.wrapping_mul(5).wrapping_add(3);
            }
            Ok(())
        }
    }

    fn sealed(keys: &LocalKeyProvider) -> SealedMap {
        let mut map = PlaceholderMap::new();
        map.token(&EntityType::PERSON, "山田太郎");
        map.set_expiry(1000);
        SealedMap::seal(&map, "case-1", keys, &mut random()).expect("nothing fails here")
    }

    fn kind<T>(result: Result<T>) -> Option<ErrorKind> {
        result.err().map(|error| error.kind())
    }

    #[test]
    fn only_its_own_case_key_and_time_open_it() {
        let keys = LocalKeyProvider::new(SecretKey::new([1; 32]));
        let sealed = sealed(&keys);
        let json = serde_json::to_string(&sealed).expect("plain data");
        assert!(!json.contains("山田"));
        let read: SealedMap = serde_json::from_str(&json).expect("our own JSON");
        let map = read.open("case-1", &keys, 999).expect("the right key");
        assert_eq!(
            Restorer::new(&map).at(999).restore("[PERSON_1]").text(),
            "山田太郎"
        );
        assert_eq!(
            kind(read.open("case-2", &keys, 0)),
            Some(ErrorKind::Decryption)
        );
        assert_eq!(
            kind(read.open("case-1", &keys, 1000)),
            Some(ErrorKind::MapUnusable)
        );
        let others = LocalKeyProvider::new(SecretKey::new([2; 32]));
        assert_eq!(
            kind(read.open("case-1", &others, 0)),
            Some(ErrorKind::Decryption)
        );
    }

    #[test]
    fn what_is_forgotten_cannot_be_opened() {
        let keys = LocalKeyProvider::new(SecretKey::new([1; 32]));
        let mut first = sealed(&keys);
        let copy = sealed(&keys);
        first.forget("case-1", &keys).expect("a local key");
        assert!(first.wrapped_key().is_empty());
        assert_eq!(
            kind(first.open("case-1", &keys, 0)),
            Some(ErrorKind::MapUnusable)
        );
        assert_eq!(
            kind(copy.open("case-1", &keys, 0)),
            Some(ErrorKind::MapUnusable)
        );
        assert_eq!(
            kind(keys.new_key("case-1", &mut random())),
            Some(ErrorKind::MapUnusable)
        );
    }

    #[test]
    fn a_changed_seal_does_not_open() {
        let keys = LocalKeyProvider::new(SecretKey::new([1; 32]));
        for index in 0..sealed(&keys).map.len() {
            let mut sealed = sealed(&keys);
            sealed.map[index] ^= 0x20;
            assert_eq!(
                kind(sealed.open("case-1", &keys, 0)),
                Some(ErrorKind::Decryption)
            );
        }
    }
}
