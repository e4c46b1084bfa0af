//! The letter of Spanish identity numbers (DNI, NIF of persons, NIE).
//!
//! Source: Real Decreto 1553/2005, with the table of the Ministerio del Interior, "Cálculo del dígito
//! de control del NIF/NIE": the number modulo 23 chooses a letter.

/// The letter that belongs to a number. For an NIE its first letter counts as a digit in front: X as
/// 0, Y as 1, Z as 2.
///
/// ```
/// use redact::check_digit::es_identity_letter;
///
/// assert_eq!(es_identity_letter(12_345_678), 'Z');
/// ```
pub fn es_identity_letter(number: u64) -> char {
    const LETTERS: [char; 23] = [
        'T', 'R', 'W', 'A', 'G', 'M', 'Y', 'F', 'P', 'D', 'X', 'B', 'N', 'J', 'Z', 'S', 'Q', 'V',
        'H', 'L', 'C', 'K', 'E',
    ];
    // The remainder is below 23, and so is the place.
    LETTERS[usize::try_from(number % 23).unwrap_or_default()]
}
