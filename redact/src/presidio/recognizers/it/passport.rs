//! Italian passport numbers: two letters and seven digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ItPassportRecognizer",
    entity: "IT_PASSPORT",
    language: "it",
    country: Some("it"),
    context: &[
        "passaporto",
        "elettronico",
        "italiano",
        "viaggio",
        "viaggiare",
        "estero",
        "documento",
        "dogana",
    ],
    reference: "Legge 21 novembre 1967 n. 1185; ICAO Doc 9303 part 4",
    finder: Finder::Patterns(&[
        Pattern::new("Passport (very weak)", r"\b[A-Z]{2}\d{7}\b", 0.01).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
