//! German identity card numbers: nine characters, the last a check digit; before 2010 `T` and digits.

use super::travel_document::has_check_digit;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeIdCardRecognizer",
    entity: "DE_ID_CARD",
    language: "de",
    country: Some("de"),
    context: &[
        "personalausweis",
        "ausweis",
        "personalausweisnummer",
        "ausweisnummer",
        "ausweisdokument",
        "dokumentennummer",
        "seriennummer",
        "npa",
        "neuer personalausweis",
        "personalausweisgesetz",
        "pauwsg",
        "bundespersonalausweis",
        "identity card",
        "national id",
    ],
    reference: "Personalausweisgesetz § 5; ICAO Doc 9303 part 3 §4.9; BSI TR-03105",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Personalausweisnummer nPA (ICAO charset + check digit)",
            r"\b[CFGHJ-NPRTV-Z][0-9CFGHJ-NPRTV-Z]{7}[0-9]\b",
            0.4,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
        Pattern::new(
            "Personalausweisnummer alt (T + 8 Ziffern)",
            r"\bT\d{8}\b",
            0.5,
        )
        .at(&[Anchor::Word {
            run: Run::Mixed,
            length: (9, 9),
            then: Then::ANY,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds nine characters to their check digit. `T` and eight digits may be of the old series, whose
/// number is not known to carry one.
fn validate(text: &str) -> Validity {
    let text = text.trim().to_uppercase();
    if text
        .strip_prefix('T')
        .is_some_and(|rest| decimals::<8>(rest).is_some())
    {
        return Validity::Unknown;
    }
    // Presidio: letters that the series never uses count too.
    Validity::confirmed_if(has_check_digit(&text, |_| true))
}
