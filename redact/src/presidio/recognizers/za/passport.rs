//! South African passport numbers: A, D, M or T and eight digits.

use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ZaPassportRecognizer",
    entity: "ZA_PASSPORT",
    language: "en",
    country: Some("za"),
    context: &[
        "passport",
        "passport number",
        "travel document",
        "dha",
        "south african passport",
        "rsa passport",
    ],
    reference: "South African Passports and Travel Documents Act 4 of 1994; Department of Home Affairs",
    finder: Finder::Patterns(&[
        Pattern::new("South African Passport", r"\b[ADMT]\d{8}\b", 0.2).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its form.
// Presidio: the form alone makes a number sure.
fn validate(text: &str) -> Validity {
    let digits = text.strip_prefix(|first: char| "ADMTadmt".contains(first));
    Validity::confirmed_if(digits.and_then(decimals::<8>).is_some())
}
