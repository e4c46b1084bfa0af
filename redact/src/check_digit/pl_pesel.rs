//! The check digit of the Polish PESEL.
//!
//! Source: Ustawa z dnia 24 września 2010 r. o ewidencji ludności, art. 15, with the ministry's
//! description: weights 1 3 7 9 in turn, the difference to the next ten.

/// Whether the last of eleven digits is the check digit of the ten before it.
///
/// ```
/// use redact::check_digit::pl_pesel;
///
/// assert!(pl_pesel([4, 4, 0, 5, 1, 4, 0, 1, 4, 5, 8]));
/// assert!(!pl_pesel([4, 4, 0, 5, 1, 4, 0, 1, 4, 5, 9]));
/// ```
pub fn pl_pesel(digits: [u8; 11]) -> bool {
    let [payload @ .., check] = digits;
    let sum: u32 = payload
        .into_iter()
        .zip([1, 3, 7, 9].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit) * weight)
        .sum();
    (sum + u32::from(check)).is_multiple_of(10)
}
