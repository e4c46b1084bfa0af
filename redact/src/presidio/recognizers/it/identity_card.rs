//! Italian identity card numbers: on paper, and both electronic series.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ItIdentityCardRecognizer",
    entity: "IT_IDENTITY_CARD",
    language: "it",
    country: Some("it"),
    context: &[
        "carta",
        "identità",
        "elettronica",
        "cie",
        "documento",
        "riconoscimento",
        "espatrio",
    ],
    reference: "Decreto del Ministero dell'Interno 23 dicembre 2015; TULPS art. 3",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Paper-based Identity Card (very weak)",
            r"\b[A-Z]{2}\s?\d{7}\b",
            0.01,
        )
        .at(&[
            Anchor::Word {
                run: Run::Mixed,
                length: (9, 9),
                then: Then::ANY,
            },
            Anchor::Word {
                run: Run::Letters,
                length: (2, 2),
                then: Then::SPACE.or(Then::OTHER).or(Then::TEXT),
            },
        ]),
        Pattern::new(
            "Electronic Identity Card (CIE) 2.0 (very weak)",
            r"\b\d{7}[A-Z]{2}\b",
            0.01,
        )
        .at(&[Anchor::Number {
            digits: (7, 7),
            then: Then::TEXT,
        }]),
        Pattern::new(
            "Electronic Identity Card (CIE) 3.0 (very weak)",
            r"\b[A-Z]{2}\d{5}[A-Z]{2}\b",
            0.01,
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
