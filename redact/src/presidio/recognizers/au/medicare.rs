//! Australian Medicare card numbers: eight digits, a check digit, the number of the card.

use super::digits::leading_digits;
use crate::check_digit::au_medicare;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "AuMedicareRecognizer",
    entity: "AU_MEDICARE",
    language: "en",
    country: Some("au"),
    context: &["medicare"],
    reference: "Health Insurance Act 1973 (Cth); Services Australia, Medicare card number check digit",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Australian Medicare Number (Medium)",
            r"\b[2-6]\d{3}\s\d{5}\s\d\b",
            0.1,
        )
        .at(&[Anchor::Number {
            digits: (4, 4),
            then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
        }]),
        Pattern::new("Australian Medicare Number (Low)", r"\b[2-6]\d{9}\b", 0.01).at(&[
            Anchor::Number {
                digits: (10, 10),
                then: Then::ANY,
            },
        ]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digits.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(leading_digits(text).is_some_and(au_medicare))
}
