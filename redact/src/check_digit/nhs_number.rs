//! NHS number: modulus 11 over weights from 10 down.

use super::exactly;

/// Whether ten digits carry the check digit of an NHS number.
///
/// Source: NHS Data Dictionary, "NHS NUMBER": the first nine digits weigh 10 to 2; the check digit is 11
/// less the remainder by 11, with 11 written as 0. A remainder that asks for 10 is not issued, which no
/// digit satisfies.
pub fn nhs_number(digits: impl Iterator<Item = u8>) -> bool {
    exactly::<10>(digits).is_some_and(|digits| {
        let weighed = digits.iter().zip((1..=10).rev());
        let sum: u32 = weighed
            .map(|(&digit, weight)| u32::from(digit) * weight)
            .sum();
        sum.is_multiple_of(11)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_digit::digits_of;

    #[test]
    fn the_example_of_the_data_dictionary_holds() {
        // 943 476 5919 is the dictionary's worked example; 943 476 5870 another of its test numbers.
        assert!(nhs_number(digits_of("9434765919")));
        assert!(nhs_number(digits_of("9434765870")));
        assert!(!nhs_number(digits_of("9434765918")));
        assert!(!nhs_number(digits_of("943476591")));
    }
}
