//! Presidio's cipher: AES in CBC mode with PKCS #7 padding, the initialisation vector in front, in
//! URL-safe base64 with padding. There is no authentication: it does not notice what was changed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use zeroize::Zeroizing;

use super::error::{AnonymizerError, Result};
use crate::RandomSource;
use crate::anonymizer::operators::{cbc_decrypt, cbc_encrypt};

/// Bytes of a block, and of the initialisation vector.
const BLOCK: usize = 16;

/// The cipher of the operators `encrypt` and `decrypt`.
#[derive(Clone, Copy, Debug)]
pub struct AesCipher;

impl AesCipher {
    /// Whether a key of so many bytes passes Presidio's check. 64 bytes do, and fail later.
    pub fn is_valid_key_size(bytes: usize) -> bool {
        matches!(bytes, 16 | 24 | 32 | 64)
    }

    /// Encrypts a text under a random initialisation vector.
    ///
    /// # Errors
    ///
    /// When the key has not 16, 24 or 32 bytes, and those of the source.
    pub fn encrypt(key: &[u8], text: &str, random: &mut dyn RandomSource) -> Result<String> {
        check_key(key)?;
        let mut vector = [0; BLOCK];
        random.fill(&mut vector)?;
        let encrypted = Self::encrypt_bytes(key, &vector, text.as_bytes())?;
        Ok(URL_SAFE.encode([vector.as_slice(), &encrypted].concat()))
    }

    /// Decrypts what [`AesCipher::encrypt`], or Presidio, made.
    ///
    /// # Errors
    ///
    /// When the key has not 16, 24 or 32 bytes or is not the right one, or the text is no cipher text.
    pub fn decrypt(key: &[u8], text: &str) -> Result<String> {
        let bytes = decode(text)?;
        check_key(key)?;
        let (vector, message) = bytes.split_at_checked(BLOCK).ok_or_else(|| {
            AnonymizerError::failed(format!("Invalid IV size ({}) for CBC.", bytes.len()))
        })?;
        let decrypted = Zeroizing::new(Self::decrypt_bytes(key, vector, message)?);
        std::str::from_utf8(&decrypted)
            .map(str::to_owned)
            .map_err(|_| {
                AnonymizerError::failed("what was decrypted is no UTF-8; the key is wrong")
            })
    }

    /// The cipher text of bytes, padded.
    ///
    /// # Errors
    ///
    /// When the key has not 16, 24 or 32 bytes or the initialisation vector not 16.
    pub fn encrypt_bytes(key: &[u8], vector: &[u8], message: &[u8]) -> Result<Vec<u8>> {
        check_key(key)?;
        cbc_encrypt(key, vector, message).ok_or_else(|| bad_vector(vector))
    }

    /// The bytes of a cipher text, without padding.
    ///
    /// # Errors
    ///
    /// When the key has not 16, 24 or 32 bytes or the initialisation vector not 16, and when the
    /// padding shows that something is wrong.
    pub fn decrypt_bytes(key: &[u8], vector: &[u8], message: &[u8]) -> Result<Vec<u8>> {
        check_key(key)?;
        if vector.len() != BLOCK {
            return Err(bad_vector(vector));
        }
        cbc_decrypt(key, vector, message).ok_or_else(|| {
            AnonymizerError::failed(if message.len().is_multiple_of(BLOCK) {
                "Invalid padding bytes."
            } else {
                "The length of the provided data is not a multiple of the block length."
            })
        })
    }
}

fn bad_vector(vector: &[u8]) -> AnonymizerError {
    AnonymizerError::failed(format!("Invalid IV size ({}) for CBC.", vector.len()))
}

fn check_key(key: &[u8]) -> Result<()> {
    match key.len() {
        16 | 24 | 32 => Ok(()),
        64 => Err(AnonymizerError::failed(
            "Only 128, 192, and 256 bit keys are allowed for this AES mode",
        )),
        bytes => Err(AnonymizerError::failed(format!(
            "Invalid key size ({}) for AES.",
            bytes * 8
        ))),
    }
}

/// Base64 as Python's `urlsafe_b64decode` reads it: both alphabets, other characters skipped,
/// nothing read behind the padding.
fn decode(text: &str) -> Result<Vec<u8>> {
    if !text.is_ascii() {
        return Err(AnonymizerError::failed(
            "string argument should contain only ASCII characters",
        ));
    }
    let mut digits = String::with_capacity(text.len());
    let mut pads = 0;
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'+' | b'/' => {
                pads = 0;
                digits.push(match byte {
                    b'+' => '-',
                    b'/' => '_',
                    other => char::from(other),
                });
            }
            b'=' if digits.len() % 4 >= 2 => {
                pads += 1;
                if digits.len() % 4 + pads >= 4 {
                    break;
                }
            }
            _ => {}
        }
    }
    let missing = match digits.len() % 4 {
        0 => 0,
        1 => 3,
        digits => 4 - digits,
    };
    if missing != pads {
        return Err(AnonymizerError::failed("Incorrect padding"));
    }
    digits.extend(std::iter::repeat_n('=', missing));
    LENIENT
        .decode(digits)
        .map_err(|_| AnonymizerError::failed("Incorrect padding"))
}

/// Padded, and bits that are left over in the last digit are ignored, as Python ignores them.
const LENIENT: base64::engine::GeneralPurpose = base64::engine::GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    base64::engine::GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true),
);

#[cfg(test)]
mod tests {
    use super::*;

    /// Made by Presidio 2.2.366.
    const KEY: &[u8] = b"WmZq4t7w!z%C&F)J";
    const THEIRS: &str = "_5JnqUUn3MhoHyxr6uI4oTS-n9e6wNsaw1CzbTfOuMA=";

    #[test]
    fn their_cipher_text_is_read() {
        for text in [
            THEIRS.to_owned(),
            format!(" {THEIRS}\n"),
            THEIRS.replace('-', "+").replace('_', "/"),
            format!("{THEIRS}===="),
        ] {
            assert_eq!(AesCipher::decrypt(KEY, &text).as_deref(), Ok("Chloë"));
        }
    }

    #[test]
    fn what_is_no_cipher_text_is_an_error() {
        for (key, text, expected) in [
            (KEY, "", "Invalid IV size (0) for CBC."),
            (KEY, "!!!!", "Invalid IV size (0) for CBC."),
            (KEY, "AAAA", "Invalid IV size (3) for CBC."),
            (KEY, "abc", "Incorrect padding"),
            (KEY, THEIRS.trim_end_matches('='), "Incorrect padding"),
            (KEY, "AAAAAAAAAAAAAAAAAAAAAA==", "Invalid padding bytes."),
            (
                KEY,
                "山",
                "string argument should contain only ASCII characters",
            ),
            (
                b"short".as_slice(),
                "AAAA",
                "Invalid key size (40) for AES.",
            ),
        ] {
            let error = AesCipher::decrypt(key, text).expect_err(text);
            assert_eq!(error.to_string(), expected, "{text}");
        }
    }

    #[test]
    fn there_and_back() {
        let mut random = |bytes: &mut [u8]| {
            bytes.fill(9);
            Ok(())
        };
        for key in [[7; 16].as_slice(), &[7; 24], &[7; 32]] {
            for text in ["", "山田", "a text longer than one block of the cipher"] {
                let encrypted = AesCipher::encrypt(key, text, &mut random).expect("a good key");
                assert_eq!(AesCipher::decrypt(key, &encrypted).as_deref(), Ok(text));
            }
        }
        assert!(AesCipher::is_valid_key_size(64));
        assert!(AesCipher::encrypt(&[7; 64], "", &mut random).is_err());
    }
}
