//! The check digits of Korean resident and foreigner registration numbers (주민등록번호, 외국인등록번호).
//!
//! Source: 주민등록법 시행규칙 제2조 with the ministry's description: weights 2 to 9, then 2 to 5, modulus
//! 11; a foreigner's check digit is two more. Numbers issued since October 2020 carry none.

/// Whether the last of thirteen digits is the check digit of a resident's number.
///
/// ```
/// use redact::check_digit::kr_resident_number;
///
/// assert!(kr_resident_number([0, 5, 0, 9, 1, 2, 2, 0, 0, 0, 0, 1, 9]));
/// assert!(!kr_resident_number([0, 5, 0, 9, 1, 2, 2, 0, 0, 0, 0, 1, 8]));
/// ```
pub fn kr_resident_number(digits: [u8; 13]) -> bool {
    checks_from(11, digits)
}

/// Whether the last of thirteen digits is the check digit of a foreigner's number.
///
/// ```
/// use redact::check_digit::kr_foreigner_number;
///
/// assert!(kr_foreigner_number([9, 1, 1, 1, 2, 4, 5, 6, 7, 8, 9, 0, 6]));
/// assert!(!kr_foreigner_number([9, 1, 1, 1, 2, 4, 5, 6, 7, 8, 9, 0, 1]));
/// ```
pub fn kr_foreigner_number(digits: [u8; 13]) -> bool {
    checks_from(13, digits)
}

/// Whether the check digit is the last digit of `from` less the remainder.
fn checks_from(from: u32, digits: [u8; 13]) -> bool {
    let [payload @ .., check] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip([2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    (from - sum % 11) % 10 == u32::from(check)
}
