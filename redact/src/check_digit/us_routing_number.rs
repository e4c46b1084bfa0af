//! The check digit of a US bank routing number (ABA).
//!
//! Source: American Bankers Association, Routing Number Policy: weights 3 7 1 in turn, modulus 10.

/// Whether nine digits are a routing number by their sum.
///
/// ```
/// use redact::check_digit::us_routing_number;
///
/// assert!(us_routing_number([1, 2, 1, 0, 0, 0, 3, 5, 8]));
/// assert!(!us_routing_number([1, 2, 1, 0, 0, 0, 3, 5, 9]));
/// ```
pub fn us_routing_number(digits: [u8; 9]) -> bool {
    let sum: u32 = digits
        .into_iter()
        .zip([3, 7, 1].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    sum.is_multiple_of(10)
}
