//! Numbers under which a health insurer authorized a treatment beforehand.

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
    name: "UsPriorAuthorizationNumberRecognizer",
    entity: "US_PRIOR_AUTHORIZATION_NUMBER",
    language: "en",
    country: Some("us"),
    context: &["authorization", "auth", "preauthorization", "approval"],
    reference: "X12 278; X12 837, prior authorization (REF G1)",
    finder: Finder::Patterns(&[
        Pattern::new(
            "Prior authorization number (labelled)",
            r"(?:pa-?)?\d{6,12}\b",
            0.35,
        )
        .when(|found| {
            is_labelled(
                found,
                &[
                    "authorization",
                    "preauthorization",
                    "pre-auth",
                    "prior auth",
                ],
            )
        })
        .at(VALUE),
        Pattern::new(
            "Prior authorization number (weak prefixed)",
            r"\bpa-?\d{6,12}\b",
            0.1,
        )
        .at(VALUE),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
