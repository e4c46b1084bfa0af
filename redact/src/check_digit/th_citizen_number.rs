//! The check digit of the Thai citizen number.
//!
//! Source: Department of Provincial Administration, citizen registration number of 13 digits: weights
//! 13 to 2, modulo 11.

/// Whether the last of thirteen digits is the check digit of the twelve before it.
///
/// ```
/// use redact::check_digit::th_citizen_number;
///
/// assert!(th_citizen_number([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 1]));
/// assert!(!th_citizen_number([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 2]));
/// ```
pub fn th_citizen_number(digits: [u8; 13]) -> bool {
    let [payload @ .., check] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip((2..=13).rev())
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    (11 - sum % 11) % 10 == u32::from(check)
}
