//! Italian VAT numbers (partita IVA): eleven digits, the last by Luhn.

use crate::check_digit::luhn;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ItVatCodeRecognizer",
    entity: "IT_VAT_CODE",
    language: "it",
    country: Some("it"),
    context: &["piva", "partita iva", "pi"],
    reference: "DPR 633/1972, art. 35; Ministero delle Finanze, Decreto 23 dicembre 1976",
    finder: Finder::Patterns(&[
        Pattern::new("IT Vat code (piva)", r"\b(?:[0-9][ _]?){11}\b", 0.1).at(&[
            Anchor::Number {
                digits: (11, 11),
                then: Then::ANY,
            },
            Anchor::Number {
                digits: (1, 10),
                then: Then::SPACE.or(Then::HYPHEN),
            },
        ]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the first eleven digits to their check digit. Zeros alone are no number.
fn validate(text: &str) -> Validity {
    let compact: String = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' ' | '_'))
        .collect();
    let digits: Option<Vec<u8>> = compact.chars().take(11).map(decimal).collect();
    Validity::confirmed_if(
        compact != "00000000000"
            && digits.is_some_and(|digits| digits.len() == 11 && luhn(digits.into_iter())),
    )
}
