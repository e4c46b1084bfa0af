//! The value, encrypted, and back.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, KeyIvInit as _};
use aes::{Aes128, Aes192, Aes256};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use zeroize::Zeroizing;

use super::{Operator, Resources, Value};
use crate::encryption::SecretKey;
use crate::{EntityType, Error, ErrorKind, Result};

/// Bytes of an AES block, and of the initialisation vector.
const BLOCK: usize = 16;

/// Puts a value's cipher text in its place, in URL-safe base64 with padding; it can be decrypted by
/// whoever has the key.
///
/// Equal values look different each time, by random bytes that the caller hands in
/// ([`Resources::with_random`]).
#[derive(Clone)]
pub struct Encrypt(Method);

#[derive(Clone)]
enum Method {
    Authenticated(SecretKey),
    AesCbc(Zeroizing<Vec<u8>>),
}

impl Encrypt {
    /// XChaCha20-Poly1305, bound to the kind of personal data: a cipher text that was changed, or
    /// moved to a place of another kind, does not decrypt. Choose this one.
    pub fn new(key: SecretKey) -> Self {
        Self(Method::Authenticated(key))
    }

    /// AES in CBC mode with PKCS #7 padding and a random initialisation vector before the cipher
    /// text: Presidio's format, for texts that travel between both. It does not notice a cipher
    /// text that was changed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] unless the key has 16, 24 or 32 bytes.
    pub fn aes_cbc(key: &[u8]) -> Result<Self> {
        if !matches!(key.len(), 16 | 24 | 32) {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                format!("an AES key has 16, 24 or 32 bytes, not {}", key.len()),
            ));
        }
        Ok(Self(Method::AesCbc(Zeroizing::new(key.to_vec()))))
    }

    /// Decrypts what this operator made of a value of a kind.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decryption`] when the key is wrong or the text is not what was made.
    pub fn decrypt(&self, entity_type: &EntityType, encrypted: &str) -> Result<String> {
        let bytes = URL_SAFE.decode(encrypted).map_err(|_| wrong())?;
        let decrypted = match &self.0 {
            Method::Authenticated(key) => key.decrypt(&bytes, entity_type.as_str().as_bytes())?,
            Method::AesCbc(key) => {
                let (vector, message) = bytes.split_at_checked(BLOCK).ok_or_else(wrong)?;
                Zeroizing::new(cbc_decrypt(key, vector, message).ok_or_else(wrong)?)
            }
        };
        std::str::from_utf8(&decrypted)
            .map(str::to_owned)
            .map_err(|_| wrong())
    }
}

fn wrong() -> Error {
    Error::new(
        ErrorKind::Decryption,
        "the key is wrong, or the encrypted value was changed",
    )
}

/// AES in CBC mode; `None` for a key or an initialisation vector of a wrong size.
pub(crate) fn cbc_encrypt(key: &[u8], vector: &[u8], message: &[u8]) -> Option<Vec<u8>> {
    macro_rules! with {
        ($cipher:ty) => {
            cbc::Encryptor::<$cipher>::new_from_slices(key, vector)
                .ok()?
                .encrypt_padded_vec::<Pkcs7>(message)
        };
    }
    Some(match key.len() {
        16 => with!(Aes128),
        24 => with!(Aes192),
        _ => with!(Aes256),
    })
}

/// The reverse; `None` also when the padding is wrong.
pub(crate) fn cbc_decrypt(key: &[u8], vector: &[u8], message: &[u8]) -> Option<Vec<u8>> {
    macro_rules! with {
        ($cipher:ty) => {
            cbc::Decryptor::<$cipher>::new_from_slices(key, vector)
                .ok()?
                .decrypt_padded_vec::<Pkcs7>(message)
                .ok()
        };
    }
    match key.len() {
        16 => with!(Aes128),
        24 => with!(Aes192),
        _ => with!(Aes256),
    }
}

impl Operator for Encrypt {
    fn name(&self) -> &'static str {
        "encrypt"
    }

    fn operate(
        &self,
        value: &Value<'_>,
        resources: &mut Resources<'_>,
        output: &mut String,
    ) -> Result<()> {
        let message = value.text.as_bytes();
        let encrypted = match &self.0 {
            Method::Authenticated(key) => key.encrypt(
                message,
                value.entity_type.as_str().as_bytes(),
                &mut |bytes: &mut [u8]| resources.random(bytes),
            )?,
            Method::AesCbc(key) => {
                let mut vector = [0; BLOCK];
                resources.random(&mut vector)?;
                let encrypted = cbc_encrypt(key, &vector, message).ok_or_else(wrong)?;
                [vector.as_slice(), &encrypted].concat()
            }
        };
        URL_SAFE.encode_string(encrypted, output);
        Ok(())
    }
}

