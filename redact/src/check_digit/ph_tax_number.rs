//! The check digit of a Philippine taxpayer identification number (TIN).
//!
//! Source: Bureau of Internal Revenue, TIN structure: weights 9 to 2, the remainder by 11. A remainder of
//! ten is not given out.

/// Whether the last of nine digits is the check digit of the eight before it. The three digits of a branch
/// are not checked.
///
/// ```
/// use redact::check_digit::ph_tax_number;
///
/// assert!(ph_tax_number([0, 0, 0, 1, 2, 3, 4, 5, 6]));
/// assert!(!ph_tax_number([0, 0, 0, 1, 2, 3, 4, 5, 7]));
/// ```
pub fn ph_tax_number(digits: [u8; 9]) -> bool {
    let [payload @ .., check] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip((2..=9).rev())
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    sum % 11 == u32::from(check)
}
