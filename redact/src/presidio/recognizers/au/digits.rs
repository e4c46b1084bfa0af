//! The digits of an Australian number, as Presidio's checks read them.

use crate::presidio::recognizer::decimal;

/// The digits of a text; hyphens and white space are passed over. Nothing if there are other
/// characters.
pub(super) fn digits(text: &str) -> Option<Vec<u8>> {
    text.chars()
        .filter(|character| *character != '-' && !character.is_whitespace())
        .map(decimal)
        .collect()
}

/// The first `N` of them.
// Presidio: what stands behind the first digits is not looked at.
pub(super) fn leading_digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    digits(text)?.first_chunk().copied()
}
