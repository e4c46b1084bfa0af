//! 運転免許証番号: modulus 11 over ten digits, the eleventh checks, the twelfth counts reissues.

use super::exactly;

/// Whether twelve digits carry the check digit of a 運転免許証番号.
///
/// The police publish what the number is made of (公安委員会コード, 年号記号, 交付番号, チェックデジット,
/// 再交付記号, so in the prefectures' 運転免許事務取扱要領) but not how it is checked. The formula here
/// is the commonly known one, which cards bear out: weights 5 4 3 2 7 6 5 4 3 2, the last digit of 11
/// less the remainder by 11. Take a failure as a doubt, not as a proof.
pub(crate) fn jp_drivers_license(digits: impl Iterator<Item = u8>) -> bool {
    let Some([first @ .., check, _reissues]) = exactly::<12>(digits) else {
        return false;
    };
    let weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    let sum: u32 = first
        .iter()
        .zip(weights)
        .map(|(&digit, weight)| u32::from(digit) * weight)
        .sum();
    u32::from(check) == (11 - sum % 11) % 10
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_digit::digits_of;

    fn is_valid(text: &str) -> bool {
        jp_drivers_license(digits_of(text))
    }

    #[test]
    fn the_eleventh_digit_checks_and_the_twelfth_counts() {
        // 3·5+0·4+9·3+0·2+1·7+2·6+3·5+4·4+5·3+6·2 = 119, remainder 9, check digit 2.
        assert!(is_valid("309012345620"));
        assert!(is_valid("309012345623"));
        assert!(!is_valid("309012345630"));
    }

    #[test]
    fn remainders_of_zero_and_one_give_one_and_zero() {
        assert!(is_valid("000000000010"));
        // 6 · 2 leaves the remainder 1.
        assert!(is_valid("000000000600"));
    }

    #[test]
    fn any_other_length_is_refused() {
        assert!(!is_valid("30901234562"));
    }
}
