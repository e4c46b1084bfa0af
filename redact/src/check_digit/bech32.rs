//! Bech32 and Bech32m: a readable prefix, `1`, and 5-bit values with a BCH code of 30 bits.
//!
//! Source: BIP 173 (Bech32, section "Bech32") and BIP 350 (Bech32m). Catches any four wrong
//! characters.

/// Which of the two constants the checksum was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bech32Variant {
    /// BIP 173: witness version 0.
    Bech32,
    /// BIP 350: witness version 1 and later.
    Bech32m,
}

/// The longest text the code is made for.
const LONGEST: usize = 90;
const CHARACTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR: [u32; 5] = [
    0x3B6A_57B2,
    0x2650_8E6D,
    0x1EA1_19FA,
    0x3D42_33DD,
    0x2A14_62B3,
];

/// The variant whose checksum `text` satisfies, if it is one: a prefix, `1`, data and checksum, all
/// in one case, at most 90 characters.
///
/// ```
/// use redact::check_digit::{Bech32Variant, bech32};
///
/// // The example of BIP 173.
/// let address = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
/// assert_eq!(bech32(address), Some(Bech32Variant::Bech32));
/// ```
pub fn bech32(text: &str) -> Option<Bech32Variant> {
    let has_lower = text.bytes().any(|byte| byte.is_ascii_lowercase());
    let has_upper = text.bytes().any(|byte| byte.is_ascii_uppercase());
    if text.len() > LONGEST || (has_lower && has_upper) {
        return None;
    }
    let (prefix, data) = text.rsplit_once('1')?;
    if prefix.is_empty() || data.len() < 6 || !prefix.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    let prefix = prefix.bytes().map(|byte| byte.to_ascii_lowercase());
    let mut state = 1;
    for byte in prefix.clone() {
        state = step(state, byte >> 5);
    }
    state = step(state, 0);
    for byte in prefix {
        state = step(state, byte & 31);
    }
    for byte in data.bytes() {
        let byte = byte.to_ascii_lowercase();
        let value = CHARACTERS.iter().position(|&known| known == byte)?;
        state = step(state, u8::try_from(value).ok()?);
    }
    match state {
        1 => Some(Bech32Variant::Bech32),
        0x2BC8_30A3 => Some(Bech32Variant::Bech32m),
        _ => None,
    }
}

/// Takes one more 5-bit value into the remainder.
fn step(state: u32, value: u8) -> u32 {
    let top = state >> 25;
    let shifted = (state & 0x01FF_FFFF) << 5 ^ u32::from(value);
    GENERATOR
        .iter()
        .zip(0..)
        .filter(|&(_, bit)| top >> bit & 1 == 1)
        .fold(shifted, |state, (generator, _)| state ^ generator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_vectors_of_both_proposals() {
        for text in [
            "A12UEL5L",
            "a12uel5l",
            "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
            "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
            "?1ezyfcl",
        ] {
            assert_eq!(bech32(text), Some(Bech32Variant::Bech32), "{text}");
        }
        for text in [
            "A1LQFN3A",
            "a1lqfn3a",
            "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
            "?1v759aa",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ] {
            assert_eq!(bech32(text), Some(Bech32Variant::Bech32m), "{text}");
        }
        for text in [
            "pzry9x0s0muk",
            "1pzry9x0s0muk",
            "x1b4n0q5v",
            "li1dgmt3",
            "A1G7SGD8",
            "10a06t8",
            "1qzzfhee",
            "a12UEL5L",
        ] {
            assert_eq!(bech32(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_wrong_character_is_caught(place in 3usize..42, by in 1usize..32) {
            let text = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
            let mut wrong = text.as_bytes().to_vec();
            let value = CHARACTERS.iter().position(|&known| known == wrong[place]).unwrap();
            wrong[place] = CHARACTERS[(value + by) % 32];
            prop_assert_eq!(bech32(std::str::from_utf8(&wrong).unwrap()), None);
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,100}") {
            bech32(&text);
        }
    }
}
