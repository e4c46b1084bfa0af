//! The check digit of an Australian company number (ACN).
//!
//! Source: ASIC, Australian Company Number (ACN) digit check: weights 8 to 1, the difference to the next
//! ten.

/// Whether the last of nine digits is the check digit of the eight before it.
///
/// ```
/// use redact::check_digit::au_company_number;
///
/// assert!(au_company_number([0, 0, 4, 0, 8, 5, 6, 1, 6]));
/// assert!(!au_company_number([0, 0, 4, 0, 8, 5, 6, 1, 7]));
/// ```
pub fn au_company_number(digits: [u8; 9]) -> bool {
    let [payload @ .., check] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip((1..=8).rev())
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    (sum + u32::from(check)).is_multiple_of(10)
}
