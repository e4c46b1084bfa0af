//! What may stand beside a Korean number: anything but a digit, so that letters of any script may touch
//! it.

use crate::presidio::Found;
use crate::presidio::recognizer::decimal;

/// Whether no digit of any script stands beside the match.
pub(super) fn is_alone(found: &Found<'_>) -> bool {
    let is_digit = |character: char| decimal(character).is_some();
    !found.before().next().is_some_and(is_digit) && !found.after().next().is_some_and(is_digit)
}
