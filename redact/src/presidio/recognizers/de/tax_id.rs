//! German tax identification numbers: eleven digits, the last a check digit.

use crate::check_digit::iso7064_mod11_10;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeTaxIdRecognizer",
    entity: "DE_TAX_ID",
    language: "de",
    country: Some("de"),
    context: &[
        "steueridentifikationsnummer",
        "steuer-id",
        "steuerid",
        "steuerliche identifikationsnummer",
        "steuerliche identifikation",
        "persönliche identifikationsnummer",
        "steuer identifikation",
        "idnr",
        "steuer-idnr",
        "steuernummer",
        "bzst",
    ],
    reference: "Abgabenordnung § 139b; Steueridentifikationsnummerverordnung § 1; ISO 7064 MOD 11,10",
    finder: Finder::Patterns(&[Pattern::new(
        "Steueridentifikationsnummer (High)",
        r"\b[1-9]\d{10}\b",
        0.5,
    )
    .at(&[Anchor::Number {
        digits: (11, 11),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit and to how often a digit may stand among the first ten.
fn validate(text: &str) -> Validity {
    let Some(digits) = decimals::<11>(text) else {
        return Validity::Invalid;
    };
    let [payload @ .., _] = digits;
    // Presidio: one digit has to stand twice or thrice, and no other more than once; here none may
    // stand more than thrice, and all may differ.
    let mut counts = [0; 10];
    for digit in payload {
        counts[usize::from(digit)] += 1;
    }
    let is_plain = counts.into_iter().all(|count| count <= 3);
    Validity::confirmed_if(digits[0] != 0 && is_plain && iso7064_mod11_10(digits.into_iter()))
}
