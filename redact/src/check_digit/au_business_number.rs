//! The check digits of an Australian business number (ABN).
//!
//! Source: Australian Business Register, Format of the ABN: one is taken from the first digit, the
//! digits weigh 10 1 3 5 7 9 11 13 15 17 19, and the sum is a multiple of 89.

/// Whether the first two of eleven digits check the others.
///
/// ```
/// use redact::check_digit::au_business_number;
///
/// assert!(au_business_number([5, 1, 8, 2, 4, 7, 5, 3, 5, 5, 6]));
/// assert!(!au_business_number([5, 2, 8, 2, 4, 7, 5, 3, 5, 5, 6]));
/// ```
pub fn au_business_number(digits: [u8; 11]) -> bool {
    let weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
    let sum: i32 = digits
        .into_iter()
        .zip(weights)
        .map(|(digit, weight)| i32::from(digit) * weight)
        .sum();
    // The one that is taken from the first digit weighs 10.
    (sum - 10).rem_euclid(89) == 0
}
