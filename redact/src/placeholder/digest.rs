//! Which document a map belongs to, without its text.

use sha2::{Digest as _, Sha256};

/// The SHA-256 digest of a document, to tell whether a map belongs to it.
///
/// It hides the text of anything long enough to be a document; of a lone name or number it would
/// not, since those can be guessed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct DocumentDigest(String);

impl DocumentDigest {
    /// The digest of a document's text.
    pub fn of(document: &str) -> Self {
        Self(hexadecimal(&Sha256::digest(document.as_bytes())))
    }

    /// The digest in hexadecimal.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Bytes in hexadecimal, in small letters.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 0xF])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}
