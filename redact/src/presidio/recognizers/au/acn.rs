//! Australian company numbers (ACN): nine digits, the last checks.

use super::digits::digits;
use crate::check_digit::au_company_number;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "AuAcnRecognizer",
    entity: "AU_ACN",
    language: "en",
    country: Some("au"),
    context: &["australian company number", "acn"],
    reference: "Corporations Act 2001 (Cth) s 118; ASIC, Australian Company Number digit check",
    finder: Finder::Patterns(&[
        Pattern::new("ACN (Medium)", r"\b\d{3}\s\d{3}\s\d{3}\b", 0.1).at(&[Anchor::Number {
            digits: (3, 3),
            then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
        }]),
        Pattern::new("ACN (Low)", r"\b\d{9}\b", 0.01).at(&[Anchor::Number {
            digits: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit.
// Presidio: the last digit is held to the first eight, however many there are.
fn validate(text: &str) -> Validity {
    let holds = digits(text).is_some_and(|digits| {
        let check = digits.last().copied().unwrap_or_default();
        digits
            .first_chunk()
            .is_some_and(|&[a, b, c, d, e, f, g, h]| {
                au_company_number([a, b, c, d, e, f, g, h, check])
            })
    });
    Validity::confirmed_if(holds)
}
