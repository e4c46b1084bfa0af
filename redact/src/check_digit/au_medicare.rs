//! The check digit of an Australian Medicare card number.
//!
//! Source: Services Australia, Medicare card number check digit: weights 1 3 7 9 twice, modulus 10.

/// Whether the last of nine digits is the check digit of the eight before it. The tenth digit of a card
/// counts its issues and is not checked.
///
/// ```
/// use redact::check_digit::au_medicare;
///
/// assert!(au_medicare([2, 1, 2, 3, 4, 5, 6, 7, 0]));
/// assert!(!au_medicare([2, 1, 2, 3, 4, 5, 6, 7, 1]));
/// ```
pub fn au_medicare(digits: [u8; 9]) -> bool {
    let [payload @ .., check] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip([1, 3, 7, 9].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    sum % 10 == u32::from(check)
}
