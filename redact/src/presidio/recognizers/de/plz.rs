//! German postal codes: five digits.

use crate::presidio::{Finder, Found, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DePlzRecognizer",
    entity: "DE_PLZ",
    language: "de",
    country: Some("de"),
    context: &[
        "plz",
        "postleitzahl",
        "postanschrift",
        "adresse",
        "wohnort",
        "ort",
        "wohnanschrift",
        "lieferadresse",
        "rechnungsadresse",
        "straße",
        "strasse",
        "hausnummer",
        "postfach",
        "bundesland",
        "gemeinde",
        "stadt",
        "dorf",
    ],
    reference: "Deutsche Post, Postleitzahlensystem (1993)",
    finder: Finder::Patterns(&[Pattern::new(
        "Postleitzahl (5 digits, very low base confidence – context required)",
        r"\b(?:0[1-9]|[1-9]\d)\d{3}\b",
        0.05,
    )
    .at(&[Anchor::Number {
        digits: (5, 5),
        then: Then::ANY,
    }])
    .when(is_in_use)]),
    validate: None,
    invalidate: None,
    year: None,
};

/// The two ends of the range are no postal codes.
fn is_in_use(found: &Found<'_>) -> bool {
    !matches!(found.as_str(), "01000" | "99999")
}
