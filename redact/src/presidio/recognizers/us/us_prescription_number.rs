//! Numbers of prescriptions, which a pharmacy gives: up to twelve digits.

use super::label::is_labelled;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

/// Digits, behind a prefix with or without a hyphen maybe.
const VALUE: &[Anchor] = &[Anchor::BeforeNumber {
    digits: (6, 12),
    then: Then::ANY,
    class: |before| before.is_ascii_alphabetic() || before == '-',
    max: 3,
}];

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsPrescriptionNumberRecognizer",
    entity: "US_PRESCRIPTION_NUMBER",
    language: "en",
    country: Some("us"),
    context: &["prescription", "pharmacy", "medication"],
    reference: "NCPDP Telecommunication Standard, Prescription/Service Reference Number (402-D2)",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Prescription number (Rx labelled)",
            r"(?:rx-?)?\d{6,12}\b",
            0.6,
        )
        .when(|found| is_labelled(found, &["rx"]))
        .at(VALUE),
        Pattern::new(
            "Prescription number (labelled)",
            r"(?:rx-?)?\d{6,12}\b",
            0.35,
        )
        .when(|found| is_labelled(found, &["prescription"]))
        .at(VALUE),
        Pattern::new(
            "Prescription number (weak prefixed)",
            r"\brx-?\d{6,12}\b",
            0.1,
        )
        .at(VALUE),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
