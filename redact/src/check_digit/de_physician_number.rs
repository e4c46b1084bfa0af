//! The check digit of the German physician number (Lebenslange Arztnummer).
//!
//! Source: Kassenärztliche Bundesvereinigung, "Richtlinie zur Vergabe der Arzt-, Betriebsstätten-
//! sowie der Praxisnetznummern", § 4: weights 4 and 9 in turn, the difference to the next ten.

/// Whether the seventh of nine digits is the check digit of the six before it. The last two name the
/// specialty and are not covered.
pub fn de_physician_number(digits: [u8; 9]) -> bool {
    let [payload @ .., check, _, _] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip([4, 9].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    (sum + u32::from(check)).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers() {
        assert!(de_physician_number([1, 2, 3, 4, 5, 6, 6, 0, 1]));
        assert!(!de_physician_number([1, 2, 3, 4, 5, 6, 7, 0, 1]));
        assert!(!de_physician_number([2, 1, 3, 4, 5, 6, 6, 0, 1]));
    }
}
