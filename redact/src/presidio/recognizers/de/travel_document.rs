//! The check digit of German identity documents, for cards and passports alike.

use crate::check_digit::icao_9303;
use crate::presidio::recognizer::decimal;

/// Whether `text` is nine characters, the last the check digit of the others, its letters ones that
/// `is_letter` accepts. Letters count in upper case alone.
pub(super) fn has_check_digit(text: &str, is_letter: fn(char) -> bool) -> bool {
    values(text, is_letter)
        .is_some_and(|[payload @ .., check]| check < 10 && icao_9303(payload.into_iter(), check))
}

fn values(text: &str, is_letter: fn(char) -> bool) -> Option<[u8; 9]> {
    let values: Option<Vec<u8>> = text
        .chars()
        .map(|character| match character {
            'A'..='Z' if is_letter(character) => {
                u8::try_from(character).ok().map(|byte| byte - b'A' + 10)
            }
            _ => decimal(character),
        })
        .collect();
    values?.try_into().ok()
}
