//! Philippine common reference numbers (CRN) of the unified multi-purpose card: twelve digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "PhUmidRecognizer",
    entity: "PH_UMID",
    language: "en",
    country: Some("ph"),
    context: &[
        "umid",
        "unified multi-purpose id",
        "crn",
        "common reference number",
        "sss",
        "gsis",
        "philhealth",
        "pag-ibig",
        "umid number",
        "umid card",
        "unified multipurpose id",
    ],
    reference: "Executive Order 420 of 2005; Social Security System, UMID",
    finder: Finder::Patterns(&[
        Pattern::new("UMID (with dashes)", r"\b\d{4}-\d{7}-\d\b", 0.5).at(&[Anchor::Number {
            digits: (4, 4),
            then: Then::HYPHEN,
        }]),
        Pattern::new("UMID (without dashes)", r"\b\d{12}\b", 0.3).at(&[Anchor::Number {
            digits: (12, 12),
            then: Then::ANY,
        }]),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
