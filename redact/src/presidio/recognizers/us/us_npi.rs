//! National provider identifiers: ten digits, the first 1 or 2, the last a check digit.

use crate::check_digit::luhn;
use crate::presidio::recognizer::{decimal, digits_in};
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsNpiRecognizer",
    entity: "US_NPI",
    language: "en",
    country: Some("us"),
    context: &[
        "npi",
        "national provider",
        "provider",
        "npi number",
        "provider id",
        "provider identifier",
        "taxonomy",
    ],
    reference: "45 CFR 162.406; CMS, NPI check digit calculation (ISO/IEC 7812)",
    finder: Finder::Patterns(&[
        Pattern::new("NPI (weak)", r"\b[12]\d{9}\b", 0.1).at(&[Anchor::Number {
            digits: (10, 10),
            then: Then::ANY,
        }]),
        Pattern::new("NPI (medium)", r"\b[12]\d{3}[ -]\d{3}[ -]\d{3}\b", 0.4).at(&[
            Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN.or(Then::SPACE),
            },
        ]),
    ]),
    validate: Some(validate),
    invalidate: Some(is_of_one_digit),
    year: None,
};

/// Whether the check digit holds, which is computed behind 80840, the issuer identifier of the United
/// States for health applications.
fn validate(found: &str) -> Validity {
    let whole = [8, 0, 8, 4, 0].into_iter().chain(digits_in(found));
    if luhn(whole) {
        Validity::Valid
    } else {
        Validity::Invalid
    }
}

/// Whether the nine digits before the check digit are all the same.
fn is_of_one_digit(found: &str) -> bool {
    let mut digits = found
        .chars()
        .filter(|character| !matches!(character, '-' | ' '))
        .map(|character| (character, decimal(character)))
        .take(9);
    digits
        .next()
        .is_some_and(|first| digits.all(|other| other == first))
}
