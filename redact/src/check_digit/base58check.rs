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

const BITCOIN: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const RIPPLE: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
static BITCOIN_VALUES: [u8; 256] = values(BITCOIN);
static RIPPLE_VALUES: [u8; 256] = values(RIPPLE);
/// In a table of values: the byte is not of the alphabet.
const NONE: u8 = u8::MAX;

/// The value of each byte in an alphabet.
const fn values(alphabet: &[u8; 58]) -> [u8; 256] {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < 58 {
        values[alphabet[value as usize] as usize] = value;
        value += 1;
    }
    values
}

/// The bytes that `text` writes in base 58, without any check; `None` if a character is not of the
/// alphabet or the text is longer than 112.
pub fn base58_decode(text: &str, alphabet: Base58Alphabet) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let values = match alphabet {
        Base58Alphabet::Bitcoin => &BITCOIN_VALUES,
        Base58Alphabet::Ripple => &RIPPLE_VALUES,
    };
    // The number, its least 32 bits first.
    let mut limbs: Vec<u32> = Vec::with_capacity(LONGEST / 5);
    for byte in text.bytes() {
        let value = values[usize::from(byte)];
        if value == NONE {
            return None;
        }
        let mut carry = u64::from(value);
        for limb in &mut limbs {
            carry += u64::from(*limb) * 58;
            *limb = low_half(carry);
            carry >>= 32;
        }
        if carry > 0 {
            limbs.push(low_half(carry));
        }
    }
    // Zeros in front are written out, one character each.
    let zeros = text
        .bytes()
        .take_while(|&byte| values[usize::from(byte)] == 0)
        .count();
    let mut bytes = vec![0; zeros];
    let number = limbs.iter().rev().flat_map(|limb| limb.to_be_bytes());
    bytes.extend(number.skip_while(|&byte| byte == 0));
    Some(bytes)
}

fn low_half(number: u64) -> u32 {
    u32::try_from(number & 0xFFFF_FFFF).expect("32 bits are left")
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
        let characters = match alphabet {
            Base58Alphabet::Bitcoin => BITCOIN,
            Base58Alphabet::Ripple => RIPPLE,
        };
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
            out.push(characters[remainder]);
        }
        out.extend(std::iter::repeat_n(characters[0], zeros));
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
