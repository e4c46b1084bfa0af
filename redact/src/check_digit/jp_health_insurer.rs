//! 保険者番号 of the health insurances: modulus 10 with weights 2 and 1, the last digit checks.

/// Whether six digits (国民健康保険) or eight (all others) carry the check digit of a 保険者番号.
///
/// Source: 昭和51年8月7日付け厚生省通知「保険者番号等の設定について」: from the right the digits before the last weigh 2 and 1 in turn, the digits of the
/// products are added, and the check digit fills the sum up to the next ten.
pub(crate) fn jp_health_insurer(digits: impl DoubleEndedIterator<Item = u8> + Clone) -> bool {
    if !matches!(digits.clone().count(), 6 | 8) {
        return false;
    }
    let sum: u32 = digits
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(digit, weight)| {
            let product = u32::from(digit) * weight;
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_valid(text: &str) -> bool {
        let digits: Vec<u8> = text.bytes().map(|byte| byte - b'0').collect();
        jp_health_insurer(digits.into_iter())
    }

    #[test]
    fn six_and_eight_digits_are_checked() {
        // 3·2+3·1+1·2+2·1+0+0+1·2 = 15, so 5 fills up to 20.
        assert!(is_valid("33120015"));
        assert!(!is_valid("33120016"));
        // 1·2 + 3·1 + 8·2 (1 + 6) + 0·1 + 1·2 = 14, so 6.
        assert!(is_valid("138016"));
        assert!(!is_valid("138061"));
    }

    #[test]
    fn any_other_length_is_refused() {
        assert!(!is_valid("0000000"));
        assert!(!is_valid(""));
    }
}
