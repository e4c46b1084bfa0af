//! German health insurance numbers (Krankenversichertennummer, the part that never changes).

use crate::check_digit::de_health_insurance;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Run, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "DeHealthInsuranceRecognizer",
    entity: "DE_HEALTH_INSURANCE",
    language: "de",
    country: Some("de"),
    context: &[
        "krankenversicherungsnummer",
        "krankenversichertennummer",
        "versichertennummer",
        "kvnr",
        "krankenkasse",
        "krankenversicherung",
        "gesundheitskarte",
        "egk",
        "elektronische gesundheitskarte",
        "gkv",
        "gesetzliche krankenversicherung",
        "krankenversicherungsausweis",
        "versichertenausweis",
        "versichertenkarte",
        "aok",
        "tkk",
        "barmer",
        "dak",
    ],
    reference: "SGB V § 290; GKV-Spitzenverband, Richtlinie zur Krankenversichertennummer",
    finder: Finder::Patterns(&[Pattern::new(
        "Krankenversicherungsnummer KVNR (letter + 9 digits)",
        r"\b[A-Z]\d{9}\b",
        0.3,
    )
    .at(&[Anchor::Word {
        run: Run::Mixed,
        length: (10, 10),
        then: Then::ANY,
    }])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the letter and the digits to the check digit.
fn validate(text: &str) -> Validity {
    let text = text.trim().to_uppercase();
    let mut characters = text.chars();
    let letter = characters.next().filter(char::is_ascii_uppercase);
    let (Some(letter), Some(digits)) = (letter, decimals(characters.as_str())) else {
        return Validity::Invalid;
    };
    // A letter A to Z fits in a byte.
    let rank = u8::try_from(letter).unwrap_or_default() - b'A' + 1;
    Validity::confirmed_if(de_health_insurance(rank, digits))
}
