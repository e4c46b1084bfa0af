//! South African VAT numbers: ten digits, the first is 4.

use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaVatNumberRecognizer",
    entity: "ZA_VAT_NUMBER",
    language: "en",
    country: Some("za"),
    context: &[
        "vat",
        "vat number",
        "vat registration",
        "tax invoice",
        "sars",
        "value added tax",
    ],
    reference: "Value-Added Tax Act 89 of 1991 s 23; SARS, external business requirements specification",
    finder: Finder::Patterns(&[
        Pattern::new("South African VAT Number", r"\b4\d{9}\b", 0.3).at(&[Anchor::Number {
            digits: (10, 10),
            then: Then::ANY,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its length and its first digit.
// Presidio: the check digit by Luhn is not computed, so that any such number is sure.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(text.starts_with('4') && decimals::<10>(text).is_some())
}
