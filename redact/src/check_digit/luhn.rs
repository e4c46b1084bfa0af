//! Luhn's formula (mod 10, double-add-double): payment cards, IMEI, and many other numbers.
//!
//! Source: ISO/IEC 7812-1, annex B. Catches every single wrong digit and every exchange of
//! neighbours but 09 and 90.

/// Whether `digits` (values 0 to 9, check digit last) satisfy Luhn's formula. No digits do not.
///
/// ```
/// use redact::check_digit::luhn;
///
/// assert!(luhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3].into_iter()));
/// assert!(!luhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 0].into_iter()));
/// ```
pub fn luhn(digits: impl DoubleEndedIterator<Item = u8>) -> bool {
    let mut count = 0u32;
    let mut sum = 0u32;
    for digit in digits.rev() {
        let digit = u32::from(digit);
        sum = sum.wrapping_add(if count.is_multiple_of(2) {
            digit
        } else if digit < 5 {
            2 * digit
        } else {
            // The digits of a two-digit double are added up, which is the double less nine.
            2 * digit - 9
        });
        count = count.wrapping_add(1);
    }
    count > 0 && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn digits(text: &str) -> impl DoubleEndedIterator<Item = u8> + use<'_> {
        text.bytes().map(|digit| digit - b'0')
    }

    #[test]
    fn known_numbers() {
        for valid in ["4111111111111111", "378282246310005", "0", "18"] {
            assert!(luhn(digits(valid)), "{valid}");
        }
        for invalid in ["4111111111111112", "1", ""] {
            assert!(!luhn(digits(invalid)), "{invalid}");
        }
    }

    proptest! {
        #[test]
        fn exactly_one_check_digit_fits(payload in prop::collection::vec(0u8..10, 0..30)) {
            let fitting = (0u8..10).filter(|&check| {
                luhn(payload.iter().copied().chain([check]))
            });
            prop_assert_eq!(fitting.count(), 1);
        }

        #[test]
        fn a_wrong_digit_is_caught(payload in prop::collection::vec(0u8..10, 1..30), place in any::<prop::sample::Index>(), by in 1u8..10) {
            let before = luhn(payload.iter().copied());
            let mut wrong = payload.clone();
            let place = place.index(payload.len());
            wrong[place] = (wrong[place] + by) % 10;
            prop_assert!(!(before && luhn(wrong.into_iter())));
        }
    }
}
