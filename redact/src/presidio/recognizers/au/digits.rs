//! The digits of an Australian number, as Presidio's checks read them.

use crate::presidio::recognizer::decimal;

/// The first `N` digits of a text; hyphens and white space are passed over. Nothing if there are fewer
/// digits or other characters.
// Presidio: what stands behind the first digits is not looked at.
pub(super) fn leading_digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits: Vec<u8> = text
        .chars()
        .filter(|character| *character != '-' && !character.is_whitespace())
        .map(decimal)
        .collect::<Option<_>>()?;
    digits.first_chunk().copied()
}
