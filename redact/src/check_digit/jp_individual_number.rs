//! 個人番号 (My Number): modulus 11 over eleven digits, the twelfth checks.

use super::exactly;

/// Whether twelve digits carry the check digit of a 個人番号.
///
/// Source: 行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による通知カード及び
/// 個人番号カード並びに情報提供ネットワークシステムによる特定個人情報の提供等に関する省令
/// (平成26年総務省令第85号) 第5条: counted from the right the digits weigh 2 to 7, then 2 to 6; the check
/// digit is 11 less the remainder by 11, and 0 where the remainder is 0 or 1.
pub(crate) fn jp_individual_number(digits: impl Iterator<Item = u8>) -> bool {
    let Some([first @ .., check]) = exactly::<12>(digits) else {
        return false;
    };
    let weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    let sum: u32 = first
        .iter()
        .zip(weights)
        .map(|(&digit, weight)| u32::from(digit) * weight)
        .sum();
    let expected = match sum % 11 {
        0 | 1 => 0,
        remainder => 11 - remainder,
    };
    u32::from(check) == expected
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_digit::digits_of;

    fn is_valid(text: &str) -> bool {
        jp_individual_number(digits_of(text))
    }

    #[test]
    fn one_check_digit_of_ten_fits() {
        // 1·6+2·5+3·4+4·3+5·2+6·7+7·6+8·5+9·4+0·3+1·2 = 212, remainder 3, check digit 8.
        assert!(is_valid("123456789018"));
        let fitting = (0..10).filter(|check| is_valid(&format!("12345678901{check}")));
        assert_eq!(fitting.count(), 1);
    }

    #[test]
    fn remainders_of_zero_and_one_check_as_zero() {
        assert!(is_valid("000000000000"));
        // 6 · 2 leaves the remainder 1.
        assert!(is_valid("000000000060"));
    }

    #[test]
    fn any_other_length_is_refused() {
        assert!(!is_valid("12345678901"));
        assert!(!is_valid("1234567890180"));
    }
}
