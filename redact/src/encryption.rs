//! Authenticated encryption with a key of 256 bits: XChaCha20-Poly1305.
//!
//! Chosen over AES-256-GCM for its nonce of 192 bits, which may be drawn at random for any number of
//! messages under one key (draft-irtf-cfrg-xchacha-03, section 2.1), and because it is fast and
//! runs in constant time without special instructions, in WASM too.

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use zeroize::Zeroizing;

use crate::{Error, ErrorKind, RandomSource, Result};

/// Bytes of a nonce, which stands before the cipher text.
const NONCE: usize = 24;

/// A secret key of 256 bits; overwritten when dropped, never shown.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<[u8; 32]>);

impl SecretKey {
    /// A key from its bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A key from a slice.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] unless it has 32 bytes.
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        bytes.try_into().map(Self::new).map_err(|_| {
            Error::new(
                ErrorKind::InvalidArgument,
                format!("this key has 32 bytes, not {}", bytes.len()),
            )
        })
    }

    /// A random key.
    ///
    /// # Errors
    ///
    /// Those of the source.
    pub fn random(random: &mut dyn RandomSource) -> Result<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        random.fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// The bytes of the key, to wrap or to store it. They are the secret.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Encrypts `message`: a random nonce, the cipher text, the tag. What is `bound` must be given
    /// again to decrypt; it is not part of the output.
    ///
    /// # Errors
    ///
    /// Those of the source of randomness.
    pub fn encrypt(
        &self,
        message: &[u8],
        bound: &[u8],
        random: &mut dyn RandomSource,
    ) -> Result<Vec<u8>> {
        let mut nonce = [0; NONCE];
        random.fill(&mut nonce)?;
        let payload = Payload {
            msg: message,
            aad: bound,
        };
        let encrypted = self
            .cipher()
            .encrypt(&nonce.into(), payload)
            .map_err(|_| Error::new(ErrorKind::InvalidArgument, "too long to be encrypted"))?;
        Ok([nonce.as_slice(), &encrypted].concat())
    }

    /// Decrypts what [`SecretKey::encrypt`] made.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decryption`] when the key is wrong, or anything was changed.
    pub fn decrypt(&self, encrypted: &[u8], bound: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let wrong = || {
            Error::new(
                ErrorKind::Decryption,
                "the key is wrong, or the encrypted data was changed",
            )
        };
        let (nonce, message) = encrypted.split_at_checked(NONCE).ok_or_else(wrong)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| wrong())?;
        let payload = Payload {
            msg: message,
            aad: bound,
        };
        self.cipher()
            .decrypt(&nonce.into(), payload)
            .map(Zeroizing::new)
            .map_err(|_| wrong())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SecretKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_bound_must_be_given_again() {
        let key = SecretKey::new([7; 32]);
        let mut random = |bytes: &mut [u8]| {
            bytes.fill(9);
            Ok(())
        };
        let encrypted = key
            .encrypt(b"message", b"case 1", &mut random)
            .expect("the source does not fail");
        assert_eq!(
            key.decrypt(&encrypted, b"case 1")
                .expect("the same key")
                .as_slice(),
            b"message"
        );
        let kind = |result: Result<Zeroizing<Vec<u8>>>| result.map_err(|error| error.kind());
        assert_eq!(
            kind(key.decrypt(&encrypted, b"case 2")),
            Err(ErrorKind::Decryption)
        );
        assert_eq!(
            kind(SecretKey::new([8; 32]).decrypt(&encrypted, b"case 1")),
            Err(ErrorKind::Decryption)
        );
        for index in 0..encrypted.len() {
            let mut changed = encrypted.clone();
            changed[index] ^= 1;
            assert!(key.decrypt(&changed, b"case 1").is_err());
        }
        assert!(key.decrypt(b"short", b"").is_err());
        assert_eq!(format!("{key:?}"), "SecretKey(..)");
    }
}
