//! Numbers of claims to a health insurer, which have no common form.

use super::label::is_labelled;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

/// Digits, behind a prefix with or without a hyphen maybe.
const VALUE: &[Anchor] = &[Anchor::BeforeNumber {
    digits: (6, 15),
    then: Then::ANY,
    class: |before| before.is_ascii_alphabetic() || before == '-',
    max: 4,
}];

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsClaimNumberRecognizer",
    entity: "US_CLAIM_NUMBER",
    language: "en",
    country: Some("us"),
    context: &["claim", "billing"],
    reference: "X12 837, claim submitter identifier (CLM01)",
    finder: Finder::Patterns(&[
        Pattern::new("Claim number (labelled)", r"(?:clm-?)?\d{6,15}\b", 0.35)
            .when(|found| is_labelled(found, &["claim"]))
            .at(VALUE),
        Pattern::new("Claim number (weak prefixed)", r"\bclm-?\d{6,15}\b", 0.1).at(VALUE),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
