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
};

/// Holds the number to its check digit. Zeros alone are no number.
fn validate(text: &str) -> Validity {
    let digits: Option<Vec<u8>> = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' ' | '_'))
        .map(decimal)
        .collect();
    Validity::confirmed_if(digits.is_some_and(|digits| {
        digits.len() == 11 && digits.iter().any(|&digit| digit > 0) && luhn(digits.into_iter())
    }))
}
