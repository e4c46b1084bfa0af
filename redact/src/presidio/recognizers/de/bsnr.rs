//! German practice numbers (Betriebsstättennummer): nine digits without a check digit.

use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeBsnrRecognizer",
    entity: "DE_BSNR",
    language: "de",
    country: Some("de"),
    context: &[
        "betriebsstättennummer",
        "betriebsstätten-nummer",
        "bsnr",
        "betriebsstätte",
        "praxisnummer",
        "arztpraxis",
        "praxis",
        "kassenärztliche vereinigung",
        "kv-nummer",
        "kv nummer",
        "praxisadresse",
        "praxisstandort",
        "nebenbetriebsstätte",
        "hauptbetriebsstätte",
        "behandlungsort",
        "vertragsarztpraxis",
    ],
    reference: "SGB V § 293; KBV, Richtlinie zur Vergabe der Arzt- und Betriebsstättennummern §§ 6, 7",
    finder: Finder::Patterns(&[Pattern::new(
        "Betriebsstättennummer BSNR (9 digits)",
        r"\b\d{9}\b",
        0.2,
    )
    .at(&[Anchor::Number {
        digits: (9, 9),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Nine digits that are not all zero are possible, no more is known.
fn validate(text: &str) -> Validity {
    let text = text.trim();
    Validity::refuted_unless(text != "000000000" && decimals::<9>(text).is_some())
}
