//! Numbers of United States passports: nine digits, or a letter and eight digits since the Next Generation Passport of 2021.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsPassportRecognizer",
    entity: "US_PASSPORT",
    language: "en",
    country: Some("us"),
    context: &[
        "us",
        "united",
        "states",
        "passport",
        "passport#",
        "travel",
        "document",
    ],
    reference: "U.S. Department of State, Next Generation U.S. Passport",
    finder: Finder::Patterns(&[
        Pattern::new("Passport (very weak)", r"\b[0-9]{9}\b", 0.05).at(&[Anchor::Number {
            digits: (9, 9),
            then: Then::ANY,
        }]),
        Pattern::new(
            "Passport Next Generation (very weak)",
            r"\b[a-z][0-9]{8}\b",
            0.1,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
