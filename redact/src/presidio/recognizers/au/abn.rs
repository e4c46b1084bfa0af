//! Australian business numbers (ABN): eleven digits, the first two check.

use super::digits::leading_digits;
use crate::check_digit::au_business_number;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "AuAbnRecognizer",
    entity: "AU_ABN",
    language: "en",
    country: Some("au"),
    context: &["australian business number", "abn"],
    reference: "A New Tax System (Australian Business Number) Act 1999; Australian Business Register, Format of the ABN",
    finder: Finder::Patterns(&[
        Pattern::new("ABN (Medium)", r"\b\d{2}\s\d{3}\s\d{3}\s\d{3}\b", 0.1).at(&[
            Anchor::Number {
                digits: (2, 2),
                then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
            },
        ]),
        Pattern::new("ABN (Low)", r"\b\d{11}\b", 0.01).at(&[Anchor::Number {
            digits: (11, 11),
            then: Then::ANY,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digits.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(leading_digits(text).is_some_and(au_business_number))
}
