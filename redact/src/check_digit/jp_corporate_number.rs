//! 法人番号: modulus 9 over twelve digits, the first of thirteen checks.

use super::exactly;

/// Whether thirteen digits carry the check digit of a 法人番号.
///
/// Source: 法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条: counted from the right the twelve
/// digits behind the first weigh 1 and 2 in turn; the check digit is 9 less the remainder by 9, so it
/// is never 0.
pub(crate) fn jp_corporate_number(digits: impl Iterator<Item = u8>) -> bool {
    let Some([check, base @ ..]) = exactly::<13>(digits) else {
        return false;
    };
    let sum: u32 = base
        .iter()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(&digit, weight)| u32::from(digit) * weight)
        .sum();
    u32::from(check) == 9 - sum % 9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_digit::digits_of;

    fn is_valid(text: &str) -> bool {
        jp_corporate_number(digits_of(text))
    }

    #[test]
    fn the_worked_example_of_the_tax_agency_holds() {
        // 700110005901 has the check digit 8 in 国税庁「法人番号のチェックデジットの計算」.
        assert!(is_valid("8700110005901"));
    }

    #[test]
    fn one_check_digit_of_ten_fits_and_it_is_never_zero() {
        for base in ["700110005901", "000000000000", "123456789012"] {
            let fitting: Vec<u8> = (0..10)
                .filter(|check| is_valid(&format!("{check}{base}")))
                .collect();
            assert_eq!(fitting.len(), 1);
            assert_ne!(fitting[0], 0);
        }
    }

    #[test]
    fn any_other_length_is_refused() {
        assert!(!is_valid("870011000590"));
        assert!(!is_valid("87001100059010"));
    }
}
