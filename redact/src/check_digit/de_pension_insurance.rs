//! The check digit of the German pension insurance number (Rentenversicherungsnummer).
//!
//! Source: Verordnung über die Vergabe und Zusammensetzung der Versicherungsnummer (VKVV) § 4: the
//! letter as two digits (A is 01), weights 2 1 2 5 7 1 2 1 2 1 2 1, sums of digits, modulo 10.

/// Whether `check` is the check digit of the eight digits in front, the letter (1 for A to 26 for Z)
/// and the serial number of two digits.
pub fn de_pension_insurance(front: [u8; 8], letter: u8, serial: [u8; 2], check: u8) -> bool {
    let values = front
        .into_iter()
        .chain([letter / 10, letter % 10])
        .chain(serial);
    let sum: u32 = values
        .zip([2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1])
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
        // 15 070649 C 10 3 is the example of the pension insurance.
        let front = [1, 5, 0, 7, 0, 6, 4, 9];
        assert!(de_pension_insurance(front, 3, [1, 0], 3));
        assert!(!de_pension_insurance(front, 3, [1, 0], 4));
        assert!(!de_pension_insurance(front, 4, [1, 0], 3));
    }
}
