//! German physician numbers (Lebenslange Arztnummer): seven digits with a check digit, two of specialty.

use crate::check_digit::de_physician_number;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeLanrRecognizer",
    entity: "DE_LANR",
    language: "de",
    country: Some("de"),
    context: &[
        "arztnummer",
        "lanr",
        "lebenslange arztnummer",
        "arzt-nr",
        "arzt nr",
        "arzt-nummer",
        "vertragsarzt",
        "kassenarzt",
        "niedergelassener arzt",
        "kbv",
        "kassenärztliche vereinigung",
        "kv-nummer",
        "rezept",
        "verschreibung",
        "behandelnder arzt",
        "hausarzt",
        "facharzt",
    ],
    reference: "SGB V § 293; KBV, Richtlinie zur Vergabe der Arzt- und Betriebsstättennummern § 4",
    finder: Finder::Patterns(&[Pattern::new(
        "Lebenslange Arztnummer LANR (9 digits)",
        r"\b\d{9}\b",
        0.3,
    )
    .at(&[Anchor::Number {
        digits: (9, 9),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(decimals(text.trim()).is_some_and(de_physician_number))
}
