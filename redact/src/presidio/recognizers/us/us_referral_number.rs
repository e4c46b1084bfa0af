//! Numbers of referrals from one provider of care to another.

use super::label::is_labelled;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

/// Digits, behind a prefix with or without a hyphen maybe.
const VALUE: &[Anchor] = &[Anchor::BeforeNumber {
    digits: (6, 12),
    then: Then::ANY,
    class: |before| before.is_ascii_alphabetic() || before == '-',
    max: 4,
}];

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsReferralNumberRecognizer",
    entity: "US_REFERRAL_NUMBER",
    language: "en",
    country: Some("us"),
    context: &["referral", "infusion", "specialty", "referring"],
    reference: "X12 837, referral number (REF 9F)",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Referral number (labelled)",
            r"(?:(?:ref|inf)-?)?\d{6,12}\b",
            0.35,
        )
        .when(|found| is_labelled(found, &["referral"]))
        .at(VALUE),
        Pattern::new(
            "Referral number (weak prefixed)",
            r"\b(?:ref|inf)-?\d{6,12}\b",
            0.1,
        )
        .at(VALUE),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
