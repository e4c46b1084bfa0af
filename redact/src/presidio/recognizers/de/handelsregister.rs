//! Numbers of the German commercial register: section A or B and a number of up to six digits.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::Anchor;

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeHandelsregisterRecognizer",
    entity: "DE_HANDELSREGISTER",
    language: "de",
    country: Some("de"),
    context: &[
        "handelsregister",
        "handelsregisternummer",
        "amtsgericht",
        "registergericht",
        "hra",
        "hrb",
        "hr-nummer",
        "registerauszug",
        "handelsregistereintrag",
        "firma",
        "gesellschaft",
        "gmbh",
        "ag",
        "ug",
        "kg",
        "ohg",
        "einzelkaufmann",
        "einzelkauffrau",
        "handelsregisterblattnummer",
    ],
    reference: "Handelsregisterverordnung §§ 3, 13",
    finder: Finder::Patterns(&[Pattern::new(
        "Handelsregisternummer HRA/HRB",
        r"\bHR[AB]\s*\d{1,6}\b",
        0.5,
    )
    .at(&[Anchor::Literal(&["HRA", "HRB"])])]),
    validate: None,
    invalidate: None,
    year: None,
};
