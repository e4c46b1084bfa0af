//! The check digit of a Korean business registration number (사업자등록번호).
//!
//! Source: 국세청, 사업자등록번호 검증: weights 1 3 7 in turn, the ninth digit weighs 5 and the tens of
//! that product count once more, the difference to the next ten.

/// Whether the last of ten digits is the check digit of the nine before it.
///
/// ```
/// use redact::check_digit::kr_business_number;
///
/// assert!(kr_business_number([1, 0, 4, 8, 6, 5, 6, 6, 5, 9]));
/// assert!(!kr_business_number([1, 0, 4, 8, 6, 5, 6, 6, 5, 8]));
/// ```
pub fn kr_business_number(digits: [u8; 10]) -> bool {
    let [payload @ .., check] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip([1, 3, 7, 1, 3, 7, 1, 3, 5])
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    let tens = u32::from(payload[8]) * 5 / 10;
    (sum + tens + u32::from(check)).is_multiple_of(10)
}
