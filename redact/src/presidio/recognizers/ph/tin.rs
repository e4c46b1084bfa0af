//! Philippine taxpayer identification numbers (TIN): nine digits, the last checks, and three for the branch.

use crate::check_digit::ph_tax_number;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "PhTinRecognizer",
    entity: "PH_TIN",
    language: "en",
    country: Some("ph"),
    context: &[
        "tin",
        "taxpayer identification number",
        "bir",
        "taxpayer id",
        "tax id",
        "rdo",
        "revenue district office",
    ],
    reference: "National Internal Revenue Code s 236(J); Bureau of Internal Revenue, TIN structure",
    finder: Finder::Patterns(&[
        Pattern::new("TIN (Low)", r"\b\d{3}-\d{3}-\d{3}(?:-\d{3})?\b", 0.05).at(&[
            Anchor::Number {
                digits: (3, 3),
                then: Then::HYPHEN,
            },
        ]),
        Pattern::new("TIN (Very Low)", r"\b\d{9}(?:\d{3})?\b", 0.01).at(&[
            Anchor::Number {
                digits: (9, 9),
                then: Then::ANY,
            },
            Anchor::Number {
                digits: (12, 12),
                then: Then::ANY,
            },
        ]),
    ]),
    validate: None,
    invalidate: Some(invalidate),
    year: None,
};

/// Refutes a number of another length and one whose check digit is wrong.
fn invalidate(text: &str) -> bool {
    let digits: Option<Vec<u8>> = text
        .chars()
        .filter(|character| !matches!(character, '-' | ' '))
        .map(decimal)
        .collect();
    !digits.is_some_and(|digits| {
        matches!(digits.len(), 9 | 12)
            && digits
                .first_chunk()
                .is_some_and(|first| ph_tax_number(*first))
    })
}
