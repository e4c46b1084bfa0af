//! Aadhaar numbers: twelve digits by Verhoeff, the first 2 or above, the same number never forwards and
//! backwards.

use crate::check_digit::verhoeff;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "InAadhaarRecognizer",
    entity: "IN_AADHAAR",
    language: "en",
    country: Some("in"),
    context: &["aadhaar", "uidai"],
    reference: "Aadhaar (Targeted Delivery of Financial and Other Subsidies, Benefits and Services) Act 2016 s 4; UIDAI, A UID Numbering Scheme",
    finder: Finder::Patterns(&[
        Pattern::new("AADHAAR (Very Weak)", r"\b[0-9]{12}\b", 0.01).at(&[Anchor::Number {
            digits: (12, 12),
            then: Then::ANY,
        }]),
        Pattern::new(
            "AADHAR (Very Weak)",
            r"\b[0-9]{4}[- :][0-9]{4}[- :][0-9]{4}\b",
            0.01,
        )
        .at(&[Anchor::Number {
            digits: (4, 4),
            then: Then::HYPHEN.or(Then::SPACE).or(Then::COLON),
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its form and its check digit.
fn validate(text: &str) -> Validity {
    let digits: Option<Vec<u8>> = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' ' | ':'))
        .map(decimal)
        .collect();
    Validity::confirmed_if(digits.is_some_and(|digits| {
        digits.len() == 12
            && digits.first().is_some_and(|&first| first >= 2)
            && !digits.iter().eq(digits.iter().rev())
            && verhoeff(digits.into_iter())
    }))
}