impl std::fmt::Debug for Encrypt {
    /// The method; the key is a secret.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self.0 {
            Method::Authenticated(_) => "Encrypt(XChaCha20-Poly1305)",
            Method::AesCbc(_) => "Encrypt(AES-CBC)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymizer::AnonymizerEngine;
    use crate::text::Span;
    use crate::{DeanonymizeEngine, DeanonymizeOperator, RecognizerResult, Score};

    fn counting() -> impl FnMut(&mut [u8]) -> Result<()> {
        let mut next = 0u8;
        move |bytes| {
            for byte in bytes {
                *byte = next;
                next = next.wrapping_add(1);
            }
            Ok(())
        }
    }

    #[test]
    fn the_example_vectors_of_nist() {
        // NIST SP 800-38A, F.2.1 (AES-128), F.2.3 (AES-192), F.2.5 (AES-256): first block of each.
        let vector: Vec<u8> = (0..16).collect();
        let message = [
            0x6b, 0xc1, 0xbe, 0xe2, 0x2e, 0x40, 0x9f, 0x96, 0xe9, 0x3d, 0x7e, 0x11, 0x73, 0x93,
            0x17, 0x2a,
        ];
        for (key, first) in [
            (
                "2b7e151628aed2a6abf7158809cf4f3c",
                "7649abac8119b246cee98e9b12e9197d",
            ),
            (
                "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
                "4f021db243bc633d7178183a9fa071e8",
            ),
            (
                "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
                "f58c4c04d6e5f1ba779eabfb5f7bfbd6",
            ),
        ] {
            let key: Vec<u8> = key
                .as_bytes()
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect();
            let encrypted = cbc_encrypt(&key, &vector, &message).expect("a good key");
            assert_eq!(crate::placeholder::hexadecimal(&encrypted[..16]), first);
            assert_eq!(
                cbc_decrypt(&key, &vector, &encrypted).as_deref(),
                Some(message.as_slice())
            );
        }
    }

    #[test]
    fn there_and_back_through_both_engines() {
        let text = "私は山田太郎です。電話は03-1234-5678です。";
        let find = |entity_type, value: &str| {
            let start = text.find(value).expect("the text holds it");
            RecognizerResult {
                entity_type,
                span: Span::new(start, start + value.len()),
                score: Score::ONE,
                recognizer: "test".into(),
            }
        };
        let finds = [
            find(EntityType::PERSON, "山田太郎"),
            find(EntityType::PHONE_NUMBER, "03-1234-5678"),
        ];
        for encrypt in [
            Encrypt::new(SecretKey::new([1; 32])),
            Encrypt::aes_cbc(b"sixteen byte key").expect("16 bytes"),
        ] {
            let mut random = counting();
            let redacted = AnonymizerEngine::new(encrypt.clone())
                .anonymize_with(
                    text,
                    &finds,
                    &mut Resources::none().with_random(&mut random),
                )
                .expect("a key and random bytes are there");
            assert!(!redacted.as_str().contains("山田"));
            let restored = DeanonymizeEngine::new(DeanonymizeOperator::Decrypt(encrypt))
                .deanonymize(redacted.as_str(), redacted.items())
                .expect("the right key");
            assert_eq!(restored.text(), text);
            assert_eq!(restored.places().len(), 2);
            let other = Encrypt::new(SecretKey::new([2; 32]));
            let wrong = DeanonymizeEngine::new(DeanonymizeOperator::Decrypt(other))
                .deanonymize(redacted.as_str(), redacted.items());
            assert_eq!(
                wrong.map(|_| ()).map_err(|error| error.kind()),
                Err(ErrorKind::Decryption)
            );
        }
    }

    #[test]
    fn without_random_bytes_nothing_is_encrypted() {
        let value = Value {
            entity_type: &EntityType::PERSON,
            text: "山田",
        };
        let result = Encrypt::new(SecretKey::new([1; 32])).operate(
            &value,
            &mut Resources::none(),
            &mut String::new(),
        );
        assert_eq!(
            result.map_err(|error| error.kind()),
            Err(ErrorKind::InvalidArgument)
        );
        assert!(Encrypt::aes_cbc(b"short").is_err());
    }
}
