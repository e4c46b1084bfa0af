//! Korean driving licence numbers (운전면허번호): region, year, six digits, two digits.

use super::surroundings::is_alone;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "KrDriverLicenseRecognizer",
    entity: "KR_DRIVER_LICENSE",
    language: "ko",
    country: Some("kr"),
    context: &[
        "운전면허",
        "운전면허번호",
        "면허번호",
        "Korean driver license",
        "Korean driver's license",
    ],
    reference: "도로교통법 시행규칙 제77조",
    finder: Finder::Patterns(&[Pattern::new(
        "Driver License (very weak)",
        r"\d{2}[- ]?\d{2}[- ]?\d{6}[- ]?\d{2}",
        0.05,
    )
    .at(&[
        Anchor::Number {
            digits: (2, 2),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (4, 4),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (10, 10),
            then: Then::HYPHEN.or(Then::SPACE),
        },
        Anchor::Number {
            digits: (12, 12),
            then: Then::ANY,
        },
    ])
    .when(is_alone)]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to the regions that issue licences.
fn validate(text: &str) -> Validity {
    let number = text.replace(['-', ' '], "");
    let region = number.get(..2).and_then(|region| region.parse().ok());
    Validity::confirmed_if(
        matches!(region, Some(11..=26 | 28u8)) && decimals::<12>(&number).is_some(),
    )
}
