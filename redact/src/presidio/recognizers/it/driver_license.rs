//! Italian driving licence numbers: two letters, seven digits, a letter; or `U1` and eight characters.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "ItDriverLicenseRecognizer",
    entity: "IT_DRIVER_LICENSE",
    language: "it",
    country: Some("it"),
    context: &["patente", "patente di guida", "licenza", "licenza di guida"],
    reference: "Ministero delle infrastrutture e dei trasporti, Decreto legislativo 285/1992, art. 116, and 59/2011",
    finder: Finder::Patterns(&[Pattern::new(
        "Driver License",
        r"\b(?:[A-Z]{2}\d{7}[A-Z]|U1[0-9B-HJ-NPR-UW-Z]{7}[A-Z])\b",
        0.2,
    )
    .at(&[Anchor::Word {
        run: Run::Mixed,
        length: (10, 10),
        then: Then::ANY,
    }])]),
    validate: None,
    invalidate: None,
    year: None,
};
