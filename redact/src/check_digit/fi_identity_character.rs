//! The control character of the Finnish personal identity code.
//!
//! Source: Digital and Population Data Services Agency, "The personal identity code": the nine digits
//! as one number modulo 31 choose a character; G, I, O, Q and Z are left out.

/// The character that belongs to the date of birth and individual number, read as one number of nine
/// digits.
///
/// ```
/// use redact::check_digit::fi_identity_character;
///
/// // 131052-308T, the agency's example.
/// assert_eq!(fi_identity_character(131_052_308), 'T');
/// ```
pub fn fi_identity_character(number: u32) -> char {
    const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    // The remainder is below 31, and so is the place.
    char::from(CHARACTERS[usize::try_from(number % 31).unwrap_or_default()])
}
