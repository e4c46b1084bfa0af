//! Australian company numbers (ACN): nine digits, the last checks.

use super::digits::leading_digits;
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
};

/// Holds the number to its check digits.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(leading_digits(text).is_some_and(au_company_number))
}
