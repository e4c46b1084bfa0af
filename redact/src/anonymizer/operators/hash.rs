//! A salted hash.

use sha2::{Digest as _, Sha256, Sha512};
use zeroize::Zeroizing;

use super::{Operator, Resources, Value};
use crate::placeholder::hexadecimal;
use crate::{Error, ErrorKind, RandomSource, Result};

/// Fewest bytes of a salt, as in Presidio.
const MIN_SALT: usize = 16;

/// Which hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HashAlgorithm {
    /// SHA-256 (FIPS 180-4).
    #[default]
    Sha256,
    /// SHA-512 (FIPS 180-4).
    Sha512,
}

/// Puts a salted hash in place of a value: the hexadecimal digest of the value's UTF-8 followed by
/// the salt, as Presidio computes it. Under one salt, equal values give equal hashes.
///
/// There is no unsalted form: names and numbers can be guessed and hashed by anyone. Keep the salt
/// as secret as the values.
#[derive(Clone)]
pub struct Hash {
    algorithm: HashAlgorithm,
    salt: Zeroizing<Vec<u8>>,
}

impl Hash {
    /// A hash under a salt.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] when the salt is shorter than 16 bytes.
    pub fn new(algorithm: HashAlgorithm, salt: &[u8]) -> Result<Self> {
        if salt.len() < MIN_SALT {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                format!(
                    "a salt has at least {MIN_SALT} bytes, this one {}",
                    salt.len()
                ),
            ));
        }
        Ok(Self {
            algorithm,
            salt: Zeroizing::new(salt.to_vec()),
        })
    }

    /// A hash under a salt of 32 random bytes that nobody else knows: equal values give equal
    /// hashes through this operator and no other.
    ///
    /// # Errors
    ///
    /// Those of the source.
    pub fn with_random_salt(
        algorithm: HashAlgorithm,
        random: &mut dyn RandomSource,
    ) -> Result<Self> {
        let mut salt = Zeroizing::new(vec![0; 32]);
        random.fill(&mut salt)?;
        Ok(Self { algorithm, salt })
    }
}

impl std::fmt::Debug for Hash {
    /// The salt is a secret.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Hash")
            .field("algorithm", &self.algorithm)
            .field("salt_bytes", &self.salt.len())
            .finish()
    }
}

impl Operator for Hash {
    fn name(&self) -> &'static str {
        "hash"
    }

    fn operate(
        &self,
        value: &Value<'_>,
        _resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        let text = value.text.as_bytes();
        output.push_str(&match self.algorithm {
            HashAlgorithm::Sha256 => hexadecimal(
                &Sha256::new()
                    .chain_update(text)
                    .chain_update(&*self.salt)
                    .finalize(),
            ),
            HashAlgorithm::Sha512 => hexadecimal(
                &Sha512::new()
                    .chain_update(text)
                    .chain_update(&*self.salt)
                    .finalize(),
            ),
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EntityType;

    fn hash(hash: &Hash, text: &str) -> String {
        let mut output = String::new();
        let value = Value {
            entity_type: &EntityType::PERSON,
            text,
        };
        hash.operate(&value, &mut Resources::none(), &mut output)
            .expect("a hash does not fail");
        output
    }

    #[test]
    fn known_digests() {
        // The digests of "abc", FIPS 180-4 examples: "a" and a salt that continues it would need 16
        // bytes, so the 56-byte example message of the standard is split in two.
        let (text, salt) = (
            "abcdbcdecdefdefgefghfghighijhijk",
            b"ijkljklmklmnlmnomnopnopq",
        );
        let sha256 = Hash::new(HashAlgorithm::Sha256, salt).expect("24 bytes are enough");
        assert_eq!(
            hash(&sha256, text),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        );
        let sha512 = Hash::new(HashAlgorithm::Sha512, salt).expect("24 bytes are enough");
        assert_eq!(hash(&sha512, text).len(), 128);
    }

    #[test]
    fn salts_are_long_enough_and_hidden() {
        assert!(Hash::new(HashAlgorithm::Sha256, b"fifteen bytes!!").is_err());
        let salted = Hash::new(HashAlgorithm::Sha256, b"sixteen bytes ok").expect("16 bytes");
        assert!(!format!("{salted:?}").contains("sixteen"));
        assert_eq!(hash(&salted, "山田"), hash(&salted, "山田"));
        let other = Hash::new(HashAlgorithm::Sha256, b"another long salt").expect("17 bytes");
        assert_ne!(hash(&salted, "山田"), hash(&other, "山田"));
    }
}
