//! British passport numbers since 2015: two letters and seven digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UkPassportRecognizer",
    entity: "UK_PASSPORT",
    language: "en",
    country: Some("uk"),
    context: &[
        "passport",
        "passport number",
        "travel document",
        "uk passport",
        "british passport",
        "her majesty",
        "his majesty",
        "hm passport",
        "hmpo",
    ],
    reference: "HM Passport Office; ICAO Doc 9303 part 4",
    finder: Finder::Patterns(&[
        Pattern::new("UK Passport (weak)", r"\b[A-Z]{2}\d{7}\b", 0.1).at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
