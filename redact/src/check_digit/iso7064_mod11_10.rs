//! ISO 7064 MOD 11,10: the German tax identification number and VAT number, among others.
//!
//! Source: ISO/IEC 7064:2003, section 9 (hybrid systems). Catches every single wrong digit.

/// Whether `digits` (values 0 to 9, check digit last) satisfy the system. Fewer than two do not.
///
/// ```
/// use redact::check_digit::iso7064_mod11_10;
///
/// // The example of the standard.
/// assert!(iso7064_mod11_10([0, 7, 9, 4, 5].into_iter()));
/// assert!(!iso7064_mod11_10([0, 7, 9, 4, 4].into_iter()));
/// ```
pub fn iso7064_mod11_10(digits: impl Iterator<Item = u8>) -> bool {
    let mut product = 10;
    let mut sum = 0;
    let mut count = 0u32;
    for digit in digits {
        if count > 0 {
            product = match sum {
                0 => 10 * 2 % 11,
                sum => sum * 2 % 11,
            };
        }
        sum = (product + u32::from(digit)) % 10;
        count = count.saturating_add(1);
    }
    count > 1 && sum == 1
}

#[cfg(test)]
mod tests {
    use super::super::digits_of;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_numbers() {
        // Examples of the German Federal Central Tax Office.
        assert!(iso7064_mod11_10(digits_of("86095742719")));
        assert!(iso7064_mod11_10(digits_of("136695976")));
        assert!(!iso7064_mod11_10(digits_of("136695977")));
        assert!(!iso7064_mod11_10(digits_of("1")));
        assert!(!iso7064_mod11_10(digits_of("")));
    }

    proptest! {
        #[test]
        fn exactly_one_check_digit_fits(payload in prop::collection::vec(0u8..10, 1..30)) {
            let fitting = (0u8..10).filter(|&check| {
                iso7064_mod11_10(payload.iter().copied().chain([check]))
            });
            prop_assert_eq!(fitting.count(), 1);
        }
    }
}
