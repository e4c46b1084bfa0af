//! The check digit of the German health insurance number (Krankenversichertennummer).
//!
//! Source: GKV-Spitzenverband, "Richtlinie zum Aufbau und zur Vergabe einer
//! Krankenversichertennummer nach § 290 SGB V", annex 1: the letter as two digits (A is 01), weights
//! 1 and 2 in turn, sums of digits, modulo 10.

/// Whether the ninth digit is the check digit of the letter (1 for A to 26 for Z) and of the eight
/// digits before it.
pub fn de_health_insurance(letter: u8, digits: [u8; 9]) -> bool {
    let [payload @ .., check] = digits;
    let values = [letter / 10, letter % 10].into_iter().chain(payload);
    let sum: u32 = values
        .zip([1, 2].into_iter().cycle())
        .map(|(value, weight)| {
            let product = u32::from(value) * weight;
            product / 10 + product % 10
        })
        .sum();
    sum % 10 == u32::from(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers() {
        // A000500015 is the example of the guideline.
        assert!(de_health_insurance(1, [0, 0, 0, 5, 0, 0, 0, 1, 5]));
        assert!(!de_health_insurance(1, [0, 0, 0, 5, 0, 0, 0, 1, 6]));
        assert!(!de_health_insurance(2, [0, 0, 0, 5, 0, 0, 0, 1, 5]));
    }
}
