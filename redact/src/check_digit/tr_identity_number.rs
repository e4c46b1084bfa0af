//! The two check digits of the Turkish identity number (T.C. Kimlik Numarası).
//!
//! Source: Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü, MERNIS: the tenth digit covers the nine before
//! it, the eleventh the ten before it. One in a hundred random numbers passes.

/// Whether the last two of eleven digits are the check digits of the nine before them.
///
/// ```
/// use redact::check_digit::tr_identity_number;
///
/// assert!(tr_identity_number([1, 0, 0, 0, 0, 0, 0, 0, 1, 4, 6]));
/// assert!(!tr_identity_number([1, 0, 0, 0, 0, 0, 0, 0, 1, 4, 5]));
/// ```
pub fn tr_identity_number(digits: [u8; 11]) -> bool {
    let [payload @ .., tenth, eleventh] = digits.map(i32::from);
    let odd: i32 = payload.iter().step_by(2).sum();
    let even: i32 = payload.iter().skip(1).step_by(2).sum();
    (odd * 7 - even).rem_euclid(10) == tenth && (odd + even + tenth) % 10 == eleventh
}
