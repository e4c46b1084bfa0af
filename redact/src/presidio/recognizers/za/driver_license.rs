//! South African driving licence numbers: digits, then letters and digits of the issuing authority.

use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaDriverLicenseRecognizer",
    entity: "ZA_DRIVER_LICENSE",
    language: "en",
    country: Some("za"),
    context: &[
        "licence",
        "license",
        "driving licence",
        "driving license",
        "driver's licence",
        "driver's license",
        "drivers licence",
        "drivers license",
        "enatis",
        "natis",
        "licence number",
        "license number",
    ],
    reference: "National Road Traffic Act 93 of 1996; National Road Traffic Regulations 2000, regulation 108",
    finder: Finder::Patterns(&[Pattern::new(
        "South African Driver's Licence",
        r"\b\d{6,10}[A-Z0-9]{2,5}\b",
        0.3,
    )
    .at(&[Anchor::Number {
        digits: (6, 14),
        then: Then::TEXT,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its length and to having a letter.
// Presidio: nothing else is known of it, so that any such run of digits and letters is sure.
fn validate(text: &str) -> Validity {
    let length = text.chars().count();
    let digits = text
        .chars()
        .take_while(|&character| decimal(character).is_some())
        .count();
    // Six to ten digits of any script, then two to five ASCII letters and digits.
    let is_tail = |tail: &str| tail.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_of_form = text
        .char_indices()
        .zip(0..=digits)
        .any(|((place, _), head)| {
            (6..=10).contains(&head)
                && (2..=5).contains(&(length - head))
                && text.get(place..).is_some_and(is_tail)
        });
    Validity::confirmed_if((10..=14).contains(&length) && is_of_form && digits < length)
}
