//! Routing numbers of banks: nine digits, the first two for the Federal Reserve district or the kind of
//! institution, the last a check digit.

use crate::check_digit::aba_routing;
use crate::presidio::recognizer::digits_in;
use crate::presidio::{Finder, Pattern, RecognizerClass};
use crate::recognizer::{Anchor, Then, Validity};

pub(super) static CLASS: RecognizerClass = RecognizerClass {
    name: "AbaRoutingRecognizer",
    entity: "ABA_ROUTING_NUMBER",
    language: "en",
    country: Some("us"),
    context: &["aba", "routing", "abarouting", "association", "bankrouting"],
    reference: "American Bankers Association, Routing Number Policy and Procedures",
    finder: Finder::Patterns(&[
        // Presidio: any number that begins with one of these digits, though few pairs are assigned.
        Pattern::new("ABA routing number (weak)", r"\b[0123678]\d{8}\b", 0.05).at(&[
            Anchor::Number {
                digits: (9, 9),
                then: Then::ANY,
            },
        ]),
        Pattern::new("ABA routing number", r"\b[0123678]\d{3}-\d{4}-\d\b", 0.3).at(&[
            Anchor::Number {
                digits: (4, 4),
                then: Then::HYPHEN,
            },
        ]),
    ]),
    validate: Some(validate),
    invalidate: None,
    year: None,
};

/// Whether the check digit holds.
fn validate(found: &str) -> Validity {
    // Presidio: digits behind the ninth are not looked at.
    if aba_routing(digits_in(found).take(9)) {
        Validity::Valid
    } else {
        Validity::Invalid
    }
}
