//! Employer identification numbers of providers of care: two digits for the campus that issued it, then
//! seven.

use super::label::is_labelled;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

/// Two digits of those that the IRS assigns, and seven more.
macro_rules! ein {
    () => {
        concat!(
            r"(?:0[1-6]|1[0-6]|2[0-7]|[35][0-9]|4[0-8]|6[0-8]|7[1-7]|8[0-8]|9[0-58-9])",
            r"-\d{7}\b",
        )
    };
}

/// What a labelled number is called.
const LABELS: &[&str] = &[
    "provider tax~id",
    "provider tin",
    "provider ein",
    "provider tax~number",
    "provider tax~identification number",
];

const EIN: &[Anchor] = &[Anchor::Number {
    digits: (2, 2),
    then: Then::HYPHEN,
}];

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsProviderTaxIdRecognizer",
    entity: "US_PROVIDER_TAX_ID",
    language: "en",
    country: Some("us"),
    context: &["tax", "tin", "ein", "billing"],
    reference: "26 CFR 301.6109-1; IRS, How EINs are assigned and valid EIN prefixes",
    finder: Finder::Patterns(&[
        Pattern::new("Provider tax ID (labelled)", ein!(), 0.35)
            .when(|found| is_labelled(found, LABELS))
            .at(EIN),
        Pattern::new(
            "Provider tax ID (weak valid EIN)",
            concat!(r"\b", ein!()),
            0.1,
        )
        .at(EIN),
    ]),
    validate: None,
    invalidate: None,
    year: None,
};
