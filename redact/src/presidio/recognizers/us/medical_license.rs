//! Registration numbers of the Drug Enforcement Administration, which prescribers in the United States carry: a letter for the kind of registrant, the initial of the name (9 for a business), six digits and a check digit.

use crate::check_digit::dea;
use crate::presidio::recognizer::decimal;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "MedicalLicenseRecognizer",
    entity: "MEDICAL_LICENSE",
    language: "en",
    country: Some("us"),
    context: &["medical", "certificate", "DEA"],
    reference: "21 CFR 1301; DEA Registration Validation (check digit)",
    finder: Finder::Patterns(&[
        // Presidio: no word boundary on either side, so it also finds parts of longer words.
        Pattern::new(
            "USA DEA Certificate Number (weak)",
            r"[abcdefghjklmprstux][a-z9]\d{7}",
            0.4,
        )
        .at(&[Anchor::BeforeNumber {
            digits: (7, 64),
            then: Then::ANY,
            class: |before| before.is_ascii_alphabetic(),
            max: 2,
        }]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Whether the digits behind the first two characters carry the right check digit.
fn validate(found: &str) -> Validity {
    // Presidio: hyphens and spaces are taken out before the letters are, and digits behind the seventh
    // are not looked at.
    let mut rest = found
        .chars()
        .filter(|&character| character != '-' && character != ' ');
    rest.by_ref().take(2).for_each(drop);
    let digits = rest.map(decimal).collect::<Option<Vec<_>>>();
    if digits.is_some_and(|digits| dea(digits.into_iter())) {
        Validity::Valid
    } else {
        Validity::Invalid
    }
}
