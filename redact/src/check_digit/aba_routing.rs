//! Routing numbers of banks in the United States: weights 3, 7 and 1 in turn, modulo 10.

use super::exactly;

/// Whether nine digits carry the check digit of a routing number.
///
/// Source: American Bankers Association, Routing Number Policy and Procedures, appendix: the digits weigh
/// 3, 7, 1, 3, 7, 1, 3, 7, 1 and make a multiple of 10.
pub fn aba_routing(digits: impl Iterator<Item = u8>) -> bool {
    exactly::<9>(digits).is_some_and(|digits| {
        let weighed = digits.iter().zip([3, 7, 1].into_iter().cycle());
        let sum: u32 = weighed
            .map(|(&digit, weight)| u32::from(digit) * weight)
            .sum();
        sum.is_multiple_of(10)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_digit::digits_of;

    #[test]
    fn known_numbers() {
        // The Federal Reserve Banks' own.
        assert!(aba_routing(digits_of("011000015")));
        assert!(aba_routing(digits_of("121000374")));
        assert!(!aba_routing(digits_of("121000375")));
        assert!(!aba_routing(digits_of("12100037")));
    }
}
