//! Australian tax file numbers (TFN): nine digits under modulus 11.

use super::digits::leading_digits;
use crate::check_digit::au_tax_file_number;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "AuTfnRecognizer",
    entity: "AU_TFN",
    language: "en",
    country: Some("au"),
    context: &["tax file number", "tfn"],
    reference: "Income Tax Assessment Act 1936 (Cth) Part VA; Australian Taxation Office, TFN algorithm",
    finder: Finder::Patterns(&[
        Pattern::new("TFN (Medium)", r"\b\d{3}\s\d{3}\s\d{3}\b", 0.1).at(&[Anchor::Number {
            digits: (3, 3),
            then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
        }]),
        Pattern::new("TFN (Low)", r"\b\d{9}\b", 0.01).at(&[Anchor::Number {
            digits: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digits.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(leading_digits(text).is_some_and(au_tax_file_number))
}
