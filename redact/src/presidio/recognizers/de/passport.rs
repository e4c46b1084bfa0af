//! German passport numbers: nine characters, the last a check digit.

use super::travel_document::has_check_digit;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DePassportRecognizer",
    entity: "DE_PASSPORT",
    language: "de",
    country: Some("de"),
    context: &[
        "reisepass",
        "pass",
        "passnummer",
        "reisepassnummer",
        "passport",
        "passport number",
        "pass-nr",
        "dokumentennummer",
        "bundesrepublik deutschland",
        "ausweisdokument",
        "mrz",
    ],
    reference: "Passgesetz § 4; ICAO Doc 9303 part 3 §4.9; BSI TR-03105",
    finder: Finder::Patterns(&[Pattern::new(
        "Reisepassnummer (Strict ICAO charset)",
        r"\b[CFGHJ-NPRTV-Z][0-9CFGHJ-NPRTV-Z]{7}[0-9]\b",
        0.4,
    )
    .at(&[Anchor::Word {
        run: Run::Mixed,
        length: (9, 9),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds nine characters of the series to their check digit.
fn validate(text: &str) -> Validity {
    let text = text.trim().to_uppercase();
    Validity::confirmed_if(has_check_digit(&text, is_of_series))
}

/// Letters that spell no word and look like no digit.
fn is_of_series(letter: char) -> bool {
    "CFGHJKLMNPRTVWXYZ".contains(letter)
}
