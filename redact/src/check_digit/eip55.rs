//! EIP-55: the case of an Ethereum address's letters is its checksum.
//!
//! Source: ERC-55 (EIP-55), "Mixed-case checksum address encoding". About one in four thousand
//! random spellings passes.

use sha3::{Digest, Keccak256};

/// Whether the case of the letters in `hex`, the 40 hexadecimal digits of an address without `0x`,
/// is right. One case throughout carries no checksum; whether that will do is the caller's decision.
///
/// ```
/// use redact::check_digit::eip55;
///
/// // The first example of EIP-55.
/// assert!(eip55("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
/// assert!(!eip55("5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
/// ```
pub fn eip55(hex: &str) -> bool {
    if hex.len() != 40 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return false;
    }
    let hash = Keccak256::digest(hex.to_ascii_lowercase());
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    hex.bytes().zip(nibbles).all(|(byte, nibble)| {
        !byte.is_ascii_alphabetic() || byte.is_ascii_uppercase() == (nibble >= 8)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_examples_of_the_proposal() {
        for hex in [
            "52908400098527886E0F7030069857D2E4169EE7",
            "de709f2102306220921060314715629080e2fb77",
            "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
            "D1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
        ] {
            assert!(eip55(hex), "{hex}");
        }
        assert!(!eip55("fb6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
        assert!(!eip55("fB6916095ca1df60bB79Ce92cE3Ea74c37c5d35"));
    }

    proptest! {
        #[test]
        fn exactly_one_spelling_fits(bytes in "[0-9a-f]{40}", place in 0usize..40) {
            let hash = Keccak256::digest(&bytes);
            let right: String = bytes.chars().zip(hash.iter().flat_map(|byte| [byte >> 4, byte & 15]))
                .map(|(digit, nibble)| if nibble >= 8 { digit.to_ascii_uppercase() } else { digit })
                .collect();
            prop_assert!(eip55(&right));
            let mut wrong = right.into_bytes();
            prop_assume!(wrong[place].is_ascii_alphabetic());
            wrong[place] ^= 0x20;
            prop_assert!(!eip55(std::str::from_utf8(&wrong).unwrap()));
        }
    }
}
