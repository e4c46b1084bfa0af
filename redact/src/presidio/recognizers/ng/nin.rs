//! Nigerian national identification numbers (NIN): eleven digits by Verhoeff.

use crate::check_digit::verhoeff;
use crate::presidio::recognizer::decimals;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "NgNinRecognizer",
    entity: "NG_NIN",
    language: "en",
    country: Some("ng"),
    context: &[
        "nin",
        "national identification number",
        "national identity number",
        "nimc",
        "national identity",
        "nigeria id",
        "nigerian identification",
    ],
    reference: "National Identity Management Commission Act 2007 s 27",
    finder: Finder::Patterns(&[Pattern::new("NIN (Very Weak)", r"\b\d{11}\b", 0.01).at(&[
        Anchor::Number {
            digits: (11, 11),
            then: Then::ANY,
        },
    ])]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Holds the number to its check digit.
fn validate(text: &str) -> Validity {
    Validity::confirmed_if(decimals::<11>(text).is_some_and(|digits| verhoeff(digits.into_iter())))
}
