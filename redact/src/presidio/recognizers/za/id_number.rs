//! South African identity numbers: birth date, four digits, citizenship, a digit, a check digit by Luhn.

use crate::calendar::is_date;
use crate::check_digit::luhn;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaIdNumberRecognizer",
    entity: "ZA_ID_NUMBER",
    language: "en",
    country: Some("za"),
    context: &[
        "id",
        "identity",
        "identity number",
        "id number",
        "south african id",
        "rsa id",
        "smart id",
        "national id",
    ],
    reference: "Identification Act 68 of 1997 s 7; Department of Home Affairs",
    finder: Finder::Patterns(&[Pattern::new(
        "South African ID Number",
        r"\b\d{10}[012][89]\d\b",
        0.2,
    )
    .at(&[Anchor::Number {
        digits: (13, 13),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// The year of the recorded answers: a birth in a later year of the century was in the last one.
/// Presidio asks the clock.
const THIS_YEAR: u8 = 26;

/// Holds the number to its date, its form and its check digit.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(is_id_number(text))
}

/// Whether a text is an identity number.
pub(super) fn is_id_number(text: &str) -> bool {
    let Some(digits) = decimals::<13>(text) else {
        return false;
    };
    let [decade, one, month, month_one, day, day_one, ..] = digits;
    let mut last = text.chars().rev().skip(1);
    let year = decade * 10 + one;
    let century = if year <= THIS_YEAR { 2000 } else { 1900 };
    is_date(
        century + u16::from(year),
        month * 10 + month_one,
        day * 10 + day_one,
    ) && matches!(last.next(), Some('8' | '9'))
        && matches!(last.next(), Some('0' | '1' | '2'))
        && luhn(digits.into_iter())
}
