//! South African income tax reference numbers: ten digits, the first 0, 1, 2, 3 or 9.

use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaIncomeTaxNumberRecognizer",
    entity: "ZA_INCOME_TAX_NUMBER",
    language: "en",
    country: Some("za"),
    context: &[
        "sars",
        "tax reference",
        "income tax",
        "tax number",
        "itr",
        "taxpayer",
        "tax registration",
    ],
    reference: "Tax Administration Act 28 of 2011 s 24; SARS, external business requirements specification, modulus 10",
    finder: Finder::Patterns(&[Pattern::new(
        "South African Income Tax Number",
        r"\b[01239]\d{9}\b",
        0.05,
    )
    .at(&[Anchor::Number {
        digits: (10, 10),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its length and its first digit.
// Presidio: the check digit by Luhn is not computed, so that any such number is sure.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(
        text.starts_with(['0', '1', '2', '3', '9']) && decimals::<10>(text).is_some(),
    )
}
