//! `Base58Check`: bytes with four bytes of a double SHA-256 behind them, written in 58 letters and
//! digits that are not mistaken for each other. Bitcoin and many of its kin.
//!
//! Source: Bitcoin's reference implementation (`base58.cpp`), described in the Bitcoin developer
//! reference, "Address conversion"; Ripple's alphabet from XRPL, "base58 encodings". One in four
//! thousand million random strings passes.

use sha2::{Digest, Sha256};

/// The longest text that is decoded: an extended key has 111 characters. Decoding takes time in the
/// square of the length.
const LONGEST: usize = 112;

/// Which character stands for which value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base58Alphabet {
    /// Bitcoin's, which all others but Ripple use too.
    Bitcoin,
    /// Ripple's.
    Ripple,
}

impl Base58Alphabet {
    fn characters(self) -> &'static [u8; 58] {
        match self {
            Self::Bitcoin => b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
            Self::Ripple => b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz",
        }
    }
}

/// The bytes that `text` writes in base 58, without any check; `None` if a character is not of the
/// alphabet or the text is longer than 112.
pub fn base58_decode(text: &str, alphabet: Base58Alphabet) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let characters = alphabet.characters();
    // Little-endian while it grows.
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    for character in text.bytes() {
        let mut carry = characters.iter().position(|&known| known == character)?;
        for byte in &mut bytes {
            carry += usize::from(*byte) * 58;
            *byte = u8::try_from(carry & 0xFF).ok()?;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(u8::try_from(carry & 0xFF).ok()?);
            carry >>= 8;
        }
    }
    let zero = characters.first().copied();
    let zeros = text
        .bytes()
        .take_while(|&character| Some(character) == zero)
        .count();
    bytes.resize(bytes.len() + zeros, 0);
    bytes.reverse();
    Some(bytes)
}

/// The bytes that `text` carries, version byte first, without the four of the checksum; `None` if
/// the checksum does not hold.
///
/// ```
/// use redact::check_digit::{Base58Alphabet, base58check_payload};
///
/// // The first address there ever was, that of the genesis block.
/// let text = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
/// let payload = base58check_payload(text, Base58Alphabet::Bitcoin).unwrap();
/// assert_eq!((payload[0], payload.len()), (0, 21));
/// ```
pub fn base58check_payload(text: &str, alphabet: Base58Alphabet) -> Option<Vec<u8>> {
    let mut bytes = base58_decode(text, alphabet)?;
    let (payload, checksum) = bytes.split_last_chunk::<4>()?;
    let hash = Sha256::digest(Sha256::digest(payload));
    if hash.get(..4) != Some(checksum.as_slice()) {
        return None;
    }
    let length = payload.len();
    bytes.truncate(length);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn encode(payload: &[u8], alphabet: Base58Alphabet) -> String {
        let mut bytes = payload.to_vec();
        bytes.extend(&Sha256::digest(Sha256::digest(payload))[..4]);
        let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
        let mut out = Vec::new();
        while bytes.iter().any(|&byte| byte != 0) {
            let mut remainder = 0usize;
            for byte in &mut bytes {
                remainder = remainder * 256 + usize::from(*byte);
                *byte = u8::try_from(remainder / 58).unwrap();
                remainder %= 58;
            }
            out.push(alphabet.characters()[remainder]);
        }
        out.extend(std::iter::repeat_n(alphabet.characters()[0], zeros));
        out.reverse();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn known_addresses() {
        let bitcoin = Base58Alphabet::Bitcoin;
        // Of Bitcoin's public documentation and tests.
        assert!(base58check_payload("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", bitcoin).is_some());
        assert!(base58check_payload("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", bitcoin).is_some());
        assert!(base58check_payload("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3", bitcoin).is_none());
        // XRPL's ACCOUNT_ZERO.
        let zero = base58check_payload("rrrrrrrrrrrrrrrrrrrrrhoLvTp", Base58Alphabet::Ripple);
        assert_eq!(zero, Some(vec![0; 21]));
        for text in ["", "1", "0OIl", &"1".repeat(113)] {
            assert!(base58check_payload(text, bitcoin).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(payload in prop::collection::vec(any::<u8>(), 0..60), ripple in any::<bool>()) {
            let alphabet = if ripple { Base58Alphabet::Ripple } else { Base58Alphabet::Bitcoin };
            let text = encode(&payload, alphabet);
            prop_assert_eq!(base58check_payload(&text, alphabet), Some(payload));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,120}") {
            base58check_payload(&text, Base58Alphabet::Bitcoin);
        }
    }
}
