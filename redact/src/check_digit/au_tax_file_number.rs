//! The check of an Australian tax file number (TFN).
//!
//! Source: Australian Taxation Office, TFN algorithm: weights 1 4 3 7 5 8 6 9 10, the sum is a multiple
//! of 11.

/// Whether nine digits are a tax file number by their sum.
///
/// ```
/// use redact::check_digit::au_tax_file_number;
///
/// assert!(au_tax_file_number([8, 7, 6, 5, 4, 3, 2, 1, 0]));
/// assert!(!au_tax_file_number([8, 7, 6, 5, 4, 3, 2, 1, 1]));
/// ```
pub fn au_tax_file_number(digits: [u8; 9]) -> bool {
    let sum: u32 = digits
        .into_iter()
        .zip([1, 4, 3, 7, 5, 8, 6, 9, 10])
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    sum.is_multiple_of(11)
}
