//! NHS numbers of patients in England, Wales and the Isle of Man: ten digits, the last of them a check digit.

use crate::check_digit::nhs_number;
use crate::presidio::recognizer::digits_in;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "NhsRecognizer",
    entity: "UK_NHS",
    language: "en",
    country: Some("uk"),
    context: &[
        "national health service",
        "nhs",
        "health services authority",
        "health authority",
    ],
    reference: "NHS Data Dictionary, NHS NUMBER (ISB 0149)",
    finder: Finder::Patterns(&[Pattern::new(
        "NHS (medium)",
        r"\b[0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{4}\b",
        0.5,
    )
    .at(&[
        Anchor::Number {
            digits: (3, 3),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (6, 6),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (10, 10),
            then: Then::ANY,
        },
    ])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Whether the check digit holds.
fn validate(found: &str) -> Validity {
    // Presidio: digits behind the tenth are not looked at, and missing ones weigh nothing.
    let ten = digits_in(found).chain(std::iter::repeat(0)).take(10);
    if nhs_number(ten) {
        Validity::Valid
    } else {
        Validity::Invalid
    }
}
