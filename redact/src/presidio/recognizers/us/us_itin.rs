//! Individual taxpayer identification numbers: nine digits that begin with 9, the fourth and fifth of them in ranges that social security numbers leave free.

use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "UsItinRecognizer",
    entity: "US_ITIN",
    language: "en",
    country: Some("us"),
    context: &["individual", "taxpayer", "itin", "tax", "payer", "taxid", "tin"],
    reference: "IRS, Internal Revenue Manual 3.21.263 (ITIN format and ranges)",
    finder: Finder::Patterns(&[
Pattern::new("Itin (very weak)", r"\b9\d{2}(?:[- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])|(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ])\d{4}\b", 0.05).at(&[Anchor::Number { digits: (3, 3), then: Then::HYPHEN.or(Then::SPACE) }, Anchor::Number { digits: (5, 5), then: Then::HYPHEN.or(Then::SPACE) }]),
Pattern::new("Itin (weak)", r"\b9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}\b", 0.3).at(&[Anchor::Number { digits: (9, 9), then: Then::ANY }]),
Pattern::new("Itin (medium)", r"\b9\d{2}[- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ]\d{4}\b", 0.5).at(&[Anchor::Number { digits: (3, 3), then: Then::HYPHEN.or(Then::SPACE) }]),

    ]),
    validate: None,
    invalidate: None,
    year: None,
};
